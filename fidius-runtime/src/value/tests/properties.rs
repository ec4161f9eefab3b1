use std::borrow::Cow;

use proptest::prelude::*;

use crate::value::to_json;
use crate::{Value, from_value, to_value};

use super::random_value::{Choices, are_same, loosened, typed_values};
use super::{conform, conform_owned};

proptest! {
    #[test]
    fn an_exact_value_is_taken_as_it_is((ty, value) in typed_values()) {
        let fitted = conform(&value, &ty).unwrap();
        prop_assert!(matches!(fitted, Cow::Borrowed(_)), "{fitted:?}");
        let fitted = conform_owned(value.clone(), &ty).unwrap();
        prop_assert!(are_same(&fitted, &value), "{fitted:?}");
    }

    #[test]
    fn a_value_written_another_way_becomes_the_exact_one((ty, value) in typed_values(), seed in any::<u64>()) {
        let loose = loosened(&value, &mut Choices(seed));
        let fitted = conform(&loose, &ty).map_err(|misfit| TestCaseError::fail(format!("{misfit}: {loose:?}")))?;
        prop_assert!(are_same(&fitted, &value), "{loose:?} became {fitted:?}");
    }

    #[test]
    fn a_value_comes_back_from_json((ty, value) in typed_values()) {
        let text = to_json(&value).unwrap();
        let read: Value = serde_json::from_str(&text).unwrap();
        let fitted = conform(&read, &ty).map_err(|misfit| TestCaseError::fail(format!("{misfit}: {text}")))?;
        prop_assert!(are_same(&fitted, &value), "{text} became {fitted:?}");
    }

    #[test]
    fn a_value_goes_through_serde_whole((_, value) in typed_values()) {
        let written = to_value(&vec![Some((value.clone(), 1u8))]).unwrap();
        let read: Vec<Option<(Value, u8)>> = from_value(written).unwrap();
        prop_assert!(are_same(&read[0].as_ref().unwrap().0, &value), "{read:?}");
    }

    #[test]
    fn any_value_prints((_, value) in typed_values()) {
        prop_assert!(!value.to_string().is_empty());
    }
}
