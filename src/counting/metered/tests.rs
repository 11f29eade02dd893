//! What the methods compute, count and refuse.

use super::*;
use crate::call::caught;
use crate::counting::{Layer, begin, measure, running};
use crate::stop::Stopped;

fn matrix(rows: &[&[f32]]) -> Metered {
    Metered::from_rows(&rows.iter().map(|row| row.to_vec()).collect::<Vec<_>>())
}

fn a() -> Metered {
    matrix(&[&[1.0, -2.0, 3.0], &[0.0, 5.0, -6.0]])
}

#[test]
fn every_method_computes_and_counts_what_it_says() {
    let row = || matrix(&[&[1.0, 10.0, 100.0]]);
    let column = || matrix(&[&[2.0], &[4.0]]);
    let e = std::f32::consts::E;
    type Work = fn(Metered, Metered, Metered) -> Metered;
    // The work on a 2x3 matrix, a row and a column; shape, numbers and products of what comes of it.
    type Row<'a> = (&'a str, Work, (usize, usize), Vec<f32>, usize);
    let table: Vec<Row<'_>> = vec![
        (
            "matmul",
            |a, row, _| a.matmul(&row.transpose()),
            (2, 1),
            vec![281.0, -550.0],
            6,
        ),
        (
            "outer",
            |_, row, column| column.matmul(&row),
            (2, 3),
            vec![2.0, 20.0, 200.0, 4.0, 40.0, 400.0],
            6,
        ),
        (
            "row",
            |a, row, _| a + &row,
            (2, 3),
            vec![2.0, 8.0, 103.0, 1.0, 15.0, 94.0],
            0,
        ),
        (
            "column",
            |a, _, column| &a - &column,
            (2, 3),
            vec![-1.0, -4.0, 1.0, -4.0, 1.0, -10.0],
            0,
        ),
        (
            "both",
            |_, row, column| row * column,
            (2, 3),
            vec![2.0, 20.0, 200.0, 4.0, 40.0, 400.0],
            6,
        ),
        (
            "times",
            |a, _, _| a * 2.0,
            (2, 3),
            vec![2.0, -4.0, 6.0, 0.0, 10.0, -12.0],
            6,
        ),
        (
            "divided",
            |a, _, column| &a / &column,
            (2, 3),
            vec![0.5, -1.0, 1.5, 0.0, 1.25, -1.5],
            6,
        ),
        (
            "negated",
            |a, _, _| -&a,
            (2, 3),
            vec![-1.0, 2.0, -3.0, 0.0, -5.0, 6.0],
            0,
        ),
        (
            "max",
            |a, _, column| a.max(&column),
            (2, 3),
            vec![2.0, 2.0, 3.0, 4.0, 5.0, 4.0],
            0,
        ),
        (
            "relu",
            |a, _, _| a.relu(),
            (2, 3),
            vec![1.0, 0.0, 3.0, 0.0, 5.0, 0.0],
            0,
        ),
        (
            "positive",
            |a, _, _| a.is_positive(),
            (2, 3),
            vec![1.0, 0.0, 1.0, 0.0, 1.0, 0.0],
            0,
        ),
        (
            "row sums",
            |a, _, _| a.row_sums(),
            (2, 1),
            vec![2.0, -1.0],
            0,
        ),
        (
            "row maxima",
            |a, _, _| a.row_maxima(),
            (2, 1),
            vec![3.0, 5.0],
            0,
        ),
        (
            "column sums",
            |a, _, _| a.column_sums(),
            (1, 3),
            vec![1.0, 3.0, -3.0],
            0,
        ),
        (
            "transposed",
            |a, _, _| a.transpose(),
            (3, 2),
            vec![1.0, 0.0, -2.0, 5.0, 3.0, -6.0],
            0,
        ),
        (
            "rows",
            |a, _, _| a.rows(1..2),
            (1, 3),
            vec![0.0, 5.0, -6.0],
            0,
        ),
        (
            "columns",
            |a, _, _| a.columns(1..3),
            (2, 2),
            vec![-2.0, 3.0, 5.0, -6.0],
            0,
        ),
        ("nothing", |a, _, _| a.rows(1..1), (0, 3), vec![], 0),
        (
            "appended rows",
            |mut a, row, _| {
                a.append_rows(&row);
                a.rows(1..3)
            },
            (2, 3),
            vec![0.0, 5.0, -6.0, 1.0, 10.0, 100.0],
            0,
        ),
        (
            "appended columns",
            |mut a, _, column| {
                a.append_columns(&column);
                a.columns(2..4)
            },
            (2, 2),
            vec![3.0, 2.0, -6.0, 4.0],
            0,
        ),
        (
            "exp",
            |_, row, _| row.columns(0..1).exp(),
            (1, 1),
            vec![e],
            0,
        ),
        (
            "ln",
            |_, row, _| row.columns(0..1).ln(),
            (1, 1),
            vec![0.0],
            0,
        ),
        (
            "sqrt",
            |_, _, column| column.sqrt(),
            (2, 1),
            vec![2.0f32.sqrt(), 2.0],
            0,
        ),
        (
            "tanh",
            |_, row, _| row.columns(0..1).tanh(),
            (1, 1),
            vec![1.0f32.tanh()],
            0,
        ),
        (
            "sigmoid",
            |a, _, _| a.rows(1..2).columns(0..1).sigmoid(),
            (1, 1),
            vec![0.5],
            0,
        ),
        (
            "softmax",
            |_, _, column| column.softmax_rows(),
            (2, 1),
            vec![1.0, 1.0],
            2,
        ),
        (
            "softmax of large numbers",
            |a, _, _| (a * 0.0 + 1000.0).softmax_rows(),
            (2, 3),
            vec![1.0 / 3.0; 6],
            12,
        ),
    ];
    for (name, work, shape, numbers, products) in table {
        let (a, row, column) = (a(), row(), column());
        let measured = measure(|| work(a, row, column));
        assert_eq!(measured.result.shape(), shape, "{name}");
        assert_eq!(measured.result.numbers(), numbers, "{name}");
        assert_eq!(measured.products, products, "{name}");
    }
}

#[test]
fn what_is_alive_is_what_was_made_and_has_not_gone() {
    let before = ledger(|ledger| ledger.bytes);
    let mut kept = a();
    let measured = measure(|| {
        let copy = kept.clone();
        kept.append_rows(&copy);
        drop(copy);
        kept.append_columns(&Metered::zeros(4, 1));
    });
    let in_all: Vec<usize> = [12, 18, 12, 16, 20, 16]
        .into_iter()
        .map(|numbers| before + 4 * numbers)
        .collect();
    assert_eq!(
        (measured.memory, measured.peak_bytes),
        (in_all.clone(), in_all[4])
    );
    drop(kept);
    assert_eq!(ledger(|ledger| ledger.bytes), before);
}

#[test]
fn a_mask_of_dropout_follows_from_its_seed_and_keeps_the_mean() {
    let mask = |seed| Metered::dropout_mask(100, 100, 0.2, seed).numbers();
    assert_eq!(mask(1), mask(1));
    assert_ne!(mask(1), mask(2));
    assert!(mask(1).iter().all(|x| [0.0, 1.25].contains(x)));
    assert!((mask(1).iter().sum::<f32>() / 10_000.0 - 1.0).abs() < 0.03);
    assert!(Metered::dropout_mask(2, 2, 0.0, 1).numbers() == [1.0; 4]);
}

#[test]
fn what_cannot_be_is_told_and_nothing_leaves_while_a_function_runs() {
    begin();
    let kept = a();
    type Row<'a> = (Box<dyn Fn(Metered)>, &'a str);
    let table: Vec<Row<'_>> = vec![
        (
            Box::new(|a| drop(a.numbers())),
            "Taking the numbers out of a 2x3 `Metered`",
        ),
        (
            Box::new(|a| drop(a.matmul(&a))),
            "A 2x3 matrix cannot be multiplied with one of 2x3",
        ),
        (
            Box::new(|a| drop(&a + &a.transpose())),
            "A 2x3 matrix and one of 3x2 do not fit",
        ),
        (
            Box::new(|a| drop(a.rows(1..3))),
            "There is no 1..3 in a 2x3 matrix.",
        ),
        (
            Box::new(|a| drop(a.columns(4..5))),
            "There is no 4..5 in a 2x3 matrix.",
        ),
        (
            Box::new(|mut a| a.append_rows(&a.transpose())),
            "A 3x2 matrix cannot be appended to one of 2x3.",
        ),
        (
            Box::new(|mut a| a.append_columns(&a.transpose())),
            "A 3x2 matrix cannot be appended to one of 2x3.",
        ),
        (
            Box::new(|_| drop(Metered::from_rows(&[vec![1.0], vec![]]))),
            "The rows of a matrix need the same",
        ),
        (
            Box::new(|_| drop(Metered::dropout_mask(1, 1, 1.0, 0))),
            "A share of 1 cannot be dropped",
        ),
        (
            Box::new(move |a| drop(&kept + &a)),
            "This `Metered` is left from an earlier call",
        ),
    ];
    for (work, wanted) in table {
        begin();
        let ended = caught(|| running(|| work(a())));
        let Err(panic) = ended else {
            panic!("nothing is said, not {wanted:?}");
        };
        let stopped = panic.payload.downcast::<Stopped>().expect("a sentence");
        assert!(stopped.why.starts_with(wanted), "{}", stopped.why);
        let place = stopped.place.expect("a line");
        assert!(place.contains("metered/tests.rs"), "{wanted}: {place}");
        // It is over, however it ended.
        assert_eq!(a().numbers().len(), 6);
    }
}

#[test]
fn a_layer_gives_the_gradients_that_central_differences_give() {
    let weights = [0.3, -0.2, 0.5, 0.1, -0.4, 0.7];
    let input = [0.5, -1.0, 2.0, 0.1, 0.2, -0.3];
    let build = |weights: &[f32]| Layer::stack(vec![Metered::from_data(3, 2, weights.to_vec())]);
    // The loss is the sum of the outputs, each times its weight.
    let factors = Metered::from_data(2, 2, vec![1.0, 2.0, -1.0, 0.5]);
    let loss = |weights: &[f32], x: &[f32]| -> f32 {
        let y = build(weights)[0].forward(&Metered::from_data(2, 3, x.to_vec()));
        (&y * &factors).numbers().iter().sum()
    };
    let slopes = |of: &[f32], loss: &dyn Fn(&[f32]) -> f32| -> Vec<f32> {
        let moved = |at: usize, by: f32| {
            let mut moved = of.to_vec();
            moved[at] += by;
            loss(&moved)
        };
        (0..of.len())
            .map(|at| (moved(at, 0.01) - moved(at, -0.01)) / 0.02)
            .collect()
    };
    let layers = build(&weights);
    let x = Metered::from_data(2, 3, input.to_vec());
    let of = layers[0].backward(&x, &layers[0].forward(&x), &factors);
    for (gradient, slopes) in [
        (
            of.weights,
            slopes(&weights, &|weights| loss(weights, &input)),
        ),
        (of.input, slopes(&input, &|x| loss(&weights, x))),
    ] {
        for (one, other) in gradient.numbers().iter().zip(&slopes) {
            assert!((one - other).abs() < 1e-3, "{gradient:?} {one} {other}");
        }
    }
}
