//! The checks of the current exercise, one line each, and what is going on before there are any.

use ratatui::text::{Line, Span};

use crate::runner::event::Stage;
use crate::runner::outcome::{Outcome, Verdict};
use crate::runner::text::units::duration;
use crate::runner::tui::action::Action;
use crate::runner::tui::place::Pane;
use crate::runner::tui::run::{Phase, Run};
use crate::runner::tui::state::State;
use crate::runner::tui::states;
use crate::runner::tui::text::wrap;
use crate::runner::tui::view::training::health;
use crate::runner::tui::view::{gauge, predict};
use crate::runner::words::screen::checks as words;

/// Names longer than this do not push the words behind them away.
const WIDEST: usize = 36;

/// The lines of the pane.
pub fn lines(state: &State, width: usize) -> Vec<Line<'static>> {
    let run = state.shown();
    let stale = run.id != state.run.id;
    let mut lines = Vec::new();
    if let Some((done, of, package)) = &state.run.compiled {
        lines.extend(crates(state, *done, *of, package, width));
    }
    lines.extend(judged(state, run, width, stale));
    if let Phase::Stage(Stage::Running { check, case, of }) = &state.run.phase
        && !run.checks.iter().any(|judged| judged.name == *check)
    {
        let here = state.theme.glyphs().here;
        let text = format!("{here} {check}  {}", words::case_of(case, of));
        lines.push(Line::styled(text, state.theme.warn()));
    }
    if lines.is_empty()
        && let Some(stage) = states::stage(&state.run)
    {
        let text = format!("{} {stage}", state.theme.glyphs().here);
        lines.extend(wrap::words(
            &Line::styled(text, state.theme.warn()),
            width,
            "  ",
        ));
    }
    if let Phase::Stage(Stage::Reference { done, of }) = &state.run.phase {
        lines.extend(working_out(state, *done, *of, width));
    }
    if let Some(outcome) = run.outcome() {
        lines.extend(ending(state, run, outcome, width, stale));
        lines.extend(health::lines(state, run, width));
        lines.extend(pictures(state, run, width));
    }
    lines.extend(predict::reminder(state, width));
    if lines.is_empty() {
        lines.push(Line::styled(words::not_checked(), state.theme.dim()));
    }
    lines
}

fn judged(state: &State, run: &Run, width: usize, stale: bool) -> Vec<Line<'static>> {
    let theme = state.theme;
    let names = run
        .checks
        .iter()
        .map(|check| Line::from(check.name.as_str()).width());
    let column = names.max().unwrap_or(0).min(WIDEST).min(width / 2);
    let here = state.panes.check.or_else(|| run.first_bad());
    let mark = state.watched() == Pane::Checks;
    let mut lines = Vec::new();
    for (at, check) in run.checks.iter().enumerate() {
        let (glyph, style) = theme.check(check.state);
        let name = wrap::pad(&check.name, column, theme.glyphs().more);
        let line = Line::from(vec![
            Span::styled(format!("{glyph} "), style),
            Span::raw(name),
            Span::styled(format!("  {}", states::check(check)), style),
        ]);
        lines.push(if stale {
            line.style(theme.dim())
        } else if mark && here == Some(at) {
            theme.select(&line, width)
        } else {
            line
        });
    }
    lines
}

/// The first build takes long and says nothing about the learner, so it says what it is doing.
fn crates(
    state: &State,
    done: usize,
    of: usize,
    package: &str,
    width: usize,
) -> Vec<Line<'static>> {
    let theme = state.theme;
    let what = match state.run.phase {
        Phase::Stage(Stage::BuildingReference) => words::building_solution(),
        _ => words::building_crates(),
    };
    let mut lines = wrap::words(&Line::from(what), width, "");
    let share = if of == 0 {
        0.0
    } else {
        done as f64 / of as f64
    };
    let mut bar = gauge::bar(share, width.saturating_sub(20).clamp(4, 40), theme);
    bar.push(Span::raw(format!("  {}", words::crates(done, of))));
    lines.push(Line::from(bar));
    let elapsed = duration(state.now.saturating_sub(state.run.began));
    lines.push(Line::styled(package.to_owned(), theme.dim()));
    let left = of.saturating_sub(done);
    let pace = match u32::try_from(done) {
        Ok(done @ 1..) if left > 0 => {
            words::pace(elapsed, duration(state.run.compiling / done), left)
        }
        _ => words::so_far(elapsed),
    };
    lines.extend(wrap::words(&Line::styled(pace, theme.dim()), width, ""));
    lines.push(Line::default());
    lines
}

/// The reference works out its answers, which takes long where it trains: a bar says how many it has.
fn working_out(state: &State, done: usize, of: usize, width: usize) -> Vec<Line<'static>> {
    if of == 0 {
        return Vec::new();
    }
    let bar_width = width.saturating_sub(20).clamp(4, 40);
    let mut bar = gauge::bar(done as f64 / of as f64, bar_width, state.theme);
    bar.push(Span::raw(format!("  {}", words::answers(done, of))));
    vec![Line::from(bar)]
}

/// That there is something to look at: a show is over before anybody could see it.
fn pictures(state: &State, run: &Run, width: usize) -> Vec<Line<'static>> {
    let Some(film) = run.training().kept.films.first() else {
        return Vec::new();
    };
    let text = words::see_it(state.key(Action::Training), wrap::clean(&film.title));
    wrap::words(&Line::styled(text, state.theme.accent()), width, "  ")
}

fn ending(
    state: &State,
    run: &Run,
    outcome: &Outcome,
    width: usize,
    stale: bool,
) -> Vec<Line<'static>> {
    let theme = state.theme;
    let (glyph, style) = theme.check(states::as_check(outcome.verdict));
    let mut lines: Vec<Line<'static>> = Vec::new();
    let mut say = |text: String, style| {
        lines.extend(wrap::words(&Line::styled(text, style), width, "  "));
    };
    match outcome.verdict {
        Verdict::Passed => {
            if !run.checks.is_empty() {
                say(String::new(), style);
            }
            say(
                format!("{glyph} {}", words::well_done()),
                style.patch(theme.strong()),
            );
            match &state.session.next {
                Some(next) => say(words::next(state.key(Action::Next), next), style),
                None => say(states::all_done(state), style),
            }
            if state.session.solution {
                say(words::solution(state.key(Action::Solution)), theme.dim());
            }
            say(states::took(outcome), theme.dim());
        }
        _ if run.checks.is_empty() => {
            let text = states::verdict(outcome, run.counted().0);
            say(format!("{glyph} {text}"), style.patch(theme.strong()));
        }
        _ => {}
    }
    if stale {
        lines = lines
            .into_iter()
            .map(|line| line.style(theme.dim()))
            .collect();
    }
    lines
}
