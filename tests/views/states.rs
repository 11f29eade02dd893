//! More states of the screens: whatever can end a check, every question, every way to look at the list, and Chinese.

use std::sync::Arc;

use crossterm::event::KeyCode;
use gradlings::runner::event::{CheckEvent, Stream};
use gradlings::runner::outcome::{
    CheckOutcome, CheckState, Diagnosis, DiagnosisKind, Outcome, Verdict,
};
use gradlings::runner::session::Practice;
use gradlings::runner::tui::event::Event;
use gradlings::runner::tui::palette::Palette;
use gradlings::runner::tui::state::State;

use crate::first_page::FIRST;
use crate::looks::LOOKS;
use crate::menu::MENUS;
use crate::scenes::*;
use crate::search::SEARCHES;
use crate::trials::TRIALS;
use crate::whole::WHOLE;

/// More states, each with a name.
pub const STATES: &[Scene] = &[
    ("todo", todo),
    ("panicked", panicked),
    ("timed_out", timed_out),
    ("out_of_memory", out_of_memory),
    ("no_answer", no_answer),
    ("cancelled", cancelled),
    ("refused", refused),
    ("quitting", quitting),
    ("zoomed", zoomed),
    ("checks_chosen", checks_chosen),
    ("course_done", course_done),
    ("map_practised", map_practised),
    ("map_filter", map_filter),
    ("map_nothing_found", map_nothing_found),
    ("map_todo", map_todo),
    ("map_preview", map_preview),
    ("map_path", map_path),
    ("map_help", map_help),
    ("hints_none_left", hints_none_left),
    ("difference", difference),
    ("all_done", all_done),
    ("chinese", chinese),
    ("contrast", contrast),
    ("ascii", ascii),
    ("no_colour", no_colour),
];

/// The scenes and the states.
pub fn every() -> impl Iterator<Item = &'static Scene> {
    SCENES
        .iter()
        .chain(STATES)
        .chain(LOOKS)
        .chain(WHOLE)
        .chain(TRIALS)
        .chain(FIRST)
        .chain(MENUS)
        .chain(SEARCHES)
}

fn ended(
    columns: u16,
    rows: u16,
    verdict: Verdict,
    checks: Vec<CheckOutcome>,
    message: &str,
) -> State {
    let mut state = opened(columns, rows);
    check(&mut state, running("softmax", 3, 24));
    let finished = Outcome {
        message: Some(message.to_owned()).filter(|message| !message.is_empty()),
        ..outcome(verdict, checks)
    };
    check(&mut state, CheckEvent::Finished(finished));
    state
}

fn told(name: &str, state: CheckState, kind: DiagnosisKind, message: &str) -> CheckOutcome {
    CheckOutcome {
        diagnosis: Some(Diagnosis {
            kind,
            id: None,
            message: message.to_owned(),
        }),
        ..judged(name, state, 1)
    }
}

fn todo(columns: u16, rows: u16) -> State {
    let checks = vec![
        judged("softmax", CheckState::Todo, 0),
        judged("cross_entropy", CheckState::Todo, 0),
    ];
    ended(columns, rows, Verdict::Todo, checks, "")
}

fn panicked(columns: u16, rows: u16) -> State {
    let text = "Your code panicked at exercises/02_losses/cross_entropy.rs:21: index out of bounds: the len is 3 but the index is 3.";
    let checks = vec![
        judged("softmax", CheckState::Passed, 0),
        told(
            "cross_entropy",
            CheckState::Panicked,
            DiagnosisKind::Panic,
            text,
        ),
    ];
    ended(columns, rows, Verdict::Panicked, checks, "")
}

fn timed_out(columns: u16, rows: u16) -> State {
    let text = "Your program was stopped after 10 s, in case 3 of 24 of softmax. Is there a loop that never ends?";
    ended(columns, rows, Verdict::TimedOut, Vec::new(), text)
}

fn out_of_memory(columns: u16, rows: u16) -> State {
    let text = "Your program was stopped at 2 GiB of memory, in case 3 of 24 of softmax.";
    ended(columns, rows, Verdict::OutOfMemory, Vec::new(), text)
}

fn no_answer(columns: u16, rows: u16) -> State {
    let text = "Your program ended with exit code 3 before it answered. Does `main` still end with `.serve()`?";
    ended(columns, rows, Verdict::NoAnswer, Vec::new(), text)
}

fn cancelled(columns: u16, rows: u16) -> State {
    ended(columns, rows, Verdict::Cancelled, Vec::new(), "")
}

fn refused(columns: u16, rows: u16) -> State {
    let mut state = failed(columns, rows);
    letter(&mut state, 'n');
    state
}

fn quitting(columns: u16, rows: u16) -> State {
    let mut state = building(columns, rows);
    letter(&mut state, 'q');
    state
}

fn zoomed(columns: u16, rows: u16) -> State {
    let mut state = failed(columns, rows);
    letter(&mut state, '3');
    letter(&mut state, 'z');
    state
}

fn checks_chosen(columns: u16, rows: u16) -> State {
    let mut state = failed(columns, rows);
    letter(&mut state, '2');
    letter(&mut state, 'k');
    state
}

fn course_done(columns: u16, rows: u16) -> State {
    let mut state = passed(columns, rows);
    let mut snapshot = state.session.clone();
    snapshot.done = state
        .course
        .exercises
        .iter()
        .map(|exercise| exercise.name.clone())
        .collect();
    snapshot.next = None;
    send(&mut state, Event::Session(snapshot));
    state
}

fn map_practised(columns: u16, rows: u16) -> State {
    let mut state = failed(columns, rows);
    let mut snapshot = state.session.clone();
    for (name, seconds, tries) in [
        ("hello_tensor", 372, 3),
        ("mse", 4100, 11),
        ("cross_entropy", 20, 1),
    ] {
        snapshot
            .practice
            .insert(name.to_owned(), Practice { seconds, tries });
    }
    send(&mut state, Event::Session(snapshot));
    letter(&mut state, 'l');
    state
}

fn typed(mut state: State, text: &str) -> State {
    letter(&mut state, '/');
    for key in text.chars() {
        letter(&mut state, key);
    }
    state
}

fn map_filter(columns: u16, rows: u16) -> State {
    typed(map(columns, rows), "convol")
}

fn map_nothing_found(columns: u16, rows: u16) -> State {
    typed(map(columns, rows), "zzz")
}

fn map_todo(columns: u16, rows: u16) -> State {
    let mut state = map(columns, rows);
    letter(&mut state, 'p');
    state
}

fn map_preview(columns: u16, rows: u16) -> State {
    let mut state = map_practised(columns, rows);
    letter(&mut state, ' ');
    letter(&mut state, '3');
    state
}

fn map_path(columns: u16, rows: u16) -> State {
    let mut state = map(columns, rows);
    letter(&mut state, '4');
    letter(&mut state, 'z');
    state
}

fn map_help(columns: u16, rows: u16) -> State {
    let mut state = map(columns, rows);
    letter(&mut state, '?');
    state
}

fn hints_none_left(columns: u16, rows: u16) -> State {
    let mut state = hints(columns, rows);
    opens_hints(&mut state, 3);
    state
}

fn difference(columns: u16, rows: u16) -> State {
    let mut state = solution(columns, rows);
    press(&mut state, KeyCode::Tab);
    state
}

fn all_done(columns: u16, rows: u16) -> State {
    let mut state = all(columns, rows);
    for verdict in [Verdict::Passed, Verdict::Failed] {
        let all = state.all.as_ref().expect("checking all");
        let (run, at) = (all.run, all.at.expect("still checking"));
        let mut finished = outcome(verdict, Vec::new());
        finished.name.clone_from(&all.rows[at].name);
        check_of(&mut state, run, CheckEvent::Finished(finished));
    }
    state
}

const CHINESE: &str = "# 均方误差\n\n模型给出预测，数据给出答案。训练需要一个数来说明两者相差多远：这就是**损失**。对于普通的数，常用的损失把每个\
误差平方，再取平均值：\n\n```text\nloss = ((p_0 - t_0)^2 + ...) / n   // 平均\n```\n\n| 名称 | 形状 | 含义 |\n|---|---|---|\n\
| `prediction` | `(n,)` | 模型说的；它带着磁带 |\n| `target` | `(n,)` | 数据说的 |\n\n- 平方使误差的符号无关紧要（正负都一样）。\n\
- 一个大小为 4 的误差与十六个大小为 1 的误差一样重！\n";

fn chinese(columns: u16, rows: u16) -> State {
    let mut state = opened(columns, rows);
    let mut course = (*state.course).clone();
    course.chapters[1].title = "损失函数".to_owned();
    course.exercises[2].teaches = "交叉熵，以及寻找 NaN".to_owned();
    state.course = Arc::new(course);
    let (name, text) = ("cross_entropy".to_owned(), CHINESE.to_owned());
    send(&mut state, Event::Lesson { name, text });
    printed(
        &mut state,
        Stream::Output,
        "形状：[2, 3]，损失：0.35。这一行很长，所以它必须在窗格的右边缘处换行，而不能切断任何一个字。",
    );
    let text = "你把误差的平方加了起来；平均值还要除以它们的个数。请检查最后一步，除以元素的个数。";
    let checks = vec![
        judged("柔性最大值", CheckState::Passed, 0),
        told("交叉熵", CheckState::Failed, DiagnosisKind::Mistake, text),
    ];
    check(
        &mut state,
        CheckEvent::Finished(outcome(Verdict::Failed, checks)),
    );
    state
}

fn contrast(columns: u16, rows: u16) -> State {
    let mut state = failed(columns, rows);
    state.theme.palette = Palette::Contrast;
    state
}

fn ascii(columns: u16, rows: u16) -> State {
    let mut state = failed(columns, rows);
    state.theme.ascii = true;
    state
}

fn no_colour(columns: u16, rows: u16) -> State {
    let mut state = failed(columns, rows);
    state.theme.colour = false;
    state
}
