//! How `layers`, `block` and `arriving` are checked. Most wrong sizes are the right ones of another network or loss.

#[path = "../../solutions/07_cnn/residual.rs"]
#[expect(dead_code, reason = "a check has a `main` of its own")]
mod solution;
use gradlings::prelude::*;
use solution::{Block, F, Rows, arriving, block};

type Inputs = (Matrix, Vec<Matrix>, bool);
type Lin = Linear<6, 6>;
type H = Matrix<Recording>;

/// `count` layers of so many units, whose weights leave a plain gradient about `kept` of its size at each layer.
fn network(
    g: &mut Generator,
    rows: usize,
    units: usize,
    count: usize,
    kept: f32,
    skip: bool,
) -> Inputs {
    let factor = kept * (2.0 / units as f32).sqrt();
    let weights = (0..count).map(|_| g.matrix(units, units) * factor);
    let weights = weights.collect();
    (g.matrix(rows, units), weights, skip)
}

fn of_the_lesson(skip: bool) -> Inputs {
    let one = |number: f32| device().tensor_from_vec(vec![number], (1, 1));
    (one(2.0), vec![one(0.5), one(1.0)], skip)
}

/// The gradients of what goes into each layer, where `layer` goes through the layer of a number, and `loss` makes one number
/// of what comes out.
fn gradients(
    x: Matrix,
    weights: Vec<Matrix>,
    layer: impl Fn(H, H, usize) -> H,
    loss: impl Fn(H) -> Scalar<Recording>,
) -> Vec<Matrix> {
    let mut h = x.leaky_traced();
    let mut states = vec![];
    for (number, w) in weights.into_iter().enumerate() {
        states.push(h.with_empty_tape());
        h = layer(h, w.retaped(), number);
    }
    let gradients = loss(h).backward();
    states.iter().map(|state| gradients.get(state)).collect()
}

fn go(skip: bool) -> impl Fn(H, H, usize) -> H {
    move |h, w, _| {
        if skip {
            block(h, w)
        } else {
            h.relu().matmul(w)
        }
    }
}

fn size(gradient: &Matrix) -> f32 {
    let mean: Scalar = gradient.clone().square().mean();
    mean.array().sqrt()
}

fn sizes(gradients: Vec<Matrix>) -> Vec<f32> {
    gradients.iter().map(size).collect()
}

/// The right gradients, measured by something else.
fn measured((x, weights, skip): Inputs, by: fn(Matrix) -> f32) -> Vec<f32> {
    let gradients = gradients(x, weights, go(skip), |h| h.sum());
    gradients.into_iter().map(by).collect()
}

/// The sizes where the layers are others.
fn through((x, weights, _): Inputs, layer: impl Fn(H, H, usize) -> H) -> Vec<f32> {
    sizes(gradients(x, weights, layer, |h| h.sum()))
}

/// The sizes where the loss is another one.
fn with_loss((x, weights, skip): Inputs, loss: impl Fn(H) -> Scalar<Recording>) -> Vec<f32> {
    sizes(gradients(x, weights, go(skip), loss))
}

/// The sizes where the gradient goes back without a tape, each time through what `turn` makes of the weights.
fn back_by_hand((x, weights, skip): Inputs, turn: fn(Matrix) -> Matrix) -> Vec<f32> {
    let mut h = x;
    let mut states = vec![];
    for w in &weights {
        states.push(h.clone());
        let found = h.clone().relu().matmul(w.clone());
        h = if skip { h + found } else { found };
    }
    let mut gradient: Matrix = device().ones_like(h.shape());
    let mut sizes = vec![];
    for (w, h) in weights.into_iter().zip(states).rev() {
        // 1 where the ReLU lets something through.
        let open = h.clone().relu() / (h.abs() + f32::MIN_POSITIVE);
        let through = gradient.clone().matmul(turn(w)) * open;
        gradient = if skip { gradient + through } else { through };
        sizes.push(size(&gradient));
    }
    sizes.reverse();
    sizes
}

/// The sizes of the gradients of the weights.
fn of_the_weights((x, weights, skip): Inputs) -> Vec<f32> {
    let mut h = x.leaky_traced();
    for w in &weights {
        h = go(skip)(h, w.leaky_trace(), 0);
    }
    let gradients = h.sum().backward();
    weights.iter().map(|w| size(&gradients.get(w))).collect()
}

const AT_ITS_END: &str = "Your ReLU comes after the product, inside the sum, so your block can only add; put it first, before the \
                          product.";
const AFTER_THE_SUM: &str = "There is a ReLU after the sum, where it stands in the way of what is passed on; leave it out there.";
const NO_SKIP: &str = "Your block returns what f finds and nothing else; add what it was given.";
const NO_RELU: &str = "There is no ReLU in your f; it comes first, before the product.";
const RECTIFIED: &str =
    "Your block passes on `relu(h)`, and loses what is negative; pass h itself on.";
const TWICE: &str = "You applied f twice, one after the other; a block has it once.";

fn main() {
    Reference::of("layers", model::<Block, Rows>())
        .inputs(["seed of the weights", "x"])
        .parts([("parameters", exact()), ("outputs", close())])
        .case("one row", |g| (g.seed(), g.tensor((1, Const))))
        .cases(3, |g, i| (g.seed(), g.tensor((3 + 2 * i, Const))))
        .mistake("no skip", NO_SKIP, model::<F, Rows>())
        .mistake("ReLU inside the sum", AT_ITS_END, model::<Residual<(Lin, ReLU)>, Rows>())
        .mistake(
            "ReLU at both ends",
            "There is a second ReLU at the end of your f, so your block can only add; leave it out.",
            model::<Residual<(F, ReLU)>, Rows>(),
        )
        .mistake("ReLU after the sum", AFTER_THE_SUM, model::<(Block, ReLU), Rows>())
        .mistake(
            "only after the sum",
            "Your ReLU comes after the sum; it belongs to f, before the linear layer.",
            model::<(Residual<Lin>, ReLU), Rows>(),
        )
        .mistake("no ReLU", NO_RELU, model::<Residual<Lin>, Rows>())
        .mistake(
            "no bias",
            "Your linear layer has no bias; take `Linear<6, 6>`, as in `F`.",
            model::<Residual<(ReLU, UnbiasedLinear<6, 6>)>, Rows>(),
        )
        .mistake("rectified", RECTIFIED, model::<(ReLU, Residual<Lin>), Rows>())
        .mistake("f twice", TWICE, model::<Residual<(F, F)>, Rows>())
        .mistake(
            "two blocks",
            "These are two blocks in a row; one is asked for.",
            model::<(Block, Block), Rows>(),
        )
        .mistake(
            "inside one another",
            "There is a block inside your block, so x is added twice; one `Residual` is enough.",
            model::<Residual<Block>, Rows>(),
        )
        .and("block", gradient(block))
        .inputs(["h", "w"])
        .leaves(["w"])
        .case("one number", |g| (g.matrix(1, 1).abs(), g.matrix(1, 1)))
        .case("one negative number", |g| (-g.matrix(1, 1).abs(), g.matrix(1, 1)))
        .case("weights of zero", |g| (g.matrix(3, 2), g.matrix(2, 2) * 0.0))
        .case("one row", |g| (g.matrix(1, 4), g.matrix(4, 4)))
        .cases(10, |g, i| (g.matrix(2 + i, 2 + i % 4), g.matrix(2 + i % 4, 2 + i % 4)))
        .wrong("no skip", NO_SKIP, |h, w| h.relu().matmul(w))
        .wrong("ReLU inside the sum", AT_ITS_END, |h, w| {
            let found = h.with_empty_tape().matmul(w).relu();
            h + found
        })
        .wrong(
            "ReLU at both ends",
            "There is a second ReLU at the end of your f, so your block can only add; leave it out.",
            |h, w| {
                let found = h.with_empty_tape().relu().matmul(w).relu();
                h + found
            },
        )
        .wrong("ReLU after the sum", AFTER_THE_SUM, |h, w| block(h, w).relu())
        .wrong(
            "only after the sum",
            "Your ReLU comes after the sum; it belongs to f, before the product.",
            |h, w| {
                let found = h.with_empty_tape().matmul(w);
                (h + found).relu()
            },
        )
        .wrong("no ReLU", NO_RELU, |h, w| {
            let found = h.with_empty_tape().matmul(w);
            h + found
        })
        .wrong("rectified", RECTIFIED, |h, w| {
            let h = h.relu();
            let found = h.with_empty_tape().matmul(w);
            h + found
        })
        .wrong("f twice", TWICE, |h, w| {
            let once = h.with_empty_tape().relu().matmul(w.with_empty_tape());
            h + once.relu().matmul(w)
        })
        .wrong(
            "two blocks",
            "These are two blocks in a row; one is asked for.",
            |h, w| block(block(h, w.with_empty_tape()), w),
        )
        .wrong(
            "found added twice",
            "You added what f finds twice; add it once.",
            |h, w| block(h, w * 2.0),
        )
        .wrong(
            "h added twice",
            "You added what was given twice; add it once.",
            |h, w| {
                let once = h.with_empty_tape();
                once + block(h, w)
            },
        )
        .wrong(
            "subtracted",
            "You subtracted what f finds; add it.",
            |h, w| block(h, -w),
        )
        .wrong(
            "multiplied",
            "You multiplied what was given by what f finds; add the two.",
            |h, w| {
                let found = h.with_empty_tape().relu().matmul(w);
                h * found
            },
        )
        .wrong(
            "the mean of both",
            "You took the mean of what was given and what f finds; add the two.",
            |h, w| block(h, w) / 2.0,
        )
        .wrong(
            "transposed",
            "You multiplied by the transposed weights; W is multiplied as it is.",
            |h, w| block(h, w.permute::<_, Axes2<1, 0>>()),
        )
        .and("arriving", function(arriving))
        .inputs(["x", "weights", "skip"])
        .parts([("sizes", within(1e-12, 1e-3))])
        .case("the example of the lesson, with a way around", |_| of_the_lesson(true))
        .case("the example of the lesson, plain", |_| of_the_lesson(false))
        .case("one layer, with a way around", |g| network(g, 3, 4, 1, 1.0, true))
        .case("one plain layer", |g| network(g, 3, 4, 1, 1.0, false))
        .cases(6, |g, i| network(g, 4 + i, 3 + i % 3, 2 + i, 1.0, i % 2 == 0))
        .case("twenty plain layers", |g| network(g, 6, 12, 20, 0.8, false))
        .case("twenty layers with a way around", |g| network(g, 6, 12, 20, 0.5, true))
        .wrong(
            "never around",
            "You went through plain layers although `skip` is true; use `block` then.",
            |x, weights, _| arriving(x, weights, false),
        )
        .wrong(
            "always around",
            "You took the way around although `skip` is false; h becomes f(h) alone then.",
            |x, weights, _| arriving(x, weights, true),
        )
        .wrong(
            "the other way round",
            "You took the way around where `skip` is false, and only there; it is the other way round.",
            |x, weights, skip| arriving(x, weights, !skip),
        )
        .wrong(
            "from the last layer",
            "Your sizes begin with the last layer; begin with the first.",
            |x, weights, skip| {
                let mut sizes = arriving(x, weights, skip);
                sizes.reverse();
                sizes
            },
        )
        .wrong(
            "without the root",
            "You left out the root; the size is the root of the mean square.",
            |x, weights, skip| measured((x, weights, skip), |it| size(&it).powi(2)),
        )
        .wrong(
            "length",
            "You took the root of the sum of the squares; take that of their mean.",
            |x, weights, skip| measured((x, weights, skip), |it| {
                let sum: Scalar = it.square().sum();
                sum.array().sqrt()
            }),
        )
        .wrong(
            "mean of the absolute values",
            "You took the mean of the absolute values; take the root of the mean square.",
            |x, weights, skip| measured((x, weights, skip), |it| {
                let mean: Scalar = it.abs().mean();
                mean.array()
            }),
        )
        .wrong(
            "mean",
            "You took the mean of the gradient, in which signs cancel out; take the root of the mean square.",
            |x, weights, skip| measured((x, weights, skip), |it| {
                let mean: Scalar = it.mean();
                mean.array()
            }),
        )
        .wrong(
            "of the weights",
            "You measured the gradients of the weights; measure those of what goes into each layer.",
            |x, weights, skip| of_the_weights((x, weights, skip)),
        )
        .wrong(
            "of what comes out",
            "You measured what arrives at what comes out of each layer; measure what goes into it, x first.",
            |x, weights, skip| {
                let mut sizes = arriving(x, weights, skip);
                sizes.remove(0);
                sizes.push(1.0);
                sizes
            },
        )
        .wrong(
            "the last h too",
            "You measured the last h too, which goes into no layer; leave it out.",
            |x, weights, skip| {
                let mut sizes = arriving(x, weights, skip);
                sizes.push(1.0);
                sizes
            },
        )
        .wrong(
            "sizes of h",
            "You measured h itself; measure the gradient that arrives at it.",
            |x, weights, skip| {
                let mut h = x;
                let mut sizes = vec![];
                for w in weights {
                    sizes.push(size(&h));
                    h = if skip { block(h, w) } else { h.relu().matmul(w) };
                }
                sizes
            },
        )
        .wrong(
            "mean for sum",
            "Your gradients are those of the mean of the last h; take the sum of its numbers, so that the gradient starts as \
             all ones.",
            |x, weights, skip| with_loss((x, weights, skip), |h| h.mean()),
        )
        .wrong(
            "squares",
            "Your gradients are those of the sum of the squares of the last h; take the sum of its numbers.",
            |x, weights, skip| with_loss((x, weights, skip), |h| h.square().sum()),
        )
        .wrong(
            "mean of the squares",
            "Your gradients are those of the mean of the squares of the last h; take the sum of its numbers.",
            |x, weights, skip| with_loss((x, weights, skip), |h| h.square().mean()),
        )
        .wrong(
            "ReLU at the end",
            "Your gradients are those of a network with a ReLU after its last h; take the sum of its numbers as they are.",
            |x, weights, skip| with_loss((x, weights, skip), |h| h.relu().sum()),
        )
        .wrong(
            "first layer without its ReLU",
            "Your gradients are those of a network whose first layer has no ReLU; each begins with one.",
            |x, weights, skip| {
                through((x, weights, skip), move |h, w, number| match number {
                    0 if skip => {
                        let found = h.with_empty_tape().matmul(w);
                        h + found
                    }
                    0 => h.matmul(w),
                    _ => go(skip)(h, w, number),
                })
            },
        )
        .wrong(
            "no ReLU",
            "Your gradients are those of layers without a ReLU. Each begins with one, and where its input is negative, \
             nothing comes back through f.",
            |x, weights, skip| {
                through((x, weights, skip), move |h, w, _| {
                    let found = h.with_empty_tape().matmul(w);
                    if skip { h + found } else { found + h * 0.0 }
                })
            },
        )
        .wrong(
            "no ReLU in plain layers",
            "Your gradients are those of plain layers without a ReLU. Each begins with one, and where its input is negative, \
             nothing comes back through it.",
            |x, weights, skip| {
                through((x, weights, skip), move |h, w, _| if skip { block(h, w) } else { h.matmul(w) })
            },
        )
        .wrong(
            "ReLU after the product of plain layers",
            "Your gradients are those of plain layers with the ReLU after the product; put it first.",
            |x, weights, skip| {
                through((x, weights, skip), move |h, w, _| {
                    if skip { block(h, w) } else { h.matmul(w).relu() }
                })
            },
        )
        .wrong(
            "weights in another order",
            "You went through the weights from the last to the first; the first layer has the first of them.",
            |x, weights, skip| arriving(x, weights.into_iter().rev().collect(), skip),
        )
        .wrong(
            "not transposed on the way back",
            "Where h is multiplied by W on the way there, the gradient is multiplied by the transposed W on the way back.",
            |x, weights, skip| back_by_hand((x, weights, skip), |w| w),
        )
        .wrong(
            "ReLU after the product",
            "Your gradients are those of layers with the ReLU after the product; put it first.",
            |x, weights, skip| {
                through((x, weights, skip), move |h, w, _| {
                    if skip {
                        let found = h.with_empty_tape().matmul(w).relu();
                        h + found
                    } else {
                        h.matmul(w).relu()
                    }
                })
            },
        )
        .run()
}
