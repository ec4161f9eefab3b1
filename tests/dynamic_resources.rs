//! Resources as values: handles that a program passes on, and calls methods on by their names.

mod component_of_text;

use std::cell::RefCell;
use std::sync::{Arc, LazyLock, Mutex, Weak};
use std::time::Duration;

use fidius::{CallError, Dynamic, Error, ErrorKind, GuestError, Limits, Plugin, Value};
use resources_plugin::events::Events;
use serde::{Deserialize, Serialize};

#[fidius::host(wit = "resources")]
struct Resources;

#[fidius::host(wit = "counters.wit")]
struct Counters;

const COMPONENT: &str = "guests/built/resources.wasm";
const COUNTERS: &str = "guests/built/counters.wasm";

/// What has ended in the guest, as the guest tells it.
#[derive(Default)]
struct Ended(Mutex<Vec<String>>);

impl Events for Ended {
    fn dropped(&self, what: &str, id: u32) -> Result<(), Error> {
        self.0.lock().unwrap().push(format!("{what} {id}"));
        Ok(())
    }
}

impl Ended {
    fn take(&self) -> Vec<String> {
        std::mem::take(&mut self.0.lock().unwrap())
    }
}

thread_local! {
    static CURRENT: RefCell<Weak<Ended>> = RefCell::default();
}

fn load() -> (Resources, Arc<Ended>) {
    static PLUGIN: LazyLock<Resources> = LazyLock::new(|| {
        Resources::builder()
            .imports_with(|| CURRENT.with_borrow(Weak::upgrade).unwrap_or_default())
            .load(COMPONENT)
            .unwrap()
    });
    let ended = Arc::new(Ended::default());
    CURRENT.set(Arc::downgrade(&ended));
    (PLUGIN.clone(), ended)
}

fn session() -> (Resources, Arc<Ended>) {
    let (plugin, ended) = load();
    (plugin.plugin().session().unwrap(), ended)
}

fn counters() -> Dynamic {
    static PLUGIN: LazyLock<Dynamic> = LazyLock::new(|| Dynamic::load(COUNTERS).unwrap());
    PLUGIN.clone()
}

type Answer = Result<Value, CallError<GuestError>>;

/// A call by name with values.
fn try_call<H: fidius::Host>(plugin: &Plugin<H>, name: &str, arguments: &[&Value]) -> Answer {
    let arguments: Vec<Value> = arguments.iter().map(|value| (*value).clone()).collect();
    plugin.call_values(name, &arguments)
}

#[track_caller]
fn call<H: fidius::Host>(plugin: &Plugin<H>, name: &str, arguments: &[&Value]) -> Value {
    try_call(plugin, name, arguments).unwrap_or_else(|error| panic!("{name}: {error}"))
}

#[track_caller]
fn node<H: fidius::Host>(plugin: &Plugin<H>, name: &str) -> Value {
    call(plugin, "node.constructor", &[&name.into()])
}

#[track_caller]
fn canvas<H: fidius::Host>(plugin: &Plugin<H>) -> Value {
    call(
        plugin,
        "canvas.constructor",
        &[&2_u32.into(), &3_u32.into()],
    )
}

#[track_caller]
fn name<H: fidius::Host>(plugin: &Plugin<H>, node: &Value) -> String {
    let name = call(plugin, "node.name", &[node]);
    name.as_str().unwrap().to_owned()
}

fn some(value: &Value) -> Value {
    Value::Option(Some(Box::new(value.clone())))
}

fn none() -> Value {
    Value::Option(None)
}

#[track_caller]
fn assert_says(error: &CallError<GuestError>, kind: ErrorKind, parts: &[&str]) {
    let error = error.host().unwrap();
    assert_eq!(error.kind(), kind, "{error}");
    for part in parts {
        assert!(
            error.to_string().contains(part),
            "`{part}` is not in: {error}"
        );
    }
}

#[test]
fn constructors_methods_and_static_functions_by_name() {
    let plugin = counters();
    let names: Vec<String> = plugin.methods().map(|method| method.name()).collect();
    for name in [
        "counter.constructor",
        "counter.add",
        "counter.value",
        "counter.merge",
        "describe",
        "alive",
    ] {
        assert!(names.iter().any(|known| known == name), "{names:?}");
        assert!(plugin.has(name));
    }
    // With a fresh instance for each call, those on a handle go to the instance that it lives in.
    let counter = call(&plugin, "counter.constructor", &[&3_u32.into()]);
    assert!(counter.as_resource().is_some());
    assert_eq!(
        call(&plugin, "counter.add", &[&counter, &4_u32.into()]),
        7_u32.into()
    );
    assert_eq!(
        call(&plugin, "counters.counter.value", &[&counter]),
        7_u32.into()
    );
    assert_eq!(
        call(
            &plugin,
            "example:counters/counters@1.0.0#counter.value",
            &[&counter]
        ),
        7_u32.into()
    );
    assert_eq!(
        call(&plugin, "describe", &[&counter]),
        "a counter at 7".into()
    );

    // The marks of the component's own names are none of a program's business.
    let error = try_call(&plugin, "[method]counter.value", &[&counter]).unwrap_err();
    assert!(error.is_missing());

    let plugin = plugin.session().unwrap();
    let a = call(&plugin, "counter.constructor", &[&1_u32.into()]);
    let b = call(&plugin, "counter.constructor", &[&2_u32.into()]);
    assert_eq!(call(&plugin, "alive", &[]), 2_u32.into());
    let merged = call(&plugin, "counter.merge", &[&a, &b]);
    assert_eq!(call(&plugin, "counter.value", &[&merged]), 3_u32.into());
    assert_eq!(call(&plugin, "alive", &[]), 1_u32.into());
}

#[test]
fn with_serde_a_handle_is_a_value_among_others() {
    #[derive(Serialize)]
    struct Placing {
        node: Value,
        x: i32,
        y: i32,
    }

    #[derive(Deserialize)]
    struct Placed {
        node: Value,
        x: i32,
    }

    let plugin = counters().session().unwrap();
    let counter: Value = plugin.call("counter.constructor", 3_u32).unwrap();
    assert_eq!(
        plugin
            .call::<_, u32>("counter.add", (&counter, 4_u8))
            .unwrap(),
        7
    );
    assert_eq!(plugin.call::<_, u32>("counter.value", &counter).unwrap(), 7);

    let (plugin, ended) = session();
    let plugin = plugin.plugin();
    let placed: Placed = plugin
        .call(
            "move-by",
            (
                Placing {
                    node: node(plugin, "n"),
                    x: 1,
                    y: 1,
                },
                2,
                0,
            ),
        )
        .unwrap();
    assert_eq!((name(plugin, &placed.node), placed.x), ("n".to_owned(), 3));
    let (canvas, back): (Value, Value) = plugin
        .call("shapes.swap", ((&placed.node, canvas(plugin)),))
        .unwrap();
    assert!(canvas.as_resource().is_some() && back.as_resource().is_some());
    let names: Vec<String> = plugin.call("names", (vec![&back, &back],)).unwrap();
    assert_eq!(names, ["n", "n"]);
    drop((canvas, back));
    assert_eq!(ended.take().len(), 2);
}

#[test]
fn an_answer_that_is_not_taken_is_dropped() {
    let plugin = counters().session().unwrap();
    let error = plugin
        .call::<_, String>("counter.constructor", 1_u32)
        .unwrap_err();
    assert_says(
        &error,
        ErrorKind::InvalidResult,
        &["`counter.constructor`", "resource"],
    );
    assert_eq!(call(&plugin, "alive", &[]), 0_u32.into());
    let error = plugin.call_json("counter.constructor", "[1]").unwrap_err();
    assert_says(
        &error,
        ErrorKind::InvalidResult,
        &["`counter.constructor`", "JSON", "resource"],
    );
    assert_eq!(call(&plugin, "alive", &[]), 0_u32.into());
    plugin
        .call_values("counter.constructor", &[1_u32.into()])
        .unwrap();
    assert_eq!(call(&plugin, "alive", &[]), 0_u32.into());
    // Nor can JSON stand for a handle.
    let error = plugin.call_json("counter.value", "[1]").unwrap_err();
    assert_says(
        &error,
        ErrorKind::InvalidArgument,
        &["argument 1: expected a handle of counter"],
    );
}

#[test]
fn handles_in_every_position() {
    let (plugin, ended) = session();
    let plugin = plugin.plugin();
    // A record.
    let here = node(plugin, "here");
    let placed = call(plugin, "place", &[&here, &1.into(), &2.into()]);
    let placed = call(plugin, "move-by", &[&placed, &(-3).into(), &1.into()]);
    assert_eq!(placed.field("x"), Some(&(-2).into()));
    let here = placed.field("node").unwrap();
    assert_eq!(name(plugin, here), "here");
    // Borrowed in a record, by fields in any order.
    call(plugin, "node.add-child", &[here, &node(plugin, "child")]);
    let child = call(plugin, "node.find", &[here, &"child".into()]);
    let link = |from: &Value, to: &Value| {
        Value::record([("target", to.clone()), ("source", from.clone())])
    };
    assert_eq!(call(plugin, "is-link", &[&link(here, &child)]), true.into());
    assert_eq!(
        call(plugin, "is-link", &[&link(&child, here)]),
        false.into()
    );
    // A list, owned and borrowed.
    let (a, b) = (node(plugin, "a"), node(plugin, "b"));
    let both = Value::list([a.clone(), b.clone()]);
    assert_eq!(call(plugin, "names", &[&both]), Value::list(["a", "b"]));
    let again = Value::list([a.clone(), b, a]);
    assert_eq!(
        call(plugin, "names", &[&again]),
        Value::list(["a", "b", "a"])
    );
    let parent = call(plugin, "gather", &[&"parent".into(), &both]);
    let children = call(plugin, "node.children", &[&parent]);
    let children = children.as_list().unwrap();
    assert_eq!(
        (name(plugin, &children[0]), children.len()),
        ("a".to_owned(), 2)
    );
    // An option, bare too.
    assert_eq!(call(plugin, "maybe", &[&none()]), none());
    let kept = call(plugin, "maybe", &[&some(&children[0])]);
    assert_eq!(name(plugin, kept.payload().unwrap()), "a");
    assert_eq!(
        call(plugin, "maybe-name", &[kept.payload().unwrap()]),
        some(&"a".into())
    );
    assert_eq!(call(plugin, "maybe-name", &[&none()]), none());
    // A variant.
    let thing = call(plugin, "settle", &[&Value::variant("name", "made")]);
    assert_eq!(thing.case(), Some("node"));
    assert_eq!(name(plugin, thing.payload().unwrap()), "made");
    let same = call(plugin, "settle", &[&thing]);
    assert_eq!(name(plugin, same.payload().unwrap()), "made");
    assert_eq!(
        call(plugin, "settle", &[&"nothing".into()]).case(),
        Some("nothing")
    );
    // A result: the plugin's own error is a handle too.
    let ok = Value::Result(Ok(Some(Box::new(node(plugin, "flipped")))));
    let error = try_call(plugin, "flip", &[&ok]).unwrap_err();
    let flipped = error.guest().unwrap().value().clone();
    drop(error);
    assert_eq!(name(plugin, &flipped), "flipped");
    let back = Value::Result(Err(Some(Box::new(canvas(plugin)))));
    let flipped = call(plugin, "flip", &[&back]);
    assert_eq!(call(plugin, "canvas.area", &[&flipped]), 6_u32.into());
    // A tuple, and all of it together.
    let swapped = call(
        plugin,
        "shapes.swap",
        &[&(node(plugin, "x"), canvas(plugin)).into()],
    );
    let [canvas, x] = swapped.as_list().unwrap() else {
        panic!("{swapped}")
    };
    call(plugin, "canvas.hang", &[canvas, x]);
    let items = Value::list([none(), some(&("new", node(plugin, "old")).into())]);
    let renamed = call(plugin, "rename-all", &[&items]);
    let [first, second] = renamed.as_list().unwrap() else {
        panic!("{renamed}")
    };
    assert_eq!(first, &none());
    let pair = second.payload().and_then(Value::as_list).unwrap();
    assert_eq!(name(plugin, &pair[1]), "new");
    // Resources of another interface.
    let caption = call(plugin, "caption", &[&pair[1]]);
    assert!(caption.as_str().unwrap().starts_with("new, number "));
    let guide = call(plugin, "guide.constructor", &[&parent]);
    let next = call(plugin, "guide.next", &[&guide]);
    assert_eq!(name(plugin, next.payload().unwrap()), "parent");
    drop(ended);
}

#[test]
fn what_was_given_away_can_t_be_used_again() {
    let (plugin, _) = session();
    let plugin = plugin.plugin();
    let (parent, child) = (node(plugin, "parent"), node(plugin, "child"));
    let clone = child.clone();
    assert_eq!(clone, child);
    call(plugin, "node.add-child", &[&parent, &child]);
    for gone in [&child, &clone] {
        let error = try_call(plugin, "node.name", &[gone]).unwrap_err();
        assert_says(&error, ErrorKind::ForeignHandle, &["given away"]);
        let error = try_call(plugin, "node.add-child", &[&parent, gone]).unwrap_err();
        assert_says(&error, ErrorKind::ForeignHandle, &["given away"]);
    }
    // The session is none the worse for it.
    assert_eq!(name(plugin, &parent), "parent");
    drop((child, clone));
    assert_eq!(call(plugin, "handles", &[]), 1_u32.into());
}

#[test]
fn one_handle_can_t_be_given_away_twice_or_while_it_is_lent() {
    let (plugin, _) = session();
    let plugin = plugin.plugin();
    let (parent, child) = (node(plugin, "parent"), node(plugin, "child"));
    let twice = Value::list([child.clone(), child.clone()]);
    let error = try_call(plugin, "gather", &[&"g".into(), &twice]).unwrap_err();
    assert_says(&error, ErrorKind::ForeignHandle, &["twice"]);
    let error = try_call(plugin, "node.add-children", &[&parent, &twice]).unwrap_err();
    assert_says(&error, ErrorKind::ForeignHandle, &["twice"]);
    // Lent as the one that the method is called on, and given away as its argument.
    let error = try_call(plugin, "node.add-child", &[&parent, &parent]).unwrap_err();
    assert_says(
        &error,
        ErrorKind::ForeignHandle,
        &["`node.add-child`", "both lent and given away"],
    );
    let both = Value::list([child.clone(), parent.clone()]);
    let error = try_call(plugin, "node.add-children", &[&parent, &both]).unwrap_err();
    assert_says(
        &error,
        ErrorKind::ForeignHandle,
        &["both lent and given away"],
    );
    // Neither has gone anywhere, and the session is as good as before.
    assert_eq!(name(plugin, &parent), "parent");
    assert_eq!(name(plugin, &child), "child");
    assert_eq!(call(plugin, "handles", &[]), 2_u32.into());
    call(plugin, "node.add-child", &[&parent, &child]);
}

#[test]
fn handles_of_others_are_refused_before_anything_runs() {
    let plugin = counters();
    let (one, other) = (plugin.session().unwrap(), plugin.session().unwrap());
    let here = call(&one, "counter.constructor", &[&1_u32.into()]);
    let there = call(&other, "counter.constructor", &[&2_u32.into()]);
    let error = try_call(&one, "counter.value", &[&there]).unwrap_err();
    assert_says(
        &error,
        ErrorKind::ForeignHandle,
        &["`counter`", "`counter.value`", "another instance"],
    );
    let error = try_call(&plugin, "counter.merge", &[&here, &there]).unwrap_err();
    assert_says(&error, ErrorKind::ForeignHandle, &["another instance"]);
    // Of the same component, loaded another time.
    let twin = Dynamic::load(COUNTERS).unwrap();
    let error = try_call(&twin, "counter.value", &[&here]).unwrap_err();
    assert_says(&error, ErrorKind::ForeignHandle, &["loaded another time"]);
    // Of another component.
    let (resources, _) = session();
    let error = try_call(resources.plugin(), "node.name", &[&here]).unwrap_err();
    assert_says(
        &error,
        ErrorKind::ForeignHandle,
        &["counters.wasm", "resources.wasm"],
    );
    // Nothing has happened to any of them.
    assert_eq!(call(&one, "counter.value", &[&here]), 1_u32.into());
    assert_eq!(call(&other, "counter.value", &[&there]), 2_u32.into());
    assert_eq!(call(&one, "alive", &[]), 1_u32.into());
}

#[test]
fn a_resource_of_another_type_is_refused_without_losing_the_session() {
    let (plugin, _) = session();
    let plugin = plugin.plugin();
    let (node, canvas) = (node(plugin, "n"), canvas(plugin));
    let wrong: [(&str, Vec<&Value>); 5] = [
        ("node.name", vec![&canvas]),
        ("canvas.hang", vec![&canvas, &canvas]),
        ("canvas.hang", vec![&node, &node]),
        // By the name that another interface uses it under.
        ("caption", vec![&canvas]),
        ("exhibit", vec![&node]),
    ];
    for (function, arguments) in wrong {
        let error = try_call(plugin, function, &arguments).unwrap_err();
        let kind = error.host().unwrap().kind();
        assert!(
            [ErrorKind::InvalidArgument, ErrorKind::ForeignHandle].contains(&kind),
            "{function}: {error}"
        );
    }
    for value in [&Value::Unit, &1_u32.into(), &"n".into()] {
        let error = try_call(plugin, "node.name", &[value]).unwrap_err();
        assert_says(
            &error,
            ErrorKind::InvalidArgument,
            &["argument 1: expected a handle of node"],
        );
    }
    let error = try_call(plugin, "echo-nothing", &[&node]).unwrap_err();
    assert!(error.is_missing());
    let error = try_call(plugin, "alive", &[&node]).unwrap_err();
    assert_says(
        &error,
        ErrorKind::InvalidArgument,
        &["expected no arguments, got 1"],
    );
    assert_eq!(name(plugin, &node), "n");
    call(plugin, "canvas.hang", &[&canvas, &node]);
}

#[test]
fn the_destructor_runs_when_the_last_clone_is_gone() {
    let (plugin, ended) = session();
    let plugin = plugin.plugin();
    let value = node(plugin, "n");
    let handle = value.as_resource().unwrap().clone();
    let id = call(plugin, "node.id", &[&value]);
    drop(value);
    assert!(ended.take().is_empty());
    let again = Value::from(handle.clone());
    assert_eq!(call(plugin, "node.id", &[&again]), id);
    assert!(format!("{handle:?}").contains("resources.wasm"));
    drop(handle);
    assert!(ended.take().is_empty());
    drop(again);
    assert_eq!(ended.take(), [format!("node {id}")]);
    // One that was given away is the guest's to end.
    let (parent, child) = (node(plugin, "p"), node(plugin, "c"));
    call(plugin, "node.add-child", &[&parent, &child]);
    drop(child);
    assert!(ended.take().is_empty());
    drop(parent);
    assert_eq!(ended.take().len(), 2);
}

#[test]
fn a_handle_keeps_its_instance() {
    let (plugin, ended) = load();
    let plugin = plugin.plugin();
    // No session: the handle alone keeps what it lives in.
    let node = node(plugin, "alone");
    let canvas = canvas(plugin);
    assert_eq!(call(plugin, "node.id", &[&node]), 1_u32.into());
    // Another instance has numbers of its own.
    assert_eq!(call(plugin, "canvas.id", &[&canvas]), 1_u32.into());
    assert_eq!(call(plugin, "alive", &[]), 0_u32.into());
    let error = try_call(plugin, "canvas.hang", &[&canvas, &node]).unwrap_err();
    assert!(error.is_foreign_handle());
    drop((node, canvas));
    assert_eq!(ended.take(), ["node 1", "canvas 1"]);
}

#[test]
fn a_handle_keeps_its_place_in_a_pool() {
    let plugin = Dynamic::builder()
        .pool(1)
        .limits(Limits {
            time: Duration::from_millis(200),
            ..Limits::default()
        })
        .load(COUNTERS)
        .unwrap();
    let counter = call(&plugin, "counter.constructor", &[&1_u32.into()]);
    // On the handle there is room, and for others none until it is gone.
    assert_eq!(
        call(&plugin, "counter.add", &[&counter, &1_u32.into()]),
        2_u32.into()
    );
    let error = try_call(&plugin, "alive", &[]).unwrap_err();
    assert!(
        error.is_too_many_instances() || error.is_timeout(),
        "{error}"
    );
    drop(counter);
    assert!(try_call(&plugin, "alive", &[]).is_ok());
}

#[test]
fn a_failed_call_takes_the_session_and_its_handles() {
    let (plugin, _) = session();
    let plugin = plugin.plugin();
    let node = node(plugin, "n");
    let error = try_call(plugin, "node.crash", &[&node]).unwrap_err();
    assert!(error.is_trap());
    let error = try_call(plugin, "node.name", &[&node]).unwrap_err();
    assert!(error.is_session_lost(), "{error}");
    drop(node);
}

#[test]
fn typed_and_dynamic_handles_live_in_one_session() {
    let counters = Counters::load(COUNTERS)
        .unwrap()
        .plugin()
        .session()
        .unwrap();
    let plugin = counters.plugin();
    let typed = counters.new_counter(5).unwrap();
    let dynamic = call(plugin, "counter.constructor", &[&6_u32.into()]);
    assert_eq!(counters.alive().unwrap(), 2);
    assert_eq!(call(plugin, "alive", &[]), 2_u32.into());
    assert_eq!(typed.add(1).unwrap(), 6);
    assert_eq!(
        call(plugin, "counter.add", &[&dynamic, &1_u32.into()]),
        7_u32.into()
    );
    drop(dynamic);
    assert_eq!(counters.alive().unwrap(), 1);
    drop(typed);
    assert_eq!(call(plugin, "alive", &[]), 0_u32.into());
}

#[test]
fn a_constructor_that_fails_and_a_resource_without_methods() {
    let (plugin, _) = session();
    let plugin = plugin.plugin();
    let picky = call(plugin, "picky.constructor", &[&4_u32.into()]);
    assert_eq!(call(plugin, "picky.number", &[&picky]), 4_u32.into());
    let error = try_call(plugin, "picky.constructor", &[&3_u32.into()]).unwrap_err();
    assert_eq!(error.guest().unwrap().message(), Some("3 is odd"));
    let token = call(plugin, "issue", &[&9_u32.into()]);
    assert_eq!(call(plugin, "redeem", &[&token]), 9_u32.into());
    assert!(
        try_call(plugin, "redeem", &[&token])
            .unwrap_err()
            .is_foreign_handle()
    );
}

#[test]
fn handles_go_from_thread_to_thread() {
    let plugin = counters().session().unwrap();
    let counter = call(&plugin, "counter.constructor", &[&0_u32.into()]);
    std::thread::scope(|scope| {
        for _ in 0..8 {
            scope.spawn(|| {
                for _ in 0..25 {
                    call(&plugin, "counter.add", &[&counter, &1_u32.into()]);
                }
            });
        }
    });
    assert_eq!(call(&plugin, "counter.value", &[&counter]), 200_u32.into());
    std::thread::spawn(move || drop(counter)).join().unwrap();
    assert_eq!(call(&plugin, "alive", &[]), 0_u32.into());
}

/// Of eight threads that give one handle away at once, one does.
#[test]
fn a_handle_is_given_away_once_however_many_try() {
    let (plugin, _) = session();
    let plugin = plugin.plugin();
    let (parent, child) = (node(plugin, "parent"), node(plugin, "child"));
    let given = std::thread::scope(|scope| {
        let threads: Vec<_> = (0..8)
            .map(|_| scope.spawn(|| try_call(plugin, "node.add-child", &[&parent, &child])))
            .collect();
        let results = threads.into_iter().map(|thread| thread.join().unwrap());
        results.filter(Result::is_ok).count()
    });
    assert_eq!(given, 1);
    let children = call(plugin, "node.children", &[&parent]);
    assert_eq!(children.as_list().unwrap().len(), 1);
}

/// An interface may have another name for the resource of another one.
#[test]
fn a_resource_under_another_name_is_known_from_others() {
    let module = format!(
        r#"(module
          (import "[export]test:names/one" "[resource-new]r" (func $r (param i32) (result i32)))
          (import "[export]test:names/one" "[resource-new]q" (func $q (param i32) (result i32)))
          (import "[export]test:names/two" "[resource-new]r" (func $other (param i32) (result i32)))
          {}
          (func (export "test:names/one#[constructor]r") (result i32) (call $r (i32.const 1)))
          (func (export "test:names/one#[constructor]q") (result i32) (call $q (i32.const 2)))
          (func (export "test:names/two#[constructor]r") (result i32) (call $other (i32.const 3)))
          (func (export "test:names/two#rep") (param i32) (result i32) (local.get 0))
          (func (export "test:names/two#own-rep") (param i32) (result i32) (local.get 0)))"#,
        component_of_text::MEMORY
    );
    let component = component_of_text::encode(
        "package test:names;
         interface one { resource r { constructor(); } resource q { constructor(); } }
         interface two {
           use one.{r as s};
           resource r { constructor(); }
           rep: func(of: borrow<s>) -> u32;
           own-rep: func(of: borrow<r>) -> u32;
         }
         world names { export one; export two; }",
        &module,
    );
    let plugin = Dynamic::load(&component).unwrap().session().unwrap();
    let error = try_call(&plugin, "r.constructor", &[]).unwrap_err();
    assert!(error.is_missing(), "{error}");
    let r = call(&plugin, "one.r.constructor", &[]);
    let q = call(&plugin, "q.constructor", &[]);
    let other = call(&plugin, "two.r.constructor", &[]);
    assert_eq!(call(&plugin, "rep", &[&r]), 1_u32.into());
    assert_eq!(call(&plugin, "own-rep", &[&other]), 3_u32.into());
    for (function, wrong) in [
        ("rep", &q),
        ("rep", &other),
        ("own-rep", &r),
        ("own-rep", &q),
    ] {
        let error = try_call(&plugin, function, &[wrong]).unwrap_err();
        assert_says(
            &error,
            ErrorKind::InvalidArgument,
            &[function, "another one"],
        );
    }
    assert_eq!(call(&plugin, "rep", &[&r]), 1_u32.into());
}
