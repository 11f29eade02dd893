//! What stands in the place of a part of a text that is not shown.

use crate::labels;

labels! {
    "screen_text";

    /// At the end of a text that was cut off.
    one_more = "... 1 character more";
    /// At the end of a text that was cut off.
    many_more(characters) = "... {characters} characters more";
}
