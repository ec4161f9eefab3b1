use shop::Order;

#[fidius::host(wit = "shop.wit")]
pub struct Shop;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let shop = Shop::load("shop.wasm")?;
    let one = Order { basket: shop.new_basket(3)?, note: String::new() };
    let two = Order { basket: shop.new_basket(3)?, note: String::new() };
    println!("{}", one == two);
    Ok(())
}
