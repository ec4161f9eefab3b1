//! Components that show what gets to a guest, for any type: made of WIT and a few lines of text, without any bindings.

use std::collections::BTreeSet;
use std::fmt::Write;

use fidius_wit::Type;
use fidius_wit::wit_parser::abi::{AbiVariant, WasmType};

use super::component_of_text::{MEMORY, encode, resolve};

/// How many bytes a function has as parameters beside the value, so that all of them are passed in memory.
pub const PADDING: usize = 16;

/// The functions of the interface `random:echo/echo`, where `T` is the type:
///
/// - `echo: func(x: T, p0: u8, … p15: u8) -> tuple<T, u8, … u8>` answers with what it was given, just as it lies in memory.
/// - `dump`, with the same parameters, `-> list<u8>`: all of the memory that the parameters take.
/// - `flats: func(x: T) -> list<u64>`, where `T` is not passed in memory: what it is passed as.
/// - `one: func(x: T) -> T`, where `T` is passed as a single scalar.
/// - `text: func(x: T) -> list<u8>`, where `T` is not passed in memory: all that it has in memory beside what it is passed as.
pub fn echo_component(ty: &Type) -> Vec<u8> {
    let mut types = Definitions::default();
    let name = types.name(ty);
    let padding: String = (0..PADDING).map(|n| format!(", p{n}: u8")).collect();
    let bytes = ", u8".repeat(PADDING);
    let mut functions = format!(
        "  echo: func(x: {name}{padding}) -> tuple<{name}{bytes}>;\n  dump: func(x: {name}{padding}) -> list<u8>;\n"
    );
    let definitions = types.texts.concat();
    // To see how the type is passed, the types have to be there first.
    let (resolve, _) = resolve(&wit(
        &definitions,
        &format!("  flats: func(x: {name}) -> list<u64>;\n"),
    ));
    let (_, interface) = resolve
        .interfaces
        .iter()
        .find(|(_, interface)| interface.name.as_deref() == Some("echo"))
        .unwrap();
    let signature = resolve.wasm_signature(AbiVariant::GuestExport, &interface.functions["flats"]);
    let flats = (!signature.indirect_params).then_some(signature.params);
    if let Some(flats) = &flats {
        writeln!(functions, "  flats: func(x: {name}) -> list<u64>;").unwrap();
        writeln!(functions, "  text: func(x: {name}) -> list<u8>;").unwrap();
        if flats.len() == 1 && !matches!(ty, Type::Option(_)) {
            writeln!(functions, "  one: func(x: {name}) -> {name};").unwrap();
        }
    }
    encode(&wit(&definitions, &functions), &module(flats.as_deref()))
}

fn wit(definitions: &str, functions: &str) -> String {
    format!(
        "package random:echo;\n\ninterface echo {{\n{definitions}{functions}}}\n\nworld echoes {{ export echo; }}\n"
    )
}

fn module(flats: Option<&[WasmType]>) -> String {
    let mut text = format!(
        r#"(module {MEMORY}
  (func (export "random:echo/echo#echo") (param i32) (result i32) (local.get 0))
  (func (export "random:echo/echo#dump") (param i32) (result i32)
    (i32.store (i32.const 8) (local.get 0))
    (i32.store (i32.const 12) (i32.sub (global.get $next) (local.get 0)))
    (i32.const 8))
"#
    );
    let Some(flats) = flats else {
        return text + ")";
    };
    let core = |ty: &WasmType| match ty {
        WasmType::I32 | WasmType::Pointer | WasmType::Length => "i32",
        WasmType::I64 | WasmType::PointerOrI64 => "i64",
        WasmType::F32 => "f32",
        WasmType::F64 => "f64",
    };
    let params: Vec<&str> = flats.iter().map(core).collect();
    let params = params.join(" ");
    text += &format!("  (func (export \"random:echo/echo#flats\") (param {params}) (result i32)\n");
    for (index, ty) in flats.iter().enumerate() {
        let value = match core(ty) {
            "i32" => format!("(i64.extend_i32_u (local.get {index}))"),
            "f32" => format!("(i64.extend_i32_u (i32.reinterpret_f32 (local.get {index})))"),
            "f64" => format!("(i64.reinterpret_f64 (local.get {index}))"),
            _ => format!("(local.get {index})"),
        };
        writeln!(
            text,
            "    (i64.store (i32.const {}) {value})",
            16 + 8 * index
        )
        .unwrap();
    }
    let count = flats.len();
    text += &format!(
        r#"    (i32.store (i32.const 8) (i32.const 16))
    (i32.store (i32.const 12) (i32.const {count}))
    (i32.const 8))
  (func (export "random:echo/echo#text") (param {params}) (result i32)
    (i32.store (i32.const 8) (i32.const 1024))
    (i32.store (i32.const 12) (i32.sub (global.get $next) (i32.const 1024)))
    (i32.const 8))
"#
    );
    if let [only] = flats {
        let only = core(only);
        text += &format!(
            "  (func (export \"random:echo/echo#one\") (param {only}) (result {only}) (local.get 0))\n"
        );
    }
    text + ")"
}

/// The definitions of named types, each by a name that no other has.
#[derive(Default)]
struct Definitions {
    texts: Vec<String>,
    names: BTreeSet<String>,
}

impl Definitions {
    fn define(&mut self, keyword: &str, members: &str) -> String {
        let name = format!("ty{}", self.texts.len());
        self.texts
            .push(format!("  {keyword} {name} {{\n{members}  }}\n"));
        self.names.insert(name.clone());
        name
    }

    /// How WIT writes the type.
    fn name(&mut self, ty: &Type) -> String {
        match ty {
            Type::List(item) => format!("list<{}>", self.name(item)),
            Type::FixedLengthList(item, length) => format!("list<{}, {length}>", self.name(item)),
            Type::Map(entry) => format!("map<{}, {}>", self.name(&entry.0), self.name(&entry.1)),
            Type::Option(some) => format!("option<{}>", self.name(some)),
            Type::Result(sides) => {
                let ok = sides.0.as_ref().map(|ty| self.name(ty));
                let err = sides.1.as_ref().map(|ty| self.name(ty));
                match (ok, err) {
                    (None, None) => "result".to_owned(),
                    (Some(ok), None) => format!("result<{ok}>"),
                    (ok, Some(err)) => {
                        format!("result<{}, {err}>", ok.unwrap_or_else(|| "_".to_owned()))
                    }
                }
            }
            Type::Tuple(types) => {
                let types: Vec<String> = types.iter().map(|ty| self.name(ty)).collect();
                format!("tuple<{}>", types.join(", "))
            }
            Type::Record(record) => {
                let mut members = String::new();
                for field in record.fields.iter() {
                    let ty = self.name(&field.ty);
                    writeln!(members, "    %{}: {ty},", field.name).unwrap();
                }
                self.define("record", &members)
            }
            Type::Variant(variant) => {
                let mut members = String::new();
                for case in variant.cases.iter() {
                    let payload = case.ty.as_ref().map(|ty| format!("({})", self.name(ty)));
                    writeln!(
                        members,
                        "    %{}{},",
                        case.name,
                        payload.unwrap_or_default()
                    )
                    .unwrap();
                }
                self.define("variant", &members)
            }
            Type::Enum(ty) => {
                let members: String = ty.cases.iter().map(|n| format!("    %{n},\n")).collect();
                self.define("enum", &members)
            }
            Type::Flags(ty) => {
                let members: String = ty.flags.iter().map(|n| format!("    %{n},\n")).collect();
                self.define("flags", &members)
            }
            ty => ty.to_string(),
        }
    }
}
