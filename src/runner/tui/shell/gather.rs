//! Gathers what a training reports, and the words of a program in use, on their way to the screen: ten thousand metrics a second
//! become about thirty messages.

use std::sync::mpsc::{Receiver, RecvTimeoutError, SyncSender, sync_channel};
use std::thread;
use std::time::{Duration, Instant};

use crate::report::{Drawing, Report};
use crate::runner::event::CheckEvent;
use crate::runner::tui::talk;

/// How long a report may wait for others: half of the time between two frames.
const PATIENCE: Duration = Duration::from_millis(33);
/// Events on their way; a check that is faster than this waits.
const ON_THE_WAY: usize = 1024;
/// Reports in one message.
const MOST: usize = 4096;

/// A receiver of a check's events that passes them on to `pass`, in their order, reports and words gathered. Notes and words keep
/// their order; numbers and pictures stand elsewhere, so they may pass words. It ends, and everything has been passed on, some time
/// after it is dropped; every other event is passed on at once.
pub fn gather(
    mut pass: impl FnMut(CheckEvent) + Send + 'static,
) -> impl FnMut(CheckEvent) + Send + 'static {
    let (sender, receiver): (SyncSender<CheckEvent>, _) = sync_channel(ON_THE_WAY);
    thread::spawn(move || pass_on(&receiver, &mut pass));
    move |event| {
        // The thread ends only when this sender is gone.
        let _ = sender.send(event);
    }
}

/// What waits for more.
#[derive(Default)]
struct Gathered {
    reports: Vec<Report<Drawing>>,
    /// Words of a program in use, the newest as many as are kept anyway.
    said: String,
}

impl Gathered {
    fn is_empty(&self) -> bool {
        self.reports.is_empty() && self.said.is_empty()
    }

    /// Takes an event in; one that cannot wait comes back. Reports are passed on before words, so a note does not join them where
    /// there are words already.
    fn take(&mut self, event: CheckEvent, pass: &mut dyn FnMut(CheckEvent)) -> Option<CheckEvent> {
        match event {
            CheckEvent::Report(report) => {
                if matches!(report, Report::Note(_)) && !self.said.is_empty() {
                    self.pass(pass);
                }
                take(&mut self.reports, report);
                None
            }
            CheckEvent::Said(words) => {
                self.said.push_str(&words);
                let over = self.said.len().saturating_sub(talk::BYTES);
                self.said.drain(..self.said.ceil_char_boundary(over));
                None
            }
            other => Some(other),
        }
    }

    fn pass(&mut self, pass: &mut dyn FnMut(CheckEvent)) {
        if !self.reports.is_empty() {
            pass(CheckEvent::Reports(std::mem::take(&mut self.reports)));
        }
        if !self.said.is_empty() {
            pass(CheckEvent::Said(std::mem::take(&mut self.said)));
        }
    }
}

fn pass_on(receiver: &Receiver<CheckEvent>, pass: &mut dyn FnMut(CheckEvent)) {
    let mut gathered = Gathered::default();
    let mut due = Instant::now();
    loop {
        let event = if gathered.is_empty() {
            receiver.recv().map_err(|_| RecvTimeoutError::Disconnected)
        } else {
            receiver.recv_timeout(due.saturating_duration_since(Instant::now()))
        };
        match event {
            Ok(event) => {
                if gathered.is_empty() {
                    due = Instant::now() + PATIENCE;
                }
                let urgent = gathered.take(event, pass);
                let is_full = gathered.reports.len() >= MOST;
                if urgent.is_some() || is_full || Instant::now() >= due {
                    gathered.pass(pass);
                }
                urgent.into_iter().for_each(&mut *pass);
            }
            Err(RecvTimeoutError::Timeout) => gathered.pass(pass),
            Err(RecvTimeoutError::Disconnected) => {
                gathered.pass(pass);
                return;
            }
        }
    }
}

/// Of several reports of how far it is, right after each other, only the last one can be seen.
fn take(gathered: &mut Vec<Report<Drawing>>, report: Report<Drawing>) {
    if let (Some(Report::Progress(before)), Report::Progress(now)) = (gathered.last_mut(), &report)
    {
        *before = *now;
    } else {
        gathered.push(report);
    }
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc::channel;

    use super::*;
    use crate::runner::event::Stage;

    fn metric(step: u64) -> CheckEvent {
        CheckEvent::Report(Report::Metric {
            series: "loss".to_owned(),
            step,
            value: 1.0,
        })
    }

    #[test]
    fn a_flood_becomes_a_few_messages_and_nothing_is_lost_or_moved() {
        const METRICS: u64 = 50_000;
        let (sender, receiver) = channel();
        let mut tell = gather(move |event| sender.send(event).expect("the test listens"));
        tell(CheckEvent::Stage(Stage::Building));
        for step in 0..METRICS {
            tell(metric(step));
        }
        tell(CheckEvent::Dropped(1));
        drop(tell);
        let events: Vec<CheckEvent> = receiver.iter().collect();
        assert_eq!(events.first(), Some(&CheckEvent::Stage(Stage::Building)));
        assert_eq!(events.last(), Some(&CheckEvent::Dropped(1)));
        let steps: Vec<u64> = events
            .iter()
            .filter_map(|event| match event {
                CheckEvent::Reports(reports) => Some(reports),
                _ => None,
            })
            .flatten()
            .filter_map(|report| match report {
                Report::Metric { step, .. } => Some(*step),
                _ => None,
            })
            .collect();
        assert_eq!(steps, Vec::from_iter(0..METRICS));
        // At least a thousand metrics to a message, or there is a message only every 33 ms.
        assert!(events.len() < 5_000, "{} messages", events.len());
    }

    #[test]
    fn words_become_a_few_messages_of_a_bounded_size_and_notes_keep_their_place_among_them() {
        let (sender, receiver) = channel();
        let mut tell = gather(move |event| sender.send(event).expect("the test listens"));
        let note = || CheckEvent::Report(Report::Note("note".to_owned()));
        for step in 0..50_000 {
            tell(CheckEvent::Said("床前 ".repeat(20)));
            tell(metric(step));
        }
        tell(CheckEvent::Said("one".to_owned()));
        tell(note());
        tell(CheckEvent::Said("two".to_owned()));
        tell(CheckEvent::Listening);
        drop(tell);
        let events: Vec<CheckEvent> = receiver.iter().collect();
        assert!(events.len() < 5_000, "{} messages", events.len());
        let told: Vec<&str> = events
            .iter()
            .filter_map(|event| match event {
                CheckEvent::Said(words) => {
                    assert!(words.len() <= talk::BYTES);
                    words.rsplit(' ').next()
                }
                CheckEvent::Reports(reports)
                    if reports.contains(&Report::Note("note".to_owned())) =>
                {
                    Some("note")
                }
                CheckEvent::Listening => Some("asks"),
                _ => None,
            })
            .collect();
        assert!(told.ends_with(&["one", "note", "two", "asks"]), "{told:?}");
    }

    #[test]
    fn a_single_report_arrives_without_another_event() {
        let (sender, receiver) = channel();
        let mut tell = gather(move |event| sender.send(event).expect("the test listens"));
        tell(metric(3));
        let arrived = receiver.recv_timeout(Duration::from_secs(60));
        assert!(matches!(arrived, Ok(CheckEvent::Reports(reports)) if reports.len() == 1));
    }
}
