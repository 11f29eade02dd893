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

// right: a piece with one character more is cut once
pub fn batch(
    tokens: Vec<usize>,
    starts: Vec<usize>,
    context: usize,
) -> (Vec<Vec<usize>>, Vec<Vec<usize>>) {
    let piece = |&start: &usize| {
        let piece = &tokens[start..=start + context];
        (piece[..context].to_vec(), piece[1..].to_vec())
    };
    starts.iter().map(piece).unzip()
}

// right: the lists are gone through in pieces, and the last gain is taken off first
pub fn logits<T: Tape<f32, Dev>>(
    x: Batch<T>,
    gains: Vec<Vector<T>>,
    attention: Vec<Matrix<T>>,
    feed_forward: Vec<Matrix<T>>,
    output: Matrix<T>,
    heads: usize,
) -> Batch<T> {
    let mut gains = gains;
    let last = gains.pop().unwrap();
    let weights = gains
        .chunks(2)
        .zip(attention.chunks(4))
        .zip(feed_forward.chunks(3));
    let x = weights.fold(x, |x, ((gains, attention), feed_forward)| {
        block(x, lend(gains), lend(attention), lend(feed_forward), heads)
    });
    rms_norm(x, last).matmul(output)
}

// right: the weights are taken out of the lists, block by block
pub fn logits<T: Tape<f32, Dev>>(
    x: Batch<T>,
    gains: Vec<Vector<T>>,
    attention: Vec<Matrix<T>>,
    feed_forward: Vec<Matrix<T>>,
    output: Matrix<T>,
    heads: usize,
) -> Batch<T> {
    let mut x = x;
    let (mut gains, mut attention, mut feed_forward) = (
        gains.into_iter(),
        attention.into_iter(),
        feed_forward.into_iter(),
    );
    loop {
        let of_block: Vec<_> = attention.by_ref().take(4).collect();
        if of_block.is_empty() {
            break;
        }
        let two: Vec<_> = gains.by_ref().take(2).collect();
        let three: Vec<_> = feed_forward.by_ref().take(3).collect();
        x = block(x, two, of_block, three, heads);
    }
    let normed = rms_norm(x, gains.next().unwrap());
    normed.matmul(output)
}

// wrong, mistake:the next piece: the targets are the next piece
pub fn batch(
    tokens: Vec<usize>,
    starts: Vec<usize>,
    context: usize,
) -> (Vec<Vec<usize>>, Vec<Vec<usize>>) {
    let cut = |by: usize| {
        starts
            .iter()
            .map(|start| {
                tokens
                    .iter()
                    .skip(start + by)
                    .take(context)
                    .copied()
                    .collect()
            })
            .collect()
    };
    (cut(0), cut(context))
}

// wrong, mistake:targets not shifted: the targets are the inputs
pub fn batch(
    tokens: Vec<usize>,
    starts: Vec<usize>,
    context: usize,
) -> (Vec<Vec<usize>>, Vec<Vec<usize>>) {
    let cut = || {
        starts
            .iter()
            .map(|&start| tokens[start..start + context].to_vec())
            .collect()
    };
    (cut(), cut())
}

// wrong, mistake:starts counted in pieces, past the end: the starts count pieces
pub fn batch(
    tokens: Vec<usize>,
    starts: Vec<usize>,
    context: usize,
) -> (Vec<Vec<usize>>, Vec<Vec<usize>>) {
    let cut = |by: usize| {
        starts
            .iter()
            .map(|start| {
                tokens
                    .iter()
                    .skip(start * context + by)
                    .take(context)
                    .copied()
                    .collect()
            })
            .collect()
    };
    (cut(0), cut(1))
}

// wrong, mistake:exchanged: inputs and targets are exchanged
pub fn batch(
    tokens: Vec<usize>,
    starts: Vec<usize>,
    context: usize,
) -> (Vec<Vec<usize>>, Vec<Vec<usize>>) {
    let cut = |by: usize| -> Vec<Vec<usize>> {
        starts
            .iter()
            .map(|&start| tokens[start + by..start + by + context].to_vec())
            .collect()
    };
    (cut(1), cut(0))
}

// wrong, mistake:only the last: the target is one character, that after the piece
pub fn batch(
    tokens: Vec<usize>,
    starts: Vec<usize>,
    context: usize,
) -> (Vec<Vec<usize>>, Vec<Vec<usize>>) {
    let inputs = starts
        .iter()
        .map(|&start| tokens[start..start + context].to_vec())
        .collect();
    let targets = starts
        .iter()
        .map(|&start| vec![tokens[start + context]])
        .collect();
    (inputs, targets)
}

// wrong, mistake:pieces one too long: a piece has one character too many
pub fn batch(
    tokens: Vec<usize>,
    starts: Vec<usize>,
    context: usize,
) -> (Vec<Vec<usize>>, Vec<Vec<usize>>) {
    let cut = |by: usize| -> Vec<Vec<usize>> {
        starts
            .iter()
            .map(|&start| {
                tokens
                    .iter()
                    .skip(start + by)
                    .take(context + 1)
                    .copied()
                    .collect()
            })
            .collect()
    };
    (cut(0), cut(1))
}

// wrong, mistake:no last norm: no last norm
pub fn logits<T: Tape<f32, Dev>>(
    x: Batch<T>,
    gains: Vec<Vector<T>>,
    attention: Vec<Matrix<T>>,
    feed_forward: Vec<Matrix<T>>,
    output: Matrix<T>,
    heads: usize,
) -> Batch<T> {
    let mut x = x;
    for n in 0..attention.len() / 4 {
        x = block(
            x,
            lend(&gains[2 * n..2 * n + 2]),
            lend(&attention[4 * n..4 * n + 4]),
            lend(&feed_forward[3 * n..3 * n + 3]),
            heads,
        );
    }
    let last = &gains;
    let _ = last;
    x.matmul(output)
}

// wrong, mistake:first gain again: the last norm takes the first gain
pub fn logits<T: Tape<f32, Dev>>(
    x: Batch<T>,
    gains: Vec<Vector<T>>,
    attention: Vec<Matrix<T>>,
    feed_forward: Vec<Matrix<T>>,
    output: Matrix<T>,
    heads: usize,
) -> Batch<T> {
    let mut x = x;
    for n in 0..attention.len() / 4 {
        x = block(
            x,
            lend(&gains[2 * n..2 * n + 2]),
            lend(&attention[4 * n..4 * n + 4]),
            lend(&feed_forward[3 * n..3 * n + 3]),
            heads,
        );
    }
    let last = gains[0].with_empty_tape();
    rms_norm(x, last).matmul(output)
}

// wrong, mistake:the first block again and again: every block has the weights of the first
pub fn logits<T: Tape<f32, Dev>>(
    x: Batch<T>,
    gains: Vec<Vector<T>>,
    attention: Vec<Matrix<T>>,
    feed_forward: Vec<Matrix<T>>,
    output: Matrix<T>,
    heads: usize,
) -> Batch<T> {
    let mut x = x;
    for n in 0..attention.len() / 4 {
        x = block(
            x,
            lend(&gains[0..2]),
            lend(&attention[0..4]),
            lend(&feed_forward[0..3]),
            heads,
        );
        let _ = n;
    }
    let last = gains[gains.len() - 1].with_empty_tape();
    rms_norm(x, last).matmul(output)
}

// wrong, mistake:one block only: only the first block
pub fn logits<T: Tape<f32, Dev>>(
    x: Batch<T>,
    gains: Vec<Vector<T>>,
    attention: Vec<Matrix<T>>,
    feed_forward: Vec<Matrix<T>>,
    output: Matrix<T>,
    heads: usize,
) -> Batch<T> {
    let mut x = x;
    for n in 0..1 {
        x = block(
            x,
            lend(&gains[2 * n..2 * n + 2]),
            lend(&attention[4 * n..4 * n + 4]),
            lend(&feed_forward[3 * n..3 * n + 3]),
            heads,
        );
    }
    let last = gains[gains.len() - 1].with_empty_tape();
    rms_norm(x, last).matmul(output)
}

// wrong, mistake:last block first: the blocks from the last to the first
pub fn logits<T: Tape<f32, Dev>>(
    x: Batch<T>,
    gains: Vec<Vector<T>>,
    attention: Vec<Matrix<T>>,
    feed_forward: Vec<Matrix<T>>,
    output: Matrix<T>,
    heads: usize,
) -> Batch<T> {
    let mut x = x;
    for n in (0..attention.len() / 4).rev() {
        x = block(
            x,
            lend(&gains[2 * n..2 * n + 2]),
            lend(&attention[4 * n..4 * n + 4]),
            lend(&feed_forward[3 * n..3 * n + 3]),
            heads,
        );
    }
    let last = gains[gains.len() - 1].with_empty_tape();
    rms_norm(x, last).matmul(output)
}

// wrong, mistake:gains shared: the blocks count their gains one by one
pub fn logits<T: Tape<f32, Dev>>(
    x: Batch<T>,
    gains: Vec<Vector<T>>,
    attention: Vec<Matrix<T>>,
    feed_forward: Vec<Matrix<T>>,
    output: Matrix<T>,
    heads: usize,
) -> Batch<T> {
    let mut x = x;
    for n in 0..attention.len() / 4 {
        x = block(
            x,
            lend(&gains[n..n + 2]),
            lend(&attention[4 * n..4 * n + 4]),
            lend(&feed_forward[3 * n..3 * n + 3]),
            heads,
        );
    }
    let last = gains[gains.len() - 1].with_empty_tape();
    rms_norm(x, last).matmul(output)
}

// wrong, mistake:input of a block added again: what a block gives is added to what it was given once more
pub fn logits<T: Tape<f32, Dev>>(
    x: Batch<T>,
    gains: Vec<Vector<T>>,
    attention: Vec<Matrix<T>>,
    feed_forward: Vec<Matrix<T>>,
    output: Matrix<T>,
    heads: usize,
) -> Batch<T> {
    let mut x = x;
    for n in 0..attention.len() / 4 {
        x = x.with_empty_tape()
            + block(
                x,
                lend(&gains[2 * n..2 * n + 2]),
                lend(&attention[4 * n..4 * n + 4]),
                lend(&feed_forward[3 * n..3 * n + 3]),
                heads,
            );
    }
    let last = gains[gains.len() - 1].with_empty_tape();
    rms_norm(x, last).matmul(output)
}

// wrong, mistake:one head: one head
pub fn logits<T: Tape<f32, Dev>>(
    x: Batch<T>,
    gains: Vec<Vector<T>>,
    attention: Vec<Matrix<T>>,
    feed_forward: Vec<Matrix<T>>,
    output: Matrix<T>,
    heads: usize,
) -> Batch<T> {
    let _ = heads;
    let mut x = x;
    for n in 0..attention.len() / 4 {
        x = block(
            x,
            lend(&gains[2 * n..2 * n + 2]),
            lend(&attention[4 * n..4 * n + 4]),
            lend(&feed_forward[3 * n..3 * n + 3]),
            1,
        );
    }
    let last = gains[gains.len() - 1].with_empty_tape();
    rms_norm(x, last).matmul(output)
}

// wrong, panic: the last place is read as not included, so a short text has no piece
pub fn train(text: String, width: usize, context: usize, steps: usize, seed: u64) -> Gpt {
    let mut random = random(seed);
    let alphabet = Alphabet::of(&text);
    let tokens = alphabet.encode(&text);
    let mut weights = Gpt::new(alphabet.len(), width, context, &mut random);
    let mut adamw = AdamW::new(&weights);

    for step in 0..steps {
        let starts: Vec<usize> = (0..BATCH)
            .map(|_| random.gen_range(0..tokens.len() - context - 1))
            .collect();
        let (inputs, targets) = batch(tokens.clone(), starts, context);
        let loss = loss(&weights, inputs, targets);
        report::metric("loss", step, loss.array());
        let gradients = weights.gradients(loss.backward());
        let rate = learning_rate(step, steps / 10, steps, 8e-3, 8e-4);
        report::metric("learning rate", step, rate);

        adamw.step(&mut weights, gradients, rate);
    }
    weights
}

// wrong, mistake:the same pieces: the starts are drawn once, before the loop
pub fn train(text: String, width: usize, context: usize, steps: usize, seed: u64) -> Gpt {
    let mut random = random(seed);
    let alphabet = Alphabet::of(&text);
    let tokens = alphabet.encode(&text);
    let mut weights = Gpt::new(alphabet.len(), width, context, &mut random);
    let mut adamw = AdamW::new(&weights);
    let drawn: Vec<usize> = (0..BATCH)
        .map(|_| random.gen_range(0..tokens.len() - context))
        .collect();
    for step in 0..steps {
        let starts: Vec<usize> = drawn.clone();
        let (inputs, targets) = batch(tokens.clone(), starts, context);
        let loss = loss(&weights, inputs, targets);
        report::metric("loss", step, loss.array());
        let gradients = weights.gradients(loss.backward());
        let rate = learning_rate(step, steps / 10, steps, 8e-3, 8e-4);
        report::metric("learning rate", step, rate);

        adamw.step(&mut weights, gradients, rate);
    }
    weights
}

// wrong, mistake:constant rate: the same rate for all steps
pub fn train(text: String, width: usize, context: usize, steps: usize, seed: u64) -> Gpt {
    let mut random = random(seed);
    let alphabet = Alphabet::of(&text);
    let tokens = alphabet.encode(&text);
    let mut weights = Gpt::new(alphabet.len(), width, context, &mut random);
    let mut adamw = AdamW::new(&weights);

    for step in 0..steps {
        let starts: Vec<usize> = (0..BATCH)
            .map(|_| random.gen_range(0..tokens.len() - context))
            .collect();
        let (inputs, targets) = batch(tokens.clone(), starts, context);
        let loss = loss(&weights, inputs, targets);
        report::metric("loss", step, loss.array());
        let gradients = weights.gradients(loss.backward());
        let rate = 8e-3;
        report::metric("learning rate", step, rate);

        adamw.step(&mut weights, gradients, rate);
    }
    weights
}

// wrong, mistake:a new optimizer in every step: a new AdamW in each step
pub fn train(text: String, width: usize, context: usize, steps: usize, seed: u64) -> Gpt {
    let mut random = random(seed);
    let alphabet = Alphabet::of(&text);
    let tokens = alphabet.encode(&text);
    let mut weights = Gpt::new(alphabet.len(), width, context, &mut random);

    for step in 0..steps {
        let starts: Vec<usize> = (0..BATCH)
            .map(|_| random.gen_range(0..tokens.len() - context))
            .collect();
        let (inputs, targets) = batch(tokens.clone(), starts, context);
        let loss = loss(&weights, inputs, targets);
        report::metric("loss", step, loss.array());
        let gradients = weights.gradients(loss.backward());
        let rate = learning_rate(step, steps / 10, steps, 8e-3, 8e-4);
        report::metric("learning rate", step, rate);
        let mut adamw = AdamW::new(&weights);
        adamw.step(&mut weights, gradients, rate);
    }
    weights
}

// wrong, mistake:no warm-up: no warmup
pub fn train(text: String, width: usize, context: usize, steps: usize, seed: u64) -> Gpt {
    let mut random = random(seed);
    let alphabet = Alphabet::of(&text);
    let tokens = alphabet.encode(&text);
    let mut weights = Gpt::new(alphabet.len(), width, context, &mut random);
    let mut adamw = AdamW::new(&weights);

    for step in 0..steps {
        let starts: Vec<usize> = (0..BATCH)
            .map(|_| random.gen_range(0..tokens.len() - context))
            .collect();
        let (inputs, targets) = batch(tokens.clone(), starts, context);
        let loss = loss(&weights, inputs, targets);
        report::metric("loss", step, loss.array());
        let gradients = weights.gradients(loss.backward());
        let rate = learning_rate(step, 0, steps, 8e-3, 8e-4);
        report::metric("learning rate", step, rate);

        adamw.step(&mut weights, gradients, rate);
    }
    weights
}

// wrong, property: the pieces always begin at the first characters
pub fn train(text: String, width: usize, context: usize, steps: usize, seed: u64) -> Gpt {
    let mut random = random(seed);
    let alphabet = Alphabet::of(&text);
    let tokens = alphabet.encode(&text);
    let mut weights = Gpt::new(alphabet.len(), width, context, &mut random);
    let mut adamw = AdamW::new(&weights);

    for step in 0..steps {
        let starts: Vec<usize> = (0..BATCH).map(|n| n % (tokens.len() - context)).collect();
        let (inputs, targets) = batch(tokens.clone(), starts, context);
        let loss = loss(&weights, inputs, targets);
        report::metric("loss", step, loss.array());
        let gradients = weights.gradients(loss.backward());
        let rate = learning_rate(step, steps / 10, steps, 8e-3, 8e-4);
        report::metric("learning rate", step, rate);

        adamw.step(&mut weights, gradients, rate);
    }
    weights
}
