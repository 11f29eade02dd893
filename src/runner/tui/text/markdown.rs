//! A lesson in markdown, as wrapped lines: headings, paragraphs, lists, tables, code, quotes, rules.

use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, Event, Options, Parser, Tag, TagEnd};
use ratatui::text::{Line, Span};

use crate::runner::tui::text::inline::Inline;
use crate::runner::tui::text::{code, table, wrap};
use crate::runner::tui::theme::Theme;

/// Draws markdown for a pane of this width.
pub fn lines(markdown: &str, width: usize, theme: Theme) -> Vec<Line<'static>> {
    marked(markdown, width, theme, &[])
}

/// The same, with the terms underlined that stand in these bytes of the markdown, in the order of the text.
pub fn marked(
    markdown: &str,
    width: usize,
    theme: Theme,
    terms: &[Range<usize>],
) -> Vec<Line<'static>> {
    let mut writer = Writer {
        theme,
        width: width.max(8),
        lines: Vec::new(),
        inline: Inline::new(theme),
        lists: Vec::new(),
        marker: None,
        quotes: 0,
        code: None,
        is_rust: false,
        table: Vec::new(),
        terms,
    };
    let parser = Parser::new_ext(markdown, Options::ENABLE_TABLES);
    for (event, range) in parser.into_offset_iter() {
        writer.take(event, range);
    }
    writer.flush();
    while writer.lines.last().is_some_and(|line| line.width() == 0) {
        writer.lines.pop();
    }
    writer.lines
}

struct Writer<'t> {
    theme: Theme,
    width: usize,
    lines: Vec<Line<'static>>,
    inline: Inline,
    /// The next number of each open list; `None` has bullets.
    lists: Vec<Option<u64>>,
    /// What the next line of an item begins with.
    marker: Option<String>,
    quotes: usize,
    /// The text of an open code block.
    code: Option<String>,
    /// Whether that is Rust.
    is_rust: bool,
    table: Vec<Vec<Line<'static>>>,
    /// The places of the terms.
    terms: &'t [Range<usize>],
}

impl Writer<'_> {
    fn take(&mut self, event: Event<'_>, range: Range<usize>) {
        match event {
            Event::Start(tag) => self.start(tag),
            Event::End(tag) => self.end(tag),
            Event::Text(text) => match &mut self.code {
                Some(code) => code.push_str(&text),
                None => self.words(&text, range),
            },
            Event::Code(code) => self.inline.code(&wrap::clean(&code)),
            Event::SoftBreak => self.words(" ", range),
            Event::HardBreak => self.inline.hard_break(),
            Event::Rule => {
                let rule = self.theme.glyphs().rule.repeat(self.width);
                self.lines.push(Line::styled(rule, self.theme.dim()));
                self.blank();
            }
            // A lesson has no markup to run; what looks like it is shown as it stands: `Vec<f32>` outside of backticks.
            Event::Html(text) | Event::InlineHtml(text) => {
                self.inline.text(&wrap::clean(&text));
            }
            _ => {}
        }
    }

    /// Words, which stand in these bytes of the markdown. Where they are written in another way than they read, there is
    /// no term in them.
    fn words(&mut self, text: &str, range: Range<usize>) {
        let mut rest = text;
        for term in self.terms {
            let done = range.start + (text.len() - rest.len());
            if term.end <= done || term.start >= range.end {
                continue;
            }
            let from = term.start.max(done) - done;
            let to = term.end.min(range.end) - done;
            let (Some(before), Some(inside), Some(after)) =
                (rest.get(..from), rest.get(from..to), rest.get(to..))
            else {
                break;
            };
            if !before.is_empty() {
                self.inline.text(&wrap::clean(before));
            }
            self.inline.enter(self.theme.term());
            self.inline.text(&wrap::clean(inside));
            self.inline.leave();
            rest = after;
        }
        if !rest.is_empty() {
            self.inline.text(&wrap::clean(rest));
        }
    }

    fn start(&mut self, tag: Tag<'_>) {
        match tag {
            Tag::Heading { .. } => {
                self.flush();
                self.inline.enter(self.theme.heading());
            }
            Tag::List(first) => {
                self.flush();
                self.lists.push(first);
            }
            Tag::Item => {
                self.flush();
                let bullet = self.theme.glyphs().bullet;
                self.marker = Some(match self.lists.last_mut() {
                    Some(Some(number)) => {
                        *number += 1;
                        format!("{}. ", *number - 1)
                    }
                    _ => format!("{bullet} "),
                });
            }
            Tag::CodeBlock(kind) => {
                self.flush();
                self.is_rust =
                    matches!(kind, CodeBlockKind::Fenced(word) if word.starts_with("rust"));
                self.code = Some(String::new());
            }
            Tag::BlockQuote(_) => {
                self.flush();
                self.quotes += 1;
            }
            Tag::Emphasis => self.inline.emphasise(),
            Tag::Strong => self.inline.enter(self.theme.strong()),
            Tag::Link { .. } => self.inline.enter(self.theme.accent()),
            Tag::TableHead | Tag::TableRow => self.table.push(Vec::new()),
            Tag::Table(_) => self.flush(),
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Heading(_) => {
                self.inline.leave();
                self.flush();
                self.blank();
            }
            TagEnd::Paragraph => {
                self.flush();
                self.blank();
            }
            TagEnd::Item => {
                self.flush();
                self.marker = None;
            }
            TagEnd::List(_) => {
                self.flush();
                self.lists.pop();
                if self.lists.is_empty() {
                    self.blank();
                }
            }
            TagEnd::CodeBlock => self.code_block(),
            TagEnd::BlockQuote(_) => {
                self.flush();
                self.quotes = self.quotes.saturating_sub(1);
            }
            TagEnd::Emphasis | TagEnd::Strong | TagEnd::Link => self.inline.leave(),
            TagEnd::TableCell => {
                let cell = self.inline.take().into_iter().next().unwrap_or_default();
                if let Some(row) = self.table.last_mut() {
                    row.push(cell);
                }
            }
            TagEnd::Table => {
                let rows = std::mem::take(&mut self.table);
                self.lines
                    .extend(table::lines(&rows, self.width, self.theme));
                self.blank();
            }
            TagEnd::HtmlBlock => {
                self.flush();
                self.blank();
            }
            _ => {}
        }
    }

    /// Two columns per open list, and the bar of a quote.
    fn indent(&self) -> usize {
        2 * self.lists.len().saturating_sub(1) + 2 * self.quotes
    }

    fn flush(&mut self) {
        if self.inline.is_empty() {
            return;
        }
        let outer = " ".repeat(self.indent().min(self.width / 2));
        let marker = self.marker.take();
        let first = match &marker {
            Some(marker) => format!("{outer}{marker}"),
            None if !self.lists.is_empty() => format!("{outer}  "),
            None => outer.clone(),
        };
        let rest = match &marker {
            Some(marker) => format!("{outer}{}", " ".repeat(wrap::width(marker))),
            None => first.clone(),
        };
        let quoted = self.quotes > 0;
        for (at, line) in self.inline.take().into_iter().enumerate() {
            let lead = if at == 0 { &first } else { &rest };
            let room = self.width.saturating_sub(wrap::width(&rest)).max(4);
            for (number, wrapped) in wrap::words(&line, room, "").into_iter().enumerate() {
                let lead = if number == 0 { lead } else { &rest };
                let mut spans = vec![Span::raw(lead.clone())];
                spans.extend(wrapped.spans);
                let mut line = Line::from(spans);
                if quoted {
                    line = line.style(self.theme.dim());
                }
                self.lines.push(line);
            }
        }
    }

    fn code_block(&mut self) {
        let code = self.code.take().unwrap_or_default();
        let indent = "  ".to_owned() + &" ".repeat(self.indent().min(self.width / 2));
        let room = self.width.saturating_sub(indent.len()).max(4);
        let lines = match self.is_rust {
            true => code::lines(&code, room, self.theme),
            false => {
                let lines = code.lines().map(|line| Line::from(wrap::clean(line)));
                let parts = lines.flat_map(|line| wrap::columns(&line, room));
                parts.map(|line| line.style(self.theme.code())).collect()
            }
        };
        for line in lines {
            let mut spans = vec![Span::raw(indent.clone())];
            spans.extend(line.spans);
            self.lines.push(Line::from(spans).style(line.style));
        }
        self.blank();
    }

    fn blank(&mut self) {
        if self.lines.last().is_some_and(|line| line.width() > 0) {
            self.lines.push(Line::default());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn draw(markdown: &str, width: usize) -> Vec<String> {
        let theme = Theme {
            colour: false,
            ascii: true,
            palette: crate::runner::tui::palette::Palette::Terminal,
        };
        lines(markdown, width, theme)
            .iter()
            .map(|line| line.to_string().trim_end().to_owned())
            .collect()
    }

    #[test]
    fn a_lesson_is_drawn_with_headings_lists_tables_and_code() {
        let lesson = "# Cross entropy\n\nThe *mean* over the batch, with `logits`\nof any size:\n\n\
            1. shift\n2. exponentiate and take the logarithm\n   - of the sum\n\n```rust\nlet m = x.max();\n\
            if m > 0 {\n    m\n}\n```\n\n| shape | meaning |\n|---|---|\n| `[B, 10]` | one row per image |\n";
        assert_eq!(
            draw(lesson, 30),
            [
                "Cross entropy",
                "",
                "The mean over the batch, with",
                "`logits` of any size:",
                "",
                "1. shift",
                "2. exponentiate and take the",
                "   logarithm",
                "  - of the sum",
                "",
                "  let m = x.max();",
                "  if m > 0 {",
                "      m",
                "  }",
                "",
                "shape      meaning",
                "----------------------------",
                "`[B, 10]`  one row per image",
            ]
        );
    }

    #[test]
    fn no_line_is_wider_than_the_pane() {
        let lesson = "# A heading that is rather long\n\n- an item `with_code_that_is_long()`\n\n> a quote\n\n\
            | a column | another column | a third one |\n|---|---|---|\n| some words | more words here | 元元元元 |\n\n\
            ```\na_line_of_code_that_is_much_wider_than_the_pane();\n```\n";
        for width in 24..60 {
            for line in draw(lesson, width) {
                assert!(
                    Line::from(line.as_str()).width() <= width,
                    "{width}: {line}"
                );
            }
        }
    }
}
