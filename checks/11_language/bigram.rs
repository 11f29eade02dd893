//! How `counts`, `probabilities` and `sample` are checked.

#[path = "../../solutions/11_language/bigram.rs"]
#[expect(dead_code, reason = "a check has a `main` of its own")]
mod solution;

mod bigram_sample;
mod bigram_table;

fn main() {
    bigram_sample::after(bigram_table::check()).run()
}
