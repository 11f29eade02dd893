//! How `gradient_check` is checked.

#[path = "../../solutions/03_gradient/gradient_check.rs"]
#[expect(dead_code, reason = "a check has a `main` of its own")]
mod solution;
use gradlings::prelude::*;
use solution::{central_difference, is_gradient, value};

/// One row per term: its coefficient, then a power for each coordinate.
type Terms = Vec<Vec<f64>>;
type Claim = (Terms, Vec<f64>, Vec<f64>);

/// What the verdict is with another gradient and another rule for a coordinate and its difference.
fn is_gradient_by(
    found: impl Fn(&Terms, &[f64]) -> Vec<f64>,
    agrees: fn(f64, f64) -> bool,
    (terms, x, claimed): Claim,
) -> bool {
    let found = found(&terms, &x);
    let mut pairs = claimed.iter().zip(&found);
    claimed.len() == found.len() && pairs.all(|(&g, &n)| agrees(g, n))
}

fn central(terms: &Terms, x: &[f64]) -> Vec<f64> {
    central_difference(terms.clone(), x.to_vec(), 1e-5)
}

fn relative(g: f64, n: f64) -> bool {
    (g - n).abs() <= 1e-6 * g.abs().max(n.abs())
}

/// The same difference with the values `up` and `down` steps away.
fn difference(terms: &Terms, x: &[f64], step: f64, up: f64, down: f64) -> Vec<f64> {
    let at = |i: usize, steps: f64| {
        let mut x = x.to_vec();
        x[i] += steps * step;
        value(terms, &x)
    };
    let slope = |i| (at(i, up) - at(i, -down)) / ((up + down) * step);
    (0..x.len()).map(slope).collect()
}

/// Every coordinate stays where it was put last.
fn not_put_back(terms: &Terms, mut x: Vec<f64>, step: f64) -> Vec<f64> {
    let mut found = Vec::new();
    for i in 0..x.len() {
        x[i] += step;
        let up = value(terms, &x);
        x[i] -= 2.0 * step;
        found.push((up - value(terms, &x)) / (2.0 * step));
    }
    found
}

/// The gradient, from the rule for powers.
fn gradient(terms: &Terms, x: &[f64]) -> Vec<f64> {
    let slope = |i: usize| {
        let terms = terms.iter().map(|term| {
            let mut slope = term.clone();
            slope[0] *= term[i + 1];
            slope[i + 1] -= 1.0;
            if slope[0] == 0.0 {
                0.0
            } else {
                value(&[slope], x)
            }
        });
        terms.sum()
    };
    (0..x.len()).map(slope).collect()
}

/// A power of each coordinate and a few products, all of them rising, so that no slope is near zero by chance.
fn function_of(g: &mut Generator, n: usize, power: f64, size: f64) -> (Terms, Vec<f64>) {
    let mut terms = Terms::new();
    for i in 0..n {
        let mut alone = vec![0.0; n + 1];
        (alone[0], alone[i + 1]) = (size * (1.0 + i as f64 + g.double(0.0..0.5)), power);
        terms.push(alone);
        if power > 1.0 && i > 0 {
            let mut product = vec![0.0; n + 1];
            (product[0], product[i], product[i + 1]) = (size * g.double(0.2..0.5), 1.0, 1.0);
            terms.push(product);
        }
    }
    (terms, (0..n).map(|_| g.double(0.8..1.2)).collect())
}

/// What is claimed for a function of cubes, with something done to the gradient.
fn claim(g: &mut Generator, n: usize, size: f64, change: impl Fn(&mut Vec<f64>)) -> Claim {
    let (terms, x) = function_of(g, n, 3.0, size);
    let mut claimed = gradient(&terms, &x);
    change(&mut claimed);
    (terms, x, claimed)
}

fn right(g: &mut Generator, n: usize, power: f64, size: f64) -> Claim {
    let (terms, x) = function_of(g, n, power, size);
    let claimed = gradient(&terms, &x);
    (terms, x, claimed)
}

fn times(factor: f64) -> impl Fn(&mut Vec<f64>) {
    move |claimed| claimed.iter_mut().for_each(|g| *g *= factor)
}

fn main() {
    Reference::of("central_difference", function(central_difference))
        .inputs(["terms", "x", "step"])
        .parts([("differences", within(1e-8, 1e-8))])
        .case("x^3 at 2", |_| (vec![vec![1.0, 3.0]], vec![2.0], 0.1))
        .case("a constant", |g| (vec![vec![g.double(1.0..2.0), 0.0]], vec![0.5], 0.25))
        .case("x * y", |g| (vec![vec![1.0, 1.0, 1.0]], g.doubles(2), 0.5))
        .case("at zero", |_| {
            (vec![vec![2.0, 1.0, 0.0], vec![3.0, 0.0, 2.0]], vec![0.0, 0.0], 0.1)
        })
        .cases(16, |g, i| {
            let n = 1 + i % 4;
            let (mut terms, _) = function_of(g, n, 3.0, 1.0);
            terms.push(g.doubles(1).into_iter().chain(vec![2.0; n]).collect());
            (terms, g.doubles(n), g.double(0.1..0.5))
        })
        .wrong(
            "one_sided",
            "You went up only, and compared with the point itself; go down by the same step too, \
             and divide by both steps.",
            |terms, x, step| difference(&terms, &x, step, 1.0, 0.0),
        )
        .wrong(
            "downhill_only",
            "You went down only, and compared with the point itself; go up by the same step too, \
             and divide by both steps.",
            |terms, x, step| difference(&terms, &x, step, 0.0, 1.0),
        )
        .wrong(
            "divided_once",
            "You divided by one step; from the lower point to the upper one there are two.",
            |terms, x, step| central_difference(terms, x, step).iter().map(|n| 2.0 * n).collect(),
        )
        .wrong(
            "exchanged",
            "You subtracted the upper value from the lower one; it is upper minus lower.",
            |terms, x, step| central_difference(terms, x, step).iter().map(|n| -n).collect(),
        )
        .wrong(
            "all_at_once",
            "You moved all coordinates together; move one at a time and leave the others alone.",
            |terms, x, step| {
                let moved = |by: f64| value(&terms, &Vec::from_iter(x.iter().map(|x| x + by)));
                vec![(moved(step) - moved(-step)) / (2.0 * step); x.len()]
            },
        )
        .wrong(
            "not_put_back",
            "You left each coordinate where you had moved it; put it back before the next one.",
            |terms, x, step| not_put_back(&terms, x, step),
        )
        .wrong(
            "step by size",
            "You made the step a share of the coordinate, which is 0 where that is 0; it is `step` for all \
             of them.",
            |terms, x, step| {
                let slope = |i: usize| difference(&terms, &x, step * x[i].abs(), 1.0, 1.0)[i];
                (0..x.len()).map(slope).collect()
            },
        )
        .and("is_gradient", function(is_gradient))
        .inputs(["terms", "x", "claimed"])
        .parts([("verdict", exact())])
        .passes("the gradient of a straight line", |g| right(g, 2, 1.0, 1.0))
        .passes("the gradient of squares", |g| right(g, 2, 2.0, 1.0))
        .passes("the gradient of cubes", |g| right(g, 3, 3.0, 1.0))
        .passes("the zero gradient of a constant", |_| {
            (vec![vec![1.5, 0.0, 0.0]], vec![0.5, 2.0], vec![0.0, 0.0])
        })
        .passes("a slope at 0, rounded to seven digits", |_| {
            (vec![vec![4.0 / 3.0, 1.0]], vec![0.0], vec![1.333_333])
        })
        .passes("a gradient in the millions", |g| right(g, 3, 3.0, 1e6))
        .passes("a gradient of millionths", |g| right(g, 3, 3.0, 1e-6))
        .passes("the gradient of five coordinates", |g| right(g, 5, 3.0, 1.0))
        .catches("a slope is claimed to be twice as large as it is", |g| {
            claim(g, 1, 1.0, times(2.0))
        })
        .catches("the sign is the other one", |g| claim(g, 2, 1.0, times(-1.0)))
        .catches("zero is claimed everywhere", |g| claim(g, 2, 1.0, times(0.0)))
        .catches("every coordinate is too large by one percent", |g| {
            claim(g, 3, 1.0, times(1.01))
        })
        .catches("every coordinate is too small by one percent", |g| {
            claim(g, 3, 1.0, times(0.99))
        })
        .catches("only the first coordinate is off, by one percent", |g| {
            claim(g, 4, 1.0, |claimed| claimed[0] *= 1.01)
        })
        .catches("only the last coordinate is off, by one percent", |g| {
            claim(g, 4, 1.0, |claimed| claimed[3] *= 1.01)
        })
        .catches("the first two coordinates have changed places", |g| {
            claim(g, 3, 1.0, |claimed| claimed.swap(0, 1))
        })
        .catches("a gradient of millionths is half as large as it should be", |g| {
            claim(g, 3, 1e-7, times(0.5))
        })
        .catches("a gradient in the millions is off by a thousandth", |g| {
            claim(g, 2, 1e6, times(1.001))
        })
        .catches("every coordinate is off by a hundred thousandth", |g| {
            claim(g, 3, 1.0, times(1.000_01))
        })
        .catches("a slope of one beside one in the millions is half as large as it should be", |_| {
            // x^3 a million times, and y.
            (vec![vec![1e6, 3.0, 0.0], vec![1.0, 0.0, 1.0]], vec![1.0, 0.5], vec![3e6, 0.5])
        })
        .catches("the last coordinate is missing", |g| {
            claim(g, 3, 1.0, |claimed| claimed.truncate(2))
        })
        .catches("there is one coordinate too many", |g| {
            claim(g, 2, 1.0, |claimed| claimed.push(1.0))
        })
        .catches("the last coordinate is not a number", |g| {
            claim(g, 3, 1.0, |claimed| claimed[2] = f64::NAN)
        })
        .wrong(
            "step_too_large",
            "Your step is too large: the slope over it is not the slope at the point, so right \
             gradients of curved functions are refused. Look where the error in the picture is \
             smallest.",
            |t, x, c| is_gradient_by(|t, x| difference(t, x, 0.1, 1.0, 1.0), relative, (t, x, c)),
        )
        .wrong(
            "step_too_small",
            "Your step is too small: hardly a digit is left of the difference of the two values, \
             so right gradients are refused. Look where the error in the picture is smallest.",
            |t, x, c| is_gradient_by(|t, x| difference(t, x, 1e-13, 1.0, 1.0), relative, (t, x, c)),
        )
        .wrong(
            "one_sided",
            "You compare with a one-sided difference, whose error falls with the step and not \
             with its square, so right gradients of curved functions are refused; use \
             `central_difference`.",
            |t, x, c| is_gradient_by(|t, x| difference(t, x, 1e-5, 1.0, 0.0), relative, (t, x, c)),
        )
        .wrong(
            "absolute",
            "You compare the difference itself with the tolerance, so small gradients always pass \
             and large ones never do; multiply the tolerance by the size of the coordinate.",
            |t, x, c| is_gradient_by(central, |g, n| (g - n).abs() <= 1e-6, (t, x, c)),
        )
        .wrong(
            "small_ones_pass",
            "A gradient of millionths passes however wrong it is, because your tolerance is large \
             beside it; let the tolerance be a share of the coordinate's size, and nothing more.",
            |t, x, c| {
                let agrees = |g: f64, n: f64| (g - n).abs() <= 1e-6 * g.abs().max(n.abs()).max(1.0);
                is_gradient_by(central, agrees, (t, x, c))
            },
        )
        .wrong(
            "lenient",
            "Your tolerance is so large that a coordinate passes which is off by one percent; a \
             right one agrees to six digits.",
            |t, x, c| {
                let agrees = |g: f64, n: f64| (g - n).abs() <= 0.02 * g.abs().max(n.abs());
                is_gradient_by(central, agrees, (t, x, c))
            },
        )
        .wrong(
            "equal",
            "You ask whether the numbers are equal, and a central difference is hardly ever quite the slope; let \
             them differ by the tolerance.",
            |t, x, c| is_gradient_by(central, |g, n| g == n, (t, x, c)),
        )
        .wrong(
            "too_lenient",
            "Your tolerance lets a coordinate pass that is off by a hundred thousandth; a right one agrees to six \
             digits.",
            |t, x, c| {
                let agrees = |g: f64, n: f64| (g - n).abs() <= 1e-4 * g.abs().max(n.abs());
                is_gradient_by(central, agrees, (t, x, c))
            },
        )
        .wrong(
            "divides_by_zero",
            "You divide by the size of the coordinate, and zero by zero is not a number, so a right \
             slope of zero is refused; multiply the tolerance by the size instead.",
            |t, x, c| {
                let agrees = |g: f64, n: f64| (g - n).abs() / g.abs().max(n.abs()) <= 1e-6;
                is_gradient_by(central, agrees, (t, x, c))
            },
        )
        .wrong(
            "no_sign",
            "You do not take the size of the difference, so a coordinate that is too small always \
             passes; use `.abs()`.",
            |t, x, c| {
                let agrees = |g: f64, n: f64| g - n <= 1e-6 * g.abs().max(n.abs());
                is_gradient_by(central, agrees, (t, x, c))
            },
        )
        .wrong(
            "not_a_number",
            "You ask whether the error is larger than the tolerance, and NaN is larger than nothing, \
             so it passes; ask whether the error is small enough.",
            |t, x, c| {
                let is_off = |g: f64, n: f64| (g - n).abs() > 1e-6 * g.abs().max(n.abs());
                let found = central(&t, &x);
                c.len() == found.len() && !c.iter().zip(found).any(|(&g, n)| is_off(g, n))
            },
        )
        .wrong(
            "first_coordinate",
            "You look at the first coordinate only; every coordinate has to agree.",
            |t, x, c| c.len() == x.len() && relative(c[0], central(&t, &x)[0]),
        )
        .wrong(
            "any",
            "You let a claim pass as soon as one coordinate agrees; every coordinate has to.",
            |t, x, c| {
                let found = central(&t, &x);
                let mut pairs = c.iter().zip(&found);
                c.len() == found.len() && pairs.any(|(&g, &n)| relative(g, n))
            },
        )
        .wrong(
            "lengths_of_the_whole",
            "You compare the whole difference with the whole gradient, in one number each, so a small \
             coordinate that is wrong passes beside a large one; every coordinate has to agree.",
            |t, x, c| {
                let found = central(&t, &x);
                let length = |v: &[f64]| v.iter().map(|x| x * x).sum::<f64>().sqrt();
                let off: Vec<f64> = c.iter().zip(&found).map(|(g, n)| g - n).collect();
                c.len() == found.len() && length(&off) <= 1e-6 * length(&c).max(length(&found))
            },
        )
        .wrong(
            "length_ignored",
            "`zip` stops at the end of the shorter one, so a coordinate that is missing, or one too \
             many, passes; compare the lengths too.",
            |t, x, c| c.iter().zip(central(&t, &x)).all(|(&g, n)| relative(g, n)),
        )
        .run()
}
