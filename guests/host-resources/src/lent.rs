//! The interface `lent`, by hand: what wit-bindgen writes for an exported function that takes a list of lent imported
//! resources doesn't compile, because it has one variable for all of them.

use crate::fidius::host_resources::files::{self, File};

/// Says that the component exports the interface. The build script writes it.
#[unsafe(link_section = "component-type:lent")]
#[used]
static WORLD: [u8; include_bytes!(concat!(env!("OUT_DIR"), "/lent")).len()] =
    *include_bytes!(concat!(env!("OUT_DIR"), "/lent"));

#[unsafe(export_name = "fidius:host-resources/lent@0.1.0#total")]
unsafe extern "C" fn total(handles: *mut u32, len: usize) -> u64 {
    let lent = unsafe { files(handles, len) };
    files::total(&lent.iter().collect::<Vec<_>>())
}

#[unsafe(export_name = "fidius:host-resources/lent@0.1.0#peek-all")]
unsafe extern "C" fn peek_all(handles: *mut u32, len: usize) -> u64 {
    let lent = unsafe { files(handles, len) };
    lent.iter().map(File::size).sum()
}

/// The list in the host's words becomes ours, as the canonical ABI has it. A lent handle is given back when it is dropped.
unsafe fn files(handles: *mut u32, len: usize) -> Vec<File> {
    let handles = unsafe { Vec::from_raw_parts(handles, len, len) };
    handles
        .into_iter()
        .map(|handle| unsafe { File::from_handle(handle) })
        .collect()
}
