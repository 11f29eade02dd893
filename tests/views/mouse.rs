//! The mouse over a training, and on the key bar.

use crossterm::event::{KeyModifiers, MouseButton, MouseEvent, MouseEventKind};
use gradlings::runner::tui::action::Look;
use gradlings::runner::tui::effect::Effect;
use gradlings::runner::tui::event::Event;
use gradlings::runner::tui::place::{Overlay, Screen};
use gradlings::runner::tui::state::State;

use crate::scenes::*;

fn mouse(state: &mut State, kind: MouseEventKind, column: u16, row: u16) -> Vec<Effect> {
    let modifiers = KeyModifiers::NONE;
    let event = MouseEvent {
        kind,
        column,
        row,
        modifiers,
    };
    send(state, Event::Mouse(event))
}

/// The column and the row of this text.
fn place(state: &State, text: &str) -> (u16, u16) {
    let rows = rows(state);
    let found = rows.iter().enumerate().find_map(|(row, line)| {
        let byte = line.find(text)?;
        Some((line[..byte].chars().count(), row))
    });
    let (column, row) = found.unwrap_or_else(|| panic!("no `{text}`:\n{}", rows.join("\n")));
    (
        column.try_into().expect("small"),
        row.try_into().expect("small"),
    )
}

fn click(state: &mut State, text: &str) -> Vec<Effect> {
    let (column, row) = place(state, text);
    mouse(state, MouseEventKind::Down(MouseButton::Left), column, row)
}

#[test]
fn a_click_on_a_chart_a_picture_or_a_number_gives_it_the_keys() {
    let mut state = trained(120, 40);
    let views = state.training().views().len();
    assert!(views > 2, "{views}");
    for number in [2, 3, 1] {
        click(&mut state, &format!("[{number}] "));
        assert_eq!(state.charts.view, number - 1);
    }
    click(&mut state, "validation ac…");
    assert_eq!((state.charts.view, state.charts.series), (1, 1));
}

#[test]
fn a_click_between_the_axes_reads_the_nearest_point_of_the_nearest_curve() {
    for (columns, rows) in [(120, 40), (80, 24)] {
        let mut state = trained(columns, rows);
        let (left, bottom) = place(&state, "└");
        let last = state.training().last_step();
        let kind = MouseEventKind::Down(MouseButton::Left);
        mouse(&mut state, kind, left + 1, bottom - 1);
        assert_eq!(state.charts.at, Some(0), "the first step");
        shows(&state, &["at step 0: "]);
        let middle = left + 1 + 10;
        mouse(&mut state, kind, middle, bottom - 1);
        let at = state.charts.at.expect("a cursor");
        assert!(0 < at && at < last, "{at} of {last}");
        // Where the cursor is drawn is where the click was.
        let row = &crate::scenes::rows(&state)[usize::from(bottom - 1)];
        let seen = row
            .chars()
            .skip(usize::from(middle))
            .take(2)
            .collect::<String>();
        let before = row.chars().nth(usize::from(middle) - 1);
        assert!(
            seen.contains('│') || before == Some('│'),
            "{seen:?}:\n{}",
            text(&state)
        );
    }
}

#[test]
fn the_wheel_looks_nearer_at_a_chart_and_goes_through_the_steps_of_a_picture() {
    let mut state = trained(120, 40);
    let (column, row) = place(&state, "└");
    mouse(&mut state, MouseEventKind::ScrollUp, column + 1, row - 2);
    assert_eq!(state.charts.window, (0.0, 0.5));
    mouse(&mut state, MouseEventKind::ScrollDown, column + 1, row - 2);
    assert_eq!(state.charts.window, (0.0, 1.0));
    let mut state = shown(120, 40);
    let film = state.training().show().expect("a show");
    let (column, row) = place(&state, &format!("[{}] ", film + 1));
    let before = state.charts.at;
    mouse(&mut state, MouseEventKind::ScrollUp, column + 3, row + 3);
    assert_eq!(state.charts.view, film);
    assert_ne!(state.charts.at, before);
}

#[test]
fn a_click_on_the_name_of_a_training_goes_to_the_next_one() {
    for (columns, rows) in [(120, 40), (80, 24), (40, 12)] {
        let mut state = several(columns, rows);
        state.screen = Screen::Training;
        let mut by_key = state.clone();
        letter(&mut by_key, 'v');
        assert!(Look::Training(true).refusal(&state).is_none());
        click(&mut state, "(training ");
        assert_eq!(text(&state), text(&by_key));
    }
}

#[test]
fn a_click_on_a_key_of_the_bar_presses_it() {
    let mut state = failed(120, 40);
    let effects = click(&mut state, "h hint");
    assert_eq!(effects, [hint_of("cross_entropy")]);
    let mut state = failed(80, 24);
    click(&mut state, "? help");
    assert_eq!(state.overlay, Some(Overlay::Help));
    click(&mut state, "Esc back");
    assert_eq!(state.overlay, None);
    assert_eq!(click(&mut state, "q quit"), [Effect::Quit]);
    let mut state = asked(40, 12);
    click(&mut state, "n no");
    assert_eq!(state.overlay, None);
    // Between two keys there is none.
    let mut state = failed(120, 40);
    let (column, row) = place(&state, "h hint");
    let kind = MouseEventKind::Down(MouseButton::Left);
    assert_eq!(mouse(&mut state, kind, column - 1, row), []);
    assert_eq!(state.overlay, None);
}

#[test]
fn a_click_on_a_row_of_the_menu_selects_it() {
    let mut state = crate::menu::menu(120, 40);
    click(&mut state, "open the file in your editor");
    let selected = state.menu.selected().map(|entry| entry.key.clone());
    assert_eq!(selected.as_deref(), Some("e"));
}
