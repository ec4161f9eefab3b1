#![deny(unused_must_use)]

#[fidius::host(wit = "pipes.wit", async)]
pub struct Pipes;

async fn wait(pipes: &Pipes) {
    pipes.wait(10);
    pipes.total([1, 2]);
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let pipes = Pipes::load("pipes.wasm")?;
    drop(wait(&pipes));
    Ok(())
}
