//! A value that is used although something else has taken it.

use crate::{names, sentences};

sentences! {
    "compiler_moved";

    /// A value is needed again. `code` is code in backquotes: the method or the operation that took it. One of the
    /// sentences with `mend_` in their ids follows.
    used_up_by(name, code, line, place) = "`{name}` is used up by {code} in line {line}, and needed again in {place}.";

    /// The same where it is not known what took it.
    used_up(name, line, place) = "`{name}` is used up in line {line}, and needed again in {place}.";

    /// A closure that is called twice and uses a variable up.
    used_up_by_closure(closure, name) = "The closure `{closure}` uses `{name}` up in its first call, so there is no second one: write \
        `{name}.clone()` inside of it.";

    /// A closure that is to be called again and again and uses a variable up.
    used_up_by_calls(name) = "The closure is called again and again, and uses `{name}` up in its first call: look at it only, with \
        `.iter()` or `&{name}`, or write `{name}.clone()` inside.";

    /// `a * a`.
    mend_square = "To multiply something by itself, write it once, with `.square()` after it.";

    /// The shape or the number of a tensor with a tape is asked for too late.
    mend_ask_earlier = "Ask for it earlier, with a `let` before that line.";

    /// The copy of a tensor with a tape is taken after the tensor is gone.
    mend_copy_earlier(name) = "Take the copy first: move `{name}.with_empty_tape()` into a `let` before that line.";

    /// A tensor with a tape is lent after it was taken.
    mend_borrow_earlier = "What only borrows it comes first: work that out with a `let` before that line.";

    /// A tensor with a tape is needed twice.
    mend_second_copy(name) = "A tensor with a tape cannot be cloned: `{name}.with_empty_tape()` is a second copy, \
        whose recording is joined with the first later on.";

    /// A loop needs the value in each round.
    mend_clone_there(name) = "Write `{name}.clone()` there.";

    /// A loop needs the value in each round, and only its size.
    mend_clone_there_or_size(name) = "Write `{name}.clone()` there, or ask for its size before.";

    /// A value is needed twice.
    mend_clone_first(name) = "Write `{name}.clone()` where it is used first.";

    /// A value is needed twice, and the second time only its size.
    mend_clone_first_or_size(name) = "Write `{name}.clone()` where it is used first, or ask for its size before.";

    /// `backward` twice.
    played_back(name) = "`backward` plays a tape back once, and `{name}` is used up by it: keep the gradients that it \
        gave, or work out the loss anew.";

    /// A loop over a list that is only lent.
    loop_takes_list(list) = "`for` would take the list apart, but {list} is only lent here: write `&` before it.";

    /// An operation on a tensor that is only lent.
    lent(tensor) = "An operation uses its tensor up, but {tensor} is only lent from where it is kept: write `.clone()` \
        after it.";

    /// An operation on a tensor with a tape out of a list.
    lent_with_tape(tensor) = "An operation uses its tensor up, but {tensor} is only lent by the list, and a tensor \
        with a tape cannot be cloned: go through the list with `.into_iter()`, which hands out the tensors \
        themselves, or write `.with_empty_tape()` after it for a second copy.";

    /// Gradients that are given to a tape in a loop come back in a new variable. `code` is what to write.
    gradients_in_new_variable(name, code) = "`traced({name})` gives the gradients away, and `let` makes a new variable \
        that ends with the round. Write `{code}`, without `let`, to give them back for the next round.";

    /// Gradients are used in a loop before they come back. `code` is the line that gives them back.
    gradients_in_tape(name, code) = "The tape has taken `{name}`, and they come back only from `backward`: use them \
        again after `{code}`.";

    /// Gradients for two tapes.
    gradients_for_two(name) = "`{name}` can be given to one tape only. Start the other tensor with `.leaky_trace()`: \
        the tapes are joined where the two meet, and `backward` gives the gradients of both.";
}

names! {
    "compiler_moved_names";

    /// Where a value is needed again: in the line that takes it.
    same_line = "the same line";

    /// Where a value is needed again.
    line(number) = "line {number}";

    /// When a value is needed again.
    next_round = "the next round of the loop";

    /// Where and when a value is needed again.
    line_in_next_round(number) = "line {number}, in the next round of the loop";

    /// A tensor whose code is too long to be repeated.
    this_tensor = "this tensor";
}
