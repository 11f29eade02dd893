//! The observer of the training that runs on this thread.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::time::{Duration, Instant};

use super::activations::Activations;
use super::logits::{Batch, Logits};
use super::parameters::Watch;
use crate::report::{self, Observation, Parameters};

/// How often what was noticed is reported.
const OFTEN: Duration = Duration::from_millis(250);
/// Losses that are kept until then.
const LOSSES: usize = 4096;
/// Names of metrics that are kept; of more, nothing is told.
const SERIES: usize = 24;

thread_local! {
    static OBSERVER: RefCell<Option<Observer>> = const { RefCell::new(None) };
}

/// Runs a training and reports what is noticed in it.
pub fn observe<R>(training: impl FnOnce() -> R) -> R {
    /// Ends the observation even where the training panics: what was noticed until then is worth knowing.
    struct End {
        outer: Option<Observer>,
        listener: Option<fn(&str)>,
    }
    impl Drop for End {
        fn drop(&mut self) {
            report::listening(self.listener);
            let observer = OBSERVER.with(|it| {
                it.try_borrow_mut()
                    .ok()
                    .map(|mut it| std::mem::replace(&mut *it, self.outer.take()))
            });
            if let Some(Some(mut observer)) = observer {
                observer.tell(true);
            }
        }
    }
    let _end = End {
        outer: OBSERVER.replace(Some(Observer::new())),
        listener: report::listening(Some(|series| notice(|it| it.reported(series)))),
    };
    training()
}

/// Whether a training is being observed on this thread.
pub(crate) fn active() -> bool {
    report::is_heard() && OBSERVER.with(|it| it.try_borrow().is_ok_and(|it| it.is_some()))
}

/// Tells the observer something, where there is one.
pub(crate) fn notice(tell: impl FnOnce(&mut Observer)) {
    if !report::is_heard() {
        return;
    }
    OBSERVER.with(|it| {
        if let Ok(mut observer) = it.try_borrow_mut()
            && let Some(observer) = observer.as_mut()
        {
            tell(observer);
        }
    });
}

/// Reports a fact that is known at once, where a training is observed.
pub(crate) fn note(fact: impl FnOnce(u64) -> Observation) {
    let mut step = None;
    notice(|observer| step = Some(observer.step()));
    if let Some(step) = step {
        report::observation(fact(step));
    }
}

/// What was noticed so far.
pub(crate) struct Observer {
    told: Instant,
    updates: u64,
    backwards: u64,
    /// One per optimiser, by its number.
    watches: BTreeMap<u64, Watch>,
    /// What is known of the network of an optimiser that is gone.
    left: Option<Watch>,
    activations: Activations,
    logits: Logits,
    /// Losses that are not told yet, and the step of the first.
    losses: Vec<f32>,
    first: u64,
    /// Whether every loss so far was a number.
    finite: bool,
    /// A dropout layer has dropped since the last backward pass.
    dropped: bool,
    /// The metrics of which it is told that dropout was on when they were measured.
    dropout_told: Vec<String>,
    parameters_told: bool,
}

impl Observer {
    fn new() -> Observer {
        Observer {
            told: Instant::now(),
            updates: 0,
            backwards: 0,
            watches: BTreeMap::new(),
            left: None,
            activations: Activations::default(),
            logits: Logits::default(),
            losses: Vec::new(),
            first: 0,
            finite: true,
            dropped: false,
            dropout_told: Vec::new(),
            parameters_told: false,
        }
    }

    /// The step that is running.
    pub(crate) fn step(&self) -> u64 {
        if self.watches.is_empty() && self.left.is_none() {
            self.backwards
        } else {
            self.updates
        }
    }

    /// The watch of an optimiser, which begins with the first call. It goes on with what is known of the network of one that
    /// is gone: a training that makes its optimiser anew in every step has one network all the same.
    pub(crate) fn watch(&mut self, optimiser: u64) -> &mut Watch {
        let left = &mut self.left;
        self.watches
            .entry(optimiser)
            .or_insert_with(|| left.take().unwrap_or_default())
    }

    /// An optimiser is gone.
    pub(crate) fn forget(&mut self, optimiser: u64) {
        if let Some(mut watch) = self.watches.remove(&optimiser) {
            // Of two that are gone, the one with updates says more.
            if let Some(earlier) = self.left.take()
                && !watch.is_used()
            {
                watch = earlier;
            }
            self.left = Some(watch);
        }
    }

    /// An optimiser has done an update.
    pub(crate) fn updated(&mut self) {
        self.updates += 1;
    }

    /// A ReLU answered with `out`, of this shape, in a forward pass that is recorded.
    pub(crate) fn activations(&mut self, shape: &[usize], out: &[f32]) {
        // A ReLU makes zeros of NaN, which would look like death.
        if self.finite {
            let step = self.step();
            self.activations.take(shape, out, step);
        }
    }

    /// Whether the loss should show the batch that it has.
    pub(crate) fn wants_logits(&mut self) -> bool {
        self.logits.wanted()
    }

    /// A loss was computed, in a forward pass that is recorded.
    pub(crate) fn logits(&mut self, batch: &Batch<'_>) {
        let step = self.step();
        self.logits.take(batch, step);
    }

    /// A dropout layer has dropped something.
    pub(crate) fn dropped(&mut self) {
        self.dropped = true;
    }

    /// The step, and all networks that are watched.
    pub(crate) fn watches(&mut self) -> (u64, impl Iterator<Item = &mut Watch>) {
        (self.step(), self.watches.values_mut().chain(&mut self.left))
    }

    /// A backward pass from a loss of `value` is over.
    pub(crate) fn played_back(&mut self, value: f32) {
        if self.losses.is_empty() {
            self.first = self.step();
        }
        if self.losses.len() < LOSSES {
            self.losses.push(value);
        }
        self.finite &= value.is_finite();
        self.backwards += 1;
        self.dropped = false;
        self.activations.passed();
        if self.told.elapsed() >= OFTEN {
            self.tell(false);
            self.told = Instant::now();
        }
    }

    /// A metric is about to be reported. Whether it is about data that is not trained on is known to those who declared
    /// it, so it is told of all of them once what matters for such a one.
    fn reported(&mut self, series: &str) {
        // An evaluation on a tape is no part of the next forward pass, and in the middle of one nobody reports.
        self.activations.passed();
        let is_known = self.dropout_told.iter().any(|known| known == series);
        if self.dropped && !is_known && self.dropout_told.len() < SERIES {
            self.dropout_told.push(series.to_owned());
            report::observation(Observation::DropoutInEvaluation {
                step: self.step(),
                series: Some(series.to_owned()),
            });
        }
    }

    fn tell(&mut self, end: bool) {
        let step = self.step().saturating_sub(1);
        let mut said = self.logits.observations(step);
        said.extend(self.activations.observations(end));
        let losses = std::mem::take(&mut self.losses);
        if !losses.is_empty() {
            said.push(Observation::Losses {
                first: self.first,
                values: losses,
            });
        }
        let mut parameters = Parameters::default();
        for watch in self.watches.values().chain(&self.left) {
            watch.tell(&mut parameters);
            if let Some((step, steps)) = watch.longest() {
                said.push(Observation::NotZeroed { step, steps });
            }
        }
        let news = !parameters.zero_gradient.is_empty() || !parameters.unchanged.is_empty();
        if news || self.parameters_told {
            self.parameters_told = news;
            said.push(Observation::Parameters(parameters));
        }
        if !self.watches.is_empty() || self.left.is_some() {
            let (backwards, updates) = (self.backwards, self.updates);
            said.push(Observation::Updates { backwards, updates });
        }
        said.into_iter().for_each(report::observation);
    }
}

#[cfg(test)]
mod tests {
    use super::Observer;

    #[test]
    fn what_is_known_of_a_network_outlives_its_optimiser_and_is_known_once() {
        let mut observer = Observer::new();
        observer.watch(0).updated(None);
        for number in 0..1000 {
            observer.forget(number);
            assert!(observer.watch(number + 1).is_used());
            assert_eq!(
                (observer.watches.len(), observer.left.is_some()),
                (1, false)
            );
        }
        // One that was never used does not take its place.
        observer.watch(2000);
        observer.forget(1000);
        observer.forget(2000);
        assert!(observer.watch(3000).is_used());
    }
}
