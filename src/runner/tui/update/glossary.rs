//! Looking a term up, and going to the lesson that introduces it.

use ratatui::layout::Rect;

use crate::runner::tui::action::Action;
use crate::runner::tui::effect::Effect;
use crate::runner::tui::glossary::Glossary;
use crate::runner::tui::notice::Notice;
use crate::runner::tui::place::{Pane, Screen};
use crate::runner::tui::state::State;
use crate::runner::tui::update::{check, scroll};
use crate::runner::tui::view::{layout, texts};
use crate::runner::words::screen::glossary as words;

/// Carries out what a key does with the glossary.
pub fn act(state: &mut State, action: Action) -> Vec<Effect> {
    if state.screen != Screen::Glossary {
        open(state);
        return Vec::new();
    }
    match action {
        Action::Glossary => to_the_top(state),
        Action::Open => return to_the_lesson(state),
        _ => {
            if let Some(glossary) = &mut state.glossary {
                glossary.typing = action != Action::KeepFilter;
                match action {
                    Action::Erase => drop(glossary.filter.pop()),
                    Action::EraseLine => glossary.filter.clear(),
                    _ => return Vec::new(),
                }
                glossary.at = 0;
            }
        }
    }
    Vec::new()
}

/// Opens it with the terms of the lesson that is being read. Elsewhere no lesson is in sight.
fn open(state: &mut State) {
    let own = match state.screen {
        Screen::Map | Screen::All => Vec::new(),
        _ => state.terms.iter().map(|mention| mention.term).collect(),
    };
    state.glossary = Some(Glossary {
        from: state.screen,
        under: state.overlay.take(),
        own,
        just_opened: true,
        ..Glossary::default()
    });
    state.screen = Screen::Glossary;
}

/// The key once more: in what the glossary was opened from, or, once somebody has moved in it, in its list.
fn to_the_top(state: &mut State) {
    if state.glossary.as_ref().is_some_and(|it| it.just_opened) {
        close(state);
    }
    scroll::moves(state, Action::Top);
}

/// A letter of what is looked for.
pub fn letter(state: &mut State, letter: char) {
    if let Some(glossary) = &mut state.glossary {
        glossary.filter.push(letter);
        glossary.at = 0;
    }
}

/// One step back: from what was typed, then to where one came from.
pub fn back(state: &mut State) {
    if let Some(glossary) = &mut state.glossary
        && (glossary.typing || !glossary.filter.is_empty())
    {
        glossary.typing = false;
        glossary.filter.clear();
        glossary.at = 0;
        return;
    }
    close(state);
}

fn close(state: &mut State) {
    let glossary = state.glossary.take().unwrap_or_default();
    state.screen = glossary.from;
    state.overlay = glossary.under;
}

/// Goes to the exercise whose lesson introduces the selected term, and says where one was.
fn to_the_lesson(state: &mut State) -> Vec<Effect> {
    let course = state.course.clone();
    let glossary = state.glossary.take().unwrap_or_default();
    let Some((at, term)) = glossary.selected(&course) else {
        return Vec::new();
    };
    state.sought = Some(at);
    let before = state.session.current.clone();
    if term.exercise == before {
        state.screen = Screen::Watch;
        state.panes.chosen = Some(Pane::Lesson);
        find_in_lesson(state);
        return Vec::new();
    }
    let effects = check::go(state, term.exercise.clone());
    state.panes.chosen = Some(Pane::Lesson);
    let told = words::came_from(before, state.key(Action::Map));
    state.notice = Some(Notice::good(told));
    effects
}

/// Scrolls the lesson to the term that somebody came for, once the lesson is there.
pub fn find_in_lesson(state: &mut State) {
    let sought = state.sought.take();
    let mut terms = state.terms.iter();
    let Some(mention) = terms.find(|mention| Some(mention.term) == sought) else {
        return;
    };
    let (columns, rows) = state.size;
    let body = layout::parts(state, Rect::new(0, 0, columns, rows)).body;
    let panes = layout::panes(state, body);
    let Some(lesson) = panes.iter().find(|placed| placed.pane == Pane::Lesson) else {
        return;
    };
    let width = usize::from(lesson.inner().width);
    if let Some(line) = texts::line_of_term(state, mention, width) {
        // With the beginning of its sentence.
        state
            .panes
            .scroll
            .insert(Pane::Lesson, line.saturating_sub(2));
    }
}
