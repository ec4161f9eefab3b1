use wasmparser::WasmFeatures;

/// Parts of the component model that the engine has, and switches on only when asked to, because they may still change.
///
/// ```
/// use fidius_runtime::{Runtime, Unstable};
///
/// let runtime = Runtime::with_unstable(Unstable {
///     maps: true,
///     ..Unstable::default()
/// });
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Unstable {
    /// `map<K, V>`.
    pub maps: bool,
    /// `list<T, N>`, with N items always.
    pub fixed_length_lists: bool,
    /// One interface imported or exported under several labels: `import cache: store;`.
    pub labelled_imports: bool,
    /// `error-context`, inside a component. No host function can have one: the engine gives a host no way to make or read one.
    pub error_contexts: bool,
}

impl Unstable {
    /// What a component needs of these, as the validator calls it and as it is switched on here.
    pub(crate) const FEATURES: &'static [(WasmFeatures, &'static str)] = &[
        (WasmFeatures::CM_MAP, "maps"),
        (WasmFeatures::CM_FIXED_LENGTH_LISTS, "fixed_length_lists"),
        (WasmFeatures::CM_IMPLEMENTS, "labelled_imports"),
        (WasmFeatures::CM_ERROR_CONTEXT, "error_contexts"),
    ];
}
