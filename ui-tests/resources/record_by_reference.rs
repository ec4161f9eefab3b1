use shop::Order;

#[fidius::host(wit = "shop.wit")]
pub struct Shop;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let shop = Shop::load("shop.wasm")?;
    let order = Order { basket: shop.new_basket(3)?, note: String::from("soon") };
    shop.place(&order)?;
    Ok(())
}
