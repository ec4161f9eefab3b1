//! fidius, as a program uses it that has read nothing but the first page.

use std::path::Path;

use crate::calls::Calls;

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

    /// With a pool of two instances.
    pub fn pooled(path: &Path) -> Self {
        Self(Bench::builder().pool(2).load(path).expect("the guest fits"))
    }

    /// With one instance that is held.
    pub fn session(&self) -> Self {
        Self(self.0.plugin().session().expect("there is room for one"))
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
