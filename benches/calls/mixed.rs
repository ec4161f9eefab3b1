//! A function that has bytes beside other parameters, and answers all of them.

use std::hint::black_box;

use fidius::Value;
use wasmtime::component::Val;

use crate::calls::{Timed, time};
use crate::dynamic::{Bytes, Plugin};
use crate::tuned::{Held, Linked};
use crate::val;

#[fidius::host(inline = "
    package fidius:mixed@0.1.0;

    interface mixed {
        echo: func(name: string, data: list<u8>, n: u32) -> tuple<string, list<u8>, u32>;
    }
")]
struct Mixed;

/// One component, loaded by each contestant.
pub struct Guest {
    typed: Mixed,
    dynamic: Plugin,
    tuned: Linked,
}

impl Guest {
    pub fn new() -> Self {
        let component = wat::parse_str(include_str!("mixed.wat")).expect("the text is right");
        Self {
            typed: Mixed::load(&component).expect("the guest fits"),
            dynamic: Plugin::load(&component),
            tuned: Linked::load(&component, true).expect("the component is supported"),
        }
    }

    pub fn values(&self, bytes: usize) -> Timed {
        let data = Value::Bytes(vec![7; bytes]);
        let arguments = vec!["name".into(), data, 7_u32.into()];
        self.dynamic.values(self.dynamic.number("echo"), arguments)
    }

    pub fn rust(&self, bytes: usize) -> Timed {
        let arguments = ("name", Bytes::new(bytes), 7);
        self.dynamic
            .serde::<_, (String, Bytes, u32)>(self.dynamic.number("echo"), arguments)
    }

    pub fn val(&self, bytes: usize) -> Timed {
        let name = Val::String("name".to_owned());
        let arguments = vec![name, val::bytes(bytes), Val::U32(7)];
        val::timed(self.held(), arguments)
    }

    pub fn typed(&self, bytes: usize) -> Timed {
        let session = self.typed.plugin().session();
        let session = session.expect("there is room for one");
        let data = vec![7; bytes];
        Box::new(move |count| {
            time(count, || {
                let (name, data, n) = black_box(("name", &*data, 7));
                session.echo(name, data, n).expect("the guest answers")
            })
        })
    }

    /// wasmtime by hand.
    pub fn tuned(&self, bytes: usize) -> Timed {
        type Answer = ((String, Vec<u8>, u32),);

        let mut held = self.held();
        // The types are checked here, and not in each call.
        let function = held
            .function
            .typed::<(&str, &[u8], u32), Answer>(&held.store);
        let function = function.expect("the function has these types");
        let data = vec![7; bytes];
        Box::new(move |count| {
            time(count, || {
                held.begin();
                let arguments = black_box(("name", &*data, 7));
                function
                    .call(&mut held.store, arguments)
                    .expect("the guest answers")
            })
        })
    }

    fn held(&self) -> Held {
        self.tuned.held("fidius:mixed/mixed@0.1.0", "echo")
    }
}
