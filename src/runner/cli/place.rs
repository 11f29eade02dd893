//! Where the course is, and which exercise is meant.

use std::env;
use std::path::{Path, PathBuf};

use crate::runner::course::{Course, Exercise};
use crate::runner::problem::Problem;
use crate::runner::session::Session;
use crate::runner::words::plain::shell as words;

/// The folder of the course: the one that was named, else this one or the nearest one above with an `info.toml`, else
/// the repository that `cargo run` was typed for.
pub fn course(named: Option<&Path>) -> Result<PathBuf, Problem> {
    if let Some(named) = named {
        return Ok(named.to_owned());
    }
    let here = env::current_dir()
        .map_err(|error| Problem::new(words::folder_unreadable(error), words::change_folder()))?;
    let is_course = |folder: &&Path| folder.join("info.toml").is_file();
    // cargo sets this variable for the programs it runs.
    let repository = env::var_os("CARGO_MANIFEST_DIR").map(PathBuf::from);
    let found = here.ancestors().find(is_course).map(Path::to_owned);
    found
        .or(repository.filter(|folder| is_course(&folder.as_path())))
        .ok_or_else(|| {
            Problem::new(words::no_course_here(), words::make_a_course()).at(here.display())
        })
}

/// What lies on the track of that name, as positions in the order of the course; without a name, the whole course.
pub fn route(session: &Session, track: Option<&str>) -> Result<Vec<usize>, Problem> {
    let track = match track {
        Some(name) => session.known_track(name)?,
        None => None,
    };
    let mut route = session.course().route(track);
    route.sort_unstable();
    Ok(route)
}

/// The exercise of that name, which may be written as its path. An unknown name is answered with the nearest one.
pub fn exercise<'a>(course: &'a Course, name: &str) -> Result<&'a Exercise, Problem> {
    let stem = Path::new(name)
        .file_stem()
        .map(|stem| stem.to_string_lossy());
    let stem = stem.as_deref().unwrap_or(name);
    if let Some(exercise) = course.exercise(name).or_else(|| course.exercise(stem)) {
        return Ok(exercise);
    }
    let names: Vec<&str> = course.exercises.iter().map(|it| it.name.as_str()).collect();
    let wanted = stem.to_lowercase();
    let near = similar::get_close_matches(wanted.as_str(), &names, 1, 0.5);
    let next = match near.first() {
        Some(near) => words::did_you_mean(near),
        None => words::list_names().to_owned(),
    };
    Err(Problem::new(words::no_exercise(name), next))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_exercise_is_found_by_name_or_path_and_a_slip_is_answered_with_the_nearest() {
        let mut info =
            "format = 2\ntitle = \"T\"\n[[chapters]]\nname = \"a\"\ntitle = \"A\"\n".to_owned();
        for name in ["mse", "cross_entropy", "softmax"] {
            info.push_str(&format!(
                "[[exercises]]\nname = \"{name}\"\nchapter = \"a\"\nteaches = \"x\"\n"
            ));
        }
        let course = Course::parse(Path::new("/c"), &info).expect("sound");
        let table = [
            ("mse", Ok("mse")),
            ("exercises/a/softmax.rs", Ok("softmax")),
            ("softmax.rs", Ok("softmax")),
            ("cross_entorpy", Err("did you mean `cross_entropy`?")),
            ("CrossEntropy", Err("did you mean `cross_entropy`?")),
            ("zzz", Err("type `gradlings list`")),
            ("", Err("type `gradlings list`")),
        ];
        for (name, expected) in table {
            match (exercise(&course, name), expected) {
                (Ok(found), Ok(expected)) => assert_eq!(found.name, expected),
                (Err(problem), Err(expected)) => {
                    assert!(problem.next.contains(expected), "{name}: {problem}");
                }
                (found, _) => panic!("{name}: {found:?}"),
            }
        }
    }
}
