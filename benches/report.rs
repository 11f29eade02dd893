//! What reporting costs: a program that reports ten thousand metrics a second beside the same program that reports none,
//! with the whole way in between: its channel, the runner, the screen at 15 frames a second.
//!
//! `cargo bench --bench report` starts itself as the program that works.

#![allow(missing_docs)]

use std::fs;
use std::path::Path;
use std::process::{Command, exit};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::{Duration, Instant};

use gradlings::message::{FromCandidate, Request};
use gradlings::prelude::{Exercise, function, report};
use gradlings::runner::course::Course;
use gradlings::runner::event::{CheckEvent, Stage};
use gradlings::runner::process::Stop;
use gradlings::runner::program::{Heard, Program};
use gradlings::runner::tui::event::{Event, Snapshot};
use gradlings::runner::tui::shell::gather;
use gradlings::runner::tui::state::State;
use gradlings::runner::tui::theme::Theme;
use gradlings::runner::tui::{update, view};
use gradlings::sheet::{Answer, Returned};
use gradlings::wire::{Array, CHANNEL_VARIABLE, Value};
use ratatui::Terminal;
use ratatui::backend::TestBackend;

/// Steps of one run; each takes about a ten-thousandth of a second.
const STEPS: usize = 20_000;
const ROUNDS: usize = 11;
const FRAME: Duration = Duration::from_millis(66);
/// Rounds of arithmetic in a step.
const ARITHMETIC: usize = 1_000;
const COURSE: &str = "format = 2\ntitle = \"bench\"\n[[chapters]]\nname = \"c\"\ntitle = \"C\"\n[[exercises]]\nname = \"work\"\nchapter = \"c\"\nteaches = \"work\"\n";

fn main() {
    if std::env::var_os(CHANNEL_VARIABLE).is_some() {
        Exercise::new().offer("work", function(work)).serve();
    }
    if let Err(why) = measure() {
        eprintln!("{why}");
        exit(1);
    }
}

/// Works and reports every step, or none. Returns the seconds that it took.
fn work(reports: bool, arithmetic: usize) -> f32 {
    let began = Instant::now();
    let mut x = 0.5_f64;
    for step in 0..STEPS {
        for _ in 0..arithmetic {
            // The logistic map: nothing that a compiler could foresee.
            x = 3.99 * x * (1.0 - x);
        }
        if reports {
            report::metric("loss", step, x as f32);
        }
    }
    assert!(x.is_finite());
    began.elapsed().as_secs_f32()
}

fn measure() -> Result<(), String> {
    let myself = std::env::current_exe().map_err(|error| error.to_string())?;
    let stop = Stop::default();
    let program = Program::<FromCandidate>::start_confined(&mut Command::new(&myself), &stop)
        .map_err(|error| error.to_string())?;
    let (sender, receiver) = channel();
    let screen = thread::spawn(move || draw(&receiver));
    let mut tell = gather(move |event| {
        let _ = sender.send(event);
    });
    tell(CheckEvent::Stage(Stage::Running {
        check: "work".to_owned(),
        case: 1,
        of: 1,
    }));
    let mut ask = |reports: bool, arithmetic: usize| -> Result<f32, String> {
        program.send(Request::Call {
            function: "work".to_owned(),
            inputs: vec![
                Value::Flag(reports),
                Value::Integers(Array::scalar(arithmetic as i64)),
            ],
            seed: 0,
        });
        loop {
            match program.hear(Instant::now() + Duration::from_secs(120)) {
                Heard::Message(FromCandidate::Report(report)) => {
                    if let Some(report) = report.open() {
                        tell(CheckEvent::Report(report));
                    }
                }
                Heard::Message(FromCandidate::Answer(Answer::Returned(Returned {
                    parts, ..
                }))) => {
                    return match &parts[..] {
                        [Value::Numbers(seconds)] => Ok(seconds.data()[0]),
                        other => Err(format!("{other:?}")),
                    };
                }
                Heard::Hello(_) | Heard::Line(..) => {}
                _ => return Err("the program ended".to_owned()),
            }
        }
    };
    // As much arithmetic as takes a ten-thousandth of a second.
    let once = ask(false, ARITHMETIC)?;
    let arithmetic = (ARITHMETIC as f32 * 2.0 / once) as usize;
    ask(true, arithmetic)?;
    let before = memory();
    let (mut with, mut without) = (Vec::new(), Vec::new());
    for round in 0..2 * ROUNDS {
        let reports = round % 2 == 0;
        let took = ask(reports, arithmetic)?;
        if reports {
            with.push(took)
        } else {
            without.push(took)
        }
    }
    let after = memory();
    drop(tell);
    let (frames, gap) = screen
        .join()
        .map_err(|_| "the screen panicked".to_owned())?;
    let (with, without) = (median(with), median(without));
    println!("metrics a second: {:.0}", STEPS as f32 / with);
    println!("a run that reports nothing:   {without:.3} s (median of {ROUNDS})");
    println!("a run that reports each step: {with:.3} s (median of {ROUNDS})");
    println!("slower by {:.2} %", 100.0 * (with / without - 1.0));
    println!(
        "frames drawn while something was reported: {frames}, the longest time between two: {gap} ms"
    );
    println!(
        "memory of the runner: {before} before, {after} after {} metrics",
        STEPS * (ROUNDS + 1)
    );
    Ok(())
}

/// Takes events in and draws at most 15 times a second, as the program does. How many frames there were, and the longest
/// time between two of them while events came.
fn draw(receiver: &Receiver<CheckEvent>) -> (usize, u128) {
    let course = Course::parse(Path::new("/course"), COURSE).expect("the course is sound");
    let snapshot = Snapshot {
        current: "work".to_owned(),
        ..Snapshot::default()
    };
    let theme = Theme {
        colour: true,
        ..Theme::default()
    };
    let mut state = State::new(Arc::new(course), snapshot, theme, 0);
    state.size = (120, 40);
    update::open(&mut state);
    let run = state.run.id;
    let mut terminal = Terminal::new(TestBackend::new(120, 40)).expect("memory is enough");
    let (began, mut drawn, mut frames, mut gap) =
        (Instant::now(), Instant::now(), 0, Duration::ZERO);
    while let Ok(first) = receiver.recv() {
        let waited = drawn.elapsed() > 3 * FRAME;
        for event in std::iter::once(first).chain(receiver.try_iter()) {
            update::update(&mut state, Event::Clock(began.elapsed()));
            update::update(&mut state, Event::Check { run, event });
        }
        if drawn.elapsed() >= FRAME {
            terminal
                .draw(|frame| view::draw(&state, frame.area(), frame.buffer_mut()))
                .expect("a buffer takes everything");
            // After a run without reports, the pause is nobody's fault.
            if !waited {
                gap = gap.max(drawn.elapsed());
            }
            drawn = Instant::now();
            frames += 1;
        }
    }
    (frames, gap.as_millis())
}

fn median(mut times: Vec<f32>) -> f32 {
    times.sort_by(f32::total_cmp);
    times[times.len() / 2]
}

/// The memory of this process; only Linux tells.
fn memory() -> String {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
    line.map_or("unknown".to_owned(), |line| line.trim().to_owned())
}
