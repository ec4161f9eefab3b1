//! WASI for guests that get nothing: what would touch the host is denied when it is used. All of 0.2 is linked, and of 0.3 the
//! basic interfaces, where the program wants them.

mod io;
#[cfg(feature = "wasi-p3")]
mod p3;
mod served;
mod stdio;

pub use served::{WASI_P3_VERSION, WASI_VERSION};
pub(crate) use served::{provides, waits, why_missing};

use wasmtime::component::{HasData, Linker, ResourceTable};
use wasmtime_wasi::cli::{WasiCli, WasiCliView as _};
use wasmtime_wasi::clocks::{WasiClocks, WasiClocksView as _};
use wasmtime_wasi::filesystem::{WasiFilesystem, WasiFilesystemView as _};
use wasmtime_wasi::p2::bindings::{self, sync};
use wasmtime_wasi::random::{WasiRandom, WasiRandomView as _};
use wasmtime_wasi::sockets::{WasiSockets, WasiSocketsView as _};
use wasmtime_wasi::{WasiCtx, WasiCtxView};

use crate::instances::{Mode, StoreData};

use io::Io;
use stdio::{Discard, Tail};

/// One guest's side of WASI.
pub(crate) struct WasiState {
    context: WasiCtx,
    table: ResourceTable,
    stderr: Tail,
}

impl Default for WasiState {
    /// No arguments, no environment, no files, no network, nothing to read; what is written to stdout is dropped, and of
    /// stderr the end is kept.
    fn default() -> Self {
        let mut table = ResourceTable::new();
        // It has several entries for some handles; how many the guest may have the engine sees to.
        table.set_max_capacity(usize::MAX);
        let stderr = Tail::default();
        let mut context = WasiCtx::builder();
        context
            .stdout(Discard)
            .stderr(stderr.clone())
            .allow_tcp(false)
            .allow_udp(false)
            .allow_ip_name_lookup(false);
        Self {
            context: context.build(),
            table,
            stderr,
        }
    }
}

impl WasiState {
    pub(crate) fn view(&mut self) -> WasiCtxView<'_> {
        WasiCtxView {
            ctx: &mut self.context,
            table: &mut self.table,
        }
    }

    pub(crate) fn stderr(&self) -> Option<String> {
        self.stderr.text()
    }

    #[inline]
    pub(crate) fn forget_output(&self) {
        self.stderr.clear();
    }
}

struct HasIo;

impl HasData for HasIo {
    type Data<'a> = Io<'a>;
}

struct HasTable;

impl HasData for HasTable {
    type Data<'a> = &'a mut ResourceTable;
}

/// Links `wasi:cli/imports` of WASI 0.2, and what there is of 0.3, for an engine with or without support for concurrency.
///
/// What a guest waits in is linked with shims of our own ([`Io`]), which work inside and outside of any async runtime; for
/// blocking calls they end at the call's deadline. The library's shims for files and sockets are never reached far enough to
/// wait: a guest gets neither a directory nor a socket.
pub(crate) fn link(
    linker: &mut Linker<StoreData>,
    mode: Mode,
    #[cfg_attr(not(feature = "wasi-p3"), expect(unused_variables))] concurrency: bool,
) -> wasmtime::Result<()> {
    match mode {
        Mode::Blocking => link_blocking(linker)?,
        Mode::Async => link_async(linker)?,
    }
    link_the_rest(linker)?;
    #[cfg(feature = "wasi-p3")]
    p3::link(linker, concurrency)?;
    Ok(())
}

fn link_blocking(l: &mut Linker<StoreData>) -> wasmtime::Result<()> {
    use sync::{filesystem, io, sockets};

    io::poll::add_to_linker::<_, HasIo>(l, |data| Io::new(data))?;
    io::streams::add_to_linker::<_, HasIo>(l, |data| Io::new(data))?;
    filesystem::types::add_to_linker::<_, WasiFilesystem>(l, StoreData::filesystem)?;
    sockets::tcp::add_to_linker::<_, WasiSockets>(l, StoreData::sockets)?;
    sockets::udp::add_to_linker::<_, WasiSockets>(l, StoreData::sockets)?;
    sockets::udp_create_socket::add_to_linker::<_, WasiSockets>(l, StoreData::sockets)
}

fn link_async(l: &mut Linker<StoreData>) -> wasmtime::Result<()> {
    use bindings::{filesystem, io, sockets};

    io::poll::add_to_linker::<_, HasIo>(l, |data| Io::new(data))?;
    io::streams::add_to_linker::<_, HasIo>(l, |data| Io::new(data))?;
    filesystem::types::add_to_linker::<_, WasiFilesystem>(l, StoreData::filesystem)?;
    sockets::tcp::add_to_linker::<_, WasiSockets>(l, StoreData::sockets)?;
    sockets::udp::add_to_linker::<_, WasiSockets>(l, StoreData::sockets)?;
    sockets::udp_create_socket::add_to_linker::<_, WasiSockets>(l, StoreData::sockets)
}

/// What nobody waits in, which is the same for both modes.
fn link_the_rest(l: &mut Linker<StoreData>) -> wasmtime::Result<()> {
    use bindings::{cli, clocks, filesystem, io, random, sockets};

    io::error::add_to_linker::<_, HasTable>(l, |data| data.wasi().view().table)?;
    clocks::wall_clock::add_to_linker::<_, WasiClocks>(l, StoreData::clocks)?;
    clocks::monotonic_clock::add_to_linker::<_, WasiClocks>(l, StoreData::clocks)?;
    random::random::add_to_linker::<_, WasiRandom>(l, StoreData::random)?;
    random::insecure::add_to_linker::<_, WasiRandom>(l, StoreData::random)?;
    random::insecure_seed::add_to_linker::<_, WasiRandom>(l, StoreData::random)?;
    cli::exit::add_to_linker::<_, WasiCli>(l, StoreData::cli)?;
    cli::environment::add_to_linker::<_, WasiCli>(l, StoreData::cli)?;
    cli::stdin::add_to_linker::<_, WasiCli>(l, StoreData::cli)?;
    cli::stdout::add_to_linker::<_, WasiCli>(l, StoreData::cli)?;
    cli::stderr::add_to_linker::<_, WasiCli>(l, StoreData::cli)?;
    cli::terminal_input::add_to_linker::<_, WasiCli>(l, StoreData::cli)?;
    cli::terminal_output::add_to_linker::<_, WasiCli>(l, StoreData::cli)?;
    cli::terminal_stdin::add_to_linker::<_, WasiCli>(l, StoreData::cli)?;
    cli::terminal_stdout::add_to_linker::<_, WasiCli>(l, StoreData::cli)?;
    cli::terminal_stderr::add_to_linker::<_, WasiCli>(l, StoreData::cli)?;
    filesystem::preopens::add_to_linker::<_, WasiFilesystem>(l, StoreData::filesystem)?;
    sockets::network::add_to_linker::<_, WasiSockets>(
        l,
        &sockets::network::LinkOptions::default(),
        StoreData::sockets,
    )?;
    sockets::instance_network::add_to_linker::<_, WasiSockets>(l, StoreData::sockets)?;
    sockets::ip_name_lookup::add_to_linker::<_, WasiSockets>(l, StoreData::sockets)?;
    sockets::tcp_create_socket::add_to_linker::<_, WasiSockets>(l, StoreData::sockets)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A linker with WASI, in which nothing may be defined twice.
    fn is_linked(mode: Mode, concurrency: bool, interface: &str, function: &str) -> bool {
        let mut config = wasmtime::Config::new();
        config.concurrency_support(concurrency);
        let engine = wasmtime::Engine::new(&config).unwrap();
        let mut linker = Linker::<StoreData>::new(&engine);
        link(&mut linker, mode, concurrency).unwrap();
        let mut instance = linker.instance(interface).unwrap();
        instance.func_wrap(function, |_, (): ()| Ok(())).is_err()
    }

    const ALL: [(Mode, bool); 4] = [
        (Mode::Blocking, false),
        (Mode::Blocking, true),
        (Mode::Async, false),
        (Mode::Async, true),
    ];

    #[test]
    fn the_version_is_that_of_the_library() {
        let interface = |version: &str| format!("wasi:cli/exit@{version}");
        for (mode, concurrency) in ALL {
            let is_linked = |version| is_linked(mode, concurrency, &interface(version), "exit");
            assert!(is_linked(WASI_VERSION));
            assert!(!is_linked("0.2.11"));
            assert_eq!(is_linked("0.3.0"), WASI_P3_VERSION == Some("0.3.0"));
            assert_eq!(WASI_P3_VERSION.is_some(), cfg!(feature = "wasi-p3"));
        }
    }

    #[test]
    fn what_a_guest_waits_in_is_linked_for_both_modes() {
        for (mode, concurrency) in ALL {
            for (interface, function) in [
                ("wasi:io/poll", "poll"),
                ("wasi:io/streams", "[method]input-stream.blocking-read"),
                ("wasi:filesystem/types", "[method]descriptor.read"),
                ("wasi:sockets/tcp", "[method]tcp-socket.start-bind"),
            ] {
                let interface = format!("{interface}@{WASI_VERSION}");
                assert!(
                    is_linked(mode, concurrency, &interface, function),
                    "{interface}"
                );
            }
        }
    }

    #[cfg(feature = "wasi-p3")]
    #[test]
    fn of_0_3_there_are_the_functions_that_the_engine_takes() {
        for (mode, concurrency) in ALL {
            for (interface, function, is_async) in [
                ("wasi:cli/environment", "get-arguments", false),
                ("wasi:cli/stderr", "write-via-stream", true),
                ("wasi:clocks/monotonic-clock", "now", false),
                ("wasi:clocks/monotonic-clock", "get-resolution", false),
                ("wasi:clocks/monotonic-clock", "wait-for", true),
                ("wasi:clocks/system-clock", "now", false),
                ("wasi:filesystem/preopens", "get-directories", false),
                ("wasi:filesystem/types", "descriptor", false),
                ("wasi:filesystem/types", "[method]descriptor.open-at", true),
                ("wasi:random/random", "get-random-u64", false),
            ] {
                let interface = format!("{interface}@0.3.0");
                assert_eq!(
                    is_linked(mode, concurrency, &interface, function),
                    concurrency || !is_async,
                    "{interface} {function}"
                );
            }
            for (interface, function) in [
                ("wasi:sockets/types@0.3.0", "[static]tcp-socket.create"),
                ("wasi:sockets/ip-name-lookup@0.3.0", "resolve-addresses"),
            ] {
                assert!(!is_linked(mode, concurrency, interface, function));
            }
        }
    }
}
