//! The host's own values that a guest has handles of.

use std::any::Any;
use std::panic::{AssertUnwindSafe, catch_unwind};

/// A value that a guest has a handle of.
pub(crate) type Value = Box<dyn Any + Send + Sync>;

/// Values under small numbers, which are used again.
#[derive(Default)]
pub(crate) struct Table {
    places: Vec<Place>,
    /// How many values there are.
    taken: u32,
    /// The free place that is used next.
    free: Option<u32>,
}

enum Place {
    Taken(Value),
    /// The free place after this one.
    Free(Option<u32>),
}

impl Table {
    /// Puts a value in, and returns its number; `None` where there are as many as `limit` already.
    pub(crate) fn push(&mut self, value: Value, limit: u32) -> Option<u32> {
        if self.taken >= limit {
            return None;
        }
        let number = match self.free {
            Some(number) => {
                let place = self.places.get_mut(number as usize)?;
                if let Place::Free(next) = place {
                    self.free = *next;
                }
                *place = Place::Taken(value);
                number
            }
            None => {
                let number = u32::try_from(self.places.len()).ok()?;
                self.places.push(Place::Taken(value));
                number
            }
        };
        self.taken += 1;
        Some(number)
    }

    pub(crate) fn get(&self, number: u32) -> Option<&Value> {
        match self.places.get(number as usize)? {
            Place::Taken(value) => Some(value),
            Place::Free(_) => None,
        }
    }

    pub(crate) fn remove(&mut self, number: u32) -> Option<Value> {
        let place = self.places.get_mut(number as usize)?;
        if matches!(place, Place::Free(_)) {
            return None;
        }
        match std::mem::replace(place, Place::Free(self.free)) {
            Place::Taken(value) => {
                self.free = Some(number);
                self.taken -= 1;
                Some(value)
            }
            Place::Free(_) => None,
        }
    }
}

impl Drop for Table {
    /// The values are the user's, and what they do when they are dropped must not keep an instance from going.
    fn drop(&mut self) {
        for place in self.places.drain(..) {
            if let Place::Taken(value) = place
                && catch_unwind(AssertUnwindSafe(|| drop(value))).is_err()
            {
                tracing::warn!(
                    "a value of the host panicked when it was dropped with the instance that had it"
                );
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_used_again() {
        let mut table = Table::default();
        let number = |value: u32, table: &mut Table| table.push(Box::new(value), 9).unwrap();
        assert_eq!(number(10, &mut table), 0);
        assert_eq!(number(11, &mut table), 1);
        assert_eq!(number(12, &mut table), 2);
        assert!(table.remove(0).is_some());
        assert!(table.remove(0).is_none());
        assert!(table.get(0).is_none());
        assert!(table.remove(2).is_some());
        assert_eq!(number(13, &mut table), 2);
        assert_eq!(number(14, &mut table), 0);
        assert_eq!(number(15, &mut table), 3);
        assert_eq!(table.get(1).unwrap().downcast_ref(), Some(&11_u32));
        assert_eq!(table.get(2).unwrap().downcast_ref(), Some(&13_u32));
        assert!(table.get(4).is_none());
    }

    #[test]
    fn there_are_no_more_than_the_limit() {
        let mut table = Table::default();
        let push = |table: &mut Table, limit| table.push(Box::new(()), limit);
        assert_eq!(push(&mut table, 0), None);
        assert_eq!(push(&mut table, 2), Some(0));
        assert_eq!(push(&mut table, 2), Some(1));
        assert_eq!(push(&mut table, 2), None);
        table.remove(0);
        table.remove(0);
        assert_eq!(push(&mut table, 1), None);
        assert_eq!(push(&mut table, 2), Some(0));
        assert_eq!(push(&mut table, 3), Some(2));
    }

    #[test]
    fn a_panic_of_one_value_spares_the_others() {
        struct Panics;
        impl Drop for Panics {
            fn drop(&mut self) {
                panic!("on purpose");
            }
        }
        let mut table = Table::default();
        let shared = std::sync::Arc::new(());
        table.push(Box::new(Panics), 2);
        table.push(Box::new(std::sync::Arc::clone(&shared)), 2);
        drop(table);
        assert_eq!(std::sync::Arc::strong_count(&shared), 1);
    }
}
