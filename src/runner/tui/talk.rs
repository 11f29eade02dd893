//! What is said while somebody uses what they have built: by the program, by the person, and about both. Bounded, whatever the
//! program does.

use std::collections::VecDeque;

use crate::runner::event::Stream;

/// Lines kept.
const LINES: usize = 1_000;
/// Bytes kept of all lines together.
pub const BYTES: usize = 32 << 10;

/// Who says something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Voice {
    /// The program, to the person.
    Program,
    /// The person.
    Person,
    /// A stream of the program.
    Printed(Stream),
    /// A note that the program reported.
    Note,
    /// How it ended; whether that is good.
    End(bool),
}

/// A line: in a conversation the answer stands behind the question.
pub type Spoken = Vec<(Voice, String)>;

/// The last lines.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Talk {
    lines: VecDeque<Spoken>,
    bytes: usize,
    /// Whether what is said next goes on in the last line.
    is_open: bool,
    dropped: usize,
}

impl Talk {
    /// Words of the program. They end a line only where they say so.
    pub fn say(&mut self, words: &str) {
        for (number, piece) in words.split('\n').enumerate() {
            if number > 0 {
                self.end_line();
            }
            if !piece.is_empty() {
                self.add(Voice::Program, piece);
            }
        }
        self.cut();
    }

    /// A line that the person typed, where the program asked for it.
    pub fn types(&mut self, line: &str) {
        self.add(Voice::Person, line);
        self.end_line();
        self.cut();
    }

    /// Lines of their own.
    pub fn tell(&mut self, voice: Voice, lines: &str) {
        self.is_open = false;
        for line in lines.lines() {
            self.add(voice, line);
            self.is_open = false;
        }
        self.cut();
    }

    /// Counts lines that never arrived.
    pub fn drop_lines(&mut self, lines: usize) {
        self.dropped = self.dropped.saturating_add(lines);
    }

    /// The lines that were kept.
    pub fn lines(&self) -> impl Iterator<Item = &Spoken> {
        self.lines.iter()
    }

    /// Lines that were not kept.
    pub fn dropped(&self) -> usize {
        self.dropped
    }

    /// Whether nothing was said.
    pub fn is_empty(&self) -> bool {
        self.lines.is_empty()
    }

    fn add(&mut self, voice: Voice, words: &str) {
        self.bytes += words.len();
        if !self.is_open {
            self.is_open = true;
            self.lines.push_back(vec![(voice, words.to_owned())]);
            return;
        }
        let Some(line) = self.lines.back_mut() else {
            return;
        };
        match line.last_mut() {
            Some((last, text)) if *last == voice => text.push_str(words),
            _ => line.push((voice, words.to_owned())),
        }
    }

    /// An empty line too is one.
    fn end_line(&mut self) {
        if !self.is_open {
            self.lines.push_back(Spoken::new());
        }
        self.is_open = false;
    }

    /// The oldest lines give way; of a line that is longer than everything else may be, its beginning.
    fn cut(&mut self) {
        while self.lines.len() > 1 && (self.lines.len() > LINES || self.bytes > BYTES) {
            let oldest = self.lines.pop_front().unwrap_or_default();
            self.bytes -= length(&oldest);
            self.dropped += 1;
        }
        let Some(line) = self.lines.front_mut().filter(|_| self.bytes > BYTES) else {
            return;
        };
        let mut over = self.bytes - BYTES;
        for (_, text) in line.iter_mut() {
            let cut = text.ceil_char_boundary(over.min(text.len()));
            text.drain(..cut);
            over = over.saturating_sub(cut);
        }
        line.retain(|(_, text)| !text.is_empty());
        self.bytes = length(line);
    }
}

fn length(line: &Spoken) -> usize {
    line.iter().map(|(_, text)| text.len()).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(talk: &Talk) -> Vec<String> {
        let lines = talk.lines();
        lines
            .map(|line| line.iter().map(|(_, text)| text.as_str()).collect())
            .collect()
    }

    #[test]
    fn words_go_on_where_the_last_ones_ended_and_the_answer_stands_behind_the_question() {
        let mut talk = Talk::default();
        talk.say("What is your ");
        talk.say("name? ");
        talk.types("李白");
        talk.say("Hello.\n\nAnd ");
        talk.tell(Voice::Printed(Stream::Error), "debug\nmore");
        talk.say("you?\n");
        talk.types("");
        talk.tell(Voice::End(true), "over");
        let right = [
            "What is your name? 李白",
            "Hello.",
            "",
            "And ",
            "debug",
            "more",
            "you?",
            "",
            "over",
        ];
        assert_eq!(text(&talk), right);
        let first = talk.lines().next().expect("a line");
        assert_eq!(first[0].0, Voice::Program);
        assert_eq!(first[1], (Voice::Person, "李白".to_owned()));
    }

    #[test]
    fn a_program_that_talks_for_ever_costs_a_bounded_amount_of_memory() {
        let mut lines = Talk::default();
        let mut one_line = Talk::default();
        let mut empty_lines = Talk::default();
        for number in 0..20_000 {
            lines.say(&format!("{number} 床前明月光\n"));
            one_line.say("床前明月光");
            empty_lines.say("\n");
        }
        for talk in [&lines, &one_line, &empty_lines] {
            let bytes: usize = talk.lines().map(length).sum();
            assert!(bytes <= BYTES && talk.lines().count() <= LINES, "{bytes}");
            assert_eq!(bytes, talk.bytes);
        }
        assert!(
            text(&lines)
                .last()
                .is_some_and(|last| last.starts_with("19999 "))
        );
        assert_eq!(lines.dropped() + lines.lines().count(), 20_000);
        assert_eq!(one_line.lines().count(), 1);
    }
}
