use super::alignment::Aligned;
use super::*;
use crate::wire::Array;

fn text(text: &str) -> Value {
    Value::Text(text.to_owned())
}

fn tokens(tokens: &[i64]) -> Value {
    Value::Integers(Array::vector(tokens.to_vec()))
}

#[test]
fn the_simplest_difference_of_two_sequences_is_named() {
    let it = |text: &str| text.to_owned();
    let table = [
        (&[][..], &[1, 2][..], Difference::Empty { of: 2 }),
        (
            &[1, 2],
            &[1, 2, 3],
            Difference::Ends {
                after: 2,
                of: 3,
                next: it("3"),
            },
        ),
        (
            &[1, 2, 3],
            &[1, 2],
            Difference::GoesOn {
                after: 2,
                next: it("3"),
            },
        ),
        (
            &[1, 3],
            &[1, 2, 3],
            Difference::Missing {
                at: 1,
                item: it("2"),
            },
        ),
        (
            &[1, 9, 2],
            &[1, 2],
            Difference::Surplus {
                at: 1,
                item: it("9"),
            },
        ),
        (
            &[1, 3, 2, 4],
            &[1, 2, 3, 4],
            Difference::Swapped {
                at: 1,
                first: it("3"),
                second: it("2"),
            },
        ),
        (
            &[3, 1, 2],
            &[1, 2, 3],
            Difference::Reordered {
                at: 0,
                yours: it("3"),
                expected: it("1"),
            },
        ),
        (
            &[1, 7, 7],
            &[1, 2, 3],
            Difference::Parts {
                at: 1,
                yours: it("7"),
                expected: it("2"),
            },
        ),
    ];
    for (yours, expected, difference) in table {
        let fault = compare(&tokens(yours), &tokens(expected)).expect("they differ");
        assert_eq!(fault.difference, difference, "{yours:?} {expected:?}");
    }
    assert_eq!(compare(&tokens(&[1]), &tokens(&[1])), None);
}

#[test]
fn characters_are_counted_and_not_bytes() {
    let fault = compare(&text("床前光明月"), &text("床前明月光")).expect("they differ");
    assert_eq!(fault.unit, Unit::Character);
    assert!(matches!(
        fault.difference,
        Difference::Reordered { at: 2, .. }
    ));
}

#[test]
fn of_several_sequences_the_one_that_differs_is_named() {
    let rows = |rows: &[&[i64]]| {
        Value::IntegerRows(rows.iter().map(|row| Array::vector(row.to_vec())).collect())
    };
    let expected = rows(&[&[1, 2], &[3, 4, 5]]);
    let fault = compare(&rows(&[&[1, 2], &[3, 5]]), &expected).expect("they differ");
    assert_eq!((fault.row, fault.unit), (Some(1), Unit::Number));
    let fault = compare(&rows(&[&[3, 4, 5], &[1, 2]]), &expected).expect("they differ");
    assert_eq!((fault.row, fault.unit), (None, Unit::Row));
    assert!(matches!(
        fault.difference,
        Difference::Reordered { at: 0, .. }
    ));
}

#[test]
fn sets_have_no_order_and_no_number() {
    let words = |words: &[&str]| Value::Texts(words.iter().map(|&it| it.to_owned()).collect());
    assert_eq!(
        compare_sets(&words(&["b", "a", "a"]), &words(&["a", "b"])),
        None
    );
    let fault = compare_sets(&words(&["a", "c"]), &words(&["a", "b"])).expect("they differ");
    assert_eq!(
        (fault.missing, fault.surplus),
        (vec!["\"b\"".to_owned()], vec!["\"c\"".to_owned()])
    );
}

#[test]
fn an_alignment_leaves_a_gap_where_one_side_has_nothing() {
    let aligned = alignment(&tokens(&[1, 3, 4, 9]), &tokens(&[1, 2, 3, 4]), 5);
    let at = |at: usize, item: &str| Some((at, item.to_owned()));
    let wanted = [
        Aligned {
            yours: None,
            expected: at(1, "2"),
        },
        Aligned {
            yours: at(3, "9"),
            expected: None,
        },
    ];
    assert_eq!(aligned, wanted);
}
