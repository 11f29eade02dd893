//! Hands the functions of an exercise to the runner.

use std::process::exit;
use std::rc::Rc;

use crate::call::{Erased, call};
use crate::channel::Channel;
use crate::counting;
use crate::handler::Handler;
use crate::outbox::Outbox;
use crate::report;
use crate::sheet::Answer;
use crate::values::Inputs;
use crate::wire::{
    FrameError, FromCandidate, Hello, Offer, Request, Role, VERSION, Value, read_frame,
};
use crate::words::program as words;

/// The functions of one exercise.
///
/// ```no_run
/// use gradlings::prelude::*;
///
/// pub fn double(x: f32) -> f32 {
///     2.0 * x
/// }
///
/// fn main() {
///     Exercise::new().offer("double", function(double)).serve()
/// }
/// ```
#[derive(Default)]
pub struct Exercise {
    offers: Vec<(Offer, Erased)>,
}

impl Exercise {
    /// No function yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Offers one function under the name that the solution uses.
    pub fn offer<H: Handler + 'static>(mut self, name: &str, handler: H) -> Self {
        let offer = Offer {
            name: name.to_owned(),
            inputs: H::Inputs::COUNT,
            written: H::written(),
            metered: names_of_metered::<H>(),
        };
        self.offers.push((offer, erase(Rc::new(handler))));
        self
    }

    /// Answers one call in this process, as if the runner had asked: what tests of an exercise look at.
    pub fn answer(&self, function: &str, inputs: Vec<Value>, seed: u64) -> Answer {
        match self.offers.iter().find(|(offer, _)| offer.name == function) {
            None => Answer::Refused(words::not_offered(function)),
            Some((_, handler)) => call(handler, inputs, seed),
        }
    }

    /// Shows something with the functions of the exercise, as they are now: once the checks have run, `show` is called
    /// and what it [reports](crate::report) is drawn. It is never judged, and has two seconds.
    ///
    /// ```no_run
    /// use gradlings::prelude::*;
    ///
    /// pub fn halve(x: f32) -> f32 {
    ///     x / 2.0
    /// }
    ///
    /// fn main() {
    ///     Exercise::new()
    ///         .offer("halve", function(halve))
    ///         .show("halved again and again", || {
    ///             let mut x = 1.0;
    ///             for step in 0..10 {
    ///                 report::metric("x", step, x);
    ///                 x = halve(x);
    ///             }
    ///         })
    ///         .serve()
    /// }
    /// ```
    pub fn show(mut self, title: &str, show: impl Fn() + 'static) -> Self {
        let shown: Erased = Rc::new(move |_| {
            show();
            Ok(Vec::new())
        });
        self.offers.push((Offer::show(title), shown));
        self
    }

    /// Answers until the runner closes the channel, then ends the program.
    pub fn serve(self) -> ! {
        let ended = match Channel::open() {
            Ok(Some(channel)) => {
                answer_requests(&self.offers, channel).map_err(|error| error.to_string())
            }
            Ok(None) => Err(words::by_hand().to_owned()),
            Err(error) => Err(error.to_string()),
        };
        if let Err(why) = ended {
            eprintln!("{why}");
            exit(1);
        }
        exit(0)
    }
}

/// For each input of a handler the name of its type, where that measures what is done with it.
pub(crate) fn names_of_metered<H: Handler>() -> Vec<Option<String>> {
    let names = H::Inputs::metered().into_iter();
    names.map(|name| name.map(str::to_owned)).collect()
}

/// A handler with its types hidden. Every call counts from zero.
pub(crate) fn erase<H: Handler + 'static>(handler: Rc<H>) -> Erased {
    Rc::new(move |values| {
        counting::begin();
        H::Inputs::from_values(values).map(|inputs| handler.answer(inputs))
    })
}

fn answer_requests(offers: &[(Offer, Erased)], channel: Channel) -> Result<(), FrameError> {
    let Channel { mut reader, writer } = channel;
    let outbox = Outbox::new(writer);
    let hello = Hello {
        version: VERSION,
        role: Role::Candidate,
        offers: offers.iter().map(|(offer, _)| offer.clone()).collect(),
    };
    outbox.send(&hello)?;
    let mut early = Vec::new();
    loop {
        let (function, inputs, seed) = match read_frame(&mut reader) {
            Ok(Request::Input(value)) => {
                early.push(value);
                continue;
            }
            Ok(Request::Call {
                function,
                inputs,
                seed,
            }) => {
                let mut values = std::mem::take(&mut early);
                values.extend(inputs);
                (function, values, seed)
            }
            Ok(_) => return Err(FrameError::Garbage("a question for a reference".to_owned())),
            Err(FrameError::Closed) => return Ok(()),
            Err(error) => return Err(error),
        };
        let answer = match offers.iter().find(|(offer, _)| offer.name == function) {
            None => Answer::Refused(words::not_offered(function)),
            Some((_, handler)) => {
                let reports = outbox.clone();
                report::with_receiver(
                    move |report| {
                        // The runner is gone when this fails, and the next read ends the program.
                        let _ = reports.post(&FromCandidate::Report(report));
                    },
                    || call(handler, inputs, seed),
                )
            }
        };
        match outbox.send(&FromCandidate::Answer(answer)) {
            Err(FrameError::TooLarge(bytes)) => {
                outbox.send(&FromCandidate::Answer(Answer::TooLarge(bytes)))?;
            }
            sent => sent?,
        }
    }
}
