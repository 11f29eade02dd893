//! Sending reports.

use std::cell::Cell;
use std::sync::{Mutex, PoisonError};

use crate::report::data::{Frame, Progress, Report};
use crate::report::drawn::Drawn;
#[cfg(feature = "exercise")]
use crate::report::observation::Observation;
use crate::report::sealed::Sealed;

type Receiver = Box<dyn FnMut(Report) + Send>;

/// Where reports go while a function of the exercise is being called; nowhere otherwise.
static RECEIVER: Mutex<Option<Receiver>> = Mutex::new(None);

/// One point of the curve `series` (`"loss"`, `"accuracy"`, `"validation accuracy"`), measured at optimiser step `step`
/// counted from 0. Runs of one quantity have it before a comma, and share a chart: `"loss, rate 0.2"`.
pub fn metric(series: &str, step: usize, value: f32) {
    #[cfg(feature = "exercise")]
    if let Some(listener) = LISTENER.get() {
        listener(series);
    }
    send(|| Report::Metric {
        series: series.to_owned(),
        step: step as u64,
        value,
    });
}

/// How far the training is: `batch` of `batches` in `epoch` of `epochs`, both counted from 1.
pub fn progress(epoch: usize, epochs: usize, batch: usize, batches: usize) {
    send(|| {
        Report::Progress(Progress {
            epoch,
            epochs,
            batch,
            batches,
        })
    });
}

/// A line for the notes.
pub fn note(text: &str) {
    send(|| Report::Note(text.to_owned()));
}

/// Sends a drawing: what every call that draws comes down to. `step` is counted from 0; `None` is that of the last
/// metric.
pub(super) fn frame<D: Drawn>(title: &str, step: Option<usize>, drawing: impl FnOnce() -> D) {
    send_some(|| {
        let mut drawing = drawing();
        drawing.limit();
        Some(Report::Frame(Frame {
            title: title.to_owned(),
            step: step.map(|step| step as u64),
            drawing: Sealed::of(D::NAME, &drawing)?,
        }))
    });
}

/// What the library itself noticed.
#[cfg(feature = "exercise")]
pub(crate) fn observation(observation: Observation) {
    send(|| Report::Observation(observation));
}

#[cfg(feature = "exercise")]
thread_local! {
    /// Who hears the name of each metric just before it is sent.
    static LISTENER: Cell<Option<fn(&str)>> = const { Cell::new(None) };
}

/// Has `listener` hear the name of each metric that this thread reports from now on. Returns the listener before.
#[cfg(feature = "exercise")]
pub(crate) fn listening(listener: Option<fn(&str)>) -> Option<fn(&str)> {
    LISTENER.replace(listener)
}

fn send(report: impl FnOnce() -> Report) {
    send_some(|| Some(report()));
}

fn send_some(report: impl FnOnce() -> Option<Report>) {
    let mut receiver = RECEIVER.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(receiver) = receiver.as_mut()
        && let Some(report) = report()
    {
        receiver(report);
    }
}

/// Runs `work`; everything it reports, from any thread, goes to `receiver`.
pub fn with_receiver<R>(
    receiver: impl FnMut(Report) + Send + 'static,
    work: impl FnOnce() -> R,
) -> R {
    /// Puts the earlier receiver back even where `work` panics.
    struct Restore(Option<Receiver>);
    impl Drop for Restore {
        fn drop(&mut self) {
            *RECEIVER.lock().unwrap_or_else(PoisonError::into_inner) = self.0.take();
        }
    }
    let earlier = RECEIVER
        .lock()
        .unwrap_or_else(PoisonError::into_inner)
        .replace(Box::new(receiver));
    let _restore = Restore(earlier);
    work()
}

/// Runs `work`, and nobody hears what it reports, nor what the library notices of a training in it: for a show that calls
/// a training many times over, and for a training beside the one that is checked.
///
/// ```
/// use gradlings::report;
///
/// let answer = report::unheard(|| {
///     report::note("never seen");
///     42
/// });
/// assert_eq!(answer, 42);
/// ```
pub fn unheard<R>(work: impl FnOnce() -> R) -> R {
    /// Lets it be heard again even where `work` panics.
    struct Restore(bool);
    impl Drop for Restore {
        fn drop(&mut self) {
            HEARD.set(self.0);
        }
    }
    let _restore = Restore(HEARD.replace(false));
    with_receiver(|_| {}, work)
}

thread_local! {
    /// Whether anybody hears what this thread does.
    static HEARD: Cell<bool> = const { Cell::new(true) };
}

/// Whether anybody hears what this thread does now. Who notices things to tell them later has to ask.
#[cfg(feature = "exercise")]
pub(crate) fn is_heard() -> bool {
    HEARD.get()
}
