//! What the functions of an exercise ask of the world outside of their sandbox, and who answers.

use std::sync::{Mutex, PoisonError};

use crate::wire::{Ask, Reply};

type Responder = Box<dyn FnMut(Ask) -> Reply + Send>;

/// Who answers while a function of the exercise is being called; nobody otherwise.
static RESPONDER: Mutex<Option<Responder>> = Mutex::new(None);

/// The answer, or `None` where nobody is there to give one.
pub(crate) fn ask(question: Ask) -> Option<Reply> {
    let mut responder = RESPONDER.lock().unwrap_or_else(PoisonError::into_inner);
    responder.as_mut().map(|responder| responder(question))
}

/// Runs `work`; everything that it asks, from any thread, is answered by `responder`.
pub(crate) fn with_responder<R>(
    responder: impl FnMut(Ask) -> Reply + Send + 'static,
    work: impl FnOnce() -> R,
) -> R {
    /// Puts the earlier responder back even where `work` panics.
    struct Restore(Option<Responder>);
    impl Drop for Restore {
        fn drop(&mut self) {
            *RESPONDER.lock().unwrap_or_else(PoisonError::into_inner) = self.0.take();
        }
    }
    let mut asked = RESPONDER.lock().unwrap_or_else(PoisonError::into_inner);
    let _restore = Restore(asked.replace(Box::new(responder)));
    drop(asked);
    work()
}
