//! Right functions that are written in another way than the solution: none of them is ever refused.

#[path = "judge_support/examine.rs"]
#[allow(dead_code)]
mod examine;
#[allow(dead_code)]
mod judge_support;

#[path = "judge_support/right.rs"]
mod right;
