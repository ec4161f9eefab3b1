//! A lease: one store with one instance, held for a call or for longer.

use std::any::TypeId;
use std::sync::Arc;

use wasmtime::Store;
use wasmtime::component::{Func, Instance, TypedFunc};

use crate::Error;
use crate::definition::{Entry, Function};
use crate::failure::{self, During};
use crate::plugin::Loaded;
use crate::store::{Deadline, StoreData};

pub(crate) struct Lease {
    store: Store<StoreData>,
    instance: Instance,
    /// The functions called so far, by their place among all: looked up once where the instance serves more than one call.
    functions: Vec<Option<Func>>,
}

impl Lease {
    /// Makes an instance for a call that began at `began`.
    pub(crate) fn new(plugin: &Loaded, began: u64) -> Result<Self, Error> {
        let engine = plugin.component.engine();
        let deadline = Deadline::new(Arc::clone(&plugin.clock), began, plugin.ticks);
        let mut store = Store::new(&engine.engine, StoreData::new(&plugin.limits, deadline));
        store.limiter(|data| &mut data.limiter);
        store.set_hostcall_fuel(usize::try_from(plugin.limits.transfer).unwrap_or(usize::MAX));
        store.set_epoch_deadline(plugin.clock.left(began, plugin.ticks));
        match plugin.pre.instantiate(&mut store) {
            Ok(instance) => Ok(Self {
                store,
                instance,
                functions: Vec::new(),
            }),
            Err(error) => Err(failure::of(
                error,
                During::Instantiation,
                plugin,
                store.data(),
            )),
        }
    }

    /// A further call on an instance that is held, which began at `began` and has so many ticks left.
    #[inline]
    pub(crate) fn begin(&mut self, plugin: &Loaded, began: u64, left: u64) {
        if self.functions.is_empty() {
            self.functions.resize(plugin.function_count(), None);
        }
        let data = self.store.data_mut();
        data.deadline.begin(began);
        data.limiter.begin();
        self.store.set_epoch_deadline(left);
    }

    /// Calls a function. After an error the instance must not be used again.
    #[inline]
    pub(crate) fn call<F: Function>(
        &mut self,
        plugin: &Loaded,
        params: F::Params<'_>,
    ) -> Result<F::Results, Error> {
        let entry = plugin.entry::<F>();
        let called = self
            .function(entry)
            .and_then(|function| typed::<F>(entry, function).call(&mut self.store, params));
        match called {
            Ok(results) => Ok(results),
            Err(error) => Err(self.failed::<F>(error, plugin)),
        }
    }

    #[inline]
    fn function(&mut self, entry: &Entry) -> wasmtime::Result<Func> {
        match self.functions.get(entry.place) {
            Some(Some(function)) => Ok(*function),
            _ => self.find(entry),
        }
    }

    fn find(&mut self, entry: &Entry) -> wasmtime::Result<Func> {
        let function = self
            .instance
            .get_func(&mut self.store, entry.index)
            .ok_or_else(|| wasmtime::Error::msg("the export is no function"))?;
        if let Some(known) = self.functions.get_mut(entry.place) {
            *known = Some(function);
        }
        Ok(function)
    }

    #[cold]
    fn failed<F: Function>(&self, error: wasmtime::Error, plugin: &Loaded) -> Error {
        let name = plugin.function_name::<F>();
        failure::of(error, During::Call(name), plugin, self.store.data())
    }
}

/// The component's function with the Rust types of `F`.
///
/// # Panics
///
/// The entry is not that of `F`: generated code and the definition it was loaded with disagree.
#[inline]
fn typed<'a, F: Function>(entry: &Entry, function: Func) -> TypedFunc<F::Params<'a>, F::Results> {
    assert!(
        entry.checked == TypeId::of::<F>(),
        "the function was checked for the types that it is called with"
    );
    // SAFETY: the engine has compared the types of `F` with this component's function at load (`Checker::function` makes
    // entries only after that), and the assertion makes sure that the entry is the one made for `F`. The lifetime in
    // `F::Params` has no part in what the engine compares.
    unsafe { TypedFunc::new_unchecked(function) }
}
