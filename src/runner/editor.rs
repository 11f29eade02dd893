//! Which editor opens a file, and how it is told the line.

use std::ffi::OsString;
use std::path::Path;
use std::process::Command;

/// The command that opens `file` in the learner's editor, at `line` where the editor can be told: the one of the
/// settings, then `$VISUAL`, then `$EDITOR`, then Visual Studio Code where this is its terminal. `None` where nothing
/// says which editor.
pub fn command(named: Option<&str>, file: &Path, line: Option<usize>) -> Option<Command> {
    choose(named, |name| std::env::var(name).ok(), file, line)
}

/// The line to begin at where nobody complained about one: the first `todo!()`, else the first function that is not
/// `main`.
pub fn place_to_work(text: &str) -> Option<usize> {
    let line = |wanted: &dyn Fn(&str) -> bool| text.lines().map(str::trim_start).position(wanted);
    let todo = line(&|text| text.contains("todo!(") && !text.starts_with("//"));
    let function = |text: &str| {
        let text = text.strip_prefix("pub ").unwrap_or(text);
        text.starts_with("fn ") && !text.starts_with("fn main")
    };
    todo.or_else(|| line(&function)).map(|at| at + 1)
}

/// A program whose panes share one terminal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Multiplexer {
    /// tmux.
    Tmux,
    /// Zellij.
    Zellij,
}

/// Columns from which on there is room for two panes side by side.
const SIDE_BY_SIDE: u16 = 120;
/// Rows from which on there is room for two panes on top of each other.
const ON_TOP: u16 = 36;

impl Multiplexer {
    /// The multiplexer that this program runs in.
    pub fn here(variable: impl Fn(&str) -> Option<String>) -> Option<Multiplexer> {
        if variable("TMUX").is_some() {
            Some(Multiplexer::Tmux)
        } else if variable("ZELLIJ").is_some() {
            Some(Multiplexer::Zellij)
        } else {
            None
        }
    }

    /// Its name.
    pub fn name(self) -> &'static str {
        match self {
            Multiplexer::Tmux => "tmux",
            Multiplexer::Zellij => "Zellij",
        }
    }

    /// The command that runs an editor in a pane beside this one and prints the name of the pane. `None` where a terminal
    /// of so many columns and rows has no room for two.
    pub fn split(self, editor: &Command, (columns, rows): (u16, u16)) -> Option<Command> {
        let beside = if columns >= SIDE_BY_SIDE {
            true
        } else if rows >= ON_TOP {
            false
        } else {
            return None;
        };
        let mut command;
        match self {
            Multiplexer::Tmux => {
                command = Command::new("tmux");
                command.args(["split-window", if beside { "-h" } else { "-v" }]);
                // The pane of this program, and not the one that is looked at.
                if let Some(pane) = std::env::var_os("TMUX_PANE") {
                    command.arg("-t").arg(pane);
                }
                command.args(["-P", "-F", "#{pane_id}", "--"]);
            }
            Multiplexer::Zellij => {
                command = Command::new("zellij");
                let direction = if beside { "right" } else { "down" };
                command.args(["run", "--close-on-exit", "--direction", direction, "--"]);
            }
        }
        command.arg(editor.get_program()).args(editor.get_args());
        Some(command)
    }

    /// The command that goes to a pane and fails where it is gone. Zellij has none.
    pub fn select(self, pane: &str) -> Option<Command> {
        match self {
            Multiplexer::Tmux => {
                let mut command = Command::new("tmux");
                command.args(["select-pane", "-t", pane]);
                Some(command)
            }
            Multiplexer::Zellij => None,
        }
    }
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
    named: Option<&str>,
    variable: impl Fn(&str) -> Option<String>,
    file: &Path,
    line: Option<usize>,
) -> Option<Command> {
    let set = |text: &str| Some(words(text)).filter(|words| !words.is_empty());
    let named = named.and_then(set).or_else(|| {
        let mut variables = ["VISUAL", "EDITOR"].into_iter();
        variables.find_map(|name| set(&variable(name)?))
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
        let command = choose(None, variable, Path::new("a b.rs"), line)?;
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
    fn without_a_complaint_the_editor_opens_where_the_work_is() {
        let table = [
            (
                "//! Replace `todo!()`.\npub fn a() {\n    todo!()\n}\n",
                Some(3),
            ),
            ("//! x\n\npub fn a() {\n    1\n}\nfn main() {}\n", Some(3)),
            ("fn main() {}\n", None),
            ("", None),
        ];
        for (text, expected) in table {
            assert_eq!(place_to_work(text), expected, "{text}");
        }
    }

    #[test]
    fn the_editor_of_the_settings_goes_before_every_other() {
        let variable = |_: &str| Some("vi".to_owned());
        let file = Path::new("a.rs");
        let program = |named| {
            let command = choose(named, variable, file, None).expect("an editor");
            command.get_program().to_string_lossy().into_owned()
        };
        assert_eq!(program(Some("hx")), "hx");
        assert_eq!(program(Some(" ")), "vi");
        assert_eq!(program(None), "vi");
    }

    #[test]
    fn an_editor_gets_a_pane_where_there_is_room_for_two() {
        let mut editor = Command::new("vi");
        editor.args(["+18", "a b.rs"]);
        let words = |multiplexer: Multiplexer, size| {
            let split = multiplexer.split(&editor, size)?;
            let words: Vec<String> = std::iter::once(split.get_program())
                .chain(split.get_args())
                .map(|word| word.to_string_lossy().into_owned())
                .collect();
            Some(words.join(" "))
        };
        let table = [
            (Multiplexer::Tmux, (120, 24), Some("split-window -h")),
            (Multiplexer::Tmux, (80, 40), Some("split-window -v")),
            (Multiplexer::Tmux, (80, 24), None),
            (Multiplexer::Zellij, (120, 24), Some("--direction right")),
            (Multiplexer::Zellij, (80, 40), Some("--direction down")),
            (Multiplexer::Zellij, (80, 24), None),
        ];
        for (multiplexer, size, expected) in table {
            let words = words(multiplexer, size);
            assert_eq!(words.is_some(), expected.is_some(), "{size:?}");
            if let (Some(words), Some(expected)) = (words, expected) {
                assert!(words.contains(expected), "{words}");
                assert!(words.ends_with("-- vi +18 a b.rs"), "{words}");
            }
        }
        for (set, expected) in [
            ("TMUX", Some(Multiplexer::Tmux)),
            ("ZELLIJ", Some(Multiplexer::Zellij)),
            ("STY", None),
        ] {
            let here = Multiplexer::here(|name| (name == set).then(|| "1".to_owned()));
            assert_eq!(here, expected, "{set}");
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
