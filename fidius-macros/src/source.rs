use std::fs;
use std::path::{Component, Path, PathBuf};

use fidius_wit::wit_parser::{PackageId, Resolve, WorldId};
use fidius_wit::{closest, decode, parse_path, parse_text};
use syn::LitStr;

use crate::args::Args;
use crate::errors::Errors;
use crate::messages::{self, Wanted};

/// The WIT that was found and read.
pub(crate) struct Source {
    /// What errors call it: its path from the crate's root.
    pub(crate) shown: String,
    pub(crate) resolve: Resolve,
    pub(crate) package: PackageId,
    /// What a component says of itself, where the WIT is out of one.
    pub(crate) world: Option<WorldId>,
    /// The component that is to fit the WIT.
    pub(crate) component: Option<Decoded>,
    /// Every file read, from the crate's root, with `/`.
    pub(crate) files: Vec<String>,
    /// Features that the text has and that are not switched on.
    pub(crate) features: Vec<String>,
}

/// The WIT of a component.
pub(crate) struct Decoded {
    pub(crate) shown: String,
    pub(crate) resolve: Resolve,
    pub(crate) world: WorldId,
}

/// Reads the WIT: from a file, from the attribute, or out of a component.
pub(crate) fn find(root: Option<&Path>, args: &Args, errors: &mut Errors) -> Option<Source> {
    let features: Vec<String> = args.features.iter().map(LitStr::value).collect();
    let component = match &args.component {
        Some(literal) => Some(read_component(root, literal, errors)?),
        None => None,
    };
    let (mut files, component) = match component {
        Some((file, component)) => (vec![file], Some(component)),
        None => (Vec::new(), None),
    };
    let mut unstable = Vec::new();
    let (shown, parsed) = if let Some(literal) = &args.wit {
        let (root, shown) = locate(root, literal, Wanted::Wit, errors)?;
        if is_wasm(&root.join(&shown)) {
            errors.on(literal, messages::wit_is_a_component(&shown));
            return None;
        }
        let parsed = parse_path(&root.join(&shown), &shown, &features).map_err(|error| {
            errors.on(literal, messages::wit_invalid(&shown, &error));
        });
        let parsed = parsed.ok()?;
        for file in &parsed.files {
            unstable.extend(features_in(&fs::read_to_string(file).unwrap_or_default()));
        }
        files.extend(parsed.files.iter().map(|file| from_root(root, file)));
        (shown, parsed)
    } else if let Some(literal) = &args.inline {
        let text = literal.value();
        let parsed = parse_text(&text, INLINE, &features).map_err(|error| {
            let is_path = !text.contains(char::is_whitespace);
            errors.on(
                literal,
                if is_path {
                    messages::inline_is_a_path(&text)
                } else {
                    messages::wit_invalid(INLINE, &error)
                },
            );
        });
        unstable.extend(features_in(&text));
        (INLINE.to_owned(), parsed.ok()?)
    } else {
        let Decoded {
            shown,
            resolve,
            world,
        } = component?;
        let package = resolve.worlds[world].package?;
        return Some(Source {
            shown,
            resolve,
            package,
            world: Some(world),
            component: None,
            files,
            features: Vec::new(),
        });
    };
    unstable.retain(|name| !features.contains(name));
    unstable.sort_unstable();
    unstable.dedup();
    Some(Source {
        shown,
        features: unstable,
        resolve: parsed.resolve,
        package: parsed.package,
        world: None,
        component,
        files,
    })
}

/// The features in a WIT text: `fancy` of `@unstable(feature = fancy)`.
fn features_in(text: &str) -> impl Iterator<Item = String> {
    text.split("@unstable").skip(1).filter_map(|rest| {
        let (inside, _) = rest.trim_start().strip_prefix('(')?.split_once(')')?;
        let (_, value) = inside.split_once("feature")?;
        let value = value.trim_start().strip_prefix('=')?.trim_start();
        let end = value.find(|c: char| !(c.is_alphanumeric() || c == '-'));
        Some(value[..end.unwrap_or(value.len())].to_owned())
    })
}

/// Whether a file begins as WebAssembly does.
fn is_wasm(path: &Path) -> bool {
    fs::read(path).is_ok_and(|bytes| bytes.starts_with(b"\0asm"))
}

/// What errors call WIT that stands in the attribute.
const INLINE: &str = "inline";

fn read_component(
    root: Option<&Path>,
    literal: &LitStr,
    errors: &mut Errors,
) -> Option<(String, Decoded)> {
    let (root, shown) = locate(root, literal, Wanted::Component, errors)?;
    let path = root.join(&shown);
    if path.is_dir() {
        errors.on(literal, messages::component_is_a_folder(&shown));
        return None;
    }
    let decoded = fs::read(&path)
        .map_err(|error| messages::component_unreadable(&shown, &error))
        .and_then(|bytes| match bytes.get(..8) {
            // A module has its version there, a component has its layer too.
            Some([0, b'a', b's', b'm', _, _, 0, 0]) => Err(messages::component_is_a_module(&shown)),
            Some([0, b'a', b's', b'm', ..]) => {
                decode(&bytes).map_err(|error| messages::component_invalid(&shown, &error))
            }
            _ => Err(messages::component_is_no_wasm(&shown)),
        });
    match decoded {
        Ok((resolve, world)) => {
            let decoded = Decoded {
                shown,
                resolve,
                world,
            };
            Some((from_root(root, &path), decoded))
        }
        Err(message) => {
            errors.on(literal, message);
            None
        }
    }
}

/// Finds a file or folder at the crate's root or in its folder `wit`: the root, and the path from there.
fn locate<'a>(
    root: Option<&'a Path>,
    literal: &LitStr,
    what: Wanted,
    errors: &mut Errors,
) -> Option<(&'a Path, String)> {
    let Some(root) = root else {
        errors.on(literal, messages::no_manifest_dir());
        return None;
    };
    let wanted = literal.value();
    if Path::new(&wanted).is_absolute() {
        errors.on(literal, messages::absolute_path(&wanted, what));
        return None;
    }
    let candidates = [wanted.clone(), format!("wit/{wanted}")];
    let Some(shown) = candidates.into_iter().find(|path| root.join(path).exists()) else {
        let near = near_miss(root, &wanted, what);
        errors.on(literal, messages::not_found(&wanted, what, near.as_deref()));
        return None;
    };
    Some((root, shown))
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
fn near_miss(root: &Path, wanted: &str, what: Wanted) -> Option<String> {
    let mut names = Vec::new();
    let folder = Path::new(wanted).parent().unwrap_or(Path::new(""));
    for base in ["", "wit"] {
        let folder = PathBuf::from(base).join(folder);
        let Ok(entries) = root.join(&folder).read_dir() else {
            continue;
        };
        for entry in entries.flatten() {
            let name = entry.file_name().to_string_lossy().into_owned();
            let is_meant = match what {
                Wanted::Wit => name.ends_with(".wit") || entry.path().is_dir(),
                Wanted::Component => name.ends_with(".wasm"),
            };
            if is_meant {
                names.push(folder.join(&name).to_string_lossy().into_owned());
            }
        }
    }
    names.sort_unstable();
    let ending = match what {
        Wanted::Wit => "wit",
        Wanted::Component => "wasm",
    };
    let with_ending = format!("{wanted}.{ending}");
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
