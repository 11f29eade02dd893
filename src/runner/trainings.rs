//! The trainings of one check, each under its name: what one of them reports is never mixed with what another did.

use crate::report::Curve;
use crate::runner::outcome::CheckOutcome;
use crate::runner::words::screen::training as words;
use crate::sheet::CurvePart;

/// Trainings kept. A check of more cases than that keeps the first and the latest.
const MOST: usize = 32;

/// Which training it is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TrainingName {
    /// The check: `mnist_cnn in full`.
    pub check: String,
    /// The number of its case, from 1.
    pub case: usize,
    /// How many cases the check has.
    pub of: usize,
    /// What is special about the case, or empty.
    pub label: String,
}

impl TrainingName {
    /// The check, and the case where there are several.
    pub fn title(&self) -> String {
        match (self.of, self.label.as_str()) {
            (0 | 1, _) => self.check.clone(),
            (of, "") => words::training_of_case(&self.check, self.case, of),
            (of, label) => words::training_of_labelled_case(&self.check, self.case, of, label),
        }
    }
}

/// A training begins.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Begun {
    /// Which one.
    pub name: TrainingName,
    /// What is declared of the series that it may report.
    pub declared: Vec<CurvePart>,
    /// The reference's own curves for it.
    pub reference: Vec<Curve>,
}

/// What is known of one of them.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Named<T> {
    /// Its number among all that began, from 1.
    pub number: usize,
    /// Which one. What is reported outside of a training has no name.
    pub name: TrainingName,
    /// What it reported.
    pub kept: T,
}

/// All of them, in their order.
#[derive(Clone, Debug, PartialEq)]
pub struct Trainings<T> {
    /// Never empty: the last one takes in what is reported.
    all: Vec<Named<T>>,
    /// The first one that failed, where one did: its check, and the number of its case where that is known.
    failed: Option<(String, usize)>,
    /// The number of the one that the shows of the exercise belong to, once they are played.
    shown: Option<usize>,
}

impl<T: Default> Default for Trainings<T> {
    fn default() -> Self {
        Trainings {
            all: vec![Named {
                number: 1,
                ..Named::default()
            }],
            failed: None,
            shown: None,
        }
    }
}

impl<T: Default + PartialEq> Trainings<T> {
    /// Begins another one, which takes in what is reported from here on.
    pub fn begin(&mut self, name: TrainingName) {
        // Where nothing was reported yet, there is nothing to tell it from.
        let is_untouched =
            |named: &Named<T>| named.name == TrainingName::default() && named.kept == T::default();
        if self.all.len() == 1 && is_untouched(&self.all[0]) {
            self.all[0].name = name;
            return;
        }
        let number = self.begun() + 1;
        if self.all.len() == MOST {
            let failed = self.failed().map(|failed| failed.number);
            let oldest = (1..MOST).find(|at| Some(self.all[*at].number) != failed);
            self.all.remove(oldest.unwrap_or(1));
        }
        self.all.push(Named {
            number,
            name,
            kept: T::default(),
        });
    }
}

impl<T> Trainings<T> {
    /// How many began.
    pub fn begun(&self) -> usize {
        self.all.last().map_or(0, |last| last.number)
    }

    /// Those that are kept, in their order.
    pub fn all(&self) -> &[Named<T>] {
        &self.all
    }

    /// The same, to be changed.
    pub fn all_mut(&mut self) -> &mut [Named<T>] {
        &mut self.all
    }

    /// The one that began last.
    pub fn latest(&self) -> &Named<T> {
        // It begins with one, and none is removed without another one being added.
        &self.all[self.all.len() - 1]
    }

    /// What takes in what is reported now: the latest, and while the shows are played the one that they belong to.
    pub fn reporting(&mut self) -> &mut T {
        let shown = self.shown;
        let shown = self.all.iter().position(|it| Some(it.number) == shown);
        let last = self.all.len() - 1;
        &mut self.all[shown.unwrap_or(last)].kept
    }

    /// The shows of the exercise begin. They are seen beside the training that is looked at first.
    pub fn show(&mut self, has_something_to_see: impl Fn(&T) -> bool) {
        self.shown = Some(self.foremost(true, has_something_to_see).number);
    }

    /// Takes in what became of a check: its training is the one to look at where it is the first that failed.
    pub fn judged(&mut self, check: &CheckOutcome) {
        let trained = self.all.iter().any(|named| named.name.check == check.name);
        if trained && check.fails() && self.failed.is_none() {
            let case = check.numbers.as_ref().map_or(0, |numbers| numbers.number);
            self.failed = Some((check.name.clone(), case));
        }
    }

    /// The one that failed.
    fn failed(&self) -> Option<&Named<T>> {
        let (check, case) = self.failed.as_ref()?;
        let mut of_check = self.all.iter().filter(|it| it.name.check == *check);
        let first = of_check.clone().next();
        of_check.find(|it| it.name.case == *case).or(first)
    }

    /// The one to look at first once all is over: the one that failed, or else the first of the last check, which is the
    /// one that an author put first, as far as it has something to see. While they go on it is the latest.
    pub fn foremost(&self, is_over: bool, has_something_to_see: impl Fn(&T) -> bool) -> &Named<T> {
        if !is_over {
            return self.latest();
        }
        let to_see = |named: &&Named<T>| has_something_to_see(&named.kept);
        let last = self.all.iter().rfind(to_see);
        let first_of_check = |last: &Named<T>| {
            let of_check = |it: &&Named<T>| it.name.check == last.name.check;
            self.all.iter().filter(of_check).find(to_see)
        };
        let failed = self.failed();
        failed
            .or_else(|| last.and_then(first_of_check))
            .unwrap_or_else(|| self.latest())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::runner::outcome::{CheckState, Numbers};

    fn name(check: &str, case: usize, of: usize) -> TrainingName {
        TrainingName {
            check: check.to_owned(),
            case,
            of,
            label: String::new(),
        }
    }

    fn judged(check: &str, state: CheckState, case: usize) -> CheckOutcome {
        CheckOutcome {
            name: check.to_owned(),
            state,
            cases: 1,
            failed: 1,
            diagnosis: None,
            numbers: Some(Numbers {
                number: case,
                ..Numbers::default()
            }),
        }
    }

    /// Three checks: one case, three of which the first reports nothing, two.
    fn trained() -> Trainings<usize> {
        let mut trainings = Trainings::default();
        let table = [
            ("a", 1, 1, 5),
            ("b", 1, 3, 0),
            ("b", 2, 3, 7),
            ("b", 3, 3, 8),
        ];
        for (check, case, of, reported) in table {
            trainings.begin(name(check, case, of));
            *trainings.reporting() = reported;
        }
        trainings
    }

    #[test]
    fn the_latest_is_looked_at_while_they_go_on_and_the_one_that_failed_at_the_end() {
        let numbers = |trainings: &Trainings<usize>| {
            [false, true].map(|is_over| trainings.foremost(is_over, |kept| *kept > 0).number)
        };
        let mut trainings = trained();
        // Where all passes: the first of the last check that shows anything.
        assert_eq!(numbers(&trainings), [4, 3]);
        trainings.judged(&judged("a", CheckState::Passed, 1));
        assert_eq!(numbers(&trainings), [4, 3]);
        // A check that does not train has nothing to look at.
        trainings.judged(&judged("accuracy", CheckState::Failed, 1));
        assert_eq!(numbers(&trainings), [4, 3]);
        trainings.judged(&judged("b", CheckState::Failed, 3));
        assert_eq!(numbers(&trainings), [4, 4]);
        // It is the first failure that counts, as everywhere.
        trainings.judged(&judged("a", CheckState::Failed, 1));
        assert_eq!(numbers(&trainings), [4, 4]);

        let mut trainings = trained();
        trainings.judged(&judged("a", CheckState::Panicked, 0));
        assert_eq!(numbers(&trainings), [4, 1]);
    }

    #[test]
    fn a_show_is_seen_beside_the_training_that_is_looked_at_first() {
        let mut trainings = trained();
        trainings.show(|kept| *kept > 0);
        *trainings.reporting() += 100;
        let kept: Vec<usize> = trainings.all().iter().map(|it| it.kept).collect();
        assert_eq!(kept, [5, 0, 107, 8]);
    }

    #[test]
    fn what_is_reported_before_the_first_training_is_kept_apart_from_it() {
        let mut trainings = Trainings::default();
        assert_eq!((trainings.begun(), *trainings.reporting()), (1, 0));
        trainings.begin(name("a", 1, 1));
        assert_eq!(
            (trainings.begun(), trainings.latest().name.check.as_str()),
            (1, "a")
        );
        *trainings.reporting() = 3;
        trainings.begin(name("b", 1, 1));
        let kept: Vec<usize> = trainings.all().iter().map(|it| it.kept).collect();
        assert_eq!(kept, [3, 0]);
    }

    #[test]
    fn however_many_there_are_the_first_the_failed_and_the_latest_are_kept() {
        let mut trainings: Trainings<usize> = Trainings::default();
        for case in 1..=100 {
            trainings.begin(name("a", case, 100));
            if case == 5 {
                trainings.judged(&judged("a", CheckState::Failed, 5));
            }
        }
        let numbers: Vec<usize> = trainings.all().iter().map(|it| it.number).collect();
        assert_eq!(numbers.len(), MOST);
        assert_eq!(
            (numbers[..3].to_vec(), trainings.begun()),
            (vec![1, 5, 71], 100)
        );
    }

    #[test]
    fn a_training_has_the_name_of_its_check_and_of_its_case_where_there_are_several() {
        let mut one_of_two = name("fit_line", 1, 2);
        let table = [
            (name("fit_line", 1, 1), "fit_line"),
            (one_of_two.clone(), "fit_line, case 1 of 2"),
            (
                {
                    one_of_two.label = "two points".to_owned();
                    one_of_two
                },
                "fit_line, case 1 of 2, two points",
            ),
        ];
        for (name, title) in table {
            assert_eq!(name.title(), title);
        }
    }
}
