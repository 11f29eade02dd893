//! The table.

use crate::entry::{Bar, Entry};
use crate::{Peer, Trained, median};

pub fn head() {
    println!(
        "{:<15} {:>7} {:>9} {:>9} {:>11}  {:<33} {:>9} {:>9} {:>9} {:>6} {:>9}",
        "exercise",
        "seconds",
        "median",
        "worst",
        "bar",
        "of",
        "steps/s",
        "PyTorch",
        "its own",
        "ratio",
        "Keras"
    );
}

/// Prints the row of an exercise: its `ratio` is that of the seconds a step. Returns a sentence for each bar that it misses.
pub fn print(entry: &Entry, ours: &[Trained], peers: &[Peer]) -> Vec<String> {
    let seconds = median(ours.iter().map(|it| it.seconds));
    let found = median(ours.iter().map(|it| it.measure));
    let pytorch: Vec<Trained> = peers.iter().map(|it| it.pytorch).collect();
    let keras: Vec<f64> = peers.iter().filter_map(|it| it.keras).collect();
    let own = median(pytorch.iter().map(|it| it.measure));
    let keras = median(keras.into_iter());
    // No peer is not a number.
    let known = [keras, own].into_iter().find(|it| !it.is_nan());
    let (bar, is_high_better) = match (entry.bar, known) {
        (Bar::AtLeast(least), _) => (least, true),
        (Bar::AtMost(most), _) => (most, false),
        (Bar::BelowPeer { by, .. }, Some(peer)) => (peer - by, true),
        (Bar::BelowPeer { or, .. }, None) => (or, true),
    };
    let measures = ours.iter().map(|it| it.measure);
    let worst = if is_high_better {
        measures.fold(f64::INFINITY, f64::min)
    } else {
        measures.fold(f64::NEG_INFINITY, f64::max)
    };
    // What is not a number reaches nothing. Percentages are compared as they are printed, or rounding would decide.
    let reaches = if is_high_better {
        found >= bar - 1e-9
    } else {
        found <= bar + 1e-9
    };
    let speed = |of: &[Trained]| median(of.iter().map(|it| it.steps / it.seconds));
    let (speed_ours, speed_peers) = (speed(ours), speed(&pytorch));
    let ratio = speed_peers / speed_ours;
    let or_dash = |number: f64, digits: usize| match number.is_nan() {
        true => "-".to_owned(),
        false => format!("{number:.digits$}"),
    };
    println!(
        "{:<15} {seconds:>7.2} {:>9} {:>9} {:>11}  {:<33} {speed_ours:>9.0} {:>9} {:>9} {:>6} {:>9}",
        entry.name,
        number(found),
        number(worst),
        format!(
            "{} {}{}",
            if is_high_better { ">=" } else { "<=" },
            number(bar),
            if reaches { "" } else { " !" }
        ),
        entry.measure,
        or_dash(speed_peers, 0),
        or_dash(own, 2),
        or_dash(ratio, 2),
        or_dash(keras, 2),
    );
    let mut missed = Vec::new();
    if !reaches {
        let (found, bar) = (number(found), number(bar));
        missed.push(format!("the median is {found}, and the bar {bar}"));
    }
    if seconds > entry.most_seconds {
        let most = entry.most_seconds;
        missed.push(format!("takes {seconds:.1} s, and may take {most:.0}"));
    }
    if ratio > 1.0 {
        missed.push(format!("a step takes {ratio:.2} times that of PyTorch"));
    }
    missed
}

/// Percentages and losses with two digits, what is nearly zero with more.
fn number(number: f64) -> String {
    if number == 0.0 || number.abs() >= 0.1 {
        format!("{number:.2}")
    } else {
        format!("{number:.1e}")
    }
}
