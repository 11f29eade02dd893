//! Where everything is, as a function of the state: what is drawn, and what the scrolling keys ask.

use ratatui::layout::Rect;
use ratatui::text::Line;

use crate::runner::tui::action::Action;
use crate::runner::tui::place::{Overlay, Pane, Room, Screen};
use crate::runner::tui::state::State;
use crate::runner::tui::text::wrap;
use crate::runner::tui::view::pane::Placed;
use crate::runner::tui::view::{
    all, attempts, bars, course, glossary, help, hints, menu, predict, solution, trial, watch, way,
    welcome,
};
use crate::runner::words::screen::{panes as titles, status};

/// The parts of the terminal.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Parts {
    /// The first line.
    pub header: Rect,
    /// The row of tabs; without height where there is none.
    pub tabs: Rect,
    /// The screen.
    pub body: Rect,
    /// What happened.
    pub status: Rect,
    /// The keys.
    pub keys: Rect,
}

/// The parts of the terminal. Only for terminals with more room than one line.
pub fn parts(state: &State, area: Rect) -> Parts {
    let row = |y: u16| Rect {
        y: area.y + y,
        height: 1.min(area.height),
        ..area
    };
    let tabs = u16::from(has_tabs(state));
    // A notice that needs more than one line gets them, as long as half of the screen is left.
    let notice = bars::notice(state, area.width, area.height / 2).len();
    let status = u16::try_from(notice).unwrap_or(1).max(1);
    let under = area.height.saturating_sub(2 + status + tabs);
    Parts {
        header: row(0),
        tabs: Rect {
            height: tabs,
            ..row(1)
        },
        body: Rect {
            y: area.y + 1 + tabs,
            height: under,
            ..area
        },
        status: Rect {
            y: area.y + area.height.saturating_sub(1 + status),
            height: status.min(area.height),
            ..area
        },
        keys: row(area.height.saturating_sub(1)),
    }
}

fn has_tabs(state: &State) -> bool {
    state.room() == Room::Tabs
        && matches!(
            state.screen,
            Screen::Watch | Screen::Solution | Screen::Attempts
        )
}

/// The panes of text of the screen.
pub fn panes(state: &State, body: Rect) -> Vec<Placed> {
    match state.screen {
        Screen::Watch => watch::panes(state, body),
        Screen::Map => course::panes(state, body),
        Screen::Solution => solution::panes(state, body),
        Screen::All => all::panes(state, body),
        Screen::Attempts => attempts::panes(state, body),
        Screen::Trial => trial::panes(state, body),
        Screen::Glossary => glossary::panes(state, body),
        Screen::Training => Vec::new(),
    }
}

/// What lies on top of the screen.
pub fn overlay(state: &State, body: Rect) -> Option<Placed> {
    let overlay = state.overlay?;
    let framed = state.room() >= Room::Tabs;
    // Where little would be left of the screen underneath, the text on top takes all of it.
    let is_full = state.room() == Room::Full;
    // The page of a chapter is read in the place of the lesson, so that what came of the check stays in sight.
    let in_place = is_full && state.screen == Screen::Watch && !state.panes.zoomed;
    let in_place = in_place && overlay == Overlay::Page;
    let width = match is_full {
        true if in_place => watch::lesson_area(body).width,
        true => body.width.min(76),
        false => body.width,
    };
    let room = usize::from(width.saturating_sub(if framed { 4 } else { 0 }));
    let mut selected = None;
    let (pane, title, lines) = match overlay {
        Overlay::Welcome => (
            Pane::Welcome,
            state.course.title.clone(),
            welcome::lines(state, room),
        ),
        Overlay::Page => (Pane::Page, way::title(state), way::lines(state, room)),
        Overlay::Menu => {
            let (lines, line) = menu::lines(state, room);
            selected = Some(line);
            (Pane::Menu, menu::title(state), lines)
        }
        Overlay::Tracks => {
            let (lines, line) = way::tracks(state, room);
            selected = Some(line);
            (Pane::Tracks, titles::tracks().to_owned(), lines)
        }
        Overlay::Help => (
            Pane::Help,
            titles::keys().to_owned(),
            help::lines(state, room),
        ),
        Overlay::Hints => (Pane::Hints, hints::title(state), hints::lines(state, room)),
        Overlay::Predict => (
            Pane::Predict,
            titles::predict().to_owned(),
            predict::lines(state, room),
        ),
        Overlay::Confirm(question) => {
            let line = Line::styled(bars::asks(question, state), state.theme.strong());
            let mut lines = wrap::words(&line, room, "");
            lines.push(Line::default());
            let (yes, no) = (state.key(Action::Yes), state.key(Action::No));
            lines.push(Line::from(status::yes_or_no_wide(yes, no)));
            (Pane::Help, titles::sure().to_owned(), lines)
        }
    };
    let frame = if framed { 2 } else { 0 };
    // It would jump with every letter.
    let wanted = if overlay == Overlay::Menu {
        menu::LINES
    } else {
        lines.len()
    };
    let wanted = u16::try_from(wanted)
        .unwrap_or(u16::MAX)
        .saturating_add(frame);
    // Without frames there is nothing to tell two texts apart, so the one on top takes everything.
    let height = if framed {
        wanted.min(body.height)
    } else {
        body.height
    };
    let area = match in_place {
        true => Rect {
            height,
            ..watch::lesson_area(body)
        },
        false => Rect {
            x: body.x + (body.width - width) / 2,
            y: body.y + (body.height - height) / 2,
            width,
            height,
        },
    };
    Some(Placed {
        pane,
        title,
        area,
        lines,
        focused: true,
        framed,
        selected,
    })
}

/// A pane with its lines; `None` where it is not on the screen.
pub fn placed(state: &State, pane: Pane) -> Option<Placed> {
    let (columns, rows) = state.size;
    let body = parts(state, Rect::new(0, 0, columns, rows)).body;
    let on_top = overlay(state, body);
    panes(state, body)
        .into_iter()
        .chain(on_top)
        .find(|placed| placed.pane == pane)
}

/// The lines of a pane, and how many of them are in sight; `None` where it is not on the screen.
pub fn extent(state: &State, pane: Pane) -> Option<(usize, usize)> {
    let placed = placed(state, pane)?;
    Some((placed.lines.len(), usize::from(placed.inner().height)))
}
