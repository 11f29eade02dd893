//! What rustc says of a program, for the screen and for the judge of words.

use cargo_metadata::diagnostic::{Diagnostic, DiagnosticLevel};

use crate::runner::compiler;
use crate::runner::event::{CompilerMessage, Level};
use crate::runner::text;

/// A message of rustc about a file with the text `source`, or `None` for its closing remarks.
pub(super) fn compiler_message(diagnostic: &Diagnostic, source: &str) -> Option<CompilerMessage> {
    let level = match diagnostic.level {
        DiagnosticLevel::Error | DiagnosticLevel::Ice => Level::Error,
        DiagnosticLevel::Warning => Level::Warning,
        _ => return None,
    };
    let span = diagnostic.spans.iter().find(|span| span.is_primary);
    // "aborting due to 2 previous errors" and "3 warnings emitted" point nowhere.
    let closing = diagnostic.message.starts_with("aborting due to")
        || diagnostic.message.ends_with("emitted");
    if span.is_none() && closing {
        return None;
    }
    Some(CompilerMessage {
        level,
        summary: text::plain(&diagnostic.message),
        place: span.map(|span| {
            format!(
                "{}:{}:{}",
                text::plain(&span.file_name),
                span.line_start,
                span.column_start
            )
        }),
        line: span.map(|span| span.line_start),
        in_words: compiler::explain(diagnostic, source).map(|words| text::plain(&words)),
        rendered: text::coloured(beginning(
            diagnostic.rendered.as_deref().unwrap_or_default(),
        ))
        .trim_end()
        .to_owned(),
    })
}

/// As much of a message as anybody reads: the names of types can be longer than the whole file.
fn beginning(rendered: &str) -> &str {
    const MOST: usize = 64 << 10;
    &rendered[..rendered.floor_char_boundary(MOST)]
}
