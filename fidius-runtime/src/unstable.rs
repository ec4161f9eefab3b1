use wasmparser::WasmFeatures;

/// Parts of the component model that the engine has, and switches on only when asked to, because they may still change.
///
/// ```
/// use fidius::{Runtime, Unstable};
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

    /// What is switched on, as the validator calls it.
    pub(crate) fn features(self) -> WasmFeatures {
        let Self {
            maps,
            fixed_length_lists,
            labelled_imports,
            error_contexts,
        } = self;
        let mut features = WasmFeatures::empty();
        features.set(WasmFeatures::CM_MAP, maps);
        features.set(WasmFeatures::CM_FIXED_LENGTH_LISTS, fixed_length_lists);
        features.set(WasmFeatures::CM_IMPLEMENTS, labelled_imports);
        features.set(WasmFeatures::CM_ERROR_CONTEXT, error_contexts);
        features
    }

    /// What is switched on, by the names of the fields.
    pub(crate) fn names(self) -> impl Iterator<Item = &'static str> {
        let features = self.features();
        Self::FEATURES
            .iter()
            .filter(move |(feature, _)| features.contains(*feature))
            .map(|(_, name)| *name)
    }
}
