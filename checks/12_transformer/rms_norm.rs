//! How `rms_norm` and `layer_norm` are checked: values and gradients, for batches of every shape. Tiny numbers show where
//! EPSILON stands, and numbers far from zero what becomes of the mean.

mod rms_norm_means;
#[path = "../../solutions/12_transformer/rms_norm.rs"]
#[expect(dead_code, reason = "a check has a `main` of its own")]
mod solution;

use gradlings::prelude::*;
use rms_norm_means::{
    EPSILON, V, X, biased, centred, deviation, divided, each, layer_over, mean, off_tape, root,
    root_over, shape, times_and_plus, tokens, whole,
};
use solution::{layer_norm, rms_norm};

fn main() {
    Reference::of("rms_norm", gradient(rms_norm))
        .inputs(["x", "gain"])
        .leaves(["gain"])
        .wrong(
            "mean subtracted",
            "You subtracted the mean, as LayerNorm does; RMSNorm leaves it alone and only divides.",
            |x, gain| {
                let mean = mean(&x);
                divided(x - mean, gain, root)
            },
        )
        .wrong(
            "divided by the deviation",
            "You divided by the deviation, which is measured from the mean; take the root of the mean \
             square of `x` itself.",
            |x, gain| divided(x, gain, deviation),
        )
        .wrong(
            "epsilon outside the root",
            "You added EPSILON to the root; it stands inside, so that the root of a vector of zeros has a \
             slope too.",
            |x, gain| {
                divided(x, gain, |x| {
                    let square = x.with_empty_tape().square().mean::<_, Axis<2>>();
                    whole(square.sqrt() + EPSILON, x)
                })
            },
        )
        .wrong(
            "no epsilon",
            "You did not add EPSILON, 1e-5, to the mean square; it keeps a vector of zeros from being divided by 0, \
             and its gradient finite.",
            |x, gain| {
                divided(x, gain, |x| {
                    let square = x.with_empty_tape().square().mean::<_, Axis<2>>();
                    whole(square.sqrt(), x)
                })
            },
        )
        .wrong(
            "over the batch",
            "You took the mean over the batch, so one text depends on the others; it goes over the \
             numbers of each vector, `Axis<2>`.",
            |x, gain| divided(x, gain, root_over!(Axis<0>)),
        )
        .wrong(
            "over the time",
            "You took the mean over the tokens of a text, and a later one would change an earlier one; it \
             goes over the numbers of each vector, `Axis<2>`.",
            |x, gain| divided(x, gain, root_over!(Axis<1>)),
        )
        .wrong(
            "over batch and time",
            "You took the mean of each column, as batch normalisation does; it goes over the numbers of \
             each vector, `Axis<2>`.",
            |x, gain| divided(x, gain, root_over!(Axes2<0, 1>)),
        )
        .wrong(
            "over whole texts",
            "You divided all tokens of a text by the same number; each is divided by its own, so the mean \
             goes over `Axis<2>` alone.",
            |x, gain| divided(x, gain, root_over!(Axes2<1, 2>)),
        )
        .wrong(
            "over everything",
            "You divided the whole batch by one number; each token is divided by its own, so the mean goes \
             over `Axis<2>` alone.",
            |x, gain| divided(x, gain, root_over!(Axes3<0, 1, 2>)),
        )
        .wrong(
            "no root",
            "You divided by the mean square; divide by its root.",
            |x, gain| divided(x, gain, |x| root(x).square()),
        )
        .wrong(
            "multiplied",
            "You multiplied by the root of the mean square; divide by it.",
            |x, gain| {
                let (root, gain) = (root(&x), each(gain, &x));
                x * root * gain
            },
        )
        .wrong(
            "sum for mean",
            "You took the sum of the squares; with their mean, the size does not depend on the width.",
            |x, gain| {
                divided(x, gain, |x| {
                    let sum = x.with_empty_tape().square().sum::<_, Axis<2>>();
                    whole((sum + EPSILON).sqrt(), x)
                })
            },
        )
        .wrong(
            "square of the mean",
            "You squared the mean; square the numbers first, and take the mean of their squares.",
            |x, gain| {
                divided(x, gain, |x| {
                    let mean = x.with_empty_tape().mean::<_, Axis<2>>();
                    whole((mean.square() + EPSILON).sqrt(), x)
                })
            },
        )
        .wrong(
            "epsilon of 1e-6",
            "You added another number than EPSILON; use the constant of the file, which is 1e-5.",
            |x, gain| {
                divided(x, gain, |x| {
                    let square = x.with_empty_tape().square().mean::<_, Axis<2>>();
                    whole((square + 1e-6).sqrt(), x)
                })
            },
        )
        .wrong(
            "epsilon of 1e-8",
            "You added another number than EPSILON; use the constant of the file, which is 1e-5.",
            |x, gain| {
                divided(x, gain, |x| {
                    let square = x.with_empty_tape().square().mean::<_, Axis<2>>();
                    whole((square + 1e-8).sqrt(), x)
                })
            },
        )
        .wrong(
            "mean size",
            "You divided by the mean of the absolute values; square the numbers, take the mean, then the \
             root.",
            |x, gain| {
                divided(x, gain, |x| {
                    let size = x.with_empty_tape().abs().mean::<_, Axis<2>>();
                    whole(size + EPSILON, x)
                })
            },
        )
        .wrong(
            "no gain",
            "You did not multiply by the gain, so training has nothing to learn here.",
            |x, gain| {
                let unused = each(gain, &x) * 0.0;
                let root = root(&x);
                x / root + unused
            },
        )
        .wrong(
            "gain plus one",
            "You multiplied by 1 + gain, as Gemma does; here the gain itself is the factor.",
            |x, gain| divided(x, gain + 1.0, root),
        )
        .wrong(
            "gain added",
            "You added the gain; it is a factor.",
            |x, gain| {
                let (root, gain) = (root(&x), each(gain, &x));
                x / root + gain
            },
        )
        .wrong(
            "gain first",
            "You multiplied by the gain before you measured the size; the mean square is that of `x`, and \
             the gain comes last.",
            |x, gain| {
                let gain = each(gain, &x);
                let x = x * gain;
                let root = root(&x);
                x / root
            },
        )
        .wrong(
            "root off the tape",
            "Your root has left the tape, so the gradient takes it for a fixed number, and it depends on \
             every number of the vector; use dfdx's operations on `x.with_empty_tape()` throughout.",
            |x, gain| divided(x, gain, |x| off_tape(root(x))),
        )
        .group("where all lengths are equal")
        .case("one number", tokens((1, 1, 1), 1.0, 0.0))
        // So small that it shows what is added to its square.
        .case("one small number", |g| {
            let (x, gain) = tokens((1, 1, 1), 0.0, 0.0)(g);
            (x + g.number(0.005..0.01), gain)
        })
        .cases(3, |g, i| tokens((2 + i, 2 + i, 2 + i), 1.0, 0.5)(g))
        .wrong(
            "a gain for each place",
            "Your gain belongs to the place in the text; it has a number for each column: repeat it over \
             the batch and the time, `Axes2<0, 1>`.",
            |x, gain| {
                let root = root(&x);
                let gain = gain.broadcast_like::<_, Axes2<0, 2>>(&x);
                x / root * gain
            },
        )
        .wrong(
            "a gain for each text",
            "Your gain belongs to the sequence; it has a number for each column: repeat it over the batch \
             and the time, `Axes2<0, 1>`.",
            |x, gain| {
                let root = root(&x);
                let gain = gain.broadcast_like::<_, Axes2<1, 2>>(&x);
                x / root * gain
            },
        )
        .group("of any shape")
        .case("the example of the lesson", |_| {
            let x = device().tensor_from_vec(vec![1.0, 7.0], (1, 1, 2));
            (x, device().tensor_from_vec(vec![10.0; 2], (2,)))
        })
        .case("one token", tokens((1, 1, 4), 1.0, 0.0))
        .case("one number in each vector", tokens((2, 3, 1), 1.0, 0.0))
        .case("one sequence", tokens((1, 3, 5), 1.0, 0.0))
        .case("numbers near 0.001", tokens((2, 3, 4), 0.001, 0.0))
        .case("numbers in the thousands", tokens((2, 3, 4), 3000.0, 0.0))
        .case("a mean far from zero", tokens((2, 3, 4), 1.0, 5.0))
        .case("a vector of zeros", |g| {
            let (x, gain) = tokens((1, 2, 3), 1.0, 0.0)(g);
            let numbers = x.as_vec().into_iter().enumerate();
            let numbers = numbers.map(|(n, x)| if n < 3 { 0.0 } else { x });
            let x = device().tensor_from_vec(numbers.collect(), (1, 2, 3));
            (x, gain)
        })
        .cases(6, |g, i| tokens(shape(i), 0.5 + i as f32, 0.3)(g))
        .and("layer_norm", gradient(layer_norm))
        .inputs(["x", "gain", "bias"])
        .leaves(["gain", "bias"])
        .wrong(
            "mean left in",
            "You did not subtract the mean; that is RMSNorm plus a bias.",
            |x, gain, bias| {
                let bias = each(bias, &x);
                divided(x, gain, root) + bias
            },
        )
        .wrong(
            "mean square for variance",
            "You divided by the root of the mean square of `x`; the variance is measured from the mean.",
            |x, gain, bias| {
                let (mean, root) = (mean(&x), root(&x));
                times_and_plus((x - mean) / root, gain, bias)
            },
        )
        .wrong(
            "mean left in above",
            "You subtracted the mean only to measure the variance; subtract it from what you divide too.",
            |x, gain, bias| {
                let bias = each(bias, &x);
                divided(x, gain, deviation) + bias
            },
        )
        .wrong(
            "unbiased variance",
            "You divided the sum of the squares by `width - 1`; here the variance is their mean, divided \
             by `width`.",
            |x, gain, bias| {
                let width = x.shape().2 as f32;
                let more = width / (width - 1.0).max(1.0);
                let x = centred(x, |off| {
                    let square = off.with_empty_tape().square().mean::<_, Axis<2>>();
                    whole((square * more + EPSILON).sqrt(), off)
                });
                times_and_plus(x, gain, bias)
            },
        )
        .wrong(
            "epsilon outside the root",
            "You added EPSILON to the root; it stands inside, so that the root of a variance of 0 has a \
             slope too.",
            |x, gain, bias| {
                let x = centred(x, |off| {
                    let square = off.with_empty_tape().square().mean::<_, Axis<2>>();
                    whole(square.sqrt() + EPSILON, off)
                });
                times_and_plus(x, gain, bias)
            },
        )
        .wrong(
            "no epsilon",
            "You did not add EPSILON, 1e-5, to the variance; it keeps a vector of equal numbers from being divided by \
             0, and its gradient finite.",
            |x, gain, bias| {
                let x = centred(x, |off| {
                    let square = off.with_empty_tape().square().mean::<_, Axis<2>>();
                    whole(square.sqrt(), off)
                });
                times_and_plus(x, gain, bias)
            },
        )
        .wrong(
            "no root",
            "You divided by the variance; divide by its root.",
            |x, gain, bias| {
                let x = centred(x, |off| root(off).square());
                times_and_plus(x, gain, bias)
            },
        )
        .wrong(
            "over the batch",
            "You took mean and variance over the batch, so one text depends on the others; they go over \
             the numbers of each vector, `Axis<2>`.",
            layer_over!(Axis<0>),
        )
        .wrong(
            "over the time",
            "You took mean and variance over the tokens of a text, and a later one would change an earlier \
             one; they go over the numbers of each vector, `Axis<2>`.",
            layer_over!(Axis<1>),
        )
        .wrong(
            "over batch and time",
            "You took mean and variance of each column, as batch normalisation does; they go over the \
             numbers of each vector, `Axis<2>`.",
            layer_over!(Axes2<0, 1>),
        )
        .wrong(
            "over whole texts",
            "All tokens of a text share your mean and variance; each token has its own, so both go over \
             `Axis<2>` alone.",
            layer_over!(Axes2<1, 2>),
        )
        .wrong(
            "over everything",
            "The whole batch shares your mean and variance; each token has its own, so both go over \
             `Axis<2>` alone.",
            layer_over!(Axes3<0, 1, 2>),
        )
        .wrong(
            "only centred",
            "You subtracted the mean and did not divide by the root of the variance.",
            |x, gain, bias| {
                let mean = mean(&x);
                times_and_plus(x - mean, gain, bias)
            },
        )
        .wrong(
            "sum for mean",
            "You took the sum of the squares; the variance is their mean, so it does not depend on the width.",
            |x, gain, bias| {
                let x = centred(x, |off| {
                    let sum = off.with_empty_tape().square().sum::<_, Axis<2>>();
                    whole((sum + EPSILON).sqrt(), off)
                });
                times_and_plus(x, gain, bias)
            },
        )
        .wrong(
            "mean size",
            "You divided by the mean of the absolute differences; square them, take the mean, then the \
             root.",
            |x, gain, bias| {
                let x = centred(x, |off| {
                    let size = off.with_empty_tape().abs().mean::<_, Axis<2>>();
                    whole(size + EPSILON, off)
                });
                times_and_plus(x, gain, bias)
            },
        )
        .wrong(
            "centred last",
            "You subtracted the mean from what RMSNorm gives; it goes first, and the variance is measured \
             without it.",
            |x, gain, bias| {
                let bias = each(bias, &x);
                let normed = divided(x, gain, root);
                let mean = mean(&normed);
                normed - mean + bias
            },
        )
        .wrong(
            "no gain",
            "You did not multiply by the gain.",
            |x, gain, bias| {
                let unused = each(gain, &x) * 0.0;
                let bias = each(bias, &x);
                centred(x, root) + bias + unused
            },
        )
        .wrong(
            "no bias",
            "You did not add the bias.",
            |x, gain, bias| layer_norm(x, gain, bias * 0.0),
        )
        .wrong(
            "bias first",
            "You added the bias before you multiplied by the gain; the bias comes last.",
            |x, gain, bias| {
                let (gain, bias) = (each(gain, &x), each(bias, &x));
                (centred(x, root) + bias) * gain
            },
        )
        .wrong(
            "gain and bias exchanged",
            "You multiplied by the bias and added the gain; it is the other way round.",
            |x, gain, bias| layer_norm(x, bias, gain),
        )
        .wrong(
            "mean off the tape",
            "Your mean has left the tape, so the gradient takes it for a fixed number; use dfdx's \
             operations on `x.with_empty_tape()` throughout.",
            |x, gain, bias| {
                let mean = off_tape(mean(&x));
                let off = x - mean;
                let root = root(&off);
                times_and_plus(off / root, gain, bias)
            },
        )
        .wrong(
            "root off the tape",
            "Your root has left the tape, so the gradient takes it for a fixed number; use dfdx's \
             operations on `x.with_empty_tape()` throughout.",
            |x, gain, bias| {
                let x = centred(x, |off| off_tape(root(off)));
                times_and_plus(x, gain, bias)
            },
        )
        .group("where all lengths are equal")
        .cases(3, |g, i| biased((2 + i, 2 + i, 2 + i), 1.0, 0.5)(g))
        .wrong(
            "a bias for each place",
            "Your bias belongs to the place in the text; it has a number for each column: repeat it over \
             the batch and the time, `Axes2<0, 1>`.",
            |x, gain, bias| {
                let x = centred(x, root);
                let bias = bias.broadcast_like::<_, Axes2<0, 2>>(&x);
                let gain = each(gain, &x);
                x * gain + bias
            },
        )
        .group("of any shape")
        .case("the example of the lesson", |_| {
            let x = device().tensor_from_vec(vec![1.0, 7.0], (1, 1, 2));
            let gain = device().tensor_from_vec(vec![10.0; 2], (2,));
            (x, gain, device().tensor_from_vec(vec![1.0, 2.0], (2,)))
        })
        .case("one token", biased((1, 1, 4), 1.0, 0.0))
        .case("one sequence", biased((1, 3, 5), 1.0, 0.0))
        .case("numbers near 0.001", biased((2, 3, 4), 0.001, 0.0))
        .case("a mean far from zero", biased((2, 3, 4), 1.0, 5.0))
        .case("equal numbers", biased((1, 2, 4), 0.0, 2.5))
        .cases(6, |g, i| biased(shape(i), 0.5 + i as f32, 0.3)(g))
        .run()
}
