use wasmtime::component::{ComponentNamedList, Lift, Linker, LinkerInstance, Lower};

use crate::handles::HostResource;
use crate::imports::host_call::{self, HostCall};
use crate::instances::StoreData;
use crate::{Component, Error, ErrorKind};

/// Links functions and resources of the host to what a plugin imports.
#[doc(hidden)]
pub struct Linking<'l> {
    component: &'l Component,
    linker: Linker<StoreData>,
}

impl<'l> Linking<'l> {
    /// For what the component imports beyond what its engine links into every component.
    pub(crate) fn new(component: &'l Component) -> Self {
        let mut linker = component.engine().linker.clone();
        // A host may give its own version of something that the engine has.
        linker.allow_shadowing(true);
        Self { component, linker }
    }

    pub(crate) fn into_linker(self) -> Linker<StoreData> {
        self.linker
    }

    /// Links a function of an interface, or one by itself.
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
        // What belongs to a resource is named without the mark.
        let shown = name.rsplit(']').next().unwrap_or(name);
        let what = match interface {
            Some(interface) => format!("the function `{shown}` of `{interface}`"),
            None => format!("the function `{shown}`"),
        };
        self.link(interface, name, |linker| {
            linker.func_wrap(name, move |mut store, params: P| {
                host_call::run(store.data_mut(), &what, |cx| call(params, cx))
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
            linker.resource(name, HostResource::ty(), move |mut store, number| {
                host_call::run(store.data_mut(), &what, |cx| {
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
