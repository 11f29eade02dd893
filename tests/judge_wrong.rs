//! Wrong functions that no list of mistakes mentions, behind real handlers, and what is said of each.

#[path = "judge_support/examine.rs"]
mod examine;
#[allow(dead_code)]
mod judge_support;

#[path = "judge_support/inputs.rs"]
mod inputs;
#[path = "judge_support/kinds.rs"]
mod kinds;
#[path = "judge_support/mistakes.rs"]
mod mistakes;
#[path = "judge_support/sizes.rs"]
mod sizes;
#[path = "judge_support/wrong.rs"]
mod wrong;
