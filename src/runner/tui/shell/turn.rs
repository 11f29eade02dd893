//! The loop: take in what happened, do what follows, draw where something changed.

use std::collections::VecDeque;
use std::io;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::time::{Duration, Instant};

use crate::runner::event::CheckEvent;
use crate::runner::problem::Problem;
use crate::runner::regular_file::{self, TEXT};
use crate::runner::session::Session;
use crate::runner::tui::action::Action;
use crate::runner::tui::effect::Effect;
use crate::runner::tui::event::Event;
use crate::runner::tui::input::{self, Message, Permission};
use crate::runner::tui::link::Links;
use crate::runner::tui::notice::Notice;
use crate::runner::tui::shell::TuiOptions;
use crate::runner::tui::shell::hands::{Done, Hands, snapshot};
use crate::runner::tui::shell::runs::Runs;
use crate::runner::tui::shell::signals;
use crate::runner::tui::state::State;
use crate::runner::tui::terminal::{PanicGuard, Screen};
use crate::runner::tui::update;
use crate::runner::watch::Watcher;
use crate::runner::words::screen::{notices, status, terminal as words};

/// About 15 frames a second: a training streams thousands of events.
const FRAME: Duration = Duration::from_millis(66);
/// How often the elapsed time moves while something runs and says nothing.
const TICK: Duration = Duration::from_millis(500);
/// Events taken in before a frame is due, so that a flood cannot keep the screen from being drawn.
const FLOOD: usize = 4_000;

/// Runs the screen until the learner quits.
pub fn run(session: Session, options: TuiOptions) -> Result<(), Problem> {
    let (sender, receiver) = channel();
    let mut state = State::new(
        session.course().clone(),
        snapshot(&session),
        options.theme,
        options.seed,
    );
    state.charts.rich = is_rich();
    state.keymap = Arc::new(options.keymap);
    state.notice = first_notice(&options.notices);
    let watcher = watch(&session, &sender, options.poll);
    // The guard goes last, so that a panic while the screen is given back still gives it back.
    let _guard = PanicGuard::install(sender.clone());
    let mut screen = Screen::take().map_err(|error| broken(&error))?;
    screen.notifies(options.notifies);
    if options.links {
        let root = std::path::absolute(&session.course().root);
        let root = root.unwrap_or_else(|_| session.course().root.clone());
        screen.link(Some(Links::into(&root, &host())));
    }
    if options.mouse {
        screen
            .listen_to_mouse(true)
            .map_err(|error| broken(&error))?;
        state.mouse = true;
    }
    state.size = screen.size().map_err(|error| broken(&error))?;
    signals::start(sender.clone()).map_err(|error| broken(&error))?;
    let runs = Runs::new(sender.clone()).map_err(|error| broken(&error))?;
    let permission = input::start(sender).map_err(|error| broken(&error))?;
    let _watcher = match watcher {
        Ok(watcher) => Some(watcher),
        Err(problem) => {
            // The screen is still of use without saves.
            let key = state.key(Action::Rerun);
            let text = format!("{} {}", problem.what, notices::key_checks(key));
            state.notice = Some(Notice::bad(text));
            None
        }
    };
    let mut turn = Turn {
        hands: Hands::new(session, screen, runs, options.seed, options.editors),
        state,
        permission,
        began: Instant::now(),
        drawn: None,
    };
    let end = turn.until_quit(&receiver, options.images);
    turn.hands.keep();
    match end {
        Ok(None) => Ok(()),
        Ok(Some(panicked)) => Err(Problem::new(words::failed(panicked.trim()), words::again())),
        Err(error) => Err(broken(&error)),
    }
}

/// The name of this machine, for links that are followed on another one.
fn host() -> String {
    #[cfg(unix)]
    {
        let name = rustix::system::uname();
        name.nodename().to_string_lossy().into_owned()
    }
    #[cfg(not(unix))]
    String::new()
}

fn first_notice(notices: &[String]) -> Option<Notice> {
    let (first, more) = notices.split_first()?;
    let text = match more.len() {
        0 => first.clone(),
        more => format!("{} {first}", status::first_of(more + 1)),
    };
    Some(Notice::bad(text))
}

/// Whether the terminal says that it has more than 16 colours.
fn is_rich() -> bool {
    let says = |name, what: &[&str]| {
        std::env::var(name).is_ok_and(|value| what.iter().any(|what| value.contains(what)))
    };
    says("COLORTERM", &["truecolor", "24bit"]) || says("TERM", &["256color", "direct", "kitty"])
}

fn broken(error: &io::Error) -> Problem {
    Problem::new(words::unusable(error), words::plain())
}

fn watch(session: &Session, sender: &Sender<Message>, poll: bool) -> Result<Watcher, Problem> {
    let sender = sender.clone();
    Watcher::start(&session.course().root, poll, move |path| {
        // Without a loop nobody is interested any more.
        let text = regular_file::read(&path, TEXT).ok();
        let _ = sender.send(Message::Event(Event::Saved { path, text }));
    })
}

struct Turn {
    hands: Hands,
    state: State,
    permission: Permission,
    began: Instant,
    /// When the last frame was drawn.
    drawn: Option<Instant>,
}

/// Why a turn ended.
enum End {
    Quit,
    Panicked(String),
}

/// A key is answered at once, and so is a save: its verdict is what the learner waits for. Everything else may wait for
/// the next frame.
fn is_urgent(message: &Message) -> bool {
    matches!(
        message,
        Message::Input(_)
            | Message::Event(Event::Check {
                event: CheckEvent::Finished(_),
                ..
            })
    )
}

impl Turn {
    /// Runs until the learner quits; a panic of another thread is the answer.
    fn until_quit(
        &mut self,
        receiver: &Receiver<Message>,
        images: bool,
    ) -> io::Result<Option<String>> {
        let first = update::open(&mut self.state);
        if self.follow(first)?.is_some() {
            return Ok(None);
        }
        self.draw()?;
        // The first frame does not wait for what the terminal answers.
        if images {
            for key in self.hands.screen().ask_for_images()? {
                match self.take(Message::Event(Event::Key(key)))? {
                    None => {}
                    Some(End::Quit) => return Ok(None),
                    Some(End::Panicked(said)) => return Ok(Some(said)),
                }
            }
            self.draw()?;
        }
        self.permission.grant();
        loop {
            let Some(first) = self.wait(receiver) else {
                return Ok(None);
            };
            let mut urgent = false;
            for message in first.into_iter().chain(receiver.try_iter().take(FLOOD)) {
                urgent |= is_urgent(&message);
                match self.take(message)? {
                    None => {}
                    Some(End::Quit) => return Ok(None),
                    Some(End::Panicked(said)) => return Ok(Some(said)),
                }
            }
            let end = if urgent { None } else { self.rest(receiver)? };
            match end {
                None => self.draw()?,
                Some(End::Quit) => return Ok(None),
                Some(End::Panicked(said)) => return Ok(Some(said)),
            }
        }
    }

    /// Waits for the next message. While something runs or is played the time goes on; while nothing does, nothing is done. `None`
    /// where nobody is left to send one.
    fn wait(&self, receiver: &Receiver<Message>) -> Option<Option<Message>> {
        let patience = match self.state.charts.playing {
            Some(due) => due.saturating_sub(self.began.elapsed()),
            None if self.state.is_busy() => TICK,
            None => return receiver.recv().ok().map(Some),
        };
        match receiver.recv_timeout(patience) {
            Ok(message) => Some(Some(message)),
            Err(RecvTimeoutError::Timeout) => Some(None),
            Err(RecvTimeoutError::Disconnected) => None,
        }
    }

    /// Takes messages in until the next frame is due, or one cannot wait.
    fn rest(&mut self, receiver: &Receiver<Message>) -> io::Result<Option<End>> {
        let Some(drawn) = self.drawn else {
            return Ok(None);
        };
        let due = drawn + FRAME;
        while let Some(left) = due.checked_duration_since(Instant::now()) {
            let Ok(message) = receiver.recv_timeout(left) else {
                return Ok(None);
            };
            let urgent = is_urgent(&message);
            let end = self.take(message)?;
            if urgent || end.is_some() {
                return Ok(end);
            }
        }
        Ok(None)
    }

    fn take(&mut self, message: Message) -> io::Result<Option<End>> {
        let (event, typed) = match message {
            Message::Panicked(said) => return Ok(Some(End::Panicked(said))),
            Message::Event(event) => (event, false),
            Message::Input(event) => (event, true),
        };
        update::update(&mut self.state, Event::Clock(self.began.elapsed()));
        let effects = update::update(&mut self.state, event);
        let end = self.follow(effects)?;
        if typed {
            self.permission.grant();
        }
        Ok(end)
    }

    /// Carries effects out, and those that follow from them.
    fn follow(&mut self, effects: Vec<Effect>) -> io::Result<Option<End>> {
        let mut effects = VecDeque::from(effects);
        while let Some(effect) = effects.pop_front() {
            match self.hands.carry_out(effect)? {
                Done::Nothing => {}
                Done::Quit => return Ok(Some(End::Quit)),
                Done::Events(events) => {
                    for event in events {
                        effects.extend(update::update(&mut self.state, event));
                    }
                }
            }
        }
        Ok(None)
    }

    fn draw(&mut self) -> io::Result<()> {
        update::update(&mut self.state, Event::Clock(self.began.elapsed()));
        self.hands.screen().draw(&self.state)?;
        self.drawn = Some(Instant::now());
        let events = self.hands.keep();
        if events.is_empty() {
            return Ok(());
        }
        for event in events {
            let effects = update::update(&mut self.state, event);
            self.follow(effects)?;
        }
        // Nothing else may happen for hours, and that something could not be kept has to be seen.
        self.hands.screen().draw(&self.state)
    }
}
