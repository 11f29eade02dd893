//! What a key can do. An action describes itself, so that the help page and the key bar cannot lie.

use std::borrow::Cow;

use crate::runner::session::Asked;
use crate::runner::tui::copy;
use crate::runner::tui::look::Look;
use crate::runner::tui::map::Show;
use crate::runner::tui::place::{Overlay, Room, Screen};
use crate::runner::tui::state::State;
use crate::runner::tui::trial::Phase;
use crate::runner::words::screen::refusals as words;
use crate::runner::words::screen::{help, keys};

/// What a key can do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    /// End the program.
    Quit,
    /// End the program and ask nothing.
    QuitNow,
    /// Go back; never ends the program.
    Back,
    /// Show the keys.
    Help,
    /// Go to the next open exercise.
    Next,
    /// Open the next hint.
    Hint,
    /// Show the course map.
    Map,
    /// Check every exercise.
    CheckAll,
    /// Put the file back to its original.
    Reset,
    /// Check again.
    Rerun,
    /// Stop what runs.
    Stop,
    /// Open the editor.
    Edit,
    /// Show the solution.
    Solution,
    /// Use what was built.
    Use,
    /// The line that is typed is complete.
    Send,
    /// There are no more lines.
    EndLines,
    /// Show the training.
    Training,
    /// Show the attempts.
    Attempts,
    /// Put the text of the selected attempt into the file.
    Restore,
    /// Hold the other attempts against the selected one.
    Compare,
    /// Show the question before a run.
    Predict,
    /// Answer it with this choice, counted from 1.
    Choose(usize),
    /// Narrow the course map.
    Find,
    /// Look at the next pane.
    NextPane,
    /// Look at the pane before.
    PreviousPane,
    /// Look at the pane with this number.
    Pane(usize),
    /// Give the pane the whole screen.
    Zoom,
    /// One line down.
    Down,
    /// One line up.
    Up,
    /// One page down.
    PageDown,
    /// One page up.
    PageUp,
    /// To the beginning.
    Top,
    /// To the end.
    Bottom,
    /// Start the selected exercise.
    Open,
    /// Show or hide the preview.
    Preview,
    /// Copy what is wrong to the clipboard.
    Copy,
    /// Listen to the mouse, or no longer.
    Mouse,
    /// Only what is to do, in the list.
    OnlyTodo,
    /// Only what is done, in the list.
    OnlyDone,
    /// The exercise being worked on, in the list.
    Current,
    /// Show the tracks.
    Tracks,
    /// Follow the selected track.
    Follow,
    /// Show the page of the chapter.
    Page,
    /// From the page of a chapter to its exercise.
    GoOn,
    /// To the next chapter.
    NextChapter,
    /// To the chapter before.
    PreviousChapter,
    /// Linear or logarithmic losses.
    LogScale,
    /// Look at the training in another way.
    Look(Look),
    /// Yes.
    Yes,
    /// No.
    No,
    /// Keep the filter and leave it.
    KeepFilter,
    /// Take the last letter away.
    Erase,
    /// Take all letters away.
    EraseLine,
    /// Paint everything anew.
    Repaint,
    /// Stop the program as Ctrl-Z does elsewhere.
    Suspend,
}

impl Action {
    /// One or two words for the key bar.
    pub fn label(self, state: &State) -> Cow<'static, str> {
        let label = match self {
            Action::Hint => {
                let (shown, all) = state.hints();
                return if shown == all {
                    keys::hints().into()
                } else {
                    keys::hint(shown, all).into()
                };
            }
            Action::Open if state.screen == Screen::All => keys::open(),
            Action::Mouse if state.mouse => keys::mouse_off(),
            Action::Mouse => keys::mouse(),
            Action::Copy => keys::copy(),
            Action::OnlyTodo if state.map.show == Show::Todo => keys::all(),
            Action::OnlyTodo => keys::todo(),
            Action::OnlyDone if state.map.show == Show::Done => keys::all(),
            Action::OnlyDone => keys::done(),
            Action::Current => keys::current(),
            Action::Tracks => keys::track(),
            Action::Follow => keys::follow(),
            Action::Page => keys::why(),
            Action::GoOn if state.screen == Screen::Map => keys::list(),
            Action::GoOn => keys::go_on(),
            Action::Quit | Action::QuitNow => keys::quit(),
            Action::Back => keys::back(),
            Action::Help => keys::help(),
            Action::Next => keys::next(),
            Action::Map => keys::list(),
            Action::CheckAll => keys::check_all(),
            Action::Reset => keys::reset(),
            Action::Rerun => keys::run_again(),
            Action::Stop => keys::stop(),
            Action::Edit => keys::edit(),
            Action::Solution => keys::solution(),
            Action::Use => keys::use_it(),
            Action::Send => match state.trial.as_ref().map(|trial| &trial.phase) {
                Some(Phase::Files) => keys::begin(),
                Some(Phase::Over(_)) => keys::run_again(),
                _ => keys::send(),
            },
            Action::EndLines => keys::end_lines(),
            Action::Training => keys::training(),
            Action::Attempts => keys::attempts(),
            Action::Restore => keys::restore(),
            Action::Compare => keys::compare(),
            Action::Predict => match state.session.asked {
                Some(Asked::Chosen(_) | Asked::Told(_)) => keys::prediction(),
                _ => keys::predict(),
            },
            Action::Choose(_) => keys::choose(),
            Action::Find => keys::find(),
            Action::NextPane | Action::PreviousPane | Action::Pane(_) => keys::pane(),
            Action::Zoom if state.panes.zoomed => keys::unzoom(),
            Action::Zoom => keys::zoom(),
            Action::Down => keys::down(),
            Action::Up => keys::up(),
            Action::PageDown => keys::page_down(),
            Action::PageUp => keys::page_up(),
            Action::Top => keys::top(),
            Action::Bottom => keys::bottom(),
            Action::Open => keys::start(),
            Action::Preview => keys::preview(),
            Action::NextChapter | Action::PreviousChapter => keys::chapter(),
            Action::LogScale if state.charts.log => keys::linear_y(),
            Action::LogScale => keys::log_y(),
            Action::Look(look) => return look.label(state),
            Action::Yes => keys::yes(),
            Action::No => keys::no(),
            Action::KeepFilter => keys::keep(),
            Action::Erase => keys::erase(),
            Action::EraseLine => keys::erase_line(),
            Action::Repaint => keys::repaint(),
            Action::Suspend => keys::suspend(),
        };
        label.into()
    }

    /// What it does, for the help page.
    pub fn describes(self) -> &'static str {
        match self {
            Action::Quit => help::quit(),
            Action::QuitNow => help::quit_now(),
            Action::Back => help::back(),
            Action::Help => help::help(),
            Action::Next => help::next(),
            Action::Hint => help::hint(),
            Action::Map => help::list(),
            Action::CheckAll => help::check_all(),
            Action::Reset => help::reset(),
            Action::Rerun => help::run_again(),
            Action::Stop => help::stop(),
            Action::Edit => help::edit(),
            Action::Solution => help::solution(),
            Action::Use => help::use_it(),
            Action::Send => help::send(),
            Action::EndLines => help::end_lines(),
            Action::Training => help::training(),
            Action::Attempts => help::attempts(),
            Action::Restore => help::restore(),
            Action::Compare => help::compare(),
            Action::Predict => help::predict(),
            Action::Choose(_) => help::choose(),
            Action::Find => help::find(),
            Action::NextPane => help::next_pane(),
            Action::PreviousPane => help::previous_pane(),
            Action::Pane(_) => help::pane(),
            Action::Zoom => help::zoom(),
            Action::Down => help::down(),
            Action::Up => help::up(),
            Action::PageDown => help::page_down(),
            Action::PageUp => help::page_up(),
            Action::Top => help::top(),
            Action::Bottom => help::bottom(),
            Action::Open => help::open(),
            Action::Preview => help::preview(),
            Action::Copy => help::copy(),
            Action::Mouse => help::mouse(),
            Action::OnlyTodo => help::only_todo(),
            Action::OnlyDone => help::only_done(),
            Action::Current => help::current(),
            Action::Tracks => help::tracks(),
            Action::Follow => help::follow(),
            Action::Page => help::page(),
            Action::GoOn => help::go_on(),
            Action::NextChapter => help::next_chapter(),
            Action::PreviousChapter => help::previous_chapter(),
            Action::LogScale => help::log_scale(),
            Action::Look(look) => look.describes(),
            Action::Yes => help::yes(),
            Action::No => help::no(),
            Action::KeepFilter => help::keep_filter(),
            Action::Erase => help::erase(),
            Action::EraseLine => help::erase_line(),
            Action::Repaint => help::repaint(),
            Action::Suspend => help::suspend(),
        }
    }

    /// Why it does nothing now; `None` where it works.
    pub fn refusal(self, state: &State) -> Option<Cow<'static, str>> {
        let key = |action| state.key(action);
        let done = state.session.done.contains(&state.session.current);
        let with_keys = match self {
            Action::Next if done && state.session.next.is_none() => match state.track() {
                None => words::course_done().to_owned(),
                Some(track) => words::track_done(&track.title, key(Action::Tracks)),
            },
            Action::Next if !done => words::not_passed(key(self), key(Action::Map)),
            Action::Solution if !state.session.solution => words::solution_closed(key(self)),
            Action::Use
                if !finds_nothing(state) && !state.session.done.contains(&state.meant()) =>
            {
                words::nothing_to_use(key(self))
            }
            Action::Training if state.shown().training.is_empty() => words::no_training(key(self)),
            Action::Attempts if !state.session.attempts => words::no_attempts(key(self)),
            Action::Back if !can_go_back(state) => words::only_quits(key(Action::Quit)),
            _ => return self.obstacle(state).map(Cow::from),
        };
        Some(with_keys.into())
    }

    /// The refusals that name no key.
    fn obstacle(self, state: &State) -> Option<&'static str> {
        match self {
            Action::Hint if state.hints().1 == 0 => Some(words::no_hints()),
            Action::Restore | Action::Compare if selected(state).is_none() => {
                Some(words::no_attempt())
            }
            Action::Restore if selected(state) == Some(true) => Some(words::same_attempt()),
            Action::Predict if state.session.asked.is_none() => Some(words::no_prediction()),
            Action::Choose(_) if matches!(state.session.asked, Some(Asked::Told(_))) => {
                Some(words::told_already())
            }
            Action::Choose(number) if state.choices() < number => Some(words::no_choice()),
            Action::Stop if !state.is_busy() => Some(words::nothing_runs()),
            Action::LogScale if !takes_logarithms(state) => Some(words::no_loss_chart()),
            Action::Preview if state.room() == Room::Full => Some(words::preview_in_sight()),
            Action::Open if finds_nothing(state) => Some(words::no_exercise()),
            Action::Current if state.map.is_at(&state.course, &state.session.current) => {
                Some(words::at_it())
            }
            Action::Current if state.map.leaves_out(&state.course, &state.session.current) => {
                Some(words::not_on_track())
            }
            Action::Tracks if state.course.tracks.is_empty() => Some(words::no_tracks()),
            Action::Page if state.page().is_none() => Some(words::no_page()),
            Action::Copy if copy::text(state).is_none() => Some(words::nothing_to_copy()),
            Action::Reset | Action::Use if finds_nothing(state) => Some(words::no_exercise()),
            Action::Send | Action::EndLines => of_lines(self, state),
            Action::Zoom if state.screen == Screen::Map && state.room() != Room::Full => {
                Some(words::whole_screen())
            }
            Action::NextPane | Action::PreviousPane | Action::Pane(_)
                if state.screen == Screen::Map && state.room() != Room::Full =>
            {
                Some(words::one_pane())
            }
            Action::Look(look) => look.refusal(state),
            _ => None,
        }
    }
}

/// Whether what was typed in the list finds no exercise.
fn finds_nothing(state: &State) -> bool {
    state.screen == Screen::Map && state.map.exercise(&state.course).is_none()
}

/// Why a line cannot go to what is in use.
fn of_lines(action: Action, state: &State) -> Option<&'static str> {
    let trial = state.trial.as_ref()?;
    match trial.phase {
        Phase::Waiting | Phase::Running if trial.closed => Some(words::lines_ended()),
        Phase::Files | Phase::Over(_) if action == Action::EndLines => Some(words::nothing_runs()),
        _ => None,
    }
}

fn can_go_back(state: &State) -> bool {
    state.screen != Screen::Watch
        || matches!(
            state.overlay,
            Some(
                Overlay::Help | Overlay::Hints | Overlay::Predict | Overlay::Page | Overlay::Tracks
            )
        )
        || state.panes.zoomed
        || state.panes.chosen.is_some()
}

/// Whether the selected attempt is what the file says; `None` where none is selected.
fn selected(state: &State) -> Option<bool> {
    let attempts = state.attempts.as_ref()?;
    let selected = attempts.selected()?;
    Some(selected.text == attempts.text)
}

fn takes_logarithms(state: &State) -> bool {
    let charts = state.training().charts();
    state.room() >= Room::Tabs && charts.iter().any(|chart| chart.topic.takes_logarithms())
}
