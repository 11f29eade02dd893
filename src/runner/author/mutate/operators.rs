//! The changes that are tried, one file for each sort. Whether one makes sense, the compiler says: what does not compile does
//! not count.

mod argument;
mod condition;
mod each;
mod left_out;
mod number;
mod sign;
mod word;

use std::collections::BTreeSet;
use std::ops::Range;

use super::change::Change;
use super::gap::Gap;
use crate::runner::tokens::Code;

/// Every change of one gap, in the order of the text.
pub fn changes(code: &Code<'_>, gap: &Gap<'_>) -> Vec<Change> {
    let mut found = Vec::new();
    for operator in [
        argument::changes,
        condition::changes,
        left_out::changes,
        number::changes,
        sign::changes,
        word::changes,
    ] {
        operator(code, gap, &mut found);
    }
    let drawn = drawn(code, gap);
    found.retain(|change| {
        let is_in =
            |call: &Range<usize>| call.start <= change.at.start && change.at.end <= call.end;
        !drawn.iter().any(is_in)
    });
    found.sort_by_key(|change| (change.at.start, change.at.end, change.becomes.clone()));
    // Two sorts may come to the same text.
    let mut texts = BTreeSet::from([code.text.to_owned()]);
    found.retain(|change| texts.insert(change.made(code.text)));
    found
}

/// The bytes of the calls that only draw, with the `;` behind them: no verdict follows from what they show. That a metric
/// is reported is judged, so all of such a call may be left out.
fn drawn(code: &Code<'_>, gap: &Gap<'_>) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    for at in gap.body.clone() {
        if code.word(at) != "report" || code.word(at + 1) != "::" || code.word(at + 3) != "(" {
            continue;
        }
        let Some(end) = code.partner(at + 3) else {
            continue;
        };
        match code.word(at + 2) {
            "metric" => found.push(code.bytes(at + 3, end)),
            _ => found.push(code.bytes(at, end + usize::from(code.word(end + 1) == ";"))),
        }
    }
    found
}

#[cfg(test)]
mod tests;
