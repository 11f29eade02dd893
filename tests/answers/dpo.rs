// right: zeros are chosen where the mask is 0
pub fn whole<T: Tape<f32, Dev>>(logs: Matrix<T>, mask: Matrix) -> Vector<T> {
    let zeros = device().zeros_like(&logs).retaped::<T>();
    mask.gt(0.5).choose(logs, zeros).sum::<_, Axis<1>>()
}

// right: the mean over all tokens, times their number
pub fn whole<T: Tape<f32, Dev>>(logs: Matrix<T>, mask: Matrix) -> Vector<T> {
    let tokens = logs.shape().1 as f32;
    (logs * mask).mean::<_, Axis<1>>() * tokens
}

// right: the tokens are the rows, so their axis comes first
pub fn whole<T: Tape<f32, Dev>>(logs: Matrix<T>, mask: Matrix) -> Vector<T> {
    (logs * mask)
        .permute::<_, Axes2<1, 0>>()
        .sum::<_, Axis<0>>()
}

// right: each answer by itself, as in the lesson, and the loss of the binary cross-entropy whose labels are all 1
pub fn dpo<T: Tape<f32, Dev>>(
    chosen: Vector<T>,
    rejected: Vector<T>,
    reference_chosen: Vector,
    reference_rejected: Vector,
    beta: f32,
) -> Scalar<T> {
    let chosen = chosen - reference_chosen;
    let rejected = rejected - reference_rejected;
    let margin = (chosen - rejected) * beta;
    let yes = device().ones_like(margin.shape());
    binary_cross_entropy_with_logits_loss(margin, yes)
}

// right: the cross-entropy of two classes, whose logits are raised times beta
pub fn dpo<T: Tape<f32, Dev>>(
    chosen: Vector<T>,
    rejected: Vector<T>,
    reference_chosen: Vector,
    reference_rejected: Vector,
    beta: f32,
) -> Scalar<T> {
    let chosen = (chosen - reference_chosen) * beta;
    let rejected = (rejected - reference_rejected) * beta;
    let both = [chosen.with_empty_tape(), rejected.with_empty_tape()];
    let largest = both[0].as_vec().into_iter().zip(both[1].as_vec());
    let largest: Vec<f32> = largest.map(|(a, b)| a.max(b)).collect();
    let n = *chosen.shape();
    let m = device().tensor_from_vec(largest, n);
    let a = (chosen.with_empty_tape() - m.clone()).exp();
    let b = (rejected - m.clone()).exp();
    ((a + b).ln() + m - chosen).mean()
}

// right: the m of each pair is a plain number, and the sum of the losses is divided at the end
pub fn dpo<T: Tape<f32, Dev>>(
    chosen: Vector<T>,
    rejected: Vector<T>,
    reference_chosen: Vector,
    reference_rejected: Vector,
    beta: f32,
) -> Scalar<T> {
    let n = *chosen.shape();
    let by_reference = reference_chosen - reference_rejected;
    let margin = (chosen - rejected - by_reference) * beta;
    let m: Vec<f32> = margin.as_vec().iter().map(|x| (-x).max(0.0)).collect();
    let m = device().tensor_from_vec(m, n);
    let shifted = (-margin - m.clone()).exp() + (-m.clone()).exp();
    let total: Scalar<T> = (shifted.ln() + m).sum();
    total / n.0 as f32
}

// wrong, mistake:mean of the answer: the mean over the tokens of the answer
pub fn whole<T: Tape<f32, Dev>>(logs: Matrix<T>, mask: Matrix) -> Vector<T> {
    let counted: Vector = mask.clone().sum::<_, Axis<1>>();
    (logs * mask).sum::<_, Axis<1>>() / counted
}

// wrong, mistake:mean of the row: the mean over all tokens of the row
pub fn whole<T: Tape<f32, Dev>>(logs: Matrix<T>, mask: Matrix) -> Vector<T> {
    (logs * mask).mean::<_, Axis<1>>()
}

// wrong, mistake:mask left out: the mask is ignored
pub fn whole<T: Tape<f32, Dev>>(logs: Matrix<T>, mask: Matrix) -> Vector<T> {
    let _ = mask;
    logs.sum::<_, Axis<1>>()
}

// wrong, mistake:mask inverted: the mask the wrong way round: the question and the padding count
pub fn whole<T: Tape<f32, Dev>>(logs: Matrix<T>, mask: Matrix) -> Vector<T> {
    (logs * (-mask + 1.0)).sum::<_, Axis<1>>()
}

// wrong, mistake:summed over the rows: the sum over the rows: a number for each token
pub fn whole<T: Tape<f32, Dev>>(logs: Matrix<T>, mask: Matrix) -> Vector<T> {
    (logs * mask).sum::<_, Axis<0>>()
}

// wrong, mistake:probabilities summed: the sum of the probabilities
pub fn whole<T: Tape<f32, Dev>>(logs: Matrix<T>, mask: Matrix) -> Vector<T> {
    (logs.exp() * mask).sum::<_, Axis<1>>()
}

// wrong, mistake:sign: minus the sum, as of a loss
pub fn whole<T: Tape<f32, Dev>>(logs: Matrix<T>, mask: Matrix) -> Vector<T> {
    -(logs * mask).sum::<_, Axis<1>>()
}

// wrong, gradient: summed in a loop over plain numbers, with nothing on the tape
pub fn whole<T: Tape<f32, Dev>>(logs: Matrix<T>, mask: Matrix) -> Vector<T> {
    let (n, tokens) = *logs.shape();
    let (logs, mask) = (logs.as_vec(), mask.as_vec());
    let sums = (0..n).map(|row| {
        let places = row * tokens..(row + 1) * tokens;
        places.map(|at| logs[at] * mask[at]).sum::<f32>()
    });
    device()
        .tensor_from_vec(sums.collect(), (n,))
        .retaped::<T>()
}

// wrong, mistake:padding counted: everything behind the question counts, the padding too
pub fn whole<T: Tape<f32, Dev>>(logs: Matrix<T>, mask: Matrix) -> Vector<T> {
    let (n, tokens) = *logs.shape();
    let mut mask = mask.as_vec();
    for row in mask.chunks_mut(tokens) {
        for at in 1..tokens {
            row[at] = row[at].max(row[at - 1]);
        }
    }
    let mask = device().tensor_from_vec(mask, (n, tokens));
    (logs * mask).sum::<_, Axis<1>>()
}

// wrong, mistake:mask one token late: the mask is one token late, as if each place told of the next token
pub fn whole<T: Tape<f32, Dev>>(logs: Matrix<T>, mask: Matrix) -> Vector<T> {
    let (n, tokens) = *logs.shape();
    let mut mask = mask.as_vec();
    for row in mask.chunks_mut(tokens) {
        row.rotate_right(1);
        row[0] = 0.0;
    }
    let mask = device().tensor_from_vec(mask, (n, tokens));
    (logs * mask).sum::<_, Axis<1>>()
}

// wrong, mistake:beta left out: beta is forgotten
pub fn dpo<T: Tape<f32, Dev>>(
    chosen: Vector<T>,
    rejected: Vector<T>,
    reference_chosen: Vector,
    reference_rejected: Vector,
    beta: f32,
) -> Scalar<T> {
    let _ = beta;
    let raised = (chosen - rejected) - (reference_chosen - reference_rejected);
    let x = -raised;
    let m = x.with_empty_tape().relu();
    let sum = (-m.with_empty_tape()).exp() + (x - m.with_empty_tape()).exp();
    (sum.ln() + m).mean()
}

// wrong, mistake:reference forgotten: the reference is left out
pub fn dpo<T: Tape<f32, Dev>>(
    chosen: Vector<T>,
    rejected: Vector<T>,
    reference_chosen: Vector,
    reference_rejected: Vector,
    beta: f32,
) -> Scalar<T> {
    let _ = (reference_chosen, reference_rejected);
    let x = (chosen - rejected) * -beta;
    let m = x.with_empty_tape().relu();
    let sum = (-m.with_empty_tape()).exp() + (x - m.with_empty_tape()).exp();
    (sum.ln() + m).mean()
}

// wrong, mistake:chosen and rejected exchanged: x is the margin itself, not minus the margin
pub fn dpo<T: Tape<f32, Dev>>(
    chosen: Vector<T>,
    rejected: Vector<T>,
    reference_chosen: Vector,
    reference_rejected: Vector,
    beta: f32,
) -> Scalar<T> {
    let raised = (chosen - rejected) - (reference_chosen - reference_rejected);
    let x = raised * beta;
    let m = x.with_empty_tape().relu();
    let sum = (-m.with_empty_tape()).exp() + (x - m.with_empty_tape()).exp();
    (sum.ln() + m).mean()
}

// wrong, mistake:summed over the pairs: the sum over the pairs
pub fn dpo<T: Tape<f32, Dev>>(
    chosen: Vector<T>,
    rejected: Vector<T>,
    reference_chosen: Vector,
    reference_rejected: Vector,
    beta: f32,
) -> Scalar<T> {
    let raised = (chosen - rejected) - (reference_chosen - reference_rejected);
    let x = raised * -beta;
    let m = x.with_empty_tape().relu();
    let sum = (-m.with_empty_tape()).exp() + (x - m.with_empty_tape()).exp();
    (sum.ln() + m).sum()
}

// wrong, mistake:exp of a large number: ln(1 + exp(x)), which is infinite for a large x
pub fn dpo<T: Tape<f32, Dev>>(
    chosen: Vector<T>,
    rejected: Vector<T>,
    reference_chosen: Vector,
    reference_rejected: Vector,
    beta: f32,
) -> Scalar<T> {
    let raised = (chosen - rejected) - (reference_chosen - reference_rejected);
    let x = raised * -beta;
    (x.exp() + 1.0).ln().mean()
}

// wrong, mistake:exp of a large number: minus the logarithm of the sigmoid, as it stands
pub fn dpo<T: Tape<f32, Dev>>(
    chosen: Vector<T>,
    rejected: Vector<T>,
    reference_chosen: Vector,
    reference_rejected: Vector,
    beta: f32,
) -> Scalar<T> {
    let raised = (chosen - rejected) - (reference_chosen - reference_rejected);
    -(raised * beta).sigmoid().ln().mean()
}

// wrong, large: the sigmoid is kept away from 0 by a clamp, so that a large margin has no slope
pub fn dpo<T: Tape<f32, Dev>>(
    chosen: Vector<T>,
    rejected: Vector<T>,
    reference_chosen: Vector,
    reference_rejected: Vector,
    beta: f32,
) -> Scalar<T> {
    let raised = (chosen - rejected) - (reference_chosen - reference_rejected);
    let p = (raised * beta).sigmoid();
    -p.clamp(1e-7, 1.0).ln().mean()
}

// wrong, mistake:divided by beta: divided by beta
pub fn dpo<T: Tape<f32, Dev>>(
    chosen: Vector<T>,
    rejected: Vector<T>,
    reference_chosen: Vector,
    reference_rejected: Vector,
    beta: f32,
) -> Scalar<T> {
    let raised = (chosen - rejected) - (reference_chosen - reference_rejected);
    let x = -raised / beta;
    let m = x.with_empty_tape().relu();
    let sum = (-m.with_empty_tape()).exp() + (x - m.with_empty_tape()).exp();
    (sum.ln() + m).mean()
}

// wrong, mistake:reference added: the reference is added
pub fn dpo<T: Tape<f32, Dev>>(
    chosen: Vector<T>,
    rejected: Vector<T>,
    reference_chosen: Vector,
    reference_rejected: Vector,
    beta: f32,
) -> Scalar<T> {
    let raised = (chosen - rejected) + (reference_chosen - reference_rejected);
    let x = raised * -beta;
    let m = x.with_empty_tape().relu();
    let sum = (-m.with_empty_tape()).exp() + (x - m.with_empty_tape()).exp();
    (sum.ln() + m).mean()
}

// wrong, mistake:no logarithm: the sigmoid without its logarithm
pub fn dpo<T: Tape<f32, Dev>>(
    chosen: Vector<T>,
    rejected: Vector<T>,
    reference_chosen: Vector,
    reference_rejected: Vector,
    beta: f32,
) -> Scalar<T> {
    let raised = (chosen - rejected) - (reference_chosen - reference_rejected);
    -(raised * beta).sigmoid().mean()
}

// wrong, mistake:sign of the loss: the minus before the logarithm is forgotten
pub fn dpo<T: Tape<f32, Dev>>(
    chosen: Vector<T>,
    rejected: Vector<T>,
    reference_chosen: Vector,
    reference_rejected: Vector,
    beta: f32,
) -> Scalar<T> {
    let raised = (chosen - rejected) - (reference_chosen - reference_rejected);
    let x = raised * -beta;
    let m = x.with_empty_tape().relu();
    let sum = (-m.with_empty_tape()).exp() + (x - m.with_empty_tape()).exp();
    -(sum.ln() + m).mean()
}

// wrong, mistake:m left out, and its slope: m is not added again
pub fn dpo<T: Tape<f32, Dev>>(
    chosen: Vector<T>,
    rejected: Vector<T>,
    reference_chosen: Vector,
    reference_rejected: Vector,
    beta: f32,
) -> Scalar<T> {
    let raised = (chosen - rejected) - (reference_chosen - reference_rejected);
    let x = raised * -beta;
    let m = x.with_empty_tape().relu();
    let sum = (-m.with_empty_tape()).exp() + (x - m.with_empty_tape()).exp();
    sum.ln().mean()
}

// wrong, mistake:margin of the mean: the loss of the mean margin
pub fn dpo<T: Tape<f32, Dev>>(
    chosen: Vector<T>,
    rejected: Vector<T>,
    reference_chosen: Vector,
    reference_rejected: Vector,
    beta: f32,
) -> Scalar<T> {
    let raised = (chosen - rejected) - (reference_chosen - reference_rejected);
    let x: Scalar<T> = raised.mean() * -beta;
    let m = x.with_empty_tape().relu();
    let sum = (-m.with_empty_tape()).exp() + (x - m.with_empty_tape()).exp();
    sum.ln() + m
}

// wrong, not_finite: m is the absolute value, so a pair that is far apart the right way has the logarithm of 0
pub fn dpo<T: Tape<f32, Dev>>(
    chosen: Vector<T>,
    rejected: Vector<T>,
    reference_chosen: Vector,
    reference_rejected: Vector,
    beta: f32,
) -> Scalar<T> {
    let raised = (chosen - rejected) - (reference_chosen - reference_rejected);
    let x = raised * -beta;
    let m = x.with_empty_tape().abs();
    let sum = (-m.with_empty_tape()).exp() + (x - m.with_empty_tape()).exp();
    (sum.ln() + m).mean()
}

// wrong, mistake:corner at 0: softplus with abs and relu, whose slope at 0 is that of neither side
pub fn dpo<T: Tape<f32, Dev>>(
    chosen: Vector<T>,
    rejected: Vector<T>,
    reference_chosen: Vector,
    reference_rejected: Vector,
    beta: f32,
) -> Scalar<T> {
    let raised = (chosen - rejected) - (reference_chosen - reference_rejected);
    let x = raised * -beta;
    let far = x.with_empty_tape().abs();
    let near = ((-far).exp() + 1.0).ln();
    (x.relu() + near).mean()
}

// wrong, mistake:beta for the chosen one alone: a bracket is missing: beta only for the chosen answer
pub fn dpo<T: Tape<f32, Dev>>(
    chosen: Vector<T>,
    rejected: Vector<T>,
    reference_chosen: Vector,
    reference_rejected: Vector,
    beta: f32,
) -> Scalar<T> {
    let chosen = chosen - reference_chosen;
    let rejected = rejected - reference_rejected;
    let x = -(chosen * beta - rejected);
    let m = x.with_empty_tape().relu();
    let sum = (-m.with_empty_tape()).exp() + (x - m.with_empty_tape()).exp();
    (sum.ln() + m).mean()
}

// wrong, mistake:reference forgotten: the reference of the chosen answer is taken from both
pub fn dpo<T: Tape<f32, Dev>>(
    chosen: Vector<T>,
    rejected: Vector<T>,
    reference_chosen: Vector,
    reference_rejected: Vector,
    beta: f32,
) -> Scalar<T> {
    let _ = reference_rejected;
    let chosen = chosen - reference_chosen.clone();
    let rejected = rejected - reference_chosen;
    let x = (chosen - rejected) * -beta;
    let m = x.with_empty_tape().relu();
    let sum = (-m.with_empty_tape()).exp() + (x - m.with_empty_tape()).exp();
    (sum.ln() + m).mean()
}

// wrong, mistake:reference added: the two references are exchanged
pub fn dpo<T: Tape<f32, Dev>>(
    chosen: Vector<T>,
    rejected: Vector<T>,
    reference_chosen: Vector,
    reference_rejected: Vector,
    beta: f32,
) -> Scalar<T> {
    let chosen = chosen - reference_rejected;
    let rejected = rejected - reference_chosen;
    let x = (chosen - rejected) * -beta;
    let m = x.with_empty_tape().relu();
    let sum = (-m.with_empty_tape()).exp() + (x - m.with_empty_tape()).exp();
    (sum.ln() + m).mean()
}

// wrong, gradient: the rejected answers are plain numbers and get no slope
pub fn dpo<T: Tape<f32, Dev>>(
    chosen: Vector<T>,
    rejected: Vector<T>,
    reference_chosen: Vector,
    reference_rejected: Vector,
    beta: f32,
) -> Scalar<T> {
    let n = *rejected.shape();
    let rejected: Vector = device().tensor_from_vec(rejected.as_vec(), n);
    let raised = (chosen - rejected) - (reference_chosen - reference_rejected);
    let x = raised * -beta;
    let m = x.with_empty_tape().relu();
    let sum = (-m.with_empty_tape()).exp() + (x - m.with_empty_tape()).exp();
    (sum.ln() + m).mean()
}

// wrong, mistake:exp of what is raised: the probabilities are compared, not their logarithms
pub fn dpo<T: Tape<f32, Dev>>(
    chosen: Vector<T>,
    rejected: Vector<T>,
    reference_chosen: Vector,
    reference_rejected: Vector,
    beta: f32,
) -> Scalar<T> {
    let chosen = (chosen - reference_chosen).exp();
    let rejected = (rejected - reference_rejected).exp();
    let x = (chosen - rejected) * -beta;
    let m = x.with_empty_tape().relu();
    let sum = (-m.with_empty_tape()).exp() + (x - m.with_empty_tape()).exp();
    (sum.ln() + m).mean()
}

// wrong, mistake:chosen only: only the chosen answer is to rise
pub fn dpo<T: Tape<f32, Dev>>(
    chosen: Vector<T>,
    rejected: Vector<T>,
    reference_chosen: Vector,
    reference_rejected: Vector,
    beta: f32,
) -> Scalar<T> {
    let _ = (rejected, reference_rejected);
    let x = (chosen - reference_chosen) * -beta;
    let m = x.with_empty_tape().relu();
    let sum = (-m.with_empty_tape()).exp() + (x - m.with_empty_tape()).exp();
    (sum.ln() + m).mean()
}

// wrong, mistake:largest of the batch: one m for the whole batch, the largest x
pub fn dpo<T: Tape<f32, Dev>>(
    chosen: Vector<T>,
    rejected: Vector<T>,
    reference_chosen: Vector,
    reference_rejected: Vector,
    beta: f32,
) -> Scalar<T> {
    let raised = (chosen - rejected) - (reference_chosen - reference_rejected);
    let x = raised * -beta;
    let m = x.as_vec().into_iter().fold(0.0, f32::max);
    let sum = (x - m).exp() + (-m).exp();
    (sum.ln() + m).mean()
}

// wrong, mistake:hinge: a hinge: pairs with a margin above 1 have no loss
pub fn dpo<T: Tape<f32, Dev>>(
    chosen: Vector<T>,
    rejected: Vector<T>,
    reference_chosen: Vector,
    reference_rejected: Vector,
    beta: f32,
) -> Scalar<T> {
    let raised = (chosen - rejected) - (reference_chosen - reference_rejected);
    (raised * -beta + 1.0).relu().mean()
}

// wrong, mistake:only exp(x) moved: only exp(x) is shifted
pub fn dpo<T: Tape<f32, Dev>>(
    chosen: Vector<T>,
    rejected: Vector<T>,
    reference_chosen: Vector,
    reference_rejected: Vector,
    beta: f32,
) -> Scalar<T> {
    let raised = (chosen - rejected) - (reference_chosen - reference_rejected);
    let x = raised * -beta;
    let m = x.with_empty_tape().relu();
    let sum = (x - m.with_empty_tape()).exp() + 1.0;
    (sum.ln() + m).mean()
}
