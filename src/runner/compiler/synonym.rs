//! Names that other libraries have for what dfdx calls something else.

use crate::runner::words::compiler::synonym as words;

/// What to write for a method that tensors do not have.
pub fn on_tensor(method: &str) -> Option<&'static str> {
    // In PyTorch a `_` at the end means that the tensor itself changes.
    Some(match method.trim_end_matches('_') {
        "pow" | "power" | "powu" | "pow2" | "squared" | "sqr" => words::power(),
        "log" => words::logarithm(),
        "ln_1p" | "log1p" | "ln1p" => words::logarithm_of_one_more(),
        "exp_m1" | "expm1" => words::one_less_than_exponential(),
        "log2" | "log10" => words::logarithm_to_base(),
        "softplus" => words::softplus(),
        "silu" | "swish" => words::silu(),
        "log_sum_exp" | "logsumexp_axis" => words::sum_of_exponentials(),
        "grad" | "grads" | "gradient" | "gradients" => words::gradient(),
        "add" | "sub" | "mul" | "div" => words::signs(),
        "concat" | "concat_along" | "cat" | "stack" | "append" => words::joined(),
        "masked_fill" | "triu" | "tril" | "where" => words::mask(),
        "norm" => words::norm(),
        "one_hot" | "scatter" => words::picked(),
        "reshape" => words::reshape(),
        "len" | "length" | "size" | "rows" | "columns" | "cols" | "nrows" | "ncols" | "dims"
        | "dim" | "ndim" | "num_elements" | "numel" | "height" | "width" => words::lengths(),
        "iter" | "into_iter" | "iter_mut" | "chunks" | "to_vec" | "into_vec" | "data"
        | "values" | "as_slice" | "numpy" | "tolist" | "get" => words::numbers(),
        "item" | "to_scalar" | "value" | "as_f32" | "into_scalar" => words::item(),
        "mean_axis" | "mean_dim" | "mean_along" | "average" | "avg" => words::mean(),
        "sum_axis" | "sum_dim" | "sum_along" | "sum_all" => words::sum(),
        "std" | "std_axis" | "standard_deviation" => words::deviation(),
        "variance" | "var_axis" => words::variance(),
        "argmax" | "arg_max" | "max_by" | "max_index" | "position" => words::largest(),
        "dot" | "mm" | "matrix_multiply" | "mat_mul" => words::product(),
        "t" | "T" | "mT" | "transpose" | "transposed" | "swapaxes" | "permute_axes" => {
            words::transpose()
        }
        "expand" | "repeat" | "broadcast_to" | "unsqueeze" | "expand_as" | "tile" => {
            words::repeat()
        }
        "view" | "flatten" | "into_shape" | "reshape_as" => words::reshape(),
        "detach" | "without_tape" | "no_grad" => words::detach(),
        "requires_grad" | "require_grad" | "track" => words::trace(),
        "sign" | "signum" => words::sign(),
        "max_with" | "clip" | "clamp_min" => words::clamp(),
        "cross_entropy" | "nll" => words::cross_entropy(),
        "cuda" | "cpu" | "to" => words::device(),
        "map" | "floor" | "ceil" | "round" | "trunc" => words::map(),
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
        "sigmoid" => words::sigmoid_of_number(),
        "toString" | "str" => words::text_of_number(),
        "toFixed" => words::digits_of_number(),
        _ => return None,
    })
}

/// What to write for a function that Rust does not have, but Python or another library.
pub fn for_function(name: &str) -> Option<&'static str> {
    Some(match name {
        "len" => words::function_len(),
        "range" | "arange" => words::function_range(),
        "zip" => words::function_zip(),
        "enumerate" => words::function_enumerate(),
        "reversed" => words::function_reversed(),
        "sorted" => words::function_sorted(),
        "int" => words::function_int(),
        "float" => words::function_float(),
        "str" | "String" | "string" => words::function_str(),
        "bool" => words::function_bool(),
        "char" | "chr" => words::function_char(),
        "list" | "tuple" => words::function_list(),
        "dict" => words::function_dict(),
        "print" | "printf" | "println" => words::function_print(),
        "sum" => words::function_sum(),
        "map" | "filter" => words::function_map(),
        "rand" | "randn" | "rand_like" => words::function_rand(),
        "pow" => words::function_pow(),
        "round" => words::function_round(),
        "nll_loss" | "cross_entropy_loss" | "CrossEntropyLoss" => words::cross_entropy(),
        "upper_tri_like" | "lower_tri_like" | "tensor_from_vec" | "zeros_like" | "ones_like"
        | "tensor" => words::function_of_device(),
        _ => return None,
    })
}

/// What to write for a value that Rust has under another name.
pub fn for_value(name: &str) -> Option<&'static str> {
    Some(match name {
        "True" => words::value_true(),
        "False" => words::value_false(),
        "null" | "nil" | "none" | "NULL" => words::value_none(),
        "undefined" => words::value_none(),
        "inf" | "infinity" | "Infinity" | "INFINITY" | "NEG_INFINITY" => words::value_infinity(),
        "nan" | "NAN" => words::value_nan(),
        "PI" | "pi" | "M_PI" => words::value_pi(),
        "pass" => words::value_pass(),
        "this" => words::value_this(),
        "console" | "System" | "cout" => words::function_print(),
        "TAU" | "tau" => words::value_tau(),
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
