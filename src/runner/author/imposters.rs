//! Answers of programs that understand nothing: a check that accepts one of them proves nothing about a learner.

use crate::comparator::Comparator;
use crate::sheet::change::each_number;
use crate::sheet::{Check, CheckKind, Interruption, Returned};
use crate::wire::{Array, Value};

/// A program that understands nothing.
#[derive(Clone, Debug, PartialEq)]
pub struct Imposter {
    /// What it answers with, to stand after "accepts".
    pub what: String,
    /// One answer per case of the check.
    pub answers: Vec<Returned>,
}

/// The imposters that can be made for a check from its sheet, apart from those that give an input back.
///
/// The first ones know nothing at all: they answer with zeros, one number, the answer to the first case, or noise in the
/// right shape, and report no curve. The others get all parts but one from the reference, so that a part
/// that nobody looks at is noticed.
pub fn imposters(check: &Check) -> Vec<Imposter> {
    let mut all = Vec::new();
    let mut whole = |what: String, part: &dyn Fn(usize, usize, &Value) -> Value| {
        all.push(Imposter {
            what,
            answers: ignorant(check, part),
        });
    };
    whole("zeros".to_owned(), &|_, _, right| filled(right, 0.0));
    whole("the number 1 everywhere".to_owned(), &|_, _, right| {
        filled(right, 1.0)
    });
    let middles: Vec<f64> = (0..check.parts.len())
        .map(|part| middle(check, part))
        .collect();
    whole(
        "one constant, in the middle of all right answers".to_owned(),
        &|_, part, right| filled(right, middles[part]),
    );
    // A training often has one task, and what it finds is the answer to it in every case.
    if check.kind != CheckKind::Training {
        whole(
            "the right answer to the first case, whatever the inputs".to_owned(),
            &|_, part, right| {
                let first = check.cases.first();
                let first = first.and_then(|case| case.right.parts.get(part));
                first.unwrap_or(right).clone()
            },
        );
    }
    whole(
        "random values in the right shape".to_owned(),
        &|case, part, right| random(right, noise(case, part)),
    );
    if check.parts.len() > 1 {
        for (number, part) in check.parts.iter().enumerate() {
            let name = &part.name;
            // The library counts, so nobody can answer with too small a count: only too large ones have to be refused.
            if let Comparator::AtMost(_) = part.comparator {
                all.push(Imposter {
                    what: format!("ten times as much for `{name}`, with the rest right"),
                    answers: all_but(check, number, &|_, right| ten_times(right)),
                });
                continue;
            }
            // The runner counts these itself, so nobody can answer with other ones.
            if check.interruption.is_some() && name == Interruption::PART {
                continue;
            }
            // Where zeros are the right answer, as for the gradient of what a penalty leaves alone, they are no fault.
            if !is_zero_in_every_case(check, number) {
                all.push(Imposter {
                    what: format!("zeros for `{name}`, with the rest right"),
                    answers: all_but(check, number, &|_, right| filled(right, 0.0)),
                });
            }
            all.push(Imposter {
                what: format!("random values for `{name}`, with the rest right"),
                answers: all_but(check, number, &|case, right| {
                    random(right, noise(case, number))
                }),
            });
        }
    }
    all
}

/// The program that gives input `number` back as it is.
pub fn gives_back(check: &Check, number: usize) -> Imposter {
    let name = check.inputs.get(number).map_or("", String::as_str);
    Imposter {
        what: format!("its input `{name}`, given back as it is"),
        answers: ignorant(check, &|case, _, right| {
            let input = check.cases[case].inputs.get(number);
            input.unwrap_or(right).clone()
        }),
    }
}

fn is_zero_in_every_case(check: &Check, part: usize) -> bool {
    check.cases.iter().all(|case| {
        let right = case.right.parts.get(part);
        right.is_some_and(|right| *right == filled(right, 0.0))
    })
}

/// Answers made part by part from the number of the case, the number of the part and the right value.
fn ignorant(check: &Check, make: &dyn Fn(usize, usize, &Value) -> Value) -> Vec<Returned> {
    let cases = check.cases.iter().enumerate();
    cases
        .map(|(case, made)| {
            let parts = made.right.parts.iter().enumerate();
            Returned {
                parts: parts.map(|(part, right)| make(case, part, right)).collect(),
                ..Returned::default()
            }
        })
        .collect()
}

/// The right answers with one part replaced.
fn all_but(check: &Check, part: usize, make: &dyn Fn(usize, &Value) -> Value) -> Vec<Returned> {
    let cases = check.cases.iter().enumerate();
    cases
        .map(|(case, made)| {
            let mut answer = made.right.clone();
            if let Some(value) = answer.parts.get_mut(part) {
                *value = make(case, value);
            }
            answer
        })
        .collect()
}

/// The same shape with one number everywhere. Text has no numbers, so it becomes empty.
fn filled(right: &Value, number: f64) -> Value {
    let floats = |array: &Array<f32>| with_data(array, |_| number as f32);
    let doubles = |array: &Array<f64>| with_data(array, |_| number);
    match right {
        Value::Numbers(array) => Value::Numbers(floats(array)),
        Value::Doubles(array) => Value::Doubles(doubles(array)),
        Value::Integers(array) => Value::Integers(with_data(array, |_| number.round() as i64)),
        Value::Bytes(array) => Value::Bytes(with_data(array, |_| number.round() as u8)),
        Value::Arrays(arrays) => Value::Arrays(arrays.iter().map(floats).collect()),
        Value::DoubleRows(rows) => Value::DoubleRows(rows.iter().map(doubles).collect()),
        Value::IntegerRows(rows) => {
            let filled = |row: &Array<i64>| with_data(row, |_| number.round() as i64);
            Value::IntegerRows(rows.iter().map(filled).collect())
        }
        Value::Flag(_) => Value::Flag(number != 0.0),
        Value::Flags(flags) => Value::Flags(vec![number != 0.0; flags.len()]),
        Value::Text(_) => Value::Text(String::new()),
        Value::Texts(texts) => Value::Texts(vec![String::new(); texts.len()]),
        Value::Nothing => Value::Nothing,
        Value::Error(_) => Value::Error(String::new()),
    }
}

/// A count that is much too high.
fn ten_times(right: &Value) -> Value {
    match right {
        Value::Integers(counts) => {
            let count = |at: usize| counts.data()[at].saturating_mul(10).saturating_add(10);
            Value::Integers(with_data(counts, count))
        }
        other => each_number(other, |_, x| 10.0 * x + 10.0).unwrap_or_else(|| other.clone()),
    }
}

/// The same shape with numbers from a generator.
fn random(right: &Value, mut noise: Noise) -> Value {
    match right {
        Value::Numbers(array) => Value::Numbers(with_data(array, |_| noise.number())),
        Value::Doubles(array) => Value::Doubles(with_data(array, |_| noise.number().into())),
        Value::Integers(array) => Value::Integers(with_data(array, |_| noise.below(10))),
        Value::Bytes(array) => Value::Bytes(with_data(array, |_| noise.below(256) as u8)),
        Value::Arrays(arrays) => {
            let noisy = arrays
                .iter()
                .map(|array| with_data(array, |_| noise.number()));
            Value::Arrays(noisy.collect())
        }
        Value::DoubleRows(rows) => {
            let noisy = rows
                .iter()
                .map(|row| with_data(row, |_| noise.number().into()));
            Value::DoubleRows(noisy.collect())
        }
        // A coin that falls right in every one of a few cases would prove nothing, so it always falls wrong.
        Value::Flag(flag) => Value::Flag(!flag),
        Value::IntegerRows(rows) => {
            let noisy = rows.iter().map(|row| with_data(row, |_| noise.below(10)));
            Value::IntegerRows(noisy.collect())
        }
        Value::Flags(flags) => Value::Flags(flags.iter().map(|_| noise.below(2) == 1).collect()),
        Value::Text(text) => Value::Text(format!("not {text}")),
        Value::Texts(texts) => Value::Texts(texts.iter().map(|it| format!("not {it}")).collect()),
        Value::Nothing => Value::Error("not nothing".to_owned()),
        Value::Error(_) => Value::Nothing,
    }
}

fn with_data<T: crate::wire::Element>(array: &Array<T>, make: impl FnMut(usize) -> T) -> Array<T> {
    let data = (0..array.data().len()).map(make).collect();
    // There are as many elements as before.
    Array::new(array.shape().to_vec(), data).unwrap_or_default()
}

/// Halfway between the smallest and the largest finite element of a part in all cases.
fn middle(check: &Check, part: usize) -> f64 {
    let (mut low, mut high) = (f64::INFINITY, f64::NEG_INFINITY);
    let mut see = |x: f64| {
        if x.is_finite() {
            (low, high) = (low.min(x), high.max(x));
        }
    };
    for case in &check.cases {
        match case.right.parts.get(part) {
            Some(Value::Numbers(array)) => array.data().iter().for_each(|&x| see(f64::from(x))),
            Some(Value::Doubles(array)) => array.data().iter().for_each(|&x| see(x)),
            Some(Value::DoubleRows(rows)) => {
                rows.iter().flat_map(Array::data).for_each(|&x| see(x));
            }
            Some(Value::Integers(array)) => array.data().iter().for_each(|&x| see(x as f64)),
            Some(Value::Bytes(array)) => array.data().iter().for_each(|&x| see(f64::from(x))),
            Some(Value::Arrays(arrays)) => {
                let all = arrays.iter().flat_map(|array| array.data());
                all.for_each(|&x| see(f64::from(x)));
            }
            _ => {}
        }
    }
    if low <= high { (low + high) / 2.0 } else { 0.0 }
}

/// Numbers that look random and are the same every time (xorshift): a proof must not depend on luck.
struct Noise(u64);

fn noise(case: usize, part: usize) -> Noise {
    Noise(0x9E37_79B9_7F4A_7C15 ^ ((case as u64 + 1) << 20) ^ ((part as u64 + 1) << 4))
}

impl Noise {
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    /// A whole number from 0 up to, but without, `end`.
    fn below(&mut self, end: u64) -> i64 {
        (self.next() % end) as i64
    }

    /// About a normal distribution with mean 0 and deviation 1: the sum of twelve uniform numbers, less their mean.
    fn number(&mut self) -> f32 {
        let sum: f64 = (0..12).map(|_| self.next() as f64 / u64::MAX as f64).sum();
        (sum - 6.0) as f32
    }
}
