//! Durations, counts and values in words.

use super::*;
use crate::report::Picture;

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
fn pictures_are_told_in_words() {
    let picture = |caption: &str, right| Picture {
        caption: caption.to_owned(),
        right,
        width: 28,
        pixels: vec![0; 28 * 28],
    };
    let strip = Pictures {
        title: "digits".to_owned(),
        pictures: vec![
            picture("says 7", Some(true)),
            picture("says 2\u{1b}[2J", Some(false)),
        ],
    };
    assert_eq!(
        pictures(&strip),
        "Pictures, digits: 2 pictures of 28 by 28 pixels. The answer is right for 1 of 2. Captions: says 7; says 2 (wrong)."
    );
    let none = Pictures {
        title: "none".to_owned(),
        pictures: vec![Picture {
            width: 0,
            ..picture("", None)
        }],
    };
    assert_eq!(
        pictures(&none),
        "Pictures, none: 1 picture of 0 by 0 pixels."
    );
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
