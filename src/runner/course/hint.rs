//! The hints of an exercise.

use std::fmt;

use serde::Deserialize;

use crate::runner::text;

/// One hint.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hint {
    /// What it says.
    pub text: String,
    /// The check that it helps with, or the function with all its groups of cases; none where it helps with the whole
    /// exercise.
    pub check: Option<String>,
}

impl Hint {
    /// Whether it helps somebody at this check. Where nobody knows which check that is, every hint may.
    pub fn is_for(&self, check: Option<&str>) -> bool {
        match (&self.check, check) {
            // A check of a group of cases is called after its function: `add_row on squares`.
            (Some(own), Some(check)) => check
                .strip_prefix(own.as_str())
                .is_some_and(|group| group.is_empty() || group.starts_with(' ')),
            _ => true,
        }
    }
}

impl fmt::Display for Hint {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.text)
    }
}

/// A hint in `info.toml`: its text, or a table.
#[derive(Deserialize)]
#[serde(
    untagged,
    expecting = "a hint is a text, or a table with `text` and `check`"
)]
pub enum HintEntry {
    /// Its text.
    Text(String),
    /// Its text, and the check that it helps with.
    Table(HintTable),
}

/// A hint with its check.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HintTable {
    text: String,
    check: Option<String>,
}

impl From<HintEntry> for Hint {
    fn from(entry: HintEntry) -> Hint {
        let (text, check) = match entry {
            HintEntry::Text(text) => (text, None),
            HintEntry::Table(table) => (table.text, table.check),
        };
        Hint {
            text: text::plain(&text),
            check,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hint_is_for_its_check_for_all_groups_of_its_function_or_for_whoever_asks() {
        // The check of the hint, the check that somebody is at, and whether it helps there.
        let table = [
            (None, Some("add_row"), true),
            (Some("add_row"), None, true),
            (Some("add_row"), Some("add_row"), true),
            (Some("add_row"), Some("add_row on squares"), true),
            (Some("add_row on squares"), Some("add_row on squares"), true),
            (Some("add_row on squares"), Some("add_row"), false),
            (Some("add"), Some("add_row"), false),
            (Some("outer"), Some("add_row"), false),
        ];
        for (own, check, helps) in table {
            let hint = Hint {
                text: String::new(),
                check: own.map(str::to_owned),
            };
            assert_eq!(hint.is_for(check), helps, "{own:?} {check:?}");
        }
    }
}
