//! The kinds of diagnosis: the words of `diagnosis.kind` in the JSON, which stay what they are.

/// Every kind there is, and what it says.
pub const KINDS: [(&str, &str); 77] = [
    (
        "mistake",
        "a named mistake of the exercise; `id` says which",
    ),
    // The call itself.
    ("todo", "a `todo!()` was reached"),
    ("panic", "the function panicked"),
    ("signature", "the function has another signature"),
    ("not_offered", "the function is not offered by `main`"),
    (
        "another_handler",
        "the function is offered by `main` in another way than in the exercise",
    ),
    (
        "stopped",
        "the library ended the call: the function tried what is not counted",
    ),
    // Shapes and types.
    ("part_count", "another number of parts"),
    ("type", "another sort of value"),
    ("shape", "another shape"),
    ("too_large", "more bytes than can be compared"),
    ("array_count", "another number of arrays"),
    ("transposed", "axes changed places"),
    (
        "reshaped",
        "the right numbers and shape, laid out along the wrong axes",
    ),
    ("axis", "an operation along the wrong axis of an input"),
    // What a check of the learner's does.
    ("let_through", "what is wrong passes"),
    ("refused", "what is right is refused"),
    // Calls that should have been answered alike.
    ("nondeterministic", "the same call gives different answers"),
    ("state", "an answer depends on the calls before it"),
    (
        "began_again",
        "a program that was ended and started again repeats what it had done",
    ),
    // Relations between yours and the right value.
    ("not_finite", "a number that is NaN or infinite"),
    ("zero", "zero everywhere"),
    (
        "sign",
        "the sign of the result, or of one input, is flipped",
    ),
    (
        "factor",
        "a factor: constant, or given by a length or a number of the inputs",
    ),
    ("offset", "something is added: a constant, or an input"),
    (
        "change",
        "the distance to an input is off by a factor, not the value",
    ),
    (
        "accumulated",
        "each element is the sum of all right ones up to it",
    ),
    (
        "power",
        "a square, a root, an absolute value or a division too many",
    ),
    (
        "exponent",
        "an exponential or a logarithm too many, or missing",
    ),
    (
        "activation",
        "a sigmoid, tanh or softplus too many, or missing",
    ),
    ("softmax", "a softmax is missing"),
    ("inverted", "yes for no, and no for yes"),
    ("clipped", "values are cut off at a limit"),
    ("rounded", "values are rounded"),
    ("constant", "one number in all places of a case"),
    (
        "proportion",
        "right up to a factor, or an addend, of each case, row or column",
    ),
    (
        "shifted",
        "everything stands one place too early or too late",
    ),
    ("order", "the right values in another order"),
    (
        "rows",
        "the first or last row is left out, or the only one that counts",
    ),
    ("exchanged", "two inputs are used as each other"),
    ("ignored", "an input has no effect"),
    (
        "batch_order",
        "the result depends on the order of the batch",
    ),
    ("large", "right for small inputs and wrong for large ones"),
    // Gradients.
    (
        "gradient",
        "the gradient is not that of the candidate's own value",
    ),
    (
        "another_function",
        "the gradient is that of the candidate's value, which is another one",
    ),
    // Plain findings.
    ("values", "elements outside of the tolerance"),
    ("words", "another text"),
    ("sequence", "other elements, or more or fewer of them"),
    ("set", "another set"),
    ("option", "nothing (`None`) on one side only"),
    ("result", "an error (`Err`) on one side only"),
    ("too_much", "a count is higher than it may be"),
    ("rows_size", "a group has another number of rows"),
    ("rows_parted", "a row stands beside what belongs to another"),
    (
        "rows_unpaired",
        "a group has more rows than partners, or fewer",
    ),
    ("rows_changed", "a row is none of the input's"),
    ("rows_repeated", "a row is there too often"),
    ("rows_lost", "a row is missing"),
    (
        "rows_not_shuffled",
        "the rows are in the order of the input",
    ),
    (
        "share_of_zeros",
        "a distribution with another share of zeros",
    ),
    ("mean", "a distribution with another mean"),
    ("deviation", "a distribution with another deviation"),
    ("not_random", "random numbers that follow an order"),
    (
        "not_a_distribution",
        "a row of probabilities does not sum to 1",
    ),
    ("accuracy", "too many wrong classes"),
    ("claim", "a claimed accuracy is not the measured one"),
    ("property", "what the reference says of the answer"),
    ("curve_missing", "a curve was never reported"),
    ("curve_not_finite", "a curve stopped being a number"),
    (
        "curve_ends_high",
        "a curve ends too high, beside the reference's",
    ),
    ("curve_too_high", "a curve ends above a limit"),
    ("curve_too_low", "a curve ends below a limit"),
    ("curve_not_falling", "a curve does not fall"),
    ("curve_not_rising", "a curve does not rise"),
    ("curve_leaves", "a curve leaves its range"),
    (
        "curve_apart",
        "a curve goes another way than the reference's",
    ),
    ("curve_goes_back", "the steps of a curve begin again"),
];
