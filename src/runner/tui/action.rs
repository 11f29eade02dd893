//! What a key can do, and what the help page says of it.

use crate::runner::words::screen::help;

/// What a key can do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    /// End the program.
    Quit,
    /// End the program and ask nothing.
    QuitNow,
    /// Go back; never ends the program.
    Back,
    /// Show the keys.
    Help,
    /// Go to the next open exercise.
    Next,
    /// Open the next hint.
    Hint,
    /// Show the course map.
    Map,
    /// Check every exercise.
    CheckAll,
    /// Put the file back to its original.
    Reset,
    /// Check again.
    Rerun,
    /// Stop what runs.
    Stop,
    /// Open the editor.
    Edit,
    /// Show the solution.
    Solution,
    /// Use what was built.
    Use,
    /// The line that is typed is complete.
    Send,
    /// There are no more lines.
    EndLines,
    /// Show the training.
    Training,
    /// Show the attempts.
    Attempts,
    /// Put the text of the selected attempt into the file.
    Restore,
    /// Hold the other attempts against the selected one.
    Compare,
    /// Show the question before a run.
    Predict,
    /// Answer it with this choice, counted from 1.
    Choose(usize),
    /// Show every action and exercise.
    Menu,
    /// Do what is selected among them.
    Do,
    /// Look for words in a pane, or for an exercise in the list.
    Find,
    /// The next place with these words, or the one before.
    Match(bool),
    /// Look at the next pane.
    NextPane,
    /// Look at the pane before.
    PreviousPane,
    /// Look at the pane with this number.
    Pane(usize),
    /// Give the pane the whole screen.
    Zoom,
    /// One line down.
    Down,
    /// One line up.
    Up,
    /// One page down.
    PageDown,
    /// One page up.
    PageUp,
    /// To the beginning.
    Top,
    /// To the end.
    Bottom,
    /// Start the selected exercise.
    Open,
    /// Show or hide the preview.
    Preview,
    /// Copy what is wrong to the clipboard.
    Copy,
    /// Listen to the mouse, or no longer.
    Mouse,
    /// Only what is to do, in the list.
    OnlyTodo,
    /// Only what is done, in the list.
    OnlyDone,
    /// The exercise being worked on, in the list.
    Current,
    /// Show the tracks.
    Tracks,
    /// Follow the selected track.
    Follow,
    /// Show the page of the chapter.
    Page,
    /// Show the glossary; there, to the top.
    Glossary,
    /// From the page of a chapter to its exercise.
    GoOn,
    /// To the next chapter.
    NextChapter,
    /// To the chapter before.
    PreviousChapter,
    /// Linear or logarithmic losses.
    LogScale,
    /// Look at the training in another way.
    Look(Look),
    /// Yes.
    Yes,
    /// No.
    No,
    /// Keep the filter and leave it.
    KeepFilter,
    /// Take the last letter away.
    Erase,
    /// Take all letters away.
    EraseLine,
    /// Paint everything anew.
    Repaint,
    /// Stop the program as Ctrl-Z does elsewhere.
    Suspend,
}

/// What a key of the training screen can do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Look {
    /// The next view of the training, where there is room for one.
    SwapChart,
    /// Smooth the curves more, and then not at all.
    Smooth,
    /// Steps or time along the x axis.
    TimeAxis,
    /// The cursor reads the next curve, or the one before.
    Series(bool),
    /// The reference, an earlier attempt, or nothing laid over the curves.
    LayOver,
    /// Give one chart or picture the whole screen.
    Alone,
    /// Look at less of the curve.
    Nearer,
    /// Look at more of the curve.
    Farther,
    /// A step back.
    Earlier,
    /// A step forth.
    Later,
    /// To the first step.
    First,
    /// To the newest step.
    Latest,
    /// Play, or pause.
    Play,
    /// The chart or picture with this number.
    View(usize),
    /// The next training of the check, or the one before.
    Training(bool),
}

impl Action {
    /// What it does, for the help page.
    pub fn describes(self) -> &'static str {
        match self {
            Action::Quit => help::quit(),
            Action::QuitNow => help::quit_now(),
            Action::Back => help::back(),
            Action::Help => help::help(),
            Action::Next => help::next(),
            Action::Hint => help::hint(),
            Action::Map => help::list(),
            Action::CheckAll => help::check_all(),
            Action::Reset => help::reset(),
            Action::Rerun => help::run_again(),
            Action::Stop => help::stop(),
            Action::Edit => help::edit(),
            Action::Solution => help::solution(),
            Action::Use => help::use_it(),
            Action::Send => help::send(),
            Action::EndLines => help::end_lines(),
            Action::Training => help::training(),
            Action::Attempts => help::attempts(),
            Action::Restore => help::restore(),
            Action::Compare => help::compare(),
            Action::Predict => help::predict(),
            Action::Choose(_) => help::choose(),
            Action::Menu => help::menu(),
            Action::Do => help::do_it(),
            Action::Find => help::find(),
            Action::Match(true) => help::next_match(),
            Action::Match(false) => help::previous_match(),
            Action::NextPane => help::next_pane(),
            Action::PreviousPane => help::previous_pane(),
            Action::Pane(_) => help::pane(),
            Action::Zoom => help::zoom(),
            Action::Down => help::down(),
            Action::Up => help::up(),
            Action::PageDown => help::page_down(),
            Action::PageUp => help::page_up(),
            Action::Top => help::top(),
            Action::Bottom => help::bottom(),
            Action::Open => help::open(),
            Action::Preview => help::preview(),
            Action::Copy => help::copy(),
            Action::Mouse => help::mouse(),
            Action::OnlyTodo => help::only_todo(),
            Action::OnlyDone => help::only_done(),
            Action::Current => help::current(),
            Action::Tracks => help::tracks(),
            Action::Follow => help::follow(),
            Action::Page => help::page(),
            Action::Glossary => help::glossary(),
            Action::GoOn => help::go_on(),
            Action::NextChapter => help::next_chapter(),
            Action::PreviousChapter => help::previous_chapter(),
            Action::LogScale => help::log_scale(),
            Action::Look(look) => look.describes(),
            Action::Yes => help::yes(),
            Action::No => help::no(),
            Action::KeepFilter => help::keep_filter(),
            Action::Erase => help::erase(),
            Action::EraseLine => help::erase_line(),
            Action::Repaint => help::repaint(),
            Action::Suspend => help::suspend(),
        }
    }
}

impl Action {
    /// Whether it only moves what is in sight, or what is selected.
    pub fn scrolls(self) -> bool {
        matches!(
            self,
            Action::Down
                | Action::Up
                | Action::PageDown
                | Action::PageUp
                | Action::Top
                | Action::Bottom
        )
    }
}

impl Look {
    /// What the keys do, for the help page.
    pub fn describes(self) -> &'static str {
        match self {
            Look::SwapChart => help::next_view(),
            Look::Smooth => help::smooth(),
            Look::TimeAxis => help::time_axis(),
            Look::Series(true) => help::next_series(),
            Look::Series(false) => help::previous_series(),
            Look::LayOver => help::lay_over(),
            Look::Alone => help::alone(),
            Look::Nearer => help::nearer(),
            Look::Farther => help::farther(),
            Look::Earlier => help::earlier(),
            Look::Later => help::later(),
            Look::First => help::first(),
            Look::Latest => help::latest(),
            Look::Play => help::play(),
            Look::View(_) => help::view(),
            Look::Training(true) => help::next_training(),
            Look::Training(false) => help::previous_training(),
        }
    }
}
