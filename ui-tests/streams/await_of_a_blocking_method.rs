#[fidius::host(wit = "pipes.wit")]
pub struct Pipes;

async fn wait(pipes: &Pipes) -> Result<u32, fidius::Error> {
    pipes.wait(10).await
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let pipes = Pipes::load("pipes.wasm")?;
    drop(wait(&pipes));
    Ok(())
}
