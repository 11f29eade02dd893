//! Names that other libraries have for what dfdx calls something else.

/// What to write for a method that tensors do not have.
pub fn on_tensor(method: &str) -> Option<&'static str> {
    Some(match method {
        "pow" | "power" | "powu" => {
            "a square is `.square()`, other powers are `.powi(3)` or `.powf(0.5)`"
        }
        "log" => "the natural logarithm is `.ln()`",
        "len" | "size" | "rows" | "columns" | "cols" | "nrows" | "ncols" | "dims" | "dim"
        | "ndim" | "num_elements" | "numel" | "height" | "width" => {
            "its lengths are in `.shape()`: `.shape().0` is the first, `.shape().1` the second"
        }
        "iter" | "into_iter" | "iter_mut" | "to_vec" | "into_vec" | "data" | "values"
        | "as_slice" | "numpy" | "tolist" | "get" => {
            "`.as_vec()` gives its numbers as a `Vec`, row by row"
        }
        "item" | "to_scalar" | "value" | "as_f32" | "into_scalar" => {
            "`.array()` gives the number of a `Scalar`"
        }
        "mean_axis" | "mean_dim" | "mean_along" | "average" | "avg" => {
            "the mean along an axis is `.mean::<_, Axis<0>>()`"
        }
        "sum_axis" | "sum_dim" | "sum_along" | "sum_all" => {
            "the sum along an axis is `.sum::<_, Axis<0>>()`"
        }
        "std" | "std_axis" | "standard_deviation" => {
            "the deviation along an axis is `.stddev::<_, Axis<0>>(0.0)`"
        }
        "variance" | "var_axis" => "the variance along an axis is `.var::<_, Axis<0>>()`",
        "argmax" | "arg_max" | "max_by" | "max_index" | "position" => {
            "go through its numbers, `.as_vec()`, and look for the place of the largest"
        }
        "dot" | "mm" | "matrix_multiply" | "mat_mul" => {
            "the product of matrices is `.matmul(other)`"
        }
        "t" | "transpose" | "transposed" => {
            "rows and columns are exchanged by `.permute()`, with the new type told"
        }
        "expand" | "repeat" | "broadcast_to" | "unsqueeze" | "expand_as" | "tile" => {
            "`.broadcast_like::<_, Axis<0>>(&other)` repeats it along a new axis"
        }
        "view" | "flatten" | "into_shape" | "reshape_as" => {
            "`.reshape_like(&(rows, columns))` gives it another shape"
        }
        "detach" | "without_tape" | "no_grad" => {
            "`.retaped::<NoneTape>()` is a copy without a tape"
        }
        "requires_grad" | "requires_grad_" | "require_grad" | "track" => {
            "`.leaky_trace()` is a copy with an empty tape"
        }
        "sign" | "signum" => {
            "`.relu()` keeps what is above zero, and `-x` with `.relu()` what is below"
        }
        "max_with" | "clip" | "clamp_min" => {
            "`.relu()` is `max(x, 0)` for every element, and `.clamp(low, high)` cuts off at both ends"
        }
        "cross_entropy" | "nll" => {
            "the loss is the function `cross_entropy_with_logits_loss(logits, targets)`"
        }
        "cuda" | "cpu" | "to" => "every tensor of the course lives on `device()`, the processor",
        "map" => {
            "use dfdx's operations, such as `.relu()`, which work on every element, or the numbers of `.as_vec()`"
        }
        _ => return None,
    })
}

/// What to write for a method that a plain number does not have, but a tensor has.
pub fn on_number(method: &str) -> Option<&'static str> {
    Some(match method {
        "relu" => "for a number write `.max(0.0)`",
        "square" => "for a number write `.powi(2)`",
        "array" | "as_vec" | "item" => "leave it away",
        "len" => "it has no length, so leave `.len()` away, or an index before it",
        "pow" => "for an `f32` write `.powi(2)` or `.powf(0.5)`",
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
