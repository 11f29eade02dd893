//! The rows of the table.

use crossterm::event::KeyCode;

use super::Context::{
    All, Attempts, Confirm, Filter, Found, Glossary, Help, Hints, Map, Menu, Page, Predict, Search,
    Solution, Tracks, Training, Trial, Watch, Welcome,
};
use super::{Binding, Context, Key, ctrl, key, letter};
use crate::runner::tui::action::{Action, Look};

/// Every context.
pub(super) const EVERYWHERE: &[Context] = &[
    Watch, Training, Map, Filter, Search, Solution, All, Attempts, Trial, Glossary, Predict,
    Welcome, Page, Menu, Tracks, Hints, Help, Confirm,
];
/// Where no text is typed.
pub(super) const NOT_TYPING: &[Context] = &[
    Watch, Training, Map, Solution, All, Attempts, Glossary, Predict, Welcome, Page, Tracks, Hints,
    Help,
];
const SCROLLS: &[Context] = &[
    Watch, Map, Solution, All, Attempts, Glossary, Predict, Welcome, Page, Tracks, Hints, Help,
];
/// Where a line is typed and something below it is selected.
const LINES: &[Context] = &[Filter, Search, Menu, Trial];
/// Where a pane of text may have the keys.
const TEXTS: &[Context] = &[
    Watch, Map, Solution, All, Attempts, Glossary, Predict, Page, Hints, Help,
];
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

/// A row of a key with which one looks at a training.
const fn look(keys: &'static [Key], written: &'static str, look: Look, weight: u8) -> Binding {
    row(keys, written, Action::Look(look), &[Training], weight)
}

/// The same for a key that is no letter: it also looks at what a program in use reports.
const fn looks(keys: &'static [Key], written: &'static str, look: Look, weight: u8) -> Binding {
    row(
        keys,
        written,
        Action::Look(look),
        &[Training, Trial],
        weight,
    )
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
        &[Watch, Training, Solution, All],
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
    row(
        &[letter('u')],
        "u",
        Action::Use,
        &[Watch, Training, Solution, Map],
        5,
    ),
    row(&[key(KeyCode::Enter)], "Enter", Action::Send, &[Trial], 9),
    row(&[ctrl('d')], "Ctrl-D", Action::EndLines, &[Trial], 6),
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
    looks(&[key(KeyCode::Tab)], "Tab", Look::SwapChart, 8),
    look(&[letter(' ')], "Space", Look::Play, 7),
    looks(&[key(KeyCode::Left)], "Left", Look::Earlier, 7),
    looks(&[key(KeyCode::Right)], "Right", Look::Later, 7),
    looks(&[key(KeyCode::Home)], "Home", Look::First, 0),
    looks(&[key(KeyCode::End)], "End", Look::Latest, 0),
    look(&[letter('z')], "z", Look::Alone, 6),
    look(&[letter('m')], "m", Look::Smooth, 4),
    look(&[letter('x')], "x", Look::TimeAxis, 3),
    look(&[letter('o')], "o", Look::LayOver, 3),
    look(&[letter('+'), letter('=')], "+", Look::Nearer, 2),
    look(&[letter('-')], "-", Look::Farther, 2),
    look(&[letter(']')], "]", Look::Series(true), 1),
    look(&[letter('[')], "[", Look::Series(false), 0),
    look(&[letter('v')], "v", Look::Training(true), 7),
    look(&[letter('V')], "V", Look::Training(false), 0),
    look(&[letter('1')], "1", Look::View(1), 0),
    look(&[letter('2')], "2", Look::View(2), 0),
    look(&[letter('3')], "3", Look::View(3), 0),
    look(&[letter('4')], "4", Look::View(4), 0),
    look(&[letter('5')], "5", Look::View(5), 0),
    look(&[letter('6')], "6", Look::View(6), 0),
    look(&[letter('7')], "7", Look::View(7), 0),
    look(&[letter('8')], "8", Look::View(8), 0),
    look(&[letter('9')], "9", Look::View(9), 0),
    row(
        &[key(KeyCode::Enter)],
        "Enter",
        Action::Open,
        &[Map, All, Glossary],
        7,
    ),
    row(
        &[key(KeyCode::Enter)],
        "Enter",
        Action::KeepFilter,
        &[Filter, Search],
        7,
    ),
    row(
        &[letter('l')],
        "l",
        Action::Map,
        &[Watch, Training, Solution, All],
        5,
    ),
    row(&[letter('g')], "g", Action::Glossary, NOT_TYPING, 2),
    row(&[key(KeyCode::Enter)], "Enter", Action::Do, &[Menu], 9),
    row(&[letter(':')], ":", Action::Menu, NOT_TYPING, 3),
    row(&[letter('/')], "/", Action::Find, TEXTS, 2),
    row(&[letter('n')], "n", Action::Match(true), &[Found], 9),
    row(&[letter('N')], "N", Action::Match(false), &[Found], 9),
    row(&[letter('c')], "c", Action::CheckAll, &[Watch, Map], 2),
    row(&[letter('x')], "x", Action::Reset, &[Watch, Map], 2),
    row(
        &[key(KeyCode::Enter), letter(' ')],
        "Enter",
        Action::GoOn,
        &[Welcome, Page],
        9,
    ),
    row(
        &[key(KeyCode::Enter), letter(' ')],
        "Enter",
        Action::Follow,
        &[Tracks],
        9,
    ),
    row(&[letter('t')], "t", Action::Tracks, &[Map], 4),
    row(&[letter('w')], "w", Action::Page, &[Watch, Map], 1),
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
    row(&[letter('z')], "z", Action::Zoom, PANES, 3),
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
    row(&[key(KeyCode::Down)], "Down", Action::Down, LINES, 0),
    row(&[key(KeyCode::Up)], "Up", Action::Up, LINES, 0),
    row(
        &[key(KeyCode::PageDown)],
        "PgDn",
        Action::PageDown,
        &[Menu, Trial],
        0,
    ),
    row(
        &[key(KeyCode::PageUp)],
        "PgUp",
        Action::PageUp,
        &[Menu, Trial],
        0,
    ),
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
    row(&[key(KeyCode::Home)], "Home", Action::Top, SCROLLS, 0),
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
        LINES,
        0,
    ),
    row(&[ctrl('u')], "Ctrl-U", Action::EraseLine, LINES, 0),
    row(&[ctrl('l')], "Ctrl-L", Action::Repaint, EVERYWHERE, 0),
    row(&[ctrl('z')], "Ctrl-Z", Action::Suspend, EVERYWHERE, 0),
    row(&[ctrl('c')], "Ctrl-C", Action::QuitNow, EVERYWHERE, 0),
    row(
        &[key(KeyCode::Esc)],
        "Esc",
        Action::Back,
        &[
            Watch, Training, Map, Filter, Search, Found, Solution, All, Attempts, Trial, Glossary,
            Predict, Welcome, Page, Menu, Tracks, Hints, Help,
        ],
        8,
    ),
    row(
        &[letter('?'), key(KeyCode::F(1))],
        "?",
        Action::Help,
        NOT_TYPING,
        10,
    ),
    row(&[key(KeyCode::F(1))], "F1", Action::Help, &[Trial], 10),
    row(&[letter('q')], "q", Action::Quit, NOT_TYPING, 11),
];
