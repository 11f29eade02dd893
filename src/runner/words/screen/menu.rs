//! The menu of all actions and exercises.

use crate::{labels, sentences};

sentences! {
    "screen_menu";

    /// What was typed finds nothing.
    no_match = "No action and no exercise matches.";
}

labels! {
    "screen_menu_labels";

    /// The title of the menu.
    title = "Actions and exercises";
    /// A line of the menu: it goes to the exercise of that name.
    go_to(name) = "go to {name}";
}
