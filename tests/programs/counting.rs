//! What the library counts, through a real program and a real reference: what is right passes, what costs too much is told
//! by how much, and whoever goes around the counting is told that.

#[path = "../counting_support/solution.rs"]
#[allow(dead_code, reason = "it has a `main` of its own")]
mod solution;

use crate::author_support::one::{OneExercise, message};
use gradlings::counting::{Layer, Metered, measure, run};

const SOLUTION: &str = include_str!("../counting_support/solution.rs");
const CHECK: &str = include_str!("../counting_support/check.rs");

/// Bandwidth-optimal all-reduce of `len` numbers of 4 bytes by `n` ranks along a ring: each sends 2 (n - 1) / n of them in
/// 2 (n - 1) messages (Patarasuk and Yuan 2009, "Bandwidth optimal all-reduce algorithms for clusters of workstations").
#[test]
fn a_ring_sends_what_the_formula_says() {
    for n in 1..=8usize {
        for part in 1..4 {
            let len = n * part;
            let rows: Vec<Vec<f32>> = (0..n).map(|rank| vec![rank as f32; len]).collect();
            let ran = run(rows, solution::all_reduce);
            let sum = (n * (n - 1) / 2) as f32;
            assert_eq!(ran.results, vec![vec![sum; len]; n]);
            assert_eq!(ran.messages_sent(), vec![2 * (n - 1); n]);
            assert_eq!(ran.bytes_sent(), vec![4 * 2 * (n - 1) * len / n; n]);
            assert_eq!(ran.steps, 2 * (n - 1));
        }
    }
}

/// With keys and values kept, the products of position `t` (from 1) are three of `d x d`, and `t` keys and values of width
/// `d`; beside that one for the scale and one for the softmax of each score.
#[test]
fn a_cache_costs_what_the_formula_says() {
    let d = 4;
    for length in [1, 5, 12] {
        let weights = || Metered::filled(d, d, 0.1);
        let x = Metered::filled(length, d, 0.5);
        let measured = measure(|| solution::attend(x, weights(), weights(), weights()));
        let of = |t: usize| 3 * d * d + 2 * t * d + 2 * t;
        assert_eq!(measured.products, (1..=length).map(of).sum::<usize>());
    }
}

/// With every k-th of n layers kept, about n/k + k activations are alive at once instead of n, and all but those of the last
/// k layers are computed again (Chen and others 2016, "Training deep nets with sublinear memory cost").
#[test]
fn checkpoints_take_the_memory_and_the_work_that_the_formula_says() {
    let (rows, width, n) = (64, 2, 36);
    let bytes = 4 * rows * width;
    let cost = |every: usize| {
        let layers = Layer::stack((0..n).map(|_| Metered::filled(width, width, 0.3)).collect());
        let (x, gradient) = (
            Metered::filled(rows, width, 0.5),
            Metered::filled(rows, width, 1.0),
        );
        let measured = measure(|| solution::recompute(x, layers, gradient, every));
        (measured.peak_bytes / bytes, measured.rebuilt)
    };
    // Beside the activations: the gradient, and a few matrices while a layer works.
    for every in [1, 4, 6, 9, 36] {
        let (activations, rebuilt) = cost(every);
        let formula = n / every + every;
        assert!(
            (formula..formula + 8).contains(&activations),
            "{every}: {activations}, not {formula}"
        );
        assert_eq!(rebuilt, n - every, "{every}");
    }
}

/// What is changed, the function, and what is said of it.
type Row<'a> = (&'a [(&'a str, &'a str)], &'a str, &'a str);

/// The first lines of functions, which take another body in front of them.
const ALL_REDUCE: &str = "    let (me, n) = (rank.number(), rank.count());\n    let (right";
const ATTEND: &str = "    let (length, width) = x.shape();";
const FLASH: &str = "    let (rows, width) = q.shape();";
const RECOMPUTE: &str = "    let mut kept = vec![x];";
const MAIN: &str = "fn main() {";

#[test]
fn what_is_counted_is_told_and_so_is_whoever_goes_around_it() {
    let course = OneExercise::new("counted", "function", SOLUTION, CHECK);
    let told = course.judged(&[]);
    assert_eq!(told["verdict"], "passed", "{told:#}");
    let before = |begin: &str, body: &str| format!("{body}\n{begin}");
    let all_reduce = |body: &str| before(ALL_REDUCE, body);
    let whole_vectors = all_reduce(
        "    if rank.count() > 1 {
             let (me, n) = (rank.number(), rank.count());
             let (mut sum, mut passing) = (values.clone(), values);
             for _ in 1..n {
                 rank.send((me + 1) % n, &passing);
                 passing = rank.receive((me + n - 1) % n);
                 sum.iter_mut().zip(&passing).for_each(|(sum, x)| *sum += x);
             }
             return sum;
         }",
    );
    let waits = all_reduce("    if rank.number() == 0 && rank.count() > 2 { rank.receive(1); }");
    let leaves = all_reduce("    if rank.number() == 1 { return values; }");
    let panics = all_reduce(
        "    if rank.count() > 1 { let none: [f32; 0] = []; return vec![none[values.len()]]; }",
    );
    // Everybody writes on a board and waits until all have: by messages without numbers, or by looking.
    let board = before(
        "use gradlings::prelude::*;",
        "static BOARD: std::sync::Mutex<Vec<(usize, Vec<f32>)>> = std::sync::Mutex::new(Vec::new());",
    );
    let from_board = |wait: &str| {
        all_reduce(&format!(
            "    if rank.count() > 1 {{
                 let (me, n) = (rank.number(), rank.count());
                 BOARD.lock().unwrap().retain(|(it, _)| *it != me && *it < n);
                 BOARD.lock().unwrap().push((me, values.clone()));
                 {wait}
                 let mut board = BOARD.lock().unwrap().clone();
                 {wait}
                 board.sort_by_key(|(it, _)| *it);
                 return (0..values.len()).map(|at| board.iter().map(|(_, row)| row[at]).sum()).collect();
             }}"
        ))
    };
    let met = from_board(
        "for _ in 1..n { rank.send((me + 1) % n, &[]); rank.receive((me + n - 1) % n); }",
    );
    let channel = before(
        "use gradlings::prelude::*;",
        "use std::sync::mpsc::{Receiver, Sender, channel};
         type Pipe = (Sender<Vec<f32>>, Receiver<Vec<f32>>);
         static PIPES: std::sync::Mutex<Vec<Option<Pipe>>> = std::sync::Mutex::new(Vec::new());",
    );
    // Two ranks that hand each other their values through pipes of the standard library.
    let piped = all_reduce(
        "    if rank.count() > 1 {
             let me = rank.number();
             let pipe = {
                 let mut pipes = PIPES.lock().unwrap();
                 if pipes.is_empty() {
                     let ((a, b), (c, d)) = (channel(), channel());
                     *pipes = vec![Some((a, d)), Some((c, b))];
                 }
                 let mine = pipes[me].take().unwrap();
                 if pipes.iter().all(Option::is_none) { pipes.clear(); }
                 mine
             };
             pipe.0.send(values.clone()).unwrap();
             return values.iter().zip(pipe.1.recv().unwrap()).map(|(a, b)| a + b).collect();
         }",
    );
    let forged = before(
        MAIN,
        "fn forged(values: Vec<Vec<f32>>, scale: Vec<f32>) -> (Vec<f32>, Vec<f32>, Vec<usize>) {
             let sums = values.iter().zip(&scale).map(|(row, s)| s * row.iter().sum::<f32>());
             let (total, largest) = sums.fold((0.0, f32::MIN), |(a, b), x| (a + x, b.max(x)));
             let n = scale.len();
             (vec![total; n], vec![largest; n], vec![4 * (n - 1); n])
         }",
    );
    let attend = |body: &str| before(ATTEND, body);
    let keys_again = attend(
        "    if x.shape().0 > 0 {
             let (length, width) = x.shape();
             let mut outputs = Metered::zeros(0, width);
             for at in 0..length {
                 let x = x.rows(0..at + 1);
                 let (q, k, v) = (x.matmul(&queries), x.matmul(&keys), x.matmul(&values));
                 let scores = q.matmul(&k.transpose()) * (1.0 / (width as f32).sqrt());
                 outputs.append_rows(&scores.softmax_rows().matmul(&v).rows(at..at + 1));
             }
             return outputs;
         }",
    );
    // Numbers are copied out, multiplied where nobody counts, and put back.
    let copied_out = attend(
        "    let (a, b, width) = (x.numbers(), keys.numbers(), x.shape().1);
             let product = |row: usize, column: usize| (0..width).map(|k| a[row * width + k] * b[k * width + column]).sum();
             let rows: Vec<Vec<f32>> = (0..x.shape().0).map(|row| (0..width).map(|column| product(row, column)).collect()).collect();
             let _ = Metered::from_rows(&rows);",
    );
    let as_value = attend("    let _ = gradlings::values::Wire::into_value(x.clone());");
    let kept_back = attend(
        "    thread_local!(static KEPT: std::cell::RefCell<Option<Metered>> = const { std::cell::RefCell::new(None) });
             let keys = KEPT.with_borrow_mut(|kept| kept.get_or_insert(keys).clone());",
    );
    let in_thread = attend("    std::thread::scope(|scope| drop(scope.spawn(|| x.numbers())));");
    let scores_kept = before(FLASH, "    let mut all = Vec::new();");
    let copied_by_flash = before(FLASH, "    let outside: Vec<f32> = k.numbers();");
    let from_the_start = before(
        RECOMPUTE,
        "    if every > 0 {
             let (mut gradient, mut gradients) = (gradient, Vec::new());
             for number in (0..layers.len()).rev() {
                 let mut input = x.clone();
                 for layer in &layers[..number] { input = layer.forward(&input); }
                 let y = layers[number].forward(&input);
                 let of = layers[number].backward(&input, &y, &gradient);
                 gradient = of.input;
                 gradients.push(of.weights);
             }
             gradients.reverse();
             return gradients;
         }",
    );
    let table: &[Row<'_>] = &[
        // Right, and too expensive.
        (
            &[(ALL_REDUCE, &whole_vectors)],
            "all_reduce",
            "On rank 0 (counted from 0), the part `bytes sent` of `all_reduce` is 48 in case 3 of 7, where 32 will do: \
             1.5 times as much.",
        ),
        // Messages that cannot be.
        (
            &[("(me + 1) % n, (me + n - 1)", "me, (me + n - 1)")],
            "all_reduce",
            "Rank 0 sends a message to itself, but it already has those numbers. That ended `all_reduce` in case 2 of 7, at \
             exercises/01_a/counted.rs:",
        ),
        (
            &[("(me + 1) % n, (me + n - 1)", "me + 1, (me + n - 1)")],
            "all_reduce",
            "Rank 1 sends a message to rank 2, but the ranks go from 0 to 1.",
        ),
        (
            &[(ALL_REDUCE, &waits)],
            "all_reduce",
            "Rank 0 waits for a message from rank 1 that never comes: rank 1 waits for one from rank 0.",
        ),
        (
            &[(ALL_REDUCE, &leaves)],
            "all_reduce",
            "Rank 0 waits for a message from rank 1 that never comes: rank 1 has ended.",
        ),
        (
            &[(
                "        if other != rank.number() {\n            rank.send(other, &[sum]);",
                "        if other != rank.number() {\n            rank.send(other, &[sum]);\n            rank.send(other, &[]);",
            )],
            "totals",
            "Rank 0 ends without the message that rank 1 sent it: every message has to be received. That ended `totals` in \
             case 1 of 6.",
        ),
        (
            &[(
                "    let sum = scale *",
                "    let sum = 0.0; let _ = rank.receive((rank.number() + 1) % rank.count()); let sum = sum + scale *",
            )],
            "totals",
            "Rank 0 waits for a message from rank 1 that never comes: rank 1 waits for one from rank 0.",
        ),
        (
            &[(ALL_REDUCE, &panics)],
            "all_reduce",
            "`all_reduce` panicked at exercises/01_a/counted.rs:",
        ),
        // Around the mailbox.
        (
            &[("use gradlings::prelude::*;", &board), (ALL_REDUCE, &met)],
            "all_reduce",
            "What rank 0 does changes with the values of the other ranks, although the same 0 bytes reach its mailbox",
        ),
        (
            &[
                ("use gradlings::prelude::*;", &channel),
                (ALL_REDUCE, &piped),
            ],
            "all_reduce",
            "What rank 0 does changes with the values of the other ranks, although the same 0 bytes reach its mailbox",
        ),
        // Counts of the learner's own.
        (
            &[
                ("ranks(totals).counting(BytesSent)", "function(forged)"),
                (MAIN, &forged),
            ],
            "totals",
            "`main` offers `totals` as `function(...)`, so nothing is called and counted as it should be: put \
             `.offer(\"totals\", ranks(...).counting(BytesSent))` back",
        ),
        (
            &[(
                "ranks(totals).counting(BytesSent)",
                "ranks(totals).counting(Messages)",
            )],
            "totals",
            "`main` offers `totals` as `ranks(...).counting(Messages)`",
        ),
        // Right, and too expensive: work, memory, layers.
        (
            &[(ATTEND, &keys_again)],
            "attend",
            "The part `products` of `attend` is 194 in case 1 of 6, where 126 will do: 1.5 times as much.",
        ),
        (
            &[
                (FLASH, &scores_kept),
                (
                    "        largest = now;",
                    "        largest = now;\n        all.push(weights);",
                ),
            ],
            "flash",
            "The part `bytes at the peak` of `flash` is 2080 in case 2 of 5, where 1312 will do: 1.6 times as much.",
        ),
        (
            &[(RECOMPUTE, &from_the_start)],
            "recompute",
            "The part `layers rebuilt` of `recompute` is 3 in case 1 of 5, where 2 will do: 1.5 times as much.",
        ),
        // What does not fit.
        (
            &[("one.matmul(&keys)", "keys.matmul(&one)")],
            "attend",
            "A 4x4 matrix cannot be multiplied with one of 1x4: the first needs as many columns as the second has rows. That \
             ended `attend` in case 1 of 6, at exercises/01_a/counted.rs:",
        ),
        // Around the matrices.
        (
            &[(ATTEND, &copied_out)],
            "attend",
            "Taking the numbers out of a 2x4 `Metered` goes around what is counted: compute with its methods, and look at it \
             with `.print(\"name\")`. That ended `attend` in case 1 of 6, at exercises/01_a/counted.rs:",
        ),
        (
            &[(ATTEND, &as_value)],
            "attend",
            "Taking the numbers out of a 2x4 `Metered` goes around",
        ),
        (
            &[(FLASH, &copied_by_flash)],
            "flash",
            "Taking the numbers out of a 6x2 `Metered` goes around",
        ),
        (
            &[(ATTEND, &kept_back)],
            "attend",
            "This `Metered` is left from an earlier call: what a call needs has to come from its inputs. That ended `attend` \
             in case 2 of 6, at exercises/01_a/counted.rs:",
        ),
        (
            &[
                (
                    "keys: Metered, values: Metered",
                    "keys: Matrix, values: Metered",
                ),
                (
                    "    let (mut k, mut v)",
                    "    let keys = Metered::from_rows(&[keys.as_vec()]);\n    let (mut k, mut v)",
                ),
            ],
            "attend",
            "Input 3 of `attend` has to be a `Metered`, which counts what is done with it: put the original line of the \
             function back.",
        ),
        (
            &[
                ("layers: Vec<Layer>", "weights: Vec<Metered>"),
                (
                    RECOMPUTE,
                    "    let layers = Layer::stack(weights);\n    let mut kept = vec![x];",
                ),
            ],
            "recompute",
            "Input 2 of `recompute` has to be a `Vec<Layer>`, which counts",
        ),
    ];
    let mut faults = Vec::new();
    for (changes, name, wanted) in table {
        let told = course.judged(changes);
        let said = message(&told, name);
        if told["verdict"] == "passed" || !said.contains(wanted) {
            faults.push(format!("{changes:?}\n  says {said:?}\n  not  {wanted:?}"));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
    // Another thread never gets a matrix.
    let told = course.judged(&[(ATTEND, &in_thread)]);
    assert_eq!(told["verdict"], "compile_error", "{told:#}");
    assert!(
        told.to_string()
            .contains("cannot be shared between threads safely"),
        "{told:#}"
    );
}
