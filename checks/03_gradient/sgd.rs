//! How `epoch` and `sgd` are checked. `epoch` is exact. Any fair order is right for `sgd`: each step is told by the points
//! that explain it, and these have to be a new order of all points in every epoch.

#[path = "../../solutions/03_gradient/sgd.rs"]
#[expect(dead_code, reason = "a check has a `main` of its own")]
mod solution;
use gradlings::prelude::*;
use gradlings::values::Wire;
use solution::{epoch, sgd};

const POINT_BY_POINT: &str = "Your line moves after every point of a batch; find both means over the whole batch, then \
                              move the line once.";

const SHUFFLED_AFTERWARDS: &str =
    "Your first epoch takes the points as they stand; shuffle before each epoch, not after.";

/// Rows of two numbers: `[x, y]`, or `[slope, bias]`.
type Rows = Vec<Vec<f32>>;
type OfEpoch = (Rows, usize, f32, f32, f32);
type OfTraining = (Rows, usize, f32, usize, u64);

/// `n` points about a line, their x spread from -1.5 to 2, in no order.
fn points(g: &mut Generator, n: usize) -> Rows {
    let (slope, bias) = (g.number(1.0..3.0), g.number(-2.0..-1.0));
    let mut point = |at: usize| {
        let x = -1.5 + 3.5 * ((7 * at) % n) as f32 / n as f32 + g.number(0.0..0.2);
        vec![x, slope * x + bias + g.number(-1.0..1.0)]
    };
    (0..n).map(&mut point).collect()
}

fn one_epoch(n: usize, batch: usize) -> impl Fn(&mut Generator) -> OfEpoch {
    move |g| {
        let (rate, slope, bias) = (g.number(0.05..0.2), g.number(-1.0..0.5), g.number(0.5..1.0));
        (points(g, n), batch, rate, slope, bias)
    }
}

fn training(n: usize, batch: usize, epochs: usize) -> impl Fn(&mut Generator) -> OfTraining {
    move |g| (points(g, n), batch, 0.1, epochs, g.seed())
}

/// What is done differently in the loop over the batches.
#[derive(Clone, Copy)]
struct Slips {
    /// What the sums over a batch are divided by, out of its points, `batch` and all points.
    divisor: fn(usize, usize, usize) -> usize,
    /// What the error is multiplied by in the gradient of the slope, and how much the bias counts in the error.
    weight: fn(f32) -> f32,
    offset: f32,
    /// Whether the gradient of the bias is taken after the slope has moved.
    slope_first: bool,
    /// Whether the gradients are taken at the line before the epoch.
    stale: bool,
    /// How much of the sums is kept for the next batch.
    kept: f32,
    /// Whether slope and bias move.
    moves: (bool, bool),
}

const RIGHT: Slips = Slips {
    divisor: |points, _, _| points,
    weight: |x| x,
    offset: 1.0,
    slope_first: false,
    stale: false,
    kept: 0.0,
    moves: (true, true),
};

fn slipped(slips: Slips, points: Rows, batch: usize, rate: f32, slope: f32, bias: f32) -> Rows {
    let (mut line, mut of_slope, mut of_bias) = ((slope, bias), 0.0, 0.0);
    let step = |some: &[Vec<f32>]| {
        let sum = |at: (f32, f32), weight: fn(f32) -> f32| {
            let error = |point: &Vec<f32>| at.0 * point[0] + slips.offset * at.1 - point[1];
            let parts = some.iter().map(|point| error(point) * weight(point[0]));
            parts.sum::<f32>()
        };
        let pace = 2.0 * rate / (slips.divisor)(some.len(), batch, points.len()) as f32;
        let mut at = if slips.stale { (slope, bias) } else { line };
        of_slope = slips.kept * of_slope + sum(at, slips.weight);
        if slips.slope_first {
            at.0 -= pace * of_slope;
        }
        of_bias = slips.kept * of_bias + sum(at, |_| 1.0);
        line.0 -= pace * of_slope * f32::from(slips.moves.0);
        line.1 -= pace * of_bias * f32::from(slips.moves.1);
        vec![line.0, line.1]
    };
    points.chunks(batch).map(step).collect()
}

/// Within a batch, a step for each point, at a rate that may depend on how many points it has.
fn point_by_point(
    points: &Rows,
    batch: usize,
    (mut slope, mut bias): (f32, f32),
    rate: impl Fn(usize) -> f32,
) -> Rows {
    let step = |some: &[Vec<f32>]| {
        for line in epoch(some.to_vec(), 1, rate(some.len()), slope, bias) {
            (slope, bias) = (line[0], line[1]);
        }
        vec![slope, bias]
    };
    points.chunks(batch).map(step).collect()
}

/// Every step on all points.
fn whole(points: Rows, batch: usize, rate: f32, slope: f32, bias: f32) -> Rows {
    let (all, steps) = (points.len().max(1), points.len().div_ceil(batch));
    let again = Vec::from_iter(std::iter::repeat_n(points, steps).flatten());
    epoch(again, all, rate, slope, bias)
}

/// The loop over the epochs: `order` shuffles, `walk` takes the steps, and `go_on` says whether from the last line.
fn trained(
    (mut points, batch, rate, epochs, seed): OfTraining,
    order: fn(&mut Rows, usize, &mut StdRng),
    walk: fn(Rows, usize, f32, f32, f32) -> Rows,
    go_on: bool,
) -> Rows {
    let mut random = random(seed);
    let (mut slope, mut bias, mut path) = (0.0, 0.0, vec![]);
    for epoch in 0..epochs {
        order(&mut points, epoch, &mut random);
        path.extend(walk(points.clone(), batch, rate, slope, bias));
        if let Some(line) = path.last().filter(|_| go_on) {
            (slope, bias) = (line[0], line[1]);
        }
    }
    path
}

fn shuffle(points: &mut Rows, _: usize, random: &mut StdRng) {
    points.shuffle(random);
}

/// The sets of `size` of these places.
fn choices(places: &[usize], size: usize) -> Vec<Vec<usize>> {
    match (size, places) {
        (0, _) => vec![vec![]],
        (_, []) => vec![],
        (_, [first, rest @ ..]) => {
            let with = choices(rest, size - 1).into_iter();
            let with = with.map(|chosen| [&[*first], &chosen[..]].concat());
            with.chain(choices(rest, size)).collect()
        }
    }
}

/// The set of `size` of these places whose points lead from one line to the next.
fn explained(
    points: &Rows,
    rate: f32,
    places: &[usize],
    size: usize,
    from: &[f32],
    to: &[f32],
) -> Option<Vec<usize>> {
    let off = |chosen: &Vec<usize>| {
        let batch = Vec::from_iter(chosen.iter().map(|&place| points[place].clone()));
        let line = epoch(batch, size, rate, from[0], from[1]).concat();
        (line[0] - to[0]).abs().max((line[1] - to[1]).abs())
    };
    let sets = choices(places, size).into_iter();
    let best = sets.min_by(|a, b| off(a).total_cmp(&off(b)))?;
    (off(&best) < 2e-5).then_some(best)
}

/// The places that each step of an epoch used.
type Order = Vec<Vec<usize>>;

fn turned(order: &Order, by: usize) -> Order {
    [&order[by..], &order[..by]].concat()
}

/// What is wrong with a path of `sgd`.
fn objection(inputs: &[Value], answer: &[Value]) -> Option<String> {
    let (points, batch, rate, epochs): (Rows, usize, f32, usize) = (
        read(&inputs[0]),
        read(&inputs[1]),
        read(&inputs[2]),
        read(&inputs[3]),
    );
    let Ok(path) = Rows::from_value(answer[0].clone()) else {
        return Some("Your path is not made of rows.".into());
    };
    if path.iter().any(|line| line.len() != 2) {
        return Some("A row of your path is not a slope and a bias.".into());
    }
    let count = points.len();
    let steps = count.div_ceil(batch);
    if path.len() != steps * epochs {
        return Some(format!(
            "Your path has {} lines. {count} points in batches of {batch} make {steps} steps, the \
             last on what is left over, and with {epochs} epochs there are {}.",
            path.len(),
            steps * epochs
        ));
    }
    let all = Vec::from_iter(0..count);
    let mut from = vec![0.0, 0.0];
    let mut orders = vec![];
    for epoch in 0..epochs {
        let (mut left, mut order) = (all.clone(), vec![]);
        for step in 0..steps {
            let to = &path[epoch * steps + step];
            let size = batch.min(left.len());
            let place = format!("step {} of epoch {}", step + 1, epoch + 1);
            let Some(used) = explained(&points, rate, &left, size, &from, to) else {
                let zero = explained(&points, rate, &left, size, &[0.0, 0.0], to).is_some();
                let again = explained(&points, rate, &all, size, &from, to).is_some();
                let whole = explained(&points, rate, &all, count, &from, to).is_some();
                return Some(if step == 0 && zero {
                    format!(
                        "You began {place} at slope 0 and bias 0 again; go on from the last line."
                    )
                } else if whole {
                    format!("In {place} you used all points; a step looks at its batch alone.")
                } else if again {
                    format!(
                        "In {place} you used a point that this epoch had used before; an epoch \
                         uses every point once."
                    )
                } else {
                    format!(
                        "In {place} no {size} of the points that are left lead from the line \
                         {from:?} to {to:?}; look at `epoch`, at what `sgd` hands to it, \
                         and whether a point keeps its x and its y."
                    )
                });
            };
            left.retain(|place| !used.contains(place));
            order.push(used);
            from = to.clone();
        }
        orders.push(order);
    }
    let alike = |like: fn(&Order, &Order) -> bool| {
        steps > 1 && epochs > 1 && orders.iter().all(|order| like(order, &orders[0]))
    };
    let given = Vec::from_iter(all.chunks(batch).map(<[usize]>::to_vec));
    if steps > 1 && orders.iter().all(|order| *order == given) {
        return Some("You used the points as they stand; shuffle them first.".into());
    }
    if steps > 1 && orders.first() == Some(&given) {
        return Some(SHUFFLED_AFTERWARDS.into());
    }
    if alike(|order, first| order == first) {
        return Some(
            "Every epoch has the same order; shuffle again in each, and go on with the same \
             generator."
                .into(),
        );
    }
    if batch > 1 && alike(|order, first| order.iter().all(|batch| first.contains(batch))) {
        return Some(
            "The same points are in a batch together in every epoch; shuffle the points, not the \
             batches."
                .into(),
        );
    }
    if alike(|order, first| (0..order.len()).any(|by| turned(order, by) == *first)) {
        return Some(
            "Every epoch goes round in the same order and only begins elsewhere; shuffle again in \
             each."
                .into(),
        );
    }
    None
}

fn read<T: Wire>(input: &Value) -> T {
    T::from_value(input.clone()).expect("an input of this type")
}

fn main() {
    Reference::of("epoch", function(epoch))
        .inputs(["points", "batch", "rate", "slope", "bias"])
        .parts([("path", within(1e-5, 1e-5))])
        .case("one point", one_epoch(1, 1))
        .case("batches of one", one_epoch(4, 1))
        .case("the example of the lesson", |_| {
            let points = [[1.0, 2.0], [-1.0, 0.0], [2.0, 1.0]];
            (points.map(Vec::from).to_vec(), 2, 0.1, 0.0, 0.0)
        })
        .case("no points", |_| (vec![], 3, 0.1, 1.0, -0.5))
        .case("a batch that is larger than all points", one_epoch(5, 8))
        .case("all points in one batch", one_epoch(6, 6))
        .case("batches that come out even", one_epoch(6, 3))
        .case("a point that is on the line already", |_| {
            (vec![vec![2.0, 1.0], vec![1.0, 1.0]], 1, 0.1, 1.0, -1.0)
        })
        .cases(12, |g, i| one_epoch(5 + 3 * i, 2 + i % 4)(g))
        .wrong(
            "all points",
            "You used all points in every step; a step looks at the points of its batch alone.",
            whole,
        )
        .wrong(
            "all points once",
            "You took one step on all points; an epoch takes one for every batch.",
            |points, _, rate, slope, bias| {
                let all = points.len().max(1);
                epoch(points, all, rate, slope, bias)
            },
        )
        .wrong(
            "point by point",
            "You took a step for every point; a step takes the mean over a whole batch.",
            |points, _, rate, slope, bias| epoch(points, 1, rate, slope, bias),
        )
        .wrong(
            "summed",
            "You added up the gradients of a batch; take their mean, so that a step does not grow \
             with the batch.",
            |points, batch, rate, slope, bias| {
                slipped(
                    Slips {
                        divisor: |_, _, _| 1,
                        ..RIGHT
                    },
                    points,
                    batch,
                    rate,
                    slope,
                    bias,
                )
            },
        )
        .wrong(
            "divided by the batch size",
            "You divided the sums of the last batch by `batch`, but it may have fewer points; \
             divide by the number that it has.",
            |points, batch, rate, slope, bias| {
                let slips = Slips {
                    divisor: |_, batch, _| batch,
                    ..RIGHT
                };
                slipped(slips, points, batch, rate, slope, bias)
            },
        )
        .wrong(
            "divided by all",
            "You divided the sums by the number of all points; the mean is over the points of the \
             batch.",
            |points, batch, rate, slope, bias| {
                let slips = Slips {
                    divisor: |_, _, all| all,
                    ..RIGHT
                };
                slipped(slips, points, batch, rate, slope, bias)
            },
        )
        .wrong(
            "last batch lost",
            "You left out the points that do not fill a batch; they make a smaller one.",
            |mut points, batch, rate, slope, bias| {
                points.truncate(points.len() / batch * batch);
                epoch(points, batch, rate, slope, bias)
            },
        )
        .wrong(
            "stale",
            "You took all gradients at the line before the epoch; each batch starts from the line \
             that the batch before it left.",
            |points, batch, rate, slope, bias| {
                slipped(
                    Slips {
                        stale: true,
                        ..RIGHT
                    },
                    points,
                    batch,
                    rate,
                    slope,
                    bias,
                )
            },
        )
        .wrong(
            "slope first",
            "You moved the slope before you took the gradient of the bias; take both gradients at \
             the same line, then move.",
            |points, batch, rate, slope, bias| {
                slipped(
                    Slips {
                        slope_first: true,
                        ..RIGHT
                    },
                    points,
                    batch,
                    rate,
                    slope,
                    bias,
                )
            },
        )
        .wrong(
            "accumulated",
            "You added the gradients of a batch to those of the batches before; start the sums \
             from 0 for every batch.",
            |points, batch, rate, slope, bias| {
                slipped(
                    Slips { kept: 1.0, ..RIGHT },
                    points,
                    batch,
                    rate,
                    slope,
                    bias,
                )
            },
        )
        .wrong(
            "x left out",
            "You left out the `x` in the gradient of the slope; there, each error is multiplied by \
             the `x` of its point.",
            |points, batch, rate, slope, bias| {
                slipped(
                    Slips {
                        weight: |_| 1.0,
                        ..RIGHT
                    },
                    points,
                    batch,
                    rate,
                    slope,
                    bias,
                )
            },
        )
        .wrong(
            "bias left out",
            "You left the bias out of the error; the error is `slope * x + bias - y`.",
            |points, batch, rate, slope, bias| {
                slipped(
                    Slips {
                        offset: 0.0,
                        ..RIGHT
                    },
                    points,
                    batch,
                    rate,
                    slope,
                    bias,
                )
            },
        )
        .wrong(
            "halved",
            "You left out the factor 2; the slope of a square is twice the error.",
            |points, batch, rate, slope, bias| epoch(points, batch, rate / 2.0, slope, bias),
        )
        .wrong(
            "ascent",
            "Your steps go uphill; the error is the line minus the point, and the gradients are subtracted.",
            |points, batch, rate, slope, bias| epoch(points, batch, -rate, slope, bias),
        )
        .wrong(
            "slope stays",
            "Your slope never moves; it takes a step too.",
            |points, batch, rate, slope, bias| {
                slipped(
                    Slips {
                        moves: (false, true),
                        ..RIGHT
                    },
                    points,
                    batch,
                    rate,
                    slope,
                    bias,
                )
            },
        )
        .wrong(
            "bias stays",
            "Your bias never moves; it takes a step too.",
            |points, batch, rate, slope, bias| {
                slipped(
                    Slips {
                        moves: (true, false),
                        ..RIGHT
                    },
                    points,
                    batch,
                    rate,
                    slope,
                    bias,
                )
            },
        )
        .wrong(
            "from zero",
            "You began at slope 0 and bias 0; an epoch begins at the line that it is given.",
            |points, batch, rate, _, _| epoch(points, batch, rate, 0.0, 0.0),
        )
        .wrong(
            "before the step",
            "You kept the line from before each step; keep it after it has moved.",
            |points, batch, rate, slope, bias| {
                let mut path = epoch(points, batch, rate, slope, bias);
                path.insert(0, vec![slope, bias]);
                path.pop();
                path
            },
        )
        .wrong(
            "point by point in a batch",
            POINT_BY_POINT,
            |points, batch, rate, slope, bias| {
                point_by_point(&points, batch, (slope, bias), |size| rate / size as f32)
            },
        )
        .wrong(
            "point by point at the full rate",
            POINT_BY_POINT,
            |points, batch, rate, slope, bias| {
                point_by_point(&points, batch, (slope, bias), |_| rate)
            },
        )
        .wrong(
            "gradient of the slope for both",
            "Your bias moves as far as the slope; it has a gradient of its own, the mean of \
             `2 * error`.",
            |points, batch, rate, mut slope, mut bias| {
                let step = |some: &[Vec<f32>]| {
                    let moved = epoch(some.to_vec(), some.len(), rate, slope, bias)[0][0];
                    (slope, bias) = (moved, bias + moved - slope);
                    vec![slope, bias]
                };
                points.chunks(batch).map(step).collect()
            },
        )
        .wrong(
            "last line only",
            "You returned only the last line; return the line after each step.",
            |points, batch, rate, slope, bias| {
                epoch(points, batch, rate, slope, bias)
                    .pop()
                    .into_iter()
                    .collect()
            },
        )
        .wrong(
            "first line too",
            "You returned the line from before the first step too; begin with the one after it.",
            |points, batch, rate, slope, bias| {
                let path = epoch(points, batch, rate, slope, bias);
                [vec![vec![slope, bias]], path].concat()
            },
        )
        .wrong(
            "exchanged",
            "You returned rows `[bias, slope]`; the slope comes first.",
            |points, batch, rate, slope, bias| {
                let mut path = epoch(points, batch, rate, slope, bias);
                path.iter_mut().for_each(|line| line.reverse());
                path
            },
        )
        .and("sgd", function(sgd))
        .inputs(["points", "batch", "rate", "epochs", "seed"])
        .group("in batches")
        .parts([("path", property())])
        .inspect(objection)
        .case("no epochs", training(4, 4, 0))
        .case("all points in a batch", training(4, 4, 2))
        .case("a batch that is larger than all points", training(5, 8, 3))
        .case("one epoch, point by point", training(12, 1, 1))
        .case("two epochs, point by point", training(12, 1, 2))
        .case("batches that come out even", training(12, 3, 3))
        .case("a last batch of two", training(11, 3, 3))
        .wrong(
            "from the start",
            "You began every epoch from slope 0 and bias 0 again; go on from the last line.",
            |points, batch, rate, epochs, seed| {
                trained((points, batch, rate, epochs, seed), shuffle, epoch, false)
            },
        )
        .wrong(
            "not shuffled",
            "You used the points in the order in which they came; shuffle them first.",
            |points, batch, rate, epochs, seed| {
                trained(
                    (points, batch, rate, epochs, seed),
                    |_, _, _| {},
                    epoch,
                    true,
                )
            },
        )
        .wrong(
            "shuffled afterwards",
            SHUFFLED_AFTERWARDS,
            |points, batch, rate, epochs, seed| {
                let later = |points: &mut Rows, epoch, random: &mut StdRng| {
                    if epoch > 0 {
                        points.shuffle(random);
                    }
                };
                trained((points, batch, rate, epochs, seed), later, epoch, true)
            },
        )
        .wrong(
            "same order",
            "Every epoch has the same order; shuffle again in each, and go on with the same \
             generator.",
            |points, batch, rate, epochs, seed| {
                let once = |points: &mut Rows, epoch, random: &mut StdRng| {
                    if epoch == 0 {
                        points.shuffle(random);
                    }
                };
                trained((points, batch, rate, epochs, seed), once, epoch, true)
            },
        )
        .wrong(
            "turned",
            "You only turn the points, so each is followed by the same one in every epoch; shuffle \
             them.",
            |points, batch, rate, epochs, seed| {
                let turn = |points: &mut Rows, _, random: &mut StdRng| {
                    let by = random.gen_range(0..points.len());
                    points.rotate_left(by);
                };
                trained((points, batch, rate, epochs, seed), turn, epoch, true)
            },
        )
        .wrong(
            "batches shuffled",
            "The same points are in a batch together in every epoch; shuffle the points, not the \
             batches.",
            |points, batch, rate, epochs, seed| {
                let mut random = random(seed);
                let (mut line, mut path) = (vec![0.0, 0.0], vec![]);
                let mut batches = Vec::from_iter(points.chunks(batch));
                for _ in 0..epochs {
                    batches.shuffle(&mut random);
                    for &some in &batches {
                        path.extend(epoch(some.to_vec(), batch, rate, line[0], line[1]));
                        line = path[path.len() - 1].clone();
                    }
                }
                path
            },
        )
        .wrong(
            "all points",
            "You used all points in every step; a step looks at its batch alone.",
            |points, batch, rate, epochs, seed| {
                trained((points, batch, rate, epochs, seed), shuffle, whole, true)
            },
        )
        .wrong(
            "drawn again",
            "You drew each batch from all points, so an epoch uses some twice and some never; \
             shuffle, and use each once.",
            |points, batch, rate, epochs, seed| {
                let draw = |points: &mut Rows, _, random: &mut StdRng| {
                    let all = points.clone();
                    points.fill_with(|| all[random.gen_range(0..all.len())].clone());
                };
                trained((points, batch, rate, epochs, seed), draw, epoch, true)
            },
        )
        .wrong(
            "last batch lost",
            "You left out the points that do not fill a batch; they make a smaller one.",
            |points, batch, rate, epochs, seed| {
                let full = |mut points: Rows, batch: usize, rate, slope, bias| {
                    points.truncate(points.len() / batch * batch);
                    epoch(points, batch, rate, slope, bias)
                };
                trained((points, batch, rate, epochs, seed), shuffle, full, true)
            },
        )
        .group("with seeds")
        .repeatable("seed", "path")
        .parts([("path", free())])
        .cases(3, |g, i| training(12 + i, 1 + i, 2)(g))
        .wrong(
            "seed ignored",
            "Your order does not depend on `seed`; take its random numbers from `random(seed)`.",
            |points, batch, rate, epochs, _| sgd(points, batch, rate, epochs, 0),
        )
        .wrong(
            "another seed",
            "Your training comes out differently when it is repeated; all its random numbers have \
             to come from `random(seed)`.",
            |points, batch, rate, epochs, _| {
                use std::cell::Cell;
                thread_local!(static CALLS: Cell<u64> = const { Cell::new(0) });
                sgd(points, batch, rate, epochs, CALLS.replace(CALLS.get() + 1))
            },
        )
        .run()
}
