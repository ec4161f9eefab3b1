//! What the system says about this process.

use std::collections::BTreeMap;
use std::{fs, io};

/// How many threads there are of each name.
pub type Threads = BTreeMap<String, usize>;

/// The threads of this process by their names, which the system keeps 15 bytes of. One that was given no name has that of the thread
/// that made it.
///
/// # Errors
///
/// The system has no `/proc`, as only Linux has.
pub fn threads() -> io::Result<Threads> {
    let mut threads = Threads::new();
    for task in fs::read_dir("/proc/self/task")? {
        // It may have ended since the folder was read.
        if let Ok(name) = fs::read_to_string(task?.path().join("comm")) {
            *threads.entry(name.trim_end().to_owned()).or_default() += 1;
        }
    }
    Ok(threads)
}

/// Bytes of this process that are in memory.
///
/// # Errors
///
/// The system has no `/proc`, as only Linux has.
pub fn resident() -> io::Result<u64> {
    // It has them in KiB, where `statm` has them in pages, whose size it does not say.
    let status = fs::read_to_string("/proc/self/status")?;
    resident_of(&status)
        .ok_or_else(|| io::Error::other("`/proc/self/status` has no line such as `VmRSS: 1234 kB`"))
}

fn resident_of(status: &str) -> Option<u64> {
    let line = status
        .lines()
        .find_map(|line| line.strip_prefix("VmRSS:"))?;
    let kib: u64 = line.trim().strip_suffix("kB")?.trim().parse().ok()?;
    Some(kib << 10)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn memory_is_read_in_bytes() {
        let status = "Name:\tx\nVmHWM:\t    9 kB\nVmRSS:\t   12 kB\nThreads:\t3\n";
        assert_eq!(resident_of(status), Some(12 << 10));
        assert_eq!(resident_of("Name:\tx\n"), None);
        assert_eq!(resident_of("VmRSS:\t12 pages\n"), None);
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn memory_that_is_taken_is_seen() {
        let before = resident().unwrap();
        let taken = vec![1_u8; 64 << 20];
        let after = resident().unwrap();
        assert!(after > before + (48 << 20), "{before} {after}");
        drop(taken);
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn a_thread_is_seen_by_its_name() {
        let (done, wait) = std::sync::mpsc::channel::<()>();
        let builder = std::thread::Builder::new().name("a-name-of-some-length".to_owned());
        let (begun, begins) = std::sync::mpsc::channel();
        let thread = builder.spawn(move || {
            begun.send(()).unwrap();
            _ = wait.recv();
        });
        begins.recv().unwrap();
        assert_eq!(threads().unwrap().get("a-name-of-some-"), Some(&1));
        drop(done);
        thread.unwrap().join().unwrap();
    }
}
