use shop::{Basket, BasketResource};

#[fidius::host(wit = "shop.wit")]
pub struct Shop;

struct Mine(std::cell::Cell<usize>);

impl BasketResource for Mine {
    fn add(&self, thing: &str) -> Result<u32, fidius::Error> {
        self.0.set(thing.len());
        Ok(1)
    }

    fn clear(&self) -> Result<(), fidius::CallError<String>> {
        Ok(())
    }
}

fn main() {
    let _ = Basket::new(Mine(Default::default()));
}
