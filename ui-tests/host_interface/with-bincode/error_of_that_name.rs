pub struct PluginError;

#[fidius::host_interface(version = 1)]
pub trait Clock {
    fn lookup(&self, key: String) -> Result<String, PluginError>;
}

fn main() {}
