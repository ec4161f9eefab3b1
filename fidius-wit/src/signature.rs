//! The canonical text of functions: what must be equal for two sides to understand each other, and nothing else.

use std::fmt::{self, Write};

use crate::{Function, Interface, Type};

/// Stands first in the canonical text of an interface, so that a later change of the text can't be taken for the same
/// interface.
const FORMAT: &str = "fidius interface 1";

impl Interface {
    /// The canonical text: a line for each function, sorted by name, with all types spelled out structurally.
    ///
    /// It has no package name, no version, no docs and no type names; resources are named as they are exported.
    pub fn signature(&self) -> String {
        let mut functions: Vec<String> = self.functions.iter().map(Function::signature).collect();
        functions.sort_unstable();
        let mut text = format!("{FORMAT}\n");
        for function in functions {
            text.push_str(&function);
            text.push('\n');
        }
        text
    }
}

impl Function {
    /// The canonical text of this function alone.
    pub fn signature(&self) -> String {
        let mut text = String::new();
        // Writing into a `String` can't fail.
        let _ = write_function(&mut text, self);
        text
    }
}

impl Type {
    /// The canonical text of this type alone: the same for two types exactly when a value of one is a value of the
    /// other.
    pub fn signature(&self) -> String {
        let mut text = String::new();
        let _ = write_type(&mut text, self);
        text
    }

    /// The WIT keyword of a type that has no parts.
    pub(crate) fn primitive(&self) -> Option<&'static str> {
        Some(match self {
            Self::Bool => "bool",
            Self::S8 => "s8",
            Self::S16 => "s16",
            Self::S32 => "s32",
            Self::S64 => "s64",
            Self::U8 => "u8",
            Self::U16 => "u16",
            Self::U32 => "u32",
            Self::U64 => "u64",
            Self::F32 => "f32",
            Self::F64 => "f64",
            Self::Char => "char",
            Self::String => "string",
            Self::ErrorContext => "error-context",
            _ => return None,
        })
    }
}

fn write_function(out: &mut String, function: &Function) -> fmt::Result {
    write!(out, "{}:", function.name)?;
    if function.is_async {
        out.push_str("async ");
    }
    out.push_str("func(");
    list(out, &function.params, |out, param| {
        write!(out, "{}:", param.name)?;
        write_type(out, &param.ty)
    })?;
    out.push(')');
    if let Some(result) = &function.result {
        out.push_str("->");
        write_type(out, result)?;
    }
    Ok(())
}

fn write_type(out: &mut String, ty: &Type) -> fmt::Result {
    if let Some(keyword) = ty.primitive() {
        out.push_str(keyword);
        return Ok(());
    }
    match ty {
        Type::List(item) => of(out, "list", |out| write_type(out, item)),
        Type::FixedLengthList(item, length) => of(out, "list", |out| {
            write_type(out, item)?;
            write!(out, ",{length}")
        }),
        Type::Map(entry) => of(out, "map", |out| {
            write_type(out, &entry.0)?;
            out.push(',');
            write_type(out, &entry.1)
        }),
        Type::Option(some) => of(out, "option", |out| write_type(out, some)),
        Type::Result(sides) => of(out, "result", |out| {
            write_side(out, sides.0.as_ref())?;
            out.push(',');
            write_side(out, sides.1.as_ref())
        }),
        Type::Tuple(types) => of(out, "tuple", |out| list(out, types, write_type)),
        Type::Record(record) => of(out, "record", |out| {
            list(out, &record.fields, |out, field| {
                write!(out, "{}:", field.name)?;
                write_type(out, &field.ty)
            })
        }),
        Type::Variant(variant) => of(out, "variant", |out| {
            list(out, &variant.cases, |out, case| {
                out.push_str(&case.name);
                match &case.ty {
                    Some(ty) => {
                        out.push(':');
                        write_type(out, ty)
                    }
                    None => Ok(()),
                }
            })
        }),
        Type::Enum(ty) => of(out, "enum", |out| {
            list(out, &ty.cases, |out, case| out.write_str(case))
        }),
        Type::Flags(ty) => of(out, "flags", |out| {
            list(out, &ty.flags, |out, flag| out.write_str(flag))
        }),
        Type::Own(resource) => of(out, "own", |out| out.write_str(resource)),
        Type::Borrow(resource) => of(out, "borrow", |out| out.write_str(resource)),
        Type::Future(item) => of(out, "future", |out| write_side(out, (**item).as_ref())),
        Type::Stream(item) => of(out, "stream", |out| write_side(out, (**item).as_ref())),
        _ => unreachable!("all other types are primitive"),
    }
}

fn write_side(out: &mut String, ty: Option<&Type>) -> fmt::Result {
    match ty {
        Some(ty) => write_type(out, ty),
        None => out.write_str("_"),
    }
}

fn of(
    out: &mut String,
    keyword: &str,
    inner: impl FnOnce(&mut String) -> fmt::Result,
) -> fmt::Result {
    write!(out, "{keyword}<")?;
    inner(out)?;
    out.write_str(">")
}

fn list<T>(
    out: &mut String,
    items: &[T],
    mut write: impl FnMut(&mut String, &T) -> fmt::Result,
) -> fmt::Result {
    for (index, item) in items.iter().enumerate() {
        if index > 0 {
            out.push(',');
        }
        write(out, item)?;
    }
    Ok(())
}
