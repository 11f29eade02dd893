//! Looking at a training: what the keys of its screen do, when they can do nothing, and how a replay goes on.

use std::borrow::Cow;

use crate::runner::tui::lens::{Lens, SMOOTHINGS};
use crate::runner::tui::place::Room;
use crate::runner::tui::state::State;
use crate::runner::tui::training::View;
use crate::runner::words::screen::refusals as words;
use crate::runner::words::screen::{help, keys};

/// Presses of a key from one end of a curve to the other.
const PRESSES: usize = 60;

/// What a key of this screen can do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Look {
    /// The next view of the training, where there is room for one.
    SwapChart,
    /// Smooth the curves more, and then not at all.
    Smooth,
    /// Steps or time along the x axis.
    TimeAxis,
    /// The cursor reads the next curve, or the one before.
    Series(bool),
    /// The reference, an earlier attempt, or nothing laid over the curves.
    LayOver,
    /// Give one chart or picture the whole screen.
    Alone,
    /// Look at less of the curve.
    Nearer,
    /// Look at more of the curve.
    Farther,
    /// A step back.
    Earlier,
    /// A step forth.
    Later,
    /// To the first step.
    First,
    /// To the newest step.
    Latest,
    /// Play, or pause.
    Play,
    /// The chart or picture with this number.
    View(usize),
}

impl Look {
    /// Why a key of this screen does nothing now.
    pub fn refusal(self, state: &State) -> Option<&'static str> {
        if !has_room(state) {
            return Some(words::too_small());
        }
        let training = state.training();
        let charts = training.charts();
        match self {
            _ if training.views().is_empty() => Some(words::nothing_reported()),
            Look::SwapChart if training.views().len() < 2 => Some(words::one_view()),
            Look::View(number) if number > training.views().len() => Some(words::no_view()),
            Look::Smooth | Look::TimeAxis if charts.is_empty() => Some(words::no_chart()),
            Look::LayOver if charts.is_empty() || !training.has_overlays() => {
                Some(words::no_other_run())
            }
            Look::Series(_) | Look::Nearer | Look::Farther if chart(state).is_none() => {
                Some(words::for_charts())
            }
            Look::Series(_)
                if chart(state).is_some_and(|chart| training.curves_of(chart).len() < 2) =>
            {
                Some(words::one_curve())
            }
            Look::Series(_) if state.charts.at.is_none() => Some(words::no_cursor()),
            Look::Farther if state.charts.window == (0.0, 1.0) => Some(words::all_in_sight()),
            // While it plays, these keys stop it, wherever it is.
            Look::Earlier | Look::First if is_first(state) && state.charts.playing.is_none() => {
                Some(words::first_step())
            }
            Look::Later | Look::Latest if state.charts.at.is_none() => Some(words::last_step()),
            Look::Play if !goes_on(state) && state.frozen.is_none() && steps(state).0.len() < 2 => {
                Some(words::nothing_to_play())
            }
            _ => None,
        }
    }

    /// One or two words for the key bar.
    pub fn label(self, state: &State) -> Cow<'static, str> {
        match self {
            Look::SwapChart => keys::next_view().into(),
            Look::Smooth if state.charts.smooth() > 0.0 => {
                keys::smooth_by(state.charts.smooth()).into()
            }
            Look::Smooth => keys::smooth().into(),
            Look::TimeAxis if state.charts.time => keys::x_by_step().into(),
            Look::TimeAxis => keys::x_by_time().into(),
            Look::Series(_) => keys::curve().into(),
            Look::LayOver => match state.training().overlay(state.charts.overlay) {
                Some((run, _)) => keys::over(run).into(),
                None => keys::lay_over().into(),
            },
            Look::Alone if state.charts.alone => keys::unzoom().into(),
            Look::Alone => keys::zoom().into(),
            Look::Nearer => keys::nearer().into(),
            Look::Farther => keys::farther().into(),
            Look::Earlier => keys::back().into(),
            Look::Later => keys::forth().into(),
            Look::First => keys::first().into(),
            Look::Latest => keys::latest().into(),
            Look::Play if state.frozen.is_some() => keys::go_on().into(),
            Look::Play if goes_on(state) || state.charts.playing.is_some() => keys::pause().into(),
            Look::Play => keys::play().into(),
            Look::View(_) => keys::view().into(),
        }
    }

    /// What the keys do, for the help page.
    pub fn describes(self) -> &'static str {
        match self {
            Look::SwapChart => help::next_view(),
            Look::Smooth => help::smooth(),
            Look::TimeAxis => help::time_axis(),
            Look::Series(true) => help::next_series(),
            Look::Series(false) => help::previous_series(),
            Look::LayOver => help::lay_over(),
            Look::Alone => help::alone(),
            Look::Nearer => help::nearer(),
            Look::Farther => help::farther(),
            Look::Earlier => help::earlier(),
            Look::Later => help::later(),
            Look::First => help::first(),
            Look::Latest => help::latest(),
            Look::Play => help::play(),
            Look::View(_) => help::view(),
        }
    }
}

/// The view that has the keys.
fn view(state: &State) -> Option<View> {
    state.training().view(state.charts.view)
}

/// The number of the chart that has the keys.
fn chart(state: &State) -> Option<usize> {
    match view(state) {
        Some(View::Chart(chart)) => Some(chart),
        _ => None,
    }
}

/// Whether any chart or picture is drawn at all.
fn has_room(state: &State) -> bool {
    state.room() >= Room::Tabs
}

/// Whether the training goes on, so that pausing means to stop the drawing and not a replay.
fn goes_on(state: &State) -> bool {
    state.run.is_running() && state.shown().id == state.run.id
}

/// The steps that the keys go through, and the number of the one that is looked at.
fn steps(state: &State) -> (Vec<u64>, usize) {
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
fn is_first(state: &State) -> bool {
    match (state.charts.at, chart(state)) {
        (None, Some(chart)) => !state
            .training()
            .curves_of(chart)
            .iter()
            .any(|curve| curve.moves()),
        _ => steps(state).1 == 0,
    }
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
        state.frozen = Some(Box::new(state.shown().training.clone()));
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
