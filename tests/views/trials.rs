//! What was built, in use: on the screen and by its keys.

use std::path::PathBuf;
use std::time::Duration;

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use gradlings::report::{Frame, Report};
use gradlings::runner::event::{CheckEvent, Stage, Stream};
use gradlings::runner::outcome::{CheckState, Verdict};
use gradlings::runner::problem::Problem;
use gradlings::runner::tui::effect::Effect;
use gradlings::runner::tui::event::{Ending, Event, RunId, TrialEvent};
use gradlings::runner::tui::place::{Overlay, Question, Screen};
use gradlings::runner::tui::state::State;
use gradlings::runner::tui::trial::Phase;

use crate::scenes::*;
use crate::trainings::pictures;

/// What was built, in use, for the snapshots.
pub const TRIALS: &[Scene] = &[
    ("trial_files", files),
    ("trial_files_missing", files_missing),
    ("trial_waiting", waiting),
    ("trial_talk", talk),
    ("trial_reports", reports),
    ("trial_done", done),
    ("trial_failed", failed_in_the_end),
    ("trial_long", long),
];

fn type_in(state: &mut State, line: &str) {
    for key in line.chars() {
        letter(state, key);
    }
}

fn control(state: &mut State, letter: char) -> Vec<Effect> {
    let key = KeyEvent::new(KeyCode::Char(letter), KeyModifiers::CONTROL);
    send(state, Event::Key(key))
}

/// Something happens to what is in use.
fn trial(state: &mut State, event: TrialEvent) -> Vec<Effect> {
    let run = state.trial.as_ref().expect("in use").run.id;
    send(state, Event::Trial { run, event })
}

fn happens(state: &mut State, event: CheckEvent) -> Vec<Effect> {
    trial(state, TrialEvent::Check(Box::new(event)))
}

fn says(state: &mut State, words: &str) {
    happens(state, CheckEvent::Said(words.to_owned()));
}

fn asks_for_a_line(state: &mut State) -> Vec<Effect> {
    happens(state, CheckEvent::Listening)
}

fn line(line: &str) -> Effect {
    Effect::Line(Some(line.to_owned()))
}

fn files(columns: u16, rows: u16) -> State {
    let mut state = passed(columns, rows);
    letter(&mut state, 'u');
    type_in(&mut state, "cats '我的 照片/一.png'");
    state
}

fn files_missing(columns: u16, rows: u16) -> State {
    let mut state = files(columns, rows);
    press(&mut state, KeyCode::Enter);
    trial(&mut state, TrialEvent::NoFiles(missing()));
    state
}

fn missing() -> Problem {
    let what = "`cats` cannot be read: No such file or directory (os error 2)";
    Problem::new(
        what,
        "look at the path; one with blanks has to stand in quotes",
    )
}

/// A check runs, and what was built is begun after it.
fn waiting(columns: u16, rows: u16) -> State {
    let mut state = passed(columns, rows);
    letter(&mut state, 'r');
    check(&mut state, CheckEvent::Stage(Stage::Building));
    letter(&mut state, 'u');
    press(&mut state, KeyCode::Enter);
    type_in(&mut state, "typed ahead");
    state
}

/// It has just begun.
fn begun(columns: u16, rows: u16) -> State {
    let mut state = passed(columns, rows);
    letter(&mut state, 'u');
    press(&mut state, KeyCode::Enter);
    happens(&mut state, CheckEvent::Stage(Stage::Building));
    happens(&mut state, CheckEvent::Built(Duration::from_millis(200)));
    let title = "turns around what you type".to_owned();
    happens(&mut state, CheckEvent::Tried(title));
    state
}

fn talk(columns: u16, rows: u16) -> State {
    let mut state = begun(columns, rows);
    says(&mut state, "Type a line, and I turn it around.\n\nYours: ");
    asks_for_a_line(&mut state);
    type_in(&mut state, "床前明月光，疑是地上霜。");
    press(&mut state, KeyCode::Enter);
    says(&mut state, "。霜上地是疑，光月明前床\n");
    let printed = CheckEvent::Printed {
        stream: Stream::Error,
        line: "[src/main.rs:3] letters = 12".to_owned(),
    };
    happens(&mut state, printed);
    let note = Report::Note("12 letters".to_owned());
    happens(&mut state, CheckEvent::Report(note));
    says(&mut state, "Yours: ");
    asks_for_a_line(&mut state);
    type_in(&mut state, "举头望明");
    state
}

fn reports(columns: u16, rows: u16) -> State {
    let mut state = begun(columns, rows);
    let mut reports = Vec::new();
    for step in 0..30_u64 {
        reports.push(Report::Metric {
            series: "letters".to_owned(),
            step,
            value: (step % 7) as f32,
        });
    }
    let (title, drawings) = pictures().remove(3);
    for (step, drawing) in drawings.into_iter().enumerate() {
        reports.push(Report::Frame(Frame {
            title: title.to_owned(),
            step: Some(step as u64),
            drawing,
        }));
    }
    happens(&mut state, CheckEvent::Reports(reports));
    for number in 0..30 {
        says(&mut state, &format!("Line {number} says where it looks.\n"));
    }
    says(&mut state, "Yours: ");
    asks_for_a_line(&mut state);
    state
}

fn done(columns: u16, rows: u16) -> State {
    let mut state = talk(columns, rows);
    trial(&mut state, TrialEvent::Over(Ending::Done));
    state
}

fn failed_in_the_end(columns: u16, rows: u16) -> State {
    let mut state = talk(columns, rows);
    let why = "Your program panicked at exercises/02_losses/cross_entropy.rs:21: index out of bounds: the len is 3 but the \
               index is 3.";
    trial(&mut state, TrialEvent::Over(Ending::Failed(why.to_owned())));
    state
}

/// A line that is wider than the screen, and more that was said than has room.
fn long(columns: u16, rows: u16) -> State {
    let mut state = begun(columns, rows);
    for _ in 0..80 {
        says(&mut state, "one word, and 一个词, after the other ");
    }
    type_in(&mut state, &"a long line 很长的一行 ".repeat(8));
    press(&mut state, KeyCode::PageUp);
    state
}

fn begin(state: &mut State) -> Vec<Effect> {
    press(state, KeyCode::Enter)
}

fn phase(state: &State) -> &Phase {
    &state.trial.as_ref().expect("in use").phase
}

#[test]
fn it_is_used_once_it_has_passed_and_refused_with_a_sentence_before() {
    for make in [failed, opened, map, training] {
        let mut state = make(120, 40);
        let screen = state.screen;
        if screen == Screen::Map {
            let none = passed_none(&state);
            send(&mut state, Event::Session(none));
        }
        assert_eq!(letter(&mut state, 'u'), []);
        assert_eq!(state.screen, screen);
        shows(
            &state,
            &["u runs what you have built once this exercise has passed."],
        );
    }
    for make in [passed, solution] {
        let mut state = make(120, 40);
        let from = state.screen;
        assert_eq!(letter(&mut state, 'u'), []);
        assert_eq!(state.screen, Screen::Trial);
        shows(
            &state,
            &[
                "2.2 cross_entropy › in use",
                "for its own sake",
                "Enter begin",
                "Esc back",
            ],
        );
        assert_eq!(press(&mut state, KeyCode::Esc), []);
        assert_eq!(state.screen, from);
    }
}

fn passed_none(state: &State) -> gradlings::runner::tui::event::Snapshot {
    let mut snapshot = state.session.clone();
    snapshot.done.clear();
    snapshot
}

#[test]
fn in_the_list_it_is_the_selected_exercise() {
    let mut state = map(120, 40);
    press(&mut state, KeyCode::Home);
    letter(&mut state, 'u');
    shows(&state, &["0.1 hello_tensor › in use"]);
    let effects = begin(&mut state);
    let [Effect::Try { exercise, .. }] = &effects[..] else {
        panic!("{effects:?}");
    };
    assert_eq!(exercise, "hello_tensor");
    trial(&mut state, TrialEvent::Over(Ending::NotPassing));
    shows(
        &state,
        &["Esc goes back to the list,", "Enter goes to the exercise."],
    );
    press(&mut state, KeyCode::Esc);
    assert_eq!(state.screen, Screen::Map);
}

#[test]
fn the_files_are_typed_first_and_stay_for_the_next_time() {
    let mut state = files(120, 40);
    press(&mut state, KeyCode::Backspace);
    let run = RunId(state.latest.0 + 1);
    let begins = |files: &str, run| Effect::Try {
        run,
        exercise: "cross_entropy".to_owned(),
        files: files.to_owned(),
    };
    assert_eq!(begin(&mut state), [begins("cats '我的 照片/一.png", run)]);
    trial(&mut state, TrialEvent::NoFiles(missing()));
    shows(
        &state,
        &[
            "cats cannot be read",
            "Next: look at the path",
            "Then Enter begins.",
            "cats '我 的",
        ],
    );
    letter(&mut state, '\'');
    let run = RunId(run.0 + 1);
    assert_eq!(begin(&mut state), [begins("cats '我的 照片/一.png'", run)]);
    trial(&mut state, TrialEvent::Over(Ending::Done));
    // Again with the same files, from the end and from where one came.
    let run = RunId(run.0 + 1);
    assert_eq!(begin(&mut state), [begins("cats '我的 照片/一.png'", run)]);
    assert_eq!(press(&mut state, KeyCode::Esc), [Effect::Cancel]);
    letter(&mut state, 'u');
    shows(&state, &["cats '我 的"]);
    control(&mut state, 'u');
    let run = RunId(run.0 + 1);
    assert_eq!(begin(&mut state), [begins("", run)]);
}

#[test]
fn a_line_goes_to_the_program_when_that_asks_for_it_and_is_seen_there() {
    let mut state = begun(120, 40);
    type_in(&mut state, "one");
    assert_eq!(press(&mut state, KeyCode::Enter), []);
    shows(&state, &["your line waits for it"]);
    type_in(&mut state, "two");
    press(&mut state, KeyCode::Enter);
    shows(&state, &["2 lines wait for it"]);
    assert_eq!(asks_for_a_line(&mut state), [line("one")]);
    says(&mut state, "eno\n");
    assert_eq!(asks_for_a_line(&mut state), [line("two")]);
    assert_eq!(asks_for_a_line(&mut state), []);
    shows(&state, &["It waits for a line from you."]);
    type_in(&mut state, "q?u");
    assert_eq!(press(&mut state, KeyCode::Enter), [line("q?u")]);
    shows(
        &state,
        &["› one", "eno", "› two", "› q?u", "your program runs"],
    );
}

#[test]
fn the_lines_end_with_what_was_typed_before() {
    let mut state = begun(120, 40);
    type_in(&mut state, "last");
    assert_eq!(control(&mut state, 'd'), []);
    shows(&state, &["your line waits for it"]);
    assert_eq!(asks_for_a_line(&mut state), [line("last")]);
    assert_eq!(asks_for_a_line(&mut state), [Effect::Line(None)]);
    // A program that goes on asking is told again.
    assert_eq!(asks_for_a_line(&mut state), [Effect::Line(None)]);
    type_in(&mut state, "more");
    assert_eq!(press(&mut state, KeyCode::Enter), []);
    shows(&state, &["You have ended the lines."]);
    assert_eq!(asks_for_a_line(&mut state), [Effect::Line(None)]);
}

#[test]
fn how_it_ended_is_told_and_what_was_said_stays() {
    let table = [
        (Ending::Done, "It has come to its end; Enter runs it again."),
        (Ending::Nothing, "There is nothing to use in cross_entropy"),
        (Ending::NotPassing, "Esc goes back, and r checks"),
        (Ending::Failed("It is broken.".to_owned()), "It is broken."),
    ];
    for (ending, told) in table {
        let mut state = talk(120, 40);
        assert_eq!(trial(&mut state, TrialEvent::Over(ending.clone())), []);
        shows(&state, &[told, "Type a line, and I turn it around."]);
        assert_eq!(phase(&state), &Phase::Over(ending));
        letter(&mut state, 'x');
        shows(
            &state,
            &["It has ended: Enter runs it again, Esc goes back."],
        );
        // What is said of a run that is over is not heard.
        says(&mut state, "too late");
        hides(&state, &["too late"]);
        assert!(matches!(begin(&mut state)[..], [Effect::Try { .. }]));
        hides(&state, &["Type a line, and I turn it around."]);
    }
}

fn save() -> Event {
    Event::Saved {
        path: PathBuf::from("/course/exercises/02_losses/cross_entropy.rs"),
        text: Some(b"another text".to_vec()),
    }
}

#[test]
fn a_save_does_not_stop_it_and_is_checked_when_it_has_ended() {
    let ends: [fn(&mut State) -> Vec<Effect>; 2] = [
        |state| trial(state, TrialEvent::Over(Ending::Done)),
        |state| press(state, KeyCode::Esc),
    ];
    for end in ends {
        let mut state = talk(120, 40);
        let effects = send(&mut state, save());
        assert_eq!(effects, [Effect::Lesson("cross_entropy".to_owned())]);
        shows(&state, &["Saved. The program goes on as it was"]);
        assert!(state.is_trying());
        let effects = end(&mut state);
        assert!(matches!(effects[..], [Effect::Check { .. }]), "{effects:?}");
        assert!(state.run.saved && !state.is_trying());
    }
    // Where nothing runs, it is checked at once, and this screen stays.
    let mut state = files(120, 40);
    let effects = send(&mut state, save());
    assert!(
        matches!(effects[1..], [Effect::Check { .. }]),
        "{effects:?}"
    );
    assert_eq!(state.screen, Screen::Trial);
}

#[test]
fn it_waits_for_the_check_that_runs_and_begins_only_after_a_pass() {
    let mut state = waiting(120, 40);
    assert_eq!(phase(&state), &Phase::Waiting);
    shows(&state, &["building your file", "typed ahead"]);
    let passes = CheckEvent::Finished(outcome(
        Verdict::Passed,
        vec![judged("softmax", CheckState::Passed, 0)],
    ));
    let effects = check(&mut state, passes);
    assert!(
        matches!(effects.last(), Some(Effect::Try { .. })),
        "{effects:?}"
    );
    assert!(state.is_trying());
    shows(&state, &["typed ahead"]);

    let mut state = waiting(120, 40);
    let fails = CheckEvent::Finished(outcome(Verdict::Failed, vec![failing()]));
    let effects = check(&mut state, fails);
    assert!(
        !effects
            .iter()
            .any(|effect| matches!(effect, Effect::Try { .. }))
    );
    shows(
        &state,
        &["does not pass as it is now", "it has to pass first"],
    );
}

#[test]
fn an_exercise_that_has_nothing_to_use_offers_no_key_for_it() {
    let mut state = map(120, 40);
    press(&mut state, KeyCode::Home);
    shows(&state, &["u use it"]);
    letter(&mut state, 'G');
    hides(&state, &["u use it"]);
    assert_eq!(letter(&mut state, 'u'), []);
    assert_eq!(state.screen, Screen::Map);
    shows(&state, &["There is nothing to use in this exercise"]);
}

#[test]
fn of_a_check_that_it_needs_first_the_verdict_is_kept() {
    let mut state = passed(120, 40);
    letter(&mut state, 'u');
    begin(&mut state);
    happens(&mut state, running("softmax", 3, 24));
    shows(&state, &["running softmax: case 3 of 24"]);
    let verdict = outcome(Verdict::Failed, vec![failing()]);
    let effects = happens(&mut state, CheckEvent::Finished(verdict.clone()));
    assert_eq!(effects, [Effect::Record(verdict)]);
    trial(&mut state, TrialEvent::Over(Ending::NotPassing));
    shows(&state, &["does not pass as it is now"]);
}

#[test]
fn a_check_of_another_exercise_gives_way_and_is_made_up_for() {
    let mut state = map(120, 40);
    press(&mut state, KeyCode::Home);
    // That of the current exercise begins while the list is shown.
    let effects = send(&mut state, save());
    assert!(
        matches!(effects[1..], [Effect::Check { .. }]),
        "{effects:?}"
    );
    letter(&mut state, 'u');
    assert!(matches!(begin(&mut state)[..], [Effect::Try { .. }]));
    let stopped = CheckEvent::Finished(outcome(Verdict::Cancelled, Vec::new()));
    check(&mut state, stopped);
    let effects = press(&mut state, KeyCode::Esc);
    assert!(matches!(effects[..], [Effect::Check { .. }]), "{effects:?}");
}

#[test]
fn nothing_that_was_typed_is_lost_in_another_size() {
    let mut state = begun(120, 40);
    type_in(&mut state, "床前明月光");
    for (columns, rows) in [(80, 24), (40, 12), (10, 2), (1, 1), (120, 40)] {
        send(&mut state, Event::Resize(columns, rows));
        text(&state);
    }
    asks_for_a_line(&mut state);
    assert_eq!(press(&mut state, KeyCode::Enter), [line("床前明月光")]);
}

#[test]
fn what_was_said_is_scrolled_and_followed_again_from_its_end() {
    let mut state = reports(120, 40);
    shows(&state, &["Line 29 says"]);
    press(&mut state, KeyCode::PageUp);
    hides(&state, &["Line 29 says"]);
    says(&mut state, "more\n");
    hides(&state, &["Line 29 says"]);
    type_in(&mut state, "x");
    press(&mut state, KeyCode::Enter);
    shows(&state, &["Line 29 says", "› x"]);
}

#[test]
fn what_it_reports_takes_the_larger_part_and_is_gone_through_with_tab_and_arrows() {
    for (columns, rows) in [(120, 40), (80, 24)] {
        let mut state = reports(columns, rows);
        shows(
            &state,
            &["letters", "Line 29 says", "turns around what you type"],
        );
        press(&mut state, KeyCode::Tab);
        shows(&state, &["attention", "step 2 (3 of 3)"]);
        press(&mut state, KeyCode::Left);
        shows(&state, &["step 1 (2 of 3)"]);
        press(&mut state, KeyCode::End);
        shows(&state, &["step 2 (3 of 3)"]);
    }
    shows(&reports(40, 12), &["letters", "Line 29 says", "› _"]);
}

#[test]
fn the_keys_can_be_read_and_quitting_asks_first() {
    let mut state = talk(120, 40);
    press(&mut state, KeyCode::F(1));
    shows(&state, &["no more lines", "the line goes to the program"]);
    assert_eq!(letter(&mut state, 'q'), []);
    assert_eq!(state.overlay, Some(Overlay::Confirm(Question::Quit)));
    shows(&state, &["Your program is running. Quit all the same?"]);
    letter(&mut state, 'n');
    assert_eq!(control(&mut state, 'c'), [Effect::Cancel, Effect::Quit]);
}
