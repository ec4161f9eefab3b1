//! A plugin of fidius written by hand, whose configuration may fail with an error instead of a panic.

use std::cell::{Cell, RefCell};

wit_bindgen::generate!({ path: "wit" });

use exports::fidius::gatekeeper::gatekeeper::{Guest, PluginError};

struct Gatekeeper;

thread_local! {
    static PASSWORD: RefCell<Option<String>> = const { RefCell::new(None) };
    static TRIES: Cell<u32> = const { Cell::new(0) };
}

impl Guest for Gatekeeper {
    fn lets_in(password: String) -> bool {
        TRIES.set(TRIES.get() + 1);
        PASSWORD.with_borrow(|right| right.as_ref() == Some(&password))
    }

    fn tries() -> u32 {
        TRIES.get()
    }

    fn fidius_configure(config: Vec<u8>) -> Result<(), PluginError> {
        let password = String::from_utf8(config).map_err(|error| PluginError {
            code: "NOT_TEXT".to_owned(),
            message: error.to_string(),
            details: None,
        })?;
        if password.len() < 8 {
            return Err(PluginError {
                code: "TOO_SHORT".to_owned(),
                message: format!("a password of {} bytes is too short", password.len()),
                details: Some(r#"{"at_least":8}"#.to_owned()),
            });
        }
        PASSWORD.set(Some(password));
        TRIES.set(0);
        Ok(())
    }
}

export!(Gatekeeper);
