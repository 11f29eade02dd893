//! Lists: what a `Vec` does not have, how it is gone through, and what is taken out of it.

use crate::sentences;

sentences! {
    "compiler_list";

    /// `0..n.step_by(2)`.
    range_in_parentheses(method) = "The point binds more tightly than `..`: put the range into parentheses, as in \
        `(0..n).{method}(...)`.";

    /// `0..n.iter()`.
    range_itself(method) = "A range goes through its numbers by itself: put it into parentheses and leave out \
        `.{method}()`, as in `(0..n).map(|i| 2 * i)`.";

    /// `let shape = x.shape();`, and `x` is used up while `shape` is needed.
    shape_lent(name, variable) = "`{variable}` is only a reference into `{name}`, which therefore cannot be used up: copy the \
        lengths, `let {variable} = *{name}.shape();`.";

    /// `iter` of an iterator.
    iterator_already(method) = "This goes through its elements already: leave out `.{method}()`.";

    /// `len` of an iterator.
    length_of_iterator = "An iterator only promises its elements: ask the list for its length, or `.count()` them, which \
        uses the iterator up.";

    /// `shuffle` of a range.
    range_shuffled = "A range has no elements to move about: make a list of it first, \
        `let mut order: Vec<usize> = (0..n).collect();`.";

    /// `sort` of a `HashMap` or a `HashSet`.
    map_sorted = "A `HashMap` has no order, so it cannot be sorted: make a list of it first, \
        `let mut list: Vec<_> = map.into_iter().collect();`, or use a `BTreeMap`, which is sorted by its keys.";

    /// `.0` of an `Option`.
    field_of_option(name) = "`.{name}` belongs to the value, and this is an `Option`, which may hold one or not: take the value \
        out first, with a `match`, with `if let Some(...)`, or with `.unwrap()` before `.{name}`.";

    /// `bytes.split(' ')`.
    split_by_letter = "A list of bytes is cut by a closure that says where, as in `.split(|&byte| byte == b' ')`, which leaves \
        those bytes out.";

    /// `shape` of a list of lists.
    shape_of_rows = "A list of rows has no shape: `rows.len()` says how many rows there are, and `rows[0].len()` how \
        many columns.";

    /// `shape` of a list.
    shape_of_list = "A list has no shape: `.len()` says how many elements there are.";

    /// `sum` of a list.
    added_up(method, kind) = "A list has no `{method}`, but its iterator has: write `.iter().{method}::<{kind}>()`.";

    /// `mean` of a list.
    mean_of_list(kind) = "A list has no `mean`: write `list.iter().sum::<{kind}>() / list.len() as {kind}`.";

    /// `argmax` of a list.
    place_of_largest = "A list has no such method: `(0..list.len()).max_by(|&a, &b| list[a].total_cmp(&list[b]))` is the \
        place of the largest number, in an `Option`.";

    /// `zip`, `map` and their like of a list.
    of_iterator(method) = "`{method}` belongs to iterators, and this is a list: write `.iter().{method}(...)` to look at its \
        elements, or `.into_iter().{method}(...)` to use them up.";

    /// A method of tensors, of a list of numbers.
    of_tensors(name) = "`{name}` belongs to tensors, and this is a list: make a tensor of it with \
        `device().tensor_from_vec(numbers, shape)`.";

    /// `[0.0; n]`, where `n` is a variable.
    length_of_array = "An array, `[0.0; n]`, needs a length that is known when the program is built: with a length that \
        is known at run time only, write `vec![0.0; n]`.";

    /// `Linear<n, 10>`, where `n` is a variable.
    number_in_type = "A number in a type has to be known when the program is built: write it there, or give it a name with \
        `const`.";

    /// `push` on a part of a list.
    part_grows(method) = "`{method}` changes the length of a list, and this is only a view of a part of one: write `.to_vec()` \
        where it comes from, for a list of its own.";

    /// `max` of a list of floating-point numbers.
    largest(kind) = "A list has no `max`: the largest of its numbers is `list.iter().copied().fold({kind}::MIN, {kind}::max)`.";

    /// `min` of a list of floating-point numbers.
    smallest(kind) = "A list has no `min`: the smallest of its numbers is `list.iter().copied().fold({kind}::MAX, {kind}::min)`.";

    /// `reverse` of an iterator.
    reversed = "`.rev()` goes backwards, as in `(0..n).rev()` and `list.iter().rev()`.";

    /// `mean` of an iterator.
    mean_of_iterator(kind) = "An iterator has no `mean`: divide its sum, `.sum::<{kind}>()`, by how many elements there are.";

    /// `dot` of a list.
    product_of_lists(kind) = "A list has no `dot`: write `a.iter().zip(b).map(|(x, y)| x * y).sum::<{kind}>()`.";

    /// A field that is taken out of what is only lent.
    field_moved(code) = "`{code}` would be taken out of what is only lent here: write `&{code}` to look at it, or `{code}.clone()` \
        for a copy.";

    /// `point.x`, where `point` is a list.
    field_of_list(name) = "A list has no `{name}`: its elements have places in brackets, such as `[0]` and `[1]`.";

    /// A row that is taken out of a list of rows.
    row_moved(code) = "`{code}` would be taken out of its list, and leave a hole: write `&{code}` to look at it, or \
        `{code}.clone()` for a copy.";

    /// A list is changed while a part of it is lent.
    lent_and_changed(name) = "`{name}` cannot be used like this while it, or a part of it, is still lent elsewhere: finish with \
        that first, or lend a `.clone()`.";

    /// `list.last()[0]`.
    option_indexed = "An `Option` may hold a value or not: take it out first, with `.unwrap()` after it, and then write \
        the brackets.";

    /// `gradients[&x]` or `gradients.x`.
    gradients_indexed = "The gradient of a tensor is asked for with `gradients.get(&x)`.";

    /// `chunks(8)[0]`.
    iterator_indexed = "An iterator has no places: `.nth(i)` is an `Option` of the element that comes after `i` others.";

    /// `list.0`.
    place_behind_point(place) = "A list has its places in brackets: write `[{place}]` instead of `.{place}`.";

    /// A field of a tensor that does not exist. What to write instead follows.
    no_field(name) = "A tensor has no `{name}`.";

    /// `name[0]` of a `String`.
    letters = "A text has no places, because its letters differ in length: `text.chars()` goes through its letters, and \
        `text.as_bytes()[i]` is a byte.";

    /// A list of places for a place.
    many_places(code) = "There is one place in a pair of brackets, and `{code}` is a list of places: go through it, as in \
        `{code}.iter().map(|&i| list[i].clone())`.";

    /// `count(x)` of a list.
    counted = "A list does not count by itself: `list.iter().filter(|y| **y == x).count()` says how many elements are `x`.";

    /// A method that lists have under another name. `code` is what to write.
    other_name(name, code) = "A list has no `{name}`: write `{code}`.";

    /// `length` of a list.
    length = "The length of a list is `.len()`.";
}
