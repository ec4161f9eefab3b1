use std::time::Duration;

use clap::{Arg, Command, value_parser};

/// How long the soak lasts, and how many call at once.
#[derive(Debug, PartialEq, Eq)]
pub struct Arguments {
    /// It ends after so many calls.
    pub calls: Option<u64>,
    /// It ends after this time.
    pub time: Option<Duration>,
    /// Threads that make blocking calls; what else calls follows from it.
    pub threads: usize,
}

/// Where neither calls nor seconds are said.
const SECONDS: u64 = 60;

/// Reads them from the command line. Ends the process where they are wrong, or ask for help.
pub fn read() -> Arguments {
    of(&command().get_matches())
}

fn command() -> Command {
    Command::new("fidius-soak")
        .about(
            "Calls plugins in all ways for long, one call in a hundred failing, and looks for memory, threads and instances that \
             do not come back.",
        )
        .after_help(
            "With both --calls and --seconds it ends with what comes first; with neither it takes a minute. A run of less than \
             some seconds is too short for a verdict on memory, which is bad then.\n\n\
             The exit code is 0 where all is well, 1 where it is not, or where the soak could not be made, and 2 for wrong \
             arguments.",
        )
        .arg(
            Arg::new("calls")
                .long("calls")
                .value_name("N")
                .value_parser(value_parser!(u64).range(1..))
                .help("End after so many calls"),
        )
        .arg(
            Arg::new("seconds")
                .long("seconds")
                .value_name("N")
                .value_parser(value_parser!(u64).range(1..=31_536_000))
                .help("End after so many seconds"),
        )
        .arg(
            Arg::new("threads")
                .long("threads")
                .value_name("N")
                .value_parser(value_parser!(u16).range(1..=64))
                .default_value("4")
                .help(
                    "Threads that make blocking calls, at most 64. Beside them are as many tasks on a thread with a tokio runtime of its own, \
                     twice as many on a tokio runtime with two threads, and one thread that awaits without tokio",
                ),
        )
}

fn of(matches: &clap::ArgMatches) -> Arguments {
    let calls = matches.get_one("calls").copied();
    let seconds: Option<u64> = matches.get_one("seconds").copied();
    let seconds = match calls {
        None => seconds.or(Some(SECONDS)),
        Some(_) => seconds,
    };
    Arguments {
        calls,
        time: seconds.map(Duration::from_secs),
        threads: matches.get_one("threads").map_or(1, |n: &u16| (*n).into()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(line: &str) -> Result<Arguments, String> {
        let words = ["fidius-soak"].into_iter().chain(line.split_whitespace());
        let matches = command().try_get_matches_from(words);
        matches
            .map(|matches| of(&matches))
            .map_err(|error| error.to_string())
    }

    #[test]
    fn the_command_is_sound() {
        command().debug_assert();
    }

    #[test]
    fn without_an_end_it_takes_a_minute() {
        let minute = Arguments {
            calls: None,
            time: Some(Duration::from_secs(60)),
            threads: 4,
        };
        assert_eq!(parse(""), Ok(minute));
    }

    #[test]
    fn calls_alone_have_no_time() {
        let arguments = parse("--calls 10000000 --threads 2").unwrap();
        assert_eq!(arguments.calls, Some(10_000_000));
        assert_eq!(arguments.time, None);
        assert_eq!(arguments.threads, 2);
        let both = parse("--calls 5 --seconds 7").unwrap();
        assert_eq!(both.time, Some(Duration::from_secs(7)));
    }

    #[test]
    fn what_makes_no_soak_is_refused() {
        for line in [
            "--calls 0",
            "--calls many",
            "--seconds 0",
            "--seconds -1",
            "--threads 0",
            "--threads 65",
            "--threads",
            "60",
        ] {
            assert!(parse(line).is_err(), "{line}");
        }
    }
}
