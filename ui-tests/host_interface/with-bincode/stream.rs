pub struct Stream<T>(T);

#[fidius::host_interface(version = 1)]
pub trait Clock {
    fn ticks(&self) -> Stream<u64>;
    fn follow(&self, ticks: Stream<u64>);
}

fn main() {}
