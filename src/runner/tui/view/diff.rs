//! What differs between two texts.

use ratatui::text::Line;
use similar::{ChangeTag, TextDiff};

use crate::runner::tui::text::{code, wrap};
use crate::runner::tui::theme::Theme;

/// Unchanged lines shown around a change.
const AROUND: usize = 3;

/// What has to be taken out of `old` and put into it to make it `new`; `same` where that is nothing.
pub fn lines(old: &str, new: &str, same: &str, theme: Theme, width: usize) -> Vec<Line<'static>> {
    let diff = TextDiff::from_lines(old, new);
    let mut lines: Vec<Line<'static>> = Vec::new();
    for group in diff.grouped_ops(AROUND) {
        if !lines.is_empty() {
            lines.push(Line::styled(
                theme.glyphs().rule.repeat(width.min(8)),
                theme.dim(),
            ));
        }
        for change in group
            .iter()
            .flat_map(|operation| diff.iter_changes(operation))
        {
            let (mark, style) = match change.tag() {
                ChangeTag::Delete => ("- ", theme.bad()),
                ChangeTag::Insert => ("+ ", theme.good()),
                ChangeTag::Equal => ("  ", theme.dim()),
            };
            let body = wrap::clean(change.value().trim_end_matches(['\n', '\r']));
            lines.extend(code::marked(mark, &body, style, width));
        }
    }
    if lines.is_empty() {
        lines.extend(wrap::words(&Line::from(same.to_owned()), width, ""));
    }
    lines
}
