//! What an error of the compiler means, in the words of the course.
//!
//! A pure function of what rustc says, as structured data, and of the learner's file. Each family of errors has a file of
//! its own and looks at the types that are involved: which lengths differ, which trait is missing, what was expected.
//! Where that leaves room for doubt, nothing is said; the compiler's own message stands below in any case.

mod axis;
mod block;
mod bound;
mod condition;
mod expected;
mod facts;
mod foreign;
mod function;
mod generic;
mod layer;
mod lifetime;
mod list;
mod method;
mod mismatch;
mod moved;
mod mutable;
mod name;
mod naming;
mod network;
mod operator;
mod optional;
mod paragraph;
mod pattern;
mod permute;
mod product;
mod python;
mod results;
mod synonym;
mod syntax;
mod tape;
mod tensor;
mod text;
mod types;

use cargo_metadata::diagnostic::Diagnostic;

use facts::Facts;

/// The families, the most specific first. Each says nothing about an error that is not its own.
const FAMILIES: [fn(&Facts) -> Option<String>; 23] = [
    results::explain,
    network::explain,
    function::explain,
    block::explain,
    layer::explain,
    tape::explain,
    axis::explain,
    permute::explain,
    product::explain,
    text::explain,
    condition::explain,
    lifetime::explain,
    operator::explain,
    pattern::explain,
    list::explain,
    mismatch::explain,
    moved::explain,
    mutable::explain,
    optional::explain,
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
    // The last is of a text in single quotes.
    if facts.code.is_empty() || facts.code == "E0762" {
        return lifetime::of_closure(&facts)
            .or_else(|| foreign::explain(&facts))
            .or_else(|| python::explain(&facts))
            .or_else(|| syntax::explain(&facts));
    }
    FAMILIES.iter().find_map(|family| family(&facts))
}
