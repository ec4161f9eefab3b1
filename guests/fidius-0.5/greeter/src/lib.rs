//! A greeter with the macros of fidius 0.5: records, variants, errors and raw methods.

use std::{
    cmp::Reverse,
    collections::BTreeMap,
    sync::{Mutex, PoisonError},
};

use fidius::PluginError;
use fidius_macro::{WitType, plugin_impl, plugin_interface};
use serde::{Deserialize, Serialize};

/// How a visitor feels: a WIT `variant`, though no case has a payload.
#[derive(Clone, Debug, WitType, Serialize, Deserialize)]
pub enum Mood {
    Calm,
    InAHurry,
    Grumpy,
}

/// Who comes in.
#[derive(Clone, Debug, WitType, Serialize, Deserialize)]
pub struct Visitor {
    pub name: String,
    pub age: u8,
    pub room_number: Option<u32>,
    pub mood: Mood,
}

/// What a visitor brings: cases of each shape that 0.5 has.
#[derive(Clone, Debug, WitType, Serialize, Deserialize)]
pub enum Gift {
    Nothing,
    Flowers(u32),
    Wine { bottles: u16, vintage: i32 },
    From(Visitor),
}

/// What a visitor is told. `from` is a keyword of WIT.
#[derive(Clone, Debug, WitType, Serialize, Deserialize)]
pub struct Greeting {
    pub text: String,
    pub from: String,
    pub to: Visitor,
    pub gifts: Vec<Gift>,
}

#[plugin_interface(version = 1, buffer = PluginAllocated)]
pub trait Porter: Send + Sync {
    /// `Hello, world!` for the name `world`.
    fn greet(&self, name: String) -> String;
    /// The visitor and the gifts, with a text.
    fn welcome(&self, visitor: Visitor, gifts: Vec<Gift>) -> Greeting;
    /// Oldest first; those of one age stay in order.
    fn by_age(&self, visitors: Vec<Visitor>) -> Vec<Visitor>;
    /// The first one of this name.
    fn find(&self, name: String, visitors: Vec<Visitor>) -> Option<Visitor>;
    /// One step better: grumpy, in a hurry, calm.
    fn cheer_up(&self, mood: Mood) -> Mood;
    /// The gift, once more.
    fn twice(&self, gift: Gift) -> Gift;
    /// How often each name is there.
    fn count(&self, names: Vec<String>) -> BTreeMap<String, u32>;
    /// The sum of the counts.
    fn total(&self, counts: BTreeMap<String, u32>) -> u64;
    /// The pair, the other way round.
    fn swap(&self, pair: (u32, String)) -> (String, u32);
    /// The room of a visitor. `stranger` is an error without details, `thief` one with details.
    fn admit(&self, name: String) -> Result<u32, PluginError>;
    /// An error for `stranger` and `thief`, as for `admit`, and else nothing.
    fn announce(&self, name: String) -> Result<(), PluginError>;
    /// Keeps a text, and writes it to stderr.
    fn note(&self, text: String);
    /// The text kept in this instance.
    fn last_note(&self) -> Option<String>;
    /// The bytes, last first. Raw.
    #[wire(raw)]
    fn reverse(&self, data: Vec<u8>) -> Vec<u8>;
    /// Pairs of a count and a byte, spelled out. Raw, and an error where half a pair is left.
    #[wire(raw)]
    fn unpack(&self, data: Vec<u8>) -> Result<Vec<u8>, PluginError>;
    /// The bytes with ASCII letters in upper case: the signature of a raw method, but not one.
    fn shout(&self, data: Vec<u8>) -> Vec<u8>;
    /// Panics with the message.
    fn panic(&self, message: String);
}

pub struct FrontDoor;

static LAST_NOTE: Mutex<Option<String>> = Mutex::new(None);

#[plugin_impl(Porter)]
impl Porter for FrontDoor {
    fn greet(&self, name: String) -> String {
        format!("Hello, {name}!")
    }

    fn welcome(&self, visitor: Visitor, gifts: Vec<Gift>) -> Greeting {
        let text = match (&visitor.mood, visitor.room_number) {
            (Mood::Grumpy, _) => format!("Good day, {}.", visitor.name),
            (_, Some(room)) => format!("Welcome back to room {room}, {}!", visitor.name),
            (_, None) => format!("Welcome, {}!", visitor.name),
        };
        Greeting {
            text,
            from: "the porter".to_owned(),
            to: visitor,
            gifts,
        }
    }

    fn by_age(&self, mut visitors: Vec<Visitor>) -> Vec<Visitor> {
        visitors.sort_by_key(|visitor| Reverse(visitor.age));
        visitors
    }

    fn find(&self, name: String, visitors: Vec<Visitor>) -> Option<Visitor> {
        visitors.into_iter().find(|visitor| visitor.name == name)
    }

    fn cheer_up(&self, mood: Mood) -> Mood {
        match mood {
            Mood::Grumpy => Mood::InAHurry,
            Mood::InAHurry | Mood::Calm => Mood::Calm,
        }
    }

    fn twice(&self, gift: Gift) -> Gift {
        match gift {
            Gift::Nothing => Gift::Nothing,
            Gift::Flowers(count) => Gift::Flowers(count.saturating_mul(2)),
            Gift::Wine { bottles, vintage } => Gift::Wine {
                bottles: bottles.saturating_mul(2),
                vintage,
            },
            Gift::From(visitor) => Gift::From(Visitor {
                name: format!("{0} and {0}", visitor.name),
                ..visitor
            }),
        }
    }

    fn count(&self, names: Vec<String>) -> BTreeMap<String, u32> {
        let mut counts = BTreeMap::new();
        for name in names {
            *counts.entry(name).or_default() += 1;
        }
        counts
    }

    fn total(&self, counts: BTreeMap<String, u32>) -> u64 {
        counts.into_values().map(u64::from).sum()
    }

    fn swap(&self, pair: (u32, String)) -> (String, u32) {
        (pair.1, pair.0)
    }

    fn admit(&self, name: String) -> Result<u32, PluginError> {
        room_of(&name)
    }

    fn announce(&self, name: String) -> Result<(), PluginError> {
        room_of(&name).map(|_| ())
    }

    fn note(&self, text: String) {
        eprintln!("note: {text}");
        *LAST_NOTE.lock().unwrap_or_else(PoisonError::into_inner) = Some(text);
    }

    fn last_note(&self) -> Option<String> {
        LAST_NOTE
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .clone()
    }

    #[wire(raw)]
    fn reverse(&self, mut data: Vec<u8>) -> Vec<u8> {
        data.reverse();
        data
    }

    #[wire(raw)]
    fn unpack(&self, data: Vec<u8>) -> Result<Vec<u8>, PluginError> {
        let (pairs, rest) = data.as_chunks();
        if !rest.is_empty() {
            let details = serde_json::json!({ "length": data.len() });
            return Err(PluginError::with_details(
                "HALF_A_PAIR",
                "the last count has no byte",
                details,
            ));
        }
        let run = |&[count, byte]: &[u8; 2]| std::iter::repeat_n(byte, count.into());
        Ok(pairs.iter().flat_map(run).collect())
    }

    fn shout(&self, data: Vec<u8>) -> Vec<u8> {
        data.to_ascii_uppercase()
    }

    fn panic(&self, message: String) {
        panic!("{message}")
    }
}

/// The length of the name, as good a room as any.
fn room_of(name: &str) -> Result<u32, PluginError> {
    match name {
        "stranger" => Err(PluginError::new("UNKNOWN", "nobody knows stranger")),
        "thief" => Err(PluginError::with_details(
            "BARRED",
            "thief may not come in",
            serde_json::json!({ "by": "the police", "since": 1987 }),
        )),
        _ => Ok(name.len() as u32),
    }
}
