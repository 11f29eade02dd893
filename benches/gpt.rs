//! How long a step of the course's language model takes: two blocks of width 48 on a context of 48 characters, 62,256 parameters.
//!
//! `cargo bench --bench gpt` prints milliseconds a step, the median of several rounds, for the layers of `gradlings::nn` and, in the
//! same run, for dfdx's own parts: an embedding, two `TransformerEncoderBlock<48, 4, 192>`, which have no mask, and a linear layer.
//! Batches of 16; AdamW with warm-up and cosine; ours clips its gradients too. Where `python3`, or the Python that GRADLINGS_PYTHON
//! names, has PyTorch, it trains the same network as ours, before and after.
//!
//! `cargo bench --bench gpt -- ours` and `-- dfdx` do 320 steps of one alone and nothing else, for a profiler.
//!
//! With GRADLINGS_TEXT, the path of an English text, it trains on it, and prints the cross-entropy of the last tenth,
//! which is held out.

use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

use dfdx::nn::builders;
use dfdx::optim::{Adam, AdamConfig, WeightDecay};
use dfdx::prelude::{
    BuildOnDevice, Const, Cpu, DeviceBuildExt, Gradients, Module, ModuleMut, NoneTape, NumParams,
    Optimizer, OwnedTape, Tensor, TensorFromVec, Trace, ZeroGrads, cross_entropy_with_logits_loss,
};
use dfdx::tensor::AsArray;
use dfdx::tensor_ops::Backward;
use gradlings::nn::{
    self, CausalAttention, Embedding, Residual, RmsNorm, SwiGlu, UnbiasedLinear, cross_entropy,
};
use gradlings::optim::clip_gradients;
use rand::rngs::StdRng;
use rand::{Rng, SeedableRng};

/// The different characters of Alice's Adventures in Wonderland.
const VOCABULARY: usize = 70;
const WIDTH: usize = 48;
const CONTEXT: usize = 48;
const BATCH: usize = 16;

type Block = (
    Residual<(RmsNorm<WIDTH>, CausalAttention<WIDTH, 4>)>,
    Residual<(RmsNorm<WIDTH>, SwiGlu<WIDTH, 128>)>,
);
type Ours = (
    Embedding<VOCABULARY, WIDTH>,
    Block,
    Block,
    RmsNorm<WIDTH>,
    UnbiasedLinear<WIDTH, VOCABULARY>,
);
type Plain = (
    builders::Embedding<VOCABULARY, WIDTH>,
    builders::TransformerEncoderBlock<WIDTH, 4, 192>,
    builders::TransformerEncoderBlock<WIDTH, 4, 192>,
    builders::Linear<WIDTH, VOCABULARY>,
);

type Tokens<T = NoneTape> = Tensor<(usize, usize), usize, Cpu, T>;
type Logits<T = NoneTape> = Tensor<(usize, usize, Const<VOCABULARY>), f32, Cpu, T>;
type Recorded = OwnedTape<f32, Cpu>;
type Loss = Tensor<(), f32, Cpu, Recorded>;

const ROUNDS: usize = 7;
const STEPS: usize = 40;
const TRAINING: usize = 1400;

fn main() {
    nn::prepare();
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    println!("cores: {cores}, batches of {BATCH} x {CONTEXT}");
    let text = Text::read();
    if let Some(alone) = std::env::args().find(|it| it == "ours" || it == "dfdx") {
        let steps = (ROUNDS + 1) * STEPS;
        let took = match alone.as_str() {
            "ours" => Training::<Ours>::new(1, next_token_loss, true).steps(&text, steps, TRAINING),
            _ => Training::<Plain>::new(1, one_hot_loss, false).steps(&text, steps, TRAINING),
        };
        return println!("{alone}: {took:.2} ms a step");
    }
    let before = pytorch();
    let mut ours = Training::<Ours>::new(1, next_token_loss, true);
    let mut plain = Training::<Plain>::new(1, one_hot_loss, false);
    let mut times = [Vec::new(), Vec::new()];
    for round in 0..=ROUNDS {
        let found = [
            ours.steps(&text, STEPS, TRAINING),
            plain.steps(&text, STEPS, TRAINING),
        ];
        // The first round warms up.
        if round > 0 {
            for (times, found) in times.iter_mut().zip(found) {
                times.push(found);
            }
        } else {
            ours.stages = Stages::default();
            plain.stages = Stages::default();
        }
    }
    let [ours_took, plain_took] = times.map(median);
    for (name, took, parameters, stages) in [
        (
            "gradlings::nn",
            ours_took,
            ours.model.num_trainable_params(),
            &ours.stages,
        ),
        (
            "dfdx's own parts",
            plain_took,
            plain.model.num_trainable_params(),
            &plain.stages,
        ),
    ] {
        println!("{name}, {parameters} parameters: {took:.2} ms a step; {stages}");
    }
    println!(
        "ours takes {:.2} of dfdx's own parts",
        ours_took / plain_took
    );
    match (before, pytorch()) {
        (Some((name, before)), Some((_, after))) => println!(
            "{name}: {before:.2} ms a step before, {after:.2} after; ours takes {:.2} of it",
            ours_took / ((before + after) / 2.0)
        ),
        _ => println!("PyTorch is not here; GRADLINGS_PYTHON names a Python that has it"),
    }
    if text.is_real {
        train(&text);
    } else {
        println!("GRADLINGS_TEXT is the path of a text to train on");
    }
}

/// The name of PyTorch and its milliseconds a step, as `frameworks.py` prints them.
fn pytorch() -> Option<(String, f64)> {
    let python = std::env::var("GRADLINGS_PYTHON").unwrap_or_else(|_| "python3".to_owned());
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("benches/frameworks.py");
    let output = Command::new(&python).arg(script).arg("gpt").output().ok()?;
    let said = String::from_utf8(output.stdout).ok()?;
    let mut fields = said.trim().split('\t');
    Some((fields.next()?.to_owned(), fields.next()?.parse().ok()?))
}

/// How well the model does on text that it has not seen.
fn train(text: &Text) {
    for seed in 1..=3 {
        let mut training = Training::<Ours>::new(seed, next_token_loss, true);
        let mut spent = 0.0;
        for (until, steps) in [(400, 400), (800, 400), (TRAINING, TRAINING - 800)] {
            spent += steps as f64 * training.steps(text, steps, TRAINING) / 1e3;
            println!(
                "seed {seed}: {:.3} nats a character of held-out text after {until} steps, {spent:.1} s",
                training.held_out(text)
            );
        }
    }
}

/// A text as numbers of its characters.
struct Text {
    tokens: Vec<usize>,
    is_real: bool,
}

impl Text {
    /// The text of GRADLINGS_TEXT, or random characters where there is none: they take as long.
    fn read() -> Self {
        let Some(path) = std::env::var_os("GRADLINGS_TEXT") else {
            let mut rng = StdRng::seed_from_u64(0);
            let tokens = (0..100_000).map(|_| rng.gen_range(0..VOCABULARY)).collect();
            return Self {
                tokens,
                is_real: false,
            };
        };
        let text = std::fs::read_to_string(path).expect("GRADLINGS_TEXT is the path of a text");
        let mut alphabet: Vec<char> = text.chars().collect();
        alphabet.sort_unstable();
        alphabet.dedup();
        assert!(
            alphabet.len() <= VOCABULARY,
            "{} different characters",
            alphabet.len()
        );
        let number = |c: char| alphabet.binary_search(&c).expect("it is in the text");
        Self {
            tokens: text.chars().map(number).collect(),
            is_real: true,
        }
    }

    fn seen(&self) -> &[usize] {
        &self.tokens[..self.tokens.len() / 10 * 9]
    }

    fn unseen(&self) -> &[usize] {
        &self.tokens[self.tokens.len() / 10 * 9..]
    }
}

/// Pieces of a text, and the character after each of theirs.
fn batch(dev: &Cpu, text: &[usize], starts: &[usize]) -> (Tokens, Tokens) {
    let piece = |shift: usize| {
        let pieces = starts.iter();
        let tokens = pieces.flat_map(|start| &text[start + shift..][..CONTEXT]);
        dev.tensor_from_vec(tokens.copied().collect(), (starts.len(), CONTEXT))
    };
    (piece(0), piece(1))
}

fn next_token_loss(_: &Cpu, logits: Logits<Recorded>, right: Tokens) -> Loss {
    cross_entropy(logits, right)
}

fn one_hot_loss(dev: &Cpu, logits: Logits<Recorded>, right: Tokens) -> Loss {
    let mut targets = vec![0.0; BATCH * CONTEXT * VOCABULARY];
    for (row, token) in targets.chunks_mut(VOCABULARY).zip(right.as_vec()) {
        row[token] = 1.0;
    }
    let targets = dev.tensor_from_vec(targets, (BATCH, CONTEXT, Const));
    cross_entropy_with_logits_loss(logits, targets)
}

struct Training<M: BuildOnDevice<Cpu, f32>> {
    dev: Cpu,
    model: M::Built,
    adam: Adam<M::Built, f32, Cpu>,
    gradients: Gradients<f32, Cpu>,
    loss: fn(&Cpu, Logits<Recorded>, Tokens) -> Loss,
    clips: bool,
    rng: StdRng,
    steps: usize,
    stages: Stages,
}

impl<M: BuildOnDevice<Cpu, f32>> Training<M>
where
    M::Built: ModuleMut<Tokens<Recorded>, Output = Logits<Recorded>>,
{
    fn new(seed: u64, loss: fn(&Cpu, Logits<Recorded>, Tokens) -> Loss, clips: bool) -> Self {
        let dev = Cpu::seed_from_u64(seed);
        let model = dev.build_module::<M, f32>();
        let settings = AdamConfig {
            weight_decay: Some(WeightDecay::Decoupled(0.1)),
            betas: [0.9, 0.99],
            ..Default::default()
        };
        Self {
            adam: Adam::new(&model, settings),
            gradients: model.alloc_grads(),
            rng: StdRng::seed_from_u64(seed),
            steps: 0,
            stages: Stages::default(),
            dev,
            model,
            loss,
            clips,
        }
    }

    /// Trains so many steps of `all`, and gives the milliseconds that one of them took.
    fn steps(&mut self, text: &Text, steps: usize, all: usize) -> f64 {
        let began = Instant::now();
        for _ in 0..steps {
            self.step(text.seen(), all);
        }
        began.elapsed().as_secs_f64() * 1e3 / steps as f64
    }

    fn step(&mut self, text: &[usize], all: usize) {
        let stages = &mut self.stages;
        let (rng, dev) = (&mut self.rng, &self.dev);
        let (tokens, right) = stages.time(0, || {
            let starts = [(); BATCH].map(|()| rng.gen_range(0..text.len() - CONTEXT));
            batch(dev, text, &starts)
        });
        let gradients = std::mem::replace(&mut self.gradients, Gradients::leaky());
        let model = &mut self.model;
        let logits = stages.time(1, || model.forward_mut(tokens.traced(gradients)));
        let loss = stages.time(2, || (self.loss)(dev, logits, right));
        let mut gradients = stages.time(3, || loss.backward());
        stages.time(4, || {
            if self.clips {
                clip_gradients(model, &mut gradients, 1.0);
            }
        });
        self.adam.cfg.lr = rate(self.steps, all);
        stages
            .time(5, || self.adam.update(model, &gradients))
            .expect("every parameter has a gradient");
        stages.time(6, || model.zero_grads(&mut gradients));
        self.gradients = gradients;
        self.steps += 1;
    }

    /// Nats per character of what was held out.
    fn held_out(&self, text: &Text) -> f64
    where
        M::Built: Module<Tokens, Output = Logits>,
    {
        let text = text.unseen();
        let starts: Vec<usize> = (0..text.len() - CONTEXT).step_by(CONTEXT).collect();
        let mut losses = Vec::new();
        for starts in starts.chunks_exact(BATCH) {
            let (tokens, right) = batch(&self.dev, text, starts);
            let loss = cross_entropy(self.model.forward(tokens), right);
            losses.push(f64::from(loss.array()));
        }
        losses.iter().sum::<f64>() / losses.len() as f64
    }
}

/// The rate of learning: up to 3e-3 in 100 steps, then down to a tenth of it along a cosine.
fn rate(step: usize, all: usize) -> f64 {
    let (most, least, warm_up) = (3e-3, 3e-4, 100);
    if step < warm_up {
        return most * (step + 1) as f64 / warm_up as f64;
    }
    let done = (step - warm_up) as f64 / (all - warm_up).max(1) as f64;
    least + (most - least) * 0.5 * (1.0 + (std::f64::consts::PI * done.min(1.0)).cos())
}

fn median(mut times: Vec<f64>) -> f64 {
    times.sort_by(f64::total_cmp);
    times[times.len() / 2]
}

const STAGES: [&str; 7] = [
    "batch", "forward", "loss", "backward", "clip", "AdamW", "zero",
];

/// Where the time goes.
#[derive(Default)]
struct Stages {
    spent: [Duration; 7],
    steps: u32,
}

impl Stages {
    fn time<R>(&mut self, stage: usize, work: impl FnOnce() -> R) -> R {
        let began = Instant::now();
        let result = work();
        self.spent[stage] += began.elapsed();
        self.steps += u32::from(stage == 0);
        result
    }
}

impl std::fmt::Display for Stages {
    fn fmt(&self, to: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        for (name, spent) in STAGES.iter().zip(self.spent) {
            let milliseconds = spent.as_secs_f64() * 1e3 / f64::from(self.steps.max(1));
            write!(to, "{name} {milliseconds:.2}, ")?;
        }
        write!(to, "mean of {} steps", self.steps)
    }
}
