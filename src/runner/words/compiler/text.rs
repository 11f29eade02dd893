//! Texts: `String`, `&str` and single letters.

use crate::sentences;

sentences! {
    "compiler_text";

    /// A `&str` where a `String` is wanted.
    owned(given) = "A `String` is a text of its own, and {given} is a text that is only lent: write `.to_string()` after it.";

    /// A `String` where a `&str` is wanted.
    lent(code) = "A text that is only lent, `&str`, is wanted, and this is a `String` of its own: write `&{code}`.";

    /// The same with code that is too long to be repeated.
    long_lent = "A text that is only lent, `&str`, is wanted, and this is a `String` of its own: write `&` before it.";

    /// A list of `&str` for one of `String`.
    list_of_lent = "The list is to hold `String`s, and these texts are only lent: `.map(String::from)` before `collect` makes texts \
        of their own.";

    /// `words.contains(text)`, where `words` holds `String`s.
    contains = "The list holds `String`s, and `contains` looks for one of them: write `.iter().any(|word| word == text)` for a text \
        that is only lent.";

    /// `"a"` for `'a'`.
    letter_wanted = "A single letter is wanted, and that stands in single quotes: `'a'`. A text stands in double ones.";

    /// `'a'` for `b'a'`.
    byte_wanted = "A byte (`u8`) is wanted, and single quotes alone hold a letter (`char`): write a `b` before them, as in `b'a'`.";

    /// `text == 'a'`.
    text_wanted = "A text is compared with a text, in double quotes: single ones hold one letter.";

    /// `text[0..2]`.
    part(code) = "A part of a text is only lent: write `&{code}`.";

    /// `text + "more"`.
    joined = "Texts that are only lent are not added: write `format!(\"{first}{second}\")`.";

    /// `"n: " + n`.
    joined_with_number = "A text and a number are not added: write `format!(\"n: {n}\")`, with the number in braces.";

    /// `"-" * 10`.
    repeated = "`*` does not repeat a text: write `.repeat(n)` after it.";

    /// A method that texts have under another name. `code` is what to write.
    method(name, code) = "A text has no `{name}`: write `{code}`.";

    /// `",".join(words)`.
    join = "A list is joined, and not what stands between its texts: write `words.join(\",\")`.";

    /// `"{}".format(x)`.
    format = "Values are put into a text by a macro: `format!(\"{x}\")`.";
}
