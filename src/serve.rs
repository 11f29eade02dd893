//! Hands the functions of an exercise to the runner.

use std::process::exit;
use std::sync::{Arc, Mutex, PoisonError};

use crate::call::{Erased, call};
use crate::channel::{BY_HAND, Channel};
use crate::handler::Handler;
use crate::report;
use crate::sheet::Answer;
use crate::values::Inputs;
use crate::wire::{
    FrameError, FromCandidate, Hello, Offer, Request, Role, VERSION, Value, read_frame, write_frame,
};

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
        };
        self.offers.push((offer, erase(handler)));
        self
    }

    /// Answers one call in this process, as if the runner had asked: what tests of an exercise look at.
    pub fn answer(&self, function: &str, inputs: Vec<Value>, seed: u64) -> Answer {
        match self.offers.iter().find(|(offer, _)| offer.name == function) {
            None => Answer::Refused(format!("the exercise offers no `{function}`")),
            Some((_, handler)) => call(handler, inputs, seed),
        }
    }

    /// Answers until the runner closes the channel, then ends the program.
    pub fn serve(self) -> ! {
        let ended = match Channel::open() {
            Ok(Some(channel)) => {
                answer_requests(&self.offers, channel).map_err(|error| error.to_string())
            }
            Ok(None) => Err(BY_HAND.to_owned()),
            Err(error) => Err(error.to_string()),
        };
        if let Err(why) = ended {
            eprintln!("{why}");
            exit(1);
        }
        exit(0)
    }
}

/// A handler with its types hidden.
pub(crate) fn erase<H: Handler + 'static>(handler: H) -> Erased {
    Box::new(move |values| H::Inputs::from_values(values).map(|inputs| handler.answer(inputs)))
}

fn answer_requests(offers: &[(Offer, Erased)], channel: Channel) -> Result<(), FrameError> {
    let Channel { mut reader, writer } = channel;
    let writer = Arc::new(Mutex::new(writer));
    let send = |message: &FromCandidate| {
        let mut writer = writer.lock().unwrap_or_else(PoisonError::into_inner);
        write_frame(&mut *writer, message)
    };
    let hello = Hello {
        version: VERSION,
        role: Role::Candidate,
        offers: offers.iter().map(|(offer, _)| offer.clone()).collect(),
    };
    write_frame(
        &mut *writer.lock().unwrap_or_else(PoisonError::into_inner),
        &hello,
    )?;
    loop {
        let (function, inputs, seed) = match read_frame(&mut reader) {
            Ok(Request::Call {
                function,
                inputs,
                seed,
            }) => (function, inputs, seed),
            Ok(_) => return Err(FrameError::Garbage("a question for a reference".to_owned())),
            Err(FrameError::Closed) => return Ok(()),
            Err(error) => return Err(error),
        };
        let answer = match offers.iter().find(|(offer, _)| offer.name == function) {
            None => Answer::Refused(format!("the exercise offers no `{function}`")),
            Some((_, handler)) => {
                let reports = Arc::clone(&writer);
                report::with_receiver(
                    move |report| {
                        let mut writer = reports.lock().unwrap_or_else(PoisonError::into_inner);
                        // The runner is gone when this fails, and the next read ends the program.
                        let _ = write_frame(&mut *writer, &FromCandidate::Report(report));
                    },
                    || call(handler, inputs, seed),
                )
            }
        };
        send(&FromCandidate::Answer(answer))?;
    }
}
