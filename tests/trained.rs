//! The network that ships trained: what its file holds, who can read it, and how good it is.
#![cfg(feature = "exercise")]

use std::path::Path;
use std::process::Command;

use course::trained::{self, Network, SEEN};
use course::{Digits, SafeTensors, mnist};
use gradlings::prelude::*;

const FILE: &[u8] = include_bytes!("../exercises/library/files/digits.safetensors");

fn path() -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("exercises/library/files/digits.safetensors")
}

/// How many digits the network is right about.
fn right(digits: &Digits) -> usize {
    let all: Vec<usize> = (0..digits.len()).collect();
    let said = all.chunks(100).flat_map(|some| {
        let logits = trained::logits(digits.images_tensor(&device(), some)).as_vec();
        let rows = logits.chunks_exact(10);
        let largest = |row: &[f32]| (0..10).max_by(|&a, &b| row[a].total_cmp(&row[b]));
        rows.map(largest).collect::<Vec<_>>()
    });
    let labels = digits.labels_at(&all);
    said.zip(labels)
        .filter(|(said, label)| *said == Some(*label))
        .count()
}

#[test]
fn it_is_small_and_has_the_parameters_of_the_network() {
    assert!(FILE.len() < 200_000, "{} bytes", FILE.len());
    assert_eq!(trained::network().num_trainable_params(), 28_458);
    let mut names: Vec<&str> = SafeTensors::parse(FILE).expect("sound").names().collect();
    names.sort_unstable();
    let layers = ["0.0", "1.0", "2.1", "3"];
    let all = layers.map(|layer| ["bias", "weight"].map(|field| format!("{layer}.{field}")));
    assert_eq!(names, all.concat());
}

#[test]
fn dfdx_reads_the_same_weights_from_it() {
    let mut loaded = device().build_module::<Network, f32>();
    loaded.load_safetensors(path()).expect("dfdx reads it");
    let images = mnist::training().images_tensor(&device(), &[0, 1, 2]);
    assert_eq!(
        loaded.forward(images.clone()).as_vec(),
        trained::logits(images).as_vec()
    );
}

#[test]
fn it_reads_digits_that_it_has_never_seen() {
    let (_, unseen) = mnist::training().split_at(SEEN);
    let held_out = Digits::from_gz(
        include_bytes!("../checks/held_out/mnist-test-images.idx.gz"),
        include_bytes!("../checks/held_out/mnist-test-labels.idx.gz"),
    )
    .expect("the files are sound");
    let found = [right(&unseen), right(&held_out)];
    println!("{found:?} of 2,000 each");
    assert!(found.iter().all(|&right| right > 1900), "{found:?}");
    // Nobody has shown it the held-out ones.
    assert!(found[1] < 1980, "{found:?}");
}

/// `cargo test --test trained -- --ignored`, with `python3` or the one that GRADLINGS_PYTHON names.
#[test]
#[ignore = "it needs a Python with safetensors and numpy"]
fn safetensors_for_python_reads_the_same_numbers_from_it() {
    let python = std::env::var("GRADLINGS_PYTHON").unwrap_or_else(|_| "python3".to_owned());
    let script = "\
import sys
from safetensors.numpy import load_file
for name, tensor in sorted(load_file(sys.argv[1]).items()):
    print(name, list(tensor.shape), tensor.dtype, float(tensor.ravel()[0]).hex(), float(tensor.ravel()[-1]).hex(), sep=';')
";
    let output = Command::new(python)
        .args(["-c", script])
        .arg(path())
        .output()
        .expect("there is a Python");
    assert!(output.status.success(), "{output:?}");
    let said = String::from_utf8(output.stdout).expect("text");
    let tensors = SafeTensors::parse(FILE).expect("sound");
    assert_eq!(said.lines().count(), tensors.names().count());
    for line in said.lines() {
        let [name, shape, dtype, first, last] = line.split(';').collect::<Vec<_>>()[..] else {
            panic!("{line}");
        };
        let sizes = shape.trim_matches(['[', ']']).split(", ");
        let sizes: Vec<usize> = sizes.map(|size| size.parse().expect("a size")).collect();
        let numbers = tensors.numbers(name, &sizes).expect("the same shape");
        assert_eq!(dtype, "float32");
        let ends = [numbers[0], numbers[numbers.len() - 1]];
        assert_eq!(ends.map(hex), [first, last], "{name}");
    }
}

/// A number as Python's `float.hex` writes it.
fn hex(number: f32) -> String {
    let bits = f64::from(number).to_bits();
    let (sign, exponent, mantissa) = (bits >> 63, bits >> 52 & 0x7ff, bits & ((1 << 52) - 1));
    let sign = if sign == 1 { "-" } else { "" };
    match exponent {
        0 => format!("{sign}0x0.0p+0"),
        exponent => format!("{sign}0x1.{mantissa:013x}p{:+}", exponent as i64 - 1023),
    }
}

#[test]
fn a_damaged_file_is_refused_in_a_sentence() {
    let made = |header: &str, data: &[u8]| {
        let mut file = (header.len() as u64).to_le_bytes().to_vec();
        file.extend(header.as_bytes());
        file.extend(data);
        file
    };
    let sound = r#"{"__metadata__":{"format":"pt"}, "a":{"shape":[2,1],"data_offsets":[0,8],"dtype":"F32"}}  "#;
    let file = made(sound, &[0; 8]);
    let tensors = SafeTensors::parse(&file).expect("sound");
    assert_eq!(tensors.numbers("a", &[2, 1]), Ok(vec![0.0; 2]));
    assert!(tensors.numbers("a", &[2]).is_err());
    assert!(tensors.numbers("b", &[2, 1]).is_err());
    assert_eq!(
        SafeTensors::parse(&made("{}", &[]))
            .expect("sound")
            .names()
            .count(),
        0
    );
    for (there, instead) in [
        ("F32", "F16"),
        ("[2,1]", "[2,2]"),
        ("[2,1]", "[18446744073709551615,2]"),
        ("[2,1]", "[-2,1]"),
        ("[0,8]", "[8,0]"),
        ("[0,8]", "[4,12]"),
        ("[0,8]", "[0]"),
        ("\"dtype\":\"F32\"", "\"type\":\"F32\""),
        ("\"a\"", "\"a\\n\""),
        (",\"dtype\":\"F32\"", ""),
        ("}}  ", "}"),
        ("}}  ", "}},"),
        ("{\"__", "[\"__"),
    ] {
        assert!(sound.contains(there));
        let file = made(&sound.replacen(there, instead, 1), &[0; 8]);
        assert!(SafeTensors::parse(&file).is_err(), "{there} {instead}");
    }
    // Wherever it is cut off.
    for length in 0..file.len() {
        assert!(SafeTensors::parse(&file[..length]).is_err(), "{length}");
    }
    assert!(SafeTensors::parse(&[0xff; 16]).is_err());
}
