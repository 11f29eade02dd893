//! Messages to the runner. Reports may come by the ten thousand a second, and a write for each would be most of what
//! reporting costs: they are gathered and go out together a moment later. Answers go out at once.

use std::io::{BufWriter, Write};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::Duration;

use serde::Serialize;

use crate::wire::{FrameError, encode_answer};

/// How long a report may wait for others. A screen is drawn about 15 times a second, so nobody notices.
const PATIENCE: Duration = Duration::from_millis(25);

type Writer = BufWriter<Box<dyn Write + Send>>;

/// The way to the runner.
#[derive(Clone)]
pub(crate) struct Outbox {
    shared: Arc<Shared>,
}

struct Shared {
    inside: Mutex<Inside>,
    filled: Condvar,
}

struct Inside {
    writer: Writer,
    /// Whether something waits to be sent.
    waiting: bool,
}

impl Outbox {
    /// An outbox, and the thread that empties it.
    pub(crate) fn new(writer: Writer) -> Outbox {
        let shared = Arc::new(Shared {
            inside: Mutex::new(Inside {
                writer,
                waiting: false,
            }),
            filled: Condvar::new(),
        });
        let empties = Arc::clone(&shared);
        thread::spawn(move || {
            loop {
                let inside = empties.lock();
                let waits = empties.filled.wait_while(inside, |inside| !inside.waiting);
                drop(waits.unwrap_or_else(PoisonError::into_inner));
                thread::sleep(PATIENCE);
                if empties.lock().flush().is_err() {
                    // The runner is gone, and the next read ends the program.
                    return;
                }
            }
        });
        Outbox { shared }
    }

    /// Sends a message within the next moment.
    pub(crate) fn post<M: Serialize>(&self, message: &M) -> Result<(), FrameError> {
        let bytes = encode_answer(message)?;
        let mut inside = self.shared.lock();
        inside.writer.write_all(&bytes).map_err(FrameError::Io)?;
        if !inside.waiting {
            inside.waiting = true;
            self.shared.filled.notify_one();
        }
        Ok(())
    }

    /// Sends a message now, after everything that waits.
    pub(crate) fn send<M: Serialize>(&self, message: &M) -> Result<(), FrameError> {
        let bytes = encode_answer(message)?;
        let mut inside = self.shared.lock();
        inside.writer.write_all(&bytes).map_err(FrameError::Io)?;
        inside.flush().map_err(FrameError::Io)
    }
}

impl Shared {
    fn lock(&self) -> MutexGuard<'_, Inside> {
        self.inside.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Inside {
    fn flush(&mut self) -> std::io::Result<()> {
        self.waiting = false;
        self.writer.flush()
    }
}

#[cfg(test)]
mod tests {
    use std::io::{BufWriter, Write};
    use std::sync::mpsc::{Receiver, Sender, channel};
    use std::time::Duration;

    use super::Outbox;

    /// Passes on what is written, a message for every write.
    struct Pipe(Sender<Vec<u8>>);

    impl Write for Pipe {
        fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
            self.0.send(bytes.to_vec()).map_err(std::io::Error::other)?;
            Ok(bytes.len())
        }
        fn flush(&mut self) -> std::io::Result<()> {
            Ok(())
        }
    }

    fn outbox() -> (Outbox, Receiver<Vec<u8>>) {
        let (sender, receiver) = channel();
        let pipe: Box<dyn Write + Send> = Box::new(Pipe(sender));
        (Outbox::new(BufWriter::new(pipe)), receiver)
    }

    #[test]
    fn what_is_posted_arrives_without_another_message() {
        let (outbox, arrived) = outbox();
        outbox.post(&1_u8).expect("open");
        let bytes = arrived.recv_timeout(Duration::from_secs(60));
        assert_eq!(bytes, Ok(vec![1, 0, 0, 0, 1]));
    }

    #[test]
    fn what_is_sent_comes_after_what_was_posted_and_at_once() {
        let (outbox, arrived) = outbox();
        outbox.post(&1_u8).expect("open");
        outbox.send(&2_u8).expect("open");
        let bytes: Vec<u8> = arrived.try_iter().flatten().collect();
        assert_eq!(bytes, [1, 0, 0, 0, 1, 1, 0, 0, 0, 2]);
    }
}
