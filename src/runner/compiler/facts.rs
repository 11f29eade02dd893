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

    /// The function around the error, from its first line to the brace that closes it.
    pub fn function(&self) -> Option<&'a str> {
        let at = self.primary()?.line_start.checked_sub(1)?;
        let mut starts = vec![0];
        starts.extend(self.source.match_indices('\n').map(|(end, _)| end + 1));
        let line = |number: usize| {
            let from = *starts.get(number)?;
            self.source[from..].lines().next()
        };
        let begins = |number: &usize| {
            let line = line(*number).unwrap_or_default().trim_start();
            line.trim_start_matches("pub ").starts_with("fn ")
        };
        let first = (0..=at).rev().find(begins)?;
        let indent = line(first)?.len() - line(first)?.trim_start().len();
        // One that is written in one line ends there.
        if line(first)?.trim_end().ends_with('}') {
            return (first == at).then_some(line(first)?);
        }
        let is_end = |number: &usize| {
            let line = line(*number).unwrap_or_default();
            line.trim() == "}" && line.len() - line.trim_start().len() == indent
        };
        let last = (first..starts.len()).find(is_end)?;
        let end = starts.get(last + 1).copied().unwrap_or(self.source.len());
        (last >= at).then(|| &self.source[starts[first]..end])
    }

    /// The code of that line before the place of the error.
    pub fn before(&self) -> String {
        self.primary().map_or_else(String::new, before)
    }

    /// The lines of the learner's file, without what indents them and without comments.
    pub fn code_lines(&self) -> impl Iterator<Item = &'a str> {
        let lines = self.source.lines();
        lines.map(|line| line.split("//").next().unwrap_or_default().trim())
    }

    /// The line of the error without a comment.
    pub fn code_line(&self) -> &'a str {
        self.line().split("//").next().unwrap_or_default()
    }

    /// Whether the function that is called is one of the crate of this name.
    pub fn calls_into(&self, name: &str) -> bool {
        let mut notes = self.diagnostic.children.iter();
        notes.any(|note| {
            let defined = note.message.ends_with("defined here");
            defined && note.spans.iter().any(|span| span.file_name.contains(name))
        })
    }

    /// Whether the learner's file has a function of this name, written there or brought in by `use`.
    pub fn has_function(&self, name: &str) -> bool {
        self.code_lines().any(|line| {
            let words = line.split(|letter: char| !(letter.is_alphanumeric() || letter == '_'));
            let mut words = words.filter(|word| !word.is_empty() && *word != "pub");
            match words.next() {
                Some("fn") => words.next() == Some(name),
                Some("use") => words.any(|word| word == name),
                _ => false,
            }
        })
    }

    /// Whether the learner's file has a module of this name.
    pub fn has_module(&self, name: &str) -> bool {
        let mut lines = self.code_lines();
        lines.any(|line| {
            line.trim_start_matches("pub ")
                .starts_with(&format!("mod {name}"))
        })
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

    /// Every piece that rustc proposes to write, of the help that contains `words`.
    pub fn proposals(&self, words: &str) -> impl Iterator<Item = (&'a DiagnosticSpan, &'a str)> {
        let mut notes = self.diagnostic.children.iter();
        let note = notes.find(|note| note.message.contains(words));
        let spans = note.into_iter().flat_map(|note| &note.spans);
        spans.filter_map(|span| Some((span, span.suggested_replacement.as_deref()?)))
    }

    /// Every type that the message quotes.
    pub fn quoted_types(&self) -> Vec<Type> {
        let quoted = ticked(&self.message).into_iter();
        quoted.filter_map(Type::parse).collect()
    }

    /// The wrong arguments of a call: what is expected, what is found, and its code. `None` for one that is not understood.
    pub fn arguments(&self) -> Vec<Option<(Type, Type, String)>> {
        let sides = |text: &str, span: &DiagnosticSpan| {
            let (expected, found) = text.strip_prefix("expected ")?.split_once(", found ")?;
            let parse = |text: &str| match text {
                "integer" => Type::parse("{integer}"),
                "floating-point number" => Type::parse("{float}"),
                _ => Type::parse(ticked(text).first()?),
            };
            Some((parse(expected)?, parse(found)?, code_at(span)))
        };
        let labels = self.diagnostic.spans.iter().filter_map(|span| {
            let label = span.label.as_deref()?;
            label
                .starts_with("expected ")
                .then(|| (span.byte_start, sides(label, span)))
        });
        let notes = self.diagnostic.children.iter().filter_map(|note| {
            let span = note.spans.iter().find(|span| span.is_primary)?;
            let told = note.message.starts_with("expected ") && note.message.contains(", found ");
            told.then(|| (span.byte_start, sides(&note.message, span)))
        });
        let mut found: Vec<_> = labels.chain(notes).collect();
        found.sort_by_key(|(at, _)| *at);
        found.into_iter().map(|(_, side)| side).collect()
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

/// The code before a place, in its line.
pub fn before(span: &DiagnosticSpan) -> String {
    let Some(line) = span.text.first() else {
        return String::new();
    };
    let letters = line.highlight_start.saturating_sub(1);
    line.text.chars().take(letters).collect()
}

/// The code behind a place, in its line.
pub fn after(span: &DiagnosticSpan) -> String {
    let Some(line) = span.text.first() else {
        return String::new();
    };
    let letters = line.highlight_end.saturating_sub(1);
    line.text.chars().skip(letters).collect()
}

/// The name that begins at a place.
pub fn name_at(place: &DiagnosticSpan) -> Option<String> {
    let line = place.text.first()?;
    let rest = line
        .text
        .chars()
        .skip(line.highlight_start.saturating_sub(1));
    let name: String = rest
        .take_while(|letter| letter.is_alphanumeric() || *letter == '_')
        .collect();
    (!name.is_empty()).then_some(name)
}

/// The name that a piece of code ends with: `mean` of `x.mean`.
pub fn last_name(code: &str) -> &str {
    let part = |letter: char| letter.is_alphanumeric() || letter == '_';
    &code[code.trim_end_matches(part).len()..]
}

/// Code in backquotes, if it can be repeated in a sentence.
pub fn quote(code: &str) -> Option<String> {
    let short = !code.is_empty() && code.chars().count() <= QUOTED;
    (short && !code.contains('`')).then(|| format!("`{code}`"))
}
