//! A blocking method works wherever it is called, also when the guest prints or sleeps.

use std::sync::LazyLock;
use std::time::Duration;

use fidius::Limits;
use tokio::runtime::Builder;
use tokio::task::LocalSet;

#[fidius::host(wit = "misbehave.wit")]
struct Misbehave;

static PLUGIN: LazyLock<Misbehave> =
    LazyLock::new(|| Misbehave::load("guests/built/misbehave.wasm").unwrap());

static IMPATIENT: LazyLock<Misbehave> = LazyLock::new(|| {
    let limits = Limits {
        time: Duration::from_millis(300),
        ..Limits::default()
    };
    PLUGIN.plugin().with_limits(limits).unwrap()
});

/// All that could block or look for a runtime; and a time limit works here too.
fn everything() {
    let plugin = &*PLUGIN;
    plugin.print("from somewhere").unwrap();
    plugin.print_error("from somewhere").unwrap();
    plugin.sleep(0).unwrap();
    plugin.sleep(20).unwrap();
    assert!(plugin.read_file("/etc/passwd").is_err());
    assert!(plugin.tcp_connect("127.0.0.1:1").is_err());
    assert_eq!(plugin.read_stdin().unwrap(), "");
    assert!(IMPATIENT.sleep(3_600_000).unwrap_err().is_timeout());
    assert!(plugin.panic("here").unwrap_err().is_trap());
    assert_eq!(plugin.divide(8, 2).unwrap(), 4);
}

#[test]
fn without_a_runtime() {
    everything();
}

#[test]
fn in_a_multi_thread_runtime() {
    let runtime = Builder::new_multi_thread()
        .worker_threads(2)
        .enable_all()
        .build()
        .unwrap();
    runtime.block_on(async { everything() });
    runtime.block_on(async { tokio::spawn(async { everything() }).await.unwrap() });
}

#[test]
fn in_a_runtime_that_drives_no_time() {
    let runtime = Builder::new_current_thread().build().unwrap();
    runtime.block_on(async { everything() });
}

#[test]
fn in_a_current_thread_runtime() {
    let runtime = Builder::new_current_thread().enable_all().build().unwrap();
    runtime.block_on(async { everything() });
    runtime.block_on(async { tokio::spawn(async { everything() }).await.unwrap() });
}

#[test]
fn in_a_local_set() {
    let runtime = Builder::new_current_thread().enable_all().build().unwrap();
    let set = LocalSet::new();
    set.block_on(&runtime, async {
        tokio::task::spawn_local(async { everything() })
            .await
            .unwrap();
    });
}

#[test]
fn in_spawn_blocking() {
    let runtime = Builder::new_multi_thread().enable_all().build().unwrap();
    runtime.block_on(async {
        tokio::task::spawn_blocking(everything).await.unwrap();
    });
}

#[test]
fn in_a_task_whose_budget_is_spent() {
    let runtime = Builder::new_current_thread().enable_all().build().unwrap();
    runtime.block_on(async {
        tokio::spawn(async {
            // A task that has done much is made to yield at its next await, which a blocking call can't.
            let (sender, mut receiver) = tokio::sync::mpsc::unbounded_channel();
            for number in 0..1000 {
                sender.send(number).unwrap();
            }
            while tokio::task::coop::has_budget_remaining() {
                receiver.recv().await.unwrap();
            }
            everything();
        })
        .await
        .unwrap();
    });
}
