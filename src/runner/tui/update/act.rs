//! What each action does.

use crate::runner::tui::action::Action;
use crate::runner::tui::copy;
use crate::runner::tui::effect::Effect;
use crate::runner::tui::look;
use crate::runner::tui::map::{Focus, Map, Show};
use crate::runner::tui::menu::Does;
use crate::runner::tui::notice::Notice;
use crate::runner::tui::place::{MAP_PANES, Overlay, Pane, Question, Room, Screen};
use crate::runner::tui::state::State;
use crate::runner::tui::update::{
    attempts, check, glossary, menu, overlay, practice, scroll, search, start, trial, way,
};
use crate::runner::words::screen::notices as words;

const SOLUTION_PANES: [Pane; 2] = [Pane::Solution, Pane::Difference];

/// Carries out an action that is not refused.
pub fn act(state: &mut State, action: Action) -> Vec<Effect> {
    let current = state.session.current.clone();
    match action {
        Action::Tracks | Action::Follow | Action::Page | Action::GoOn => way::act(state, action),
        Action::Attempts | Action::Restore | Action::Compare => attempts::act(state, action),
        Action::Glossary => glossary::act(state, action),
        Action::Find | Action::KeepFilter | Action::Erase | Action::EraseLine | Action::Open
            if state.screen == Screen::Glossary =>
        {
            glossary::act(state, action)
        }
        Action::Use | Action::Send | Action::EndLines => trial::act(state, action),
        Action::Menu => {
            menu::act(state, action);
            Vec::new()
        }
        Action::Erase | Action::EraseLine if state.overlay == Some(Overlay::Menu) => {
            menu::act(state, action);
            Vec::new()
        }
        Action::Do => what_is_selected(state),
        Action::Erase | Action::EraseLine if state.searched().is_some() => {
            search::change(state, |text| match action {
                Action::Erase => drop(text.pop()),
                _ => text.clear(),
            });
            Vec::new()
        }
        Action::Erase | Action::EraseLine if state.screen == Screen::Trial => {
            trial::act(state, action)
        }
        Action::Predict => {
            state.overlay = Some(Overlay::Predict);
            state.panes.scroll.remove(&Pane::Predict);
            Vec::new()
        }
        Action::Choose(number) => {
            state.overlay = None;
            vec![Effect::Predict {
                name: current,
                choice: number.saturating_sub(1),
            }]
        }
        Action::Quit if state.is_busy() => {
            state.overlay = Some(Overlay::Confirm(Question::Quit));
            Vec::new()
        }
        Action::Quit => ending(state, &[Effect::Quit]),
        Action::QuitNow => ending(state, &[Effect::Cancel, Effect::Quit]),
        Action::Back => back(state),
        Action::Help => {
            state.overlay = match state.overlay {
                Some(Overlay::Help) => None,
                _ => Some(Overlay::Help),
            };
            state.panes.scroll.remove(&Pane::Help);
            Vec::new()
        }
        Action::Next => match state.goes_on_to().map(str::to_owned) {
            Some(next) => check::go(state, next),
            None => Vec::new(),
        },
        Action::Hint => hint(state, current),
        Action::Map => {
            let came = state.screen != Screen::Map;
            state.screen = Screen::Map;
            state.map = Map::at(&state.course, &state.session);
            state.panes.zoomed = false;
            // An author may have written on them meanwhile.
            match came {
                true => vec![Effect::Pages],
                false => Vec::new(),
            }
        }
        Action::Find => {
            search::begin(state);
            Vec::new()
        }
        Action::Match(next) => {
            search::step(state, next);
            Vec::new()
        }
        Action::CheckAll => check::begin_all(state),
        Action::Reset => {
            state.overlay = Some(Overlay::Confirm(Question::Reset));
            Vec::new()
        }
        Action::Rerun => start::begin(state),
        Action::Stop => {
            start::stop_all(state);
            vec![Effect::Cancel]
        }
        Action::Edit => vec![Effect::Edit {
            exercise: current,
            line: state.shown().line(),
        }],
        Action::Solution => vec![Effect::Solution(current)],
        Action::Training => {
            state.screen = Screen::Training;
            // A show is there to be seen growing; a training was seen while it ran.
            if !state.is_busy()
                && let Some(show) = state.training().show()
            {
                state.charts.view = show;
                look::begin(state);
            }
            overlay::to_lay_over(state)
        }
        Action::NextPane => step_pane(state, 1),
        Action::PreviousPane => step_pane(state, -1),
        Action::Pane(number) => {
            let wanted = panes(state)
                .into_iter()
                .find(|pane| pane.number() == Some(number));
            if let Some(pane) = wanted {
                choose(state, pane);
            }
            Vec::new()
        }
        Action::Zoom => {
            state.panes.zoomed = !state.panes.zoomed;
            Vec::new()
        }
        Action::Down
        | Action::Up
        | Action::PageDown
        | Action::PageUp
        | Action::Top
        | Action::Bottom => {
            scroll::moves(state, action);
            Vec::new()
        }
        Action::Open => open(state),
        Action::Preview => {
            state.map.preview = !state.map.preview;
            Vec::new()
        }
        Action::Copy => match copy::text(state) {
            Some(text) => {
                let told = words::copied(copy::what(state));
                state.notice = Some(Notice::good(told));
                vec![Effect::Copy(text)]
            }
            None => Vec::new(),
        },
        Action::Mouse => {
            state.mouse = !state.mouse;
            state.notice = Some(Notice::good(if state.mouse {
                words::mouse_on()
            } else {
                words::mouse_off()
            }));
            vec![Effect::Mouse(state.mouse)]
        }
        Action::OnlyTodo => show(state, Show::Todo),
        Action::OnlyDone => show(state, Show::Done),
        Action::Current => {
            state.map.show = Show::All;
            state.map.filter.clear();
            state.map.selected = state.course.position(&current).unwrap_or(0);
            Vec::new()
        }
        Action::NextChapter | Action::PreviousChapter => {
            let course = state.course.clone();
            state
                .map
                .step_chapter(&course, action == Action::NextChapter);
            Vec::new()
        }
        Action::LogScale => {
            state.charts.log = Some(!look::is_logarithmic(state));
            Vec::new()
        }
        Action::Look(look) => {
            look::act(state, look);
            Vec::new()
        }
        Action::Yes => confirmed(state),
        Action::No => {
            state.overlay = None;
            Vec::new()
        }
        Action::KeepFilter if state.searched().is_some() => {
            search::keep(state);
            Vec::new()
        }
        Action::KeepFilter => {
            state.map.typing = false;
            Vec::new()
        }
        Action::Erase | Action::EraseLine => {
            if action == Action::EraseLine {
                state.map.filter.clear();
            }
            state.map.filter.pop();
            let course = state.course.clone();
            state.map.settle(&course);
            Vec::new()
        }
        Action::Repaint => vec![Effect::Repaint],
        Action::Suspend => vec![Effect::Suspend],
    }
}

/// One step back: from what lies on top, then from the screen, then to the panes as they were at first.
fn back(state: &mut State) -> Vec<Effect> {
    if search::leave(state) {
        return Vec::new();
    }
    if state.overlay.is_some() {
        state.overlay = None;
        return Vec::new();
    }
    match state.screen {
        Screen::Map if state.map.typing || !state.map.filter.is_empty() => {
            search::leave_filter(state);
        }
        Screen::Map if state.map.preview && state.room() != Room::Full => {
            state.map.preview = false;
        }
        Screen::Map if state.panes.zoomed => state.panes.zoomed = false,
        Screen::Map if state.map.show != Show::All => state.map.show = Show::All,
        Screen::Watch if state.panes.zoomed => state.panes.zoomed = false,
        Screen::Solution | Screen::Attempts if state.panes.zoomed => state.panes.zoomed = false,
        Screen::Watch => state.panes.chosen = None,
        Screen::Training if state.charts.alone => state.charts.alone = false,
        Screen::Training => {
            state.charts.playing = None;
            state.run.settled = true;
            state.screen = Screen::Watch;
        }
        Screen::All => {
            let running = state.all.as_ref().is_some_and(|all| all.at.is_some());
            start::stop_all(state);
            state.screen = Screen::Watch;
            if running {
                return vec![Effect::Cancel];
            }
        }
        Screen::Trial => return trial::leave(state),
        Screen::Glossary => glossary::back(state),
        Screen::Map | Screen::Solution | Screen::Attempts => state.screen = Screen::Watch,
    }
    Vec::new()
}

/// The first `h` opens the first hint; after that `h` shows what was opened, and from there it opens the next one.
fn hint(state: &mut State, current: String) -> Vec<Effect> {
    let (shown, all) = state.hints();
    let looking = state.overlay == Some(Overlay::Hints);
    state.overlay = Some(Overlay::Hints);
    if (looking || shown == 0) && shown < all {
        // The newest hint is the last one: scrolled to by taking the end.
        state.panes.scroll.remove(&Pane::Hints);
        let check = state.hints_for().map(str::to_owned);
        return vec![Effect::Hint {
            exercise: current,
            check,
        }];
    }
    Vec::new()
}

fn open(state: &mut State) -> Vec<Effect> {
    let name = match state.screen {
        Screen::All => state
            .all
            .as_ref()
            .and_then(|all| all.rows.get(all.looked_at()))
            .map(|row| row.name.clone()),
        _ => state
            .map
            .exercise(&state.course)
            .map(|exercise| exercise.name.clone()),
    };
    match name {
        Some(name) => check::go(state, name),
        None => Vec::new(),
    }
}

/// The way out, with what is still to be kept.
fn ending(state: &mut State, then: &[Effect]) -> Vec<Effect> {
    let mut effects = practice::keep(state);
    effects.extend_from_slice(then);
    effects
}

/// Only some of the exercises, or all of them again.
fn show(state: &mut State, wanted: Show) -> Vec<Effect> {
    state.map.show = if state.map.show == wanted {
        Show::All
    } else {
        wanted
    };
    let course = state.course.clone();
    state.map.settle(&course);
    Vec::new()
}

fn confirmed(state: &mut State) -> Vec<Effect> {
    let overlay = state.overlay.take();
    match overlay {
        Some(Overlay::Confirm(Question::Quit)) => ending(state, &[Effect::Cancel, Effect::Quit]),
        Some(Overlay::Confirm(Question::Reset)) => vec![Effect::Reset(state.meant())],
        Some(Overlay::Confirm(Question::Restore(number))) => vec![Effect::Restore {
            name: state.session.current.clone(),
            number,
        }],
        _ => Vec::new(),
    }
}

fn panes(state: &State) -> Vec<Pane> {
    match state.screen {
        Screen::Solution => SOLUTION_PANES.to_vec(),
        Screen::Map => MAP_PANES.to_vec(),
        Screen::Attempts => state
            .attempts
            .as_ref()
            .map_or_else(Vec::new, |attempts| attempts.panes(state)),
        _ => state.watch_panes(),
    }
}

/// Looks at a pane of the screen.
pub fn choose(state: &mut State, pane: Pane) {
    match state.screen {
        Screen::Solution => state.panes.solution = Some(pane),
        Screen::Map => state.map.focus = Focus(pane),
        Screen::Attempts => {
            if let Some(attempts) = &mut state.attempts {
                attempts.chosen = pane;
            }
        }
        _ => state.panes.chosen = Some(pane),
    }
}

fn step_pane(state: &mut State, by: isize) -> Vec<Effect> {
    let there = panes(state);
    let looked_at = match state.screen {
        Screen::Solution => state.panes.solution.unwrap_or(Pane::Solution),
        Screen::Map => state.map.focus.0,
        Screen::Attempts => attempts::looked_at(state),
        _ => state.watched(),
    };
    let at = there
        .iter()
        .position(|pane| *pane == looked_at)
        .unwrap_or(0);
    let count = isize::try_from(there.len().max(1)).unwrap_or(1);
    let to = (isize::try_from(at).unwrap_or(0) + by).rem_euclid(count);
    if let Some(pane) = usize::try_from(to).ok().and_then(|to| there.get(to)) {
        choose(state, *pane);
    }
    Vec::new()
}

/// Does what is selected in the menu. Where that cannot be done now, it is said why, and something else may be selected.
fn what_is_selected(state: &mut State) -> Vec<Effect> {
    let selected = state.menu.selected().map(|entry| entry.does.clone());
    match selected {
        Some(Does::Act(action)) => {
            if let Some(why) = action.refusal(state) {
                state.notice = Some(Notice::good(why));
                return Vec::new();
            }
            state.overlay = None;
            act(state, action)
        }
        Some(Does::Go(name)) => check::go(state, name),
        None => Vec::new(),
    }
}
