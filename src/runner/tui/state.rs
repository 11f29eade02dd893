//! What the screen knows. It holds data only: no handle, no file, no clock.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;
use std::time::Duration;

use crate::runner::activity::Activity;
use crate::runner::course::{Course, Exercise, Hint, Mention, Track};
use crate::runner::outcome::{CheckOutcome, Outcome, Verdict};
use crate::runner::tui::action::Action;
use crate::runner::tui::all::All;
use crate::runner::tui::attempts::Attempts;
use crate::runner::tui::event::{RunId, Snapshot};
use crate::runner::tui::glossary::Glossary;
use crate::runner::tui::keymap::Keymap;
use crate::runner::tui::lens::Lens;
use crate::runner::tui::map::Map;
use crate::runner::tui::menu::Menu;
use crate::runner::tui::notice::Notice;
use crate::runner::tui::place::{Overlay, Pane, Room, Screen, WATCH_PANES};
use crate::runner::tui::run::Run;
use crate::runner::tui::search::Search;
use crate::runner::tui::theme::Theme;
use crate::runner::tui::training::RunReports;
use crate::runner::tui::trial::Trial;

/// The state.
#[derive(Clone, Debug)]
pub struct State {
    /// The course.
    pub course: Arc<Course>,
    /// Colours and glyphs.
    pub theme: Theme,
    /// The keys.
    pub keymap: Arc<Keymap>,
    /// Whether the mouse is listened to.
    pub mouse: bool,
    /// How long somebody has been at the current exercise.
    pub activity: Activity,
    /// The seed of the cases.
    pub seed: u64,
    /// Columns and rows of the terminal.
    pub size: (u16, u16),
    /// How long the program has been running, as far as it was told.
    pub now: Duration,
    /// What the session knows.
    pub session: Snapshot,
    /// The lesson of the current exercise, as markdown.
    pub lesson: String,
    /// The first place of each term in it.
    pub terms: Vec<Mention>,
    /// The term whose place is to come into sight with the lesson, as its position in the glossary.
    pub sought: Option<usize>,
    /// The pages of the chapters.
    pub pages: Pages,
    /// What fills the terminal.
    pub screen: Screen,
    /// What lies on top of it.
    pub overlay: Option<Overlay>,
    /// The panes.
    pub panes: Panes,
    /// The run of the current exercise.
    pub run: Run,
    /// The run before it, shown until the new one has something to show.
    pub previous: Option<Run>,
    /// The last outcome of every exercise that was checked.
    pub results: HashMap<String, Outcome>,
    /// The course map.
    pub map: Map,
    /// Every action and exercise, while they are on top.
    pub menu: Menu,
    /// What is looked for in a pane.
    pub search: Option<Search>,
    /// The solution, once asked for.
    pub solution: Option<SolutionText>,
    /// The attempts at the current exercise, once asked for.
    pub attempts: Option<Attempts>,
    /// The check of all exercises, once asked for.
    pub all: Option<All>,
    /// What is in use, or was last.
    pub trial: Option<Trial>,
    /// The glossary, while it is open.
    pub glossary: Option<Glossary>,
    /// How the charts are drawn.
    pub charts: Lens,
    /// The training as it was when the drawing was paused.
    pub frozen: Option<Box<RunReports>>,
    /// One sentence in the status line, until the next key.
    pub notice: Option<Notice>,
    /// The number of the latest run.
    pub latest: RunId,
}

/// Which pane is looked at, and how far each is scrolled.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Panes {
    /// The pane that the learner chose; `None` lets the state of the check choose.
    pub chosen: Option<Pane>,
    /// The pane that was chosen on the screen of the solution.
    pub solution: Option<Pane>,
    /// Whether the pane has the screen to itself.
    pub zoomed: bool,
    /// The check whose numbers are shown; `None` is the first one that fails.
    pub check: Option<usize>,
    /// Lines scrolled down. A pane that is not in here shows its beginning, or its end where it follows.
    pub scroll: BTreeMap<Pane, usize>,
}

/// The pages that chapters open with.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pages {
    /// Markdown, by the names of the chapters.
    pub texts: BTreeMap<String, String>,
    /// The chapters whose page was put before their first exercise since the start.
    pub met: BTreeSet<String>,
}

/// A solution beside the learner's text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SolutionText {
    /// The exercise.
    pub name: String,
    /// The text of the solution.
    pub solution: String,
    /// The learner's text.
    pub yours: String,
}

impl State {
    /// The state before anything happened.
    pub fn new(course: Arc<Course>, session: Snapshot, theme: Theme, seed: u64) -> State {
        let map = Map::at(&course, &session);
        State {
            course,
            theme,
            keymap: Arc::default(),
            mouse: false,
            activity: Activity::default(),
            seed,
            size: (80, 24),
            now: Duration::ZERO,
            session,
            lesson: String::new(),
            terms: Vec::new(),
            sought: None,
            pages: Pages::default(),
            screen: Screen::default(),
            overlay: None,
            panes: Panes::default(),
            run: Run::default(),
            previous: None,
            results: HashMap::new(),
            map,
            menu: Menu::default(),
            search: None,
            solution: None,
            attempts: None,
            all: None,
            trial: None,
            glossary: None,
            charts: Lens::default(),
            frozen: None,
            notice: None,
            latest: RunId::default(),
        }
    }

    /// The key of an action, as it is written.
    pub fn key(&self, action: Action) -> &str {
        self.keymap.key(action)
    }

    /// The exercise that a key on this screen is about: in the list the selected one, else the current one.
    pub fn meant(&self) -> String {
        let selected = self.map.exercise(&self.course);
        match selected.filter(|_| self.screen == Screen::Map) {
            Some(exercise) => exercise.name.clone(),
            None => self.session.current.clone(),
        }
    }

    /// The exercise being worked on.
    pub fn exercise(&self) -> Option<&Exercise> {
        self.course.exercise(&self.session.current)
    }

    /// The track that is followed.
    pub fn track(&self) -> Option<&Track> {
        self.map.track(&self.course)
    }

    /// The page of the chapter that a key on this screen is about.
    pub fn page(&self) -> Option<&str> {
        let exercise = self.course.exercise(&self.meant())?;
        self.pages.texts.get(&exercise.chapter).map(String::as_str)
    }

    /// Exercises that are done, and exercises in all, on the track or in the course.
    pub fn counted(&self) -> (usize, usize) {
        let route = self.map.route(&self.course);
        let is_done = |at: &&usize| {
            self.session
                .done
                .contains(&self.course.exercises[**at].name)
        };
        (route.iter().filter(is_done).count(), route.len())
    }

    /// How long what is open of these exercises takes; `None` where that is not known, or nothing.
    pub fn minutes_left<'e>(&self, exercises: impl Iterator<Item = &'e Exercise>) -> Option<u32> {
        let open = exercises.filter(|it| !self.session.done.contains(&it.name));
        self.course.minutes(open).filter(|minutes| *minutes > 0)
    }

    /// The exercise that the key of the next one goes to. From the check of all exercises that may be the one being worked on.
    pub fn goes_on_to(&self) -> Option<&str> {
        let current = self.session.current.as_str();
        match self.session.done.contains(current) {
            true => self.session.next.as_deref(),
            false => (self.screen == Screen::All).then_some(current),
        }
    }

    /// The check that a hint is to help with: the one whose numbers are shown, where one fails.
    pub fn hints_for(&self) -> Option<&str> {
        let hints = self.exercise().map_or(&[][..], |it| &it.hints);
        // Without a hint of its own a check needs no name.
        let has_any = hints.iter().any(|hint| hint.check.is_some());
        self.check()
            .filter(|_| has_any)
            .map(|check| check.name.as_str())
    }

    /// The hints of the current exercise that help with that check, each with whether it was opened.
    pub fn hints_here(&self) -> Vec<(&Hint, bool)> {
        let hints = self.exercise().map_or(&[][..], |it| &it.hints);
        let shown = self.session.hints.get(&self.session.current).copied();
        let shown = shown.unwrap_or(0);
        let opened = &self.session.opened;
        let is_opened = |number: usize| match opened.is_empty() {
            true => number < shown,
            false => opened.contains(&number),
        };
        let check = self.hints_for();
        let hints = hints.iter().enumerate();
        hints
            .filter(|(_, hint)| hint.is_for(check))
            .map(|(number, hint)| (hint, is_opened(number)))
            .collect()
    }

    /// How many of those were opened, and how many there are.
    pub fn hints(&self) -> (usize, usize) {
        let hints = self.hints_here();
        let shown = hints.iter().filter(|(_, is_opened)| *is_opened).count();
        (shown, hints.len())
    }

    /// The choices of the question of the current exercise.
    pub fn choices(&self) -> usize {
        let question = self
            .exercise()
            .and_then(|exercise| exercise.predict.as_ref());
        question.map_or(0, |question| question.choices.len())
    }

    /// How much room there is.
    pub fn room(&self) -> Room {
        Room::of(self.size.0, self.size.1)
    }

    /// The run to show: the latest, or the one before it while the latest has nothing to show. A build that takes a
    /// blink would otherwise blank the screen and fill it again on every save.
    pub fn shown(&self) -> &Run {
        match &self.previous {
            Some(previous) if self.run.is_blank() => previous,
            _ => &self.run,
        }
    }

    /// The training to show: what has come of it so far, or as it was when the drawing was paused; of what is in use, what that
    /// reports.
    pub fn training(&self) -> &RunReports {
        match (&self.frozen, &self.trial) {
            (_, Some(trial)) if self.screen == Screen::Trial => &trial.run.training().kept,
            (Some(frozen), _) => frozen,
            (None, _) => &self.shown().training().kept,
        }
    }

    /// Whether the learner uses something that is built or runs.
    pub fn is_trying(&self) -> bool {
        self.trial.as_ref().is_some_and(Trial::is_running)
    }

    /// Whether a program of the learner runs, or is being built.
    pub fn is_busy(&self) -> bool {
        self.run.is_running()
            || self.is_trying()
            || self.all.as_ref().is_some_and(|all| all.at.is_some())
    }

    /// What is looked for where one is, in a pane that is in sight.
    pub fn searched(&self) -> Option<&Search> {
        let here = (self.screen, self.overlay);
        let search = self.search.as_ref().filter(|search| search.place == here)?;
        let are_all_in_sight = self.room() == Room::Full && !self.panes.zoomed;
        let is_in_sight = are_all_in_sight || self.looked_at() == Some(search.pane);
        is_in_sight.then_some(search)
    }

    /// The pane of text that has the keys; `None` where that is a list that is narrowed in another way, or no text.
    pub fn looked_at(&self) -> Option<Pane> {
        match self.overlay {
            Some(Overlay::Help) => return Some(Pane::Help),
            Some(Overlay::Hints) => return Some(Pane::Hints),
            Some(Overlay::Predict) => return Some(Pane::Predict),
            Some(Overlay::Page) => return Some(Pane::Page),
            Some(Overlay::Welcome | Overlay::Tracks | Overlay::Confirm(_)) => return None,
            // What is under the menu.
            Some(Overlay::Menu) | None => {}
        }
        match self.screen {
            Screen::Watch => Some(self.watched()),
            Screen::Solution => Some(self.panes.solution.unwrap_or(Pane::Solution)),
            Screen::All => self.all.as_ref().map(|_| Pane::All),
            Screen::Attempts => {
                let attempts = self.attempts.as_ref();
                let pane = attempts.map(|attempts| attempts.looked_at(self));
                pane.filter(|pane| *pane != Pane::Curves)
            }
            Screen::Map if self.room() != Room::Full => self.map.preview.then_some(Pane::Preview),
            Screen::Map => {
                let pane = self.map.focus.0;
                matches!(pane, Pane::Preview | Pane::Path).then_some(pane)
            }
            Screen::Glossary | Screen::Training | Screen::Trial => None,
        }
    }

    /// The check whose numbers are shown.
    pub fn check(&self) -> Option<&CheckOutcome> {
        let run = self.shown();
        let at = self.panes.check.or_else(|| run.first_bad())?;
        run.checks.get(at)
    }

    /// The panes of the watch screen that have something to show.
    pub fn watch_panes(&self) -> Vec<Pane> {
        let run = self.shown();
        let told = run
            .outcome()
            .is_some_and(|outcome| outcome.message.is_some());
        WATCH_PANES
            .into_iter()
            .filter(|pane| match pane {
                Pane::Numbers => {
                    told || self
                        .check()
                        .is_some_and(|check| check.diagnosis.is_some() || check.numbers.is_some())
                }
                Pane::Compiler => run.has_news_of_the_compiler(),
                Pane::Output => !run.output.is_empty(),
                _ => true,
            })
            .collect()
    }

    /// The pane of the watch screen that is looked at.
    pub fn watched(&self) -> Pane {
        let there = self.watch_panes();
        if let Some(chosen) = self.panes.chosen
            && there.contains(&chosen)
        {
            return chosen;
        }
        // With all panes in sight the lesson is what one scrolls; with one in sight, what is wrong comes first.
        if self.room() == Room::Full {
            return Pane::Lesson;
        }
        let run = self.shown();
        if run.counted().0 > 0 {
            Pane::Compiler
        } else if there.contains(&Pane::Numbers) {
            let verdict = run.outcome().map(|outcome| outcome.verdict);
            match verdict {
                Some(Verdict::Todo) if !run.fails() => Pane::Lesson,
                _ => Pane::Numbers,
            }
        } else if run.compiled.is_some() {
            Pane::Checks
        } else {
            Pane::Lesson
        }
    }
}
