//! The sections of a component, not of what is nested in it.

use wasmparser::BinaryReader;

/// A section, without its id and its size.
pub(crate) struct Section<'a> {
    pub(crate) is_custom: bool,
    pub(crate) content: &'a [u8],
}

/// The sections of these bytes, which begin as a component does. An error is the last item.
pub(crate) fn sections(
    component: &[u8],
) -> impl Iterator<Item = Result<Section<'_>, wasmparser::Error>> {
    const PREAMBLE: usize = 8;
    let mut reader = BinaryReader::new(component.get(PREAMBLE..).unwrap_or_default(), PREAMBLE);
    let mut is_done = false;
    std::iter::from_fn(move || {
        if is_done || reader.eof() {
            return None;
        }
        let section = section(&mut reader);
        is_done = section.is_err();
        Some(section)
    })
}

fn section<'a>(reader: &mut BinaryReader<'a>) -> Result<Section<'a>, wasmparser::Error> {
    let id = reader.read_u8()?;
    let size = reader.read_var_u32()?;
    Ok(Section {
        is_custom: id == 0,
        content: reader.read_bytes(size as usize)?,
    })
}
