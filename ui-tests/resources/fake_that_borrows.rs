use shop::{Basket, BasketResource};

#[fidius::host(wit = "shop.wit")]
pub struct Shop;

struct Mine<'a>(&'a str);

impl BasketResource for Mine<'_> {
    fn add(&self, thing: &str) -> Result<u32, fidius::Error> {
        println!("{thing}{}", self.0);
        Ok(1)
    }

    fn clear(&self) -> Result<(), fidius::CallError<String>> {
        Ok(())
    }
}

fn main() {
    let _ = Basket::new(Mine(&String::from("!")));
}
