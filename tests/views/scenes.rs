//! States of the screen as they come about: through events, never by hand.

use std::collections::HashMap;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use gradlings::runner::course::Course;
use gradlings::runner::event::{CheckEvent, CompilerMessage, Level, Stage, Stream};
use gradlings::runner::outcome::{
    CheckOutcome, CheckState, Diagnosis, DiagnosisKind, NumberRow, Numbers, Outcome, Timings,
    Verdict,
};
use gradlings::runner::tui::effect::Effect;
use gradlings::runner::tui::event::{Event, RunId, Snapshot};
use gradlings::runner::tui::palette::Palette;
use gradlings::runner::tui::state::State;
use gradlings::runner::tui::theme::Theme;
use gradlings::runner::tui::update;

pub use crate::attempts::{asks, attempts, compared};
pub use crate::glossary::glossary;
pub use crate::reading::{hides, rows, shows, text};
pub use crate::trainings::{begun, case, metric, several, showing, shown, trained, training};

pub const PLAIN: Theme = Theme {
    colour: true,
    ascii: false,
    palette: Palette::Terminal,
};

const INFO: &str = r#"
format = 2
title = "Deep learning"
[[chapters]]
name = "00_start"
title = "Start"
[[chapters]]
name = "02_losses"
title = "Losses"
about = "One number that says how wrong a model is."
[[chapters]]
name = "07_cnn"
title = "Convolutional networks"
[[exercises]]
name = "hello_tensor"
chapter = "00_start"
teaches = "shapes and devices"
usable = true
[[exercises]]
name = "mse"
chapter = "02_losses"
teaches = "the mean squared error"
usable = true
needs = ["hello_tensor"]
hints = ["Subtract first.", "Then square: `.square()`.", "Then `.mean()`."]
[[exercises]]
name = "cross_entropy"
chapter = "02_losses"
teaches = "exp-normalise, and hunting a NaN"
usable = true
needs = ["mse"]
hints = ["Subtract the largest logit of each row.", "`log_softmax` does both steps.", "Divide by the size of the batch: `.mean()` over the rows does that, and the gradient of every row is then smaller by that factor. A sum would make the step depend on how many rows there are, which is why the reference divides."]
[exercises.predict]
ask = "All logits are 0 at first, and there are ten classes. Where does the curve of the loss begin?"
choices = ["at 0", "at ln 10, about 2.3", "at 10, because there are ten classes and each of them adds a loss of 1"]
answer = 2
because = "With equal logits every class has probability 1/10, and the loss is `-ln(1/10)`."
[[exercises]]
name = "conv2d"
chapter = "07_cnn"
teaches = "a convolution by hand"
[[exercises]]
name = "mnist_cnn"
chapter = "07_cnn"
teaches = "the convolutional network of Keras' examples, trained"
needs = ["conv2d", "cross_entropy"]
"#;

const LESSON: &str = "# Softmax and cross-entropy\n\nLogits become **probabilities**, and those become a loss:\n\n\
```text\np_i = exp(z_i - max z) / sum\n```\n\nSubtract the maximum first, or `exp()` overflows to infinity, and infinity \
divided by infinity is NaN.\n\n| name | shape | meaning |\n|---|---|---|\n| `logits` | `(b, c)` | what the model says |\n\
| `labels` | `(b,)` | what is right |\n\n- one row per picture\n- one column per class\n";

pub fn course() -> Arc<Course> {
    Arc::new(Course::parse(Path::new("/course"), INFO).expect("the course is sound"))
}

/// The screen right after the start, in a terminal of this size.
pub fn opened(columns: u16, rows: u16) -> State {
    let snapshot = Snapshot {
        current: "cross_entropy".to_owned(),
        done: ["hello_tensor", "mse"].map(str::to_owned).into(),
        next: Some("conv2d".to_owned()),
        hints: HashMap::new(),
        practice: HashMap::new(),
        solution: false,
        ..Snapshot::default()
    };
    let mut state = State::new(course(), snapshot, PLAIN, 7);
    state.size = (columns, rows);
    let effects = update::open(&mut state);
    assert!(matches!(
        effects[..],
        [Effect::Lesson(_), Effect::Pages, Effect::Check { .. }]
    ));
    let text = LESSON.to_owned();
    let name = "cross_entropy".to_owned();
    send(&mut state, Event::Lesson { name, text });
    state
}

pub fn send(state: &mut State, event: Event) -> Vec<Effect> {
    update::update(state, event)
}

/// An event of the run that is on.
pub fn check(state: &mut State, event: CheckEvent) -> Vec<Effect> {
    let run = state.run.id;
    send(state, Event::Check { run, event })
}

pub fn check_of(state: &mut State, run: RunId, event: CheckEvent) -> Vec<Effect> {
    send(state, Event::Check { run, event })
}

pub fn press(state: &mut State, code: KeyCode) -> Vec<Effect> {
    send(state, Event::Key(KeyEvent::new(code, KeyModifiers::NONE)))
}

pub fn letter(state: &mut State, letter: char) -> Vec<Effect> {
    press(state, KeyCode::Char(letter))
}

pub fn running(check: &str, case: usize, of: usize) -> CheckEvent {
    let check = check.to_owned();
    CheckEvent::Stage(Stage::Running { check, case, of })
}

pub fn outcome(verdict: Verdict, checks: Vec<CheckOutcome>) -> Outcome {
    Outcome {
        name: "cross_entropy".to_owned(),
        verdict,
        checks,
        message: None,
        piece: None,
        timings: Timings {
            build: Duration::from_millis(210),
            run: Duration::from_millis(12),
            total: Duration::from_millis(240),
        },
        metrics: Vec::new(),
        health: Vec::new(),
    }
}

pub fn judged(name: &str, state: CheckState, failed: usize) -> CheckOutcome {
    CheckOutcome {
        name: name.to_owned(),
        state,
        cases: if state == CheckState::Skipped { 0 } else { 24 },
        failed,
        diagnosis: None,
        numbers: None,
    }
}

fn row(element: &str, yours: &str, expected: &str, error: &str) -> NumberRow {
    let [element, yours, expected, error] = [element, yours, expected, error].map(str::to_owned);
    NumberRow {
        element,
        yours,
        expected,
        error,
    }
}

pub const SENTENCE: &str = "You added the losses of the batch; the mean divides by its size. Divide by the number of rows.";

pub fn failing() -> CheckOutcome {
    CheckOutcome {
        diagnosis: Some(Diagnosis {
            kind: DiagnosisKind::Mistake,
            id: Some("summed".to_owned()),
            message: SENTENCE.to_owned(),
        }),
        numbers: Some(Numbers {
            case: "case 2 of 24, two rows".to_owned(),
            number: 2,
            inputs: vec![
                (
                    "logits".to_owned(),
                    "[[0.1, 2.0, -1.0], [1.5, 0.0, 0.3]]".to_owned(),
                ),
                ("labels".to_owned(), "[1, 0]".to_owned()),
            ],
            part: "gradient of logits".to_owned(),
            rows: vec![
                row("[0, 3]", "0.20840", "0.10420", "1.0e-1"),
                row("[1, 1]", "NaN", "0.0931", "NaN"),
            ],
            off: 4,
            of: 6,
            tolerance: "2e-6 + 1e-5 of the expected value".to_owned(),
            map: vec![vec![true, false, true], vec![false, true, true]],
        }),
        ..judged("cross_entropy", CheckState::Failed, 12)
    }
}

/// One check fails with a known mistake, one passes, one was not reached; and the program printed something.
pub fn failed(columns: u16, rows: u16) -> State {
    let mut state = opened(columns, rows);
    check(&mut state, CheckEvent::Stage(Stage::Building));
    check(&mut state, CheckEvent::Compiler(warning()));
    check(&mut state, CheckEvent::Built(Duration::from_millis(210)));
    check(&mut state, running("softmax", 1, 24));
    printed(&mut state, Stream::Output, "shape of the logits: [2, 3]");
    printed(&mut state, Stream::Error, "[src/main.rs:3] x = 5");
    let checks = vec![
        judged("softmax", CheckState::Passed, 0),
        failing(),
        judged("trains", CheckState::Skipped, 0),
    ];
    let finished = CheckEvent::Finished(outcome(Verdict::Failed, checks));
    check(&mut state, finished);
    state
}

pub fn passed(columns: u16, rows: u16) -> State {
    let mut state = opened(columns, rows);
    check(&mut state, CheckEvent::Stage(Stage::Building));
    let checks = vec![
        judged("softmax", CheckState::Passed, 0),
        judged("cross_entropy", CheckState::Passed, 0),
    ];
    check(
        &mut state,
        CheckEvent::Finished(outcome(Verdict::Passed, checks)),
    );
    let mut snapshot = state.session.clone();
    snapshot.done.insert("cross_entropy".to_owned());
    snapshot.solution = true;
    send(&mut state, Event::Session(snapshot));
    state
}

pub fn broken(columns: u16, rows: u16) -> State {
    let mut state = opened(columns, rows);
    check(&mut state, CheckEvent::Compiler(error()));
    check(&mut state, CheckEvent::Compiler(warning()));
    check(
        &mut state,
        CheckEvent::Finished(outcome(Verdict::CompileError, Vec::new())),
    );
    state
}

pub fn building(columns: u16, rows: u16) -> State {
    let mut state = opened(columns, rows);
    check(&mut state, CheckEvent::Stage(Stage::Building));
    let package = "matrixmultiply".to_owned();
    check(
        &mut state,
        CheckEvent::Compiled {
            done: 34,
            of: 112,
            package,
            spent: Duration::from_millis(10_200),
        },
    );
    send(&mut state, Event::Clock(Duration::from_secs(12)));
    state
}

pub fn printed(state: &mut State, stream: Stream, line: &str) {
    let line = line.to_owned();
    check(state, CheckEvent::Printed { stream, line });
}

fn error() -> CompilerMessage {
    CompilerMessage {
        level: Level::Error,
        summary: "mismatched types".to_owned(),
        place: Some("exercises/02_losses/cross_entropy.rs:18:9".to_owned()),
        line: Some(18),
        in_words: None,
        rendered: "\x1b[1;31merror[E0308]\x1b[0m: mismatched types\n  --> exercises/02_losses/cross_entropy.rs:18:9\n   |\n18 |     1\n   |     ^ expected a tensor\n".to_owned(),
    }
}

pub fn warning() -> CompilerMessage {
    CompilerMessage {
        level: Level::Warning,
        summary: "unused variable: `m`".to_owned(),
        place: Some("exercises/02_losses/cross_entropy.rs:20:9".to_owned()),
        line: Some(20),
        in_words: None,
        rendered: "\x1b[33mwarning\x1b[0m: unused variable: `m`\n  --> exercises/02_losses/cross_entropy.rs:20:9\n   |\n20 |     let m = 1;\n   |         ^ help: prefix it: `_m`\n".to_owned(),
    }
}

pub fn map(columns: u16, rows: u16) -> State {
    let mut state = failed(columns, rows);
    letter(&mut state, 'l');
    state
}

pub fn hints(columns: u16, rows: u16) -> State {
    let mut state = failed(columns, rows);
    letter(&mut state, 'h');
    opens_hints(&mut state, 2);
    state
}

/// The next hint of an exercise.
pub fn hint_of(exercise: &str) -> Effect {
    Effect::Hint {
        exercise: exercise.to_owned(),
        check: None,
    }
}

pub fn opens_hints(state: &mut State, shown: usize) {
    let mut snapshot = state.session.clone();
    snapshot.hints.insert(snapshot.current.clone(), shown);
    send(state, Event::Session(snapshot));
}

pub fn solution(columns: u16, rows: u16) -> State {
    let mut state = passed(columns, rows);
    letter(&mut state, 's');
    let solution = "use gradlings::prelude::*;\n\n/// The loss.\npub fn loss() {\n    log_softmax(x).mean()\n}\n".to_owned();
    let yours = "use gradlings::prelude::*;\n\n/// The loss.\npub fn loss() {\n    let p = softmax(x);\n    p.ln().mean()\n}\n".to_owned();
    let name = "cross_entropy".to_owned();
    send(
        &mut state,
        Event::Solution {
            name,
            solution,
            yours,
        },
    );
    state
}

pub fn all(columns: u16, rows: u16) -> State {
    let mut state = failed(columns, rows);
    letter(&mut state, 'c');
    for (verdict, checks) in [
        (
            Verdict::Passed,
            vec![judged("hello_tensor", CheckState::Passed, 0)],
        ),
        (Verdict::Todo, vec![judged("mse", CheckState::Todo, 0)]),
        (Verdict::Failed, vec![failing()]),
    ] {
        let all = state.all.as_ref().expect("checking all");
        let (run, at) = (all.run, all.at.expect("still checking"));
        let mut finished = outcome(verdict, checks);
        finished.name.clone_from(&all.rows[at].name);
        check_of(&mut state, run, CheckEvent::Finished(finished));
    }
    state
}

pub fn help(columns: u16, rows: u16) -> State {
    let mut state = failed(columns, rows);
    letter(&mut state, '?');
    state
}

pub fn asked(columns: u16, rows: u16) -> State {
    let mut state = failed(columns, rows);
    letter(&mut state, 'x');
    state
}

pub type Scene = (&'static str, fn(u16, u16) -> State);

pub const SCENES: &[Scene] = &[
    ("opened", opened),
    ("building", building),
    ("failed", failed),
    ("broken", broken),
    ("passed", passed),
    ("training", training),
    ("trained", trained),
    ("shown", shown),
    ("map", map),
    ("hints", hints),
    ("solution", solution),
    ("all", all),
    ("attempts", attempts),
    ("compared", compared),
    ("asks", asks),
    ("help", help),
    ("asked", asked),
    ("glossary", glossary),
];
