//! Looking at a training: what the keys of its screen do, when they can do nothing, and how a replay goes on.

use std::borrow::Cow;

use crate::runner::tui::action::Action;
use crate::runner::tui::lens::{Lens, SMOOTHINGS};
use crate::runner::tui::place::Room;
use crate::runner::tui::state::State;
use crate::runner::tui::training::{Kind, View};

/// Presses of a key from one end of a curve to the other.
const PRESSES: usize = 60;

/// The view that has the keys.
fn view(state: &State) -> Option<View> {
    state.training().view(state.charts.view)
}

fn chart(state: &State) -> Option<Kind> {
    match view(state) {
        Some(View::Chart(kind)) => Some(kind),
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
        (None, Some(kind)) => !state
            .training()
            .curves_of(kind)
            .iter()
            .any(|curve| curve.moves()),
        _ => steps(state).1 == 0,
    }
}

/// Why a key of this screen does nothing now.
pub fn refusal(state: &State, action: Action) -> Option<&'static str> {
    const SMALL: &str = "The terminal is too small for that.";
    const NO_CHART: &str = "That is for charts; Tab goes to one.";
    let is_ours = matches!(
        action,
        Action::Smooth
            | Action::TimeAxis
            | Action::Series(_)
            | Action::LayOver
            | Action::Alone
            | Action::Nearer
            | Action::Farther
            | Action::Earlier
            | Action::Later
            | Action::First
            | Action::Latest
            | Action::Play
            | Action::View(_)
            | Action::SwapChart
    );
    if !is_ours {
        return None;
    }
    if !has_room(state) {
        return Some(SMALL);
    }
    let training = state.training();
    let charts = training.charts();
    match action {
        _ if training.views().is_empty() => Some("Nothing was reported yet."),
        Action::SwapChart if training.views().len() < 2 => {
            Some("There is nothing else to look at.")
        }
        Action::View(number) if number > training.views().len() => {
            Some("There are not so many charts and pictures.")
        }
        Action::Smooth | Action::TimeAxis if charts.is_empty() => Some("There is no chart."),
        Action::LayOver if charts.is_empty() || !training.has_overlays() => {
            Some("There is no other run to lay over these curves.")
        }
        Action::Series(_) | Action::Nearer | Action::Farther if chart(state).is_none() => {
            Some(NO_CHART)
        }
        Action::Series(_)
            if chart(state).is_some_and(|kind| training.curves_of(kind).len() < 2) =>
        {
            Some("The chart has one curve only.")
        }
        Action::Series(_) if state.charts.at.is_none() => {
            Some("The cursor reads no curve yet: Left and Right move it.")
        }
        Action::Farther if state.charts.window == (0.0, 1.0) => {
            Some("All of the curve is in sight.")
        }
        // While it plays, these keys stop it, wherever it is.
        Action::Earlier | Action::First if is_first(state) && state.charts.playing.is_none() => {
            Some("This is the first step.")
        }
        Action::Later | Action::Latest if state.charts.at.is_none() => {
            Some("This is the last step.")
        }
        Action::Play if !goes_on(state) && state.frozen.is_none() && steps(state).0.len() < 2 => {
            Some("There is nothing to play.")
        }
        _ => None,
    }
}

/// One or two words for the key bar.
pub fn label(state: &State, action: Action) -> Cow<'static, str> {
    match action {
        Action::Smooth if state.charts.smooth() > 0.0 => {
            format!("smooth {}", state.charts.smooth()).into()
        }
        Action::Smooth => "smooth".into(),
        Action::TimeAxis if state.charts.time => "x by step".into(),
        Action::TimeAxis => "x by time".into(),
        Action::Series(_) => "curve".into(),
        Action::LayOver => match state.training().overlay(state.charts.overlay) {
            Some((title, _)) => format!("over {title}").into(),
            None => "lay over".into(),
        },
        Action::Alone if state.charts.alone => "unzoom".into(),
        Action::Alone => "zoom".into(),
        Action::Nearer => "nearer".into(),
        Action::Farther => "farther".into(),
        Action::Earlier => "back".into(),
        Action::Later => "forth".into(),
        Action::First => "first".into(),
        Action::Latest => "latest".into(),
        Action::Play if state.frozen.is_some() => "go on".into(),
        Action::Play if goes_on(state) || state.charts.playing.is_some() => "pause".into(),
        Action::Play => "play".into(),
        _ => "view".into(),
    }
}

/// What the keys do, for the help page.
pub fn describes(action: Action) -> &'static str {
    match action {
        Action::Smooth => "smooth the curves: not at all, a little, more",
        Action::TimeAxis => "the x axis: steps or seconds",
        Action::Series(true) => "the cursor reads the next curve",
        Action::Series(false) => "the cursor reads the curve before",
        Action::LayOver => "lay over: the reference, an earlier attempt, nothing",
        Action::Alone => "give the chart or picture the whole screen, and back",
        Action::Nearer => "look at half as much of the curve, around the cursor",
        Action::Farther => "look at twice as much of the curve",
        Action::Earlier => "a step back: the cursor, and the pictures",
        Action::Later => "a step forth",
        Action::First => "to the first step",
        Action::Latest => "to the newest step",
        Action::Play => "play it again, or pause; while it trains, pause the drawing only",
        _ => "the chart or picture with that number",
    }
}

/// Carries out a key of this screen.
pub fn act(state: &mut State, action: Action) {
    match action {
        Action::Smooth => {
            state.charts.smoothing = (state.charts.smoothing + 1) % SMOOTHINGS.len();
        }
        Action::TimeAxis => state.charts.time = !state.charts.time,
        Action::Series(next) => {
            let count = chart(state).map_or(1, |kind| state.training().curves_of(kind).len());
            let by = if next { 1 } else { count - 1 };
            state.charts.series = (state.charts.series % count + by) % count;
        }
        Action::LayOver => {
            let count = state.training().overlays();
            state.charts.overlay = (state.charts.overlay % count + 1) % count;
        }
        Action::Alone => state.charts.alone = !state.charts.alone,
        Action::Nearer | Action::Farther => {
            let around = share(state);
            state.charts.zoom(action == Action::Nearer, around);
        }
        Action::Earlier => go(state, -1),
        Action::Later => go(state, 1),
        Action::First => to(state, 0),
        Action::Latest => to(state, usize::MAX),
        Action::Play => play(state),
        Action::View(number) => state.charts.view = number - 1,
        _ => {
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
        let curves = chart(state).map_or(Vec::new(), |kind| training.curves_of(kind));
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
