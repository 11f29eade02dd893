//! Text from learners, compilers and course files is data: escape sequences are taken out before it reaches a terminal.

/// Without any escape sequence or control character; tabs become spaces.
pub fn plain(text: &str) -> String {
    filter(text, false)
}

/// With colours, but without any other escape sequence or control character except line ends.
pub fn coloured(text: &str) -> String {
    filter(text, true)
}

fn filter(text: &str, keep_colours: bool) -> String {
    let mut kept = String::with_capacity(text.len());
    let mut rest = text.chars().peekable();
    while let Some(letter) = rest.next() {
        match letter {
            '\x1b' => match rest.next() {
                // A control sequence ends with a letter or one of `@[\]^_{|}~`; colours end with `m`.
                Some('[') => {
                    let mut sequence = String::new();
                    let mut end = None;
                    for next in rest.by_ref() {
                        if ('\x40'..='\x7e').contains(&next) {
                            end = Some(next);
                            break;
                        }
                        sequence.push(next);
                    }
                    let colour = sequence
                        .chars()
                        .all(|x| x.is_ascii_digit() || x == ';' || x == ':');
                    if keep_colours && end == Some('m') && colour {
                        kept.push_str("\x1b[");
                        kept.push_str(&sequence);
                        kept.push('m');
                    }
                }
                // An operating system command (a link, a title) ends with BEL or ESC \.
                Some(']' | 'P' | '_' | '^' | 'X') => {
                    while let Some(next) = rest.next() {
                        if next == '\x07' {
                            break;
                        }
                        if next == '\x1b' {
                            rest.next_if_eq(&'\\');
                            break;
                        }
                    }
                }
                _ => {}
            },
            '\n' => kept.push('\n'),
            '\t' => kept.push_str("    "),
            other if other.is_control() => {}
            other => kept.push(other),
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everything_but_colour_is_taken_out() {
        let table = [
            ("plain", "plain", "plain"),
            ("\x1b[31mred\x1b[0m", "red", "\x1b[31mred\x1b[0m"),
            ("\x1b[2J\x1b[Hhome", "home", "home"),
            ("\x1b]0;title\x07text", "text", "text"),
            ("\x1b]8;;file:///x\x1b\\link\x1b]8;;\x1b\\", "link", "link"),
            ("a\rb\x08c\x00d", "abcd", "abcd"),
            ("a\tb\nc", "a    b\nc", "a    b\nc"),
            ("\x1b[?25l\x1b[>4;2mx", "x", "x"),
            ("\u{9b}31mx", "31mx", "31mx"),
            ("cut \x1b[3", "cut ", "cut "),
        ];
        for (given, without, with) in table {
            assert_eq!(plain(given), without, "{given:?}");
            assert_eq!(coloured(given), with, "{given:?}");
        }
    }
}
