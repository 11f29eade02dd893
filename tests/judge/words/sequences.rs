//! Texts, tokens, sets, and what is there or not.

use gradlings::comparator::Comparator;
use gradlings::wire::{Array, Value};

use super::families::Family;
use crate::support::{Sheet, number, text};

type Ids = &'static [&'static str];

fn in_order(right: Value, yours: Value) -> Sheet {
    Sheet::of(Comparator::Sequence).case(vec![number(0.0)], right, yours)
}

fn tokens(of: &[i64]) -> Value {
    Value::Integers(Array::vector(of.to_vec()))
}

fn rows(of: &[&[i64]]) -> Value {
    Value::IntegerRows(of.iter().map(|row| Array::vector(row.to_vec())).collect())
}

fn of_tokens() -> Family {
    let table: [(Ids, &[i64], &[i64]); 17] = [
        (&["sequence.empty", "sequence_names.elements"], &[], &[1, 2]),
        (
            &["sequence.empty_of_one", "sequence_names.one_element"],
            &[],
            &[1],
        ),
        (
            &["sequence.ends", "sequence_names.elements"],
            &[1, 2],
            &[1, 2, 3],
        ),
        (
            &["sequence.goes_on", "sequence_names.one_element"],
            &[1, 2],
            &[1],
        ),
        (
            &["sequence.goes_on", "sequence_names.elements"],
            &[1, 2, 3],
            &[1, 2],
        ),
        (&["sequence.missing"], &[1, 3], &[1, 2, 3]),
        (&["sequence.surplus"], &[1, 9, 2], &[1, 2]),
        (&["sequence.swapped"], &[1, 3, 2, 4], &[1, 2, 3, 4]),
        (&["sequence.reordered"], &[3, 1, 2], &[1, 2, 3]),
        (&["sequence.parts"], &[1, 7, 7], &[1, 2, 3]),
        (&["sequence.parts_at_once"], &[7, 2, 4], &[1, 2, 3]),
        // One more than what each of these says.
        (&["sequence.parts"], &[1, 3, 5], &[1, 2, 3]),
        (&["sequence.parts"], &[1, 9, 3], &[1, 2]),
        (&["sequence.parts"], &[1, 3, 2, 5], &[1, 2, 3, 4]),
        (&["sequence.parts_at_once"], &[3, 1, 4], &[1, 2, 3]),
        (&["sequence.ends"], &[1], &[1, 2, 3]),
        (&["sequence.goes_on"], &[1, 2, 3, 4], &[1, 2]),
    ];
    table.iter().fold(
        Family::of("two rows of tokens"),
        |family, (ids, yours, right)| family.sheet(ids, &in_order(tokens(right), tokens(yours))),
    )
}

fn of_letters() -> Family {
    Family::of("two texts")
        .sheet(
            &["sequence.ends", "sequence_names.characters"],
            &in_order(text("mean"), text("mea")),
        )
        .sheet(
            &["sequence.empty", "sequence_names.characters"],
            &in_order(text("mean"), text("")),
        )
        .sheet(
            &["sequence.empty_of_one", "sequence_names.one_character"],
            &in_order(text("m"), text("")),
        )
        .sheet(
            &["sequence.ends", "sequence_names.elements"],
            &in_order(tokens(&[1, 2, 3]), tokens(&[1, 2])),
        )
}

fn of_rows() -> Family {
    Family::of("several rows of tokens")
        .sheet(
            &["sequence.missing", "sequence_names.row"],
            &in_order(rows(&[&[1, 2], &[3, 4, 5]]), rows(&[&[1, 2], &[3, 5]])),
        )
        // A whole row is missing.
        .sheet(
            &["sequence.ends"],
            &in_order(rows(&[&[1, 2], &[3, 4, 5]]), rows(&[&[1, 2]])),
        )
        .sheet(
            &["sequence.parts"],
            &in_order(rows(&[&[1, 2], &[3, 4, 5]]), rows(&[&[1, 3], &[3, 5]])),
        )
}

fn of_sets() -> Family {
    let table: [(Ids, &[i64]); 8] = [
        (&["sequence.one_not_in_set"], &[1, 2, 3]),
        (&["sequence.several_not_in_set"], &[1, 2]),
        (&["sequence.one_more_in_set"], &[1, 2, 3, 4, 5]),
        (&["sequence.several_more_in_set"], &[1, 2, 3, 4, 5, 6]),
        (
            &["sequence.one_not_in_set", "sequence.one_more_in_set"],
            &[1, 2, 3, 5],
        ),
        (
            &[
                "sequence.several_not_in_set",
                "sequence.several_more_in_set",
            ],
            &[1, 2, 5, 6],
        ),
        // Neither the order nor how often it is there is of interest.
        (&[], &[4, 3, 2, 1]),
        (&[], &[1, 2, 3, 4, 4]),
    ];
    table
        .iter()
        .fold(Family::of("two sets"), |family, (ids, yours)| {
            let sheet = Sheet::of(Comparator::Set);
            family.sheet(
                ids,
                &sheet.case(vec![number(0.0)], tokens(&[1, 2, 3, 4]), tokens(yours)),
            )
        })
}

fn of_flags() -> Family {
    let sheet = |change: fn(usize, bool) -> bool| {
        (3..7).fold(Sheet::of(Comparator::Exact), |sheet, n: usize| {
            let right: Vec<bool> = (0..n).map(|at| at % 3 == 0).collect();
            let yours = right
                .iter()
                .enumerate()
                .map(|(at, it)| change(at, *it))
                .collect();
            sheet.case(
                vec![number(n as f32)],
                Value::Flags(right),
                Value::Flags(yours),
            )
        })
    };
    Family::of("several times yes or no")
        .sheet(&["sequence.inverted"], &sheet(|_, it| !it))
        // All but the first.
        .sheet(
            &["finding.numbers"],
            &sheet(|at, it| if at == 0 { it } else { !it }),
        )
        .sheet(
            &["finding.numbers"],
            &sheet(|at, it| if at == 0 { !it } else { it }),
        )
}

fn of_choices() -> Family {
    let error = |message: &str| Value::Error(message.to_owned());
    Family::of("something or nothing")
        .sheet(
            &["sequence.nothing"],
            &in_order(tokens(&[1]), Value::Nothing),
        )
        .sheet(
            &["sequence.not_nothing"],
            &in_order(Value::Nothing, tokens(&[1])),
        )
        .sheet(&["sequence.error"], &in_order(tokens(&[1]), error("No.")))
        .sheet(
            &["sequence.not_error"],
            &in_order(error("No."), tokens(&[1])),
        )
        .sheet(
            &["sequence.parts_at_once"],
            &in_order(tokens(&[1]), tokens(&[2])),
        )
        .sheet(&[], &in_order(Value::Nothing, Value::Nothing))
        .sheet(&[], &in_order(error("No."), error("Another one.")))
}

pub fn families() -> Vec<Family> {
    vec![
        of_tokens(),
        of_letters(),
        of_rows(),
        of_sets(),
        of_flags(),
        of_choices(),
    ]
}
