use std::sync::Arc;

use wasmtime::component::{ComponentNamedList, Lift, Linker, LinkerInstance, Lower};

use crate::handles::HostResource;
use crate::imports::concurrent_call::{self, ConcurrentCall};
use crate::imports::host_call::{self, HostCall};
use crate::instances::{Mode, StoreData};
use crate::{Component, Error, ErrorKind};

/// Links functions and resources of the host to what a plugin imports.
#[doc(hidden)]
pub struct Linking<'l> {
    component: &'l Component,
    linker: Linker<StoreData>,
    mode: Mode,
}

impl<'l> Linking<'l> {
    /// For what the component imports beyond what its engine links into every component, in calls of this mode.
    pub(crate) fn new(component: &'l Component, mode: Mode) -> Result<Self, Error> {
        let mut linker = component.engine().linker(mode)?.clone();
        // A host may give its own version of something that the engine has.
        linker.allow_shadowing(true);
        Ok(Self {
            component,
            linker,
            mode,
        })
    }

    /// How the calls run that it is for.
    #[cfg(feature = "bincode")]
    pub(crate) fn mode(&self) -> Mode {
        self.mode
    }

    pub(crate) fn into_linker(self) -> Linker<StoreData> {
        self.linker
    }

    /// Links a function of an interface, or one by itself.
    ///
    /// In an async call it runs on the executor's thread, and holds that up for as long as it takes. One that never returns can't
    /// be ended from inside; one that returns when the time of the call is over has its call end with a timeout then.
    ///
    /// # Errors
    ///
    /// The engine does not take it.
    pub fn function<P, R>(
        &mut self,
        interface: Option<&str>,
        name: &str,
        call: impl for<'c> Fn(P, &mut HostCall<'c>) -> Result<R, Error> + Send + Sync + 'static,
    ) -> Result<(), Error>
    where
        P: ComponentNamedList + Lift + 'static,
        R: ComponentNamedList + Lower + 'static,
    {
        let what = shown(interface, name);
        self.link(interface, name, |linker| {
            linker.func_wrap(name, move |store, params: P| {
                host_call::run(store, &what, |cx| call(params, cx))
            })
        })
    }

    /// Links an async function of an interface, or one by itself: `call` makes the future of a call, in which all of the user's
    /// runs.
    ///
    /// In an async call whoever polls the call polls it; in a blocking one the thread waits for it. In both it is dropped when
    /// the time of the call is over.
    ///
    /// # Errors
    ///
    /// The engine does not take it.
    pub fn function_async<P, R>(
        &mut self,
        interface: Option<&str>,
        name: &str,
        call: impl for<'c> Fn(P, HostCall<'c>) -> host_call::Future<'c, R> + Send + Sync + 'static,
    ) -> Result<(), Error>
    where
        P: ComponentNamedList + Lift + 'static,
        R: ComponentNamedList + Lower + 'static,
    {
        let what = shown(interface, name);
        let mode = self.mode;
        self.link(interface, name, |linker| match mode {
            Mode::Blocking => linker.func_wrap(name, move |store, params: P| {
                host_call::run_parked(store, &what, params, &call)
            }),
            Mode::Async => {
                // The engine's future can't borrow from the function that makes it.
                let shared = Arc::new((what, call));
                linker.func_wrap_async(name, move |store, params: P| {
                    let shared = Arc::clone(&shared);
                    Box::new(async move {
                        let (what, call) = &*shared;
                        host_call::run_async(store, what, params, call).await
                    })
                })
            }
        })
    }

    /// Links a function that is `async` in the WIT: `call` makes the future of a call, in which all of the user's runs. The guest goes on
    /// meanwhile.
    ///
    /// # Errors
    ///
    /// The engine does not take it.
    pub fn function_concurrent<P, R>(
        &mut self,
        interface: Option<&str>,
        name: &str,
        call: impl for<'c> Fn(P, ConcurrentCall<'c>) -> host_call::Future<'c, R> + Send + Sync + 'static,
    ) -> Result<(), Error>
    where
        P: ComponentNamedList + Lift + 'static,
        R: ComponentNamedList + Lower + 'static,
    {
        // The engine's future can't borrow from the function that makes it.
        let shared = Arc::new((shown(interface, name), call));
        self.link(interface, name, |linker| {
            linker.func_wrap_concurrent(name, move |accessor, params: P| {
                let shared = Arc::clone(&shared);
                Box::pin(async move {
                    let (what, call) = &*shared;
                    concurrent_call::run(accessor, what, params, call).await
                })
            })
        })
    }

    /// Links a resource of an interface, or one by itself.
    ///
    /// # Errors
    ///
    /// The engine does not take it.
    pub fn resource(&mut self, interface: Option<&str>, name: &str) -> Result<(), Error> {
        let what = format!("the destructor of `{name}`");
        self.link(interface, name, |linker| {
            linker.resource(name, HostResource::ty(), move |store, number| {
                host_call::run(store, &what, |cx| {
                    let value = cx.data().table.remove(number);
                    drop(value);
                    Ok(())
                })
            })
        })
    }

    fn link(
        &mut self,
        interface: Option<&str>,
        name: &str,
        define: impl FnOnce(&mut LinkerInstance<'_, StoreData>) -> wasmtime::Result<()>,
    ) -> Result<(), Error> {
        let instance = match interface {
            Some(interface) => self.linker.instance(interface),
            None => Ok(self.linker.root()),
        };
        instance
            .and_then(|mut instance| define(&mut instance))
            .map_err(|error| {
                Error::new(
                    ErrorKind::Other,
                    format!(
                        "`{name}` can't be linked to what {} imports: {error:#}",
                        self.component.name()
                    ),
                )
                .with_source(error)
            })
    }
}

/// A function of the host, as errors name it.
fn shown(interface: Option<&str>, name: &str) -> String {
    // What belongs to a resource is named without the mark.
    let name = name.rsplit(']').next().unwrap_or(name);
    match interface {
        Some(interface) => format!("the function `{name}` of `{interface}`"),
        None => format!("the function `{name}`"),
    }
}
