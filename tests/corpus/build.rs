//! Finds WIT in the packages that cargo has unpacked, and writes a host for each world or interface in it.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::{Component, Path, PathBuf};
use std::process::Command;
use std::{env, fs};

/// A world by its name, and which ways all interfaces are in it.
type World = (&'static str, &'static [&'static str]);

const ALL: &[World] = &[
    ("imported", &["import"]),
    ("exported", &["export"]),
    ("both", &["import", "export"]),
];

/// What the others have is in it.
const BOTH: &[World] = &[("both", &["import", "export"])];

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    let out = PathBuf::from(env::var_os("OUT_DIR").expect("cargo sets it"));
    let mut hosts = Hosts {
        root: PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").expect("cargo sets it")),
        text: String::new(),
    };
    let packages = packages();
    let cases = packages["wasmtime-internal-component-macro"].join("tests/codegen");
    hosts.cases(&cases);
    let wasi = packages["wasmtime-wasi"].join("src");
    for (version, worlds) in [("p2", ALL), ("p3", BOTH)] {
        let folder = wasi.join(version).join("wit");
        hosts.wasi_exports(&folder);
        hosts.wasi_renamed(version, &folder, &out.join("renamed").join(version), worlds);
    }
    hosts.streams();
    fs::write(out.join("hosts.rs"), hosts.text).expect("the folder is writable");
}

/// The folders of all packages that the workspace is made of.
fn packages() -> BTreeMap<String, PathBuf> {
    let cargo = env::var_os("CARGO").expect("cargo sets it");
    let output = Command::new(cargo)
        .args(["metadata", "--format-version=1", "--offline"])
        .output()
        .expect("cargo runs");
    assert!(
        output.status.success(),
        "cargo metadata: {}",
        String::from_utf8_lossy(&output.stderr)
    );
    let metadata = String::from_utf8(output.stdout).expect("JSON is UTF-8");
    // `"manifest_path":"/…/name-1.2.3/Cargo.toml"`: no JSON reader is needed for that.
    metadata
        .split("\"manifest_path\":\"")
        .skip(1)
        .filter_map(|rest| {
            let manifest = rest.split('"').next()?.replace("\\\\", "\\");
            let folder = Path::new(&manifest).parent()?;
            let name = folder.file_name()?.to_str()?;
            let name = name.rsplit_once('-').map_or(name, |(name, _)| name);
            Some((name.to_owned(), folder.to_owned()))
        })
        .collect()
}

struct Hosts {
    root: PathBuf,
    text: String,
}

impl Hosts {
    /// One host, in a module of its own.
    fn host(&mut self, name: &str, wit: &Path, further: &str) {
        let module: String = name
            .chars()
            .map(|c| if c.is_ascii_alphanumeric() { c } else { '_' })
            .collect();
        let wit = relative(&self.root, wit);
        writeln!(
            self.text,
            "/// `{name}`\npub mod {module} {{\n    #[fidius::host(wit = {wit:?}{further})]\n    pub struct Host;\n}}"
        )
        .expect("a string takes all");
    }

    /// The engine's own cases.
    fn cases(&mut self, folder: &Path) {
        let mut names: Vec<_> = fs::read_dir(folder)
            .expect("the package has its tests")
            .map(|entry| entry.expect("the folder can be read").path())
            .collect();
        names.sort();
        for path in names {
            println!("cargo::rerun-if-changed={}", path.display());
            let name = path
                .file_name()
                .expect("it has one")
                .to_string_lossy()
                .into_owned();
            let text = fs::read_to_string(&path).unwrap_or_default();
            let features = features(&text);
            let further = if features.is_empty() {
                String::new()
            } else {
                format!(", features = {features:?}")
            };
            self.host(&format!("case {name}"), &path, &further);
        }
    }

    /// Every interface of WASI as one that a plugin exports.
    fn wasi_exports(&mut self, folder: &Path) {
        for interface in interfaces(folder) {
            let further = format!(", interface = {interface:?}");
            self.host(&format!("exported {interface}"), folder, &further);
        }
    }

    /// Every interface of WASI as one that the host gives, under a name that the runtime does not see to, and all of them both
    /// ways at once.
    fn wasi_renamed(&mut self, version: &str, folder: &Path, renamed: &Path, worlds: &[World]) {
        let deps = renamed.join("deps");
        fs::create_dir_all(&deps).expect("the folder is writable");
        for entry in fs::read_dir(folder.join("deps")).expect("WASI has packages") {
            let entry = entry.expect("the folder can be read");
            let text = fs::read_to_string(entry.path()).expect("WIT is text");
            fs::write(
                deps.join(entry.file_name()),
                text.replace("wasi:", "renamed:"),
            )
            .expect("the folder is writable");
        }
        let mut world = "package test:all;\n".to_owned();
        for (name, directions) in worlds {
            writeln!(world, "world {name} {{").expect("a string takes all");
            for interface in interfaces(folder) {
                let interface = interface.replace("wasi:", "renamed:");
                for direction in *directions {
                    writeln!(world, "  {direction} {interface};").expect("a string takes all");
                }
            }
            world.push_str("}\n");
        }
        fs::write(renamed.join("world.wit"), world).expect("the folder is writable");
        for (name, _) in worlds {
            let further = format!(", world = {name:?}");
            self.host(&format!("all {name} {version}"), renamed, &further);
        }
    }

    /// What the macro's own snapshots have of streams, futures and async functions, with methods of both forms.
    fn streams(&mut self) {
        let folder = self.root.join("../../fidius-macros/snapshots");
        let items = "client_streams(\"sum\" = u32, \"meter.join\" = super::Word, \"echo\" = Vec<crate::Word>)";
        for (name, further) in [("streams", String::new()), ("pulled", format!(", {items}"))] {
            let file = folder.join(name).with_extension("wit");
            println!("cargo::rerun-if-changed={}", file.display());
            self.host(name, &file, &further);
            self.host(
                &format!("{name} async"),
                &file,
                &format!("{further}, async"),
            );
        }
    }
}

/// The features that a WIT file names.
fn features(text: &str) -> Vec<&str> {
    let named = text.split("@unstable(feature = ").skip(1);
    let mut features: Vec<&str> = named
        .filter_map(|rest| Some(rest.split_once(')')?.0))
        .collect();
    features.sort_unstable();
    features.dedup();
    features
}

/// The whole names of the interfaces in the packages that a folder depends on.
fn interfaces(folder: &Path) -> Vec<String> {
    let mut names = Vec::new();
    for entry in fs::read_dir(folder.join("deps")).expect("WASI has packages") {
        let text =
            fs::read_to_string(entry.expect("the folder can be read").path()).expect("WIT is text");
        let package = text
            .lines()
            .find_map(|line| line.strip_prefix("package ")?.strip_suffix(';'))
            .expect("each file is a package");
        let (package, version) = package.split_once('@').expect("WASI has versions");
        let mut is_stable = true;
        for line in text.lines() {
            if line.starts_with("@unstable") {
                is_stable = false;
            } else if let Some(rest) = line.strip_prefix("interface ") {
                let name = rest.split([' ', '{']).next().expect("it has a name");
                if is_stable {
                    names.push(format!("{package}/{name}@{version}"));
                }
                is_stable = true;
            } else if line.starts_with("world ") {
                is_stable = true;
            }
        }
    }
    names.sort();
    names
}

/// The way from one folder to another, with `/`.
fn relative(from: &Path, to: &Path) -> String {
    let from: Vec<Component<'_>> = from.components().collect();
    let to: Vec<Component<'_>> = to.components().collect();
    let common = from.iter().zip(&to).take_while(|(a, b)| a == b).count();
    let up = from[common..].iter().map(|_| "..".to_owned());
    let down = to[common..]
        .iter()
        .map(|part| part.as_os_str().to_string_lossy().into_owned());
    up.chain(down).collect::<Vec<_>>().join("/")
}
