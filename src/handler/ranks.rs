//! Functions that run on several ranks at once.

use std::cell::OnceCell;
use std::marker::PhantomData;

use super::{Handler, for_each_arity, numbered_parts};
use crate::counting::{Rank, knows_too_much, ledger, run};
use crate::report;
use crate::sheet::change::each_number;
use crate::sheet::{CheckKind, Returned};
use crate::stop::stop;
use crate::values::{Argument, Inputs, Wire};
use crate::wire::{Value, encode};
use crate::words::ranks as words;

/// See [`ranks`].
pub struct Ranks<F, Arguments> {
    function: F,
    /// What came of looking whether a rank knows of the others what was not sent to it: nothing, or an objection.
    held_apart: OnceCell<Option<String>>,
    arguments: PhantomData<fn(Arguments)>,
}

/// A function that runs once for each rank, all at the same time: `fn(&mut Rank, A, B) -> R`.
///
/// Inputs: a `Vec` for each parameter, with one element for each rank. Parts of the answer: a `Vec` with what each rank
/// returned; where that is a tuple, one for each of its elements.
///
/// The first call with more than one rank is made again a few times with other numbers on the other ranks, or, where nothing is
/// a number but counts and names, with what another rank had: what a rank knows of them has to reach it through its mailbox.
pub fn ranks<F, Arguments>(function: F) -> Ranks<F, Arguments>
where
    Ranks<F, Arguments>: Handler,
{
    Ranks {
        function,
        held_apart: OnceCell::new(),
        arguments: PhantomData,
    }
}

/// What a rank returns: a value of which a `Vec` can travel, or a tuple of up to four.
pub trait Gathered: Clone + Send {
    /// How many parts.
    const COUNT: usize;
    /// The parts, from what all ranks returned.
    fn gather(all: Vec<Self>) -> Vec<Value>;
}

impl<R: Clone + Send> Gathered for R
where
    Vec<R>: Wire,
{
    const COUNT: usize = 1;
    fn gather(all: Vec<Self>) -> Vec<Value> {
        vec![all.into_value()]
    }
}

macro_rules! tuples {
    ($count:literal: $($name:ident $index:tt),+) => {
        impl<$($name: Clone + Send),+> Gathered for ($($name,)+)
        where
            $(Vec<$name>: Wire,)+
        {
            const COUNT: usize = $count;
            fn gather(all: Vec<Self>) -> Vec<Value> {
                vec![$({
                    let part: Vec<$name> = all.iter().map(|it| it.$index.clone()).collect();
                    part.into_value()
                }),+]
            }
        }
    };
}
tuples!(2: A 0, B 1);
tuples!(3: A 0, B 1, C 2);
tuples!(4: A 0, B 1, C 2, D 3);

macro_rules! implement {
    ($($name:ident $index:tt),+) => {
        impl<F, R, $($name),+> Handler for Ranks<F, ($($name,)+)>
        where
            F: Fn(&mut Rank, $($name),+) -> R + Sync,
            R: Gathered,
            $($name: Send, Vec<$name>: Argument,)+
        {
            type Inputs = ($(Vec<$name>,)+);
            type Function = fn(&mut Rank, $($name),+) -> R;
            type Other = Ranks<fn(&mut Rank, $($name),+) -> R, ($($name,)+)>;
            const KIND: CheckKind = CheckKind::Ranks;
            fn written() -> String {
                "ranks(...)".to_owned()
            }
            fn part_names(&self, _: &[&str]) -> Vec<String> {
                numbered_parts(R::COUNT)
            }
            fn answer(&self, inputs: Self::Inputs) -> Returned {
                // Whatever it hides once, it hides again.
                if let Some(Some(objection)) = self.held_apart.get() {
                    stop(objection.clone());
                }
                let values = inputs.into_values();
                // One tuple for each rank. The values are what the types have just made of themselves.
                let deal = |values: Vec<Value>| -> Vec<($($name,)+)> {
                    let Ok(rows) = Self::Inputs::from_values(values) else {
                        return Vec::new();
                    };
                    let counts = [$(rows.$index.len()),+];
                    if counts.iter().any(|count| *count != counts[0]) {
                        stop(words::uneven().to_owned());
                    }
                    let mut rows = ($(rows.$index.into_iter(),)+);
                    (0..counts[0]).map_while(|_| Some(($(rows.$index.next()?,)+))).collect()
                };
                let of_one = &self.function;
                let function = |rank: &mut Rank, inputs: ($($name,)+)| {
                    of_one(rank, $(inputs.$index),+)
                };
                let ran = run(deal(values.clone()), function);
                ledger(|ledger| {
                    ledger.messages = ran.messages_sent();
                    ledger.bytes_sent = ran.bytes_sent();
                    ledger.steps = ran.steps;
                });
                if ran.results.len() > 1 {
                    let hold_apart = || {
                        let own = || deal(values.clone());
                        let others: Vec<Option<Value>> = values.iter().map(with_other_numbers).collect();
                        let has_numbers = others.iter().any(Option::is_some);
                        let others = others.into_iter().zip(&values);
                        let others: Vec<Value> = others
                            .map(|(other, value)| other.unwrap_or_else(|| value.clone()))
                            .collect();
                        let other = || {
                            let mut dealt = deal(others.clone());
                            // Counts and names of one's own invention may mean nothing; those of another rank do.
                            if !has_numbers {
                                dealt.rotate_left(1);
                            }
                            dealt
                        };
                        let rank = report::unheard(|| {
                            knows_too_much(&ran, own, other, &function, is_same)
                        })?;
                        Some(words::knows_too_much(rank, ran.bytes_received(rank)))
                    };
                    if let Some(objection) = self.held_apart.get_or_init(hold_apart) {
                        stop(objection.clone());
                    }
                }
                Returned::of(R::gather(ran.results))
            }
            fn other(function: Self::Function) -> Self::Other {
                Ranks {
                    function,
                    held_apart: OnceCell::new(),
                    arguments: PhantomData,
                }
            }
        }
    };
}
for_each_arity!(implement);

/// The same shape and sort with other numbers, of about the same size. Nothing where all is counted or named.
fn with_other_numbers(value: &Value) -> Option<Value> {
    each_number(value, |_, x| 1.25 - 0.5 * x)
}

/// Whether two results are the same bit for bit: NaN is NaN.
fn is_same<R: Gathered>(one: &R, other: &R) -> bool {
    let bytes = |of: &R| encode(&R::gather(vec![of.clone()])).ok();
    bytes(one) == bytes(other)
}

#[cfg(test)]
mod tests {
    use std::sync::Mutex;

    use super::*;
    use crate::serve::Exercise;
    use crate::sheet::Answer;

    /// What everybody can see.
    static BOARD: Mutex<Vec<(usize, f32)>> = Mutex::new(Vec::new());

    fn swapped(rank: &mut Rank, x: f32) -> f32 {
        let other = 1 - rank.number();
        rank.send(other, &[x]);
        rank.receive(other)[0]
    }

    /// Waits for the other rank with empty messages.
    fn meet(rank: &mut Rank) {
        let other = 1 - rank.number();
        rank.send(other, &[]);
        rank.receive(other);
    }

    fn swapped_on_a_board(rank: &mut Rank, x: f32) -> f32 {
        let me = rank.number();
        let mut board = BOARD.lock().expect("whole");
        board.retain(|(it, _)| *it != me);
        board.push((me, x));
        drop(board);
        meet(rank);
        let board = BOARD.lock().expect("whole").clone();
        meet(rank);
        board
            .iter()
            .find(|(it, _)| *it != me)
            .map_or(0.0, |(_, x)| *x)
    }

    fn drawn(rank: &mut Rank, x: f32) -> f32 {
        static CALLS: Mutex<f32> = Mutex::new(0.0);
        let mut calls = CALLS.lock().expect("whole");
        *calls += 1.0;
        *calls + x + rank.number() as f32
    }

    #[test]
    fn a_rank_may_know_of_the_others_only_what_was_sent_to_it() {
        type Row = (fn(&mut Rank, f32) -> f32, [f32; 2], bool);
        let table: [Row; 5] = [
            (swapped, [1.0, 2.0], true),
            (|rank, x| x + rank.number() as f32, [1.0, 2.0], true),
            // Not a number is the same as itself.
            (|rank, x| swapped(rank, x).ln(), [-1.0, 2.0], true),
            // Another number each time: that is for the judge to tell.
            (drawn, [1.0, 2.0], true),
            (swapped_on_a_board, [1.0, 2.0], false),
        ];
        for (number, (function, inputs, is_fine)) in table.into_iter().enumerate() {
            let exercise = Exercise::new().offer("f", ranks(function));
            // What is hidden once is told again, also where nothing is hidden.
            for inputs in [inputs, [0.0, 0.0]] {
                let answer = exercise.answer("f", vec![inputs.to_vec().into_value()], 0);
                match answer {
                    Answer::Returned(_) => assert!(is_fine, "row {number}"),
                    Answer::Stopped { why, .. } => {
                        assert!(!is_fine, "row {number}: {why}");
                        assert!(why.contains("rank 0 does changes") && why.contains("0 bytes"));
                    }
                    other => panic!("row {number}: {other:?}"),
                }
            }
        }
    }

    fn swapped_counts(rank: &mut Rank, tokens: Vec<usize>, name: String) -> (usize, String) {
        let sent = swapped(rank, (tokens.iter().sum::<usize>() + name.len()) as f32);
        (sent as usize, name)
    }

    /// What everybody can see.
    static TOTALS: Mutex<[usize; 2]> = Mutex::new([0; 2]);

    fn counts_on_a_board(rank: &mut Rank, tokens: Vec<usize>, name: String) -> (usize, String) {
        let me = rank.number();
        TOTALS.lock().expect("whole")[me] = tokens.iter().sum::<usize>() + name.len();
        meet(rank);
        let total = TOTALS.lock().expect("whole")[1 - me];
        meet(rank);
        (total, name)
    }

    #[test]
    fn ranks_that_have_no_numbers_but_counts_and_names_are_held_apart_too() {
        type Function = fn(&mut Rank, Vec<usize>, String) -> (usize, String);
        let table: [(Function, bool); 2] = [(swapped_counts, true), (counts_on_a_board, false)];
        for (number, (function, is_fine)) in table.into_iter().enumerate() {
            let exercise = Exercise::new().offer("f", ranks(function));
            let tokens = vec![vec![3usize, 4], vec![5]].into_value();
            let names = vec!["a".to_owned(), "bcdef".to_owned()].into_value();
            let answer = exercise.answer("f", vec![tokens, names], 0);
            assert_eq!(
                matches!(answer, Answer::Returned(_)),
                is_fine,
                "row {number}: {answer:?}"
            );
            assert!(
                is_fine || matches!(answer, Answer::Stopped { .. }),
                "row {number}"
            );
        }
    }

    #[test]
    fn results_of_several_parts_are_gathered_and_uneven_inputs_refused() {
        let both = |rank: &mut Rank, x: f32, n: usize| (vec![x; n], rank.number());
        let exercise = Exercise::new().offer("f", ranks(both));
        let answer = |xs: &[f32], ns: &[usize]| {
            exercise.answer(
                "f",
                vec![xs.to_vec().into_value(), ns.to_vec().into_value()],
                0,
            )
        };
        let Answer::Returned(returned) = answer(&[1.0, 2.0], &[2, 0]) else {
            panic!("it returns");
        };
        let rows: Vec<Vec<f32>> = vec![vec![1.0, 1.0], vec![]];
        assert_eq!(
            returned.parts,
            [rows.into_value(), vec![0usize, 1].into_value()]
        );
        let uneven = answer(&[1.0], &[2, 0]);
        assert!(
            matches!(&uneven, Answer::Stopped { why, .. } if why.contains("one element for each rank"))
        );
    }
}
