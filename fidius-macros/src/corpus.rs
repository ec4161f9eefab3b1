//! The WIT that the engine tests its own bindings with: every case must expand. It is read where cargo has unpacked the engine's
//! packages.

use std::path::{Path, PathBuf};

use proc_macro2::TokenStream;
use quote::quote;

/// The folder of a package in cargo's registry, of whatever version.
fn package(name: &str) -> Option<PathBuf> {
    let home = std::env::var_os("CARGO_HOME")
        .map(PathBuf::from)
        .or_else(|| Some(PathBuf::from(std::env::var_os("HOME")?).join(".cargo")))?;
    let registries = home.join("registry/src").read_dir().ok()?;
    let packages = registries.flatten().flat_map(|registry| {
        let packages = registry.path().read_dir().into_iter().flatten();
        packages.flatten().map(|package| package.path())
    });
    let mut found: Vec<PathBuf> = packages
        .filter(|path| {
            let file = path.file_name().and_then(|name| name.to_str());
            let version = file
                .and_then(|file| file.strip_prefix(name))
                .and_then(|rest| rest.strip_prefix('-'));
            version.is_some_and(|version| version.starts_with(|c: char| c.is_ascii_digit()))
        })
        .collect();
    found.sort();
    found.pop()
}

/// The texts of all errors in an expansion.
fn errors(tokens: TokenStream, errors: &mut Vec<String>) {
    let mut after_macro = false;
    for token in tokens {
        match token {
            proc_macro2::TokenTree::Group(group) if after_macro => {
                errors.push(group.stream().to_string());
                after_macro = false;
            }
            proc_macro2::TokenTree::Group(group) => self::errors(group.stream(), errors),
            proc_macro2::TokenTree::Ident(ident) => after_macro = ident == "compile_error",
            proc_macro2::TokenTree::Punct(punct) if punct.as_char() == '!' => {}
            _ => after_macro = false,
        }
    }
}

#[test]
fn every_case_of_the_engine_expands() {
    let Some(package) = package("wasmtime-internal-component-macro") else {
        panic!(
            "cargo has unpacked no `wasmtime-internal-component-macro`, of which the engine is made"
        );
    };
    let folder = package.join("tests/codegen");
    let mut names: Vec<String> = folder
        .read_dir()
        .expect("the package has its tests")
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    assert!(names.len() >= 30, "{names:?}");
    let mut wrong = Vec::new();
    for name in names {
        check(&folder, &name, &mut wrong);
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The features that a WIT file names.
fn features(text: &str) -> Vec<String> {
    let named = text.split("@unstable(feature = ").skip(1);
    let mut features: Vec<String> = named
        .filter_map(|rest| Some(rest.split_once(')')?.0.to_owned()))
        .collect();
    features.sort();
    features.dedup();
    features
}

fn check(folder: &Path, name: &str, wrong: &mut Vec<String>) {
    let features = match std::fs::read_to_string(folder.join(name)) {
        Ok(text) => features(&text),
        // A folder; none of them has any.
        Err(_) => Vec::new(),
    };
    let expanded = crate::host_in(
        Some(folder),
        quote!(wit = #name, features = [#(#features),*]),
        quote!(
            pub struct Case;
        ),
    );
    let mut found = Vec::new();
    errors(expanded.clone(), &mut found);
    wrong.extend(found.iter().map(|error| format!("{name}: {error}")));
    if let Err(error) = syn::parse2::<syn::File>(expanded) {
        wrong.push(format!("{name}: the expansion is no Rust: {error}"));
    }
}
