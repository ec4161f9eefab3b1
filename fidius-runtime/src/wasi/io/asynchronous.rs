//! `wasi:io` for async calls: whoever polls the call polls the library's future, inside of [`background`], so that the
//! guest's clocks and sockets work on every executor. The limit on time is around the whole call.
//!
//! [`background`]: crate::background

use wasmtime::Result;
use wasmtime::component::Resource;
use wasmtime_wasi::p2::bindings::io::{poll, streams};
use wasmtime_wasi::p2::{DynInputStream, DynOutputStream, DynPollable, StreamError, StreamResult};

use super::{Io, input_without_waiting, output_without_waiting};
use crate::background::Inside;

use poll::HostPollable as Pollables;
use streams::{HostInputStream as Input, HostOutputStream as Output};

async fn wait<T>(future: impl Future<Output = Result<T>>) -> Result<T> {
    Inside::new(future).await?
}

async fn wait_stream<T>(future: impl Future<Output = StreamResult<T>>) -> StreamResult<T> {
    Inside::new(future).await.map_err(StreamError::Trap)?
}

impl poll::Host for Io<'_> {
    async fn poll(&mut self, pollables: Vec<Resource<DynPollable>>) -> Result<Vec<u32>> {
        wait(poll::Host::poll(self.table(), pollables)).await
    }
}

impl poll::HostPollable for Io<'_> {
    async fn ready(&mut self, pollable: Resource<DynPollable>) -> Result<bool> {
        wait(Pollables::ready(self.table(), pollable)).await
    }

    async fn block(&mut self, pollable: Resource<DynPollable>) -> Result<()> {
        wait(Pollables::block(self.table(), pollable)).await
    }

    fn drop(&mut self, pollable: Resource<DynPollable>) -> Result<()> {
        Pollables::drop(self.table(), pollable)
    }
}

impl streams::Host for Io<'_> {
    fn convert_stream_error(&mut self, error: StreamError) -> Result<streams::StreamError> {
        streams::Host::convert_stream_error(self.table(), error)
    }
}

impl streams::HostOutputStream for Io<'_> {
    output_without_waiting!();

    async fn drop(&mut self, stream: Resource<DynOutputStream>) -> Result<()> {
        wait(Output::drop(self.table(), stream)).await
    }

    async fn blocking_write_and_flush(
        &mut self,
        stream: Resource<DynOutputStream>,
        bytes: Vec<u8>,
    ) -> StreamResult<()> {
        wait_stream(Output::blocking_write_and_flush(
            self.table(),
            stream,
            bytes,
        ))
        .await
    }

    async fn blocking_write_zeroes_and_flush(
        &mut self,
        stream: Resource<DynOutputStream>,
        len: u64,
    ) -> StreamResult<()> {
        wait_stream(Output::blocking_write_zeroes_and_flush(
            self.table(),
            stream,
            len,
        ))
        .await
    }

    async fn blocking_flush(&mut self, stream: Resource<DynOutputStream>) -> StreamResult<()> {
        wait_stream(Output::blocking_flush(self.table(), stream)).await
    }

    async fn blocking_splice(
        &mut self,
        target: Resource<DynOutputStream>,
        source: Resource<DynInputStream>,
        len: u64,
    ) -> StreamResult<u64> {
        wait_stream(Output::blocking_splice(self.table(), target, source, len)).await
    }
}

impl streams::HostInputStream for Io<'_> {
    input_without_waiting!();

    async fn drop(&mut self, stream: Resource<DynInputStream>) -> Result<()> {
        wait(Input::drop(self.table(), stream)).await
    }

    async fn blocking_read(
        &mut self,
        stream: Resource<DynInputStream>,
        len: u64,
    ) -> StreamResult<Vec<u8>> {
        wait_stream(Input::blocking_read(self.table(), stream, len)).await
    }

    async fn blocking_skip(
        &mut self,
        stream: Resource<DynInputStream>,
        len: u64,
    ) -> StreamResult<u64> {
        wait_stream(Input::blocking_skip(self.table(), stream, len)).await
    }
}
