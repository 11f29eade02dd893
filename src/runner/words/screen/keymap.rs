//! What is wrong with the keys of the settings.

use crate::{labels, names, sentences};

sentences! {
    "screen_keymap";

    /// The settings give a key to an action that does not exist.
    unknown_action(name) = "No action is called `{name}`.";
    /// The settings name a key that does not exist.
    unknown_key(word, name) = "`{word}` is no key, so `{name}` keeps its own.";
    /// The settings take the only key of an action away that nobody can do without.
    needed(name) = "Without a key for `{name}` nobody finds the way out.";
    /// The settings give one key to two actions. `place` is where both work, `name` is the one that is refused.
    twice(key, one, other, place, name) = "The key {key} would be both `{one}` and `{other}` in one place ({place}), \
        so `{name}` keeps its own.";
}

labels! {
    "screen_keymap_next";

    /// What to do about an action that does not exist, where one has a similar name.
    did_you_mean(near) = "did you mean `{near}`? `gradlings config` prints every name";
    /// What to do about an action that does not exist.
    every_name = "`gradlings config` prints every name";
    /// What to do about a key that does not exist.
    write_a_key = "write a letter, or a name such as `ctrl-q`, `enter`, `page-down` or `f5`";
    /// What to do about an action without a key.
    give_it_one(name) = "give it one: `{name} = \"f12\"`";
    /// What to do about a key for two actions. `name` is the other action.
    another_key(name) = "give `{name}` another key as well, or take another one here";
}

names! {
    "screen_keymap_places";

    /// The screen of an exercise.
    exercise = "the exercise";
    /// The screen of a training.
    training = "the training";
    /// The list of the exercises.
    list = "the list";
    /// The line that narrows the list.
    line = "the line that you type into";
    /// The line of what is looked for in a pane.
    search = "the line of a search";
    /// A pane, while what was looked for in it is marked.
    found = "a pane with a search";
    /// The screen of the solution.
    solution = "the solution";
    /// The screen of the check of all exercises.
    check_of_all = "the check of all exercises";
    /// The screen of the attempts.
    attempts = "the attempts";
    /// The screen on which something that was built is used.
    trial = "the use of what you have built";
    /// The question before a run.
    prediction = "the question before a run";
    /// The terms of the course.
    glossary = "the glossary";
    /// The page that the course opens with.
    welcome = "the first page";
    /// The page that a chapter opens with.
    page = "the page of a chapter";
    /// The tracks to choose from.
    tracks = "the tracks";
    /// The line in which an action or an exercise is looked for.
    menu = "the menu";
    /// The hints of an exercise.
    hints = "the hints";
    /// The page of the keys.
    help = "the help page";
    /// A question that is answered with yes or no.
    question = "a question";
    /// An action that has no name in the settings.
    another_action = "another action";
}
