//! Styled runs of text inside a paragraph, a list item or a table cell.

use ratatui::style::{Modifier, Style};
use ratatui::text::{Line, Span};

use crate::runner::tui::theme::Theme;

/// Collects styled text.
#[derive(Debug)]
pub struct Inline {
    theme: Theme,
    styles: Vec<Style>,
    spans: Vec<Span<'static>>,
    finished: Vec<Line<'static>>,
}

impl Inline {
    /// Nothing yet.
    pub fn new(theme: Theme) -> Inline {
        Inline {
            theme,
            styles: Vec::new(),
            spans: Vec::new(),
            finished: Vec::new(),
        }
    }

    fn style(&self) -> Style {
        self.styles
            .iter()
            .fold(Style::new(), |sum, style| sum.patch(*style))
    }

    /// What follows is also styled like this.
    pub fn enter(&mut self, style: Style) {
        self.styles.push(style);
    }

    /// The end of the innermost style.
    pub fn leave(&mut self) {
        self.styles.pop();
    }

    /// What follows is emphasised.
    pub fn emphasise(&mut self) {
        self.enter(Style::new().add_modifier(Modifier::ITALIC));
    }

    /// Text.
    pub fn text(&mut self, text: &str) {
        self.spans.push(Span::styled(text.to_owned(), self.style()));
    }

    /// Code. Where there is no colour the backticks stay: code has to be told from words.
    pub fn code(&mut self, code: &str) {
        let style = self.style().patch(self.theme.code());
        let text = if self.theme.colour {
            code.to_owned()
        } else {
            format!("`{code}`")
        };
        self.spans.push(Span::styled(text, style));
    }

    /// A line break that the author wanted.
    pub fn hard_break(&mut self) {
        let spans = std::mem::take(&mut self.spans);
        self.finished.push(Line::from(spans));
    }

    /// What was collected, as the lines that the author wanted; begins anew.
    pub fn take(&mut self) -> Vec<Line<'static>> {
        if !self.spans.is_empty() {
            self.hard_break();
        }
        std::mem::take(&mut self.finished)
    }

    /// Whether nothing was collected.
    pub fn is_empty(&self) -> bool {
        self.spans.is_empty() && self.finished.is_empty()
    }
}
