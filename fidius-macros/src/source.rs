use std::path::{Component, Path, PathBuf};

use fidius_wit::{Parsed, closest, parse_path};

use crate::args::Args;
use crate::errors::Errors;
use crate::messages;

/// The WIT that was found and read.
pub(crate) struct Source {
    /// The path from the crate's root, as errors show it.
    pub(crate) shown: String,
    pub(crate) parsed: Parsed,
    /// Every file read, from the crate's root, with `/`.
    pub(crate) files: Vec<String>,
}

/// Finds the WIT at the crate's root or in its folder `wit`, and reads it.
pub(crate) fn find(root: Option<&Path>, args: &Args, errors: &mut Errors) -> Option<Source> {
    let literal = args.wit.as_ref()?;
    let Some(root) = root else {
        errors.on(literal, messages::no_manifest_dir());
        return None;
    };
    let wanted = literal.value();
    if Path::new(&wanted).is_absolute() {
        errors.on(literal, messages::absolute_path(&wanted));
        return None;
    }
    let candidates = [wanted.clone(), format!("wit/{wanted}")];
    let Some(shown) = candidates.into_iter().find(|path| root.join(path).exists()) else {
        let near = near_miss(root, &wanted);
        errors.on(literal, messages::wit_not_found(&wanted, near.as_deref()));
        return None;
    };
    match parse_path(&root.join(&shown), &shown) {
        Ok(parsed) => Some(Source {
            files: parsed
                .files
                .iter()
                .map(|file| from_root(root, file))
                .collect(),
            shown,
            parsed,
        }),
        Err(error) => {
            errors.on(literal, messages::wit_invalid(&shown, &error));
            None
        }
    }
}

/// A file's path from the root, the same on every platform.
fn from_root(root: &Path, file: &Path) -> String {
    let relative = file.strip_prefix(root).unwrap_or(file);
    relative
        .components()
        .filter_map(|component| match component {
            Component::Normal(name) => Some(name.to_string_lossy().into_owned()),
            Component::ParentDir => Some("..".to_owned()),
            _ => None,
        })
        .collect::<Vec<_>>()
        .join("/")
}

/// A file that the user may have meant: one of nearly the same name, beside where it was looked for.
fn near_miss(root: &Path, wanted: &str) -> Option<String> {
    let mut names = Vec::new();
    let folder = Path::new(wanted).parent().unwrap_or(Path::new(""));
    for base in ["", "wit"] {
        let folder = PathBuf::from(base).join(folder);
        let Ok(entries) = root.join(&folder).read_dir() else {
            continue;
        };
        for entry in entries.flatten() {
            let name = entry.file_name().to_string_lossy().into_owned();
            if name.ends_with(".wit") || entry.path().is_dir() {
                names.push(folder.join(&name).to_string_lossy().into_owned());
            }
        }
    }
    names.sort_unstable();
    let with_ending = format!("{wanted}.wit");
    let in_wit = |wanted: &str| {
        let candidates = names.iter().map(String::as_str);
        closest(&format!("wit/{wanted}"), candidates.clone())
            .or_else(|| closest(wanted, candidates))
    };
    names
        .iter()
        .map(String::as_str)
        .find(|name| *name == with_ending || *name == format!("wit/{with_ending}"))
        .or_else(|| in_wit(wanted))
        .map(str::to_owned)
}
