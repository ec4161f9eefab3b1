#[fidius::host_interface(version = 1)]
pub trait Clock {
    fn lookup(&self, key: String) -> Result<String, std::io::Error>;
    fn find(&self, key: String) -> Result<String, String>;
}

fn main() {}
