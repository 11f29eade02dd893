//! Taking the weights that an exercise has saved out of the course.

use std::fs;
use std::process::Command;

use gradlings::runner::checkpoints::{Checkpoints, WEIGHTS};
use gradlings::wire::Ask;

use crate::cli_support::{Course, INFO};

/// A safetensors file with two numbers.
fn weights() -> Vec<u8> {
    course::safetensors(&[("3.weight", &[1, 2], &[0.5, -1.25])], &[("epoch", "4")])
}

/// What an exercise does while it is tried out.
fn save(course: &Course, bytes: &[u8]) {
    let state = course.path(".gradlings");
    Checkpoints::open(&state, "one").answer(Ask::Save {
        name: WEIGHTS.to_owned(),
        bytes: bytes.to_owned(),
    });
}

#[test]
fn the_weights_are_written_as_they_were_saved_and_no_file_is_lost() {
    let course = Course::new();
    save(&course, &weights());
    let file = course.path("mine.safetensors");
    let typed = file.to_str().expect("UTF-8").to_owned();
    let ran = course.run(&["export", "one", &typed]);
    assert_eq!(ran.code, Some(0), "{ran:?}");
    assert!(ran.out.contains("The weights of one are in"), "{ran:?}");
    let written = fs::read(&file).expect("written");
    assert!(written == weights());
    let tensors = course::SafeTensors::parse(&written).expect("sound");
    assert_eq!(tensors.numbers("3.weight", &[1, 2]), Ok(vec![0.5, -1.25]));

    // A file is replaced only where that is asked for.
    fs::write(&file, "mine").expect("written");
    let ran = course.run(&["export", "one", &typed]);
    assert_eq!(ran.code, Some(2), "{ran:?}");
    assert!(ran.err.contains("--force"), "{ran:?}");
    assert_eq!(fs::read(&file).expect("there"), b"mine");
    let ran = course.run(&["export", "one", &typed, "--force"]);
    assert_eq!(ran.code, Some(0), "{ran:?}");
    assert!(fs::read(&file).expect("there") == weights());

    // Nor is a folder.
    let folder = course.path("exercises");
    for force in [&[][..], &["--force"]] {
        let typed = folder.to_str().expect("UTF-8");
        let ran = course.run(&[&["export", "one", typed], force].concat());
        assert_eq!(ran.code, Some(2), "{ran:?}");
        assert!(folder.is_dir());
    }
}

#[test]
fn where_nothing_can_be_taken_out_it_is_said_what_to_do() {
    let course = Course::new();
    let file = course.path("mine.safetensors");
    let typed = file.to_str().expect("UTF-8").to_owned();
    let refused = |name: &str, said: &str| {
        let ran = course.run(&["export", name, &typed]);
        assert_eq!(ran.code, Some(2), "{ran:?}");
        assert!(ran.err.contains(said), "{said}: {ran:?}");
        assert!(!file.exists());
    };
    refused("onne", "did you mean `one`?");
    refused("one", "one is not one for `gradlings try`");
    let usable = "teaches = \"the first thing\"\nusable = true";
    course.write(
        "info.toml",
        INFO.replace("teaches = \"the first thing\"", usable),
    );
    refused("one", "type `gradlings try one`");
    save(&course, b"five numbers, one after the other");
    refused("one", "is not a safetensors file");
}

/// `cargo test --test cli -- --ignored`, with `python3` or the one that GRADLINGS_PYTHON names.
#[test]
#[ignore = "it needs a Python with safetensors and numpy"]
fn safetensors_for_python_reads_what_was_taken_out() {
    let course = Course::new();
    save(&course, &weights());
    let file = course.path("mine.safetensors");
    let typed = file.to_str().expect("UTF-8");
    let ran = course.run(&["export", "one", typed]);
    assert_eq!(ran.code, Some(0), "{ran:?}");
    let python = std::env::var("GRADLINGS_PYTHON").unwrap_or_else(|_| "python3".to_owned());
    let script = "\
import sys
from safetensors.numpy import load_file
for name, tensor in load_file(sys.argv[1]).items():
    print(name, tensor.dtype, tensor.tolist())
";
    let output = Command::new(python)
        .args(["-c", script, typed])
        .output()
        .expect("there is a Python");
    assert!(output.status.success(), "{output:?}");
    let said = String::from_utf8(output.stdout).expect("text");
    assert_eq!(said, "3.weight float32 [[0.5, -1.25]]\n");
}
