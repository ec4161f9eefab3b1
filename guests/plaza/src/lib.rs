//! A guest whose world has a bit of everything.

wit_bindgen::generate!({
    path: "../../wit/plaza",
    world: "shop:plaza/plaza",
    features: ["fancy"],
    generate_all,
});

mod audit;
mod shops;

use std::cell::RefCell;

use exports::desk::{self, Answer, Certainty};
use exports::shop::plaza::{fireworks, notices};

thread_local! {
    static NOTICES: RefCell<Vec<String>> = const { RefCell::new(Vec::new()) };
}

struct Plaza;

impl Guest for Plaza {
    fn welcome(name: String) -> String {
        format!("Welcome, {name}!")
    }

    fn open() -> Vec<Purpose> {
        vec![Purpose::Food, Purpose::Drink]
    }

    fn count(visits: Vec<Visit>) -> Result<u32, Confusion> {
        if visits.is_empty() {
            return Err(Confusion::Nobody);
        }
        visits
            .iter()
            .try_fold(0_u32, |sum, visit| sum.checked_add(visit.minutes))
            .ok_or(Confusion::TooLong)
    }

    fn longest(visits: Vec<Visit>) -> Option<Visit> {
        visits.into_iter().reduce(|longest, visit| {
            if visit.minutes > longest.minutes {
                visit
            } else {
                longest
            }
        })
    }
}

impl desk::Guest for Plaza {
    fn ask(question: String) -> Answer {
        let (text, certainty) = match question.as_str() {
            "What is there?" => {
                let words: Vec<_> = Self::open().into_iter().map(translate).collect();
                (words.join(" and "), Certainty::Known)
            }
            _ => ("Perhaps.".to_owned(), Certainty::Guessed),
        };
        Answer { text, certainty }
    }
}

impl notices::Guest for Plaza {
    fn post(text: String) -> u32 {
        NOTICES.with_borrow_mut(|notices| {
            notices.push(text);
            notices.len() as u32
        })
    }

    fn shout(text: String) -> u32 {
        Self::post(text.to_uppercase())
    }

    fn read(number: u32) -> Option<String> {
        let index = number.checked_sub(1)? as usize;
        NOTICES.with_borrow(|notices| notices.get(index).cloned())
    }

    fn sparkle(text: String) -> u32 {
        Self::post(format!("* {text} *"))
    }
}

impl fireworks::Guest for Plaza {
    fn launch(rockets: u8) -> String {
        "*".repeat(rockets.into())
    }
}

export!(Plaza);
