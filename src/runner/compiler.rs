//! What an error of the compiler means, in the words of the course.
//!
//! A pure function of what rustc says, as structured data, and of the learner's file. Each family of errors has a file of
//! its own and looks at the types that are involved: which lengths differ, which trait is missing, what was expected.
//! Where that leaves room for doubt, nothing is said; the compiler's own message stands below in any case.

mod axis;
mod block;
mod bound;
mod facts;
mod generic;
mod layer;
mod method;
mod mismatch;
mod moved;
mod mutable;
mod name;
mod naming;
mod operator;
mod product;
mod results;
mod synonym;
mod syntax;
mod tape;
mod tensor;
mod types;

use std::fmt::Display;

use cargo_metadata::diagnostic::Diagnostic;

use facts::Facts;

/// The families, the most specific first. Each says nothing about an error that is not its own.
const FAMILIES: [fn(&Facts) -> Option<String>; 14] = [
    results::explain,
    block::explain,
    layer::explain,
    tape::explain,
    axis::explain,
    product::explain,
    operator::explain,
    mismatch::explain,
    moved::explain,
    mutable::explain,
    method::explain,
    generic::explain,
    bound::explain,
    name::explain,
];

/// One or two sentences that say what an error means and how it is mended, or nothing where that is not certain.
///
/// `source` is the learner's file, or empty where it cannot be read.
pub fn explain(diagnostic: &Diagnostic, source: &str) -> Option<String> {
    let facts = Facts::of(diagnostic, source)?;
    if facts.code.is_empty() {
        return syntax::explain(&facts);
    }
    FAMILIES.iter().find_map(|family| family(&facts))
}

/// Two whole texts, one after the other.
fn paragraph(first: impl Display, then: impl Display) -> String {
    format!("{first} {then}")
}
