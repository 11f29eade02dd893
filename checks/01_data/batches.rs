//! How `cut`, `batches` and `pick` are checked. `cut` and `pick` are exact. Any fair shuffle is right for `batches`: its
//! epochs are judged by their sizes, by whether they have every example once, and by how their orders differ.

#[path = "../../solutions/01_data/batches.rs"]
#[expect(dead_code, reason = "a check has a `main` of its own")]
mod solution;
use gradlings::prelude::*;
use gradlings::values::Wire;
use solution::{batches, cut, pick};

/// The numbers of the examples in each batch.
type Batches = Vec<Vec<usize>>;
type Examples = (Vec<Vec<f32>>, Vec<usize>, Vec<usize>);

/// With fewer examples an order may look unshuffled, or like another one, by chance.
const TELLING: usize = 12;

/// The numbers below `n` in random order, to be cut into batches of `size`.
fn order(n: usize, size: usize) -> impl Fn(&mut Generator) -> (Vec<usize>, usize) {
    move |g| (g.permutation(n), size)
}

fn training(
    count: usize,
    size: usize,
    epochs: usize,
) -> impl Fn(&mut Generator) -> (usize, usize, usize, u64) {
    move |g| (count, size, epochs, g.seed())
}

/// `n` examples, of which `k` are in the batch.
fn examples(n: usize, k: usize) -> impl Fn(&mut Generator) -> Examples {
    move |g| {
        let labels = (0..n).map(|_| g.integer(0..4)).collect();
        let mut batch = g.permutation(n);
        batch.truncate(k);
        (g.rows(n, 2), labels, batch)
    }
}

/// `order` cut, and the last batch, where it is too short, filled up with what `more` makes of the order.
fn filled(order: Vec<usize>, size: usize, more: fn(&[usize]) -> Vec<usize>) -> Batches {
    let more = more(&order);
    let mut batches = cut(order, size);
    if let Some(last) = batches.last_mut() {
        last.extend(more.into_iter().cycle().take(size - last.len()));
    }
    batches
}

/// The batches of all epochs: `shuffle` gets the order of the epoch before, and which epoch it is.
fn shuffled(
    (count, size, epochs, seed): (usize, usize, usize, u64),
    shuffle: fn(&mut Vec<usize>, usize, &mut StdRng),
) -> Batches {
    let (mut order, mut random) = (Vec::from_iter(0..count), random(seed));
    let epoch = |epoch| {
        shuffle(&mut order, epoch, &mut random);
        cut(order.clone(), size)
    };
    (0..epochs).flat_map(epoch).collect()
}

/// What is wrong with the batches of all epochs.
fn objection(inputs: &[Value], answer: &[Value]) -> Option<String> {
    let [count, size, epochs] = [0, 1, 2].map(|at| read(&inputs[at]));
    let Ok(batches) = Batches::from_value(answer[0].clone()) else {
        return Some("Your answer is not a list of batches.".into());
    };
    let in_epoch = count.div_ceil(size);
    wrong_number(&batches, count, size, epochs)
        .or_else(|| wrong_size(&batches, count, size, in_epoch))
        .or_else(|| wrong_examples(&batches, count, in_epoch))
        .or_else(|| wrong_order(&batches, count, size, in_epoch))
}

fn read(input: &Value) -> usize {
    usize::from_value(input.clone()).expect("a whole number")
}

/// How many batches there are.
fn wrong_number(batches: &Batches, count: usize, size: usize, epochs: usize) -> Option<String> {
    let (in_epoch, used) = (count.div_ceil(size), batches.concat().len());
    if batches.len() == in_epoch * epochs {
        return None;
    }
    let full = batches.iter().filter(|batch| batch.len() == size).count();
    Some(if batches.iter().any(Vec::is_empty) {
        "One of your batches is empty; where nothing is left over, there is no smaller batch."
            .into()
    } else if batches.len() == in_epoch && used == count {
        format!("You made the batches of one epoch, and {epochs} were asked for.")
    } else if batches.len() == count / size * epochs && full == batches.len() {
        "You left out the examples that do not fill a batch; they make a smaller one.".into()
    } else if *batches == cut(batches.concat(), size) && used == count * epochs {
        "You cut all epochs in one go, so a batch may hold the end of one epoch and the \
         beginning of the next; cut each epoch by itself."
            .into()
    } else {
        format!(
            "The number of your batches is {}. With `count` = {count}, `size` = {size} and \
             `epochs` = {epochs} it should be {}, {in_epoch} in each epoch.",
            batches.len(),
            in_epoch * epochs
        )
    })
}

/// Which batch is too large or too small.
fn wrong_size(batches: &Batches, count: usize, size: usize, in_epoch: usize) -> Option<String> {
    let right = |at: usize| size.min(count - at % in_epoch * size);
    let (at, batch) = batches
        .iter()
        .enumerate()
        .find(|(at, batch)| batch.len() != right(*at))?;
    let (number, epoch) = (at % in_epoch + 1, at / in_epoch + 1);
    let first = at - at % in_epoch;
    let mut sizes = Vec::from_iter(batches[first..first + in_epoch].iter().map(Vec::len));
    sizes.sort_unstable_by(|one, other| other.cmp(one));
    let all_are_there = (0..in_epoch).all(|at| sizes[at] == right(at));
    let (yours, right) = (batch.len(), right(at));
    Some(if all_are_there {
        format!(
            "The smaller batch of epoch {epoch} is not its last one; shuffle the examples, not the \
             batches, and cut them afterwards."
        )
    } else if number == in_epoch && yours == size {
        format!(
            "The last batch of epoch {epoch} is filled up to the size {size}; what is left over \
             makes a smaller one, of size {right}."
        )
    } else {
        format!("The size of batch {number} in epoch {epoch} is {yours}; it should be {right}.")
    })
}

/// Which example is twice in an epoch, or none at all.
fn wrong_examples(batches: &Batches, count: usize, in_epoch: usize) -> Option<String> {
    let all = batches.concat();
    if let Some(stranger) = all.iter().find(|&&example| example >= count) {
        let last = count - 1;
        let from_one = (1..=count).all(|number| all.contains(&number)) && !all.contains(&0);
        return Some(if from_one {
            format!("You counted the examples from 1; their numbers go from 0 to {last}.")
        } else {
            format!("There is no example {stranger}; the numbers go from 0 to {last}.")
        });
    }
    for (epoch, batches) in batches.chunks(in_epoch.max(1)).enumerate() {
        let used = batches.concat();
        let times = |example: usize| used.iter().filter(|&&other| other == example).count();
        if let Some(missing) = (0..count).find(|&example| times(example) == 0) {
            return Some(format!(
                "Example {missing} is in no batch of epoch {}, and another one is there more \
                 than once; an epoch has each of them once.",
                epoch + 1
            ));
        }
    }
    None
}

/// In what way the orders of the epochs are no shuffles of their own.
fn wrong_order(batches: &Batches, count: usize, size: usize, in_epoch: usize) -> Option<String> {
    if count < TELLING || in_epoch < 2 {
        return None;
    }
    let orders = Vec::from_iter(batches.chunks(in_epoch).map(<[Vec<usize>]>::concat));
    let given = Vec::from_iter(0..count);
    // Which examples are together, whatever the order of the batches and in them.
    let together = |order: &Vec<usize>| {
        let mut sets = cut(order.clone(), size);
        sets.iter_mut().for_each(|set| set.sort());
        sets.sort();
        sets
    };
    let first = orders.first()?;
    let other_epochs =
        |alike: &dyn Fn(&Vec<usize>) -> bool| orders.len() > 1 && orders[1..].iter().all(alike);
    if orders.iter().all(|order| *order == given) {
        return Some(if orders.len() == 1 {
            "Your epoch has the examples in the order of the data; shuffle them before you cut."
                .into()
        } else {
            "You left the examples in their order; shuffle them before you cut.".into()
        });
    }
    let turned = |order: &[usize], by: usize| [&order[by..], &order[..by]].concat();
    let goes_round =
        |order: &[usize], whole: &[usize]| (0..count).any(|by| turned(whole, by) == *order);
    // One of them may begin where the data do, by chance.
    if orders.iter().all(|order| goes_round(order, &given)) {
        return Some(
            "Your order is that of the data and only begins elsewhere; shuffle the examples before \
             you cut."
                .into(),
        );
    }
    if *first == given {
        return Some(
            "Your first epoch has the examples as they stand; shuffle before each epoch, not after."
                .into(),
        );
    }
    if size > 1
        && orders
            .iter()
            .all(|order| together(order) == together(&given))
    {
        return Some(
            "Your batches hold neighbours, because you cut before you shuffled; shuffle the \
             examples, then cut."
                .into(),
        );
    }
    // Of two epochs, nothing tells whether a third one would have that order too.
    if orders.len() > 2 && other_epochs(&|order| order == first) {
        return Some(
            "Every epoch has the same order; shuffle again before each of them, and go on with \
             the same generator."
                .into(),
        );
    }
    if let Some(same) = orders.windows(2).position(|pair| pair[0] == pair[1]) {
        return Some(format!(
            "Epoch {} has the same order as epoch {}; shuffle again before each epoch, and go on \
             with the same generator.",
            same + 2,
            same + 1
        ));
    }
    if size > 1 && other_epochs(&|order| together(order) == together(first)) {
        return Some(
            "The same examples are together in every epoch; shuffle the examples, not the batches."
                .into(),
        );
    }
    if other_epochs(&|order| goes_round(order, first)) {
        return Some(
            "Every epoch goes round in the same order and only begins elsewhere; shuffle again \
             before each of them."
                .into(),
        );
    }
    // The place that each number of an epoch had in the epoch before.
    let moves = |pair: &[Vec<usize>]| {
        let place = |number| pair[0].iter().position(|other| other == number);
        Vec::from_iter(pair[1].iter().map(place))
    };
    let moved = Vec::from_iter(orders.windows(2).map(moves));
    let alike = !moved.is_empty() && moved.iter().all(|moves| *moves == moved[0]);
    // A generator that is made again does to every order what it did to that of the data.
    if alike && moved[0].iter().flatten().eq(first) {
        return Some(
            "Each epoch repeats the moves of the first, as happens where the generator is made \
             again each time; make it once, before the first epoch."
                .into(),
        );
    }
    (alike && moved.len() > 1).then(|| {
        "Each epoch makes the same moves on the order before it; shuffle again before each of them."
            .into()
    })
}

fn main() {
    Reference::of("cut", function(cut))
        .inputs(["order", "size"])
        .parts([("batches", exact())])
        .case("one example", order(1, 1))
        .case("batches of one", order(4, 1))
        .case("the example of the lesson", |_| {
            (vec![4, 0, 6, 2, 5, 1, 3], 3)
        })
        .case("no examples", order(0, 3))
        .case("all examples in one batch", order(5, 5))
        .case("a batch that is larger than all examples", order(5, 8))
        .case("batches that come out even", order(6, 3))
        .cases(12, |g, i| order(7 + 3 * i, 2 + i % 4)(g))
        .wrong(
            "last batch lost",
            "You left out the numbers that do not fill a batch; they make a smaller one.",
            |mut order, size| {
                order.truncate(order.len() / size * size);
                cut(order, size)
            },
        )
        .wrong(
            "last batch missing",
            "Your last batch is missing, even where it would be full; a batch begins at each \
             multiple of `size` below the length of `order`.",
            |order, size| {
                let mut batches = cut(order, size);
                batches.pop();
                batches
            },
        )
        .wrong(
            "filled up with the first",
            "You filled up the last batch with numbers from the beginning, so their examples \
             come twice; leave it smaller.",
            |order, size| filled(order, size, <[usize]>::to_vec),
        )
        .wrong(
            "filled up with the last",
            "You filled up the last batch by repeating its last number, so that example comes \
             twice; leave it smaller.",
            |order, size| filled(order, size, |order| Vec::from_iter(order.last().copied())),
        )
        .wrong(
            "filled up with zeros",
            "You filled up the last batch with 0, which is the number of an example too; leave \
             it smaller.",
            |order, size| filled(order, size, |_| vec![0]),
        )
        .wrong(
            "joined to the last",
            "You added what is left over to the batch before it; it makes a smaller batch of its \
             own.",
            |order, size| {
                let mut batches = cut(order, size);
                if let [.., before, last] = &mut batches[..]
                    && last.len() < size
                {
                    before.append(last);
                    batches.pop();
                }
                batches
            },
        )
        .wrong(
            "empty batch",
            "You added an empty batch where nothing is left over; a smaller batch comes only if \
             there is something for it.",
            |order, size| {
                let even = order.len() % size == 0;
                let mut batches = cut(order, size);
                batches.extend(even.then(Vec::new));
                batches
            },
        )
        .wrong(
            "smaller one first",
            "Your smaller batch comes first; it is what is left over at the end.",
            |order, size| {
                let (first, rest) = order.split_at(order.len() % size);
                let mut batches = cut(first.to_vec(), size);
                batches.extend(cut(rest.to_vec(), size));
                batches
            },
        )
        .wrong(
            "number of batches",
            "You took `size` for the number of batches; it is how many examples a batch has.",
            |order, size| {
                let of_each = order.len().div_ceil(size).max(1);
                cut(order, of_each)
            },
        )
        .wrong(
            "dealt out",
            "You dealt the numbers out to the batches in turn; a batch takes those that stand \
             next to each other.",
            |order, size| {
                let batches = order.len().div_ceil(size);
                let dealt = |first| order.iter().skip(first).step_by(batches).copied();
                (0..batches).map(|first| dealt(first).collect()).collect()
            },
        )
        .wrong(
            "overlapping",
            "Your batches overlap, because each begins one number after the one before; it \
             begins `size` numbers after, as `chunks` has it.",
            |order, size| order.windows(size).map(<[usize]>::to_vec).collect(),
        )
        .and("batches", function(batches))
        .inputs(["count", "size", "epochs", "seed"])
        .group("in several epochs")
        .parts([("batches", property())])
        .inspect(objection)
        .case("no epochs", training(4, 2, 0))
        .case("no examples", training(0, 2, 3))
        .case("one example", training(1, 1, 2))
        .case("all examples in a batch", training(4, 4, 2))
        .case(
            "a batch that is larger than all examples",
            training(5, 8, 3),
        )
        .case("one epoch", training(12, 5, 1))
        .case("batches of one", training(12, 1, 2))
        .case("batches that come out even", training(15, 5, 3))
        .case("a last batch of one", training(13, 3, 3))
        .cases(4, |g, i| training(19 + 4 * i, 3 + i, 3 + i % 2)(g))
        .wrong(
            "last batch lost",
            "You left out the examples that do not fill a batch; they make a smaller one.",
            |count, size, epochs, seed| {
                let mut all = batches(count, size, epochs, seed);
                all.retain(|batch| batch.len() == size);
                all
            },
        )
        .wrong(
            "filled up",
            "You filled up the last batch of each epoch; it has only what is left.",
            |count, size, epochs, seed| {
                let epoch = |order: &[Vec<usize>]| filled(order.concat(), size, <[usize]>::to_vec);
                let all = batches(count, size, epochs, seed);
                all.chunks(count.div_ceil(size).max(1))
                    .flat_map(epoch)
                    .collect()
            },
        )
        .wrong(
            "cut in one go",
            "You cut all epochs in one go, so a batch may hold the end of one epoch and the \
             beginning of the next; cut each epoch by itself.",
            |count, size, epochs, seed| cut(batches(count, size, epochs, seed).concat(), size),
        )
        .wrong(
            "one epoch",
            "You made the batches of one epoch only; shuffle and cut once for each of `epochs`.",
            |count, size, epochs, seed| batches(count, size, epochs.min(1), seed),
        )
        .wrong(
            "drawn again",
            "You drew every batch from all examples, so an epoch has some twice and some never; \
             shuffle them, and use each once.",
            |count, size, epochs, seed| {
                shuffled((count, size, epochs, seed), |order, _, random| {
                    let count = order.len();
                    order.fill_with(|| random.gen_range(0..count));
                })
            },
        )
        .wrong(
            "counted from 1",
            "You counted the examples from 1; their numbers go from 0 to `count` - 1.",
            |count, size, epochs, seed| {
                let mut all = batches(count, size, epochs, seed);
                all.iter_mut().flatten().for_each(|example| *example += 1);
                all
            },
        )
        .wrong(
            "not shuffled",
            "You left the examples in their order; shuffle them before you cut.",
            |count, size, epochs, seed| shuffled((count, size, epochs, seed), |_, _, _| {}),
        )
        .wrong(
            "shuffled afterwards",
            "Your first epoch has the examples as they stand; shuffle before each epoch, not \
             after.",
            |count, size, epochs, seed| {
                shuffled((count, size, epochs, seed), |order, epoch, random| {
                    if epoch > 0 {
                        order.shuffle(random);
                    }
                })
            },
        )
        .wrong(
            "cut before the shuffle",
            "Your batches hold neighbours, because you cut before you shuffled; shuffle the \
             examples, then cut.",
            |count, size, epochs, seed| {
                let (mut random, mut all) = (random(seed), vec![]);
                let mut epoch = cut((0..count).collect(), size);
                for _ in 0..epochs {
                    epoch
                        .iter_mut()
                        .for_each(|batch| batch.shuffle(&mut random));
                    all.extend(epoch.clone());
                }
                all
            },
        )
        .wrong(
            "same order",
            "Every epoch has the same order; shuffle again before each of them, and go on with \
             the same generator.",
            |count, size, epochs, seed| {
                shuffled((count, size, epochs, seed), |order, epoch, random| {
                    if epoch == 0 {
                        order.shuffle(random);
                    }
                })
            },
        )
        .wrong(
            "batches shuffled",
            "The same examples are together in every epoch; shuffle the examples, not the batches.",
            |count, size, epochs, seed| {
                let mut random = random(seed);
                let mut order = Vec::from_iter(0..count);
                order.shuffle(&mut random);
                let (mut epoch, mut all) = (cut(order, size), vec![]);
                let full = count / size;
                for _ in 0..epochs {
                    epoch[..full].shuffle(&mut random);
                    all.extend(epoch.clone());
                }
                all
            },
        )
        .wrong(
            "turned",
            "Every epoch goes round in the same order and only begins elsewhere; shuffle again \
             before each of them.",
            |count, size, epochs, seed| {
                shuffled(
                    (count, size, epochs, seed),
                    |order, epoch, random| match epoch {
                        0 => order.shuffle(random),
                        _ => {
                            let by = order.len().min(1);
                            order.rotate_left(by);
                        }
                    },
                )
            },
        )
        .wrong(
            "reversed",
            "Each epoch makes the same moves on the order before it; shuffle again before each \
             of them.",
            |count, size, epochs, seed| {
                shuffled(
                    (count, size, epochs, seed),
                    |order, epoch, random| match epoch {
                        0 => order.shuffle(random),
                        _ => order.reverse(),
                    },
                )
            },
        )
        .wrong(
            "generator made again",
            "Each epoch repeats the moves of the first, as happens where the generator is made \
             again each time; make it once, before the first epoch.",
            |count, size, epochs, seed| {
                let (mut order, mut all) = (Vec::from_iter(0..count), vec![]);
                for _ in 0..epochs {
                    order.shuffle(&mut random(seed));
                    all.extend(cut(order.clone(), size));
                }
                all
            },
        )
        .group("with seeds")
        .repeatable("seed", "batches")
        .parts([("batches", free())])
        .cases(3, |g, i| training(30 + i, 4 + i, 2)(g))
        .wrong(
            "seed ignored",
            "Your batches hold the same examples whatever `seed` is; shuffle all examples with \
             `random(seed)` before you cut.",
            |count, size, epochs, _| batches(count, size, epochs, 0),
        )
        .wrong(
            "another seed",
            "Your batches come out differently when they are made again; all random numbers have \
             to come from `random(seed)`.",
            |count, size, epochs, _| {
                use std::cell::Cell;
                thread_local!(static CALLS: Cell<u64> = const { Cell::new(0) });
                batches(count, size, epochs, CALLS.replace(CALLS.get() + 1))
            },
        )
        // With sixty seeds, each of three examples comes to each place.
        .group("with many seeds")
        .drawn("seed", "batches")
        .parts([("batches", free())])
        .cases(3, |g, _| training(3, 1, 1)(g))
        .wrong(
            "always the same",
            "Every example came to the same place with every seed; shuffle all examples with \
             `random(seed)` before you cut.",
            |count, size, epochs, _| batches(count, size, epochs, 0),
        )
        .wrong(
            "nothing stays",
            "Your shuffle moves every example away from its place. In a fair shuffle an example \
             may also stay where it was; `.shuffle(&mut generator)` is fair.",
            |count, size, epochs, seed| {
                shuffled((count, size, epochs, seed), |order, _, random| {
                    (1..order.len())
                        .rev()
                        .for_each(|i| order.swap(i, random.gen_range(0..i)));
                })
            },
        )
        .and("pick", function(pick))
        .inputs(["rows", "labels", "batch"])
        .parts([("rows", exact()), ("labels", exact())])
        .case("one example", examples(1, 1))
        .case("one of many examples", examples(9, 1))
        .case("all examples, in another order", |g| {
            let (rows, labels, _) = examples(6, 0)(g);
            (rows, labels, vec![3, 0, 5, 4, 1, 2])
        })
        .case("the labels of the lesson", |g| {
            (g.rows(7, 2), vec![0, 0, 1, 1, 2, 2, 2], vec![4, 0, 6])
        })
        .cases(10, |g, i| examples(8 + 2 * i, 3 + i % 4)(g))
        .wrong(
            "first rows",
            "You took the first examples; a batch says by their numbers which ones it has.",
            |rows, labels, batch| pick(rows, labels, (0..batch.len()).collect()),
        )
        .wrong(
            "labels left behind",
            "You took the first labels; a label has to come with its row, so look it up by the \
             same number.",
            |rows, labels, batch| {
                let first = labels[..batch.len()].to_vec();
                (pick(rows, labels, batch).0, first)
            },
        )
        .wrong(
            "rows left behind",
            "You took the first rows; a row has to come with its label, so look it up by the \
             same number.",
            |rows, labels, batch| {
                let first = rows[..batch.len()].to_vec();
                (first, pick(rows, labels, batch).1)
            },
        )
        .wrong(
            "numbers for labels",
            "You returned the numbers of the examples as labels; look up the label that stands \
             at each number.",
            |rows, labels, batch| (pick(rows, labels, batch.clone()).0, batch),
        )
        .wrong(
            "in the order of the data",
            "You picked the right examples in the order in which the data have them; keep the \
             order of the batch.",
            |rows, labels, mut batch| {
                batch.sort();
                pick(rows, labels, batch)
            },
        )
        .wrong(
            "the others",
            "You picked the examples that are not in the batch; take those that are.",
            |rows, labels, batch| {
                let mut others = Vec::from_iter(0..rows.len());
                others.retain(|number| !batch.contains(number));
                pick(rows, labels, others)
            },
        )
        .run()
}
