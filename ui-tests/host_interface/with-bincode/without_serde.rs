pub struct Point;

#[fidius::host_interface(version = 1)]
pub trait Map {
    fn put(&self, at: Point);
    fn get(&self) -> Option<Point>;
    fn find(&self) -> Result<Point, fidius::PluginError>;
}

fn main() {}
