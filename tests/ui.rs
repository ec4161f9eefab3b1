//! What a user is told: programs that must not compile, each beside what the compiler says about it.

use std::path::{Path, PathBuf};
use std::process::Command;

#[test]
fn ui() {
    link("wit", "ui-tests/wit");
    link("built", "guests/built");
    let cases = trybuild::TestCases::new();
    // A case that passes would make trybuild build everything instead of checking it.
    cases.compile_fail("ui-tests/*/*.rs");
    if cfg!(not(feature = "serde")) {
        cases.compile_fail("ui-tests/arguments/without-serde/*.rs");
    }
    if cfg!(feature = "bincode") {
        cases.compile_fail("ui-tests/streams/with-bincode/*.rs");
        cases.compile_fail("ui-tests/host_interface/with-bincode/*.rs");
    }
}

/// Puts a folder of this crate where the programs find it: trybuild compiles them in a crate of its own.
fn link(name: &str, folder: &str) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let root = target_directory()
        .join("tests/trybuild")
        .join(env!("CARGO_PKG_NAME"));
    let link = root.join(name);
    if link.canonicalize().ok() == folder.canonicalize().ok() {
        return;
    }
    std::fs::create_dir_all(&root).expect("the folder of trybuild's crate can be made");
    // A link to another checkout, or a copy.
    let _ = std::fs::remove_file(&link).or_else(|_| std::fs::remove_dir_all(&link));
    #[cfg(unix)]
    std::os::unix::fs::symlink(&folder, &link).expect("a link can be made");
    #[cfg(windows)]
    std::os::windows::fs::symlink_dir(&folder, &link).expect("a link can be made");
}

/// The target folder, found as trybuild finds it.
fn target_directory() -> PathBuf {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let output = Command::new(cargo)
        .args(["metadata", "--no-deps", "--format-version=1"])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .expect("cargo runs");
    let metadata: serde_json::Value =
        serde_json::from_slice(&output.stdout).expect("cargo tells its metadata");
    metadata["target_directory"]
        .as_str()
        .expect("cargo tells its target folder")
        .into()
}
