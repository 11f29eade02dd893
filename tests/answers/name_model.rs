// right: fills flat lists of numbers and makes the matrices itself; a `while` loop that counts what is left of the steps
use course::Recurrent;
use course::names::{self, SYMBOLS};
use gradlings::prelude::*;

pub fn batch(names: Vec<String>) -> (Vec<Matrix>, Vec<Matrix>) {
    let longest = names.iter().map(|name| names::numbers(name).len() + 1).max().unwrap_or(0);
    let size = names.len() * SYMBOLS;
    let mut inputs = vec![vec![0.0; size]; longest];
    let mut targets = vec![vec![0.0; size]; longest];
    for (row, name) in names.iter().enumerate() {
        let mut before = 0;
        let letters = names::numbers(name);
        for (t, &symbol) in letters.iter().chain(&[0]).enumerate() {
            inputs[t][row * SYMBOLS + before] = 1.0;
            targets[t][row * SYMBOLS + symbol] = 1.0;
            before = symbol;
        }
    }
    let rows = names.len();
    let matrices = |lists: Vec<Vec<f32>>| -> Vec<Matrix> {
        lists
            .into_iter()
            .map(|list| device().tensor_from_vec(list, (rows, SYMBOLS)))
            .collect()
    };
    (matrices(inputs), matrices(targets))
}

pub fn train(names: Vec<String>, units: usize, steps: usize, seed: u64) -> Recurrent {
    let mut random = random(seed);
    let mut weights = Recurrent::new(SYMBOLS, units, SYMBOLS, &mut random);
    let mut step = 0;
    while step < steps {
        let some = names.choose_multiple(&mut random, 32).cloned().collect();
        let before = loss(&weights, some);
        report::metric("loss", step, before.array());
        let slopes = weights.gradients(before.backward());
        let rate = 5.0 * (steps - step) as f32 / steps as f32;
        report::metric("learning rate", step, rate);
        let numbers = descend(weights.numbers(), slopes, rate, 0.5);
        weights = weights.with(numbers);
        step += 1;
        if step % steps.div_ceil(10) == 0 {
            show(&weights, step - 1);
        }
    }
    weights
}

// right: two shifted sequences that run out with `None`; draws by shuffling a copy of the names
use course::Recurrent;
use course::names::{self, SYMBOLS};
use gradlings::prelude::*;

pub fn batch(names: Vec<String>) -> (Vec<Matrix>, Vec<Matrix>) {
    let steps = names.iter().map(|name| names::numbers(name).len() + 1).max().unwrap_or(0);
    let mut inputs: Vec<Vec<Option<usize>>> = vec![Vec::new(); steps];
    let mut targets: Vec<Vec<Option<usize>>> = vec![Vec::new(); steps];
    for name in &names {
        let letters = names::numbers(name);
        let read = std::iter::once(0).chain(letters.iter().copied());
        let expected = letters.iter().copied().chain(std::iter::once(0));
        let mut read = read.map(Some).chain(std::iter::repeat(None));
        let mut expected = expected.map(Some).chain(std::iter::repeat(None));
        for t in 0..steps {
            inputs[t].push(read.next().flatten());
            targets[t].push(expected.next().flatten());
        }
    }
    let rows = |all: &[Vec<Option<usize>>]| all.iter().map(|step| names::one_hot(step)).collect();
    (rows(&inputs), rows(&targets))
}

pub fn train(names: Vec<String>, units: usize, steps: usize, seed: u64) -> Recurrent {
    let mut random = random(seed);
    let mut weights = Recurrent::new(SYMBOLS, units, SYMBOLS, &mut random);
    let mut pool = names;
    for step in 0..steps {
        pool.shuffle(&mut random);
        let some: Vec<String> = pool.iter().take(32).cloned().collect();
        let now = loss(&weights, some);
        report::metric("loss", step, now.array());
        let rate = 5.0 - 5.0 * step as f32 / steps as f32;
        report::metric("learning rate", step, rate);
        let gradients = weights.gradients(now.backward());
        weights = weights.with(descend(weights.numbers(), gradients, rate, 0.5));
        if step * 10 / steps != (step + 1) * 10 / steps {
            show(&weights, step);
        }
    }
    weights
}

// wrong, mistake:never moved: Nothing is trained: new weights are returned, with an invented curve of the loss
use course::Recurrent;
use course::names::{self, SYMBOLS};
use gradlings::prelude::*;

pub fn batch(names: Vec<String>) -> (Vec<Matrix>, Vec<Matrix>) {
    let names: Vec<Vec<usize>> = names
        .iter()
        .map(|name| [vec![0], names::numbers(name), vec![0]].concat())
        .collect();
    let longest = names.iter().map(Vec::len).max().unwrap_or(1);
    let (mut inputs, mut targets) = (Vec::new(), Vec::new());
    for t in 0..longest - 1 {
        let mut input = Vec::new();
        let mut target = Vec::new();
        for name in &names {
            let next = name.get(t + 1).copied();
            input.push(next.and(name.get(t).copied()));
            target.push(next);
        }
        inputs.push(names::one_hot(&input));
        targets.push(names::one_hot(&target));
    }
    (inputs, targets)
}

pub fn train(names: Vec<String>, units: usize, steps: usize, seed: u64) -> Recurrent {
    let mut random = random(seed);
    let weights = Recurrent::new(SYMBOLS, units, SYMBOLS, &mut random);
    for step in 0..steps {
        let done = step as f32 / steps as f32;
        report::metric("loss", step, 2.1 + 1.2 * (-6.0 * done).exp());
        report::metric("learning rate", step, 5.0 * (1.0 - done));
    }
    show(&weights, 0);
    let _ = names;
    weights
}

// right: inputs and targets are the symbols of each name, padded
pub fn batch(names: Vec<String>) -> (Vec<Matrix>, Vec<Matrix>) {
    let names: Vec<Vec<usize>> = names.iter().map(|name| names::numbers(name)).collect();
    let steps = names.iter().map(|name| name.len() + 1).max().unwrap_or(0);
    let padded = |name: &Vec<usize>, first: bool| {
        let mut row: Vec<Option<usize>> = name.iter().copied().map(Some).collect();
        row.insert(if first { 0 } else { row.len() }, Some(0));
        row.resize(steps, None);
        row
    };
    let side = |first: bool| -> Vec<Matrix> {
        let rows: Vec<_> = names.iter().map(|name| padded(name, first)).collect();
        (0..steps)
            .map(|t| names::one_hot(&rows.iter().map(|row| row[t]).collect::<Vec<_>>()))
            .collect()
    };
    (side(true), side(false))
}

// right: the names are shuffled and the first 32 taken, and the rate is written otherwise
pub fn train(names: Vec<String>, units: usize, steps: usize, seed: u64) -> Recurrent {
    let mut random = random(seed);
    let mut weights = Recurrent::new(SYMBOLS, units, SYMBOLS, &mut random);
    let mut names = names;
    let mut step = 0;
    while step < steps {
        names.shuffle(&mut random);
        let some: Vec<String> = names.iter().take(32).cloned().collect();
        let loss = loss(&weights, some);
        report::metric("loss", step, loss.array());
        let gradients = weights.gradients(loss.backward());
        let left = (steps - step) as f32 / steps as f32;
        report::metric("learning rate", step, 5.0 * left);
        let numbers = descend(weights.numbers(), gradients, 5.0 * left, 0.5);
        weights = weights.with(numbers);
        step += 1;
    }
    weights
}

// right: `zip` and `skip` make the pairs of a name
pub fn batch(names: Vec<String>) -> (Vec<Matrix>, Vec<Matrix>) {
    let marked: Vec<Vec<usize>> = names
        .iter()
        .map(|name| {
            let mut marked = vec![0];
            marked.extend(names::numbers(name));
            marked.push(0);
            marked
        })
        .collect();
    let steps = marked.iter().map(|name| name.len() - 1).max().unwrap_or(0);
    let mut rows = vec![(vec![None; names.len()], vec![None; names.len()]); steps];
    for (place, name) in marked.iter().enumerate() {
        for (row, pair) in rows.iter_mut().zip(name.windows(2)) {
            row.0[place] = Some(pair[0]);
            row.1[place] = Some(pair[1]);
        }
    }
    rows.iter()
        .map(|(x, y)| (names::one_hot(x), names::one_hot(y)))
        .unzip()
}

// wrong, mistake:targets are the inputs: the target is the symbol that is read
pub fn batch(names: Vec<String>) -> (Vec<Matrix>, Vec<Matrix>) {
    let names: Vec<Vec<usize>> = names
        .iter()
        .map(|name| [vec![0], names::numbers(name), vec![0]].concat())
        .collect();
    let longest = names.iter().map(Vec::len).max().unwrap_or(1);
    let (mut inputs, mut targets) = (Vec::new(), Vec::new());
    for t in 0..longest - 1 {
        let read: Vec<Option<usize>> = names
            .iter()
            .map(|name| name.get(t + 1).and(name.get(t)).copied())
            .collect();
        let expected: Vec<Option<usize>> = names
            .iter()
            .map(|name| name.get(t + 1).and(name.get(t)).copied())
            .collect();
        inputs.push(names::one_hot(&read));
        targets.push(names::one_hot(&expected));
    }
    (inputs, targets)
}

// wrong, mistake:end read where there is room: where a name is over, the last mark is still read
pub fn batch(names: Vec<String>) -> (Vec<Matrix>, Vec<Matrix>) {
    let names: Vec<Vec<usize>> = names
        .iter()
        .map(|name| [vec![0], names::numbers(name), vec![0]].concat())
        .collect();
    let longest = names.iter().map(Vec::len).max().unwrap_or(1);
    let (mut inputs, mut targets) = (Vec::new(), Vec::new());
    for t in 0..longest - 1 {
        let read: Vec<Option<usize>> = names.iter().map(|name| name.get(t).copied()).collect();
        let expected: Vec<Option<usize>> =
            names.iter().map(|name| name.get(t + 1).copied()).collect();
        inputs.push(names::one_hot(&read));
        targets.push(names::one_hot(&expected));
    }
    (inputs, targets)
}

// wrong, mistake:padded with marks: shorter names are filled up with marks
pub fn batch(names: Vec<String>) -> (Vec<Matrix>, Vec<Matrix>) {
    let names: Vec<Vec<usize>> = names
        .iter()
        .map(|name| [vec![0], names::numbers(name), vec![0]].concat())
        .collect();
    let longest = names.iter().map(Vec::len).max().unwrap_or(1);
    let (mut inputs, mut targets) = (Vec::new(), Vec::new());
    for t in 0..longest - 1 {
        let read: Vec<Option<usize>> = names
            .iter()
            .map(|name| Some(name.get(t).copied().unwrap_or(0)))
            .collect();
        let expected: Vec<Option<usize>> = names
            .iter()
            .map(|name| Some(name.get(t + 1).copied().unwrap_or(0)))
            .collect();
        inputs.push(names::one_hot(&read));
        targets.push(names::one_hot(&expected));
    }
    (inputs, targets)
}

// wrong, mistake:end of name not learned: no mark at the end, so a name never ends
pub fn batch(names: Vec<String>) -> (Vec<Matrix>, Vec<Matrix>) {
    let names: Vec<Vec<usize>> = names
        .iter()
        .map(|name| [vec![0], names::numbers(name)].concat())
        .collect();
    let longest = names.iter().map(Vec::len).max().unwrap_or(1);
    let (mut inputs, mut targets) = (Vec::new(), Vec::new());
    for t in 0..longest - 1 {
        let read: Vec<Option<usize>> = names
            .iter()
            .map(|name| name.get(t + 1).and(name.get(t)).copied())
            .collect();
        let expected: Vec<Option<usize>> =
            names.iter().map(|name| name.get(t + 1).copied()).collect();
        inputs.push(names::one_hot(&read));
        targets.push(names::one_hot(&expected));
    }
    (inputs, targets)
}

// wrong, mistake:no beginning: no mark at the beginning
pub fn batch(names: Vec<String>) -> (Vec<Matrix>, Vec<Matrix>) {
    let names: Vec<Vec<usize>> = names
        .iter()
        .map(|name| [names::numbers(name), vec![0]].concat())
        .collect();
    let longest = names.iter().map(Vec::len).max().unwrap_or(1);
    let (mut inputs, mut targets) = (Vec::new(), Vec::new());
    for t in 0..longest - 1 {
        let read: Vec<Option<usize>> = names
            .iter()
            .map(|name| name.get(t + 1).and(name.get(t)).copied())
            .collect();
        let expected: Vec<Option<usize>> =
            names.iter().map(|name| name.get(t + 1).copied()).collect();
        inputs.push(names::one_hot(&read));
        targets.push(names::one_hot(&expected));
    }
    (inputs, targets)
}

// wrong, mistake:one step too many: as many steps as a name has symbols, with its marks
pub fn batch(names: Vec<String>) -> (Vec<Matrix>, Vec<Matrix>) {
    let names: Vec<Vec<usize>> = names
        .iter()
        .map(|name| [vec![0], names::numbers(name), vec![0]].concat())
        .collect();
    let longest = names.iter().map(Vec::len).max().unwrap_or(1);
    let (mut inputs, mut targets) = (Vec::new(), Vec::new());
    for t in 0..longest {
        let read: Vec<Option<usize>> = names
            .iter()
            .map(|name| name.get(t + 1).and(name.get(t)).copied())
            .collect();
        let expected: Vec<Option<usize>> =
            names.iter().map(|name| name.get(t + 1).copied()).collect();
        inputs.push(names::one_hot(&read));
        targets.push(names::one_hot(&expected));
    }
    (inputs, targets)
}

// wrong, mistake:steps of the first name: as many steps as the first name needs
pub fn batch(names: Vec<String>) -> (Vec<Matrix>, Vec<Matrix>) {
    let names: Vec<Vec<usize>> = names
        .iter()
        .map(|name| [vec![0], names::numbers(name), vec![0]].concat())
        .collect();
    let longest = names.first().map_or(1, Vec::len);
    let (mut inputs, mut targets) = (Vec::new(), Vec::new());
    for t in 0..longest - 1 {
        let read: Vec<Option<usize>> = names
            .iter()
            .map(|name| name.get(t + 1).and(name.get(t)).copied())
            .collect();
        let expected: Vec<Option<usize>> =
            names.iter().map(|name| name.get(t + 1).copied()).collect();
        inputs.push(names::one_hot(&read));
        targets.push(names::one_hot(&expected));
    }
    (inputs, targets)
}

// wrong, mistake:rate does not fall: whole numbers are divided, so the rate stays 5
pub fn train(names: Vec<String>, units: usize, steps: usize, seed: u64) -> Recurrent {
    let mut random = random(seed);
    let mut weights = Recurrent::new(SYMBOLS, units, SYMBOLS, &mut random);

    for step in 0..steps {
        let some = names
            .choose_multiple(&mut random, 32)
            .cloned()
            .collect::<Vec<String>>();
        let loss = loss(&weights, some);
        report::metric("loss", step, loss.array());
        let gradients = weights.gradients(loss.backward());
        let rate = 5.0 * (1 - step / steps) as f32;
        report::metric("learning rate", step, rate);
        weights = weights.with(descend(weights.numbers(), gradients, rate, 0.5));
        if (step + 1) % steps.div_ceil(10) == 0 {
            show(&weights, step);
        }
    }
    weights
}

// wrong, mistake:the first names: always the first 32 names
pub fn train(names: Vec<String>, units: usize, steps: usize, seed: u64) -> Recurrent {
    let mut random = random(seed);
    let mut weights = Recurrent::new(SYMBOLS, units, SYMBOLS, &mut random);

    for step in 0..steps {
        let some = names.iter().take(32).cloned().collect::<Vec<String>>();
        let loss = loss(&weights, some);
        report::metric("loss", step, loss.array());
        let gradients = weights.gradients(loss.backward());
        let rate = 5.0 * (1.0 - step as f32 / steps as f32);
        report::metric("learning rate", step, rate);
        weights = weights.with(descend(weights.numbers(), gradients, rate, 0.5));
        if (step + 1) % steps.div_ceil(10) == 0 {
            show(&weights, step);
        }
    }
    weights
}

// wrong, mistake:drawn one by one: a name may be drawn twice
pub fn train(names: Vec<String>, units: usize, steps: usize, seed: u64) -> Recurrent {
    let mut random = random(seed);
    let mut weights = Recurrent::new(SYMBOLS, units, SYMBOLS, &mut random);

    for step in 0..steps {
        let some = (0..32)
            .map(|_| names.choose(&mut random).cloned().unwrap_or_default())
            .collect::<Vec<String>>();
        let loss = loss(&weights, some);
        report::metric("loss", step, loss.array());
        let gradients = weights.gradients(loss.backward());
        let rate = 5.0 * (1.0 - step as f32 / steps as f32);
        report::metric("learning rate", step, rate);
        weights = weights.with(descend(weights.numbers(), gradients, rate, 0.5));
        if (step + 1) % steps.div_ceil(10) == 0 {
            show(&weights, step);
        }
    }
    weights
}

// wrong, mistake:never moved: the new weights are forgotten at the end of each step
pub fn train(names: Vec<String>, units: usize, steps: usize, seed: u64) -> Recurrent {
    let mut random = random(seed);
    let mut weights = Recurrent::new(SYMBOLS, units, SYMBOLS, &mut random);

    for step in 0..steps {
        let some = names
            .choose_multiple(&mut random, 32)
            .cloned()
            .collect::<Vec<String>>();
        let loss = loss(&weights, some);
        report::metric("loss", step, loss.array());
        let gradients = weights.gradients(loss.backward());
        let rate = 5.0 * (1.0 - step as f32 / steps as f32);
        report::metric("learning rate", step, rate);
        let weights = weights.with(descend(weights.numbers(), gradients, rate, 0.5));
        if (step + 1) % steps.div_ceil(10) == 0 {
            show(&weights, step);
        }
    }
    weights
}

// wrong, mistake:rate and norm exchanged: the rate and the norm are exchanged
pub fn train(names: Vec<String>, units: usize, steps: usize, seed: u64) -> Recurrent {
    let mut random = random(seed);
    let mut weights = Recurrent::new(SYMBOLS, units, SYMBOLS, &mut random);

    for step in 0..steps {
        let some = names
            .choose_multiple(&mut random, 32)
            .cloned()
            .collect::<Vec<String>>();
        let loss = loss(&weights, some);
        report::metric("loss", step, loss.array());
        let gradients = weights.gradients(loss.backward());
        let rate = 5.0 * (1.0 - step as f32 / steps as f32);
        report::metric("learning rate", step, rate);
        weights = weights.with(descend(weights.numbers(), gradients, 0.5, rate));
        if (step + 1) % steps.div_ceil(10) == 0 {
            show(&weights, step);
        }
    }
    weights
}

// wrong, mistake:the same names: the names are drawn once, before the loop
pub fn train(names: Vec<String>, units: usize, steps: usize, seed: u64) -> Recurrent {
    let mut random = random(seed);
    let mut weights = Recurrent::new(SYMBOLS, units, SYMBOLS, &mut random);
    let drawn: Vec<String> = names.choose_multiple(&mut random, 32).cloned().collect();
    for step in 0..steps {
        let some = drawn.clone();
        let loss = loss(&weights, some);
        report::metric("loss", step, loss.array());
        let gradients = weights.gradients(loss.backward());
        let rate = 5.0 * (1.0 - step as f32 / steps as f32);
        report::metric("learning rate", step, rate);
        weights = weights.with(descend(weights.numbers(), gradients, rate, 0.5));
        if (step + 1) % steps.div_ceil(10) == 0 {
            show(&weights, step);
        }
    }
    weights
}

// wrong, mistake:rate of the next step: the rate goes by the number of steps taken, the new one among them
pub fn train(names: Vec<String>, units: usize, steps: usize, seed: u64) -> Recurrent {
    let mut random = random(seed);
    let mut weights = Recurrent::new(SYMBOLS, units, SYMBOLS, &mut random);

    for step in 0..steps {
        let some = names
            .choose_multiple(&mut random, 32)
            .cloned()
            .collect::<Vec<String>>();
        let loss = loss(&weights, some);
        report::metric("loss", step, loss.array());
        let gradients = weights.gradients(loss.backward());
        let rate = 5.0 * (1.0 - (step + 1) as f32 / steps as f32);
        report::metric("learning rate", step, rate);
        weights = weights.with(descend(weights.numbers(), gradients, rate, 0.5));
        if (step + 1) % steps.div_ceil(10) == 0 {
            show(&weights, step);
        }
    }
    weights
}
