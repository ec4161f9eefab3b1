use shop::{Basket, Till};

#[fidius::host(wit = "shop.wit")]
pub struct Shop;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let shop = Shop::load("shop.wasm")?;
    shop.pay(Basket::new(Till::new(())))?;
    Ok(())
}
