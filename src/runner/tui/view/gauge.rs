//! A bar that fills up.

use ratatui::text::Span;

use crate::runner::tui::theme::Theme;

/// A bar of this width.
pub fn bar(share: f64, width: usize, theme: Theme) -> Vec<Span<'static>> {
    let share = if share.is_finite() {
        share.clamp(0.0, 1.0)
    } else {
        0.0
    };
    // Rounded down: only what is done looks done.
    let full = ((share * width as f64).floor() as usize).min(width);
    let glyphs = theme.glyphs();
    vec![
        Span::styled(glyphs.full.repeat(full), theme.accent()),
        Span::styled(glyphs.rest.repeat(width - full), theme.dim()),
    ]
}

/// A share in percent, rounded down.
pub fn percent(done: usize, of: usize) -> String {
    match (done * 100).checked_div(of) {
        Some(percent) => format!("{percent} %"),
        None => String::new(),
    }
}
