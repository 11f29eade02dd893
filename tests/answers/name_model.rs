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
