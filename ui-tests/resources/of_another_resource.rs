#[fidius::host(wit = "shop.wit")]
pub struct Shop;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let shop = Shop::load("shop.wasm")?;
    let till = shop.open()?;
    shop.peek(&till)?;
    Ok(())
}
