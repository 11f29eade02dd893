//! Two mistakes that answer alike on some seeds only: an author is told of each seed on which one has the other's words, unless
//! they have the same words.

use crate::author_support::courses::gradlings;
use crate::author_support::one::OneExercise;

const SOLUTION: &str = "//! # Shown

use gradlings::prelude::*;

/// The number itself.
pub fn shown(x: usize) -> usize {
    x
}

fn main() {
    Exercise::new().offer(\"shown\", function(shown)).serve()
}
";

/// On each seed one of the last two mistakes answers like the first.
const CHECK: &str = "//! How `shown` is checked.

use gradlings::prelude::*;

#[path = \"../../solutions/01_a/shown.rs\"]
#[expect(dead_code, reason = \"a check has a `main` of its own\")]
mod solution;

use solution::shown;

fn main() {
    Reference::of(\"shown\", function(shown))
        .inputs([\"x\"])
        .case(\"one\", |g| (g.integer(0..1000),))
        .wrong(\"one more\", \"You added 1.\", |x| x + 1)
        .wrong(\"low\", \"You added 1 below 500.\", |x| if x < 500 { x + 1 } else { x + 2 })
        .wrong(\"high\", \"You added 1 from 500.\", |x| if x < 500 { x + 2 } else { x + 1 })
        .wrong(\"much\", \"You added 3 or more.\", |x| x + 3)
        .wrong(\"more\", \"You added 3 or more.\", |x| if x < 500 { x + 3 } else { x + 4 })
        .run()
}
";

#[test]
fn a_mistake_that_has_the_words_of_another_on_the_first_seed_only_is_told() {
    let course = OneExercise::new("shown", "function", SOLUTION, CHECK);
    let words = ["dev", "check", "shown", "--seeds", "12"];
    let ran = gradlings(&course.root, &words).output().expect("it runs");
    let told = [ran.stdout, ran.stderr].concat();
    let told = String::from_utf8(told).expect("text");
    for id in ["low", "high"] {
        let fault =
            format!("the mistake `{id}` of `shown` is not caught: it is rejected but not named");
        assert!(told.contains(&fault), "{id}: {told}");
    }
    assert!(!told.contains("`more`"), "{told}");
    assert!(!told.contains("cannot be told apart"), "{told}");
}
