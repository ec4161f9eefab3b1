#![deny(unused_must_use)]

#[fidius::host(wit = "shop.wit")]
pub struct Shop;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let shop = Shop::load("shop.wasm")?;
    let basket = shop.new_basket(1)?;
    basket.add("apples");
    basket.clear();
    Ok(())
}
