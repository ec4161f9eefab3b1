use std::any::TypeId;
use std::fmt;
use std::marker::PhantomData;
use std::ptr;
use std::sync::Arc;

use fidius_wit::{Interface, InterfaceName};
use wasmtime::component::{ComponentExportIndex, Func, InstancePre, TypedFunc};

use crate::definition::{self, Definition, Entry, Function, NO_INTERFACE};
use crate::handles::{Lifting, Lowering, Route};
use crate::imports::nested;
use crate::imports::{self, Linking, Object, Offer};
use crate::instances::{Lease, Owner, Pool, Session, StoreData};
use crate::ticker::Clock;
use crate::{CallError, Component, Error, ErrorKind, Host, Limits};

/// A loaded plugin: the handle under a host struct.
///
/// It is cheap to clone, and clones stand for the same plugin. `H` is the host struct, which has the typed methods.
pub struct Plugin<H> {
    loaded: Arc<Loaded>,
    lessor: Lessor,
    host: PhantomData<fn() -> H>,
}

/// Where the instance of a call comes from.
#[derive(Clone)]
enum Lessor {
    Fresh,
    Pool(Arc<Pool>),
    Session(Arc<Session>),
}

/// What all handles of one plugin share.
pub(crate) struct Loaded {
    pub(crate) component: Component,
    pub(crate) pre: InstancePre<StoreData>,
    pub(crate) limits: Limits,
    pub(crate) clock: Arc<Clock>,
    /// The limit on time in the steps that it is measured in.
    pub(crate) ticks: u64,
    pub(crate) definition: &'static Definition,
    imports: Option<Offer>,
    /// The functions of all exports, one export after the other.
    entries: Box<[Entry]>,
    /// Where the functions of each export begin.
    first: Box<[usize]>,
    /// For each export what the component has to serve it.
    served: Box<[Option<Interface>]>,
}

impl Loaded {
    pub(crate) fn new(
        component: Component,
        definition: &'static Definition,
        limits: Limits,
        imports: Option<Offer>,
    ) -> Result<Self, Error> {
        let resolved = definition::resolve(&component, definition);
        let provided = imports::check(&component, definition);
        let definition::Resolved {
            entries,
            first,
            served,
        } = match (resolved, provided) {
            (Ok(resolved), Ok(())) => resolved,
            // All that keeps the component from being loaded, at once.
            (Err(misfit), Err(unmet)) if misfit.is_mismatch() => {
                return Err(Error::new(misfit.kind(), format!("{misfit}\n{unmet}"))
                    .with_differences(misfit.differences().to_vec()));
            }
            (Err(error), _) | (_, Err(error)) => return Err(error),
        };
        let pre = match &imports {
            None => component.engine().linker.instantiate_pre(component.inner()),
            Some(offer) => {
                let mut linking = Linking::new(&component);
                (offer.link)(&mut linking)?;
                linking.into_linker().instantiate_pre(component.inner())
            }
        };
        let pre = pre.map_err(|error| {
            Error::new(
                ErrorKind::Denied,
                format!("{} can't be linked: {error:#}", component.name()),
            )
            .with_source(error)
        })?;
        let ticker = &component.engine().runtime.ticker;
        let ticks = ticker.ticks(limits.time);
        let clock = ticker.clock();
        Ok(Self {
            clock,
            component,
            pre,
            limits,
            ticks,
            definition,
            imports,
            entries,
            first,
            served,
        })
    }

    /// What tells it from all other plugins that exist.
    pub(crate) fn address(&self) -> usize {
        ptr::from_ref(self).addr()
    }

    /// The time at which a call begins, for its limit.
    #[inline]
    pub(crate) fn begin(&self) -> u64 {
        self.clock.begin()
    }

    /// The object of the user's behind the imports of a new instance.
    pub(crate) fn make_imports(&self) -> Result<Option<Object>, Error> {
        self.imports
            .as_ref()
            .map(|offer| offer.objects.make(&self.component))
            .transpose()
    }

    /// The function `F`.
    ///
    /// # Errors
    ///
    /// It is optional, and the component does not have it.
    #[inline]
    pub(crate) fn function<F: Function>(&self) -> Result<Checked<'_, F>, Error> {
        // Decided while compiling: almost every host has one export.
        let first = match F::EXPORT {
            0 => 0,
            export => self.first[export],
        };
        let entry = &self.entries[first + F::INDEX];
        if entry.checked == TypeId::of::<F>() {
            Ok(Checked {
                plugin: self,
                entry,
                function: PhantomData,
            })
        } else {
            Err(self.missing::<F>(entry))
        }
    }

    /// # Panics
    ///
    /// The function is there, and another was checked in its place: generated code and the definition it was loaded with
    /// disagree.
    #[cold]
    fn missing<F: Function>(&self, entry: &Entry) -> Error {
        assert!(
            entry.index.is_none(),
            "the function was checked for the types that it is called with"
        );
        Error::new(
            ErrorKind::Missing,
            format!(
                "{} does not have the optional function `{}` of `{}`; ask for it with `plugin().has(…)`",
                self.component.name(),
                self.name_of((F::EXPORT, F::INDEX)),
                self.definition.exports[F::EXPORT].interface.name
            ),
        )
    }

    pub(crate) fn function_count(&self) -> usize {
        self.entries.len()
    }

    /// The name of a function, by its export and its place there.
    pub(crate) fn name_of(&self, (export, index): (usize, usize)) -> String {
        self.definition.exports[export].interface.functions[index].label()
    }

    /// What [`Plugin::has`] says.
    fn has(&self, wanted: &str) -> bool {
        self.definition
            .exports
            .iter()
            .enumerate()
            .any(|(at, export)| {
                let name = InterfaceName::parse(&export.interface.name);
                let unversioned = export.interface.name.split('@').next().unwrap_or_default();
                let names = [&*export.interface.name, unversioned, name.interface];
                let mut functions = export.interface.functions.iter().enumerate();
                let is_there = |index: usize| self.entries[self.first[at] + index].index.is_some();
                if names.contains(&wanted) && self.served[at].is_some() {
                    return true;
                }
                functions.any(|(index, function)| {
                    let label = function.label();
                    let is_meant = label == wanted
                        || names.iter().any(|name| {
                            wanted
                                .strip_prefix(name)
                                .and_then(|rest| rest.strip_prefix(['.', '#']))
                                .is_some_and(|rest| rest == label)
                        });
                    is_meant && is_there(index)
                })
            })
    }
}

/// A function that the component has, with the Rust types of `F`.
pub(crate) struct Checked<'a, F> {
    plugin: &'a Loaded,
    entry: &'a Entry,
    function: PhantomData<fn() -> F>,
}

impl<F> Clone for Checked<'_, F> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<F> Copy for Checked<'_, F> {}

impl<F: Function> Checked<'_, F> {
    pub(crate) fn index(self) -> Option<ComponentExportIndex> {
        self.entry.index
    }

    /// Its place among the functions of all exports.
    #[inline]
    pub(crate) fn place(self) -> usize {
        self.entry.place
    }

    pub(crate) fn name(&self) -> String {
        self.plugin.name_of((F::EXPORT, F::INDEX))
    }

    /// The function in an instance, `found` there under the entry's index.
    #[inline]
    pub(crate) fn typed<'p>(self, found: Func) -> TypedFunc<F::Params<'p>, F::Results> {
        // SAFETY: the engine has compared the types of `F` with this component's function at load (`Checker::function` makes
        // entries with an index only after that), and `Loaded::function` makes this only where the entry is the one made for `F`.
        // The lifetime in `F::Params` has no part in what the engine compares.
        unsafe { TypedFunc::new_unchecked(found) }
    }
}

impl<H: Host> Plugin<H> {
    pub(crate) fn new(loaded: Loaded, pool: Option<usize>) -> Self {
        Self {
            loaded: Arc::new(loaded),
            lessor: match pool {
                Some(size) => Lessor::Pool(Arc::new(Pool::new(size))),
                None => Lessor::Fresh,
            },
            host: PhantomData,
        }
    }

    /// One instance, held for calls that belong together: what one call leaves in the guest's memory, the next finds there.
    ///
    /// It has the same methods as the host it comes from; clones of it share the instance. One call at a time runs on it;
    /// others wait, within their limit on time. After a call that fails on the host's side (a trap, a limit) the instance is
    /// gone, and every later call is an error that says so ([`Error::is_session_lost`]). An error that the guest answers
    /// with is an answer like any other.
    ///
    /// # Errors
    ///
    /// The instance can't be made.
    pub fn session(&self) -> Result<H, Error> {
        Ok(H::from_plugin(Self {
            loaded: Arc::clone(&self.loaded),
            lessor: Lessor::Session(Session::new(&self.loaded)?),
            host: PhantomData,
        }))
    }

    /// The component, as it describes itself.
    #[must_use]
    pub fn component(&self) -> &Component {
        &self.loaded.component
    }

    /// The first of the [`interfaces`](Self::interfaces). Without one it is an interface of nothing.
    #[must_use]
    pub fn interface(&self) -> &Interface {
        self.interfaces().next().unwrap_or(&NO_INTERFACE)
    }

    /// The exported interfaces of the component that serve those of the host, in the host's order: their names with the version
    /// that the component has, and all their functions, which may be more than the host expects. They print as WIT. Functions
    /// that the component exports by themselves are an interface with the name of the host's world; what is optional and not
    /// there is left out.
    pub fn interfaces(&self) -> impl Iterator<Item = &Interface> {
        self.loaded.served.iter().flatten()
    }

    /// Whether the component has a function that the host knows, or an interface of them. For what is optional: all else is
    /// there, or the plugin would not have been loaded.
    ///
    /// A function is meant by its WIT name, alone or after its interface's and a dot or `#`: `"find"`, `"store.find"`,
    /// `"my:app/store.find"`, `"my:app/store@1.0.0#find"`; a method is `"bucket.get"`, and what makes
    /// one `"bucket.constructor"`. An interface is meant by its name:
    /// `"store"`, `"my:app/store"`, `"my:app/store@1.0.0"`. The version is that of the host's WIT. Functions that the world exports
    /// by themselves count as those of an interface that is named for the world.
    ///
    /// `false` for what the host does not know.
    #[must_use]
    pub fn has(&self, function: &str) -> bool {
        self.loaded.has(function)
    }

    /// The limits of each call.
    #[must_use]
    pub fn limits(&self) -> &Limits {
        &self.loaded.limits
    }

    /// Calls a function without handles.
    #[doc(hidden)]
    #[inline]
    pub fn call<F: Function>(&self, params: F::Params<'_>) -> Result<F::Results, Error> {
        let loaded = &self.loaded;
        let function = loaded.function::<F>()?;
        // One closure for all three, so that the engine's call has one caller, into which the compiler can inline it.
        let call = |lease: &mut Lease| lease.call(function, params);
        match &self.lessor {
            Lessor::Fresh => call(&mut fresh(loaded)?),
            Lessor::Pool(pool) => pool.with(loaded, call),
            Lessor::Session(session) => session.with(loaded, call),
        }
    }

    /// Where a call with these handles goes, before any are [shown](Route::add).
    #[doc(hidden)]
    pub fn route<F: Function>(&self) -> Route {
        match &self.lessor {
            Lessor::Session(session) => Route::to_session::<F>(session),
            Lessor::Fresh | Lessor::Pool(_) => Route::to_plugin::<F>(&self.loaded),
        }
    }

    /// Calls a function with handles among its arguments, all of them shown to `route`, or in its result: `lower` makes the
    /// arguments, `lift` takes the results.
    #[doc(hidden)]
    pub fn call_routed<'p, F: Function, T>(
        &self,
        route: Route,
        lower: impl FnOnce(&mut Lowering<'_>) -> Result<F::Params<'p>, Error>,
        lift: impl FnOnce(F::Results, &mut Lifting<'_, 'static>) -> Result<T, Error>,
    ) -> Result<T, Error> {
        let loaded = &self.loaded;
        let function = loaded.function::<F>()?;
        let call =
            |lease: &mut Lease, owner: Owner<'_>| lease.call_handles(function, owner, lower, lift);
        if let Some(session) = route.session() {
            return session.with(loaded, |lease| call(lease, Owner::Session(session)));
        }
        if let Lessor::Pool(pool) = &self.lessor {
            return pool.with_handles(loaded, call);
        }
        let mut lease = fresh(loaded)?;
        let mut session = None;
        let result = call(&mut lease, Owner::New(&mut session))?;
        if let Some(session) = session {
            session.occupy(lease, None);
        }
        Ok(result)
    }

    /// Calls a function without a result.
    #[doc(hidden)]
    #[inline]
    pub fn call_unit<F: Function<Results = ()>>(&self, params: F::Params<'_>) -> Result<(), Error> {
        self.call::<F>(params)
    }

    /// Calls a function with a result.
    #[doc(hidden)]
    #[inline]
    pub fn call_one<F: Function<Results = (T,)>, T>(
        &self,
        params: F::Params<'_>,
    ) -> Result<T, Error> {
        self.call::<F>(params).map(|(value,)| value)
    }

    /// Calls a function whose result is a `result`.
    #[doc(hidden)]
    #[inline]
    pub fn call_fallible<F: Function<Results = (Result<T, E>,)>, T, E>(
        &self,
        params: F::Params<'_>,
    ) -> Result<T, CallError<E>> {
        match self.call::<F>(params) {
            Ok((result,)) => result.map_err(CallError::Guest),
            Err(error) => Err(CallError::Host(error)),
        }
    }
}

/// An instance for one call.
#[inline]
fn fresh(plugin: &Arc<Loaded>) -> Result<Lease, Error> {
    let ticks = nested::ticks(plugin)?;
    Lease::new(plugin, plugin.begin(), ticks)
}

impl<H> Clone for Plugin<H> {
    fn clone(&self) -> Self {
        Self {
            loaded: Arc::clone(&self.loaded),
            lessor: self.lessor.clone(),
            host: PhantomData,
        }
    }
}

impl<H> fmt::Debug for Plugin<H> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let instances = match &self.lessor {
            Lessor::Fresh => "fresh for each call",
            Lessor::Pool(_) => "from a pool",
            Lessor::Session(_) => "one, held",
        };
        f.debug_struct("Plugin")
            .field("component", &self.loaded.component.name())
            .field("instances", &instances)
            .finish_non_exhaustive()
    }
}
