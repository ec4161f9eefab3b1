//! Arguments out of JSON, and results into it.

use fidius_wit::{Param, is_rust_ident};

use crate::{Value, ValueError};

use super::misfit::Misfit;
use super::names;

/// The arguments of a call: an array has them in order, an object by the names of the parameters, nothing or `null` is none, and
/// anything else is the one argument. They still have to be made [conform](super::conform_args) to the parameters.
///
/// # Errors
/// The text is not JSON, or the names in the object are not exactly those of the parameters.
pub(crate) fn args_from_json(text: &str, params: &[Param]) -> Result<Vec<Value>, ValueError> {
    if text.trim_ascii().is_empty() {
        return Ok(Vec::new());
    }
    let value = serde_json::from_str(text).map_err(|error| {
        ValueError::new(format!("the arguments are not JSON: {error}")).with_source(error)
    })?;
    match value {
        Value::Unit => Ok(Vec::new()),
        Value::List(args) => Ok(args),
        Value::Record(args) => Ok(by_name(args, params)?),
        value => Ok(vec![value]),
    }
}

fn by_name(given: Vec<(String, Value)>, params: &[Param]) -> Result<Vec<Value>, Misfit> {
    let all = params.iter().map(|param| &*param.name);
    let mut args: Vec<Option<(String, Value)>> = vec![None; params.len()];
    for (name, value) in given {
        if params.is_empty() {
            return Err(Misfit::new(format!(
                "the function has no parameters, got the argument \"{name}\""
            )));
        }
        let place = names::place(all.clone(), &name, is_rust_ident).map_err(|unknown| {
            let words = ["parameter", "parameters"];
            Misfit::new(unknown.message("the function", words, &name, all.clone()))
        })?;
        if let Some((first, _)) = &args[place] {
            return Err(names::twice("argument", &params[place].name, first, &name));
        }
        args[place] = Some((name, value));
    }
    args.into_iter()
        .zip(params)
        .map(|(arg, param)| match arg {
            Some((_, value)) => Ok(value),
            None => Err(Misfit::new(format!(
                "the argument \"{}\" is missing, of type {}",
                param.name, param.ty
            ))),
        })
        .collect()
}

/// The value as JSON.
///
/// # Errors
/// It holds a handle of a resource.
pub(crate) fn to_json(value: &Value) -> Result<String, ValueError> {
    serde_json::to_string(value).map_err(|error| ValueError::new(error.to_string()))
}
