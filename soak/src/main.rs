//! Calls plugins for long, in all ways there are to call one, on threads and executors of all kinds; one call in a hundred fails. At the
//! end it looks for what did not come back: memory, threads, instances, and calls that still wait.
//!
//! `cargo run -p fidius-soak -- --help` says what it takes.

mod arguments;
mod bad;
mod dice;
mod good;
mod lanes;
mod mix;
mod offer;
mod plugins;
mod process;
mod soak;
mod tally;
mod verdict;
mod worker;

use std::process::ExitCode;

fn main() -> ExitCode {
    let arguments = arguments::read();
    match soak::run(&arguments) {
        Ok(findings) if findings.is_empty() => {
            println!("\nverdict: good");
            ExitCode::SUCCESS
        }
        Ok(findings) => {
            println!("\nverdict: bad");
            for finding in findings {
                println!("- {finding}");
            }
            ExitCode::FAILURE
        }
        Err(error) => {
            eprintln!("the soak could not be made: {error}");
            ExitCode::FAILURE
        }
    }
}
