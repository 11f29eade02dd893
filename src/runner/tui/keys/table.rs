//! The rows of the table.

use crossterm::event::KeyCode;

use super::Context::{
    All, Attempts, Confirm, Filter, Help, Hints, Map, Predict, Solution, Training, Watch,
};
use super::{Binding, Context, Key, ctrl, key, letter};
use crate::runner::tui::action::Action;

/// Every context.
pub(super) const EVERYWHERE: &[Context] = &[
    Watch, Training, Map, Filter, Solution, All, Attempts, Predict, Hints, Help, Confirm,
];
/// Where no text is typed.
pub(super) const NOT_TYPING: &[Context] = &[
    Watch, Training, Map, Solution, All, Attempts, Predict, Hints, Help,
];
const SCROLLS: &[Context] = &[Watch, Map, Solution, All, Attempts, Predict, Hints, Help];
const PANES: &[Context] = &[Watch, Solution, Attempts, Map];

const fn row(
    keys: &'static [Key],
    written: &'static str,
    action: Action,
    contexts: &'static [Context],
    weight: u8,
) -> Binding {
    Binding {
        keys,
        written,
        action,
        contexts,
        weight,
    }
}

/// The table. The order is that of the key bar and of the help page.
pub const TABLE: &[Binding] = &[
    row(&[letter('y')], "y", Action::Yes, &[Confirm], 9),
    row(
        &[letter('n'), key(KeyCode::Esc)],
        "n",
        Action::No,
        &[Confirm],
        9,
    ),
    row(
        &[letter('n')],
        "n",
        Action::Next,
        &[Watch, Training, Solution],
        8,
    ),
    row(
        &[letter('e')],
        "e",
        Action::Edit,
        &[Watch, Training, Solution, Hints],
        7,
    ),
    row(&[letter('r')], "r", Action::Rerun, &[Watch, Training], 6),
    row(
        &[letter('K')],
        "K",
        Action::Stop,
        &[Watch, Training, All],
        7,
    ),
    row(
        &[letter('h')],
        "h",
        Action::Hint,
        &[Watch, Training, Hints],
        6,
    ),
    row(&[letter('s')], "s", Action::Solution, &[Watch, Training], 5),
    row(&[letter('t')], "t", Action::Training, &[Watch], 4),
    row(&[letter('p')], "p", Action::Predict, &[Watch, Training], 5),
    row(
        &[letter('a')],
        "a",
        Action::Attempts,
        &[Watch, Training, Solution],
        3,
    ),
    row(
        &[key(KeyCode::Enter), letter('R')],
        "Enter",
        Action::Restore,
        &[Attempts],
        6,
    ),
    row(&[letter(' ')], "Space", Action::Compare, &[Attempts], 6),
    row(&[letter('1')], "1", Action::Choose(1), &[Predict], 0),
    row(&[letter('2')], "2", Action::Choose(2), &[Predict], 0),
    row(&[letter('3')], "3", Action::Choose(3), &[Predict], 0),
    row(&[letter('4')], "4", Action::Choose(4), &[Predict], 0),
    row(&[letter('5')], "5", Action::Choose(5), &[Predict], 0),
    row(&[letter('y')], "y", Action::LogScale, &[Training], 7),
    row(
        &[key(KeyCode::Tab)],
        "Tab",
        Action::SwapChart,
        &[Training],
        8,
    ),
    row(&[letter(' ')], "Space", Action::Play, &[Training], 7),
    row(
        &[key(KeyCode::Left)],
        "Left",
        Action::Earlier,
        &[Training],
        7,
    ),
    row(
        &[key(KeyCode::Right)],
        "Right",
        Action::Later,
        &[Training],
        7,
    ),
    row(&[key(KeyCode::Home)], "Home", Action::First, &[Training], 0),
    row(&[key(KeyCode::End)], "End", Action::Latest, &[Training], 0),
    row(&[letter('z')], "z", Action::Alone, &[Training], 6),
    row(&[letter('m')], "m", Action::Smooth, &[Training], 4),
    row(&[letter('x')], "x", Action::TimeAxis, &[Training], 3),
    row(&[letter('o')], "o", Action::LayOver, &[Training], 3),
    row(
        &[letter('+'), letter('=')],
        "+",
        Action::Nearer,
        &[Training],
        2,
    ),
    row(&[letter('-')], "-", Action::Farther, &[Training], 2),
    row(&[letter(']')], "]", Action::Series(true), &[Training], 1),
    row(&[letter('[')], "[", Action::Series(false), &[Training], 0),
    row(&[letter('1')], "1", Action::View(1), &[Training], 0),
    row(&[letter('2')], "2", Action::View(2), &[Training], 0),
    row(&[letter('3')], "3", Action::View(3), &[Training], 0),
    row(&[letter('4')], "4", Action::View(4), &[Training], 0),
    row(&[letter('5')], "5", Action::View(5), &[Training], 0),
    row(&[letter('6')], "6", Action::View(6), &[Training], 0),
    row(
        &[key(KeyCode::Enter)],
        "Enter",
        Action::Open,
        &[Map, All],
        7,
    ),
    row(
        &[key(KeyCode::Enter)],
        "Enter",
        Action::KeepFilter,
        &[Filter],
        7,
    ),
    row(
        &[letter('l')],
        "l",
        Action::Map,
        &[Watch, Training, Solution, All],
        5,
    ),
    row(&[letter('/')], "/", Action::Find, &[Watch, Map], 3),
    row(&[letter('c')], "c", Action::CheckAll, &[Watch, Map], 2),
    row(&[letter('x')], "x", Action::Reset, &[Watch, Map], 2),
    row(&[letter('p')], "p", Action::OnlyTodo, &[Map], 3),
    row(&[letter('d')], "d", Action::OnlyDone, &[Map], 2),
    row(&[letter('b')], "b", Action::Current, &[Map], 1),
    row(&[letter(' ')], "Space", Action::Preview, &[Map], 5),
    row(&[key(KeyCode::Tab)], "Tab", Action::NextPane, PANES, 3),
    row(
        &[key(KeyCode::BackTab)],
        "Shift-Tab",
        Action::PreviousPane,
        PANES,
        0,
    ),
    row(&[letter('1')], "1", Action::Pane(1), PANES, 0),
    row(&[letter('2')], "2", Action::Pane(2), PANES, 0),
    row(
        &[letter('3')],
        "3",
        Action::Pane(3),
        &[Watch, Attempts, Map],
        0,
    ),
    row(&[letter('4')], "4", Action::Pane(4), &[Watch, Map], 0),
    row(&[letter('5')], "5", Action::Pane(5), &[Watch], 0),
    row(&[letter('z')], "z", Action::Zoom, PANES, 2),
    row(&[letter('Y')], "Y", Action::Copy, &[Watch, Solution], 1),
    row(&[letter('M')], "M", Action::Mouse, NOT_TYPING, 0),
    row(
        &[letter(']'), key(KeyCode::Right)],
        "]",
        Action::NextChapter,
        &[Map],
        1,
    ),
    row(
        &[letter('['), key(KeyCode::Left)],
        "[",
        Action::PreviousChapter,
        &[Map],
        0,
    ),
    row(
        &[letter('j'), key(KeyCode::Down)],
        "j",
        Action::Down,
        SCROLLS,
        0,
    ),
    row(
        &[letter('k'), key(KeyCode::Up)],
        "k",
        Action::Up,
        SCROLLS,
        0,
    ),
    row(&[key(KeyCode::Down)], "Down", Action::Down, &[Filter], 0),
    row(&[key(KeyCode::Up)], "Up", Action::Up, &[Filter], 0),
    row(
        &[key(KeyCode::PageDown), ctrl('d')],
        "PgDn",
        Action::PageDown,
        SCROLLS,
        0,
    ),
    row(
        &[key(KeyCode::PageUp), ctrl('u')],
        "PgUp",
        Action::PageUp,
        SCROLLS,
        0,
    ),
    row(
        &[letter('g'), key(KeyCode::Home)],
        "g",
        Action::Top,
        SCROLLS,
        0,
    ),
    row(
        &[letter('G'), key(KeyCode::End)],
        "G",
        Action::Bottom,
        SCROLLS,
        0,
    ),
    row(
        &[key(KeyCode::Backspace)],
        "Backspace",
        Action::Erase,
        &[Filter],
        0,
    ),
    row(&[ctrl('l')], "Ctrl-L", Action::Repaint, EVERYWHERE, 0),
    row(&[ctrl('z')], "Ctrl-Z", Action::Suspend, EVERYWHERE, 0),
    row(&[ctrl('c')], "Ctrl-C", Action::QuitNow, EVERYWHERE, 0),
    row(
        &[key(KeyCode::Esc)],
        "Esc",
        Action::Back,
        &[
            Watch, Training, Map, Filter, Solution, All, Attempts, Predict, Hints, Help,
        ],
        8,
    ),
    row(&[letter('?')], "?", Action::Help, NOT_TYPING, 10),
    row(&[letter('q')], "q", Action::Quit, NOT_TYPING, 11),
];
