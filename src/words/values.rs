//! What does not fit when a function of an exercise is called: its signature is not the one of the exercise.

use crate::{names, sentences};

sentences! {
    "values";

    /// A value is of another type than the function takes.
    misfit(expected, got) = "The function takes {expected}, and the exercise gives it {got}.";

    /// The same, for one of several inputs; `why` is the sentence above. Inputs are counted from 1.
    input(number) = "Input {number} does not fit.";

    /// Another number of inputs.
    input_count(takes, gets) = "The function takes {takes} inputs, and the exercise gives it {gets}.";

    /// A tensor has another number of axes, or other lengths where the type fixes them.
    tensor_shape(shape) = "The function takes a tensor of another shape than {shape}, which the exercise gives it.";

    /// A whole number does not fit the type.
    out_of_range(number) = "The type of this input does not hold the number {number}.";
}

names! {
    "values_names";

    /// A single number in single precision.
    number = "a number";
    /// Several numbers in single precision.
    row = "a row of numbers";
    /// Rows in single precision.
    rows = "rows of numbers";
    /// A single number in double precision.
    double = "a number in `f64`";
    /// Several numbers in double precision.
    double_row = "a row of numbers in `f64`";
    /// Rows in double precision.
    several_double_rows = "rows of numbers in `f64`";
    /// A single whole number.
    integer = "a whole number";
    /// Several whole numbers.
    integer_row = "a row of whole numbers";
    /// Rows of whole numbers.
    several_integer_rows = "rows of whole numbers";
    /// Bytes.
    byte_row = "a row of bytes";
    /// A tensor of numbers.
    tensor = "a tensor of numbers";
    /// A tensor of whole numbers.
    integer_tensor = "a tensor of whole numbers";
    /// Several tensors.
    tensors = "several tensors";
    /// Several times yes or no.
    flag_row = "a row of `bool`s";
    /// Several texts.
    text_row = "several texts";

    /// Numbers that came.
    numbers(shape) = "numbers of shape {shape}";
    /// Numbers in double precision that came.
    doubles(shape) = "numbers in `f64` of shape {shape}";
    /// Whole numbers that came.
    integers(shape) = "whole numbers of shape {shape}";
    /// Bytes that came.
    bytes(shape) = "bytes of shape {shape}";
    /// Arrays that came.
    arrays(count) = "a list of {count} arrays";
    /// Rows in double precision that came.
    double_rows(count) = "a list of {count} rows in `f64`";
    /// Rows of whole numbers that came.
    integer_rows(count) = "a list of {count} rows of whole numbers";
    /// Yes or no.
    flag = "a `bool`";
    /// A mask that came.
    flags(count) = "a row of {count} `bool`s";
    /// A text.
    text = "a text";
    /// Texts that came.
    texts(count) = "a list of {count} texts";
    /// Nothing came.
    nothing = "`None`";
    /// An error came.
    error = "an `Err`";
}
