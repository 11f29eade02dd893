//! What a function of an exercise returns.

use super::Wire;
use crate::wire::Value;

/// What a function of an exercise returns: one part, a tuple of up to eight, or a record.
pub trait Parts {
    /// How many parts.
    const COUNT: usize;
    /// The parts in order.
    fn into_parts(self) -> Vec<Value>;
    /// The names of the parts, where they have some: the fields of a record.
    fn names() -> Option<Vec<String>> {
        None
    }
}

impl<T: Wire> Parts for T {
    const COUNT: usize = 1;
    fn into_parts(self) -> Vec<Value> {
        vec![self.into_value()]
    }
}

macro_rules! tuples {
    ($count:literal: $($name:ident $index:tt),+) => {
        impl<$($name: Wire),+> Parts for ($($name,)+) {
            const COUNT: usize = $count;
            fn into_parts(self) -> Vec<Value> {
                vec![$(self.$index.into_value()),+]
            }
        }
    };
}
tuples!(2: A 0, B 1);
tuples!(3: A 0, B 1, C 2);
tuples!(4: A 0, B 1, C 2, D 3);
tuples!(5: A 0, B 1, C 2, D 3, E 4);
tuples!(6: A 0, B 1, C 2, D 3, E 4, F 5);
tuples!(7: A 0, B 1, C 2, D 3, E 4, F 5, G 6);
tuples!(8: A 0, B 1, C 2, D 3, E 4, F 5, G 6, H 7);
