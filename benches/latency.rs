//! How long a learner waits: from a save to the verdict, to the compiler's error, from the start to the first frame; and
//! what the program costs while nobody does anything.
//!
//! Where rustlings is installed, it is measured beside it in the same run, and the ratios stand at the end.
//!
//! `cargo bench --bench latency` drives the program in a terminal of 120 columns and 40 rows, on a folder made by
//! `gradlings init`. The first run builds dfdx in that folder. `cargo bench --bench latency -- saves` measures saves and
//! nothing else. GRADLINGS_BENCH names another program to measure, an older one for instance.

#![allow(missing_docs)]

#[cfg(unix)]
#[path = "../tests/terminal_support/mod.rs"]
mod terminal_support;

#[cfg(unix)]
#[path = "latency/marks.rs"]
mod marks;

#[cfg(unix)]
#[path = "latency/rustc.rs"]
mod rustc;

#[cfg(unix)]
#[path = "latency/rustlings.rs"]
mod rustlings;

#[cfg(unix)]
fn main() {
    unix::main();
}

#[cfg(not(unix))]
fn main() {}

#[cfg(unix)]
mod unix {
    use std::fs;
    use std::path::{Path, PathBuf};
    use std::process::Command;
    use std::thread;
    use std::time::{Duration, Instant};

    use portable_pty::CommandBuilder;

    use gradlings::runner::closed;
    use gradlings::runner::course::Course;

    use crate::marks::{MOMENTS, Marks};
    use crate::rustc;
    use crate::rustlings;
    use crate::terminal_support::{Terminal, program_at};

    const FILE: &str = "exercises/02_losses/mse.rs";
    const ORIGINAL: &str = ".gradlings/originals/02_losses/mse.rs";
    const SIZE: (u16, u16) = (120, 40);
    const PREPARATION: Duration = Duration::from_secs(15);
    /// Saves of each kind that are measured.
    const ROUNDS: usize = 20;
    const IDLE: Duration = Duration::from_secs(10);
    const FIRST_BUILD: Duration = Duration::from_secs(900);
    const PAUSE: Duration = Duration::from_millis(150);
    const LONG: Duration = Duration::from_secs(60);

    pub fn main() {
        let folder = folder();
        println!(
            "cores: {}",
            thread::available_parallelism().map_or(0, usize::from)
        );
        println!("load before: {}", load());

        // Everything is built once, and the cases are worked out.
        let mut terminal = Terminal::start(program(&folder), SIZE);
        terminal.until_within(FIRST_BUILD, &["todo!() is still there", "watching"]);
        terminal.types("/mse\r\r");
        terminal.until_within(
            FIRST_BUILD,
            &["2.1 mse", "todo!() is still there", "watching"],
        );

        println!(
            "{:<46} {:>8} {:>8} {:>8} {:>4}",
            "", "median", "min", "max", "n"
        );
        // New content every time, and no two verdicts after each other that read the same.
        let wrong = (
            "(prediction - target).square().sum()",
            "You added up the squared errors",
        );
        let right = ("(prediction - target).square().mean()", "Well done");
        let marks = Marks::listen(&folder, FILE, "mse", &measured());
        let mut stages = Stages::default();
        let verdicts: Vec<_> = (0..ROUNDS + 2)
            .map(|turn| {
                let (body, verdict) = if turn % 2 == 0 { wrong } else { right };
                let took = save(&folder, &mut terminal, body, turn, verdict, marks.as_ref());
                if turn >= 2 {
                    stages.push(took);
                }
                took.whole
            })
            .skip(2)
            .collect();
        let verdict = row("save to verdict", verdicts);
        stages.print();
        drop(marks);

        let bodies = (0..ROUNDS + 2).map(|turn| [wrong.0, right.0][turn % 2].to_owned());
        alone(&folder, bodies);

        let unknown = |turn: usize| ["squared", "meaned"][turn % 2];
        let call = |turn| format!("(prediction - target).{}()", unknown(turn));
        let errors: Vec<_> = (0..ROUNDS)
            .map(|turn| {
                let error = format!("no method named `{}`", unknown(turn));
                save(&folder, &mut terminal, &call(turn), turn, &error, None).whole
            })
            .collect();
        let error = row("save to the compiler's error", errors);
        alone(&folder, (0..ROUNDS + 2).map(call));
        if std::env::args().any(|argument| argument == "saves") {
            terminal.types("q");
            terminal.ends();
            println!("load after: {}", load());
            return;
        }

        save(&folder, &mut terminal, right.0, 100, right.1, None);
        // The next exercise is made ready now; what comes after that is idle, and its first verdict is that its `todo!()`
        // is still there.
        terminal.watch_until(Instant::now() + PREPARATION);
        idle(&mut terminal);
        terminal.types("n");
        let began = Instant::now();
        terminal.until_within(
            LONG,
            &["2.2 cross_entropy", "todo!() is still there", "watching"],
        );
        row("next exercise to its first verdict", vec![began.elapsed()]);
        terminal.types("q");
        terminal.ends();

        let frames: Vec<_> = (0..10).map(|_| first_frame(&folder)).collect();
        let frame = row("start to the first frame", frames);
        check_all(&folder);
        // Below this repository it would make itself a member of its workspace.
        let place = std::env::temp_dir().join("gradlings-bench-rustlings");
        match rustlings::measure(&place, SIZE, 20, PAUSE) {
            None => println!("rustlings is not here; GRADLINGS_RUSTLINGS names the program"),
            Some(theirs) => {
                let pairs = [
                    ("rustlings: save to verdict", theirs.verdicts, verdict),
                    (
                        "rustlings: save to the compiler's error",
                        theirs.errors,
                        error,
                    ),
                    ("rustlings: start to the first frame", theirs.frames, frame),
                ];
                for (what, times, ours) in pairs {
                    if let (Some(theirs), Some(ours)) = (row(what, times), ours) {
                        let ratio = ours.as_secs_f64() / theirs.as_secs_f64();
                        println!("  ours takes {ratio:.2} of it");
                    }
                }
            }
        }
        println!("load after: {}", load());
    }

    #[derive(Clone, Copy)]
    struct Took {
        whole: Duration,
        /// What passed before each moment that was seen, since the one before it.
        parts: [Option<Duration>; MOMENTS.len()],
    }

    impl Took {
        fn of(saved: Instant, seen: [Option<Instant>; MOMENTS.len() - 1], drawn: Instant) -> Took {
            let mut parts = [None; MOMENTS.len()];
            let mut before = Some(saved);
            for (part, at) in parts.iter_mut().zip(seen.into_iter().chain([Some(drawn)])) {
                *part = at.zip(before).map(|(at, before)| at.duration_since(before));
                before = at;
            }
            Took {
                whole: drawn.duration_since(saved),
                parts,
            }
        }
    }

    #[derive(Default)]
    struct Stages(Vec<Took>);

    impl Stages {
        fn push(&mut self, took: Took) {
            self.0.push(took);
        }

        fn print(&self) {
            for (at, what) in MOMENTS.into_iter().enumerate() {
                let parts = self.0.iter().filter_map(|took| took.parts[at]);
                row(&format!("  {what}"), parts.collect());
            }
        }
    }

    /// How long the compiler alone takes with these bodies.
    fn alone(folder: &Path, bodies: impl Iterator<Item = String>) {
        let texts = bodies
            .enumerate()
            .map(|(turn, body)| text(folder, &body, turn));
        match rustc::measure(folder, FILE, texts) {
            Some(times) => {
                row("  rustc alone, the same texts", times);
            }
            None => println!("  how rustc is called is not known here"),
        }
    }

    /// The exercise with a body of its own, and different each turn.
    fn text(folder: &Path, body: &str, turn: usize) -> String {
        let original = fs::read_to_string(folder.join(ORIGINAL)).expect("kept");
        let todo = original
            .lines()
            .find(|line| line.trim_start().starts_with("todo!("));
        original.replace(
            todo.expect("unsolved"),
            &format!("    // {turn}\n    {body}"),
        )
    }

    /// Saves the exercise and waits until the screen has the new verdict.
    fn save(
        folder: &Path,
        terminal: &mut Terminal,
        body: &str,
        turn: usize,
        verdict: &str,
        marks: Option<&Marks>,
    ) -> Took {
        let text = text(folder, body, turn);
        // A learner looks at the verdict before; without that the limit on frames would be measured.
        terminal.watch_until(Instant::now() + PAUSE);
        if let Some(marks) = marks {
            marks.forget();
        }
        fs::write(folder.join(FILE), text).expect("saved");
        let saved = Instant::now();
        terminal.until_within(LONG, &[verdict, "watching"]);
        let drawn = Instant::now();
        let seen = marks.map(Marks::take).unwrap_or_default();
        Took::of(saved, seen, drawn)
    }

    /// Every exercise solved: all of them as a learner would have saved each once more, and again with nothing changed.
    fn check_all(folder: &Path) {
        let course = Course::open(folder).expect("the course is sound");
        let texts: Vec<(PathBuf, String)> = course
            .exercises
            .iter()
            .filter_map(|exercise| {
                // In a learner's folder they are packed.
                let text = closed::read_text(&course.root, exercise.solution()).ok()?;
                Some((course.exercise_path(exercise), text))
            })
            .collect();
        let all = |turn: usize| {
            for (path, text) in &texts {
                fs::write(path, format!("{text}// {turn}\n")).expect("saved");
            }
            timed(folder, &["check-all"])
        };
        // The references answer, and everything is built once.
        all(0);
        let each: Vec<Duration> = (1..=3).map(all).collect();
        let count = u32::try_from(texts.len()).expect("few");
        row("check-all, every file changed", each.clone());
        row(
            "  for each exercise",
            each.iter().map(|all| *all / count).collect(),
        );
        let short: Vec<Duration> = (1..=3)
            .map(|turn| {
                // Without the two that train for seconds: what a check itself costs.
                for (path, text) in &texts {
                    if !text.contains("training(") && !text.contains("classifier(") {
                        fs::write(path, format!("{text}// again {turn}\n")).expect("saved");
                    }
                }
                timed(folder, &["check-all"])
            })
            .collect();
        let trains = texts
            .iter()
            .filter(|(_, text)| text.contains("training(") || text.contains("classifier("));
        let short_count = count - u32::try_from(trains.count()).expect("few");
        row("check-all, what does not train changed", short.clone());
        row(
            "  for each of them",
            short.iter().map(|all| *all / short_count).collect(),
        );
        let unchanged = (0..5).map(|_| timed(folder, &["check-all"])).collect();
        row("check-all, nothing changed", unchanged);
    }

    fn timed(folder: &Path, words: &[&str]) -> Duration {
        let began = Instant::now();
        let output = Command::new(measured())
            .args(words)
            .current_dir(folder)
            .output()
            .expect("started");
        let took = began.elapsed();
        assert!(output.status.success(), "{output:?}");
        took
    }

    fn first_frame(folder: &Path) -> Duration {
        let began = Instant::now();
        let mut terminal = Terminal::start(program(folder), SIZE);
        terminal.until_within(LONG, &["gradlings  ", "q quit"]);
        let took = began.elapsed();
        terminal.types("\x03");
        terminal.ends();
        took
    }

    fn idle(terminal: &mut Terminal) {
        let (drawn, used, began) = (terminal.drawn(), ticks(terminal.id()), Instant::now());
        terminal.watch_until(began + IDLE);
        let used = ticks(terminal.id())
            .zip(used)
            .map(|(after, before)| after - before);
        let share = used.map(|used| 100.0 * used as f64 / per_second() / IDLE.as_secs_f64());
        let text = share.map_or("unknown".to_owned(), |share| {
            format!("{share:.2} % of a core")
        });
        println!(
            "idle for {} s: {text}, {} bytes drawn, {}",
            IDLE.as_secs(),
            terminal.drawn() - drawn,
            memory(terminal.id())
        );
    }

    /// Clock ticks used so far; only Linux tells.
    fn ticks(id: u32) -> Option<u64> {
        let stat = fs::read_to_string(format!("/proc/{id}/stat")).ok()?;
        let mut fields = stat.rsplit_once(')')?.1.split_whitespace().skip(11);
        Some(fields.next()?.parse::<u64>().ok()? + fields.next()?.parse::<u64>().ok()?)
    }

    fn per_second() -> f64 {
        let output = Command::new("getconf").arg("CLK_TCK").output();
        output
            .ok()
            .and_then(|output| String::from_utf8(output.stdout).ok()?.trim().parse().ok())
            .unwrap_or(100.0)
    }

    fn memory(id: u32) -> String {
        let status = fs::read_to_string(format!("/proc/{id}/status")).unwrap_or_default();
        let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
        let kilobytes = line.and_then(|line| line.split_whitespace().next()?.parse::<f64>().ok());
        kilobytes.map_or("memory unknown".to_owned(), |kilobytes| {
            format!("{:.1} MB of memory", kilobytes / 1024.0)
        })
    }

    fn load() -> String {
        fs::read_to_string("/proc/loadavg")
            .map_or("unknown".to_owned(), |text| text.trim().to_owned())
    }

    /// Prints a row, and gives back the median.
    fn row(what: &str, mut times: Vec<Duration>) -> Option<Duration> {
        times.sort_unstable();
        let Some((first, last)) = times.first().zip(times.last()) else {
            println!("{what:<46} not seen");
            return None;
        };
        let middle = (times[(times.len() - 1) / 2] + times[times.len() / 2]) / 2;
        let ms = |time: Duration| format!("{:.1} ms", time.as_secs_f64() * 1000.0);
        println!(
            "{what:<46} {:>8} {:>8} {:>8} {:>4}",
            ms(middle),
            ms(*first),
            ms(*last),
            times.len()
        );
        Some(middle)
    }

    /// The program that is measured.
    fn measured() -> PathBuf {
        let named = std::env::var_os("GRADLINGS_BENCH");
        named.map_or_else(|| env!("CARGO_BIN_EXE_gradlings").into(), PathBuf::from)
    }

    fn program(folder: &Path) -> CommandBuilder {
        program_at(&measured(), folder)
    }

    /// A learner's folder, new but for what cargo built in it before.
    fn folder() -> PathBuf {
        let place = PathBuf::from(env!("CARGO_TARGET_TMPDIR"));
        let (root, builds) = (place.join("latency"), place.join("latency-builds"));
        let target = root.join(".gradlings/target");
        if target.exists() && !builds.exists() {
            fs::rename(&target, &builds).expect("kept");
        }
        if root.exists() {
            fs::remove_dir_all(&root).expect("removed");
        }
        let made = Command::new(measured()).arg("init").arg(&root).output();
        let made = made.expect("started");
        assert!(made.status.success(), "{made:?}");
        if builds.exists() {
            fs::rename(&builds, &target).expect("put back");
        }
        root
    }
}
