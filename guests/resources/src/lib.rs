//! A guest with resources of every kind.

wit_bindgen::generate!({
    path: "../../wit/resources",
    world: "fidius:resources/resources-plugin",
});

mod gallery;
mod hazards;
mod shapes;
mod tree;

struct Plugin;

export!(Plugin);
