//! What the things are called that the judge speaks of: parts of an answer, inputs, cases, rows.

use crate::names;

names! {
    "judge.subject";

    /// The answer of a function that has one part. A sentence may begin with it.
    result(function) = "the result of `{function}`";

    /// One of several parts of an answer. A sentence may begin with it.
    part(part, function) = "the part `{part}` of `{function}`";

    /// The gradient of an input. A sentence may begin with it.
    gradient(input) = "the gradient of {input}";

    /// An input that has no name, counted from 1.
    input(number) = "input {number}";

    /// An element of an input, by its position: "`x` at [0, 3]".
    element_at(input, position) = "{input} at {position}";

    /// Two inputs, or more: then the first gap has all but the last of them.
    several(others, last) = "{others} and {last}";

    /// One of the cases that a function is called with, counted from 1.
    case(number, cases) = "case {number} of {cases}";

    /// The same with what the course calls it.
    labelled_case(number, cases, label) = "case {number} of {cases}, {label}";

    /// One element of a vector, after "the last", "the first", "each".
    element = "element";

    /// One row of a matrix, after "the last", "the first", "each".
    row = "row";

    /// One of several matrices, after "the last", "the first", "each".
    matrix = "matrix";

    /// One column of a matrix, after "the last", "the first", "each".
    column = "column";

    /// The whole of one case, after "each".
    whole_case = "case";

    /// The shape of a single number.
    single_number = "a single number";
}
