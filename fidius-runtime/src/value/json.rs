//! Arguments out of JSON, and results into it.

use fidius_wit::{Param, Type, is_spelling};

use crate::{Value, ValueError};

use super::conform::{check_count, fit};
use super::misfit::{Misfit, Step};
use super::names;

/// The arguments of a call, exactly as the parameters want them.
///
/// - An array has them in order.
/// - An object has them by the names of the parameters; one that is not there is none where its type is an option. But where there is
///   only one parameter, an object can be of its type, and no key is its name, the object is that argument.
/// - No text and `null` are no arguments. But where there is only one parameter and it is an option, `null` is that argument.
/// - Anything else is the one argument.
///
/// # Errors
/// The text is not JSON, there are more or fewer arguments than parameters, or one does not fit.
pub(crate) fn args_from_json(text: &str, params: &[Param]) -> Result<Vec<Value>, ValueError> {
    if text.trim_ascii().is_empty() {
        return Ok(in_order(Vec::new(), params)?);
    }
    let value = read(text)
        .map_err(|error| ValueError::new(format!("the arguments are not JSON: {error}")))?;
    let args = match (value, params) {
        (Value::Unit, [only]) if matches!(only.ty, Type::Option(_)) => {
            in_order(vec![Value::Unit], params)
        }
        (Value::Unit, _) => in_order(Vec::new(), params),
        (Value::List(args), _) => in_order(args, params),
        (Value::Record(fields), [only]) if is_argument(&fields, only) => {
            in_order(vec![Value::Record(fields)], params)
        }
        (Value::Record(fields), _) => by_name(fields, params),
        (value, _) => in_order(vec![value], params),
    };
    args.map_err(|misfit| {
        let hint = hint(text, params, &misfit);
        ValueError::from(match hint {
            Some(hint) => misfit.with_hint(&hint),
            None => misfit,
        })
    })
}

fn read(text: &str) -> serde_json::Result<Value> {
    serde_json::from_str(text)
}

fn in_order(mut args: Vec<Value>, params: &[Param]) -> Result<Vec<Value>, Misfit> {
    check_count(&args, params)?;
    for (index, (value, param)) in args.iter_mut().zip(params).enumerate() {
        fit(value, &param.ty).map_err(|misfit| misfit.within(Step::Argument(index + 1, None)))?;
    }
    Ok(args)
}

fn by_name(given: Vec<(String, Value)>, params: &[Param]) -> Result<Vec<Value>, Misfit> {
    if let ([], [(name, _), ..]) = (params, &given[..]) {
        return Err(Misfit::new(format!(
            "the function has no parameters, got the argument \"{name}\""
        )));
    }
    let all = params.iter().map(|param| &*param.name);
    let sorted = names::sort(given, all, &names::PARAMETER, || "the function".to_owned())?;
    let mut args = Vec::with_capacity(params.len());
    for (index, (arg, param)) in sorted.into_iter().zip(params).enumerate() {
        args.push(match (arg, &param.ty) {
            (Some(mut value), ty) => {
                let name = || Some(param.name.to_string());
                fit(&mut value, ty)
                    .map_err(|misfit| misfit.within(Step::Argument(index + 1, name())))?;
                value
            }
            (None, Type::Option(_)) => Value::Option(None),
            (None, ty) => {
                let name = &param.name;
                return Err(Misfit::new(format!(
                    "the argument \"{name}\" is missing, of type {ty}"
                )));
            }
        });
    }
    Ok(args)
}

/// Whether an object is the argument for the only parameter, instead of having it by name.
fn is_argument(fields: &[(String, Value)], only: &Param) -> bool {
    can_be_object(&only.ty) && !fields.iter().any(|(name, _)| is_spelling(&only.name, name))
}

fn can_be_object(ty: &Type) -> bool {
    let is_name = |ty: &Type| matches!(ty, Type::String);
    match ty {
        Type::Record(_) | Type::Variant(_) | Type::Result(_) | Type::Flags(_) => true,
        Type::Map(entry) => is_name(&entry.0),
        Type::List(item) | Type::FixedLengthList(item, _) => {
            matches!(&**item, Type::Tuple(types) if types.len() == 2 && is_name(&types[0]))
        }
        // The object with the one entry "some".
        Type::Option(some) => matches!(**some, Type::Option(_)) || can_be_object(some),
        _ => false,
    }
}

fn can_be_array(ty: &Type) -> bool {
    match ty {
        Type::List(_)
        | Type::FixedLengthList(..)
        | Type::Map(_)
        | Type::Tuple(_)
        | Type::Flags(_) => true,
        Type::Option(some) => can_be_array(some),
        _ => false,
    }
}

/// What to say to someone who may have meant the whole text to be the argument, or the other way round.
fn hint(text: &str, params: &[Param], misfit: &Misfit) -> Option<String> {
    let [only] = params else {
        return None;
    };
    let whole = read(text).ok()?;
    let fits = || fit(&mut whole.clone(), &only.ty).is_ok();
    match &whole {
        Value::List(items) if can_be_array(&only.ty) => {
            let is_meant = !matches!(&items[..], [Value::List(_)]) || fits();
            is_meant.then(|| {
                "an array is the list of the arguments, so one that is an argument itself is written [[…]]".to_owned()
            })
        }
        Value::Record(fields) if is_argument(fields, only) => {
            let is_of_whole = misfit.path().count() <= 1;
            is_of_whole.then(|| {
                format!(
                    "by its name the argument is written {{\"{}\": …}}",
                    only.name
                )
            })
        }
        Value::Record(_) if can_be_object(&only.ty) => {
            let is_meant = misfit.path().next().is_none() || fits();
            is_meant.then(|| {
                "an object has the arguments by their names, so one that is an argument itself is written [{…}]".to_owned()
            })
        }
        _ => None,
    }
}

/// The value as JSON.
///
/// # Errors
/// It holds a handle of a resource.
pub(crate) fn to_json(value: &Value) -> Result<String, ValueError> {
    serde_json::to_string(value).map_err(|error| ValueError::new(error.to_string()))
}
