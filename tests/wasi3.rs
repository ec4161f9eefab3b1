//! Plugins that need WASI 0.3: they get clocks and random numbers, and nothing of the host, as those of WASI 0.2 do.

mod component_of_text;
mod component_of_wit;

use std::pin::pin;
use std::sync::Arc;
use std::task::{Context, Poll, Wake, Waker};
use std::thread::{self, Thread};
use std::time::{Duration, Instant};

use component_of_text::{MEMORY, encode};
use component_of_wit::component_of_wit;
use fidius::{
    CallError, Component, Dynamic, ErrorKind, Host as _, Limits, Runtime, Value, WASI_P3_VERSION,
    WASI_VERSION,
};
use futures_util::future::join_all;
use tokio::runtime::Builder;
use tokio::task::LocalSet;
use work::WorkAsync;

#[fidius::host(wit = "wasi3.wit")]
struct Plugin;

/// Made with a toolchain for WASI 0.2, which it wants too.
const STD: &str = "guests/built/wasi3-std.wasm";
/// Wants WASI 0.3 and nothing else.
const MINIMAL: &str = "guests/built/wasi3-minimal.wasm";

const NAP: Duration = Duration::from_millis(20);
/// Longer than any test.
const HOUR: u64 = 3_600_000;

fn limited(component: &str, time: Duration) -> Plugin {
    let limits = Limits {
        time,
        ..Limits::default()
    };
    Plugin::builder().limits(limits).load(component).unwrap()
}

// What there is.

#[test]
fn it_is_told_what_a_component_wants() {
    assert_eq!((WASI_VERSION, WASI_P3_VERSION), ("0.2.12", Some("0.3.0")));
    for (component, wants_both) in [(STD, true), (MINIMAL, false)] {
        let info = Component::load(&Runtime::shared(), component)
            .unwrap()
            .info();
        assert_eq!(info.wasi.as_deref(), Some("0.3.0"));
        assert!(info.concurrency);
        let wants = |version: &str| info.imports.iter().any(|import| import.contains(version));
        assert!(wants("@0.3.0"));
        assert_eq!(wants("@0.2."), wants_both);
    }
}

#[test]
fn blocking_calls() {
    for component in [STD, MINIMAL] {
        let plugin = Plugin::load(component).unwrap();
        let session = plugin.plugin().session().unwrap();
        let pooled = Plugin::builder().pool(1).load(component).unwrap();
        for plugin in [plugin, session, pooled] {
            for _ in 0..2 {
                let begun = Instant::now();
                let napped = Duration::from_nanos(plugin.nap(20).unwrap());
                assert!(napped >= NAP && begun.elapsed() >= NAP, "{napped:?}");
                assert_eq!(plugin.nap(0).unwrap() / 1_000_000_000, 0);
                assert_ne!(plugin.roll().unwrap(), plugin.roll().unwrap());
                assert_eq!(plugin.say("hello").unwrap(), ());
                assert_eq!(plugin.say(&"much ".repeat(100_000)).unwrap(), ());
                assert_eq!(plugin.look().unwrap(), 0);
                assert_eq!(plugin.surroundings().unwrap(), (0, 0));
            }
        }
    }
}

async fn everything() {
    for component in [STD, MINIMAL] {
        let plugin = Plugin::load(component).unwrap();
        let session = plugin.plugin().session_async().await.unwrap();
        for plugin in [plugin, session] {
            let begun = Instant::now();
            let napped = Duration::from_nanos(WorkAsync::nap(&plugin, 20).await.unwrap());
            assert!(napped >= NAP && begun.elapsed() >= NAP, "{napped:?}");
            let roll = || WorkAsync::roll(&plugin);
            assert_ne!(roll().await.unwrap(), roll().await.unwrap());
            WorkAsync::say(&plugin, "hello").await.unwrap();
            assert_eq!(WorkAsync::look(&plugin).await.unwrap(), 0);
            assert_eq!(WorkAsync::surroundings(&plugin).await.unwrap(), (0, 0));
        }
    }
}

struct Unpark(Thread);

impl Wake for Unpark {
    fn wake(self: Arc<Self>) {
        self.0.unpark();
    }
}

/// The least that an executor can be: no clock, no sockets, no tasks.
fn block_on<F: Future>(future: F) -> F::Output {
    let mut future = pin!(future);
    let waker = Waker::from(Arc::new(Unpark(thread::current())));
    let mut context = Context::from_waker(&waker);
    loop {
        match future.as_mut().poll(&mut context) {
            Poll::Ready(output) => return output,
            Poll::Pending => thread::park(),
        }
    }
}

#[test]
fn async_calls_on_any_executor() {
    block_on(everything());
    let bare = Builder::new_current_thread().build().unwrap();
    bare.block_on(everything());
    let current = Builder::new_current_thread().enable_all().build().unwrap();
    current.block_on(everything());
    current.block_on(LocalSet::new().run_until(everything()));
    let many = Builder::new_multi_thread().enable_all().build().unwrap();
    many.block_on(async { tokio::spawn(everything()).await.unwrap() });
}

#[test]
fn blocking_calls_inside_a_runtime() {
    let current = Builder::new_current_thread().build().unwrap();
    current.block_on(async {
        for component in [STD, MINIMAL] {
            let plugin = Plugin::load(component).unwrap();
            assert!(Duration::from_nanos(plugin.nap(20).unwrap()) >= NAP);
            plugin.say("hello").unwrap();
        }
    });
}

#[test]
fn calls_of_one_session_wait_beside_one_another() {
    for component in [STD, MINIMAL] {
        block_on(async {
            let session = Plugin::load(component)
                .unwrap()
                .plugin()
                .session_async()
                .await;
            let session = session.unwrap();
            // One after the other they would take longer than a call may, with its wait for the instance.
            let naps = join_all((0..50).map(|_| WorkAsync::nap(&session, 500))).await;
            assert!(naps.into_iter().all(|nap| nap.unwrap() >= 500_000_000));
        });
    }
}

#[test]
fn by_name() {
    for component in [STD, MINIMAL] {
        let plugin = Dynamic::load(component).unwrap();
        let napped: u64 = plugin.call("nap", (20,)).unwrap();
        assert!(Duration::from_nanos(napped) >= NAP);
        let said = plugin.call_values("say", &["hello".into()]).unwrap();
        assert_eq!(said, Value::Unit);
    }
}

#[test]
fn precompiled() {
    for component in [STD, MINIMAL] {
        let code = Component::precompile(&Runtime::shared(), component).unwrap();
        // SAFETY: it was made right here.
        let plugin = unsafe { Plugin::builder().load_precompiled(code) }.unwrap();
        assert!(Duration::from_nanos(plugin.nap(20).unwrap()) >= NAP);
    }
}

// Limits.

#[test]
fn a_wait_ends_with_the_time_of_the_call() {
    const LIMIT: Duration = Duration::from_millis(100);
    let assert_late = |error: &fidius::Error| {
        let names_it = error.to_string().contains("time limit of 100ms");
        assert!(error.is_timeout() && names_it, "{error}");
    };
    for component in [STD, MINIMAL] {
        let plugin = limited(component, LIMIT);
        let session = plugin.plugin().session().unwrap();
        for plugin in [&plugin, &session] {
            assert_late(&plugin.nap(HOUR).unwrap_err());
        }
        assert_late(&block_on(WorkAsync::nap(&plugin, HOUR)).unwrap_err());
        plugin.roll().unwrap();
        assert!(session.roll().unwrap_err().is_session_lost());
    }
}

#[test]
fn a_wait_costs_no_computing_time() {
    for component in [STD, MINIMAL] {
        let limits = Limits {
            cpu_time: Duration::from_millis(100),
            ..Limits::default()
        };
        let plugin = Plugin::builder().limits(limits).load(component).unwrap();
        assert!(plugin.nap(400).unwrap() >= 400_000_000);
        let napped = block_on(WorkAsync::nap(&plugin, 400)).unwrap();
        assert!(napped >= 400_000_000);
    }
}

#[test]
fn a_wait_ends_with_its_future() {
    let current = Builder::new_current_thread().enable_all().build().unwrap();
    current.block_on(async {
        for component in [STD, MINIMAL] {
            let plugin = Plugin::load(component).unwrap();
            let nap = WorkAsync::nap(&plugin, HOUR);
            assert!(tokio::time::timeout(NAP, nap).await.is_err());
            WorkAsync::nap(&plugin, 1).await.unwrap();
        }
    });
}

// By hand: what needs no tool that knows WASI 0.3.

const OUTPUT: &str = "
  package wasi:cli@0.3.0 {
    interface types { enum error-code { io, illegal-byte-sequence, pipe } }
    interface stdin {
      use types.{error-code};
      read-via-stream: func() -> tuple<stream<u8>, future<result<_, error-code>>>;
    }
    interface stdout {
      use types.{error-code};
      write-via-stream: func(data: stream<u8>) -> future<result<_, error-code>>;
    }
    interface stderr {
      use types.{error-code};
      write-via-stream: func(data: stream<u8>) -> future<result<_, error-code>>;
    }
  }";

/// Writes to one of the outputs of WASI 0.3, and traps, or not.
fn speaker(output: &str, then: &str) -> Vec<u8> {
    let wit = format!(
        "package test:speaker; world speaker {{ import wasi:cli/{output}@0.3.0; export speak: func(); }} {OUTPUT}"
    );
    let module = format!(
        r#"(module
          (import "wasi:cli/{output}@0.3.0" "[stream-new-0]write-via-stream" (func $new (result i64)))
          (import "wasi:cli/{output}@0.3.0" "[async-lower][stream-write-0]write-via-stream"
            (func $write (param i32 i32 i32) (result i32)))
          (import "wasi:cli/{output}@0.3.0" "write-via-stream" (func $output (param i32) (result i32)))
          {MEMORY}
          (data (i32.const 16) "first\nlast words\n")
          (func (export "speak")
            (local $ends i64)
            (local.set $ends (call $new))
            (drop (call $output (i32.wrap_i64 (local.get $ends))))
            ;; All of the 17 bytes are taken at once: the count is in the upper bits of the result.
            (if (i32.ne
                  (call $write
                    (i32.wrap_i64 (i64.shr_u (local.get $ends) (i64.const 32)))
                    (i32.const 16)
                    (i32.const 17))
                  (i32.const 272))
              (then (loop (br 0))))
            {then}))"#
    );
    encode(&wit, &module)
}

#[test]
fn the_last_lines_of_stderr_are_told_and_stdout_is_not() {
    let speak = |output: &str, then: &str| {
        let speaker = speaker(output, then);
        let plugin = Dynamic::load(speaker).unwrap();
        let called = plugin.call::<_, ()>("speak", ());
        assert_eq!(
            called.as_ref().err().map(ToString::to_string),
            block_on(plugin.call_async::<_, ()>("speak", ()))
                .err()
                .map(|error| error.to_string())
        );
        called
    };
    for output in ["stdout", "stderr"] {
        speak(output, "").unwrap();
        let error = speak(output, "unreachable").unwrap_err();
        assert!(error.is_trap());
        let told = "the last lines it wrote to stderr:\n    first\n    last words";
        assert_eq!(
            error.to_string().contains(told),
            output == "stderr",
            "{error}"
        );
    }
}

#[test]
fn stdin_is_empty() {
    let wit = format!(
        "package test:listener; world listener {{ import wasi:cli/stdin@0.3.0; export listen: func() -> u32; }} {OUTPUT}"
    );
    let module = format!(
        r#"(module
          (import "wasi:cli/stdin@0.3.0" "[async-lower][stream-read-0]read-via-stream"
            (func $read (param i32 i32 i32) (result i32)))
          (import "wasi:cli/stdin@0.3.0" "read-via-stream" (func $input (param i32)))
          {MEMORY}
          (func (export "listen") (result i32)
            (call $input (i32.const 16))
            (call $read (i32.load (i32.const 16)) (i32.const 64) (i32.const 100))))"#
    );
    let plugin = Dynamic::load(encode(&wit, &module)).unwrap();
    // The other end was dropped, and nothing was read.
    assert_eq!(plugin.call::<_, u32>("listen", ()).unwrap(), 1);
}

/// Components that use no more of WASI 0.3 than what never waits do without the engine for what does.
#[test]
fn what_never_waits_costs_nothing_more() {
    let wit = "package test:plain; world plain {
      import wasi:clocks/monotonic-clock@0.3.0;
      import wasi:clocks/system-clock@0.3.0;
      import wasi:filesystem/preopens@0.3.0;
      import wasi:cli/exit@0.3.0;
      export ticks: func() -> u64;
      export seconds: func() -> s64;
      export directories: func() -> u32;
      export leave: func(code: u8);
    }
    package wasi:clocks@0.3.0 {
      interface types { type duration = u64; }
      interface monotonic-clock {
        use types.{duration};
        type mark = u64;
        now: func() -> mark;
        get-resolution: func() -> duration;
      }
      interface system-clock {
        record instant { seconds: s64, nanoseconds: u32 }
        now: func() -> instant;
      }
    }
    package wasi:filesystem@0.3.0 {
      interface types { resource descriptor; }
      interface preopens {
        use types.{descriptor};
        get-directories: func() -> list<tuple<descriptor, string>>;
      }
    }
    package wasi:cli@0.3.0 { interface exit { exit-with-code: func(code: u8); } }";
    let module = format!(
        r#"(module
          (import "wasi:clocks/monotonic-clock@0.3.0" "now" (func $ticks (result i64)))
          (import "wasi:clocks/monotonic-clock@0.3.0" "get-resolution" (func $resolution (result i64)))
          (import "wasi:clocks/system-clock@0.3.0" "now" (func $instant (param i32)))
          (import "wasi:filesystem/preopens@0.3.0" "get-directories" (func $directories (param i32)))
          (import "wasi:cli/exit@0.3.0" "exit-with-code" (func $exit (param i32)))
          {MEMORY}
          (func (export "ticks") (result i64)
            (i64.div_u (call $ticks) (call $resolution)))
          (func (export "seconds") (result i64)
            (call $instant (i32.const 16))
            (i64.load (i32.const 16)))
          (func (export "directories") (result i32)
            (call $directories (i32.const 16))
            (i32.load (i32.const 20)))
          (func (export "leave") (param i32)
            (call $exit (local.get 0))))"#
    );
    let component = Component::load(&Runtime::shared(), encode(wit, &module)).unwrap();
    let info = component.info();
    assert_eq!(info.wasi.as_deref(), Some("0.3.0"));
    assert!(!info.concurrency);
    let plugin = Dynamic::builder().load(encode(wit, &module)).unwrap();
    let session = plugin.plugin().session().unwrap();
    let ticks = || session.call::<_, u64>("ticks", ()).unwrap();
    let earlier = ticks();
    assert!(earlier < ticks());
    let since = std::time::UNIX_EPOCH.elapsed().unwrap().as_secs();
    let seconds: u64 = plugin.call("seconds", ()).unwrap();
    assert!(seconds.abs_diff(since) < 5);
    assert_eq!(plugin.call::<_, u32>("directories", ()).unwrap(), 0);
    let CallError::Host(error) = plugin.call::<_, ()>("leave", (7,)).unwrap_err() else {
        panic!("the guest has no error of its own");
    };
    assert_eq!(error.kind(), ErrorKind::Exit);
    assert_eq!(error.exit_code(), Some(7));
}

// What there is not.

#[test]
fn sockets_and_http_are_refused_by_name() {
    let wit = "package test:net; world net {
      import wasi:sockets/types@0.3.0;
      import wasi:sockets/ip-name-lookup@0.3.0;
      import wasi:http/client@0.3.0;
      import wasi:clocks/timezone@0.3.0;
      import wasi:clocks/monotonic-clock@0.3.9;
      import wasi:random/random@0.3.0-rc-2025-09-16;
    }
    package wasi:sockets@0.3.0 {
      interface types { resource tcp-socket { create: static func() -> tcp-socket; } }
      interface ip-name-lookup { resolve-addresses: async func(name: string) -> list<u8>; }
    }
    package wasi:http@0.3.0 { interface client { send: async func(); } }
    package wasi:clocks@0.3.0 { interface timezone { iana-id: func() -> option<string>; } }
    package wasi:clocks@0.3.9 { interface monotonic-clock { wait-for: async func(time: u64); } }
    package wasi:random@0.3.0-rc-2025-09-16 { interface random { get-random-u64: func() -> u64; } }";
    let error = Dynamic::load(component_of_wit(wit)).unwrap_err();
    assert!(error.is_denied());
    let text = error.to_string();
    let sockets = "sockets of WASI 0.3 are not granted to plugins";
    for part in [
        "imports 5 things",
        &format!("`wasi:sockets/types@0.3.0`: {sockets}"),
        &format!("`wasi:sockets/ip-name-lookup@0.3.0`: {sockets}"),
        "`wasi:http/client@0.3.0`: HTTP is not granted to plugins",
        "`wasi:clocks/timezone@0.3.0`: this host has WASI 0.3.0 without this interface",
        "`wasi:random/random@0.3.0-rc-2025-09-16`: the component wants WASI 0.3.0-rc-2025-09-16, this host has WASI 0.2.12 and \
         0.3.0; build it for wasm32-wasip2",
    ] {
        assert!(text.contains(part), "`{part}` is not in:\n{text}");
    }
}
