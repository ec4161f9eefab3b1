#[fidius::host(inline = "
package test:twice;
interface store { resource bucket { constructor(); } }
world w {
  use store.{bucket};
  export g: func(b: borrow<bucket>) -> u32;
  export store;
}
")]
pub struct Host;

fn main() {}
