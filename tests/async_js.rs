//! A guest in JavaScript with async functions and streams.

use std::sync::LazyLock;

use fidius::{CallError, Stream};
use greeter::{GreeterAsync, Refusal};

#[fidius::host(wit = "async-js.wit")]
struct Greeter;

/// Compiling it takes longer than all the rest.
static PLUGIN: LazyLock<Greeter> =
    LazyLock::new(|| Greeter::load("guests/built/streams-js.wasm").unwrap());

#[test]
fn functions() {
    for plugin in [PLUGIN.clone(), PLUGIN.plugin().session().unwrap()] {
        assert_eq!(plugin.greet("world").unwrap(), "Hello, world!");
        assert_eq!(plugin.hail("world").unwrap(), "Hello, world!");
        assert_eq!(plugin.later(7).unwrap(), 7);
        assert_eq!(plugin.invite("friend").unwrap(), "Hello, friend!");
        match plugin.invite("stranger") {
            Err(CallError::Guest(Refusal::Unknown(name))) => assert_eq!(name, "stranger"),
            other => panic!("{other:?}"),
        }
        assert!(matches!(
            plugin.invite("night"),
            Err(CallError::Guest(Refusal::Asleep))
        ));
    }
}

#[test]
fn streams() {
    let numbers: Result<Vec<u32>, _> = PLUGIN.count(20).unwrap().into_iter().collect();
    assert_eq!(numbers.unwrap(), (0..20).collect::<Vec<_>>());
    assert_eq!(PLUGIN.sum(0..100).unwrap(), 4950);
    let names = ["one", "other"].map(str::to_owned);
    let greetings = PLUGIN.greet_all(Stream::from_iter(names)).unwrap();
    let greetings: Result<Vec<String>, _> = greetings.into_iter().collect();
    assert_eq!(greetings.unwrap(), ["Hello, one!", "Hello, other!"]);
    // A reader that goes.
    let mut numbers = PLUGIN.count(1000).unwrap();
    assert_eq!((&mut numbers).into_iter().next().unwrap().unwrap(), 0);
}

#[tokio::test]
async fn at_once() {
    let session = PLUGIN.plugin().session_async().await.unwrap();
    let (one, other, number) = tokio::join!(
        GreeterAsync::greet(&session, "one"),
        GreeterAsync::greet(&session, "other"),
        GreeterAsync::later(&session, 3),
    );
    assert_eq!(one.unwrap(), "Hello, one!");
    assert_eq!(other.unwrap(), "Hello, other!");
    assert_eq!(number.unwrap(), 3);
}
