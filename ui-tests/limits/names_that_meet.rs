#[fidius::host(wit = "meeting-everything.wit")]
pub struct Greeter;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let greeter = Greeter::load("greeter.wasm")?;
    println!("{}", greeter.greet("world")?);
    println!("{}", greeter::Point { url: 1 }.url);
    println!("{:?}", [greeter::Shape::Dot, greeter::Shape::Circle(1)]);
    println!("{:?}", greeter::Color::Red);
    println!("{:?}", greeter::Style::BOLD | greeter::Style::ITALIC);
    Ok(())
}
