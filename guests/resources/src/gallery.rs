use std::cell::RefCell;
use std::rc::Rc;

use crate::Plugin;
use crate::exports::fidius::resources::gallery::{
    Canvas, Guest, GuestGuide, Guide, Node, NodeBorrow, Placed,
};
use crate::shapes::{CanvasHandle, NodeHandle, canvas, node};
use crate::tree::{self, Handle, Life};

thread_local! {
    static EXHIBITED: RefCell<Vec<Canvas>> = const { RefCell::new(Vec::new()) };
}

type GuideHandle = Handle<tree::Guide>;

fn guide(ahead: Vec<Rc<tree::Node>>) -> GuideHandle {
    Handle::new(Rc::new(tree::Guide {
        _life: Life::new("guide"),
        ahead: RefCell::new(ahead),
    }))
}

impl GuestGuide for GuideHandle {
    fn new(start: Node) -> Self {
        guide(vec![start.get::<NodeHandle>().thing()])
    }

    fn next(&self) -> Option<Node> {
        let mut ahead = self.ahead.borrow_mut();
        let next = ahead.pop()?;
        ahead.extend(next.children.borrow().iter().rev().cloned());
        Some(node(next))
    }

    fn rest(&self) -> Result<Canvas, Guide> {
        let ahead = self.ahead.borrow();
        let on = ahead.last().and_then(|next| next.canvas.borrow().upgrade());
        on.map(canvas)
            .ok_or_else(|| Guide::new(guide(ahead.clone())))
    }
}

impl Guest for Plugin {
    type Guide = GuideHandle;

    fn exhibit(c: Canvas) -> u32 {
        EXHIBITED.with_borrow_mut(|exhibited| {
            exhibited.push(c);
            exhibited.len() as u32
        })
    }

    fn sell() -> Result<Canvas, String> {
        EXHIBITED
            .with_borrow_mut(Vec::pop)
            .ok_or_else(|| "there is no canvas".to_owned())
    }

    fn caption(n: NodeBorrow<'_>) -> String {
        let node = n.get::<NodeHandle>();
        format!("{}, number {}", node.name.borrow(), node.life.id)
    }

    fn frame(p: Placed) -> Canvas {
        let (width, height) = (p.x.unsigned_abs(), p.y.unsigned_abs());
        let framed = tree::Canvas::new(width, height);
        framed.hang(p.node.get::<NodeHandle>().thing());
        canvas(framed)
    }

    fn commission(name: String) -> (Node, Canvas) {
        let (hung, on) = (tree::Node::new(name), tree::Canvas::new(1, 1));
        on.hang(Rc::clone(&hung));
        (node(hung), Canvas::new(CanvasHandle::new(on)))
    }
}
