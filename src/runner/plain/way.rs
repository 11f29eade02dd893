//! What is said of the way through the course: tracks, chapters, and how long they take.

use crate::runner::course::{Chapter, Course, Track};
use crate::runner::text;
use crate::runner::words::plain::{exercise as exercise_words, way as words};

/// What is typed in a shell to follow a track, and to leave it.
pub fn in_a_shell() -> [&'static str; 2] {
    [words::follow_in_a_shell(), words::leave_in_a_shell()]
}

/// What is typed while the program watches.
pub fn while_watching() -> [&'static str; 2] {
    [
        words::follow_while_watching(),
        words::leave_while_watching(),
    ]
}

/// That nothing is open any more, on the track or in the course. `leaving` is what leaves a track.
pub fn all_done(track: Option<&Track>, leaving: &str) -> String {
    match track {
        None => words::all_done().to_owned(),
        Some(track) => words::track_done(&track.title, leaving),
    }
}

/// "1 minute", "35 minutes", "2 hours and 5 minutes".
pub fn minutes(minutes: u32) -> String {
    match (minutes / 60, minutes % 60) {
        (0, 1) => words::one_minute().to_owned(),
        (0, minutes) => words::minutes(minutes),
        (1, 0) => words::one_hour().to_owned(),
        (1, 1) => words::one_hour_and_one_minute().to_owned(),
        (1, minutes) => words::one_hour_and_minutes(minutes),
        (hours, 0) => words::hours(hours),
        (hours, 1) => words::hours_and_one_minute(hours),
        (hours, minutes) => words::hours_and_minutes(hours, minutes),
    }
}

/// How long what is open takes.
pub fn left(minutes: u32) -> String {
    words::left(self::minutes(minutes))
}

/// What a track needs from outside it.
pub fn needed(track: &Track, names: &[&str]) -> String {
    words::also_needs(&track.title, names.join(", "))
}

/// The tracks of a course, a line each, with a mark at the one that is followed, and the commands that choose and
/// leave one.
pub fn tracks(
    course: &Course,
    followed: Option<&Track>,
    [going, leaving]: [&str; 2],
    is_done: impl Fn(&str) -> bool,
) -> Vec<String> {
    if course.tracks.is_empty() {
        return Vec::new();
    }
    let mut lines = vec![words::tracks().to_owned()];
    let width = course.tracks.iter().map(|it| it.name.len()).max();
    let width = width.unwrap_or(0);
    lines.extend(course.tracks.iter().map(|track| {
        let mark = if followed == Some(track) { '>' } else { ' ' };
        let route = course.route(Some(track));
        let exercises = || route.iter().map(|at| &course.exercises[*at]);
        let (done, all) = (
            exercises().filter(|it| is_done(&it.name)).count(),
            route.len(),
        );
        let (name, title) = (&track.name, words::track(&track.title));
        let done = progress(done, all);
        let about = Some(track.about.clone()).filter(|about| !about.is_empty());
        let told: Vec<String> = [Some(title), about, Some(done)]
            .into_iter()
            .flatten()
            .collect();
        format!("{mark} {name:<width$}  {}", told.join(" "))
    }));
    lines.push(match followed {
        None => words::goes_along(going),
        Some(track) => words::followed(&track.title, leaving),
    });
    lines
}

/// What stands over the page of a chapter.
pub fn chapter(chapter: &Chapter, minutes: Option<u32>) -> String {
    let this = words::chapter(&chapter.title);
    match minutes.filter(|minutes| *minutes > 0) {
        Some(minutes) => format!("{this} {}", exercise_words::takes(self::minutes(minutes))),
        None => this,
    }
}

/// How far a learner is.
pub fn progress(done: usize, all: usize) -> String {
    match all {
        1 => words::progress_of_one(done),
        all => words::progress(done, all),
    }
}

/// How far a learner is on the track, or in the course.
pub fn progress_on(
    course: &Course,
    track: Option<&Track>,
    is_done: impl Fn(&str) -> bool,
) -> String {
    let route = course.route(track);
    let done = route
        .iter()
        .filter(|at| is_done(&course.exercises[**at].name));
    let done = progress(done.count(), route.len());
    match track {
        None => done,
        Some(track) => format!("{} {done}", words::track(&track.title)),
    }
}

/// The page of a chapter, line by line.
pub fn page(page: &str) -> Vec<String> {
    page.lines().map(text::line).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn minutes_are_said_as_people_say_them() {
        let table = [
            (1, "1 minute"),
            (35, "35 minutes"),
            (60, "1 hour"),
            (61, "1 hour and 1 minute"),
            (125, "2 hours and 5 minutes"),
        ];
        for (number, words) in table {
            assert_eq!(minutes(number), words);
        }
    }
}
