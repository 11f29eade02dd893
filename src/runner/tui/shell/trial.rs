//! Runs what a learner has built, for them to use: on a thread of its own, one at a time with the checks.

use std::env;
use std::sync::mpsc::{Sender, channel};
use std::sync::{Arc, OnceLock};
use std::thread::{self, JoinHandle};

use crate::runner::attempts::Recorder;
use crate::runner::check::{self, CheckRequest, Lines, Person, Tried};
use crate::runner::event::CheckEvent;
use crate::runner::given::{self, Files};
use crate::runner::outcome::Verdict;
use crate::runner::problem::Problem;
use crate::runner::process::Stop;
use crate::runner::tui::event::{Ending, Event, RunId, TrialEvent};
use crate::runner::tui::input::Message;
use crate::runner::tui::shell::gather::gather;
use crate::runner::words::judge::trial as words;

/// What is in use. Dropping it stops it and does not wait.
pub struct TrialHandle {
    stop: Stop,
    lines: Sender<Option<String>>,
    thread: Option<JoinHandle<()>>,
}

impl TrialHandle {
    /// Gives it a line; `None` is the end of the lines.
    pub fn give(&self, line: Option<String>) {
        // A program that has ended reads no more lines.
        let _ = self.lines.send(line);
    }

    /// Stops it.
    pub fn cancel(&self) {
        self.stop.stop();
    }

    /// Waits until it is gone.
    pub fn wait(mut self) {
        if let Some(thread) = self.thread.take() {
            // A panic in it has been told already.
            let _ = thread.join();
        }
    }
}

impl Drop for TrialHandle {
    fn drop(&mut self) {
        self.stop.stop();
    }
}

/// Starts it. What happens goes to `sender`, last how it ended.
pub fn start(
    run: RunId,
    request: CheckRequest,
    files: String,
    sender: Sender<Message>,
) -> TrialHandle {
    let stop = Stop::default();
    let (lines, typed) = channel();
    let watched = stop.clone();
    let thread = thread::spawn(move || {
        let ending = Arc::new(OnceLock::new());
        let last = Last {
            run,
            sender: sender.clone(),
            ending: ending.clone(),
        };
        let mut tell = gather(move |event| last.tell(TrialEvent::Check(Box::new(event))));
        let ended = match given(&files) {
            Ok(files) => {
                let lines = Lines::of(typed);
                TrialEvent::Over(used(&request, files, lines, &watched, &mut tell))
            }
            Err(problem) => TrialEvent::NoFiles(problem),
        };
        // Nobody else sets it. What tells it is let go of after that: it has to be there when everything was passed on.
        let _ = ending.set(ended);
        drop(tell);
    });
    TrialHandle {
        stop,
        lines,
        thread: Some(thread),
    }
}

fn given(files: &str) -> Result<Files, Problem> {
    Files::of(&given::typed(files, env::home_dir().as_deref())?)
}

/// Checks the text where it is not known that it passes, and runs it.
fn used(
    request: &CheckRequest,
    files: Files,
    mut lines: Lines,
    stop: &Stop,
    tell: &mut check::CheckListener<'_>,
) -> Ending {
    let known = check::remembered(request).map(|outcome| outcome.verdict);
    if known.is_none_or(|verdict| verdict != Verdict::Passed) {
        let mut recorder = Recorder::begin(&request.course, &request.exercise);
        let outcome = check::run(request, stop, &mut |event| {
            recorder.hear(&event);
            tell(event);
        });
        let (verdict, last) = (outcome.verdict, CheckEvent::Finished(outcome));
        recorder.hear(&last);
        tell(last);
        // That it cannot be kept is said by the next check of the screen.
        let _ = recorder.keep();
        if verdict != Verdict::Passed {
            return Ending::NotPassing;
        }
    }
    let mut person = Person {
        files,
        line: &mut |stop| lines.next(stop),
    };
    match check::try_out(request, &mut person, stop, tell) {
        Tried::Done => Ending::Done,
        Tried::Nothing => Ending::Nothing,
        Tried::Failed(outcome) => {
            let message = outcome.message;
            Ending::Failed(message.unwrap_or_else(|| words::no_hello().to_owned()))
        }
    }
}

/// Passes on what happens. It is let go of when everything was passed on, and then tells the end.
struct Last {
    run: RunId,
    sender: Sender<Message>,
    ending: Arc<OnceLock<TrialEvent>>,
}

impl Last {
    fn tell(&self, event: TrialEvent) {
        let run = self.run;
        // Without a loop nobody is interested any more, and it is about to be stopped.
        let _ = self
            .sender
            .send(Message::Event(Event::Trial { run, event }));
    }
}

impl Drop for Last {
    fn drop(&mut self) {
        let ending = self.ending.get().cloned();
        // Without one its thread has panicked, which ends this program.
        if let Some(ending) = ending {
            self.tell(ending);
        }
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;
    use crate::runner::course::Course;

    const INFO: &str = "format = 2\ntitle = \"c\"\n[[chapters]]\nname = \"01_a\"\ntitle = \"A\"\n\
                        [[exercises]]\nname = \"one\"\nchapter = \"01_a\"\nteaches = \"x\"\n";

    /// Everything that is told of `one`, whose file is not there.
    fn told(files: &str) -> Vec<TrialEvent> {
        let folder = tempfile::tempdir().expect("a folder");
        let course = Course::parse(folder.path(), INFO).expect("sound");
        let request = CheckRequest {
            course: Arc::new(course),
            exercise: "one".to_owned(),
            seed: 1,
        };
        let (sender, receiver) = channel();
        let handle = start(RunId(3), request, files.to_owned(), sender);
        let mut told = Vec::new();
        loop {
            let message = receiver.recv_timeout(Duration::from_secs(60));
            let Ok(Message::Event(Event::Trial { run, event })) = message else {
                panic!("{message:?} after {told:?}");
            };
            assert_eq!(run, RunId(3));
            let is_last = !matches!(event, TrialEvent::Check(_));
            told.push(event);
            if is_last {
                handle.wait();
                return told;
            }
        }
    }

    #[test]
    fn the_end_is_told_after_everything_else_every_time() {
        for _ in 0..10 {
            let told = told("");
            let [.., TrialEvent::Check(verdict), TrialEvent::Over(ending)] = &told[..] else {
                panic!("{told:?}");
            };
            assert!(matches!(**verdict, CheckEvent::Finished(_)), "{told:?}");
            assert_eq!(*ending, Ending::NotPassing);
        }
    }

    #[test]
    fn with_files_that_are_not_there_nothing_begins() {
        for files in ["/no/such/file", "'open"] {
            let told = told(files);
            assert!(matches!(told[..], [TrialEvent::NoFiles(_)]), "{told:?}");
        }
    }
}
