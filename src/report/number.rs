//! Measured numbers as people read and say them.

use crate::words::drawings as words;

/// A value in at most eight columns, with four digits that count.
pub fn value(value: f32) -> String {
    let size = value.abs();
    if value.is_nan() {
        "NaN".to_owned()
    } else if value.is_infinite() {
        if value > 0.0 { "inf" } else { "-inf" }.to_owned()
    } else if size == 0.0 {
        "0".to_owned()
    } else if !(1e-3..1e6).contains(&size) {
        format!("{value:.1e}")
    } else if size >= 1e3 {
        format!("{value:.0}")
    } else if size >= 10.0 {
        format!("{value:.2}")
    } else {
        format!("{value:.4}")
    }
}

/// A value that is read out. Numbers that are none are called by their name.
pub fn spoken(value: f32) -> String {
    if value.is_nan() {
        "NaN".to_owned()
    } else if value == f32::INFINITY {
        words::infinity().to_owned()
    } else if value == f32::NEG_INFINITY {
        words::minus_infinity().to_owned()
    } else if value != 0.0 && !(1e-3..1e6).contains(&value.abs()) {
        format!("{value:.3e}")
    } else {
        // Four significant digits are what a curve can be read to.
        let before = value.abs().max(1.0).log10() as usize;
        format!("{value:.*}", 4_usize.saturating_sub(before))
    }
}

/// A part of something in percent, with so many digits behind the point. Of nothing it is 0 %.
pub fn percent(part: f64, all: f64, digits: usize) -> String {
    format!("{:.digits$}", 100.0 * part / all.max(1.0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_short_and_say_when_they_are_none() {
        let table = [
            (0.12345, "0.1235"),
            (-12.3456, "-12.35"),
            (1e-7, "1.0e-7"),
            (21_400.0, "21400"),
            (f32::NAN, "NaN"),
            (f32::NEG_INFINITY, "-inf"),
        ];
        for (number, expected) in table {
            assert_eq!(value(number), expected);
        }
    }
}
