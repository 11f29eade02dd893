//! Calling a learner's function so that whatever it does becomes an answer.

use std::any::Any;
use std::cell::RefCell;
use std::panic::{self, AssertUnwindSafe};
use std::rc::Rc;
use std::sync::{Mutex, Once, PoisonError};

use crate::sheet::{Answer, Returned};
use crate::stop::Stopped;
use crate::tensor::seed_device;
use crate::wire::Value;

/// A handler whose types are hidden: values in, an answer or a misfit out.
pub(crate) type Erased = Rc<dyn Fn(Vec<Value>) -> Result<Returned, String>>;

/// The message and the place of a panic.
type Noted = (String, Option<String>);

/// The last panic of any thread, noted by the hook because the payload has no place.
static LAST_PANIC: Mutex<Option<Noted>> = Mutex::new(None);

thread_local! {
    /// The last panic of this thread: several may panic at once.
    static LAST_HERE: RefCell<Option<Noted>> = const { RefCell::new(None) };
}

/// A panic that was caught.
pub(crate) struct Panic {
    /// What it carries.
    pub payload: Box<dyn Any + Send>,
    /// Its message, or empty where another thread's was in the way.
    pub message: String,
    /// `file:line:column`, where known.
    pub place: Option<String>,
}

/// Calls `handler` with the device seeded; a panic becomes an answer instead of ending the program.
pub(crate) fn call(handler: &Erased, inputs: Vec<Value>, seed: u64) -> Answer {
    seed_device(seed);
    match caught(|| handler(inputs)) {
        Ok(Ok(returned)) => Answer::Returned(returned),
        Ok(Err(why)) => Answer::Refused(why),
        Err(panic) => answer_of(panic),
    }
}

fn answer_of(panic: Panic) -> Answer {
    let Panic {
        payload,
        message,
        place,
    } = panic;
    let payload = match payload.downcast::<Stopped>() {
        Ok(stopped) => {
            return Answer::Stopped {
                why: stopped.why,
                place: stopped.place,
            };
        }
        Err(payload) => payload,
    };
    // A panic of a rank was caught on the rank's thread, and comes with what was noted there.
    let (message, place) = match payload.downcast::<Panic>() {
        Ok(inner) => return answer_of(*inner),
        Err(_) => (message, place),
    };
    // The messages of `todo!()` and `unimplemented!()`, with or without words of the author's own.
    if message.starts_with("not yet implemented") || message.starts_with("not implemented") {
        Answer::Todo
    } else {
        Answer::Panicked { message, place }
    }
}

/// What `run` returns, or its panic.
pub(crate) fn caught<T>(run: impl FnOnce() -> T) -> Result<T, Panic> {
    note_panics();
    panic::catch_unwind(AssertUnwindSafe(run)).map_err(|payload| {
        let here = LAST_HERE.take();
        let last = LAST_PANIC
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .take();
        let (message, place) = here.or(last).unwrap_or_default();
        Panic {
            payload,
            message,
            place,
        }
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
            let noted = (message, info.location().map(ToString::to_string));
            LAST_HERE.set(Some(noted.clone()));
            *LAST_PANIC.lock().unwrap_or_else(PoisonError::into_inner) = Some(noted);
        }));
    });
}
