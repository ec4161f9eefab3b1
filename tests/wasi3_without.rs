//! Plugins that need WASI 0.3, in a program that is built without the feature for it.

#![cfg(not(feature = "wasi-p3"))]

use fidius::{Component, Dynamic, Runtime, WASI_P3_VERSION, WASI_VERSION};

#[fidius::host(wit = "wasi3.wit")]
struct Plugin;

#[test]
fn they_are_refused_and_the_feature_is_named() {
    assert_eq!((WASI_VERSION, WASI_P3_VERSION), ("0.2.12", None));
    for component in [
        "guests/built/wasi3-std.wasm",
        "guests/built/wasi3-minimal.wasm",
    ] {
        let info = Component::load(&Runtime::shared(), component)
            .unwrap()
            .info();
        assert_eq!(info.wasi.as_deref(), Some("0.3.0"));
        for error in [
            Plugin::load(component).unwrap_err(),
            Dynamic::load(component).unwrap_err(),
        ] {
            assert!(error.is_denied(), "{error}");
            let text = error.to_string();
            assert!(text.contains("imports 6 things"), "{text}");
            for import in [
                "wasi:clocks/monotonic-clock",
                "wasi:random/random",
                "wasi:cli/environment",
                "wasi:cli/stdout",
                "wasi:filesystem/types",
                "wasi:filesystem/preopens",
            ] {
                let said = format!(
                    "`{import}@0.3.0`: the component wants WASI 0.3.0, this host has WASI 0.2.12; build the program with fidius' \
                     feature `wasi-p3`, or the component for wasm32-wasip2"
                );
                assert!(text.contains(&said), "`{said}` is not in:\n{text}");
            }
        }
    }
}
