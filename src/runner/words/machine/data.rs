//! The data that somebody gives to `gradlings try` to learn from: a folder of pictures, or a table.

use crate::sentences;

sentences! {
    "data";

    /// An exercise wants data, and none were given.
    nothing_given = "There are no data. Give a folder that has a sub-folder with pictures for each class, or a CSV file: \
        `gradlings try your_data FOLDER`.";

    /// More than one thing was given.
    several_given(count) = "{count} files or folders were given, and only one can be learned from: put the sub-folders of all classes \
        into one folder.";

    /// What was given is neither a folder nor a table.
    neither(name) = "`{name}` is neither a folder nor a CSV file. Give a folder that has a sub-folder with pictures for each class, \
        or a file whose name ends in `.csv`.";

    /// The system does not say what lies in a folder.
    cannot_be_listed(name, error) = "What lies in `{name}` cannot be listed: {error}.";

    /// A folder with nothing in it.
    empty_folder(name) = "`{name}` is empty. Make a sub-folder in it for each class, and put the pictures of that class there.";

    /// Pictures lie in the folder itself, and there is no sub-folder.
    no_class_folders(name) = "`{name}` has no sub-folders, so nothing says which class a picture belongs to. Make one for each class, \
        and move its pictures there.";

    /// There are sub-folders, and nothing in them.
    no_files(name) = "None of the sub-folders of `{name}` has a file in it. Put the pictures of each class into its sub-folder.";

    /// There are files, and none of them is a picture.
    no_pictures(name) = "No picture in `{name}` can be read. What is taken is PNG, JPEG, PGM and PPM.";

    /// There is a single class.
    one_class(class) = "There is only one class, `{class}`, so there is nothing to tell apart. Add a sub-folder with pictures of \
        something else.";

    /// A class with too few pictures to be cut into parts.
    small_class(class, count, fewest) = "The class `{class}` has too few pictures, {count}. At least {fewest} are needed: some for training, some for \
        validation, some for the test. Add pictures, or remove the sub-folder.";

    /// There are more sub-folders than classes are taken.
    too_many_classes(name, count, most) = "`{name}` has {count} classes, and no more than {most} can be learned. Remove sub-folders.";

    /// There are more files than are listed.
    too_many_files(name, most) = "`{name}` has more than {most} files. Put fewer of them into the sub-folders.";

    /// Files lie beside the folders of the classes.
    beside_the_folders(count) = "Files that lie beside the sub-folders are left out, because nothing says which class they belong to: {count}.";

    /// A folder of a class has nothing in it.
    empty_class(class) = "The sub-folder `{class}` is left out: no file is in it.";

    /// More folders of that kind, which are not named.
    more_empty(count) = "Sub-folders that are left out beside these: {count}.";

    /// Folders lie in the folders of the classes.
    nested(count) = "Folders inside the sub-folders are not looked into: {count} of them.";

    /// There are more files than are read.
    thinned_files(all, taken) = "Of {all} files, {taken} are read: as large a share of every class, evenly spread.";

    /// A file with nothing in it.
    empty_file(name) = "`{name}` is left out: the file is empty.";

    /// A file that is no picture.
    no_picture(name) = "`{name}` is left out: it is no PNG, JPEG, PGM or PPM.";

    /// More files of that kind, which are not named.
    more_files(count) = "Files that are left out beside these: {count}.";

    /// All pictures have one size, which is not the one that is needed.
    scaled(width, height, side) = "Every picture has {width} x {height} pixels; it is scaled to {side} x {side} grey levels.";

    /// The pictures have several sizes.
    several_sizes(width, height, others, side) = "The first picture has {width} x {height} pixels, and {others} have another size; all \
        of them are scaled to {side} x {side} grey levels.";

    /// What was read in the end.
    pictures(count, classes, side) = "{count} pictures in {classes} classes, each {side} x {side} grey levels.";

    /// A table cannot be read. The system says why.
    cannot_be_read(name, error) = "`{name}` cannot be read: {error}.";

    /// A file that is called like a table and is none.
    no_table(name) = "`{name}` is no table: a CSV file is text in UTF-8 whose first line names the columns.";

    /// A table without a first line.
    no_header(name) = "The first line of `{name}` has to name the columns, and names none.";

    /// A table with too many columns.
    too_many_columns(name, most) = "`{name}` has too many columns: no more than {most} are taken.";

    /// A line has another number of cells than the first one.
    uneven_line(line, cells, columns) = "Line {line} is left out: it has another number of cells than the first line, {cells} where that has {columns}.";

    /// A line is no text.
    no_text_line(line) = "Line {line} is left out: it is no text in UTF-8.";

    /// A table cannot be read to its end. The system says why.
    cut_off(error) = "What comes after that cannot be read: {error}.";

    /// More lines of that kind, which are not named.
    more_lines(count) = "Lines that are left out beside these: {count}.";

    /// Which column has the class.
    class_column(name) = "The class is in the column `{name}`.";

    /// No column is called like one with the class, so the last is taken for it.
    last_column(name) = "The class is in the column `{name}`, the last one. If it should be another, call that one `class`.";

    /// Rows have no class.
    without_class(count, column) = "Rows that are left out because nothing is in the column `{column}`: {count}.";

    /// The column of the class has too many different values.
    class_has_many(column, most) = "The column `{column}` has more than {most} different values, so it is hardly the class. Call the \
        column with the class `class`.";

    /// A column that holds text.
    column_of_text(name) = "The column `{name}` is left out: most of its cells are no numbers.";

    /// A column without any cell.
    column_of_gaps(name) = "The column `{name}` is left out: all of its cells are empty.";

    /// More columns of that kind, which are not named.
    more_columns(count) = "Columns that are left out beside these: {count}.";

    /// A column of numbers holds some words.
    texts_between(name, count) = "In the column `{name}`, cells that hold no number count as missing: {count}.";

    /// Cells are empty.
    gaps(count) = "Missing cells, empty or with a word such as `NA`: {count}.";

    /// A table without rows that could be used.
    no_rows(name) = "`{name}` has no rows to learn from. Every row has to have as many cells as the first line, and a class.";

    /// A table in which nothing is a number.
    no_numbers(name) = "`{name}` has no column of numbers beside the class. Write what a network should learn from as numbers.";

    /// There is a single class.
    one_class_of_rows(class, column) = "There is only one class, `{class}`, in the column `{column}`, so there is nothing to tell apart. \
        Add rows of another class, or call the column with the class `class`.";

    /// A class with too few rows to be cut into parts.
    small_class_of_rows(class, count, fewest) = "The class `{class}` has too few rows, {count}. At least {fewest} are needed: some for training, some for \
        validation, some for the test. Add rows, or remove those of this class.";

    /// There are more rows than are taken.
    thinned_rows(all, taken) = "Of {all} rows, {taken} are taken: as large a share of every class, evenly spread.";

    /// What was read in the end.
    rows(count, classes, columns) = "{count} rows in {classes} classes; columns of numbers: {columns}.";
}
