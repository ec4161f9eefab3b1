use shop::Basket;

#[fidius::host(wit = "shop.wit")]
pub struct Shop;

struct Mine;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let shop = Shop::load("shop.wasm")?;
    shop.pay(Basket::new_async(Mine))?;
    Ok(())
}
