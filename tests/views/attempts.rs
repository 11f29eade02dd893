//! Looking back at the attempts, and the question before a run.

use std::time::{Duration, SystemTime};

use crossterm::event::KeyCode;
use gradlings::comparator::CurveComparator;
use gradlings::report::Curve;
use gradlings::runner::attempts::{Attempt, AttemptSummary};
use gradlings::runner::event::CheckEvent;
use gradlings::runner::outcome::{CheckState, Verdict};
use gradlings::runner::session::{PredictionState, Restored};
use gradlings::runner::tui::effect::Effect;
use gradlings::runner::tui::event::Event;
use gradlings::runner::tui::place::Screen;
use gradlings::runner::tui::state::State;
use gradlings::sheet::CurvePart;

use crate::scenes::*;

const SIZES: [(u16, u16); 3] = [(120, 40), (80, 24), (40, 12)];
const NAME: &str = "cross_entropy";

fn text(body: &str) -> String {
    let lesson = "//! A line of the lesson.\n".repeat(12);
    format!("{lesson}\npub fn loss() {{\n    {body}\n}}\n\nfn main() {{}}\n")
}

fn attempt(number: u32, minutes: u64, verdict: Option<Verdict>, body: &str) -> Attempt {
    let message = match verdict {
        Some(Verdict::Failed) => SENTENCE,
        Some(Verdict::CompileError) => "line 18: mismatched types",
        _ => "",
    };
    let rate = number as f32 / 40.0;
    let curve = |series: &str| Curve {
        series: series.to_owned(),
        points: (0..60)
            .map(|step| (step, 2.3 * (-rate * step as f32).exp()))
            .collect(),
    };
    let curves = match verdict {
        Some(Verdict::Failed | Verdict::Passed) => vec![curve("loss"), curve("accuracy")],
        _ => Vec::new(),
    };
    Attempt {
        training: "train".to_owned(),
        summary: AttemptSummary {
            number,
            verdict,
            judged: Some(now() - Duration::from_secs(60 * minutes)),
            message: message.to_owned(),
            has_curves: !curves.is_empty(),
        },
        text: text(body),
        curves,
        declared: Vec::new(),
    }
}

fn now() -> SystemTime {
    SystemTime::UNIX_EPOCH + Duration::from_secs(1_800_000_000)
}

/// Read by the shell: four that were judged, one that a restore put aside.
pub fn read(state: &mut State) {
    let attempts = vec![
        attempt(1, 2_000, Some(Verdict::Todo), "todo!()"),
        attempt(2, 90, Some(Verdict::Failed), "log_softmax(x).sum()"),
        attempt(4, 50, Some(Verdict::CompileError), "log_softmax(x).men()"),
        attempt(5, 2, None, "wip()"),
        attempt(7, 3, Some(Verdict::Passed), "log_softmax(x).mean()"),
    ];
    let event = Event::Attempts {
        name: NAME.to_owned(),
        attempts,
        text: text("log_softmax(x).mean()"),
        now: now(),
    };
    send(state, event);
}

fn facts(state: &mut State, change: impl Fn(&mut gradlings::runner::tui::event::Snapshot)) {
    let mut snapshot = state.session.clone();
    change(&mut snapshot);
    send(state, Event::Session(snapshot));
}

/// The newest is selected.
pub fn attempts(columns: u16, rows: u16) -> State {
    let mut state = passed(columns, rows);
    facts(&mut state, |snapshot| snapshot.attempts = true);
    assert_eq!(letter(&mut state, 'a'), [Effect::Attempts(NAME.to_owned())]);
    read(&mut state);
    state
}

/// The failed one is selected, and held against the one that passed.
pub fn compared(columns: u16, rows: u16) -> State {
    let mut state = attempts(columns, rows);
    letter(&mut state, ' ');
    for _ in 0..3 {
        letter(&mut state, 'j');
    }
    state
}

/// The question lies on top.
pub fn asks(columns: u16, rows: u16) -> State {
    let mut state = failed(columns, rows);
    facts(&mut state, |snapshot| {
        snapshot.asked = Some(PredictionState::Open)
    });
    letter(&mut state, 'p');
    state
}

#[test]
fn the_attempts_are_listed_with_verdict_age_and_the_first_words() {
    for (columns, rows) in SIZES {
        shows(
            &attempts(columns, rows),
            &[
                " 7  3 min ago   passes  now",
                " 4  50 min ago  does not compile",
                " 2  1 h ago     fails",
                " 1  yesterday   todo",
            ],
        );
    }
    shows(
        &attempts(120, 40),
        &[
            "cross_entropy › attempts",
            " 5  2 min ago   not checked",
            "line 18: mis",
            "What changed: - attempt 7, + now",
            "Attempt 7 and your file are the same text.",
            "Curves: attempt 7; now has none",
        ],
    );
    shows(
        &attempts(80, 24),
        &["1 Attempts", "2 What changed", "3 Curves"],
    );
}

#[test]
fn an_attempt_is_held_against_the_file_or_against_another_attempt() {
    let mut state = attempts(120, 40);
    letter(&mut state, 'G');
    shows(
        &state,
        &[
            "- attempt 1, + now",
            "-     todo!()",
            "+     log_softmax(x).mean()",
        ],
    );
    hides(
        &state,
        &["A line of the lesson.\n//! A line of the lesson.\n//! A line of the lesson."],
    );
    let mut state = compared(120, 40);
    shows(
        &state,
        &[
            "passes  compared  now",
            "You added the losses of the batch",
            "- attempt 2, + attempt 7",
            "-     log_softmax(x).sum()",
            "+     log_softmax(x).mean()",
            "Curves: attempt 2 and attempt 7",
            "loss attempt 2",
            "loss attempt 7",
        ],
    );
    // The same key on the same attempt takes the file again.
    press(&mut state, KeyCode::Home);
    letter(&mut state, ' ');
    shows(&state, &["- attempt 7, + now"]);
}

#[test]
fn where_there_is_room_for_one_pane_tab_goes_through_them() {
    for (columns, rows) in [(80, 24), (40, 12)] {
        let mut state = compared(columns, rows);
        press(&mut state, KeyCode::Tab);
        // The sentence comes first; the change is under it.
        letter(&mut state, 'G');
        shows(&state, &["+     log_softmax(x).mean()"]);
        press(&mut state, KeyCode::Tab);
        shows(&state, &["loss attempt 2"]);
        press(&mut state, KeyCode::Tab);
        shows(&state, &["1 h ago     fails"]);
    }
}

#[test]
fn a_restore_asks_first_and_says_what_became_of_the_text() {
    for key in [KeyCode::Enter, KeyCode::Char('R')] {
        let mut state = compared(120, 40);
        assert_eq!(press(&mut state, key), []);
        shows(
            &state,
            &["Put attempt 2 into exercises/02_losses/cross_entropy.rs?"],
        );
        assert_eq!(letter(&mut state.clone(), 'n'), []);
        let restore = Effect::Restore {
            name: NAME.to_owned(),
            number: 2,
        };
        assert_eq!(letter(&mut state, 'y'), [restore]);
        let event = Event::Restored {
            name: NAME.to_owned(),
            number: 2,
            restored: Restored::Kept(8),
        };
        let effects = send(&mut state, event);
        assert!(matches!(
            effects[..],
            [Effect::Lesson(_), Effect::Check { .. }]
        ));
        assert_eq!(state.screen, Screen::Watch);
        shows(
            &state,
            &["is attempt 2 again. What was there is kept as attempt 8"],
        );
    }
}

#[test]
fn what_cannot_be_done_says_why() {
    let mut state = failed(120, 40);
    assert_eq!(letter(&mut state, 'a'), []);
    shows(&state, &["shows what was checked, once something was"]);
    let mut state = attempts(120, 40);
    press(&mut state, KeyCode::Enter);
    shows(&state, &["Your file is this attempt already."]);
    // Nothing could be read after all.
    let event = Event::Attempts {
        name: NAME.to_owned(),
        attempts: Vec::new(),
        text: String::new(),
        now: now(),
    };
    send(&mut state, event);
    shows(
        &state,
        &["Attempts: 0", "Every version that is checked is kept here."],
    );
    for key in ['j', 'G', ' ', '2', '3'] {
        letter(&mut state, key);
    }
    press(&mut state, KeyCode::Enter);
    shows(&state, &["There is no attempt to choose."]);
    press(&mut state, KeyCode::Esc);
    assert_eq!(state.screen, Screen::Watch);
}

#[test]
fn a_new_attempt_appears_where_the_list_is_looked_at_and_the_selection_stays() {
    let mut state = compared(120, 40);
    let before = state.attempts.clone().expect("read");
    let effects = send(
        &mut state,
        Event::Kept {
            name: NAME.to_owned(),
        },
    );
    assert_eq!(effects, [Effect::Attempts(NAME.to_owned())]);
    read(&mut state);
    assert_eq!(state.attempts, Some(before));
    // Elsewhere it only opens the way.
    let mut state = failed(120, 40);
    assert_eq!(
        send(
            &mut state,
            Event::Kept {
                name: NAME.to_owned()
            }
        ),
        []
    );
    assert!(state.session.attempts);
    assert_eq!(
        send(
            &mut state,
            Event::Kept {
                name: "mse".to_owned()
            }
        ),
        []
    );
}

#[test]
fn a_question_stands_under_the_checks_and_nothing_waits_for_it() {
    let mut state = opened(120, 40);
    facts(&mut state, |snapshot| {
        snapshot.asked = Some(PredictionState::Open)
    });
    shows(&state, &["Predict: All logits are 0", "p predict"]);
    // The check goes on and its result is shown.
    check(&mut state, running("softmax", 1, 24));
    let checks = vec![judged("softmax", CheckState::Passed, 0), failing()];
    check(
        &mut state,
        CheckEvent::Finished(outcome(Verdict::Failed, checks)),
    );
    shows(&state, &["12 of 24 cases off", "Predict: All logits are 0"]);
    let mut small = failed(80, 24);
    facts(&mut small, |snapshot| {
        snapshot.asked = Some(PredictionState::Open)
    });
    shows(&small, &["p predict"]);
    // Where the bar is short, the pane of the checks has it all the same.
    let mut small = failed(40, 12);
    facts(&mut small, |snapshot| {
        snapshot.asked = Some(PredictionState::Open)
    });
    letter(&mut small, '2');
    shows(&small, &["Predict: All logits are 0"]);
}

#[test]
fn an_answer_is_kept_and_held_against_what_the_run_told() {
    for (columns, rows) in SIZES {
        let mut state = asks(columns, rows);
        shows(&state, &["1  at 0", "2  at ln 10"]);
        assert_eq!(letter(&mut state, '4'), []);
        shows(&state, &["There is no such choice."]);
        let chosen = Effect::Predict {
            name: NAME.to_owned(),
            choice: 0,
        };
        assert_eq!(letter(&mut state, '1'), [chosen]);
        facts(&mut state, |snapshot| {
            snapshot.asked = Some(PredictionState::Chosen(0))
        });
        assert_eq!(state.overlay, None);
    }
    let mut state = asks(120, 40);
    letter(&mut state, '1');
    facts(&mut state, |snapshot| {
        snapshot.asked = Some(PredictionState::Chosen(0))
    });
    shows(&state, &["You predict: at 0.", "p prediction"]);
    facts(&mut state, |snapshot| {
        snapshot.asked = Some(PredictionState::Told(0))
    });
    shows(
        &state,
        &[
            "You predicted \"at 0\"; it is",
            "p says what became of your prediction",
        ],
    );
    letter(&mut state, 'p');
    shows(&state, &["✗ 1  at 0", "✓ 2  at", "-ln(1/10)"]);
    assert_eq!(letter(&mut state, '2'), []);
    shows(&state, &["The run has told already."]);
    press(&mut state, KeyCode::Esc);
    // The next run has other news.
    letter(&mut state, 'r');
    hides(&state, &["You predicted"]);
}

#[test]
fn the_curves_of_earlier_attempts_are_laid_over_those_of_a_training() {
    let mut state = training(120, 40);
    press(&mut state, KeyCode::Esc);
    assert_eq!(letter(&mut state, 't'), []);
    press(&mut state, KeyCode::Esc);
    facts(&mut state, |snapshot| snapshot.attempts = true);
    assert_eq!(letter(&mut state, 't'), [Effect::Attempts(NAME.to_owned())]);
    read(&mut state);
    shows(&state, &["·· reference"]);
    // Attempt 7 is the text that runs, and attempt 4 has no curves.
    letter(&mut state, 'o');
    shows(&state, &["·· attempt 2", "·· attempt 2: where it ends"]);
    hides(&state, &["·· reference"]);
    letter(&mut state, 'o');
    hides(&state, &["·· attempt", "·· reference ", "where it ends"]);
    letter(&mut state, 'o');
    shows(&state, &["·· reference"]);
}

#[test]
fn a_training_that_begins_after_the_attempts_were_read_has_theirs_too_and_no_other_has() {
    let mut state = several(120, 40);
    facts(&mut state, |snapshot| snapshot.attempts = true);
    read(&mut state);
    // None of these trainings is the one that the attempts kept.
    letter(&mut state, 'o');
    shows(&state, &["There is no other run"]);
    check(&mut state, begun(case(1, 1), Vec::new()));
    for step in 0..3 {
        metric(&mut state, "loss", step, 0.5);
    }
    letter(&mut state, 'o');
    shows(&state, &["·· attempt 2"]);
}

#[test]
fn which_curves_of_an_attempt_share_a_chart_is_known_without_a_check_in_this_session() {
    let mut state = attempts(120, 40);
    shows(&state, &["loss attempt 7"]);
    hides(&state, &["accuracy attempt 7"]);
    let share = |series: &str| CurvePart {
        series: series.to_owned(),
        comparator: CurveComparator::Rises,
        is_share: true,
        is_held_out: false,
        is_optional: true,
        is_setting: false,
    };
    for attempt in &mut state.attempts.as_mut().expect("shown").list {
        attempt.declared = vec![share("loss"), share("accuracy")];
    }
    shows(&state, &["loss attempt 7", "accuracy attempt 7"]);
}

#[test]
fn a_training_that_takes_the_screen_asks_for_earlier_attempts_and_without_a_reference_none_is_in_the_way()
 {
    let mut state = opened(120, 40);
    facts(&mut state, |snapshot| snapshot.attempts = true);
    check(&mut state, running("train", 1, 1));
    check(&mut state, begun(case(1, 1), Vec::new()));
    let mut effects = Vec::new();
    for step in 0..20 {
        let now = Duration::from_millis(1000 + 50 * step);
        send(&mut state, Event::Clock(now));
        effects.extend(metric(&mut state, "loss", step, 1.0 / (1 + step) as f32));
    }
    assert_eq!(effects, [Effect::Attempts(NAME.to_owned())]);
    read(&mut state);
    hides(&state, &["attempt 2"]);
    letter(&mut state, 'o');
    shows(&state, &["·· attempt 2"]);
}
