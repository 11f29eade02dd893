//! `dev mutate`: what the checks let pass.

use std::io::Write;
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::thread;
use std::time::Duration;

use serde::Serialize;

use super::author::{tell, wanted};
use super::message::say;
use super::status::Status;
use crate::runner::author::{By, Fate, Mutant, Survey, Tried, mutate as try_all, to_write};
use crate::runner::checks::NoOutcome;
use crate::runner::course::Course;
use crate::runner::interrupt;
use crate::runner::json;
use crate::runner::plain::sentence;
use crate::runner::process;

/// After so long without any news, how far it is is said.
const QUIET: Duration = Duration::from_secs(30);

/// Changes the solutions of these exercises, or of all, and tells of each exercise what passed, or with `json` what became of
/// every change. Ctrl-C ends it, and nothing is left behind.
pub fn mutate(
    out: &mut impl Write,
    course: &Course,
    names: &[String],
    sample: Option<u64>,
    json: bool,
) -> Result<Status, NoOutcome> {
    let exercises = wanted(course, names)?;
    let most = sample.map_or(usize::MAX, |most| {
        usize::try_from(most).unwrap_or(usize::MAX)
    });
    let stop = process::Stop::default();
    let interrupted = stop.clone();
    interrupt::listen(move || interrupted.stop());
    let (send, told) = mpsc::channel();
    let found = thread::scope(|scope| {
        let stop = &stop;
        let trying = scope.spawn(move || {
            try_all(course, &exercises, most, stop, &|tried| {
                // Who stopped listening has seen enough.
                let _ = send.send(tried);
            })
        });
        let heard = hear(&told, QUIET, &say, |survey| match stop.is_stopped() {
            // It was cut off in the middle.
            true => Ok(()),
            false if json => objects(out, survey),
            false => report(out, survey),
        });
        if heard.is_err() {
            stop.stop();
        }
        let tried = trying.join();
        heard.map(|found| (found, tried))
    });
    let (found, tried) = found?;
    if stop.is_stopped() {
        return Err(NoOutcome::Interrupted);
    }
    // A panic there has been printed already.
    tried.unwrap_or(Ok(()))?;
    let end = match found {
        0 => "Everything that passes is explained.".to_owned(),
        _ => format!("{} to look at.", sentence::count(found, "place")),
    };
    match json {
        true => say(&end),
        false => writeln!(out, "{end}")?,
    }
    Ok(if found == 0 {
        Status::Good
    } else {
        Status::NotPassed
    })
}

/// Hears what is tried to its end, and counts what an author has to look at.
fn hear(
    told: &Receiver<Tried>,
    quiet: Duration,
    say: &dyn Fn(&str),
    mut ended: impl FnMut(&Survey) -> Result<(), NoOutcome>,
) -> Result<usize, NoOutcome> {
    let mut running: Vec<(String, usize, usize)> = Vec::new();
    let mut found = 0;
    loop {
        match told.recv_timeout(quiet) {
            Ok(Tried::Some(name, done, of)) => {
                if running.iter().all(|(other, ..)| *other != name) {
                    say(&format!(
                        "changing {name}: {}",
                        sentence::count(of, "place")
                    ));
                }
                running.retain(|(other, ..)| *other != name);
                running.push((name, done, of));
            }
            Ok(Tried::All(survey)) => {
                running.retain(|(name, ..)| *name != survey.exercise);
                found += survey.survivors().count() + survey.faults.len();
                ended(&survey)?;
            }
            Err(RecvTimeoutError::Timeout) if running.is_empty() => say("building the checks"),
            Err(RecvTimeoutError::Timeout) => {
                let far: Vec<String> = running
                    .iter()
                    .map(|(name, done, of)| format!("{name} ({done} of {of})"))
                    .collect();
                say(&format!("still changing {}", far.join(", ")));
            }
            Err(RecvTimeoutError::Disconnected) => return Ok(found),
        }
    }
}

/// What was found about one exercise.
fn report(out: &mut impl Write, survey: &Survey) -> Result<(), NoOutcome> {
    let (tried, of) = (survey.tried.len(), survey.of);
    let sampled = if tried < of {
        format!(" of {of}")
    } else {
        String::new()
    };
    let killed = |by: By| survey.count(|fate| *fate == Fate::Killed(by));
    writeln!(
        out,
        "{}: {tried}{sampled} changes, {} do not compile, {} refused ({} named, {} by a pattern, {} by numbers, {} ended \
         early), {} explained, {} pass.",
        survey.exercise,
        survey.count(|fate| *fate == Fate::NotCompiled),
        survey.count(|fate| matches!(fate, Fate::Killed(_))),
        killed(By::Mistake),
        killed(By::Pattern),
        killed(By::Numbers),
        killed(By::End),
        survey.count(|fate| matches!(fate, Fate::Equal(_))),
        survey.survivors().count(),
    )?;
    for mutant in survey.survivors() {
        show(out, mutant)?;
    }
    for fault in &survey.faults {
        tell(out, "fault:", fault)?;
    }
    // Whoever waits for the others reads it now.
    Ok(out.flush()?)
}

/// A change that passes, with the entry that would explain it.
fn show(out: &mut impl Write, mutant: &Mutant) -> std::io::Result<()> {
    let Mutant {
        file,
        number,
        inside,
        line,
        becomes,
    } = mutant;
    writeln!(out, "  passes: {file}:{number}")?;
    for line in to_write(inside, line, becomes).lines() {
        writeln!(out, "    {}", sentence::harmless(line))?;
    }
    Ok(())
}

/// One line of `--json`.
#[derive(Serialize)]
struct Object<'a> {
    schema: u32,
    exercise: &'a str,
    file: &'a str,
    line: usize,
    #[serde(rename = "in")]
    inside: &'a str,
    was: &'a str,
    becomes: &'a str,
    verdict: &'static str,
    /// What a learner reads, where it is killed.
    #[serde(skip_serializing_if = "Option::is_none")]
    by: Option<&'static str>,
    /// Where it is equal.
    #[serde(skip_serializing_if = "Option::is_none")]
    why: Option<&'a str>,
}

impl<'a> Object<'a> {
    fn of(exercise: &'a str, mutant: &'a Mutant, fate: &'a Fate) -> Object<'a> {
        let (verdict, by, why) = match fate {
            Fate::NotCompiled => ("not_compiled", None, None),
            Fate::Killed(By::Mistake) => ("killed", Some("mistake"), None),
            Fate::Killed(By::Pattern) => ("killed", Some("pattern"), None),
            Fate::Killed(By::Numbers) => ("killed", Some("numbers"), None),
            Fate::Killed(By::End) => ("killed", Some("end"), None),
            Fate::Equal(why) => ("equal", None, Some(why.as_str())),
            Fate::Survived => ("survived", None, None),
        };
        Object {
            schema: json::SCHEMA,
            exercise,
            file: &mutant.file,
            line: mutant.number,
            inside: &mutant.inside,
            was: &mutant.line,
            becomes: &mutant.becomes,
            verdict,
            by,
            why,
        }
    }
}

/// Every change of one exercise; what is wrong besides is no change, and said beside them.
fn objects(out: &mut impl Write, survey: &Survey) -> Result<(), NoOutcome> {
    for (mutant, fate) in &survey.tried {
        let object = Object::of(&survey.exercise, mutant, fate);
        let text = serde_json::to_string(&object).map_err(std::io::Error::other)?;
        writeln!(out, "{}", json::escaped(text))?;
    }
    for fault in &survey.faults {
        let mut said = Vec::new();
        tell(&mut said, "fault:", fault)?;
        say(String::from_utf8_lossy(&said).trim_end());
    }
    Ok(out.flush()?)
}
