//! The thread that reads the terminal.
//!
//! It reads the next event only once the loop has dealt with the last one. So there is nothing to park when a key opens
//! the editor: the thread waits, and the editor has the keyboard to itself. It costs nothing while nobody types.

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
    /// The last event was dealt with.
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
    loop {
        let event = match event::read() {
            Ok(Input::Key(key)) => Event::Key(key),
            Ok(Input::Resize(columns, rows)) => Event::Resize(columns, rows),
            Ok(Input::Mouse(mouse)) => Event::Mouse(mouse),
            Ok(_) => continue,
            // The terminal is gone; nobody can press a key any more.
            Err(_) => {
                let _ = sender.send(Message::Event(Event::Terminate));
                return;
            }
        };
        if sender.send(Message::Input(event)).is_err() || granted.recv().is_err() {
            return;
        }
    }
}
