use std::error::Error;
use std::path::{Path, PathBuf};
use std::{fmt, fs, io};

use wit_parser::{PackageId, Resolve, SourceMap, UnresolvedPackageGroup};

/// A WIT package and what it depends on.
pub struct Parsed {
    /// All packages read.
    pub resolve: Resolve,
    /// The package of the file or folder itself.
    pub package: PackageId,
    /// Every file read.
    pub files: Vec<PathBuf>,
}

/// WIT that could not be read, or that is wrong.
#[derive(Debug)]
pub struct ParseError {
    message: String,
    source: Option<io::Error>,
}

impl fmt::Display for ParseError {
    /// What is wrong; for a mistake in the text with `file:line:column` and the line itself.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl Error for ParseError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        self.source.as_ref().map(|source| source as _)
    }
}

/// Reads a WIT file alone, or a folder: all its `.wit` files as one package, with the packages in its `deps` folder.
///
/// `shown` stands for `path` in the texts of errors. Items behind `@unstable` are there for the features named.
///
/// # Errors
///
/// A file that can't be read, or text that is no valid WIT.
pub fn parse_path(path: &Path, shown: &str, features: &[String]) -> Result<Parsed, ParseError> {
    let mut files = Vec::new();
    let is_folder = path.is_dir();
    let main = if is_folder {
        parse_folder(path, shown, &mut files)?
    } else {
        parse_files(&[(path.to_owned(), shown.to_owned())], shown, &mut files)?
    };
    let deps = if is_folder {
        parse_deps(&path.join("deps"), &format!("{shown}/deps"), &mut files)?
    } else {
        Vec::new()
    };
    resolve(main, deps, files, features)
}

/// Reads WIT text that stands for one file.
///
/// `shown` is what the texts of errors call it.
///
/// # Errors
///
/// Text that is no valid WIT.
pub fn parse_text(text: &str, shown: &str, features: &[String]) -> Result<Parsed, ParseError> {
    let mut map = SourceMap::new();
    map.push_str(shown, text);
    if text.trim().is_empty() {
        return Err(empty(shown));
    }
    resolve(parse(map)?, Vec::new(), Vec::new(), features)
}

fn resolve(
    main: UnresolvedPackageGroup,
    deps: Vec<UnresolvedPackageGroup>,
    files: Vec<PathBuf>,
    features: &[String],
) -> Result<Parsed, ParseError> {
    let mut resolve = Resolve::default();
    resolve.features.extend(features.iter().cloned());
    match resolve.push_groups(main, deps) {
        Ok(package) => Ok(Parsed {
            resolve,
            package,
            files,
        }),
        Err(error) => Err(ParseError {
            message: resolve.render_error(&error.into()),
            source: None,
        }),
    }
}

fn parse_deps(
    deps: &Path,
    shown: &str,
    files: &mut Vec<PathBuf>,
) -> Result<Vec<UnresolvedPackageGroup>, ParseError> {
    if !deps.exists() {
        return Ok(Vec::new());
    }
    let mut groups = Vec::new();
    for name in entries(deps, shown)? {
        let path = deps.join(&name);
        let shown = format!("{shown}/{name}");
        if path.is_dir() {
            groups.push(parse_folder(&path, &shown, files)?);
        } else if name.ends_with(".wit") {
            groups.push(parse_files(&[(path, shown.clone())], &shown, files)?);
        }
    }
    Ok(groups)
}

fn parse_folder(
    folder: &Path,
    shown: &str,
    files: &mut Vec<PathBuf>,
) -> Result<UnresolvedPackageGroup, ParseError> {
    let sources: Vec<_> = entries(folder, shown)?
        .into_iter()
        .filter(|name| name.ends_with(".wit"))
        .map(|name| (folder.join(&name), format!("{shown}/{name}")))
        .collect();
    if sources.is_empty() {
        return Err(ParseError {
            message: format!("the folder `{shown}` has no `.wit` file"),
            source: None,
        });
    }
    parse_files(&sources, shown, files)
}

fn parse_files(
    sources: &[(PathBuf, String)],
    shown: &str,
    files: &mut Vec<PathBuf>,
) -> Result<UnresolvedPackageGroup, ParseError> {
    let mut map = SourceMap::new();
    let mut is_empty = true;
    for (path, shown) in sources {
        let text = fs::read_to_string(path).map_err(|source| unreadable(shown, source))?;
        is_empty &= text.trim().is_empty();
        map.push_str(shown, text);
        files.push(path.clone());
    }
    if is_empty {
        return Err(empty(shown));
    }
    parse(map)
}

fn parse(map: SourceMap) -> Result<UnresolvedPackageGroup, ParseError> {
    map.parse().map_err(|(map, error)| ParseError {
        message: error.render(&map),
        source: None,
    })
}

fn empty(shown: &str) -> ParseError {
    ParseError {
        message: format!(
            "`{shown}` is empty: expected a `package` line and an interface or a world"
        ),
        source: None,
    }
}

/// The names in a folder, sorted, so that what is generated does not depend on the file system.
fn entries(folder: &Path, shown: &str) -> Result<Vec<String>, ParseError> {
    let names = || -> io::Result<Vec<String>> {
        fs::read_dir(folder)?
            .map(|entry| Ok(entry?.file_name().to_string_lossy().into_owned()))
            .collect()
    };
    let mut names = names().map_err(|source| unreadable(shown, source))?;
    names.sort_unstable();
    Ok(names)
}

fn unreadable(shown: &str, source: io::Error) -> ParseError {
    ParseError {
        message: format!("`{shown}` can't be read: {source}"),
        source: Some(source),
    }
}
