//! Opening the editor.

use crate::sentences;

sentences! {
    "screen_editors";

    /// Neither the settings nor the environment name an editor.
    none_named(path) = "Nothing says which editor: open {path} in yours, or quit, type `export EDITOR=nano` (or another \
        one) and start again.";
    /// The editor did not start; `error` is in the words of the system.
    did_not_start(program, error) = "The editor `{program}` did not start ({error}): set EDITOR to another one.";
    /// The editor ended with an error; `status` is its exit status.
    ended_with(program, status) = "The editor `{program}` ended with {status}: set EDITOR to another one.";
    /// The editor has a window of its own.
    open_in(path, program) = "{path} is open in {program}.";
    /// The editor was open in a pane of the terminal already.
    open_beside(path) = "{path} is open in the pane beside this one.";
    /// The editor was opened in a pane of tmux or Zellij.
    open_in_pane(path, multiplexer) = "{path} is open in a pane of {multiplexer}.";
}
