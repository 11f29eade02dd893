//! Rows that were shuffled or split into groups.

use crate::sentences;

sentences! {
    "judge.rows";

    /// A group has another size than expected. Groups are counted from 1.
    size(group, rows, expected) = "Group {group} has the wrong number of rows: {rows} instead of {expected}.";

    /// A group has more rows than partners (labels, for instance), or fewer. Groups are counted from 1.
    unpaired(group, rows, partners) = "In group {group} the number of rows ({rows}) is not that of their partners \
        ({partners}): every row needs its partner.";

    /// One row holds numbers that no row of the input holds.
    one_changed = "1 row in the result is none of the input's: rows may only be moved, not changed.";

    /// Several rows do.
    many_changed(rows) = "{rows} rows in the result are none of the input's: rows may only be moved, not changed.";

    /// One row stands beside another row's partner.
    one_parted = "1 row stands beside something that belongs to another row: move rows and labels together.";

    /// Several rows do.
    many_parted(rows) = "{rows} rows stand beside something that belongs to another row: move rows and labels \
        together.";

    /// One row is there more often than in the input.
    one_repeated = "The result has 1 row too many: some row of the input is there more than once.";

    /// Several rows are.
    many_repeated(rows) = "The result has {rows} rows too many: some rows of the input are there more than once.";

    /// One row of the input is nowhere.
    one_lost = "1 row is missing in the result, though the input has it.";

    /// Several rows of the input are nowhere.
    many_lost(rows) = "{rows} rows are missing in the result, though the input has them.";

    /// Nothing was moved.
    not_shuffled = "The rows are still in the order of the input.";
}
