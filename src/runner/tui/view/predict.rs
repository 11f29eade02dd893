//! The question before a run: what is asked, what was chosen, what the run told.

use ratatui::text::{Line, Span};

use crate::runner::course::Predict;
use crate::runner::session::PredictionState;
use crate::runner::tui::action::Action;
use crate::runner::tui::state::State;
use crate::runner::tui::text::{markdown, prose, wrap};
use crate::runner::words::screen::hints as words;

/// The question of the current exercise and how far it is.
fn asked(state: &State) -> Option<(&Predict, PredictionState)> {
    let question = state.exercise()?.predict.as_ref()?;
    Some((question, state.session.asked?))
}

/// The lines on top of the screen.
pub fn lines(state: &State, width: usize) -> Vec<Line<'static>> {
    let Some((question, asked)) = asked(state) else {
        return vec![Line::from(words::nothing_to_predict())];
    };
    let theme = state.theme;
    let chosen = match asked {
        PredictionState::Open => None,
        PredictionState::Chosen(choice) | PredictionState::Told(choice) => Some(choice),
    };
    let told = matches!(asked, PredictionState::Told(_));
    let mut lines = markdown::lines(&question.ask, width, theme);
    lines.push(Line::default());
    for (at, choice) in question.choices.iter().enumerate() {
        let right = told && at + 1 == question.answer;
        let wrong = told && chosen == Some(at) && !right;
        let (mark, style) = match (right, wrong, chosen == Some(at)) {
            (true, ..) => (theme.glyphs().pass, theme.good()),
            (_, true, _) => (theme.glyphs().fail, theme.bad()),
            (.., true) => (theme.glyphs().here, theme.strong()),
            _ => (" ", ratatui::style::Style::new()),
        };
        let mut spans = vec![
            Span::styled(format!("{mark} "), style),
            Span::styled(format!("{}  ", at + 1), theme.heading()),
        ];
        spans.extend(prose::spans(&wrap::clean(choice), style, theme));
        let line = Line::from(spans);
        lines.extend(wrap::words(&line, width, "     "));
    }
    lines.push(Line::default());
    match chosen {
        Some(_) if told => lines.extend(markdown::lines(&question.because, width, theme)),
        Some(_) => lines.extend(dim(state, words::may_change(), width)),
        None => lines.extend(dim(state, words::type_a_number(), width)),
    }
    lines
}

/// The lines under the checks, as long as there is something to say.
pub fn reminder(state: &State, width: usize) -> Vec<Line<'static>> {
    let Some((question, asked)) = asked(state) else {
        return Vec::new();
    };
    let theme = state.theme;
    let (text, style) = match asked {
        PredictionState::Open => {
            let answers = words::answers(state.key(Action::Predict));
            let text = format!("{} {}  {answers}", words::predict(), question.ask);
            (text, theme.accent())
        }
        PredictionState::Chosen(choice) => {
            let choice = question.choices.get(choice).map_or("", String::as_str);
            (words::you_predict(choice), theme.dim())
        }
        PredictionState::Told(choice) if state.run.told => (question.told(choice), theme.accent()),
        PredictionState::Told(_) => return Vec::new(),
    };
    let mut lines = vec![Line::default()];
    lines.extend(
        markdown::lines(&text, width, theme)
            .into_iter()
            .map(|line| line.style(style)),
    );
    lines
}

fn dim(state: &State, text: &'static str, width: usize) -> Vec<Line<'static>> {
    wrap::words(&Line::styled(text, state.theme.dim()), width, "")
}
