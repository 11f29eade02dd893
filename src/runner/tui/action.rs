//! What a key can do. An action describes itself, so that the help page and the key bar cannot lie.

use std::borrow::Cow;

use crate::runner::session::Asked;
use crate::runner::tui::copy;
use crate::runner::tui::look::Look;
use crate::runner::tui::map::Show;
use crate::runner::tui::place::{Overlay, Room, Screen};
use crate::runner::tui::state::State;
use crate::runner::tui::training::Kind;

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
    /// Take the last letter of the filter away.
    Erase,
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
                    "hints".into()
                } else {
                    format!("hint {shown}/{all}").into()
                };
            }
            Action::Open if state.screen == Screen::All => "open",
            Action::Mouse if state.mouse => "mouse off",
            Action::Mouse => "mouse",
            Action::Copy => "copy",
            Action::OnlyTodo if state.map.show == Show::Todo => "all",
            Action::OnlyTodo => "todo",
            Action::OnlyDone if state.map.show == Show::Done => "all",
            Action::OnlyDone => "done",
            Action::Current => "current",
            Action::Tracks => "track",
            Action::Follow => "follow",
            Action::Page => "why",
            Action::GoOn if state.screen == Screen::Map => "list",
            Action::GoOn => "go on",
            Action::Quit | Action::QuitNow => "quit",
            Action::Back => "back",
            Action::Help => "help",
            Action::Next => "next",
            Action::Map => "list",
            Action::CheckAll => "check all",
            Action::Reset => "reset",
            Action::Rerun => "run again",
            Action::Stop => "stop",
            Action::Edit => "edit",
            Action::Solution => "solution",
            Action::Training => "training",
            Action::Attempts => "attempts",
            Action::Restore => "restore",
            Action::Compare => "compare",
            Action::Predict => match state.session.asked {
                Some(Asked::Chosen(_) | Asked::Told(_)) => "prediction",
                _ => "predict",
            },
            Action::Choose(_) => "choose",
            Action::Find => "find",
            Action::NextPane | Action::PreviousPane | Action::Pane(_) => "pane",
            Action::Zoom if state.panes.zoomed => "unzoom",
            Action::Zoom => "zoom",
            Action::Down => "down",
            Action::Up => "up",
            Action::PageDown => "page down",
            Action::PageUp => "page up",
            Action::Top => "top",
            Action::Bottom => "end",
            Action::Open => "start",
            Action::Preview => "preview",
            Action::NextChapter | Action::PreviousChapter => "chapter",
            Action::LogScale if state.charts.log => "linear y",
            Action::LogScale => "log y",
            Action::Look(look) => return look.label(state),
            Action::Yes => "yes",
            Action::No => "no",
            Action::KeepFilter => "keep",
            Action::Erase => "erase",
            Action::Repaint => "repaint",
            Action::Suspend => "suspend",
        };
        label.into()
    }

    /// What it does, for the help page.
    pub fn describes(self) -> &'static str {
        match self {
            Action::Quit => "quit; asks first while a check runs",
            Action::QuitNow => "quit at once",
            Action::Back => "go back; never quits",
            Action::Help => "these keys",
            Action::Next => "the next open exercise, once this one passes",
            Action::Hint => "open the next hint; all of them stay readable",
            Action::Map => "the list of the exercises",
            Action::CheckAll => "check every exercise, one after the other",
            Action::Reset => "put the file back to its original; yours is kept as a copy",
            Action::Rerun => "check again without saving",
            Action::Stop => "stop the check that runs",
            Action::Edit => "open the file in your editor",
            Action::Solution => "the solution, and how yours differs, once it has passed",
            Action::Training => "the curves, once the program has reported some",
            Action::Attempts => "every version that was checked: look back, compare, restore",
            Action::Restore => "put this attempt into your file; what is there is kept",
            Action::Compare => "hold the others against this attempt; again for your file",
            Action::Predict => "the question before a run; answering is up to you",
            Action::Choose(_) => "answer with the choice of that number",
            Action::Find => "find an exercise by name or topic",
            Action::NextPane => "the next pane",
            Action::PreviousPane => "the pane before",
            Action::Pane(_) => "the pane with that number",
            Action::Zoom => "give the pane the whole screen, and back",
            Action::Down => "down; in the checks, the numbers of the next check",
            Action::Up => "up",
            Action::PageDown => "a page down",
            Action::PageUp => "a page up",
            Action::Top => "to the beginning",
            Action::Bottom => "to the end",
            Action::Open => "go to the selected exercise",
            Action::Preview => "show or hide what an exercise is about",
            Action::Copy => "copy what is wrong, or the solution, to the clipboard",
            Action::Mouse => "listen to the mouse: the wheel scrolls, a click selects",
            Action::OnlyTodo => "only what is to do, and back",
            Action::OnlyDone => "only what is done, and back",
            Action::Current => "the exercise you are at",
            Action::Tracks => "the tracks: choose one to go along",
            Action::Follow => "go along this track from now on",
            Action::Page => "what this chapter is for: its page",
            Action::GoOn => "go on to the exercise",
            Action::NextChapter => "the next chapter",
            Action::PreviousChapter => "the chapter before",
            Action::LogScale => "a logarithmic or a linear y axis for the losses",
            Action::Look(look) => look.describes(),
            Action::Yes => "yes",
            Action::No => "no",
            Action::KeepFilter => "keep what is found, and leave the line",
            Action::Erase => "take the last letter away",
            Action::Repaint => "paint the screen anew",
            Action::Suspend => "suspend the program; `fg` brings it back",
        }
    }

    /// Why it does nothing now; `None` where it works.
    pub fn refusal(self, state: &State) -> Option<Cow<'static, str>> {
        let key = |action| state.key(action);
        let done = state.session.done.contains(&state.session.current);
        let with_keys = match self {
            Action::Next if done && state.session.next.is_none() => match state.track() {
                None => "Every exercise is done.".to_owned(),
                Some(track) => format!(
                    "Every exercise of {} is done; `{}` in the list leads to the other tracks.",
                    track.title,
                    key(Action::Tracks)
                ),
            },
            Action::Next if !done => format!(
                "`{}` goes on once this exercise passes; `{}` lists the others",
                key(self),
                key(Action::Map)
            ),
            Action::Solution if !state.session.solution => format!(
                "`{}` shows the solution once this exercise has passed.",
                key(self)
            ),
            Action::Training if state.shown().training.is_empty() => format!(
                "`{}` shows a training once the program has reported one.",
                key(self)
            ),
            Action::Attempts if !state.session.attempts => format!(
                "`{}` shows what was checked, once something was.",
                key(self)
            ),
            Action::Back if !can_go_back(state) => format!("`{}` quits.", key(Action::Quit)),
            _ => return self.obstacle(state).map(Cow::from),
        };
        Some(with_keys.into())
    }

    /// The refusals that name no key.
    fn obstacle(self, state: &State) -> Option<&'static str> {
        match self {
            Action::Hint if state.hints().1 == 0 => Some("This exercise has no hints."),
            Action::Restore | Action::Compare if selected(state).is_none() => {
                Some("There is no attempt to choose.")
            }
            Action::Restore if selected(state) == Some(true) => {
                Some("Your file is this attempt already.")
            }
            Action::Predict if state.session.asked.is_none() => {
                Some("This exercise asks for no prediction, or you passed it without one.")
            }
            Action::Choose(_) if matches!(state.session.asked, Some(Asked::Told(_))) => {
                Some("The run has told already.")
            }
            Action::Choose(number) if state.choices() < number => Some("There is no such choice."),
            Action::Stop if !state.is_busy() => Some("Nothing is running."),
            Action::LogScale if !has_loss_chart(state) => Some("There is no chart of a loss."),
            Action::Preview if state.room() == Room::Full => Some("The preview is in sight."),
            Action::Open
                if state.screen == Screen::Map && state.map.exercise(&state.course).is_none() =>
            {
                Some("No exercise matches.")
            }
            Action::Current if state.map.is_at(&state.course, &state.session.current) => {
                Some("You are at it.")
            }
            Action::Current if state.map.leaves_out(&state.course, &state.session.current) => {
                Some("The exercise you are at is not on this track.")
            }
            Action::Tracks if state.course.tracks.is_empty() => Some("This course has no tracks."),
            Action::Page if state.page().is_none() => Some("This chapter has no page."),
            Action::Copy if copy::text(state).is_none() => Some("There is nothing to copy yet."),
            Action::Reset
                if state.screen == Screen::Map && state.map.exercise(&state.course).is_none() =>
            {
                Some("No exercise matches.")
            }
            Action::Zoom if state.screen == Screen::Map && state.room() != Room::Full => {
                Some("It has the whole screen.")
            }
            Action::NextPane | Action::PreviousPane | Action::Pane(_)
                if state.screen == Screen::Map && state.room() != Room::Full =>
            {
                Some("There is one pane only.")
            }
            Action::Look(look) => look.refusal(state),
            _ => None,
        }
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

fn has_loss_chart(state: &State) -> bool {
    let charts = state.training().charts();
    state.room() >= Room::Tabs && charts.contains(&Kind::Loss)
}
