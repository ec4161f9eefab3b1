#[fidius::host(wit = "shop.wit")]
pub struct Shop;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let shop = Shop::load("shop.wasm")?;
    let basket = shop.new_basket(3)?;
    let lent = &basket;
    shop.pay(*lent)?;
    Ok(())
}
