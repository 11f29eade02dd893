//! What the commands of plain mode answer, as lines.

use std::process::Stdio;
use std::thread;

use similar::{ChangeTag, TextDiff};

use crate::runner::course::{Course, Exercise};
use crate::runner::editor;
use crate::runner::plain::command::Command;
use crate::runner::plain::sentence::harmless;
use crate::runner::plain::{back, predict, way};
use crate::runner::problem::Problem;
use crate::runner::session::Session;
use crate::runner::words::plain::{
    attempts as attempt_words, commands as words, exercise as exercise_words,
};

/// One more hint, and those before it where there are no more.
pub fn hint(session: &mut Session) -> Result<Vec<String>, Problem> {
    let name = session.current().name.clone();
    let before = session.hints_shown(&name);
    let shown = session.show_hint(&name)?;
    let hints = &session.current().hints;
    if hints.is_empty() {
        return Ok(vec![words::no_hints().to_owned()]);
    }
    let of = hints.len();
    let opened = session.hints_opened(&name);
    let line = |number: usize| {
        let hint = &hints[opened[number - 1]];
        format!("{} {hint}", words::hint_number(number, of))
    };
    // A hint that was opened can be read again.
    Ok(if shown > before {
        vec![line(shown)]
    } else {
        let mut lines: Vec<String> = (1..=shown).map(line).collect();
        lines.push(words::no_more_hints().to_owned());
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
        return vec![words::what_to_find().to_owned()];
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
        .map(|exercise| {
            let about = exercise_words::about(&exercise.teaches);
            format!("{} {about}", row(session, exercise))
        })
        .collect();
    let found = match lines.len() {
        0 => words::none_found(harmless(word)),
        1 => words::one_found().to_owned(),
        found => words::found(found),
    };
    lines.push(found);
    lines
}

/// What is known of an exercise.
pub fn about(session: &Session, exercise: &Exercise) -> Vec<String> {
    let course = session.course();
    let mut lines = vec![
        super::sentence::exercise(course, exercise),
        row(session, exercise),
    ];
    if let Some(minutes) = exercise.minutes {
        lines.push(exercise_words::takes(way::minutes(minutes)));
    }
    if !exercise.needs.is_empty() {
        lines.push(exercise_words::builds_on(exercise.needs.join(", ")));
    }
    let leads: Vec<&str> = course
        .leads(&exercise.name)
        .map(|other| other.name.as_str())
        .collect();
    if !leads.is_empty() {
        lines.push(exercise_words::leads_to(leads.join(", ")));
    }
    let shown = session.hints_shown(&exercise.name);
    lines.push(match (exercise.hints.len(), shown) {
        (0, _) => exercise_words::without_hints().to_owned(),
        (1, 0) => exercise_words::one_hint_closed().to_owned(),
        (1, _) => exercise_words::one_hint_opened().to_owned(),
        (all, shown) => exercise_words::hints(all, shown),
    });
    lines
}

/// The page of the chapter that the current exercise is in.
pub fn page(session: &Session) -> Vec<String> {
    match session.page(&session.current().chapter) {
        Some(page) => way::page(&page),
        None => vec![words::no_page().to_owned()],
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
        way::while_watching(),
        |name| session.is_done(name),
    );
    Ok(match lines.is_empty() {
        true => vec![words::no_tracks().to_owned()],
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
            Some(near) => words::did_you_mean(near),
            None => words::list_lists().to_owned(),
        };
        Problem::new(words::no_exercise(harmless(name)), next)
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
                ChangeTag::Delete => words::yours(),
                ChangeTag::Insert => words::solutions(),
                ChangeTag::Equal => return None,
            };
            Some(format!("{whose} {}", harmless(change.value().trim_end())))
        })
        .collect();
    if lines.is_empty() {
        lines.push(words::no_difference().to_owned());
    }
    Ok(lines)
}

/// Where to edit, at the line of the first complaint. An editor in this terminal would take the keyboard away from the
/// commands, so only one with a window of its own is opened.
pub fn edit(session: &Session, line: Option<usize>) -> Vec<String> {
    let exercise = session.current();
    let file = session.course().exercise_path(exercise);
    let path = exercise.path();
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
            return vec![match line {
                Some(line) => words::opened_at(path, line, program),
                None => words::opened(path, program),
            }];
        }
    }
    vec![match line {
        Some(line) => words::open_it_at(path, line),
        None => words::open_it(path),
    }]
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
        _ => Ok(vec![words::which_attempt().to_owned()]),
    }
}

fn attempts(session: &Session, name: &str) -> Vec<String> {
    let mut lines = back::list(session, name);
    if session.has_attempts(name) {
        lines.push(attempt_words::what_to_type().to_owned());
    }
    lines
}

/// An exercise in a list: its state, and how much work went into it.
fn row(session: &Session, exercise: &Exercise) -> String {
    let name = &exercise.name;
    let mut sentences = vec![match session.is_done(name) {
        true => exercise_words::done(name),
        false => exercise_words::pending(name),
    }];
    let practice = session.practice(name);
    match practice.seconds / 60 {
        0 => {}
        1 => sentences.push(exercise_words::one_minute().to_owned()),
        minutes => sentences.push(exercise_words::minutes(minutes)),
    }
    match practice.tries {
        0 => {}
        1 => sentences.push(exercise_words::one_try().to_owned()),
        tries => sentences.push(exercise_words::tries(tries)),
    }
    sentences.join(" ")
}
