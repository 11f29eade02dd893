//! The repository's own course, proven as `gradlings dev check` does it, but on one seed: unsolved no exercise passes,
//! each solution does, every mistake is rejected and named, and no check accepts what understands nothing.
//!
//! Each exercise is a test by its name: `cargo test --test exercises -- mse --exact`.

use std::path::Path;
use std::sync::Arc;

use gradlings::runner::author::{look, prove};
use gradlings::runner::course::{Course, Exercise};
use libtest_mimic::{Arguments, Failed, Trial};

/// Nothing is wrong with the texts of the course.
fn texts(course: &Course) -> Result<(), Failed> {
    let faults = look(course).faults;
    let mut faults: Vec<String> = faults.iter().map(ToString::to_string).collect();
    if course.glossary.terms().len() <= 100 {
        faults.push("The glossary has lost its terms.".to_owned());
    }
    told(&faults)
}

/// The exercise can be passed and failed, and names its mistakes.
fn proof(course: &Arc<Course>, name: String) -> Result<(), Failed> {
    // More seeds are for `gradlings dev check`, which whoever changes an exercise runs.
    let one_seed = |_: &Exercise| 1;
    let proofs = prove(course, &[name], &one_seed, &|_| {}).map_err(|it| it.to_string())?;
    let faults = proofs.iter().flat_map(|proof| &proof.faults);
    let mut faults: Vec<String> = faults.map(ToString::to_string).collect();
    if proofs.iter().any(|proof| proof.seeds != 1) || proofs.len() != 1 {
        faults.push("It was not proven on one seed.".to_owned());
    }
    told(&faults)
}

fn told(faults: &[String]) -> Result<(), Failed> {
    match faults {
        [] => Ok(()),
        _ => Err(faults.join("\n").into()),
    }
}

fn main() {
    let arguments = Arguments::from_args();
    let course = Course::open(Path::new(env!("CARGO_MANIFEST_DIR"))).expect("the course is sound");
    let course = Arc::new(course);
    // From the last to the first: later exercises take longer, and a long one at the end would keep one processor busy alone.
    let mut trials: Vec<Trial> = course
        .exercises
        .iter()
        .rev()
        .map(|exercise| {
            let (course, name) = (Arc::clone(&course), exercise.name.clone());
            Trial::test(exercise.name.clone(), move || proof(&course, name))
        })
        .collect();
    let all = Arc::clone(&course);
    trials.push(Trial::test(
        "nothing_is_wrong_with_the_texts_of_the_course",
        move || texts(&all),
    ));
    libtest_mimic::run(&arguments, trials).exit();
}
