//! Calling a learner's function so that whatever it does becomes an answer.

use std::panic::{self, AssertUnwindSafe};
use std::rc::Rc;
use std::sync::{Mutex, Once, PoisonError};

use crate::sheet::{Answer, Returned};
use crate::tensor::seed_device;
use crate::wire::Value;

/// A handler whose types are hidden: values in, values or a misfit out.
pub(crate) type Erased = Rc<dyn Fn(Vec<Value>) -> Result<Vec<Value>, String>>;

/// Message and place of the last panic, noted by the hook because the payload has no place.
static LAST_PANIC: Mutex<Option<(String, Option<String>)>> = Mutex::new(None);

/// Calls `handler` with the device seeded; a panic becomes an answer instead of ending the program.
pub(crate) fn call(handler: &Erased, inputs: Vec<Value>, seed: u64) -> Answer {
    seed_device(seed);
    match caught(|| handler(inputs)) {
        Ok(Ok(parts)) => Answer::Returned(Returned {
            parts,
            curves: Vec::new(),
        }),
        Ok(Err(why)) => Answer::Refused(why),
        Err((message, place)) => {
            // The messages of `todo!()` and `unimplemented!()`, with or without words of the author's own.
            if message.starts_with("not yet implemented") || message.starts_with("not implemented")
            {
                Answer::Todo
            } else {
                Answer::Panicked { message, place }
            }
        }
    }
}

/// What `run` returns, or the message and the place of its panic.
pub(crate) fn caught<T>(run: impl FnOnce() -> T) -> Result<T, (String, Option<String>)> {
    note_panics();
    panic::catch_unwind(AssertUnwindSafe(run)).map_err(|_| {
        let mut last = LAST_PANIC.lock().unwrap_or_else(PoisonError::into_inner);
        last.take().unwrap_or_default()
    })
}

fn note_panics() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        let earlier = panic::take_hook();
        panic::set_hook(Box::new(move |info| {
            // A test that fails in this process still says why.
            if cfg!(test) {
                earlier(info);
            }
            let message = info
                .payload_as_str()
                .unwrap_or("a panic without a message")
                .to_owned();
            let place = info.location().map(ToString::to_string);
            *LAST_PANIC.lock().unwrap_or_else(PoisonError::into_inner) = Some((message, place));
        }));
    });
}
