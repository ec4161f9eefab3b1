use crate::Plugin;
use crate::exports::fidius::resources::hazards::{
    Guest, GuestBrittle, GuestPicky, GuestStuck, GuestToken, Token,
};

pub struct Stuck;

impl Drop for Stuck {
    fn drop(&mut self) {
        loop {}
    }
}

impl GuestStuck for Stuck {
    fn new() -> Self {
        Self
    }

    fn state(&self) -> String {
        "still fine".to_owned()
    }
}

pub struct Brittle;

impl Drop for Brittle {
    fn drop(&mut self) {
        panic!("it broke");
    }
}

impl GuestBrittle for Brittle {
    fn new() -> Self {
        Self
    }

    fn state(&self) -> String {
        "still fine".to_owned()
    }
}

pub struct Number(u32);

impl GuestPicky for Number {
    fn new(number: u32) -> Result<Self, String> {
        if number.is_multiple_of(2) {
            Ok(Self(number))
        } else {
            Err(format!("{number} is odd"))
        }
    }

    fn number(&self) -> u32 {
        self.0
    }
}

impl GuestToken for Number {}

impl Guest for Plugin {
    type Stuck = Stuck;
    type Brittle = Brittle;
    type Picky = Number;
    type Token = Number;

    fn issue(number: u32) -> Token {
        Token::new(Number(number))
    }

    fn redeem(t: Token) -> u32 {
        t.get::<Number>().0
    }
}
