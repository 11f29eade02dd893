//! Structs of an exercise: their fields travel one by one.

/// Lets a struct travel: as a parameter it is as many inputs as it has fields, as a result as many parts, both under the
/// names of the fields.
///
/// Every field has to be named, and every one has to be able to travel by itself (see [`Wire`](crate::values::Wire)).
///
/// ```
/// use gradlings::prelude::*;
///
/// pub struct Cleaned {
///     pub numbers: Vec<f32>,
///     pub dropped: Vec<usize>,
/// }
/// record!(Cleaned { numbers, dropped });
///
/// pub fn without_nan(numbers: Vec<f32>) -> Cleaned {
///     let dropped = (0..numbers.len()).filter(|&at| numbers[at].is_nan()).collect();
///     Cleaned { numbers: numbers.into_iter().filter(|x| !x.is_nan()).collect(), dropped }
/// }
///
/// let answer = Exercise::new()
///     .offer("without_nan", function(without_nan))
///     .answer("without_nan", vec![vec![1.0f32, f32::NAN].into_value()], 0);
/// # let gradlings::sheet::Answer::Returned(answer) = answer else { unreachable!() };
/// assert_eq!(answer.parts, [vec![1.0f32].into_value(), vec![1usize].into_value()]);
/// # use gradlings::values::Wire;
/// ```
#[macro_export]
macro_rules! record {
    ($name:ident { $($field:ident),+ $(,)? }) => {
        impl $crate::values::Parts for $name {
            const COUNT: usize = [$(stringify!($field)),+].len();
            fn into_parts(self) -> Vec<$crate::wire::Value> {
                vec![$($crate::values::Wire::into_value(self.$field)),+]
            }
            fn names() -> Option<Vec<String>> {
                Some(vec![$(stringify!($field).to_owned()),+])
            }
        }

        impl $crate::values::Argument for $name {
            const COUNT: usize = [$(stringify!($field)),+].len();
            fn push_values(self, values: &mut Vec<$crate::wire::Value>) {
                values.extend($crate::values::Parts::into_parts(self));
            }
            fn take_values(values: &mut std::vec::IntoIter<$crate::wire::Value>) -> Result<Self, String> {
                Ok(Self {
                    $($field: $crate::values::Argument::take_values(values)?),+
                })
            }
            fn metered() -> Vec<Option<&'static str>> {
                [$($crate::values::metered_field(|it: &Self| &it.$field)),+].concat()
            }
            fn names(name: &str) -> Vec<String> {
                vec![$(format!("{name}.{}", stringify!($field))),+]
            }
        }
    };
}
