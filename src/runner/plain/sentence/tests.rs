//! Durations, counts and values in words.

use super::*;

#[test]
fn values_are_said_to_four_digits_and_by_name() {
    let table = [
        (0.0, "0"),
        (0.12345, "0.1235"),
        (12.3456, "12.35"),
        (1234.6, "1235"),
        (0.000012, "1.2e-5"),
        (-0.5, "-0.5"),
        (2.5e9, "2.5e9"),
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
        "loss ended at 0.5. That of the reference ended at 0.25. 1 of its 3 values was NaN or infinite."
    );
}
