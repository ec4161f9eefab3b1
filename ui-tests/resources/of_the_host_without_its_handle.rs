use reader::files::{FileResource, Files};

#[fidius::host(wit = "files.wit")]
pub struct Reader;

struct Text(String);

impl FileResource for Text {
    fn size(&self) -> Result<u64, fidius::Error> {
        Ok(self.0.len() as u64)
    }

    fn read(&self, _: u64, _: u32) -> Result<Vec<u8>, fidius::CallError<String>> {
        Ok(self.0.clone().into())
    }
}

struct Disk;

impl Files for Disk {
    fn open(&self, path: &str) -> Result<Text, fidius::Error> {
        Ok(Text(path.to_owned()))
    }
}

fn main() {
    let _ = Reader::load("reader.wasm", Disk);
}
