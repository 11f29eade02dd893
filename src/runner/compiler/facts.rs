//! What is known about an error: its code, its places, its notes, and the learner's file.

use cargo_metadata::diagnostic::{Diagnostic, DiagnosticLevel, DiagnosticSpan};

use super::types::Type;
use crate::runner::text;

/// Longer pieces of code are not repeated in a sentence.
const QUOTED: usize = 40;

/// An error of the compiler, ready to be asked about.
pub struct Facts<'a> {
    /// `E0308`, or nothing for an error of syntax.
    pub code: &'a str,
    /// The first line.
    pub message: String,
    /// What the notes and helps below it say.
    pub notes: Vec<String>,
    /// The learner's file.
    pub source: &'a str,
    /// Whether it compiles all the same.
    pub warning: bool,
    diagnostic: &'a Diagnostic,
}

impl<'a> Facts<'a> {
    /// The facts of an error or a warning that points into the code.
    pub fn of(diagnostic: &'a Diagnostic, source: &'a str) -> Option<Self> {
        let warning = match diagnostic.level {
            DiagnosticLevel::Error => false,
            DiagnosticLevel::Warning => true,
            _ => return None,
        };
        diagnostic.spans.iter().find(|span| span.is_primary)?;
        let code = diagnostic.code.as_ref().map_or("", |code| &code.code);
        let notes = diagnostic.children.iter();
        Some(Self {
            code,
            message: text::plain(&diagnostic.message),
            notes: notes.map(|note| text::plain(&note.message)).collect(),
            source,
            warning,
            diagnostic,
        })
    }

    /// Where the error is.
    pub fn primary(&self) -> Option<&'a DiagnosticSpan> {
        let mut spans = self.diagnostic.spans.iter();
        spans.find(|span| span.is_primary)
    }

    /// The code that the error points at.
    pub fn text(&self) -> String {
        self.primary().map_or_else(String::new, code_at)
    }

    /// The code that the error points at, in backquotes, if it is short enough to be repeated.
    pub fn quoted(&self) -> Option<String> {
        quote(&self.text())
    }

    /// The whole line that the error points at, without what indents it.
    pub fn line(&self) -> &'a str {
        let span = self.primary();
        let line = span.and_then(|span| span.text.first());
        line.map_or("", |line| line.text.trim())
    }

    /// The kind of number with a point that the file works with, for literals of which rustc does not know it yet.
    pub fn float(&self) -> &'static str {
        let count = |kind: &str| self.source.matches(kind).count();
        if count("f64") > count("f32") {
            "f64"
        } else {
            "f32"
        }
    }

    /// What rustc wrote under the place of the error.
    pub fn label(&self) -> &'a str {
        let label = self.primary().and_then(|span| span.label.as_deref());
        label.unwrap_or_default()
    }

    /// The place whose label contains `words`, and the label.
    pub fn labelled(&self, words: &str) -> Option<(&'a DiagnosticSpan, &'a str)> {
        self.diagnostic.spans.iter().find_map(|span| {
            let label = span.label.as_deref()?;
            label.contains(words).then_some((span, label))
        })
    }

    /// The types that rustc wrote under other places than that of the error, from left to right.
    pub fn sides(&self) -> Vec<Type> {
        let mut sides: Vec<_> = self
            .diagnostic
            .spans
            .iter()
            .filter(|span| !span.is_primary)
            .filter_map(|span| Some((span.byte_start, Type::parse(span.label.as_deref()?)?)))
            .collect();
        sides.sort_by_key(|(at, _)| *at);
        sides.into_iter().map(|(_, side)| side).collect()
    }

    /// Whether a note or a help contains `words`.
    pub fn noted(&self, words: &str) -> bool {
        self.notes.iter().any(|note| note.contains(words))
    }

    /// What rustc proposes to write, of the help that contains `words`.
    pub fn proposal(&self, words: &str) -> Option<(&'a DiagnosticSpan, &'a str)> {
        let mut notes = self.diagnostic.children.iter();
        let note = notes.find(|note| note.message.contains(words))?;
        note.spans
            .iter()
            .find_map(|span| Some((span, span.suggested_replacement.as_deref()?)))
    }

    /// Every trait bound that is not satisfied, in the message and in the notes: a type and a trait.
    pub fn bounds(&self) -> Vec<(Type, Type)> {
        let mut found = Vec::new();
        for text in std::iter::once(&self.message).chain(&self.notes) {
            let quoted = ticked(text);
            if let Some(at) = text.find("is not implemented for `") {
                let implemented = &text[..at];
                let of = ticked(&text[at..]);
                if let (Some(wanted), Some(by)) = (ticked(implemented).pop(), of.first())
                    && let (Some(wanted), Some(by)) = (Type::parse(wanted), Type::parse(by))
                {
                    found.push((by, wanted));
                }
            }
            found.extend(quoted.iter().filter_map(|quoted| bound(quoted)));
        }
        // `required for X to implement Y` names the same bound from further away, in full.
        for note in &self.notes {
            if let ["required for", by, "to implement", wanted] = pieces(note)[..]
                && let (Some(by), Some(wanted)) = (Type::parse(by), Type::parse(wanted))
            {
                found.push((by, wanted));
            }
        }
        // What was shortened says less than the same in full further down.
        let (whole, short): (Vec<_>, Vec<_>) = found
            .into_iter()
            .partition(|(by, wanted)| !by.is_shortened() && !wanted.is_shortened());
        whole.into_iter().chain(short).collect()
    }
}

/// `A: B` as two types.
fn bound(text: &str) -> Option<(Type, Type)> {
    let mut depth = 0_usize;
    for (at, letter) in text.char_indices() {
        match letter {
            '<' | '(' | '[' | '{' => depth += 1,
            '>' | ')' | ']' | '}' => depth = depth.saturating_sub(1),
            ':' if depth == 0 && text[at..].starts_with(": ") => {
                return Some((Type::parse(&text[..at])?, Type::parse(&text[at + 2..])?));
            }
            _ => {}
        }
    }
    None
}

/// The pieces between backquotes and around them, without spaces at their ends; the odd ones stood in backquotes.
fn pieces(text: &str) -> Vec<&str> {
    let pieces = text.split('`').map(str::trim);
    pieces.filter(|piece| !piece.is_empty()).collect()
}

/// What stands in backquotes.
pub fn ticked(text: &str) -> Vec<&str> {
    let pieces: Vec<&str> = text.split('`').collect();
    // An odd number of backquotes leaves the last piece open.
    let closed = pieces.len().saturating_sub(1);
    pieces[..closed]
        .iter()
        .skip(1)
        .step_by(2)
        .copied()
        .collect()
}

/// The code at a place that is a single line.
pub fn code_at(span: &DiagnosticSpan) -> String {
    let [line] = &span.text[..] else {
        return String::new();
    };
    let from = line.highlight_start.saturating_sub(1);
    let letters = line.highlight_end.saturating_sub(line.highlight_start);
    let code = line.text.chars().skip(from).take(letters);
    text::plain(&code.collect::<String>()).trim().to_owned()
}

/// Code in backquotes, if it can be repeated in a sentence.
pub fn quote(code: &str) -> Option<String> {
    let short = !code.is_empty() && code.chars().count() <= QUOTED;
    (short && !code.contains('`')).then(|| format!("`{code}`"))
}
