// right: a loop over places in double precision, the constants set to 0 at the end
pub fn backward(graph: Graph) -> Vec<f32> {
    let n = graph.ops.len();
    let mut sums = vec![0.0_f64; n];
    let value = |place: usize| f64::from(graph.values[place]);
    for place in (0..n).rev() {
        if place == n - 1 {
            sums[place] = 1.0;
        }
        let out = sums[place];
        match graph.ops[place] {
            Op::Input | Op::Constant => continue,
            Op::Add(a, b) => {
                sums[a] += out;
                sums[b] += out;
            }
            Op::Mul(a, b) => {
                sums[a] += out * value(b);
                sums[b] += out * value(a);
            }
            Op::Tanh(a) => sums[a] += out * (1.0 + value(place)) * (1.0 - value(place)),
        }
    }
    for (sum, op) in sums.iter_mut().zip(&graph.ops) {
        if *op == Op::Constant {
            *sum = 0.0;
        }
    }
    sums.into_iter().map(|sum| sum as f32).collect()
}

// right: forward mode: for each number, how fast all later ones grow with it, and the last of these is the answer
pub fn backward(graph: Graph) -> Vec<f32> {
    (0..graph.ops.len())
        .map(|source| {
            if graph.ops[source] == Op::Constant {
                return 0.0;
            }
            let mut speed = vec![0.0_f32; graph.ops.len()];
            speed[source] = 1.0;
            for place in source + 1..graph.ops.len() {
                speed[place] = match graph.ops[place] {
                    Op::Input | Op::Constant => 0.0,
                    Op::Add(a, b) => speed[a] + speed[b],
                    Op::Mul(a, b) => speed[a] * graph.values[b] + speed[b] * graph.values[a],
                    Op::Tanh(a) => speed[a] * (1.0 - graph.values[place].powi(2)),
                };
            }
            speed[graph.ops.len() - 1]
        })
        .collect()
}

// right: each number collects its gradient from all later ones that used it, instead of being handed it
pub fn backward(graph: Graph) -> Vec<f32> {
    let n = graph.ops.len();
    let mut gradients = vec![0.0_f32; n];
    for place in (0..n).rev() {
        let mut total = if place + 1 == n { 1.0 } else { 0.0 };
        for user in place + 1..n {
            total += gradients[user] * slope(&graph, user, place);
        }
        gradients[place] = total;
    }
    for place in 0..n {
        if matches!(graph.ops[place], Op::Constant) {
            gradients[place] = 0.0;
        }
    }
    gradients
}

fn slope(graph: &Graph, user: usize, used: usize) -> f32 {
    let is = |place: usize| -> f32 { if place == used { 1.0 } else { 0.0 } };
    match graph.ops[user] {
        Op::Input | Op::Constant => 0.0,
        Op::Add(a, b) => is(a) + is(b),
        Op::Mul(a, b) => is(a) * graph.values[b] + is(b) * graph.values[a],
        Op::Tanh(a) => is(a) * (1.0 - graph.values[user] * graph.values[user]),
    }
}

// right: a list of what an operation hands on is made first; numbers with gradient 0 are skipped
pub fn backward(graph: Graph) -> Vec<f32> {
    let Graph { ops, values } = graph;
    let mut gradients: Vec<f32> = ops.iter().map(|_| 0.0).collect();
    let Some(last) = ops.len().checked_sub(1) else {
        return gradients;
    };
    gradients[last] = 1.0;
    let mut place = ops.len();
    while place > 0 {
        place -= 1;
        let handed_on: Vec<(usize, f32)> = match ops[place] {
            Op::Input | Op::Constant => vec![],
            Op::Add(a, b) => vec![(a, 1.0), (b, 1.0)],
            Op::Mul(a, b) => vec![(a, values[b]), (b, values[a])],
            Op::Tanh(a) => vec![(a, 1.0 - values[place] * values[place])],
        };
        let gradient = gradients[place];
        if gradient == 0.0 {
            continue;
        }
        for (to, factor) in handed_on {
            gradients[to] += factor * gradient;
        }
        if ops[place] == Op::Constant {
            gradients[place] = 0.0;
        }
    }
    gradients
}

// wrong, mistake:overwritten: gradients are assigned and not added up, so a number that is used twice keeps only one of its ways
pub fn backward(graph: Graph) -> Vec<f32> {
    let mut gradients = vec![0.0_f32; graph.ops.len()];
    if let Some(last) = gradients.last_mut() {
        *last = 1.0;
    }
    for (place, &op) in graph.ops.iter().enumerate().rev() {
        let gradient = gradients[place];
        match op {
            Op::Input => {}
            Op::Constant => gradients[place] = 0.0,
            Op::Add(a, b) => {
                gradients[a] = gradient;
                gradients[b] = gradient;
            }
            Op::Mul(a, b) => {
                gradients[a] = gradient * graph.values[b];
                gradients[b] = gradient * graph.values[a];
            }
            Op::Tanh(a) => {
                let c = graph.values[place];
                gradients[a] = gradient * (1.0 - c * c);
            }
        }
    }
    gradients
}

// wrong, mistake:factors not exchanged: the factors of the product are not exchanged: each number is multiplied with itself
pub fn backward(graph: Graph) -> Vec<f32> {
    let mut gradients = vec![0.0_f32; graph.ops.len()];
    if let Some(last) = gradients.last_mut() {
        *last = 1.0;
    }
    for (place, &op) in graph.ops.iter().enumerate().rev() {
        let gradient = gradients[place];
        match op {
            Op::Input => {}
            Op::Constant => gradients[place] = 0.0,
            Op::Add(a, b) => {
                gradients[a] += gradient;
                gradients[b] += gradient;
            }
            Op::Mul(a, b) => {
                gradients[a] += gradient * graph.values[a];
                gradients[b] += gradient * graph.values[b];
            }
            Op::Tanh(a) => {
                let c = graph.values[place];
                gradients[a] += gradient * (1.0 - c * c);
            }
        }
    }
    gradients
}

// wrong, values: a square, the product of a number with itself, is counted once and not twice
pub fn backward(graph: Graph) -> Vec<f32> {
    let mut gradients = vec![0.0_f32; graph.ops.len()];
    if let Some(last) = gradients.last_mut() {
        *last = 1.0;
    }
    for (place, &op) in graph.ops.iter().enumerate().rev() {
        let gradient = gradients[place];
        match op {
            Op::Input => {}
            Op::Constant => gradients[place] = 0.0,
            Op::Add(a, b) => {
                gradients[a] += gradient;
                gradients[b] += gradient;
            }
            Op::Mul(a, b) => {
                gradients[a] += gradient * graph.values[b];
                if a != b {
                    gradients[b] += gradient * graph.values[a];
                }
            }
            Op::Tanh(a) => {
                let c = graph.values[place];
                gradients[a] += gradient * (1.0 - c * c);
            }
        }
    }
    gradients
}

// wrong: the loop ends before place 0, so a constant that stands first keeps its gradient
pub fn backward(graph: Graph) -> Vec<f32> {
    let mut gradients = vec![0.0_f32; graph.ops.len()];
    if let Some(last) = gradients.last_mut() {
        *last = 1.0;
    }
    for (place, &op) in graph.ops.iter().enumerate().skip(1).rev() {
        let gradient = gradients[place];
        match op {
            Op::Input => {}
            Op::Constant => gradients[place] = 0.0,
            Op::Add(a, b) => {
                gradients[a] += gradient;
                gradients[b] += gradient;
            }
            Op::Mul(a, b) => {
                gradients[a] += gradient * graph.values[b];
                gradients[b] += gradient * graph.values[a];
            }
            Op::Tanh(a) => {
                let c = graph.values[place];
                gradients[a] += gradient * (1.0 - c * c);
            }
        }
    }
    gradients
}

// wrong: gradients are clipped to -10..10 before they are handed on, though nobody asked for it
pub fn backward(graph: Graph) -> Vec<f32> {
    let mut gradients = vec![0.0_f32; graph.ops.len()];
    if let Some(last) = gradients.last_mut() {
        *last = 1.0;
    }
    for (place, &op) in graph.ops.iter().enumerate().rev() {
        let gradient = f32::clamp(gradients[place], -10.0, 10.0);
        match op {
            Op::Input => {}
            Op::Constant => gradients[place] = 0.0,
            Op::Add(a, b) => {
                gradients[a] += gradient;
                gradients[b] += gradient;
            }
            Op::Mul(a, b) => {
                gradients[a] += gradient * graph.values[b];
                gradients[b] += gradient * graph.values[a];
            }
            Op::Tanh(a) => {
                let c = graph.values[place];
                gradients[a] += gradient * (1.0 - c * c);
            }
        }
    }
    gradients
}
