#[fidius::host_interface(version = 1)]
pub trait Clock<T> {
    fn now(&self) -> u64;
}

#[fidius::host_interface(version = 1)]
pub trait Watch
where
    Self: Send,
{
    fn now<T>(&self, at: T) -> u64;
    fn later<'a>(&self) -> u64;
    fn never(&self) -> u64
    where
        Self: Sized;
    fn some(&self, of: impl Copy) -> impl Copy;
}

fn main() {}
