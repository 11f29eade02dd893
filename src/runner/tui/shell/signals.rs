//! Signals that ask the program to end or to stop. Without this the terminal would stay in the state in which the screen
//! needs it.

use std::sync::mpsc::Sender;

use crate::runner::tui::input::Message;

/// Turns SIGTERM, SIGHUP, SIGINT, SIGTSTP and SIGCONT into events. The thread sleeps until one comes.
///
/// While an editor has the terminal, what is typed there is meant for the editor: Ctrl-C does not end this program, and
/// Ctrl-Z stops it together with the editor, since the shell waits for both.
#[cfg(unix)]
pub fn start(sender: Sender<Message>) -> std::io::Result<()> {
    use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGTERM, SIGTSTP};
    use signal_hook::iterator::Signals;
    use signal_hook::low_level::emulate_default_handler;

    use crate::runner::tui::event::Event;
    use crate::runner::tui::terminal::is_lent;

    let mut signals = Signals::new([SIGTERM, SIGHUP, SIGINT, SIGTSTP, SIGCONT])?;
    std::thread::Builder::new()
        .name("signals".to_owned())
        .spawn(move || {
            for signal in signals.forever() {
                let event = match signal {
                    SIGINT | SIGCONT if is_lent() => continue,
                    SIGTSTP if is_lent() => {
                        // Where it cannot be stopped it simply goes on.
                        let _ = emulate_default_handler(SIGTSTP);
                        continue;
                    }
                    SIGTSTP => Event::Suspend,
                    SIGCONT => Event::Resumed,
                    _ => Event::Terminate,
                };
                if sender.send(Message::Event(event)).is_err() {
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
