//! Makes a plan ask whether a function gives the same for the same seed, and something else for another.

use std::rc::Rc;

use super::serve::{CheckPlan, Make};
use crate::call::Erased;
use crate::sheet::{Part, Repeat, another_seed};
use crate::tensor::reseed_device;
use crate::wire::{Array, Value};

/// The plan whose cases ask three times. `seed` names an input, `part` a part of the answer.
pub(super) fn plan(mut plan: CheckPlan, seed: &str, part: &str) -> CheckPlan {
    let input = plan.inputs.iter().position(|name| name == seed);
    let differs = plan.parts.iter().position(|it| it.name == part);
    let (Some(input), Some(differs)) = (input, differs) else {
        plan.fault = Some(format!(
            "`repeatable` needs an input and a part, named before: `{seed}` and `{part}` are not both there"
        ));
        return plan;
    };
    let repeat = Repeat {
        seed: input,
        part: differs,
    };
    plan.inputs.push(format!("another {seed}"));
    plan.parts = Repeat::PARTS
        .map(|name| Part {
            name: name.to_owned(),
            comparator: super::exact(),
        })
        .into();
    plan.handler = three_times(&repeat, plan.handler);
    for (_, handler) in &mut plan.mistakes {
        *handler = three_times(&repeat, Rc::clone(handler));
    }
    for case in &mut plan.cases {
        case.make = with_another_seed(Rc::clone(&case.make), input);
    }
    plan.repeat = Some(repeat);
    plan
}

/// The runner asks a candidate the same way, with three calls.
fn three_times(repeat: &Repeat, handler: Erased) -> Erased {
    let repeat = repeat.clone();
    Rc::new(move |inputs| {
        let first = handler(Repeat::inputs(&inputs).to_vec())?;
        reseed_device();
        let again = handler(Repeat::inputs(&inputs).to_vec())?;
        reseed_device();
        let other = handler(repeat.with_another_seed(&inputs))?;
        Ok(repeat.answer(&first, &again, &other))
    })
}

fn with_another_seed(make: Make, input: usize) -> Make {
    Rc::new(move |generator| {
        let mut inputs = make(generator);
        let seed = match inputs.get(input) {
            Some(Value::Integers(seed)) => seed.data().first().copied(),
            _ => None,
        };
        // The bits of a seed, which is no number to compute with.
        let other = another_seed(seed.unwrap_or_default() as u64) as i64;
        inputs.push(Value::Integers(Array::scalar(other)));
        inputs
    })
}
