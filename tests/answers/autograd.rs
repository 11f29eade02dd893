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

// wrong, mistake:half of a square, but not of a sum: a square, the product of a number with itself, is counted once and not twice
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

// right: each number asks all later ones what they hand on to it
pub fn backward(graph: Graph) -> Vec<f32> {
    let n = graph.ops.len();
    let mut gradients = vec![0.0; n];
    for place in (0..n).rev() {
        let mut total = if place == n - 1 { 1.0 } else { 0.0 };
        for later in place + 1..n {
            let slope = match graph.ops[later] {
                Op::Add(a, b) => f32::from(u8::from(a == place)) + f32::from(u8::from(b == place)),
                Op::Mul(a, b) if a == place && b == place => 2.0 * graph.values[place],
                Op::Mul(a, b) if a == place => graph.values[b],
                Op::Mul(a, b) if b == place => graph.values[a],
                Op::Tanh(a) if a == place => 1.0 - graph.values[later].powi(2),
                _ => 0.0,
            };
            total += slope * gradients[later];
        }
        gradients[place] = total;
    }
    for (gradient, op) in gradients.iter_mut().zip(&graph.ops) {
        if let Op::Constant = op {
            *gradient = 0.0;
        }
    }
    gradients
}

// right: forwards, with the slope of every number by the one that is moved
pub fn backward(graph: Graph) -> Vec<f32> {
    let n = graph.ops.len();
    let by = |moved: usize| {
        if let Op::Constant = graph.ops[moved] {
            return 0.0;
        }
        let mut slopes = vec![0.0_f32; n];
        slopes[moved] = 1.0;
        for place in moved + 1..n {
            slopes[place] = match graph.ops[place] {
                Op::Add(a, b) => slopes[a] + slopes[b],
                Op::Mul(a, b) => slopes[a] * graph.values[b] + graph.values[a] * slopes[b],
                Op::Tanh(a) => slopes[a] * (1.0 - graph.values[place] * graph.values[place]),
                _ => 0.0,
            };
        }
        slopes[n - 1]
    };
    (0..n).map(by).collect()
}

// right: in f64, popping the operations off the end
pub fn backward(graph: Graph) -> Vec<f32> {
    let values: Vec<f64> = graph.values.iter().map(|&value| f64::from(value)).collect();
    let mut gradients = vec![0.0_f64; values.len()];
    if let Some(last) = gradients.last_mut() {
        *last = 1.0;
    }
    let mut ops = graph.ops;
    while let Some(op) = ops.pop() {
        let place = ops.len();
        let hand: Vec<(usize, f64)> = match op {
            Op::Add(a, b) => vec![(a, 1.0), (b, 1.0)],
            Op::Mul(a, b) => vec![(a, values[b]), (b, values[a])],
            Op::Tanh(a) => vec![(a, 1.0 - values[a].tanh().powi(2))],
            Op::Constant => {
                gradients[place] = 0.0;
                vec![]
            }
            Op::Input => vec![],
        };
        for (to, slope) in hand {
            gradients[to] += gradients[place] * slope;
        }
    }
    gradients.into_iter().map(|it| it as f32).collect()
}

// wrong, mistake:overwritten: the last gradient that arrives replaces the others
pub fn backward(graph: Graph) -> Vec<f32> {
    let mut gradients = vec![0.0; graph.ops.len()];
    *gradients.last_mut().expect("a number") = 1.0;
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
            Op::Tanh(a) => gradients[a] = gradient * (1.0 - graph.values[place].powi(2)),
        }
    }
    gradients
}

// wrong, mistake:factors not exchanged: a product hands each factor its own value
pub fn backward(graph: Graph) -> Vec<f32> {
    let mut gradients = vec![0.0; graph.ops.len()];
    *gradients.last_mut().expect("a number") = 1.0;
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
            Op::Tanh(a) => gradients[a] += gradient * (1.0 - graph.values[place].powi(2)),
        }
    }
    gradients
}

// wrong, mistake:tanh of its input: the slope of tanh is worked out from what went in
pub fn backward(graph: Graph) -> Vec<f32> {
    let mut gradients = vec![0.0; graph.ops.len()];
    *gradients.last_mut().expect("a number") = 1.0;
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
                gradients[b] += gradient * graph.values[a];
            }
            Op::Tanh(a) => gradients[a] += gradient * (1.0 - graph.values[a].powi(2)),
        }
    }
    gradients
}

// wrong, mistake:tanh twice: the value of tanh is put through tanh once more
pub fn backward(graph: Graph) -> Vec<f32> {
    let mut gradients = vec![0.0; graph.ops.len()];
    *gradients.last_mut().expect("a number") = 1.0;
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
                gradients[b] += gradient * graph.values[a];
            }
            Op::Tanh(a) => {
                gradients[a] += gradient * (1.0 - graph.values[place].tanh().powi(2));
            }
        }
    }
    gradients
}

// wrong, mistake:constants: constants keep what they were handed
pub fn backward(graph: Graph) -> Vec<f32> {
    let mut gradients = vec![0.0; graph.ops.len()];
    *gradients.last_mut().expect("a number") = 1.0;
    for (place, &op) in graph.ops.iter().enumerate().rev() {
        let gradient = gradients[place];
        match op {
            Op::Input | Op::Constant => {}
            Op::Add(a, b) => {
                gradients[a] += gradient;
                gradients[b] += gradient;
            }
            Op::Mul(a, b) => {
                gradients[a] += gradient * graph.values[b];
                gradients[b] += gradient * graph.values[a];
            }
            Op::Tanh(a) => gradients[a] += gradient * (1.0 - graph.values[place].powi(2)),
        }
    }
    gradients
}

// wrong, mistake:half of a square: both sums are formed before either is written, so a square gets only one half
pub fn backward(graph: Graph) -> Vec<f32> {
    let mut gradients = vec![0.0; graph.ops.len()];
    *gradients.last_mut().expect("a number") = 1.0;
    for (place, &op) in graph.ops.iter().enumerate().rev() {
        let gradient = gradients[place];
        match op {
            Op::Input => {}
            Op::Constant => gradients[place] = 0.0,
            Op::Add(a, b) => {
                let (left, right) = (gradients[a] + gradient, gradients[b] + gradient);
                gradients[a] = left;
                gradients[b] = right;
            }
            Op::Mul(a, b) => {
                let left = gradients[a] + gradient * graph.values[b];
                let right = gradients[b] + gradient * graph.values[a];
                gradients[a] = left;
                gradients[b] = right;
            }
            Op::Tanh(a) => gradients[a] += gradient * (1.0 - graph.values[place].powi(2)),
        }
    }
    gradients
}

// wrong, mistake:first to last, constants on the way: from the first operation to the last
pub fn backward(graph: Graph) -> Vec<f32> {
    let mut gradients = vec![0.0; graph.ops.len()];
    *gradients.last_mut().expect("a number") = 1.0;
    for (place, &op) in graph.ops.iter().enumerate() {
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
            Op::Tanh(a) => gradients[a] += gradient * (1.0 - graph.values[place].powi(2)),
        }
    }
    gradients
}

// wrong, mistake:all started: all gradients start from 1
pub fn backward(graph: Graph) -> Vec<f32> {
    let mut gradients = vec![1.0; graph.ops.len()];
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
                gradients[b] += gradient * graph.values[a];
            }
            Op::Tanh(a) => gradients[a] += gradient * (1.0 - graph.values[place].powi(2)),
        }
    }
    gradients
}

// wrong, mistake:tanh alone: tanh hands on the slope alone and forgets what came from above
pub fn backward(graph: Graph) -> Vec<f32> {
    let mut gradients = vec![0.0; graph.ops.len()];
    *gradients.last_mut().expect("a number") = 1.0;
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
                gradients[b] += gradient * graph.values[a];
            }
            Op::Tanh(a) => gradients[a] += 1.0 - graph.values[place].powi(2),
        }
    }
    gradients
}

// wrong, mistake:started with the value: the result starts with its own value
pub fn backward(graph: Graph) -> Vec<f32> {
    let last = graph.ops.len() - 1;
    let mut gradients = vec![0.0; graph.ops.len()];
    gradients[last] = graph.values[last];
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
                gradients[b] += gradient * graph.values[a];
            }
            Op::Tanh(a) => gradients[a] += gradient * (1.0 - graph.values[place].powi(2)),
        }
    }
    gradients
}

// wrong, mistake:overwritten: `=` in the place of `+=`, so the last use of a number overwrites the others
pub fn backward(graph: Graph) -> Vec<f32> {
    let n = graph.ops.len();
    let mut gradients = vec![0.0; n];
    gradients[n - 1] = 1.0;
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
            Op::Tanh(a) => gradients[a] = gradient * (1.0 - graph.values[place].powi(2)),
        }
    }
    gradients
}

// wrong, mistake:constants: a constant is treated as an input, and keeps its gradient
pub fn backward(graph: Graph) -> Vec<f32> {
    let n = graph.ops.len();
    let mut gradients = vec![0.0; n];
    gradients[n - 1] = 1.0;
    for (place, &op) in graph.ops.iter().enumerate().rev() {
        let gradient = gradients[place];
        match op {
            Op::Input | Op::Constant => {}
            Op::Add(a, b) => {
                gradients[a] += gradient;
                gradients[b] += gradient;
            }
            Op::Mul(a, b) => {
                gradients[a] += gradient * graph.values[b];
                gradients[b] += gradient * graph.values[a];
            }
            Op::Tanh(a) => gradients[a] += gradient * (1.0 - graph.values[place].powi(2)),
        }
    }
    gradients
}

// wrong, mistake:factors not exchanged: in a product each factor is given its own value, not that of the other
pub fn backward(graph: Graph) -> Vec<f32> {
    let n = graph.ops.len();
    let mut gradients = vec![0.0; n];
    gradients[n - 1] = 1.0;
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
            Op::Tanh(a) => gradients[a] += gradient * (1.0 - graph.values[place].powi(2)),
        }
    }
    gradients
}

// wrong, mistake:tanh of its input: the slope of tanh is made of the number that went in, not of the one that came out
pub fn backward(graph: Graph) -> Vec<f32> {
    let n = graph.ops.len();
    let mut gradients = vec![0.0; n];
    gradients[n - 1] = 1.0;
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
                gradients[b] += gradient * graph.values[a];
            }
            Op::Tanh(a) => gradients[a] += gradient * (1.0 - graph.values[a] * graph.values[a]),
        }
    }
    gradients
}

// wrong, mistake:tanh alone: tanh hands on its slope alone, without the gradient that reached it
pub fn backward(graph: Graph) -> Vec<f32> {
    let n = graph.ops.len();
    let mut gradients = vec![0.0; n];
    gradients[n - 1] = 1.0;
    for (place, &op) in graph.ops.iter().enumerate().rev() {
        let gradient = gradients[place];
        let value = graph.values[place];
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
            Op::Tanh(a) => gradients[a] += 1.0 - value * value,
        }
    }
    gradients
}

// wrong, mistake:first to last, constants on the way: goes from the first operation to the last
pub fn backward(graph: Graph) -> Vec<f32> {
    let n = graph.ops.len();
    let mut gradients = vec![0.0; n];
    gradients[n - 1] = 1.0;
    for (place, &op) in graph.ops.iter().enumerate() {
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
            Op::Tanh(a) => gradients[a] += gradient * (1.0 - graph.values[place].powi(2)),
        }
    }
    gradients
}

// wrong, mistake:half of a square: when both sides of an operation are the same number, it is handed its part once
pub fn backward(graph: Graph) -> Vec<f32> {
    let n = graph.ops.len();
    let mut gradients = vec![0.0; n];
    gradients[n - 1] = 1.0;
    for (place, &op) in graph.ops.iter().enumerate().rev() {
        let gradient = gradients[place];
        match op {
            Op::Input => {}
            Op::Constant => gradients[place] = 0.0,
            Op::Add(a, b) => {
                gradients[a] += gradient;
                if a != b {
                    gradients[b] += gradient;
                }
            }
            Op::Mul(a, b) => {
                gradients[a] += gradient * graph.values[b];
                if a != b {
                    gradients[b] += gradient * graph.values[a];
                }
            }
            Op::Tanh(a) => gradients[a] += gradient * (1.0 - graph.values[place].powi(2)),
        }
    }
    gradients
}

// wrong, values: with a stack in the place of the order: a number used twice hands all that it has on twice
pub fn backward(graph: Graph) -> Vec<f32> {
    let last = graph.ops.len() - 1;
    let mut gradients = vec![0.0; last + 1];
    gradients[last] = 1.0;
    let mut stack = vec![last];
    while let Some(place) = stack.pop() {
        let gradient = gradients[place];
        match graph.ops[place] {
            Op::Input => {}
            Op::Constant => gradients[place] = 0.0,
            Op::Add(a, b) => {
                gradients[a] += gradient;
                gradients[b] += gradient;
                stack.extend([a, b]);
            }
            Op::Mul(a, b) => {
                gradients[a] += gradient * graph.values[b];
                gradients[b] += gradient * graph.values[a];
                stack.extend([a, b]);
            }
            Op::Tanh(a) => {
                gradients[a] += gradient * (1.0 - graph.values[place].powi(2));
                stack.push(a);
            }
        }
    }
    gradients
}
