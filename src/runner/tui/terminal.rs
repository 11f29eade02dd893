//! The terminal: taken, given back, and given back whatever happens.

use std::io::{self, Stdout, stdout};
use std::panic;
use std::sync::Arc;
use std::sync::mpsc::Sender;
use std::thread::{self, ThreadId};

use crossterm::cursor::{Hide, Show};
use crossterm::execute;
use crossterm::terminal::{
    BeginSynchronizedUpdate, EndSynchronizedUpdate, EnterAlternateScreen, LeaveAlternateScreen,
    disable_raw_mode, enable_raw_mode,
};
use ratatui::Terminal;
use ratatui::backend::CrosstermBackend;

use crate::runner::tui::input::Message;
use crate::runner::tui::state::State;
use crate::runner::tui::view;

/// The terminal while it is ours. It is given back when this is dropped.
#[derive(Debug)]
pub struct Screen {
    terminal: Terminal<CrosstermBackend<Stdout>>,
}

impl Screen {
    /// Takes the terminal.
    pub fn take() -> io::Result<Screen> {
        enter().inspect_err(|_| leave())?;
        let terminal = Terminal::new(CrosstermBackend::new(stdout())).inspect_err(|_| leave())?;
        Ok(Screen { terminal })
    }

    /// Columns and rows.
    pub fn size(&self) -> io::Result<(u16, u16)> {
        let size = self.terminal.size()?;
        Ok((size.width, size.height))
    }

    /// Draws the state, as one update where the terminal knows that.
    pub fn draw(&mut self, state: &State) -> io::Result<()> {
        execute!(stdout(), BeginSynchronizedUpdate)?;
        let drawn = self
            .terminal
            .draw(|frame| view::draw(state, frame.area(), frame.buffer_mut()))
            .map(|_| ());
        execute!(stdout(), EndSynchronizedUpdate)?;
        drawn
    }

    /// Everything has to be painted anew.
    pub fn forget(&mut self) -> io::Result<()> {
        self.terminal.clear()
    }

    /// Gives the terminal to something else, and takes it back.
    pub fn lend<T>(&mut self, to: impl FnOnce() -> T) -> io::Result<T> {
        leave();
        let answer = to();
        enter()?;
        self.terminal.clear()?;
        Ok(answer)
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        leave();
    }
}

fn enter() -> io::Result<()> {
    // With NO_COLOR crossterm would drop bold and reverse too; the theme already has no colours then.
    crossterm::style::force_color_output(true);
    enable_raw_mode()?;
    execute!(stdout(), EnterAlternateScreen, Hide)
}

/// As far as it goes: where the terminal is gone there is nothing to give back.
fn leave() {
    let _ = disable_raw_mode();
    let _ = execute!(stdout(), EndSynchronizedUpdate, LeaveAlternateScreen, Show);
}

type Hook = dyn Fn(&panic::PanicHookInfo<'_>) + Send + Sync + 'static;

/// What a panic does while the screen is ours. The hook that was there before comes back when this is dropped.
pub struct PanicGuard {
    before: Arc<Hook>,
}

impl PanicGuard {
    /// A panic of this thread gives the terminal back before it says anything; a panic of another thread must not write
    /// across the screen, so it is sent to the loop, which ends and says it.
    pub fn install(sender: Sender<Message>) -> PanicGuard {
        let before: Arc<Hook> = Arc::from(panic::take_hook());
        let (then, screen): (Arc<Hook>, ThreadId) = (before.clone(), thread::current().id());
        panic::set_hook(Box::new(move |info| {
            if thread::current().id() == screen {
                leave();
                then(info);
            } else {
                let _ = sender.send(Message::Panicked(info.to_string()));
            }
        }));
        PanicGuard { before }
    }
}

impl Drop for PanicGuard {
    fn drop(&mut self) {
        // A hook cannot be changed by a thread that is panicking.
        if !thread::panicking() {
            let before = self.before.clone();
            panic::set_hook(Box::new(move |info| before(info)));
        }
    }
}
