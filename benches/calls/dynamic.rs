//! fidius, with a component of which nothing is known before it is loaded.

use std::fmt;
use std::hint::black_box;

use fidius::{Dynamic, Selector, Source, Value};
use serde::de::{DeserializeOwned, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::calls::{Timed, Work, time};

type Function = Selector<'static>;

/// A component that is loaded. Each of the calls has an instance that is held, and arguments that are made once.
pub struct Plugin(Dynamic);

impl Plugin {
    pub fn load<'a>(source: impl Into<Source<'a>>) -> Self {
        Self(Dynamic::load(source).expect("the component is supported"))
    }

    /// With a function that is raw.
    pub fn load_raw<'a>(source: impl Into<Source<'a>>, function: &str) -> Self {
        let plugin = Dynamic::builder().raw([function]).load(source);
        Self(plugin.expect("the function is one of bytes"))
    }

    /// The function by its number.
    pub fn number(&self, name: &str) -> Function {
        let method = self.0.method(name);
        Selector::Index(method.expect("the component has the function").index())
    }

    fn session(&self) -> Dynamic {
        self.0.session().expect("there is room for one")
    }

    pub fn values(&self, function: Function, arguments: Vec<Value>) -> Timed {
        let session = self.session();
        Box::new(move |count| {
            time(count, || {
                session
                    .call_values(function, black_box(&arguments))
                    .expect("the guest answers")
            })
        })
    }

    pub fn raw(&self, function: Function, bytes: usize) -> Timed {
        let (session, bytes) = (self.session(), vec![7; bytes]);
        Box::new(move |count| {
            time(count, || {
                session
                    .call_raw(function, black_box(&bytes))
                    .expect("the guest answers")
            })
        })
    }

    /// With Rust values, and an answer of type `R`.
    pub fn serde<A, R>(&self, function: Function, arguments: A) -> Timed
    where
        A: Serialize + Send + 'static,
        R: DeserializeOwned,
    {
        let session = self.session();
        Box::new(move |count| {
            time(count, || {
                session
                    .call::<_, R>(function, black_box(&arguments))
                    .expect("the guest answers")
            })
        })
    }

    /// With Rust values as a program has them for the work.
    pub fn rust(&self, work: Work) -> Timed {
        let function = self.number(work.function());
        match work {
            Work::Add => self.serde::<_, u32>(function, (20_u32, 22_u32)),
            Work::String(bytes) => self.serde::<_, String>(function, ("x".repeat(bytes),)),
            Work::Pairs(count) => {
                let pairs: Vec<Pair> = (0..count).map(Pair::new).collect();
                self.serde::<_, Vec<Pair>>(function, (pairs,))
            }
            Work::Bytes(bytes) => self.serde::<_, Bytes>(function, (Bytes::new(bytes),)),
        }
    }

    pub fn json(&self, work: Work) -> Timed {
        let function = self.number(work.function());
        let session = self.session();
        let text = match work {
            Work::Add => "[20, 22]".to_owned(),
            Work::String(bytes) => format!("[\"{}\"]", "x".repeat(bytes)),
            Work::Pairs(count) => {
                let pairs: Vec<Pair> = (0..count).map(Pair::new).collect();
                serde_json::to_string(&(pairs,)).expect("numbers can be JSON")
            }
            Work::Bytes(bytes) => {
                serde_json::to_string(&(vec![7; bytes],)).expect("numbers can be JSON")
            }
        };
        Box::new(move |count| {
            time(count, || {
                session
                    .call_json(function, black_box(&text))
                    .expect("the guest answers")
            })
        })
    }
}

pub fn values(work: Work) -> Vec<Value> {
    match work {
        Work::Add => vec![20_u32.into(), 22_u32.into()],
        Work::String(bytes) => vec!["x".repeat(bytes).into()],
        Work::Pairs(count) => {
            let pair = |i| {
                let (id, value) = (Value::U32(i as u32), Value::F64(i as f64));
                Value::record([("id", id), ("value", value)])
            };
            vec![Value::List((0..count).map(pair).collect())]
        }
        Work::Bytes(bytes) => vec![Value::Bytes(vec![7; bytes])],
    }
}

#[derive(Serialize, Deserialize)]
struct Pair {
    id: u32,
    value: f64,
}

impl Pair {
    fn new(i: usize) -> Self {
        Self {
            id: i as u32,
            value: i as f64,
        }
    }
}

/// What `serde_bytes` has for bytes.
pub struct Bytes(Vec<u8>);

impl Bytes {
    pub fn new(count: usize) -> Self {
        Self(vec![7; count])
    }
}

impl Serialize for Bytes {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_bytes(&self.0)
    }
}

impl<'de> Deserialize<'de> for Bytes {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct OfBytes;

        impl Visitor<'_> for OfBytes {
            type Value = Bytes;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("bytes")
            }

            fn visit_byte_buf<E>(self, bytes: Vec<u8>) -> Result<Bytes, E> {
                Ok(Bytes(bytes))
            }
        }

        deserializer.deserialize_byte_buf(OfBytes)
    }
}
