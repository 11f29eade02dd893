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
