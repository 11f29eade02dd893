use super::short;
use crate::wire::{Array, Value};

fn arrays(shapes: &[&[usize]]) -> Value {
    let array = |shape: &&[usize]| {
        let numbers = (0..shape.iter().product()).map(|at: usize| at as f32);
        Array::new(shape.to_vec(), numbers.collect()).expect("as many numbers as the shape holds")
    };
    Value::Arrays(shapes.iter().map(array).collect())
}

#[test]
fn a_few_arrays_of_different_shapes_are_told_whole_each_in_its_shape() {
    let table: [(&[&[usize]], &str); 3] = [
        (&[&[1, 2], &[2, 1]], "[[[0, 1]], [[0], [1]]]"),
        (&[&[2], &[1]], "[[0, 1], [0]]"),
        (
            &[&[3, 4], &[4, 1]],
            "2 arrays of 16 elements in all: [0, 1, 2, 3, 4, 5, ...]",
        ),
    ];
    for (shapes, expected) in table {
        assert_eq!(short(&arrays(shapes)), expected);
    }
}

#[test]
fn bytes_texts_and_what_may_be_missing_are_told_as_one_writes_them() {
    let bytes = |bytes: &[u8]| Value::Bytes(Array::vector(bytes.to_vec()));
    let text = |text: &str| text.to_owned();
    let table = [
        (bytes(b"lower"), "b\"lower\""),
        (bytes("床".as_bytes()), "\"床\".as_bytes()"),
        (bytes(&[0xff, b'a']), "b\"\\xffa\""),
        (bytes(b""), "b\"\""),
        (
            Value::Texts(vec![text("a"), text("b c")]),
            "[\"a\", \"b c\"]",
        ),
        (Value::Texts(Vec::new()), "[]"),
        (Value::Flags(vec![true, false]), "[true, false]"),
        (
            Value::IntegerRows(vec![Array::vector(vec![1, 2]), Array::vector(vec![])]),
            "[[1, 2], []]",
        ),
        (Value::Nothing, "None"),
        (Value::Error(text("no number")), "Err(\"no number\")"),
    ];
    for (value, expected) in table {
        assert_eq!(short(&value), expected);
    }
}
