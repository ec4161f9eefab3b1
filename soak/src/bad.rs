//! Calls that fail, each looked at whether it fails as it should, and whether the plugin goes on after it.

use std::time::Duration;

use fidius::{ErrorKind, Host, Limits};

use crate::call;
use crate::offer::{BROKEN, PANICS};
use crate::plugins::bench::BenchAsync;
use crate::plugins::counters::CountersAsync;
use crate::plugins::faults::FaultsAsync;
use crate::plugins::misbehave::MisbehaveAsync;
use crate::plugins::misdeeds::MisdeedsAsync;
use crate::plugins::reporter::ReporterAsync;
use crate::plugins::{Hostile, Kinds, Misbehave};
use crate::worker::{Form, Worker};

/// What a call has that is to hit a limit on time.
const BRIEF: Duration = Duration::from_millis(20);

/// The plugin with limits that differ from its own.
fn with<H: Host>(worker: &Worker, plugin: &H, change: impl FnOnce(&mut Limits)) -> Option<H> {
    let mut limits = plugin.plugin().limits().clone();
    change(&mut limits);
    worker.limited(plugin, limits)
}

fn brief<H: Host>(worker: &Worker, plugin: &H) -> Option<H> {
    with(worker, plugin, |limits| limits.time = BRIEF)
}

/// The next call works.
async fn well(worker: &mut Worker, kinds: &Kinds<Misbehave>) {
    let plugin = worker.any(kinds);
    let answer = call!(worker, MisbehaveAsync, plugin.divide(6, 3));
    worker.answers(answer, &2);
}

async fn hostile_well(worker: &mut Worker, kinds: &Kinds<Hostile>) {
    let plugin = worker.any(kinds);
    let answer = call!(worker, MisdeedsAsync, plugin.well());
    worker.answers(answer, &42);
}

pub async fn trap(worker: &mut Worker) {
    let plugins = worker.plugins.clone();
    let plugin = worker.any(&plugins.misbehave);
    match worker.dice.below(3) {
        0 => {
            let answer = call!(worker, MisbehaveAsync, plugin.trap());
            worker.fails(answer, ErrorKind::Trap);
        }
        1 => {
            let answer = call!(worker, MisbehaveAsync, plugin.out_of_bounds());
            worker.fails(answer, ErrorKind::Trap);
        }
        _ => {
            let answer = call!(worker, MisbehaveAsync, plugin.divide(1, 0));
            worker.fails(answer, ErrorKind::Trap);
        }
    }
    well(worker, &plugins.misbehave).await;
}

pub async fn panic(worker: &mut Worker) {
    let plugins = worker.plugins.clone();
    let plugin = worker.any(&plugins.misbehave);
    let answer = call!(worker, MisbehaveAsync, plugin.panic("as the soak wants it"));
    worker.fails(answer, ErrorKind::Trap);
    well(worker, &plugins.misbehave).await;
}

pub async fn overflow(worker: &mut Worker) {
    let plugins = worker.plugins.clone();
    let bench = worker.dice.one_of(&plugins.bench);
    let plugin = worker.any(bench);
    let answer = call!(worker, BenchAsync, plugin.add(u32::MAX, 1));
    worker.fails(answer, ErrorKind::Trap);
}

pub async fn exit(worker: &mut Worker) {
    let plugins = worker.plugins.clone();
    let plugin = worker.any(&plugins.misbehave);
    let code = worker.dice.below(3) as u8;
    let answer = call!(worker, MisbehaveAsync, plugin.exit(code));
    worker.fails(answer, ErrorKind::Exit);
    well(worker, &plugins.misbehave).await;
}

pub async fn stack(worker: &mut Worker) {
    let plugins = worker.plugins.clone();
    let plugin = worker.any(&plugins.misbehave);
    let answer = call!(worker, MisbehaveAsync, plugin.recurse(u32::MAX));
    worker.fails(answer, ErrorKind::StackOverflow);
    well(worker, &plugins.misbehave).await;
}

pub async fn memory(worker: &mut Worker) {
    let plugins = worker.plugins.clone();
    let hostile = worker.dice.one_of(&plugins.hostile);
    let plugin = worker.any(hostile);
    let Some(plugin) = with(worker, plugin, |limits| limits.memory = 4 << 20) else {
        return;
    };
    let plugin = &plugin;
    if worker.dice.below(2) == 0 {
        let answer = call!(worker, MisdeedsAsync, plugin.grow_at_once(32));
        worker.fails(answer, ErrorKind::OutOfMemory);
    } else {
        let answer = call!(worker, MisdeedsAsync, plugin.grow_in_steps());
        worker.fails(answer, ErrorKind::OutOfMemory);
    }
    hostile_well(worker, hostile).await;
}

pub async fn table(worker: &mut Worker) {
    let plugins = worker.plugins.clone();
    let plugin = worker.any(&plugins.faulty);
    let limits = |limits: &mut Limits| limits.table_elements = 1000;
    let Some(plugin) = with(worker, plugin, limits) else {
        return;
    };
    let plugin = &plugin;
    let answer = call!(worker, FaultsAsync, plugin.grow_table());
    worker.fails(answer, ErrorKind::TooManyTableElements);
}

pub async fn transfer(worker: &mut Worker) {
    let plugins = worker.plugins.clone();
    let bench = worker.dice.one_of(&plugins.bench);
    let plugin = worker.any(bench);
    let Some(plugin) = with(worker, plugin, |limits| limits.transfer = 1 << 10) else {
        return;
    };
    let plugin = &plugin;
    let answer = call!(worker, BenchAsync, plugin.echo_bytes(&[7; 2 << 10]));
    worker.fails(answer, ErrorKind::TransferTooLarge);
}

pub async fn handles(worker: &mut Worker) {
    let plugins = worker.plugins.clone();
    let hostile = worker.dice.one_of(&plugins.hostile);
    let plugin = worker.any(hostile);
    let Some(plugin) = with(worker, plugin, |limits| limits.handles = 20) else {
        return;
    };
    let plugin = &plugin;
    let answer = match worker.dice.below(3) {
        0 => call!(worker, MisdeedsAsync, plugin.hoard_things(100)),
        1 => call!(worker, MisdeedsAsync, plugin.hoard_tickets(100)),
        _ => call!(worker, MisdeedsAsync, plugin.hoard_pollables(100)),
    };
    worker.fails(answer, ErrorKind::TooManyHandles);
    hostile_well(worker, hostile).await;
}

pub async fn fuel(worker: &mut Worker) {
    let plugins = worker.plugins.clone();
    let limits = |limits: &mut Limits| limits.fuel = Some(100_000);
    let Some(plugin) = with(worker, &plugins.metered, limits) else {
        return;
    };
    let plugin = &plugin;
    let answer = call!(worker, MisbehaveAsync, plugin.loop_forever());
    worker.fails(answer, ErrorKind::OutOfFuel);
}

pub async fn cpu_time(worker: &mut Worker) {
    let plugins = worker.plugins.clone();
    let plugin = worker.any(&plugins.misbehave);
    let limits = |limits: &mut Limits| limits.cpu_time = Duration::from_millis(10);
    let Some(plugin) = with(worker, plugin, limits) else {
        return;
    };
    let plugin = &plugin;
    let answer = call!(worker, MisbehaveAsync, plugin.loop_forever());
    worker.fails(answer, ErrorKind::CpuTime);
    well(worker, &plugins.misbehave).await;
}

pub async fn time_of_a_loop(worker: &mut Worker) {
    let plugins = worker.plugins.clone();
    // Waiting for an instance would be within the time too.
    let plugin = plugins.misbehave.unpooled(&mut worker.dice);
    let Some(plugin) = brief(worker, plugin) else {
        return;
    };
    let plugin = &plugin;
    let answer = call!(worker, MisbehaveAsync, plugin.loop_forever());
    worker.fails(answer, ErrorKind::Timeout);
    well(worker, &plugins.misbehave).await;
}

pub async fn time_of_a_sleep(worker: &mut Worker) {
    let plugins = worker.plugins.clone();
    let plugin = worker.any(&plugins.misbehave);
    let Some(plugin) = brief(worker, plugin) else {
        return;
    };
    let plugin = &plugin;
    let answer = call!(worker, MisbehaveAsync, plugin.sleep(3_600_000));
    worker.fails(answer, ErrorKind::Timeout);
    well(worker, &plugins.misbehave).await;
}

pub async fn time_of_output(worker: &mut Worker) {
    let plugins = worker.plugins.clone();
    let hostile = worker.dice.one_of(&plugins.hostile);
    let plugin = worker.any(hostile);
    let Some(plugin) = brief(worker, plugin) else {
        return;
    };
    let plugin = &plugin;
    let answer = call!(worker, MisdeedsAsync, plugin.print_errors_forever());
    worker.fails(answer, ErrorKind::Timeout);
    hostile_well(worker, hostile).await;
}

/// An async function of the host that never returns.
pub async fn time_of_the_host(worker: &mut Worker) {
    let plugins = worker.plugins.clone();
    let hostile = &plugins.hostile[1];
    let plugin = worker.any(hostile);
    let Some(plugin) = brief(worker, plugin) else {
        return;
    };
    let plugin = &plugin;
    let answer = call!(worker, MisdeedsAsync, plugin.wait());
    worker.fails(answer, ErrorKind::Timeout);
    hostile_well(worker, hostile).await;
}

pub async fn time_of_a_destructor(worker: &mut Worker) {
    let plugins = worker.plugins.clone();
    let plugin = worker.any(&plugins.faulty);
    let Some(plugin) = brief(worker, plugin) else {
        return;
    };
    let plugin = &plugin;
    let answer = call!(worker, FaultsAsync, plugin.drop_own());
    worker.fails(answer, ErrorKind::Timeout);
}

/// What no compiler would emit.
pub async fn rules(worker: &mut Worker) {
    let plugins = worker.plugins.clone();
    let plugin = worker.any(&plugins.faulty);
    let kind = ErrorKind::Trap;
    match worker.dice.below(6) {
        0 => worker.fails(call!(worker, FaultsAsync, plugin.take("12")), kind),
        1 => worker.fails(call!(worker, FaultsAsync, plugin.take("1234")), kind),
        2 => worker.fails(call!(worker, FaultsAsync, plugin.claim_list()), kind),
        3 => worker.fails(call!(worker, FaultsAsync, plugin.shape_of(3)), kind),
        4 => worker.fails(call!(worker, FaultsAsync, plugin.text_of(0xff)), kind),
        _ => worker.fails(call!(worker, FaultsAsync, plugin.drop_twice()), kind),
    }
    let plugin = worker.any(&plugins.faulty);
    let answer = call!(worker, FaultsAsync, plugin.well());
    worker.answers(answer, &42);
}

pub async fn host_panic(worker: &mut Worker) {
    let plugins = worker.plugins.clone();
    if worker.dice.below(2) == 0 {
        let reporter = worker.dice.one_of(&plugins.reporter);
        let plugin = worker.any(reporter);
        let keys = [PANICS.to_owned()];
        let answer = call!(worker, ReporterAsync, plugin.report("None", &keys));
        worker.fails(answer, ErrorKind::HostPanic);
    } else {
        let hostile = worker.dice.one_of(&plugins.hostile);
        let plugin = worker.any(hostile);
        let answer = call!(worker, MisdeedsAsync, plugin.fail());
        worker.fails(answer, ErrorKind::HostPanic);
        hostile_well(worker, hostile).await;
    }
}

pub async fn host_error(worker: &mut Worker) {
    let plugins = worker.plugins.clone();
    let reporter = worker.dice.one_of(&plugins.reporter);
    let plugin = worker.any(reporter);
    let keys = [BROKEN.to_owned()];
    let answer = call!(worker, ReporterAsync, plugin.report("None", &keys));
    worker.fails(answer, ErrorKind::Other);
}

/// Calls of each other without end.
pub async fn endless_nesting(worker: &mut Worker) {
    let plugins = worker.plugins.clone();
    let plugin = worker.dice.one_of(&plugins.nesting);
    let answer = call!(worker, MisdeedsAsync, plugin.nest(1000));
    // Whichever comes first.
    let kinds = [ErrorKind::NestedTooDeep, ErrorKind::TooManyInstances];
    worker.fails_with(answer, &kinds);
    let answer = call!(worker, MisdeedsAsync, plugin.well());
    worker.answers(answer, &42);
}

/// A call that nobody waits for any more.
pub async fn dropped(worker: &mut Worker) {
    if worker.form != Form::Async {
        return;
    }
    let plugins = worker.plugins.clone();
    let plugin = worker.any(&plugins.misbehave);
    if worker.dice.below(4) == 0 {
        let call = MisbehaveAsync::loop_forever(plugin);
        worker.drops(call).await;
    } else {
        let call = MisbehaveAsync::sleep(plugin, 3_600_000);
        worker.drops(call).await;
    }
    well(worker, &plugins.misbehave).await;

    let hostile = &plugins.hostile[1];
    let plugin = worker.any(hostile);
    let call = MisdeedsAsync::wait(plugin);
    worker.drops(call).await;
    hostile_well(worker, hostile).await;
}

pub async fn dropped_session(worker: &mut Worker) {
    if worker.form != Form::Async {
        return;
    }
    let plugins = worker.plugins.clone();
    let plugin = worker.any(&plugins.misbehave);
    let Some(session) = worker.session(plugin).await else {
        return;
    };
    let call = MisbehaveAsync::sleep(&session, 3_600_000);
    worker.drops(call).await;
    let answer = MisbehaveAsync::count(&session).await;
    let kinds = [ErrorKind::Cancelled, ErrorKind::SessionLost];
    worker.fails_with(answer, &kinds);
}

pub async fn lost_session(worker: &mut Worker) {
    let plugins = worker.plugins.clone();
    let plugin = worker.any(&plugins.misbehave);
    let Some(session) = worker.session(plugin).await else {
        return;
    };
    let session = &session;
    let answer = call!(worker, MisbehaveAsync, session.trap());
    worker.fails(answer, ErrorKind::Trap);
    let answer = call!(worker, MisbehaveAsync, session.count());
    worker.fails(answer, ErrorKind::SessionLost);
    well(worker, &plugins.misbehave).await;
}

pub async fn foreign_handle(worker: &mut Worker) {
    let plugins = worker.plugins.clone();
    let plugin = plugins.counters.unpooled(&mut worker.dice);
    let (one, other) = (worker.session(plugin).await, worker.session(plugin).await);
    let (Some(one), Some(other)) = (&one, &other) else {
        return;
    };
    let counter = call!(worker, CountersAsync, one.new_counter(1));
    let Some(counter) = worker.answer(counter) else {
        return;
    };
    let answer = call!(worker, CountersAsync, other.describe(&counter));
    worker.fails(answer, ErrorKind::ForeignHandle);
    let answer = call!(worker, CountersAsync, one.describe(&counter));
    worker.answers(answer, "a counter at 1");
}

/// Calls by name that do not fit.
pub async fn misfit(worker: &mut Worker) {
    let plugins = worker.plugins.clone();
    let plugin = worker.any(&plugins.dynamic);
    let (name, kind) = *worker.dice.one_of(&[
        ("nothing", ErrorKind::Missing),
        ("mirror", ErrorKind::InvalidArgument),
        ("greet", ErrorKind::InvalidResult),
    ]);
    let answer = match worker.form {
        Form::Async => plugin.call_async::<_, u32>(name, ("you",)).await,
        _ => plugin.call::<_, u32>(name, ("you",)),
    };
    worker.fails(answer, kind);
    let answer = match worker.form {
        Form::Async => plugin.call_raw_async("greet", b"you").await,
        _ => plugin.call_raw("greet", b"you"),
    };
    worker.fails(answer, ErrorKind::WrongMode);
}

/// The only instance there may be is another's.
pub async fn queue(worker: &mut Worker) {
    let plugins = worker.plugins.clone();
    let Ok(_turn) = plugins.narrow.turn.try_lock() else {
        return;
    };
    let plugin = &plugins.narrow.plugin;
    let Some(session) = worker.session(plugin).await else {
        return;
    };
    let session = &session;
    let answer = call!(worker, MisbehaveAsync, session.count());
    worker.answers(answer, &1);
    let answer = call!(worker, MisbehaveAsync, plugin.count());
    worker.fails(answer, ErrorKind::QueueFull);
}
