//! Gathers what a training reports on its way to the screen: ten thousand metrics a second become about thirty messages.

use std::sync::mpsc::{Receiver, RecvTimeoutError, SyncSender, sync_channel};
use std::thread;
use std::time::{Duration, Instant};

use crate::report::{Drawing, Report};
use crate::runner::event::CheckEvent;

/// How long a report may wait for others: half of the time between two frames.
const PATIENCE: Duration = Duration::from_millis(33);
/// Events on their way; a check that is faster than this waits.
const ON_THE_WAY: usize = 1024;
/// Reports in one message.
const MOST: usize = 4096;

/// A receiver of a check's events that passes them on to `pass`, in their order, metrics and progress gathered. It ends,
/// and everything has been passed on, some time after it is dropped; an event that is no report is passed on at once.
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

fn pass_on(receiver: &Receiver<CheckEvent>, pass: &mut dyn FnMut(CheckEvent)) {
    let mut gathered: Vec<Report<Drawing>> = Vec::new();
    let mut due = Instant::now();
    loop {
        let event = if gathered.is_empty() {
            receiver.recv().map_err(|_| RecvTimeoutError::Disconnected)
        } else {
            receiver.recv_timeout(due.saturating_duration_since(Instant::now()))
        };
        match event {
            Ok(CheckEvent::Report(report)) => {
                if gathered.is_empty() {
                    due = Instant::now() + PATIENCE;
                }
                take(&mut gathered, report);
                if gathered.len() >= MOST || Instant::now() >= due {
                    pass(CheckEvent::Reports(std::mem::take(&mut gathered)));
                }
            }
            Ok(event) => {
                if !gathered.is_empty() {
                    pass(CheckEvent::Reports(std::mem::take(&mut gathered)));
                }
                pass(event);
            }
            Err(RecvTimeoutError::Timeout) => {
                pass(CheckEvent::Reports(std::mem::take(&mut gathered)))
            }
            Err(RecvTimeoutError::Disconnected) => {
                if !gathered.is_empty() {
                    pass(CheckEvent::Reports(gathered));
                }
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
    fn a_single_report_arrives_without_another_event() {
        let (sender, receiver) = channel();
        let mut tell = gather(move |event| sender.send(event).expect("the test listens"));
        tell(metric(3));
        let arrived = receiver.recv_timeout(Duration::from_secs(60));
        assert!(matches!(arrived, Ok(CheckEvent::Reports(reports)) if reports.len() == 1));
    }
}
