//! What ranks are told that send and receive what cannot be. Ranks are counted from 0.

use crate::sentences;

sentences! {
    "ranks";

    /// A rank sends a message to itself.
    to_itself(rank) = "Rank {rank} sends a message to itself, but it already has those numbers.";

    /// A rank sends a message to a rank that is not there. `last` is the largest number that is.
    to_nobody(rank, to, last) = "Rank {rank} sends a message to rank {to}, but the ranks go from 0 to {last}.";

    /// A rank waits for a message from itself.
    from_itself(rank) = "Rank {rank} waits for a message from itself, which never comes.";

    /// A rank waits for a message from a rank that is not there.
    from_nobody(rank, from, last) = "Rank {rank} waits for a message from rank {from}, but the ranks go from 0 to \
        {last}.";

    /// A rank waits for a message from one that is at its end.
    from_ended(rank, from) = "Rank {rank} waits for a message from rank {from} that never comes: rank {from} has \
        ended.";

    /// Two ranks wait for each other.
    from_each_other(rank, from) = "Rank {rank} waits for a message from rank {from} that never comes: rank {from} \
        waits for one from rank {rank}.";

    /// A rank waits for one that waits for a third.
    from_waiting(rank, from, third) = "Rank {rank} waits for a message from rank {from} that never comes: rank {from} \
        waits as well, for one from rank {third}.";

    /// All have ended, and a message is left.
    not_received(to, from) = "Rank {to} ends without the message that rank {from} sent it: every message has to be \
        received.";

    /// A rank came to another result when only the values of the other ranks were changed.
    knows_too_much(rank, bytes) = "What rank {rank} does changes with the values of the other ranks, although the same \
        {bytes} bytes reach its mailbox: what it knows of the others has to be sent to it, not kept in a `static` or \
        handed over some other way.";

    /// The inputs are for different numbers of ranks: an exercise or a show made them so.
    uneven = "Every input needs one element for each rank, and these have different numbers of them.";
}
