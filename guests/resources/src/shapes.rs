use std::rc::Rc;
use std::sync::atomic::Ordering::Relaxed;

use crate::Plugin;
use crate::exports::fidius::resources::shapes::{
    Canvas, Guest, GuestCanvas, GuestNode, Link, Node, NodeBorrow, Placed, Thing,
};
use crate::tree::{self, ALIVE, HANDLES, Handle};

pub type NodeHandle = Handle<tree::Node>;
pub type CanvasHandle = Handle<tree::Canvas>;

pub fn node(node: Rc<tree::Node>) -> Node {
    Node::new(Handle::new(node))
}

pub fn canvas(canvas: Rc<tree::Canvas>) -> Canvas {
    Canvas::new(Handle::new(canvas))
}

impl GuestNode for NodeHandle {
    fn new(name: String) -> Self {
        Handle::new(tree::Node::new(name))
    }

    fn id(&self) -> u32 {
        self.life.id
    }

    fn name(&self) -> String {
        self.name.borrow().clone()
    }

    fn rename(&self, name: String) {
        self.name.replace(name);
    }

    fn children(&self) -> Vec<Node> {
        self.children.borrow().iter().cloned().map(node).collect()
    }

    fn add_child(&self, n: Node) {
        self.add(n.get::<Self>().thing());
    }

    fn add_children(&self, ns: Vec<Node>) -> u32 {
        ns.into_iter().for_each(|n| self.add_child(n));
        self.children.borrow().len() as u32
    }

    fn is_same(&self, other: NodeBorrow<'_>) -> bool {
        Rc::ptr_eq(self, other.get::<Self>())
    }

    fn find(&self, name: String) -> Result<Node, String> {
        let found = tree::Node::find(self, &name);
        found.map(node).ok_or_else(|| format!("no node {name}"))
    }

    fn hangs_on(&self) -> Option<Canvas> {
        self.canvas.borrow().upgrade().map(canvas)
    }

    fn parent_of(n: NodeBorrow<'_>) -> Option<Node> {
        n.get::<Self>().parent.borrow().upgrade().map(node)
    }

    fn family(name: String, (first, second): (String, String)) -> Node {
        let parent = tree::Node::new(name);
        parent.add(tree::Node::new(first));
        parent.add(tree::Node::new(second));
        node(parent)
    }

    fn on_canvas(name: String, width: u32, height: u32) -> (Node, Canvas) {
        let (hung, on) = (tree::Node::new(name), tree::Canvas::new(width, height));
        on.hang(Rc::clone(&hung));
        (node(hung), canvas(on))
    }

    fn crash(&self) {
        std::arch::wasm32::unreachable()
    }
}

impl GuestCanvas for CanvasHandle {
    fn new(width: u32, height: u32) -> Self {
        Handle::new(tree::Canvas::new(width, height))
    }

    fn id(&self) -> u32 {
        self.life.id
    }

    fn area(&self) -> u32 {
        self.width.checked_mul(self.height).expect("it fits")
    }

    fn hang(&self, n: Node) {
        tree::Canvas::hang(self, n.get::<NodeHandle>().thing());
    }

    fn take_down(&self) -> Option<Node> {
        let taken = self.nodes.borrow_mut().pop()?;
        taken.canvas.take();
        Some(node(taken))
    }

    fn shows(&self, n: NodeBorrow<'_>) -> bool {
        let nodes = self.nodes.borrow();
        nodes
            .iter()
            .any(|node| Rc::ptr_eq(node, n.get::<NodeHandle>()))
    }

    fn join(a: Canvas, b: Canvas) -> Canvas {
        let (a, b) = (a.get::<Self>(), b.get::<Self>());
        let joined = tree::Canvas::new(a.width + b.width, a.height.max(b.height));
        for node in a.nodes.take().into_iter().chain(b.nodes.take()) {
            joined.hang(node);
        }
        canvas(joined)
    }
}

impl Guest for Plugin {
    type Node = NodeHandle;
    type Canvas = CanvasHandle;

    fn place(n: Node, x: i32, y: i32) -> Placed {
        Placed { node: n, x, y }
    }

    fn move_by(p: Placed, x: i32, y: i32) -> Placed {
        Placed {
            x: p.x.wrapping_add(x),
            y: p.y.wrapping_add(y),
            ..p
        }
    }

    fn is_link(l: Link<'_>) -> bool {
        let (source, target) = (l.source.get::<NodeHandle>(), l.target.get::<NodeHandle>());
        let children = source.children.borrow();
        children.iter().any(|child| Rc::ptr_eq(child, target))
    }

    fn names(ns: Vec<NodeBorrow<'_>>) -> Vec<String> {
        ns.iter().map(|n| n.get::<NodeHandle>().name()).collect()
    }

    fn gather(name: String, ns: Vec<Node>) -> Node {
        let parent = <NodeHandle as GuestNode>::new(name);
        parent.add_children(ns);
        Node::new(parent)
    }

    fn settle(t: Thing) -> Thing {
        match t {
            Thing::Name(name) => Thing::Node(node(tree::Node::new(name))),
            other => other,
        }
    }

    fn maybe(n: Option<Node>) -> Option<Node> {
        n
    }

    fn maybe_name(n: Option<NodeBorrow<'_>>) -> Option<String> {
        n.map(|n| n.get::<NodeHandle>().name())
    }

    fn flip(r: Result<Node, Canvas>) -> Result<Canvas, Node> {
        match r {
            Ok(node) => Err(node),
            Err(canvas) => Ok(canvas),
        }
    }

    fn swap((node, canvas): (Node, Canvas)) -> (Canvas, Node) {
        (canvas, node)
    }

    fn rename_all(items: Vec<Option<(String, Node)>>) -> Vec<Option<(String, Node)>> {
        for (name, node) in items.iter().flatten() {
            node.get::<NodeHandle>().rename(name.clone());
        }
        items
    }

    fn alive() -> u32 {
        ALIVE.load(Relaxed)
    }

    fn handles() -> u32 {
        HANDLES.load(Relaxed)
    }
}
