//! Code that attacks: it reads, writes or reaches what is not its own. In the sandbox every attack is refused; without
//! it every one succeeds, which proves that they are attacks.
#![cfg(all(feature = "runner", target_os = "linux"))]

mod rogue_support;

use std::fs;
use std::io::{self, Read, Write};
use std::net::{TcpListener, TcpStream, UdpSocket};
use std::os::fd::AsFd;
use std::os::unix::net::{UnixListener, UnixStream};
use std::process::Command;
use std::time::Duration;

use gradlings::message::{FromReference, Hello, Role};
use gradlings::runner::build::{BuildEvent, Built, Workshop, build};
use gradlings::runner::event::Level;
use gradlings::runner::outcome::Verdict;
use gradlings::runner::process::Stop;
use gradlings::runner::sandbox;
use gradlings::runner::source::Source;
use gradlings::wire::{VERSION, encode};
use rogue_support::{Misbehaviour, Ran, Rogue, Test, is_alive, wait_until};

const CONFINED: &[Test] = &[
    (
        "nothing is missing from the sandbox on this system",
        is_whole,
    ),
    ("in the sandbox every attack is refused", all_refused),
    ("a candidate cannot write its own verdict", no_verdict),
    (
        "a candidate keeps nothing of the learner's environment",
        no_environment,
    ),
    (
        "the compiler reads the course and nothing else",
        compiler_is_confined,
    ),
    ("the compiler has a budget", compiler_has_a_budget),
];

const WITHOUT_SANDBOX: &[Test] = &[("without the sandbox every attack succeeds", all_succeed)];

/// A word that stands in every file that a candidate must not read.
const SECRET: &str = "the right answer";

// The judge asks a case more than once, so an attack leaves nothing that would stop it the second time.
const FUNCTIONS: &[Misbehaviour] = &[
    ("honest", |input| input),
    ("read", |path| told(fs::read_to_string(path))),
    ("list", |path| {
        told(fs::read_dir(path).map(|all| all.count()))
    }),
    ("write", |path| told(fs::write(path, "passed"))),
    ("append", |path| {
        let file = fs::OpenOptions::new().append(true).open(path);
        told(file.and_then(|mut file| file.write_all(b"passed")))
    }),
    ("empty", |path| {
        told(fs::OpenOptions::new().write(true).truncate(true).open(path))
    }),
    ("remove", |path| {
        told(fs::remove_file(&path).and_then(|()| fs::write(path, "")))
    }),
    ("rename", |paths| {
        let (from, to) = paths.split_once(' ').expect("two paths");
        told(fs::rename(from, to).and_then(|()| fs::rename(to, from)))
    }),
    ("link", |path| {
        let _ = fs::remove_file("link");
        told(fs::hard_link(&path, "link").and_then(|()| fs::read_to_string("link")))
    }),
    ("symlink", |path| {
        let _ = fs::remove_file("symlink");
        let made = std::os::unix::fs::symlink(&path, "symlink");
        told(made.and_then(|()| fs::read_to_string("symlink")))
    }),
    ("become", |path| {
        use std::os::unix::process::CommandExt;
        told::<()>(Err(Command::new(path).arg("--help").exec()))
    }),
    ("scratch", |_| {
        told(fs::write("mine", "x").and_then(|()| fs::read("mine")))
    }),
    ("tcp", |address| told(TcpStream::connect(address))),
    ("tcp_server", |_| told(TcpListener::bind("127.0.0.1:0"))),
    ("udp", |address| {
        let socket = UdpSocket::bind("127.0.0.1:0");
        told(socket.and_then(|socket| socket.send_to(b"x", address)))
    }),
    ("unix", |path| told(UnixStream::connect(path))),
    ("signal", |_| {
        let runner = rustix::process::getppid().expect("a runner");
        told(rustix::process::test_kill_process(runner).map_err(Into::into))
    }),
    ("session", |_| {
        told(rustix::process::setsid().map_err(Into::into))
    }),
    ("look_into_the_runner", |part| {
        let runner = rustix::process::getppid()
            .expect("a runner")
            .as_raw_nonzero();
        told(
            fs::File::open(format!("/proc/{runner}/{part}"))
                .and_then(|mut file| file.read(&mut [])),
        )
    }),
    ("through_the_runner", |path| {
        let runner = rustix::process::getppid()
            .expect("a runner")
            .as_raw_nonzero();
        told(fs::read_to_string(format!("/proc/{runner}/root{path}")))
    }),
    ("process", |_| told(Command::new("/bin/true").status())),
    ("environment", |name| {
        std::env::var(name).unwrap_or_else(|_| "refused".to_owned())
    }),
    ("says_it_is_the_reference", |input| {
        let hello = Hello {
            version: VERSION,
            role: Role::Reference,
            offers: Vec::new(),
        };
        let _ = channel().write_all(&encode(&hello).expect("small"));
        let _ = channel().write_all(&encode(&FromReference::Plan(Vec::new())).expect("small"));
        input
    }),
    ("prints_a_verdict", |_| {
        println!("{{\"name\":\"rogue\",\"verdict\":\"passed\"}}");
        println!("\u{1b}]0;passed\u{7}Passed: rogue agrees with the reference in 1 check.");
        std::process::exit(0)
    }),
];

fn main() {
    rogue_support::main(
        || rogue_support::serve(FUNCTIONS),
        CONFINED,
        WITHOUT_SANDBOX,
    );
}

fn channel() -> UnixStream {
    UnixStream::from(
        io::stdin()
            .as_fd()
            .try_clone_to_owned()
            .expect("the channel"),
    )
}

/// What an attack came to. That it was refused for another reason than missing rights would prove nothing.
fn told<T>(attack: io::Result<T>) -> String {
    use rustix::io::Errno;
    match attack {
        Ok(_) => "succeeded".to_owned(),
        Err(error)
            // Landlock refuses to move a file to another folder with the last one.
            if [Errno::ACCESS, Errno::PERM, Errno::XDEV]
                .map(|errno| Some(errno.raw_os_error()))
                .contains(&error.raw_os_error()) =>
        {
            "refused".to_owned()
        }
        Err(error) => format!("failed otherwise: {error}"),
    }
}

/// A course full of what a candidate would like to have.
struct Target {
    rogue: Rogue,
    /// A folder that is not the course's.
    home: tempfile::TempDir,
    tcp: TcpListener,
    udp: UdpSocket,
    _unix: UnixListener,
}

impl Target {
    fn new() -> Target {
        let rogue = Rogue::new(20);
        for path in [
            "solutions/01_a/rogue.rs",
            "checks/held_out/labels.gz",
            ".gradlings/cache/rogue-0-12.sheet",
            ".gradlings/references/rogue_solution",
            ".gradlings/target/exercise/other_solution",
            ".gradlings/state.toml",
            ".gradlings/copies/rogue-1.rs",
            "exercises/01_a/rogue.rs",
            "info.toml",
        ] {
            rogue.write(path, SECRET);
        }
        let home = tempfile::tempdir().expect("a temporary folder");
        fs::write(home.path().join("letter"), SECRET).expect("written");
        let socket = home.path().join("socket");
        Target {
            tcp: TcpListener::bind("127.0.0.1:0").expect("a port"),
            udp: UdpSocket::bind("127.0.0.1:0").expect("a port"),
            _unix: UnixListener::bind(socket).expect("a socket"),
            rogue,
            home,
        }
    }

    /// Every attack: the function and what it is given.
    fn attacks(&self) -> Vec<(&'static str, String)> {
        let inside = |path: &str| self.rogue.path(path).display().to_string();
        let letter = self.home.path().join("letter").display().to_string();
        let mut attacks = Vec::new();
        for secret in [
            "solutions/01_a/rogue.rs",
            "checks/held_out/labels.gz",
            ".gradlings/cache/rogue-0-12.sheet",
            ".gradlings/references/rogue_solution",
            ".gradlings/target/exercise/other_solution",
            ".gradlings/state.toml",
            ".gradlings/copies/rogue-1.rs",
            "info.toml",
        ] {
            attacks.push(("read", inside(secret)));
        }
        attacks.push(("read", letter.clone()));
        attacks.push(("through_the_runner", inside("solutions/01_a/rogue.rs")));
        attacks.push(("symlink", inside(".gradlings/cache/rogue-0-12.sheet")));
        for folder in ["", "solutions", ".gradlings/cache"] {
            attacks.push(("list", inside(folder)));
        }
        for part in ["mem", "environ", "maps", "fd/0"] {
            attacks.push(("look_into_the_runner", part.to_owned()));
        }
        attacks.push(("become", "/bin/true".to_owned()));
        attacks.push(("tcp", self.tcp.local_addr().expect("bound").to_string()));
        attacks.push(("tcp_server", String::new()));
        attacks.push(("udp", self.udp.local_addr().expect("bound").to_string()));
        attacks.push((
            "unix",
            self.home.path().join("socket").display().to_string(),
        ));
        attacks.push(("signal", String::new()));
        // Writing last, because without the sandbox it destroys what the others look for.
        attacks.push(("link", inside(".gradlings/cache/rogue-0-12.sheet")));
        attacks.push(("append", inside("exercises/01_a/rogue.rs")));
        attacks.push(("write", inside(".gradlings/verdict")));
        attacks.push(("write", inside(".gradlings/state.toml")));
        attacks.push(("empty", inside(".gradlings/cache/rogue-0-12.sheet")));
        let away = format!("{} {}", inside("info.toml"), inside("info.away"));
        attacks.push(("rename", away));
        attacks.push(("remove", inside(".gradlings/state.toml")));
        attacks.push(("write", self.home.path().join("mine").display().to_string()));
        attacks.push(("session", String::new()));
        attacks
    }

    fn run(&self, attack: &str, given: &str, expected: &str) -> Ran {
        self.rogue.judge(attack, given, expected)
    }
}

fn is_whole() {
    assert_eq!(sandbox::shortfalls(), Vec::<String>::new());
}

fn all_refused() {
    let target = Target::new();
    for (attack, given) in target.attacks() {
        let ran = target.run(attack, &given, "refused");
        assert_eq!(
            ran.outcome.verdict,
            Verdict::Passed,
            "{attack} {given}: {ran:?}"
        );
    }
    let state = fs::read_to_string(target.rogue.path(".gradlings/state.toml"));
    assert_eq!(state.expect("still there"), SECRET);
    // What it may do, it can.
    let ran = target.run("scratch", "", "succeeded");
    assert_eq!(ran.outcome.verdict, Verdict::Passed, "{ran:?}");
    let ran = target.run("process", "", "refused");
    assert!(ran.message().contains("started another process"), "{ran:?}");
}

fn all_succeed() {
    let target = Target::new();
    for (attack, given) in target.attacks() {
        // It becomes a program that ends without an answer, and leads its session already.
        let (expected, verdict) = match attack {
            "become" => ("", Verdict::NoAnswer),
            "session" => continue,
            _ => ("succeeded", Verdict::Passed),
        };
        let ran = target.run(attack, &given, expected);
        assert_eq!(ran.outcome.verdict, verdict, "{attack} {given}: {ran:?}");
    }
}

fn no_verdict() {
    let target = Target::new();
    for (attack, verdict) in [
        ("says_it_is_the_reference", Verdict::NoAnswer),
        ("prints_a_verdict", Verdict::NoAnswer),
    ] {
        let ran = target.run(attack, "wrong", "right");
        assert_eq!(ran.outcome.verdict, verdict, "{attack}: {ran:?}");
        let escapes = ran.lines.iter().any(|line| line.contains('\u{1b}'));
        assert!(!escapes, "{:?}", ran.lines);
    }
    let ran = target.run("honest", "wrong", "right");
    assert_eq!(ran.outcome.verdict, Verdict::Failed, "{ran:?}");
}

fn no_environment() {
    let target = Target::new();
    for name in [
        "HOME",
        "USER",
        "CARGO_MANIFEST_DIR",
        "CARGO_HOME",
        "SSL_CERT_FILE",
        rogue_support::SECRET,
    ] {
        let ran = target.run("environment", name, "refused");
        assert_eq!(ran.outcome.verdict, Verdict::Passed, "{name}: {ran:?}");
    }
}

/// Programs that read at compile time.
fn compiler_is_confined() {
    let target = Target::new();
    let outside = target.home.path().join("letter").display().to_string();
    fs::write(target.home.path().join("letter"), "pub fn f() {}").expect("written");
    target
        .rogue
        .write("solutions/01_a/rogue.rs", "pub fn f() {}");
    target.rogue.write("exercises/helper.rs", "pub fn f() {}");
    let include =
        |path: &str| format!("fn main() {{ print!(\"{{}}\", include_bytes!({path:?}).len()) }}");
    let module = |path: &str| format!("#[path = {path:?}] mod other; fn main() {{ other::f() }}");
    let course = target.rogue.folder.path().display().to_string();
    // The program, its text, and whether it may be built.
    let programs = [
        ("helper_of_the_course", module("../helper.rs"), true),
        ("data_of_the_course", include("../../info.toml"), true),
        (
            "solution_as_module",
            module("../../solutions/01_a/rogue.rs"),
            false,
        ),
        (
            "solution_as_bytes",
            include("../../solutions/01_a/rogue.rs"),
            false,
        ),
        ("labels", include("../../checks/held_out/labels.gz"), false),
        (
            "sheet",
            include(&format!("{course}/.gradlings/cache/rogue-0-12.sheet")),
            false,
        ),
        ("state", include("../../.gradlings/state.toml"), false),
        (
            "reference",
            include("../../.gradlings/references/other_solution"),
            false,
        ),
        ("letter", include(&outside), false),
        ("letter_as_module", module(&outside), false),
        ("letter_through_a_link", include("../link"), false),
        (
            "secret_of_the_environment",
            format!(
                "const _: () = assert!(option_env!({:?}).is_none()); fn main() {{ let _ = env!(\"HOME\"); }}",
                rogue_support::SECRET
            ),
            true,
        ),
    ];
    std::os::unix::fs::symlink(&outside, target.rogue.path("exercises/link")).expect("made");
    manifests(&target.rogue);
    for (name, text, may) in programs {
        target
            .rogue
            .write(&format!("exercises/01_a/{name}.rs"), &text);
        let (built, said) = built(&target.rogue, name, Duration::from_secs(120), &mut |_| {});
        assert_eq!(matches!(built, Built::Done(_)), may, "{name}: {said:?}");
        // It may not be read where it lies, and it does not lie with the text.
        let why = ["Permission denied", "No such file"];
        let refused = |said: &String| why.iter().any(|why| said.contains(why));
        assert!(may || said.iter().any(refused), "{name}: {said:?}");
    }
}

/// Builds an exercise called `name` that has been written, and gives the errors of rustc.
fn built(
    rogue: &Rogue,
    name: &str,
    budget: Duration,
    happened: &mut dyn FnMut(&BuildEvent),
) -> (Built, Vec<String>) {
    let course = rogue.course_with(name);
    let source = Source::of_exercise(&course, &course.exercises[0]).expect("written");
    let mut errors = Vec::new();
    let built = build(
        &Workshop::of_candidates(&course),
        source,
        budget,
        &Stop::default(),
        &mut |event| {
            happened(&event);
            if let BuildEvent::Message(message) = event
                && message.level == Level::Error
            {
                errors.push(message.summary);
            }
        },
    );
    match built {
        Ok(built) => (built, errors),
        Err(problem) => panic!("{name}: {problem}"),
    }
}

fn compiler_has_a_budget() {
    let rogue = Rogue::new(5);
    let endless = "#![allow(long_running_const_eval)] const X: u64 = { let mut x = 0; loop { x += 1; if x == 0 { break } } x }; fn main() { print!(\"{X}\") }";
    let macros = "macro_rules! m { ($($x:tt)*) => { m!($($x)* $($x)*) } } fn main() { m!(a) }";
    rogue.write("exercises/01_a/endless.rs", endless);
    rogue.write("exercises/01_a/macros.rs", macros);
    manifests(&rogue);
    for name in ["endless", "macros"] {
        let mut told = false;
        let budget = Duration::from_secs(4);
        let (built, _) = built(&rogue, name, budget, &mut |event| {
            told |= matches!(event, BuildEvent::Budget(_));
        });
        let ended = match built {
            Built::TimedOut => told,
            Built::OutOfMemory => true,
            _ => false,
        };
        assert!(
            ended,
            "{name} was built, or its budget was not told: {told}"
        );
        wait_until("the compilers are gone", || {
            compilers_of(rogue.folder.path()).is_empty()
        });
    }
}

/// The compilers that still work for a course.
fn compilers_of(course: &std::path::Path) -> Vec<u32> {
    let course = course.display().to_string();
    let all = fs::read_dir("/proc").expect("there").flatten();
    let numbers = all.filter_map(|entry| entry.file_name().to_str()?.parse::<u32>().ok());
    numbers
        .filter(|number| {
            let words = fs::read(format!("/proc/{number}/cmdline")).unwrap_or_default();
            String::from_utf8_lossy(&words).contains(&course) && is_alive(*number)
        })
        .collect()
}

fn manifests(rogue: &Rogue) {
    rogue.write(
        "Cargo.toml",
        "[workspace]\nmembers = [\"exercises\"]\nresolver = \"2\"\n[profile.exercise]\ninherits = \"dev\"\ndebug = false\n",
    );
    rogue.write(
        "exercises/Cargo.toml",
        "[package]\nname = \"rogues\"\nversion = \"0.1.0\"\nedition = \"2024\"\n",
    );
}
