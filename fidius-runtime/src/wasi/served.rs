//! Which imports WASI serves, by their names, and why not those that it doesn't.

use fidius_wit::InterfaceName;

/// The version of WASI 0.2 that the host has. A component that wants another patch of it is served too.
pub const WASI_VERSION: &str = "0.2.12";

/// The version of WASI 0.3 that the host has the basic interfaces of, beside [`WASI_VERSION`]: `None` in a program that is built
/// without the feature `wasi-p3`. A component that wants another patch of it is served too.
pub const WASI_P3_VERSION: Option<&str> = if cfg!(feature = "wasi-p3") {
    Some("0.3.0")
} else {
    None
};

/// The packages of WASI, and what keeps a component from getting what is in them, where something does.
const PACKAGES: &[(&str, Option<&str>)] = &[
    ("wasi:cli", None),
    ("wasi:clocks", None),
    ("wasi:filesystem", None),
    (
        "wasi:http",
        Some(
            "HTTP is not granted to plugins (it would be the capability `http`, which this version of fidius can't grant)",
        ),
    ),
    ("wasi:io", None),
    ("wasi:random", None),
    ("wasi:sockets", None),
];

/// What 0.3 has of sockets is not linked, unlike that of 0.2.
const SOCKETS: &str = "sockets of WASI 0.3 are not granted to plugins (they would be the capability `network`, which this version of fidius can't grant)";

/// The interfaces of 0.2 that are linked, without their version.
const LINKED: &[&str] = &[
    "wasi:cli/environment",
    "wasi:cli/exit",
    "wasi:cli/stderr",
    "wasi:cli/stdin",
    "wasi:cli/stdout",
    "wasi:cli/terminal-input",
    "wasi:cli/terminal-output",
    "wasi:cli/terminal-stderr",
    "wasi:cli/terminal-stdin",
    "wasi:cli/terminal-stdout",
    "wasi:clocks/monotonic-clock",
    "wasi:clocks/wall-clock",
    "wasi:filesystem/preopens",
    "wasi:filesystem/types",
    "wasi:io/error",
    "wasi:io/poll",
    "wasi:io/streams",
    "wasi:random/insecure",
    "wasi:random/insecure-seed",
    "wasi:random/random",
    "wasi:sockets/instance-network",
    "wasi:sockets/ip-name-lookup",
    "wasi:sockets/network",
    "wasi:sockets/tcp",
    "wasi:sockets/tcp-create-socket",
    "wasi:sockets/udp",
    "wasi:sockets/udp-create-socket",
];

/// The interfaces of 0.3 that are linked in a program that is built with the feature for it.
const LINKED_P3: &[&str] = &[
    "wasi:cli/environment",
    "wasi:cli/exit",
    "wasi:cli/stderr",
    "wasi:cli/stdin",
    "wasi:cli/stdout",
    "wasi:cli/terminal-input",
    "wasi:cli/terminal-output",
    "wasi:cli/terminal-stderr",
    "wasi:cli/terminal-stdin",
    "wasi:cli/terminal-stdout",
    "wasi:cli/types",
    "wasi:clocks/monotonic-clock",
    "wasi:clocks/system-clock",
    "wasi:clocks/types",
    "wasi:filesystem/preopens",
    "wasi:filesystem/types",
    "wasi:random/insecure",
    "wasi:random/insecure-seed",
    "wasi:random/random",
];

/// Those of the [`LINKED`] interfaces in which a guest may wait, so that they have to be others for async calls. Those of 0.3 are the same
/// for all calls.
const WAITING: &[&str] = &["wasi:io/poll", "wasi:io/streams"];

/// The WASIs that there are.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Release {
    P2,
    P3,
}

impl Release {
    /// That of a version: any patch, but nothing from before the release.
    fn of(version: &str) -> Option<Self> {
        let (release, patch) = if let Some(patch) = version.strip_prefix("0.2.") {
            (Self::P2, patch)
        } else {
            (Self::P3, version.strip_prefix("0.3.")?)
        };
        let is_number = !patch.is_empty() && patch.bytes().all(|digit| digit.is_ascii_digit());
        is_number.then_some(release)
    }

    /// The version that the host has.
    fn version(self) -> Option<&'static str> {
        match self {
            Self::P2 => Some(WASI_VERSION),
            Self::P3 => WASI_P3_VERSION,
        }
    }

    /// The interfaces that are linked where it is there.
    fn linked(self) -> &'static [&'static str] {
        match self {
            Self::P2 => LINKED,
            Self::P3 => LINKED_P3,
        }
    }
}

/// Whether an import of this name is served: any patch of a release that is there.
pub(crate) fn provides(import: &str) -> bool {
    served(import).is_some()
}

/// The release that serves an import, and the name of the interface without its version.
fn served(import: &str) -> Option<(Release, &str)> {
    let (name, version) = import.split_once('@')?;
    let release = Release::of(version)?;
    (release.version().is_some() && release.linked().contains(&name)).then_some((release, name))
}

/// Whether a guest may wait in functions of an import of this name, so that they have to be others for async calls.
pub(crate) fn waits(import: &str) -> bool {
    served(import).is_some_and(|(release, name)| release == Release::P2 && WAITING.contains(&name))
}

/// For a person: why an import of this name is not served, and the capability that it would take; `None` where it is no interface
/// of the packages of WASI.
pub(crate) fn why_missing(import: &str) -> Option<String> {
    let InterfaceName {
        package, version, ..
    } = InterfaceName::parse(import);
    let (_, capability) = PACKAGES.iter().find(|(name, _)| *name == package)?;
    let release = version.and_then(Release::of);
    let has = match WASI_P3_VERSION {
        Some(p3) => format!("this host has WASI {WASI_VERSION} and {p3}"),
        None => format!("this host has WASI {WASI_VERSION}"),
    };
    let here = release.and_then(Release::version);
    let version_missing = match (here, version) {
        (Some(_), _) => None,
        (None, Some(version)) => {
            let name = import.split_once('@').map_or(import, |(name, _)| name);
            let mend = if release.is_some_and(|release| release.linked().contains(&name)) {
                "build the program with fidius' feature `wasi-p3`, or the component for wasm32-wasip2"
            } else {
                "build it for wasm32-wasip2"
            };
            Some(format!("the component wants WASI {version}, {has}; {mend}"))
        }
        (None, None) => Some(format!(
            "the component does not say which version of WASI it wants, {has}; build it for wasm32-wasip2"
        )),
    };
    let sockets = release == Some(Release::P3) && package == "wasi:sockets";
    let capability = capability.or(sockets.then_some(SOCKETS));
    let parts = [version_missing, capability.map(str::to_owned)];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    if parts.is_empty() {
        let here = here.unwrap_or(WASI_VERSION);
        return Some(format!("this host has WASI {here} without this interface"));
    }
    Some(parts.join("; "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_interface_that_is_linked_belongs_to_a_known_package() {
        for linked in LINKED {
            assert!(provides(&format!("{linked}@{WASI_VERSION}")));
        }
        for linked in LINKED.iter().chain(LINKED_P3) {
            assert!(why_missing(&format!("{linked}@0.4.0")).is_some());
        }
        for linked in LINKED_P3 {
            for version in ["0.3.0", "0.3.7"] {
                let import = format!("{linked}@{version}");
                assert_eq!(provides(&import), WASI_P3_VERSION.is_some(), "{import}");
            }
            assert!(!provides(&format!("{linked}@0.3.0-rc-2025-09-16")));
        }
    }

    #[test]
    fn a_guest_waits_in_io() {
        assert!(WAITING.iter().all(|name| LINKED.contains(name)));
        assert!(waits("wasi:io/poll@0.2.3"));
        assert!(!waits("wasi:io/poll@0.3.0"));
        assert!(!waits("wasi:io/error@0.2.12"));
        assert!(!waits("wasi:clocks/monotonic-clock@0.3.0"));
    }

    #[track_caller]
    fn why(import: &str) -> String {
        why_missing(import).unwrap()
    }

    const HTTP: &str = "HTTP is not granted to plugins (it would be the capability `http`, which this version of fidius can't grant)";

    #[test]
    fn what_is_missing_is_told_with_the_capability() {
        assert_eq!(why("wasi:http/types@0.2.3"), HTTP);
        assert_eq!(
            why("wasi:clocks/timezone@0.2.6"),
            "this host has WASI 0.2.12 without this interface"
        );
        assert_eq!(why_missing("wasi:keyvalue/store@0.2.0-draft"), None);
        assert_eq!(why_missing("a:b/c@0.2.0"), None);
    }

    #[cfg(not(feature = "wasi-p3"))]
    #[test]
    fn what_is_missing_is_told_with_both_versions() {
        assert_eq!(
            why("wasi:cli/environment@0.3.0"),
            "the component wants WASI 0.3.0, this host has WASI 0.2.12; build the program with fidius' feature `wasi-p3`, or the \
             component for wasm32-wasip2"
        );
        assert_eq!(
            why("wasi:clocks/system-clock@0.3.0-rc-2025-09-16"),
            "the component wants WASI 0.3.0-rc-2025-09-16, this host has WASI 0.2.12; build it for wasm32-wasip2"
        );
        assert_eq!(
            why("wasi:clocks/timezone@0.3.0"),
            "the component wants WASI 0.3.0, this host has WASI 0.2.12; build it for wasm32-wasip2"
        );
        assert_eq!(
            why("wasi:io/poll"),
            "the component does not say which version of WASI it wants, this host has WASI 0.2.12; build it for wasm32-wasip2"
        );
        assert_eq!(
            why("wasi:http/client@0.3.0"),
            format!(
                "the component wants WASI 0.3.0, this host has WASI 0.2.12; build it for wasm32-wasip2; {HTTP}"
            )
        );
        assert_eq!(
            why("wasi:sockets/types@0.3.0"),
            format!(
                "the component wants WASI 0.3.0, this host has WASI 0.2.12; build it for wasm32-wasip2; {SOCKETS}"
            )
        );
    }

    #[cfg(feature = "wasi-p3")]
    #[test]
    fn what_is_missing_is_told_with_all_versions() {
        assert_eq!(
            why("wasi:clocks/system-clock@0.3.0-rc-2025-09-16"),
            "the component wants WASI 0.3.0-rc-2025-09-16, this host has WASI 0.2.12 and 0.3.0; build it for wasm32-wasip2"
        );
        assert_eq!(
            why("wasi:clocks/timezone@0.3.0"),
            "this host has WASI 0.3.0 without this interface"
        );
        assert_eq!(
            why("wasi:io/poll"),
            "the component does not say which version of WASI it wants, this host has WASI 0.2.12 and 0.3.0; build it for \
             wasm32-wasip2"
        );
        assert_eq!(why("wasi:http/client@0.3.0"), HTTP);
        assert_eq!(why("wasi:sockets/types@0.3.0"), SOCKETS);
    }
}
