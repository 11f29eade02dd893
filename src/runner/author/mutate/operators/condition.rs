//! Conditions that always or never hold, and cases of a `match` that do nothing.

use crate::runner::author::mutate::change::Change;
use crate::runner::author::mutate::gap::Gap;
use crate::runner::tokens::Code;

pub fn changes(code: &Code<'_>, gap: &Gap<'_>, found: &mut Vec<Change>) {
    for at in gap.body.clone() {
        let becomes: &[&str] = match code.word(at) {
            // What it binds is missing in the block.
            "if" | "while" if code.word(at + 1) == "let" => continue,
            "if" => &["true", "false"],
            "while" => &["false"],
            "=>" => {
                found.extend(does_nothing(code, at));
                continue;
            }
            _ => continue,
        };
        let mut end = at + 1;
        while end < gap.body.end && !["{", "=>"].contains(&code.word(end)) {
            end = code.next(end);
        }
        found.extend(becomes.iter().map(|becomes| Change {
            at: code.bytes(at + 1, end - 1),
            becomes: (*becomes).to_owned(),
        }));
    }
}

/// The case behind this arrow with an empty block.
fn does_nothing(code: &Code<'_>, arrow: usize) -> Option<Change> {
    let mut end = arrow + 1;
    while end < code.tokens.len() && code.word(end) != "," && !code.closes(end) {
        let is_block = code.word(end) == "{";
        end = code.next(end);
        if is_block {
            break;
        }
    }
    (end > arrow + 1).then(|| Change {
        at: code.bytes(arrow + 1, end - 1),
        becomes: "{}".to_owned(),
    })
}
