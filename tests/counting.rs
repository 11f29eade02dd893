//! What the library counts, through a real program and a real reference: what is right passes, what costs too much is told
//! by how much, and whoever goes around the counting is told that.
#![cfg(feature = "runner")]

mod author_support;
mod cli_support;
#[path = "counting_support/solution.rs"]
#[allow(dead_code, reason = "it has a `main` of its own")]
mod solution;

use author_support::one_exercise::{OneExercise, message};
use gradlings::counting::run;

const SOLUTION: &str = include_str!("counting_support/solution.rs");
const CHECK: &str = include_str!("counting_support/check.rs");

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

/// What is changed, the function, and what is said of it.
type Row<'a> = (&'a [(&'a str, &'a str)], &'a str, &'a str);

/// The first lines of functions, which take another body in front of them.
const ALL_REDUCE: &str = "    let (me, n) = (rank.number(), rank.count());\n    let (right";
const MAIN: &str = "fn main() {";

#[test]
fn what_is_counted_is_told_and_so_is_whoever_goes_around_it() {
    let course = OneExercise::new("counted", SOLUTION, CHECK);
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
    let table: &[Row<'_>] = &[
        // Right, and too expensive.
        (
            &[(ALL_REDUCE, &whole_vectors)],
            "all_reduce",
            "Element 0 (counted from 0) of the part `bytes sent` of `all_reduce` is 48 in case 3 of 7, where 32 will do: \
             1.5 times as much.",
        ),
        // Messages that cannot be.
        (
            &[("(me + 1) % n, (me + n - 1)", "me, (me + n - 1)")],
            "all_reduce",
            "Rank 0 sends a message to itself: what it has, it need not send. That ended `all_reduce` in case 2 of 7, at \
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
}
