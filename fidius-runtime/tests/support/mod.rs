//! A host for `plugin.wat`, written by hand as the attribute would write it.

#![allow(dead_code, reason = "each test uses some of it")]
#![allow(missing_docs, reason = "as of generated code that nobody reads")]

use std::any::{Any, TypeId};
use std::fmt;
use std::sync::Arc;

use fidius_runtime::__private::wit::{
    Function as WitFunction, FunctionKind, Interface, InterfaceHash, Param, Shared, Type,
};
use fidius_runtime::__private::{
    Arena, Checker, Definition, Export, Function, GuestHandle, GuestResource, Handle, Host, Import,
    Imports, Linking, NeedsImports, RawHandle, Resource,
};
use fidius_runtime::{Builder, Error, Plugin};

pub const COMPONENT: &str = include_str!("plugin.wat");

#[derive(Clone, Debug)]
pub struct App(Plugin<App>);

impl App {
    pub fn builder() -> Builder<Self> {
        Builder::new()
    }

    pub fn plugin(&self) -> &Plugin<Self> {
        &self.0
    }
}

impl Host for App {
    const DEFINITION: &'static Definition = &DEFINITION;

    type Start = NeedsImports;

    fn from_plugin(plugin: Plugin<Self>) -> Self {
        Self(plugin)
    }

    fn plugin(&self) -> &Plugin<Self> {
        &self.0
    }
}

// The interface `store`, which the plugin exports.

pub trait BucketResource {
    fn get(&self) -> Result<u32, Error>;
}

pub struct Bucket(Handle<dyn BucketResource + Send + Sync>);

impl Bucket {
    pub fn new(value: impl BucketResource + Send + Sync + 'static) -> Self {
        let value = Arc::new(value);
        let object: Arc<dyn BucketResource + Send + Sync> = value.clone();
        Self(Handle::host(object, value))
    }

    pub fn get(&self) -> Result<u32, Error> {
        self.0.object().get()
    }
}

impl fmt::Debug for Bucket {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Bucket").field(&self.0).finish()
    }
}

impl Resource for Bucket {
    type Object = dyn BucketResource + Send + Sync;

    const NAME: &'static str = "bucket";

    fn handle(&self) -> &Handle<Self::Object> {
        &self.0
    }

    fn from_handle(handle: Handle<Self::Object>) -> Self {
        Self(handle)
    }
}

struct GuestBucket(Arc<GuestHandle>);

impl BucketResource for GuestBucket {
    fn get(&self) -> Result<u32, Error> {
        self.0
            .call::<BucketGet, _>(|cx| Ok((cx.this(&self.0)?,)), |(result,), _| Ok(result))
    }
}

fn make_bucket(handle: Arc<GuestHandle>) -> Box<dyn Any + Send + Sync> {
    let object = Arc::new(GuestBucket(Arc::clone(&handle)));
    Box::new(Bucket(Handle::guest(object, handle)))
}

impl App {
    pub fn bucket(&self, n: u32) -> Result<Bucket, Error> {
        let route = self.0.route::<BucketNew>();
        self.0
            .call_routed::<BucketNew, _>(route, |_| Ok((n,)), |(raw,), cx| cx.own(raw))
    }

    pub fn merge(&self, a: Bucket, b: &Bucket) -> Result<Bucket, Error> {
        let mut route = self.0.route::<Merge>();
        route.add(&a)?;
        route.add(b)?;
        self.0.call_routed::<Merge, _>(
            route,
            |cx| Ok((cx.own(a)?, cx.borrow(b)?)),
            |(raw,), cx| cx.own(raw),
        )
    }

    pub fn pair(&self, n: u32) -> Result<(Bucket, Bucket), Error> {
        let route = self.0.route::<Pair>();
        self.0.call_routed::<Pair, _>(
            route,
            |_| Ok((n,)),
            |((a, b),), cx| Ok((cx.own(a)?, cx.own(b)?)),
        )
    }
}

// The interface `tickets`, which the plugin exports.

impl App {
    pub fn take(&self, ticket: Ticket) -> Result<u32, Error> {
        let mut route = self.0.route::<Take>();
        route.add(&ticket)?;
        self.0
            .call_routed::<Take, _>(route, |cx| Ok((cx.own(ticket)?,)), |(n,), _| Ok(n))
    }

    pub fn look(&self, ticket: &Ticket) -> Result<u32, Error> {
        let mut route = self.0.route::<Look>();
        route.add(ticket)?;
        self.0
            .call_routed::<Look, _>(route, |cx| Ok((cx.borrow(ticket)?,)), |(n,), _| Ok(n))
    }

    pub fn keep(&self, ticket: Ticket) -> Result<(), Error> {
        let mut route = self.0.route::<Keep>();
        route.add(&ticket)?;
        self.0
            .call_routed::<Keep, _>(route, |cx| Ok((cx.own(ticket)?,)), |(), _| Ok(()))
    }

    pub fn make(&self, n: u32) -> Result<Ticket, Error> {
        let route = self.0.route::<Make>();
        self.0
            .call_routed::<Make, _>(route, |_| Ok((n,)), |(raw,), cx| cx.own(raw))
    }

    pub fn pass_on(&self, n: u32) -> Result<u32, Error> {
        self.0.call_one::<PassOn, _>((n,))
    }

    pub fn same(&self, n: u32) -> Result<bool, Error> {
        self.0.call_one::<Same, _>((n,))
    }
}

// What the world itself exports.

impl App {
    pub fn count(&self) -> Result<u32, Error> {
        self.0.call_one::<Count, _>(())
    }

    pub fn forward(&self, n: u32) -> Result<u32, Error> {
        self.0.call_one::<Forward, _>((n,))
    }

    pub fn spin(&self) -> Result<(), Error> {
        self.0.call_unit::<Spin>(())
    }

    pub fn extra(&self) -> Result<u32, Error> {
        self.0.call_one::<Extra, _>(())
    }
}

// The interface `desk`, which the host gives to the plugin, and the world's function `ask`.

pub trait TicketResource {
    fn number(&self) -> Result<u32, Error>;
}

pub struct Ticket(Handle<dyn TicketResource + Send + Sync>);

impl Ticket {
    pub fn new<T: TicketResource + Send + Sync + 'static>(value: T) -> Self {
        let value = Arc::new(value);
        let object: Arc<dyn TicketResource + Send + Sync> = value.clone();
        Self(Handle::host(object, value))
    }

    pub fn number(&self) -> Result<u32, Error> {
        self.0.object().number()
    }

    pub fn downcast_ref<T: 'static>(&self) -> Option<&T> {
        self.0.downcast_ref()
    }
}

impl fmt::Debug for Ticket {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Ticket").field(&self.0).finish()
    }
}

impl Resource for Ticket {
    type Object = dyn TicketResource + Send + Sync;

    const NAME: &'static str = "ticket";

    fn handle(&self) -> &Handle<Self::Object> {
        &self.0
    }

    fn from_handle(handle: Handle<Self::Object>) -> Self {
        Self(handle)
    }
}

pub trait Desk {
    fn log(&self, n: u32) -> Result<(), Error>;
    fn issue(&self, n: u32) -> Result<Ticket, Error>;
    fn redeem(&self, ticket: Ticket) -> Result<u32, Error>;
    fn compare(&self, a: &Ticket, b: &Ticket) -> Result<bool, Error>;
    fn ask(&self, n: u32) -> Result<u32, Error>;
}

impl<I: Desk + Send + Sync + 'static> Imports<I> for App {
    fn link(linking: &mut Linking<'_>) -> Result<(), Error> {
        let desk = Some("test:res/desk@1.0.0");
        linking.resource(desk, "ticket")?;
        linking.function(desk, "[method]ticket.number", |(raw,): (RawHandle,), cx| {
            let arena = Arena::new();
            let ticket = cx.lifting(&arena).borrow::<Ticket>(raw)?;
            Ok((ticket.number()?,))
        })?;
        linking.function(desk, "log", |(n,): (u32,), cx| {
            cx.imports::<I>().log(n)?;
            Ok(())
        })?;
        linking.function(desk, "issue", |(n,): (u32,), cx| {
            let answer = cx.imports::<I>().issue(n)?;
            Ok((cx.lowering().own(answer)?,))
        })?;
        linking.function(desk, "redeem", |(raw,): (RawHandle,), cx| {
            let arena = Arena::new();
            let ticket = cx.lifting(&arena).own::<Ticket>(raw)?;
            Ok((cx.imports::<I>().redeem(ticket)?,))
        })?;
        linking.function(desk, "compare", |(a, b): (RawHandle, RawHandle), cx| {
            let arena = Arena::new();
            let mut lifting = cx.lifting(&arena);
            let a = lifting.borrow::<Ticket>(a)?;
            let b = lifting.borrow::<Ticket>(b)?;
            Ok((cx.imports::<I>().compare(a, b)?,))
        })?;
        linking.function(None, "ask", |(n,): (u32,), cx| {
            Ok((cx.imports::<I>().ask(n)?,))
        })
    }
}

// The tables.

const OWN_BUCKET: Type = Type::Own(Shared::Static("bucket"));
const BORROW_BUCKET: Type = Type::Borrow(Shared::Static("bucket"));
const OWN_TICKET: Type = Type::Own(Shared::Static("ticket"));
const BORROW_TICKET: Type = Type::Borrow(Shared::Static("ticket"));

macro_rules! interface {
    ($name:literal { $($kind:ident $function:literal($($param:literal: $ty:expr),*) $(-> $result:expr)?;)* }) => {
        Interface {
            name: Shared::Static($name),
            functions: Shared::Static(&[$(WitFunction {
                name: Shared::Static($function),
                kind: FunctionKind::$kind,
                is_async: false,
                params: Shared::Static(&[$(Param { name: Shared::Static($param), ty: $ty }),*]),
                result: interface!(@ $($result)?),
            }),*]),
        }
    };
    (@ $result:expr) => { Some($result) };
    (@) => { None };
}

static STORE: Interface = interface!("test:res/store@1.0.0" {
    Constructor "[constructor]bucket"("n": Type::U32) -> OWN_BUCKET;
    Method "[method]bucket.get"("self": BORROW_BUCKET) -> Type::U32;
    Free "merge"("a": OWN_BUCKET, "b": BORROW_BUCKET) -> OWN_BUCKET;
    Free "pair"("n": Type::U32) -> Type::Tuple(Shared::Static(&[OWN_BUCKET, OWN_BUCKET]));
});

static TICKETS: Interface = interface!("test:res/tickets@1.0.0" {
    Free "take"("t": OWN_TICKET) -> Type::U32;
    Free "look"("t": BORROW_TICKET) -> Type::U32;
    Free "keep"("t": OWN_TICKET);
    Free "make"("n": Type::U32) -> OWN_TICKET;
    Free "pass-on"("n": Type::U32) -> Type::U32;
    Free "same"("n": Type::U32) -> Type::Bool;
});

static WORLD: Interface = interface!("test:res/app@1.0.0" {
    Free "count"() -> Type::U32;
    Free "forward"("n": Type::U32) -> Type::U32;
    Free "spin"();
    Free "extra"() -> Type::U32;
});

static MORE: Interface = interface!("test:res/more@1.0.0" {
    Free "most"() -> Type::U32;
});

static DESK: Interface = interface!("test:res/desk@1.0.0" {
    Method "[method]ticket.number"("self": BORROW_TICKET) -> Type::U32;
    Free "log"("n": Type::U32);
    Free "issue"("n": Type::U32) -> OWN_TICKET;
    Free "redeem"("t": OWN_TICKET) -> Type::U32;
    Free "compare"("a": BORROW_TICKET, "b": BORROW_TICKET) -> Type::Bool;
});

static ASK: Interface = interface!("test:res/app@1.0.0" {
    Free "ask"("n": Type::U32) -> Type::U32;
});

macro_rules! functions {
    ($($name:ident($($param:ty),*) -> $results:ty = $export:literal, $index:literal;)*) => {
        $(
            pub struct $name;

            impl Function for $name {
                type Params<'a> = ($($param,)*);
                type Results = $results;

                const EXPORT: usize = $export;
                const INDEX: usize = $index;
            }
        )*

        fn check(checker: &mut Checker<'_>) -> Result<(), Error> {
            $(checker.function::<$name>()?;)*
            Ok(())
        }
    };
}

functions! {
    BucketNew(u32) -> (RawHandle,) = 0, 0;
    BucketGet(RawHandle) -> (u32,) = 0, 1;
    Merge(RawHandle, RawHandle) -> (RawHandle,) = 0, 2;
    Pair(u32) -> ((RawHandle, RawHandle),) = 0, 3;
    Take(RawHandle) -> (u32,) = 1, 0;
    Look(RawHandle) -> (u32,) = 1, 1;
    Keep(RawHandle) -> () = 1, 2;
    Make(u32) -> (RawHandle,) = 1, 3;
    PassOn(u32) -> (u32,) = 1, 4;
    Same(u32) -> (bool,) = 1, 5;
    Count() -> (u32,) = 2, 0;
    Forward(u32) -> (u32,) = 2, 1;
    Spin() -> () = 2, 2;
    Extra() -> (u32,) = 2, 3;
    Most() -> (u32,) = 3, 0;
}

const fn export(
    interface: &'static Interface,
    is_world: bool,
    optional: &'static [bool],
) -> Export {
    Export {
        interface,
        hash: InterfaceHash::from_bytes([0; 32]),
        is_world,
        optional,
        raw: &[],
        client_streams: &[],
    }
}

static DEFINITION: Definition = Definition {
    exports: &[
        export(&STORE, false, &[]),
        export(&TICKETS, false, &[]),
        export(&WORLD, true, &[false, false, false, true]),
        export(&MORE, false, &[true]),
    ],
    imports: &[
        Import {
            interface: &DESK,
            is_world: false,
            resources: &["ticket"],
        },
        Import {
            interface: &ASK,
            is_world: true,
            resources: &[],
        },
    ],
    is_open: false,
    guest_hash: None,
    resources: &[GuestResource {
        id: TypeId::of::<Bucket>,
        make: make_bucket,
    }],
    check,
};
