use reader::files::{File, FileResource, Files};

#[fidius::host(wit = "files.wit")]
pub struct Reader;

struct Text(String);

impl FileResource for Text {
    fn size(&self) -> Result<u64, fidius::Error> {
        Ok(self.0.len() as u64)
    }
}

struct Disk;

impl Files for Disk {
    fn open(&self, path: &str) -> Result<File, fidius::Error> {
        Ok(File::new(Text(path.to_owned())))
    }
}

fn main() {
    let _ = Reader::load("reader.wasm", Disk);
}
