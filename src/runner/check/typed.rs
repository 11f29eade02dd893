//! The lines that a person types for a program, as they come.

use std::sync::mpsc::{Receiver, RecvTimeoutError};
use std::time::Duration;

use crate::runner::process::Stop;

/// How often it is looked whether to end, while a line is waited for.
const GLANCE: Duration = Duration::from_millis(50);

/// The lines. They end with a `None`, or where nobody is left to send one.
pub struct Lines {
    typed: Receiver<Option<String>>,
    ended: bool,
}

impl Lines {
    /// The lines that arrive here.
    pub fn of(typed: Receiver<Option<String>>) -> Lines {
        Lines {
            typed,
            ended: false,
        }
    }

    /// Waits for the next line; `None` after the last one, and where `stop` says to end.
    pub fn next(&mut self, stop: &Stop) -> Option<String> {
        while !self.ended {
            match self.typed.recv_timeout(GLANCE) {
                Ok(Some(line)) => return Some(line),
                Ok(None) | Err(RecvTimeoutError::Disconnected) => self.ended = true,
                Err(RecvTimeoutError::Timeout) if stop.is_stopped() => return None,
                Err(RecvTimeoutError::Timeout) => {}
            }
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc::channel;

    use super::*;

    #[test]
    fn lines_come_in_their_order_until_they_end_and_none_comes_after_that() {
        let (sender, receiver) = channel();
        let mut lines = Lines::of(receiver);
        for line in [Some("one"), Some(""), None, Some("too late")] {
            let sent = sender.send(line.map(str::to_owned));
            sent.expect("it listens");
        }
        let stop = Stop::default();
        let heard: Vec<Option<String>> = (0..4).map(|_| lines.next(&stop)).collect();
        assert_eq!(
            heard,
            [Some("one".to_owned()), Some(String::new()), None, None]
        );
    }

    #[test]
    fn whoever_waits_for_a_line_can_be_stopped() {
        let (_sender, receiver) = channel();
        let stop = Stop::default();
        stop.stop();
        assert_eq!(Lines::of(receiver).next(&stop), None);
    }
}
