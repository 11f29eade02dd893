//! The names of actions in the settings.

use crate::runner::tui::action::{Action, Look};

/// The names. An action without one cannot be given other keys.
pub const NAMES: &[(&str, Action)] = &[
    ("next", Action::Next),
    ("edit", Action::Edit),
    ("run-again", Action::Rerun),
    ("stop", Action::Stop),
    ("hint", Action::Hint),
    ("solution", Action::Solution),
    ("use", Action::Use),
    ("send", Action::Send),
    ("end-lines", Action::EndLines),
    ("training", Action::Training),
    ("log-scale", Action::LogScale),
    ("next-view", Action::Look(Look::SwapChart)),
    ("smooth", Action::Look(Look::Smooth)),
    ("time-axis", Action::Look(Look::TimeAxis)),
    ("next-series", Action::Look(Look::Series(true))),
    ("previous-series", Action::Look(Look::Series(false))),
    ("lay-over", Action::Look(Look::LayOver)),
    ("alone", Action::Look(Look::Alone)),
    ("nearer", Action::Look(Look::Nearer)),
    ("farther", Action::Look(Look::Farther)),
    ("earlier", Action::Look(Look::Earlier)),
    ("later", Action::Look(Look::Later)),
    ("first", Action::Look(Look::First)),
    ("latest", Action::Look(Look::Latest)),
    ("play", Action::Look(Look::Play)),
    ("view-1", Action::Look(Look::View(1))),
    ("view-2", Action::Look(Look::View(2))),
    ("view-3", Action::Look(Look::View(3))),
    ("view-4", Action::Look(Look::View(4))),
    ("view-5", Action::Look(Look::View(5))),
    ("view-6", Action::Look(Look::View(6))),
    ("view-7", Action::Look(Look::View(7))),
    ("view-8", Action::Look(Look::View(8))),
    ("view-9", Action::Look(Look::View(9))),
    ("next-training", Action::Look(Look::Training(true))),
    ("previous-training", Action::Look(Look::Training(false))),
    ("open", Action::Open),
    ("keep-filter", Action::KeepFilter),
    ("list", Action::Map),
    ("menu", Action::Menu),
    ("do", Action::Do),
    ("find", Action::Find),
    ("next-match", Action::Match(true)),
    ("previous-match", Action::Match(false)),
    ("check-all", Action::CheckAll),
    ("reset", Action::Reset),
    ("preview", Action::Preview),
    ("next-pane", Action::NextPane),
    ("previous-pane", Action::PreviousPane),
    ("pane-1", Action::Pane(1)),
    ("pane-2", Action::Pane(2)),
    ("pane-3", Action::Pane(3)),
    ("pane-4", Action::Pane(4)),
    ("pane-5", Action::Pane(5)),
    ("zoom", Action::Zoom),
    ("copy", Action::Copy),
    ("mouse", Action::Mouse),
    ("next-chapter", Action::NextChapter),
    ("previous-chapter", Action::PreviousChapter),
    ("only-todo", Action::OnlyTodo),
    ("only-done", Action::OnlyDone),
    ("current", Action::Current),
    ("tracks", Action::Tracks),
    ("follow", Action::Follow),
    ("page", Action::Page),
    ("glossary", Action::Glossary),
    ("go-on", Action::GoOn),
    ("attempts", Action::Attempts),
    ("restore", Action::Restore),
    ("compare", Action::Compare),
    ("predict", Action::Predict),
    ("choose-1", Action::Choose(1)),
    ("choose-2", Action::Choose(2)),
    ("choose-3", Action::Choose(3)),
    ("choose-4", Action::Choose(4)),
    ("choose-5", Action::Choose(5)),
    ("down", Action::Down),
    ("up", Action::Up),
    ("page-down", Action::PageDown),
    ("page-up", Action::PageUp),
    ("top", Action::Top),
    ("bottom", Action::Bottom),
    ("erase", Action::Erase),
    ("erase-line", Action::EraseLine),
    ("yes", Action::Yes),
    ("no", Action::No),
    ("repaint", Action::Repaint),
    ("suspend", Action::Suspend),
    ("quit-now", Action::QuitNow),
    ("back", Action::Back),
    ("help", Action::Help),
    ("quit", Action::Quit),
];

/// The action of this name.
pub fn action(name: &str) -> Option<Action> {
    let found = NAMES.iter().find(|(known, _)| *known == name);
    found.map(|(_, action)| *action)
}

/// The name of an action.
pub fn name(action: Action) -> Option<&'static str> {
    let found = NAMES.iter().find(|(_, known)| *known == action);
    found.map(|(name, _)| *name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::runner::tui::keys::TABLE;

    #[test]
    fn every_action_of_the_table_has_a_name_of_its_own() {
        for binding in TABLE {
            let name = name(binding.action);
            let name = name.unwrap_or_else(|| panic!("{:?} has no name", binding.action));
            assert_eq!(action(name), Some(binding.action));
        }
    }
}
