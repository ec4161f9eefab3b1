//! The texts that say why a component and a host don't fit: the same when a component is loaded and when the attribute
//! looks at one while compiling.
//!
//! `component` is always what the text calls the component: a path in backquotes, or a description.

use crate::compare::OfImport;
use crate::{Difference, Function, Interface, InterfaceName};

/// The component exports the interface, and it differs from what is expected.
pub fn does_not_fit(
    component: &str,
    expected: &Interface,
    found: &Interface,
    differences: &[Difference],
) -> String {
    let count = match differences.len() {
        1 => "one difference".to_owned(),
        count => format!("{count} differences"),
    };
    let mut text = format!("{component} does not fit `{}`: {count}", expected.name);
    if found.name != expected.name {
        text.push_str(&format!(" (it exports `{}`)", found.name));
    }
    for difference in differences {
        text.push_str(&format!("\n  - {difference}"));
    }
    text
}

/// The component does not export the interface; `exports` is what it does export.
pub fn no_interface(component: &str, expected: &Interface, exports: &[Interface]) -> String {
    let wanted = InterfaceName::parse(&expected.name);
    let mut text = format!(
        "{component} does not export the interface `{}`",
        expected.name
    );
    let other_version = exports
        .iter()
        .find(|export| wanted.is_same_interface(&InterfaceName::parse(&export.name)));
    if let Some(other) = other_version {
        text.push_str(&format!(
            ": it has another version of it, `{}`, which is not compatible",
            other.name
        ));
    } else if exports.is_empty() {
        text.push_str(": it exports no interface at all");
    } else {
        text.push_str("; it exports");
        for export in exports {
            text.push_str(&format!("\n  - `{}`", export.name));
        }
        let same_name = exports
            .iter()
            .find(|export| InterfaceName::parse(&export.name).interface == wanted.interface);
        if let Some(other) = same_name {
            text.push_str(&format!(
                "\nIf `{}` is the one meant, give the WIT the same package name.",
                other.name
            ));
        }
    }
    text
}

/// The component imports what the host does not provide: one item for each import, made by [`unknown_import`],
/// [`different_import`] or [`different_function`].
pub fn imports_not_provided(component: &str, items: &[String]) -> String {
    let count = match items.len() {
        1 => "something".to_owned(),
        count => format!("{count} things"),
    };
    format!(
        "{component} imports {count} that this host does not provide:\n{}",
        items.join("\n")
    )
}

/// An import that the host has nothing for: its name, [why not](why_not_offered), and the functions that the component wants of it.
pub fn unknown_import(name: &str, why: &str, wanted: &[Function]) -> String {
    let mut text = format!("  - `{name}`: {why}");
    for function in wanted {
        text.push_str(&format!("\n      {function}"));
    }
    text
}

/// An import that the host has something else for: the [differences](crate::compare_import()) between what the component
/// wants and what the host offers under `offered`.
///
/// `missing` are the resources that it wants and the host does not have.
pub fn different_import(
    name: &str,
    offered: &str,
    missing: &[&str],
    differences: &[Difference],
) -> String {
    let mut text = format!("  - `{name}`: this host offers it with other functions");
    if offered != name {
        text.push_str(&format!(", as `{offered}`"));
    }
    for resource in missing {
        text.push_str(&format!(
            "\n      resource `{resource}`\n          wanted:   a resource\n          offered:  nothing"
        ));
    }
    list(&mut text, differences);
    text
}

/// A function that the component imports by itself, and that the host offers with other types.
pub fn different_function(name: &str, differences: &[Difference]) -> String {
    let mut text =
        format!("  - `{name}`: this host offers a function of that name that is not the same");
    list(&mut text, differences);
    text
}

fn list(text: &mut String, differences: &[Difference]) {
    for difference in differences {
        let difference = OfImport(difference).to_string().replace('\n', "\n    ");
        text.push_str(&format!("\n      {difference}"));
    }
}

/// For an import that the host has nothing for: why not, where `offered` are the names of all that it offers.
pub fn why_not_offered(name: &str, offered: &[&str]) -> String {
    let wanted = InterfaceName::parse(name);
    let other_version = offered
        .iter()
        .find(|offered| wanted.is_same_interface(&InterfaceName::parse(offered)));
    if let Some(other) = other_version {
        format!("this host has another version of it, `{other}`, which is not compatible")
    } else if let Some(why) = why_no_convention(&wanted) {
        why
    } else if offered.is_empty() {
        "this host gives plugins no functions of its own".to_owned()
    } else {
        let names: Vec<_> = offered.iter().map(|name| format!("`{name}`")).collect();
        format!("this host gives plugins only {}", names.join(", "))
    }
}

/// For an import that is known by its name, and that no world of the host's would have.
fn why_no_convention(wanted: &InterfaceName<'_>) -> Option<String> {
    match (wanted.package, wanted.interface) {
        ("fidius:host-call", "host") => Some(
            "through it guests of fidius 0.5 call their host; give it the host's interfaces with \
             `builder().host_interface(…)` (feature `bincode`)"
                .to_owned(),
        ),
        ("fidius:stream-pull", "pull") => Some(
            "through it guests of fidius 0.5 read a stream of the client's; declare the functions that read one with \
             `client_streams(…)` (feature `bincode`)"
                .to_owned(),
        ),
        (package, _) if package.starts_with("wasi:") => Some(format!(
            "`{package}` is not among the packages of WASI 0.2, and no capability grants it; a host can give it as an interface of \
             its own"
        )),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::why_not_offered;

    #[test]
    fn what_is_known_by_its_name_is_explained() {
        assert_eq!(
            why_not_offered("fidius:host-call/host@0.1.0", &[]),
            "through it guests of fidius 0.5 call their host; give it the host's interfaces with `builder().host_interface(…)` (feature `bincode`)"
        );
        assert_eq!(
            why_not_offered("fidius:stream-pull/pull@0.1.0", &["a:b/c"]),
            "through it guests of fidius 0.5 read a stream of the client's; declare the functions that read one with \
             `client_streams(…)` (feature `bincode`)"
        );
        assert_eq!(
            why_not_offered("wasi:keyvalue/store@0.2.0-draft", &["a:b/c"]),
            "`wasi:keyvalue` is not among the packages of WASI 0.2, and no capability grants it; a host can give it as an \
             interface of its own"
        );
    }

    #[test]
    fn a_version_that_the_host_has_comes_first() {
        assert_eq!(
            why_not_offered(
                "wasi:keyvalue/store@0.2.0-draft",
                &["wasi:keyvalue/store@0.3.0"]
            ),
            "this host has another version of it, `wasi:keyvalue/store@0.3.0`, which is not compatible"
        );
    }

    #[test]
    fn anything_else_is_held_against_what_there_is() {
        assert_eq!(
            why_not_offered("a:b/c@1.0.0", &[]),
            "this host gives plugins no functions of its own"
        );
        assert_eq!(
            why_not_offered("a:b/c@1.0.0", &["d:e/f", "g:h/i"]),
            "this host gives plugins only `d:e/f`, `g:h/i`"
        );
    }
}
