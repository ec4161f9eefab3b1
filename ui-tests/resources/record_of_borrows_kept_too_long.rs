use shop::Pair;

#[fidius::host(wit = "shop.wit")]
pub struct Shop;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let shop = Shop::load("shop.wasm")?;
    let left = shop.new_basket(1)?;
    let pair = {
        let right = shop.new_basket(2)?;
        Pair { left: &left, right: &right }
    };
    shop.compare(&pair)?;
    Ok(())
}
