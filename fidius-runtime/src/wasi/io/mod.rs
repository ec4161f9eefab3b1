//! `wasi:io`: where a guest waits. The library's implementation is async; what differs is who waits for its futures.

mod asynchronous;
mod blocking;

use wasmtime::component::ResourceTable;

use crate::instances::StoreData;

/// A guest's streams and pollables. It implements the traits of both modes.
pub(super) struct Io<'a>(&'a mut StoreData);

impl<'a> Io<'a> {
    pub(super) fn new(data: &'a mut StoreData) -> Self {
        Self(data)
    }

    fn table(&mut self) -> &mut ResourceTable {
        self.0.wasi().view().table
    }
}

/// The methods of an output stream that never wait: the same for both modes, whose traits are two.
macro_rules! output_without_waiting {
    () => {
        fn check_write(&mut self, stream: Resource<DynOutputStream>) -> StreamResult<u64> {
            Output::check_write(self.table(), stream)
        }

        fn write(&mut self, stream: Resource<DynOutputStream>, bytes: Vec<u8>) -> StreamResult<()> {
            Output::write(self.table(), stream, bytes)
        }

        fn subscribe(
            &mut self,
            stream: Resource<DynOutputStream>,
        ) -> Result<Resource<DynPollable>> {
            Output::subscribe(self.table(), stream)
        }

        fn write_zeroes(
            &mut self,
            stream: Resource<DynOutputStream>,
            len: u64,
        ) -> StreamResult<()> {
            Output::write_zeroes(self.table(), stream, len)
        }

        fn flush(&mut self, stream: Resource<DynOutputStream>) -> StreamResult<()> {
            Output::flush(self.table(), stream)
        }

        fn splice(
            &mut self,
            target: Resource<DynOutputStream>,
            source: Resource<DynInputStream>,
            len: u64,
        ) -> StreamResult<u64> {
            Output::splice(self.table(), target, source, len)
        }
    };
}

/// The same of an input stream.
macro_rules! input_without_waiting {
    () => {
        fn read(&mut self, stream: Resource<DynInputStream>, len: u64) -> StreamResult<Vec<u8>> {
            Input::read(self.table(), stream, len)
        }

        fn skip(&mut self, stream: Resource<DynInputStream>, len: u64) -> StreamResult<u64> {
            Input::skip(self.table(), stream, len)
        }

        fn subscribe(&mut self, stream: Resource<DynInputStream>) -> Result<Resource<DynPollable>> {
            Input::subscribe(self.table(), stream)
        }
    };
}

use {input_without_waiting, output_without_waiting};
