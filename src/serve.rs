//! Hands the functions of an exercise to the runner.

use std::process::exit;
use std::rc::Rc;
use std::sync::{Arc, Mutex, PoisonError};

use crate::call::{Erased, call};
use crate::channel::{Channel, Reader};
use crate::counting;
use crate::handler::Handler;
use crate::message::{FromCandidate, Hello, Offer, Request, Role};
use crate::outbox::Outbox;
use crate::report;
use crate::sheet::{Answer, Returned};
use crate::trial::Trial;
use crate::values::Inputs;
use crate::wire::{Ask, FrameError, Reply, VERSION, Value, read_frame};
use crate::words::program as words;
use crate::world;

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
    trial: Option<(Offer, Use)>,
}

/// What `gradlings try` calls.
type Use = Box<dyn Fn(&Trial)>;

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
            Ok(Returned::default())
        });
        self.offers.push((Offer::show(title), shown));
        self
    }

    /// Lets the learner use what they have built: once the exercise has passed, `gradlings try NAME` calls `work` with the
    /// files that were given and the lines that are typed. What it says and what it [reports](crate::report) is drawn, and
    /// it takes as long as it likes. An exercise has one such use.
    pub fn to_try(mut self, title: &str, work: impl Fn(&Trial) + 'static) -> Self {
        self.trial = Some((Offer::trial(title), Box::new(work)));
        self
    }

    /// Answers until the runner closes the channel, then ends the program.
    pub fn serve(self) -> ! {
        let ended = match Channel::open() {
            Ok(Some(channel)) => answer_requests(self, channel).map_err(|error| error.to_string()),
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

fn answer_requests(exercise: Exercise, channel: Channel) -> Result<(), FrameError> {
    let Exercise { mut offers, trial } = exercise;
    let Channel { reader, writer } = channel;
    let outbox = Outbox::new(writer);
    // While a function is being called, what it asks is answered on the same channel.
    let reader = Arc::new(Mutex::new(reader));
    if let Some((offer, work)) = trial {
        let outbox = outbox.clone();
        let tried: Erased = Rc::new(move |_| {
            work(&Trial::new(outbox.clone()));
            Ok(Returned::default())
        });
        offers.push((offer, tried));
    }
    let hello = Hello {
        version: VERSION,
        role: Role::Candidate,
        offers: offers.iter().map(|(offer, _)| offer.clone()).collect(),
    };
    outbox.send(&hello)?;
    let mut early = Vec::new();
    loop {
        let request = read_frame(&mut *lock(&reader));
        let (function, inputs, seed) = match request {
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
                let questions = (outbox.clone(), Arc::clone(&reader));
                report::with_receiver(
                    move |report| {
                        // The runner is gone when this fails, and the next read ends the program.
                        let _ = reports.post(&FromCandidate::Report(report));
                    },
                    || {
                        world::with_responder(
                            move |question| answered(question, &questions.0, &questions.1),
                            || call(handler, inputs, seed),
                        )
                    },
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

/// What the runner answers to a question. Without it there is nobody to work for, so the program ends.
fn answered(question: Ask, outbox: &Outbox, reader: &Mutex<Reader>) -> Reply {
    let mut reader = lock(reader);
    match outbox.send(&FromCandidate::Ask(question)) {
        Ok(()) => match read_frame(&mut *reader) {
            Ok(Request::Reply(reply)) => reply,
            _ => exit(1),
        },
        Err(FrameError::TooLarge(_) | FrameError::Garbage(_)) => {
            Reply::Refused(words::too_long_a_question().to_owned())
        }
        Err(_) => exit(1),
    }
}

fn lock(reader: &Mutex<Reader>) -> std::sync::MutexGuard<'_, Reader> {
    reader.lock().unwrap_or_else(PoisonError::into_inner)
}
