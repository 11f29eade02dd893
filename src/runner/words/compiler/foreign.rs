//! What C++, Java, JavaScript and others write, and Rust does not.

use crate::sentences;

sentences! {
    "compiler_foreign";

    /// `a < b < c`.
    chained = "Rust compares two values at a time: write `a < b && b < c` for `a < b < c`.";

    /// `x as usize < n`.
    cast_before_less(kind) = "Behind `as {kind}` Rust takes a `<` for the beginning of a type: put the cast into parentheses, as \
        in `(x as {kind}) < n`.";

    /// `===`.
    equal = "Rust compares with `==`, which never turns one kind of value into another.";

    /// `!==` and `<>`.
    not_equal = "Rust writes \"not equal\" as `!=`.";

    /// `elif` and `elseif`.
    else_if = "Rust writes it as two words, `else if`.";

    /// `if x > 0 then { ... }`.
    then = "Rust has no `then`: the braces stand right after the condition.";

    /// `for (int i = 0; i < n; i++)` and `for (const x of list)`.
    counting_loop = "Rust counts with `for i in 0..n { ... }`, and goes through a list with `for x in &list { ... }`, without \
        parentheses.";

    /// `do { ... } while (...)`.
    do_while = "Rust has no `do`: write `loop { ... }`, and `if finished { break; }` as its last line.";

    /// `x => x * 2` and `x -> x * 2`.
    arrow = "Rust writes a function without a name with bars: `|x| x + 1.0`.";

    /// `list->len()`.
    arrow_for_point = "Rust has no `->` between a value and its method: a point does it, as in `list.len()`.";

    /// `def f(x):`, `function f(x) {` and `float f(float x) {`.
    function = "A function is written `fn name(x: f32) -> f32 { ... }`, with the type of each argument and of the result.";

    /// `fn f(x)`.
    parameter_without_type = "Each parameter needs its type after its name, as in `fn name(x: f32)`.";

    /// `fn f(f32 x)`.
    parameter_type_first = "The type of a parameter stands after its name and a `:`, as in `fn name(x: f32)`.";

    /// `fn f(x: f32): f32`.
    result_type = "The type of the result stands after `->`, as in `fn name(x: f32) -> f32`.";

    /// `fn f(x: f32 = 1.0)`.
    default_value = "Rust has no parameters with a default: whoever calls the function writes all of its arguments.";

    /// `f(x=1)` and `f(x: 1)`.
    named_argument = "Rust has no arguments with names: write only the values, in the order of the function's own line.";

    /// `v := 1`.
    walrus = "A new variable is introduced by `let` and gets its value with `=`, as in `let v = 1.0;`.";

    /// `var v = 1` and `auto v = 1`.
    variable = "A new variable is introduced by `let`, and by `let mut` if it changes later.";

    /// `float v = 1.0;` and `let float v = 1.0;`.
    variable_with_type = "A new variable is introduced by `let`, and its type stands after its name, as in `let v: f32 = 1.0;`.";

    /// `let v f32 = 1.0;`.
    type_without_colon = "A `:` stands between a name and its type, as in `let v: f32 = 1.0;`.";

    /// `f32[]`.
    type_of_list = "The type of a list is `Vec<f32>`, and that of an array has its length in it: `[f32; 3]`.";

    /// `'gap'`.
    single_quotes = "A text stands in double quotes, as in `\"gap\"`: single ones hold one letter.";

    /// A text in grave accents.
    grave_accents = "A text stands in double quotes, and `format!(\"{x}\")` puts values into one.";

    /// `f"{x}"`.
    text_with_values = "Rust has no `f` before a text: `format!(\"{x}\")` puts values into one, and `println!(\"{x}\")` prints \
        them.";

    /// `new Vec<f32>()`.
    new = "Rust has no `new` before a type: a list is made by `Vec::new()` or `vec![0.0; n]`.";

    /// `{1.0, 2.0}`.
    list_in_braces = "A list stands in brackets: `vec![first, second]`.";

    /// `0 -> 1.0` in a `match`.
    arm = "A case of a `match` and what is done then are joined by `=>`.";

    /// `try { ... } catch ...` and `try:`.
    try_block = "Rust has no `try`: what may fail gives a `Result`, and `match` looks into it.";

    /// `throw` and `raise`.
    throw(word) = "Rust has no `{word}`: a function that may fail returns a `Result`, and `return Err(...)` returns the error.";

    /// `assert x > 0`.
    assertion = "Rust writes it as a macro, with a `!` and parentheses: `assert!(x > 0.0);`.";

    /// `# comment`.
    comment = "A comment begins with `//` in Rust.";

    /// `n // 2`.
    whole_division = "`//` begins a comment, so Rust does not read the rest of the line: whole numbers are divided by `/`, which \
        drops the remainder.";

    /// `a mod b`.
    remainder = "Rust writes the remainder as `a % b`.";

    /// `import numpy`.
    import = "Rust has no `import`: what the exercise needs is in `use gradlings::prelude::*;` already, and in Rust's own library.";

    /// `class Point`.
    class = "Rust has no `class`: a `struct` holds values under names, and `impl` holds its methods.";

    /// `struct Point { x, y }`.
    field_without_type = "Each field of a `struct` needs its type, as in `struct Point { x: f32, y: f32 }`.";

    /// `Point { x = 1.0 }`.
    field_with_equals = "Between a field and its value stands a `:`, as in `Point { x: 1.0 }`.";

    /// `1.0f`.
    suffix(number) = "Rust has no such letter after a number: write `{number}`, or `{number}_f32` to say what kind of number it is.";

    /// `.5`.
    point_first(number) = "A floating-point number begins with a digit: write `0{number}`.";

    /// `1,000.0`.
    comma_in_number = "A number has no `,` in it: write `1000.0`, or `1_000.0`.";
}
