//! Functions that are checks themselves: what is declared right passes, what is declared wrong is caught.

use super::maker::CaseMaker;
use crate::wire::Value;

/// What `.passes` and `.catches` declare, the solution has to say.
pub(super) fn as_declared(
    name: &str,
    number: usize,
    CaseMaker { label, passes, .. }: &CaseMaker,
    parts: &[Value],
) -> Result<(), String> {
    let number = number + 1;
    match (passes, parts) {
        (None, _) => Ok(()),
        (Some(passes), [Value::Flag(said)]) if said == passes => Ok(()),
        (Some(true), [Value::Flag(_)]) => Err(format!(
            "`{name}`, case {number}: `.passes` declares `{label}` right, and the solution refuses it"
        )),
        (Some(false), [Value::Flag(_)]) => Err(format!(
            "`{name}`, case {number}: `.catches` declares `{label}` wrong, and the solution lets it pass"
        )),
        _ => Err(format!(
            "`{name}`: `.passes` and `.catches` are for a function that returns a `bool`"
        )),
    }
}

/// A function that is a check itself proves itself on what is right and on what is wrong, and on nothing else.
pub(super) fn one_sided(cases: &[CaseMaker]) -> Option<String> {
    let count = |passes| cases.iter().filter(|case| case.passes == passes).count();
    let (right, wrong, neither) = (count(Some(true)), count(Some(false)), count(None));
    let is_sound = right + wrong == 0 || (right > 0 && wrong > 0 && neither == 0);
    (!is_sound).then(|| {
        "a function that catches needs cases of `.passes` and of `.catches`, and no others"
            .to_owned()
    })
}
