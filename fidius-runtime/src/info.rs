use fidius_wit::InterfaceName;

/// What a component is, as [`Component::info`](crate::Component::info) tells it.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Info {
    /// What errors call it: the file it came from in backquotes, or its size.
    pub name: String,
    /// The interfaces that it exports, in its own order.
    pub interfaces: Vec<String>,
    /// The functions that it exports by themselves, in its own order.
    pub functions: Vec<String>,
    /// All that it imports, in its own order: interfaces with their versions, and what it imports by itself. An interface of which
    /// only types are wanted is among them, although a host need not give it.
    pub imports: Vec<String>,
    /// The version of WASI that it wants: the highest among its imports of `wasi:…`, such as `0.2.6`. `None` where it imports
    /// nothing of WASI. What the host has is [`WASI_VERSION`](crate::WASI_VERSION), and
    /// [`WASI_P3_VERSION`](crate::WASI_P3_VERSION).
    pub wasi: Option<String>,
    /// Whether it has `async` functions, streams or futures, for which it runs on an engine where each call costs more.
    pub concurrency: bool,
    /// Whether it was precompiled.
    pub precompiled: bool,
    /// How many bytes it was loaded from: those of the component, or of the precompiled one.
    pub size: usize,
}

/// The highest version of WASI among these imports.
pub(crate) fn wasi(imports: &[String]) -> Option<String> {
    imports
        .iter()
        .filter(|import| import.starts_with("wasi:"))
        .map(|import| InterfaceName::parse(import))
        .filter_map(|name| {
            let version = name.version?;
            // A release comes after what was published before it.
            let is_release = !version.contains('-');
            Some((name.version_numbers()?, is_release, version))
        })
        .max()
        .map(|(.., version)| version.to_owned())
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_highest_version_of_wasi_is_found() {
        let wasi = |imports: &[&str]| {
            let imports: Vec<String> = imports.iter().map(|name| (*name).to_owned()).collect();
            super::wasi(&imports)
        };
        assert_eq!(wasi(&[]), None);
        assert_eq!(wasi(&["a:b/c@9.0.0", "now", "wasi:cli/exit"]), None);
        assert_eq!(
            wasi(&[
                "wasi:io/poll@0.2.9",
                "wasi:cli/exit@0.2.12",
                "wasi:io/streams@0.2.10"
            ])
            .unwrap(),
            "0.2.12"
        );
        assert_eq!(
            wasi(&["wasi:io/poll@0.2.0", "wasi:io/poll@0.2.0-rc-2023-12-05"]).unwrap(),
            "0.2.0"
        );
        assert_eq!(
            wasi(&["wasi:io/poll@0.2.12", "wasi:clocks/types@0.3.0"]).unwrap(),
            "0.3.0"
        );
    }
}
