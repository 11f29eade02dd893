//! One training in a process of its own: ours as a program of an exercise, PyTorch's as a script.

use std::collections::HashMap;
use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

use gradlings::message::{FromCandidate, Request};
use gradlings::runner::process::Stop;
use gradlings::runner::program::{Heard, Program};
use gradlings::sheet::{Answer, Returned};
use gradlings::values::Wire;
use gradlings::wire::{Ask, MoreData, Reply, Value};
use serde_bytes::ByteBuf;

use crate::{Peer, Trained};

/// No training takes that long.
const PATIENCE: Duration = Duration::from_secs(600);

/// The training of this name, in a fresh process of this very program, whose device starts from `seed`.
pub fn ours(name: &str, seed: u64) -> Result<Trained, String> {
    let myself = std::env::current_exe().map_err(|error| error.to_string())?;
    let program =
        Program::<FromCandidate>::start_confined(&mut Command::new(&myself), &Stop::default())
            .map_err(|error| error.to_string())?;
    program.send(Request::Call {
        function: "train".to_owned(),
        inputs: vec![name.to_owned().into_value(), seed.into_value()],
        seed,
    });
    let until = Instant::now() + PATIENCE;
    let mut kept = HashMap::new();
    loop {
        match program.hear(until) {
            Heard::Message(FromCandidate::Ask(ask)) => {
                program.send(Request::Reply(keep(&mut kept, ask)));
            }
            Heard::Message(FromCandidate::Answer(Answer::Returned(Returned { parts, .. }))) => {
                return trained(parts).ok_or(format!("{name} answered something else"));
            }
            Heard::Message(FromCandidate::Answer(answer)) => {
                return Err(format!("{name}, seed {seed}: {answer:?}"));
            }
            Heard::Message(_) | Heard::Hello(_) | Heard::Line(..) => {}
            _ => return Err(format!("{name}, seed {seed}: the program ended")),
        }
    }
}

/// What a store does, in memory.
fn keep(kept: &mut HashMap<String, Vec<u8>>, ask: Ask) -> Reply {
    match ask {
        Ask::Save { name, bytes } => {
            kept.insert(name, bytes);
            Reply::Done
        }
        Ask::Load { name } => Reply::Loaded(kept.get(&name).cloned().map(ByteBuf::from)),
        Ask::Remove { name } => {
            kept.remove(&name);
            Reply::Done
        }
        Ask::File => Reply::File(None),
        Ask::Line => Reply::Line(None),
        Ask::Data => Reply::Data(MoreData::End),
    }
}

fn trained(parts: Vec<Value>) -> Option<Trained> {
    let numbers: Result<Vec<f64>, _> = parts.into_iter().map(f64::from_value).collect();
    match numbers.ok()?[..] {
        [seconds, steps, measure] => Some(Trained {
            seconds,
            steps,
            measure,
        }),
        _ => None,
    }
}

/// The same training by PyTorch, and by Keras if it is asked for and there; `None` where PyTorch is not here.
pub fn peer(name: &str, seed: u64, root: &Path) -> Result<Option<Peer>, String> {
    /// How `trainings.py` ends without PyTorch.
    const NOT_HERE: i32 = 3;
    let python = std::env::var("GRADLINGS_PYTHON").unwrap_or_else(|_| "python3".to_owned());
    let output = Command::new(&python)
        .arg(root.join("benches/course/trainings.py"))
        .args([name, &seed.to_string()])
        .output();
    let Ok(output) = output else {
        return Ok(None);
    };
    if output.status.code() == Some(NOT_HERE) {
        return Ok(None);
    }
    let said = String::from_utf8_lossy(&output.stdout);
    let numbers: Vec<f64> = said
        .split_whitespace()
        .map_while(|word| word.parse().ok())
        .collect();
    match numbers[..] {
        [seconds, steps, measure, ref more @ ..] => Ok(Some(Peer {
            pytorch: Trained {
                seconds,
                steps,
                measure,
            },
            keras: more.first().copied(),
        })),
        _ => Err(format!(
            "trainings.py {name} failed: {}",
            String::from_utf8_lossy(&output.stderr)
        )),
    }
}
