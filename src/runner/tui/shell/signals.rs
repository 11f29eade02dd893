//! Signals that ask the program to end. Without this the terminal would stay in the state in which the screen needs it.

use std::sync::mpsc::Sender;

use crate::runner::tui::input::Message;

/// Turns SIGTERM, SIGHUP and SIGINT into an event. The thread sleeps until one comes.
#[cfg(unix)]
pub fn start(sender: Sender<Message>) -> std::io::Result<()> {
    use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM};
    use signal_hook::iterator::Signals;

    use crate::runner::tui::event::Event;

    let mut signals = Signals::new([SIGTERM, SIGHUP, SIGINT])?;
    std::thread::Builder::new()
        .name("signals".to_owned())
        .spawn(move || {
            for _ in signals.forever() {
                if sender.send(Message::Event(Event::Terminate)).is_err() {
                    return;
                }
            }
        })?;
    Ok(())
}

/// There is nothing to listen to.
#[cfg(not(unix))]
pub fn start(_sender: Sender<Message>) -> std::io::Result<()> {
    Ok(())
}
