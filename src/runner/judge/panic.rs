//! Panics in words: dfdx's own assertions say little to someone who meets them for the first time.

use crate::runner::words::judge::panic as words;

/// What a panic means that dfdx is the cause of, or `None` for any other.
pub enum Meaning {
    /// It panicked itself.
    Inside(String),
    /// What it returned was unwrapped elsewhere.
    Returned(String),
}

/// What a panic means to which dfdx has led, by its message and its place.
pub fn of_dfdx(message: &str, place: Option<&str>) -> Option<Meaning> {
    if let Some(inside) = place.and_then(inside_dfdx) {
        let first = message.lines().next().unwrap_or_default();
        let meaning = meaning(message, inside);
        return Some(Meaning::Inside(
            meaning.unwrap_or_else(|| words::says(inside, first)),
        ));
    }
    returned_error(message).map(|meaning| Meaning::Returned(meaning.to_owned()))
}

/// What a place in a list means that is beyond all lists: rustc's subtraction comes round below zero.
pub fn index_below_zero(message: &str) -> Option<String> {
    let about = [
        "index out of bounds: ",
        "range start index ",
        "range end index ",
        "slice index starts at ",
    ];
    if !about.iter().any(|start| message.starts_with(start)) {
        return None;
    }
    let mut numbers = message.split(|letter: char| !letter.is_ascii_digit());
    numbers.find_map(below_zero)
}

/// What the words of `rand` mean, whose place is in a file that nobody has written here.
pub fn empty_range(message: &str) -> Option<&'static str> {
    (message == "cannot sample empty range").then(words::empty_range)
}

/// `18446744073709551615`, which is -1. `usize::MAX` itself is the same number, and nothing tells them apart: what is said is
/// true of both.
fn below_zero(index: &str) -> Option<String> {
    /// So far below zero nobody counts.
    const NEAR: i64 = -1_000_000;
    let number = index.parse::<u64>().ok()?.cast_signed();
    (NEAR..0)
        .contains(&number)
        .then(|| words::below_zero(index, number))
}

/// What an error of dfdx means, wherever it was unwrapped: `Result::unwrap` and `expect` write it behind their own words.
fn returned_error(message: &str) -> Option<&'static str> {
    if message.contains("UnusedParams(UnusedTensors") {
        Some(words::unused_parameters())
    } else if message.ends_with("WrongNumElements") {
        Some(words::number_of_values())
    } else {
        None
    }
}

/// The path below dfdx's `src/`, without the column.
fn inside_dfdx(place: &str) -> Option<&str> {
    let at = place.find("/dfdx-").or_else(|| place.find("\\dfdx-"))?;
    let below = &place[at..];
    let start = below.find("src/").or_else(|| below.find("src\\"))? + "src/".len();
    let below = &below[start..];
    Some(below.rsplit_once(':').map_or(below, |(line, _)| line))
}

fn meaning(message: &str, inside: &str) -> Option<String> {
    let sides = || {
        let side = |name: &str| {
            message
                .lines()
                .find_map(|line| line.trim().strip_prefix(name).map(str::trim))
        };
        Some((side("left:")?, side("right:")?))
    };
    let gradients =
        inside.starts_with("tensor/gradients.rs") || inside.starts_with("tensor\\gradients.rs");
    if let Some(meaning) = returned_error(message) {
        return Some(meaning.to_owned());
    }
    if gradients && message.contains("left != right") {
        return Some(words::met_itself().to_owned());
    }
    if gradients && message.contains("`None` value") {
        return Some(words::no_gradient().to_owned());
    }
    let going_through = inside.starts_with("tensor/cpu/iterate.rs")
        || inside.starts_with("tensor\\cpu\\iterate.rs");
    if going_through && message.contains("the len is 0 but the index is 0") {
        return Some(words::no_elements().to_owned());
    }
    if let Some((index, shape)) = message
        .split_once("out of bounds: index=")
        .and_then(|(_, rest)| rest.split_once(" shape="))
    {
        let asked = words::index(index, shape);
        let mut places = index.split(|letter: char| !letter.is_ascii_digit());
        return Some(match places.find_map(below_zero) {
            Some(meaning) => format!("{asked} {meaning}"),
            None => asked,
        });
    }
    let is_in = |file: &str| inside.replace('\\', "/").starts_with(file);
    if is_in("tensor_ops/stack/") && message.contains("new_dim.size() > 0") {
        return Some(words::nothing_to_stack().to_owned());
    }
    if message.contains("left == right") {
        let (left, right) = sides()?;
        if is_in("tensor_ops/reshape_to/") {
            return Some(words::reshaped(left, right));
        }
        if message.contains("requires contiguous tensors") {
            return Some(words::not_contiguous().to_owned());
        }
        return Some(words::not_equal(left, right));
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    const REGISTRY: &str = "/home/x/.cargo/registry/src/index-0/dfdx-0.13.0/src/";

    #[test]
    fn the_panics_of_dfdx_are_told_in_words() {
        let table = [
            (
                "assertion `left != right` failed\n  left: UniqueId(3)\n right: UniqueId(3)",
                "tensor/gradients.rs:139:9",
                "A recorded tensor met itself",
            ),
            (
                "called `Result::unwrap()` on an `Err` value: WrongNumElements",
                "tensor/storage_traits.rs:458:54",
                "another number of values than its shape holds",
            ),
            (
                "assertion `left == right` failed\n  left: (3,)\n right: (4,)",
                "tensor_ops/utilities/ops.rs:103:5",
                "are not: (3,) and (4,)",
            ),
            (
                "called `Option::unwrap()` on a `None` value",
                "tensor/gradients.rs:112:60",
                "A gradient was asked for that is not there",
            ),
            (
                "index out of bounds: the len is 0 but the index is 0",
                "tensor/cpu/iterate.rs:173:48",
                "The tensor has no elements",
            ),
            (
                "index out of bounds: the len is 0 but the index is 0",
                "tensor/cpu/device.rs:20:9",
                "It says (tensor/cpu/device.rs:20): index out of bounds",
            ),
            (
                "called `Result::unwrap()` on an `Err` value: UnusedParams(UnusedTensors { ids: [UniqueId(4)] })",
                "optim/sgd.rs:9:9",
                "parameters without a gradient",
            ),
            (
                "Index out of bounds: index=[7] shape=(5,)",
                "tensor/cpu/index.rs:11:13",
                "asked for the element [7] of a tensor of shape (5,)",
            ),
            (
                "Index out of bounds: index=[2, 18446744073709551615] shape=(5, 3)",
                "tensor/cpu/index.rs:11:13",
                "18446744073709551615 is what becomes of -1",
            ),
            (
                "assertion `left == right` failed\n  left: 6\n right: 8",
                "tensor_ops/reshape_to/mod.rs:88:9",
                "from 6 elements to 8",
            ),
            (
                "assertion `left == right` failed: Concat requires contiguous tensors\n  left: [1, 2]\n right: [3, 1]",
                "tensor_ops/concat/mod.rs:58:9",
                "`.contiguous()`",
            ),
            (
                "assertion failed: new_dim.size() > 0",
                "tensor_ops/stack/mod.rs:137:5",
                "no tensors to stack",
            ),
            (
                "something else",
                "nn/linear.rs:7:1",
                "It says (nn/linear.rs:7): something else",
            ),
        ];
        for (message, file, expected) in table {
            let Some(Meaning::Inside(words)) = of_dfdx(message, Some(&format!("{REGISTRY}{file}")))
            else {
                panic!("{message} is a panic inside dfdx");
            };
            assert!(words.contains(expected), "{words}");
        }
    }

    #[test]
    fn an_error_of_dfdx_that_is_unwrapped_elsewhere_is_told_in_words_and_no_other_is() {
        let here = "exercises/02_losses/mse.rs:30:5";
        let unused = "called `Result::unwrap()` on an `Err` value: UnusedParams(UnusedTensors { ids: [UniqueId(4)] })";
        let expected =
            "every weight has a gradient: UnusedParams(UnusedTensors { ids: [UniqueId(4)] })";
        let values = "called `Result::unwrap()` on an `Err` value: WrongNumElements";
        for (message, said) in [
            (unused, "parameters without a gradient"),
            (expected, "parameters without a gradient"),
            (values, "another number of values than its shape holds"),
        ] {
            for place in [Some(here), None] {
                let told = of_dfdx(message, place);
                assert!(
                    matches!(&told, Some(Meaning::Returned(words)) if words.contains(said)),
                    "{message}"
                );
            }
        }
        for message in ["any", "UnusedParams are bad", "WrongNumElements were given"] {
            assert!(of_dfdx(message, Some(here)).is_none(), "{message}");
        }
    }

    #[test]
    fn an_index_that_went_below_zero_is_told_in_words_and_no_other_number_is() {
        for (message, said) in [
            (
                "index out of bounds: the len is 5 but the index is 18446744073709551615",
                Some("is what becomes of -1: look"),
            ),
            (
                "range end index 18446744073709551613 out of range for slice of length 4",
                Some("is what becomes of -3: look"),
            ),
            (
                "range start index 18446744073709551615 out of range for slice of length 4",
                Some("is what becomes of -1: look"),
            ),
            (
                "slice index starts at 18446744073709551614 but ends at 3",
                Some("is what becomes of -2: look"),
            ),
            ("index out of bounds: the len is 5 but the index is 5", None),
            // Half of all numbers is no near miss of zero.
            (
                "index out of bounds: the len is 5 but the index is 9223372036854775808",
                None,
            ),
            // What only speaks of such a number is no index.
            ("the seed is 18446744073709551615", None),
        ] {
            let told = index_below_zero(message);
            match said {
                Some(said) => assert!(told.is_some_and(|told| told.contains(said)), "{message}"),
                None => assert_eq!(told, None, "{message}"),
            }
        }
    }
}
