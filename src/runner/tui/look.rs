//! Looking at a training: what the keys of its screen do, and how a replay goes on.

use crate::runner::tui::action::Look;
use crate::runner::tui::lens::{Lens, SMOOTHINGS};
use crate::runner::tui::place::Room;
use crate::runner::tui::state::State;
use crate::runner::tui::training::View;

/// Presses of a key from one end of a curve to the other.
const PRESSES: usize = 60;

/// The view that has the keys.
fn view(state: &State) -> Option<View> {
    state.training().view(state.charts.view)
}

/// The number of the chart that has the keys.
pub fn chart(state: &State) -> Option<usize> {
    match view(state) {
        Some(View::Chart(chart)) => Some(chart),
        _ => None,
    }
}

/// Whether any chart or picture is drawn at all.
pub fn has_room(state: &State) -> bool {
    state.room() >= Room::Tabs
}

/// Whether the training goes on, so that pausing means to stop the drawing and not a replay.
pub fn goes_on(state: &State) -> bool {
    let run = state.shown();
    let is_latest = run.training().number == run.trainings.latest().number;
    run.is_running() && run.id == state.run.id && is_latest
}

/// The steps that the keys go through, and the number of the one that is looked at.
pub fn steps(state: &State) -> (Vec<u64>, usize) {
    let steps = view(state).map_or(vec![0], |view| state.training().steps(view));
    let last = steps.len() - 1;
    let number = match state.charts.at {
        None => last,
        Some(at) => steps.partition_point(|step| *step <= at).saturating_sub(1),
    };
    (steps, number)
}

/// Whether there is no step before the one that is looked at. It is asked for every frame, so at the newest step, where
/// a training is mostly looked at, not all the steps are gone through.
pub fn is_first(state: &State) -> bool {
    match (state.charts.at, chart(state)) {
        (None, Some(chart)) => !state
            .training()
            .curves_of(chart)
            .iter()
            .any(|curve| curve.moves()),
        _ => steps(state).1 == 0,
    }
}

/// Whether any chart has a logarithmic axis.
pub fn is_logarithmic(state: &State) -> bool {
    let training = state.training();
    let mut charts = 0..training.charts().len();
    charts.any(|chart| training.is_logarithmic(chart, state.charts.log))
}

/// Carries out a key of this screen.
pub fn act(state: &mut State, look: Look) {
    match look {
        Look::Smooth => {
            state.charts.smoothing = (state.charts.smoothing + 1) % SMOOTHINGS.len();
        }
        Look::TimeAxis => state.charts.time = !state.charts.time,
        Look::Series(next) => {
            let count = chart(state).map_or(1, |chart| state.training().curves_of(chart).len());
            let by = if next { 1 } else { count - 1 };
            state.charts.series = (state.charts.series % count + by) % count;
        }
        Look::LayOver => {
            let count = state.training().overlays();
            state.charts.overlay = (state.charts.overlay % count + 1) % count;
        }
        Look::Alone => state.charts.alone = !state.charts.alone,
        Look::Nearer | Look::Farther => {
            let around = share(state);
            state.charts.zoom(look == Look::Nearer, around);
        }
        Look::Earlier => go(state, -1),
        Look::Later => go(state, 1),
        Look::First => to(state, 0),
        Look::Latest => to(state, usize::MAX),
        Look::Play => play(state),
        Look::View(number) => state.charts.view = number - 1,
        Look::Training(next) => {
            state.frozen = None;
            let run = match &mut state.previous {
                Some(previous) if state.run.is_blank() => previous,
                _ => &mut state.run,
            };
            run.go_to_training(next);
            state.charts.for_another_training();
        }
        Look::SwapChart => {
            let views = state.training().views().len().max(1);
            state.charts.view = (state.charts.view % views + 1) % views;
            state.charts.series = 0;
        }
    }
}

fn go(state: &mut State, by: isize) {
    let (steps, number) = steps(state);
    let stride = match view(state) {
        Some(View::Chart(_)) => (steps.len() / PRESSES).max(1),
        _ => 1,
    };
    let by = by * isize::try_from(stride).unwrap_or(1);
    to(state, number.saturating_add_signed(by));
}

/// Looks at the step with this number; the last one is the newest, and stays the newest when more come.
fn to(state: &mut State, number: usize) {
    let (steps, _) = steps(state);
    state.charts.at = steps.get(number).copied();
    if number.saturating_add(1) >= steps.len() {
        state.charts.at = None;
    }
    state.charts.playing = None;
    let share = share(state);
    state.charts.follow(share);
}

/// Looks at a step that was pointed at, in the view that has the keys.
pub fn read(state: &mut State, step: u64) {
    let (steps, _) = steps(state);
    let number = steps.partition_point(|it| *it < step);
    to(state, number);
    // The last step has a cursor too: it was pointed at.
    state.charts.at = Some(step);
}

/// Where the cursor is on the x axis, from 0 to 1.
fn share(state: &State) -> f64 {
    let Some(at) = state.charts.at else {
        return 1.0;
    };
    let training = state.training();
    let share = if state.charts.time {
        let curves = chart(state).map_or(Vec::new(), |chart| training.curves_of(chart));
        let ends = curves
            .iter()
            .filter_map(|curve| curve.timed().last().copied());
        let end = ends.fold(0.0_f32, |end, point| end.max(point.seconds));
        let here = curves.iter().filter_map(|curve| curve.read(at, 0.0)).next();
        f64::from(here.map_or(0.0, |point| point.seconds)) / f64::from(end)
    } else {
        at as f64 / training.last_step() as f64
    };
    if share.is_finite() {
        share.clamp(0.0, 1.0)
    } else {
        1.0
    }
}

fn play(state: &mut State) {
    if state.frozen.take().is_some() {
        return;
    }
    if goes_on(state) {
        state.frozen = Some(Box::new(state.shown().training().kept.clone()));
    } else if state.charts.playing.take().is_none() {
        begin(state);
    }
}

/// Plays what is looked at, from where one is, or from the beginning where that is the end.
pub fn begin(state: &mut State) {
    let (steps, number) = steps(state);
    if steps.len() < 2 {
        return;
    }
    if state.charts.at.is_none() || number + 1 >= steps.len() {
        state.charts.at = Some(steps[0]);
    }
    state.charts.playing = Some(state.now + Lens::pace(steps.len()));
}

/// Goes on with a replay whose next frame is due.
pub fn tick(state: &mut State) {
    let Some(due) = state.charts.playing else {
        return;
    };
    if state.now < due {
        return;
    }
    let (steps, number) = steps(state);
    let next = number + Lens::stride(steps.len());
    to(state, next);
    if state.charts.at.is_some() {
        state.charts.playing = Some(state.now + Lens::pace(steps.len()));
    }
}
