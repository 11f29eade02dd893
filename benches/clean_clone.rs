//! From a clean clone to the first verdict: `cargo bench --bench clean_clone`.
//!
//! Clones the repository (what is committed) into an empty folder and runs there what the README's first command runs,
//! until the first exercise is judged. The crates are downloaded already, as they are wherever this bench was built.

use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Instant;

fn main() {
    let place = tempfile::tempdir().expect("a temporary folder");
    let clone = place.path().join("gradlings");
    let cloned = Command::new("git")
        .args(["clone", "--quiet", "--local"])
        .arg(env!("CARGO_MANIFEST_DIR"))
        .arg(&clone)
        .status()
        .expect("git");
    assert!(cloned.success(), "the repository can be cloned");

    let clock = Instant::now();
    run(&clone, &["build"]);
    let program = clock.elapsed();
    run(&clone, &["run", "--quiet", "--", "run", "hello_tensor"]);
    let verdict = clock.elapsed();

    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    println!("clean clone, crates downloaded, {cores} cores");
    println!("| until | seconds |");
    println!("|---|---|");
    println!("| the program runs | {:.0} |", program.as_secs_f64());
    println!("| the first verdict | {:.0} |", verdict.as_secs_f64());
}

/// Runs cargo as a person would: without what this bench's own cargo left in the environment.
fn run(folder: &Path, arguments: &[&str]) {
    let mut command = Command::new("cargo");
    for (name, _) in std::env::vars() {
        if name.starts_with("CARGO_") && name != "CARGO_HOME" {
            command.env_remove(name);
        }
    }
    command
        .args(arguments)
        .current_dir(folder)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .expect("cargo");
}
