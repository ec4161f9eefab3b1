//! A guest that misbehaves: it traps, panics, exits, hangs, hoards memory and reaches for everything a host may have denied.

wit_bindgen::generate!({
    path: "../../wit/misbehave.wit",
    inline: "
        package fidius:misbehave-guest;

        world guest {
            export fidius:misbehave/misbehave@0.1.0;
        }
    ",
    world: "fidius:misbehave-guest/guest",
});

use std::hint::{black_box, unreachable_unchecked};
use std::io::{self, Write};
use std::net::SocketAddr;
use std::sync::Mutex;
use std::sync::atomic::{AtomicU32, Ordering::Relaxed};
use std::time::{Duration, SystemTime, UNIX_EPOCH};
use std::{arch, env, fs, process, thread};

use exports::fidius::misbehave::misbehave::Guest;
use wasi::sockets::network::{
    ErrorCode, IpAddressFamily, IpSocketAddress, Ipv4SocketAddress, Ipv6SocketAddress,
};
use wasi::sockets::{instance_network, tcp_create_socket};

const MIB: usize = 1 << 20;

static COUNT: AtomicU32 = AtomicU32::new(0);
static ONE: AtomicU32 = AtomicU32::new(1);
static HOARD: Mutex<Vec<Vec<u8>>> = Mutex::new(Vec::new());

struct Misbehave;

impl Guest for Misbehave {
    fn trap() {
        arch::wasm32::unreachable()
    }

    fn panic(message: String) {
        panic!("{message}")
    }

    fn exit(code: u8) {
        process::exit(code.into())
    }

    #[allow(clippy::empty_loop)]
    fn loop_forever() {
        loop {}
    }

    fn sleep(millis: u64) {
        thread::sleep(Duration::from_millis(millis));
    }

    fn allocate(mib: u32) -> u32 {
        let mut hoard = HOARD.lock().unwrap();
        for _ in 0..mib {
            hoard.push(vec![1; MIB]);
        }
        mib
    }

    fn try_allocate(mib: u32) -> Option<u32> {
        let mut hoard = HOARD.lock().unwrap();
        let before = hoard.len();
        for _ in 0..mib {
            let mut step = Vec::new();
            if hoard.try_reserve(1).is_err() || step.try_reserve_exact(MIB).is_err() {
                hoard.truncate(before);
                return None;
            }
            step.resize(MIB, 1);
            hoard.push(step);
        }
        Some(mib)
    }

    fn recurse(depth: u32) -> u32 {
        // The count read after the call keeps this from being turned into a loop, and takes no room on the
        // stack in linear memory: so it is the engine's own stack that overflows.
        #[inline(never)]
        fn down(depth: u32) -> u32 {
            if depth == 0 {
                return 0;
            }
            let below = down(depth - 1);
            below + unsafe { ONE.as_ptr().read_volatile() }
        }
        down(depth)
    }

    fn out_of_bounds() {
        let end = black_box(usize::MAX - 15) as *const u32;
        // SAFETY: there is none. The engine catches this read.
        unsafe { end.read_volatile() };
    }

    fn divide(a: i32, b: i32) -> i32 {
        // Rust's own `/` checks and panics. This leaves the check to the machine's instruction.
        #[inline(never)]
        fn quotient(a: i32, b: i32) -> i32 {
            // SAFETY: a promise that is broken on purpose. The engine catches the division.
            a.checked_div(b)
                .unwrap_or_else(|| unsafe { unreachable_unchecked() })
        }
        black_box(quotient(black_box(a), black_box(b)))
    }

    fn print(text: String) {
        print!("{text}");
        // Standard output may be closed to a guest, which is no reason to trap.
        _ = io::stdout().flush();
    }

    fn print_error(text: String) {
        eprint!("{text}");
    }

    fn count() -> u32 {
        COUNT.fetch_add(1, Relaxed) + 1
    }

    fn read_file(path: String) -> Result<String, String> {
        fs::read_to_string(path).map_err(text)
    }

    fn write_file(path: String) -> Result<(), String> {
        fs::write(path, "written by a guest").map_err(text)
    }

    fn list_directory(path: String) -> Result<Vec<String>, String> {
        let mut names = Vec::new();
        for entry in fs::read_dir(path).map_err(text)? {
            names.push(
                entry
                    .map_err(text)?
                    .file_name()
                    .to_string_lossy()
                    .into_owned(),
            );
        }
        names.sort();
        Ok(names)
    }

    fn environment() -> Vec<(String, String)> {
        env::vars().collect()
    }

    fn arguments() -> Vec<String> {
        env::args().collect()
    }

    fn read_stdin() -> Result<String, String> {
        io::read_to_string(io::stdin()).map_err(text)
    }

    fn tcp_connect(address: String) -> Result<(), String> {
        connect(address.parse().map_err(text)?).map_err(text)
    }

    fn now() -> u64 {
        SystemTime::now()
            .duration_since(UNIX_EPOCH)
            .map_or(0, |t| t.as_millis() as u64)
    }

    fn random() -> u64 {
        wasi::random::random::get_random_u64()
    }
}

fn text(error: impl ToString) -> String {
    error.to_string()
}

/// By the interfaces of `wasi:sockets`, since std's own sockets need a libc that not every toolchain for guests has.
fn connect(address: SocketAddr) -> Result<(), ErrorCode> {
    let (family, address) = match address {
        SocketAddr::V4(v4) => {
            let [a, b, c, d] = v4.ip().octets();
            let address = Ipv4SocketAddress {
                port: v4.port(),
                address: (a, b, c, d),
            };
            (IpAddressFamily::Ipv4, IpSocketAddress::Ipv4(address))
        }
        SocketAddr::V6(v6) => {
            let [a, b, c, d, e, f, g, h] = v6.ip().segments();
            let address = Ipv6SocketAddress {
                port: v6.port(),
                flow_info: v6.flowinfo(),
                address: (a, b, c, d, e, f, g, h),
                scope_id: v6.scope_id(),
            };
            (IpAddressFamily::Ipv6, IpSocketAddress::Ipv6(address))
        }
    };
    let network = instance_network::instance_network();
    let socket = tcp_create_socket::create_tcp_socket(family)?;
    socket.start_connect(&network, address)?;
    let ready = socket.subscribe();
    loop {
        match socket.finish_connect() {
            Ok(_streams) => return Ok(()),
            Err(ErrorCode::WouldBlock) => ready.block(),
            Err(error) => return Err(error),
        }
    }
}

export!(Misbehave);
