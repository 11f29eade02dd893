//! Text from learners, compilers and course files is data: escape sequences are taken out before it reaches a terminal.
//!
//! What is left can neither move the cursor, nor set a title or the clipboard, nor make text read in another order than
//! it is written in.

pub mod units;

use std::iter::Peekable;
use std::path::Path;
use std::str::Chars;

use unicode_width::UnicodeWidthChar;

use crate::runner::words::screen::text as words;

/// Without any escape sequence or control character but line ends; tabs become spaces.
pub fn plain(text: &str) -> String {
    filter(text, false)
}

/// With colours, but without any other escape sequence or control character except line ends.
pub fn coloured(text: &str) -> String {
    filter(text, true)
}

/// [`plain`], on one line.
pub fn line(text: &str) -> String {
    plain(text).replace('\n', " ")
}

/// The name of a file or folder, to be shown. Whoever made it may have put anything into it but a slash.
pub fn path(path: &Path) -> String {
    line(&path.to_string_lossy())
}

/// [`plain`], and not longer than `most` characters; what was cut off is counted.
pub fn short(text: &str, most: usize) -> String {
    let text = plain(text);
    match text.char_indices().nth(most) {
        None => text,
        Some((end, _)) => {
            let left_out = match text[end..].chars().count() {
                1 => words::one_more().to_owned(),
                more => words::many_more(more),
            };
            format!("{} {left_out}", &text[..end])
        }
    }
}

/// Stands for a character that would change the order in which text is read.
const INSTEAD: char = '\u{fffd}';

/// Marks that may stand on one letter. No writing system needs more; a thousand of them make one cell a page.
const MARKS: usize = 8;

fn filter(text: &str, keep_colours: bool) -> String {
    let mut kept = String::with_capacity(text.len());
    let mut rest = text.chars().peekable();
    let mut marks = 0;
    while let Some(letter) = rest.next() {
        if letter != '\x1b' && letter.width() == Some(0) {
            marks += 1;
        } else {
            marks = 0;
        }
        match letter {
            '\x1b' => {
                if let Some(colour) = escape(&mut rest)
                    && keep_colours
                {
                    kept.push_str("\x1b[");
                    kept.push_str(&colour);
                    kept.push('m');
                }
            }
            '\n' => kept.push('\n'),
            '\t' => kept.push_str("    "),
            other if other.is_control() => {}
            other if reorders(other) => kept.push(INSTEAD),
            // Line ends of their own kind, which not every program counts as such.
            '\u{2028}' | '\u{2029}' => kept.push(' '),
            other if is_invisible(other) || marks > MARKS => {}
            other => kept.push(other),
        }
    }
    kept
}

/// Takes what belongs to an escape character, and gives the parameters where it is a colour.
fn escape(rest: &mut Peekable<Chars<'_>>) -> Option<String> {
    match rest.peek()? {
        '[' => {
            rest.next();
            control_sequence(rest)
        }
        // A command of the operating system (a link, a title, the clipboard) or of the device.
        ']' | 'P' | '_' | '^' | 'X' => {
            rest.next();
            command(rest);
            None
        }
        // The choice of a character set: some of these, and one that ends it.
        ' '..='/' => {
            while rest.next_if(|next| (' '..='/').contains(next)).is_some() {}
            rest.next_if(|next| ('0'..='~').contains(next));
            None
        }
        '0'..='~' => {
            rest.next();
            None
        }
        // No sequence at all; what comes next stands for itself.
        _ => None,
    }
}

/// `ESC [`, then characters up to `?`, then one that ends it; colours end with `m`.
fn control_sequence(rest: &mut Peekable<Chars<'_>>) -> Option<String> {
    let mut sequence = String::new();
    while let Some(next) = rest.next_if(|next| (' '..='?').contains(next)) {
        sequence.push(next);
    }
    // Anything else means that the sequence was cut off.
    let end = rest.next_if(|next| ('@'..='~').contains(next))?;
    (end == 'm' && is_colour(&sequence)).then_some(sequence)
}

/// Everything up to BEL or `ESC \`, and at most to the end of the line: a command that never ends must not hide the rest.
fn command(rest: &mut Peekable<Chars<'_>>) {
    while let Some(next) = rest.next_if(|&next| next != '\n') {
        match next {
            '\x07' | '\u{9c}' => return,
            '\x1b' => {
                rest.next_if_eq(&'\\');
                return;
            }
            _ => {}
        }
    }
}

/// Whether the parameters choose colours and weights, and neither hide text nor make it blink.
fn is_colour(parameters: &str) -> bool {
    let digits = |letter: char| letter.is_ascii_digit() || letter == ';' || letter == ':';
    if parameters.len() > 64 || !parameters.chars().all(digits) {
        return false;
    }
    let mut numbers = parameters.split([';', ':']);
    while let Some(number) = numbers.next() {
        match number.trim_start_matches('0') {
            // 38;5;N and 38;2;R;G;B: the numbers of a colour.
            "38" | "48" | "58" => {
                let more = if numbers.next() == Some("2") { 3 } else { 1 };
                numbers.by_ref().take(more).for_each(drop);
            }
            "5" | "6" | "8" => return false,
            _ => {}
        }
    }
    true
}

/// Whether text around it is shown in another order than it is written in.
fn reorders(letter: char) -> bool {
    matches!(letter, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{206f}')
}

/// Whether it is nothing to look at and joins nothing either. The joiners of Persian and of emoji stay.
fn is_invisible(letter: char) -> bool {
    matches!(
        letter,
        '\u{ad}' | '\u{180e}' | '\u{200b}' | '\u{2060}'..='\u{2065}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}'
            | '\u{e0000}'..='\u{e007f}'
    )
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn everything_but_colour_is_taken_out() {
        let table = [
            ("plain", "plain", "plain"),
            ("\x1b[31mred\x1b[0m", "red", "\x1b[31mred\x1b[0m"),
            ("\x1b[38;5;8mgrey\x1b[m", "grey", "\x1b[38;5;8mgrey\x1b[m"),
            ("\x1b[38;2;5;6;8mx", "x", "\x1b[38;2;5;6;8mx"),
            (
                "\x1b[8mhidden\x1b[1;5mblinks",
                "hiddenblinks",
                "hiddenblinks",
            ),
            ("\x1b[2J\x1b[Hhome", "home", "home"),
            ("\x1b]0;title\x07text", "text", "text"),
            ("\x1b]52;c;aGk=\x07text", "text", "text"),
            ("\x1b]8;;file:///x\x1b\\link\x1b]8;;\x1b\\", "link", "link"),
            (
                "\x1bP1$r0m\x1b\\text\x1b_x\x1b\\\x1b^y\x1b\\",
                "text",
                "text",
            ),
            ("a\rb\x08c\x00d\x7fe", "abcde", "abcde"),
            ("a\tb\nc", "a    b\nc", "a    b\nc"),
            ("\x1b[?25l\x1b[>4;2mx", "x", "x"),
            ("\x1b(0lqk\x1b(B\x1bc\x1b#8x", "lqkx", "lqkx"),
            ("\u{9b}31mx\u{9d}0;t\u{9c}", "31mx0;t", "31mx0;t"),
            ("cut \x1b[3", "cut ", "cut "),
            ("cut \x1b", "cut ", "cut "),
            ("\x1b[3é\x1bé", "éé", "éé"),
            ("\x1b]0;never ended\nnext", "\nnext", "\nnext"),
            ("\x1b\n\x1b[\nx", "\n\nx", "\n\nx"),
            (
                "user\u{202e}toor\u{2066}",
                "user\u{fffd}toor\u{fffd}",
                "user\u{fffd}toor\u{fffd}",
            ),
            ("a\u{200b}b\u{feff}c\u{e0041}", "abc", "abc"),
            (
                "می\u{200c}خواهم 👩\u{200d}💻",
                "می\u{200c}خواهم 👩\u{200d}💻",
                "می\u{200c}خواهم 👩\u{200d}💻",
            ),
            ("a\u{2028}b", "a b", "a b"),
        ];
        for (given, without, with) in table {
            assert_eq!(plain(given), without, "{given:?}");
            assert_eq!(coloured(given), with, "{given:?}");
        }
    }

    #[test]
    fn a_name_of_a_file_is_shown_on_one_line_and_moves_nothing() {
        let name = Path::new("/c/\x1b[31mred\n  where: \x1b]0;hi\x07here\r");
        assert_eq!(path(name), "/c/red   where: here");
    }

    #[test]
    fn a_letter_with_a_thousand_marks_keeps_a_few() {
        let text = format!("e{}f", "\u{301}".repeat(1000));
        assert_eq!(plain(&text).chars().count(), 2 + MARKS);
    }

    #[test]
    fn what_is_cut_off_is_counted() {
        assert_eq!(short("five!", 5), "five!");
        assert_eq!(short("éé\x1b[2Jéé", 3), "ééé ... 1 character more");
    }

    /// Text in which most things that mean something to a terminal come up often.
    fn hostile() -> impl Strategy<Value = String> {
        let pieces = prop_oneof![
            any::<char>().prop_map(String::from),
            "[\x00-\x7f]{0,4}",
            "[0-9;:?>]{0,6}",
            prop::sample::select(vec![
                "\x1b",
                "\x1b[",
                "\x1b]",
                "\x1bP",
                "\x1b\\",
                "\x07",
                "\u{9b}",
                "\u{9d}",
                "\u{9c}",
                "m",
                "H",
                "J",
                "h",
                "52;c;",
                "8;;x",
                "0;t",
                "\x1b[?1049h",
                "\x1b[31m",
                "\x1b[0m",
                "\u{202e}",
                "\u{2067}",
                "\u{200b}",
                "\r",
                "\n",
                "\t",
                "\x08",
                "é",
                "元",
                "\u{301}",
                "\x1b(0",
                "\x1bc",
                "[8m",
            ])
            .prop_map(str::to_owned),
        ];
        prop::collection::vec(pieces, 0..40).prop_map(|pieces| pieces.concat())
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(500))]

        #[test]
        fn plain_text_has_nothing_in_it_that_a_terminal_obeys(text in hostile()) {
            let once = plain(&text);
            for letter in once.chars() {
                prop_assert!(letter == '\n' || !letter.is_control(), "{once:?}");
                prop_assert!(!reorders(letter) && !is_invisible(letter), "{once:?}");
            }
            prop_assert_eq!(plain(&once), once);
        }

        #[test]
        fn coloured_text_is_plain_text_with_colours(text in hostile()) {
            let once = coloured(&text);
            prop_assert_eq!(plain(&once), plain(&text));
            prop_assert_eq!(coloured(&once), once);
        }

        #[test]
        fn a_terminal_shows_coloured_text_and_changes_in_nothing_else(text in hostile()) {
            let lines = coloured(&text);
            let rows = lines.matches('\n').count();
            let mut terminal = vt100::Parser::new_with_callbacks(10, 1000, 0, Events::default());
            terminal.process(lines.replace('\n', "\r\n").as_bytes());
            let screen = terminal.screen();
            prop_assert!(!screen.alternate_screen() && !screen.hide_cursor());
            prop_assert!(!screen.application_cursor() && !screen.application_keypad());
            prop_assert!(!screen.bracketed_paste());
            prop_assert_eq!(screen.mouse_protocol_mode(), vt100::MouseProtocolMode::None);
            prop_assert_eq!(usize::from(screen.cursor_position().0), rows.min(9));
            prop_assert_eq!(terminal.callbacks().heard, 0);
        }
    }

    /// Counts what a terminal was told besides text.
    #[derive(Default)]
    struct Events {
        heard: usize,
    }

    impl vt100::Callbacks for Events {
        fn audible_bell(&mut self, _: &mut vt100::Screen) {
            self.heard += 1;
        }
        fn set_window_title(&mut self, _: &mut vt100::Screen, _: &[u8]) {
            self.heard += 1;
        }
        fn copy_to_clipboard(&mut self, _: &mut vt100::Screen, _: &[u8], _: &[u8]) {
            self.heard += 1;
        }
        fn unhandled_escape(&mut self, _: &mut vt100::Screen, _: Option<u8>, _: Option<u8>, _: u8) {
            self.heard += 1;
        }
        fn unhandled_osc(&mut self, _: &mut vt100::Screen, _: &[&[u8]]) {
            self.heard += 1;
        }
    }
}
