//! A lease: one store with one instance, held for a call or for longer.

use std::sync::Arc;

use wasmtime::Store;
use wasmtime::component::{ComponentExportIndex, Func, Instance, ResourceAny, TypedFunc};

use crate::definition::{Entry, Function};
use crate::dynamic::{Answer, Arguments, Params, wanted};
use crate::failure::{self, During};
use crate::handles::{Direction, Lifting, Lowering, Passed};
use crate::instances::{Deadline, KeptPlace, Session, StoreData};
use crate::plugin::{Checked, Loaded};
use crate::table::Row;
use crate::{Error, ErrorKind, Value};

pub(crate) struct Lease {
    store: Store<StoreData>,
    instance: Instance,
    /// The functions called so far, by their place among all: looked up once where the instance serves more than one call.
    functions: Vec<Option<Func>>,
    /// Whether a call has failed in a way that leaves the instance in an unknown state.
    broken: bool,
    /// Its place in the pool, where it has come from one for good. The field is the last, so that the place becomes free when
    /// the instance is gone.
    place: Option<KeptPlace>,
}

/// Who is to own an instance that gives out resources.
pub(crate) enum Owner<'a> {
    /// The session that it is in.
    Session(&'a Arc<Session>),
    /// A session that is made for it when it gives out the first one.
    New(&'a mut Option<Arc<Session>>),
}

impl Owner<'_> {
    /// The session, which has no instance yet where it is new.
    pub(crate) fn session(&mut self, plugin: &Arc<Loaded>) -> &Arc<Session> {
        match self {
            Self::Session(session) => session,
            Self::New(session) => session.get_or_insert_with(|| Session::vacant(plugin)),
        }
    }

    fn known(&self) -> Option<&Arc<Session>> {
        match self {
            Self::Session(session) => Some(session),
            Self::New(session) => session.as_ref(),
        }
    }
}

impl Lease {
    /// Makes an instance for a call that began at `began` and has so many ticks in all.
    pub(crate) fn new(plugin: &Arc<Loaded>, began: u64, ticks: u64) -> Result<Self, Error> {
        let engine = plugin.component.engine();
        let imports = plugin.make_imports()?;
        let deadline = Deadline::new(Arc::clone(&plugin.clock), began, ticks);
        let data = StoreData::new(Arc::clone(plugin), deadline, imports);
        let mut store = Store::new(&engine.engine, data);
        store.limiter(|data| &mut data.limiter);
        store.set_hostcall_fuel(usize::try_from(plugin.limits.transfer).unwrap_or(usize::MAX));
        store.set_epoch_deadline(plugin.clock.left(began, ticks));
        let instance = match plugin.pre.instantiate(&mut store) {
            Ok(instance) => instance,
            Err(error) => return Err(failure::of(error, During::Instantiation, store.data())),
        };
        let mut lease = Self {
            store,
            instance,
            functions: Vec::new(),
            broken: false,
            place: None,
        };
        plugin.carriers.configure(&mut lease)?;
        // What was refused so far is no reason for what fails later.
        lease.store.data_mut().limiter.begin();
        Ok(lease)
    }

    pub(crate) fn plugin(&self) -> &Arc<Loaded> {
        &self.store.data().plugin
    }

    /// A further call on an instance that is held, which began at `began`, has so many ticks in all, and `left` of them by now.
    #[inline]
    pub(crate) fn begin(&mut self, plugin: &Loaded, began: u64, ticks: u64, left: u64) {
        if self.functions.is_empty() {
            self.functions.resize(plugin.function_count(), None);
        }
        let data = self.store.data_mut();
        data.deadline.begin(began, ticks);
        data.limiter.begin();
        self.store.set_epoch_deadline(left);
    }

    /// Another caller has it from now on.
    #[inline]
    pub(crate) fn forget_output(&self) {
        self.store.data().forget_output();
    }

    /// Calls a function. After an error the instance must not be used again.
    #[inline]
    pub(crate) fn call<F: Function>(
        &mut self,
        function: Checked<'_, F>,
        params: F::Params<'_>,
    ) -> Result<F::Results, Error> {
        let called = self
            .function(function.entry())
            .and_then(|found| function.typed(found).call(&mut self.store, params));
        match called {
            Ok(results) => Ok(results),
            Err(error) => Err(self.failed_typed(function, error)),
        }
    }

    /// Calls a function whose types are known only now, with arguments that are exact for them. After an error the instance must
    /// not be used again.
    #[inline]
    pub(crate) fn call_dynamic(
        &mut self,
        row: Row<'_>,
        arguments: Arguments<'_>,
    ) -> Result<Answer, Error> {
        let called = self
            .function(row.entry)
            .and_then(|found| self.call_found(found, arguments));
        match called {
            Ok(answer) => Ok(answer),
            Err(error) => Err(self.failed_dynamic(row, error)),
        }
    }

    /// The same for a function with handles among its arguments, or in its result. After an error the instance must not be used
    /// again if it is [broken](Self::is_broken).
    pub(crate) fn call_dynamic_handles(
        &mut self,
        row: Row<'_>,
        owner: Owner<'_>,
        arguments: Arguments<'_>,
        handles: &[Passed<'_>],
    ) -> Result<Value, Error> {
        self.check_types(row, arguments, handles)?;
        let direction = Direction::Export(owner.known());
        let mut lowering = Lowering::new(self.store.data_mut(), direction);
        for handle in handles {
            if let Err(error) = lowering.pass(handle) {
                lowering.undo();
                return Err(error);
            }
        }
        lowering.done();
        let Answer { value, resources } = self.call_dynamic(row, arguments)?;
        if !resources.is_empty() {
            let data = self.store.data_mut();
            Lifting::of_results(data, owner).fill(resources);
        }
        Ok(value)
    }

    /// Refuses handles of other resources than those that are wanted: the engine would end the instance for them.
    fn check_types(
        &mut self,
        row: Row<'_>,
        arguments: Arguments<'_>,
        handles: &[Passed<'_>],
    ) -> Result<(), Error> {
        let (Arguments::Values(values), false) = (arguments, handles.is_empty()) else {
            return Ok(());
        };
        let Ok(function) = self.function(row.entry) else {
            // The call itself says what is wrong.
            return Ok(());
        };
        let mut all = Vec::with_capacity(handles.len());
        for ((_, ty), value) in function.ty(&self.store).params().zip(values) {
            wanted(&ty, value, &mut all);
        }
        let mut pairs = handles.iter().zip(&all);
        match pairs.find(|(handle, wanted)| **wanted != handle.guest.resource().ty()) {
            Some((handle, _)) => Err(Error::new(
                ErrorKind::InvalidArgument,
                format!(
                    "a resource passed to `{}` of {} is another one than the `{}` that it takes",
                    row.function.label(),
                    self.plugin().component.name(),
                    handle.resource
                ),
            )),
            None => Ok(()),
        }
    }

    /// Calls a function of the conventions of fidius 0.5, with a `list<u8>` or nothing.
    pub(crate) fn call_carrier(
        &mut self,
        name: &str,
        index: ComponentExportIndex,
        bytes: Option<&[u8]>,
    ) -> Result<Value, Error> {
        let arguments = bytes.map_or(Arguments::Values(&[]), Arguments::Bytes);
        let called = self
            .instance
            .get_func(&mut self.store, index)
            .ok_or_else(no_function)
            .and_then(|found| self.call_found(found, arguments));
        match called {
            Ok(answer) => Ok(answer.value),
            Err(error) => Err(self.failed(name, error)),
        }
    }

    fn call_found(&mut self, found: Func, arguments: Arguments<'_>) -> wasmtime::Result<Answer> {
        // SAFETY: these types stand for the parameters and the result of every function.
        let typed = unsafe { TypedFunc::<Params<'_>, Answer>::new_unchecked(found) };
        typed.call(&mut self.store, Params(arguments))
    }

    /// Calls a function with handles among its arguments or in its result. After an error the instance must not be used again
    /// if it is [broken](Self::is_broken).
    pub(crate) fn call_handles<'p, F: Function, T>(
        &mut self,
        function: Checked<'_, F>,
        owner: Owner<'_>,
        lower: impl FnOnce(&mut Lowering<'_>) -> Result<F::Params<'p>, Error>,
        lift: impl FnOnce(F::Results, &mut Lifting<'_, 'static>) -> Result<T, Error>,
    ) -> Result<T, Error> {
        let direction = Direction::Export(owner.known());
        let mut lowering = Lowering::new(self.store.data_mut(), direction);
        let params = match lower(&mut lowering) {
            Ok(params) => params,
            Err(error) => {
                lowering.undo();
                return Err(error);
            }
        };
        let lent = lowering.done();
        let results = self.call(function, params);
        let data = self.store.data_mut();
        lent.take_back(&mut data.table);
        let lifted = lift(results?, &mut Lifting::of_results(data, owner));
        if lifted.is_err() {
            // What else is in the result stays behind in the store.
            self.broken = true;
        }
        lifted
    }

    /// Runs the guest's destructor of a resource. After an error the instance must not be used again.
    pub(crate) fn drop_resource(&mut self, resource: ResourceAny) -> Result<(), Error> {
        match resource.resource_drop(&mut self.store) {
            Ok(()) => Ok(()),
            Err(error) => {
                self.broken = true;
                Err(failure::of(error, During::Destructor, self.store.data()))
            }
        }
    }

    /// Whether a call has failed in a way that leaves the instance in an unknown state.
    pub(crate) fn is_broken(&self) -> bool {
        self.broken
    }

    /// The instance is now that of a session, and keeps its place in the pool that it is from.
    pub(crate) fn belongs_to(&mut self, session: &Session, place: Option<KeptPlace>) {
        self.store.data_mut().session = Some(session.address());
        self.place = place;
    }

    #[inline]
    fn function(&mut self, entry: &Entry) -> wasmtime::Result<Func> {
        match self.functions.get(entry.place) {
            Some(Some(found)) => Ok(*found),
            _ => self.find(entry),
        }
    }

    fn find(&mut self, entry: &Entry) -> wasmtime::Result<Func> {
        let found = entry
            .index
            .and_then(|index| self.instance.get_func(&mut self.store, index))
            .ok_or_else(no_function)?;
        if let Some(known) = self.functions.get_mut(entry.place) {
            *known = Some(found);
        }
        Ok(found)
    }

    #[cold]
    fn failed_dynamic(&mut self, row: Row<'_>, error: wasmtime::Error) -> Error {
        self.failed(&row.function.label(), error)
    }

    #[cold]
    fn failed_typed<F: Function>(
        &mut self,
        function: Checked<'_, F>,
        error: wasmtime::Error,
    ) -> Error {
        self.failed(&function.name(), error)
    }

    #[cold]
    fn failed(&mut self, name: &str, error: wasmtime::Error) -> Error {
        self.broken = true;
        failure::of(error, During::Call(name), self.store.data())
    }
}

#[cold]
fn no_function() -> wasmtime::Error {
    wasmtime::Error::msg("the export is no function")
}
