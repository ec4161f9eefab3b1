use shop::Pair;

#[fidius::host(wit = "shop.wit")]
pub struct Shop;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let shop = Shop::load("shop.wasm")?;
    let basket = shop.new_basket(3)?;
    shop.compare(Pair { left: &basket, right: &basket })?;
    Ok(())
}
