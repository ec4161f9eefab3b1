//! Values of components whose types are known only at run time.

mod accessors;
mod byte;
mod conform;
mod deserialize;
mod error;
mod exact;
mod from;
mod from_value;
mod handover;
mod json;
mod misfit;
mod names;
mod number;
mod serialize;
mod text;
mod to_value;

#[cfg(test)]
mod tests;

pub use error::ValueError;
pub use from_value::from_value;
pub use to_value::to_value;

pub(crate) use conform::{conform_args, conform_args_owned, conform_item};
pub(crate) use json::{args_from_json, to_json};
pub(crate) use to_value::to_args;

use crate::handles::ResourceHandle;

/// A value of any type of the component model.
///
/// Each is of one type exactly, so that what a function answers can be passed to another just as it is. What a program makes
/// itself need not be that exact: it is fitted to the types of the function that it is passed to, where nothing is lost by it.
///
/// - An integer of any type that is in range, and an integer for a float that can hold it exactly; a float for a narrower one
///   that can, and for an integer where it has no fraction: `1.0`, but not `-0.0`.
/// - A [`List`](Self::List) for a tuple and the other way round, [`Bytes`](Self::Bytes) for a list of numbers, a list of pairs for
///   a map.
/// - The fields of a record in any order, also as a [`Map`](Self::Map). One that is not there is none where its type is an option.
/// - All names in any usual spelling: `line_width`, `lineWidth`, `LineWidth`, `LINE_WIDTH` and `LINE-WIDTH` for `line-width`.
/// - A [`String`](Self::String) for a case of an enum, or of a variant that has no payload there; a map of one entry for one that has.
/// - [`Unit`](Self::Unit) for `none`, and a bare value for `some`.
///
/// It prints as [WAVE](https://github.com/bytecodealliance/wasm-tools/tree/main/crates/wasm-wave), the component model's text for
/// values. With serde it is what it holds: a record is a map, a `some` is its value, and so on; see [`to_value()`] and [`from_value()`]
/// for the ways from and to other Rust types.
///
/// Values are equal where their types and contents are; as in Rust, a NaN equals nothing.
///
/// ```
/// use fidius::Value;
///
/// let point = Value::record([("x", 1), ("y", -2)]);
/// assert_eq!(point.to_string(), "{x: 1, y: -2}");
/// assert_eq!(point.field("y").and_then(Value::as_i64), Some(-2));
/// assert_eq!(Value::from(Some("text")).to_string(), "some(\"text\")");
/// ```
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// `bool`
    Bool(bool),
    /// `s8`
    S8(i8),
    /// `u8`
    U8(u8),
    /// `s16`
    S16(i16),
    /// `u16`
    U16(u16),
    /// `s32`
    S32(i32),
    /// `u32`
    U32(u32),
    /// `s64`
    S64(i64),
    /// `u64`
    U64(u64),
    /// `f32`
    F32(f32),
    /// `f64`
    F64(f64),
    /// `char`
    Char(char),
    /// `string`
    String(String),
    /// `list<u8>`, of fixed length too.
    Bytes(Vec<u8>),
    /// `list<T>` of any other type, of fixed length too.
    List(Vec<Value>),
    /// `map<K, V>`: its entries in the order in which they came.
    Map(Vec<(Value, Value)>),
    /// `tuple<…>`
    Tuple(Vec<Value>),
    /// A record: its fields by their WIT names, in the order of the WIT.
    Record(Vec<(String, Value)>),
    /// A case of a variant, by its WIT name, with its payload.
    Variant(String, Option<Box<Value>>),
    /// A case of an enum, by its WIT name.
    Enum(String),
    /// The flags that are set, by their WIT names, in the order of the WIT.
    Flags(Vec<String>),
    /// `option<T>`
    Option(Option<Box<Value>>),
    /// `result<T, E>`
    Result(Result<Option<Box<Value>>, Option<Box<Value>>>),
    /// A handle of a resource, owned or borrowed.
    Resource(ResourceHandle),
    /// Nothing: what a function without a result answers.
    Unit,
}
