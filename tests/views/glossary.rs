//! The glossary: its terms in a lesson, the list of them, and the way to the lesson that introduces one.

use std::path::Path;
use std::sync::Arc;

use crossterm::event::KeyCode;
use gradlings::runner::course::Glossary;
use gradlings::runner::tui::effect::Effect;
use gradlings::runner::tui::event::Event;
use gradlings::runner::tui::place::{Overlay, Pane, Screen};
use gradlings::runner::tui::state::State;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Modifier;

use crate::scenes::*;

const TERMS: &str = r#"
[[terms]]
name = "NaN"
meaning = "Not a number."
exercise = "cross_entropy"
[[terms]]
name = "tensor"
also = ["box"]
meaning = "A box of numbers with a `shape`."
exercise = "hello_tensor"
[[terms]]
name = "softmax"
meaning = "Makes probabilities of logits, `exp` of each divided by the sum of all of them, so that they are positive and sum to 1."
exercise = "mse"
[[terms]]
name = "logit"
meaning = "A number that a model gives to a choice."
exercise = "mse"
[[terms]]
name = "kernel"
meaning = "A small grid of weights."
exercise = "conv2d"
"#;

/// The state with a glossary, and with the lesson read once more.
pub fn with_terms(mut state: State) -> State {
    let mut course = (*state.course).clone();
    course.glossary = Glossary::parse(Path::new("/course"), TERMS, &course).expect("sound");
    state.course = Arc::new(course);
    let (name, text) = (state.session.current.clone(), state.lesson.clone());
    send(&mut state, Event::Lesson { name, text });
    state
}

/// The glossary, opened from a lesson.
pub fn glossary(columns: u16, rows: u16) -> State {
    let mut state = with_terms(failed(columns, rows));
    letter(&mut state, 'g');
    state
}

/// What is underlined on the screen, in the order of the screen.
fn underlined(state: &State) -> String {
    let area = Rect::new(0, 0, state.size.0, state.size.1);
    let mut buffer = Buffer::empty(area);
    gradlings::runner::tui::view::draw(state, area, &mut buffer);
    let mut words = vec![String::new()];
    for position in area.positions() {
        let cell = &buffer[position];
        match cell.modifier.contains(Modifier::UNDERLINED) {
            true => words
                .last_mut()
                .expect("one at least")
                .push_str(cell.symbol()),
            false => words.push(String::new()),
        }
    }
    words.retain(|word| !word.is_empty());
    words.join(" | ")
}

#[test]
fn the_terms_of_a_lesson_are_underlined_where_they_first_stand() {
    assert_eq!(underlined(&failed(120, 40)), "");
    for (columns, rows) in [(120, 40), (80, 24)] {
        let mut state = with_terms(opened(columns, rows));
        letter(&mut state, '1');
        assert_eq!(underlined(&state), "Softmax | Logits | NaN", "{columns}");
    }
    // Lines that are broken differently have the same terms.
    let mut state = with_terms(opened(120, 40));
    let name = "cross_entropy".to_owned();
    for filler in 0..60 {
        let text = format!(
            "{} **soft**max, the softmax of `logits`, *logits*.",
            "x".repeat(filler)
        );
        let name = name.clone();
        send(&mut state, Event::Lesson { name, text });
        assert_eq!(underlined(&state), "softmax", "{filler}");
    }
}

#[test]
fn the_glossary_begins_with_the_terms_of_the_lesson_it_was_opened_from() {
    let state = glossary(120, 40);
    shows(
        &state,
        &[
            "Glossary: 5 terms",
            "In this lesson",
            "softmax  2.1 mse",
            "Makes probabilities of logits, exp of each divided by the sum",
            "Enter goes to mse, whose lesson introduces it.",
            "All other terms",
            "kernel   7.1 conv2d",
        ],
    );
    let rows = text(&state);
    let order = [
        "softmax  2.1",
        "logit    2.1",
        "NaN      2.2",
        "kernel   7.1",
        "tensor   0.1",
    ];
    let places: Vec<Option<usize>> = order.iter().map(|row| rows.find(row)).collect();
    assert!(
        places.is_sorted() && places.iter().all(Option::is_some),
        "{places:?}\n{rows}"
    );
    // In the list of the exercises no lesson is in sight.
    let mut state = with_terms(map(120, 40));
    letter(&mut state, 'g');
    hides(&state, &["In this lesson"]);
    assert_eq!(press(&mut state, KeyCode::Esc), []);
    assert_eq!(state.screen, Screen::Map);
}

#[test]
fn a_term_is_found_by_any_of_its_spellings_and_escape_goes_back_step_by_step() {
    for (columns, rows) in [(120, 40), (80, 24), (40, 12)] {
        let mut state = glossary(columns, rows);
        letter(&mut state, '/');
        for typed in "box".chars() {
            letter(&mut state, typed);
        }
        shows(
            &state,
            &["/ box_   1 match", "tensor", "It is also written: box."],
        );
        hides(&state, &["softmax", "In this lesson"]);
        press(&mut state, KeyCode::Backspace);
        letter(&mut state, 'z');
        shows(&state, &["No term matches."]);
        press(&mut state, KeyCode::Enter);
        assert_eq!(press(&mut state, KeyCode::Enter), [], "nothing is selected");
        press(&mut state, KeyCode::Esc);
        shows(&state, &["In this lesson"]);
        press(&mut state, KeyCode::Esc);
        assert_eq!(state.screen, Screen::Watch);
    }
}

#[test]
fn enter_goes_to_the_lesson_that_introduces_the_term_and_to_its_place_there() {
    let mut state = glossary(120, 40);
    let effects = press(&mut state, KeyCode::Enter);
    let name = "mse".to_owned();
    assert_eq!(
        effects[..2],
        [Effect::Select(name.clone()), Effect::Lesson(name.clone())]
    );
    assert_eq!(state.screen, Screen::Watch);
    shows(
        &state,
        &["You were at cross_entropy; l lists the exercises."],
    );
    let text = format!(
        "# Losses\n\n{}A softmax is this.\n",
        "A line.\n\n".repeat(60)
    );
    send(&mut state, Event::Lesson { name, text });
    shows(&state, &["A softmax is this."]);
    assert_eq!(underlined(&state), "softmax");

    // A term of the lesson that is being read: there is nowhere to go.
    let mut state = glossary(80, 24);
    for _ in 0..2 {
        letter(&mut state, 'j');
    }
    shows(&state, &["This lesson introduces it; Enter goes there."]);
    assert_eq!(press(&mut state, KeyCode::Enter), []);
    assert_eq!(state.session.current, "cross_entropy");
    shows(&state, &["divided by infinity is NaN"]);
    assert_eq!(state.watched(), Pane::Lesson);
}

#[test]
fn g_twice_goes_to_the_top_of_what_one_was_looking_at() {
    let mut state = with_terms(failed(120, 40));
    let scrolled = |state: &State| state.panes.scroll.get(&Pane::Lesson).copied();
    let name = "cross_entropy".to_owned();
    let text = "A line.\n\n".repeat(60);
    send(&mut state, Event::Lesson { name, text });
    letter(&mut state, 'j');
    assert_eq!(scrolled(&state), Some(1));
    letter(&mut state, 'g');
    letter(&mut state, 'g');
    assert_eq!((state.screen, scrolled(&state)), (Screen::Watch, Some(0)));
    // Whoever has moved in the glossary looks at the glossary, and loses no place in the lesson.
    letter(&mut state, 'j');
    for key in ['g', 'j', 'j', 'g'] {
        letter(&mut state, key);
    }
    let at = state.glossary.as_ref().map(|glossary| glossary.at);
    assert_eq!((state.screen, at), (Screen::Glossary, Some(0)));
    press(&mut state, KeyCode::Esc);
    assert_eq!((state.screen, scrolled(&state)), (Screen::Watch, Some(1)));
    // Home does it everywhere with one key.
    press(&mut state, KeyCode::Home);
    assert_eq!(scrolled(&state), Some(0));
}

#[test]
fn what_lay_on_top_is_there_again_afterwards_and_without_a_glossary_the_key_says_so() {
    let mut state = with_terms(hints(120, 40));
    letter(&mut state, 'g');
    assert_eq!((state.screen, state.overlay), (Screen::Glossary, None));
    press(&mut state, KeyCode::Esc);
    assert_eq!(
        (state.screen, state.overlay),
        (Screen::Watch, Some(Overlay::Hints))
    );
    let mut state = failed(120, 40);
    assert_eq!(letter(&mut state, 'g'), []);
    shows(
        &state,
        &["This course has no glossary; Home goes to the top."],
    );
    assert_eq!(state.screen, Screen::Watch);
}
