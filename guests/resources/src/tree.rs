//! What the handles are of.

use std::cell::RefCell;
use std::ops::Deref;
use std::rc::{Rc, Weak};
use std::sync::atomic::{AtomicU32, Ordering::Relaxed};

use crate::events;

static IDS: AtomicU32 = AtomicU32::new(0);
pub static ALIVE: AtomicU32 = AtomicU32::new(0);
pub static HANDLES: AtomicU32 = AtomicU32::new(0);

/// Tells the host of its end.
pub struct Life {
    pub id: u32,
    what: &'static str,
}

impl Life {
    pub fn new(what: &'static str) -> Self {
        ALIVE.fetch_add(1, Relaxed);
        let id = IDS.fetch_add(1, Relaxed) + 1;
        Self { id, what }
    }
}

impl Drop for Life {
    fn drop(&mut self) {
        ALIVE.fetch_sub(1, Relaxed);
        events::dropped(self.what, self.id);
    }
}

/// One of the handles that the host may have of the same thing.
pub struct Handle<T>(Rc<T>);

impl<T> Handle<T> {
    pub fn new(thing: Rc<T>) -> Self {
        HANDLES.fetch_add(1, Relaxed);
        Self(thing)
    }

    pub fn thing(&self) -> Rc<T> {
        Rc::clone(&self.0)
    }
}

impl<T> Deref for Handle<T> {
    type Target = Rc<T>;

    fn deref(&self) -> &Rc<T> {
        &self.0
    }
}

impl<T> Drop for Handle<T> {
    fn drop(&mut self) {
        HANDLES.fetch_sub(1, Relaxed);
    }
}

pub struct Node {
    pub life: Life,
    pub name: RefCell<String>,
    pub parent: RefCell<Weak<Node>>,
    pub children: RefCell<Vec<Rc<Node>>>,
    pub canvas: RefCell<Weak<Canvas>>,
}

impl Node {
    pub fn new(name: String) -> Rc<Self> {
        Rc::new(Self {
            life: Life::new("node"),
            name: RefCell::new(name),
            parent: RefCell::default(),
            children: RefCell::default(),
            canvas: RefCell::default(),
        })
    }

    pub fn add(self: &Rc<Self>, child: Rc<Self>) {
        let mut ancestor = Some(Rc::clone(self));
        while let Some(node) = ancestor {
            assert!(
                !Rc::ptr_eq(&node, &child),
                "a node can't be its own ancestor"
            );
            ancestor = node.parent.borrow().upgrade();
        }
        if let Some(parent) = child.parent.borrow().upgrade() {
            let mut siblings = parent.children.borrow_mut();
            siblings.retain(|sibling| !Rc::ptr_eq(sibling, &child));
        }
        child.parent.replace(Rc::downgrade(self));
        self.children.borrow_mut().push(child);
    }

    pub fn find(&self, name: &str) -> Option<Rc<Self>> {
        let children = self.children.borrow();
        children.iter().find_map(|child| {
            if *child.name.borrow() == name {
                Some(Rc::clone(child))
            } else {
                child.find(name)
            }
        })
    }
}

pub struct Canvas {
    pub life: Life,
    pub width: u32,
    pub height: u32,
    pub nodes: RefCell<Vec<Rc<Node>>>,
}

impl Canvas {
    pub fn new(width: u32, height: u32) -> Rc<Self> {
        Rc::new(Self {
            life: Life::new("canvas"),
            width,
            height,
            nodes: RefCell::default(),
        })
    }

    pub fn hang(self: &Rc<Self>, node: Rc<Node>) {
        let before = node.canvas.replace(Rc::downgrade(self));
        if let Some(canvas) = before.upgrade() {
            let mut nodes = canvas.nodes.borrow_mut();
            nodes.retain(|other| !Rc::ptr_eq(other, &node));
        }
        self.nodes.borrow_mut().push(node);
    }
}

pub struct Guide {
    pub _life: Life,
    /// What is still to be shown, the next one last.
    pub ahead: RefCell<Vec<Rc<Node>>>,
}
