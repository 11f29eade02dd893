//! How two texts, two rows of tokens or two sets differ. Places are counted from 0.

use crate::{labels, names, sentences};

sentences! {
    "judge.sequence";

    /// Nothing is there. `subject` is what was returned, at the start of a sentence.
    empty(subject, of) = "{subject} is empty, where {of} are expected.";

    /// Nothing is there, and one is expected.
    empty_of_one(subject, one) = "{subject} is empty, where {one} is expected.";

    /// All agrees, but it ends too early.
    ends(subject, after, of, next) = "{subject} ends after {after} of {of}; {next} should come next.";

    /// All agrees, but it goes on.
    goes_on(subject, after, next) = "{subject} should end after {after}, and {next} follows.";

    /// One is missing in the middle.
    missing(subject, item, at) = "{subject} lacks {item} at position {at}, counted from 0. All others are right.";

    /// One is too much.
    surplus(subject, item, at) = "{subject} has {item} at position {at}, counted from 0, where it does not belong. All \
        others are right.";

    /// Two neighbours have changed places.
    swapped(subject, first, second, at) = "{subject} has {first} before {second} at position {at}, counted from 0. They \
        belong the other way round; all others are right.";

    /// The right ones in another order.
    reordered(subject, at, yours, expected) = "{subject} has the right elements in another order. The first one out of \
        place is {yours} at position {at}, counted from 0, where {expected} is expected.";

    /// They part.
    parts(subject, at, yours, expected) = "{subject} is right up to position {at}, counted from 0. There it has {yours}, \
        where {expected} is expected.";

    /// They part at once.
    parts_at_once(subject, yours, expected) = "{subject} begins with {yours}, where {expected} is expected.";

    /// One is missing in a set.
    one_not_in_set(subject, item) = "{subject} lacks {item}.";

    /// Several are missing in a set; `items` are the first of them.
    several_not_in_set(subject, count, items) = "{subject} lacks {count} of what is expected: {items}.";

    /// One does not belong in a set.
    one_more_in_set(subject, item) = "{subject} has {item}, which does not belong there.";

    /// Several do not belong in a set; `items` are the first of them.
    several_more_in_set(subject, count, items) = "{subject} has {count} that do not belong there: {items}.";

    /// Every yes is a no, and the other way round. `subject` stands in the middle of the sentence.
    inverted(subject) = "Every `true` of {subject} should be `false`, and every `false` should be `true`.";

    /// `None` was returned, and something is expected.
    nothing(subject, case) = "{subject} is `None` in {case}; a value is expected.";

    /// Something was returned, and `None` is expected.
    not_nothing(subject, case) = "{subject} has a value in {case}; `None` is expected.";

    /// An error was returned, and something is expected.
    error(subject, case, message) = "{subject} is an `Err` in {case}; a value is expected. The error says: {message}";

    /// Something was returned, and an error is expected.
    not_error(subject, case, message) = "{subject} has a value in {case}; an `Err` is expected. The reference's error says: \
        {message}";
}

names! {
    "judge.sequence_names";

    /// One of several sequences, in the middle of a sentence.
    row(row, whole) = "row {row} (counted from 0) of {whole}";

    /// A number of characters.
    characters(count) = "{count} characters";

    /// One character.
    one_character = "1 character";

    /// A number of elements.
    elements(count) = "{count} elements";

    /// One element.
    one_element = "1 element";
}

labels! {
    "judge.sequence_labels";

    /// A place in a table of numbers.
    position(at) = "position {at}";

    /// A place of yours beside another place of what is expected.
    positions(yours, expected) = "position {yours}, expected {expected}";

    /// A place of yours that has no partner in what is expected.
    position_of_yours(at) = "position {at} of yours";

    /// A place of what is expected that has no partner in yours.
    position_of_expected(at) = "position {at} of what is expected";

    /// What stands in a table where one side has nothing.
    gap = "nothing";
}
