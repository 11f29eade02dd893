//! How `parts` is checked. Any fair shuffle is right, so the parts are judged by what lies in them.

use gradlings::prelude::*;
use gradlings::values::Wire;

use crate::solution::{Rows, TEST, TRAINING, VALIDATION, classes, key, parts};
use crate::your_data_made::{Split, digits, penguins, rows};

type Parts = Vec<Vec<usize>>;

/// With fewer rows in a class, a shuffle may look like none by chance.
const TELLING: usize = 40;

const COPIES: &str = "You left copies in: a row may be tested that the network was trained on. Of equal rows, only the first goes \
                      into a part.";
const LATER_KEPT: &str = "Of equal rows you kept a later one; the first of them stays.";
const ALL_LEFT_OUT: &str = "You left out every row that has a copy; the first of equal rows stays.";
const LABEL_COMPARED: &str = "You kept equal rows that have different labels; a row that an earlier one equals is a copy, \
                              whatever its label.";
const TOGETHER: &str = "You cut all rows together, so that chance decides how many of a class are in a part; shuffle and cut every \
                        class by itself.";
const NONE: &str = "A class with fewer than five rows is missing from your validation and test parts; it gives at least one row to \
                    each.";
const OVERLAP: &str = "Your parts overlap: a row is in two of them, or twice in one.";
const LOST: &str = "You left rows out that are no copies; what is neither for testing nor for validation is for training.";
const ROUNDED_UP: &str =
    "You rounded the fifth of a class up; it is rounded down, and is 1 at least.";
const ROUNDED: &str = "You rounded the fifth of a class to the nearest whole number; it is rounded down, and is 1 at least.";
const WITHIN_CLASS: &str = "Your parts hold places within a class, which begin again at 0 for every class; they hold places in `rows`.";
const FIFTH_OF_REST: &str = "Your validation part has a fifth of what the test part leaves; it has as many rows of a class as the \
                             test part.";
const EXCHANGED: &str =
    "You exchanged the parts; training comes first, then validation, then the test.";
const COUNTED_WITH_COPIES: &str =
    "You took the fifth of a class with its copies; leave the copies out first, then count.";
const IN_ORDER: &str =
    "You cut the classes in the order of the rows; shuffle the places of every class first.";
fn objection(inputs: &[Value], answer: &[Value]) -> Option<String> {
    let rows = Rows::from_value(inputs[0].clone()).ok()?;
    let labels = Vec::<usize>::from_value(inputs[1].clone()).ok()?;
    let Ok(parts) = Parts::from_value(answer[0].clone()) else {
        return Some("Your answer is not a list of parts.".into());
    };
    if parts.len() != 3 {
        return Some(format!(
            "There are three parts, training, validation and test; your list has {}.",
            parts.len()
        ));
    }
    if let Some(stranger) = parts.concat().iter().find(|&&at| at >= rows.len()) {
        return Some(format!(
            "There is no row {stranger}; there are {} rows, and the first is 0.",
            rows.len()
        ));
    }
    let data = Data::of(rows, labels);
    data.wrong_rows(&parts)
        .or_else(|| data.wrong_sizes(&parts))
        .or_else(|| data.not_shuffled(&parts).map(str::to_owned))
}

/// What is asked for, and what can be known about it.
struct Data {
    labels: Vec<usize>,
    /// The first row that each row equals: itself, where it is no copy.
    first: Vec<usize>,
    /// The first rows of each class.
    classes: Parts,
}

impl Data {
    fn of(rows: Rows, labels: Vec<usize>) -> Data {
        let keys = Vec::from_iter(rows.iter().map(|row| key(row)));
        let first = |at: usize| keys.iter().position(|other| *other == keys[at]);
        let first = Vec::from_iter((0..rows.len()).map(|at| first(at).unwrap_or(at)));
        let mut classes = vec![Vec::new(); classes(&labels)];
        for (at, &label) in labels.iter().enumerate() {
            if first[at] == at {
                classes[label].push(at);
            }
        }
        Data {
            labels,
            first,
            classes,
        }
    }

    fn wrong_rows(&self, parts: &Parts) -> Option<String> {
        let all = parts.concat();
        let times = |at: usize| all.iter().filter(|&&other| other == at).count();
        if all.iter().any(|&at| times(at) > 1) {
            let mut found = all.clone();
            found.sort_unstable();
            let sizes = self.classes.iter().map(Vec::len);
            let mut within = Vec::from_iter(sizes.flat_map(|n| 0..n));
            within.sort_unstable();
            let why = if found == within {
                WITHIN_CLASS
            } else {
                OVERLAP
            };
            return Some(why.into());
        }
        let group = |at: usize| {
            Vec::from_iter(
                (0..self.first.len()).filter(move |&other| self.first[other] == self.first[at]),
            )
        };
        let there = |at: usize| all.contains(&at);
        let doubled = |at: &&usize| group(**at).iter().filter(|&&at| there(at)).count() > 1;
        let one_label = |at: &usize| {
            group(*at)
                .iter()
                .all(|&other| self.labels[other] == self.labels[*at])
        };
        if all.iter().filter(doubled).any(one_label) {
            return Some(COPIES.into());
        }
        if all.iter().any(|at| doubled(&at)) {
            return Some(LABEL_COMPARED.into());
        }
        let missing = |at: &usize| self.first[*at] == *at && !there(*at);
        let missing = Vec::from_iter((0..self.first.len()).filter(missing));
        if missing.iter().any(|&at| group(at).len() == 1) {
            return Some(LOST.into());
        }
        let group = group(*missing.first()?);
        let later = group.iter().any(|&at| there(at));
        Some(if later { LATER_KEPT } else { ALL_LEFT_OUT }.into())
    }

    fn wrong_sizes(&self, parts: &Parts) -> Option<String> {
        let counts = |part: usize| {
            let of =
                |class: &Vec<usize>| parts[part].iter().filter(|at| class.contains(at)).count();
            Vec::from_iter(self.classes.iter().map(of))
        };
        let found = [TRAINING, VALIDATION, TEST].map(counts);
        let sizes = Vec::from_iter(self.classes.iter().map(Vec::len));
        let expected = |fifth: fn(usize) -> (usize, usize)| {
            let rest = |&n: &usize| n - fifth(n).0 - fifth(n).1;
            [
                Vec::from_iter(sizes.iter().map(rest)),
                sizes.iter().map(|&n| fifth(n).0).collect(),
                sizes.iter().map(|&n| fifth(n).1).collect(),
            ]
        };
        let right = expected(|n| ((n / 5).max(1), (n / 5).max(1)));
        if found == right {
            return None;
        }
        let [training, validation, test] = &right;
        if found == [test.clone(), validation.clone(), training.clone()]
            || found == [test.clone(), training.clone(), validation.clone()]
            || found == [validation.clone(), training.clone(), test.clone()]
        {
            return Some(EXCHANGED.into());
        }
        if found == expected(|n| (n.div_ceil(5), n.div_ceil(5))) {
            return Some(ROUNDED_UP.into());
        }
        // `(n + 2) / 5`, or it would be one less for half of a whole number, which no fifth is.
        let nearest = expected(|n| (((n + 2) / 5).max(1), ((n + 2) / 5).max(1)));
        if found == nearest || found == expected(|n| ((n + 2) / 5, (n + 2) / 5)) {
            return Some(ROUNDED.into());
        }
        if found == expected(|n| (((n - (n / 5).max(1)) / 5).max(1), (n / 5).max(1))) {
            return Some(FIFTH_OF_REST.into());
        }
        if found == expected(|n| (n / 5, n / 5)) {
            return Some(NONE.into());
        }
        let with_copies =
            |class: usize| (self.labels.iter().filter(|&&label| label == class).count() / 5).max(1);
        let with_copies = Vec::from_iter((0..sizes.len()).map(with_copies));
        if found[2] == with_copies && found[1] == with_copies {
            return Some(COUNTED_WITH_COPIES.into());
        }
        // Whoever cuts all rows together has a fifth of all of them in both parts.
        let total = |part: &[usize]| part.iter().sum::<usize>();
        let fifth = (total(&sizes) / 5).max(1);
        if sizes.len() > 1 && [1, 2].map(|part| total(&found[part])) == [fifth; 2] {
            return Some(TOGETHER.into());
        }
        let class = (0..sizes.len()).find(|&class| {
            found[2][class] != right[2][class] || found[1][class] != right[1][class]
        })?;
        Some(format!(
            "Of the {} rows of class {class}, {} are in your validation part and {} in your test part; it should be {} each.",
            sizes[class], found[1][class], found[2][class], right[2][class]
        ))
    }

    fn not_shuffled(&self, parts: &Parts) -> Option<&'static str> {
        let mut large = self
            .classes
            .iter()
            .filter(|class| class.len() >= TELLING)
            .peekable();
        large.peek()?;
        let together = |class: &Vec<usize>| {
            let places = class
                .iter()
                .enumerate()
                .filter(|(_, at)| parts[TEST].contains(at));
            let places = Vec::from_iter(places.map(|(place, _)| place));
            let step = places
                .get(1)
                .zip(places.first())
                .map_or(1, |(one, other)| one - other);
            places.windows(2).all(|pair| pair[1] - pair[0] == step)
        };
        large.all(together).then_some(IN_ORDER)
    }
}

/// Rows of these classes; some of them are there a second time, and of those some with another label.
fn asked(sizes: &'static [usize], copies: usize, odd: usize) -> impl Fn(&mut Generator) -> Split {
    move |g| {
        let (mut all, mut labels) = rows(g, sizes, 2);
        for (copy, at) in g
            .permutation(all.len())
            .into_iter()
            .take(copies)
            .enumerate()
        {
            let label = labels[at] + usize::from(copy < odd);
            labels.push(label % sizes.len());
            all.push(all[at].clone());
        }
        let order = g.permutation(all.len());
        (
            order.iter().map(|&at| all[at].clone()).collect(),
            order.iter().map(|&at| labels[at]).collect(),
            g.seed(),
        )
    }
}

/// How many of a class are for validation and for testing, given how many there are without copies and with them.
type Shares = fn(usize, usize) -> (usize, usize);

const RIGHT: Shares = |n, _| ((n / 5).max(1), (n / 5).max(1));

/// Cut class by class, after `keep` has chosen among the rows: it gets the places of all that equal a row, and that of the row.
fn by_class(
    (rows, labels, seed): Split,
    keep: impl Fn(&[usize], usize) -> bool,
    shares: Shares,
) -> Parts {
    let keys = Vec::from_iter(rows.iter().map(|row| key(row)));
    let equal = |at: usize| Vec::from_iter((0..rows.len()).filter(|&it| keys[it] == keys[at]));
    let mut random = random(seed);
    let mut parts = vec![Vec::new(); 3];
    for class in 0..classes(&labels) {
        let all = Vec::from_iter((0..rows.len()).filter(|&at| labels[at] == class));
        let kept = all.iter().copied().filter(|&at| keep(&equal(at), at));
        let mut places = Vec::from_iter(kept);
        places.shuffle(&mut random);
        let (validation, test) = shares(places.len(), all.len());
        parts[TEST].extend(places.drain(..test.min(places.len())));
        parts[VALIDATION].extend(places.drain(..validation.min(places.len())));
        parts[TRAINING].extend(places);
    }
    parts
}

fn first(equal: &[usize], at: usize) -> bool {
    equal.first() == Some(&at)
}

/// The first rows of all classes, cut together.
fn together(rows: Rows, labels: Vec<usize>, seed: u64) -> Parts {
    let one_class = vec![0; labels.len()];
    by_class((rows, one_class, seed), first, RIGHT)
}

/// The same rows and labels, and a seed.
fn seeded((rows, labels): (Rows, Vec<usize>)) -> impl Fn(&mut Generator) -> Split {
    move |g| (rows.clone(), labels.clone(), g.seed())
}

pub fn check() -> Reference<impl Handler> {
    Reference::of("parts", function(parts))
        .inputs(["rows", "labels", "seed"])
        .group("of all rows")
        .parts([("parts", property())])
        .inspect(objection)
        .case("three rows of each class", asked(&[3, 3], 0, 0))
        .case("one class", asked(&[11], 0, 0))
        .case("four rows, five, six and nine", asked(&[4, 5, 6, 9], 0, 0))
        .case("copies", asked(&[12, 8, 9], 8, 0))
        .case("copies with other labels", asked(&[20, 14, 17], 9, 4))
        .case("a class ten times as frequent", asked(&[80, 8], 6, 0))
        .case("rows that differ in a gap only", |g| {
            let (mut all, labels, seed) = asked(&[6, 7], 4, 0)(g);
            all.iter_mut().step_by(2).for_each(|row| row[0] = None);
            (all, labels, seed)
        })
        .case("classes in their order", |g| {
            let (all, _, seed) = asked(&[120], 0, 0)(g);
            (all, (0..120).map(|at| at / 40).collect(), seed)
        })
        .case("penguins", seeded(penguins(2)))
        .case("handwritten digits", seeded(digits(150)))
        .cases(6, |g, i| asked([&[44, 6, 50][..], &[9, 71, 48]][i % 2], 2 + 3 * i, i)(g))
        .wrong("copies", COPIES, |x, y, seed| by_class((x, y, seed), |_, _| true, RIGHT))
        .wrong("a later one", LATER_KEPT, |x, y, seed| {
            by_class((x, y, seed), |equal, at| equal.last() == Some(&at), RIGHT)
        })
        .wrong("all left out", ALL_LEFT_OUT, |x, y, seed| {
            by_class((x, y, seed), |equal, _| equal.len() == 1, RIGHT)
        })
        .wrong("label compared", LABEL_COMPARED, |x, y, seed| {
            let labels = y.clone();
            let keep = move |equal: &[usize], at: usize| {
                equal.iter().find(|&&other| labels[other] == labels[at]) == Some(&at)
            };
            by_class((x, y, seed), keep, RIGHT)
        })
        .wrong("all together", TOGETHER, together)
        .wrong("none of a small class", NONE, |x, y, seed| {
            by_class((x, y, seed), first, |n, _| (n / 5, n / 5))
        })
        .wrong("rounded up", ROUNDED_UP, |x, y, seed| {
            by_class((x, y, seed), first, |n, _| (n.div_ceil(5), n.div_ceil(5)))
        })
        .wrong("rounded to the nearest", ROUNDED, |x, y, seed| {
            by_class((x, y, seed), first, |n, _| (((n + 2) / 5).max(1), ((n + 2) / 5).max(1)))
        })
        .wrong("places within a class", WITHIN_CLASS, |x, y, seed| {
            let keys = Vec::from_iter(x.iter().map(|row| key(row)));
            let is_first = |at: usize| !keys[..at].contains(&keys[at]);
            let before = |at: usize| (0..at).filter(|&it| y[it] == y[at] && is_first(it)).count();
            let of = |part: Vec<usize>| part.into_iter().map(before).collect();
            parts(x.clone(), y.clone(), seed).into_iter().map(of).collect()
        })
        .wrong("a fifth of the rest", FIFTH_OF_REST, |x, y, seed| {
            by_class((x, y, seed), first, |n, _| {
                let test = (n / 5).max(1);
                (((n - test) / 5).max(1), test)
            })
        })
        .wrong("counted with copies", COUNTED_WITH_COPIES, |x, y, seed| {
            by_class((x, y, seed), first, |_, n| ((n / 5).max(1), (n / 5).max(1)))
        })
        .wrong("exchanged", EXCHANGED, |x, y, seed| {
            let mut parts = parts(x, y, seed);
            parts.reverse();
            parts
        })
        .wrong("overlap", OVERLAP, |x, y, seed| {
            let mut parts = parts(x, y, seed);
            let test = parts[TEST].clone();
            parts[TRAINING].extend(test);
            parts
        })
        .wrong("the rest lost", LOST, |x, y, seed| {
            let mut parts = parts(x, y, seed);
            let test = parts[TEST].len();
            parts[TRAINING].truncate(3 * test);
            parts[TRAINING].pop();
            parts
        })
        .wrong("in order", IN_ORDER, |x, y, seed| {
            let mut all = parts(x, y.clone(), seed).concat();
            all.sort();
            let mut parts = vec![Vec::new(); 3];
            for class in 0..classes(&y) {
                let places = all.iter().copied().filter(|&at| y[at] == class);
                let mut places = Vec::from_iter(places);
                let (fifth, _) = RIGHT(places.len(), 0);
                parts[TEST].extend(places.drain(..fifth));
                parts[VALIDATION].extend(places.drain(..fifth));
                parts[TRAINING].extend(places);
            }
            parts
        })
        .group("with seeds")
        .repeatable("seed", "parts")
        .parts([("parts", free())])
        .cases(3, |g, i| asked(&[30, 20], i, 0)(g))
        .wrong(
            "seed ignored",
            "Your parts do not depend on `seed`; take the random numbers from `random(seed)`.",
            |x, y, _| parts(x, y, 0),
        )
        .wrong(
            "another seed",
            "Your parts come out differently when they are made again; all random numbers have to come from \
             `random(seed)`.",
            |x, y, seed| {
                use std::cell::Cell;
                thread_local!(static CALLS: Cell<u64> = const { Cell::new(0) });
                parts(x, y, seed.wrapping_add(CALLS.replace(CALLS.get() + 1)))
            },
        )
}
