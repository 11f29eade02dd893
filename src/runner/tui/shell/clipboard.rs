//! The clipboard of the person in front of the terminal, also where that is on another machine.

use std::io::{self, Write, stdout};
use std::process::{Command, Stdio};

use crossterm::clipboard::CopyToClipboard;
use crossterm::execute;

/// Puts a text on the clipboard: with OSC 52, which most terminals understand. tmux ignores that unless it is told not
/// to, but it can be handed the text.
pub fn copy(text: &str) -> io::Result<()> {
    if std::env::var_os("TMUX").is_some() && through_tmux(text).is_ok_and(|copied| copied) {
        return Ok(());
    }
    execute!(stdout(), CopyToClipboard::to_clipboard_from(text))
}

fn through_tmux(text: &str) -> io::Result<bool> {
    let mut child = Command::new("tmux")
        .args(["load-buffer", "-w", "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()?;
    if let Some(mut input) = child.stdin.take() {
        input.write_all(text.as_bytes())?;
    }
    Ok(child.wait()?.success())
}
