//! Asking the terminal what it can show, before the thread that reads the keys begins.

use std::io::{self, Write, stdout};
use std::time::{Duration, Instant};

use crossterm::event::KeyEvent;
use crossterm::terminal::window_size;
use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::io::{Errno, read};
use rustix::stdio::stdin;

use crate::runner::tui::pixels::answers::{Answers, FIRST, Means, SECOND};
use crate::runner::tui::pixels::typed::keys;

/// How long a terminal may take to say anything at all. What comes later is passed over by whoever reads the keys then.
const ANYTHING: Duration = Duration::from_millis(500);
/// How long one may take that has said something: what comes later than that would be taken for keys.
const MORE: Duration = Duration::from_secs(2);

/// What the terminal can show pictures with, and the keys that were pressed meanwhile. It has to be in raw mode, and nobody
/// else may read it.
pub fn ask() -> io::Result<(Option<Means>, Vec<KeyEvent>)> {
    let mut answers = Answers::default();
    say(FIRST)?;
    listen(&mut answers, 1, ANYTHING)?;
    if answers.ends > 0 {
        say(SECOND)?;
        listen(&mut answers, 2, MORE)?;
    }
    Ok((answers.means(cell()), keys(&answers.typed())))
}

/// The pixels of a cell, where the system knows how large the terminal is.
pub fn cell() -> Option<(u16, u16)> {
    let size = window_size().ok()?;
    let cell = (
        size.width.checked_div(size.columns)?,
        size.height.checked_div(size.rows)?,
    );
    (cell.0 > 0 && cell.1 > 0).then_some(cell)
}

fn say(question: &str) -> io::Result<()> {
    let mut out = stdout().lock();
    out.write_all(question.as_bytes())?;
    out.flush()
}

/// Listens until the terminal has said so many times what it is, or for so long.
fn listen(answers: &mut Answers, ends: usize, patience: Duration) -> io::Result<()> {
    let deadline = Instant::now() + patience;
    let mut bytes = [0; 1024];
    while answers.ends < ends {
        let left = deadline.saturating_duration_since(Instant::now());
        let left = Timespec {
            tv_sec: i64::try_from(left.as_secs()).unwrap_or(0),
            tv_nsec: left.subsec_nanos().into(),
        };
        let mut terminal = [PollFd::from_borrowed_fd(stdin(), PollFlags::IN)];
        match poll(&mut terminal, Some(&left)) {
            Ok(0) => return Ok(()),
            Ok(_) => {}
            Err(Errno::INTR) => continue,
            Err(error) => return Err(error.into()),
        }
        match read(stdin(), &mut bytes) {
            // It is gone; whoever reads the keys will find that out too.
            Ok(0) => return Ok(()),
            Ok(count) => answers.take(&bytes[..count]),
            Err(Errno::INTR | Errno::AGAIN) => {}
            Err(error) => return Err(error.into()),
        }
    }
    Ok(())
}
