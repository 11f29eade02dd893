//! A program that is in use.

use std::collections::VecDeque;
use std::sync::mpsc::Sender;
use std::thread::JoinHandle;

use crate::runner::given::Files;
use crate::runner::plain::printer::Printer;
use crate::runner::process::Stop;

/// What is in use, or is to be once the exercise passes.
pub(super) struct Using {
    pub(super) name: String,
    /// The files, until it begins.
    pub(super) files: Option<Files>,
    /// What runs, once it does.
    pub(super) program: Option<Program>,
    /// The lines that it has not asked for yet.
    pub(super) ahead: VecDeque<String>,
    /// Whether it waits for a line.
    pub(super) listens: bool,
    /// Whether there are no more lines than those.
    pub(super) closed: bool,
    /// Whether the exercise was saved meanwhile.
    pub(super) saved: bool,
}

pub(super) struct Program {
    pub(super) stop: Stop,
    pub(super) lines: Sender<Option<String>>,
    pub(super) thread: JoinHandle<()>,
    pub(super) printer: Printer<Vec<u8>>,
}
