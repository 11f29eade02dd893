//! What the terminal can show.

use super::finding::Finding;
use crate::runner::problem::Problem;
use crate::runner::words::machine::doctor_terminal as words;

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
        return vec![Finding::Good(words::none().to_owned())];
    };
    if terminal.kind == "dumb" {
        return vec![Finding::Good(words::dumb().to_owned())];
    }
    vec![
        size(columns, rows),
        Finding::Good(colours(terminal).to_owned()),
        letters(terminal),
    ]
}

fn size(columns: u16, rows: u16) -> Finding {
    if columns >= 40 && rows >= 12 {
        return Finding::Good(words::size(columns, rows));
    }
    Finding::Note(Problem::new(words::small(columns, rows), words::enlarge()))
}

fn colours(terminal: &Terminal) -> &'static str {
    let many = ["truecolor", "24bit"].contains(&terminal.colours.as_str())
        || terminal.kind.contains("direct");
    if terminal.no_colour {
        words::no_colour()
    } else if many {
        words::many_colours()
    } else if terminal.kind.contains("256") {
        words::some_colours()
    } else {
        words::few_colours()
    }
}

/// The same that the screen goes by: frames and curves are drawn in ASCII where the terminal is known to have no more.
fn letters(terminal: &Terminal) -> Finding {
    let locale = terminal.locale.to_lowercase();
    if terminal.kind == "linux" {
        return Finding::Note(Problem::new(words::console(), words::use_a_window()));
    }
    if locale.is_empty() || locale.contains("utf-8") || locale.contains("utf8") {
        return Finding::Good(words::letters().to_owned());
    }
    Finding::Note(Problem::new(
        words::locale(&terminal.locale),
        words::set_locale(),
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
