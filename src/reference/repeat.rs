//! Makes a plan ask whether a function gives the same for the same seed, and what else for others.

use std::rc::Rc;

use super::maker::Make;
use super::plan::CheckPlan;
use crate::call::Erased;
use crate::sheet::{Part, Repeat, Returned, after};
use crate::tensor::reseed_device;
use crate::wire::Value;

/// The plan whose cases ask several times. `seed` names an input, `part` a part of the answer.
pub(super) fn plan(mut plan: CheckPlan, seed: &str, part: &str, others: usize) -> CheckPlan {
    let input = plan.inputs.iter().position(|name| name == seed);
    let looked_at = plan.parts.iter().position(|it| it.name == part);
    let (Some(input), Some(looked_at)) = (input, looked_at) else {
        plan.fault = Some(format!(
            "a group with seeds needs an input and a part, named before: `{seed}` and `{part}` are not both there"
        ));
        return plan;
    };
    let repeat = Repeat {
        seed: input,
        part: looked_at,
        others,
    };
    plan.inputs.push(format!("another {seed}"));
    plan.parts = repeat
        .parts()
        .map(|name| Part {
            name: name.to_owned(),
            comparator: super::exact(),
        })
        .into();
    plan.handler = several_times(&repeat, plan.handler);
    for (_, handler) in &mut plan.mistakes {
        *handler = several_times(&repeat, Rc::clone(handler));
    }
    for case in &mut plan.cases {
        case.make = with_another_seed(Rc::clone(&case.make), input);
    }
    plan.repeat = Some(repeat);
    plan
}

/// The runner asks a candidate the same way, with the same calls.
fn several_times(repeat: &Repeat, handler: Erased) -> Erased {
    let repeat = repeat.clone();
    Rc::new(move |inputs| {
        let mut answers = Vec::new();
        for (number, inputs) in repeat.calls(&inputs).into_iter().enumerate() {
            if number > 0 {
                reseed_device();
            }
            answers.push(handler(inputs)?.parts);
        }
        Ok(Returned::of(repeat.answer(&answers)))
    })
}

fn with_another_seed(make: Make, input: usize) -> Make {
    Rc::new(move |generator| {
        let mut inputs = make(generator);
        let other = inputs.get(input).and_then(after);
        inputs.push(other.unwrap_or(Value::Nothing));
        inputs
    })
}
