//! One event in, effects out.

use std::path::Path;

use crossterm::event::{KeyCode, KeyEvent, KeyEventKind, KeyModifiers};

use crate::runner::session::{PredictionState, Reset};
use crate::runner::text;
use crate::runner::tui::action::Action;
use crate::runner::tui::effect::Effect;
use crate::runner::tui::event::Event;
use crate::runner::tui::keys::Context;
use crate::runner::tui::look;
use crate::runner::tui::notice::Notice;
use crate::runner::tui::place::{Overlay, Screen};
use crate::runner::tui::state::{SolutionText, State};
use crate::runner::tui::update::{
    act, attempts, check, glossary, mouse, practice, search, start, trial, way,
};
use crate::runner::words::screen::notices as words;

/// What to do first: read the lesson of the current exercise and check it.
pub fn open(state: &mut State) -> Vec<Effect> {
    state.activity.sign(state.now);
    let name = state.session.current.clone();
    let mut effects = vec![Effect::Lesson(name), Effect::Pages];
    effects.extend(way::welcome(state));
    effects.extend(start::begin(state));
    effects
}

/// Takes an event into the state, and says what to do about it.
pub fn update(state: &mut State, event: Event) -> Vec<Effect> {
    match event {
        Event::Key(key) => {
            state.activity.sign(state.now);
            pressed(state, key)
        }
        Event::Mouse(event) => {
            state.activity.sign(state.now);
            match mouse::key(state, event) {
                Some(key) => pressed(state, key),
                None => mouse::moved(state, event),
            }
        }
        Event::Resize(columns, rows) => {
            state.size = (columns, rows);
            Vec::new()
        }
        Event::Clock(now) => {
            state.now = now;
            look::tick(state);
            Vec::new()
        }
        Event::Saved { path, text } => saved(state, &path, text.as_deref()),
        Event::Check { run, event } => check::happened(state, run, event),
        Event::Trial { run, event } => trial::happened(state, run, event),
        Event::Session(snapshot) => {
            let before = (state.session.current.as_str(), state.session.asked);
            let told = matches!(before.1, Some(PredictionState::Chosen(_)))
                && matches!(snapshot.asked, Some(PredictionState::Told(_)));
            state.run.told |= told && before.0 == snapshot.current;
            state.session = snapshot;
            state.map.done.clone_from(&state.session.done);
            state.map.track.clone_from(&state.session.track);
            Vec::new()
        }
        Event::Attempts {
            name,
            attempts,
            text,
            now,
        } => {
            if name == state.session.current {
                attempts::read(state, attempts, text, now);
            }
            Vec::new()
        }
        Event::Restored {
            name,
            number,
            restored,
        } => attempts::restored(state, &name, number, restored),
        Event::Kept { name } => attempts::kept(state, name),
        Event::Lesson { name, text } => {
            if name == state.session.current {
                state.terms = state.course.glossary.first_mentions(&text, &name);
                state.lesson = text;
                glossary::find_in_lesson(state);
            }
            Vec::new()
        }
        Event::Pages(texts) => {
            state.pages.texts = texts;
            way::meet(state);
            Vec::new()
        }
        Event::Solution {
            name,
            solution,
            yours,
        } => {
            // The learner may have gone on to another exercise while the files were read.
            if name == state.session.current {
                state.solution = Some(SolutionText {
                    name,
                    solution,
                    yours,
                });
                state.screen = Screen::Solution;
                state.panes.zoomed = false;
            }
            Vec::new()
        }
        Event::WasReset { name, reset } => {
            state.notice = Some(was_reset(state, &name, &reset));
            let mut effects = vec![Effect::Lesson(name)];
            effects.extend(start::begin(state));
            effects
        }
        Event::Told(text) => {
            state.notice = Some(Notice::good(text));
            Vec::new()
        }
        Event::Failed(text) => {
            state.notice = Some(Notice::bad(text).staying());
            Vec::new()
        }
        Event::Repaint => vec![Effect::Repaint],
        Event::Suspend => vec![Effect::Suspend],
        Event::Resumed => vec![Effect::Retake],
        Event::Terminate => {
            let mut effects = practice::keep(state);
            effects.extend([Effect::Cancel, Effect::Quit]);
            effects
        }
    }
}

/// The original is a file like any other, so the watcher tells of it too: the notice has to outlive that.
fn was_reset(state: &State, name: &str, reset: &Reset) -> Notice {
    let text = match reset {
        Reset::Nothing => words::reset_nothing(name),
        Reset::Kept(copy) => {
            let copy = copy.strip_prefix(&state.course.root).unwrap_or(copy);
            words::reset_kept(name, text::path(copy))
        }
        Reset::Instead(what) => words::reset_instead(name, what),
    };
    Notice::good(text).staying()
}

/// A key was pressed, or clicked on.
pub fn pressed(state: &mut State, key: KeyEvent) -> Vec<Effect> {
    // Windows also tells of keys that are let go.
    if key.kind == KeyEventKind::Release {
        return Vec::new();
    }
    state.notice = None;
    let mut context = Context::of(state);
    let mut action = state.keymap.lookup(context, key);
    // While what was found is marked, two keys go through it; all others are those of the screen.
    if context == Context::Found && action.is_none() {
        context = Context::beneath(state);
        action = state.keymap.lookup(context, key);
    }
    // Nobody has to read a page first: a key of the screen underneath takes it away and does its work.
    if way::is_passed_by(state, context, action) {
        action = state.keymap.lookup(Context::under(state.screen), key);
        if action.is_some() || context == Context::Welcome {
            state.overlay = None;
        }
    }
    if let Some(glossary) = &mut state.glossary {
        glossary.just_opened &= action == Some(Action::Glossary);
    }
    let effects = carry_out(state, context, key, action);
    if context == Context::Welcome && state.screen == Screen::Watch {
        way::meet(state);
    }
    effects
}

fn carry_out(
    state: &mut State,
    context: Context,
    key: KeyEvent,
    action: Option<Action>,
) -> Vec<Effect> {
    match action {
        Some(action) => match action.refusal(state) {
            Some(why) => {
                state.notice = Some(Notice::good(why));
                Vec::new()
            }
            None => act::act(state, action),
        },
        None => {
            if context.is_typing()
                && let KeyCode::Char(letter) = key.code
                && !key.modifiers.contains(KeyModifiers::CONTROL)
            {
                typed(state, context, letter);
            }
            Vec::new()
        }
    }
}

fn typed(state: &mut State, context: Context, letter: char) {
    match context {
        Context::Trial => return trial::letter(state, letter),
        Context::Search => return search::letter(state, letter),
        Context::Menu => return state.menu.letter(letter),
        _ => {}
    }
    if state.screen == Screen::Glossary {
        return glossary::letter(state, letter);
    }
    state.map.filter.push(letter);
    let course = state.course.clone();
    state.map.settle(&course);
}

fn saved(state: &mut State, path: &Path, text: Option<&[u8]>) -> Vec<Effect> {
    let Some(exercise) = state.exercise() else {
        return Vec::new();
    };
    let mut exercises = state.course.exercises.iter();
    let saved = exercises.find(|it| path.ends_with(it.path()));
    // The last verdict asked for this piece, and waits for it.
    let waits = saved.is_some_and(|saved| {
        let outcome = state.shown().outcome();
        outcome.is_some_and(|outcome| outcome.waits_for(&saved.name))
    });
    if waits {
        return match trial::saved(state) {
            true => Vec::new(),
            false => start::begin(state),
        };
    }
    if !path.ends_with(exercise.path()) {
        let saved = saved.filter(|_| state.run.is_running());
        let name = saved.map(|saved| saved.name.clone());
        state.run.meanwhile.extend(name);
        return Vec::new();
    }
    let name = exercise.name.clone();
    // The file can be read, so whatever could not be done with it before is no news any more.
    let path = exercise.path();
    let is_mended = |notice: &Notice| notice.bad && notice.text.contains(&path);
    let notice = state.notice.take();
    state.notice = notice.filter(|notice| text.is_none() || !is_mended(notice));
    if matches!(state.overlay, Some(Overlay::Page | Overlay::Welcome)) {
        state.overlay = None;
    }
    // What this program wrote itself, an earlier attempt for one, is being checked already.
    if text.is_some_and(|text| state.run.is_about(text)) {
        return Vec::new();
    }
    if trial::saved(state) {
        return vec![Effect::Lesson(name)];
    }
    // A save says that the learner is at this exercise and wants its verdict: the check of all exercises gives way.
    if state.all.as_ref().is_some_and(|all| all.at.is_some()) {
        start::stop_all(state);
        state.screen = Screen::Watch;
    }
    state.notice = state.notice.take().filter(|notice| notice.stays);
    state.activity.sign(state.now);
    let mut effects = vec![Effect::Lesson(name)];
    effects.extend(start::begin(state));
    state.run.saved = true;
    effects
}
