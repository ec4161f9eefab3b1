//! The one type-directed step: a value as exactly what a WIT type says, or why it can't be.

use std::borrow::Cow;
use std::mem;

use fidius_wit::{Case, Enum, Flags, Param, Record, Type, Variant, is_spelling};

use crate::Value;

use super::exact::{doubled_key, is_exact};
use super::misfit::{Misfit, Step};
use super::text::Short;
use super::{names, number};

/// The arguments as exactly what the parameters say: themselves where they already are.
///
/// # Errors
/// There are more or fewer than there are parameters, or one does not fit.
pub(crate) fn conform_args<'a>(
    args: &'a [Value],
    params: &[Param],
) -> Result<Cow<'a, [Value]>, Misfit> {
    check_count(args, params)?;
    let mut pairs = args.iter().zip(params);
    if pairs.all(|(value, param)| is_exact(value, &param.ty)) {
        Ok(Cow::Borrowed(args))
    } else {
        conform_args_owned(args.to_vec(), params).map(Cow::Owned)
    }
}

/// As [`conform_args`], for the arguments that a Rust value was made of, which need not be kept: what fits already is not copied.
///
/// # Errors
/// There are more or fewer than there are parameters, or one does not fit.
pub(crate) fn conform_args_owned(
    mut args: Vec<Value>,
    params: &[Param],
) -> Result<Vec<Value>, Misfit> {
    check_count(&args, params).map_err(|misfit| match rust_kind(&args) {
        Some(kind) => {
            misfit.with_hint(&format!("a tuple is the arguments, {kind} is one argument"))
        }
        None => misfit,
    })?;
    for (index, (value, param)) in args.iter_mut().zip(params).enumerate() {
        fit(value, &param.ty).map_err(|misfit| misfit.within(Step::Argument(index + 1, None)))?;
    }
    Ok(args)
}

/// An item of a stream as exactly what its type says.
///
/// # Errors
/// It does not fit.
pub(crate) fn conform_item(mut item: Value, ty: &Type) -> Result<Value, Misfit> {
    fit(&mut item, ty)?;
    Ok(item)
}

/// What the only argument is, where its parts may have been meant to be the arguments.
fn rust_kind(args: &[Value]) -> Option<&'static str> {
    match args {
        [Value::List(_) | Value::Bytes(_)] => Some("a list"),
        [Value::Record(_)] => Some("a struct"),
        [Value::Map(_)] => Some("a map"),
        _ => None,
    }
}

pub(super) fn check_count(args: &[Value], params: &[Param]) -> Result<(), Misfit> {
    if args.len() == params.len() {
        return Ok(());
    }
    let expected = match params {
        [] => "no arguments".to_owned(),
        [only] => format!("1 argument ({only})"),
        params => {
            let list: Vec<String> = params.iter().map(ToString::to_string).collect();
            format!("{} arguments ({})", params.len(), names::list(&list))
        }
    };
    let got = match args.len() {
        0 => "none".to_owned(),
        count => count.to_string(),
    };
    Err(Misfit::new(format!("expected {expected}, got {got}")))
}

/// Makes the value exactly what the type says. Where it can't be, what is left of it is of no use.
pub(super) fn fit(value: &mut Value, ty: &Type) -> Result<(), Misfit> {
    macro_rules! integer {
        ($case:ident) => {
            match value {
                Value::$case(_) => Ok(()),
                _ => match number::whole(value).and_then(|number| number.try_into().ok()) {
                    Some(number) => put(value, Value::$case(number)),
                    None => Err(mismatch(value, ty)),
                },
            }
        };
    }
    macro_rules! float {
        ($case:ident, $convert:path, $name:literal) => {
            match value {
                Value::$case(_) => Ok(()),
                _ => match $convert(value) {
                    Some(number) => put(value, Value::$case(number)),
                    None => Err(Misfit::new(number::no_float(value, $name))),
                },
            }
        };
    }
    match ty {
        Type::S8 => integer!(S8),
        Type::U8 => integer!(U8),
        Type::S16 => integer!(S16),
        Type::U16 => integer!(U16),
        Type::S32 => integer!(S32),
        Type::U32 => integer!(U32),
        Type::S64 => integer!(S64),
        Type::U64 => integer!(U64),
        Type::F32 => float!(F32, number::to_f32, "f32"),
        Type::F64 => float!(F64, number::to_f64, "f64"),
        Type::Bool if matches!(value, Value::Bool(_)) => Ok(()),
        Type::String if matches!(value, Value::String(_)) => Ok(()),
        Type::Own(_) | Type::Borrow(_) if matches!(value, Value::Resource(_)) => Ok(()),
        Type::Bool | Type::String | Type::Own(_) | Type::Borrow(_) => Err(mismatch(value, ty)),
        Type::Char => fit_char(value),
        Type::List(item) => fit_list(value, ty, item, None),
        Type::FixedLengthList(item, length) => fit_list(value, ty, item, Some(*length)),
        Type::Map(entry) => fit_map(value, ty, &entry.0, &entry.1),
        Type::Tuple(types) => fit_tuple(value, ty, types),
        Type::Record(record) => fit_record(value, ty, record),
        Type::Variant(variant) => fit_variant(value, ty, variant),
        Type::Enum(of) => fit_enum(value, ty, of),
        Type::Flags(of) => fit_flags(value, ty, of),
        Type::Option(some) => fit_option(value, ty, some),
        Type::Result(sides) => fit_result(value, ty, [sides.0.as_ref(), sides.1.as_ref()]),
        Type::ErrorContext | Type::Future(_) | Type::Stream(_) => Err(Misfit::new(format!(
            "values of {ty} can't be passed by a call with values, got {}",
            Short(value)
        ))),
    }
}

fn put(place: &mut Value, value: Value) -> Result<(), Misfit> {
    *place = value;
    Ok(())
}

fn take(place: &mut Value) -> Value {
    mem::replace(place, Value::Unit)
}

fn mismatch(value: &Value, ty: &Type) -> Misfit {
    expected(&wanted(ty), value)
}

fn expected(what: &str, value: &Value) -> Misfit {
    Misfit::new(format!("expected {what}, got {}", Short(value)))
}

/// The type with the word for its kind where it is one that goes by its name.
fn wanted(ty: &Type) -> String {
    let (kind, name) = match ty {
        Type::Record(ty) => ("record", &ty.name),
        Type::Variant(ty) => ("variant", &ty.name),
        Type::Enum(ty) => ("enum", &ty.name),
        Type::Flags(ty) => ("flags", &ty.name),
        Type::Own(resource) | Type::Borrow(resource) => return format!("a handle of {resource}"),
        _ => return ty.to_string(),
    };
    match name {
        Some(name) => format!("the {kind} {name}"),
        None => ty.to_string(),
    }
}

/// What messages call a named type: its name, or the word for its kind.
fn owner(name: Option<&str>, kind: &str) -> String {
    name.map_or_else(|| format!("the {kind}"), str::to_owned)
}

fn fit_char(value: &mut Value) -> Result<(), Misfit> {
    let letter = match value {
        Value::Char(_) => return Ok(()),
        Value::String(text) => {
            let mut letters = text.chars();
            letters.next().filter(|_| letters.next().is_none())
        }
        _ => None,
    };
    match letter {
        Some(letter) => put(value, Value::Char(letter)),
        None => Err(mismatch(value, &Type::Char)),
    }
}

/// The items of whatever is a sequence.
fn items(value: &mut Value) -> Option<Vec<Value>> {
    match value {
        Value::List(items) | Value::Tuple(items) => Some(mem::take(items)),
        Value::Bytes(bytes) => Some(mem::take(bytes).into_iter().map(Value::U8).collect()),
        _ => None,
    }
}

fn length(value: &Value) -> Option<usize> {
    match value {
        Value::List(items) | Value::Tuple(items) => Some(items.len()),
        Value::Bytes(bytes) => Some(bytes.len()),
        Value::Map(entries) => Some(entries.len()),
        Value::Record(fields) => Some(fields.len()),
        _ => None,
    }
}

fn fit_list(value: &mut Value, ty: &Type, item: &Type, wanted: Option<u32>) -> Result<(), Misfit> {
    let Some(length) = length(value) else {
        return Err(mismatch(value, ty));
    };
    if let Some(wanted) = wanted
        && length != wanted as usize
    {
        return Err(mismatch(value, ty));
    }
    if matches!(item, Type::U8) {
        return fit_bytes(value, ty);
    }
    let mut items = match value {
        // A list of pairs is what a map comes down to.
        Value::Map(entries) if is_pair(item, |_| true) => mem::take(entries)
            .into_iter()
            .map(|(key, value)| Value::Tuple(vec![key, value]))
            .collect(),
        Value::Record(fields) if is_pair(item, |key| matches!(key, Type::String)) => {
            mem::take(fields)
                .into_iter()
                .map(|(name, value)| Value::Tuple(vec![Value::String(name), value]))
                .collect()
        }
        _ => match items(value) {
            Some(items) => items,
            None => return Err(mismatch(value, ty)),
        },
    };
    for (index, value) in items.iter_mut().enumerate() {
        fit(value, item).map_err(|misfit| misfit.within(Step::Item(index + 1)))?;
    }
    put(value, Value::List(items))
}

fn is_pair(ty: &Type, is_key: impl Fn(&Type) -> bool) -> bool {
    matches!(ty, Type::Tuple(types) if types.len() == 2 && is_key(&types[0]))
}

fn fit_bytes(value: &mut Value, ty: &Type) -> Result<(), Misfit> {
    let items = match value {
        Value::Bytes(_) => return Ok(()),
        Value::List(items) | Value::Tuple(items) => items,
        _ => return Err(mismatch(value, ty)),
    };
    let bytes: Result<Vec<u8>, Misfit> = items
        .iter()
        .enumerate()
        .map(|(index, item)| match item {
            Value::U8(byte) => Ok(*byte),
            item => number::whole(item)
                .and_then(|number| number.try_into().ok())
                .ok_or_else(|| mismatch(item, &Type::U8).within(Step::Item(index + 1))),
        })
        .collect();
    put(value, Value::Bytes(bytes?))
}

fn fit_map(value: &mut Value, ty: &Type, key: &Type, of: &Type) -> Result<(), Misfit> {
    // What a guest answered with may have a key twice, and can be passed on as it is.
    let is_map = matches!(value, Value::Map(_));
    let mut entries: Vec<(Value, Value)> = match value {
        Value::Map(entries) => mem::take(entries),
        Value::Record(fields) if fields.is_empty() || matches!(key, Type::String) => {
            let fields = mem::take(fields).into_iter();
            fields
                .map(|(name, value)| (Value::String(name), value))
                .collect()
        }
        _ => {
            let Some(pairs) = items(value) else {
                return Err(mismatch(value, ty));
            };
            let pairs = pairs.into_iter().enumerate();
            pairs
                .map(|(index, mut pair)| {
                    let halves = match length(&pair) {
                        Some(2) => items(&mut pair),
                        _ => None,
                    };
                    let pair = halves
                        .and_then(|halves| <[Value; 2]>::try_from(halves).ok())
                        .ok_or_else(|| {
                            expected("a pair of a key and its value", &pair)
                                .within(Step::Item(index + 1))
                        })?;
                    Ok(pair.into())
                })
                .collect::<Result<_, Misfit>>()?
        }
    };
    for (index, (one, other)) in entries.iter_mut().enumerate() {
        fit(one, key).map_err(|misfit| misfit.within(Step::Key(index + 1)))?;
        fit(other, of).map_err(|misfit| misfit.within(Step::Entry(index + 1)))?;
    }
    if !is_map && let Some(place) = doubled_key(&entries) {
        return Err(Misfit::new(format!(
            "the key of entry {} is there twice: {}",
            place + 1,
            Short(&entries[place].0)
        )));
    }
    put(value, Value::Map(entries))
}

fn fit_tuple(value: &mut Value, ty: &Type, types: &[Type]) -> Result<(), Misfit> {
    if !matches!(value, Value::Tuple(_) | Value::List(_) | Value::Bytes(_)) {
        return Err(mismatch(value, ty));
    }
    let mut items = match (length(value), items(value)) {
        (Some(length), Some(items)) if length == types.len() => items,
        (length, _) => {
            return Err(Misfit::new(format!(
                "expected the {} elements of {ty}, got {}",
                types.len(),
                length.unwrap_or_default()
            )));
        }
    };
    for (index, (value, ty)) in items.iter_mut().zip(types).enumerate() {
        fit(value, ty).map_err(|misfit| misfit.within(Step::Element(index + 1)))?;
    }
    put(value, Value::Tuple(items))
}

/// The entries of a record, or of a map whose keys are all strings, by their names.
fn named_entries(value: &mut Value) -> Option<Vec<(String, Value)>> {
    match value {
        Value::Record(fields) => Some(mem::take(fields)),
        Value::Map(entries)
            if entries
                .iter()
                .all(|(key, _)| matches!(key, Value::String(_))) =>
        {
            let entries = mem::take(entries).into_iter();
            Some(
                entries
                    .filter_map(|(key, value)| match key {
                        Value::String(name) => Some((name, value)),
                        _ => None,
                    })
                    .collect(),
            )
        }
        _ => None,
    }
}

fn fit_record(value: &mut Value, ty: &Type, record: &Record) -> Result<(), Misfit> {
    let Some(mut given) = named_entries(value) else {
        return Err(mismatch(value, ty));
    };
    let fields = &record.fields;
    let in_order = given.len() == fields.len()
        && given
            .iter()
            .zip(fields.iter())
            .all(|((name, _), field)| is_spelling(&field.name, name));
    if in_order {
        for ((name, _), field) in given.iter_mut().zip(fields.iter()) {
            if field.name != **name {
                name.clear();
                name.push_str(&field.name);
            }
        }
    } else {
        given = sorted_fields(given, record)?;
    }
    for ((name, value), field) in given.iter_mut().zip(fields.iter()) {
        fit(value, &field.ty).map_err(|misfit| misfit.within(Step::Field(name.clone())))?;
    }
    put(value, Value::Record(given))
}

/// The fields by their WIT names and in the order of the WIT, each of them once.
fn sorted_fields(
    given: Vec<(String, Value)>,
    record: &Record,
) -> Result<Vec<(String, Value)>, Misfit> {
    let owner = || owner(record.name.as_deref(), "record");
    let all = record.fields.iter().map(|field| &*field.name);
    let sorted = names::sort(given, all, &names::FIELD, owner)?;
    let fields = sorted.into_iter().zip(record.fields.iter());
    fields
        .map(|(value, field)| {
            let value = match (value, &field.ty) {
                (Some(value), _) => value,
                (None, Type::Option(_)) => Value::Option(None),
                (None, _) => {
                    let (name, owner) = (&field.name, owner());
                    let text = format!("the field \"{name}\" of {owner} is missing");
                    return Err(Misfit::new(text));
                }
            };
            Ok((field.name.to_string(), value))
        })
        .collect()
}

/// What names a case, with its payload.
fn case_of(value: &mut Value) -> Option<(String, Option<Value>)> {
    match value {
        Value::Variant(name, payload) => {
            Some((mem::take(name), payload.take().map(|payload| *payload)))
        }
        Value::Enum(name) | Value::String(name) => Some((mem::take(name), None)),
        Value::Record(_) | Value::Map(_) if length(value) == Some(1) => {
            let (name, payload) = named_entries(value)?.pop()?;
            Some((name, Some(payload)))
        }
        _ => None,
    }
}

fn fit_variant(value: &mut Value, ty: &Type, variant: &Variant) -> Result<(), Misfit> {
    let owner = || owner(variant.name.as_deref(), "variant");
    let Some((name, payload)) = case_of(value) else {
        return Err(mismatch(value, ty));
    };
    let all = variant.cases.iter().map(|case| &*case.name);
    let place = names::place(all.clone(), &name).map_err(|unknown| {
        let is_given = |_| false;
        Misfit::new(unknown.message(&owner(), &names::CASE, &name, all, is_given))
    })?;
    let Case { name: case, ty } = &variant.cases[place];
    let payload = fit_payload(payload, ty.as_ref(), case, owner)?;
    // The name may be the WIT's own already.
    let name = if *case == *name {
        name
    } else {
        case.to_string()
    };
    put(value, Value::Variant(name, payload))
}

/// The payload of a case, which has one exactly where its type says so.
fn fit_payload(
    payload: Option<Value>,
    ty: Option<&Type>,
    case: &str,
    owner: impl Fn() -> String,
) -> Result<Option<Box<Value>>, Misfit> {
    match (payload, ty) {
        (None | Some(Value::Unit), None) => Ok(None),
        (Some(mut payload), Some(ty)) => {
            fit(&mut payload, ty).map_err(|misfit| misfit.within(Step::Case(case.to_owned())))?;
            Ok(Some(Box::new(payload)))
        }
        (Some(payload), None) => Err(Misfit::new(format!(
            "the case \"{case}\" of {} has no payload, got {}",
            owner(),
            Short(&payload)
        ))),
        (None, Some(ty)) => Err(Misfit::new(format!(
            "the case \"{case}\" of {} has a payload, expected {}, got none",
            owner(),
            wanted(ty)
        ))),
    }
}

fn fit_enum(value: &mut Value, ty: &Type, of: &Enum) -> Result<(), Misfit> {
    let name = match value {
        Value::Enum(name) | Value::String(name) | Value::Variant(name, None) => mem::take(name),
        _ => return Err(mismatch(value, ty)),
    };
    let all = of.cases.iter().map(|case| &**case);
    let place = names::place(all.clone(), &name).map_err(|unknown| {
        let owner = owner(of.name.as_deref(), "enum");
        let is_given = |_| false;
        Misfit::new(unknown.message(&owner, &names::CASE, &name, all, is_given))
    })?;
    let case = &of.cases[place];
    let name = if *case == *name {
        name
    } else {
        case.to_string()
    };
    put(value, Value::Enum(name))
}

fn fit_flags(value: &mut Value, ty: &Type, of: &Flags) -> Result<(), Misfit> {
    // Each flag that is named, and whether it is set.
    let given: Vec<(String, bool)> = match value {
        Value::Flags(names) => mem::take(names)
            .into_iter()
            .map(|name| (name, true))
            .collect(),
        Value::List(items) | Value::Tuple(items) => {
            let items = items.iter_mut().enumerate();
            items
                .map(|(index, item)| match item {
                    Value::String(name) | Value::Enum(name) | Value::Variant(name, None) => {
                        Ok((mem::take(name), true))
                    }
                    _ => Err(expected("the name of a flag", item).within(Step::Item(index + 1))),
                })
                .collect::<Result<_, Misfit>>()?
        }
        _ => {
            let Some(entries) = named_entries(value) else {
                return Err(mismatch(value, ty));
            };
            entries
                .into_iter()
                .map(|(name, is_set)| match is_set {
                    Value::Bool(is_set) => Ok((name, is_set)),
                    other => Err(mismatch(&other, &Type::Bool).within(Step::Field(name))),
                })
                .collect::<Result<_, Misfit>>()?
        }
    };
    let all = of.flags.iter().map(|flag| &**flag);
    let owner = || owner(of.name.as_deref(), "set of flags");
    let sorted = names::sort(given, all, &names::FLAG, owner)?;
    let flags = sorted.into_iter().zip(of.flags.iter());
    let names = flags
        .filter(|(is_set, _)| *is_set == Some(true))
        .map(|(_, flag)| flag.to_string())
        .collect();
    put(value, Value::Flags(names))
}

fn fit_option(value: &mut Value, ty: &Type, some: &Type) -> Result<(), Misfit> {
    match value {
        Value::Option(None) => return Ok(()),
        Value::Option(Some(value)) => return fit(value, some),
        Value::Unit => return put(value, Value::Option(None)),
        _ => {}
    }
    let mut inner = if matches!(some, Type::Option(_)) {
        // A bare value could be that of either option.
        let is_marked = match value {
            Value::Record(fields) => matches!(&fields[..], [(name, _)] if name == "some"),
            Value::Map(entries) => {
                matches!(&entries[..], [(Value::String(name), _)] if name == "some")
            }
            _ => false,
        };
        let entry = if is_marked {
            named_entries(value).and_then(|mut entries| entries.pop())
        } else {
            None
        };
        match entry {
            Some((_, inner)) => inner,
            None => {
                return Err(expected(
                    &format!("{ty}, as none or as a map with the one entry \"some\""),
                    value,
                ));
            }
        }
    } else {
        take(value)
    };
    fit(&mut inner, some)?;
    put(value, Value::Option(Some(Box::new(inner))))
}

fn fit_result(value: &mut Value, ty: &Type, sides: [Option<&Type>; 2]) -> Result<(), Misfit> {
    let (name, payload) = match value {
        Value::Result(Ok(payload)) => ("ok", payload.take().map(|payload| *payload)),
        Value::Result(Err(payload)) => ("err", payload.take().map(|payload| *payload)),
        _ => {
            let short = Short(value).to_string();
            match case_of(value) {
                Some((name, payload)) if is_spelling("ok", &name) => ("ok", payload),
                Some((name, payload)) if is_spelling("err", &name) => ("err", payload),
                _ => {
                    return Err(Misfit::new(format!(
                        "expected {ty}, as \"ok\" or \"err\", got {short}"
                    )));
                }
            }
        }
    };
    let side = sides[usize::from(name == "err")];
    let payload = fit_payload(payload, side, name, || ty.to_string())?;
    put(
        value,
        Value::Result(match name {
            "ok" => Ok(payload),
            _ => Err(payload),
        }),
    )
}
