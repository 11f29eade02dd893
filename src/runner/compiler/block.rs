//! Arguments in the wrong order, closures with the wrong parameters, an `if` that lacks its `else`, a
//! `match` that leaves something out.

use super::facts::{Facts, quote, ticked};
use super::types::Type;

/// See the module.
pub fn explain(facts: &Facts) -> Option<String> {
    match facts.code {
        "E0308" if facts.noted("swap these arguments") => {
            let (_, proposed) = facts.proposal("swap these arguments")?;
            let called = facts.text();
            let mend = match quote(&format!("{called}{proposed}")) {
                Some(code) => format!("write {code}"),
                None => format!("what stands in the parentheses should be `{}`", proposed.strip_prefix('(').and_then(|rest| rest.strip_suffix(')')).unwrap_or(proposed)),
            };
            Some(format!("The arguments stand in another order than they are wanted: {mend}."))
        }
        "E0614" => Some(match facts.quoted() {
            Some(code) if code.starts_with("`*") => {
                let value = code.trim_matches('`');
                format!("There is one `*` too many in {code}: write `{}`.", &value[1..])
            }
            _ => "There is a `*` before what is no reference: leave it away.".to_owned(),
        }),
        "E0317" => Some(
            "An `if` without `else` gives nothing where its condition does not hold, and a value is wanted in any case: add an `else`, as \
             in `else { 0.0 }`."
                .to_owned(),
        ),
        "E0004" => {
            // "non-exhaustive patterns: `Op::Input` and `Op::Constant` not covered"
            let missing = facts.message.strip_prefix("non-exhaustive patterns: ")?;
            let missing = missing.strip_suffix(" not covered")?;
            Some(format!(
                "A `match` has to say what is done in every case, and nothing is said for {missing}: add that, or `_ => {{}}` where \
                 nothing is to be done for the rest."
            ))
        }
        "E0593" if facts.message.contains("2-tuple") => Some(
            "Each element arrives as one pair: put another pair of parentheses around the two names, `|(first, second)|`.".to_owned(),
        ),
        "E0593" => Some("This closure is called with another number of values than it has names between its bars, `|...|`.".to_owned()),
        "E0277" if facts.message.starts_with("the size for values of type") => {
            let found = Type::parse(ticked(&facts.message).first()?)?;
            matches!(found, Type::Array(_, None)).then(|| {
                "A part of a list, `list[from..to]`, is only a view of it: write `.to_vec()` behind it for a list of its own.".to_owned()
            })
        }
        _ => None,
    }
}
