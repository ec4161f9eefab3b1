use shop::Pair;

#[fidius::host(wit = "shop.wit")]
pub struct Shop;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let shop = Shop::load("shop.wasm")?;
    let basket = shop.new_basket(1)?;
    let pair = Pair { left: &basket, right: &basket };
    shop.pay(basket)?;
    shop.compare(&pair)?;
    Ok(())
}
