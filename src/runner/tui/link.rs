//! Links to files (OSC 8), for terminals that are known to understand them; in others the sequence might show.

use std::num::NonZeroU16;
use std::path::Path;

use ratatui::buffer::{Buffer, CellDiffOption};

/// Where the links lead.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Links {
    /// The folder of the course as an address, without a slash at the end.
    root: String,
}

/// Whether the terminal is known to understand links.
pub fn known(variable: impl Fn(&str) -> Option<String>) -> bool {
    if let Some(forced) = variable("FORCE_HYPERLINK") {
        return forced != "0";
    }
    let at_least = |name: &str, least: f64| {
        let number = variable(name).and_then(|version| {
            let digits: String = version
                .chars()
                .take_while(|letter| letter.is_ascii_digit() || *letter == '.')
                .collect();
            digits.parse::<f64>().ok()
        });
        number.is_some_and(|version| version >= least)
    };
    let term = variable("TERM").unwrap_or_default();
    if term.starts_with("screen") || term == "linux" || term == "dumb" {
        return false;
    }
    match variable("TERM_PROGRAM").as_deref() {
        // It passes links on since 3.4.
        Some("tmux") => return at_least("TERM_PROGRAM_VERSION", 3.4),
        Some("iTerm.app" | "WezTerm" | "vscode" | "ghostty" | "rio" | "Hyper" | "Tabby") => {
            return true;
        }
        _ => {}
    }
    [
        "kitty",
        "foot",
        "alacritty",
        "ghostty",
        "wezterm",
        "contour",
    ]
    .iter()
    .any(|name| term.contains(name))
        || at_least("VTE_VERSION", 5000.0)
        || ["WT_SESSION", "KONSOLE_VERSION", "DOMTERM"]
            .iter()
            .any(|name| variable(name).is_some())
}

impl Links {
    /// Links into the folder of a course on this machine.
    pub fn into(root: &Path, host: &str) -> Links {
        let path = root.to_string_lossy();
        Links {
            root: format!("file://{}{}", encoded(host), encoded(&path)),
        }
    }

    /// Makes a link of every place where this path, relative to the course, stands on the screen. Each cell is a link of
    /// its own, so that any of them can be drawn anew without the others; the `id` makes them one for the terminal.
    pub fn mark(&self, path: &str, buffer: &mut Buffer) {
        let open = format!("\x1b]8;id=file;{}/{}\x1b\\", self.root, encoded(path));
        let wide: Vec<String> = path.chars().map(String::from).collect();
        let area = buffer.area;
        let count = u16::try_from(wide.len()).unwrap_or(u16::MAX);
        if count == 0 || count > area.width {
            return;
        }
        for row in area.top()..area.bottom() {
            let mut column = area.left();
            while column + count <= area.right() {
                let here = (column..).zip(&wide).all(|(at, letter)| {
                    let cell = buffer.cell((at, row));
                    cell.is_some_and(|cell| cell.symbol() == letter)
                });
                if !here {
                    column += 1;
                    continue;
                }
                for (at, letter) in (column..).zip(&wide) {
                    if let Some(cell) = buffer.cell_mut((at, row)) {
                        cell.set_symbol(&format!("{open}{letter}\x1b]8;;\x1b\\"))
                            .set_diff_option(CellDiffOption::ForcedWidth(NonZeroU16::MIN));
                    }
                }
                column += count;
            }
        }
    }
}

/// What is not plain in an address, with percent signs.
fn encoded(text: &str) -> String {
    let mut encoded = String::with_capacity(text.len());
    for byte in text.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'/' | b'.' | b'-' | b'_' | b'~' => {
                encoded.push(char::from(byte));
            }
            other => encoded.push_str(&format!("%{other:02X}")),
        }
    }
    encoded
}

#[cfg(test)]
mod tests {
    use ratatui::layout::Rect;
    use ratatui::style::Style;

    use super::*;

    #[test]
    fn only_terminals_that_are_known_to_understand_links_get_them() {
        type Row<'a> = (&'a [(&'a str, &'a str)], bool);
        let table: [Row<'_>; 11] = [
            (&[("TERM", "xterm-256color")], false),
            (&[("TERM", "xterm-kitty")], true),
            (&[("TERM", "xterm-256color"), ("VTE_VERSION", "7600")], true),
            (
                &[("TERM", "xterm-256color"), ("VTE_VERSION", "3405")],
                false,
            ),
            (&[("TERM_PROGRAM", "vscode")], true),
            (
                &[("TERM", "screen-256color"), ("VTE_VERSION", "7600")],
                false,
            ),
            (
                &[("TERM_PROGRAM", "tmux"), ("TERM_PROGRAM_VERSION", "3.3a")],
                false,
            ),
            (
                &[("TERM_PROGRAM", "tmux"), ("TERM_PROGRAM_VERSION", "3.5")],
                true,
            ),
            (&[("TERM", "xterm-kitty"), ("FORCE_HYPERLINK", "0")], false),
            (&[("FORCE_HYPERLINK", "1")], true),
            (&[], false),
        ];
        for (variables, expected) in table {
            let variable = |name: &str| {
                let found = variables.iter().find(|(key, _)| *key == name);
                found.map(|(_, value)| (*value).to_owned())
            };
            assert_eq!(known(variable), expected, "{variables:?}");
        }
    }

    #[test]
    fn a_path_on_the_screen_becomes_a_link_and_nothing_else_does() {
        let links = Links::into(Path::new("/home/a b/course"), "here");
        let mut buffer = Buffer::empty(Rect::new(0, 0, 30, 2));
        buffer.set_string(2, 0, "exercises/a/b.rs:18", Style::new());
        buffer.set_string(0, 1, "exercises/a/c.rs", Style::new());
        links.mark("exercises/a/b.rs", &mut buffer);
        let linked: Vec<u16> = (0..30)
            .filter(|column| buffer[(*column, 0)].symbol().contains("\x1b]8"))
            .collect();
        assert_eq!(linked, (2..18).collect::<Vec<u16>>());
        let symbol =
            "\x1b]8;id=file;file://here/home/a%20b/course/exercises/a/b.rs\x1b\\e\x1b]8;;\x1b\\";
        assert_eq!(buffer[(2, 0)].symbol(), symbol);
        assert!((0..30).all(|column| !buffer[(column, 1)].symbol().contains('\x1b')));
    }
}
