//! The terminal: taken, given back, and given back whatever happens.

use std::io::{self, Stdout, stdout};
use std::panic;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::Sender;
use std::thread::{self, ThreadId};

use crossterm::cursor::{Hide, Show};
use crossterm::event::{DisableMouseCapture, KeyEvent};
use crossterm::execute;
use crossterm::style::Print;
use crossterm::terminal::{
    BeginSynchronizedUpdate, Clear, ClearType, EndSynchronizedUpdate, EnterAlternateScreen,
    LeaveAlternateScreen, SetTitle, disable_raw_mode, enable_raw_mode,
};
use ratatui::Terminal;
use ratatui::backend::{Backend, CrosstermBackend};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::runner::tui::input::Message;
use crate::runner::tui::link::Links;
#[cfg(unix)]
use crate::runner::tui::pixels::ask;
use crate::runner::tui::pixels::{Gallery, Picture};
use crate::runner::tui::state::State;
use crate::runner::tui::view;
use crate::runner::words::screen::terminal as words;

/// The terminal while it is ours. It is given back when this is dropped.
#[derive(Debug)]
pub struct Screen {
    terminal: Terminal<CrosstermBackend<Stdout>>,
    /// What was drawn last; nothing is drawn again while nothing changed.
    drawn: Option<Buffer>,
    mouse: bool,
    links: Option<Links>,
    /// The title that the window has now.
    title: String,
    /// Whether a person is called back once a long wait is over.
    notifies: bool,
    /// The pictures that hang on the screen, where it can show any.
    gallery: Option<Gallery>,
}

/// Whether something else has the terminal right now: then the signals are meant for that.
static LENT: AtomicBool = AtomicBool::new(false);

/// Whether something else, such as an editor, has the terminal right now.
pub fn is_lent() -> bool {
    LENT.load(Ordering::SeqCst)
}

impl Screen {
    /// Takes the terminal.
    pub fn take() -> io::Result<Screen> {
        enter().inspect_err(|_| leave())?;
        let terminal = Terminal::new(CrosstermBackend::new(stdout())).inspect_err(|_| leave())?;
        Ok(Screen {
            terminal,
            drawn: None,
            mouse: false,
            links: None,
            title: String::new(),
            notifies: false,
            gallery: None,
        })
    }

    /// Columns and rows.
    pub fn size(&self) -> io::Result<(u16, u16)> {
        let size = self.terminal.size()?;
        Ok((size.width, size.height))
    }

    /// From now on the path of the exercise is a link to the file.
    pub fn link(&mut self, links: Option<Links>) {
        self.links = links;
    }

    /// Whether a person is called back once a long wait is over.
    pub fn notifies(&mut self, notifies: bool) {
        self.notifies = notifies;
    }

    /// Rings the bell, and shows a text outside of the terminal where it can: with OSC 9 (iTerm2, WezTerm, Windows Terminal),
    /// with OSC 777 (urxvt, foot, Ghostty). Others pass over what they do not know.
    pub fn notify(&self, text: &str) -> io::Result<()> {
        if !self.notifies {
            return Ok(());
        }
        let text: String = text.chars().filter(|it| !it.is_control()).collect();
        // A semicolon ends a field of OSC 777.
        let field = text.replace(';', ",");
        execute!(
            stdout(),
            Print(format!(
                "\x07\x1b]9;{text}\x1b\\\x1b]777;notify;gradlings;{field}\x1b\\"
            ))
        )
    }

    /// Asks the terminal whether it can show pictures; from now on it does. Gives the keys that were pressed meanwhile, of which
    /// none may be lost. Nobody else may read the terminal.
    #[cfg(unix)]
    pub fn ask_for_images(&mut self) -> io::Result<Vec<KeyEvent>> {
        let (means, keys) = ask::ask()?;
        self.gallery = means.map(Gallery::new);
        // What is on the screen has no pictures yet.
        self.drawn = None;
        Ok(keys)
    }

    /// No terminal is known here that could.
    #[cfg(not(unix))]
    pub fn ask_for_images(&mut self) -> io::Result<Vec<KeyEvent>> {
        Ok(Vec::new())
    }

    /// The window is called after the exercise.
    fn entitle(&mut self, state: &State) -> io::Result<()> {
        let title = words::window(&state.session.current);
        if self.title != title {
            execute!(stdout(), SetTitle(&title))?;
            self.title = title;
        }
        Ok(())
    }

    /// Draws the state where it differs from what is there, as one update where the terminal knows that.
    pub fn draw(&mut self, state: &State) -> io::Result<()> {
        self.entitle(state)?;
        let size = self.terminal.size()?;
        let mut buffer = Buffer::empty(Rect::new(0, 0, size.width, size.height));
        view::draw(state, buffer.area, &mut buffer);
        if let (Some(links), Some(exercise)) = (&self.links, state.exercise()) {
            links.mark(&exercise.path(), &mut buffer);
        }
        let pictures = match self.gallery {
            Some(_) => view::pictures(state, &buffer),
            None => Vec::new(),
        };
        if self.drawn.as_ref() == Some(&buffer) && !self.changes(&pictures) {
            return Ok(());
        }
        execute!(stdout(), BeginSynchronizedUpdate)?;
        // Told by the event of a resize or not: what is there was drawn for another size.
        let resized = |drawn: &Buffer| drawn.area != buffer.area;
        if self.drawn.as_ref().is_some_and(resized) {
            self.forget()?;
        }
        let drawn = self
            .terminal
            .draw(|frame| {
                // A resize may have come in between; the next frame has the right size then.
                if frame.area() == buffer.area {
                    frame.buffer_mut().clone_from(&buffer);
                }
            })
            .map(|_| ());
        let hung = self.hang(pictures, &buffer);
        execute!(stdout(), EndSynchronizedUpdate)?;
        self.drawn = Some(buffer);
        drawn.and(hung)
    }

    /// Whether other pictures hang on the screen.
    fn changes(&self, pictures: &[Picture]) -> bool {
        let gallery = self.gallery.as_ref();
        gallery.is_some_and(|gallery| !gallery.shows(pictures))
    }

    /// Hangs pictures up over the cells that have just been painted, and paints the cells again from which one has gone.
    fn hang(&mut self, pictures: Vec<Picture>, buffer: &Buffer) -> io::Result<()> {
        let Some(gallery) = &mut self.gallery else {
            return Ok(());
        };
        let drawn = self.drawn.as_ref();
        let is_painted = |area: Rect| {
            let mut positions = area.positions();
            positions.any(|at| drawn.and_then(|drawn| drawn.cell(at)) != buffer.cell(at))
        };
        let change = gallery.change(pictures, is_painted);
        for area in change.again {
            let positions = area.intersection(buffer.area).positions();
            let cells = positions.map(|at| (at.x, at.y, &buffer[at]));
            self.terminal.backend_mut().draw(cells)?;
        }
        execute!(stdout(), Print(change.written))
    }

    /// Everything has to be painted anew.
    ///
    /// `Terminal::clear` would ask the terminal where its cursor is, and wait in vain for the answer: it goes to the
    /// thread that reads the keys.
    pub fn forget(&mut self) -> io::Result<()> {
        self.drawn = None;
        let taken_down = match &mut self.gallery {
            Some(gallery) => gallery.forget(cell()),
            None => "",
        };
        execute!(stdout(), Print(taken_down), Clear(ClearType::All))?;
        self.terminal = Terminal::new(CrosstermBackend::new(stdout()))?;
        Ok(())
    }

    /// Gives the terminal to something else, and takes it back.
    pub fn lend<T>(&mut self, to: impl FnOnce() -> T) -> io::Result<T> {
        self.take_down();
        leave();
        LENT.store(true, Ordering::SeqCst);
        let answer = to();
        LENT.store(false, Ordering::SeqCst);
        self.again()?;
        Ok(answer)
    }

    /// Takes the terminal once more: somebody else had it without being asked.
    pub fn retake(&mut self) -> io::Result<()> {
        self.take_down();
        leave();
        self.again()
    }

    /// Takes the pictures down, as far as it goes.
    fn take_down(&mut self) {
        if let Some(gallery) = &mut self.gallery {
            let _ = execute!(stdout(), Print(gallery.take_down()));
        }
    }

    fn again(&mut self) -> io::Result<()> {
        enter()?;
        self.title.clear();
        self.listen_to_mouse(self.mouse)?;
        self.forget()
    }

    /// Asks the terminal to tell of the mouse, or no longer. Only clicks and the wheel: movements would be told hundreds
    /// of times a second.
    pub fn listen_to_mouse(&mut self, listen: bool) -> io::Result<()> {
        self.mouse = listen;
        if listen {
            listen_to_mouse()
        } else {
            execute!(stdout(), DisableMouseCapture)
        }
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        self.take_down();
        leave();
    }
}

/// The pixels of a cell, where the system says how many there are.
fn cell() -> Option<(u16, u16)> {
    #[cfg(unix)]
    return ask::cell();
    #[cfg(not(unix))]
    None
}

#[cfg(unix)]
fn listen_to_mouse() -> io::Result<()> {
    execute!(stdout(), Print("\x1b[?1000h\x1b[?1006h"))
}

#[cfg(not(unix))]
fn listen_to_mouse() -> io::Result<()> {
    execute!(stdout(), crossterm::event::EnableMouseCapture)
}

/// The terminal keeps the title of its window, and gives it back.
const KEEP_TITLE: &str = "\x1b[22;2t";
const TITLE_AGAIN: &str = "\x1b[23;2t";

fn enter() -> io::Result<()> {
    // With NO_COLOR crossterm would drop bold and reverse too; the theme already has no colours then.
    crossterm::style::force_color_output(true);
    enable_raw_mode()?;
    execute!(stdout(), Print(KEEP_TITLE), EnterAlternateScreen, Hide)
}

/// As far as it goes: where the terminal is gone there is nothing to give back.
fn leave() {
    let _ = disable_raw_mode();
    let _ = execute!(
        stdout(),
        EndSynchronizedUpdate,
        DisableMouseCapture,
        LeaveAlternateScreen,
        Print(TITLE_AGAIN),
        Show
    );
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
