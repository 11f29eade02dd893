//! Calls a function and records what it does: the metrics that it reports, what it saves. Its program is not ended on the
//! way as the runner ends a candidate's; the call is given up at the same moment, and made again with the same store.

use std::sync::{Arc, Mutex, PoisonError};
use std::thread;

use crate::call::{Erased, call};
use crate::report::{self, Curve, Report, forget, record};
use crate::sheet::{Answer, Lives, Returned};
use crate::stored::Stored;
use crate::wire::{Ask, Reply, Value};
use crate::world;

/// Who hears what is reported is one for the whole process, so one call is recorded at a time.
static RECORDING: Mutex<()> = Mutex::new(());

/// What a call came to.
pub(super) struct Recorded {
    pub answer: Answer,
    /// The marks of its last life: see [`crate::sheet::Interruption`].
    pub marks: usize,
    /// The steps that were taken more than once.
    pub again: Value,
}

/// Calls a handler in as many lives as `ends` says, and one more.
pub(super) fn in_lives(handler: &Erased, inputs: &[Value], seed: u64, ends: &[usize]) -> Recorded {
    let _alone = RECORDING.lock().unwrap_or_else(PoisonError::into_inner);
    let state: Arc<Mutex<State>> = Arc::default();
    let ends = ends.iter().copied().map(Some).chain([None]);
    let mut answer = Answer::Todo;
    for end in ends {
        with(&state, |state| state.begin(end));
        let (reports, questions) = (Arc::clone(&state), Arc::clone(&state));
        answer = report::with_receiver(
            move |report| end_if(with(&reports, |state| state.hear(report))),
            || {
                world::with_responder(
                    move |question| {
                        let (reply, is_over) = with(&questions, |state| state.reply(question));
                        end_if(is_over);
                        reply
                    },
                    || call(handler, inputs.to_vec(), seed),
                )
            },
        );
        if !with(&state, |state| state.is_over) {
            break;
        }
    }
    with(&state, |state| {
        if let Answer::Returned(Returned { curves, .. }) = &mut answer {
            *curves = std::mem::take(&mut state.curves);
        }
        Recorded {
            answer,
            marks: state.marks,
            again: state.lives.again(),
        }
    })
}

fn with<T>(state: &Mutex<State>, work: impl FnOnce(&mut State) -> T) -> T {
    work(&mut state.lock().unwrap_or_else(PoisonError::into_inner))
}

/// Gives up the call that is under way. Nothing may be locked here but what is used after a panic too.
fn end_if(is_over: bool) {
    // What is dropped on the way out may report something, such as what was noticed of a training.
    if is_over && !thread::panicking() {
        // Caught by `call`, and its answer is thrown away.
        panic!("the program is ended here");
    }
}

#[derive(Default)]
struct State {
    curves: Vec<Curve>,
    lives: Lives,
    stored: Stored,
    marks: usize,
    /// After how many marks this life ends.
    end: Option<usize>,
    is_over: bool,
}

impl State {
    fn begin(&mut self, end: Option<usize>) {
        self.lives.begin();
        (self.marks, self.end, self.is_over) = (0, end, false);
    }

    /// Whether the life ends with this mark. What other threads do after the end is not heard any more.
    fn mark(&mut self, marks: usize) -> bool {
        self.marks = marks;
        self.is_over |= Some(marks) == self.end;
        self.is_over
    }

    fn hear(&mut self, report: Report) -> bool {
        if self.is_over {
            return true;
        }
        if let Report::Metric {
            series,
            step,
            value,
        } = report
        {
            if self.lives.is_again(&series, step) {
                forget(&mut self.curves, &series, step);
            }
            record(&mut self.curves, &series, step, value);
            let marks = self.lives.reports(&series, step);
            return self.mark(marks);
        }
        false
    }

    fn reply(&mut self, question: Ask) -> (Reply, bool) {
        if self.is_over {
            return (Reply::Done, true);
        }
        let is_saved = matches!(question, Ask::Save { .. });
        let reply = self.stored.answer_alone(question);
        let is_over = is_saved && {
            let marks = self.lives.saves();
            self.mark(marks)
        };
        (reply, is_over)
    }
}

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use super::*;
    use crate::store;
    use crate::wire::Array;

    /// Counts to ten, saving after every step where it is told to.
    fn counts(saves: bool) -> Erased {
        Rc::new(move |_| {
            let begun = store::load("step").map_or(0, |bytes| u64::from(bytes[0]));
            for step in begun..10 {
                report::metric("step", step as usize, step as f32);
                if saves {
                    store::save("step", &[step as u8 + 1]);
                }
            }
            Ok(Returned::of(vec![Value::Flag(saves)]))
        })
    }

    fn again(steps: i64) -> Value {
        Value::Integers(Array::scalar(steps))
    }

    #[test]
    fn a_call_goes_on_from_what_it_saved_and_takes_no_other_step_again() {
        // (after how many marks it is ended, steps taken again where it saves, and where it does not)
        let table: [(&[usize], i64, i64); 5] = [
            (&[], 0, 0),
            // After the metric and before the save: this step is lost.
            (&[1], 1, 1),
            // After the save.
            (&[2], 0, 2),
            (&[5, 5, 2], 2, 12),
            // Too late: it is done before.
            (&[100], 0, 0),
        ];
        for (ends, saved, unsaved) in table {
            for (saves, steps) in [(true, saved), (false, unsaved)] {
                let run = in_lives(&counts(saves), &[], 0, ends);
                assert_eq!(run.again, again(steps), "{ends:?}, saves: {saves}");
                let Answer::Returned(returned) = run.answer else {
                    panic!("{:?}", run.answer);
                };
                assert_eq!(returned.parts, [Value::Flag(saves)]);
                let curve = returned.curves[0].points.iter();
                let right = (0..10).map(|step| (step, step as f32));
                assert!(curve.copied().eq(right), "{ends:?}, saves: {saves}");
            }
        }
    }

    #[test]
    fn every_call_begins_with_an_empty_store() {
        let first = in_lives(&counts(true), &[], 0, &[]);
        let second = in_lives(&counts(true), &[], 0, &[]);
        assert_eq!((first.marks, second.marks), (20, 20));
    }

    #[test]
    fn what_reports_while_a_life_ends_is_not_heard_and_ends_nothing_else() {
        struct Last;
        impl Drop for Last {
            fn drop(&mut self) {
                report::metric("step", 99, 0.0);
                store::save("step", &[99]);
            }
        }
        let counts = counts(true);
        let tells: Erased = Rc::new(move |inputs| {
            let last = Last;
            let returned = counts(inputs);
            std::mem::forget(last);
            returned
        });
        let run = in_lives(&tells, &[], 0, &[4, 1]);
        assert_eq!(run.again, again(1));
        assert!(matches!(run.answer, Answer::Returned(_)));
    }

    #[test]
    fn a_panic_of_its_own_is_its_answer() {
        let panics: Erased = Rc::new(|_| panic!("my own"));
        let run = in_lives(&panics, &[], 0, &[3]);
        assert!(matches!(run.answer, Answer::Panicked { message, .. } if message == "my own"));
    }
}
