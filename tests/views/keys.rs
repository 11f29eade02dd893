//! Every key of the table, in every place where it is said to work.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use gradlings::runner::session::PredictionState;
use gradlings::runner::tui::action::Action;
use gradlings::runner::tui::effect::Effect;
use gradlings::runner::tui::event::{Event, RunId};
use gradlings::runner::tui::keys::{Context, Key, TABLE, rows};
use gradlings::runner::tui::place::{Overlay, Question, Screen};
use gradlings::runner::tui::state::State;
use gradlings::runner::tui::view::bars;

use crate::glossary::with_terms;
use crate::scenes::*;
use crate::whole;

/// States in which, together, every key of a context has something to do.
fn states(context: Context) -> Vec<State> {
    let small = |make: fn(u16, u16) -> State| [make(120, 40), make(80, 24), make(40, 12)];
    let mut states: Vec<State> = match context {
        Context::Watch => [failed, passed, opened, trained, whole::opened]
            .into_iter()
            .flat_map(small)
            .collect(),
        Context::Training => [training, trained, shown, several]
            .into_iter()
            .flat_map(small)
            .collect(),
        Context::Map => [map, whole::map].into_iter().flat_map(small).collect(),
        Context::Filter => small(map).into(),
        Context::Welcome => small(crate::first_page::first_page).into(),
        Context::Search => small(crate::search::typing).into(),
        Context::Found => small(crate::search::standing).into(),
        Context::Page => small(whole::page).into(),
        Context::Menu => small(crate::menu::menu).into(),
        Context::Tracks => small(whole::tracks).into(),
        Context::Solution => small(solution).into(),
        Context::All => small(all).into(),
        Context::Attempts => [attempts, compared].into_iter().flat_map(small).collect(),
        Context::Trial => crate::trials::TRIALS
            .iter()
            .flat_map(|(_, make)| small(*make))
            .collect(),
        Context::Glossary => small(glossary).into(),
        Context::Predict => [asks, asks_much].into_iter().flat_map(small).collect(),
        Context::Hints => [hints, all_hints].into_iter().flat_map(small).collect(),
        Context::Help => small(help).into(),
        Context::Confirm => small(asked).into(),
    };
    for state in &mut states {
        match context {
            Context::Filter => {
                letter(state, '/');
                letter(state, 'c');
            }
            Context::Watch | Context::Training => {
                let by_key = if context == Context::Watch {
                    Screen::Watch
                } else {
                    Screen::Training
                };
                state.screen = by_key;
                let mut snapshot = state.session.clone();
                snapshot.attempts = true;
                snapshot.done.insert("cross_entropy".to_owned());
                snapshot.asked = Some(PredictionState::Open);
                send(state, Event::Session(snapshot));
                if context == Context::Training {
                    let mut snapshot = state.session.clone();
                    snapshot.done.insert("cross_entropy".to_owned());
                    snapshot.solution = true;
                    send(state, Event::Session(snapshot));
                }
            }
            Context::Menu => letter_by_letter(state, "edit"),
            Context::Solution => {
                let mut snapshot = state.session.clone();
                snapshot.attempts = true;
                send(state, Event::Session(snapshot));
            }
            _ => {}
        }
        *state = with_terms(state.clone());
        assert_eq!(Context::of(state), context);
    }
    if context == Context::Menu {
        for make in small(crate::menu::menu) {
            let mut state = make;
            letter(&mut state, 'e');
            (0..3).for_each(|_| drop(press(&mut state, KeyCode::Down)));
            states.push(state);
        }
    }
    // From the middle of things, so that both directions lead somewhere.
    let moved: Vec<State> = states
        .iter()
        .flat_map(|state| {
            let letters = ['j', '2', '3', 'G'].map(KeyCode::Char);
            [&letters[..], &[KeyCode::Home]]
                .concat()
                .into_iter()
                .map(|key| {
                    let mut state = state.clone();
                    if !context.is_typing() && context != Context::Confirm {
                        press(&mut state, key);
                        letter(&mut state, 'j');
                    }
                    state
                })
        })
        .collect();
    if context == Context::Trial {
        // From the middle of what was said, and of what was reported.
        for state in &mut states.clone() {
            press(state, KeyCode::PageUp);
            press(state, KeyCode::Left);
            states.push(state.clone());
        }
    }
    if context == Context::Training {
        // With a cursor, and nearer than at first.
        let mut looked = states.clone();
        for state in &mut looked {
            press(state, KeyCode::Left);
            letter(state, '+');
        }
        states.extend(looked);
    }
    states.extend(moved);
    states
}

/// As many choices as there are keys for, and a text that is longer than the screen.
fn asks_much(columns: u16, rows: u16) -> State {
    let mut state = asks(columns, rows);
    let mut course = (*state.course).clone();
    let exercise = course.exercises.iter_mut();
    for predict in exercise.filter_map(|exercise| exercise.predict.as_mut()) {
        predict.ask = "A question that goes on and on. ".repeat(120);
        predict.choices = ["a", "b", "c", "d", "e"].map(str::to_owned).into();
    }
    state.course = course.into();
    state
}

fn all_hints(columns: u16, rows: u16) -> State {
    let mut state = hints(columns, rows);
    opens_hints(&mut state, 3);
    state
}

fn letter_by_letter(state: &mut State, text: &str) {
    text.chars().for_each(|it| drop(letter(state, it)));
}

fn event(key: Key) -> Event {
    let modifiers = if key.ctrl {
        KeyModifiers::CONTROL
    } else {
        KeyModifiers::NONE
    };
    Event::Key(KeyEvent::new(key.code, modifiers))
}

/// What a person could notice of a state.
fn noticed(state: &State) -> String {
    let mut state = state.clone();
    state.notice = None;
    text(&state)
}

fn does_something(action: Action, key: Key, state: &State) -> bool {
    let mut after = state.clone();
    let effects = send(&mut after, event(key));
    assert!(
        action.refusal(state).is_some()
            || after.notice.is_none()
            || matches!(
                action,
                Action::Copy | Action::Mouse | Action::Follow | Action::Open
            )
    );
    !effects.is_empty() || noticed(&after) != noticed(state) || selected(&after) != selected(state)
}

/// A selection is a style, which the text does not show.
fn selected(state: &State) -> impl PartialEq + use<> {
    (
        state.panes.clone(),
        (state.map.selected, state.map.choice, state.menu.at),
        state.all.as_ref().and_then(|all| all.selected),
        state.attempts.clone(),
        state.glossary.clone(),
    )
}

#[test]
fn every_key_of_the_table_does_something_where_it_is_said_to_work() {
    for binding in TABLE {
        for context in binding.contexts {
            for key in binding.keys {
                let states = states(*context);
                let works = states
                    .iter()
                    .filter(|state| Context::of(state) == *context)
                    .any(|state| does_something(binding.action, *key, state));
                assert!(works, "{} does nothing in {context:?}", binding.written);
            }
        }
    }
}

/// The only effect of a key, and the screen after it.
#[test]
fn each_key_asks_for_what_its_description_says() {
    let current = || "cross_entropy".to_owned();
    let table: Vec<(char, State, Option<Effect>, Screen)> = vec![
        (
            'h',
            failed(120, 40),
            Some(hint_of(&current())),
            Screen::Watch,
        ),
        (
            's',
            passed(120, 40),
            Some(Effect::Solution(current())),
            Screen::Watch,
        ),
        ('K', opened(120, 40), Some(Effect::Cancel), Screen::Watch),
        ('l', failed(120, 40), Some(Effect::Pages), Screen::Map),
        ('/', failed(120, 40), None, Screen::Watch),
        ('t', trained(120, 40), None, Screen::Training),
        ('x', failed(120, 40), None, Screen::Watch),
        ('?', failed(120, 40), None, Screen::Watch),
        ('z', failed(120, 40), None, Screen::Watch),
        ('4', failed(120, 40), None, Screen::Watch),
        ('q', failed(120, 40), Some(Effect::Quit), Screen::Watch),
    ];
    for (key, mut state, effect, screen) in table {
        let effects = letter(&mut state, key);
        assert_eq!(effects, Vec::from_iter(effect), "{key}");
        assert_eq!(state.screen, screen, "{key}");
    }
    // What is checked again on purpose is checked; of all others an earlier outcome may still hold.
    for (key, exercise, remembered) in [('r', "cross_entropy", false), ('c', "hello_tensor", true)]
    {
        let mut state = failed(120, 40);
        let run = RunId(state.latest.0 + 1);
        let exercise = exercise.to_owned();
        assert_eq!(
            letter(&mut state, key),
            [Effect::Check {
                run,
                exercise,
                remembered
            }]
        );
    }
    for (control, effects) in [
        ('c', vec![Effect::Cancel, Effect::Quit]),
        ('z', vec![Effect::Suspend]),
        ('l', vec![Effect::Repaint]),
    ] {
        for (name, make) in SCENES {
            let key = KeyEvent::new(KeyCode::Char(control), KeyModifiers::CONTROL);
            let mut asked = send(&mut make(120, 40), Event::Key(key));
            // How long somebody was there is kept on the way out.
            asked.retain(|effect| !matches!(effect, Effect::Practice { .. }));
            assert_eq!(asked, effects, "{name}");
        }
    }
}

#[test]
fn a_key_in_the_bar_always_works_there_and_then() {
    for (name, make) in SCENES {
        for (columns, rows) in [(120, 40), (80, 24), (40, 12)] {
            let state = make(columns, rows);
            for binding in bars::working(&state) {
                let works = binding
                    .keys
                    .iter()
                    .any(|key| does_something(binding.action, *key, &state));
                assert!(
                    works,
                    "{name} {columns}x{rows}: {} {:?}",
                    binding.written, binding.action
                );
            }
        }
    }
}

#[test]
fn a_key_that_does_not_work_says_why_and_changes_nothing_else() {
    for (name, make) in SCENES {
        let state = make(120, 40);
        for binding in rows(Context::of(&state)) {
            if binding.action.refusal(&state).is_none() {
                continue;
            }
            let mut after = state.clone();
            assert_eq!(
                send(&mut after, event(binding.keys[0])),
                [],
                "{name}: {}",
                binding.written
            );
            assert!(after.notice.is_some());
            assert_eq!(noticed(&after), noticed(&state));
        }
    }
}

#[test]
fn help_and_quit_are_the_last_to_leave_the_bar() {
    for (name, make) in SCENES {
        let state = make(40, 12);
        if matches!(state.overlay, Some(Overlay::Confirm(_))) {
            continue;
        }
        let rows = rows_text(&state);
        assert!(
            rows.contains("? help") && rows.contains("q quit"),
            "{name}: {rows}"
        );
    }
}

fn rows_text(state: &State) -> String {
    crate::scenes::rows(state).pop().unwrap_or_default()
}

#[test]
fn q_quits_at_once_where_nothing_runs_and_asks_where_something_does() {
    let mut idle = failed(120, 40);
    assert_eq!(letter(&mut idle, 'q'), [Effect::Quit]);
    let mut busy = opened(120, 40);
    assert_eq!(letter(&mut busy, 'q'), []);
    assert_eq!(busy.overlay, Some(Overlay::Confirm(Question::Quit)));
    shows(
        &busy,
        &["A check is running. Quit all the same?", "y yes  n no"],
    );
    assert_eq!(letter(&mut busy.clone(), 'n'), []);
    assert_eq!(letter(&mut busy, 'y'), [Effect::Cancel, Effect::Quit]);
}

#[test]
fn escape_never_quits() {
    for (_, make) in SCENES {
        let mut state = make(120, 40);
        for _ in 0..10 {
            let effects = press(&mut state, KeyCode::Esc);
            assert!(!effects.contains(&Effect::Quit));
        }
        assert_eq!(state.screen, Screen::Watch);
    }
}

#[test]
fn the_editor_opens_at_the_first_complaint() {
    let mut state = broken(120, 40);
    let exercise = "cross_entropy".to_owned();
    let line = Some(18);
    assert_eq!(letter(&mut state, 'e'), [Effect::Edit { exercise, line }]);
}

#[test]
fn n_goes_on_only_after_passing() {
    let mut state = failed(120, 40);
    assert_eq!(letter(&mut state, 'n'), []);
    let mut state = passed(120, 40);
    let effects = letter(&mut state, 'n');
    assert_eq!(effects[0], Effect::Select("conv2d".to_owned()));
    shows(&state, &["7.1 conv2d"]);
    hides(&state, &["Well done"]);
}
