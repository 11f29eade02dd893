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

/// A number with at most so many significant digits, without zeros at its end, and two where it is very large or very
/// small: with five, `0.1042`, `12`, `3.6e-5`, `NaN`, `inf`. Whole numbers are whole.
pub fn significant(x: f64, digits: usize) -> String {
    if x.is_nan() {
        return "NaN".to_owned();
    }
    if x.is_infinite() {
        return if x > 0.0 { "inf" } else { "-inf" }.to_owned();
    }
    if x == x.trunc() && x.abs() < 1e7 {
        // Zero has no sign.
        return format!("{:.0}", x + 0.0);
    }
    if !(1e-3..1e6).contains(&x.abs()) {
        return format!("{x:.1e}");
    }
    // A size from 0.001 to a million has a logarithm from -3 to 6.
    let before = x.abs().log10().floor() as i32 + 1;
    let behind = (digits as i32 - before).clamp(0, 8) as usize;
    let text = format!("{x:.behind$}");
    if text.contains('.') {
        return text.trim_end_matches('0').trim_end_matches('.').to_owned();
    }
    text
}

/// A value that is read out: four digits are what a curve can be read to. An infinite one is called by its name.
pub fn spoken(value: f32) -> String {
    if value == f32::INFINITY {
        words::infinity().to_owned()
    } else if value == f32::NEG_INFINITY {
        words::minus_infinity().to_owned()
    } else {
        significant(value.into(), 4)
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

    #[test]
    fn significant_digits_are_counted_from_the_first_that_is_not_zero() {
        let table = [
            (0.0, 5, "0"),
            (-0.0, 5, "0"),
            (12.0, 3, "12"),
            (123_456.0, 3, "123456"),
            (0.104_23, 5, "0.10423"),
            (0.104_23, 3, "0.104"),
            (0.5, 4, "0.5"),
            (-2.512_585, 4, "-2.513"),
            (1_234.56, 3, "1235"),
            (0.001_234_56, 3, "0.00123"),
            (9.9999, 3, "10"),
            (3.61e-5, 5, "3.6e-5"),
            (1.2345e9, 4, "1.2e9"),
            (f64::NAN, 4, "NaN"),
            (f64::INFINITY, 4, "inf"),
            (f64::NEG_INFINITY, 4, "-inf"),
        ];
        for (number, digits, expected) in table {
            assert_eq!(significant(number, digits), expected);
        }
    }

    #[test]
    fn what_is_read_out_is_infinite_in_a_word() {
        let table = [
            (0.0, "0"),
            (0.123_45, "0.1235"),
            (12.3456, "12.35"),
            (1234.6, "1235"),
            (0.000_012, "1.2e-5"),
            (-0.5, "-0.5"),
            (2.5e9, "2.5e9"),
            (2.0, "2"),
            (f32::INFINITY, "infinity"),
            (f32::NEG_INFINITY, "minus infinity"),
            (f32::NAN, "NaN"),
        ];
        for (number, expected) in table {
            assert_eq!(spoken(number), expected);
        }
    }
}
