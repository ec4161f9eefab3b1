//! Names that mean something in Rust, in WIT or in generated code, wherever WIT has names; names that meet; and shapes at their
//! limits. The expansion has nothing to complain about in any of them.
#![deny(
    warnings,
    missing_docs,
    missing_debug_implementations,
    missing_copy_implementations,
    unreachable_pub,
    unused,
    unused_qualifications,
    unused_results,
    elided_lifetimes_in_paths,
    single_use_lifetimes,
    trivial_casts,
    trivial_numeric_casts,
    variant_size_differences,
    let_underscore_drop,
    non_ascii_idents,
    future_incompatible,
    rust_2018_idioms,
    rust_2021_compatibility,
    clippy::all,
    clippy::pedantic,
    clippy::nursery
)]
#![allow(
    clippy::redundant_pub_crate,
    reason = "`unreachable_pub` wants the opposite"
)]
#![forbid(unsafe_code)]

use fidius::{CallError, Error, ErrorKind};
use fidius_wit::wit_parser::{ManglingAndAbi, Resolve};
use wit_component::{ComponentEncoder, StringEncoding, dummy_module, embed_component_metadata};

/// Each host in a module of its own, for their names meet.
mod keywords {
    /// Exports only.
    pub(super) mod exports {
        #[fidius::host(wit = "tests/wit/keywords.wit", world = "plugin")]
        pub(crate) struct Keywords;
    }
    /// Both sides.
    pub(super) mod both {
        #[fidius::host(wit = "tests/wit/keywords.wit", world = "both")]
        pub(crate) struct Keywords;
    }
    /// Imports only.
    pub(super) mod imports {
        #[fidius::host(wit = "tests/wit/keywords.wit", world = "all-imports")]
        pub(crate) struct Keywords;
    }
}

/// Names of std, and of generated code.
mod names {
    /// Exports only.
    pub(super) mod exports {
        #[fidius::host(wit = "tests/wit/names.wit", world = "all-exports")]
        pub(crate) struct Names;
    }
    /// Both sides.
    pub(super) mod both {
        #[fidius::host(wit = "tests/wit/names.wit", world = "both")]
        pub(crate) struct Names;
    }
    /// Types and traits of another host, named from where the struct stands.
    pub(super) mod mapped {
        #[fidius::host(
            wit = "tests/wit/names.wit",
            world = "both",
            with = {
                "fidius:names/types" = super::both::both::types,
                "fidius:names/names@0.1.0" = self::beside::names,
            },
        )]
        pub(crate) struct Names;

        /// What stands beside the struct.
        pub(crate) mod beside {
            #[fidius::host(wit = "tests/wit/names.wit", interface = "names")]
            pub(crate) struct Names;
        }
    }
    /// Each interface alone.
    pub(super) mod types {
        #[fidius::host(wit = "tests/wit/names.wit", interface = "types")]
        pub(crate) struct Names;
    }
    /// Each interface alone.
    pub(super) mod resources {
        #[fidius::host(wit = "tests/wit/names.wit", interface = "resources")]
        pub(crate) struct Names;
    }
}

/// Names that meet.
mod meeting {
    /// A world named as its interface.
    pub(super) mod plugin {
        #[fidius::host(wit = "tests/wit/meeting.wit", world = "plugin")]
        pub(crate) struct Meeting;
    }
    /// Functions of the world and of the interface.
    pub(super) mod load {
        #[fidius::host(wit = "tests/wit/meeting.wit", world = "load")]
        pub(crate) struct Meeting;
    }
    /// Interfaces that only the world names.
    pub(super) mod labels {
        #[fidius::host(wit = "tests/wit/meeting.wit", world = "labels")]
        pub(crate) struct Meeting;
    }
    /// Types of the world.
    pub(super) mod imports {
        #[fidius::host(wit = "tests/wit/meeting.wit", world = "imports")]
        pub(crate) struct Meeting;
    }
}

/// Shapes at their limits.
mod shapes {
    /// Exports only.
    pub(super) mod exports {
        #[fidius::host(wit = "tests/wit/shapes.wit", world = "all-exports")]
        pub(crate) struct Shapes;
    }
    /// Both sides.
    pub(super) mod both {
        #[fidius::host(wit = "tests/wit/shapes.wit", world = "both")]
        pub(crate) struct Shapes;
    }
    /// What no component can have.
    pub(super) mod empty {
        #[fidius::host(wit = "tests/wit/empty.wit")]
        pub(crate) struct Empty;
    }
}

/// A component of one world of this WIT, each function of which traps.
fn component(wit: &str, world: &str) -> Vec<u8> {
    let mut resolve = Resolve::default();
    let package = resolve
        .push_source("component.wit", wit)
        .expect("it is WIT");
    let world = resolve
        .select_world(&[package], Some(world))
        .expect("it has the world");
    let mut module = dummy_module(&resolve, world, ManglingAndAbi::Standard32);
    embed_component_metadata(&mut module, &resolve, world, StringEncoding::UTF8)
        .expect("it has a place for it");
    ComponentEncoder::default()
        .module(&module)
        .expect("it is a module")
        .validate(true)
        .encode()
        .expect("it makes a component")
}

const KEYWORDS: &str = include_str!("wit/keywords.wit");
const NAMES: &str = include_str!("wit/names.wit");
const MEETING: &str = include_str!("wit/meeting.wit");
const SHAPES: &str = include_str!("wit/shapes.wit");

/// Whether a call has got to the plugin.
fn traps<T>(result: Result<T, Error>) -> bool {
    result.is_err_and(|error| error.is_trap())
}

fn traps_too<T, E>(result: Result<T, CallError<E>>) -> bool {
    result.is_err_and(|error| error.is_trap())
}

#[test]
fn keywords_are_names_of_everything() {
    let host = keywords::exports::Keywords::load(component(KEYWORDS, "plugin"))
        .expect("the names are those of the component");
    assert!(traps(host.if_(1)));
    assert!(traps(host.self_(1)));
    assert!(traps(host.package(1)));
    assert!(traps(host.functions().while_(1)));
    assert!(traps(host.functions().self_(1)));
    assert!(traps(host.uses().use_else(&[])));
    // A function of the world has the name, and the way to the interface makes room.
    assert!(traps(host.match__().match_(1)));
    assert!(traps(host.world_().world(1)));
    assert!(traps(host.types().new_crate(1)));
}

#[test]
fn keywords_are_names_of_what_a_plugin_is_given() {
    let bytes = component(KEYWORDS, "both");
    let host = keywords::both::Keywords::builder()
        .imports_with(|| -> keywords::both::Keywords { unreachable!("no call gets here") })
        .load(bytes)
        .expect("all that it imports is offered");
    assert_eq!(host.plugin().interfaces().count(), 96);
    let bytes = component(KEYWORDS, "all-imports");
    let error = keywords::both::Keywords::builder()
        .imports_with(|| -> keywords::both::Keywords { unreachable!("no call gets here") })
        .load(bytes)
        .expect_err("it exports nothing");
    assert!(error.is_mismatch());
}

#[test]
fn names_of_std_and_of_generated_code_are_names_of_everything() {
    use names::exports::all_exports::types;

    let host = names::exports::Names::load(component(NAMES, "all-exports"))
        .expect("the names are those of the component");
    let string = types::String { string: 1 };
    assert!(traps(host.types().strings(&string)));
    assert!(traps(host.names().names(
        &names::exports::all_exports::names::Name {
            names: String::new(),
        }
    )));
    let resources = host.resources();
    assert!(traps(resources.new_resources()));
    assert!(traps(resources.new_resources_(1)));
    assert!(traps(resources.resources_lift()));
    assert!(traps(resources.resources_lift_(1, 2)));
    assert!(traps(resources.new_vec()));
    assert!(traps(resources.a_node(None)));
    assert!(traps_too(resources.plain(
        0, 0, 0, 0, 0, 0, "", "", "", "", "", "", "", "", "", "", ""
    )));
}

#[test]
fn names_of_std_and_of_generated_code_are_names_of_what_a_plugin_is_given() {
    let host = names::both::Names::builder()
        .imports_with(|| -> names::both::Names { unreachable!("no call gets here") })
        .load(component(NAMES, "both"))
        .expect("all that it imports is offered");
    assert_eq!(host.plugin().interfaces().count(), 3);
}

#[test]
fn an_interface_of_another_host_stands_for_one() {
    let host = names::mapped::Names::builder()
        .imports_with(|| -> names::mapped::Names { unreachable!("no call gets here") })
        .load(component(NAMES, "both"))
        .expect("all that it imports is offered");
    let names = names::mapped::beside::names::Name::default();
    // The call gets as far as to what the plugin is to be given.
    let error = host.names().names(&names).expect_err("there is nothing");
    assert_eq!(error.kind(), ErrorKind::HostPanic);
    let string = names::both::both::types::String { string: 1 };
    let error = host.types().strings(&string).expect_err("there is nothing");
    assert_eq!(error.kind(), ErrorKind::HostPanic);
}

#[test]
fn names_that_meet_stay_apart() {
    use meeting::plugin::{Meeting, plugin};

    /// What the plugin's own handle does not have.
    struct Given;

    impl plugin::other_meeting_load_x_v0_1_0::LoadX for Given {
        fn run(&self) -> Result<(), Error> {
            Ok(())
        }
    }

    let imports = || -> plugin::Imports<Meeting, Given> { unreachable!("no call gets here") };
    let host = Meeting::builder()
        .imports_with(imports)
        .load(component(MEETING, "plugin"))
        .expect("the names are those of the component");
    assert_eq!(host.plugin().interfaces().count(), 8);
}

#[test]
fn shapes_at_their_limits_fit() {
    use shapes::exports::all_exports::shapes::{Deep, Shapes};

    let host = shapes::exports::Shapes::load(component(SHAPES, "all-exports"))
        .expect("the shapes are those of the component");
    assert!(traps_too(host.shapes().no(Ok(()))));
    assert!(traps_too(host.shapes().ok(Ok(""))));
    let nested = host
        .shapes()
        .nested(Some(None), Err(Err("")), &[vec![vec![None]]]);
    assert!(traps_too(nested));
    assert!(traps(host.handles().new_r()));
    let deep = Deep::A(Some(Some(None)));
    assert!(format!("{deep:?}").starts_with("A("));
    let _: &dyn Shapes = &host;

    let host = shapes::both::Shapes::builder()
        .imports_with(|| -> shapes::both::Shapes { unreachable!("no call gets here") })
        .load(component(SHAPES, "both"))
        .expect("all that it imports is offered");
    assert_eq!(host.plugin().interfaces().count(), 2);
}
