//! Every sentence of the judge beside what it is told of, and beside what is as near to that as can be and is not told it.
//!
//! The answers of a family differ from each other by as little as they can. Each is told the sentences that stand before it
//! and no other ones, so every sentence is told where it is true and left out next to that.

#[path = "judge_support/examine.rs"]
#[allow(dead_code)]
mod examine;
#[allow(dead_code)]
mod judge_support;

#[path = "judge_words/axes.rs"]
mod axes;
#[path = "judge_words/calls.rs"]
mod calls;
#[path = "judge_words/curves.rs"]
mod curves;
#[path = "judge_words/elsewhere.rs"]
mod elsewhere;
#[path = "judge_words/factors.rs"]
mod factors;
#[path = "judge_words/families.rs"]
mod families;
#[path = "judge_words/findings.rs"]
mod findings;
#[path = "judge_words/gradients.rs"]
mod gradients;
#[path = "judge_words/health.rs"]
mod health;
#[path = "judge_words/inputs.rs"]
mod inputs;
#[path = "judge_words/not_finite.rs"]
mod not_finite;
#[path = "judge_words/places.rs"]
mod places;
#[path = "judge_words/random.rs"]
mod random;
#[path = "judge_words/reading.rs"]
mod reading;
#[path = "judge_words/rows.rs"]
mod rows;
#[path = "judge_words/sequences.rs"]
mod sequences;
#[path = "judge_words/tables.rs"]
mod tables;
#[path = "judge_words/values.rs"]
mod values;
