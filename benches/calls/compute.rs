//! A function that computes in the guest: what is checked there shows in it.

use std::hint::black_box;

use fidius::{Limits, Runtime};

use crate::calls::{Timed, time};
use crate::limits::Limited;
use crate::tuned::Linked;

#[fidius::host(inline = "
    package fidius:compute@0.1.0;

    interface compute {
        scramble: func(seed: u32, steps: u32) -> u32;
    }
")]
struct Compute;

/// How often a call goes round its loop.
pub const STEPS: u32 = 10_000;

/// One component, loaded by each contestant.
pub struct Guest {
    ours: Ours,
    metered: Ours,
    tuned: Linked,
    unlimited: Linked,
}

/// The host struct, with an instance that is held.
#[derive(Clone)]
pub struct Ours(Compute);

impl Guest {
    pub fn new(metered: &Runtime) -> Self {
        let component = wat::parse_str(include_str!("compute.wat")).expect("the text is right");
        let ours = Compute::load(&component);
        let metered = Compute::builder().runtime(metered).load(&component);
        let linked = |limited| Linked::load(&component, limited);
        Self {
            ours: Ours(ours.expect("the guest fits")),
            metered: Ours(metered.expect("the guest fits")),
            tuned: linked(true).expect("the component is supported"),
            unlimited: linked(false).expect("the component is supported"),
        }
    }

    pub fn ours(&self) -> Ours {
        self.ours.session()
    }

    /// Where fuel is measured.
    pub fn metered(&self) -> Ours {
        self.metered.session()
    }

    /// wasmtime by hand.
    pub fn tuned(&self) -> Timed {
        by_hand(&self.tuned)
    }

    pub fn unlimited(&self) -> Timed {
        by_hand(&self.unlimited)
    }
}

impl Ours {
    fn session(&self) -> Self {
        Self(self.0.plugin().session().expect("there is room for one"))
    }
}

impl Limited for Ours {
    fn with_limits(&self, limits: Limits) -> Self {
        let limited = self.0.plugin().with_limits(limits);
        Self(limited.expect("the runtime allows them"))
    }

    fn call(&self) -> u32 {
        let (seed, steps) = black_box((7, STEPS));
        self.0.scramble(seed, steps).expect("the guest answers")
    }
}

fn by_hand(linked: &Linked) -> Timed {
    let mut held = linked.held("fidius:compute/compute@0.1.0", "scramble");
    // The types are checked here, and not in each call.
    let function = held.function.typed::<(u32, u32), (u32,)>(&held.store);
    let function = function.expect("the function has these types");
    Box::new(move |count| {
        time(count, || {
            held.begin();
            let (sum,) = function
                .call(&mut held.store, black_box((7, STEPS)))
                .expect("the guest answers");
            sum
        })
    })
}
