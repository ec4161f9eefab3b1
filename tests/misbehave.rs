//! A guest that does what no guest should: each call ends in the right error, and the next one works.

use std::error::Error as _;
use std::sync::LazyLock;
use std::time::{Duration, Instant};

use fidius::{CallError, Error, ErrorKind, Limits};

#[fidius::host(wit = "misbehave.wit")]
struct Misbehave;

const COMPONENT: &str = "guests/built/misbehave.wasm";

static PLUGIN: LazyLock<Misbehave> = LazyLock::new(|| load(Limits::default()));

fn load(limits: Limits) -> Misbehave {
    Misbehave::builder().limits(limits).load(COMPONENT).unwrap()
}

/// The default limits with a time that a test can wait for.
fn short() -> Limits {
    Limits {
        time: Duration::from_millis(200),
        ..Limits::default()
    }
}

/// After a failure the plugin is as good as new.
fn assert_alive(plugin: &Misbehave) {
    assert_eq!(plugin.divide(6, 3).unwrap(), 2);
}

#[track_caller]
fn assert_says(error: &Error, parts: &[&str]) {
    let text = error.to_string();
    for part in parts {
        assert!(text.contains(part), "`{part}` is not in: {text}");
    }
}

#[test]
fn a_trap_names_its_cause() {
    let error = PLUGIN.trap().unwrap_err();
    assert!(error.is_trap());
    assert_eq!(error.kind(), ErrorKind::Trap);
    assert_says(&error, &["`trap`", COMPONENT, "unreachable"]);
    assert!(error.source().is_some(), "the engine's error is kept");
    assert_alive(&PLUGIN);
}

#[test]
fn a_trap_has_a_backtrace_when_asked_for() {
    let error = PLUGIN.trap().unwrap_err();
    assert!(error.wasm_backtrace().unwrap().contains("misbehave"));
    assert!(!error.to_string().contains("wasm backtrace"));
}

#[test]
fn reads_outside_of_memory_and_division_by_zero_are_traps() {
    let error = PLUGIN.out_of_bounds().unwrap_err();
    assert!(error.is_trap());
    assert_says(&error, &["out of bounds memory access"]);

    let error = PLUGIN.divide(1, 0).unwrap_err();
    assert!(error.is_trap());
    assert_says(&error, &["integer divide by zero"]);
    assert_alive(&PLUGIN);
}

#[test]
fn endless_recursion_is_a_stack_overflow() {
    assert!(PLUGIN.recurse(10).is_ok());
    let error = PLUGIN.recurse(u32::MAX).unwrap_err();
    assert!(error.is_stack_overflow() && error.is_limit() && !error.is_trap());
    assert_says(&error, &["`recurse`", "524288 bytes of stack"]);
    assert_alive(&PLUGIN);
}

#[test]
fn a_panic_is_a_trap_with_its_message() {
    let error = PLUGIN.panic("the teapot is empty").unwrap_err();
    assert!(error.is_trap());
    assert_says(&error, &["`panic`", "the teapot is empty", "panicked at"]);
    assert_alive(&PLUGIN);
}

#[test]
fn exit_is_an_error_with_its_code() {
    let error = PLUGIN.exit(0).unwrap_err();
    assert!(error.is_exit() && !error.is_trap());
    assert_eq!(error.exit_code(), Some(0));

    // WASI 0.2 tells success from failure, and no more.
    let error = PLUGIN.exit(3).unwrap_err();
    assert!(error.is_exit());
    assert_eq!(error.exit_code(), Some(1));
    assert_says(&error, &["`exit`", "exit code 1"]);
    assert_alive(&PLUGIN);
}

#[test]
fn an_endless_loop_ends_at_the_time_limit() {
    let plugin = load(short());
    let start = Instant::now();
    let error = plugin.loop_forever().unwrap_err();
    assert!(error.is_timeout());
    assert_says(&error, &["`loop-forever`", "time limit of 200ms"]);
    assert!(start.elapsed() >= Duration::from_millis(200));
    assert_alive(&plugin);
}

#[test]
fn a_sleep_ends_at_the_time_limit() {
    let plugin = load(short());
    let start = Instant::now();
    let error = plugin.sleep(3_600_000).unwrap_err();
    assert!(error.is_timeout());
    assert_says(&error, &["`sleep`", "time limit of 200ms"]);
    assert!(start.elapsed() >= Duration::from_millis(190));
    assert!(start.elapsed() < Duration::from_secs(60));
    assert_alive(&plugin);
}

#[test]
fn a_sleep_within_the_limit_is_slept() {
    let start = Instant::now();
    PLUGIN.sleep(30).unwrap();
    assert!(start.elapsed() >= Duration::from_millis(30));
}

#[test]
fn time_runs_on_after_the_clock_has_rested() {
    let plugin = load(short());
    assert!(plugin.loop_forever().unwrap_err().is_timeout());
    // Longer than the longest limit of this runtime, so that its thread may have gone to rest.
    let runtime = fidius::Runtime::new();
    let own = Misbehave::builder()
        .runtime(&runtime)
        .limits(Limits {
            time: Duration::from_millis(50),
            ..Limits::default()
        })
        .load(COMPONENT)
        .unwrap();
    assert!(own.loop_forever().unwrap_err().is_timeout());
    std::thread::sleep(Duration::from_millis(2500));
    assert!(own.loop_forever().unwrap_err().is_timeout());
}

#[test]
fn a_memory_bomb_ends_at_the_memory_limit() {
    let limits = Limits {
        memory: 32 << 20,
        ..Limits::default()
    };
    let plugin = load(limits);
    assert_eq!(plugin.allocate(8).unwrap(), 8);
    let error = plugin.allocate(4096).unwrap_err();
    assert!(error.is_out_of_memory());
    assert_says(&error, &["`allocate`", "33554432 bytes"]);
    assert!(error.source().is_some(), "the trap is the cause");
    assert_alive(&plugin);
}

#[test]
fn a_guest_may_survive_being_refused_memory() {
    let limits = Limits {
        memory: 32 << 20,
        ..Limits::default()
    };
    let plugin = load(limits);
    assert_eq!(plugin.try_allocate(4096).unwrap(), None);
    assert_eq!(plugin.try_allocate(4).unwrap(), Some(4));
    let session = plugin.plugin().session().unwrap();
    assert_eq!(session.try_allocate(4096).unwrap(), None);
    // What was refused before has nothing to do with this trap.
    assert!(session.trap().unwrap_err().is_trap());
}

#[test]
fn a_result_over_the_transfer_limit_is_an_error() {
    let limits = Limits {
        transfer: 1000,
        ..Limits::default()
    };
    #[fidius::host(wit = "bench.wit")]
    struct Bench;
    let bench = Bench::builder()
        .limits(limits)
        .load("guests/built/bench-std.wasm")
        .unwrap();
    assert_eq!(bench.echo_bytes(&[7; 900]).unwrap(), [7; 900]);
    let error = bench.echo_bytes(&[7; 2000]).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::TransferTooLarge);
    assert_says(&error, &["`echo-bytes`", "1000 bytes"]);
    assert_eq!(bench.add(1, 2).unwrap(), 3);
}

#[test]
fn output_that_nobody_granted_is_dropped_and_no_error() {
    PLUGIN.print("to nobody").unwrap();
    PLUGIN.print_error("to nobody").unwrap();
    PLUGIN.print(&"x".repeat(1 << 20)).unwrap();
    PLUGIN.print_error(&"x".repeat(1 << 20)).unwrap();
}

#[test]
fn what_another_call_wrote_to_stderr_is_not_told() {
    let plugin = Misbehave::builder().pool(1).load(COMPONENT).unwrap();
    plugin.print_error("the secret of another caller").unwrap();
    let error = plugin.panic("a bug").unwrap_err();
    assert_says(&error, &["a bug"]);
    assert!(!error.to_string().contains("secret"), "{error}");
}

#[test]
fn the_last_lines_of_stderr_are_kept_for_a_trap() {
    let session = PLUGIN.plugin().session().unwrap();
    for line in 0..50 {
        session.print_error(&format!("line {line}.\n")).unwrap();
    }
    let error = session.trap().unwrap_err();
    assert_says(&error, &["line 49.", "line 45."]);
    assert!(!error.to_string().contains("line 3."));
}

#[test]
fn files_are_denied() {
    for path in ["/etc/passwd", "Cargo.toml", "../x"] {
        assert!(matches!(PLUGIN.read_file(path), Err(CallError::Guest(_))));
        assert!(matches!(PLUGIN.write_file(path), Err(CallError::Guest(_))));
        assert!(matches!(
            PLUGIN.list_directory(path),
            Err(CallError::Guest(_))
        ));
    }
}

#[test]
fn the_network_is_denied() {
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap().to_string();
    assert!(matches!(
        PLUGIN.tcp_connect(&address),
        Err(CallError::Guest(_))
    ));
    listener.set_nonblocking(true).unwrap();
    assert!(listener.accept().is_err(), "nobody has connected");
}

#[test]
fn the_environment_the_arguments_and_stdin_are_empty() {
    assert!(PLUGIN.environment().unwrap().is_empty());
    assert!(PLUGIN.arguments().unwrap().is_empty());
    assert_eq!(PLUGIN.read_stdin().unwrap(), "");
}

#[test]
fn clocks_and_random_numbers_are_there() {
    assert!(PLUGIN.now().unwrap() > 0);
    assert_ne!(PLUGIN.random().unwrap(), PLUGIN.random().unwrap());
}
