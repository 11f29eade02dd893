//! Code that runs away: it ends within its budget, with a verdict and a sentence of its own, and nothing of it is left.
#![cfg(all(feature = "runner", target_os = "linux"))]

mod rogue_support;

use std::io::{self, BufRead, BufReader, Write};
use std::os::fd::AsFd;
use std::os::unix::net::UnixStream;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::sync::atomic::AtomicBool;
use std::time::Duration;

use gradlings::message::FromCandidate;
use gradlings::report::{self, Report};
use gradlings::runner::event::CheckEvent;
use gradlings::runner::outcome::Verdict;
use gradlings::runner::sandbox::candidate::confine;
use gradlings::sheet::{Answer, Returned};
use gradlings::wire::{Array, Ask, MAX_ANSWER, MAX_PIECES, Value, encode};
use rogue_support::{Misbehaviour, Rogue, Test, is_alive, is_empty, number, wait_until};

const CONFINED: &[Test] = &[
    (
        "every runaway ends with its own verdict and nothing is left of it",
        ends,
    ),
    (
        "a check of a runaway is cancelled at any moment",
        is_cancelled,
    ),
    (
        "a killed runner takes its candidate along, and the next one removes what it left",
        dies_with_the_runner,
    ),
    (
        "whatever a program says, the runner stays small",
        runner_stays_small,
    ),
    ("a folder of any depth is removed", deep_folders_are_removed),
];

const WITHOUT_SANDBOX: &[Test] = &[
    (
        "without the sandbox a fork bomb is stopped and gone",
        bomb_is_stopped,
    ),
    (
        "without the sandbox a grandchild with its own session is found",
        grandchild_is_found,
    ),
];

const FUNCTIONS: &[Misbehaviour] = &[
    ("honest", |input| input),
    ("loops", |_| {
        begin(|| {
            loop {
                std::hint::spin_loop();
            }
        })
    }),
    ("recurses", |input| begin(move || deeper(input.len()))),
    ("prints", |_| {
        begin(|| {
            loop {
                println!("again");
            }
        })
    }),
    ("prints_one_line", |_| {
        begin(|| {
            loop {
                print!("again");
            }
        })
    }),
    ("reports", |_| {
        begin(|| {
            for step in 0.. {
                report::metric(&format!("series {step}"), step, 1.0);
                report::note("again");
            }
            unreachable!()
        })
    }),
    ("forks", |_| {
        begin(|| {
            loop {
                let _ = Command::new("/proc/self/exe").spawn();
            }
        })
    }),
    ("grows", |_| {
        begin(|| {
            let mut all = Vec::new();
            loop {
                // Written to, so that it is memory and not only a promise of some.
                all.push(vec![1_u8; 16 << 20]);
            }
        })
    }),
    ("asks_for_too_much", |_| {
        begin(|| Vec::<u8>::with_capacity(1 << 42).len().to_string())
    }),
    ("sleeps", |_| {
        begin(|| {
            loop {
                std::thread::sleep(Duration::from_secs(3600));
            }
        })
    }),
    ("ignores_signals", |_| {
        begin(|| {
            for signal in [1, 2, 15] {
                let ignored = Arc::new(AtomicBool::new(false));
                let _ = signal_hook::flag::register(signal, ignored);
            }
            loop {
                std::hint::spin_loop();
            }
        })
    }),
    ("closes_its_channel", |_| {
        begin(|| {
            let _ = channel().shutdown(std::net::Shutdown::Both);
            loop {
                std::thread::sleep(Duration::from_secs(3600));
            }
        })
    }),
    ("writes_garbage", |_| {
        begin(|| write_and_wait(&[3, 0, 0, 0, 255, 255, 255]))
    }),
    ("writes_half_a_frame", |_| {
        begin(|| {
            let _ = channel().write_all(&[100, 0, 0, 0, 1, 2]);
            std::process::exit(0)
        })
    }),
    ("writes_half_a_frame_and_waits", |_| {
        begin(|| write_and_wait(&[100, 0, 0, 0, 1, 2]))
    }),
    ("claims_four_gigabytes", |_| {
        begin(|| write_and_wait(&[255; 4]))
    }),
    ("exits", |_| begin(|| std::process::exit(7))),
    ("aborts", |_| begin(|| std::process::abort())),
    ("panics", |_| begin(|| panic!("on purpose"))),
    ("kills_itself", |_| {
        begin(|| {
            let _ = rustix::process::kill_process(
                rustix::process::getpid(),
                rustix::process::Signal::KILL,
            );
            String::new()
        })
    }),
    ("uses_its_processor_time_up", |_| {
        begin(|| {
            let second = rustix::process::Rlimit {
                current: Some(1),
                maximum: Some(2),
            };
            let _ = rustix::process::setrlimit(rustix::process::Resource::Cpu, second);
            loop {
                std::hint::spin_loop();
            }
        })
    }),
    ("writes_a_huge_file", |_| {
        begin(|| {
            let file = std::fs::File::create("huge").expect("in its scratch folder");
            let _ = file.set_len(1 << 40);
            String::new()
        })
    }),
    ("answers_before_it_is_asked", |input| {
        let answer = FromCandidate::Answer(Answer::Returned(Returned::of(vec![Value::Text(
            input.clone(),
        )])));
        let _ = channel().write_all(&encode(&answer).expect("small"));
        input
    }),
    ("answers_a_long_text", |_| "x".repeat(LARGE)),
    ("answers_many_lines", |_| "x\n".repeat(LARGE / 2)),
    ("answers_letters_of_many_bytes", |_| {
        "\u{1f600}".repeat(LARGE / 4)
    }),
    ("answers_often_before_it_is_asked", |input| {
        let answer = answer(vec![Value::Text("x".repeat(LARGE))]);
        for _ in 0..100 {
            let _ = channel().write_all(&answer);
        }
        input
    }),
    ("answers_nothing_many_times", |input| {
        let _ = channel().write_all(&answer(vec![Value::Nothing; MAX_PIECES - 10]));
        input
    }),
    ("answers_many_empty_lists", |input| {
        let lists = vec![Array::vector(Vec::new()); MAX_PIECES / 3 - 10];
        let _ = channel().write_all(&answer(vec![Value::Arrays(lists)]));
        input
    }),
    ("answers_many_empty_texts", |input| {
        let texts = vec![String::new(); MAX_PIECES - 10];
        let _ = channel().write_all(&answer(vec![Value::Texts(texts)]));
        input
    }),
    ("saves_and_loads", |_| {
        for name in ["a", "b", "c", "d", "e"] {
            let bytes = vec![1; LARGE];
            send(&FromCandidate::Ask(Ask::Save {
                name: name.to_owned(),
                bytes,
            }));
        }
        // It does not listen.
        for _ in 0..1000 {
            send(&FromCandidate::Ask(Ask::Load {
                name: "a".to_owned(),
            }));
        }
        loop {
            std::thread::park();
        }
    }),
    ("reports_under_long_names", |input| {
        for number in 0..100 {
            let series = format!("{number}{}", "x".repeat(LARGE));
            let report = Report::Metric {
                series,
                step: 0,
                value: 0.0,
            };
            send(&FromCandidate::Report(report));
        }
        input
    }),
    ("reports_numbers_for_ever", |_| {
        for step in 0.. {
            report::metric("series", step, 1.0);
        }
        unreachable!()
    }),
    ("reports_large_notes", |_| {
        loop {
            report::note(&"x".repeat(LARGE));
        }
    }),
    ("says_much", |_| {
        loop {
            send(&FromCandidate::Said("x".repeat(LARGE)));
        }
    }),
    ("prints_for_ever", |_| {
        let line = "x".repeat(1 << 20);
        loop {
            println!("{line}");
        }
    }),
    ("panics_at_length", |_| panic!("{}", "x".repeat(LARGE))),
    ("digs", |input| {
        // Deeper than a path is long and than descriptors reach.
        for _ in 0..3_000 {
            std::fs::create_dir("below").expect("in its scratch folder");
            std::env::set_current_dir("below").expect("just made");
        }
        input
    }),
    ("fills_the_disk", |_| {
        begin(|| {
            let some = vec![1; 8 << 20];
            for number in 0.. {
                let _ = std::fs::write(format!("file {number}"), &some);
            }
            unreachable!()
        })
    }),
    ("starts_many", |_| {
        begin(|| {
            // Not without end, because this one runs without the sandbox.
            for _ in 0..200 {
                let _ = start("sleep");
            }
            loop {
                std::thread::sleep(Duration::from_secs(3600));
            }
        })
    }),
    ("leaves_a_grandchild", |input| {
        // The child starts the grandchild, says its number and ends.
        let _ = start("leave").and_then(|mut child| child.wait());
        input
    }),
];

fn main() {
    match std::env::var("ROGUE_CHILD").as_deref() {
        Ok("leave") => {
            let _ = rustix::process::setsid();
            let _ = start("sleep");
            return;
        }
        Ok(_) => std::thread::sleep(Duration::from_secs(600)),
        Err(_) => {}
    }
    match std::env::var("ROGUE_RUNNER").as_deref() {
        Ok("") => return run_for_ever(),
        Ok(name) => return run_and_measure(name),
        Err(_) => {}
    }
    rogue_support::main(
        || rogue_support::serve(FUNCTIONS),
        CONFINED,
        WITHOUT_SANDBOX,
    );
}

/// Says which process this is before it misbehaves.
fn begin(misbehave: impl FnOnce() -> String) -> String {
    println!("number {}", std::process::id());
    misbehave()
}

#[allow(unconditional_recursion)]
fn deeper(depth: usize) -> String {
    let frame = [depth; 64];
    let below = deeper(std::hint::black_box(frame)[63] + 1);
    format!("{below}{}", frame[0])
}

/// Nearly as many bytes as a message may have.
const LARGE: usize = MAX_ANSWER - (1 << 10);

fn answer(parts: Vec<Value>) -> Vec<u8> {
    let answer = FromCandidate::Answer(Answer::Returned(Returned::of(parts)));
    encode(&answer).expect("not too large")
}

fn send(message: &FromCandidate) {
    let _ = channel().write_all(&encode(message).expect("not too large"));
}

fn channel() -> UnixStream {
    UnixStream::from(
        io::stdin()
            .as_fd()
            .try_clone_to_owned()
            .expect("the channel"),
    )
}

fn write_and_wait(bytes: &[u8]) -> String {
    let _ = channel().write_all(bytes);
    loop {
        std::thread::sleep(Duration::from_secs(3600));
    }
}

fn start(what: &str) -> io::Result<Child> {
    let mut command = Command::new("/proc/self/exe");
    let child = command
        .env("ROGUE_CHILD", what)
        .stdin(Stdio::null())
        .spawn()?;
    if what == "sleep" {
        println!("number {}", child.id());
    }
    Ok(child)
}

fn ends() {
    use Verdict::*;
    // The function, seconds, the verdict, words of the sentence.
    let table = [
        ("honest", 5, Passed, ""),
        ("loops", 1, TimedOut, "1 s were over before it answered"),
        ("recurses", 5, NoAnswer, "calls itself without end"),
        (
            "prints",
            1,
            TimedOut,
            "1 s were over, and it went on printing",
        ),
        ("prints_one_line", 1, TimedOut, "1 s were over"),
        (
            "reports",
            1,
            TimedOut,
            "1 s were over, and it went on reporting",
        ),
        ("forks", 5, NoAnswer, "started another process"),
        ("grows", 120, OutOfMemory, "more than 2 GiB of memory"),
        ("asks_for_too_much", 5, OutOfMemory, "asked for more memory"),
        ("sleeps", 1, TimedOut, "1 s were over; it was waiting"),
        ("ignores_signals", 1, TimedOut, "1 s were over"),
        ("closes_its_channel", 5, NoAnswer, "closed its channel"),
        ("writes_garbage", 5, NoAnswer, "something else than answers"),
        (
            "writes_half_a_frame",
            5,
            NoAnswer,
            "in the middle of an answer",
        ),
        (
            "writes_half_a_frame_and_waits",
            1,
            TimedOut,
            "1 s were over",
        ),
        (
            "claims_four_gigabytes",
            5,
            NoAnswer,
            "claims 4294967295 bytes",
        ),
        ("exits", 5, NoAnswer, "exit code 7"),
        ("aborts", 5, NoAnswer, "aborted"),
        ("panics", 5, Panicked, ""),
        ("kills_itself", 5, OutOfMemory, "was killed"),
        (
            "uses_its_processor_time_up",
            120,
            TimedOut,
            "processor time",
        ),
        ("writes_a_huge_file", 5, NoAnswer, "more than 256 MiB"),
        ("answers_before_it_is_asked", 5, Passed, ""),
        (
            "fills_the_disk",
            120,
            NoAnswer,
            "written more than 256 MiB into files",
        ),
    ];
    // One row alone, for whoever looks for the cause of a failure.
    let only = std::env::var("ROW").ok();
    let wanted = |name: &str| only.as_deref().is_none_or(|only| only == name);
    for (name, seconds, verdict, words) in table.into_iter().filter(|row| wanted(row.0)) {
        let rogue = Rogue::new(seconds);
        let ran = rogue.judge(name, "x", "x");
        println!(
            "    {name}, {:.1?}: {}: {}",
            ran.outcome.timings.run,
            ran.outcome.verdict.word(),
            ran.message()
        );
        assert_eq!(ran.outcome.verdict, verdict, "{name}: {ran:?}");
        assert!(ran.message().contains(words), "{name}: {ran:?}");
        let ran_away = !matches!(name, "honest" | "answers_before_it_is_asked");
        assert_eq!(
            ran.numbers().len(),
            usize::from(ran_away),
            "{name}: {:?}",
            ran.lines
        );
        for number in ran.numbers() {
            assert!(!is_alive(number), "{name}: {number} is still there");
        }
        // What comes of a loop without end is bounded as well.
        assert!(ran.lines.len() < 3_000, "{name}: {} lines", ran.lines.len());
        assert!(ran.reports < 60_000, "{name}: {} reports", ran.reports);
        assert!(ran.warned || !words.contains("1 s"), "{name}");
        assert!(
            is_empty(&rogue.path(".gradlings/scratch")),
            "{name}: scratch is left"
        );
    }
}

fn is_cancelled() {
    for name in [
        "loops",
        "prints",
        "prints_one_line",
        "reports",
        "grows",
        "ignores_signals",
    ] {
        let rogue = Rogue::new(600);
        let ran = rogue.judge_until(name, "x", "x", |event, stop| {
            if matches!(event, CheckEvent::Printed { .. } | CheckEvent::Report(_)) {
                stop.stop();
            }
        });
        assert_eq!(ran.outcome.verdict, Verdict::Cancelled, "{name}");
        assert!(ran.outcome.timings.run < Duration::from_secs(300), "{name}");
        assert!(
            ran.numbers().iter().all(|&number| !is_alive(number)),
            "{name}"
        );
    }
}

/// What stands before the folder of its course.
const COURSE: &str = "course ";

fn be_a_runner() {
    gradlings::runner::sandbox::choose(gradlings::runner::sandbox::Setup {
        launcher: env!("CARGO_BIN_EXE_gradlings").into(),
        trust: gradlings::runner::sandbox::Trust::Learner,
    });
}

/// The most memory that a runner may ever have held, in kB.
const SMALL: u64 = 300_000;

/// What the copy of this program does that is measured.
fn run_and_measure(name: &str) {
    be_a_runner();
    let cases = std::env::var("ROGUE_CASES").expect("set");
    let ran = Rogue::new(2).judge_cases(name, "x", "x", cases.parse().expect("a number"));
    let status = std::fs::read_to_string("/proc/self/status").expect("its own");
    let most = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    println!(
        "{} kB, {:.1?}, {}: {}",
        most.expect("a line").trim().trim_end_matches(" kB"),
        ran.outcome.timings.run,
        ran.outcome.verdict.word(),
        ran.message().chars().take(150).collect::<String>()
    );
}

fn runner_stays_small() {
    let only = std::env::var("ROW").ok();
    let names = FUNCTIONS.iter().map(|(name, _)| *name);
    let names = names.skip_while(|name| *name != "answers_a_long_text");
    let names = names.take_while(|name| *name != "digs");
    let mut large = Vec::new();
    for name in names.filter(|name| only.as_deref().is_none_or(|only| only == *name)) {
        // One answer may have what many have together.
        for cases in [1, 3]
            .into_iter()
            .take(if name.starts_with("answers") { 2 } else { 1 })
        {
            let output = Command::new(std::env::current_exe().expect("its path"))
                .env("ROGUE_RUNNER", name)
                .env("ROGUE_CASES", cases.to_string())
                .output()
                .expect("started");
            let said = String::from_utf8_lossy(&output.stdout).into_owned();
            println!("    {name}, {cases}: {}", said.trim());
            let most = said
                .split(' ')
                .next()
                .and_then(|most| most.parse::<u64>().ok());
            let most = most.unwrap_or_else(|| panic!("{name}: {output:?}"));
            if most > SMALL {
                large.push((name, cases, most));
            }
        }
    }
    assert!(large.is_empty(), "{large:?}");
}

/// What the copy of this program does that is killed.
fn run_for_ever() {
    be_a_runner();
    let rogue = Rogue::new(600);
    println!("{COURSE}{}", rogue.folder.path().display());
    rogue.judge_until("loops", "x", "x", |event, _| {
        if let CheckEvent::Printed { line, .. } = event {
            println!("{line}");
        }
    });
}

fn dies_with_the_runner() {
    let mut runner = Command::new(std::env::current_exe().expect("its path"))
        .env("ROGUE_RUNNER", "")
        .stdout(Stdio::piped())
        .spawn()
        .expect("started");
    let lines = BufReader::new(runner.stdout.take().expect("piped")).lines();
    let mut lines = lines.map_while(Result::ok);
    let course = lines.find_map(|line| Some(PathBuf::from(line.strip_prefix(COURSE)?)));
    let course = course.expect("it said its course");
    let candidate = lines.find_map(|line| number(&line));
    let candidate = candidate.expect("it said its number");
    assert!(is_alive(candidate));
    runner.kill().expect("kill -9");
    runner.wait().expect("reaped");
    wait_until("the candidate is gone", || !is_alive(candidate));
    let scratch = course.join(".gradlings/scratch");
    assert!(!is_empty(&scratch), "it was killed before it had a folder");
    let next = confine(
        Path::new("/bin/true"),
        &course.join(".gradlings"),
        Duration::from_secs(1),
    );
    drop(next);
    assert!(is_empty(&scratch));
    std::fs::remove_dir_all(course).expect("removed");
}

fn deep_folders_are_removed() {
    let rogue = Rogue::new(60);
    let ran = rogue.judge("digs", "x", "x");
    assert_eq!(ran.outcome.verdict, Verdict::Passed, "{ran:?}");
    assert!(is_empty(&rogue.path(".gradlings/scratch")));
}

fn bomb_is_stopped() {
    let ran = Rogue::new(600).judge("starts_many", "x", "x");
    assert_eq!(ran.outcome.verdict, Verdict::NoAnswer, "{ran:?}");
    assert!(ran.message().contains("more than 64 processes"), "{ran:?}");
    assert!(ran.numbers().len() > 2, "{ran:?}");
    for number in ran.numbers() {
        wait_until("the bomb is gone", || !is_alive(number));
    }
}

fn grandchild_is_found() {
    let rogue = Rogue::new(20);
    let mut seen = None;
    let ran = rogue.judge_until("leaves_a_grandchild", "x", "x", |event, _| {
        if let CheckEvent::Printed { line, .. } = event {
            seen = seen.or(number(line));
        }
    });
    assert_eq!(ran.outcome.verdict, Verdict::Passed, "{ran:?}");
    let grandchild = seen.expect("it said its number");
    wait_until("the grandchild is gone", || !is_alive(grandchild));
}
