//! What is said of the way through the course: tracks, chapters, and how long they take.

use super::sentence::{count, progress};
use crate::runner::course::{Chapter, Course, Track};
use crate::runner::text;

/// What is typed in a shell to follow a track, and to leave it.
pub const IN_A_SHELL: [&str; 2] = ["`gradlings --track NAME`", "`gradlings --track everything`"];
/// What is typed while the program watches.
pub const WHILE_WATCHING: [&str; 2] = ["t NAME", "t everything"];

/// That nothing is open any more, on the track or in the course. `leaving` is what leaves a track.
pub fn all_done(track: Option<&Track>, leaving: &str) -> String {
    match track {
        None => "Every exercise is done.".to_owned(),
        Some(track) => format!(
            "Every exercise of the track \"{}\" is done; {leaving} goes on with the whole course.",
            track.title
        ),
    }
}

/// "1 minute", "35 minutes", "2 hours and 5 minutes".
pub fn minutes(minutes: u32) -> String {
    let count = |number: u32, what| count(number as usize, what);
    match (minutes / 60, minutes % 60) {
        (0, minutes) => count(minutes, "minute"),
        (hours, 0) => count(hours, "hour"),
        (hours, minutes) => format!("{} and {}", count(hours, "hour"), count(minutes, "minute")),
    }
}

/// How long what is open takes.
pub fn left(minutes: u32) -> String {
    format!("What is left takes about {}.", self::minutes(minutes))
}

/// What a track needs from outside it.
pub fn needed(track: &Track, names: &[&str]) -> String {
    format!(
        "The track \"{}\" also needs: {}.",
        track.title,
        names.join(", ")
    )
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
    let mut lines = vec!["Tracks".to_owned()];
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
        let (name, title) = (&track.name, &track.title);
        let done = progress(done, all);
        match track.about.is_empty() {
            true => format!("{mark} {name:<width$}  {title}. {done}"),
            false => format!("{mark} {name:<width$}  {title}: {} {done}", track.about),
        }
    }));
    lines.push(match followed {
        None => format!("{going} goes along a track."),
        Some(track) => format!(
            "You follow the track \"{}\"; {leaving} leaves it.",
            track.title
        ),
    });
    lines
}

/// What stands over the page of a chapter.
pub fn chapter(chapter: &Chapter, minutes: Option<u32>) -> String {
    match minutes.filter(|minutes| *minutes > 0) {
        Some(minutes) => format!(
            "The chapter \"{}\", about {}.",
            chapter.title,
            self::minutes(minutes)
        ),
        None => format!("The chapter \"{}\".", chapter.title),
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
        Some(track) => format!("{}: {done}", track.title),
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
