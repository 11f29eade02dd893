//! What the commands of plain mode answer, as lines.

use std::process::Stdio;
use std::thread;

use similar::{ChangeTag, TextDiff};

use crate::runner::course::{Course, Exercise};
use crate::runner::editor;
use crate::runner::plain::command::Command;
use crate::runner::plain::sentence::{count, harmless};
use crate::runner::plain::{back, predict, way};
use crate::runner::problem::Problem;
use crate::runner::session::Session;

/// One more hint, and those before it where there are no more.
pub fn hint(session: &mut Session) -> Result<Vec<String>, Problem> {
    let name = session.current().name.clone();
    let before = session.hints_shown(&name);
    let shown = session.show_hint(&name)?;
    let hints = &session.current().hints;
    if hints.is_empty() {
        return Ok(vec!["This exercise has no hints.".to_owned()]);
    }
    let of = hints.len();
    let line = |number: usize| format!("Hint {number} of {of}: {}", hints[number - 1]);
    // A hint that was opened can be read again.
    Ok(if shown > before {
        vec![line(shown)]
    } else {
        let mut lines: Vec<String> = (1..=shown).map(line).collect();
        lines.push("There are no more hints.".to_owned());
        lines
    })
}

/// The lesson, line by line.
pub fn lesson(session: &Session) -> Result<Vec<String>, Problem> {
    let lesson = session.lesson(&session.current().name)?;
    Ok(lesson.lines().map(harmless).collect())
}

/// Every exercise.
pub fn list(session: &Session) -> Vec<String> {
    let exercises = session.course().exercises.iter();
    exercises.map(|exercise| row(session, exercise)).collect()
}

/// The exercises that a word is about: by name, topic or chapter.
pub fn find(session: &Session, word: &str) -> Vec<String> {
    if word.is_empty() {
        return vec!["Type what to find, as in / tensor.".to_owned()];
    }
    let course = session.course();
    let wanted = word.to_lowercase();
    let matches = |exercise: &&Exercise| {
        let chapter = course
            .chapters
            .iter()
            .find(|chapter| chapter.name == exercise.chapter);
        exercise.name.contains(&wanted)
            || exercise.teaches.to_lowercase().contains(&wanted)
            || chapter.is_some_and(|chapter| chapter.title.to_lowercase().contains(&wanted))
    };
    let mut lines: Vec<String> = course
        .exercises
        .iter()
        .filter(matches)
        .map(|exercise| format!("{}, {}", row(session, exercise), exercise.teaches))
        .collect();
    let found = match lines.len() {
        0 => format!("No exercise is about {}.", harmless(word)),
        1 => "1 exercise. Type g and its name to go there.".to_owned(),
        found => format!("{found} exercises. Type g and a name to go there."),
    };
    lines.push(found);
    lines
}

/// What is known of an exercise.
pub fn about(session: &Session, exercise: &Exercise) -> Vec<String> {
    let course = session.course();
    let mut lines = vec![
        super::sentence::exercise(course, exercise),
        format!("{}.", row(session, exercise)),
    ];
    if let Some(minutes) = exercise.minutes {
        lines.push(format!("It takes about {}.", way::minutes(minutes)));
    }
    if !exercise.needs.is_empty() {
        lines.push(format!("It builds on {}.", exercise.needs.join(", ")));
    }
    let leads: Vec<&str> = course
        .leads(&exercise.name)
        .map(|other| other.name.as_str())
        .collect();
    if !leads.is_empty() {
        lines.push(format!("It leads to {}.", leads.join(", ")));
    }
    let shown = session.hints_shown(&exercise.name);
    lines.push(format!(
        "{shown} of {} opened.",
        count(exercise.hints.len(), "hint")
    ));
    lines
}

/// The page of the chapter that the current exercise is in.
pub fn page(session: &Session) -> Vec<String> {
    match session.page(&session.current().chapter) {
        Some(page) => way::page(&page),
        None => vec!["This chapter has no page.".to_owned()],
    }
}

/// Follows the track that was named; without a name, the tracks.
pub fn track(session: &mut Session, name: &str) -> Result<Vec<String>, Problem> {
    if !name.is_empty() {
        session.known_track(name)?;
        session.follow(name)?;
        session.go_along()?;
    }
    let lines = way::tracks(
        session.course(),
        session.track(),
        way::WHILE_WATCHING,
        |name| session.is_done(name),
    );
    Ok(match lines.is_empty() {
        true => vec!["This course has no tracks.".to_owned()],
        false => lines,
    })
}

/// The exercise that was named, or the current one where none was.
pub fn named<'c>(
    course: &'c Course,
    current: &'c Exercise,
    name: &str,
) -> Result<&'c Exercise, Problem> {
    if name.is_empty() {
        return Ok(current);
    }
    course.exercise(name).ok_or_else(|| {
        let names: Vec<&str> = course.exercises.iter().map(|it| it.name.as_str()).collect();
        let near = similar::get_close_matches(name, &names, 1, 0.5);
        let next = match near.first() {
            Some(near) => format!("did you mean `{near}`? l lists every exercise"),
            None => "l lists every exercise".to_owned(),
        };
        Problem::new(format!("There is no exercise `{}`.", harmless(name)), next)
    })
}

/// How the learner's functions differ from the solution's.
pub fn difference(session: &Session) -> Result<Vec<String>, Problem> {
    let name = &session.current().name;
    let solution = session.solution(name)?;
    let yours = session.own_code(name)?;
    let diff = TextDiff::from_lines(&yours, &solution);
    let mut lines: Vec<String> = diff
        .iter_all_changes()
        .filter_map(|change| {
            let whose = match change.tag() {
                ChangeTag::Delete => "Yours:",
                ChangeTag::Insert => "Solution:",
                ChangeTag::Equal => return None,
            };
            Some(format!("{whose} {}", harmless(change.value().trim_end())))
        })
        .collect();
    if lines.is_empty() {
        lines.push("Yours is the solution, letter by letter.".to_owned());
    }
    Ok(lines)
}

/// Where to edit, at the line of the first complaint. An editor in this terminal would take the keyboard away from the
/// commands, so only one with a window of its own is opened.
pub fn edit(session: &Session, line: Option<usize>) -> Vec<String> {
    let exercise = session.current();
    let file = session.course().exercise_path(exercise);
    let place = match line {
        Some(line) => format!("{}, line {line}", exercise.path()),
        None => exercise.path(),
    };
    if let Some(mut command) = editor::command(None, &file, line)
        && !editor::takes_terminal(&command)
    {
        let program = harmless(&command.get_program().to_string_lossy());
        command
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null());
        if let Ok(mut child) = command.spawn() {
            // Somebody has to wait for it, or it stays behind as a zombie.
            thread::spawn(move || child.wait());
            return vec![format!("{place} is open in {program}.")];
        }
    }
    vec![format!(
        "Open {place} in your editor; a save is checked at once."
    )]
}

/// The attempts and the question before a run, with the number that was typed.
pub fn look_back(
    session: &mut Session,
    command: Command,
    name: &str,
    number: Option<u32>,
) -> Result<Vec<String>, Problem> {
    match (command, number) {
        (Command::Attempts, None) => Ok(attempts(session, name)),
        (Command::Attempts, Some(number)) => back::compare(session, name, number, None),
        (Command::Restore, Some(number)) => back::restore(session, name, number),
        (Command::Predict, choice) => predict::answer(session, name, choice),
        _ => Ok(vec![
            "Type b and the number of an attempt; a lists them.".to_owned(),
        ]),
    }
}

fn attempts(session: &Session, name: &str) -> Vec<String> {
    let mut lines = back::list(session, name);
    if session.has_attempts(name) {
        let more = "Type a and a number for what has changed since, b and a number to bring that text back.";
        lines.push(more.to_owned());
    }
    lines
}

fn row(session: &Session, exercise: &Exercise) -> String {
    let state = if session.is_done(&exercise.name) {
        "done"
    } else {
        "pending"
    };
    let mut row = format!("{state}: {}", exercise.name);
    let practice = session.practice(&exercise.name);
    let minutes = practice.seconds / 60;
    if minutes > 0 {
        row.push_str(&format!(
            ", {}",
            count(usize::try_from(minutes).unwrap_or(usize::MAX), "minute")
        ));
    }
    match practice.tries {
        0 => {}
        1 => row.push_str(", 1 try"),
        tries => row.push_str(&format!(", {tries} tries")),
    }
    row
}
