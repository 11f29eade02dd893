//! How the first steps of `train` are checked: every loss and every parameter. Most mistakes are the right training with
//! another step.

use crate::solution::adam::{adam_step, moments};
use crate::solution::cross_entropy::cross_entropy;
use crate::solution::{RATE, network, train};
use crate::spirals_predict::asked;
use course::Parameters;
use gradlings::prelude::*;

pub type Run = (Matrix, Labels, Parameters, usize);

/// So many steps with such a network on so many points.
fn run(points: usize, sizes: &'static [usize], steps: usize) -> impl Fn(&mut Generator) -> Run {
    move |g| {
        let classes = sizes[sizes.len() - 1];
        let (x, parameters) = asked(points, sizes)(g);
        (x, g.labels(points, classes), parameters, steps)
    }
}

/// Two steps with the network of the lesson's example.
fn lesson() -> Run {
    let x = device().tensor_from_vec(vec![1.0, -2.0], (1, 2));
    let parameters = Parameters {
        weights: vec![device().zeros_like(&(2, 2))],
        biases: vec![device().zeros_like(&(2,))],
    };
    (x, device().tensor_from_vec(vec![1], (1,)), parameters, 2)
}

/// A few steps with a network that is nearly sure from the beginning, and right.
fn nearly_perfect(g: &mut Generator) -> Run {
    let parameters = Parameters {
        weights: vec![device().zeros_like(&(2, 2))],
        biases: vec![device().tensor_from_vec(vec![-4.0, 4.0], (2,))],
    };
    let labels = device().tensor_from_vec(vec![1; 4], (4,));
    (g.matrix(4, 2), labels, parameters, 4)
}

type List = Vec<f32>;
/// The parameters as one list, m and v.
type Lists = [List; 3];

/// Which parameters are returned.
#[derive(Clone, Copy)]
enum Returned {
    /// Those from before the training.
    First,
    /// Those of which the loss was the lowest that was reported.
    Lowest,
    /// Those after all steps.
    Last,
}

/// What is done differently in the training.
#[derive(Clone, Copy)]
struct Slips {
    /// What the loss is taken of.
    scores: fn(Matrix<Recording>) -> Matrix<Recording>,
    /// Whether all gradients are those at the first parameters, and whether the losses are too then.
    stale: bool,
    stale_losses: bool,
    /// Whether each step adds its gradient to those before.
    sums: bool,
    /// What a step makes of the lists, with the gradient and its number.
    step: fn(Lists, List, usize) -> Lists,
    /// How many steps are taken.
    steps: fn(usize) -> usize,
    /// The loss below which no more steps are taken.
    enough: f32,
    /// The number of a step that Adam gets, from its own and that of all steps.
    given: fn(usize, usize) -> usize,
    /// Whether the biases stay what they were.
    frozen: bool,
    /// Which parameters are returned.
    returned: Returned,
    /// The number that a step's loss is reported with.
    number: fn(usize) -> usize,
    /// Whether the loss that is reported is the one after the step.
    after: bool,
}

const RIGHT: Slips = Slips {
    scores: |logits| logits,
    stale: false,
    stale_losses: false,
    sums: false,
    step: |lists, gradient, t| adam(lists, gradient, t, RATE),
    steps: |steps| steps,
    enough: 0.0,
    given: |t, _| t,
    frozen: false,
    returned: Returned::Last,
    number: |t| t,
    after: false,
};

fn adam([numbers, m, v]: Lists, gradient: List, t: usize, rate: f32) -> Lists {
    let (m, v) = moments(m, v, gradient);
    let numbers = adam_step(numbers, m.clone(), v.clone(), t, rate);
    [numbers, m, v]
}

/// As many zeros as there are numbers.
fn zeros(like: &List) -> List {
    vec![0.0; like.len()]
}

fn slipped(
    slips: Slips,
    x: Matrix,
    labels: Labels,
    parameters: Parameters,
    steps: usize,
) -> Parameters {
    let loss_at = |parameters: &Parameters| {
        let logits = network(parameters).forward(x.leaky_trace());
        cross_entropy((slips.scores)(logits), labels.clone())
    };
    let first = parameters.numbers();
    let mut sum = zeros(&first);
    let mut lists = [first.clone(), sum.clone(), sum.clone()];
    let mut lowest = (f32::INFINITY, first.clone());
    for t in 1..=(slips.steps)(steps) {
        let now = if slips.stale { &first } else { &lists[0] };
        let now = parameters.with(now.clone());
        let loss = loss_at(&now);
        let before = match slips.stale && !slips.stale_losses {
            true => loss_at(&parameters.with(lists[0].clone())).array(),
            false => loss.array(),
        };
        let mut gradient = now.gradient(loss.backward());
        if slips.sums {
            for (sum, slope) in sum.iter_mut().zip(&gradient) {
                *sum += slope;
            }
            gradient = sum.clone();
        }
        if before < slips.enough {
            report::metric("loss", (slips.number)(t), before);
            break;
        }
        if before < lowest.0 {
            lowest = (before, lists[0].clone());
        }
        lists = (slips.step)(lists, gradient, (slips.given)(t, steps));
        if slips.frozen {
            let Parameters { weights, .. } = parameters.with(lists[0].clone());
            let biases = parameters.biases.clone();
            lists[0] = Parameters { weights, biases }.numbers();
        }
        let reported = if slips.after {
            loss_at(&parameters.with(lists[0].clone())).array()
        } else {
            before
        };
        report::metric("loss", (slips.number)(t), reported);
    }
    let [numbers, ..] = lists;
    parameters.with(match slips.returned {
        Returned::First => first,
        Returned::Lowest => lowest.1,
        Returned::Last => numbers,
    })
}

/// A training with these slips.
fn with(slips: Slips) -> impl Handler<Inputs = Run> {
    training(move |x, labels, parameters, steps| slipped(slips, x, labels, parameters, steps))
}

/// A training that takes its steps like this.
fn stepping(step: fn(Lists, List, usize) -> Lists) -> impl Handler<Inputs = Run> {
    with(Slips { step, ..RIGHT })
}

const STALE: &str = "All your gradients are those at the first parameters; forward, loss and backward come anew in every \
                     step, with the parameters of now.";

/// The check of the first steps, after those before.
pub fn after(before: Reference<impl Handler + 'static>) -> Reference<impl Handler<Inputs = Run>> {
    before
        .and("train", training(train))
        .inputs(["x", "labels", "parameters", "steps"])
        .group("on the first steps")
        .parts([("weights", within(1e-3, 1e-3)), ("biases", within(1e-3, 1e-3))])
        .series("loss")
        .follows(0.001)
        .case("the example of the lesson", |_| lesson())
        .case("one step", run(6, &[2, 3, 2], 1))
        .case("one point", run(1, &[2, 4, 2], 3))
        .case("five steps", run(16, &[2, 6, 4, 2], 5))
        .case("three classes", run(20, &[2, 6, 6, 3], 10))
        .case("20 steps", run(30, &[2, 8, 8, 2], 20))
        .case("a loss that is near 0 from the beginning", nearly_perfect)
        .mistake(
            "softmax before the loss",
            "You gave `cross_entropy` probabilities, and it takes logits: it applies the softmax itself. \
             Leave yours out.",
            with(Slips {
                scores: |logits| logits.softmax::<Axis<1>>(),
                ..RIGHT
            }),
        )
        .mistake(
            "gradient of the first parameters",
            STALE,
            with(Slips {
                stale: true,
                stale_losses: true,
                ..RIGHT
            }),
        )
        .mistake(
            "gradient of the first parameters, losses of now",
            STALE,
            with(Slips {
                stale: true,
                ..RIGHT
            }),
        )
        .mistake(
            "gradients added up",
            "Each of your steps follows the sum of all gradients so far; a step takes its own gradient, \
             from a tape that is empty when the step begins.",
            with(Slips {
                sums: true,
                ..RIGHT
            }),
        )
        .mistake(
            "steps from 0",
            "You counted Adam's steps from 0, so the first one divides by 0 in the bias correction; the \
             first step has t = 1.",
            // Most who count from 0 number the losses from 0 too.
            with(Slips {
                step: |lists, gradient, t| adam(lists, gradient, t - 1, RATE),
                number: |t| t - 1,
                ..RIGHT
            }),
        )
        .mistake(
            "steps from 0, losses from 1",
            "You counted Adam's steps from 0, so the first one divides by 0 in the bias correction; the \
             first step has t = 1.",
            stepping(|lists, gradient, t| adam(lists, gradient, t - 1, RATE)),
        )
        .mistake(
            "steps from 2",
            "You counted Adam's steps from 2; the first step has t = 1.",
            stepping(|lists, gradient, t| adam(lists, gradient, t + 1, RATE)),
        )
        .mistake(
            "always the first step",
            "Every step of yours is Adam's first, with t = 1; give `adam_step` the number of the step.",
            stepping(|lists, gradient, _| adam(lists, gradient, 1, RATE)),
        )
        .mistake(
            "always the last step",
            "You gave `adam_step` the number of all steps each time; give it t, the number of the step.",
            with(Slips {
                given: |_, steps| steps,
                ..RIGHT
            }),
        )
        .mistake(
            "moments begin again",
            "Your m and v begin at 0 in every step, so Adam remembers nothing; make them before the loop, \
             and keep what `moments` returns for the next step.",
            stepping(|[numbers, m, v], gradient, t| {
                adam([numbers, zeros(&m), zeros(&v)], gradient, t, RATE)
            }),
        )
        .mistake(
            "Adam begins again",
            "Adam begins anew in every step, with moments of 0 and t = 1, so each parameter moves by the \
             whole rate every time; m and v are made before the loop, and t counts the steps.",
            stepping(|[numbers, m, v], gradient, _| {
                adam([numbers, zeros(&m), zeros(&v)], gradient, 1, RATE)
            }),
        )
        .mistake(
            "moments one step late",
            "Your step is taken with the moments of the step before; put the gradient into m and v first, \
             then take the step.",
            stepping(|[numbers, m, v], gradient, t| {
                let moved = adam_step(numbers, m.clone(), v.clone(), t, RATE);
                let (m, v) = moments(m, v, gradient);
                [moved, m, v]
            }),
        )
        .mistake(
            "moments exchanged",
            "You gave `adam_step` v for m and m for v; m comes first.",
            stepping(|[numbers, m, v], gradient, t| {
                let (m, v) = moments(m, v, gradient);
                [adam_step(numbers, v.clone(), m.clone(), t, RATE), m, v]
            }),
        )
        .mistake(
            "moments exchanged before",
            "You gave `moments` v for m and m for v; m comes first.",
            stepping(|[numbers, m, v], gradient, t| adam([numbers, v, m], gradient, t, RATE)),
        )
        .mistake(
            "gradient for m",
            "You gave `adam_step` the gradient for m; it takes the moments that `moments` returns.",
            stepping(|[numbers, m, v], gradient, t| {
                let (m, v) = moments(m, v, gradient.clone());
                [adam_step(numbers, gradient, v.clone(), t, RATE), m, v]
            }),
        )
        .mistake(
            "plain gradient descent",
            "You moved the parameters against the gradient itself; the step here is Adam's, made of \
             `moments` and `adam_step`.",
            stepping(|[numbers, m, v], gradient, _| {
                let pairs = numbers.iter().zip(&gradient);
                [pairs.map(|(number, slope)| number - RATE * slope).collect(), m, v]
            }),
        )
        .mistake(
            "two steps for each gradient",
            "You took Adam's step twice for each gradient; one gradient is good for one step.",
            stepping(|[numbers, m, v], gradient, t| {
                let (m, v) = moments(m, v, gradient);
                let once = adam_step(numbers, m.clone(), v.clone(), t, RATE);
                [adam_step(once, m.clone(), v.clone(), t, RATE), m, v]
            }),
        )
        .mistake(
            "parameters for the gradient",
            "You gave `moments` the parameters; it takes their gradient.",
            stepping(|[numbers, m, v], _, t| {
                let same = numbers.clone();
                adam([numbers, m, v], same, t, RATE)
            }),
        )
        .mistake(
            "uphill",
            "Your steps go uphill; leave the sign of the gradient and of `RATE` as it is, because \
             `adam_step` subtracts.",
            stepping(|lists, gradient, t| adam(lists, gradient, t, -RATE)),
        )
        .mistake(
            "never moved",
            "Your parameters stay what they were; what `adam_step` returns has to become the parameters \
             of the next step: `parameters = parameters.with(numbers);`.",
            stepping(|lists, _, _| lists),
        )
        .mistake(
            "the first parameters returned",
            "Your network learns, but you returned the parameters from before the training; return those \
             after the last step.",
            with(Slips {
                returned: Returned::First,
                ..RIGHT
            }),
        )
        .mistake(
            "the lowest loss returned",
            // While the loss falls, these are the parameters before the last step.
            "You took every step, but you returned parameters from before the last one; return those after it.",
            with(Slips {
                returned: Returned::Lowest,
                ..RIGHT
            }),
        )
        .mistake(
            "biases stay",
            "Your weights move and your biases stay what they were; each step moves both.",
            with(Slips {
                frozen: true,
                ..RIGHT
            }),
        )
        .mistake(
            "one step too few",
            "Your training is one step short; there are `steps` of them, and `1..steps` leaves the last \
             one out.",
            with(Slips {
                steps: |steps| steps - 1,
                ..RIGHT
            }),
        )
        .mistake(
            "enough",
            "You stopped before the last step because the loss was small; take all `steps`.",
            with(Slips {
                enough: 0.01,
                ..RIGHT
            }),
        )
        .mistake(
            "losses numbered from 0",
            "You report the first loss with the number 0; it belongs to the step with t = 1.",
            with(Slips {
                number: |t| t - 1,
                ..RIGHT
            }),
        )
        .mistake(
            "loss after the step",
            "You report the loss after each step; report the one that the step's gradient comes from.",
            with(Slips {
                after: true,
                ..RIGHT
            }),
        )
}
