#[fidius::host(wit = "shop.wit")]
pub struct Shop;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let shop = Shop::load("shop.wasm")?;
    let (a, b) = (shop.new_basket(1)?, shop.new_basket(2)?);
    let both = a.unite(b)?;
    println!("{}", both.add("apples")?);
    Ok(())
}
