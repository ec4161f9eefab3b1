use shop::Basket;

#[fidius::host(wit = "shop.wit")]
pub struct Shop;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let shop = Shop::load("shop.wasm")?;
    let basket = Basket::new(3);
    shop.pay(basket)?;
    Ok(())
}
