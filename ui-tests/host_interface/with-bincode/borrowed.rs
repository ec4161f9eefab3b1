#[fidius::host_interface(version = 1)]
pub trait Clock {
    fn lookup(&self, key: &str, bytes: &[u8], deep: Option<(u8, &String)>) -> u64;
    fn name(&self) -> &'static str;
    fn home(&self) -> Result<&str, fidius::PluginError>;
}

fn main() {}
