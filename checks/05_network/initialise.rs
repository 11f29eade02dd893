//! How `initialise` is checked: the deviation number by number, random weights by their statistics, and then by where they
//! lie, because numbers of another distribution can have the same mean and deviation.

#[path = "../../solutions/05_network/initialise.rs"]
#[expect(dead_code, reason = "a check has a `main` of its own")]
mod solution;
use gradlings::prelude::*;
use gradlings::values::Wire;
use solution::{deviation, normal, sizes, uniform};

/// The root of 2 divided by this.
fn rule(count: f32) -> f32 {
    (2.0 / count).sqrt()
}

/// Inputs, outputs and deviation of case `i`.
fn weights(i: usize) -> (usize, usize, f32) {
    [
        (30, 90, 0.3),
        (120, 20, 0.05),
        (50, 50, 1.7),
        (20, 130, 0.12),
    ][i % 4]
}

/// Random numbers from 0 to 1 in the shape of a layer.
fn from_0_to_1(inputs: usize, outputs: usize) -> Matrix {
    device().sample_uniform_like(&(inputs, outputs))
}

/// Weights that have the right deviation but only two sizes.
fn two_sizes(inputs: usize, outputs: usize, deviation: f32) -> Matrix {
    let numbers = from_0_to_1(inputs, outputs).as_vec().into_iter();
    let numbers = numbers.map(|x| if x < 0.5 { -deviation } else { deviation });
    device().tensor_from_vec(numbers.collect(), (inputs, outputs))
}

/// How many deviations the numbers of an answer are from 0, or `None` if it has another shape.
fn distances(inputs: &[Value], parts: &[Value]) -> Option<Vec<f32>> {
    let [rows, columns, deviation] = inputs else {
        return None;
    };
    let rows = usize::from_value(rows.clone()).ok()?;
    let columns = usize::from_value(columns.clone()).ok()?;
    let deviation = f32::from_value(deviation.clone()).ok()?;
    let weights = Matrix::from_value(parts.first()?.clone()).ok()?;
    if *weights.shape() != (rows, columns) {
        return None;
    }
    let distances = weights.as_vec().into_iter().map(|x| x.abs() / deviation);
    Some(distances.collect())
}

/// What is wrong where the weights have one value only, or two.
fn few_values(parts: &[Value]) -> Option<&'static str> {
    let mut values = Matrix::from_value(parts.first()?.clone()).ok()?.as_vec();
    values.sort_by(f32::total_cmp);
    values.dedup();
    match values.len() {
        1 => Some(ONE_NUMBER),
        2 => Some(TWO_VALUES),
        _ => None,
    }
}

/// What is wrong with the deviation itself. Where it is, nothing can be told from where the numbers lie.
fn other_deviation(distances: &[f32]) -> Option<String> {
    let squares: f32 = distances.iter().map(|far| far * far).sum();
    let size = (squares / distances.len().max(1) as f32).sqrt();
    (!(0.9..1.1).contains(&size))
        .then(|| "Your weights are not as far from 0 as `deviation` says.".to_owned())
}

const ONE_NUMBER: &str = "All of your weights are the same number; each has to be drawn by itself.";

const TWO_VALUES: &str =
    "Your weights have two values only; chance has to choose among all numbers.";
const EVEN: &str =
    "Your weights are spread evenly over a range; draw them with `sample_normal_like`.";
const NORMAL: &str =
    "Your weights are from a normal distribution; draw them with `sample_uniform_like`.";

const OTHER_SHAPE: &str = "The result is no matrix of shape `(inputs, outputs)`.";

/// The share of these distances, in percent, that are in the range.
fn percent(distances: &[f32], range: std::ops::Range<f32>) -> f32 {
    let inside = distances.iter().filter(|far| range.contains(far)).count();
    100.0 * inside as f32 / distances.len().max(1) as f32
}

/// What shows that numbers are not from a normal distribution. Of such numbers, 8.3 % lie beyond the root of 3 and 24 %
/// within 0.3. With 2,400 of them, either share has a standard deviation below 1 %, and the bounds here are far outside. Of
/// so many, 30 lie beyond 2.5 deviations, and fewer than 5 are a chance of one in a hundred million.
fn not_normal(inputs: &[Value], parts: &[Value]) -> Option<String> {
    let Some(distances) = distances(inputs, parts) else {
        return Some(OTHER_SHAPE.to_owned());
    };
    if let [far] = distances[..] {
        return not_left_to_chance(far);
    }
    if let Some(what) = few_values(parts) {
        return Some(what.to_owned());
    }
    if let Some(what) = other_deviation(&distances) {
        return Some(what);
    }
    if is_even(&distances) {
        return Some(EVEN.to_owned());
    }
    let (near, far) = (
        percent(&distances, 0.0..0.3),
        percent(&distances, 3_f32.sqrt()..f32::INFINITY),
    );
    if !(12.0..36.0).contains(&near) {
        return Some(format!(
            "Of your weights, {near:.0} % are less than 0.3 deviations from 0; of numbers from a normal distribution, 24 % are."
        ));
    }
    if !(5.0..12.0).contains(&far) {
        return Some(format!(
            "Of your weights, {far:.0} % are more than sqrt(3) deviations from 0; of numbers from a normal distribution, 8 % are."
        ));
    }
    let farthest = percent(&distances, 2.5..f32::INFINITY);
    (farthest < 0.2).then(|| {
        format!(
            "Of your weights, {farthest:.1} % are more than 2.5 deviations from 0; of numbers from a normal distribution, 1.2 % \
             are."
        )
    })
}

/// Whether there are as many numbers as should be in each tenth of the even range, and none outside of it.
fn is_even(distances: &[f32]) -> bool {
    let tenth = 0.1 * 3_f32.sqrt();
    let mut tenths =
        (0..10).map(|at| percent(distances, tenth * at as f32..tenth * (at + 1) as f32));
    tenths.all(|share| (6.0..14.0).contains(&share))
        && percent(distances, 10.01 * tenth..f32::INFINITY) == 0.0
}

/// Whether as many numbers as of a normal distribution lie near 0, far from it and between.
fn is_normal(distances: &[f32]) -> bool {
    let ends = [0.0, 0.5, 1.0, 1.5, 2.0, 2.5, f32::INFINITY];
    let shares = [38.3, 30.0, 18.4, 8.8, 3.3, 1.2];
    let mut ranges = ends.windows(2).zip(shares);
    ranges
        .all(|(ends, share)| (0.25..2.5).contains(&(percent(distances, ends[0]..ends[1]) / share)))
}

/// What shows that numbers do not fill the range evenly.
fn not_even(inputs: &[Value], parts: &[Value]) -> Option<String> {
    let Some(distances) = distances(inputs, parts) else {
        return Some(OTHER_SHAPE.to_owned());
    };
    if let [far] = distances[..] {
        return not_left_to_chance(far);
    }
    if let Some(what) = few_values(parts) {
        return Some(what.to_owned());
    }
    if let Some(what) = other_deviation(&distances) {
        return Some(what);
    }
    if is_normal(&distances) {
        return Some(NORMAL.to_owned());
    }
    let bound = 3_f32.sqrt();
    if distances.iter().any(|far| *far > bound * 1.0001) {
        return Some(
            "Some of your weights lie outside of the range from -bound to bound.".to_owned(),
        );
    }
    let tenths = [0.0, 0.9].map(|from| percent(&distances, bound * from..bound * (from + 0.1)));
    let [middle, ends] = tenths;
    tenths.iter().any(|share| !(6.0..14.0).contains(share)).then(|| {
        format!(
            "Of your weights, {middle:.0} % are in the tenth of the range around 0, and {ends:.0} % in the two twentieths at \
             its ends; if it is filled evenly, 10 % are in each."
        )
    })
}

const SCALED: &str = "Your single weight is just as far from 0 as `deviation` says, or no number, so you divide by the \
                      deviation that the weights happen to have; multiply by `deviation` alone, and leave the rest to chance.";
const MEAN_TAKEN: &str = "Your single weight is 0, so you subtract the mean that the weights happen to have; leave it to \
                          chance.";

const TO_THE_END: &str = "Your single weight lies at the very end of the range, so you divide by the largest of the numbers \
                          that came; leave to chance how near to the end they come.";

/// What shows in a single weight, if it was fitted to what it should be on average. By chance it is that near to the
/// deviation, or to the end of the even range, once in fifty thousand times.
fn not_left_to_chance(far: f32) -> Option<String> {
    if far == 0.0 {
        return Some(MEAN_TAKEN.to_owned());
    }
    if (far - 3_f32.sqrt()).abs() < 1e-5 {
        return Some(TO_THE_END.to_owned());
    }
    (!far.is_finite() || (far - 1.0).abs() < 1e-5).then(|| SCALED.to_owned())
}

/// The weights without their mean.
fn around_0(weights: Matrix) -> Matrix {
    let mean: Scalar = weights.clone().mean();
    weights - mean.array()
}

/// The weights without their mean, times what makes their deviation this.
fn scaled(weights: Matrix, deviation: f32) -> Matrix {
    let weights = around_0(weights);
    let by = deviation / size(&weights);
    weights * by
}

/// A batch, and layers that turn each of these sizes into the next, with weights that keep the size more or less.
fn network(batch: usize, widths: &[usize]) -> impl Fn(&mut Generator) -> (Matrix, Vec<Matrix>) {
    move |g| {
        let layer = |pair: &[usize]| g.matrix(pair[0], pair[1]) * (3.0 / pair[0] as f32).sqrt();
        let layers = widths.windows(2).map(layer).collect();
        (g.matrix(batch, widths[0]), layers)
    }
}

/// What `of` makes of the outputs of each layer, where `bend` follows the product.
fn measured(
    x: Matrix,
    layers: Vec<Matrix>,
    bend: fn(Matrix) -> Matrix,
    of: fn(&Matrix) -> f32,
) -> Vec<f32> {
    let mut h = x;
    let mut measured = vec![];
    for weights in layers {
        h = bend(h.matmul(weights));
        measured.push(of(&h));
    }
    measured
}

fn relu(h: Matrix) -> Matrix {
    h.relu()
}

/// The mean of what `of` makes of each number.
fn mean(h: &Matrix, of: fn(f32) -> f32) -> f32 {
    let numbers = h.as_vec();
    numbers.iter().map(|x| of(*x)).sum::<f32>() / numbers.len() as f32
}

/// The root of the mean of the squares.
fn size(h: &Matrix) -> f32 {
    mean(h, |x| x * x).sqrt()
}

fn main() {
    Reference::of("deviation", function(deviation))
        .inputs(["inputs", "outputs", "relu"])
        .case("the example of the lesson, a ReLU", |_| (8, 10, true))
        .case("the example of the lesson, no ReLU", |_| (8, 10, false))
        .case("one of each, a ReLU", |_| (1, 1, true))
        .case("one of each, no ReLU", |_| (1, 1, false))
        .case("as many outputs as inputs", |_| (50, 50, true))
        .case("a wide layer", |_| (784, 10_000, true))
        .cases(12, |g, i| (g.integer(3..40), g.integer(45..400), i % 2 == 0))
        .cases(6, |g, i| (g.integer(45..400), g.integer(3..40), i % 2 == 0))
        .wrong(
            "inputs and outputs exchanged",
            "You divided by the outputs in He's rule; a unit adds up over its inputs, so divide by those.",
            |inputs, outputs, relu| deviation(outputs, inputs, relu),
        )
        .wrong(
            "variance",
            "You returned the variance; the deviation is its square root.",
            |inputs, outputs, relu| deviation(inputs, outputs, relu).powi(2),
        )
        .wrong(
            "rules exchanged",
            "You took Xavier's rule where a ReLU follows and He's where none does; it is the other way round.",
            |inputs, outputs, relu| deviation(inputs, outputs, !relu),
        )
        .wrong(
            "always He",
            "You took He's rule where no ReLU follows; Xavier's divides by the inputs and outputs together.",
            |inputs, outputs, _| deviation(inputs, outputs, true),
        )
        .wrong(
            "always Xavier",
            "You took Xavier's rule where a ReLU follows; He's divides by the inputs alone.",
            |inputs, outputs, _| deviation(inputs, outputs, false),
        )
        .wrong(
            "1 for 2",
            "You divided 1, not 2; that is too small by a factor of sqrt(2).",
            |inputs, outputs, relu| deviation(inputs, outputs, relu) / 2_f32.sqrt(),
        )
        .wrong(
            "1 for 2 in He",
            "In He's rule you divided 1, not 2; the 2 makes up for what the ReLU makes 0.",
            |inputs, outputs, relu| {
                let right = deviation(inputs, outputs, relu);
                if relu { right / 2_f32.sqrt() } else { right }
            },
        )
        .wrong(
            "1 for 2 in Xavier",
            "In Xavier's rule you divided 1, not 2; the count below it is a sum of two.",
            |inputs, outputs, relu| {
                let right = deviation(inputs, outputs, relu);
                if relu { right } else { right / 2_f32.sqrt() }
            },
        )
        .wrong(
            "outputs in Xavier",
            "In Xavier's rule you divided by the outputs alone; it takes inputs and outputs together.",
            |inputs, outputs, relu| rule(if relu { inputs } else { outputs } as f32),
        )
        .wrong(
            "bound",
            "You returned the bound of the even range; the deviation is smaller by a factor of sqrt(3).",
            |inputs, outputs, relu| deviation(inputs, outputs, relu) * 3_f32.sqrt(),
        )
        .wrong(
            "mean in Xavier",
            "In Xavier's rule you divided 2 by the mean of inputs and outputs; divide it by their sum.",
            |inputs, outputs, relu| {
                let mean = (inputs + outputs) as f32 / 2.0;
                rule(if relu { inputs as f32 } else { mean })
            },
        )
        .wrong(
            "root of the 2 alone",
            "You took the root of 2 alone; the count stands under the root as well.",
            |inputs, outputs, relu| deviation(inputs, outputs, relu).powi(2) / 2_f32.sqrt(),
        )
        .wrong(
            "bound in Xavier",
            "In Xavier's rule you returned the bound of the even range, with a 6; the deviation has a 2.",
            |inputs, outputs, relu| {
                let right = deviation(inputs, outputs, relu);
                if relu { right } else { right * 3_f32.sqrt() }
            },
        )
        .wrong(
            "product in Xavier",
            "In Xavier's rule you multiplied inputs by outputs; it adds them up.",
            |inputs, outputs, relu| rule(if relu { inputs } else { inputs * outputs } as f32),
        )
        .wrong(
            "upside down",
            "Your deviation grows with the number of inputs; the more products are added up, the smaller each \
             has to be.",
            |inputs, outputs, relu| 1.0 / deviation(inputs, outputs, relu),
        )
        .wrong(
            "root of the count alone",
            "You took the root of the count alone; the 2 belongs under the root as well.",
            |inputs, outputs, relu| deviation(inputs, outputs, relu) * 2_f32.sqrt(),
        )
        .wrong(
            "whole numbers divided",
            "You divided whole numbers, which leaves no fraction, so 2 / 8 is 0; make an `f32` of the count \
             first.",
            |inputs, outputs, relu| {
                let count = if relu { inputs } else { inputs + outputs };
                ((2 / count.max(1)) as f32).sqrt()
            },
        )
        .and("normal", function(normal))
        .inputs(["inputs", "outputs", "deviation"])
        .group("by its statistics")
        .parts([("weights", statistics())])
        // Each size twice: chance has to be another one then.
        .cases(8, |_, i| weights(i))
        .wrong(
            "deviation 1",
            "Your weights have the deviation 1; multiply them by the one that is asked for.",
            |inputs, outputs, _| normal(inputs, outputs, 1.0),
        )
        .wrong(
            "variance",
            "You multiplied by the square of the deviation, which is the variance; multiply by the deviation.",
            |inputs, outputs, d| normal(inputs, outputs, d * d),
        )
        .wrong(
            "root",
            "You multiplied by the root of the deviation; multiply by the deviation itself.",
            |inputs, outputs, d| normal(inputs, outputs, d.sqrt()),
        )
        .wrong(
            "divided",
            "You divided by the deviation; multiply by it, so that a small one gives small weights.",
            |inputs, outputs, d| normal(inputs, outputs, 1.0 / d),
        )
        .wrong(
            "bound",
            "You multiplied by sqrt(3) as well; that belongs to the bound of the even range.",
            |inputs, outputs, d| normal(inputs, outputs, d * 3_f32.sqrt()),
        )
        .wrong(
            "moved",
            "You added the deviation; it says how far numbers lie around 0, so multiply by it.",
            |inputs, outputs, d| normal(inputs, outputs, 1.0) + d,
        )
        .wrong(
            "around the deviation",
            "Your weights lie around the deviation; they have to lie around 0.",
            |inputs, outputs, d| normal(inputs, outputs, d) + d,
        )
        .wrong(
            "from 0 to 1",
            "You drew with `sample_uniform_like`, whose numbers are never below 0; draw with \
             `sample_normal_like`.",
            |inputs, outputs, d| from_0_to_1(inputs, outputs) * d,
        )
        .wrong(
            "positive",
            "None of your weights is below 0; half of them have to be.",
            |inputs, outputs, d| normal(inputs, outputs, d).abs(),
        )
        .wrong("one number", ONE_NUMBER, |inputs, outputs, d| {
            normal(inputs, outputs, d) * 0.0 + d
        })
        .wrong(
            "zeros",
            "Your weights are 0; then every output is 0, and no weight ever moves.",
            |inputs, outputs, d| normal(inputs, outputs, d) * 0.0,
        )
        .wrong(
            "transposed",
            "Your matrix has a row for each output; it has a row for each input.",
            |inputs, outputs, d| normal(outputs, inputs, d),
        )
        .group("by where its numbers lie")
        .parts([("weights", property())])
        .inspect(not_normal)
        .cases(4, |_, i| weights(i))
        .cases(3, |_, i| (1, 1, weights(i).2))
        .wrong(
            "evenly spread",
            EVEN,
            uniform,
        )
        .wrong(
            "two sizes",
            TWO_VALUES,
            two_sizes,
        )
        .wrong("scaled", SCALED, |inputs, outputs, d| {
            scaled(normal(inputs, outputs, 1.0), d)
        })
        .wrong("mean taken away", MEAN_TAKEN, |inputs, outputs, d| {
            around_0(normal(inputs, outputs, d))
        })
        .and("uniform", function(uniform))
        .inputs(["inputs", "outputs", "deviation"])
        .group("by its statistics")
        .parts([("weights", statistics())])
        // Each size twice: chance has to be another one then.
        .cases(8, |_, i| weights(i))
        .wrong(
            "bound without the root",
            "You took the deviation for the bound; the bound is larger by a factor of sqrt(3).",
            |inputs, outputs, d| uniform(inputs, outputs, d / 3_f32.sqrt()),
        )
        .wrong(
            "3 for its root",
            "Your weights are sqrt(3) times as far from 0 as they should be, as if the bound were 3 times the \
             deviation; it is sqrt(3) times the deviation.",
            |inputs, outputs, d| uniform(inputs, outputs, d * 3_f32.sqrt()),
        )
        .wrong(
            "divided by the root",
            "You divided the deviation by sqrt(3); multiply by it, since the bound is larger.",
            |inputs, outputs, d| uniform(inputs, outputs, d / 3.0),
        )
        .wrong(
            "variance",
            "You made the bound of the square of the deviation, which is the variance; take the deviation.",
            |inputs, outputs, d| uniform(inputs, outputs, d * d),
        )
        .wrong(
            "from 0",
            "Your weights go from 0 to bound; they have to go from -bound to bound.",
            |inputs, outputs, d| from_0_to_1(inputs, outputs) * (3_f32.sqrt() * d),
        )
        .wrong(
            "from 0, without the root",
            "Your weights go from 0 to the deviation; they have to go from -bound to bound.",
            |inputs, outputs, d| from_0_to_1(inputs, outputs) * d,
        )
        .wrong(
            "half of the range",
            "Your range is half as wide as it has to be: from -bound to bound is 2 * bound.",
            |inputs, outputs, d| uniform(inputs, outputs, d / 2.0),
        )
        .wrong(
            "twice the range",
            "Your range is twice as wide as it has to be: from -bound to bound is 2 * bound.",
            |inputs, outputs, d| uniform(inputs, outputs, d * 2.0),
        )
        .wrong(
            "moved by 1",
            "You moved the range by 1; move it by the bound, or move the numbers before you multiply them.",
            |inputs, outputs, d| from_0_to_1(inputs, outputs) * (2.0 * 3_f32.sqrt() * d) - 1.0,
        )
        .wrong(
            "from -1 to 1",
            "Your weights go from -1 to 1; multiply them by the bound.",
            |inputs, outputs, _| from_0_to_1(inputs, outputs) * 2.0 - 1.0,
        )
        .wrong("one number", ONE_NUMBER, |inputs, outputs, d| {
            uniform(inputs, outputs, d) * 0.0 + d
        })
        .wrong(
            "zeros",
            "Your weights are 0; then every output is 0, and no weight ever moves.",
            |inputs, outputs, d| uniform(inputs, outputs, d) * 0.0,
        )
        .wrong(
            "transposed",
            "Your matrix has a row for each output; it has a row for each input.",
            |inputs, outputs, d| uniform(outputs, inputs, d),
        )
        .group("by where its numbers lie")
        .parts([("weights", property())])
        .inspect(not_even)
        .cases(4, |_, i| weights(i))
        .cases(3, |_, i| (1, 1, weights(i).2))
        .wrong(
            "from a normal distribution",
            NORMAL,
            normal,
        )
        .wrong(
            "two sizes",
            TWO_VALUES,
            two_sizes,
        )
        .wrong("scaled", SCALED, |inputs, outputs, d| {
            scaled(uniform(inputs, outputs, 1.0), d)
        })
        .wrong("scaled to the bound", TO_THE_END, |inputs, outputs, d| {
            let z = uniform(inputs, outputs, 1.0);
            let most = z.as_vec().into_iter().fold(0.0, |most: f32, x| most.max(x.abs()));
            z * (3_f32.sqrt() * d / most)
        })
        .wrong("mean taken away", MEAN_TAKEN, |inputs, outputs, d| {
            around_0(uniform(inputs, outputs, d))
        })
        .and("sizes", function(sizes))
        .inputs(["x", "layers"])
        .wrong(
            "no ReLU",
            "You left out the ReLU; after every product it makes 0 of what is negative.",
            |x, layers| measured(x, layers, |h| h, size),
        )
        .wrong(
            "before the ReLU",
            "You measured before the ReLU; measure what the next layer gets.",
            |x, layers| {
                let mut h = x;
                let mut sizes = vec![];
                for weights in layers {
                    let sums = h.matmul(weights);
                    sizes.push(size(&sums));
                    h = sums.relu();
                }
                sizes
            },
        )
        .wrong(
            "no root",
            "You returned the mean of the squares; take its root.",
            |x, layers| measured(x, layers, relu, |h| mean(h, |x| x * x)),
        )
        .wrong(
            "mean",
            "You returned the mean of the outputs; square them first, and take the root of the mean.",
            |x, layers| measured(x, layers, relu, |h| mean(h, |x| x)),
        )
        .wrong(
            "root of the sum",
            "You took the root of the sum of the squares; take that of their mean, so that the number of \
             outputs does not matter.",
            |x, layers| measured(x, layers, relu, |h| {
                h.as_vec().iter().map(|x| x * x).sum::<f32>().sqrt()
            }),
        )
        .wrong(
            "mean of the rows",
            "You divided by the number of examples; divide by how many numbers h has.",
            |x, layers| measured(x, layers, relu, |h| {
                let total: f32 = h.as_vec().iter().map(|x| x * x).sum();
                (total / h.shape().0 as f32).sqrt()
            }),
        )
        .wrong(
            "those above 0 alone",
            "You divided by how many numbers are above 0; those that the ReLU made 0 count too.",
            |x, layers| measured(x, layers, relu, |h| {
                let above = h.as_vec().into_iter().filter(|x| *x > 0.0).count() as f32;
                size(h) * (h.as_vec().len() as f32 / above).sqrt()
            }),
        )
        .wrong(
            "mean of the sizes of the rows",
            "You took the root for each row and then the mean; take the mean of all squares first, then one root.",
            |x, layers| measured(x, layers, relu, |h| {
                let rows: Vector = h.clone().square().mean::<_, Axis<1>>().sqrt();
                rows.as_vec().iter().sum::<f32>() / rows.shape().0 as f32
            }),
        )
        .wrong(
            "around the mean",
            "You subtracted the mean of the outputs first; here the squares of the outputs themselves count.",
            |x, layers| measured(x, layers, relu, |h| {
                let mean_of = mean(h, |x| x);
                (mean(h, |x| x * x) - mean_of * mean_of).max(0.0).sqrt()
            }),
        )
        .wrong(
            "largest",
            "You noted the largest output; the size is the root of the mean of all squares.",
            |x, layers| {
                measured(x, layers, relu, |h| h.as_vec().into_iter().fold(0.0, f32::max))
            },
        )
        .wrong(
            "compared with the layer before",
            "You divided each size by the one before it; the size itself is asked.",
            |x, layers| {
                let before = [vec![size(&x)], sizes(x.clone(), layers.clone())].concat();
                let all = sizes(x, layers).into_iter().zip(before);
                all.map(|(size, before)| size / before).collect()
            },
        )
        .wrong(
            "the input too",
            "You noted the size of the input as well; the first size is that after the first layer.",
            |x, layers| [vec![size(&x)], sizes(x, layers)].concat(),
        )
        .wrong(
            "one layer late",
            "You noted the size before each layer; note it after.",
            |x, layers| {
                let mut late = [vec![size(&x)], sizes(x, layers)].concat();
                late.pop();
                late
            },
        )
        .wrong(
            "the last layer alone",
            "You returned the size of the last layer alone; there is one for each layer.",
            |x, layers| sizes(x, layers).pop().into_iter().collect(),
        )
        .wrong(
            "the last layer without a ReLU",
            "You left out the ReLU after the last layer; here it follows every layer.",
            |x, layers| {
                let last = layers.len();
                let mut h = x;
                let mut sizes = vec![];
                for (n, weights) in layers.into_iter().enumerate() {
                    let sums = h.matmul(weights);
                    h = if n + 1 == last { sums } else { sums.relu() };
                    sizes.push(size(&h));
                }
                sizes
            },
        )
        .group("through layers of one width")
        .case("the first layer of the lesson", |_| {
            let x = device().tensor([[3.0, 4.0]]).realize();
            (x, vec![device().tensor([[1.0, 1.0], [1.0, -1.0]]).realize()])
        })
        .case("all weights zero", |g| {
            let (x, layers) = network(3, &[4, 4, 4])(g);
            (x, layers.into_iter().map(|weights| weights * 0.0).collect())
        })
        .case("ten layers", network(8, &[20; 11]))
        .cases(4, |g, i| network(2 + i, &vec![3 + i; 3 + i])(g))
        .wrong(
            "each layer for itself",
            "You sent `x` through every layer; each layer gets what the layer before it gave.",
            |x, layers| {
                let alone = |weights: Matrix| measured(x.clone(), vec![weights], relu, size);
                layers.into_iter().flat_map(alone).collect()
            },
        )
        .group("through layers of any width")
        .case("both layers of the lesson", |_| {
            let first = device().tensor([[1.0, 1.0], [1.0, -1.0]]).realize();
            let x = device().tensor([[3.0, 4.0]]).realize();
            (x, vec![first, device().zeros_like(&(2, 3))])
        })
        .case("no layer", network(3, &[4]))
        .case("one example", network(1, &[6, 7, 5]))
        .case("ten layers, wide and narrow", network(8, &[8, 20, 9, 21, 10, 22, 11, 23, 12, 24, 13]))
        .cases(8, |g, i| network(2 + i, &[5 + i, 9, 6 + i, 8][..2 + i % 3])(g))
        .run()
}
