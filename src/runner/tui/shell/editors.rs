//! Opening the learner's editor: in a window of its own, in a pane beside this one, or in this terminal.

use std::io;
use std::path::Path;
use std::process::{Command, Stdio};

use crate::runner::editor::{self, Multiplexer};
use crate::runner::regular_file::{self, TEXT};
use crate::runner::tui::event::Event;
use crate::runner::tui::terminal::Screen;
use crate::runner::words::screen::editors as words;

/// How editors are opened.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Editors {
    /// The editor of the settings.
    pub named: Option<String>,
    /// The multiplexer that this terminal is a pane of, where the editor is to get a pane too.
    pub multiplexer: Option<Multiplexer>,
    /// The pane of the editor that was opened last, and its file.
    pub pane: Option<(String, String)>,
}

impl Editors {
    /// Opens a file, which is called `path` in sentences, at a line. What there is to tell is the answer.
    pub fn open(
        &mut self,
        file: &Path,
        path: &str,
        line: Option<usize>,
        screen: &mut Screen,
    ) -> io::Result<Option<Event>> {
        let line = line.or_else(|| {
            let bytes = regular_file::read(file, TEXT).ok()?;
            editor::place_to_work(&String::from_utf8_lossy(&bytes))
        });
        let Some(mut command) = editor::command(self.named.as_deref(), file, line) else {
            return Ok(Some(Event::Failed(words::none_named(path))));
        };
        let program = command.get_program().to_string_lossy().into_owned();
        let failed = |text: String| Ok(Some(Event::Failed(text)));
        if !editor::takes_terminal(&command) {
            return match started(&mut command) {
                Ok(()) => Ok(Some(Event::Told(words::open_in(path, program)))),
                Err(error) => failed(words::did_not_start(program, error)),
            };
        }
        if let Some(event) = self.beside(&command, path, screen.size()?) {
            return Ok(Some(event));
        }
        match screen.lend(|| command.status())? {
            Ok(status) if status.success() => Ok(None),
            Ok(status) => failed(words::ended_with(program, status)),
            Err(error) => failed(words::did_not_start(program, error)),
        }
    }

    /// Opens the editor in a pane beside this one. `None` where there is no room for one, or no multiplexer to make one.
    fn beside(&mut self, editor: &Command, path: &str, size: (u16, u16)) -> Option<Event> {
        let multiplexer = self.multiplexer?;
        if let Some((pane, open)) = &self.pane
            && open == path
            && multiplexer
                .select(pane)
                .is_some_and(|mut select| select.output().is_ok_and(|ran| ran.status.success()))
        {
            return Some(Event::Told(words::open_beside(path)));
        }
        let mut split = multiplexer.split(editor, size)?;
        let ran = split.stdin(Stdio::null()).output().ok()?;
        if !ran.status.success() {
            return None;
        }
        let pane = String::from_utf8_lossy(&ran.stdout).trim().to_owned();
        self.pane = Some((pane, path.to_owned()));
        Some(Event::Told(words::open_in_pane(path, multiplexer.name())))
    }
}

/// Starts an editor that has a window of its own; what it prints must not land on the screen.
fn started(command: &mut Command) -> io::Result<()> {
    let mut child = command
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()?;
    // Somebody has to wait for it, or it stays behind as a zombie.
    std::thread::spawn(move || child.wait());
    Ok(())
}
