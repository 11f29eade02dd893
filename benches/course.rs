//! Whether every training of the course reaches its bar, and how long it takes.
//!
//! `cargo bench --bench course` runs the training of each solution that trains, with everything that a learner's own has when it
//! is checked in full, on five seeds, each in a process of its own. It prints a row for each: seconds, the measure with its
//! median and its worst, the bar, and steps a second. Where `python3`, or the Python that GRADLINGS_PYTHON names, has PyTorch, it
//! trains the same network on the same data after each seed (`course/trainings.py`), and its steps a second stand beside ours. If it
//! has Keras 3 as well, Keras trains the two networks of digits with its own defaults, and the bar is by what those are worth.
//!
//! A bar is missed if the median is, if the median training takes longer than it may, or if PyTorch takes more steps a second.
//! Then the exit code is 1. Trainings without an entry in `course/entry.rs` are named and left out.
//!
//! `cargo bench --bench course -- spirals probe` runs those two alone. GRADLINGS_BENCH_SEEDS is another number of seeds. With
//! GRADLINGS_MNIST, the folder of a copy of the original test set, `mnist_cnn` and `digits` are examined on all of its 10,000 images
//! and not on the 2,000 that ship.

use std::path::Path;
use std::process::exit;

use gradlings::prelude::{Exercise, training};
use gradlings::runner::course::Course;
use gradlings::wire::CHANNEL_VARIABLE;

#[path = "course/entry.rs"]
mod entry;
#[path = "course/lines.rs"]
mod lines;
#[path = "course/networks.rs"]
mod networks;
#[path = "course/programs.rs"]
mod programs;
#[path = "course/row.rs"]
mod row;
#[path = "course/run.rs"]
mod run;

use entry::{ENTRIES, Entry};

/// What becomes of one training.
#[derive(Clone, Copy, Debug)]
struct Trained {
    seconds: f64,
    steps: f64,
    /// What its bar is about.
    measure: f64,
}

/// The same training by others.
#[derive(Clone, Copy, Debug)]
struct Peer {
    pytorch: Trained,
    /// What its bar is about, in Keras.
    keras: Option<f64>,
}

fn main() {
    if std::env::var_os(CHANNEL_VARIABLE).is_some() {
        Exercise::new().offer("train", training(train)).serve();
    }
    match measure() {
        Ok(true) => {}
        Ok(false) => exit(1),
        Err(why) => {
            eprintln!("{why}");
            exit(1);
        }
    }
}

/// The training of an exercise: seconds, steps, and the measure.
fn train(name: String, seed: u64) -> (f64, f64, f64) {
    let entry = ENTRIES.iter().find(|entry| entry.name == name);
    let trained = (entry.expect("the name comes from the same list").train)(seed);
    (trained.seconds, trained.steps, trained.measure)
}

/// Whether every bar is reached.
fn measure() -> Result<bool, String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let course = Course::open(root).map_err(|problem| problem.to_string())?;
    let trains = course.exercises.iter().filter(|exercise| exercise.trains);
    let is_missing = |name: &&str| ENTRIES.iter().all(|entry| entry.name != *name);
    let missing: Vec<&str> = trains
        .map(|it| it.name.as_str())
        .filter(is_missing)
        .collect();
    if !missing.is_empty() {
        println!(
            "Not measured, for want of an entry in benches/course/entry.rs: {}.",
            missing.join(", ")
        );
    }
    let seeds = match std::env::var("GRADLINGS_BENCH_SEEDS") {
        Ok(number) => number
            .parse()
            .ok()
            .filter(|seeds| *seeds > 0)
            .ok_or("GRADLINGS_BENCH_SEEDS is a number from 1")?,
        Err(_) => 5,
    };
    let wanted = wanted()?;
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    println!("cores: {cores}, seeds: {seeds}");
    row::head();
    let mut missed = Vec::new();
    for entry in wanted {
        let (mut ours, mut peers) = (Vec::new(), Vec::new());
        for seed in 1..=seeds {
            ours.push(run::ours(entry.name, seed)?);
            if entry.has_peer {
                peers.extend(run::peer(entry.name, seed, root)?);
            }
        }
        let misses = row::print(entry, &ours, &peers);
        missed.extend(misses.into_iter().map(|what| (entry.name, what)));
    }
    for (name, what) in &missed {
        println!("{name}: {what}");
    }
    if missed.is_empty() {
        println!("every bar is reached");
    }
    Ok(missed.is_empty())
}

/// The entries that the command line names, or all of them.
fn wanted() -> Result<Vec<&'static Entry>, String> {
    let named: Vec<String> = std::env::args()
        .skip(1)
        .filter(|argument| !argument.starts_with('-'))
        .collect();
    let of = |name: &String| {
        let entry = ENTRIES.iter().find(|entry| entry.name == *name);
        entry.ok_or(format!("benches/course/entry.rs has no entry for {name}"))
    };
    if named.is_empty() {
        return Ok(ENTRIES.iter().collect());
    }
    named.iter().map(of).collect()
}

/// The middle one; of an even number, the lower of the two in the middle.
fn median(numbers: impl Iterator<Item = f64>) -> f64 {
    let mut numbers: Vec<f64> = numbers.collect();
    numbers.sort_by(f64::total_cmp);
    numbers
        .get(numbers.len().saturating_sub(1) / 2)
        .copied()
        .unwrap_or(f64::NAN)
}
