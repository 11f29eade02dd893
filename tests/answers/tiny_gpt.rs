// right: windows over the text, a loop with `zip` over chunks of the lists, and pieces that are drawn by a shuffle of places
pub fn batch(
    tokens: Vec<usize>,
    starts: Vec<usize>,
    context: usize,
) -> (Vec<Vec<usize>>, Vec<Vec<usize>>) {
    let (mut inputs, mut targets) = (vec![], vec![]);
    for start in starts {
        let piece = &tokens[start..=start + context];
        inputs.push(piece[..context].to_vec());
        targets.push(piece[1..].to_vec());
    }
    (inputs, targets)
}

pub fn logits<T: Tape<f32, Dev>>(
    x: Batch<T>,
    gains: Vec<Vector<T>>,
    attention: Vec<Matrix<T>>,
    feed_forward: Vec<Matrix<T>>,
    output: Matrix<T>,
    heads: usize,
) -> Batch<T> {
    let lists = gains.chunks(2).zip(attention.chunks(4)).zip(feed_forward.chunks(3));
    let x = lists.fold(x, |x, ((gains, attention), feed_forward)| {
        block(x, lend(gains), lend(attention), lend(feed_forward), heads)
    });
    let last = lend(&gains).pop().unwrap();
    rms_norm(x, last).matmul(output)
}

pub fn train(text: String, width: usize, context: usize, steps: usize, seed: u64) -> Gpt {
    let mut random = random(seed);
    let alphabet = Alphabet::of(&text);
    let tokens = alphabet.encode(&text);
    let mut weights = Gpt::new(alphabet.len(), width, context, &mut random);
    let mut adamw = AdamW::new(&weights);
    let mut places: Vec<usize> = (0..tokens.len() - context).collect();
    for step in 0..steps {
        places.shuffle(&mut random);
        let starts = places.iter().cycle().take(BATCH).copied().collect();
        let (x, y) = batch(tokens.to_vec(), starts, context);
        let before = loss(&weights, x, y);
        report::metric("loss", step, before.array());
        let rate = learning_rate(step, steps / 10, steps, 8e-3, 8e-4);
        report::metric("learning rate", step, rate);
        let slopes = weights.gradients(before.backward());
        adamw.step(&mut weights, slopes, rate);
    }
    weights
}

// wrong, mistake:targets not shifted: inputs and targets are the same pieces
pub fn batch(
    tokens: Vec<usize>,
    starts: Vec<usize>,
    context: usize,
) -> (Vec<Vec<usize>>, Vec<Vec<usize>>) {
    let pieces: Vec<Vec<usize>> = starts
        .iter()
        .map(|&start| tokens[start..start + context].to_vec())
        .collect();
    (pieces.clone(), pieces)
}

// wrong, mistake:input of a block added again: a skip round each block once more
pub fn logits<T: Tape<f32, Dev>>(
    x: Batch<T>,
    gains: Vec<Vector<T>>,
    attention: Vec<Matrix<T>>,
    feed_forward: Vec<Matrix<T>>,
    output: Matrix<T>,
    heads: usize,
) -> Batch<T> {
    let blocks = attention.len() / 4;
    let mut x = x;
    for n in 0..blocks {
        x = x.with_empty_tape() + block(
            x,
            lend(&gains[2 * n..2 * n + 2]),
            lend(&attention[4 * n..4 * n + 4]),
            lend(&feed_forward[3 * n..3 * n + 3]),
            heads,
        );
    }
    rms_norm(x, gains[2 * blocks].with_empty_tape()).matmul(output)
}

// wrong, mistake:logarithms: log softmax at the end
pub fn logits<T: Tape<f32, Dev>>(
    x: Batch<T>,
    gains: Vec<Vector<T>>,
    attention: Vec<Matrix<T>>,
    feed_forward: Vec<Matrix<T>>,
    output: Matrix<T>,
    heads: usize,
) -> Batch<T> {
    let blocks = attention.len() / 4;
    let mut x = x;
    for n in 0..blocks {
        x = block(
            x,
            lend(&gains[2 * n..2 * n + 2]),
            lend(&attention[4 * n..4 * n + 4]),
            lend(&feed_forward[3 * n..3 * n + 3]),
            heads,
        );
    }
    rms_norm(x, gains[2 * blocks].with_empty_tape()).matmul(output).log_softmax::<Axis<2>>()
}
