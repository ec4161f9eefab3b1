use std::fmt;

use crate::Interface;

/// The parts of `namespace:package/interface@version`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct InterfaceName<'a> {
    /// `namespace:package`; empty for a label.
    pub package: &'a str,
    /// The interface, or the label.
    pub interface: &'a str,
    /// The version of the package, where it has one.
    pub version: Option<&'a str>,
}

impl<'a> InterfaceName<'a> {
    /// Takes a name apart.
    pub fn parse(name: &'a str) -> Self {
        let (path, version) = match name.split_once('@') {
            Some((path, version)) => (path, Some(version)),
            None => (name, None),
        };
        let (package, interface) = path.rsplit_once('/').unwrap_or(("", path));
        Self {
            package,
            interface,
            version,
        }
    }

    /// Whether both name the same interface, in whatever version.
    pub fn is_same_interface(&self, other: &Self) -> bool {
        self.package == other.package && self.interface == other.interface
    }

    /// Whether a component that has `other` can serve a host that wants `self`, by the rule that the engine links
    /// imports with: within one major version from 1.0.0 on, within one minor version before, never across versions
    /// 0.0.x and pre-releases.
    pub fn is_compatible(&self, other: &Self) -> bool {
        self.is_same_interface(other)
            && (self.version == other.version
                || match (self.version, other.version) {
                    (Some(wanted), Some(found)) => {
                        let track = semver_track(wanted);
                        track.is_some() && track == semver_track(found)
                    }
                    _ => false,
                })
    }

    /// The version as numbers that order as versions do; the pre-release is left out.
    pub fn version_numbers(&self) -> Option<[u64; 3]> {
        numbers(self.version?.split(['-', '+']).next()?)
    }
}

impl fmt::Display for InterfaceName<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !self.package.is_empty() {
            write!(f, "{}/", self.package)?;
        }
        f.write_str(self.interface)?;
        match self.version {
            Some(version) => write!(f, "@{version}"),
            None => Ok(()),
        }
    }
}

/// The interface among `there` that serves who wants `wanted`: the very same, or the newest compatible version.
pub fn serving<'a>(
    wanted: &str,
    there: impl IntoIterator<Item = &'a Interface>,
) -> Option<&'a Interface> {
    let name = InterfaceName::parse(wanted);
    let mut best: Option<&Interface> = None;
    for interface in there {
        if &*interface.name == wanted {
            return Some(interface);
        }
        let found = InterfaceName::parse(&interface.name);
        let version =
            |interface: &Interface| InterfaceName::parse(&interface.name).version_numbers();
        let is_newer = best.is_none_or(|best| found.version_numbers() > version(best));
        if name.is_compatible(&found) && is_newer {
            best = Some(interface);
        }
    }
    best
}

fn numbers(version: &str) -> Option<[u64; 3]> {
    let mut parts = version.split('.').map(str::parse);
    let numbers = [
        parts.next()?.ok()?,
        parts.next()?.ok()?,
        parts.next()?.ok()?,
    ];
    parts.next().is_none().then_some(numbers)
}

/// What must agree for two versions to be compatible; `None` where only the very same version is.
fn semver_track(version: &str) -> Option<[u64; 2]> {
    let version = version.split('+').next()?;
    match numbers(version)? {
        [0, 0, _] => None,
        [0, minor, _] => Some([0, minor]),
        [major, ..] => Some([major, 0]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_taken_apart() {
        let name = InterfaceName::parse("wasi:io/streams@0.2.3");
        assert_eq!(name.package, "wasi:io");
        assert_eq!(name.interface, "streams");
        assert_eq!(name.version, Some("0.2.3"));
        assert_eq!(name.to_string(), "wasi:io/streams@0.2.3");
        assert_eq!(InterfaceName::parse("label").to_string(), "label");
    }

    #[test]
    fn versions_are_compatible_within_a_track() {
        let compatible = |wanted: &str, found: &str| {
            let (wanted, found) = (format!("a:b/c{wanted}"), format!("a:b/c{found}"));
            InterfaceName::parse(&wanted).is_compatible(&InterfaceName::parse(&found))
        };
        assert!(compatible("", ""));
        assert!(compatible("@1.2.3", "@1.9.0"));
        assert!(compatible("@1.9.0", "@1.2.3"));
        assert!(compatible("@0.2.0", "@0.2.12"));
        assert!(compatible("@1.0.0-rc1", "@1.0.0-rc1"));
        assert!(!compatible("", "@1.0.0"));
        assert!(!compatible("@1.0.0", "@2.0.0"));
        assert!(!compatible("@0.1.0", "@0.2.0"));
        assert!(!compatible("@0.0.1", "@0.0.2"));
        assert!(!compatible("@1.0.0-rc1", "@1.0.0"));
    }
}
