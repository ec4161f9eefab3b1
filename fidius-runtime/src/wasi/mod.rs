//! WASI 0.2 for guests that get nothing: all of it is linked, and what would touch the host is denied when it is used.

mod io;
mod stdio;

use fidius_wit::InterfaceName;
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

/// Links `wasi:cli/imports`.
///
/// What a guest waits in is linked with shims of our own ([`Io`]), which work inside and outside of any async runtime; for
/// blocking calls they end at the call's deadline. The library's shims for files and sockets are never reached far enough to
/// wait: a guest gets neither a directory nor a socket.
pub(crate) fn link(linker: &mut Linker<StoreData>, mode: Mode) -> wasmtime::Result<()> {
    match mode {
        Mode::Blocking => link_blocking(linker)?,
        Mode::Async => link_async(linker)?,
    }
    link_the_rest(linker)
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

/// The version of WASI that the host has. A component that wants another patch of it is served too.
pub const WASI_VERSION: &str = "0.2.12";

/// The packages of WASI 0.2, and what keeps a component from getting what is in them, where something does.
const PACKAGES: &[(&str, Option<&str>)] = &[
    ("wasi:cli", None),
    ("wasi:clocks", None),
    ("wasi:filesystem", None),
    (
        "wasi:http",
        Some(
            "HTTP is not granted to plugins (it would be the capability `http`, which this version of fidius can't grant)",
        ),
    ),
    ("wasi:io", None),
    ("wasi:random", None),
    ("wasi:sockets", None),
];

/// The interfaces that [`link`] links, without their version.
const LINKED: &[&str] = &[
    "wasi:cli/environment",
    "wasi:cli/exit",
    "wasi:cli/stderr",
    "wasi:cli/stdin",
    "wasi:cli/stdout",
    "wasi:cli/terminal-input",
    "wasi:cli/terminal-output",
    "wasi:cli/terminal-stderr",
    "wasi:cli/terminal-stdin",
    "wasi:cli/terminal-stdout",
    "wasi:clocks/monotonic-clock",
    "wasi:clocks/wall-clock",
    "wasi:filesystem/preopens",
    "wasi:filesystem/types",
    "wasi:io/error",
    "wasi:io/poll",
    "wasi:io/streams",
    "wasi:random/insecure",
    "wasi:random/insecure-seed",
    "wasi:random/random",
    "wasi:sockets/instance-network",
    "wasi:sockets/ip-name-lookup",
    "wasi:sockets/network",
    "wasi:sockets/tcp",
    "wasi:sockets/tcp-create-socket",
    "wasi:sockets/udp",
    "wasi:sockets/udp-create-socket",
];

/// Whether an import of this name is served: any patch of 0.2.
pub(crate) fn provides(import: &str) -> bool {
    import
        .split_once('@')
        .is_some_and(|(name, version)| is_served_version(version) && LINKED.contains(&name))
}

/// Whether a guest may wait in functions of an import of this name, so that they have to be others for async calls.
pub(crate) fn waits(import: &str) -> bool {
    let name = import.split_once('@').map_or(import, |(name, _)| name);
    WAITING.contains(&name) && provides(import)
}

/// Those of the [`LINKED`] interfaces in which a guest may wait.
const WAITING: &[&str] = &["wasi:io/poll", "wasi:io/streams"];

fn is_served_version(version: &str) -> bool {
    version
        .strip_prefix("0.2.")
        .is_some_and(|patch| !patch.is_empty() && patch.bytes().all(|digit| digit.is_ascii_digit()))
}

/// For a person: why an import of this name is not served, and the capability that it would take; `None` where it is no interface
/// of the packages of WASI 0.2.
pub(crate) fn why_missing(import: &str) -> Option<String> {
    let InterfaceName {
        package, version, ..
    } = InterfaceName::parse(import);
    let (_, capability) = PACKAGES.iter().find(|(name, _)| *name == package)?;
    let version_missing = match version {
        Some(version) if is_served_version(version) => None,
        Some(version) => Some(format!(
            "the component wants WASI {version}, this host has WASI {WASI_VERSION}; build it for wasm32-wasip2"
        )),
        None => Some(format!(
            "the component does not say which version of WASI it wants, this host has WASI {WASI_VERSION}; build it for \
             wasm32-wasip2"
        )),
    };
    let parts = [version_missing, capability.map(str::to_owned)];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    if parts.is_empty() {
        return Some(format!(
            "this host has WASI {WASI_VERSION} without this interface"
        ));
    }
    Some(parts.join("; "))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A linker with WASI, in which nothing may be defined twice.
    fn is_linked(mode: Mode, interface: &str, function: &str) -> bool {
        let engine = wasmtime::Engine::default();
        let mut linker = Linker::<StoreData>::new(&engine);
        link(&mut linker, mode).unwrap();
        let mut instance = linker.instance(interface).unwrap();
        instance.func_wrap(function, |_, (): ()| Ok(())).is_err()
    }

    #[test]
    fn the_version_is_that_of_the_library() {
        let interface = |version: &str| format!("wasi:cli/exit@{version}");
        for mode in [Mode::Blocking, Mode::Async] {
            assert!(is_linked(mode, &interface(WASI_VERSION), "exit"));
            assert!(!is_linked(mode, &interface("0.2.11"), "exit"));
        }
    }

    #[test]
    fn what_a_guest_waits_in_is_linked_for_both_modes() {
        for mode in [Mode::Blocking, Mode::Async] {
            for (interface, function) in [
                ("wasi:io/poll", "poll"),
                ("wasi:io/streams", "[method]input-stream.blocking-read"),
                ("wasi:filesystem/types", "[method]descriptor.read"),
                ("wasi:sockets/tcp", "[method]tcp-socket.start-bind"),
            ] {
                let interface = format!("{interface}@{WASI_VERSION}");
                assert!(is_linked(mode, &interface, function), "{interface}");
            }
        }
        assert!(WAITING.iter().all(|name| LINKED.contains(name)));
        assert!(waits("wasi:io/poll@0.2.3"));
        assert!(!waits("wasi:io/poll@0.3.0"));
        assert!(!waits("wasi:io/error@0.2.12"));
    }

    #[test]
    fn every_interface_that_is_linked_belongs_to_a_known_package() {
        for linked in LINKED {
            assert!(provides(&format!("{linked}@{WASI_VERSION}")));
            assert!(why_missing(&format!("{linked}@0.3.0")).is_some());
        }
    }

    #[test]
    fn what_is_missing_is_told_with_both_versions_and_the_capability() {
        let why = |import| why_missing(import).unwrap();
        assert_eq!(
            why("wasi:cli/environment@0.3.0"),
            "the component wants WASI 0.3.0, this host has WASI 0.2.12; build it for wasm32-wasip2"
        );
        assert_eq!(
            why("wasi:clocks/system-clock@0.3.0-rc-2025-09-16"),
            "the component wants WASI 0.3.0-rc-2025-09-16, this host has WASI 0.2.12; build it for wasm32-wasip2"
        );
        assert_eq!(
            why("wasi:io/poll"),
            "the component does not say which version of WASI it wants, this host has WASI 0.2.12; build it for wasm32-wasip2"
        );
        assert_eq!(
            why("wasi:http/types@0.2.3"),
            "HTTP is not granted to plugins (it would be the capability `http`, which this version of fidius can't grant)"
        );
        assert_eq!(
            why("wasi:http/client@0.3.0"),
            "the component wants WASI 0.3.0, this host has WASI 0.2.12; build it for wasm32-wasip2; HTTP is not granted to \
             plugins (it would be the capability `http`, which this version of fidius can't grant)"
        );
        assert_eq!(
            why("wasi:clocks/timezone@0.2.6"),
            "this host has WASI 0.2.12 without this interface"
        );
        assert_eq!(why_missing("wasi:keyvalue/store@0.2.0-draft"), None);
        assert_eq!(why_missing("a:b/c@0.2.0"), None);
    }
}
