//! fidius, as a program uses it that has read nothing but the first page.

use std::hint::black_box;
use std::path::Path;

use bench::BenchAsync;
use fidius::{Limits, Runtime};

use crate::calls::{Calls, CallsAsync, block_on};
use crate::limits::Limited;

#[fidius::host(wit = "bench.wit")]
struct Bench;

/// The host struct. Where the instance of a call comes from is in it.
#[derive(Clone)]
pub struct Ours(Bench);

impl Ours {
    /// With a fresh instance for each call.
    pub fn load(path: &Path) -> Self {
        Self(Bench::load(path).expect("the guest fits"))
    }

    /// With a fresh instance for each call, on this runtime.
    pub fn load_on(runtime: &Runtime, path: &Path) -> Self {
        let loaded = Bench::builder().runtime(runtime).load(path);
        Self(loaded.expect("the guest fits"))
    }

    /// With a fresh instance for each call, some of them made ahead.
    pub fn spares(path: &Path, count: usize) -> Self {
        let loaded = Bench::builder().spares(count).load(path);
        Self(loaded.expect("the guest fits"))
    }

    /// With a pool of two instances.
    pub fn pooled(path: &Path) -> Self {
        Self(Bench::builder().pool(2).load(path).expect("the guest fits"))
    }

    /// With one instance that is held.
    pub fn session(&self) -> Self {
        Self(self.0.plugin().session().expect("there is room for one"))
    }

    /// With one instance that is held, for async calls.
    pub fn session_async(&self) -> Self {
        let session = block_on(self.0.plugin().session_async());
        Self(session.expect("there is room for one"))
    }
}

impl Calls for Ours {
    type Pair = bench::Pair;

    fn pair(id: u32, value: f64) -> bench::Pair {
        bench::Pair { id, value }
    }

    fn add(&mut self, a: u32, b: u32) -> u32 {
        self.0.add(a, b).expect("the guest answers")
    }

    fn echo_string(&mut self, s: &str) -> String {
        self.0.echo_string(s).expect("the guest answers")
    }

    fn echo_pairs(&mut self, ps: &[bench::Pair]) -> Vec<bench::Pair> {
        self.0.echo_pairs(ps).expect("the guest answers")
    }

    fn echo_bytes(&mut self, b: &[u8]) -> Vec<u8> {
        self.0.echo_bytes(b).expect("the guest answers")
    }
}

impl CallsAsync for Ours {
    async fn add(&mut self, a: u32, b: u32) -> u32 {
        let sum = BenchAsync::add(&self.0, a, b).await;
        sum.expect("the guest answers")
    }

    async fn echo_bytes(&mut self, b: &[u8]) -> Vec<u8> {
        let bytes = BenchAsync::echo_bytes(&self.0, b).await;
        bytes.expect("the guest answers")
    }
}

impl Limited for Ours {
    fn with_limits(&self, limits: Limits) -> Self {
        let limited = self.0.plugin().with_limits(limits);
        Self(limited.expect("the runtime allows them"))
    }

    #[inline]
    fn call(&self) -> u32 {
        let (a, b) = black_box((20, 22));
        self.0.add(a, b).expect("the guest answers")
    }
}
