//! The glossary on the screen.

use crate::{labels, sentences};

sentences! {
    "screen_glossary";

    /// What was typed finds no term.
    no_match = "No term matches.";
    /// Under a term: the key goes to the exercise whose lesson introduces it.
    leads(key, exercise) = "{key} goes to {exercise}, whose lesson introduces it.";
    /// Under a term that the lesson being read introduces: the key goes to that place.
    in_this_lesson(key) = "This lesson introduces it; {key} goes there.";
    /// Under a term: how else lessons write it.
    also_written(spellings) = "It is also written: {spellings}.";
    /// Somebody went from one exercise to the one that introduces a term. The key lists the exercises.
    came_from(exercise, key) = "You were at {exercise}; `{key}` lists the exercises.";
}

labels! {
    "screen_glossary_labels";

    /// In the header.
    header = "Glossary";
    /// A title: the terms of the course, and how many there are.
    title(terms) = "Glossary: {terms} terms";
    /// Over the terms of the lesson from which the glossary was opened.
    of_this_lesson = "In this lesson";
    /// Over the terms that are not in that lesson.
    all_others = "All other terms";
}
