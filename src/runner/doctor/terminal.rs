//! What the terminal can show.

use super::Finding;
use crate::runner::problem::Problem;

/// What is known of the terminal.
#[derive(Clone, Debug, Default)]
pub struct Terminal {
    /// Columns and rows; `None` where the output goes elsewhere.
    pub size: Option<(u16, u16)>,
    /// `TERM`.
    pub kind: String,
    /// `COLORTERM`.
    pub colours: String,
    /// Whether `NO_COLOR` is set.
    pub no_colour: bool,
    /// The locale that decides about letters: the first of `LC_ALL`, `LC_CTYPE` and `LANG` that says something.
    pub locale: String,
}

/// Its size, its colours, its letters.
pub fn examine(terminal: &Terminal) -> Vec<Finding> {
    let Some((columns, rows)) = terminal.size else {
        return vec![Finding::Good(
            "There is no terminal here, so the course speaks in plain lines (`gradlings --plain`)."
                .to_owned(),
        )];
    };
    if terminal.kind == "dumb" {
        return vec![Finding::Good(
            "The terminal cannot paint over what it shows (TERM is `dumb`), so the course speaks in plain lines."
                .to_owned(),
        )];
    }
    vec![
        size(columns, rows),
        Finding::Good(colours(terminal)),
        letters(terminal),
    ]
}

fn size(columns: u16, rows: u16) -> Finding {
    if columns >= 40 && rows >= 12 {
        return Finding::Good(format!(
            "The terminal has {columns} columns and {rows} rows (120 by 40 shows everything)."
        ));
    }
    Finding::Note(Problem::new(
        format!("The terminal has only {columns} columns and {rows} rows."),
        "make it larger; below 40 by 12 use `gradlings --plain`",
    ))
}

fn colours(terminal: &Terminal) -> String {
    let many = ["truecolor", "24bit"].contains(&terminal.colours.as_str())
        || terminal.kind.contains("direct");
    if terminal.no_colour {
        "NO_COLOR is set, so nothing is coloured.".to_owned()
    } else if many {
        "The terminal says that it has millions of colours.".to_owned()
    } else if terminal.kind.contains("256") {
        "The terminal says that it has 256 colours, which is enough.".to_owned()
    } else {
        "The terminal does not say how many colours it has; eight are enough.".to_owned()
    }
}

/// The same that the screen goes by: frames and curves are drawn in ASCII where the terminal is known to have no more.
fn letters(terminal: &Terminal) -> Finding {
    let locale = terminal.locale.to_lowercase();
    if terminal.kind == "linux" {
        return Finding::Note(Problem::new(
            "The console of Linux has few letters, so frames and curves are drawn in ASCII.",
            "use a terminal window for finer curves",
        ));
    }
    if locale.is_empty() || locale.contains("utf-8") || locale.contains("utf8") {
        return Finding::Good(
            "The terminal shows every letter (`gradlings --ascii` if frames look broken)."
                .to_owned(),
        );
    }
    Finding::Note(Problem::new(
        format!(
            "The locale is `{}`, so frames and curves are drawn in ASCII.",
            terminal.locale
        ),
        "type `export LANG=C.UTF-8` if your terminal shows UTF-8, which most do",
    ))
}

#[cfg(test)]
mod tests {
    use super::super::tests::assert_says;
    use super::*;

    fn good() -> Terminal {
        Terminal {
            size: Some((120, 40)),
            kind: "xterm-256color".to_owned(),
            colours: "truecolor".to_owned(),
            locale: "C.UTF-8".to_owned(),
            ..Terminal::default()
        }
    }

    #[test]
    fn what_a_terminal_can_show_is_said_in_sentences() {
        type Change = fn(&mut Terminal);
        let table: [(Change, usize, &str, &str); 11] = [
            (|it| it.size = None, 0, "ok", "There is no terminal"),
            (
                |it| it.kind = "dumb".to_owned(),
                0,
                "ok",
                "cannot paint over",
            ),
            (|_| {}, 0, "ok", "120 columns and 40 rows"),
            (|it| it.size = Some((39, 40)), 0, "note", "only 39 columns"),
            (|_| {}, 1, "ok", "millions"),
            (|it| it.colours.clear(), 1, "ok", "256 colours"),
            (|it| it.no_colour = true, 1, "ok", "NO_COLOR"),
            (|_| {}, 2, "ok", "every letter"),
            (|it| it.locale.clear(), 2, "ok", "every letter"),
            (|it| it.locale = "POSIX".to_owned(), 2, "note", "`POSIX`"),
            (
                |it| it.kind = "linux".to_owned(),
                2,
                "note",
                "console of Linux",
            ),
        ];
        for (change, which, state, sentence) in table {
            let mut terminal = good();
            change(&mut terminal);
            assert_says(&examine(&terminal)[which], state, sentence);
        }
    }
}
