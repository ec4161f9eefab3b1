//! The basic interfaces of WASI 0.3, which the engine's library marks experimental. They give a guest what those of 0.2 give it, of the same
//! state: which is nothing, but for clocks and random numbers.

use std::time::Duration;

use wasmtime::Result;
use wasmtime::component::{Accessor, HasData, Linker, Resource, ResourceType};
use wasmtime_wasi::cli::{WasiCli, WasiCliView as _};
use wasmtime_wasi::clocks::{WasiClocks, WasiClocksCtxView, WasiClocksView as _};
use wasmtime_wasi::filesystem::{WasiFilesystem, WasiFilesystemView as _};
use wasmtime_wasi::p3::bindings::{cli, clocks, filesystem, random};
use wasmtime_wasi::random::{WasiRandom, WasiRandomView as _};

use clocks::monotonic_clock::{self, Mark};

use super::WASI_P3_VERSION;
use crate::background;
use crate::instances::StoreData;

/// Links what is there of `wasi:cli/imports`: all but sockets.
///
/// An engine without support for concurrency does not take functions that a guest may wait in, nor streams. A component that imports none
/// runs there, faster.
pub(super) fn link(l: &mut Linker<StoreData>, concurrency: bool) -> Result<()> {
    link_plain(l)?;
    if concurrency {
        link_concurrent(l)
    } else {
        link_of_concurrent(l)
    }
}

fn link_plain(l: &mut Linker<StoreData>) -> Result<()> {
    clocks::system_clock::add_to_linker::<_, WasiClocks>(l, StoreData::clocks)?;
    random::random::add_to_linker::<_, WasiRandom>(l, StoreData::random)?;
    random::insecure::add_to_linker::<_, WasiRandom>(l, StoreData::random)?;
    random::insecure_seed::add_to_linker::<_, WasiRandom>(l, StoreData::random)?;
    cli::exit::add_to_linker::<_, WasiCli>(l, StoreData::cli)?;
    cli::environment::add_to_linker::<_, WasiCli>(l, StoreData::cli)?;
    cli::terminal_input::add_to_linker::<_, WasiCli>(l, StoreData::cli)?;
    cli::terminal_output::add_to_linker::<_, WasiCli>(l, StoreData::cli)?;
    cli::terminal_stdin::add_to_linker::<_, WasiCli>(l, StoreData::cli)?;
    cli::terminal_stdout::add_to_linker::<_, WasiCli>(l, StoreData::cli)?;
    cli::terminal_stderr::add_to_linker::<_, WasiCli>(l, StoreData::cli)?;
    filesystem::preopens::add_to_linker::<_, WasiFilesystem>(l, StoreData::filesystem)
}

fn link_concurrent(l: &mut Linker<StoreData>) -> Result<()> {
    monotonic_clock::add_to_linker::<_, HasClocks>(l, StoreData::clocks)?;
    cli::stdin::add_to_linker::<_, WasiCli>(l, StoreData::cli)?;
    cli::stdout::add_to_linker::<_, WasiCli>(l, StoreData::cli)?;
    cli::stderr::add_to_linker::<_, WasiCli>(l, StoreData::cli)?;
    filesystem::types::add_to_linker::<_, WasiFilesystem>(l, StoreData::filesystem)
}

/// What is in the same interfaces for components that wait for nothing.
fn link_of_concurrent(l: &mut Linker<StoreData>) -> Result<()> {
    use filesystem::types::{Descriptor, HostDescriptor};
    use monotonic_clock::Host as _;

    let version = WASI_P3_VERSION.unwrap_or_default();
    let mut clock = l.instance(&format!("wasi:clocks/monotonic-clock@{version}"))?;
    clock.func_wrap("now", |mut store, (): ()| {
        Ok((store.data_mut().clocks().now()?,))
    })?;
    clock.func_wrap("get-resolution", |mut store, (): ()| {
        Ok((store.data_mut().clocks().get_resolution()?,))
    })?;
    let mut files = l.instance(&format!("wasi:filesystem/types@{version}"))?;
    let descriptor = ResourceType::host::<Descriptor>();
    files.resource("descriptor", descriptor, |mut store, number| {
        HostDescriptor::drop(
            &mut store.data_mut().filesystem(),
            Resource::new_own(number),
        )
    })
}

/// The library's clocks, but for how they wait: those want a runtime of tokio's wherever the guest is run.
struct HasClocks;

impl HasData for HasClocks {
    type Data<'a> = WasiClocksCtxView<'a>;
}

impl<T> monotonic_clock::HostWithStore<T> for HasClocks {
    async fn wait_until(store: &Accessor<T, Self>, when: Mark) -> Result<()> {
        let now = store.with(|mut access| monotonic_clock::Host::now(&mut access.get()))?;
        wait(when.saturating_sub(now)).await
    }

    async fn wait_for(_: &Accessor<T, Self>, nanoseconds: clocks::types::Duration) -> Result<()> {
        wait(nanoseconds).await
    }
}

async fn wait(nanoseconds: u64) -> Result<()> {
    if nanoseconds > 0 {
        background::sleep(Duration::from_nanos(nanoseconds))?.await;
    }
    Ok(())
}
