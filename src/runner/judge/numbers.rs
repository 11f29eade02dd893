//! The numbers under a diagnosis: the smallest failing case and its worst elements.

#[cfg(test)]
mod tests;
mod written;

use super::compare::unmatched;
use super::elements::{elements, shape};
use super::finding::{Fault, Finding, PartOrCurve};
use super::judged::{Judged, returned};
use super::naming::{shape_words, sort_words, statistic_words};
use super::sequence::alignment;
use super::tolerance::Allowance;
use crate::comparator::{Comparator, Tolerance};
use crate::runner::outcome::{NumberRow, Numbers};
use crate::runner::words::judge::{numbers as words, sequence as sequences, subject as subjects};
use crate::sheet::{Case, Check, CheckKind};
use crate::wire::{Array, Element, Value};

pub use written::{format_number, short};

/// The worst elements that are shown.
const SHOWN: usize = 8;

/// The inputs of a case that has nothing to compare.
pub fn inputs_only(check: &Check, judged: &Judged) -> Numbers {
    let case = &check.cases[judged.case];
    Numbers {
        case: case_name(check, judged.case),
        number: judged.case + 1,
        inputs: check
            .inputs
            .iter()
            .zip(&case.inputs)
            .map(|(name, value)| (name.clone(), short(value)))
            .collect(),
        ..Numbers::default()
    }
}

/// The numbers of one finding.
pub fn of(check: &Check, judged: &Judged, finding: &Finding) -> Numbers {
    let case = &check.cases[judged.case];
    let mut numbers = inputs_only(check, judged);
    let PartOrCurve::Part(part) = finding.place else {
        if let PartOrCurve::Curve(curve) = finding.place {
            numbers.part = words::curve(&check.curves[curve].series);
            numbers.rows = curve_rows(&finding.fault);
        }
        return numbers;
    };
    numbers.part = check
        .parts
        .get(part)
        .map_or_else(String::new, |part| part.name.clone());
    let yours = returned(judged).and_then(|returned| returned.parts.get(part));
    let (Some(yours), Some(expected)) = (yours, case.right.parts.get(part)) else {
        return numbers;
    };
    match &finding.fault {
        Fault::Values { off } => {
            let allowance = match check.parts.get(part).map(|part| &part.comparator) {
                Some(Comparator::Close(given)) => Allowance::of(*given, case, part),
                Some(Comparator::Exact) => Allowance::exact(),
                _ => Allowance::of(None, case, part),
            };
            fill_elements(&mut numbers, yours, expected, off, &allowance, case);
            if check.parts.get(part).map(|part| &part.comparator) == Some(&Comparator::SameMultiset)
            {
                numbers.rows = surplus_rows(yours, expected, allowance.widest());
            }
        }
        Fault::TooMuch { at, got, enough } => {
            let element = match at {
                None => words::all().to_owned(),
                Some(at) if check.kind == CheckKind::Ranks => words::rank(at),
                Some(at) => format!("[{at}]"),
            };
            let enough = words::will_do(format_number(*enough));
            numbers.rows = vec![row(&element, format_number(*got), enough)];
        }
        Fault::Statistic {
            what,
            expected,
            got,
            allowed,
        } => {
            numbers.rows = vec![NumberRow {
                element: statistic_words(*what).to_owned(),
                yours: format_number(*got),
                expected: format_number(*expected),
                error: format_number((got - expected).abs()),
            }];
            numbers.tolerance = words::by_chance(format_number(*allowed));
        }
        Fault::Accuracy { got, at_least } => {
            numbers.rows = vec![row(
                words::share_right(),
                format_number(*got),
                words::at_least(format_number(*at_least)),
            )];
        }
        Fault::Claim { claimed, measured } => {
            numbers.rows = vec![row(
                words::accuracy(),
                format_number(*claimed),
                words::measured(format_number(*measured)),
            )];
        }
        Fault::Shape { expected, got } => {
            numbers.rows = vec![row(words::shape(), shape_words(got), shape_words(expected))];
        }
        Fault::Type { expected, got } => {
            numbers.rows = vec![row(
                words::sort(),
                sort_words(*got).to_owned(),
                sort_words(*expected).to_owned(),
            )];
        }
        Fault::ArrayShape {
            array,
            expected,
            got,
        } => {
            numbers.rows = vec![row(
                &words::shape_of_array(array),
                format!("{got:?}"),
                format!("{expected:?}"),
            )];
        }
        Fault::ArrayCount { expected, got } => {
            numbers.rows = vec![row(words::arrays(), got.to_string(), expected.to_string())];
        }
        Fault::NotSimplex { row: at, sum } => {
            numbers.rows = vec![row(
                &words::sum_of_row(at),
                format_number(*sum),
                "1".to_owned(),
            )];
        }
        Fault::Sequence(_) => {
            numbers.rows = vec![row(words::all(), short(yours), short(expected))];
            numbers.rows.extend(aligned_rows(yours, expected));
        }
        Fault::Rows(_) | Fault::Set(_) | Fault::Choice(_) | Fault::PartCount { .. } => {
            numbers.rows = vec![row(words::all(), short(yours), short(expected))];
        }
        _ => {}
    }
    numbers
}

/// Where two sequences differ once as many elements as possible are laid side by side.
fn aligned_rows(yours: &Value, expected: &Value) -> Vec<NumberRow> {
    let gap = || sequences::gap().to_owned();
    let aligned = alignment(yours, expected, SHOWN).into_iter();
    let rows = aligned.map(|it| {
        let element = match (&it.yours, &it.expected) {
            (Some((at, _)), Some((wanted, _))) if at == wanted => sequences::position(at),
            (Some((at, _)), Some((wanted, _))) => sequences::positions(at, wanted),
            (Some((at, _)), None) => sequences::position_of_yours(at),
            (None, wanted) => {
                sequences::position_of_expected(wanted.as_ref().map_or(0, |(at, _)| *at))
            }
        };
        let shown = |item: Option<(usize, String)>| item.map_or_else(gap, |(_, shown)| shown);
        row(&element, shown(it.yours), shown(it.expected))
    });
    rows.collect()
}

/// `2e-6 + 1e-5 of the expected value (f32, 12 elements)`, and what rounding adds for the worst element.
fn tolerance_words(allowance: &Allowance, off: &[usize], case: &Case, right: &Value) -> String {
    let tolerance = allowance.tolerance;
    if tolerance.absolute == 0.0 && tolerance.relative == 0.0 {
        return words::exact().to_owned();
    }
    let sizes = case.inputs.iter().map(Value::element_count);
    let elements = sizes.max().unwrap_or(1);
    let rounding = off.first().map_or(0.0, |&at| allowance.rounding(at));
    // What is no more than the rest adds nothing that a reader could use.
    let rounds = rounding > f64::from(tolerance.absolute);
    let rounding = format_number(rounding);
    let absolute = format_number(f64::from(tolerance.absolute));
    let relative = format_number(f64::from(tolerance.relative));
    let format = if right.is_double() { "f64" } else { "f32" };
    match (rounds, elements) {
        (true, 1) => words::tolerance_rounded_of_one(absolute, relative, rounding, format),
        (true, _) => words::tolerance_rounded(absolute, relative, rounding, format, elements),
        (false, 1) => words::tolerance_of_one(absolute, relative, format),
        (false, _) => words::tolerance(absolute, relative, format, elements),
    }
}

fn row(element: &str, yours: String, expected: String) -> NumberRow {
    NumberRow {
        element: element.to_owned(),
        yours,
        expected,
        error: String::new(),
    }
}

fn curve_rows(fault: &Fault) -> Vec<NumberRow> {
    match fault {
        Fault::CurveEndsHigh { end, allowed } => vec![row(
            words::end(),
            format_number(*end),
            words::at_most(format_number(*allowed)),
        )],
        Fault::CurveApart {
            step,
            yours,
            expected,
        } => {
            let gap = || sequences::gap().to_owned();
            let shown = |value: &Option<f64>| value.map_or_else(gap, format_number);
            vec![row(&words::step(step), shown(yours), shown(expected))]
        }
        Fault::CurveTooHigh { end, limit } => vec![row(
            words::end(),
            format_number(*end),
            words::less_than(format_number(*limit)),
        )],
        Fault::CurveTooLow { end, limit } => vec![row(
            words::end(),
            format_number(*end),
            words::more_than(format_number(*limit)),
        )],
        Fault::CurveNotFalling { start, end } => vec![row(
            words::end(),
            format_number(*end),
            words::less_than(format_number(*start)),
        )],
        Fault::CurveNotRising { start, end } => vec![row(
            words::end(),
            format_number(*end),
            words::more_than(format_number(*start)),
        )],
        Fault::CurveLeaves {
            step,
            value,
            low,
            high,
        } => {
            let bound = match value < low {
                true => words::at_least(format_number(*low)),
                false => words::at_most(format_number(*high)),
            };
            vec![row(&words::step(step), format_number(*value), bound)]
        }
        Fault::CurveNotFinite { step } => {
            vec![row(
                &words::step(step),
                words::not_finite().to_owned(),
                words::finite().to_owned(),
            )]
        }
        _ => Vec::new(),
    }
}

fn fill_elements(
    numbers: &mut Numbers,
    yours: &Value,
    expected: &Value,
    off: &[usize],
    allowance: &Allowance,
    case: &Case,
) {
    let (form, shape) = (expected, shape(expected));
    let (yours, expected) = (elements(yours), elements(expected));
    numbers.off = off.len();
    numbers.of = expected.len();
    numbers.rows = off
        .iter()
        .take(SHOWN)
        .filter_map(|&at| {
            let (yours, expected) = (*yours.get(at)?, *expected.get(at)?);
            if let Value::Flag(right) = form {
                return Some(row(
                    words::the_answer(),
                    (!right).to_string(),
                    right.to_string(),
                ));
            }
            let (error, (yours, expected)) = (error(yours, expected), told_apart(yours, expected));
            Some(NumberRow {
                element: position(form, at),
                yours,
                expected,
                error,
            })
        })
        .collect();
    numbers.tolerance = tolerance_words(allowance, off, case, form);
    let columns = shape.last().copied().unwrap_or(0);
    if shape.len() == 2
        && shape[0] * columns == numbers.of
        && columns > 0
        && columns <= 64
        && shape[0] <= 64
    {
        let mut map = vec![vec![false; columns]; shape[0]];
        for &at in off {
            if let Some(cell) = map
                .get_mut(at / columns)
                .and_then(|row| row.get_mut(at % columns))
            {
                *cell = true;
            }
        }
        numbers.map = map;
    }
}

/// What is too much beside what is missing, where the order is of no interest.
fn surplus_rows(yours: &Value, expected: &Value, tolerance: Tolerance) -> Vec<NumberRow> {
    let (mine, wanted) = (elements(yours), elements(expected));
    let (surplus, missing) = unmatched(&mine, &wanted, tolerance);
    surplus
        .iter()
        .zip(&missing)
        .take(SHOWN)
        .map(|(&at, &other)| {
            let (mine, wanted) = told_apart(mine[at], wanted[other]);
            row(&words::in_any_order(position(yours, at)), mine, wanted)
        })
        .collect()
}

/// How far apart two numbers are; nothing where one of them is NaN.
fn error(yours: f64, expected: f64) -> String {
    let error = (yours - expected).abs();
    if error.is_nan() {
        String::new()
    } else {
        format_number(error)
    }
}

/// Two different numbers with as many digits as it takes to see that they differ.
pub fn told_apart(yours: f64, expected: f64) -> (String, String) {
    let (short, other) = (format_number(yours), format_number(expected));
    if short != other || yours == expected {
        return (short, other);
    }
    // Nine digits tell any two numbers of f32 apart, seventeen any two of f64.
    [9, 17]
        .into_iter()
        .map(|digits| (digits_of(yours, digits), digits_of(expected, digits)))
        .find(|(yours, expected)| yours != expected)
        .unwrap_or((short, other))
}

fn digits_of(x: f64, digits: usize) -> String {
    let size = x.abs();
    if (1e-3..1e9).contains(&size) {
        let before = size.log10().floor() as i32 + 1;
        return format!("{x:.*}", digits.saturating_sub(before.max(0) as usize));
    }
    format!("{x:.*e}", digits - 1)
}

/// `[0, 3]` for a position in row-major order; a single number has none.
pub fn position(value: &Value, flat: usize) -> String {
    match value {
        Value::Flag(_) | Value::Nothing | Value::Error(_) => words::the_answer().to_owned(),
        Value::Flags(_) | Value::Text(_) | Value::Texts(_) => format!("[{flat}]"),
        _ if shape(value).is_empty() => words::the_number().to_owned(),
        Value::Numbers(array) => format!("{:?}", array.position(flat)),
        Value::Doubles(array) => format!("{:?}", array.position(flat)),
        Value::Integers(array) => format!("{:?}", array.position(flat)),
        Value::Bytes(array) => format!("{:?}", array.position(flat)),
        Value::Arrays(arrays) => in_arrays(arrays, flat),
        Value::DoubleRows(rows) => in_arrays(rows, flat),
        Value::IntegerRows(rows) => in_arrays(rows, flat),
    }
}

fn in_arrays<T: Element>(arrays: &[Array<T>], flat: usize) -> String {
    let mut rest = flat;
    for (number, array) in arrays.iter().enumerate() {
        if rest < array.data().len() {
            return words::in_array(format!("{:?}", array.position(rest)), number);
        }
        rest -= array.data().len();
    }
    String::new()
}

/// `case 3 of 24, one row`.
pub fn case_name(check: &Check, case: usize) -> String {
    let (number, cases) = (case + 1, check.cases.len());
    match check.cases[case].label.as_str() {
        "" => subjects::case(number, cases),
        label => subjects::labelled_case(number, cases, label),
    }
}
