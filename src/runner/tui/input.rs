//! The thread that reads the terminal.
//!
//! It reads an event only with a permission, and gets the next one once the loop has dealt with that event. So there is nothing to
//! park when a key opens the editor, or while the terminal is asked something: the thread waits, and the keyboard belongs to
//! somebody else. It costs nothing while nobody types.

use std::sync::mpsc::{Receiver, Sender, SyncSender, sync_channel};
use std::thread;

use crossterm::event::{self, Event as Input};

use crate::runner::tui::event::Event;

/// What the loop reads from.
#[derive(Debug)]
pub enum Message {
    /// Something that needs no permission to go on.
    Event(Event),
    /// Something from the terminal: the thread waits until it is told to go on.
    Input(Event),
    /// A thread panicked, and this is what it said.
    Panicked(String),
}

/// Lets the thread read the next event.
#[derive(Debug)]
pub struct Permission(SyncSender<()>);

impl Permission {
    /// The last event was dealt with, or there was none yet.
    pub fn grant(&self) {
        // The permission of the event before may still be there; then there is nothing to add.
        let _ = self.0.try_send(());
    }
}

/// Starts the thread.
pub fn start(sender: Sender<Message>) -> std::io::Result<Permission> {
    let (permission, granted) = sync_channel(1);
    thread::Builder::new()
        .name("input".to_owned())
        .spawn(move || read(&sender, &granted))?;
    Ok(Permission(permission))
}

fn read(sender: &Sender<Message>, granted: &Receiver<()>) {
    while granted.recv().is_ok() {
        let event = next();
        let is_over = event.is_none();
        // Without a terminal nobody can press a key any more.
        let message = event.map_or(Message::Event(Event::Terminate), Message::Input);
        if sender.send(message).is_err() || is_over {
            return;
        }
    }
}

/// The next event; `None` where the terminal is gone.
fn next() -> Option<Event> {
    loop {
        return match event::read().ok()? {
            Input::Key(key) => Some(Event::Key(key)),
            Input::Resize(columns, rows) => Some(Event::Resize(columns, rows)),
            Input::Mouse(mouse) => Some(Event::Mouse(mouse)),
            _ => continue,
        };
    }
}
