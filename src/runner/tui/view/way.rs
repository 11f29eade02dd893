//! The page that a chapter opens with, and the tracks to choose from.

use ratatui::style::Style;
use ratatui::text::{Line, Span};

use crate::runner::course::{Course, Exercise, Track};
use crate::runner::text::units;
use crate::runner::tui::action::Action;
use crate::runner::tui::map::chapter_number;
use crate::runner::tui::place::Screen;
use crate::runner::tui::state::State;
use crate::runner::tui::text::{markdown, prose, wrap};
use crate::runner::words::screen::map as words;

/// The title of the page of the chapter that a key on this screen is about.
pub fn title(state: &State) -> String {
    let exercise = state.course.exercise(&state.meant());
    let chapter = exercise.and_then(|exercise| state.course.chapter(&exercise.chapter));
    chapter.map_or_else(String::new, |chapter| {
        let number = chapter_number(&state.course, chapter);
        words::chapter_page(number, &chapter.title)
    })
}

/// The page on top of a screen.
pub fn lines(state: &State, width: usize) -> Vec<Line<'static>> {
    let Some(exercise) = state.course.exercise(&state.meant()) else {
        return Vec::new();
    };
    let mut lines = page(state, exercise, width);
    lines.push(Line::default());
    let go_on = match state.screen {
        Screen::Map => words::back_to_list(state.key(Action::GoOn)),
        _ => words::on_to(state.key(Action::GoOn), &exercise.name),
    };
    lines.extend(wrap::words(
        &Line::styled(go_on, state.theme.dim()),
        width,
        "",
    ));
    lines
}

/// The page of the chapter of an exercise; where it has none, what `info.toml` says of it.
pub fn page(state: &State, exercise: &Exercise, width: usize) -> Vec<Line<'static>> {
    let theme = state.theme;
    let Some(chapter) = state.course.chapter(&exercise.chapter) else {
        return Vec::new();
    };
    let mut lines = match state.pages.texts.get(&chapter.name) {
        Some(page) => markdown::lines(page, width, theme),
        None => {
            let mut lines = vec![Line::styled(chapter.title.clone(), theme.heading())];
            lines.extend(wrap::words(
                &prose::line(&chapter.about, Style::new(), theme),
                width,
                "",
            ));
            lines
        }
    };
    let inside = || {
        let exercises = state.course.exercises.iter();
        exercises.filter(|it| it.chapter == chapter.name)
    };
    if let Some(left) = state.minutes_left(inside()) {
        lines.push(Line::default());
        let text = match inside().any(|it| state.session.done.contains(&it.name)) {
            true => words::left_takes(units::minutes(left)),
            false => words::chapter_takes(units::minutes(left)),
        };
        lines.extend(wrap::words(&Line::styled(text, theme.dim()), width, ""));
    }
    lines
}

/// The tracks, and the line of the selected one.
pub fn tracks(state: &State, width: usize) -> (Vec<Line<'static>>, usize) {
    let course = &state.course;
    let mut lines = Vec::new();
    let mut selected = 0;
    let whole = (None, words::whole_course(), "");
    let tracks = course.tracks.iter();
    let tracks = tracks.map(|track| (Some(track), track.title.as_str(), track.about.as_str()));
    for (at, (track, title, about)) in std::iter::once(whole).chain(tracks).enumerate() {
        let row = row(state, course, track, title, width);
        if at == state.map.choice {
            selected = lines.len();
            lines.push(state.theme.select(&row, width));
        } else {
            lines.push(row);
        }
        let about = prose::line(&format!("  {about}"), state.theme.dim(), state.theme);
        if about.width() > 2 {
            lines.extend(wrap::words(&about, width, "  "));
        }
    }
    (lines, selected)
}

fn row(
    state: &State,
    course: &Course,
    track: Option<&Track>,
    title: &str,
    width: usize,
) -> Line<'static> {
    let theme = state.theme;
    let route = course.route(track);
    let exercises = || route.iter().map(|at| &course.exercises[*at]);
    let done = exercises().filter(|it| state.session.done.contains(&it.name));
    let counted = match state.minutes_left(exercises()) {
        Some(left) => words::done_of_left(done.count(), route.len(), units::minutes(left)),
        None => words::done_of(done.count(), route.len()),
    };
    let is_followed = state.track() == track;
    let mark = if is_followed {
        theme.glyphs().here
    } else {
        " "
    };
    let room = width.saturating_sub(wrap::width(&counted) + 4);
    Line::from(vec![
        Span::styled(format!("{mark} "), theme.accent()),
        Span::raw(wrap::pad(title, room, theme.glyphs().more)),
        Span::styled(format!("  {counted}"), theme.dim()),
    ])
}
