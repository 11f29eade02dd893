//! Panics in words: dfdx's own assertions say little to someone who meets them for the first time.

use crate::runner::words::judge::panic as words;

/// What a panic inside dfdx means, or `None` for a panic anywhere else.
pub fn inside_dfdx_in_words(message: &str, place: Option<&str>) -> Option<String> {
    let inside = place.and_then(inside_dfdx)?;
    let first = message.lines().next().unwrap_or_default();
    Some(meaning(message, inside).unwrap_or_else(|| words::says(inside, first)))
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
    if message.contains("WrongNumElements") {
        return Some(words::number_of_values().to_owned());
    }
    if gradients && message.contains("left != right") {
        return Some(words::met_itself().to_owned());
    }
    if gradients && message.contains("`None` value") {
        return Some(words::no_gradient().to_owned());
    }
    if message.contains("UnusedParams") {
        return Some(words::unused_parameters().to_owned());
    }
    let going_through = inside.starts_with("tensor/cpu/iterate.rs")
        || inside.starts_with("tensor\\cpu\\iterate.rs");
    if going_through && message.contains("the len is 0 but the index is 0") {
        return Some(words::no_elements().to_owned());
    }
    if message.contains("left == right") {
        let (left, right) = sides()?;
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
                "something else",
                "nn/linear.rs:7:1",
                "It says (nn/linear.rs:7): something else",
            ),
        ];
        for (message, file, expected) in table {
            let words = inside_dfdx_in_words(message, Some(&format!("{REGISTRY}{file}")));
            assert!(
                words
                    .as_deref()
                    .is_some_and(|words| words.contains(expected)),
                "{words:?}"
            );
        }
        assert_eq!(
            inside_dfdx_in_words("any", Some("exercises/02_losses/mse.rs:30:5")),
            None
        );
        assert_eq!(inside_dfdx_in_words("any", None), None);
    }
}
