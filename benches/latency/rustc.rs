//! What the compiler alone takes of the waits: the same call on the same texts, with nothing around it.

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// Compiles each of `texts` as `mse`, the first two to warm up, or says nothing where no check has kept how rustc is
/// called.
pub fn measure(folder: &Path, texts: impl Iterator<Item = String>) -> Option<Vec<Duration>> {
    let direct = folder.join(".gradlings/target/direct");
    let recipe = fs::read(direct.join("quick.json")).ok()?;
    let recipe: serde_json::Value = serde_json::from_slice(&recipe).ok()?;
    let arguments: Vec<&str> = recipe["arguments"]
        .as_array()?
        .iter()
        .filter_map(|argument| argument.as_str())
        .collect();
    let place = folder.join(".gradlings/target/tmp/alone");
    fs::create_dir_all(&place).ok()?;
    let source = place.join("mse.rs");
    let times = texts.map(|text| {
        fs::write(&source, text).expect("saved");
        let began = Instant::now();
        Command::new(recipe["rustc"].as_str().unwrap_or("rustc"))
            .args(["--crate-name", "mse"])
            .arg(&source)
            .args(&arguments)
            .arg("--out-dir")
            .arg(&place)
            .arg("-C")
            .arg(format!(
                "incremental={}",
                place.join("incremental").display()
            ))
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .status()
            .expect("started");
        began.elapsed()
    });
    Some(times.skip(2).collect())
}
