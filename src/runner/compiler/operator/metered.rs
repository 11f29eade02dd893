//! Matrices that are counted, and what does not go together with them.

use crate::runner::compiler::types::Type;
use crate::runner::words::compiler::operator as words;

fn is_metered(side: &Type) -> bool {
    side.behind_references().is("Metered")
}

/// A matrix and a number.
pub fn with_number(operator: &str, left: &Type, right: &Type) -> Option<String> {
    if is_metered(left) && right.is_number() && !right.is("f32") && !right.is("{float}") {
        return Some(words::metered_right(operator));
    }
    if !is_metered(right) || !left.is_number() {
        return None;
    }
    let code = match operator {
        "*" => "matrix * number",
        "+" => "matrix + number",
        "-" => "-&matrix + number",
        _ => return None,
    };
    Some(words::metered_left(operator, code))
}

/// `name += ...` of a matrix.
pub fn assigned(operator: &str, name: &str, found: &Type) -> Option<String> {
    let sign = operator.strip_suffix('=')?;
    found
        .is("Metered")
        .then(|| words::metered_assigned(operator, name, sign))
}
