//! `wasi:io` for blocking calls: the thread [`park`]s until the library's future is ready.

use wasmtime::Result;
use wasmtime::component::{Resource, ResourceTable};
use wasmtime_wasi::p2::bindings::io::{poll as nonblocking_poll, streams as nonblocking};
use wasmtime_wasi::p2::bindings::sync::io::{poll, streams};
use wasmtime_wasi::p2::{DynInputStream, DynOutputStream, DynPollable, StreamError, StreamResult};

use super::{Io, input_without_waiting, output_without_waiting};
use crate::park::park;

use nonblocking::{HostInputStream as Input, HostOutputStream as Output};
use nonblocking_poll::HostPollable as Pollables;

impl Io<'_> {
    /// Waits for what `start` does with the guest's table, until the call must be over.
    fn park<R>(&mut self, start: impl AsyncFnOnce(&mut ResourceTable) -> R) -> Result<R> {
        // Not a copy: counting another user of the clock costs more than most of what is waited for here.
        let deadline = self.0.deadline.lend();
        let mut has_waited = false;
        let left = || {
            has_waited = true;
            deadline.left()
        };
        let result = park(left, start(self.table()));
        self.0.deadline = deadline;
        // One that asks again and again, and never has to wait, has no rest.
        if has_waited {
            self.0.resumed();
        }
        result
    }

    fn park_stream<R>(
        &mut self,
        start: impl AsyncFnOnce(&mut ResourceTable) -> StreamResult<R>,
    ) -> StreamResult<R> {
        self.park(start).map_err(StreamError::Trap)?
    }
}

impl poll::Host for Io<'_> {
    fn poll(&mut self, pollables: Vec<Resource<DynPollable>>) -> Result<Vec<u32>> {
        self.park(async |table| nonblocking_poll::Host::poll(table, pollables).await)?
    }
}

impl poll::HostPollable for Io<'_> {
    fn ready(&mut self, pollable: Resource<DynPollable>) -> Result<bool> {
        self.park(async |table| Pollables::ready(table, pollable).await)?
    }

    fn block(&mut self, pollable: Resource<DynPollable>) -> Result<()> {
        self.park(async |table| Pollables::block(table, pollable).await)?
    }

    fn drop(&mut self, pollable: Resource<DynPollable>) -> Result<()> {
        Pollables::drop(self.table(), pollable)
    }
}

impl streams::Host for Io<'_> {
    fn convert_stream_error(&mut self, error: StreamError) -> Result<streams::StreamError> {
        nonblocking::Host::convert_stream_error(self.table(), error).map(Into::into)
    }
}

impl streams::HostOutputStream for Io<'_> {
    output_without_waiting!();

    fn drop(&mut self, stream: Resource<DynOutputStream>) -> Result<()> {
        self.park(async |table| Output::drop(table, stream).await)?
    }

    fn blocking_write_and_flush(
        &mut self,
        stream: Resource<DynOutputStream>,
        bytes: Vec<u8>,
    ) -> StreamResult<()> {
        self.park_stream(async |table| Output::blocking_write_and_flush(table, stream, bytes).await)
    }

    fn blocking_write_zeroes_and_flush(
        &mut self,
        stream: Resource<DynOutputStream>,
        len: u64,
    ) -> StreamResult<()> {
        self.park_stream(async |table| {
            Output::blocking_write_zeroes_and_flush(table, stream, len).await
        })
    }

    fn blocking_flush(&mut self, stream: Resource<DynOutputStream>) -> StreamResult<()> {
        self.park_stream(async |table| Output::blocking_flush(table, stream).await)
    }

    fn blocking_splice(
        &mut self,
        target: Resource<DynOutputStream>,
        source: Resource<DynInputStream>,
        len: u64,
    ) -> StreamResult<u64> {
        self.park_stream(async |table| Output::blocking_splice(table, target, source, len).await)
    }
}

impl streams::HostInputStream for Io<'_> {
    input_without_waiting!();

    fn drop(&mut self, stream: Resource<DynInputStream>) -> Result<()> {
        self.park(async |table| Input::drop(table, stream).await)?
    }

    fn blocking_read(
        &mut self,
        stream: Resource<DynInputStream>,
        len: u64,
    ) -> StreamResult<Vec<u8>> {
        self.park_stream(async |table| Input::blocking_read(table, stream, len).await)
    }

    fn blocking_skip(&mut self, stream: Resource<DynInputStream>, len: u64) -> StreamResult<u64> {
        self.park_stream(async |table| Input::blocking_skip(table, stream, len).await)
    }
}
