use shop::{Basket, BasketResource};

#[fidius::host(wit = "shop.wit")]
pub struct Shop;

struct Mine;

impl BasketResource for Mine {
    fn add(&self, thing: &str) -> Result<u32, fidius::Error> {
        println!("{thing}");
        Ok(1)
    }

    fn clear(&self) -> Result<(), fidius::Error> {
        Ok(())
    }
}

fn main() {
    let _ = Basket::new(Mine);
}
