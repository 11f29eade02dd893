//! How `gru` is checked: one step, then two. All mistakes of a step are one function that takes its slips as a value.

#[path = "../../solutions/09_sequence/gru.rs"]
#[expect(dead_code, reason = "a check has a `main` of its own")]
mod solution;
use gradlings::prelude::*;
use solution::linear::linear;
use solution::{gru, two_steps};

type Inputs = (
    Matrix,
    Matrix,
    Vec<Matrix>,
    Vec<Matrix>,
    Vec<Vector>,
    Vec<Vector>,
);
type State = Matrix<Recording>;
type Matrices = Vec<Matrix<Recording>>;
type Vectors = Vec<Vector<Recording>>;

/// A step for so many sequences. The weights are small enough for gates that are neither open nor closed.
fn step(batch: usize, inputs: usize, units: usize) -> impl Fn(&mut Generator) -> Inputs {
    move |g| {
        let (x, h) = (g.matrix(batch, inputs), g.matrix(batch, units).tanh());
        let mut matrices = |rows: usize| -> Vec<Matrix> {
            let one = |_| g.matrix(rows, units) / (rows as f32).sqrt();
            (0..3).map(one).collect()
        };
        let (w, u) = (matrices(inputs), matrices(units));
        let mut biases = || -> Vec<Vector> { (0..3).map(|_| g.vector(units) * 0.7).collect() };
        (x, h, w, u, biases(), biases())
    }
}

/// What `r` multiplies.
#[derive(Clone, Copy)]
enum Reset {
    /// The part of the old state, as it should be.
    Part,
    /// That part, before its bias is added.
    Product,
    /// That part, whose bias is left out.
    NoBias,
    /// The part as it should be, but with nothing recorded of `r`.
    OffTheTape,
    /// The old state, before the product.
    State,
    /// The part of the input.
    Input,
    /// Both parts.
    Sum,
    /// What the tanh gives.
    Proposal,
    Nothing,
}

/// What is done differently in a step.
#[derive(Clone, Copy)]
struct Slips {
    /// Which weights the reset gate, the update gate and the proposal have.
    order: [usize; 3],
    /// How much the biases of the input and those of the state count.
    biases: (f32, f32),
    /// What becomes of the sums of the reset gate and of the update gate.
    gates: [fn(State) -> State; 2],
    bend: fn(State) -> State,
    /// How much the old state counts in the sums of both gates.
    seen: f32,
    reset: Reset,
    /// The next state, of the update gate, the proposal, the old state and the reset gate.
    mix: fn(State, State, State, State) -> State,
}

const RIGHT: Slips = Slips {
    order: [0, 1, 2],
    biases: (1.0, 1.0),
    gates: [sigmoid, sigmoid],
    bend: |sum| sum.tanh(),
    seen: 1.0,
    reset: Reset::Part,
    mix: |z, n, h, _| rest(z.with_empty_tape()) * n + z * h,
};

fn sigmoid(sum: State) -> State {
    sum.sigmoid()
}

fn as_it_is(sum: State) -> State {
    sum
}

fn rest(share: State) -> State {
    -share + 1.0
}

fn slipped(
    slips: Slips,
    x: State,
    h: State,
    w: Matrices,
    u: Matrices,
    b: Vectors,
    c: Vectors,
) -> State {
    let of_input = |x: State, gate: usize| {
        let bias = b[gate].with_empty_tape() * slips.biases.0;
        linear(x, w[gate].with_empty_tape(), bias)
    };
    let of = |state: State, gate: usize, bias: f32| {
        let bias = c[gate].with_empty_tape() * slips.biases.1 * bias;
        linear(state, u[gate].with_empty_tape(), bias)
    };
    let [reset, update, last] = slips.order;
    let sum = |gate: usize| {
        of_input(x.with_empty_tape(), gate) + of(h.with_empty_tape(), gate, 1.0) * slips.seen
    };
    let (r, z) = ((slips.gates[0])(sum(reset)), (slips.gates[1])(sum(update)));
    // The tapes of `r` and of `x` go into the proposal, which every mixture has; that of `h` goes into the mixture.
    let (again, share) = (r.with_empty_tape(), r);
    let state = h.with_empty_tape();
    let new = of_input(x, last);
    let n = match slips.reset {
        Reset::Part => (slips.bend)(new + share * of(state, last, 1.0)),
        Reset::Product => {
            let bias = c[last].with_empty_tape().broadcast_like::<_, Axis<0>>(&new);
            (slips.bend)(new + share * of(state, last, 0.0) + bias)
        }
        Reset::NoBias => (slips.bend)(new + share * of(state, last, 0.0)),
        Reset::OffTheTape => (slips.bend)(new + again.with_empty_tape() * of(state, last, 1.0)),
        Reset::State => (slips.bend)(new + of(share * state, last, 1.0)),
        Reset::Input => (slips.bend)(share * new + of(state, last, 1.0)),
        Reset::Sum => (slips.bend)(share * (new + of(state, last, 1.0))),
        Reset::Proposal => share * (slips.bend)(new + of(state, last, 1.0)),
        Reset::Nothing => (slips.bend)(new + of(state, last, 1.0)),
    };
    (slips.mix)(z, n, h, again)
}

/// A step with these slips.
fn with(slips: Slips) -> impl Handler<Inputs = Inputs> {
    gradient(move |x, h, w, u, b, c| slipped(slips, x, h, w, u, b, c))
}

fn main() {
    Reference::of("gru", gradient(gru))
        .inputs(["x", "h", "w", "u", "b", "c"])
        .leaves(["w", "u", "b", "c"])
        .case("the example of the lesson", |_| {
            let matrix = |number: f32| device().tensor_from_vec(vec![number], (1, 1));
            let vector = |number: f32| device().tensor_from_vec(vec![number], (1,));
            let matrices = |numbers: [f32; 3]| numbers.map(matrix).to_vec();
            let vectors = |numbers: [f32; 3]| numbers.map(vector).to_vec();
            let (w, u) = (matrices([1.0, 0.0, 2.0]), matrices([-1.0, 0.0, 3.0]));
            let (b, c) = (vectors([1.0, 0.0, -2.5]), vectors([0.0, 3_f32.ln(), -4.0]));
            (matrix(1.0), matrix(2.0), w, u, b, c)
        })
        .case("one sequence", step(1, 2, 3))
        .case("one unit", step(3, 2, 1))
        .case("as many inputs as units", step(2, 3, 3))
        .case("the first step: the state is zeros", |g| {
            let (x, h, w, u, b, c) = step(2, 3, 2)(g);
            (x, h * 0.0, w, u, b, c)
        })
        .case("an update gate that is closed", |g| {
            let (x, h, w, u, mut b, c) = step(2, 2, 3)(g);
            b[1] = b[1].clone() + 40.0;
            (x, h, w, u, b, c)
        })
        .case("every bias zero", |g| {
            let (x, h, w, u, b, c) = step(2, 2, 3)(g);
            let zeros = |of: Vec<Vector>| of.into_iter().map(|bias| bias * 0.0).collect();
            (x, h, w, u, zeros(b), zeros(c))
        })
        .cases(3, |g, i| step(1 + i % 3, 1 + i, 2 + i % 2)(g))
        .mistake(
            "update gate inverted",
            "You mixed the other way round; `z` is the share of the old state, and `1 - z` that \
             of the proposal.",
            with(Slips {
                mix: |z, n, h, _| z.with_empty_tape() * n + rest(z) * h,
                ..RIGHT
            }),
        )
        .mistake(
            "reset before the product",
            "You multiplied the old state by `r` before the product; here `r` multiplies `h u_n + \
             c_n`.",
            with(Slips {
                reset: Reset::State,
                ..RIGHT
            }),
        )
        .mistake(
            "reset without the bias",
            "You multiplied `h u_n` by `r` and added `c_n` afterwards; `r` multiplies both, the \
             bracket.",
            with(Slips {
                reset: Reset::Product,
                ..RIGHT
            }),
        )
        .mistake(
            "reset of the whole sum",
            "You multiplied the whole sum in the tanh by `r`; it is for the part of the old state \
             alone.",
            with(Slips {
                reset: Reset::Sum,
                ..RIGHT
            }),
        )
        .mistake(
            "no reset",
            "You left `r` out of the proposal; it multiplies the part of the old state.",
            with(Slips {
                reset: Reset::Nothing,
                ..RIGHT
            }),
        )
        .mistake(
            "reset of the input",
            "You multiplied the part of the input by `r`; it is for the part of the old state.",
            with(Slips {
                reset: Reset::Input,
                ..RIGHT
            }),
        )
        .mistake(
            "reset of the proposal",
            "You multiplied by `r` after the tanh; it is for the part of the old state, inside.",
            with(Slips {
                reset: Reset::Proposal,
                ..RIGHT
            }),
        )
        .mistake(
            "gates exchanged",
            "You used the first weights for `z` and the second ones for `r`, as Keras has them; \
             the order is `r`, `z`, `n`.",
            with(Slips {
                order: [1, 0, 2],
                ..RIGHT
            }),
        )
        .mistake(
            "proposal first",
            "You took the weights in the order `n`, `r`, `z`; it is `r`, `z`, `n`.",
            with(Slips {
                order: [1, 2, 0],
                ..RIGHT
            }),
        )
        .mistake(
            "one gate for both",
            "You used `r`, or its weights, where `z` belongs; `z` has weights of its own, the \
             second ones.",
            with(Slips {
                order: [0, 0, 2],
                ..RIGHT
            }),
        )
        .mistake(
            "update gate for both",
            "You used `z`, or its weights, where `r` belongs; `r` has weights of its own, the \
             first ones.",
            with(Slips {
                order: [1, 1, 2],
                ..RIGHT
            }),
        )
        .mistake(
            "bias of the state missing",
            "You left out `c`, the biases that go with `u`; they belong to all three sums.",
            with(Slips {
                biases: (1.0, 0.0),
                ..RIGHT
            }),
        )
        .mistake(
            "bias of the input missing",
            "You left out `b`, the biases that go with `w`; they belong to all three sums.",
            with(Slips {
                biases: (0.0, 1.0),
                ..RIGHT
            }),
        )
        .mistake(
            "no bias",
            "You left out both biases, `b` and `c`; they belong to all three sums.",
            with(Slips {
                biases: (0.0, 0.0),
                ..RIGHT
            }),
        )
        .mistake(
            "gates without the state",
            "Your gates look at the input alone; `h u_r + c_r` belongs to the sum of `r`, and \
             `h u_z + c_z` to that of `z`.",
            with(Slips { seen: 0.0, ..RIGHT }),
        )
        .mistake(
            "no sigmoid",
            "Your gates are the sums themselves; a sigmoid keeps them between 0 and 1.",
            with(Slips {
                gates: [as_it_is, as_it_is],
                ..RIGHT
            }),
        )
        .mistake(
            "tanh for the gates",
            "You applied a tanh to the gates; they are shares, so it is a sigmoid.",
            with(Slips {
                gates: [|sum| sum.tanh(), |sum| sum.tanh()],
                ..RIGHT
            }),
        )
        .mistake(
            "sigmoid for the proposal",
            "You applied a sigmoid to the proposal; it is a tanh, as in `rnn_cell`.",
            with(Slips {
                bend: |sum| sum.sigmoid(),
                ..RIGHT
            }),
        )
        .mistake(
            "no tanh",
            "You left out the tanh of the proposal.",
            with(Slips {
                bend: |sum| sum,
                ..RIGHT
            }),
        )
        .mistake(
            "proposal returned",
            "You returned the proposal; it is mixed with the old state.",
            with(Slips {
                mix: |_, n, h, _| n + h * 0.0,
                ..RIGHT
            }),
        )
        .mistake(
            "proposal added whole",
            "You added the whole proposal to `z * h`; only the share `1 - z` of it belongs there.",
            with(Slips {
                mix: |z, n, h, _| n + z * h,
                ..RIGHT
            }),
        )
        .mistake(
            "old state added whole",
            "You added the whole old state; only the share `z` of it stays.",
            with(Slips {
                mix: |z, n, h, _| rest(z) * n + h,
                ..RIGHT
            }),
        )
        .mistake(
            "reset in the mixture",
            "You multiplied the old state by `r` in the mixture too; there it is `z * h`.",
            with(Slips {
                mix: |z, n, h, r| rest(z.with_empty_tape()) * n + z * (r * h),
                ..RIGHT
            }),
        )
        .mistake(
            "no sigmoid for the reset gate",
            "Your `r` is the sum itself; a sigmoid keeps it between 0 and 1.",
            with(Slips {
                gates: [as_it_is, sigmoid],
                ..RIGHT
            }),
        )
        .mistake(
            "no sigmoid for the update gate",
            "Your `z` is the sum itself; a sigmoid keeps it between 0 and 1.",
            with(Slips {
                gates: [sigmoid, as_it_is],
                ..RIGHT
            }),
        )
        .mistake(
            "bias of the state missing in the proposal",
            "You left out the third bias of `c`; `r` multiplies `h u_n + c_n`.",
            with(Slips {
                reset: Reset::NoBias,
                ..RIGHT
            }),
        )
        .mistake(
            "tape of the reset gate lost",
            "Your value is right, but what was recorded of `r` is lost, so the reset gate would \
             never learn; lend it where you need it again, and use `r` itself once.",
            with(Slips {
                reset: Reset::OffTheTape,
                ..RIGHT
            }),
        )
        .mistake(
            "tape of the update gate lost",
            "Your value is right, but what was recorded of `z` is lost, so the update gate would \
             never learn; `z.with_empty_tape()` is for one of its two places, the other takes `z` \
             itself.",
            with(Slips {
                mix: |z, n, h, _| rest(z.with_empty_tape()) * n + z.with_empty_tape() * h,
                ..RIGHT
            }),
        )
        .mistake(
            "tape of the proposal lost",
            "Your value is right, but what was recorded of `n` is lost, so neither its weights \
             nor the reset gate would learn; use `n` itself once.",
            with(Slips {
                mix: |z, n, h, _| rest(z.with_empty_tape()) * n.with_empty_tape() + z * h,
                ..RIGHT
            }),
        )
        .mistake(
            "one plus",
            "You multiplied the proposal by `1 + z`; its share is `1 - z`.",
            with(Slips {
                mix: |z, n, h, _| (z.with_empty_tape() + 1.0) * n + z * h,
                ..RIGHT
            }),
        )
        .mistake(
            "minus one",
            "You multiplied the proposal by `z - 1`; its share is `1 - z`.",
            with(Slips {
                mix: |z, n, h, _| (z.with_empty_tape() - 1.0) * n + z * h,
                ..RIGHT
            }),
        )
        .mistake(
            "shares equal",
            "You multiplied the proposal by `z` as well; its share is `1 - z`.",
            with(Slips {
                mix: |z, n, h, _| z.with_empty_tape() * n + z * h,
                ..RIGHT
            }),
        )
        .mistake(
            "tanh of the mixture",
            "You applied a tanh to the mixture too; it is the next state as it is.",
            with(Slips {
                mix: |z, n, h, _| (rest(z.with_empty_tape()) * n + z * h).tanh(),
                ..RIGHT
            }),
        )
        .wrong(
            "one bias for both",
            "You used `b` where `c` belongs; `c` goes with the products with `u`.",
            |x, h, w, u, b, _| {
                let again = b.iter().map(Tensor::with_empty_tape).collect();
                gru(x, h, w, u, b, again)
            },
        )
        .and("two_steps", gradient(two_steps))
        .inputs(["first", "second", "h", "w", "u", "b", "c"])
        .leaves(["w", "u", "b", "c"])
        .cases(3, |g, i| {
            let (second, h, w, u, b, c) = step(1 + i, 1 + i, 2)(g);
            (g.matrix(1 + i, 1 + i), second, h, w, u, b, c)
        })
        .wrong(
            "history lost",
            "Your step loses the tape that the old state brings along, so nothing is learned from \
             earlier steps; use `h` itself once, the last time that you need it.",
            |first, second, h, w, u, b, c| {
                let again = |of: &Matrices| of.iter().map(Tensor::with_empty_tape).collect();
                let biases = |of: &Vectors| of.iter().map(Tensor::with_empty_tape).collect();
                let h = gru(first, h, again(&w), again(&u), biases(&b), biases(&c));
                gru(second, h.with_empty_tape(), w, u, b, c)
            },
        )
        .run()
}
