//! Whether a component fits the WIT, found out while compiling: what loading it would say, in the same words.

use fidius_wit::fit::{self, Elsewhere, Expected, Exports, Offered, Wanted};
use fidius_wit::wit_parser::{TypeDefKind, WorldItem};
use fidius_wit::{function_from_resolve, interface_from_resolve};

use crate::bindings::{Bindings, Interface, TypeKind};
use crate::select::{PULL, is_provided};
use crate::source::Decoded;

/// What keeps the component from being loaded by the host: a text for each.
pub(crate) fn misfits(component: &Decoded, bindings: &Bindings) -> Vec<String> {
    let name = format!("`{}`", component.shown);
    let expected: Vec<Expected<'_>> = bindings
        .exports
        .iter()
        .filter_map(|export| {
            Some(Expected {
                interface: &bindings.interfaces[export.interface]
                    .functions
                    .as_ref()?
                    .table,
                is_world: export.is_world,
                optional: &export.optional,
            })
        })
        .collect();
    let offered: Vec<Offered<'_>> = bindings
        .imports
        .iter()
        .filter_map(|import| {
            let interface = &bindings.interfaces[import.interface];
            Some(Offered {
                interface: &interface.functions.as_ref()?.table,
                is_world: import.is_world,
                resources: resources(interface),
            })
        })
        .collect();
    let has_client_streams = bindings
        .exports
        .iter()
        .any(|export| export.client_streams.contains(&true));
    let elsewhere = |name: &str| {
        // What a guest reads through it is known only with the functions that read.
        if is_provided(name) && (has_client_streams || !name.starts_with(PULL)) {
            Elsewhere::Provided
        } else {
            Elsewhere::Unknown
        }
    };
    let mut texts = match fit::exports(&name, &expected, &exports(component)) {
        Ok(_) => Vec::new(),
        Err(misfits) => misfits.texts,
    };
    texts.extend(fit::imports(&name, &wanted(component), &offered, elsewhere));
    texts
}

fn resources(interface: &Interface) -> Vec<&str> {
    let types = interface.types.iter();
    types
        .filter_map(|definition| match &definition.kind {
            TypeKind::Resource(resource) => Some(&*resource.wit),
            _ => None,
        })
        .collect()
}

/// What a component exports, out of its WIT.
fn exports(component: &Decoded) -> Exports {
    let resolve = &component.resolve;
    let mut interfaces = Vec::new();
    let mut functions = Vec::new();
    for (key, item) in &resolve.worlds[component.world].exports {
        match item {
            WorldItem::Interface { id, .. } => {
                let name = resolve.name_world_key(key);
                interfaces.push(interface_from_resolve(resolve, *id, &name));
            }
            WorldItem::Function(function) => {
                functions.push(function_from_resolve(resolve, function));
            }
            WorldItem::Type { .. } => {}
        }
    }
    Exports {
        interfaces,
        functions: functions.into(),
    }
}

/// What a component imports, out of its WIT.
fn wanted(component: &Decoded) -> Vec<Wanted> {
    let resolve = &component.resolve;
    let is_resource = |id| matches!(resolve.types[id].kind, TypeDefKind::Resource);
    let imports = resolve.worlds[component.world].imports.iter();
    imports
        .filter_map(|(key, item)| match item {
            WorldItem::Interface { id, .. } => {
                let name = resolve.name_world_key(key);
                let types = resolve.interfaces[*id].types.iter();
                Some(Wanted::Interface {
                    interface: interface_from_resolve(resolve, *id, &name),
                    resources: types
                        .filter(|(_, id)| is_resource(**id))
                        .map(|(name, _)| name.clone())
                        .collect(),
                })
            }
            WorldItem::Function(function) => {
                Some(Wanted::Function(function_from_resolve(resolve, function)))
            }
            WorldItem::Type { id, .. } if is_resource(*id) => {
                Some(Wanted::Resource(resolve.name_world_key(key)))
            }
            WorldItem::Type { .. } => None,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use fidius_wit::parse_text;
    use proc_macro2::TokenStream;
    use quote::quote;

    use super::misfits;
    use crate::args::Args;
    use crate::errors::Errors;
    use crate::source::Decoded;
    use crate::{bind, select, source};

    /// An interface of a guest of fidius 0.5, with more functions.
    fn wit(more: &str) -> String {
        format!(
            "package fidius:greeter@0.1.0;
             interface greeter {{ greet: func(name: string) -> string; {more} }}
             world greeter-plugin {{ export greeter; }}"
        )
    }

    /// What a host of one WIT says of a component of the other.
    fn held_against(host: &str, component: &str) -> Vec<String> {
        held_against_with(quote!(inline = #host), component)
    }

    fn held_against_with(args: TokenStream, component: &str) -> Vec<String> {
        let mut errors = Errors::default();
        let args = Args::parse(args, &mut errors);
        let source = source::find(None, &args, &mut errors).expect("the WIT is right");
        let selected = select::select(&source, &args, &mut errors).expect("there is one world");
        let bindings = bind::bind(&source, &selected, &args, &mut errors);
        assert!(errors.into_tokens().is_empty());
        let parsed = parse_text(component, "component", &[]).expect("the WIT is right");
        let world = parsed.resolve.packages[parsed.package].worlds["greeter-plugin"];
        let component = Decoded {
            shown: "greeter.wasm".into(),
            resolve: parsed.resolve,
            world,
        };
        misfits(&component, &bindings)
    }

    const CARRIERS: &str =
        "fidius-interface-hash: func() -> u64; fidius-configure: func(config: list<u8>);";

    #[test]
    fn functions_that_the_wit_does_not_list_are_fine() {
        assert_eq!(held_against(&wit(""), &wit(CARRIERS)), Vec::<String>::new());
        assert_eq!(
            held_against(&wit(CARRIERS), &wit(CARRIERS)),
            Vec::<String>::new()
        );
    }

    #[test]
    fn those_that_it_lists_are_functions_like_all_others() {
        let texts = held_against(&wit(CARRIERS), &wit(""));
        let [text] = &texts[..] else {
            panic!("{texts:?}")
        };
        assert!(text.contains("fidius-configure"), "{text}");
        assert!(text.contains("fidius-interface-hash"), "{text}");
    }

    const PULLING: &str = "package fidius:greeter@0.1.0;
         package fidius:stream-pull@0.1.0 {
             interface pull { next: func() -> option<list<u8>>; }
         }
         interface greeter { greet: func(name: string) -> string; }
         world greeter-plugin { import fidius:stream-pull/pull@0.1.0; export greeter; }";

    #[test]
    fn a_client_stream_has_to_be_declared() {
        let host = wit("");
        let texts = held_against(&host, PULLING);
        let [text] = &texts[..] else {
            panic!("{texts:?}")
        };
        assert!(text.contains("client_streams"), "{text}");
        let declared = quote!(inline = #host, client_streams("greet" = u32));
        assert_eq!(held_against_with(declared, PULLING), Vec::<String>::new());
    }
}
