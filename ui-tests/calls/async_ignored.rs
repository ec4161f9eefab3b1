#![deny(unused_must_use)]

#[fidius::host(wit = "calls.wit", async)]
pub struct Calls;

async fn add(plugin: &Calls) {
    plugin.add(1, 2);
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let plugin = Calls::load("calls.wasm")?;
    drop(add(&plugin));
    Ok(())
}
