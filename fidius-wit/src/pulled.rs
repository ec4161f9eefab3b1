//! The streams of guests of fidius 0.5, and of others that were made before the component model had any: a resource with a
//! function that gives the next item.

use crate::{Function, FunctionKind, Interface, Type};

/// What a function returns that gives out a stream of this kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pulled<'a> {
    /// The name of the resource.
    pub resource: &'a str,
    /// The place among the interface's functions of the one that gives the next item.
    pub next: usize,
    /// The type of the items.
    pub item: &'a Type,
    /// What the guest may end the stream with.
    pub error: &'a Type,
}

/// The stream that a function of the interface returns as a resource, where it does: `ticks` returns a `ticks-stream`, or a
/// `result` of one, and all that can be done with a `ticks-stream` is `next: func() -> result<option<T>, E>`.
///
/// A resource of another shape is none, whatever its name, and so is one that comes with the component model's own streams.
pub fn pulled<'a>(interface: &'a Interface, function: &Function) -> Option<Pulled<'a>> {
    let resource = stream_resource(function)?;
    let mut own = (0..)
        .zip(interface.functions.iter())
        .filter(|(_, function)| {
            function.kind != FunctionKind::Free
                && function
                    .label()
                    .strip_prefix(resource)
                    .is_some_and(|rest| rest.starts_with('.'))
        });
    let ((place, next), None) = (own.next()?, own.next()) else {
        return None;
    };
    let is_next = next.kind == FunctionKind::Method
        && next.label().strip_prefix(resource) == Some(".next")
        && next.params.len() == 1
        && !next.is_concurrent();
    let Some(Type::Result(sides)) = next.result.as_ref().filter(|_| is_next) else {
        return None;
    };
    let (Some(Type::Option(item)), Some(error)) = &**sides else {
        return None;
    };
    let Some(Type::Borrow(name)) = next.params.first().map(|this| &this.ty) else {
        return None;
    };
    (!error.has(&mut |ty| matches!(ty, Type::Own(_)))).then_some(Pulled {
        resource: name,
        next: place,
        item,
        error,
    })
}

/// The name of the resource that a function returns, where that is `-stream` after its own.
fn stream_resource(function: &Function) -> Option<&str> {
    let ty = match function.result.as_ref()? {
        Type::Result(sides) => sides.0.as_ref()?,
        ty => ty,
    };
    let Type::Own(resource) = ty else {
        return None;
    };
    let is_of_function = resource.strip_suffix("-stream") == Some(&function.name);
    (is_of_function && function.kind == FunctionKind::Free && !function.is_concurrent())
        .then_some(resource)
}

#[cfg(all(test, feature = "parse"))]
mod tests {
    use super::{Pulled, pulled};
    use crate::{Interface, Type, interface_from_resolve, parse_text};

    fn interface(items: &str) -> Interface {
        let text = format!("package a:b; interface c {{ {items} }}");
        let parsed = parse_text(&text, "text", &[]).expect("the WIT is right");
        let id = parsed.resolve.packages[parsed.package].interfaces["c"];
        interface_from_resolve(&parsed.resolve, id, "a:b/c")
    }

    #[track_caller]
    fn is_pulled(items: &str) -> bool {
        let interface = interface(items);
        let function = interface.function("ticks").expect("it is there");
        pulled(&interface, function).is_some()
    }

    const NEXT: &str = "next: func() -> result<option<u64>, string>;";

    #[test]
    fn a_resource_with_next_is_a_stream() {
        let interface = interface(&format!(
            "other: func();
             resource ticks-stream {{ {NEXT} }}
             ticks: func(upto: u64) -> result<ticks-stream, u8>;"
        ));
        let function = interface.function("ticks").unwrap();
        let next = interface
            .functions
            .iter()
            .position(|function| &*function.name == "[method]ticks-stream.next");
        assert_eq!(
            pulled(&interface, function),
            Some(Pulled {
                resource: "ticks-stream",
                next: next.unwrap(),
                item: &Type::U64,
                error: &Type::String,
            })
        );
        assert_eq!(
            pulled(&interface, interface.function("other").unwrap()),
            None
        );
        assert!(is_pulled(&format!(
            "resource ticks-stream {{ {NEXT} }} ticks: func() -> ticks-stream;"
        )));
    }

    #[test]
    fn anything_else_is_an_ordinary_resource() {
        for resource in [
            // `next` of another shape.
            "ticks-stream { next: func() -> option<u64>; }",
            "ticks-stream { next: func() -> result<option<u64>>; }",
            "ticks-stream { next: func() -> result<u64, string>; }",
            "ticks-stream { next: func(by: u8) -> result<option<u64>, string>; }",
            "ticks-stream { next: async func() -> result<option<u64>, string>; }",
            "ticks-stream { next: static func() -> result<option<u64>, string>; }",
            "ticks-stream { next: func() -> result<option<stream<u8>>, string>; }",
            "ticks-stream { after: func() -> result<option<u64>, string>; }",
            // Nothing, or more.
            "ticks-stream",
            "ticks-stream { constructor(); next: func() -> result<option<u64>, string>; }",
            "ticks-stream { next: func() -> result<option<u64>, string>; skip: func(); }",
        ] {
            let end = if resource.ends_with('}') { "" } else { ";" };
            let items = format!("resource {resource}{end} ticks: func() -> ticks-stream;");
            assert!(!is_pulled(&items), "{resource}");
        }
        // What the resource is returned by.
        for function in [
            "ticks: func() -> other-stream;",
            "ticks: func() -> option<ticks-stream>;",
            "ticks: func() -> result<_, ticks-stream>;",
            "ticks: async func() -> ticks-stream;",
            "ticks: func(of: stream<u8>) -> ticks-stream;",
            "ticks: func(it: borrow<ticks-stream>);",
        ] {
            let items = format!(
                "resource ticks-stream {{ {NEXT} }} resource other-stream {{ {NEXT} }} {function}"
            );
            assert!(!is_pulled(&items), "{function}");
        }
    }
}
