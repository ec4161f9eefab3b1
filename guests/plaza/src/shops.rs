//! Two shops, one of them in two versions: each sells 12 apples at 30 cents, 5 pears at 45 and 1 melon at 250.

use std::cell::{Cell, RefCell};

use crate::Plaza;
use crate::exports::shop::one1_0_0::audit::{Entry, Guest as _, Severity};
use crate::exports::shop::{one1_0_0, one2_0_0, two};
use crate::shop::goods::goods::Item;

const SHELF: [(&str, u32, u32); 3] = [("apple", 12, 30), ("pear", 5, 45), ("melon", 1, 250)];

thread_local! {
    static LEDGER: RefCell<Vec<Entry>> = const { RefCell::new(Vec::new()) };
    static SOLD: [Cell<u32>; SHELF.len()] = Default::default();
}

fn position(name: &str) -> Option<usize> {
    SHELF.iter().position(|(known, ..)| *known == name)
}

fn left(position: usize) -> u32 {
    SHELF[position].1 - SOLD.with(|sold| sold[position].get())
}

fn item(position: usize) -> Item {
    let (name, _, price) = SHELF[position];
    Item {
        name: name.to_owned(),
        price,
    }
}

#[derive(Default)]
pub struct Basket(RefCell<Vec<Item>>);

impl Basket {
    fn cost(&self) -> u32 {
        self.0.borrow().iter().map(|item| item.price).sum()
    }
}

impl one1_0_0::store::GuestBasket for Basket {
    fn new() -> Self {
        Self::default()
    }

    fn put(&self, item: Item) -> u32 {
        self.0.borrow_mut().push(item);
        self.cost()
    }

    fn items(&self) -> Vec<Item> {
        self.0.borrow().clone()
    }
}

impl one1_0_0::store::Guest for Plaza {
    type Basket = Basket;

    fn stock(name: String) -> u32 {
        position(&name).map_or(0, left)
    }

    fn find(name: String) -> Option<Item> {
        position(&name).map(item)
    }

    fn pay(basket: one1_0_0::store::Basket) -> u32 {
        let cost = basket.get::<Basket>().cost();
        let entry = Entry {
            what: format!("paid {cost}"),
            severity: if cost < 1000 {
                Severity::Minor
            } else {
                Severity::Major
            },
        };
        Self::note(entry.clone());
        LEDGER.with_borrow_mut(|ledger| ledger.push(entry));
        cost
    }

    fn ledger() -> Vec<Entry> {
        LEDGER.with_borrow(Clone::clone)
    }
}

impl one2_0_0::store::Guest for Plaza {
    fn stock(name: String) -> Result<u32, one2_0_0::store::Refusal> {
        let position = position(&name).ok_or(one2_0_0::store::Refusal::Unknown)?;
        Ok(left(position))
    }

    fn order(name: String, amount: u32) -> Result<Vec<Item>, one2_0_0::store::Refusal> {
        let position = position(&name).ok_or(one2_0_0::store::Refusal::Unknown)?;
        let left = left(position);
        if amount > left {
            return Err(one2_0_0::store::Refusal::TooFew(left));
        }
        SOLD.with(|sold| sold[position].update(|sold| sold + amount));
        Ok(vec![item(position); amount as usize])
    }
}

pub struct Weight(u32);

impl two::store::GuestBasket for Weight {
    fn new(grams: u32) -> Self {
        Self(grams)
    }

    fn weight(&self) -> u32 {
        self.0
    }
}

impl two::store::Guest for Plaza {
    type Basket = Weight;

    fn price(name: String) -> Result<u32, String> {
        let position = position(&name).ok_or_else(|| format!("there is no {name}"))?;
        Ok(SHELF[position].2)
    }

    fn heap(baskets: Vec<two::store::Basket>) -> two::store::Basket {
        let grams = baskets.iter().map(|basket| basket.get::<Weight>().0).sum();
        two::store::Basket::new(Weight(grams))
    }
}
