//! How far the grading is: on standard error and in a log, which stays.

use std::fs::File;
use std::io::{self, IsTerminal, Write};
use std::path::Path;
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant, SystemTime};

use super::graded::Graded;
use super::work::Work;
use crate::runner::text;
use crate::runner::words::plain::grade as words;

/// How often it is told where nothing can be written over: in a log that nobody has to scroll through.
const PAUSE: Duration = Duration::from_secs(10);

/// Tells how many pieces of work are done, how fast it goes, and how long it still takes.
pub struct Progress {
    all: usize,
    /// Those that were known already say nothing about how fast it goes.
    known: usize,
    began: Instant,
    on_a_screen: bool,
    state: Mutex<State>,
}

struct State {
    done: usize,
    told: Option<Instant>,
    log: Option<File>,
    /// Characters of the line on the screen that is written over next.
    shown: usize,
}

impl Progress {
    /// Of so many pieces of work, of which some are known already. What is told is kept in `log` too.
    pub fn begin(all: usize, known: usize, log: &Path) -> Progress {
        let log = File::options().create(true).append(true).open(log).ok();
        let progress = Progress {
            all,
            known,
            began: Instant::now(),
            on_a_screen: io::stderr().is_terminal(),
            state: Mutex::new(State {
                done: known,
                told: None,
                log,
                shown: 0,
            }),
        };
        let mut state = progress.state();
        state.write_down(&words::begins(all, known));
        drop(state);
        progress
    }

    /// One piece of work is done.
    pub fn done(&self, work: &Work, graded: &Graded, took: Duration) {
        let mut state = self.state();
        state.done += 1;
        let verdict = graded.outcome.verdict.word();
        let seconds = format!("{:.1}", took.as_secs_f64());
        state.write_down(&match work.by {
            0 | 1 => words::one_done(&work.exercise, verdict, seconds),
            by => words::shared_done(&work.exercise, verdict, seconds, by),
        });
        let is_due = state.told.is_none_or(|told| told.elapsed() >= PAUSE);
        if self.on_a_screen || is_due || state.done == self.all {
            let line = self.line(state.done);
            state.told = Some(Instant::now());
            state.write_down(&line);
            state.show(&line, self.on_a_screen);
        }
    }

    /// A piece of work is put off until nothing else runs.
    pub fn put_off(&self, work: &Work, verdict: &str) {
        self.state()
            .write_down(&words::put_off(&work.exercise, verdict));
    }

    /// Nothing more is told.
    pub fn end(&self) {
        let mut state = self.state();
        if self.on_a_screen && state.shown > 0 {
            state.shown = 0;
            let _ = writeln!(io::stderr());
        }
    }

    fn line(&self, done: usize) -> String {
        line(
            done,
            self.known,
            self.all,
            self.began.elapsed().as_secs_f64(),
        )
    }

    fn state(&self) -> std::sync::MutexGuard<'_, State> {
        // Whoever panicked has said so; what is told depends on nothing there.
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// How far it is, how fast it goes, and how long it still takes, after so many seconds.
fn line(done: usize, known: usize, all: usize, spent: f64) -> String {
    // What was known already says nothing about how fast it goes.
    let new = done.saturating_sub(known) as f64;
    if new <= 0.0 || spent <= 0.0 {
        return words::so_far(done, all);
    }
    let rate = format!("{:.1}", new / spent * 60.0);
    let left = spent / new * all.saturating_sub(done) as f64;
    if done == all {
        words::all_done(done, rate)
    } else if left < 90.0 {
        words::with_seconds(done, all, rate, left.ceil())
    } else {
        words::with_minutes(done, all, rate, (left / 60.0).ceil())
    }
}

impl State {
    fn write_down(&mut self, line: &str) {
        let now = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH);
        let now = now.map_or(0, |now| now.as_secs());
        if let Some(log) = &mut self.log {
            // The grading goes on where its log cannot be written.
            let _ = writeln!(log, "{now} {}", text::line(line));
        }
    }

    fn show(&mut self, line: &str, on_a_screen: bool) {
        let line = text::line(line);
        let mut out = io::stderr();
        if on_a_screen {
            let length = line.chars().count();
            let rest = " ".repeat(self.shown.saturating_sub(length));
            self.shown = length;
            let _ = write!(out, "\r{line}{rest}").and_then(|()| out.flush());
        } else {
            let _ = writeln!(out, "{line}");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::line;

    #[test]
    fn how_fast_it_goes_follows_from_what_was_graded_this_time() {
        let table = [
            (5, 5, 20, 3.0, "5 of 20 files graded."),
            (
                10,
                5,
                20,
                10.0,
                "10 of 20 files graded, 30.0 a minute, about 20 s left.",
            ),
            (
                10,
                5,
                100,
                10.0,
                "10 of 100 files graded, 30.0 a minute, about 3 min left.",
            ),
            (
                20,
                5,
                20,
                30.0,
                "All 20 files are graded, at 30.0 a minute.",
            ),
            (1, 0, 20, 0.0, "1 of 20 files graded."),
        ];
        for (done, known, all, spent, expected) in table {
            assert_eq!(line(done, known, all, spent), expected);
        }
    }
}
