use std::borrow::Cow;
use std::collections::HashSet;
use std::error::Error as StdError;
use std::sync::Arc;

use fidius_wit::{Function, Type};
use parking_lot::Mutex;
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::dynamic::streams::Streamed;
use crate::dynamic::{Arguments, CallShape, Method, Selector};
use crate::handles::{Passed, Route};
use crate::instances::{Mode, Owner, now};
use crate::plugin::Loaded;
use crate::table::Row;
use crate::value::{
    args_from_json, conform_args, conform_args_owned, from_value, to_args, to_json,
};
use crate::{CallError, Error, ErrorKind, GuestError, Host, Plugin, Value, imports};

/// How a call by name or by number fails.
pub(super) type DynamicError = CallError<GuestError>;

/// Calls by name or by number, whatever the types are.
///
/// All of them check the arguments against the function's types before anything of the guest runs: their number, and each
/// value down to the last field. An error says where: ``argument 2, field "corners", item 7: expected u8, got 300``; all
/// positions count from 1. A number may be of another type as long as the type that is wanted can hold it; names of fields and cases
/// may be in any usual spelling: `line-width`, `line_width`, `lineWidth`, `LineWidth`.
///
/// A method of a resource takes the resource's handle as its first argument, and what makes one answers with the handle: a
/// [`Value::Resource`].
///
/// Where the function's result is a `result<T, E>`, its `T` is what a call returns, and its `E` is a [`CallError::Guest`].
impl<H: Host> Plugin<H> {
    /// The functions that the host knows of the plugin: all that the component exports, where the host says nothing. Those that can't
    /// be called are among them: such as optional ones that the component does not have. The two by which guests of
    /// fidius 0.5 are configured and state a hash are not, where the host says nothing of them.
    pub fn methods(&self) -> impl Iterator<Item = Method<'_>> {
        let loaded = self.loaded();
        loaded.table.rows().map(|row| method(loaded, row))
    }

    /// How many functions there are.
    #[must_use]
    pub fn method_count(&self) -> usize {
        self.loaded().table.len()
    }

    /// The function of this name or number.
    ///
    /// # Errors
    ///
    /// There is none, or there are several of the name.
    pub fn method<'s>(&self, function: impl Into<Selector<'s>>) -> Result<Method<'_>, Error> {
        let loaded = self.loaded();
        let place = loaded.table.place(&loaded.component, function.into())?;
        Ok(method(loaded, loaded.table.row(place)))
    }

    /// The hash of its own kind that a guest of fidius 0.5 states, asked of an instance; `None` where the component states none.
    ///
    /// # Errors
    ///
    /// The call fails.
    pub fn guest_hash(&self) -> Result<Option<u64>, Error> {
        self.with(|lease| {
            let plugin = Arc::clone(lease.plugin());
            now(plugin.carriers.hash(lease, Mode::Blocking))
        })
    }

    /// Calls a function with Rust values: whatever serializes, and for the answer whatever can be deserialized.
    ///
    /// A tuple is the arguments one by one, and so are a tuple struct and an array like `[1, 2]`; `()` is none, and anything
    /// else, a `Vec` too, is the one argument. To pass a tuple as the one argument, put it into another: `((1, 2),)`. A
    /// `Vec<u8>` is bytes, as with `serde_bytes`.
    ///
    /// ```
    /// # use fidius::Dynamic;
    /// use serde::{Deserialize, Serialize};
    ///
    /// #[derive(Serialize, Deserialize, Debug, PartialEq)]
    /// struct Point {
    ///     x: i32,
    ///     y: i32,
    /// }
    ///
    /// # fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// # let file = concat!(env!("CARGO_MANIFEST_DIR"), "/../guests/built/greeter.wasm");
    /// let plugin = Dynamic::load(file)?;
    /// let mirrored: Point = plugin.call("mirror", (Point { x: 1, y: -2 }, true))?;
    /// assert_eq!(mirrored, Point { x: -1, y: 2 });
    ///
    /// let error = plugin.call::<_, String>("farewell", "night").unwrap_err();
    /// assert_eq!(error.guest().unwrap().to_string(), "asleep");
    ///
    /// let error = plugin.call::<_, Point>("mirror", (Point { x: 1, y: -2 },)).unwrap_err();
    /// assert!(error.is_invalid_argument());
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Errors
    ///
    /// The function's own error; else there is no such function ([`Error::is_missing`]), it is raw
    /// ([`Error::is_wrong_mode`]), the arguments do not fit ([`Error::is_invalid_argument`]), the answer does not fit `R`
    /// ([`Error::is_invalid_result`]), or the call fails as any call may.
    pub fn call<'s, A, R>(
        &self,
        function: impl Into<Selector<'s>>,
        arguments: A,
    ) -> Result<R, DynamicError>
    where
        A: Serialize,
        R: DeserializeOwned,
    {
        let (row, arguments) = self.prepare(function.into(), &arguments)?;
        let answer = now(self.call_spent(Mode::Blocking, row, arguments))?;
        self.answer_as(row, answer)
    }

    /// The same as [`call`](Self::call), without blocking the thread.
    ///
    /// # Errors
    ///
    /// Those of [`call`](Self::call).
    pub async fn call_async<'s, A, R>(
        &self,
        function: impl Into<Selector<'s>>,
        arguments: A,
    ) -> Result<R, DynamicError>
    where
        A: Serialize,
        R: DeserializeOwned,
    {
        let (row, arguments) = self.prepare(function.into(), &arguments)?;
        let answer = self.call_spent(Mode::Async, row, arguments).await?;
        self.answer_as(row, answer)
    }

    /// Calls a function with values. What comes back can be passed on just as it is.
    ///
    /// ```
    /// # use fidius::Dynamic;
    /// use fidius::Value;
    ///
    /// # fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// # let file = concat!(env!("CARGO_MANIFEST_DIR"), "/../guests/built/greeter.wasm");
    /// let plugin = Dynamic::load(file)?;
    /// let answer = plugin.call_values("greet", &["world".into()])?;
    /// assert_eq!(answer, Value::from("Hello, world!"));
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Errors
    ///
    /// Those of [`call`](Self::call).
    pub fn call_values<'s>(
        &self,
        function: impl Into<Selector<'s>>,
        arguments: &[Value],
    ) -> Result<Value, DynamicError> {
        let row = self.typed(function.into())?;
        let arguments = self.conform(row, arguments)?;
        now(self.call_exact(Mode::Blocking, row, &arguments))
    }

    /// The same as [`call_values`](Self::call_values), without blocking the thread.
    ///
    /// # Errors
    ///
    /// Those of [`call`](Self::call).
    pub async fn call_values_async<'s>(
        &self,
        function: impl Into<Selector<'s>>,
        arguments: &[Value],
    ) -> Result<Value, DynamicError> {
        let row = self.typed(function.into())?;
        let arguments = self.conform(row, arguments)?;
        self.call_exact(Mode::Async, row, &arguments).await
    }

    /// Calls a function with JSON. Returns the answer as JSON; `null` where there is none.
    ///
    /// An array has the arguments in order. An object has them by the names of the parameters; one that is not there is none where
    /// its type is an option. But where there is only one parameter, an object can be of its type, and no key is its name, the
    /// object is that argument. No text and `null` are no arguments; but where there is only one parameter and it is an option,
    /// `null` is that argument. Anything else is the one argument.
    ///
    /// Records are objects; lists, tuples and flags arrays; a case of a variant is its name, or an object like `{"circle": 3}`
    /// where it has a payload; `null` is an option's none; a result is `{"ok": …}` or `{"err": …}`; a map whose keys are
    /// strings is an object, any other an array of pairs; bytes are an array of numbers; `"NaN"`, `"Infinity"` and
    /// `"-Infinity"` are floats. An option of an option is `{"some": …}`. Handles of resources can't be in JSON.
    ///
    /// # Errors
    ///
    /// Those of [`call`](Self::call), and where the text is no JSON.
    pub fn call_json<'s>(
        &self,
        function: impl Into<Selector<'s>>,
        arguments: &str,
    ) -> Result<String, DynamicError> {
        let (row, arguments) = self.prepare_json(function.into(), arguments)?;
        let answer = now(self.call_spent(Mode::Blocking, row, arguments))?;
        self.answer_as_json(row, &answer)
    }

    /// The same as [`call_json`](Self::call_json), without blocking the thread.
    ///
    /// # Errors
    ///
    /// Those of [`call_json`](Self::call_json).
    pub async fn call_json_async<'s>(
        &self,
        function: impl Into<Selector<'s>>,
        arguments: &str,
    ) -> Result<String, DynamicError> {
        let (row, arguments) = self.prepare_json(function.into(), arguments)?;
        let answer = self.call_spent(Mode::Async, row, arguments).await?;
        self.answer_as_json(row, &answer)
    }

    /// Calls a raw function: bytes in, bytes out, each copied once.
    ///
    /// Which functions are raw is not to be seen in a component: the host says it, with `raw = ["digest"]` on the attribute
    /// or [`raw`](crate::Builder::raw) on the builder of a [`Dynamic`](crate::Dynamic).
    ///
    /// # Errors
    ///
    /// Those of [`call`](Self::call); [`Error::is_wrong_mode`] where the function is not raw.
    pub fn call_raw<'s>(
        &self,
        function: impl Into<Selector<'s>>,
        bytes: &[u8],
    ) -> Result<Vec<u8>, DynamicError> {
        let row = self.raw(function.into())?;
        let answer = now(self.call_with(Mode::Blocking, row, Arguments::Bytes(bytes)))?;
        self.answer_as_bytes(row, answer)
    }

    /// The same as [`call_raw`](Self::call_raw), without blocking the thread.
    ///
    /// # Errors
    ///
    /// Those of [`call_raw`](Self::call_raw).
    pub async fn call_raw_async<'s>(
        &self,
        function: impl Into<Selector<'s>>,
        bytes: &[u8],
    ) -> Result<Vec<u8>, DynamicError> {
        let row = self.raw(function.into())?;
        let answer = self
            .call_with(Mode::Async, row, Arguments::Bytes(bytes))
            .await?;
        self.answer_as_bytes(row, answer)
    }

    /// The function, and its arguments out of what serializes.
    fn prepare<A: Serialize>(
        &self,
        selector: Selector<'_>,
        arguments: &A,
    ) -> Result<(Row<'_>, Vec<Value>), Error> {
        let row = self.typed(selector)?;
        let arguments = to_args(arguments).map_err(|error| self.invalid(row, error))?;
        let arguments = conform_args_owned(arguments, &row.function.params)
            .map_err(|misfit| self.invalid(row, misfit))?;
        Ok((row, arguments))
    }

    /// The answer as what can be deserialized.
    fn answer_as<R: DeserializeOwned>(
        &self,
        row: Row<'_>,
        answer: Value,
    ) -> Result<R, DynamicError> {
        from_value(answer).map_err(|error| {
            let what = format!("does not fit the type that it is wanted in: {error}");
            self.invalid_result(row, &what).with_source(error).into()
        })
    }

    pub(super) fn conform<'v>(
        &self,
        row: Row<'_>,
        arguments: &'v [Value],
    ) -> Result<Cow<'v, [Value]>, Error> {
        conform_args(arguments, &row.function.params).map_err(|misfit| self.invalid(row, misfit))
    }

    /// The function, and its arguments out of JSON.
    fn prepare_json(
        &self,
        selector: Selector<'_>,
        arguments: &str,
    ) -> Result<(Row<'_>, Vec<Value>), Error> {
        let row = self.typed(selector)?;
        if self.loaded().table.shape(row.entry.place).answers_handles {
            let what = "has handles of resources, which can't be JSON: call it with `call_values`";
            return Err(self.invalid_result(row, what));
        }
        let arguments = args_from_json(arguments, &row.function.params)
            .map_err(|error| self.invalid(row, error))?;
        Ok((row, arguments))
    }

    fn answer_as_json(&self, row: Row<'_>, answer: &Value) -> Result<String, DynamicError> {
        to_json(answer).map_err(|error| {
            let what = format!("can't be JSON: {error}");
            self.invalid_result(row, &what).with_source(error).into()
        })
    }

    /// A raw function.
    fn raw(&self, selector: Selector<'_>) -> Result<Row<'_>, Error> {
        let row = self.row(selector)?;
        if row.is_raw {
            Ok(row)
        } else {
            Err(self.wrong_mode(row))
        }
    }

    fn answer_as_bytes(&self, row: Row<'_>, answer: Value) -> Result<Vec<u8>, DynamicError> {
        match split(row.function, answer)? {
            Value::Bytes(bytes) => Ok(bytes),
            other => Err(self
                .invalid_result(row, &format!("is {}, expected bytes", other.kind()))
                .into()),
        }
    }

    fn row(&self, selector: Selector<'_>) -> Result<Row<'_>, Error> {
        let loaded = self.loaded();
        let place = loaded.table.place(&loaded.component, selector)?;
        let row = loaded.table.row(place);
        if row.entry.index.is_none() {
            return Err(loaded.missing(place));
        }
        Ok(row)
    }

    /// A function without streams that can be called with values.
    fn typed(&self, selector: Selector<'_>) -> Result<Row<'_>, Error> {
        self.shaped(selector, CallShape::Unary)
    }

    /// A function of this shape that can be called with values.
    pub(super) fn shaped(
        &self,
        selector: Selector<'_>,
        wanted: CallShape,
    ) -> Result<Row<'_>, Error> {
        let row = self.row(selector)?;
        if row.is_raw {
            return Err(self.wrong_mode(row));
        }
        let shape = self.loaded().table.shape(row.entry.place);
        match shape.obstacle {
            Some(obstacle) => Err(self.unsupported(row, obstacle)),
            None if shape.call != wanted => Err(self.wrong_shape(row, shape.call, wanted)),
            None => Ok(row),
        }
    }

    /// Calls with arguments that are exact for their types.
    async fn call_exact(
        &self,
        mode: Mode,
        row: Row<'_>,
        arguments: &[Value],
    ) -> Result<Value, DynamicError> {
        let answer = self
            .call_with(mode, row, Arguments::Values(arguments))
            .await?;
        split(row.function, answer)
    }

    /// The same with arguments that are of no use after the call.
    async fn call_spent(
        &self,
        mode: Mode,
        row: Row<'_>,
        arguments: Vec<Value>,
    ) -> Result<Value, DynamicError> {
        if self.loaded().table.shape(row.entry.place).has_handles {
            return self.call_exact(mode, row, &arguments).await;
        }
        let arguments = Mutex::new(arguments);
        let answer = self
            .call_with(mode, row, Arguments::Spent(&arguments))
            .await?;
        split(row.function, answer)
    }

    async fn call_with(
        &self,
        mode: Mode,
        row: Row<'_>,
        arguments: Arguments<'_>,
    ) -> Result<Value, Error> {
        if self.loaded().table.shape(row.entry.place).has_handles {
            return self.call_with_handles(mode, row, arguments, None).await;
        }
        let answer = match mode {
            Mode::Blocking => self.with(|lease| now(lease.call_dynamic(mode, row, arguments))),
            Mode::Async => {
                let mut held = self.hold().await?;
                let answer = held.lease().call_dynamic(mode, row, arguments).await;
                held.finish(&answer, None);
                self.loaded().failures.note(answer)
            }
        };
        Ok(answer?.value)
    }

    /// The same for a function with handles, or with a stream.
    pub(super) async fn call_with_handles(
        &self,
        mode: Mode,
        row: Row<'_>,
        arguments: Arguments<'_>,
        mut streamed: Option<&mut Streamed>,
    ) -> Result<Value, Error> {
        let mut route = self.route_of(row.entry.place);
        let mut handles = Vec::new();
        if let Some(values) = arguments.values() {
            handles = self.route_handles(row, values, &mut route)?;
        }
        if mode == Mode::Blocking {
            return self.with_handles(&route, |lease, owner| {
                if let Some(streamed) = &mut streamed {
                    streamed.begin(lease, &owner);
                }
                let answer = now(lease.call_dynamic_handles(mode, row, owner, arguments, &handles));
                if let Some(streamed) = &mut streamed {
                    streamed.end(lease);
                }
                answer
            });
        }
        let mut held = self.hold_routed(&route).await?;
        let mut session = None;
        let owner = match route.session() {
            Some(session) => Owner::Session(session),
            None => Owner::New(&mut session),
        };
        if let Some(streamed) = &mut streamed {
            streamed.begin(held.lease(), &owner);
        }
        let answer = held
            .lease()
            .call_dynamic_handles(mode, row, owner, arguments, &handles)
            .await;
        if let Some(streamed) = &mut streamed {
            streamed.end(held.lease());
        }
        held.finish(&answer, session);
        self.loaded().failures.note(answer)
    }

    /// The handles among the arguments, all of them shown to the route.
    pub(super) fn route_handles<'v>(
        &self,
        row: Row<'v>,
        values: &'v [Value],
        route: &mut Route,
    ) -> Result<Vec<Passed<'v>>, Error> {
        let mut handles = Vec::new();
        for (param, value) in row.function.params.iter().zip(values) {
            collect(&param.ty, value, &mut handles);
        }
        self.check_gifts(row, &handles)?;
        for handle in &handles {
            route.add_guest(handle.resource, handle.guest)?;
        }
        Ok(handles)
    }

    /// Refuses a handle that is given away and in the same call given or lent once more: the engine would end the instance for it.
    fn check_gifts(&self, row: Row<'_>, handles: &[Passed<'_>]) -> Result<(), Error> {
        let refused = |what: &str| {
            let (name, component) = (row.function.label(), self.component().name());
            Error::new(
                ErrorKind::ForeignHandle,
                format!("a resource passed to `{name}` of {component} can't be {what} in one call"),
            )
        };
        let mut given = HashSet::new();
        for handle in handles.iter().filter(|handle| handle.is_own) {
            if !given.insert(Arc::as_ptr(handle.guest)) {
                return Err(refused("given away twice"));
            }
        }
        let mut lent = handles.iter().filter(|handle| !handle.is_own);
        if lent.any(|handle| given.contains(&Arc::as_ptr(handle.guest))) {
            return Err(refused("both lent and given away"));
        }
        Ok(())
    }

    #[cold]
    pub(super) fn invalid(
        &self,
        row: Row<'_>,
        cause: impl StdError + Send + Sync + 'static,
    ) -> Error {
        let (name, component) = (row.function.label(), self.component().name());
        Error::new(
            ErrorKind::InvalidArgument,
            format!("`{name}` of {component} can't be called: {cause}"),
        )
        .with_source(cause)
    }

    #[cold]
    pub(super) fn invalid_result(&self, row: Row<'_>, what: &str) -> Error {
        let (name, component) = (row.function.label(), self.component().name());
        Error::new(
            ErrorKind::InvalidResult,
            format!("the answer of `{name}` of {component} {what}"),
        )
    }

    #[cold]
    fn unsupported(&self, row: Row<'_>, obstacle: &str) -> Error {
        let (name, component) = (row.function.label(), self.component().name());
        Error::new(
            ErrorKind::Other,
            format!(
                "`{name}` of {component} can't be called: it {obstacle}, which this version of fidius does not support"
            ),
        )
    }

    #[cold]
    fn wrong_shape(&self, row: Row<'_>, is: CallShape, wanted: CallShape) -> Error {
        let (name, component) = (row.function.label(), self.component().name());
        let mut text = format!(
            "`{name}` of {component} {is}, and was called as one that {wanted}: call it with `{}`",
            is.call()
        );
        if is == CallShape::Unary && imports::pulls(self.component()) {
            text.push_str(&format!(
                "; if it reads a stream by the import `fidius:stream-pull/pull`, which can't be seen in a component, name `{name}` in \
                 `client_streams`, where the host is declared or on its builder"
            ));
        }
        Error::new(ErrorKind::WrongMode, text)
    }

    #[cold]
    fn wrong_mode(&self, row: Row<'_>) -> Error {
        let (name, component) = (row.function.label(), self.component().name());
        Error::new(
            ErrorKind::WrongMode,
            if row.is_raw {
                format!(
                    "`{name}` of {component} is raw: call it with `call_raw`, which takes bytes"
                )
            } else {
                format!(
                    "`{name}` of {component} is not raw, and `call_raw` calls only functions that the host says are: call it \
                     as any other, or say `raw = [\"{name}\"]` where the host is declared, or `.raw([\"{name}\"])` on its builder"
                )
            },
        )
    }
}

fn method<'p>(loaded: &'p Loaded, row: Row<'p>) -> Method<'p> {
    let served = row.export.served.as_ref();
    let docs = served.and_then(|served| {
        let interface = (!row.export.is_world).then_some(&*served.name);
        loaded
            .component
            .function_docs(interface, &row.function.name)
    });
    Method::new(row, loaded.table.shape(row.entry.place).call, docs)
}

/// Takes the function's own error out of an answer.
pub(super) fn split(function: &Function, answer: Value) -> Result<Value, DynamicError> {
    let value = |payload: Option<Box<Value>>| payload.map_or(Value::Unit, |value| *value);
    match answer {
        Value::Result(result) if matches!(function.result, Some(Type::Result(_))) => match result {
            Ok(answer) => Ok(value(answer)),
            Err(error) => Err(CallError::Guest(GuestError::new(value(error)))),
        },
        answer => Ok(answer),
    }
}

/// The handles in a value that is exact for its type.
fn collect<'v>(ty: &'v Type, value: &'v Value, handles: &mut Vec<Passed<'v>>) {
    // Most of a large argument has none in it.
    if !ty.has_handles() {
        return;
    }
    match (ty, value) {
        (Type::Own(resource) | Type::Borrow(resource), Value::Resource(handle)) => {
            // A handle that a call answered with is filled before anybody has it.
            handles.extend(handle.guest().map(|guest| Passed {
                guest,
                resource,
                is_own: matches!(ty, Type::Own(_)),
            }));
        }
        (Type::List(item) | Type::FixedLengthList(item, _), Value::List(items)) => {
            items.iter().for_each(|value| collect(item, value, handles));
        }
        (Type::Map(types), Value::Map(entries)) => {
            for (key, value) in entries {
                collect(&types.0, key, handles);
                collect(&types.1, value, handles);
            }
        }
        (Type::Option(some), Value::Option(Some(value))) => collect(some, value, handles),
        (Type::Result(sides), Value::Result(result)) => {
            let (ty, value) = match result {
                Ok(value) => (&sides.0, value),
                Err(value) => (&sides.1, value),
            };
            if let (Some(ty), Some(value)) = (ty, value) {
                collect(ty, value, handles);
            }
        }
        (Type::Tuple(types), Value::Tuple(values)) => {
            for (ty, value) in types.iter().zip(values) {
                collect(ty, value, handles);
            }
        }
        (Type::Record(record), Value::Record(values)) => {
            for (field, (_, value)) in record.fields.iter().zip(values) {
                collect(&field.ty, value, handles);
            }
        }
        (Type::Variant(variant), Value::Variant(name, Some(payload))) => {
            let case = variant.cases.iter().find(|case| case.name == **name);
            if let Some(ty) = case.and_then(|case| case.ty.as_ref()) {
                collect(ty, payload, handles);
            }
        }
        _ => {}
    }
}
