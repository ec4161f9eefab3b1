//! The soak itself: loads, has all lanes work, measures, drops everything, and judges.

use std::error::Error;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering::Relaxed};
use std::thread;
use std::time::{Duration, Instant};

use crate::arguments::Arguments;
use crate::lanes::{self, Lane, Site};
use crate::plugins::{Greeter, Plugins};
use crate::process::{Threads, resident, threads};
use crate::tally::Tally;
use crate::verdict::{self, Memory, Sample, mib};

/// How often is measured.
const STEP: Duration = Duration::from_millis(100);

/// How often is said what was measured: at first, and when the soak has gone on for a while.
const SAY: [Duration; 2] = [Duration::from_secs(5), Duration::from_secs(30)];

/// How long lanes may take to end. Each is in a call, which has its limit.
const END: Duration = Duration::from_secs(60);

/// How long may take what happens by itself when nobody calls any more: idle instances and spare ones go, threads end.
const SETTLE: Duration = Duration::from_secs(20);

/// Soaks, and says how it goes. Returns what it has found that is not as it should be.
///
/// # Errors
///
/// A plugin can't be loaded, the system has no thread, or does not say what this process has.
pub fn run(arguments: &Arguments) -> Result<Vec<String>, Box<dyn Error>> {
    let before = before()?;
    lanes::silence_panics_of_the_host();
    let loading = Instant::now();
    let plugins = Arc::new(Plugins::load(lanes::workers(arguments.threads))?);
    plugins.fill()?;
    println!("loaded in {:.1} s", loading.elapsed().as_secs_f64());

    let tally = Arc::<Tally>::default();
    let site = Arc::new(Site {
        plugins: Arc::clone(&plugins),
        tally: Arc::clone(&tally),
        threads: arguments.threads,
        calls: arguments.calls,
        is_over: AtomicBool::new(false),
        dropped_runtimes: AtomicU64::new(0),
    });
    let mut findings = Vec::new();
    let course = course(&site, arguments.time)?;
    if let Some(finding) = &course.finding {
        // There are still calls on the plugins, so that nothing can be said of what is left.
        findings.push(finding.clone());
        summarize(&site, &course);
        findings.extend(mistakes(&tally));
        return Ok(findings);
    }
    summarize(&site, &course);
    findings.extend(mistakes(&tally));
    match Memory::of(&course.samples) {
        Ok(memory) => {
            println!(
                "memory: {} in the first half after the start, {} in the second, where {} would still be flat",
                mib(memory.first),
                mib(memory.second),
                mib(memory.most)
            );
            findings.extend(memory.finding());
        }
        Err(finding) => findings.push(finding),
    }
    println!("threads at most: {}", listed(&course.most_threads));
    let lanes = arguments.threads + 3;
    findings.extend(verdict::threads_at_work(
        &before,
        &course.most_threads,
        lanes,
    ));

    let dropped_runtimes = site.dropped_runtimes.load(Relaxed);
    println!("executors dropped in the middle of their calls: {dropped_runtimes}");
    drop(site);
    let settling = Instant::now();
    let left = settled(|| Ok(verdict::instances_left(&plugins.counters())))?;
    println!(
        "instances and waiting calls: {} after {:.1} s",
        if left.is_empty() { "none" } else { "some" },
        settling.elapsed().as_secs_f64()
    );
    findings.extend(left);

    // Nobody else has it: the lanes are gone.
    match Arc::try_unwrap(plugins) {
        Ok(plugins) => drop(plugins),
        Err(_) => findings.push("a worker is left over, and has the plugins".to_owned()),
    }
    let left = settled(|| Ok(verdict::threads_left(&before, &threads()?)))?;
    println!("threads before: {}", listed(&before));
    println!("threads after: {}", listed(&threads()?));
    println!("memory after: {}", mib(resident()?));
    findings.extend(left);
    lanes::hear_panics_again();
    Ok(findings)
}

/// The threads of a process that has loaded a plugin and dropped it: the compiler has threads of its own, which stay.
fn before() -> Result<Threads, Box<dyn Error>> {
    let guest = concat!(env!("CARGO_MANIFEST_DIR"), "/../guests/built/greeter.wasm");
    drop(Greeter::load(guest)?);
    Ok(threads()?)
}

/// How the soak went.
struct Course {
    samples: Vec<Sample>,
    /// The most threads of each name that were there twice in a row: one that is new has the name of its maker for a moment, and one
    /// whose work is over may not have gone.
    most_threads: Threads,
    time: Duration,
    /// It did not come to its end.
    finding: Option<String>,
}

/// Has all lanes work until it is over.
fn course(site: &Arc<Site>, time: Option<Duration>) -> Result<Course, Box<dyn Error>> {
    let begun = Instant::now();
    let mut lanes = Lane::all(site.threads);
    let mut samples = Vec::new();
    let mut most_threads = Threads::new();
    let mut last_threads = Threads::new();
    let mut said = Duration::ZERO;
    let mut over = None;
    loop {
        let elapsed = begun.elapsed();
        if time.is_some_and(|time| time <= elapsed) {
            site.is_over.store(true, Relaxed);
        }
        let mut is_working = false;
        for lane in &mut lanes {
            is_working |= lane.go_on(site)?;
        }
        let threads = threads()?;
        for (name, count) in &threads {
            let last = last_threads.get(name).copied().unwrap_or(0);
            let most = most_threads.entry(name.clone()).or_default();
            *most = (*most).max(last.min(*count));
        }
        let sample = sample(site, elapsed, threads.values().sum())?;
        last_threads = threads;
        let often = SAY[usize::from(elapsed >= Duration::from_secs(60))];
        if samples.is_empty() || elapsed >= said + often || !is_working {
            println!("{sample}");
            said = elapsed;
        }
        samples.push(sample);
        let is_over = site.is_over.load(Relaxed)
            || site.calls.is_some_and(|calls| calls <= site.tally.calls())
            || site.tally.is_hopeless();
        if is_over && over.is_none() {
            over = Some(elapsed);
        }
        let is_stuck = over.is_some_and(|over| elapsed > over + END);
        if !is_working || is_stuck {
            let finding =
                || format!("some calls are not over {END:?} after the end: a lane is stuck");
            return Ok(Course {
                samples,
                most_threads,
                time: elapsed,
                finding: (is_working && is_stuck).then(finding),
            });
        }
        thread::sleep(STEP);
    }
}

fn sample(site: &Site, time: Duration, threads: usize) -> Result<Sample, Box<dyn Error>> {
    Ok(Sample {
        time,
        calls: site.tally.calls(),
        resident: resident()?,
        threads,
    })
}

/// Waits for there to be no more findings.
fn settled(
    mut look: impl FnMut() -> Result<Vec<String>, Box<dyn Error>>,
) -> Result<Vec<String>, Box<dyn Error>> {
    let begun = Instant::now();
    loop {
        let findings = look()?;
        if findings.is_empty() || begun.elapsed() > SETTLE {
            return Ok(findings);
        }
        thread::sleep(STEP);
    }
}

/// In how many calls one may find that its instance's destructor did not get enough of a busy machine.
const LATE_ONE_IN: u64 = 100_000;

fn mistakes(tally: &Tally) -> Vec<String> {
    let (count, mut texts) = tally.mistakes();
    let more = count - texts.len() as u64;
    if more > 0 {
        texts.push(format!("and {more} more that are not as they should be"));
    }
    let (late, most) = (tally.lates(), tally.calls() / LATE_ONE_IN + 2);
    if late > most {
        texts.push(format!(
            "{late} instances ended because a destructor took too long, where {most} would be those of a busy machine"
        ));
    }
    texts
}

fn listed(threads: &Threads) -> String {
    let threads: Vec<_> = threads
        .iter()
        .map(|(name, count)| format!("{count} {name}"))
        .collect();
    threads.join(", ")
}

fn summarize(site: &Site, course: &Course) {
    let tally = &site.tally;
    let (calls, failures) = (tally.calls(), tally.failures());
    let seconds = course.time.as_secs_f64();
    println!("\nactions, each of one call or some:");
    for (name, times) in tally.actions() {
        println!("{times:>12} {name}");
    }
    println!("\nfailures, as expected:");
    for (kind, times) in tally.kinds() {
        println!("{times:>12} {kind:?}");
    }
    println!("{:>12} dropped", tally.drops());
    println!("{:>12} late destructors", tally.lates());
    println!(
        "\n{calls} calls in {seconds:.1} s, {:.0} a second; {failures} failed, {:.2} in a hundred",
        calls as f64 / seconds,
        100.0 * failures as f64 / calls as f64
    );
}
