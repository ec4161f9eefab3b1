//! What is called, and how often.

use std::pin::Pin;

use crate::dice::Dice;
use crate::worker::Worker;
use crate::{bad, good};

type Run = for<'w> fn(&'w mut Worker) -> Pin<Box<dyn Future<Output = ()> + Send + 'w>>;

/// Some calls that belong together.
pub struct Action {
    pub name: &'static str,
    /// How often it is done, beside the others of its list.
    pub share: u32,
    pub run: Run,
}

macro_rules! actions {
    ($($share:literal $name:literal $run:path,)*) => {
        &[$(Action { name: $name, share: $share, run: |worker| Box::pin($run(worker)) }),*]
    };
}

/// Those whose calls answer.
pub const GOOD: &[Action] = actions! {
    14 "typed: a text" good::greet,
    9 "typed: a record" good::mirror,
    6 "typed: an error of the guest's" good::farewell,
    12 "typed: numbers" good::add,
    8 "typed: a text and back" good::echo_string,
    6 "typed: a list of records" good::echo_pairs,
    6 "typed: bytes" good::echo_bytes,
    6 "by name: serde" good::by_name,
    4 "by name: JSON" good::by_name_with_json,
    3 "by name: values" good::by_name_with_values,
    4 "by name: raw" good::raw,
    6 "isolation of fresh and spare instances" good::isolation,
    4 "retirement in a pool" good::pool,
    2 "a session" good::session,
    2 "a handle" good::counter,
    1 "handles in a session" good::counters,
    4 "functions of the host" good::report,
    1 "an error of the host's for the guest" good::refused_report,
    1 "nested calls" good::nested,
    1 "handles kept by the guest" good::hoard,
    1 "a list of handles" good::things,
    1 "memory" good::memory,
    1 "a sleep" good::nap,
    2 "limits of a call" good::limited,
    1 "fuel that is measured" good::metered,
};

/// Those that have a call which fails. What only time ends is rare.
pub const BAD: &[Action] = actions! {
    20 "fails: a trap" bad::trap,
    10 "fails: a panic" bad::panic,
    6 "fails: an overflow" bad::overflow,
    8 "fails: an exit" bad::exit,
    5 "fails: the stack" bad::stack,
    6 "fails: the memory" bad::memory,
    4 "fails: a table" bad::table,
    6 "fails: a transfer" bad::transfer,
    6 "fails: too many handles" bad::handles,
    4 "fails: the fuel" bad::fuel,
    1 "fails: the CPU time" bad::cpu_time,
    1 "fails: the time of a loop" bad::time_of_a_loop,
    2 "fails: the time of a sleep" bad::time_of_a_sleep,
    1 "fails: the time of output" bad::time_of_output,
    2 "fails: the time of a function of the host" bad::time_of_the_host,
    1 "fails: the time of a destructor" bad::time_of_a_destructor,
    8 "fails: a rule of the component model" bad::rules,
    6 "fails: a panic of the host" bad::host_panic,
    6 "fails: an error of the host" bad::host_error,
    1 "fails: calls nested without end" bad::endless_nesting,
    8 "fails: a dropped call" bad::dropped,
    4 "fails: a dropped call of a session" bad::dropped_session,
    5 "fails: a lost session" bad::lost_session,
    4 "fails: a handle of another session" bad::foreign_handle,
    4 "fails: a call by name that does not fit" bad::misfit,
    3 "fails: a full queue" bad::queue,
};

/// One of these, by their shares.
pub fn pick<'a>(actions: &'a [Action], dice: &mut Dice) -> &'a Action {
    let all = actions.iter().map(|action| action.share).sum();
    let mut at = dice.below(all);
    for action in actions {
        match at.checked_sub(action.share) {
            Some(rest) => at = rest,
            None => return action,
        }
    }
    unreachable!("{at} is beyond the sum of all shares")
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;

    #[test]
    fn actions_come_by_their_shares() {
        for actions in [GOOD, BAD] {
            let all: u32 = actions.iter().map(|action| action.share).sum();
            let mut dice = Dice::new(7);
            let mut times = BTreeMap::<_, u32>::new();
            for _ in 0..all * 1000 {
                *times.entry(pick(actions, &mut dice).name).or_default() += 1;
            }
            assert_eq!(times.len(), actions.len(), "each has a name of its own");
            for action in actions {
                let expected = action.share * 1000;
                let times = times[action.name];
                assert!(
                    times.abs_diff(expected) < expected / 5,
                    "{}: {times} of {expected}",
                    action.name
                );
            }
        }
    }
}
