//! What to write for names that other libraries have. Each text follows one that says what has no method of that name.

use crate::sentences;

sentences! {
    "compiler_synonym";

    /// `pow` of a tensor.
    power = "A square is `.square()`, other powers are `.powi(3)` or `.powf(0.5)`.";

    /// `log` of a tensor.
    logarithm = "The natural logarithm is `.ln()`.";

    /// `ln_1p` of a tensor.
    logarithm_of_one_more = "Add 1 first: `(x + 1.0).ln()`.";

    /// `exp_m1` of a tensor.
    one_less_than_exponential = "Subtract 1 afterwards: `x.exp() - 1.0`.";

    /// `log2` and `log10` of a tensor.
    logarithm_to_base = "The natural logarithm is `.ln()`; one to base 2 is `x.ln() / 2_f32.ln()`.";

    /// `softplus` of a tensor.
    softplus = "It is `(x.exp() + 1.0).ln()`, as long as `exp` does not overflow.";

    /// `silu` of a tensor.
    silu = "It is the product of `z` and `z.sigmoid()`.";

    /// `log_sum_exp` of a tensor.
    sum_of_exponentials = "It is written in one word, `.logsumexp::<_, Axis<1>>()`.";

    /// `len`, `rows`, `dims` and their like of a tensor.
    lengths = "Its lengths are in `.shape()`: `.shape().0` is the first, `.shape().1` the second.";

    /// `iter`, `to_vec`, `numpy` and their like of a tensor.
    numbers = "`.as_vec()` gives its numbers as a `Vec`, row by row.";

    /// `item` and its like of a tensor.
    item = "`.array()` gives the number of a `Scalar`.";

    /// `mean_axis`, `avg` and their like of a tensor.
    mean = "The mean along an axis is `.mean::<_, Axis<0>>()`.";

    /// `sum_axis` and its like of a tensor.
    sum = "The sum along an axis is `.sum::<_, Axis<0>>()`.";

    /// `std` and its like of a tensor.
    deviation = "The deviation along an axis is `.stddev::<_, Axis<0>>(0.0)`.";

    /// `variance` and its like of a tensor.
    variance = "The variance along an axis is `.var::<_, Axis<0>>()`.";

    /// `argmax` and its like of a tensor.
    largest = "Go through its numbers, `.as_vec()`, and look for the place of the largest.";

    /// `dot`, `mm` and their like of a tensor.
    product = "The product of matrices is `.matmul(other)`.";

    /// `t`, `transpose` and their like of a tensor.
    transpose = "Axes change places with `.permute::<_, Axes2<1, 0>>()` in a matrix, and the last two of three with \
        `.permute::<_, Axes3<0, 2, 1>>()`.";

    /// `expand`, `repeat`, `tile` and their like of a tensor.
    repeat = "`.broadcast_like::<_, Axis<0>>(&other)` repeats it along a new axis.";

    /// `view`, `flatten` and their like of a tensor.
    reshape = "`.reshape_like(&(rows, columns))` gives it another shape.";

    /// `detach` and its like of a tensor.
    detach = "`.retaped::<NoneTape>()` is a copy without a tape.";

    /// `requires_grad` and its like of a tensor.
    trace = "`.leaky_trace()` is a copy with an empty tape.";

    /// `sign` of a tensor.
    sign = "`.relu()` keeps what is above zero, and `-x` with `.relu()` what is below.";

    /// `clip` and its like of a tensor.
    clamp = "`.relu()` is `max(x, 0)` for every element, and `.clamp(low, high)` cuts off at both ends.";

    /// `cross_entropy` of a tensor.
    cross_entropy = "The loss is the function `cross_entropy_with_logits_loss(logits, targets)`.";

    /// `cuda`, `cpu` and `to` of a tensor.
    device = "Every tensor of the course lives on `device()`, the processor.";

    /// `map` of a tensor.
    map = "Use dfdx's operations, such as `.relu()`, which work on every element, or the numbers of `.as_vec()`.";

    /// `relu` of a number.
    relu_of_number = "For a number write `.max(0.0)`.";

    /// `square` of a number.
    square_of_number = "For a number write `.powi(2)`.";

    /// `array`, `as_vec` or `item` of a number.
    leave_away = "Leave it out.";

    /// `len` of a number.
    length_of_number = "It has no length, so leave `.len()` away, or an index before it.";

    /// `pow` of a number.
    power_of_number = "For an `f32` write `.powi(2)` or `.powf(0.5)`.";

    /// `sigmoid` of a number.
    sigmoid_of_number = "For a number write `1.0 / (1.0 + (-x).exp())`.";

    /// `toString` of a number.
    text_of_number = "Its text is `.to_string()`.";

    /// `toFixed` of a number.
    digits_of_number = "With two digits after the point it is `format!(\"{x:.2}\")`.";

    /// `grad` of a tensor.
    gradient = "Gradients come from `let gradients = loss.backward();`, and that of `x` is `gradients.get(&x)`.";

    /// `add`, `sub` and their like of a tensor.
    signs = "Tensors go together with the signs `+`, `-`, `*` and `/`.";

    /// `masked_fill` and `triu` of a tensor.
    mask = "`device().upper_tri_like(&x, value, 1)` makes a tensor that holds `value` above the diagonal and 0 \
        elsewhere, to be added.";

    /// `cat` and its like of a tensor.
    joined = "Tensors are put together with `(a, b).concat_along(Axis::<1>)`, with the axis that grows.";

    /// `norm` of a tensor.
    norm = "The norm is `.square().sum()`, and the root of that, `.sqrt()`.";

    /// `one_hot` of labels.
    picked = "`.select(labels)` picks one number of each row by its place.";

    /// `len(x)`.
    function_len = "The length is a method: `x.len()`.";

    /// `range(n)`.
    function_range = "A range is written `0..n`, which counts from 0 to `n - 1`; `(0..n).step_by(2)` takes every second \
        number, and `(0..n).rev()` goes down.";

    /// `zip(a, b)`.
    function_zip = "`zip` is a method of an iterator: `a.iter().zip(&b)` goes through both, and `a.into_iter().zip(b)` \
        uses both up.";

    /// `enumerate(a)`.
    function_enumerate = "`enumerate` is a method of an iterator: `for (i, x) in list.iter().enumerate()`.";

    /// `reversed(a)`.
    function_reversed = "To go backwards write `.rev()` after an iterator, as in `list.iter().rev()` or `(0..n).rev()`.";

    /// `sorted(a)`.
    function_sorted = "A list is sorted where it is: `list.sort();`, and `list.sort_by(f32::total_cmp);` for floating-point \
        numbers.";

    /// `int(x)`.
    function_int = "A number is turned into another kind by `as`: `x as usize` cuts off what stands after the point. A text is \
        read with `text.trim().parse::<usize>()`, which gives a `Result`.";

    /// `float(x)`.
    function_float = "A number is turned into another kind by `as`: `n as f32`. A text is read with \
        `text.trim().parse::<f32>()`, which gives a `Result`.";

    /// `str(x)`.
    function_str = "The text of a number is `x.to_string()`, and one with more around it `format!(\"{x} of {n}\")`.";

    /// `bool(n)`.
    function_bool = "A number does not become a `bool` by itself: compare it, as in `n != 0`.";

    /// `char(n)`.
    function_char = "The character of a byte is `char::from(byte)`.";

    /// `list(x)` and `tuple(x)`.
    function_list = "What an iterator promises becomes a list with `.collect()`, as in `let list: Vec<usize> = (0..n).collect();`.";

    /// `dict()`.
    function_dict = "A dictionary is a `HashMap`: `use std::collections::HashMap;` at the top, and \
        `let mut counts: HashMap<String, usize> = HashMap::new();`.";

    /// `print(x)`.
    function_print = "Printing is done by a macro, with a `!` and a text in quotes: `println!(\"{x}\")`, or `println!(\"{x:?}\")` for \
        lists and tensors.";

    /// `sum(xs)`, `max(xs)` and `min(xs)`.
    function_sum = "Adding up is a method: `list.iter().sum::<f32>()` of a list of numbers, and `x.sum::<_, Axis<0>>()` of a tensor.";

    /// `rand()`.
    function_rand = "A random number comes from a generator: `let mut random = random(seed);` once, then \
        `random.r#gen::<f32>()` for each.";

    /// `pow(x, 2)`.
    function_pow = "A power is a method: `x.powi(2)` for a whole exponent, and `x.powf(0.5)` for any other.";

    /// `round(x)`.
    function_round = "Rounding is a method: `x.round()`, `x.floor()` or `x.ceil()` of a floating-point number.";

    /// `tensor_from_vec(...)` without `device()`.
    function_of_device = "The device makes tensors: write `device().` before it.";

    /// `True`.
    value_true = "Rust writes it in small letters: `true`.";

    /// `False`.
    value_false = "Rust writes it in small letters: `false`.";

    /// `null`.
    value_none = "In Rust only an `Option` can be empty, and then it is `None`: ask with `x.is_none()` or `x.is_some()`.";

    /// `inf`.
    value_infinity = "Infinity is `f32::INFINITY`, and minus infinity `f32::NEG_INFINITY`.";

    /// `nan`.
    value_nan = "It is written `f32::NAN`, and asked for with `x.is_nan()`.";

    /// `PI`.
    value_pi = "It stands in the library of Rust: `std::f32::consts::PI`, or `use std::f32::consts::PI;` at the top.";

    /// `pass`.
    value_pass = "Rust needs no `pass`: braces may be empty, `{}`.";

    /// `this`.
    value_this = "Rust has no `this`: a function knows its arguments by their names, and a method of a `struct` calls its value `self`.";

    /// `map(f, list)`.
    function_map = "It is a method of an iterator: `list.iter().map(|x| ...).collect()`, and `list.iter().filter(|x| ...).collect()`.";

    /// `TAU`.
    value_tau = "It stands in the library of Rust: `std::f32::consts::TAU`, or `use std::f32::consts::TAU;` at the top.";
}
