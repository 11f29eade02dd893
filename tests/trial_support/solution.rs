//! # Backwards
//!
//! | name | meaning |
//! |---|---|
//! | `text` | a text |

use gradlings::prelude::*;
use gradlings::trial::{Content, Trial};

/// The letters of the text in the other order.
pub fn backwards(text: String) -> String {
    text.chars().rev().collect()
}

/// Says what every file is, and every line backwards; counts in the store how often it was tried.
fn try_out(trial: &Trial) {
    let times = store::load("times").map_or(0, |bytes| bytes[0]) + 1;
    store::save("times", &[times]);
    trial.say(&format!("Time {times}.\n"));
    while let Some(file) = trial.file() {
        let what = match file.content {
            Content::Image(image) => format!("{} x {} pixels", image.width(), image.height()),
            Content::Sound(sound) => format!("{} samples", sound.samples.data().len()),
            Content::Table(table) => format!("columns {}", table.header.join("+")),
            Content::Text(text) => backwards(text.trim().to_owned()),
        };
        trial.say(&format!("{}: {what}\n", file.name));
    }
    while let Some(line) = trial.line() {
        report::metric("letters", line.len(), line.len() as f32);
        for letter in backwards(line).chars() {
            trial.say(&letter.to_string());
        }
        trial.say("\n");
    }
}

fn main() {
    Exercise::new()
        .offer("backwards", function(backwards))
        .to_try("says your lines backwards", try_out)
        .serve()
}
