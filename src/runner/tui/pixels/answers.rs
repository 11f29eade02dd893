//! What a terminal answers when it is asked what it can show, and what else comes in between: keys.

/// How pictures are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Protocol {
    /// The graphics of kitty.
    Kitty,
    /// Those of iTerm2.
    ITerm,
    /// Sixels.
    Sixel,
}

/// What a terminal shows pictures with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Means {
    /// How they are written.
    pub protocol: Protocol,
    /// Pixels of a cell, across and down, where they are known.
    pub cell: Option<(u16, u16)>,
}

/// For the size of a cell, and for what it is. Nearly every terminal answers the second, and answers in order: what has not come
/// by then does not come.
pub const FIRST: &str = "\x1b[16t\x1b[c";

/// For kitty's graphics, with one pixel that is not shown; for its name; and once more for what it is.
pub const SECOND: &str = "\x1b_Gi=31,s=1,v=1,a=q,t=d,f=24;AAAA\x1b\\\x1b[>q\x1b[c";

/// What a cell is taken for where nothing is said about it, and where the terminal stretches pictures itself.
const USUAL: (u16, u16) = (10, 20);

/// What has been answered so far.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Answers {
    /// How often it has said what it is.
    pub ends: usize,
    has_kitty: bool,
    has_sixels: bool,
    is_iterm: bool,
    cell: Option<(u16, u16)>,
    /// What is no answer: the learner's keys.
    pub keys: Vec<u8>,
    /// The beginning of something whose end is still to come.
    pub unfinished: Vec<u8>,
}

impl Answers {
    /// Takes in what comes from the terminal.
    pub fn take(&mut self, bytes: &[u8]) {
        let mut all = std::mem::take(&mut self.unfinished);
        all.extend(bytes);
        let mut rest = &all[..];
        while !rest.is_empty() {
            match length(rest) {
                None => {
                    self.unfinished = rest.to_vec();
                    return;
                }
                Some(length) => {
                    let (one, after) = rest.split_at(length);
                    rest = after;
                    if !self.is_answer(one) {
                        self.keys.extend(one);
                    }
                }
            }
        }
    }

    /// All keys: nobody ends what has begun.
    pub fn typed(&self) -> Vec<u8> {
        [&self.keys[..], &self.unfinished].concat()
    }

    /// What the terminal can do, with the size of a cell that the system knows.
    pub fn means(&self, known: Option<(u16, u16)>) -> Option<Means> {
        let cell = known.or(self.cell);
        let means = |protocol, cell| Some(Means { protocol, cell });
        match self {
            Answers {
                has_kitty: true, ..
            } => means(Protocol::Kitty, cell.or(Some(USUAL))),
            Answers { is_iterm: true, .. } => means(Protocol::ITerm, cell.or(Some(USUAL))),
            Answers {
                has_sixels: true, ..
            } if cell.is_some() => means(Protocol::Sixel, cell),
            _ => None,
        }
    }

    fn is_answer(&mut self, one: &[u8]) -> bool {
        let Ok(text) = std::str::from_utf8(one) else {
            return false;
        };
        if let Some(attributes) = text
            .strip_prefix("\x1b[?")
            .and_then(|it| it.strip_suffix('c'))
        {
            self.ends += 1;
            self.has_sixels |= attributes.split(';').any(|it| it == "4");
            return true;
        }
        if let Some(size) = text
            .strip_prefix("\x1b[6;")
            .and_then(|it| it.strip_suffix('t'))
        {
            let mut size = size
                .split(';')
                .map(|it| it.parse::<u16>().ok().filter(|it| *it > 0));
            if let (Some(Some(height)), Some(Some(width))) = (size.next(), size.next()) {
                self.cell = Some((width, height));
            }
            return true;
        }
        if let Some(said) = text.strip_prefix("\x1b_Gi=31") {
            self.has_kitty |= said.trim_end_matches("\x1b\\").ends_with(";OK");
            return true;
        }
        if let Some(name) = text.strip_prefix("\x1bP>|") {
            self.is_iterm |= name.starts_with("iTerm2");
            return true;
        }
        false
    }
}

/// How long the first thing is that comes from a terminal: an answer or a key; `None` where its end is still to come.
fn length(bytes: &[u8]) -> Option<usize> {
    let (first, rest) = bytes.split_first()?;
    if *first != 0x1b {
        return Some(1);
    }
    match rest.first() {
        // A key, or the beginning of more: that shows.
        None => None,
        Some(b'[') => {
            let is_end = |byte: &u8| !(0x20..=0x3f).contains(byte);
            let end = rest[1..].iter().position(is_end)?;
            Some(end + 3)
        }
        Some(b'O') => (bytes.len() >= 3).then_some(3),
        // A string, which only a terminal sends.
        Some(b'_' | b'P') => {
            let end = bytes.windows(2).position(|pair| pair == b"\x1b\\")?;
            Some(end + 2)
        }
        // Escape, and another key behind it.
        Some(_) => Some(1),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const KITTY: &str =
        "\x1b[6;20;9t\x1b[?62;c\x1b_Gi=31;OK\x1b\\\x1bP>|kitty(0.36)\x1b\\\x1b[?62;c";

    fn answers(text: &str) -> Answers {
        let mut answers = Answers::default();
        answers.take(text.as_bytes());
        answers
    }

    #[test]
    fn terminals_say_what_they_can_do() {
        let sixels = "\x1b[6;20;9t\x1b[?62;4;6c\x1bP>|foot(1.20)\x1b\\\x1b[?62;4;6c";
        let iterm = "\x1b[?62;4c\x1bP>|iTerm2 3.5\x1b\\\x1b[?62;4c";
        let refuses = "\x1b[?62c\x1b_Gi=31;ENOTSUPPORTED:no\x1b\\\x1b[?62c";
        let table = [
            (KITTY, Some((Protocol::Kitty, Some((9, 20))))),
            (iterm, Some((Protocol::ITerm, Some(USUAL)))),
            (sixels, Some((Protocol::Sixel, Some((9, 20))))),
            (refuses, None),
            // Sixels are not stretched, so a cell has to be known.
            ("\x1b[?62;4c\x1b[?62;4c", None),
            ("\x1b[?14c\x1b[?14c", None),
        ];
        for (text, expected) in table {
            let answers = answers(text);
            assert_eq!((answers.ends, answers.typed()), (2, Vec::new()), "{text:?}");
            let means = answers.means(None);
            assert_eq!(means.map(|it| (it.protocol, it.cell)), expected, "{text:?}");
        }
        let known = answers(KITTY).means(Some((7, 15))).expect("kitty");
        assert_eq!(known.cell, Some((7, 15)));
    }

    #[test]
    fn in_however_many_pieces_it_comes_every_key_in_between_is_kept() {
        let typed = "n\u{1b}[A\u{e9}\u{1b}OP?\u{1b}[1;5C";
        let mixed = "n\x1b[6;20;9t\x1b[A\x1b[?62;c\u{e9}\x1b_Gi=31;OK\x1b\\\x1bOP?\x1bP>|kitty\x1b\\\x1b[1;5C\x1b[?62;c";
        let bytes = mixed.as_bytes();
        for cut in 0..=bytes.len() {
            let mut answers = Answers::default();
            answers.take(&bytes[..cut]);
            answers.take(&bytes[cut..]);
            assert_eq!(answers.typed(), typed.as_bytes(), "cut at {cut}");
            assert_eq!(answers.ends, 2, "cut at {cut}");
            assert!(answers.means(None).is_some(), "cut at {cut}");
        }
    }

    #[test]
    fn who_answers_nothing_can_do_nothing_and_what_was_begun_was_typed() {
        let nothing = answers("nn\x1b");
        assert_eq!((nothing.ends, nothing.means(Some((8, 16)))), (0, None));
        assert_eq!(nothing.typed(), b"nn\x1b");
    }
}
