//! Values of all kinds, made to fit types of all kinds, and through serde and back.

mod messages;
mod properties;
mod rust_types;
mod texts;

#[path = "../../../tests/random_value/mod.rs"]
mod random_value;

use std::borrow::Cow;

use fidius_wit::{Case, Enum, Field, Flags, Param, Record, Text, Type, Variant};

use crate::Value;

use super::conform::fit;
use super::exact::is_exact;
use super::misfit::Misfit;

fn record(name: &str, fields: &[(&str, Type)]) -> Type {
    let fields = fields.iter().map(|(name, ty)| Field {
        name: (*name).into(),
        ty: ty.clone(),
    });
    let fields = fields.collect();
    Type::Record(
        Record {
            name: Some(name.into()),
            fields,
        }
        .into(),
    )
}

fn variant(name: &str, cases: &[(&str, Option<Type>)]) -> Type {
    let cases = cases.iter().map(|(name, ty)| Case {
        name: (*name).into(),
        ty: ty.clone(),
    });
    let cases = cases.collect();
    Type::Variant(
        Variant {
            name: Some(name.into()),
            cases,
        }
        .into(),
    )
}

fn level() -> Type {
    let cases = ["low", "very-high"].map(Text::from).to_vec().into();
    let name = Some("level".into());
    Type::Enum(Enum { name, cases }.into())
}

fn permissions() -> Type {
    let flags = ["read", "write-all"].map(Text::from).to_vec().into();
    let name = Some("permissions".into());
    Type::Flags(Flags { name, flags }.into())
}

fn point() -> Type {
    record("point", &[("x", Type::S32), ("y", Type::S32)])
}

fn shape() -> Type {
    let pair = Type::Tuple(vec![Type::S32, Type::S32].into());
    variant("shape", &[("none", None), ("at", Some(pair))])
}

fn list(item: Type) -> Type {
    Type::List(item.into())
}

fn option(some: Type) -> Type {
    Type::Option(some.into())
}

fn result(ok: Option<Type>, err: Option<Type>) -> Type {
    Type::Result((ok, err).into())
}

fn param(name: &str, ty: Type) -> Param {
    Param {
        name: name.into(),
        ty,
    }
}

/// The value as exactly what the type says: itself where it already is.
fn conform<'a>(value: &'a Value, ty: &Type) -> Result<Cow<'a, Value>, Misfit> {
    if is_exact(value, ty) {
        Ok(Cow::Borrowed(value))
    } else {
        conform_owned(value.clone(), ty).map(Cow::Owned)
    }
}

/// The same for a value that need not be kept.
fn conform_owned(mut value: Value, ty: &Type) -> Result<Value, Misfit> {
    fit(&mut value, ty)?;
    Ok(value)
}
