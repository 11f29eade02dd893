// right: softplus of the logit, turned by the label
pub fn binary_cross_entropy<T: Tape<f32, Dev>>(logits: Vector<T>, labels: Vector) -> Scalar<T> {
    let z = logits * (-(labels * 2.0) + 1.0);
    let m = z.with_empty_tape().relu();
    let a = (-m.with_empty_tape()).exp();
    let b = (z - m.with_empty_tape()).exp();
    ((a + b).ln() + m).mean()
}

// wrong, mistake:sign: one minus sign too many
pub fn binary_cross_entropy<T: Tape<f32, Dev>>(logits: Vector<T>, labels: Vector) -> Scalar<T> {
    -{
        let m = logits.with_empty_tape().relu();
        let a = (-m.with_empty_tape()).exp();
        let b = (logits.with_empty_tape() - m.with_empty_tape()).exp();
        let product = logits * labels;
        ((a + b).ln() + m - product).mean()
    }
}

// wrong, mistake:m left out, and its slope: m is not added again
pub fn binary_cross_entropy<T: Tape<f32, Dev>>(logits: Vector<T>, labels: Vector) -> Scalar<T> {
    let m = logits.with_empty_tape().relu();
    let a = (-m.with_empty_tape()).exp();
    let b = (logits.with_empty_tape() - m.with_empty_tape()).exp();
    let product = logits * labels;
    ((a + b).ln() - product).mean()
}

// wrong, mistake:only exp(x) moved: 1 in the place of exp(-m)
pub fn binary_cross_entropy<T: Tape<f32, Dev>>(logits: Vector<T>, labels: Vector) -> Scalar<T> {
    let m = logits.with_empty_tape().relu();
    let b = (logits.with_empty_tape() - m.with_empty_tape()).exp();
    let product = logits * labels;
    ((b + 1.0).ln() + m - product).mean()
}

// wrong, mistake:logarithm of the mean: the logarithm of the mean probability
pub fn binary_cross_entropy<T: Tape<f32, Dev>>(logits: Vector<T>, labels: Vector) -> Scalar<T> {
    let p = logits.sigmoid();
    let right = p.with_empty_tape() * labels.clone() + (-p + 1.0) * (-labels + 1.0);
    -right.mean().ln()
}

// wrong, mistake:probability in the product: the label times the probability
pub fn binary_cross_entropy<T: Tape<f32, Dev>>(logits: Vector<T>, labels: Vector) -> Scalar<T> {
    let m = logits.with_empty_tape().relu();
    let a = (-m.with_empty_tape()).exp();
    let b = (logits.with_empty_tape() - m.with_empty_tape()).exp();
    let product = logits.sigmoid() * labels;
    ((a + b).ln() + m - product).mean()
}

// wrong, mistake:only exp(-m) moved: exp(x) as it is
pub fn binary_cross_entropy<T: Tape<f32, Dev>>(logits: Vector<T>, labels: Vector) -> Scalar<T> {
    let m = logits.with_empty_tape().relu();
    let a = (-m.with_empty_tape()).exp();
    let b = logits.with_empty_tape().exp();
    let product = logits * labels;
    ((a + b).ln() + m - product).mean()
}

// right: a no is a yes to the logit with the other sign
pub fn binary_cross_entropy<T: Tape<f32, Dev>>(logits: Vector<T>, labels: Vector) -> Scalar<T> {
    let against = logits * (labels * -2.0 + 1.0);
    let m = against.with_empty_tape().relu();
    let sum = (-m.with_empty_tape()).exp() + (against - m.with_empty_tape()).exp();
    (sum.ln() + m).mean()
}

// right: m is a constant for the tape, which changes neither the loss nor its gradient
pub fn binary_cross_entropy<T: Tape<f32, Dev>>(logits: Vector<T>, labels: Vector) -> Scalar<T> {
    let n = *logits.shape();
    let m: Vec<f32> = logits.as_vec().into_iter().map(|x| x.max(0.0)).collect();
    let m = device().tensor_from_vec(m, n);
    let product = logits.with_empty_tape() * labels;
    let sum = (logits - m.clone()).exp() + (-m.clone()).exp();
    (sum.ln() + m - product).mean()
}

// right: the mean of each of the three pieces
pub fn binary_cross_entropy<T: Tape<f32, Dev>>(logits: Vector<T>, labels: Vector) -> Scalar<T> {
    let n = logits.shape().0 as f32;
    let m = logits.with_empty_tape().relu();
    let product: Scalar<T> = (logits.with_empty_tape() * labels).sum();
    let yes = (logits - m.with_empty_tape()).exp();
    let no = (-m.with_empty_tape()).exp();
    let (m, logarithm): (Scalar<T>, Scalar<T>) = (m.sum(), (yes + no).ln().sum());
    (logarithm + m - product) / n
}

// wrong, mistake:log of zero: the first two lines of the lesson as they stand, with sigmoid and ln
pub fn binary_cross_entropy<T: Tape<f32, Dev>>(logits: Vector<T>, labels: Vector) -> Scalar<T> {
    let p = logits.sigmoid();
    let yes = p.with_empty_tape().ln() * labels.clone();
    let no = (-p + 1.0).ln() * (-labels + 1.0);
    (-(yes + no)).mean()
}

// wrong, mistake:overflow: the third line of the lesson as it stands
pub fn binary_cross_entropy<T: Tape<f32, Dev>>(logits: Vector<T>, labels: Vector) -> Scalar<T> {
    let product = logits.with_empty_tape() * labels;
    ((logits.exp() + 1.0).ln() - product).mean()
}

// wrong, mistake:m left out: m is not added again after the logarithm
pub fn binary_cross_entropy<T: Tape<f32, Dev>>(logits: Vector<T>, labels: Vector) -> Scalar<T> {
    let m = logits.with_empty_tape().relu();
    let product = logits.with_empty_tape() * labels;
    let sum = (-m.with_empty_tape()).exp() + (logits - m).exp();
    (sum.ln() - product).mean()
}

// wrong, sign: the product is added
pub fn binary_cross_entropy<T: Tape<f32, Dev>>(logits: Vector<T>, labels: Vector) -> Scalar<T> {
    let m = logits.with_empty_tape().relu();
    let product = logits.with_empty_tape() * labels;
    let sum = (-m.with_empty_tape()).exp() + (logits - m.with_empty_tape()).exp();
    (sum.ln() + m + product).mean()
}

// wrong, mistake:summed: the sum of the losses
pub fn binary_cross_entropy<T: Tape<f32, Dev>>(logits: Vector<T>, labels: Vector) -> Scalar<T> {
    let m = logits.with_empty_tape().relu();
    let product = logits.with_empty_tape() * labels;
    let sum = (-m.with_empty_tape()).exp() + (logits - m.with_empty_tape()).exp();
    (sum.ln() + m - product).sum()
}

// wrong, mistake:only yes: only the examples with a yes count
pub fn binary_cross_entropy<T: Tape<f32, Dev>>(logits: Vector<T>, labels: Vector) -> Scalar<T> {
    let against = -logits;
    let m = against.with_empty_tape().relu();
    let sum = (-m.with_empty_tape()).exp() + (against - m.with_empty_tape()).exp();
    ((sum.ln() + m) * labels).mean()
}

// wrong, mistake:corner: the form of many programs, with the wrong slope at 0
pub fn binary_cross_entropy<T: Tape<f32, Dev>>(logits: Vector<T>, labels: Vector) -> Scalar<T> {
    let m = logits.with_empty_tape().relu();
    let product = logits.with_empty_tape() * labels;
    let logarithm = ((-logits.abs()).exp() + 1.0).ln();
    (m - product + logarithm).mean()
}

// wrong, mistake:clamped: the probabilities are kept away from 0 and 1, so a loss of 200 becomes 16
pub fn binary_cross_entropy<T: Tape<f32, Dev>>(logits: Vector<T>, labels: Vector) -> Scalar<T> {
    let p = logits.sigmoid().clamp(1e-7, 1.0 - 1e-7);
    let yes = p.with_empty_tape().ln() * labels.clone();
    let no = (-p + 1.0).ln() * (-labels + 1.0);
    (-(yes + no)).mean()
}

// wrong, mistake:labels exchanged: the labels are exchanged: 1 is taken for no
pub fn binary_cross_entropy<T: Tape<f32, Dev>>(logits: Vector<T>, labels: Vector) -> Scalar<T> {
    let m = logits.with_empty_tape().relu();
    let product = logits.with_empty_tape() * (-labels + 1.0);
    let sum = (-m.with_empty_tape()).exp() + (logits - m.with_empty_tape()).exp();
    (sum.ln() + m - product).mean()
}

// wrong, mistake:only exp(x) moved: the first exp is forgotten and stands for 1
pub fn binary_cross_entropy<T: Tape<f32, Dev>>(logits: Vector<T>, labels: Vector) -> Scalar<T> {
    let m = logits.with_empty_tape().relu();
    let product = logits.with_empty_tape() * labels;
    let sum = (logits - m.with_empty_tape()).exp() + 1.0;
    (sum.ln() + m - product).mean()
}

// wrong, mistake:squared: the squared distance of the probabilities from the labels
pub fn binary_cross_entropy<T: Tape<f32, Dev>>(logits: Vector<T>, labels: Vector) -> Scalar<T> {
    (logits.sigmoid() - labels).square().mean()
}
