//! Async methods of the host's own resources, where a blocking one is called.

use crate::imports::nested;
use crate::park::{TimedOut, park};
use crate::{CallError, Error, ErrorKind};

/// Blocks the thread until `future` is ready, which is the answer of a method of the host's; at the longest until the guest's call
/// must be over that the thread is in a host function of.
///
/// # Errors
///
/// The method's own, and a timeout.
#[doc(hidden)]
pub fn park_host<F: Future<Output = Result<T, Error>>, T>(future: F) -> Result<T, Error> {
    wait(future)?
}

/// The same for a method whose answer may be an error of the WIT's.
///
/// # Errors
///
/// The method's own, and a timeout.
#[doc(hidden)]
pub fn park_host_fallible<F: Future<Output = Result<T, CallError<E>>>, T, E>(
    future: F,
) -> Result<T, CallError<E>> {
    wait(future)?
}

fn wait<F: Future>(future: F) -> Result<F::Output, Error> {
    park(nested::left, future).map_err(|error| {
        if error.is::<TimedOut>() {
            Error::new(
                ErrorKind::Timeout,
                "an async method of the host's did not end within the time that was left of the call which it was part of",
            )
        } else {
            Error::new(
                ErrorKind::Other,
                "there is no async runtime to be had for an async method of the host's",
            )
        }
        .with_source(error)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    use std::future::pending;
    use std::time::{Duration, Instant};

    use crate::imports::nested::Frame;

    #[test]
    fn it_waits_no_longer_than_the_call_has_left() {
        let answer = park_host(async {
            tokio::time::sleep(Duration::from_millis(5)).await;
            Ok(3)
        });
        assert_eq!(answer.unwrap(), 3);
        let refused = park_host_fallible(async { Err::<(), _>(CallError::Guest("no")) });
        assert_eq!(refused.unwrap_err().guest(), Some(&"no"));

        let start = Instant::now();
        let (_, late) =
            Frame::of_call(1, 2, false).run(|| park_host(pending::<Result<(), Error>>()));
        assert!(late.unwrap_err().is_timeout());
        let (_, late) = Frame::of_call(1, 2, false)
            .run(|| park_host_fallible(pending::<Result<(), CallError<()>>>()));
        assert!(late.unwrap_err().is_timeout());
        assert!(start.elapsed() < Duration::from_secs(60));
    }
}
