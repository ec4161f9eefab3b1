#[fidius::host_interface(version = 1)]
pub unsafe trait Clock {
    async fn now(&self) -> u64;
    unsafe fn stop(&self);
    extern "C" fn go(&self);
    #[cfg(unix)]
    fn uptime(&self) -> u64;
}

fn main() {}
