//! The import through which guests of fidius 0.5 read streams of the host's.

use fidius_wit::{Function, FunctionKind, Interface, InterfaceName, Shared, Type};

use crate::imports::Linking;
use crate::instances::Mode;
use crate::{Error, streams};

/// What guests import.
pub(crate) static PULL: Interface = Interface {
    name: Shared::Static("fidius:stream-pull/pull@0.1.0"),
    functions: Shared::Static(&[Function {
        name: Shared::Static("next"),
        kind: FunctionKind::Free,
        is_async: false,
        params: Shared::Static(&[]),
        result: Some(Type::Option(Shared::Static(&Type::List(Shared::Static(
            &Type::U8,
        ))))),
    }]),
};

/// Whether an import of this name is it.
pub(crate) fn is_pull(import: &str) -> bool {
    InterfaceName::parse(import).is_compatible(&InterfaceName::parse(&PULL.name))
}

/// Links it.
pub(crate) fn link(linking: &mut Linking<'_>) -> Result<(), Error> {
    let name = Some(&*PULL.name);
    match linking.mode() {
        Mode::Blocking => linking.function(name, "next", streams::next),
        Mode::Async => linking.function_async(name, "next", streams::next_async),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_known_by_its_name() {
        assert!(is_pull("fidius:stream-pull/pull@0.1.0"));
        assert!(!is_pull("fidius:stream-pull/push@0.1.0"));
        assert!(!is_pull("fidius:stream-pull/pull@1.0.0"));
        assert!(!is_pull("wasi:io/streams@0.2.6"));
    }
}
