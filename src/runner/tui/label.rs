//! What the key bar calls an action, which depends on what the screen shows.

use std::borrow::Cow;

use crate::runner::session::PredictionState;
use crate::runner::tui::action::{Action, Look};
use crate::runner::tui::look::{self, goes_on};
use crate::runner::tui::map::Show;
use crate::runner::tui::place::Screen;
use crate::runner::tui::state::State;
use crate::runner::tui::trial::Phase;
use crate::runner::words::screen::keys;

impl Action {
    /// One or two words for the key bar.
    pub fn label(self, state: &State) -> Cow<'static, str> {
        let label = match self {
            Action::Hint => {
                let (shown, all) = state.hints();
                return if shown == all {
                    keys::hints().into()
                } else {
                    keys::hint(shown, all).into()
                };
            }
            Action::Open if matches!(state.screen, Screen::All | Screen::Glossary) => keys::open(),
            Action::Mouse if state.mouse => keys::mouse_off(),
            Action::Mouse => keys::mouse(),
            Action::Copy => keys::copy(),
            Action::OnlyTodo if state.map.show == Show::Todo => keys::all(),
            Action::OnlyTodo => keys::todo(),
            Action::OnlyDone if state.map.show == Show::Done => keys::all(),
            Action::OnlyDone => keys::done(),
            Action::Current => keys::current(),
            Action::Tracks => keys::track(),
            Action::Follow => keys::follow(),
            Action::Page => keys::why(),
            Action::Glossary if state.screen == Screen::Glossary => keys::top(),
            Action::Glossary => keys::glossary(),
            Action::GoOn if state.screen == Screen::Map => keys::list(),
            Action::GoOn => keys::go_on(),
            Action::Quit | Action::QuitNow => keys::quit(),
            Action::Back => keys::back(),
            Action::Help => keys::help(),
            Action::Next => keys::next(),
            Action::Map => keys::list(),
            Action::CheckAll => keys::check_all(),
            Action::Reset => keys::reset(),
            Action::Rerun => keys::run_again(),
            Action::Stop => keys::stop(),
            Action::Edit => keys::edit(),
            Action::Solution => keys::solution(),
            Action::Use => keys::use_it(),
            Action::Send => match state.trial.as_ref().map(|trial| &trial.phase) {
                Some(Phase::Files) => keys::begin(),
                Some(Phase::Over(_)) => keys::run_again(),
                _ => keys::send(),
            },
            Action::EndLines => keys::end_lines(),
            Action::Training => keys::training(),
            Action::Attempts => keys::attempts(),
            Action::Restore => keys::restore(),
            Action::Compare => keys::compare(),
            Action::Predict => match state.session.asked {
                Some(PredictionState::Chosen(_) | PredictionState::Told(_)) => keys::prediction(),
                _ => keys::predict(),
            },
            Action::Choose(_) => keys::choose(),
            Action::Menu => keys::menu(),
            Action::Do => keys::do_it(),
            Action::Find => keys::find(),
            Action::Match(true) => keys::next_match(),
            Action::Match(false) => keys::previous_match(),
            Action::NextPane | Action::PreviousPane | Action::Pane(_) => keys::pane(),
            Action::Zoom if state.panes.zoomed => keys::unzoom(),
            Action::Zoom => keys::zoom(),
            Action::Down => keys::down(),
            Action::Up => keys::up(),
            Action::PageDown => keys::page_down(),
            Action::PageUp => keys::page_up(),
            Action::Top => keys::top(),
            Action::Bottom => keys::bottom(),
            Action::Open => keys::start(),
            Action::Preview => keys::preview(),
            Action::NextChapter | Action::PreviousChapter => keys::chapter(),
            Action::LogScale if look::is_logarithmic(state) => keys::linear_y(),
            Action::LogScale => keys::log_y(),
            Action::Look(look) => return look.label(state),
            Action::Yes => keys::yes(),
            Action::No => keys::no(),
            Action::KeepFilter => keys::keep(),
            Action::Erase => keys::erase(),
            Action::EraseLine => keys::erase_line(),
            Action::Repaint => keys::repaint(),
            Action::Suspend => keys::suspend(),
        };
        label.into()
    }
}

impl Look {
    /// One or two words for the key bar.
    pub fn label(self, state: &State) -> Cow<'static, str> {
        match self {
            Look::SwapChart => keys::next_view().into(),
            Look::Smooth if state.charts.smooth() > 0.0 => {
                keys::smooth_by(state.charts.smooth()).into()
            }
            Look::Smooth => keys::smooth().into(),
            Look::TimeAxis if state.charts.time => keys::x_by_step().into(),
            Look::TimeAxis => keys::x_by_time().into(),
            Look::Series(_) => keys::curve().into(),
            Look::LayOver => match state.training().overlay(state.charts.overlay) {
                Some((run, _)) => keys::over(run).into(),
                None => keys::lay_over().into(),
            },
            Look::Alone if state.charts.alone => keys::unzoom().into(),
            Look::Alone => keys::zoom().into(),
            Look::Nearer => keys::nearer().into(),
            Look::Farther => keys::farther().into(),
            Look::Earlier => keys::back().into(),
            Look::Later => keys::forth().into(),
            Look::First => keys::first().into(),
            Look::Latest => keys::latest().into(),
            Look::Play if state.frozen.is_some() => keys::go_on().into(),
            Look::Play if goes_on(state) || state.charts.playing.is_some() => keys::pause().into(),
            Look::Play => keys::play().into(),
            Look::View(_) => keys::view().into(),
            Look::Training(_) => keys::training_of_several().into(),
        }
    }
}
