//! Functions that the host gives to guests of fidius 0.5: traits, called by name and number through one import.

use std::fmt;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;

use fidius_wit::{Function, FunctionKind, Interface, Param, Shared, Type};
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::conventions::bincode1::{self, Values};
use crate::failure::panic_message;
use crate::imports::Linking;
use crate::{Error, ErrorKind, PluginError};

/// A value that a plugin can call as the trait `I`: any that implements a trait with the attribute `host_interface` on it.
///
/// `I` is the trait as a type, such as `dyn Clock`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` can't be given to plugins as `{I}`",
    note = "it has to implement the trait, and to be `Send`, `Sync` and `'static`",
    note = "the trait needs the attribute `#[fidius::host_interface(version = 1)]`"
)]
pub trait HostInterface<I: ?Sized>: Send + Sync + 'static {
    /// What guests call the interface.
    const NAME: &'static str;
    /// Its version, which is part of each call.
    const VERSION: u32;
    /// The hash of its functions, which is part of each call.
    const HASH: u64;

    /// Calls the function of this number. Not a method, so that it stands in nobody's way.
    #[doc(hidden)]
    fn call(host: &Self, index: u32, arguments: &mut Arguments<'_>) -> Result<Reply, Failure>;
}

impl<I, V> HostInterface<I> for V
where
    I: Served<V> + ?Sized,
    V: Send + Sync + 'static,
{
    const NAME: &'static str = I::NAME;
    const VERSION: u32 = I::VERSION;
    const HASH: u64 = I::HASH;

    fn call(host: &Self, index: u32, arguments: &mut Arguments<'_>) -> Result<Reply, Failure> {
        I::call(host, index, arguments)
    }
}

/// What the attribute implements, for `dyn Clock` and each `V` that implements `Clock`. That way round, because a crate may
/// implement a trait of another one for its own types only, and `dyn Clock` is one.
#[doc(hidden)]
#[diagnostic::on_unimplemented(
    message = "`{Self}` is no host interface that `{V}` implements",
    note = "the trait needs the attribute `#[fidius::host_interface(version = 1)]`"
)]
pub trait Served<V> {
    const NAME: &'static str;
    const VERSION: u32;
    const HASH: u64;

    fn call(host: &V, index: u32, arguments: &mut Arguments<'_>) -> Result<Reply, Failure>;
}

/// What a guest passes to a function.
#[doc(hidden)]
pub struct Arguments<'a>(Values<'a>);

impl<'a> Arguments<'a> {
    /// The next one.
    ///
    /// # Errors
    ///
    /// The bytes are those of something else.
    #[expect(
        clippy::should_implement_trait,
        reason = "each of them has a type of its own"
    )]
    pub fn next<T: DeserializeOwned>(&mut self) -> Result<T, Failure> {
        let value = self.0.next();
        value.map_err(|error| Failure::Arguments(error.to_string()))
    }

    /// After the last one.
    ///
    /// # Errors
    ///
    /// There is more.
    pub fn end(&mut self) -> Result<(), Failure> {
        if self.0.at_end() {
            Ok(())
        } else {
            let text = "there are more bytes than the arguments have";
            Err(Failure::Arguments(text.to_owned()))
        }
    }
}

/// What a function answers, in the guest's encoding.
#[doc(hidden)]
#[derive(Debug)]
pub enum Reply {
    Value(Vec<u8>),
    Error(Vec<u8>),
}

impl Reply {
    /// That of a function that always has a value.
    ///
    /// # Errors
    ///
    /// It can't be encoded.
    pub fn value<T: Serialize>(value: &T) -> Result<Self, Failure> {
        encode(value).map(Self::Value)
    }

    /// That of a function that may have an error.
    ///
    /// # Errors
    ///
    /// It can't be encoded.
    pub fn result<T: Serialize>(result: Result<T, PluginError>) -> Result<Self, Failure> {
        match result {
            Ok(value) => encode(&value).map(Self::Value),
            Err(error) => encode(&error).map(Self::Error),
        }
    }
}

fn encode<T: Serialize>(value: &T) -> Result<Vec<u8>, Failure> {
    bincode1::encode(value).map_err(|error| Failure::Result(error.to_string()))
}

/// Why a call of a guest has no answer.
#[doc(hidden)]
#[derive(Debug)]
pub enum Failure {
    /// No interface of this name is given.
    NotGiven,
    Version {
        expected: u32,
        given: u32,
    },
    Hash {
        expected: u64,
        given: u64,
    },
    /// No function has this number.
    NoFunction,
    /// The arguments can't be read, for this reason.
    Arguments(String),
    /// The result can't be written, for this reason.
    Result(String),
    /// The function panicked with this text.
    Panic(String),
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotGiven => f.write_str("the host gives no interface of this name"),
            Self::Version { expected, given } => {
                write!(f, "the guest has version {expected}, the host has {given}")
            }
            Self::Hash { expected, given } => {
                write!(
                    f,
                    "the guest has the hash {expected:#018x}, the host has {given:#018x}"
                )
            }
            Self::NoFunction => f.write_str("there is no function of this number"),
            Self::Arguments(why) => write!(f, "the arguments can't be read: {why}"),
            Self::Result(why) => write!(f, "the result can't be written: {why}"),
            Self::Panic(text) => write!(f, "the function panicked: {text}"),
        }
    }
}

/// The function of this number asks only whether the interface is there.
const PROBE: u32 = u32::MAX;

/// Status and payload, as guests know them.
fn on_the_wire(answer: Result<Reply, Failure>) -> (i32, Vec<u8>) {
    // Numbers and strings can always be encoded.
    let encoded = |bytes: Result<Vec<u8>, bincode::Error>| bytes.unwrap_or_default();
    match answer {
        Ok(Reply::Value(bytes)) => (0, bytes),
        Ok(Reply::Error(bytes)) => (-3, bytes),
        Err(Failure::Arguments(_) | Failure::Result(_)) => (-2, Vec::new()),
        Err(Failure::Panic(text)) => (-4, encoded(bincode1::encode(&text))),
        Err(Failure::NoFunction) => (-6, Vec::new()),
        Err(Failure::NotGiven) => (-7, Vec::new()),
        Err(Failure::Version { expected, given }) => {
            (-8, encoded(bincode1::encode(&(expected, given))))
        }
        Err(Failure::Hash { expected, given }) => {
            (-9, encoded(bincode1::encode(&(expected, given))))
        }
    }
}

/// What a host gives to a plugin by these traits.
#[derive(Clone, Debug, Default)]
pub(crate) struct HostInterfaces(Vec<Given>);

#[derive(Clone)]
struct Given {
    name: &'static str,
    version: u32,
    hash: u64,
    call: Arc<Call>,
}

type Call = dyn Fn(u32, &mut Arguments<'_>) -> Result<Reply, Failure> + Send + Sync;

impl fmt::Debug for Given {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{} version {} ({:#018x})",
            self.name, self.version, self.hash
        )
    }
}

impl HostInterfaces {
    /// Gives one more.
    ///
    /// # Errors
    ///
    /// There is one of that name.
    pub(crate) fn push<I: ?Sized, V: HostInterface<I>>(&mut self, value: V) -> Result<(), Error> {
        let name = V::NAME;
        if self.0.iter().any(|given| given.name == name) {
            return Err(Error::new(
                ErrorKind::Other,
                format!(
                    "two host interfaces `{name}` are given to one plugin, and a guest could not tell them apart: give one \
                     of them, or another `name` to its trait"
                ),
            ));
        }
        self.0.push(Given {
            name,
            version: V::VERSION,
            hash: V::HASH,
            call: Arc::new(move |index, arguments| V::call(&value, index, arguments)),
        });
        Ok(())
    }

    /// A guest's call: its status, and what goes with that.
    fn call(&self, asked: &Asked<'_>) -> (i32, Vec<u8>) {
        let answer = self.answer(asked);
        if let Err(failure) = &answer {
            // The guest learns little more than a number. It may do this as often as it likes, which is no reason to warn.
            tracing::debug!(
                interface = asked.name,
                index = asked.index,
                "a guest's call of the host failed: {failure}"
            );
        }
        on_the_wire(answer)
    }

    fn answer(&self, asked: &Asked<'_>) -> Result<Reply, Failure> {
        let given = self.0.iter().find(|given| given.name == asked.name);
        let given = given.ok_or(Failure::NotGiven)?;
        if given.version != asked.version {
            return Err(Failure::Version {
                expected: asked.version,
                given: given.version,
            });
        }
        if given.hash != asked.hash {
            return Err(Failure::Hash {
                expected: asked.hash,
                given: given.hash,
            });
        }
        if asked.index == PROBE {
            return Ok(Reply::Value(Vec::new()));
        }
        let mut arguments = Arguments(Values::new(asked.arguments, asked.room));
        catch_unwind(AssertUnwindSafe(|| {
            (given.call)(asked.index, &mut arguments)
        }))
        .unwrap_or_else(|panic| Err(Failure::Panic(panic_message(&*panic).to_owned())))
    }
}

/// A guest's call, as it asks for it.
struct Asked<'a> {
    name: &'a str,
    version: u32,
    hash: u64,
    index: u32,
    arguments: &'a [u8],
    /// How many bytes of the host's memory the items of lists among the arguments may take.
    room: usize,
}

/// The import that guests call through.
static IMPORT: Interface = Interface {
    name: Shared::Static("fidius:host-call/host@0.1.0"),
    functions: Shared::Static(&[Function {
        name: Shared::Static("call"),
        kind: FunctionKind::Free,
        is_async: false,
        params: Shared::Static(&[
            param("interface-name", Type::String),
            param("expected-version", Type::U32),
            param("expected-hash", Type::U64),
            param("index", Type::U32),
            param("args", Type::List(Shared::Static(&Type::U8))),
        ]),
        result: Some(Type::Tuple(Shared::Static(&[
            Type::S32,
            Type::List(Shared::Static(&Type::U8)),
        ]))),
    }]),
};

const fn param(name: &'static str, ty: Type) -> Param {
    Param {
        name: Shared::Static(name),
        ty,
    }
}

/// The import, for what a component wants to be compared with.
pub(crate) fn offered() -> Interface {
    IMPORT.clone()
}

/// Links the import to these interfaces.
pub(crate) fn link(
    linking: &mut Linking<'_>,
    interfaces: Arc<HostInterfaces>,
) -> Result<(), Error> {
    type Params = (String, u32, u64, u32, Vec<u8>);
    linking.function(
        Some(&IMPORT.name),
        "call",
        move |(name, version, hash, index, arguments): Params, cx| {
            let asked = Asked {
                name: &name,
                version,
                hash,
                index,
                arguments: &arguments,
                room: cx.transfer_limit(),
            };
            Ok((interfaces.call(&asked),))
        },
    )
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicU32, Ordering};

    use serde::Deserialize;

    use super::*;
    use crate::instances::Mode;
    use crate::{Component, Runtime};

    /// What the attribute makes of it is written out here.
    trait Clock {
        fn now(&self) -> u64;
        fn lookup(&self, key: String) -> Result<String, PluginError>;
        fn place(&self, name: String, at: (u8, Option<u16>)) -> Point;
        fn fail(&self);
        fn sealed(&self) -> Unwritable;
    }

    #[derive(Debug, PartialEq, Serialize, Deserialize)]
    struct Point {
        name: String,
        x: u32,
    }

    fn asked(
        interfaces: &HostInterfaces,
        name: &str,
        version: u32,
        hash: u64,
        index: u32,
        arguments: &[u8],
    ) -> (i32, Vec<u8>) {
        interfaces.call(&Asked {
            name,
            version,
            hash,
            index,
            arguments,
            room: 1 << 20,
        })
    }

    struct Unwritable;

    impl Serialize for Unwritable {
        fn serialize<S: serde::Serializer>(&self, _: S) -> Result<S::Ok, S::Error> {
            Err(serde::ser::Error::custom("never"))
        }
    }

    impl<V: Clock + Send + Sync + 'static> Served<V> for dyn Clock {
        const NAME: &'static str = "Clock";
        const VERSION: u32 = 3;
        const HASH: u64 = 0x1234;

        fn call(host: &V, index: u32, arguments: &mut Arguments<'_>) -> Result<Reply, Failure> {
            match index {
                0 => {
                    arguments.end()?;
                    Reply::value(&host.now())
                }
                1 => {
                    let key = arguments.next()?;
                    arguments.end()?;
                    Reply::result(host.lookup(key))
                }
                2 => {
                    let name = arguments.next()?;
                    let at = arguments.next()?;
                    arguments.end()?;
                    Reply::value(&host.place(name, at))
                }
                3 => {
                    arguments.end()?;
                    Reply::value(&host.fail())
                }
                4 => {
                    arguments.end()?;
                    Reply::value(&host.sealed())
                }
                _ => Err(Failure::NoFunction),
            }
        }
    }

    #[derive(Default)]
    struct Host {
        calls: AtomicU32,
    }

    impl Clock for Host {
        fn now(&self) -> u64 {
            u64::from(self.calls.fetch_add(1, Ordering::Relaxed)) + 7
        }
        fn lookup(&self, key: String) -> Result<String, PluginError> {
            match key.as_str() {
                "here" => Ok("found".to_owned()),
                _ => Err(PluginError::new("not-found", key).with_details("[]")),
            }
        }
        fn place(&self, name: String, (x, more): (u8, Option<u16>)) -> Point {
            let x = u32::from(x) + more.map_or(0, u32::from);
            Point { name, x }
        }
        fn fail(&self) {
            panic!("no {}", "time");
        }
        fn sealed(&self) -> Unwritable {
            Unwritable
        }
    }

    fn interfaces() -> HostInterfaces {
        let mut interfaces = HostInterfaces::default();
        interfaces.push::<dyn Clock, _>(Host::default()).unwrap();
        interfaces
    }

    /// As a guest calls: with the tuple of references to its arguments.
    fn call(index: u32, arguments: &impl Serialize) -> (i32, Vec<u8>) {
        let arguments = bincode::serialize(arguments).unwrap();
        asked(&interfaces(), "Clock", 3, 0x1234, index, &arguments)
    }

    fn decoded<T: DeserializeOwned>(bytes: &[u8]) -> T {
        bincode::deserialize(bytes).unwrap()
    }

    #[test]
    fn a_guest_gets_values() {
        let (status, payload) = call(0, &());
        assert_eq!((status, decoded::<u64>(&payload)), (0, 7));

        let (status, payload) = call(1, &(&"here".to_owned(),));
        assert_eq!((status, &*decoded::<String>(&payload)), (0, "found"));

        let (status, payload) = call(2, &(&"a".to_owned(), &(1_u8, Some(300_u16))));
        let point = Point {
            name: "a".to_owned(),
            x: 301,
        };
        assert_eq!((status, decoded::<Point>(&payload)), (0, point));
    }

    #[test]
    fn one_value_serves_all_calls() {
        let interfaces = interfaces();
        for expected in [7_u64, 8] {
            let (_, payload) = asked(&interfaces, "Clock", 3, 0x1234, 0, &[]);
            assert_eq!(decoded::<u64>(&payload), expected);
        }
    }

    #[test]
    fn a_guest_gets_the_functions_error() {
        let (status, payload) = call(1, &(&"there".to_owned(),));
        assert_eq!(status, -3);
        // The fields one after the other: code, message, details.
        let fields: (String, String, Option<String>) = decoded(&payload);
        assert_eq!((&*fields.0, &*fields.1), ("not-found", "there"));
        assert_eq!(fields.2.as_deref(), Some("[]"));
    }

    #[test]
    fn a_guest_is_told_of_a_panic() {
        let (status, payload) = call(3, &());
        assert_eq!((status, &*decoded::<String>(&payload)), (-4, "no time"));
    }

    #[test]
    fn what_cannot_be_read_or_written_is_refused() {
        let unreadable = (-2, Vec::new());
        // Too short, too long, a length beyond the end, and no UTF-8.
        assert_eq!(call(1, &()), unreadable);
        assert_eq!(call(0, &0_u8), unreadable);
        assert_eq!(call(1, &("here".to_owned(), 0_u8)), unreadable);
        assert_eq!(call(1, &(u64::MAX, 0_u8)), unreadable);
        assert_eq!(call(1, &(2_u64, 0xff_u8, 0xff_u8)), unreadable);
        // The result.
        assert_eq!(call(4, &()), unreadable);
    }

    #[test]
    fn a_guest_asks_for_what_is_not_there() {
        assert_eq!(call(5, &()), (-6, Vec::new()));
        let interfaces = interfaces();
        let asked =
            |name, version, hash, index| asked(&interfaces, name, version, hash, index, &[]);
        assert_eq!(asked("Watch", 3, 0x1234, 0), (-7, Vec::new()));

        let (status, payload) = asked("Clock", 2, 0x1234, 0);
        assert_eq!((status, decoded::<(u32, u32)>(&payload)), (-8, (2, 3)));
        assert_eq!(payload.len(), 8);

        let (status, payload) = asked("Clock", 3, 0x4321, 0);
        assert_eq!(
            (status, decoded::<(u64, u64)>(&payload)),
            (-9, (0x4321, 0x1234))
        );
        assert_eq!(payload.len(), 16);
    }

    #[test]
    fn a_probe_calls_nothing() {
        let interfaces = interfaces();
        let probe = |name, version, hash| asked(&interfaces, name, version, hash, u32::MAX, &[]);
        assert_eq!(probe("Clock", 3, 0x1234), (0, Vec::new()));
        assert_eq!(probe("Watch", 3, 0x1234).0, -7);
        assert_eq!(probe("Clock", 1, 0x1234).0, -8);
        assert_eq!(probe("Clock", 3, 0).0, -9);
        assert_eq!(
            decoded::<u64>(&asked(&interfaces, "Clock", 3, 0x1234, 0, &[]).1),
            7
        );
    }

    #[test]
    fn two_of_a_name_are_refused() {
        let mut interfaces = interfaces();
        let error = interfaces
            .push::<dyn Clock, _>(Host::default())
            .unwrap_err();
        assert!(error.to_string().contains("two host interfaces `Clock`"));
        assert_eq!(format!("{interfaces:?}").matches("Clock").count(), 1);
    }

    /// The engine compares the types of the function that is linked with those of the import.
    #[test]
    fn it_is_what_guests_import() {
        let wat = r#"
            (component
                (import "fidius:host-call/host@0.1.0" (instance
                    (export "call" (func
                        (param "interface-name" string) (param "expected-version" u32) (param "expected-hash" u64)
                        (param "index" u32) (param "args" (list u8))
                        (result (tuple s32 (list u8)))))))
            )
        "#;
        let bytes = wat::parse_str(wat).unwrap();
        let component = Component::load(&Runtime::shared(), &bytes[..]).unwrap();
        for mode in [Mode::Blocking, Mode::Async] {
            let mut linking = Linking::new(&component, mode).unwrap();
            link(&mut linking, Arc::new(interfaces())).unwrap();
            let pre = linking.into_linker().instantiate_pre(component.inner());
            pre.map(|_| ()).unwrap();
        }
    }
}
