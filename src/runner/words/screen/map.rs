//! The list of the exercises: chapters, tracks, what an exercise is about and where it leads.

use crate::{labels, sentences};

sentences! {
    "screen_map";

    /// What was typed finds no exercise.
    no_match = "No exercise matches.";
    /// Under the page of a chapter: the key leaves it.
    back_to_list(key) = "{key} goes back to the list.";
    /// Under the page of a chapter: the key goes to the exercise.
    on_to(key, name) = "{key} goes on to {name}.";
    /// How long the rest of a chapter takes; `time` is a duration.
    left_takes(time) = "What is left takes about {time}.";
    /// How long a chapter takes; `time` is a duration.
    chapter_takes(time) = "The chapter takes about {time}.";
}

labels! {
    "screen_map_labels";

    /// A title: the chapters.
    chapters = "Chapters";
    /// A title: all exercises.
    exercises = "Exercises";
    /// A title: all exercises; `time` is a duration.
    exercises_left(time) = "Exercises: {time} left";
    /// A title: the exercises that are to do.
    exercises_todo = "Exercises: todo";
    /// A title: the exercises that are done.
    exercises_done = "Exercises: done";
    /// Behind a chapter: how long the rest of it takes; `time` is a duration.
    left(time) = "{time} left";
    /// Behind the exercise that the learner is at.
    now = "now";
    /// A title: what an exercise is about.
    preview = "Preview";
    /// A title: what a chapter is about.
    chapter = "Chapter";
    /// A title: the page of a chapter.
    chapter_page(number, title) = "Chapter {number}: {title}";
    /// The whole course, as one of the tracks.
    whole_course = "The whole course";
    /// Behind a track: how many of its exercises are done.
    done_of(done, of) = "{done}/{of}";
    /// Behind a track: how many of its exercises are done; `time` is a duration.
    done_of_left(done, of, time) = "{done}/{of}, {time} left";

    /// In front of what an exercise teaches.
    teaches = "teaches";
    /// In front of how long an exercise takes.
    takes = "takes";
    /// How long an exercise takes; `time` is a duration.
    about(time) = "about {time}";
    /// In front of the exercises that come before this one.
    needs = "needs";
    /// In front of the exercises that come after this one.
    leads_to = "leads to";
    /// In front of how long the learner was at it.
    time = "time";
    /// In front of how often the learner tried it.
    tries = "tries";
    /// In front of how many hints are open.
    hints = "hints";
    /// How many hints are open.
    opened(opened, of) = "{opened} of {of} opened";
    /// In front of the path of the file.
    file = "file";
    /// In front of what the chapter is about.
    of_chapter = "chapter";
    /// The exercise passed some time ago.
    done = "done";
    /// The exercise did not pass yet, and nothing else is known of it.
    not_checked = "not checked since the program was started";
    /// In front of how the last check ended.
    last_run = "last run:";
    /// The exercise passed.
    one_agrees = "1 check agrees";
    /// The exercise passed.
    many_agree(checks) = "{checks} checks agree";

    /// A title: where an exercise stands in the course.
    path = "Path";
    /// Over the exercises that an exercise builds on; `name` is its number and its name.
    all_that_leads(name) = "All that leads to {name}";
    /// Over the exercises that build on an exercise; `name` is its number and its name.
    what_it_leads_to(name) = "What {name} leads to";
    /// At the end of a list of exercises that is too long.
    more(more) = "and {more} more";
}
