use shop::Pair;

#[fidius::host(wit = "shop.wit")]
pub struct Shop;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let shop = Shop::load("shop.wasm")?;
    let pair = Pair { left: shop.new_basket(1)?, right: shop.new_basket(2)? };
    shop.compare(&pair)?;
    Ok(())
}
