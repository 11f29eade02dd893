//! Names that other libraries have for what dfdx calls something else.

use crate::runner::words::compiler::synonym as words;

/// What to write for a method that tensors do not have.
pub fn on_tensor(method: &str) -> Option<&'static str> {
    Some(match method {
        "pow" | "power" | "powu" => words::power(),
        "log" => words::logarithm(),
        "len" | "size" | "rows" | "columns" | "cols" | "nrows" | "ncols" | "dims" | "dim"
        | "ndim" | "num_elements" | "numel" | "height" | "width" => words::lengths(),
        "iter" | "into_iter" | "iter_mut" | "to_vec" | "into_vec" | "data" | "values"
        | "as_slice" | "numpy" | "tolist" | "get" => words::numbers(),
        "item" | "to_scalar" | "value" | "as_f32" | "into_scalar" => words::item(),
        "mean_axis" | "mean_dim" | "mean_along" | "average" | "avg" => words::mean(),
        "sum_axis" | "sum_dim" | "sum_along" | "sum_all" => words::sum(),
        "std" | "std_axis" | "standard_deviation" => words::deviation(),
        "variance" | "var_axis" => words::variance(),
        "argmax" | "arg_max" | "max_by" | "max_index" | "position" => words::largest(),
        "dot" | "mm" | "matrix_multiply" | "mat_mul" => words::product(),
        "t" | "transpose" | "transposed" => words::transpose(),
        "expand" | "repeat" | "broadcast_to" | "unsqueeze" | "expand_as" | "tile" => {
            words::repeat()
        }
        "view" | "flatten" | "into_shape" | "reshape_as" => words::reshape(),
        "detach" | "without_tape" | "no_grad" => words::detach(),
        "requires_grad" | "requires_grad_" | "require_grad" | "track" => words::trace(),
        "sign" | "signum" => words::sign(),
        "max_with" | "clip" | "clamp_min" => words::clamp(),
        "cross_entropy" | "nll" => words::cross_entropy(),
        "cuda" | "cpu" | "to" => words::device(),
        "map" => words::map(),
        _ => return None,
    })
}

/// What to write for a method that a plain number does not have, but a tensor has.
pub fn on_number(method: &str) -> Option<&'static str> {
    Some(match method {
        "relu" => words::relu_of_number(),
        "square" => words::square_of_number(),
        "array" | "as_vec" | "item" => words::leave_away(),
        "len" => words::length_of_number(),
        "pow" => words::power_of_number(),
        _ => return None,
    })
}

/// Operations of dfdx that take axes away.
pub fn reduces(method: &str) -> bool {
    ["mean", "sum", "max", "min", "var", "stddev", "logsumexp"].contains(&method)
}

/// Operations of dfdx that work along an axis and keep the shape.
pub fn along(method: &str) -> bool {
    ["softmax", "log_softmax", "normalize"].contains(&method)
}
