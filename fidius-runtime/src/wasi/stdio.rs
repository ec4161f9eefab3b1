//! Where a guest's output goes when no one has granted it any.

use std::collections::VecDeque;
use std::io;
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::task::{Context, Poll};

use bytes::Bytes;
use parking_lot::Mutex;
use tokio::io::AsyncWrite;
use wasmtime_wasi::cli::{IsTerminal, StdoutStream};
use wasmtime_wasi::p2::{OutputStream, Pollable, StreamResult};

/// Takes everything and keeps nothing, so that a guest that prints is none the wiser.
#[derive(Clone, Copy)]
pub(super) struct Discard;

/// Keeps the end of what is written: what a guest says last is most often why it failed.
#[derive(Clone, Default)]
pub(super) struct Tail(Arc<Kept>);

#[derive(Default)]
struct Kept {
    /// Whether there is anything, for who would rather not lock.
    is_written: AtomicBool,
    bytes: Mutex<VecDeque<u8>>,
}

impl Discard {
    fn push(self, _: &[u8]) {}
}

impl Tail {
    /// How many bytes are kept, and how many lines of them are told.
    const BYTES: usize = 4096;
    const LINES: usize = 10;

    fn push(&self, bytes: &[u8]) {
        let bytes = &bytes[bytes.len().saturating_sub(Self::BYTES)..];
        self.0.is_written.store(true, Ordering::Relaxed);
        let mut kept = self.0.bytes.lock();
        let over = (kept.len() + bytes.len()).saturating_sub(Self::BYTES);
        kept.drain(..over);
        kept.extend(bytes);
    }

    /// Forgets what was written so far.
    #[inline]
    pub(super) fn clear(&self) {
        if self.0.is_written.load(Ordering::Relaxed) {
            self.0.is_written.store(false, Ordering::Relaxed);
            self.0.bytes.lock().clear();
        }
    }

    /// The last lines, if anything was written.
    pub(super) fn text(&self) -> Option<String> {
        let bytes: Vec<u8> = self.0.bytes.lock().iter().copied().collect();
        let text = String::from_utf8_lossy(&bytes);
        // A panic of Rust begins with an empty line.
        let text = text.trim_end().trim_start_matches(['\r', '\n']);
        let lines: Vec<&str> = text.lines().collect();
        let last = lines[lines.len().saturating_sub(Self::LINES)..].join("\n");
        (!last.is_empty()).then_some(last)
    }
}

/// How much a guest may write at once; it can do so again right away.
const AT_ONCE: usize = 64 << 10;

macro_rules! output {
    ($ty:ty) => {
        impl IsTerminal for $ty {
            fn is_terminal(&self) -> bool {
                false
            }
        }

        impl StdoutStream for $ty {
            fn async_stream(&self) -> Box<dyn AsyncWrite + Send + Sync> {
                Box::new(self.clone())
            }

            fn p2_stream(&self) -> Box<dyn OutputStream> {
                Box::new(self.clone())
            }
        }

        #[wasmtime_wasi::async_trait]
        impl Pollable for $ty {
            async fn ready(&mut self) {}
        }

        impl OutputStream for $ty {
            fn write(&mut self, bytes: Bytes) -> StreamResult<()> {
                self.push(&bytes);
                Ok(())
            }

            fn flush(&mut self) -> StreamResult<()> {
                Ok(())
            }

            fn check_write(&mut self) -> StreamResult<usize> {
                Ok(AT_ONCE)
            }
        }

        impl AsyncWrite for $ty {
            fn poll_write(
                self: Pin<&mut Self>,
                _: &mut Context<'_>,
                bytes: &[u8],
            ) -> Poll<io::Result<usize>> {
                self.push(bytes);
                Poll::Ready(Ok(bytes.len()))
            }

            fn poll_flush(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<io::Result<()>> {
                Poll::Ready(Ok(()))
            }

            fn poll_shutdown(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<io::Result<()>> {
                Poll::Ready(Ok(()))
            }
        }
    };
}

output!(Discard);
output!(Tail);
