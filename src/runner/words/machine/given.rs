//! The files that somebody gives to `gradlings try`.

use crate::{labels, sentences};

sentences! {
    "given";

    /// There is nothing under a name that was typed.
    not_there(path, error) = "`{path}` cannot be read: {error}";

    /// A line of files has a quote that is not closed.
    open_quote(line) = "A quote is open at the end of `{line}`.";

    /// A file or a folder cannot be read. The system says why.
    unreadable(name, error) = "`{name}` is left out, because it cannot be read: {error}.";

    /// A file is of no kind that is known.
    unknown(name) = "`{name}` is left out: it is no PNG, JPEG, PGM, PPM or WAV, and no text in UTF-8.";

    /// A folder lies in too many others.
    too_deep(name, most) = "`{name}` is left out: it lies in more than {most} folders.";

    /// An image that cannot be decoded.
    broken_image(name, error) = "`{name}` is left out, because this image cannot be decoded: {error}.";

    /// An image with too many pixels.
    large_image(name, width, height, most) = "`{name}` is left out: it has {width} x {height} pixels, and no more than {most} \
        million are taken.";

    /// A sound that cannot be decoded.
    broken_sound(name, error) = "`{name}` is left out, because this sound cannot be decoded: {error}.";

    /// A sound that is too long.
    long_sound(name, samples, most) = "`{name}` is left out: it has {samples} samples, and no more than {most} are taken.";

    /// A table that cannot be read.
    broken_table(name, error) = "`{name}` is left out, because this table cannot be read: {error}.";

    /// A table without a first line.
    no_columns(name) = "`{name}` is left out: its first line has to name the columns, and names none.";

    /// A row of a table has another number of cells than the first line.
    uneven(name, line, cells, columns) = "`{name}` is left out: line {line} has another number of cells than the first line: \
        {cells} where that has {columns}.";

    /// A text that is too long.
    long_text(name, mebibytes, most) = "`{name}` is left out: it has {mebibytes} MiB of text, and no more than {most} are taken.";
}

labels! {
    "given_mend";

    /// What to do about a quote that is not closed.
    close_the_quote = "close it with the same quote";

    /// What to do where nothing is under a name.
    look_at_the_path = "look at the path; one with blanks has to stand in quotes";
}
