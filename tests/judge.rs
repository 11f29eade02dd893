//! The judge: what is right passes, what is wrong is rejected, and why it is wrong is said in words that are true.

mod judge_support;

#[path = "judge_support/comparators.rs"]
mod comparators;
#[path = "judge_support/near.rs"]
mod near;
#[path = "judge_support/patterns.rs"]
mod patterns;
#[path = "judge_support/verdicts.rs"]
mod verdicts;
