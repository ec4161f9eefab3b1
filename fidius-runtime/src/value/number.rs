//! Numbers from one type to another, only where it is the very same number.

use crate::Value;

use super::text::Short;

/// The number of an integer of any type.
#[inline]
pub(super) fn integer(value: &Value) -> Option<i128> {
    Some(match value {
        Value::S8(number) => i128::from(*number),
        Value::U8(number) => i128::from(*number),
        Value::S16(number) => i128::from(*number),
        Value::U16(number) => i128::from(*number),
        Value::S32(number) => i128::from(*number),
        Value::U32(number) => i128::from(*number),
        Value::S64(number) => i128::from(*number),
        Value::U64(number) => i128::from(*number),
        _ => return None,
    })
}

/// The number of an integer of any type, or of a float that is one. The sign of a zero would be lost.
#[inline]
pub(super) fn whole(value: &Value) -> Option<i128> {
    match value {
        Value::F32(number) => whole_f64((*number).into()),
        Value::F64(number) => whole_f64(*number),
        value => integer(value),
    }
}

fn whole_f64(float: f64) -> Option<i128> {
    let number = float as i128;
    (number as f64 == float && (number != 0 || float.is_sign_positive())).then_some(number)
}

/// The integer as a float that holds it exactly.
pub(super) fn exact_f64(number: i128) -> Option<f64> {
    let float = number as f64;
    (float as i128 == number).then_some(float)
}

/// The integer as a float that holds it exactly.
fn exact_f32(number: i128) -> Option<f32> {
    let float = number as f32;
    (float as i128 == number).then_some(float)
}

/// The narrower float of the same value, or of the same decimal text: `0.1` read from a text is `0.1` again.
fn narrow(number: f64) -> Option<f32> {
    let narrow = number as f32;
    let is_text = |text: String| text.parse() == Ok(number);
    // Where two shortest texts are equally near, not all writers choose the same one.
    let same = number.is_nan()
        || f64::from(narrow) == number
        || (narrow.is_finite()
            && (is_text(format!("{narrow:e}"))
                || serde_json::to_string(&narrow).is_ok_and(is_text)));
    same.then_some(narrow)
}

/// The value as an `f64`: of a float, of an integer that it can hold exactly, or of the name of a number that JSON can't write.
pub(super) fn to_f64(value: &Value) -> Option<f64> {
    match value {
        Value::F64(number) => Some(*number),
        Value::F32(number) => Some(f64::from(*number)),
        Value::String(name) => named(name),
        _ => integer(value).and_then(exact_f64),
    }
}

/// The value as an `f32`, as in [`to_f64`].
pub(super) fn to_f32(value: &Value) -> Option<f32> {
    match value {
        Value::F32(number) => Some(*number),
        Value::F64(number) => narrow(*number),
        Value::String(name) => named(name).map(|number| number as f32),
        _ => integer(value).and_then(exact_f32),
    }
}

/// Why a value is no float of the type of this name.
pub(super) fn no_float(value: &Value, name: &str) -> String {
    let expected = format!("expected {name}, got {}", Short(value));
    let nearest = match (value, integer(value)) {
        (Value::F64(number), _) => *number,
        (_, Some(number)) => number as f64,
        _ => return expected,
    };
    let nearest = match name {
        "f32" => Value::F32((nearest as f32).clamp(f32::MIN, f32::MAX)),
        _ => Value::F64(nearest),
    };
    format!("{expected}, which it can't hold; the nearest it can is {nearest}")
}

/// The name of a number that texts like JSON can't write.
pub(super) fn name_of(number: f64) -> Option<&'static str> {
    if number.is_nan() {
        Some("NaN")
    } else if number == f64::INFINITY {
        Some("Infinity")
    } else if number == f64::NEG_INFINITY {
        Some("-Infinity")
    } else {
        None
    }
}

fn named(name: &str) -> Option<f64> {
    match name {
        "NaN" => Some(f64::NAN),
        "Infinity" => Some(f64::INFINITY),
        "-Infinity" => Some(f64::NEG_INFINITY),
        _ => None,
    }
}
