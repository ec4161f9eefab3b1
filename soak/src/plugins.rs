//! The plugins that are called, each on instances of every kind.

use std::path::Path;
use std::sync::{Arc, OnceLock};
use std::time::Duration;

use fidius::{Counters as Count, Dynamic, Error, Host, Limits, PoolSettings, Runtime};
use tokio::sync::Mutex;

use crate::dice::Dice;
use crate::offer::{Awaiting, Blocking, Desk, Ring};

#[fidius::host(wit = "../wit/greeter.wit")]
pub struct Greeter;

#[fidius::host(wit = "../wit/bench.wit")]
pub struct Bench;

#[fidius::host(wit = "../wit/misbehave.wit")]
pub struct Misbehave;

#[fidius::host(wit = "../wit/counters.wit")]
pub struct Counters;

#[fidius::host(wit = "../wit/reporter.wit")]
pub struct Reporter;

/// Does harm with what a program in Rust can do.
#[fidius::host(wit = "../wit/hostile.wit", world = "hostile")]
pub struct Hostile;

/// Does harm by breaking rules.
#[fidius::host(
    wit = "../wit/hostile.wit",
    world = "faulty",
    with = { "fidius:hostile/host" = crate::plugins::misdeeds::host }
)]
pub struct Faulty;

/// Calls after which an instance of a pool goes.
pub const POOL_CALLS: u32 = 300;

/// How many calls a pool serves at once. There are fewer instances than callers, so that some wait.
const POOL_SIZE: usize = 3;

/// How long an instance of a pool may be idle. Short, so that some go while the soak lasts.
const IDLE_TIME: Duration = Duration::from_millis(300);

/// Spare instances of a plugin.
const SPARES: usize = 2;

/// One plugin, loaded once for instances of each kind.
pub struct Kinds<H> {
    pub fresh: H,
    pub spares: H,
    pub pool: H,
}

/// Loads a plugin for instances of each kind, each time with what the builder is then.
macro_rules! kinds {
    ($runtime:ident, $builder:expr, $guest:expr) => {{
        let guest: &Path = $guest;
        Kinds {
            fresh: $builder.runtime(&$runtime).load(guest)?,
            spares: $builder.runtime(&$runtime).spares(SPARES).load(guest)?,
            pool: $builder.runtime(&$runtime).pool(pool()).load(guest)?,
        }
    }};
}

fn pool() -> PoolSettings {
    PoolSettings {
        size: POOL_SIZE,
        idle_time: Some(IDLE_TIME),
        calls: Some(POOL_CALLS.into()),
    }
}

impl<H: Host> Kinds<H> {
    /// With fresh instances, or with spare ones.
    pub fn unpooled(&self, dice: &mut Dice) -> &H {
        match dice.below(3) {
            0 => &self.spares,
            _ => &self.fresh,
        }
    }

    /// With instances of any kind.
    pub fn any(&self, dice: &mut Dice) -> &H {
        match dice.below(4) {
            0 => &self.pool,
            _ => self.unpooled(dice),
        }
    }

    fn count(&self, name: &str, counts: &mut Vec<(String, Count)>) {
        let kinds = [
            ("fresh", &self.fresh),
            ("spares", &self.spares),
            ("pool", &self.pool),
        ];
        for (kind, plugin) in kinds {
            counts.push((format!("{name}, {kind}"), plugin.plugin().counters()));
        }
    }
}

/// A plugin that may have only one instance, and nobody who waits for it.
pub struct Narrow {
    pub plugin: Misbehave,
    /// Whoever uses the plugin has it locked.
    pub turn: Mutex<()>,
}

pub struct Plugins {
    pub greeter: Kinds<Greeter>,
    /// With WASI and without.
    pub bench: [Kinds<Bench>; 2],
    pub misbehave: Kinds<Misbehave>,
    /// On a runtime that measures fuel.
    pub metered: Misbehave,
    pub narrow: Narrow,
    pub counters: Kinds<Counters>,
    /// With functions of the host that block, and with async ones.
    pub reporter: [Kinds<Reporter>; 2],
    pub hostile: [Kinds<Hostile>; 2],
    /// The same, where calls may call each other until there are no more instances.
    pub nesting: [Hostile; 2],
    pub faulty: Kinds<Faulty>,
    pub dynamic: Kinds<Dynamic>,
    pub raw: Kinds<Dynamic>,
    /// The hostile plugins that are called by what they call; here, because what they hold themselves would never go.
    _rings: Vec<Arc<OnceLock<Hostile>>>,
}

/// The runtimes that plugins are loaded on: one for most, and one that measures fuel.
pub const RUNTIMES: usize = 2;

/// How many instances a worker may have at once, with the handles that it keeps, and how many there are beside: in pools, spare, and
/// where calls nest. No more than needed, since all are filled once.
const INSTANCES_OF_A_WORKER: u32 = 6;
const SPARE_INSTANCES: u32 = 100;

/// How many instances calls have that call each other without end.
const NESTING: u32 = 10;

impl Plugins {
    /// Loads them all, for so many workers.
    ///
    /// # Errors
    ///
    /// One can't be loaded.
    pub fn load(workers: u32) -> Result<Self, Error> {
        let built = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../guests/built"));
        let guest = |name: &str| built.join(name).with_extension("wasm");
        let misbehave = guest("misbehave");

        let instances = SPARE_INSTANCES + workers * INSTANCES_OF_A_WORKER;
        let runtime = Runtime::builder()
            .limits(Limits {
                instances,
                queue: instances,
                ..Limits::default()
            })
            .build()?;
        let own = runtime.limits();
        let metered = Runtime::builder()
            .limits(Limits {
                fuel: Some(u64::MAX),
                ..own.clone()
            })
            .build()?;
        let narrow = Limits {
            instances: 1,
            queue: 0,
            ..own.clone()
        };
        let nesting = Limits {
            instances: NESTING,
            ..own.clone()
        };

        let desk = Arc::new(Desk);
        let desk = || Arc::clone(&desk);
        let reporter = guest("reporter");

        let hostile_guest = guest("hostile");
        let rings = [(); 4].map(|()| Ring::default());
        let [blocking, awaiting, nesting_blocking, nesting_awaiting] = &rings;
        let hostile = [
            kinds!(
                runtime,
                Hostile::builder().imports(Blocking(blocking.clone())),
                &hostile_guest
            ),
            kinds!(
                runtime,
                Hostile::builder().imports_async(Awaiting(awaiting.clone())),
                &hostile_guest
            ),
        ];
        let nesting = [
            Hostile::builder()
                .imports(Blocking(nesting_blocking.clone()))
                .runtime(&runtime)
                .limits(nesting.clone())
                .load(&hostile_guest)?,
            Hostile::builder()
                .imports_async(Awaiting(nesting_awaiting.clone()))
                .runtime(&runtime)
                .limits(nesting)
                .load(&hostile_guest)?,
        ];
        // What spare instances and those of a pool call is a plugin with fresh ones.
        let rings = vec![
            blocking.close(&hostile[0].fresh),
            awaiting.close(&hostile[1].fresh),
            nesting_blocking.close(&nesting[0]),
            nesting_awaiting.close(&nesting[1]),
        ];

        Ok(Self {
            greeter: kinds!(runtime, Greeter::builder(), &guest("greeter")),
            bench: [
                kinds!(runtime, Bench::builder(), &guest("bench-std")),
                kinds!(runtime, Bench::builder(), &guest("bench-minimal")),
            ],
            misbehave: kinds!(runtime, Misbehave::builder(), &misbehave),
            metered: Misbehave::builder().runtime(&metered).load(&misbehave)?,
            narrow: Narrow {
                plugin: Misbehave::builder()
                    .runtime(&runtime)
                    .limits(narrow)
                    .load(&misbehave)?,
                turn: Mutex::new(()),
            },
            counters: kinds!(runtime, Counters::builder(), &guest("counters")),
            reporter: [
                kinds!(runtime, Reporter::builder().imports(desk()), &reporter),
                kinds!(
                    runtime,
                    Reporter::builder().imports_async(desk()),
                    &reporter
                ),
            ],
            hostile,
            nesting,
            faulty: kinds!(
                runtime,
                Faulty::builder().imports(Blocking(Ring::default())),
                &guest("hostile-faulty")
            ),
            dynamic: kinds!(runtime, Dynamic::builder(), &guest("greeter")),
            raw: kinds!(
                runtime,
                Dynamic::builder().raw(["echo-bytes"]),
                &guest("bench-minimal")
            ),
            _rings: rings,
        })
    }

    /// Has as many instances at once as there may be, each with as much memory as the engine keeps of one that is gone: some MiB or
    /// less, which it keeps for the next instance in the same place. Otherwise memory would grow for a long time, whenever a call
    /// is the largest yet in some place.
    ///
    /// # Errors
    ///
    /// A call fails.
    pub fn fill(&self) -> Result<(), Error> {
        let plugin = self.misbehave.fresh.plugin();
        let mut sessions = Vec::new();
        for _ in 0..plugin.limits().instances {
            let session = plugin.session()?;
            session.allocate(3)?;
            sessions.push(session);
        }
        Ok(())
    }

    /// What the instances and failures of each add up to.
    pub fn counters(&self) -> Vec<(String, Count)> {
        let mut counts = Vec::new();
        self.greeter.count("greeter", &mut counts);
        self.bench[0].count("bench with WASI", &mut counts);
        self.bench[1].count("bench without WASI", &mut counts);
        self.misbehave.count("misbehave", &mut counts);
        counts.push((
            "misbehave, metered".to_owned(),
            self.metered.plugin().counters(),
        ));
        counts.push((
            "misbehave, one instance".to_owned(),
            self.narrow.plugin.plugin().counters(),
        ));
        self.counters.count("counters", &mut counts);
        self.reporter[0].count("reporter", &mut counts);
        self.reporter[1].count("reporter, async host", &mut counts);
        self.hostile[0].count("hostile", &mut counts);
        self.hostile[1].count("hostile, async host", &mut counts);
        for (form, plugin) in ["blocking", "async"].iter().zip(&self.nesting) {
            let name = format!("hostile, nesting, {form} host");
            counts.push((name, plugin.plugin().counters()));
        }
        self.faulty.count("hostile-faulty", &mut counts);
        self.dynamic.count("greeter by name", &mut counts);
        self.raw.count("bench by name", &mut counts);
        counts
    }
}
