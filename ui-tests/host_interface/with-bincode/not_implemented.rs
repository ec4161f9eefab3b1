#[fidius::host_interface(version = 1)]
pub trait Clock {
    fn now(&self) -> u64;
}

trait Watch {
    fn now(&self) -> u64;
}

struct Host;

impl Watch for Host {
    fn now(&self) -> u64 {
        0
    }
}

struct Local(std::rc::Rc<u64>);

impl Clock for Local {
    fn now(&self) -> u64 {
        *self.0
    }
}

fn give<I: ?Sized>(_: impl fidius::HostInterface<I>) {}

fn gives(local: Local) {
    give::<dyn Clock>(Host);
    give::<dyn Watch>(Host);
    give::<dyn Clock>(local);
}

fn main() {}
