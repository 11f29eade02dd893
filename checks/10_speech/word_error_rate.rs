//! How `edit_distance` and `word_error_rate` are checked.

#[path = "../../solutions/10_speech/word_error_rate.rs"]
#[expect(dead_code, reason = "a check has a `main` of its own")]
mod solution;

mod word_error_rate_distance;
mod word_error_rate_texts;

fn main() {
    word_error_rate_texts::after(word_error_rate_distance::check()).run()
}
