//! How `rope` is checked: the angles, one rotation with its gradient, and what is rotated. Angles of a thousand radians
//! have an error of their own in `f32`, so nothing is compared more closely than that.

#[path = "../../solutions/12_transformer/rope.rs"]
#[expect(dead_code, reason = "a check has a `main` of its own")]
mod solution;
use course::{Batch, halves};
use gradlings::prelude::*;
use solution::{angles, rope, rotate, side_by_side};

type Recorded = Batch<Recording>;

/// The angles by which `of` turns pair `i` of `d / 2` at position `p`.
fn turned_by(time: usize, d: usize, of: impl Fn(f32, f32, f32) -> f32) -> Matrix {
    let pairs = d / 2;
    let angle = |n: usize| of((n / pairs) as f32, (n % pairs) as f32, d as f32);
    let numbers = (0..time * pairs).map(angle).collect();
    device().tensor_from_vec(numbers, (time, pairs))
}

/// Every vector times a matrix that `number` makes of row and column.
fn times(x: Recorded, number: impl Fn(usize, usize) -> f32) -> Recorded {
    let d = x.shape().2;
    let numbers = (0..d * d).map(|n| number(n / d, n % d)).collect();
    let matrix: Matrix = device().tensor_from_vec(numbers, (d, d));
    x.matmul(matrix)
}

/// Where number `from` of a vector goes when its halves become neighbours.
fn interleaved(from: usize, d: usize) -> usize {
    if from < d / 2 {
        2 * from
    } else {
        2 * (from - d / 2) + 1
    }
}

/// The rotation of neighbours: they are brought into the halves and back.
fn neighbours(x: Recorded, offset: usize) -> Recorded {
    let d = x.shape().2;
    let halves = times(x, |row, column| {
        f32::from(u8::from(row == interleaved(column, d)))
    });
    times(rotate(halves, offset), |row, column| {
        f32::from(u8::from(column == interleaved(row, d)))
    })
}

/// The first half with the one sign, the second with the other.
fn signs(x: Recorded, first: f32, second: f32) -> Recorded {
    let d = x.shape().2;
    times(x, |row, column| match (row == column, row < d / 2) {
        (true, true) => first,
        (true, false) => second,
        _ => 0.0,
    })
}

/// The second half before the first.
fn exchanged(x: Recorded) -> Recorded {
    let d = x.shape().2;
    times(x, |row, column| {
        f32::from(u8::from((row + d / 2) % d == column))
    })
}

/// Every vector times the numbers that `of` makes of each angle, the same for both halves.
fn factors(x: &Recorded, offset: usize, of: fn(f32) -> f32) -> Batch {
    let (batch, time, d) = *x.shape();
    let angles = angles(time, d, offset).as_vec();
    let at = |n: usize| of(angles[n / d % time * (d / 2) + n % d % (d / 2)]);
    device().tensor_from_vec((0..batch * time * d).map(at).collect(), (batch, time, d))
}

/// The halves that `mix` makes of the two halves, with the cosines and sines of their angles.
fn by_halves(
    x: Recorded,
    offset: usize,
    mix: impl Fn(Recorded, Recorded, Batch, Batch) -> (Recorded, Recorded),
) -> Recorded {
    let (_, time, d) = *x.shape();
    let (first, second) = halves(x);
    let angles = angles(time, d, offset).broadcast_like::<_, Axis<0>>(&first);
    let (cos, sin) = (angles.clone().cos(), angles.sin());
    let (left, right) = mix(first.with_empty_tape(), second.with_empty_tape(), cos, sin);
    // The halves themselves hold what the tape has recorded of them.
    (left + first * 0.0, right + second * 0.0).concat_along(Axis::<2>)
}

/// Each sequence rotated as if its place in the batch were the position of all its tokens.
fn by_sequence(x: Recorded, offset: usize) -> Recorded {
    rotate(x.permute::<_, Axes3<1, 0, 2>>(), offset).permute::<_, Axes3<1, 0, 2>>()
}

fn three(
    batch: usize,
    time: usize,
    d: usize,
    offset: usize,
) -> impl Fn(&mut Generator) -> (Batch, Batch, Batch, usize) {
    move |g| {
        let mut one = || g.tensor((batch, time, d));
        (one(), one(), one(), offset)
    }
}

fn main() {
    Reference::of("angles", function(angles))
        .inputs(["time", "d", "offset"])
        .parts([("angles", within(1e-4, 1e-5))])
        .case("position 2 of the lesson", |_| (1, 4, 2))
        .case("one token", |_| (1, 8, 0))
        .case("one pair", |_| (4, 2, 0))
        .case("three pairs", |_| (3, 6, 0))
        .case("after a cache of a thousand", |_| (2, 8, 1000))
        .cases(8, |g, i| (1 + i, 2 + 2 * (i % 5), if i % 2 == 0 { 0 } else { g.integer(1..60) }))
        .wrong(
            "positions from 1",
            "You counted the positions from 1; the first token stands at `offset`, and the first of \
             all at 0.",
            |time, d, offset| angles(time, d, offset + 1),
        )
        .wrong(
            "offset ignored",
            "You left out the offset; the first token stands at position `offset`.",
            |time, d, _| angles(time, d, 0),
        )
        .wrong(
            "offset for every token",
            "You gave every token the position `offset`; each stands one further than the one \
             before.",
            |time, d, offset| {
                let at = offset as f32;
                turned_by(time, d, |_, i, d| at / 10000_f32.powf(2.0 * i / d))
            },
        )
        .wrong(
            "frequencies inverted",
            "Your pairs turn faster and faster; the position is divided by `10000^(2 * i / d)`, so \
             they turn slower and slower.",
            |time, d, offset| {
                let from = offset as f32;
                turned_by(time, d, |t, i, d| (from + t) * 10000_f32.powf(2.0 * i / d))
            },
        )
        .wrong(
            "factor 2 missing",
            "You took `i / d` for the exponent; it is `2 * i / d`, which goes from 0 nearly to 1.",
            |time, d, offset| {
                let from = offset as f32;
                turned_by(time, d, |t, i, d| (from + t) / 10000_f32.powf(i / d))
            },
        )
        .wrong(
            "pairs from 1",
            "You counted the pairs from 1; the first one has `i` = 0 and turns by one radian per \
             token.",
            |time, d, offset| {
                let from = offset as f32;
                turned_by(time, d, |t, i, d| (from + t) / 10000_f32.powf(2.0 * (i + 1.0) / d))
            },
        )
        .wrong(
            "divided by the pairs",
            "You divided `2 * i` by the number of pairs; divide it by `d`.",
            |time, d, offset| {
                let from = offset as f32;
                turned_by(time, d, |t, i, d| (from + t) / 10000_f32.powf(4.0 * i / d))
            },
        )
        .wrong(
            "slowest first",
            "You counted the pairs from the last one; the first pair turns fastest.",
            |time, d, offset| {
                let from = offset as f32;
                turned_by(time, d, |t, i, d| {
                    (from + t) / 10000_f32.powf((d - 2.0 - 2.0 * i) / d)
                })
            },
        )
        .wrong(
            "base 1000",
            "You took powers of 1000; the base is 10000.",
            |time, d, offset| {
                let from = offset as f32;
                turned_by(time, d, |t, i, d| (from + t) / 1000_f32.powf(2.0 * i / d))
            },
        )
        .wrong(
            "divided by d - 2",
            "You divided `2 * i` by `d - 2`, so the last exponent is 1; divide by `d`, and it stays below 1.",
            |time, d, offset| {
                let from = offset as f32;
                turned_by(time, d, |t, i, d| {
                    (from + t) / 10000_f32.powf(2.0 * i / (d - 2.0))
                })
            },
        )
        .wrong(
            "divided by d - 2, but not by 0",
            "You divided `2 * i` by `d - 2`, so the last exponent is 1; divide by `d`, and it stays below 1.",
            |time, d, offset| {
                let from = offset as f32;
                turned_by(time, d, |t, i, d| {
                    (from + t) / 10000_f32.powf(2.0 * i / (d - 2.0).max(1.0))
                })
            },
        )
        .wrong(
            "degrees made radians",
            "You took the angles for degrees and made radians of them; `p / 10000^(2 * i / d)` is in radians already.",
            |time, d, offset| angles(time, d, offset) * (std::f32::consts::PI / 180.0),
        )
        .wrong(
            "radians made degrees",
            "You made degrees of the angles; they stay in radians, which `sin` and `cos` take.",
            |time, d, offset| angles(time, d, offset) * (180.0 / std::f32::consts::PI),
        )
        .wrong(
            "offset subtracted",
            "You subtracted the offset; the tokens of the cache come first, so the first new one stands at `offset`.",
            |time, d, offset| {
                let from = offset as f32;
                turned_by(time, d, |t, i, d| (t - from) / 10000_f32.powf(2.0 * i / d))
            },
        )
        .wrong(
            "one speed",
            "You turned every pair by the position itself; it is divided by `10000^(2 * i / d)`, \
             another number for each pair. (Between whole numbers, `2 * i / d` is 0.)",
            |time, d, offset| {
                let from = offset as f32;
                turned_by(time, d, |t, _, _| from + t)
            },
        )
        .and("rotate", gradient(rotate))
        .inputs(["x", "offset"])
        .parts([
            ("value", within(1e-3, 1e-4)),
            ("gradient of x", within(1e-3, 1e-4)),
        ])
        .case("the example of the lesson", |_| {
            let x = device().tensor_from_vec(vec![1.0, 1.0, 0.0, 0.0], (1, 1, 4));
            (x, 2)
        })
        .case("one token, not turned", |g| (g.tensor((2, 1, 4)), 0))
        .case("one pair", |g| (g.tensor((1, 3, 2)), 0))
        .case("after a cache of a thousand", |g| (g.tensor((2, 2, 6)), 1000))
        .cases(5, |g, i| {
            let (shape, offset) = ((1 + i % 3, 2 + i, 4 + 2 * (i % 2)), i % 3 * 7);
            (g.tensor(shape), offset)
        })
        .wrong(
            "neighbours",
            "You turned neighbours, numbers `2 * i` and `2 * i + 1`, as the paper does; here number \
             `i` turns with number `i + d/2`.",
            neighbours,
        )
        .wrong(
            "the other way",
            "You turned the other way; it is minus in the first half and plus in the second.",
            |x, offset| signs(rotate(signs(x, 1.0, -1.0), offset), 1.0, -1.0),
        )
        .wrong(
            "halves exchanged",
            "You put the second half before the first; number `i` stays in its place.",
            |x, offset| exchanged(rotate(x, offset)),
        )
        .wrong(
            "plus in both",
            "You added in both halves; in the first one the product with the sine is subtracted.",
            |x, offset| {
                let (cos, sin) = (factors(&x, offset, f32::cos), factors(&x, offset, f32::sin));
                x.with_empty_tape() * cos + exchanged(x) * sin
            },
        )
        .wrong(
            "minus in both",
            "You subtracted in both halves; in the second one the product with the sine is added.",
            |x, offset| {
                let (cos, sin) = (factors(&x, offset, f32::cos), factors(&x, offset, f32::sin));
                x.with_empty_tape() * cos - exchanged(x) * sin
            },
        )
        .wrong(
            "second half exchanged",
            "You exchanged sine and cosine in the second half; number `i + d/2` itself goes with the \
             cosine there too.",
            |x, offset| {
                by_halves(x, offset, |f, s, cos, sin| {
                    let left = f.with_empty_tape() * cos.clone() - s.with_empty_tape() * sin.clone();
                    (left, s * sin + f * cos)
                })
            },
        )
        .wrong(
            "sine and cosine exchanged",
            "You exchanged sine and cosine; position 0 has the cosine 1, and turns nothing.",
            |x, offset| {
                let (cos, sin) = (factors(&x, offset, f32::cos), factors(&x, offset, f32::sin));
                x.with_empty_tape() * sin + exchanged(signs(x, 1.0, -1.0)) * cos
            },
        )
        .wrong(
            "only scaled",
            "You multiplied each number by its cosine and left out the other number of its pair; \
             a rotation mixes the two.",
            |x, offset| {
                let cos = factors(&x, offset, f32::cos);
                x * cos
            },
        )
        .wrong(
            "first half alone",
            "You turned the first half and left the second as it was; both numbers of a pair change.",
            |x, offset| by_halves(x, offset, |f, s, cos, sin| (f * cos - s.with_empty_tape() * sin, s)),
        )
        .wrong(
            "the turned half again",
            "You used the first half, already turned, for the second; both come from `x` as it was.",
            |x, offset| {
                by_halves(x, offset, |f, s, cos, sin| {
                    let left = f * cos.clone() - s.with_empty_tape() * sin.clone();
                    let right = s * cos + left.with_empty_tape() * sin;
                    (left, right)
                })
            },
        )
        .wrong(
            "place in the batch",
            "You turned each sequence by its place in the batch; the position is that of the token, \
             the second axis.",
            by_sequence,
        )
        .wrong(
            "offset ignored",
            "You called `angles` with 0 for the offset; hand on the one that you get.",
            |x, _| rotate(x, 0),
        )
        .wrong(
            "turned twice",
            "You turned every vector by twice its angle; turn it once, by the angle itself, or distances count double.",
            |x, offset| rotate(rotate(x, offset), offset),
        )
        .wrong(
            "degrees",
            "You took the angles for degrees; `sin` and `cos` take radians, and so do your `angles`.",
            |x, offset| {
                let cos = factors(&x, offset, |angle| angle.to_radians().cos());
                let sin = factors(&x, offset, |angle| angle.to_radians().sin());
                x.with_empty_tape() * cos + exchanged(signs(x, 1.0, -1.0)) * sin
            },
        )
        .wrong(
            "one further",
            "Your first token stands at `offset + 1`; it stands at `offset`.",
            |x, offset| rotate(x, offset + 1),
        )
        .wrong(
            "added",
            "You added the sines and cosines to the vectors, as the first transformer did; here they \
             turn the vectors.",
            |x, offset| {
                let (cos, sin) = (factors(&x, offset, f32::cos), factors(&x, offset, f32::sin));
                let zeros = x.with_empty_tape() * 0.0;
                let first = signs(zeros.with_empty_tape() + sin, 1.0, 0.0);
                x + first + signs(zeros + cos, 0.0, 1.0)
            },
        )
        .and("rope", function(rope))
        .inputs(["q", "k", "v", "offset"])
        .parts([
            ("q", within(1e-3, 1e-4)),
            ("k", within(1e-3, 1e-4)),
            ("v", close()),
        ])
        .case("one token after two others", three(1, 1, 4, 2))
        .cases(4, |g, i| three(1 + i % 2, 2 + i, 2 + 2 * (i % 3), i % 3 * 5)(g))
        .wrong(
            "v turned",
            "You turned the values too; positions say where to look, and what is fetched from there \
             is handed over as it is.",
            |q, k, v, offset| (rotate(q, offset), rotate(k, offset), rotate(v, offset)),
        )
        .wrong(
            "k not turned",
            "You turned the queries alone; the score depends on the distance only if the keys are \
             turned too.",
            |q, k, v, offset| (rotate(q, offset), k, v),
        )
        .wrong(
            "q not turned",
            "You turned the keys alone; the score depends on the distance only if the queries are \
             turned too.",
            |q, k, v, offset| (q, rotate(k, offset), v),
        )
        .wrong(
            "k without the offset",
            "You turned the keys from position 0 on; they belong to the same tokens as the queries, \
             so they begin at `offset` too.",
            |q, k, v, offset| (rotate(q, offset), rotate(k, 0), v),
        )
        .wrong(
            "q without the offset",
            "You turned the queries from position 0 on; they begin at `offset`, as the keys do.",
            |q, k, v, offset| (rotate(q, 0), rotate(k, offset), v),
        )
        .wrong(
            "offset ignored",
            "You turned both from position 0 on; hand on `offset`, because the tokens before it have been turned already.",
            |q, k, v, _| (rotate(q, 0), rotate(k, 0), v),
        )
        .wrong(
            "turned twice",
            "You turned queries and keys by twice their angles; `rotate` each once, or distances count double.",
            |q, k, v, offset| {
                let twice = |x| rotate(rotate(x, offset), offset);
                (twice(q), twice(k), v)
            },
        )
        .wrong(
            "exchanged",
            "You returned the keys before the queries; the order is `q`, `k`, `v`.",
            |q, k, v, offset| (rotate(k, offset), rotate(q, offset), v),
        )
        .and("gradients", gradient(side_by_side))
        .inputs(["q", "k", "v", "offset"])
        .parts([
            ("value", within(1e-3, 1e-4)),
            ("gradient of q", within(1e-3, 1e-4)),
            ("gradient of k", within(1e-3, 1e-4)),
            ("gradient of v", within(1e-3, 1e-4)),
        ])
        .cases(4, |g, i| three(1 + i % 2, 2 + i, 2 + 2 * (i % 3), i % 3 * 5)(g))
        .wrong(
            "q off the tape",
            "`rope` loses the tape of `q`, so what makes the queries would never be trained; hand on `q` \
             itself, not `q.with_empty_tape()`.",
            |q, k, v, offset| side_by_side(q.with_empty_tape(), k, v, offset),
        )
        .wrong(
            "k off the tape",
            "`rope` loses the tape of `k`, so what makes the keys would never be trained; hand on `k` \
             itself, not `k.with_empty_tape()`.",
            |q, k, v, offset| side_by_side(q, k.with_empty_tape(), v, offset),
        )
        .wrong(
            "v off the tape",
            "`rope` loses the tape of `v`, so what makes the values would never be trained; hand on `v` \
             itself, not `v.with_empty_tape()`.",
            |q, k, v, offset| side_by_side(q, k, v.with_empty_tape(), offset),
        )
        .run()
}
