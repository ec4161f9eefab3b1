//! Whether a name is the Rust spelling of a WIT name, without making that spelling: it is asked for each field of each
//! value, where an allocation would cost more than the answer.
//!
//! WIT names are words of ASCII letters and digits with hyphens between them, each word in one case throughout; these
//! functions are for such names only.

/// Whether `given` is [`rust_ident`](crate::rust_ident) of the WIT name, with or without the `_` behind a keyword (serde's
/// names go without it).
pub fn is_rust_ident(wit: &str, given: &str) -> bool {
    let plain = without_underscore(given);
    plain.len() == wit.len()
        && wit.bytes().zip(plain.bytes()).all(|(wit, given)| {
            given
                == match wit {
                    b'-' => b'_',
                    letter => letter.to_ascii_lowercase(),
                }
        })
}

/// Whether `given` is [`rust_type`](crate::rust_type) of the WIT name, with or without the `_` behind a keyword (serde's
/// names go without it).
pub fn is_rust_type(wit: &str, given: &str) -> bool {
    let mut given = without_underscore(given).bytes();
    for word in wit.split('-') {
        for (index, letter) in word.bytes().enumerate() {
            let expected = match index {
                0 => letter.to_ascii_uppercase(),
                _ => letter.to_ascii_lowercase(),
            };
            if given.next() != Some(expected) {
                return false;
            }
        }
    }
    given.next().is_none()
}

/// Whether `given` is [`rust_constant`](crate::rust_constant) of the WIT name.
pub fn is_rust_constant(wit: &str, given: &str) -> bool {
    given.len() == wit.len()
        && wit.bytes().zip(given.bytes()).all(|(wit, given)| {
            given
                == match wit {
                    b'-' => b'_',
                    letter => letter.to_ascii_uppercase(),
                }
        })
}

/// The name without the underscore that keeps a keyword apart.
fn without_underscore(given: &str) -> &str {
    match given.strip_suffix('_') {
        Some(plain) if is_keyword(plain) => plain,
        _ => given,
    }
}

pub(crate) fn is_keyword(name: &str) -> bool {
    KEYWORDS.binary_search(&name).is_ok()
}

/// All words that can't name an item in any edition up to 2024, reserved ones among them; sorted.
const KEYWORDS: &[&str] = &[
    "Self", "_", "abstract", "as", "async", "await", "become", "box", "break", "const", "continue",
    "crate", "do", "dyn", "else", "enum", "extern", "false", "final", "fn", "for", "gen", "if",
    "impl", "in", "let", "loop", "macro", "match", "mod", "move", "mut", "override", "priv", "pub",
    "ref", "return", "self", "static", "struct", "super", "trait", "true", "try", "type", "typeof",
    "unsafe", "unsized", "use", "virtual", "where", "while", "yield",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keywords_are_sorted() {
        assert!(KEYWORDS.is_sorted());
    }

    #[test]
    fn a_keyword_goes_with_its_underscore_and_without() {
        for given in ["type_", "type"] {
            assert!(is_rust_ident("type", given), "{given}");
        }
        for given in ["Self_", "Self"] {
            assert!(is_rust_type("self", given), "{given}");
        }
        assert!(!is_rust_ident("point", "point_"));
        assert!(!is_rust_type("point", "Point_"));
    }

    #[cfg(feature = "parse")]
    mod with_heck {
        use proptest::prelude::*;

        use super::super::*;
        use crate::{rust_constant, rust_ident, rust_type};

        /// WIT names: of random words, and the keywords.
        fn names() -> impl Strategy<Value = String> {
            prop_oneof![
                4 => "([a-z][a-z0-9]{0,4}|[A-Z][A-Z0-9]{0,4})(-([a-z0-9]{1,4}|[A-Z0-9]{1,4})){0,3}",
                1 => prop::sample::select(KEYWORDS).prop_map(str::to_ascii_lowercase)
                    .prop_filter("a name", |name| name != "_"),
            ]
        }

        proptest! {
            #[test]
            fn the_spelling_of_heck_is_known(name in names()) {
                prop_assert!(is_rust_ident(&name, &rust_ident(&name)));
                prop_assert!(is_rust_type(&name, &rust_type(&name)));
                prop_assert!(is_rust_constant(&name, &rust_constant(&name)));
            }

            #[test]
            fn no_other_spelling_is_taken(name in names(), other in names()) {
                for given in [
                    rust_ident(&other), rust_type(&other), rust_constant(&other), format!("{name}_"), other,
                ] {
                    let plain = given.strip_suffix('_').filter(|plain| is_keyword(plain)).unwrap_or(&given);
                    let is = |spelling: String| spelling.strip_suffix('_').unwrap_or(&spelling) == plain;
                    prop_assert_eq!(is_rust_ident(&name, &given), is(rust_ident(&name)));
                    prop_assert_eq!(is_rust_type(&name, &given), is(rust_type(&name)));
                    prop_assert_eq!(is_rust_constant(&name, &given), rust_constant(&name) == given);
                }
            }
        }
    }
}
