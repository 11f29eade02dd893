//! The way through the course, in plain lines: how far somebody is, tracks, and how long things take.

use crate::{labels, names, sentences};

sentences! {
    "way";

    /// How far somebody is, where there is one exercise.
    progress_of_one(done) = "You have done {done} of 1 exercise.";

    /// How far somebody is.
    progress(done, all) = "You have done {done} of {all} exercises.";

    /// Nothing is open any more.
    all_done = "Every exercise is done.";

    /// Nothing is open any more on the track. `command` leaves it.
    track_done(track, command) = "Every exercise of the track \"{track}\" is done; {command} goes on with the whole \
        course.";

    /// How long what is open takes.
    left(time) = "What is left takes about {time}.";

    /// Exercises that do not lie on a track and are needed for it.
    also_needs(track, names) = "The track \"{track}\" also needs: {names}.";

    /// Under the list of tracks. `command` follows one.
    goes_along(command) = "{command} goes along a track.";

    /// Under the list of tracks. `command` leaves the one that is followed.
    followed(track, command) = "You follow the track \"{track}\"; {command} leaves it.";

    /// Over the page of a chapter.
    chapter(chapter) = "This is the chapter \"{chapter}\".";

    /// The course, before what its author says to welcome a learner.
    welcome(course) = "{course}.";
}

labels! {
    "way_labels";

    /// What is typed in a shell to follow a track.
    follow_in_a_shell = "`gradlings --track NAME`";

    /// What is typed in a shell to leave a track.
    leave_in_a_shell = "`gradlings --track everything`";

    /// What is typed while the program watches, to follow a track.
    follow_while_watching = "t NAME";

    /// What is typed while the program watches, to leave a track.
    leave_while_watching = "t everything";

    /// Over the list of tracks.
    tracks = "Tracks";

    /// Before what is said of a track: what it is about, and how far somebody is on it.
    track(title) = "{title}:";
}

// How long something takes.
names! {
    "way_times";

    /// A time.
    one_minute = "1 minute";

    /// A time.
    minutes(minutes) = "{minutes} minutes";

    /// A time.
    one_hour = "1 hour";

    /// A time.
    hours(hours) = "{hours} hours";

    /// A time.
    one_hour_and_one_minute = "1 hour and 1 minute";

    /// A time.
    one_hour_and_minutes(minutes) = "1 hour and {minutes} minutes";

    /// A time.
    hours_and_one_minute(hours) = "{hours} hours and 1 minute";

    /// A time.
    hours_and_minutes(hours, minutes) = "{hours} hours and {minutes} minutes";
}
