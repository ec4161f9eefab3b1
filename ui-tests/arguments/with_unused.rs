#[fidius::host(wit = "shop.wit", with = { "test:stationery/pens" = pens })]
pub struct Greeter;

fn main() {
    let _ = Greeter::load("plugin.wasm");
}
