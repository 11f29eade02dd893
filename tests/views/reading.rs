//! Reading the screen.

use gradlings::runner::tui::state::State;
use gradlings::runner::tui::view;
use ratatui::Terminal;
use ratatui::backend::TestBackend;

use crate::states::every;

/// The rows of the terminal as text.
pub fn rows(state: &State) -> Vec<String> {
    let (columns, rows) = state.size;
    let mut terminal = Terminal::new(TestBackend::new(columns, rows)).expect("a test terminal");
    terminal
        .draw(|frame| view::draw(state, frame.area(), frame.buffer_mut()))
        .expect("drawing to memory");
    let buffer = terminal.backend().buffer();
    (0..rows)
        .map(|row| {
            (0..columns)
                .map(|column| buffer[(column, row)].symbol())
                .collect()
        })
        .collect()
}

pub fn text(state: &State) -> String {
    rows(state).join("\n")
}

#[track_caller]
pub fn shows(state: &State, wanted: &[&str]) {
    let text = text(state);
    for wanted in wanted {
        assert!(
            text.contains(wanted),
            "`{wanted}` is not on the screen:\n{text}"
        );
    }
}

#[track_caller]
pub fn hides(state: &State, unwanted: &[&str]) {
    let text = text(state);
    for unwanted in unwanted {
        assert!(
            !text.contains(unwanted),
            "`{unwanted}` is on the screen:\n{text}"
        );
    }
}

/// `cargo test --test views look -- --ignored --nocapture` prints every scene; `SCENE` and `SIZE` narrow it.
#[test]
#[ignore = "for a person to look at"]
fn look() {
    let scene = std::env::var("SCENE").unwrap_or_default();
    let size = std::env::var("SIZE").unwrap_or_default();
    for (columns, rows) in [(120, 40), (80, 24), (40, 12), (30, 3)] {
        for (name, make) in every() {
            if !name.contains(&scene) || !format!("{columns}x{rows}").contains(&size) {
                continue;
            }
            let mut state = make(columns, rows);
            state.theme.ascii = std::env::var_os("ASCII").is_some();
            state.theme.colour = std::env::var_os("NO_COLOR").is_none();
            println!("=== {name} {columns}x{rows}\n{}", text(&state));
        }
    }
}
