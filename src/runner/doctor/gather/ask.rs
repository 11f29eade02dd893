//! Asks another program, for a while: the doctor must not hang because a compiler does.

use std::io::{self, Read};
use std::path::Path;
use std::process::{Command, ExitStatus, Stdio};
use std::sync::mpsc;
use std::thread;
use std::time::{Duration, Instant};

use crate::runner::build::fault::{self, By, Failed};
use crate::runner::problem::Problem;
use crate::runner::process::Group;
use crate::runner::words::machine::{doctor_toolchain as words, mend};

/// The longest that a program may take which is asked for its version: seconds, on a slow disk.
pub const A_MOMENT: Duration = Duration::from_secs(15);
/// The longest that anything may take: whoever waits a minute knows that something is wrong.
pub const A_MINUTE: Duration = Duration::from_secs(60);
/// As much as is read of what a program says.
const READ: u64 = 1 << 20;

/// What came of asking.
pub enum Answer {
    NotStarted(io::Error),
    /// It did not end in time and was killed.
    Silent,
    Ended(Ended),
}

/// A program that ended, and what it said.
pub struct Ended {
    pub status: ExitStatus,
    pub output: String,
    pub errors: String,
}

impl Ended {
    /// Why cargo or rustc failed in the course `root`, with the mend.
    pub fn problem(&self, root: &Path) -> Problem {
        let printed: Vec<String> = self.errors.lines().map(str::to_owned).collect();
        let mut problem = fault::explain(&Failed {
            by: By::Cargo,
            words: &printed,
            status: Some(self.status),
            root,
        });
        if problem.next == mend::ask_the_doctor() {
            words::mend_what_is_named().clone_into(&mut problem.next);
        }
        problem
    }
}

/// Starts `command`, and listens until it ends or the patience does.
pub fn ask(command: &mut Command, patience: Duration) -> Answer {
    command
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    let group = match Group::spawn(command) {
        Ok(group) => group,
        Err(error) => return Answer::NotStarted(error),
    };
    let (output, errors) = group.take(|child| (child.stdout.take(), child.stderr.take()));
    let deadline = Instant::now() + patience;
    let (output, errors) = (read(output), read(errors));
    let mut heard = [String::new(), String::new()];
    for (text, reader) in heard.iter_mut().zip([output, errors]) {
        let left = deadline.saturating_duration_since(Instant::now());
        match reader.recv_timeout(left) {
            Ok(said) => *text = said,
            Err(_) => {
                group.kill();
                return Answer::Silent;
            }
        }
    }
    // Both of its streams are closed, so it has ended or says nothing more.
    match group.wait() {
        Ok(status) => {
            let [output, errors] = heard;
            Answer::Ended(Ended {
                status,
                output,
                errors,
            })
        }
        Err(error) => Answer::NotStarted(error),
    }
}

/// Reads a stream to its end on a thread of its own.
fn read(stream: Option<impl Read + Send + 'static>) -> mpsc::Receiver<String> {
    let (tell, heard) = mpsc::channel();
    thread::spawn(move || {
        let mut bytes = Vec::new();
        if let Some(mut stream) = stream {
            // What was read before an error is all there is; the rest is read so that the program is not stopped by it.
            let _ = stream.by_ref().take(READ).read_to_end(&mut bytes);
            let _ = io::copy(&mut stream, &mut io::sink());
        }
        // Nobody listens any more where the patience has ended.
        let _ = tell.send(String::from_utf8_lossy(&bytes).into_owned());
    });
    heard
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    fn shell(script: &str, patience: Duration) -> Answer {
        ask(Command::new("sh").args(["-c", script]), patience)
    }

    #[test]
    fn what_a_program_says_is_heard_and_one_that_never_ends_is_left() {
        let Answer::Ended(said) = shell("echo out; echo err >&2; exit 3", A_MINUTE) else {
            panic!("it ends");
        };
        assert_eq!(
            (said.output.as_str(), said.errors.as_str()),
            ("out\n", "err\n")
        );
        assert_eq!(said.status.code(), Some(3));
        // It says more than is kept.
        let Answer::Ended(said) = shell("yes | head -c 3000000", A_MINUTE) else {
            panic!("it ends");
        };
        assert_eq!(said.output.len() as u64, READ);
        let never = "sleep 1000 & wait";
        assert!(matches!(shell(never, Duration::ZERO), Answer::Silent));
        let missing = ask(&mut Command::new("/nowhere/at/all"), A_MINUTE);
        assert!(matches!(missing, Answer::NotStarted(_)));
    }

    #[test]
    fn the_doctor_does_not_send_anybody_to_the_doctor() {
        let Answer::Ended(said) = shell("echo error: the moon is full >&2; exit 1", A_MINUTE)
        else {
            panic!("it ends");
        };
        let problem = said.problem(Path::new("/c"));
        assert!(problem.what.contains("the moon is full"), "{problem}");
        assert!(!problem.next.contains("doctor"), "{problem}");
    }
}
