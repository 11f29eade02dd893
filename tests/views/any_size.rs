//! Nothing panics and nothing is drawn outside, whatever the size.

use proptest::prelude::*;
use ratatui::Terminal;
use ratatui::backend::TestBackend;

use crate::scenes::{SCENES, Scene, press, rows};
use crate::states::STATES;
use crate::trials::TRIALS;
use crate::whole::WHOLE;
use crossterm::event::{KeyCode, KeyModifiers, MouseButton, MouseEvent, MouseEventKind};
use gradlings::runner::tui::event::Event;
use gradlings::runner::tui::palette::PALETTES;
use gradlings::runner::tui::update;
use gradlings::runner::tui::view;

proptest! {
    #![proptest_config(ProptestConfig::with_cases(250))]

    #[test]
    fn every_screen_is_drawn_at_every_size(
        scene in 0..scenes().len(),
        columns in 0_u16..=300,
        rows in 0_u16..=100,
        ascii: bool,
        colour: bool,
        log: bool,
        zoomed: bool,
        view_number in 0_usize..9,
        palette in 0..PALETTES.len(),
        preview: bool,
        rich: bool,
        at in proptest::option::of(0_u64..300),
    ) {
        let mut state = (nth(scene).1)(columns, rows);
        state.theme.ascii = ascii;
        state.theme.colour = colour;
        state.theme.palette = PALETTES[palette].1;
        state.charts.log = Some(log);
        state.charts.view = view_number;
        state.charts.rich = rich;
        state.charts.at = at;
        state.charts.alone = zoomed;
        state.panes.zoomed = zoomed;
        state.map.preview = preview;
        let mut terminal = Terminal::new(TestBackend::new(columns, rows)).unwrap();
        terminal
            .draw(|frame| view::draw(&state, frame.area(), frame.buffer_mut()))
            .unwrap();
    }

    #[test]
    fn the_mouse_may_be_anywhere_at_any_size(
        scene in 0..scenes().len(),
        clicks in proptest::collection::vec((0_u16..300, 0_u16..100, 0_usize..3), 1..12),
        columns in 0_u16..200,
        rows in 0_u16..60,
    ) {
        let mut state = (nth(scene).1)(columns, rows);
        for (column, row, kind) in clicks {
            let kind = [
                MouseEventKind::Down(MouseButton::Left),
                MouseEventKind::ScrollDown,
                MouseEventKind::ScrollUp,
            ][kind];
            let modifiers = KeyModifiers::NONE;
            update::update(&mut state, Event::Mouse(MouseEvent { kind, column, row, modifiers }));
            rows_of(&state);
        }
    }

    #[test]
    fn small_sizes_are_drawn_too(scene in 0..scenes().len(), columns in 0_u16..=64, rows in 0_u16..=30) {
        let state = (nth(scene).1)(columns, rows);
        rows_of(&state);
    }

    #[test]
    fn any_keys_at_any_size_leave_a_screen_that_can_be_drawn(
        scene in 0..scenes().len(),
        keys in proptest::collection::vec(0_usize..KEYS.len(), 0..24),
        sizes in proptest::collection::vec((0_u16..200, 0_u16..60), 1..4),
    ) {
        let (columns, rows) = sizes[0];
        let mut state = (nth(scene).1)(columns, rows);
        for (number, key) in keys.iter().enumerate() {
            press(&mut state, KEYS[*key]);
            let (columns, rows) = sizes[number % sizes.len()];
            update::update(&mut state, Event::Resize(columns, rows));
            rows_of(&state);
        }
    }
}

fn scenes() -> Vec<&'static Scene> {
    SCENES
        .iter()
        .chain(STATES)
        .chain(WHOLE)
        .chain(TRIALS)
        .collect()
}

fn nth(scene: usize) -> &'static Scene {
    scenes()[scene]
}

fn rows_of(state: &gradlings::runner::tui::state::State) {
    if state.size.0 > 0 && state.size.1 > 0 {
        rows(state);
    }
}

const KEYS: [KeyCode; 54] = [
    KeyCode::Char('u'),
    KeyCode::F(1),
    KeyCode::Char('w'),
    KeyCode::Char('p'),
    KeyCode::Char('d'),
    KeyCode::Char('b'),
    KeyCode::Char('['),
    KeyCode::Char(']'),
    KeyCode::Char('4'),
    KeyCode::Char('M'),
    KeyCode::Char('n'),
    KeyCode::Char('h'),
    KeyCode::Char('l'),
    KeyCode::Char('c'),
    KeyCode::Char('x'),
    KeyCode::Char('r'),
    KeyCode::Char('e'),
    KeyCode::Char('s'),
    KeyCode::Char('t'),
    KeyCode::Char('?'),
    KeyCode::Char('q'),
    KeyCode::Char('y'),
    KeyCode::Char('j'),
    KeyCode::Char('k'),
    KeyCode::Char('K'),
    KeyCode::Char('g'),
    KeyCode::Char('G'),
    KeyCode::Char('/'),
    KeyCode::Char('z'),
    KeyCode::Char(' '),
    KeyCode::Char('1'),
    KeyCode::Char('2'),
    KeyCode::Char('3'),
    KeyCode::Char('5'),
    KeyCode::Esc,
    KeyCode::Enter,
    KeyCode::Tab,
    KeyCode::BackTab,
    KeyCode::Backspace,
    KeyCode::PageDown,
    KeyCode::PageUp,
    KeyCode::Home,
    KeyCode::End,
    KeyCode::Down,
    KeyCode::Left,
    KeyCode::Right,
    KeyCode::Char('m'),
    KeyCode::Char('o'),
    KeyCode::Char('+'),
    KeyCode::Char('-'),
    KeyCode::Char('['),
    KeyCode::Char(']'),
    KeyCode::Char('4'),
    KeyCode::Char('6'),
];
