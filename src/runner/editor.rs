//! Which editor opens a file, and how it is told the line.

use std::ffi::OsString;
use std::path::Path;
use std::process::Command;

/// The command that opens `file` in the learner's editor, at `line` where the editor can be told: `$VISUAL`, then
/// `$EDITOR`, then Visual Studio Code where this is its terminal. `None` where nothing says which editor.
pub fn command(file: &Path, line: Option<usize>) -> Option<Command> {
    choose(|name| std::env::var(name).ok(), file, line)
}

/// Whether the editor takes over the terminal. One with a window of its own does not, and the screen can stay.
pub fn takes_terminal(command: &Command) -> bool {
    let style = Style::of(Path::new(command.get_program()));
    let no_window = command
        .get_args()
        .any(|argument| argument == "-nw" || argument == "-t" || argument == "--tty");
    no_window || !matches!(style, Style::Goto | Style::Window)
}

fn choose(
    variable: impl Fn(&str) -> Option<String>,
    file: &Path,
    line: Option<usize>,
) -> Option<Command> {
    let named = ["VISUAL", "EDITOR"].into_iter().find_map(|name| {
        let words = words(&variable(name)?);
        (!words.is_empty()).then_some(words)
    });
    let in_code =
        || (variable("TERM_PROGRAM").as_deref() == Some("vscode")).then(|| vec!["code".to_owned()]);
    let words = named.or_else(in_code)?;
    let (program, arguments) = words.split_first()?;
    let mut command = Command::new(program);
    command.args(arguments);
    command.args(Style::of(Path::new(program)).place(file, line));
    Some(command)
}

/// How an editor is told the line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Style {
    /// `+18 file`: vi and its like, nano, emacs, micro, kakoune.
    Plus,
    /// `file:18`: helix.
    Colon,
    /// `-g file:18`: Visual Studio Code and its like.
    Goto,
    /// `file:18`, in a window of its own: Zed, Sublime Text.
    Window,
    /// Only `file`.
    None,
}

impl Style {
    fn of(program: &Path) -> Style {
        let name = program.file_stem().unwrap_or_default().to_string_lossy();
        match name.as_ref() {
            "vi" | "vim" | "nvim" | "view" | "ex" | "elvis" | "nano" | "pico" | "rnano"
            | "emacs" | "emacsclient" | "mg" | "jed" | "joe" | "micro" | "kak" | "ne" => {
                Style::Plus
            }
            "hx" | "helix" => Style::Colon,
            "code" | "code-insiders" | "codium" | "vscodium" | "cursor" | "windsurf" => Style::Goto,
            "zed" | "zeditor" | "subl" | "sublime_text" => Style::Window,
            _ => Style::None,
        }
    }

    fn place(self, file: &Path, line: Option<usize>) -> Vec<OsString> {
        let file = file.as_os_str().to_owned();
        let Some(line) = line else {
            return match self {
                Style::Goto => vec!["-g".into(), file],
                _ => vec![file],
            };
        };
        let mut with_line = file.clone();
        with_line.push(format!(":{line}"));
        match self {
            Style::Plus => vec![format!("+{line}").into(), file],
            Style::Colon | Style::Window => vec![with_line],
            Style::Goto => vec!["-g".into(), with_line],
            Style::None => vec![file],
        }
    }
}

/// Splits the value of `$EDITOR` as a shell would: at blanks, except between quotes and after a backslash.
fn words(text: &str) -> Vec<String> {
    let mut words = Vec::new();
    let mut word: Option<String> = None;
    let mut quote = None;
    let mut letters = text.chars();
    while let Some(letter) = letters.next() {
        match (letter, quote) {
            ('\'' | '"', None) => {
                quote = Some(letter);
                word.get_or_insert_default();
            }
            (letter, Some(open)) if letter == open => quote = None,
            ('\\', None | Some('"')) => word.get_or_insert_default().extend(letters.next()),
            (letter, None) if letter.is_whitespace() => words.extend(word.take()),
            (letter, _) => word.get_or_insert_default().push(letter),
        }
    }
    words.extend(word);
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    fn spoken(variables: &[(&str, &str)], line: Option<usize>) -> Option<Vec<String>> {
        let variable = |name: &str| {
            let found = variables.iter().find(|(key, _)| *key == name);
            found.map(|(_, value)| (*value).to_owned())
        };
        let command = choose(variable, Path::new("a b.rs"), line)?;
        let words = std::iter::once(command.get_program()).chain(command.get_args());
        Some(
            words
                .map(|word| word.to_string_lossy().into_owned())
                .collect(),
        )
    }

    #[test]
    fn every_editor_is_told_the_line_in_its_own_way() {
        let table: [(&str, &[&str]); 9] = [
            ("vim", &["vim", "+18", "a b.rs"]),
            (
                "/usr/bin/nvim -u NONE",
                &["/usr/bin/nvim", "-u", "NONE", "+18", "a b.rs"],
            ),
            ("nano", &["nano", "+18", "a b.rs"]),
            ("emacsclient -nw", &["emacsclient", "-nw", "+18", "a b.rs"]),
            ("hx", &["hx", "a b.rs:18"]),
            ("code --wait", &["code", "--wait", "-g", "a b.rs:18"]),
            (
                "'/opt/my editor/subl'",
                &["/opt/my editor/subl", "a b.rs:18"],
            ),
            (
                r"/opt/my\ editor/vi",
                &["/opt/my editor/vi", "+18", "a b.rs"],
            ),
            ("ed", &["ed", "a b.rs"]),
        ];
        for (editor, expected) in table {
            let words = spoken(&[("EDITOR", editor)], Some(18)).expect(editor);
            assert_eq!(words, expected, "{editor}");
        }
    }

    #[test]
    fn visual_goes_before_editor_and_editor_before_the_terminal_of_code() {
        let code = ("TERM_PROGRAM", "vscode");
        type Row<'a> = (&'a [(&'a str, &'a str)], Option<&'a str>);
        let table: [Row<'_>; 5] = [
            (&[("VISUAL", "vi"), ("EDITOR", "ed"), code], Some("vi")),
            (&[("VISUAL", "  "), ("EDITOR", "ed"), code], Some("ed")),
            (&[code], Some("code")),
            (&[("TERM_PROGRAM", "xterm")], None),
            (&[], None),
        ];
        for (variables, expected) in table {
            let words = spoken(variables, None);
            assert_eq!(words.as_ref().map(|words| words[0].as_str()), expected);
        }
    }

    #[test]
    fn only_an_editor_in_the_terminal_takes_the_terminal() {
        let table = [
            ("vim", true),
            ("code -w", false),
            ("subl", false),
            ("hx", true),
        ];
        for (editor, expected) in table {
            let words = words(editor);
            let mut command = Command::new(&words[0]);
            command.args(&words[1..]);
            assert_eq!(takes_terminal(&command), expected, "{editor}");
        }
    }
}
