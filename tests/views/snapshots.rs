//! Every state at three sizes, text and style, held against `tests/views/snapshots`. After a change that is meant,
//! `INSTA_UPDATE=always cargo test --test views` writes them anew, and `git diff` shows what became of the screens.

use std::fmt::Write;

use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::Rect;
use ratatui::style::{Color, Modifier};
use unicode_width::UnicodeWidthStr;

use crate::states::every;
use gradlings::runner::tui::state::State;
use gradlings::runner::tui::view;

/// A test for each state, by its name.
macro_rules! each_looks_as_it_did {
    ($($name:ident)*) => {
        const TESTED: &[&str] = &[$(stringify!($name)),*];
        $(
            #[test]
            fn $name() {
                looks_as_it_did(stringify!($name));
            }
        )*
    };
}

each_looks_as_it_did! {
    all all_done ascii asked asks attempts broken building cancelled checks_chosen chinese
    compared contrast course_done curve_nearer curve_over_time curve_read difference failed
    film_alone film_bars film_confusion film_convolution film_heat_map film_histogram film_line
    film_mask film_surface first_page glossary help hints hints_none_left laid_over map
    map_filter map_help map_nothing_found map_path map_practised map_preview map_todo menu
    menu_found menu_nothing no_answer no_colour opened out_of_memory panicked passed quitting
    refused search_in_help search_nothing search_standing search_typing shown solution timed_out
    todo trained training trial_done trial_failed trial_files trial_files_missing trial_long
    trial_reports trial_talk trial_waiting unwell whole_branches whole_chapter whole_end
    whole_found whole_map whole_page whole_path whole_track whole_tracks zoomed
}

#[test]
fn every_state_has_a_test_and_no_other() {
    let mut names: Vec<&str> = every().map(|(name, _)| *name).collect();
    names.sort_unstable();
    assert_eq!(names, TESTED);
}

fn looks_as_it_did(name: &str) {
    let (_, make) = every()
        .find(|(other, _)| *other == name)
        .expect("a state of this name");
    let mut settings = insta::Settings::clone_current();
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| {
        let mut all = String::new();
        for (columns, rows) in [(120, 40), (80, 24), (40, 12)] {
            let _ = write!(all, "{}", picture(&make(columns, rows)));
        }
        insta::assert_snapshot!(name, all);
    });
}

fn picture(state: &State) -> String {
    let (columns, rows) = state.size;
    let area = Rect::new(0, 0, columns, rows);
    let mut buffer = Buffer::empty(area);
    view::draw(state, area, &mut buffer);
    let mut text = format!("=== {columns}x{rows}\n");
    for row in 0..rows {
        let line = line(&buffer, row);
        text.push_str(line.trim_end());
        text.push('\n');
    }
    text.push_str("--- styles: rows, then columns\n");
    // Rows of the same style, such as those of a frame, are said once.
    let mut before: Option<(u16, String)> = None;
    for row in 0..=rows {
        let here = if row < rows {
            styles(&buffer, row)
        } else {
            String::new()
        };
        match &before {
            Some((_, same)) if *same == here && row < rows => {}
            _ => {
                if let Some((from, styles)) = before.take()
                    && !styles.is_empty()
                {
                    let _ = writeln!(text, "{from}-{}: {styles}", row - 1);
                }
                before = Some((row, here));
            }
        }
    }
    text
}

fn line(buffer: &Buffer, row: u16) -> String {
    let mut line = String::new();
    let mut column = 0;
    while column < buffer.area.width {
        let symbol = buffer[(column, row)].symbol();
        line.push_str(symbol);
        // The cell behind a wide letter belongs to it.
        column += u16::try_from(symbol.width()).unwrap_or(1).max(1);
    }
    line
}

fn styles(buffer: &Buffer, row: u16) -> String {
    let mut runs: Vec<(u16, u16, String)> = Vec::new();
    let mut column = 0;
    while column < buffer.area.width {
        let cell = &buffer[(column, row)];
        let wide = u16::try_from(cell.symbol().width()).unwrap_or(1).max(1);
        let last = column + wide - 1;
        match runs.last_mut() {
            Some((_, to, same)) if *same == style(cell) => *to = last,
            _ => runs.push((column, last, style(cell))),
        }
        column += wide;
    }
    let runs: Vec<String> = runs
        .into_iter()
        .filter(|(_, _, style)| !style.is_empty())
        .map(|(from, to, style)| format!("{from}-{to} {style}"))
        .collect();
    runs.join(", ")
}

fn style(cell: &Cell) -> String {
    let mut words = Vec::new();
    if cell.fg != Color::Reset {
        words.push(cell.fg.to_string().to_lowercase());
    }
    if cell.bg != Color::Reset {
        words.push(format!("on {}", cell.bg).to_lowercase());
    }
    for (modifier, word) in [
        (Modifier::BOLD, "bold"),
        (Modifier::DIM, "dim"),
        (Modifier::ITALIC, "italic"),
        (Modifier::UNDERLINED, "underlined"),
        (Modifier::REVERSED, "reversed"),
    ] {
        if cell.modifier.contains(modifier) {
            words.push(word.to_owned());
        }
    }
    words.join(" ")
}
