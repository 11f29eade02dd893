//! A candidate out of a solution: the solution's functions with the exercise's `main`.

use crate::runner::problem::Problem;

/// The text of a candidate that answers as the solution does, or what is missing.
///
/// Both files end with their `main`, so the solution up to its `main` and the exercise from its `main` on make a
/// program that goes through everything a learner's program goes through.
pub fn candidate(solution: &str, exercise: &str) -> Result<String, Problem> {
    const MAIN: &str = "\nfn main() {";
    let functions = solution
        .find(MAIN)
        .map(|at| &solution[..at])
        .ok_or_else(|| no_main("solution"))?;
    let main = exercise
        .find(MAIN)
        .map(|at| &exercise[at..])
        .ok_or_else(|| no_main("exercise"))?;
    Ok(format!("#![allow(dead_code)]\n{functions}{main}"))
}

fn no_main(which: &str) -> Problem {
    Problem::new(
        format!("The {which} has no line `fn main() {{`."),
        "end the file with that function, at the left margin",
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_candidate_has_the_functions_of_the_solution_and_the_main_of_the_exercise() {
        let solution = "fn f() -> u8 { 1 }\n\nfn main() {\n    reference()\n}\n";
        let exercise = "//! lesson\nfn f() -> u8 { todo!() }\n\nfn main() {\n    serve()\n}\n";
        let text = candidate(solution, exercise).expect("both have a main");
        assert!(text.contains("{ 1 }") && text.contains("serve()"), "{text}");
        assert!(
            !text.contains("todo!") && !text.contains("reference"),
            "{text}"
        );
        assert!(candidate("fn f() {}", exercise).is_err());
    }
}
