//! Components made of WIT and of WebAssembly as text, for guests that do just what a test needs.

use fidius_wit::wit_parser::{PackageId, Resolve};
use wit_component::{ComponentEncoder, StringEncoding, embed_component_metadata};

/// The WIT, read.
pub fn resolve(wit: &str) -> (Resolve, PackageId) {
    let mut resolve = Resolve {
        all_features: true,
        ..Resolve::default()
    };
    let package = resolve
        .push_source("echo.wit", wit)
        .unwrap_or_else(|error| panic!("{}\n{wit}", resolve.render_error(&error)));
    (resolve, package)
}

/// A component of the one world in this WIT, which has this for its code.
pub fn encode(wit: &str, module: &str) -> Vec<u8> {
    let (resolve, package) = resolve(wit);
    let world = resolve.select_world(&[package], None).unwrap();
    let mut module = wat::parse_str(module).unwrap_or_else(|error| panic!("{error}\n{module}"));
    embed_component_metadata(&mut module, &resolve, world, StringEncoding::UTF8).unwrap();
    ComponentEncoder::default()
        .module(&module)
        .unwrap()
        .validate(true)
        .encode()
        .unwrap_or_else(|error| panic!("{error:?}\n{wit}"))
}

/// The parts that every module here has: a memory, and what takes room in it and never gives it back.
pub const MEMORY: &str = r#"
  (memory (export "memory") 1)
  (global $next (mut i32) (i32.const 1024))
  (func (export "cabi_realloc") (param i32 i32 i32 i32) (result i32)
    (local $at i32)
    (local.set $at
      (i32.and
        (i32.add (global.get $next) (i32.sub (local.get 2) (i32.const 1)))
        (i32.sub (i32.const 0) (local.get 2))))
    (global.set $next (i32.add (local.get $at) (local.get 3)))
    (loop $grow
      (if (i32.gt_u (global.get $next) (i32.mul (memory.size) (i32.const 65536)))
        (then
          (drop (memory.grow (i32.const 1)))
          (br $grow))))
    (local.get $at))
"#;
