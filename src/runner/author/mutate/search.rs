//! Tries the changes of one exercise.

use super::change::Change;
use super::equal::{self, Equal};
use super::survey::{By, Fate, Mutant, Survey};
use super::{gap, operators};
use crate::runner::author::bench::Bench;
use crate::runner::author::proof::enough;
use crate::runner::build::{Executable, Workshop};
use crate::runner::closed;
use crate::runner::course::{Course, Exercise};
use crate::runner::outcome::Verdict;
use crate::runner::problem::Problem;
use crate::runner::process::Stop;
use crate::runner::tokens::Code;
use crate::runner::workspace::{file, original};

/// What is tried, and where.
pub struct Search<'a> {
    pub course: &'a Course,
    pub exercise: &'a Exercise,
    /// Where changed solutions are built.
    pub workshop: &'a Workshop,
    /// At most so many changes.
    pub most: usize,
    pub stop: &'a Stop,
    /// Hears before each change how many are over, and how many there are.
    pub told: &'a dyn Fn(usize, usize),
}

/// A change, and the name of what it is in.
type Named = (String, Change);

impl Search<'_> {
    /// Tries all of them. What keeps them from being tried is a fault of the exercise; where the search was stopped, what it
    /// gives is not whole.
    pub fn all(&self) -> Survey {
        let mut survey = Survey {
            exercise: self.exercise.name.clone(),
            ..Survey::default()
        };
        if let Err(problem) = self.fill(&mut survey) {
            survey.faults.push(problem);
        }
        survey
    }

    fn fill(&self, survey: &mut Survey) -> Result<(), Problem> {
        let (course, exercise) = (self.course, self.exercise);
        let solution = text(course, exercise.solution())?;
        // In the folder of somebody who works at it, the exercise may be solved.
        let given = match original::read(course, exercise) {
            Some(aside) => String::from_utf8_lossy(&aside).into_owned(),
            None => text(course, exercise.path())?,
        };
        let entries = equal::read(course, exercise)?;
        let all = all_changes(&solution, &given);
        survey.of = all.len();
        survey
            .faults
            .extend(self.out_of_date(&entries, &all, &solution));
        let bench = match Bench::of(course, exercise, self.workshop, self.stop)? {
            Some(bench) => bench.limited_by(&solution)?,
            None => None,
        };
        let Some(mut bench) = bench else {
            return Ok(());
        };
        let sample = sample(all, self.most);
        for (done, (inside, change)) in sample.iter().enumerate() {
            (self.told)(done, sample.len());
            let (line, becomes) = change.lines(&solution);
            let mutant = Mutant {
                file: exercise.solution(),
                number: change.line(&solution),
                inside: inside.clone(),
                line,
                becomes,
            };
            let entry = entries.iter().find(|entry| entry.is_about(&mutant));
            // Of what an author has explained, one seed says whether the check still agrees.
            let seeds = entry.map_or(enough(exercise), |_| 1);
            let Some(fate) = self.attempt(&mut bench, change.made(&solution), seeds)? else {
                return Ok(());
            };
            let fate = match entry {
                Some(entry) => self.explained(entry, &mutant, fate, survey),
                None => fate,
            };
            survey.tried.push((mutant, fate));
        }
        Ok(())
    }

    /// Builds a changed solution and puts it to the check on so many seeds. `None` where it was stopped.
    fn attempt(
        &self,
        bench: &mut Bench<'_>,
        text: String,
        seeds: u64,
    ) -> Result<Option<Fate>, Problem> {
        let built: Option<Executable> = bench.built(text)?;
        let Some(program) = built else {
            return Ok((!self.stop.is_stopped()).then_some(Fate::NotCompiled));
        };
        for seed in 0..seeds {
            match bench.verdict(program.path(), seed)? {
                None => return Ok(None),
                Some(outcome) if outcome.verdict == Verdict::Passed => {}
                Some(outcome) => return Ok(Some(Fate::Killed(By::of(&outcome)))),
            }
        }
        Ok(Some(Fate::Survived))
    }

    /// What became of a change about which there is an entry, which is a fault where the check does not agree with it.
    fn explained(&self, entry: &Equal, mutant: &Mutant, fate: Fate, survey: &mut Survey) -> Fate {
        let path = equal::path(self.exercise);
        let (what, next) = match fate {
            Fate::Survived | Fate::Equal(_) => return Fate::Equal(entry.why.clone()),
            Fate::NotCompiled => ("does not compile", format!("take the entry out of {path}")),
            Fate::Killed(_) => (
                "is refused",
                format!("mend the check, or take the entry out of {path}"),
            ),
        };
        let what = format!("What is said to be as right {what}: `{}`.", mutant.becomes);
        let place = format!("{}:{}", mutant.file, mutant.number);
        survey.faults.push(Problem::new(what, next).at(place));
        fate
    }

    /// Entries about changes that there are no more.
    fn out_of_date(&self, entries: &[Equal], all: &[Named], solution: &str) -> Vec<Problem> {
        let made: Vec<(&String, (String, String))> = all
            .iter()
            .map(|(inside, change)| (inside, change.lines(solution)))
            .collect();
        let is_made = |entry: &Equal| {
            made.iter().any(|(inside, (line, becomes))| {
                (*inside, line, becomes) == (&entry.inside, &entry.line, &entry.becomes)
            })
        };
        let gone = entries.iter().filter(|entry| !is_made(entry));
        gone.map(|entry| {
            let Equal { line, becomes, .. } = entry;
            Problem::new(
                format!("No change makes `{becomes}` of `{line}` any more."),
                "take the entry out, or write it as the lines are now",
            )
            .at(equal::path(self.exercise))
        })
        .collect()
    }
}

fn text(course: &Course, path: String) -> Result<String, Problem> {
    closed::read_text(&course.root, &path)
        .map_err(|error| file::problem("The file cannot be read.", &course.root.join(path), &error))
}

/// Every change of what a learner writes.
fn all_changes(solution: &str, exercise: &str) -> Vec<Named> {
    let (solution, exercise) = (Code::of(solution), Code::of(exercise));
    let mut found = Vec::new();
    for gap in gap::gaps(&solution, &exercise) {
        let changes = operators::changes(&solution, &gap).into_iter();
        found.extend(changes.map(|change| (gap.name.to_owned(), change)));
    }
    found
}

/// At most so many, from everywhere.
fn sample<T>(all: Vec<T>, most: usize) -> Vec<T> {
    let of = all.len();
    let wanted = most.min(of);
    let numbered = all.into_iter().enumerate();
    let is_wanted = |number: usize| number * wanted / of != (number + 1) * wanted / of;
    let wanted = numbered.filter(|(number, _)| is_wanted(*number));
    wanted.map(|(_, it)| it).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sample_is_from_everywhere() {
        let all: Vec<usize> = (0..10).collect();
        assert_eq!(sample(all.clone(), 20), all);
        assert_eq!(sample(all.clone(), 3), [3, 6, 9]);
        assert_eq!(sample(all, 5), [1, 3, 5, 7, 9]);
        assert!(sample(Vec::<u8>::new(), 5).is_empty());
    }
}
