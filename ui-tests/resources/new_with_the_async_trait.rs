use shop::{Basket, BasketResourceAsync};

#[fidius::host(wit = "shop.wit")]
pub struct Shop;

struct Mine;

impl BasketResourceAsync for Mine {
    async fn add(&self, _: &str) -> Result<u32, fidius::Error> {
        Ok(1)
    }

    async fn clear(&self) -> Result<(), fidius::CallError<String>> {
        Ok(())
    }
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let shop = Shop::load("shop.wasm")?;
    shop.pay(Basket::new(Mine))?;
    Ok(())
}
