//! The repository's own course, proven as `gradlings dev check` does it, but on one seed: unsolved no exercise passes,
//! each solution does, every mistake is rejected and named, and no check accepts what understands nothing.

use std::path::Path;
use std::sync::Arc;

use gradlings::runner::author::{look, prove};
use gradlings::runner::course::{Course, Exercise};

#[test]
fn nothing_is_wrong_with_the_texts_of_the_course() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let course = Course::open(root).expect("the course is sound");
    let faults = look(&course).faults;
    let faults: Vec<String> = faults.iter().map(ToString::to_string).collect();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
    assert!(course.glossary.terms().len() > 100);
}

#[test]
fn every_exercise_can_be_passed_and_failed_and_names_its_mistakes() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let course = Arc::new(Course::open(root).expect("the course is sound"));
    let names: Vec<String> = course
        .exercises
        .iter()
        .map(|exercise| exercise.name.clone())
        .collect();
    // More seeds are for `gradlings dev check`, which whoever changes an exercise runs.
    let one_seed = |_: &Exercise| 1;
    let proofs =
        prove(&course, &names, &one_seed, &|step| println!("{step:?}")).expect("it builds");
    let mut faults: Vec<String> = Vec::new();
    for proof in &proofs {
        println!(
            "{}: solution passes on {} seeds, {} mistakes named",
            proof.exercise, proof.seeds, proof.mistakes
        );
        faults.extend(
            proof
                .faults
                .iter()
                .map(|fault| format!("{}: {fault}", proof.exercise)),
        );
    }
    assert_eq!(proofs.len(), course.exercises.len());
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}
