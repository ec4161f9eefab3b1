//! Whether a name is another spelling of a WIT name, without making that spelling: it is asked for each field of each
//! value, where an allocation would cost more than the answer.

/// Whether `given` has the words of the WIT name, in any of the usual spellings: `room-number`, `room_number`, `roomNumber`,
/// `RoomNumber`, `ROOM_NUMBER`, `ROOM-NUMBER`, with or without the `_` behind a keyword (serde's names go without it).
///
/// Each word is in lower case, in upper case, or capitalized. One `-` or `_` stands before each but the first; or before none, where
/// capital letters show that they begin. A word that begins with a digit needs neither. So neither `roomnumber` nor `ROOMNUMBER` is
/// `room-number`.
///
/// WIT names are words of ASCII letters and digits with hyphens between them, each word in one case throughout. Of a text that is no
/// WIT name the answer means nothing.
///
/// ```
/// use fidius_wit::is_spelling;
///
/// assert!(is_spelling("get-HTTP2-id", "getHttp2Id"));
/// assert!(is_spelling("get-HTTP2-id", "getHTTP2Id"));
/// assert!(is_spelling("type", "type_"));
/// assert!(!is_spelling("filename", "fileName"));
/// ```
#[must_use]
pub fn is_spelling(wit: &str, given: &str) -> bool {
    if wit == given {
        return true;
    }
    let plain = without_underscore(given);
    let is_joined = || !plain.contains(['-', '_']);
    let mut rest = plain.as_bytes();
    let mut before = None;
    for word in wit.split('-') {
        let is_apart = match (before, rest) {
            (Some(_), [b'-' | b'_', after @ ..]) => {
                rest = after;
                true
            }
            _ => false,
        };
        let Some((part, after)) = rest.split_at_checked(word.len()) else {
            return false;
        };
        if !part.eq_ignore_ascii_case(word.as_bytes()) {
            return false;
        }
        let Some(case) = Case::of(part) else {
            return false;
        };
        if let Some(before) = before
            && !is_apart
            && !part.first().is_some_and(u8::is_ascii_digit)
            && !(case.is_seen_behind(before) && is_joined())
        {
            return false;
        }
        before = Some(case);
        rest = after;
    }
    rest.is_empty()
}

/// How a word is written.
#[derive(Clone, Copy)]
enum Case {
    /// It has no letters.
    Digits,
    Lower,
    Capitalized,
    /// Its only letter is a capital.
    Capital,
    Upper,
}

impl Case {
    fn of(word: &[u8]) -> Option<Self> {
        let lower = word.iter().filter(|byte| byte.is_ascii_lowercase()).count();
        let upper = word.iter().filter(|byte| byte.is_ascii_uppercase()).count();
        match (upper, lower) {
            (0, 0) => Some(Self::Digits),
            (0, _) => Some(Self::Lower),
            (1, 0) => Some(Self::Capital),
            (_, 0) => Some(Self::Upper),
            (1, _) if word[0].is_ascii_uppercase() => Some(Self::Capitalized),
            _ => None,
        }
    }

    /// Whether a word that begins with a letter can be told from one right before it.
    fn is_seen_behind(self, before: Self) -> bool {
        match self {
            Self::Capitalized => true,
            Self::Capital => !matches!(before, Self::Upper),
            Self::Upper => matches!(before, Self::Lower | Self::Capitalized),
            Self::Lower | Self::Digits => false,
        }
    }
}

/// The name without what keeps a keyword apart: its `_`, which is a `-` where serde made hyphens of all underscores.
fn without_underscore(given: &str) -> &str {
    match given.strip_suffix(['_', '-']) {
        Some(plain) if KEYWORDS.iter().any(|word| word.eq_ignore_ascii_case(plain)) => plain,
        _ => given,
    }
}

#[cfg(feature = "parse")]
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
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn keywords_are_sorted() {
        assert!(KEYWORDS.is_sorted());
    }

    #[track_caller]
    fn check(wit: &str, right: &[&str], wrong: &[&str]) {
        for given in right {
            assert!(is_spelling(wit, given), "{given} is {wit}");
        }
        for given in wrong {
            assert!(!is_spelling(wit, given), "{given} is not {wit}");
        }
    }

    #[test]
    fn the_words_count_and_not_how_they_are_joined() {
        check(
            "room-number",
            &[
                "room-number",
                "room_number",
                "roomNumber",
                "RoomNumber",
                "ROOM_NUMBER",
                "ROOM-NUMBER",
                "Room_Number",
            ],
            &[
                "roomnumber",
                "ROOMNUMBER",
                "rOomNumber",
                "room__number",
                "room number",
                "room-numbers",
                "room-",
                "room",
                "number",
                "",
                "_room_number",
                "room_number_",
                "roöm-number",
            ],
        );
        check(
            "get-HTTP2-id",
            &["get_http2_id", "getHttp2Id", "GetHTTP2Id", "GET_HTTP2_ID"],
            &["getHTTP2_ID", "getHttp2id", "GETHTTP2ID", "get_http_2_id"],
        );
        check("user-id", &["userID", "UserID", "userId"], &["USERID"]);
        check("a-b", &["AB", "aB", "a_b"], &["ab", "Ab"]);
        check("v-2", &["v2", "V2", "v_2"], &["v-2_"]);
        check(
            "filename",
            &["Filename", "FILENAME"],
            &["fileName", "file_name"],
        );
    }

    #[test]
    fn a_keyword_goes_with_its_underscore_and_without() {
        check(
            "type",
            &["type_", "type", "Type_", "TYPE_", "type-"],
            &["type__"],
        );
        check("self", &["self_", "Self_", "Self", "SELF"], &["_self"]);
        check("point", &["Point"], &["point_", "Point_"]);
    }

    /// WIT names: of random words, and the keywords.
    fn names() -> impl Strategy<Value = String> {
        prop_oneof![
            4 => "([a-z][a-z0-9]{0,4}|[A-Z][A-Z0-9]{0,4})(-([a-z0-9]{1,4}|[A-Z0-9]{1,4})){0,3}",
            1 => prop::sample::select(KEYWORDS).prop_map(str::to_ascii_lowercase)
                .prop_filter("a name", |name| name != "_"),
        ]
    }

    fn capitalized(word: &str) -> String {
        word[..1].to_ascii_uppercase() + &word[1..].to_ascii_lowercase()
    }

    /// All usual spellings of a WIT name.
    fn spellings(name: &str) -> Vec<String> {
        let words: Vec<&str> = name.split('-').collect();
        let pascal: String = words.iter().map(|word| capitalized(word)).collect();
        let camel = words[0].to_ascii_lowercase() + &pascal[words[0].len()..];
        let mut all = vec![
            name.to_owned(),
            name.to_ascii_lowercase(),
            name.to_ascii_uppercase(),
            name.replace('-', "_"),
            name.replace('-', "_").to_ascii_lowercase(),
            name.replace('-', "_").to_ascii_uppercase(),
            pascal,
            camel,
        ];
        if KEYWORDS.contains(&name) {
            all.extend(all.clone().into_iter().map(|name| name + "_"));
        }
        all
    }

    fn begins_with_digit(name: &str) -> bool {
        name.split('-')
            .any(|word| word.as_bytes()[0].is_ascii_digit())
    }

    /// Whether nothing but a separator may show where some word of the name begins.
    fn can_hide(name: &str) -> bool {
        let letters = |word: &str| word.bytes().filter(u8::is_ascii_alphabetic).count();
        begins_with_digit(name) || name.split('-').any(|word| letters(word) < 2)
    }

    /// Two names of the same few letters, which are apart at different places.
    fn close_names() -> impl Strategy<Value = [String; 2]> {
        let letters = prop::collection::vec(prop::sample::select(&b"abcd12"[..]), 2..8);
        let apart = || prop::collection::vec(prop::bool::weighted(0.3), 8);
        (letters, apart(), apart()).prop_map(|(letters, one, other)| {
            [one, other].map(|apart| {
                let mut name = "a".to_owned();
                for (letter, apart) in letters.iter().zip(apart) {
                    if apart {
                        name.push('-');
                    }
                    name.push(char::from(*letter));
                }
                name
            })
        })
    }

    proptest! {
        #[test]
        fn all_usual_spellings_are_known(name in names()) {
            for given in spellings(&name) {
                prop_assert!(is_spelling(&name, &given), "{given}");
            }
        }

        #[test]
        fn a_name_of_other_letters_is_another_name(name in names(), other in names()) {
            let letters = |name: &str| name.replace('-', "").to_ascii_lowercase();
            for given in spellings(&other) {
                prop_assert!(!is_spelling(&name, &given) || letters(&name) == letters(&other), "{given}");
            }
        }

        #[test]
        fn a_name_of_other_words_is_another_name([one, other] in close_names()) {
            for given in spellings(&other) {
                let can_be_same = one == other || if given.contains(['-', '_']) {
                    begins_with_digit(&one) || begins_with_digit(&other)
                } else {
                    can_hide(&one) || can_hide(&other)
                };
                prop_assert!(!is_spelling(&one, &given) || can_be_same, "{given}");
            }
        }
    }

    // Values that programs make have the names that they like.
    proptest! {
        #[test]
        fn any_two_texts_can_be_compared(one in "[a-bA-B1ß_-]{0,6}", other in "[a-bA-B1ß_-]{0,6}") {
            prop_assert!(is_spelling(&one, &one));
            let _ = is_spelling(&one, &other);
        }
    }

    #[cfg(feature = "parse")]
    proptest! {
        #[test]
        fn the_spelling_of_heck_is_known(name in names()) {
            for given in [crate::rust_ident(&name), crate::rust_type(&name), crate::rust_constant(&name)] {
                prop_assert!(is_spelling(&name, &given), "{given}");
            }
        }
    }
}
