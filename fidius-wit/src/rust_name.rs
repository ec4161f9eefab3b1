//! How WIT names look in Rust: as heck has them, with a trailing `_` where that is a keyword.

use heck::{ToShoutySnakeCase, ToSnakeCase, ToUpperCamelCase};

use crate::spelling::is_keyword;

/// The name of a function, parameter, field or module: `snake_case`.
pub fn rust_ident(name: &str) -> String {
    escape(name.to_snake_case())
}

/// The name of a type, trait or case: `UpperCamelCase`.
pub fn rust_type(name: &str) -> String {
    escape(name.to_upper_camel_case())
}

/// The name of a flag: `SCREAMING_SNAKE_CASE`.
pub fn rust_constant(name: &str) -> String {
    name.to_shouty_snake_case()
}

fn escape(name: String) -> String {
    if is_keyword(&name) { name + "_" } else { name }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_those_of_heck() {
        assert_eq!(rust_ident("get-HTTP2-id3"), "get_http2_id3");
        assert_eq!(rust_type("get-HTTP2-id3"), "GetHttp2Id3");
        assert_eq!(rust_constant("read-only"), "READ_ONLY");
    }

    #[test]
    fn keywords_get_a_trailing_underscore() {
        assert_eq!(rust_ident("type"), "type_");
        assert_eq!(rust_ident("self"), "self_");
        assert_eq!(rust_ident("gen"), "gen_");
        assert_eq!(rust_type("self"), "Self_");
    }
}
