//! What the terminal can show.

use crate::{labels, sentences};

sentences! {
    "doctor_terminal";

    /// The output goes elsewhere.
    none = "There is no terminal here, so the course speaks in plain lines (`gradlings --plain`).";

    /// The terminal only appends.
    dumb = "The terminal cannot paint over what it shows (TERM is `dumb`), so the course speaks in plain lines.";

    /// It is large enough.
    size(columns, rows) = "The terminal has {columns} columns and {rows} rows (120 by 40 shows everything).";

    /// It is small.
    small(columns, rows) = "The terminal has only {columns} columns and {rows} rows.";

    /// No colours are wanted.
    no_colour = "NO_COLOR is set, so nothing is coloured.";

    /// It has true colour.
    many_colours = "The terminal says that it has millions of colours.";

    /// It has 256 colours.
    some_colours = "The terminal says that it has 256 colours, which is enough.";

    /// It says nothing about colours.
    few_colours = "The terminal does not say how many colours it has; eight are enough.";

    /// It is the console of Linux.
    console = "The console of Linux has few letters, so frames and curves are drawn in ASCII.";

    /// It has all letters.
    letters = "The terminal shows every letter (`gradlings --ascii` if frames look broken).";

    /// The locale is not one of UTF-8.
    locale(name) = "The locale is `{name}`, so frames and curves are drawn in ASCII.";
}

labels! {
    "doctor_terminal_mend";

    /// It is small.
    enlarge = "make it larger; below 40 by 12 use `gradlings --plain`";

    /// It is the console of Linux.
    use_a_window = "use a terminal window for finer curves";

    /// The locale is not one of UTF-8.
    set_locale = "type `export LANG=C.UTF-8` if your terminal shows UTF-8, which most do";
}
