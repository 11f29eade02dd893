//! What happens while somebody tries out what they have built.

use crate::sentences;

sentences! {
    "judge.trial";

    /// The function panicked.
    panicked(message) = "Your program panicked: {message}";

    /// The function panicked, and where is known.
    panicked_at(message, place) = "Your program panicked at {place}: {message}";

    /// A part of it is a `todo!()`.
    not_written = "A part of your program is not written yet.";

    /// The program does not begin.
    no_hello = "Your program did not begin to answer.";

    /// The program begins, and then says nothing any more.
    silent(hours) = "Your program has said nothing for {hours} hours, so it was stopped.";
}
