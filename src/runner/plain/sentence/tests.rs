//! Durations, counts and values in words.

use super::*;

#[test]
fn values_are_said_to_four_digits_and_by_name() {
    let table = [
        (0.0, "0.0000"),
        (0.12345, "0.1235"),
        (12.345, "12.345"),
        (1234.5, "1234.5"),
        (0.000012, "1.200e-5"),
        (-0.5, "-0.5000"),
        (2.5e9, "2.500e9"),
        (f32::NAN, "NaN"),
        (f32::INFINITY, "infinity"),
        (f32::NEG_INFINITY, "minus infinity"),
    ];
    for (number, expected) in table {
        assert_eq!(value(number), expected);
    }
}

#[test]
fn a_curve_ends_in_words_beside_the_reference() {
    let mut series = Series::new("loss");
    for value in [2.0, f32::NAN, 0.5] {
        series.add(value);
    }
    let reference = Curve {
        series: "loss".to_owned(),
        points: vec![(0, 2.0), (1, 0.25)],
    };
    assert_eq!(
        series.end(&[reference]),
        "loss ended at 0.5000. That of the reference ended at 0.2500. 1 of its 3 values was NaN or infinite."
    );
}
