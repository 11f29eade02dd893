//! Descriptions of networks that dfdx has no place for.

use super::facts::Facts;
use super::layer;
use super::types::Type;
use crate::runner::words::compiler::network as words;

/// As many modules as dfdx puts into one tuple.
const MOST: usize = 6;

/// See the module.
pub fn explain(facts: &Facts) -> Option<String> {
    if !["E0277", "E0599"].contains(&facts.code) || facts.warning {
        return None;
    }
    let told = facts
        .bounds()
        .into_iter()
        .flat_map(|(by, wanted)| [by, wanted]);
    let count = told
        .chain(facts.quoted_types())
        .find_map(|found| too_many(&found))?;
    Some(words::too_many(count, MOST))
}

/// How many parts a tuple of layers has, if those are too many for dfdx.
fn too_many(found: &Type) -> Option<usize> {
    match found {
        Type::Tuple(parts) if parts.len() > MOST && layer::is_network(found) => Some(parts.len()),
        Type::Tuple(parts) => parts.iter().find_map(too_many),
        Type::Named(_, arguments) => arguments.iter().find_map(too_many),
        Type::Reference(_, to) => too_many(to),
        _ => None,
    }
}
