//! Resources that live in a plugin, and the handles that the host has of them.

use std::cell::RefCell;
use std::error::Error as _;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, LazyLock, Mutex, Weak};
use std::thread;
use std::time::{Duration, Instant};

use fidius::{CallError, Error, ErrorKind, Limits};
use resources_plugin::events::Events;
use resources_plugin::gallery::{Gallery, Guide};
use resources_plugin::hazards::{
    Brittle, BrittleResource, Hazards, Picky, Stuck, Token, TokenResource,
};
use resources_plugin::shapes::{Canvas, Link, Node, NodeResource, Placed, Shapes, Thing};

#[fidius::host(wit = "resources")]
struct Resources;

#[fidius::host(wit = "counters.wit")]
struct Counters;

const COMPONENT: &str = "guests/built/resources.wasm";
const COUNTERS: &str = "guests/built/counters.wasm";

/// Long enough for any machine: nothing here is decided by it unless something hangs.
const EVER: Duration = Duration::from_secs(20);

/// What has ended in the guest, as the guest tells it.
#[derive(Default)]
struct Ended {
    all: Mutex<Vec<String>>,
    /// What to do the next time that something ends, while it does.
    next: Mutex<Option<Box<dyn FnOnce() + Send>>>,
}

impl Events for Ended {
    fn dropped(&self, what: &str, id: u32) -> Result<(), Error> {
        self.all.lock().unwrap().push(format!("{what} {id}"));
        let next = self.next.lock().unwrap().take();
        if let Some(next) = next {
            next();
        }
        Ok(())
    }
}

impl Ended {
    /// What has ended since the last time, in order.
    fn take(&self) -> Vec<String> {
        std::mem::take(&mut self.all.lock().unwrap())
    }

    fn once(&self, next: impl FnOnce() + Send + 'static) {
        *self.next.lock().unwrap() = Some(Box::new(next));
    }
}

const NOTHING: [&str; 0] = [];

thread_local! {
    /// What the test on this thread counts with.
    static CURRENT: RefCell<Weak<Ended>> = RefCell::default();
}

/// The plugin, and what counts the ends in all instances that this thread makes from here on. As many strong references of it
/// exist as there are such instances, and one more.
fn load() -> (Resources, Arc<Ended>) {
    // Compiled once for all tests, which takes most of their time otherwise.
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

/// A plugin whose calls all go to one instance.
fn session() -> (Resources, Arc<Ended>) {
    let (plugin, ended) = load();
    (plugin.plugin().session().unwrap(), ended)
}

fn with_time(time: Duration) -> Limits {
    Limits {
        time,
        ..Limits::default()
    }
}

fn names(nodes: &[Node]) -> Vec<String> {
    nodes.iter().map(|node| node.name().unwrap()).collect()
}

// Every function.

#[test]
fn constructors_and_methods() {
    let (plugin, _) = session();
    let shapes = plugin.shapes();
    let node = shapes.new_node("root").unwrap();
    assert_eq!(node.id().unwrap(), 1);
    assert_eq!(node.name().unwrap(), "root");
    node.rename("top").unwrap();
    assert_eq!(node.name().unwrap(), "top");
    assert!(node.children().unwrap().is_empty());

    node.add_child(shapes.new_node("a").unwrap()).unwrap();
    let more = vec![shapes.new_node("b").unwrap(), shapes.new_node("c").unwrap()];
    assert_eq!(node.add_children(more).unwrap(), 3);
    assert_eq!(node.add_children(Vec::new()).unwrap(), 3);
    let children = node.children().unwrap();
    assert_eq!(names(&children), ["a", "b", "c"]);

    let found = node.find("b").unwrap();
    assert!(found.is_same(&children[1]).unwrap());
    assert!(!found.is_same(&children[0]).unwrap());
    assert!(found.is_same(&found).unwrap());
    let error = node.find("z").unwrap_err();
    assert_eq!(error.guest().unwrap(), "no node z");
    assert_eq!(
        error.to_string(),
        "the plugin answered with an error: \"no node z\""
    );

    assert!(node.hangs_on().unwrap().is_none());
    let canvas = shapes.new_canvas(3, 4).unwrap();
    assert_eq!(canvas.id().unwrap(), 5);
    assert_eq!(canvas.area().unwrap(), 12);
    canvas.hang(found).unwrap();
    assert!(canvas.shows(&children[1]).unwrap());
    assert!(!canvas.shows(&children[0]).unwrap());
    let on = children[1].hangs_on().unwrap().unwrap();
    assert_eq!(on.id().unwrap(), canvas.id().unwrap());
    let taken = canvas.take_down().unwrap().unwrap();
    assert!(taken.is_same(&children[1]).unwrap());
    assert!(canvas.take_down().unwrap().is_none());
}

#[test]
fn static_functions() {
    let (plugin, ended) = session();
    let shapes = plugin.shapes();
    let family = shapes.node_family("parent", ("first", "second")).unwrap();
    let children = family.children().unwrap();
    assert_eq!(names(&children), ["first", "second"]);
    let parent = shapes.node_parent_of(&children[0]).unwrap().unwrap();
    assert!(parent.is_same(&family).unwrap());
    assert!(shapes.node_parent_of(&family).unwrap().is_none());

    let (node, canvas) = shapes.node_on_canvas("hung", 2, 5).unwrap();
    assert!(canvas.shows(&node).unwrap());
    assert_eq!(canvas.area().unwrap(), 10);
    let other = shapes.new_canvas(3, 7).unwrap();
    let joined = shapes.canvas_join(canvas, other).unwrap();
    assert_eq!(ended.take(), ["canvas 6", "canvas 5"]);
    assert_eq!(joined.area().unwrap(), 35);
    assert!(joined.shows(&node).unwrap());
}

#[test]
fn handles_in_records() {
    let (plugin, _) = session();
    let shapes = plugin.shapes();
    let node = shapes.new_node("here").unwrap();
    let placed = shapes.place(node, 1, i32::MAX).unwrap();
    assert_eq!((placed.x, placed.y), (1, i32::MAX));
    assert_eq!(placed.node.name().unwrap(), "here");
    let placed = shapes.move_by(placed, -3, 1).unwrap();
    assert_eq!((placed.x, placed.y), (-2, i32::MIN));

    let child = shapes.new_node("child").unwrap();
    placed.node.add_child(child).unwrap();
    let child = placed.node.find("child").unwrap();
    let link = Link {
        source: &placed.node,
        target: &child,
    };
    assert!(shapes.is_link(&link).unwrap());
    let back = Link {
        source: &child,
        target: &placed.node,
    };
    assert!(!shapes.is_link(&back).unwrap());
    // Lent only: all handles are as good as before.
    assert_eq!(shapes.handles().unwrap(), 2);
    assert_eq!(link.target.name().unwrap(), "child");

    let frame = plugin.gallery().frame(placed).unwrap();
    assert_eq!(frame.area().ok(), None, "2 times 2^31 does not fit");
}

#[test]
fn handles_in_lists_options_variants_results_and_tuples() {
    let (plugin, ended) = session();
    let shapes = plugin.shapes();
    let node = |name| shapes.new_node(name).unwrap();

    let (a, b) = (node("a"), node("b"));
    assert_eq!(shapes.names(&[&a, &b, &a]).unwrap(), ["a", "b", "a"]);
    assert_eq!(shapes.names(&[]).unwrap(), NOTHING);
    let both = shapes.gather("both", vec![a, b]).unwrap();
    assert_eq!(names(&both.children().unwrap()), ["a", "b"]);

    assert!(shapes.maybe(None).unwrap().is_none());
    let both = shapes.maybe(Some(both)).unwrap().unwrap();
    assert_eq!(
        shapes.maybe_name(Some(&both)).unwrap().as_deref(),
        Some("both")
    );
    assert_eq!(shapes.maybe_name(None).unwrap(), None);

    let settled = shapes.settle(Thing::Name("made".to_owned())).unwrap();
    let Thing::Node(made) = settled else {
        panic!("{settled:?}")
    };
    assert_eq!(made.name().unwrap(), "made");
    let settled = shapes.settle(Thing::Node(made)).unwrap();
    let Thing::Node(made) = settled else {
        panic!("{settled:?}")
    };
    let canvas = shapes.new_canvas(1, 2).unwrap();
    let settled = shapes.settle(Thing::Canvas(canvas)).unwrap();
    let Thing::Canvas(canvas) = settled else {
        panic!("{settled:?}")
    };
    assert!(matches!(
        shapes.settle(Thing::Nothing).unwrap(),
        Thing::Nothing
    ));

    let flipped = shapes.flip(Ok(made)).unwrap_err();
    let CallError::Guest(made) = flipped else {
        panic!("{flipped:?}")
    };
    let canvas = shapes.flip(Err(canvas)).unwrap();
    let (canvas, made) = shapes.swap((made, canvas)).unwrap();
    assert_eq!(canvas.area().unwrap(), 2);
    assert_eq!(made.name().unwrap(), "made");

    let items = vec![
        None,
        Some(("x".to_owned(), made)),
        Some(("y".to_owned(), both)),
    ];
    let items = shapes.rename_all(items).unwrap();
    assert!(items[0].is_none());
    for item in items.iter().flatten() {
        assert_eq!(item.1.name().unwrap(), item.0);
    }
    // What went in and came out again never ended.
    assert_eq!(ended.take(), NOTHING);
    assert_eq!(shapes.alive().unwrap(), 5);
    assert_eq!(shapes.handles().unwrap(), 3);
    drop(items);
    assert_eq!(ended.take().len(), 4);
    drop(canvas);
    assert_eq!(shapes.alive().unwrap(), 0);
    assert_eq!(shapes.handles().unwrap(), 0);
}

#[test]
fn handles_in_functions_of_other_interfaces() {
    let (plugin, ended) = session();
    let (shapes, gallery) = (plugin.shapes(), plugin.gallery());
    let tree = shapes.node_family("tree", ("left", "right")).unwrap();
    assert_eq!(gallery.caption(&tree).unwrap(), "tree, number 1");

    let guide = gallery.new_guide(tree).unwrap();
    assert_eq!(guide.next().unwrap().unwrap().name().unwrap(), "tree");
    let CallError::Guest(other) = guide.rest().unwrap_err() else {
        panic!("nothing hangs on a canvas")
    };
    let left = guide.next().unwrap().unwrap();
    assert_eq!(left.name().unwrap(), "left");
    let right = guide.next().unwrap().unwrap();
    assert!(guide.next().unwrap().is_none());
    assert!(other.next().unwrap().unwrap().is_same(&left).unwrap());
    let frame = gallery
        .frame(Placed {
            node: right,
            x: 4,
            y: -5,
        })
        .unwrap();
    let on = other.rest().unwrap();
    assert_eq!(on.id().unwrap(), frame.id().unwrap());
    assert_eq!(on.area().unwrap(), 20);
    drop((guide, other, left));
    // The frame keeps what hangs on it, and nothing keeps the others.
    ended.take();
    drop((frame, on));
    assert_eq!(shapes.alive().unwrap(), 0);
    ended.take();

    let (node, canvas) = gallery.commission("work").unwrap();
    assert!(canvas.shows(&node).unwrap());
    let error = gallery.sell().unwrap_err();
    assert_eq!(error.guest().unwrap(), "there is no canvas");
    assert_eq!(gallery.exhibit(canvas).unwrap(), 1);
    assert_eq!(ended.take(), NOTHING);
    let canvas = gallery.sell().unwrap();
    assert!(canvas.shows(&node).unwrap());
}

#[test]
fn constructors_that_fail_and_resources_without_methods() {
    let (plugin, _) = session();
    let hazards = plugin.hazards();
    assert_eq!(hazards.new_picky(4).unwrap().number().unwrap(), 4);
    let error = hazards.new_picky(3).unwrap_err();
    assert_eq!(error.guest().unwrap(), "3 is odd");

    let tokens: Vec<Token> = (0..5).map(|n| hazards.issue(n).unwrap()).collect();
    for (number, token) in tokens.into_iter().enumerate().rev() {
        assert_eq!(hazards.redeem(token).unwrap() as usize, number);
    }
}

#[test]
fn a_handle_says_whose_it_is() {
    let (plugin, _) = load();
    let node = plugin.shapes().new_node("x").unwrap();
    assert_eq!(
        format!("{node:?}"),
        "Node(of `guests/built/resources.wasm`)"
    );
    assert_eq!(format!("{:?}", Node::new(Fake)), "Node(of the host)");
    assert!(node.downcast_ref::<Fake>().is_none());
    assert!(Node::new(Fake).downcast_ref::<Fake>().is_some());
    assert!(Node::new(Fake).downcast_ref::<String>().is_none());
}

// Which instance.

#[test]
fn a_handle_keeps_its_instance_and_calls_go_there() {
    let (plugin, ended) = load();
    // Each made in an instance of its own, so that all of them are number 1.
    let nodes: Vec<Node> = ["a", "b", "c"]
        .map(|name| plugin.shapes().new_node(name).unwrap())
        .into();
    for node in &nodes {
        assert_eq!(node.id().unwrap(), 1);
    }
    assert_eq!(names(&nodes), ["a", "b", "c"]);
    // Functions go where the handles among their arguments live.
    for node in &nodes {
        let name = node.name().unwrap();
        assert_eq!(
            plugin.shapes().names(&[node]).unwrap().as_slice(),
            std::slice::from_ref(&name)
        );
        let caption = plugin.gallery().caption(node).unwrap();
        assert_eq!(caption, format!("{name}, number 1"));
    }
    assert_eq!(plugin.shapes().alive().unwrap(), 0, "a fresh instance");

    // What a method returns lives where it was called, and so do functions' results.
    let [a, b, _c] = <[Node; 3]>::try_from(nodes).unwrap();
    let placed = plugin.shapes().place(a, 1, 2).unwrap();
    let canvas = plugin.gallery().frame(placed).unwrap();
    assert_eq!(canvas.id().unwrap(), 2);
    let a = canvas.take_down().unwrap().unwrap();
    assert!(a.is_same(&a).unwrap());
    drop(plugin);
    assert_eq!(a.name().unwrap(), "a", "without the plugin's handle too");
    drop(canvas);
    assert_eq!(ended.take(), ["canvas 2"]);
    drop(a);
    assert_eq!(ended.take(), ["node 1"]);
    drop(b);
    assert_eq!(ended.take(), ["node 1"]);
}

#[test]
fn calls_without_handles_on_a_session_go_to_the_handles_instance() {
    let (plugin, _) = session();
    let node = plugin.shapes().new_node("a").unwrap();
    assert_eq!(plugin.shapes().alive().unwrap(), 1);
    assert_eq!(plugin.clone().shapes().handles().unwrap(), 1);
    drop(node);
    assert_eq!(plugin.shapes().alive().unwrap(), 0);
}

#[track_caller]
fn assert_foreign<T>(result: Result<T, Error>, text: &str) {
    let Err(error) = result else {
        panic!("a foreign handle was taken")
    };
    assert!(error.is_foreign_handle());
    assert_eq!(error.kind(), ErrorKind::ForeignHandle);
    assert_eq!(error.to_string(), text);
}

#[test]
fn a_handle_of_another_instance_is_refused() {
    let (plugin, ended) = load();
    let a = plugin.shapes().new_node("a").unwrap();
    let b = plugin.shapes().new_node("b").unwrap();
    let elsewhere = |function: &str| {
        format!(
            "the `node` passed to `{function}` lives in another instance of `guests/built/resources.wasm`; \
             handles work together only within one: make both on one session"
        )
    };
    assert_foreign(a.is_same(&b), &elsewhere("node.is-same"));
    assert_foreign(plugin.shapes().names(&[&a, &b]), &elsewhere("names"));
    let link = Link {
        source: &a,
        target: &b,
    };
    assert_foreign(plugin.shapes().is_link(&link), &elsewhere("is-link"));
    let session = plugin.plugin().session().unwrap();
    assert_foreign(session.gallery().caption(&a), &elsewhere("caption"));
    assert_foreign(
        session.shapes().maybe_name(Some(&a)),
        &elsewhere("maybe-name"),
    );

    // What was to be given away is gone with the call, wherever it lived.
    assert_eq!(ended.take(), NOTHING);
    let own = plugin.shapes().new_node("own").unwrap();
    assert_foreign(a.add_child(own), &elsewhere("node.add-child"));
    assert_eq!(ended.take(), ["node 1"]);
    let (c, d) = plugin.shapes().node_on_canvas("c", 1, 1).unwrap();
    let items = vec![Some(("c".to_owned(), c)), None, Some(("b".to_owned(), b))];
    assert_foreign(plugin.shapes().rename_all(items), &elsewhere("rename-all"));
    assert_eq!(ended.take(), ["node 1"], "c hangs on d still");
    drop(d);
    assert_eq!(ended.take().len(), 2);

    // All else is as before.
    assert_eq!(a.name().unwrap(), "a");
    assert!(a.children().unwrap().is_empty());
    assert_eq!(session.shapes().alive().unwrap(), 0);
}

#[test]
fn a_handle_of_another_plugin_is_refused() {
    let (one, _) = load();
    let two = Resources::load(COMPONENT, Arc::new(Ended::default())).unwrap();
    let a = one.shapes().new_node("a").unwrap();
    let b = two.shapes().new_node("b").unwrap();
    assert_foreign(
        a.is_same(&b),
        "the `node` passed to `node.is-same` belongs to `guests/built/resources.wasm` as it was loaded another \
         time; handles work only with the plugin they are from",
    );
    assert_foreign(
        two.gallery().caption(&a),
        "the `node` passed to `caption` belongs to `guests/built/resources.wasm` as it was loaded another time; handles \
         work only with the plugin they are from",
    );

    let bytes = std::fs::read(COMPONENT).unwrap();
    let length = bytes.len();
    let three = Resources::load(bytes, Arc::new(Ended::default())).unwrap();
    assert_foreign(
        three.gallery().caption(&a),
        &format!(
            "the `node` passed to `caption` belongs to `guests/built/resources.wasm`, expected one of the \
             component of {length} bytes"
        ),
    );
    let session = three.plugin().session().unwrap();
    assert_foreign(
        session.shapes().node_parent_of(&b),
        &format!(
            "the `node` passed to `node.parent-of` belongs to `guests/built/resources.wasm`, expected \
             one of the component of {length} bytes"
        ),
    );
    let d = three.shapes().new_node("d").unwrap();
    assert_foreign(
        a.is_same(&d),
        &format!(
            "the `node` passed to `node.is-same` belongs to the component of {length} bytes, expected \
             one of `guests/built/resources.wasm`"
        ),
    );
}

#[test]
fn the_hosts_own_is_refused_where_the_plugins_is_expected() {
    let (plugin, ended) = load();
    let hosts_own = |what: &str, function: &str| {
        format!(
            "the `{what}` passed to `{function}` is the host's own, expected one of `guests/built/resources.wasm`"
        )
    };
    let fake = Node::new(Fake);
    assert_eq!(fake.name().unwrap(), "fake");
    assert_foreign(
        plugin.gallery().caption(&fake),
        &hosts_own("node", "caption"),
    );
    assert_foreign(
        plugin.gallery().new_guide(Node::new(Fake)).map(drop),
        &hosts_own("node", "guide.constructor"),
    );
    let node = plugin.shapes().new_node("a").unwrap();
    assert_foreign(node.is_same(&fake), &hosts_own("node", "node.is-same"));
    struct Nothing;
    impl TokenResource for Nothing {}
    assert_foreign(
        plugin.hazards().redeem(Token::new(Nothing)),
        &hosts_own("token", "redeem"),
    );
    let error = plugin.shapes().flip(Ok(fake)).map(drop).unwrap_err();
    assert!(error.is_foreign_handle());
    assert_eq!(ended.take(), NOTHING);
}

// What is dropped.

#[test]
fn dropping_a_handle_runs_the_destructor_once() {
    let (plugin, ended) = session();
    let node = plugin.shapes().new_node("a").unwrap();
    assert_eq!(ended.take(), NOTHING);
    drop(node);
    assert_eq!(ended.take(), ["node 1"]);

    // Without a session too: the instance goes with its last handle, after the destructor.
    let (plugin, ended) = load();
    drop(plugin.shapes().new_node("a").unwrap());
    assert_eq!(ended.take(), ["node 1"]);
    let (node, canvas) = plugin.shapes().node_on_canvas("b", 1, 1).unwrap();
    drop(canvas);
    assert_eq!(ended.take(), ["canvas 2"]);
    drop(node);
    assert_eq!(ended.take(), ["node 1"]);
    assert_eq!(Arc::strong_count(&ended), 1, "the instance is gone");
}

#[test]
fn several_handles_of_one_thing_are_counted_by_the_guest() {
    let (plugin, ended) = session();
    let family = plugin.shapes().node_family("p", ("a", "b")).unwrap();
    let first = family.find("a").unwrap();
    let again = family.find("a").unwrap();
    drop(family);
    assert_eq!(ended.take(), ["node 1", "node 3"]);
    drop(first);
    assert_eq!(ended.take(), NOTHING);
    drop(again);
    assert_eq!(ended.take(), ["node 2"]);
}

#[test]
fn what_is_given_away_is_not_dropped_twice() {
    let (plugin, ended) = session();
    let (shapes, gallery) = (plugin.shapes(), plugin.gallery());
    let parent = shapes.new_node("parent").unwrap();
    for name in ["a", "b"] {
        parent.add_child(shapes.new_node(name).unwrap()).unwrap();
    }
    assert_eq!(ended.take(), NOTHING);
    assert_eq!(shapes.handles().unwrap(), 1);
    drop(parent);
    assert_eq!(ended.take(), ["node 1", "node 2", "node 3"]);

    gallery.exhibit(shapes.new_canvas(1, 1).unwrap()).unwrap();
    assert_eq!(ended.take(), NOTHING);
    drop(gallery.sell().unwrap());
    assert_eq!(ended.take(), ["canvas 4"]);
    assert_eq!(shapes.alive().unwrap(), 0);
}

#[test]
fn what_the_guest_keeps_ends_with_the_instance() {
    let (plugin, ended) = session();
    let canvas = plugin.shapes().new_canvas(1, 1).unwrap();
    plugin.gallery().exhibit(canvas).unwrap();
    drop(plugin);
    assert_eq!(ended.take(), NOTHING, "no destructor runs for what is kept");
    assert_eq!(Arc::strong_count(&ended), 1, "the instance is gone");
}

#[test]
fn handles_outlive_their_session() {
    let (plugin, ended) = session();
    let a = plugin.shapes().new_node("a").unwrap();
    let b = plugin.shapes().new_node("b").unwrap();
    drop(plugin);
    assert!(!a.is_same(&b).unwrap());
    drop(a);
    assert_eq!(ended.take(), ["node 1"]);
    assert_eq!(b.name().unwrap(), "b");
    assert_eq!(Arc::strong_count(&ended), 2);
    drop(b);
    assert_eq!(ended.take(), ["node 2"]);
    assert_eq!(Arc::strong_count(&ended), 1, "the instance is gone");
}

#[test]
fn an_instance_is_made_with_imports_of_its_own() {
    let made = Arc::new(Mutex::new(Vec::<Arc<Ended>>::new()));
    let plugin = {
        let made = Arc::clone(&made);
        Resources::builder()
            .imports_with(move || {
                let ended = Arc::new(Ended::default());
                made.lock().unwrap().push(Arc::clone(&ended));
                ended
            })
            .load(COMPONENT)
            .unwrap()
    };
    let nodes = ["a", "b"].map(|name| plugin.shapes().new_node(name).unwrap());
    drop(nodes);
    let made = made.lock().unwrap();
    assert_eq!(made.len(), 2);
    for ended in &*made {
        assert_eq!(ended.take(), ["node 1"]);
        assert_eq!(Arc::strong_count(ended), 1, "the instance is gone");
    }
}

#[tokio::test(flavor = "current_thread")]
async fn dropping_a_handle_works_inside_a_task() {
    let (plugin, ended) = session();
    let node = plugin.shapes().new_node("a").unwrap();
    let other = plugin.shapes().new_node("b").unwrap();
    let task = {
        let ended = Arc::clone(&ended);
        tokio::spawn(async move {
            tokio::task::yield_now().await;
            drop(node);
            assert_eq!(ended.take(), ["node 1"]);
            other
        })
    };
    let other = task.await.unwrap();
    assert_eq!(other.name().unwrap(), "b");
    // A task that is cancelled drops what it has.
    let task = tokio::spawn(async move {
        let _other = other;
        std::future::pending::<()>().await;
    });
    tokio::task::yield_now().await;
    task.abort();
    assert!(task.await.unwrap_err().is_cancelled());
    assert_eq!(ended.take(), ["node 2"]);

    // The last handle of an instance takes the instance with it.
    let (plugin, ended) = load();
    drop(plugin.shapes().new_node("a").unwrap());
    assert_eq!(ended.take(), ["node 1"]);
    let stuck = plugin.hazards().new_stuck().unwrap();
    drop(stuck);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn dropping_a_handle_works_on_the_threads_of_a_runtime() {
    let (plugin, ended) = session();
    let tasks: Vec<_> = (0..20)
        .map(|_| {
            let plugin = plugin.clone();
            tokio::spawn(async move {
                let node = plugin.shapes().new_node("a").unwrap();
                tokio::task::yield_now().await;
                drop(node);
            })
        })
        .collect();
    for task in tasks {
        task.await.unwrap();
    }
    // A destructor may have been left to another task's call, which has ended by now too.
    assert_eq!(ended.take().len(), 20);
    assert_eq!(plugin.shapes().alive().unwrap(), 0);
}

/// A call on the session that stays inside the guest until it is told to go on.
struct Busy {
    thread: thread::JoinHandle<()>,
    go_on: Sender<()>,
}

impl Busy {
    /// Two canvases become one, and the guest says so in the middle of it.
    fn new(plugin: &Resources, ended: &Ended) -> Self {
        let shapes = plugin.shapes();
        let (a, b) = (
            shapes.new_canvas(1, 1).unwrap(),
            shapes.new_canvas(1, 1).unwrap(),
        );
        let (go_on, wait): (Sender<()>, Receiver<()>) = channel();
        let (inside, is_inside) = channel();
        ended.once(move || {
            inside.send(()).unwrap();
            wait.recv_timeout(EVER).unwrap();
        });
        let thread = {
            let plugin = plugin.clone();
            thread::spawn(move || drop(plugin.shapes().canvas_join(a, b).unwrap()))
        };
        is_inside.recv_timeout(EVER).unwrap();
        Self { thread, go_on }
    }

    fn end(self) {
        self.go_on.send(()).unwrap();
        self.thread.join().unwrap();
    }
}

#[test]
fn dropping_a_handle_does_not_wait_for_another_call() {
    let (plugin, ended) = session();
    let node = plugin.shapes().new_node("a").unwrap();
    let other = plugin.shapes().new_node("b").unwrap();
    let busy = Busy::new(&plugin, &ended);
    assert_eq!(ended.take(), ["canvas 4"]);
    drop(node);
    drop(other);
    // The other call is still in the guest: had these waited for it, nothing would ever let it go on.
    assert_eq!(ended.take(), NOTHING);
    busy.end();
    let mut all = ended.take();
    all.sort();
    assert_eq!(all, ["canvas 3", "canvas 5", "node 1", "node 2"]);
    assert_eq!(plugin.shapes().alive().unwrap(), 0);
}

#[test]
fn the_last_handles_of_an_instance_may_go_while_it_is_busy() {
    let (plugin, ended) = session();
    let node = plugin.shapes().new_node("a").unwrap();
    let busy = Busy::new(&plugin, &ended);
    drop(plugin);
    drop(node);
    busy.end();
    assert_eq!(ended.take().len(), 4);
    assert_eq!(Arc::strong_count(&ended), 1, "the instance is gone");
}

#[test]
fn a_handle_dropped_by_a_host_function_of_its_instance_ends_after_the_call() {
    let (plugin, ended) = session();
    let shapes = plugin.shapes();
    let node = shapes.new_node("a").unwrap();
    let (a, b) = (
        shapes.new_canvas(1, 1).unwrap(),
        shapes.new_canvas(1, 1).unwrap(),
    );
    ended.once(move || drop(node));
    let joined = shapes.canvas_join(a, b).unwrap();
    assert_eq!(ended.take(), ["canvas 3", "canvas 2", "node 1"]);
    assert_eq!(shapes.alive().unwrap(), 1);
    drop(joined);
}

#[test]
fn a_handle_dropped_while_another_destructor_runs_is_dropped_too() {
    let (plugin, ended) = load();
    let (node, canvas) = plugin.shapes().node_on_canvas("a", 1, 1).unwrap();
    let child = plugin.shapes().maybe(Some(node)).unwrap().unwrap();
    ended.once(move || drop(child));
    // The last two handles of the instance: the second goes while the first one's destructor runs.
    drop(canvas);
    assert_eq!(ended.take(), ["canvas 2", "node 1"]);
    drop(plugin);
    assert_eq!(Arc::strong_count(&ended), 1, "the instance is gone");
}

#[test]
fn a_handle_dropped_by_a_host_function_of_another_instance_ends_at_once() {
    let (plugin, ended) = load();
    let node = plugin.shapes().new_node("a").unwrap();
    let canvas = plugin.shapes().node_on_canvas("b", 1, 1).unwrap().1;
    let (tell, told) = channel();
    {
        let counted = Arc::downgrade(&ended);
        ended.once(move || {
            drop(node);
            tell.send(counted.upgrade().unwrap().take()).unwrap();
        });
    }
    ended.take();
    drop(canvas);
    assert_eq!(told.recv().unwrap(), ["canvas 2", "node 1"]);
}

#[test]
fn a_handle_may_be_the_last_that_a_thread_drops() {
    thread_local! {
        static KEPT: RefCell<Option<Node>> = const { RefCell::new(None) };
    }
    let (plugin, ended) = session();
    let node = plugin.shapes().new_node("a").unwrap();
    thread::spawn(move || KEPT.set(Some(node))).join().unwrap();
    assert_eq!(ended.take(), ["node 1"]);
    assert_eq!(plugin.shapes().alive().unwrap(), 0);
}

#[test]
fn a_host_function_can_not_call_the_instance_that_called_it() {
    let (plugin, ended) = session();
    let node = Arc::new(plugin.shapes().new_node("a").unwrap());
    let canvas = plugin.shapes().new_canvas(1, 1).unwrap();
    let (tell, told) = channel();
    {
        let node = Arc::clone(&node);
        ended.once(move || {
            tell.send(node.name().unwrap_err()).unwrap();
        });
    }
    drop(canvas);
    let error = told.recv().unwrap();
    assert!(error.is_reentrant(), "{error}");
    assert_eq!(node.name().unwrap(), "a", "and nothing is lost");
}

#[test]
fn handles_are_dropped_by_many_threads_at_once() {
    let (plugin, ended) = session();
    let nodes: Vec<Node> = (0..400)
        .map(|_| plugin.shapes().new_node("a").unwrap())
        .collect();
    let mut parts: Vec<Vec<Node>> = Vec::new();
    for (index, node) in nodes.into_iter().enumerate() {
        if index % 100 == 0 {
            parts.push(Vec::new());
        }
        parts.last_mut().unwrap().push(node);
    }
    thread::scope(|scope| {
        for part in parts {
            scope.spawn(move || drop(part));
        }
        for _ in 0..100 {
            plugin.shapes().alive().unwrap();
        }
    });
    // Nobody has the instance any more, so that none is left for later.
    let mut all = ended.take();
    assert_eq!(all.len(), 400);
    all.sort();
    all.dedup();
    assert_eq!(all.len(), 400);
    assert_eq!(plugin.shapes().handles().unwrap(), 0);
}

#[test]
fn handles_work_from_many_threads() {
    fn is_send_and_sync<T: Send + Sync + 'static>() {}
    is_send_and_sync::<Node>();
    is_send_and_sync::<Placed>();
    is_send_and_sync::<Thing>();
    is_send_and_sync::<CallError<Guide>>();

    let (plugin, ended) = load();
    let node = plugin.shapes().new_node("a").unwrap();
    let count = AtomicU32::new(0);
    thread::scope(|scope| {
        for _ in 0..8 {
            scope.spawn(|| {
                for _ in 0..50 {
                    assert_eq!(node.name().unwrap(), "a");
                    let other = plugin.shapes().maybe_name(Some(&node)).unwrap();
                    assert_eq!(other.as_deref(), Some("a"));
                    node.children().unwrap();
                    count.fetch_add(1, Ordering::Relaxed);
                }
            });
        }
    });
    assert_eq!(count.into_inner(), 400);
    thread::spawn(move || drop(node)).join().unwrap();
    assert_eq!(ended.take(), ["node 1"]);
}

// Pools.

#[test]
fn a_handle_counts_against_the_size_of_the_pool() {
    let ended = Arc::new(Ended::default());
    let plugin = Resources::builder()
        .imports(Arc::clone(&ended))
        .pool(1)
        .limits(with_time(Duration::from_secs(1)))
        .load(COMPONENT)
        .unwrap();
    let shapes = plugin.shapes();
    assert_eq!(shapes.alive().unwrap(), 0);
    let node = shapes.new_node("a").unwrap();
    let full = "the only instance of `guests/built/resources.wasm` has resources that the host holds handles of, and did not \
                become free within the time limit of 1s";
    let error = shapes.alive().unwrap_err();
    assert!(error.is_timeout());
    assert_eq!(error.to_string(), full);
    let error = shapes.new_node("b").unwrap_err();
    assert_eq!(error.to_string(), full);
    // Calls with the handle go to its instance, and wait for nobody.
    assert_eq!(node.name().unwrap(), "a");
    assert_eq!(shapes.names(&[&node]).unwrap(), ["a"]);
    let more = node.hangs_on().unwrap();
    assert!(more.is_none());

    drop(node);
    assert_eq!(ended.take(), ["node 1"]);
    // An instance that had handles is not used again.
    let node = shapes.new_node("c").unwrap();
    assert_eq!(node.id().unwrap(), 1);
    // The place is kept until the last handle is gone.
    let same = shapes.maybe(Some(node)).unwrap().unwrap();
    let (other, canvas) = (
        same.hangs_on().unwrap(),
        plugin.gallery().frame(Placed {
            node: same,
            x: 1,
            y: 1,
        }),
    );
    assert!(other.is_none());
    let canvas = canvas.unwrap();
    let node = canvas.take_down().unwrap().unwrap();
    drop(canvas);
    assert_eq!(shapes.alive().unwrap_err().to_string(), full);
    drop(node);
    assert_eq!(shapes.alive().unwrap(), 0);
}

#[test]
fn a_call_that_gives_out_no_handle_keeps_the_instance_in_the_pool() {
    let plugin = Resources::builder()
        .imports(Arc::new(Ended::default()))
        .pool(1)
        .load(COMPONENT)
        .unwrap();
    // The guest's own error, and an option without a handle.
    assert!(plugin.gallery().sell().unwrap_err().guest().is_some());
    assert!(plugin.shapes().maybe(None).unwrap().is_none());
    assert!(plugin.hazards().new_picky(1).is_err());
    assert_eq!(plugin.shapes().alive().unwrap(), 0);
}

#[test]
fn a_call_that_waits_for_the_pool_gets_the_place_of_the_last_handle() {
    let plugin = Resources::builder()
        .imports(Arc::new(Ended::default()))
        .pool(1)
        .limits(with_time(EVER))
        .load(COMPONENT)
        .unwrap();
    let node = plugin.shapes().new_node("a").unwrap();
    let started = AtomicBool::new(false);
    thread::scope(|scope| {
        let waiting = scope.spawn(|| {
            started.store(true, Ordering::SeqCst);
            plugin.shapes().alive()
        });
        while !started.load(Ordering::SeqCst) {
            thread::yield_now();
        }
        drop(node);
        assert_eq!(waiting.join().unwrap().unwrap(), 0);
    });
}

#[test]
fn a_pools_place_is_free_again_after_its_instance_failed() {
    let plugin = Resources::builder()
        .imports(Arc::new(Ended::default()))
        .pool(1)
        .load(COMPONENT)
        .unwrap();
    let node = plugin.shapes().new_node("a").unwrap();
    assert!(node.crash().unwrap_err().is_trap());
    // The instance is gone, whether or not the handle is.
    assert_eq!(plugin.shapes().alive().unwrap(), 0);
    assert!(node.name().unwrap_err().is_session_lost());
}

// Failures.

const LOST: &str = "the session with `guests/built/resources.wasm` ended when an earlier call failed; begin a new one";

#[track_caller]
fn assert_lost<T>(result: Result<T, Error>, cause: &str) {
    let Err(error) = result else {
        panic!("the instance is alive")
    };
    assert!(error.is_session_lost(), "{error}");
    assert_eq!(error.to_string(), LOST);
    let source = error.source().unwrap().to_string();
    assert!(source.contains(cause), "`{cause}` is not in: {source}");
}

#[test]
fn after_a_trap_every_handle_says_that_the_instance_is_lost() {
    let (plugin, ended) = session();
    let shapes = plugin.shapes();
    let (node, canvas) = shapes.node_on_canvas("a", 1, 1).unwrap();
    let guide = plugin.gallery().new_guide(node).unwrap();
    let node = shapes.new_node("b").unwrap();
    let other = shapes.new_node("c").unwrap();

    let error = node.crash().unwrap_err();
    assert!(error.is_trap());
    assert!(error.to_string().contains("`node.crash`"), "{error}");
    let cause = "`node.crash`";
    assert_lost(node.name(), cause);
    assert_lost(node.is_same(&other), cause);
    assert_lost(canvas.area(), cause);
    assert_lost(guide.next(), cause);
    assert_lost(shapes.alive(), cause);
    assert_lost(plugin.gallery().caption(&node), cause);
    assert_lost(canvas.hang(node), cause);
    let error = other.find("b").unwrap_err();
    assert!(error.is_session_lost(), "{error}");
    drop((guide, other, canvas));
    assert_eq!(ended.take(), NOTHING, "there is nothing left to be ended");
}

#[test]
fn a_handle_without_a_session_is_lost_the_same_way() {
    let (plugin, ended) = load();
    let family = plugin.shapes().node_family("p", ("a", "b")).unwrap();
    let children = family.children().unwrap();
    assert!(children[0].crash().unwrap_err().is_trap());
    assert_lost(children[1].name(), "`node.crash`");
    assert_lost(family.children(), "`node.crash`");
    assert_eq!(Arc::strong_count(&ended), 1, "the instance is gone already");
    drop((family, children));
    assert_eq!(ended.take(), NOTHING);
    // Other instances are none the worse.
    let node = plugin.shapes().new_node("a").unwrap();
    assert_eq!(node.name().unwrap(), "a");
}

#[test]
fn a_trap_in_a_function_that_takes_a_handle_for_good_loses_the_instance_once() {
    let (plugin, ended) = session();
    let shapes = plugin.shapes();
    let (node, canvas) = shapes.node_on_canvas("a", 1, 1).unwrap();
    let child = shapes.node_family("p", ("q", "r")).unwrap();
    let q = child.find("q").unwrap();
    // Its own ancestor.
    let error = q.add_child(child).unwrap_err();
    assert!(error.is_trap());
    assert!(
        error
            .to_string()
            .contains("a node can't be its own ancestor"),
        "{error}"
    );
    assert_lost(node.name(), "`node.add-child`");
    drop((node, canvas, q));
    assert_eq!(ended.take(), NOTHING);
}

#[test]
fn a_call_that_takes_too_long_loses_the_instance_of_its_handles() {
    let ended = Arc::new(Ended::default());
    let plugin = Resources::builder()
        .imports(Arc::clone(&ended))
        .limits(with_time(Duration::from_millis(500)))
        .load(COMPONENT)
        .unwrap();
    let session = plugin.plugin().session().unwrap();
    let (node, canvas) = session.shapes().node_on_canvas("a", 1, 1).unwrap();
    let other = session.shapes().new_canvas(1, 1).unwrap();
    // Longer than the call may take, so that the guest is stopped when it goes on.
    ended.once(|| thread::sleep(Duration::from_secs(1)));
    let error = session.shapes().canvas_join(canvas, other).unwrap_err();
    assert!(error.is_timeout(), "{error}");
    assert_lost(node.name(), "did not end within the time limit of 500ms");
}

// Destructors that fail.

#[test]
fn a_destructor_that_never_ends_is_stopped() {
    let (plugin, ended) = session();
    let node = plugin.shapes().new_node("a").unwrap();
    let stuck = plugin.hazards().new_stuck().unwrap();
    assert_eq!(stuck.state().unwrap(), "still fine");
    let start = Instant::now();
    drop(stuck);
    let took = start.elapsed();
    // 100 ms, and whatever the machine is busy with.
    assert!(took < Duration::from_secs(60), "{took:?}");
    assert_lost(
        plugin.shapes().alive(),
        "the destructor of a resource of `guests/built/resources.wasm` did not end within the time limit of 100ms",
    );
    assert_lost(node.name(), "did not end within the time limit of 100ms");
    drop(node);
    assert_eq!(ended.take(), NOTHING);
    assert_eq!(
        plugin.plugin().session().unwrap().shapes().alive().unwrap(),
        0
    );
}

#[test]
fn a_destructor_has_no_more_time_than_a_call() {
    let plugin = Resources::builder()
        .imports(Arc::new(Ended::default()))
        .limits(with_time(Duration::from_millis(60)))
        .load(COMPONENT)
        .unwrap();
    // On a busy machine the calls before may take too long as well.
    let (session, stuck) = loop {
        let session = plugin.plugin().session();
        let made = session.and_then(|session| Ok((session.hazards().new_stuck()?, session)));
        match made {
            Ok((stuck, session)) => break (session, stuck),
            Err(error) => assert!(error.is_timeout(), "{error}"),
        }
    };
    drop(stuck);
    assert_lost(
        session.shapes().alive(),
        "did not end within the time limit of 60ms",
    );
}

#[test]
fn a_destructor_that_panics_ends_its_instance_only() {
    let (plugin, ended) = session();
    let node = plugin.shapes().new_node("a").unwrap();
    let brittle = plugin.hazards().new_brittle().unwrap();
    assert_eq!(brittle.state().unwrap(), "still fine");
    drop(brittle);
    assert_lost(
        node.name(),
        "the destructor of a resource of `guests/built/resources.wasm` trapped",
    );
    assert_lost(node.name(), "it broke");
    drop(node);
    assert_eq!(ended.take(), NOTHING);

    // The last handle of an instance of its own.
    let (plugin, ended) = load();
    drop(plugin.hazards().new_brittle().unwrap());
    drop(plugin.hazards().new_stuck().unwrap());
    assert_eq!(Arc::strong_count(&ended), 1, "the instances are gone");
    assert_eq!(plugin.shapes().alive().unwrap(), 0);
}

#[test]
fn of_the_destructors_left_for_later_those_after_a_failed_one_do_not_run() {
    let (plugin, ended) = session();
    let shapes = plugin.shapes();
    let (a, b) = (
        shapes.new_canvas(1, 1).unwrap(),
        shapes.new_canvas(1, 1).unwrap(),
    );
    let brittles: Vec<Brittle> = (0..3)
        .map(|_| plugin.hazards().new_brittle().unwrap())
        .collect();
    ended.once(move || drop(brittles));
    // The call itself is none the worse: its answer is there.
    let joined = shapes.canvas_join(a, b).unwrap();
    assert_lost(joined.area(), "it broke");
    assert_lost(shapes.alive(), "it broke");
    drop(joined);
    assert_eq!(ended.take(), ["canvas 2", "canvas 1"]);
}

#[test]
fn what_is_left_for_after_a_call_that_fails_does_not_run() {
    let (plugin, ended) = session();
    let shapes = plugin.shapes();
    let (node, other) = (shapes.new_node("a").unwrap(), shapes.new_node("b").unwrap());
    let (a, b) = (
        shapes.new_canvas(1, 1).unwrap(),
        shapes.new_canvas(1, 1).unwrap(),
    );
    ended.once(move || {
        drop(node);
        panic!("at the wrong moment")
    });
    let error = shapes.canvas_join(a, b).map(drop).unwrap_err();
    assert!(error.is_host_panic(), "{error}");
    assert_lost(other.name(), "at the wrong moment");
    assert_eq!(ended.take(), ["canvas 4"]);
    drop((other, plugin));
    assert_eq!(Arc::strong_count(&ended), 1, "the instance is gone");
}

#[test]
fn a_stuck_destructor_in_a_pool_gives_its_place_back() {
    let plugin = Resources::builder()
        .imports(Arc::new(Ended::default()))
        .pool(1)
        .load(COMPONENT)
        .unwrap();
    drop(plugin.hazards().new_stuck().unwrap());
    assert_eq!(plugin.shapes().alive().unwrap(), 0);
    drop(plugin.hazards().new_brittle().unwrap());
    assert_eq!(plugin.shapes().alive().unwrap(), 0);
}

#[test]
fn a_host_function_that_panics_in_a_destructor_ends_the_instance() {
    let (plugin, ended) = session();
    let node = plugin.shapes().new_node("a").unwrap();
    let other = plugin.shapes().new_node("b").unwrap();
    ended.once(|| panic!("at the wrong moment"));
    drop(node);
    assert_lost(other.name(), "at the wrong moment");
}

// Fakes, and traits as objects.

/// A node without a plugin.
struct Fake;

fn no<T>() -> Result<T, Error> {
    Err(Error::new(ErrorKind::Other, "a fake does not do that"))
}

impl NodeResource for Fake {
    fn id(&self) -> Result<u32, Error> {
        Ok(42)
    }
    fn name(&self) -> Result<String, Error> {
        Ok("fake".to_owned())
    }
    fn rename(&self, _: &str) -> Result<(), Error> {
        no()
    }
    fn children(&self) -> Result<Vec<Node>, Error> {
        Ok(vec![Node::new(Fake)])
    }
    fn add_child(&self, _: Node) -> Result<(), Error> {
        no()
    }
    fn add_children(&self, _: Vec<Node>) -> Result<u32, Error> {
        no()
    }
    fn is_same(&self, other: &Node) -> Result<bool, Error> {
        Ok(other.id()? == 42)
    }
    fn find(&self, name: &str) -> Result<Node, CallError<String>> {
        Err(CallError::Guest(format!("no node {name}")))
    }
    fn hangs_on(&self) -> Result<Option<Canvas>, Error> {
        Ok(None)
    }
    fn crash(&self) -> Result<(), Error> {
        Err(Error::new(ErrorKind::Trap, "as it should"))
    }
}

/// Does its work with whatever node it is given.
fn shout(node: &Node) -> Result<String, Error> {
    let mut text = node.name()?.to_uppercase();
    for child in node.children()? {
        text.push(' ');
        text.push_str(&child.name()?);
    }
    Ok(text)
}

#[test]
fn code_that_takes_a_handle_takes_a_fake() {
    let (plugin, _) = load();
    let family = plugin.shapes().node_family("p", ("a", "b")).unwrap();
    assert_eq!(shout(&family).unwrap(), "P a b");
    let fake = Node::new(Fake);
    assert_eq!(shout(&fake).unwrap(), "FAKE fake");
    // A fake may be shown a plugin's handle, and says what it is.
    assert!(!fake.is_same(&family).unwrap());
    assert!(fake.is_same(&Node::new(Fake)).unwrap());
    assert!(fake.crash().unwrap_err().is_trap());
    assert_eq!(fake.find("x").err().unwrap().guest().unwrap(), "no node x");
}

#[test]
fn a_fake_of_a_resource_takes_a_few_lines() {
    struct Hardy;
    impl BrittleResource for Hardy {
        fn state(&self) -> Result<String, Error> {
            Ok("never better".to_owned())
        }
    }
    let brittle = Brittle::new(Hardy);
    assert_eq!(brittle.state().unwrap(), "never better");
    drop(brittle);
}

#[test]
fn the_traits_are_objects() {
    fn through(shapes: &dyn Shapes, gallery: &dyn Gallery) -> Result<String, Error> {
        let node = shapes.new_node("n")?;
        let canvas = gallery.frame(shapes.place(node, 2, 3)?)?;
        let node = canvas.take_down()?.expect("it was hung there");
        let object: &dyn NodeResource = &node;
        Ok(format!("{} {}", object.name()?, canvas.area()?))
    }
    let (plugin, _) = session();
    assert_eq!(through(&plugin, &plugin).unwrap(), "n 6");

    let hazards: Box<dyn Hazards + Send + Sync> = Box::new(plugin);
    let handles: (Stuck, Picky) = (hazards.new_stuck().unwrap(), hazards.new_picky(2).unwrap());
    assert_eq!(handles.1.number().unwrap(), 2);
    // An instance goes without its destructors where handles are never dropped.
    std::mem::forget(handles);
}

// What the example shows, exactly.

#[test]
fn counters() {
    use counters::{Counter, CounterResource};

    let plugin = Counters::load(COUNTERS).unwrap();
    let counter = plugin.new_counter(40).unwrap();
    assert_eq!(counter.add(2).unwrap(), 42);
    assert_eq!(counter.value().unwrap(), 42);
    assert_eq!(plugin.describe(&counter).unwrap(), "a counter at 42");
    assert_eq!(plugin.alive().unwrap(), 0, "a fresh instance");

    let session = plugin.plugin().session().unwrap();
    let (a, b) = (
        session.new_counter(1).unwrap(),
        session.new_counter(2).unwrap(),
    );
    assert_eq!(session.alive().unwrap(), 2);
    let both = session.counter_merge(a, b).unwrap();
    assert_eq!(session.alive().unwrap(), 1);
    assert_eq!(both.value().unwrap(), 3);
    assert!(session.describe(&counter).unwrap_err().is_foreign_handle());
    drop(both);
    assert_eq!(session.alive().unwrap(), 0);

    // Without a session, both must be of one instance, and here each is of its own.
    let (a, b) = (
        plugin.new_counter(1).unwrap(),
        plugin.new_counter(2).unwrap(),
    );
    assert!(plugin.counter_merge(a, b).unwrap_err().is_foreign_handle());

    struct Tally(AtomicU32);
    impl CounterResource for Tally {
        fn add(&self, n: u32) -> Result<u32, Error> {
            Ok(self.0.fetch_add(n, Ordering::Relaxed) + n)
        }
        fn value(&self) -> Result<u32, Error> {
            Ok(self.0.load(Ordering::Relaxed))
        }
    }
    let tally = Counter::new(Tally(AtomicU32::new(1)));
    tally.add(4).unwrap();
    assert_eq!(
        tally
            .downcast_ref::<Tally>()
            .unwrap()
            .0
            .load(Ordering::Relaxed),
        5
    );
}
