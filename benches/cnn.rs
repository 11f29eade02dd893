//! How long the network of the course trains: the convolutional network of Keras' introduction, on real digits.
//!
//! `cargo bench --bench cnn` prints the median of five epochs over 6,000 images after one to warm up, where the time goes,
//! and the accuracy on held-out images after three epochs over 10,000. Adam at 1e-3, batches of 32, cross-entropy.
//! Where `python3`, or the Python that GRADLINGS_PYTHON names, has Keras or PyTorch, they train the same network in the same
//! run, before and after. `cargo bench --bench cnn -- dfdx` uses dfdx's linear layer and ReLU instead; `unprepared` leaves out `nn::prepare`.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

use course::mnist::{self, Digits};
use dfdx::optim::{Adam, AdamConfig};
use dfdx::prelude::*;
use gradlings::nn::{self, Conv2D, Flatten, MaxPool2D};
use rand::SeedableRng;
use rand::rngs::StdRng;
use rand::seq::SliceRandom;

type Ours = (
    (Conv2D<1, 32, 3>, nn::ReLU, MaxPool2D<2>),
    Flatten<5408>,
    (nn::Linear<5408, 128>, nn::ReLU),
    nn::Linear<128, 10>,
);
type Plain = (
    (Conv2D<1, 32, 3>, ReLU, MaxPool2D<2>),
    Flatten<5408>,
    (Linear<5408, 128>, ReLU),
    Linear<128, 10>,
);

const BATCH: usize = 32;
/// The original test set.
const IMAGES: &str = "t10k-images-idx3-ubyte.gz";
const LABELS: &str = "t10k-labels-idx1-ubyte.gz";

fn main() {
    let plain = std::env::args().any(|argument| argument == "dfdx");
    if !std::env::args().any(|argument| argument == "unprepared") {
        nn::prepare();
    }
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    println!(
        "cores: {cores}, layers: {}",
        if plain {
            "dfdx's Linear and ReLU"
        } else {
            "all from gradlings::nn"
        }
    );
    let before = others();
    let ours = if plain { run::<Plain>() } else { run::<Ours>() };
    compare(ours, [before, others()]);
    if plain {
        accuracies::<Plain>()
    } else {
        accuracies::<Ours>()
    }
    keras_accuracy();
    if !plain {
        parts();
    }
}

/// Seconds per epoch of what else this machine has, by name.
fn others() -> Vec<(String, f64)> {
    ["keras", "torch"]
        .into_iter()
        .filter_map(|framework| framework_says(framework, &[]))
        .map(|(name, median, _)| (name, median))
        .collect()
}

/// What `frameworks.py` prints: the name, the median, each.
fn framework_says(framework: &str, test: &[PathBuf]) -> Option<(String, f64, String)> {
    let python = std::env::var("GRADLINGS_PYTHON").unwrap_or_else(|_| "python3".to_owned());
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let file = |name: &str| root.join("exercises/library/files").join(name);
    let output = Command::new(&python)
        .arg(root.join("benches/frameworks.py"))
        .arg(framework)
        .arg(file("mnist-train-images.idx.gz"))
        .arg(file("mnist-train-labels.idx.gz"))
        .args(test)
        .output()
        .ok()?;
    let said = String::from_utf8(output.stdout).ok()?;
    let mut fields = said.trim().split('\t');
    let (name, median) = (fields.next()?, fields.next()?.parse().ok()?);
    Some((name.to_owned(), median, fields.next()?.to_owned()))
}

/// How often Keras' network is right that was trained on the same digits, where both are here.
fn keras_accuracy() {
    let Some(folder) = std::env::var_os("GRADLINGS_MNIST").map(PathBuf::from) else {
        return;
    };
    let test = [IMAGES, LABELS].map(|name| folder.join(name));
    if let Some((name, median, each)) = framework_says("keras", &test) {
        println!("{name}, the same training: {median:.2} % on all 10,000, median of {each}");
    }
}

/// Ours beside the others, which were measured before and after it.
fn compare(ours: f64, [before, after]: [Vec<(String, f64)>; 2]) {
    if before.is_empty() {
        println!(
            "neither Keras nor PyTorch is here; GRADLINGS_PYTHON names a Python that has them"
        );
    }
    for (name, seconds) in before {
        let again = after.iter().find(|(other, _)| *other == name);
        let again = again.map_or(f64::NAN, |(_, seconds)| *seconds);
        let mean = (seconds + again) / 2.0;
        println!(
            "{name}: {seconds:.3} s before, {again:.3} s after; ours takes {:.2} of it",
            ours / mean
        );
    }
}

fn run<M: BuildOnDevice<Cpu, f32>>() -> f64
where
    M::Built: ModuleMut<Images<OwnedTape<f32, Cpu>>, Output = Logits<OwnedTape<f32, Cpu>>>
        + Module<Images<NoneTape>, Output = Logits<NoneTape>>,
{
    let dev = Cpu::seed_from_u64(1);
    let digits = mnist::training();
    let six_thousand = digits.range(0..6000);
    let mut model = dev.build_module::<M, f32>();
    println!("parameters: {}", model.num_trainable_params());
    let mut adam = Adam::new(&model, AdamConfig::default());
    let mut rng = StdRng::seed_from_u64(1);
    let mut spent = Vec::new();
    let mut stages = Stages::default();
    for i in 0..6 {
        if i == 1 {
            stages = Stages::default();
        }
        let start = Instant::now();
        epoch(
            &dev,
            &six_thousand,
            &mut model,
            &mut adam,
            &mut rng,
            &mut stages,
        );
        spent.push(start.elapsed());
    }
    println!("warm-up: {:.3} s", spent.remove(0).as_secs_f64());
    spent.sort();
    let all: Vec<String> = spent
        .iter()
        .map(|t| format!("{:.3}", t.as_secs_f64()))
        .collect();
    println!(
        "seconds per epoch of 6,000 images: {} median of {}",
        all[2],
        all.join(" ")
    );
    println!(
        "of which: batches {:.3}, forward {:.3}, loss {:.3}, backward {:.3}, Adam {:.3}, zero gradients {:.3}",
        stages.0[0].as_secs_f64() / 5.0,
        stages.0[1].as_secs_f64() / 5.0,
        stages.0[2].as_secs_f64() / 5.0,
        stages.0[3].as_secs_f64() / 5.0,
        stages.0[4].as_secs_f64() / 5.0,
        stages.0[5].as_secs_f64() / 5.0
    );

    spent[2].as_secs_f64()
}

/// How often a network is right that was trained for three epochs of 10,000 images, on five seeds.
fn accuracies<M: BuildOnDevice<Cpu, f32>>()
where
    M::Built: ModuleMut<Images<OwnedTape<f32, Cpu>>, Output = Logits<OwnedTape<f32, Cpu>>>
        + Module<Images<NoneTape>, Output = Logits<NoneTape>>,
{
    let digits = mnist::training();
    let mut stages = Stages::default();
    for seed in 1..=5 {
        let dev = Cpu::seed_from_u64(seed);
        let mut rng = StdRng::seed_from_u64(seed);
        let mut model = dev.build_module::<M, f32>();
        let mut adam = Adam::new(&model, AdamConfig::default());
        for _ in 0..3 {
            epoch(&dev, &digits, &mut model, &mut adam, &mut rng, &mut stages);
        }
        let (few, all) = (accuracy(&dev, &model, &held_out()), whole_test_set());
        print!(
            "seed {seed}, 3 epochs of 10,000 images: accuracy {:.2} % on the 2,000 held-out images",
            100.0 * few
        );
        match all {
            Some(all) => println!(
                ", {:.2} % on all 10,000",
                100.0 * accuracy(&dev, &model, &all)
            ),
            None => {
                println!(" (set GRADLINGS_MNIST to the folder of your own copy for all 10,000)")
            }
        }
    }
}

type Images<T> = Tensor<(usize, Const<1>, Const<28>, Const<28>), f32, Cpu, T>;
type Logits<T> = Tensor<(usize, Const<10>), f32, Cpu, T>;

/// Time spent on batches, forward, loss, backward, Adam, clearing gradients.
#[derive(Default)]
struct Stages([Duration; 6]);

impl Stages {
    fn time<R>(&mut self, stage: usize, work: impl FnOnce() -> R) -> R {
        let start = Instant::now();
        let result = work();
        self.0[stage] += start.elapsed();
        result
    }
}

fn epoch<M>(
    dev: &Cpu,
    digits: &Digits,
    model: &mut M,
    adam: &mut Adam<M, f32, Cpu>,
    rng: &mut StdRng,
    stages: &mut Stages,
) where
    M: TensorCollection<f32, Cpu>
        + ModuleMut<Images<OwnedTape<f32, Cpu>>, Output = Logits<OwnedTape<f32, Cpu>>>,
{
    let mut order: Vec<usize> = (0..digits.len()).collect();
    order.shuffle(rng);
    let mut grads = model.alloc_grads();
    for batch in order.chunks(BATCH) {
        let (images, targets) = stages.time(0, || {
            (digits.images_tensor(dev, batch), digits.one_hot(dev, batch))
        });
        let logits = stages.time(1, || model.forward_mut(images.traced(grads)));
        let loss = stages.time(2, || cross_entropy_with_logits_loss(logits, targets));
        grads = stages.time(3, || loss.backward());
        stages
            .time(4, || adam.update(model, &grads))
            .expect("every parameter has a gradient");
        stages.time(5, || model.zero_grads(&mut grads));
    }
}

fn held_out() -> Digits {
    Digits::from_gz(
        include_bytes!("../checks/held_out/mnist-test-images.idx.gz"),
        include_bytes!("../checks/held_out/mnist-test-labels.idx.gz"),
    )
    .expect("the held-out digits are sound")
}

/// The original test set, where the person who runs this has it.
fn whole_test_set() -> Option<Digits> {
    let folder = PathBuf::from(std::env::var_os("GRADLINGS_MNIST")?);
    let read = |name: &str| {
        std::fs::read(folder.join(name)).expect("GRADLINGS_MNIST has the original files")
    };
    Some(Digits::from_gz(&read(IMAGES), &read(LABELS)).expect("they are MNIST"))
}

fn accuracy<M: Module<Images<NoneTape>, Output = Logits<NoneTape>>>(
    dev: &Cpu,
    model: &M,
    held_out: &Digits,
) -> f64 {
    let indices: Vec<usize> = (0..held_out.len()).collect();
    let right: usize = indices
        .chunks(500)
        .map(|batch| {
            let logits = model.forward(held_out.images_tensor(dev, batch)).as_vec();
            let guesses = logits
                .chunks_exact(10)
                .map(|row| (0..10).max_by(|&a, &b| row[a].total_cmp(&row[b])));
            guesses
                .zip(held_out.labels_at(batch))
                .filter(|(guess, label)| *guess == Some(*label))
                .count()
        })
        .sum();
    right as f64 / held_out.len() as f64
}

/// Times each layer alone at the size it has in the network, and dfdx's where there is one.
fn parts() {
    println!("\nmilliseconds per batch of {BATCH}, median of 100: forward, backward");
    let dev = Cpu::seed_from_u64(1);
    let image = dev.sample_normal_like(&(BATCH, Const::<1>, 28, 28));
    let maps = dev.sample_normal_like(&(BATCH, Const::<32>, 26, 26));
    let row = dev.sample_normal_like(&(BATCH, Const::<5408>));
    let hidden = dev.sample_normal_like(&(BATCH, Const::<128>));
    part(
        "Conv2D<1, 32, 3>",
        &dev.build_module::<Conv2D<1, 32, 3>, f32>(),
        &image,
    );
    part("ReLU on 32x26x26", &nn::ReLU, &maps);
    part("ReLU of dfdx", &ReLU, &maps);
    part("MaxPool2D<2>", &MaxPool2D::<2>, &maps);
    part(
        "Linear<5408, 128>",
        &dev.build_module::<nn::Linear<5408, 128>, f32>(),
        &row,
    );
    part(
        "Linear of dfdx",
        &dev.build_module::<Linear<5408, 128>, f32>(),
        &row,
    );
    part(
        "Linear<128, 10>",
        &dev.build_module::<nn::Linear<128, 10>, f32>(),
        &hidden,
    );
    part(
        "Linear of dfdx",
        &dev.build_module::<Linear<128, 10>, f32>(),
        &hidden,
    );
}

fn part<M, I: Shape, O: Shape>(name: &str, layer: &M, input: &Tensor<I, f32, Cpu>)
where
    M: TensorCollection<f32, Cpu>
        + Module<
            Tensor<I, f32, Cpu, OwnedTape<f32, Cpu>>,
            Output = Tensor<O, f32, Cpu, OwnedTape<f32, Cpu>>,
        >,
{
    let (mut forward, mut backward) = (Vec::new(), Vec::new());
    for _ in 0..100 {
        let traced = input.trace(layer.alloc_grads());
        let start = Instant::now();
        let out = layer.forward(traced);
        forward.push(start.elapsed());
        let (out, tape) = out.split_tape();
        let loss = out.put_tape(tape).sum();
        let before = Instant::now();
        let grads = loss.backward();
        backward.push(before.elapsed());
        drop(grads);
    }
    // The sum that starts the backward pass is timed alone and taken off.
    let mut sums = Vec::new();
    let out = layer.forward(input.leaky_trace());
    for _ in 0..100 {
        let loss = out.with_empty_tape().sum();
        let before = Instant::now();
        let grads = loss.backward();
        sums.push(before.elapsed());
        drop(grads);
    }
    let median = |times: &mut Vec<Duration>| {
        times.sort();
        times[times.len() / 2].as_secs_f64() * 1e3
    };
    let (forward, backward, sums) = (
        median(&mut forward),
        median(&mut backward),
        median(&mut sums),
    );
    println!("{name:20} {forward:7.3} {:7.3}", backward - sums);
}
