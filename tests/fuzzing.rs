//! The fuzz targets of `tests/fuzz`, for a moment and always the same way: every seed of the corpus, then changes of it.
//!
//! For longer, and guided by coverage: `cargo fuzz run --fuzz-dir tests/fuzz wire` (or `info`, `state`, `compiler`).
#![cfg(feature = "runner")]

#[path = "fuzz/targets.rs"]
mod targets;

use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};

use cargo_metadata::diagnostic::Diagnostic;
use gradlings::message::{FromCandidate, FromReference, Hello, Request};
use gradlings::runner::compiler;
use gradlings::runner::course::Course;
use gradlings::runner::progress::state::State;
use gradlings::sheet::Depth;
use gradlings::wire::{decode, read_frame};

/// Changed seeds that a target gets.
const ROUNDS: u64 = 6_000;

type Seed = (String, Vec<u8>);

/// The seeds of a target, in the order of their names.
fn corpus(target: &str) -> Vec<Seed> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/fuzz/corpus")
        .join(target);
    let entries = fs::read_dir(&folder).expect("a corpus");
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.expect("listed").path()).collect();
    paths.sort();
    let read = |path: PathBuf| {
        let name = path
            .file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        (name, fs::read(&path).expect("readable"))
    };
    let seeds: Vec<Seed> = paths.into_iter().map(read).collect();
    assert!(!seeds.is_empty(), "no seeds for {target}");
    seeds
}

/// Runs a target over its corpus and `ROUNDS` changes of it. `words` are worth writing into such an input.
fn fuzz(name: &str, target: fn(&[u8]), words: &[&str]) {
    let seeds = corpus(name);
    for (_, seed) in &seeds {
        check(name, target, seed);
    }
    for round in 0..ROUNDS {
        let mut random = Random::new(round);
        let mut input = random.one_of(&seeds).1.clone();
        for _ in 0..1 + random.below(4) {
            change(&mut input, &mut random, &seeds, words);
        }
        check(name, target, &input);
    }
}

/// An input that breaks a promise is kept, so that it can be looked at and become a seed.
fn check(name: &str, target: fn(&[u8]), input: &[u8]) {
    if catch_unwind(AssertUnwindSafe(|| target(input))).is_err() {
        let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("fuzz-{name}"));
        fs::write(&path, input).expect("kept");
        panic!(
            "the target `{name}` fails with the input {}:\n{}",
            path.display(),
            String::from_utf8_lossy(input)
        );
    }
}

fn change(input: &mut Vec<u8>, random: &mut Random, seeds: &[Seed], words: &[&str]) {
    let at = random.below(input.len() + 1);
    let end = (at + random.below(17)).min(input.len());
    match random.below(8) {
        0 => {
            if let Some(byte) = input.get_mut(at) {
                *byte ^= 1 << random.below(8);
            }
        }
        1 => {
            if let Some(byte) = input.get_mut(at) {
                *byte = *random.one_of(&[0, 1, 0x7f, 0x80, 0xff, b'\n', b'"', 0x1b]);
            }
        }
        2 => drop(input.drain(at..end)),
        3 => {
            let piece = input[at..end].to_vec();
            let to = random.below(input.len() + 1);
            drop(input.splice(to..to, piece));
        }
        4 => input.truncate(at),
        5 => {
            let other = &random.one_of(seeds).1;
            let from = random.below(other.len() + 1);
            input.truncate(at);
            input.extend_from_slice(&other[from..]);
        }
        _ => drop(input.splice(at..end, random.one_of(words).bytes())),
    }
    // Long inputs say no more than short ones and take longer.
    input.truncate(1 << 14);
}

/// xorshift64*: the same numbers every time.
struct Random(u64);

impl Random {
    fn new(seed: u64) -> Random {
        Random(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1)
    }

    fn below(&mut self, bound: usize) -> usize {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        let number = self.0.wrapping_mul(0x2545_f491_4f6c_dd1d) >> 33;
        number as usize % bound.max(1)
    }

    fn one_of<'a, T>(&mut self, list: &'a [T]) -> &'a T {
        &list[self.below(list.len())]
    }
}

#[test]
fn whatever_a_program_sends_is_a_message_or_an_error() {
    fuzz(
        "wire",
        targets::wire,
        &[
            "\u{1}",
            "\u{0}\u{0}\u{0}\u{0}",
            "\u{7f}\u{7f}\u{7f}\u{7f}\u{f}",
            "mse",
        ],
    );
}

#[test]
fn whatever_stands_in_info_toml_is_a_sound_course_or_a_problem_with_its_place() {
    let words = [
        "[[exercises]]\n",
        "[[chapters]]\n",
        "name = \"a\"\n",
        "chapter = \"a\"\n",
        "needs = [\"a\"]\n",
        "format = 1\n",
        "../",
        "\"\"",
        "'''",
        "[exercises.budget]\nrun_seconds = 0\n",
        "18446744073709551616",
        "-1",
        "é",
        "\r\n",
    ];
    fuzz("info", targets::info, &words);
}

#[test]
fn whatever_stands_in_the_state_is_kept_or_refused() {
    let words = [
        "[exercises.one]\n",
        "done = true\n",
        "hints = 3\n",
        "format = 1\n",
        "format = 99\n",
        "nan",
        "1979-05-27T07:32:00Z",
        "[a.b.c]\n",
        "[[a]]\n",
        "-9223372036854775808",
        "# The end: a file without this line was cut short.\n",
        "\"\\u0000\"",
    ];
    fuzz("state", targets::state, &words);
}

#[test]
fn whatever_rustc_says_is_explained_in_plain_text_or_not_at_all() {
    let words = [
        "`",
        "``",
        "E0308",
        "E0277",
        "E0599",
        "E0382",
        "E0425",
        "Tensor<(usize, Const<3>), f32, Cpu, NoneTape>",
        "<",
        ">",
        "((",
        "expected `f32`, found `Tensor<(), f32, Cpu>`",
        "the trait bound `A: B` is not satisfied",
        "is not implemented for `",
        "required for `X` to implement `Y`",
        "\u{1b}[2J",
        "\u{1b}]0;t\u{7}",
        "é",
        "\n",
        "..., ",
        "&mut ",
        "dyn Fn(A) -> B",
    ];
    fuzz("compiler", targets::compiler, &words);
}

#[test]
fn every_seed_is_a_good_one_so_that_the_changes_begin_inside() {
    for (name, seed) in corpus("wire") {
        let good = decode::<Hello>(&seed).is_ok()
            || decode::<Request>(&seed).is_ok()
            || decode::<FromCandidate>(&seed).is_ok()
            || decode::<FromReference>(&seed).is_ok()
            || read_frame::<FromCandidate>(&mut &seed[..]).is_ok();
        assert!(
            good,
            "wire/{name} is no message any more: write the corpus anew"
        );
    }
    for (name, seed) in corpus("info") {
        let text = String::from_utf8(seed).expect("text");
        let course = Course::parse(Path::new("/c"), &text);
        assert_eq!(
            course.is_ok(),
            !name.starts_with("broken"),
            "info/{name}: {course:?}"
        );
    }
    for (name, seed) in corpus("state") {
        let state = State::decode(&seed);
        assert_eq!(
            state.is_ok(),
            !name.starts_with("broken"),
            "state/{name}: {state:?}"
        );
    }
    let mut messages = corpus("compiler");
    messages.retain(|(name, _)| name.ends_with(".json"));
    let explained = messages.iter().filter(|(_, seed)| {
        let diagnostic: Diagnostic = serde_json::from_slice(seed).expect("a message of rustc");
        compiler::explain(&diagnostic, "").is_some()
    });
    // The others are rustc's own words for something that the course has none for.
    assert!(
        explained.count() * 2 >= messages.len(),
        "too few are explained"
    );
}

/// The messages of the corpus of the wire, one of each kind.
fn messages() -> Vec<Seed> {
    use gradlings::message::{Offer, Role};
    use gradlings::report::{Drawing, Frame, Report, Text};
    use gradlings::sheet::{Answer, Returned};
    use gradlings::wire::{Array, Ask, Reply, VERSION, Value, encode};

    fn body(message: &impl serde::Serialize) -> Vec<u8> {
        encode(message).expect("a small message").split_off(4)
    }
    let numbers = Array::new(vec![2, 2], vec![1.0, f32::NAN, f32::INFINITY, -0.0]);
    let numbers = Value::Numbers(numbers.expect("four numbers"));
    let hello = Hello {
        version: VERSION,
        role: Role::Candidate,
        offers: vec![Offer {
            name: "mse".to_owned(),
            inputs: 2,
            written: "function(...)".to_owned(),
            metered: vec![None, Some("Metered".to_owned())],
        }],
    };
    let call = Request::Call {
        function: "mse".to_owned(),
        inputs: vec![
            numbers.clone(),
            Value::Text("text".to_owned()),
            Value::Flag(true),
        ],
        seed: 7,
    };
    let words = || vec!["明月".to_owned(), String::new()];
    let rows = || vec![Array::vector(vec![1, -2]), Array::vector(Vec::new())];
    let others = Returned::of(vec![
        Value::Texts(words()),
        Value::IntegerRows(rows()),
        Value::Flags(vec![true, false]),
        Value::Nothing,
        Value::Error("why".to_owned()),
    ]);
    let writes = Report::Frame(Frame {
        title: "it writes".to_owned(),
        step: Some(2),
        drawing: Drawing::Text(Text {
            text: "Alice was\nbeginning".to_owned(),
        })
        .seal()
        .expect("a small drawing"),
    });
    let returned = Returned::of(vec![numbers.clone()]);
    let panicked = Answer::Panicked {
        message: "index out of bounds".to_owned(),
        place: Some("one.rs:3:5".to_owned()),
    };
    let metric = Report::Metric {
        series: "loss".to_owned(),
        step: 3,
        value: 0.25,
    };
    let save = Ask::Save {
        name: "weights".to_owned(),
        bytes: vec![1, 2, 3],
    };
    let answer = body(&FromCandidate::Answer(Answer::Returned(returned)));
    let mut frames = (answer.len() as u32).to_le_bytes().to_vec();
    frames.extend_from_slice(&answer);
    let seeds = [
        ("hello", body(&hello)),
        ("call", body(&call)),
        ("input", body(&Request::Input(numbers.clone()))),
        ("plan", body(&Request::Plan)),
        (
            "reply",
            body(&Request::Reply(Reply::Line(Some("a line".to_owned())))),
        ),
        (
            "check",
            body(&Request::Check {
                number: 0,
                seed: 1,
                depth: Depth::Mistakes,
            }),
        ),
        ("answer", answer),
        ("frames", frames),
        ("panicked", body(&FromCandidate::Answer(panicked))),
        ("save", body(&FromCandidate::Ask(save))),
        ("said", body(&FromCandidate::Said("a word".to_owned()))),
        ("metric", body(&FromCandidate::Report(metric))),
        ("writes", body(&FromCandidate::Report(writes))),
        (
            "others",
            body(&FromCandidate::Answer(Answer::Returned(others))),
        ),
        (
            "progress",
            body(&FromReference::Progress { done: 1, of: 24 }),
        ),
        ("planned", body(&FromReference::Plan(Vec::new()))),
        ("broken", body(&FromReference::Broken("why".to_owned()))),
    ];
    seeds.map(|(name, seed)| (name.to_owned(), seed)).to_vec()
}

#[test]
#[ignore = "writes the corpus of the wire, after a change of its messages"]
fn the_corpus_of_the_wire_is_written_anew() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fuzz/corpus/wire");
    for (name, seed) in messages() {
        fs::write(folder.join(name), seed).expect("written");
    }
}
