//! What the compiler alone takes of the waits: the same call on the same texts, with nothing around it.

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// Compiles each of `texts` as the program of `file`, the first two to warm up, or says nothing where no check has kept
/// how rustc is called.
pub fn measure(
    folder: &Path,
    file: &str,
    texts: impl Iterator<Item = String>,
) -> Option<Vec<Duration>> {
    let recipe = fs::read(folder.join(".gradlings/build/recipe.json")).ok()?;
    let recipe: serde_json::Value = serde_json::from_slice(&recipe).ok()?;
    let words = recipe["arguments"].as_array()?;
    let words: Vec<&str> = words.iter().filter_map(|word| word.as_str()).collect();
    // What does not train is built without optimisation.
    let optimises = |at: usize| words.get(at).is_some_and(|it| it.starts_with("opt-level="));
    let arguments = (0..words.len())
        .filter(|&at| !optimises(at) && !optimises(at + 1))
        .map(|at| words[at]);
    let place = folder.join(".gradlings/programs/tmp/alone");
    let tree = place.join("tree");
    let source = tree.join(file);
    fs::create_dir_all(source.parent()?).ok()?;
    let times = texts.map(|text| {
        fs::write(&source, text).expect("saved");
        let began = Instant::now();
        Command::new(recipe["rustc"].as_str().unwrap_or("rustc"))
            .current_dir(&tree)
            .args(["--crate-name", "mse"])
            .arg(file)
            .args(arguments.clone())
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
