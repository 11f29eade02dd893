//! Works out the answer sheet when the runner asks for it.

use super::plan::CheckPlan;
use super::work::Worked;
use crate::channel::Channel;
use crate::message::{FromReference, Hello, Offer, Request, Role};
use crate::wire::{FrameError, VERSION, chunks, read_frame, write_frame};
use crate::words::program as words;

/// Answers the runner until it closes the channel.
pub(super) fn serve(plans: &[CheckPlan]) -> Result<(), String> {
    let channel = Channel::open().map_err(|error| error.to_string())?;
    let Channel {
        mut reader,
        mut writer,
    } = channel.ok_or(words::by_hand())?;
    let hello = Hello {
        version: VERSION,
        role: Role::Reference,
        offers: plans
            .iter()
            .map(|plan| Offer {
                name: plan.name.clone(),
                inputs: plan.inputs.len(),
                written: plan.written.clone(),
                metered: plan.metered.clone(),
            })
            .collect(),
    };
    let failed = |error: FrameError| error.to_string();
    write_frame(&mut writer, &hello).map_err(failed)?;
    let mut early = Vec::new();
    loop {
        match read_frame(&mut reader) {
            Ok(Request::Input(value)) => early.push(value),
            Ok(Request::Plan) => {
                let planned = plans.iter().map(CheckPlan::planned).collect();
                write_frame(&mut writer, &FromReference::Plan(planned)).map_err(failed)?;
            }
            Ok(Request::Check {
                number,
                seed,
                depth,
            }) => {
                let plan = plans.get(number).ok_or("a check that is not there")?;
                let (mut done, of) = (0, plan.steps(depth));
                let worked_out = plan.work_out(seed, depth, &mut |worked| match worked {
                    Worked::Step => {
                        done += 1;
                        write_frame(&mut writer, &FromReference::Progress { done, of })
                            .map_err(failed)
                    }
                    Worked::Out(fragment) => chunks(&*fragment)
                        .map_err(failed)?
                        .map(FromReference::Chunk)
                        .try_for_each(|chunk| write_frame(&mut writer, &chunk).map_err(failed)),
                });
                if let Err(why) = worked_out {
                    write_frame(&mut writer, &FromReference::Broken(why)).map_err(failed)?;
                }
            }
            Ok(Request::Inspect {
                check,
                inputs,
                parts,
            }) => {
                let mut values = std::mem::take(&mut early);
                values.extend(inputs);
                let plan = plans.iter().find(|plan| plan.name == check);
                let found = plan.map_or(Ok(None), |plan| plan.inspect(&values, &parts));
                let answer = found.map_or_else(FromReference::Broken, FromReference::Inspected);
                write_frame(&mut writer, &answer).map_err(failed)?;
            }
            Ok(Request::Call { .. } | Request::Reply(_)) => {
                return Err("a question for a candidate".to_owned());
            }
            Err(FrameError::Closed) => return Ok(()),
            Err(error) => return Err(error.to_string()),
        }
    }
}
