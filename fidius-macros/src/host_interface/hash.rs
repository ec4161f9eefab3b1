//! The hash that both sides of a host call compare: FNV-1a of the functions as the guest's attribute spells them.

use quote::ToTokens;
use syn::Type;

use super::contract::Function;

const OFFSET: u64 = 0xcbf2_9ce4_8422_2325;
const PRIME: u64 = 0x0000_0100_0000_01b3;

/// The hash of these functions, in whatever order they stand.
pub(super) fn of(functions: &[Function]) -> u64 {
    let mut signatures: Vec<String> = functions.iter().map(signature).collect();
    signatures.sort();
    fnv1a(signatures.join("\n").as_bytes())
}

/// `lookup:String,u32->Option < String >`, without an arrow's end where there is no result.
fn signature(function: &Function) -> String {
    let arguments: Vec<String> = function.arguments.iter().map(spelling).collect();
    let result = function.result.as_ref().map(spelling).unwrap_or_default();
    format!("{}:{}->{result}", function.name, arguments.join(","))
}

/// A type as the compiler prints its tokens one by one. Guests are built with the same printing, and the hash depends on each
/// space of it.
fn spelling(ty: &Type) -> String {
    ty.to_token_stream().to_string()
}

fn fnv1a(bytes: &[u8]) -> u64 {
    bytes.iter().fold(OFFSET, |hash, byte| {
        (hash ^ u64::from(*byte)).wrapping_mul(PRIME)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_hash_is_that_of_fidius_0_5() {
        assert_eq!(fnv1a(b""), OFFSET);
        assert_eq!(fnv1a(b"tick:u32->u64!stream"), 0xFD15_2C8A_A111_2FC3);
        assert_eq!(
            fnv1a(b"name:->String\nreverse:Vec < u8 >->Vec < u8 >!raw"),
            0xDF23_3D1A_5936_EB5C
        );
    }

    #[test]
    fn a_signature_has_the_types_token_by_token() {
        let function = |text: &str| {
            let function: syn::TraitItemFn = syn::parse_str(text).unwrap();
            Function::of(&function)
        };
        let shown = |text: &str| signature(&function(text));
        assert_eq!(shown("fn name(&self) -> String;"), "name:->String");
        assert_eq!(shown("fn stop(&self);"), "stop:->");
        assert_eq!(
            shown("fn reverse(&self, data: Vec<u8>) -> Vec<u8>;"),
            "reverse:Vec < u8 >->Vec < u8 >"
        );
        assert_eq!(
            shown("fn add(&self, a: std::time::Duration, b: i8);"),
            "add:std :: time :: Duration,i8->"
        );

        let (now, stop) = (
            function("fn now(&self) -> u64;"),
            function("fn stop(&self);"),
        );
        let in_order = of(&[now.clone(), stop.clone()]);
        assert_eq!(in_order, of(&[stop, now.clone()]));
        assert_ne!(in_order, of(&[now]));
    }
}
