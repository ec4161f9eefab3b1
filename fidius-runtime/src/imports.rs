//! Whether the host has everything that a component imports.

use wasmtime::component::types::ComponentItem;

use crate::{Component, Error, ErrorKind, introspect, wasi};

/// Refuses a component that imports what the host does not provide, with all of it in the error.
pub(crate) fn check(component: &Component) -> Result<(), Error> {
    let engine = component.inner().engine();
    let mut missing = Vec::new();
    for (name, import) in component.ty().imports(engine) {
        let functions = match import.ty {
            // An interface of types alone needs nothing from the host.
            ComponentItem::ComponentInstance(instance) => {
                let has_resources = instance
                    .exports(engine)
                    .any(|(_, item)| matches!(item.ty, ComponentItem::Resource(_)));
                let functions = introspect::functions(&instance, engine);
                if (functions.is_empty() && !has_resources) || wasi::provides(name) {
                    continue;
                }
                functions
            }
            ComponentItem::ComponentFunc(function) => {
                vec![introspect::function(name, &function)]
            }
            ComponentItem::Type(_) => continue,
            _ => Vec::new(),
        };
        let mut text = format!("  - `{name}`: {}", wasi::why_missing(name));
        for function in functions {
            text.push_str(&format!("\n      {function}"));
        }
        missing.push(text);
    }
    if missing.is_empty() {
        return Ok(());
    }
    let count = match missing.len() {
        1 => "something".to_owned(),
        count => format!("{count} things"),
    };
    Err(Error::new(
        ErrorKind::Denied,
        format!(
            "{} imports {count} that this host does not provide:\n{}",
            component.name(),
            missing.join("\n")
        ),
    ))
}
