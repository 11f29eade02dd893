//! How `mel`, `edges`, `filters`, `decibels` and `mel_picture` are checked.

#[path = "../../solutions/10_speech/mel.rs"]
#[expect(dead_code, reason = "a check has a `main` of its own")]
mod solution;

mod mel_filters;
mod mel_picture;

fn main() {
    mel_picture::after(mel_filters::check()).run()
}
