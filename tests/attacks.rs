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
use gradlings::runner::reference::Reference;
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
    (
        "in the sandbox further attempts are refused as well",
        further_are_refused,
    ),
    ("a candidate cannot write its own verdict", no_verdict),
    (
        "a candidate keeps nothing of the learner's environment",
        no_environment,
    ),
    (
        "a candidate inherits nothing that was open before",
        no_descriptors,
    ),
    ("a candidate has no right of root but one", no_capabilities),
    (
        "system calls that no exercise needs are refused",
        calls_are_refused,
    ),
    ("a candidate runs no program of the system", no_programs),
    (
        "of the folders of libraries only libraries are read",
        only_libraries,
    ),
    (
        "what an exercise needs of the system is allowed",
        needs_are_allowed,
    ),
    (
        "a candidate has few descriptors and few threads",
        few_of_all,
    ),
    (
        "the compiler reads the course and nothing else",
        compiler_is_confined,
    ),
    (
        "a reference is confined like a candidate",
        reference_is_confined,
    ),
    (
        "a compiler makes no system call that leads out",
        compiler_calls_are_refused,
    ),
    (
        "without Landlock the rest of the sandbox holds",
        holds_without_landlock,
    ),
    ("the compiler has a budget", compiler_has_a_budget),
];

/// On a kernel without Landlock, or what looks like one.
const WITHOUT_LANDLOCK: &[Test] = &[
    (
        "without Landlock a sandbox that is required runs nothing, and one that is preferred says what is missing",
        landlock_is_missed,
    ),
    (
        "without Landlock a candidate makes no connection, no process and no other call that it does not need",
        rest_is_refused,
    ),
    (
        "without Landlock a compiler makes no system call that leads out",
        compiler_calls_are_refused,
    ),
];

const WITHOUT_SANDBOX: &[Test] = &[
    ("without the sandbox every attack succeeds", all_succeed),
    (
        "without the sandbox the system calls are answered",
        calls_are_answered,
    ),
    (
        "without the sandbox the system calls of a compiler are answered",
        compiler_calls_are_answered,
    ),
    (
        "without the sandbox a reference does what it likes",
        reference_is_free,
    ),
];

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
    ("environment", |name| given_or_not(&name)),
    ("inherited", |path| {
        let open = fs::read_dir("/proc/self/fd").expect("its own").flatten();
        let mut targets = open.filter_map(|entry| fs::read_link(entry.path()).ok());
        match targets.any(|target| target.to_str() == Some(&path)) {
            true => "succeeded".to_owned(),
            false => "refused".to_owned(),
        }
    }),
    ("capabilities", |_| {
        let status = fs::read_to_string("/proc/self/status").expect("its own");
        let sets = status.lines().filter(|line| {
            ["CapInh", "CapPrm", "CapEff", "CapAmb"]
                .iter()
                .any(|set| line.starts_with(set))
        });
        // The one that is kept has the number 1.
        let is_more = |line: &str| {
            let set = line.split_whitespace().last().expect("a number");
            u64::from_str_radix(set, 16).expect("a number") & !(1 << 1) != 0
        };
        let more: Vec<&str> = sets.filter(|line| is_more(line)).collect();
        match more.is_empty() {
            true => "refused".to_owned(),
            false => more.join(" "),
        }
    }),
    ("call", |words| called(&words)),
    ("open", |_| {
        let open = std::iter::repeat_with(|| fs::File::open("/dev/null"));
        let open: Vec<_> = open.take(1000).take_while(io::Result::is_ok).collect();
        match open.len() < 256 {
            true => "refused".to_owned(),
            false => format!("{} are open", open.len()),
        }
    }),
    ("threads", |_| {
        let start = || {
            std::thread::Builder::new()
                .stack_size(64 << 10)
                .spawn(parked)
        };
        let mut threads = std::iter::repeat_with(start).take(5000);
        if threads.any(|thread| thread.is_err()) {
            return "refused".to_owned();
        }
        // Somebody else has to stop it.
        parked();
        "succeeded".to_owned()
    }),
    ("needs", |_| told(needs())),
    ("moves_its_folder", |_| {
        let own = std::env::current_dir().expect("its scratch folder");
        let away = own.with_extension("away");
        told(fs::rename(&own, &away).and_then(|()| fs::rename(&away, &own)))
    }),
    ("unlocks_its_folder", |_| {
        let own = std::env::current_dir().expect("its scratch folder");
        told(fs::remove_file(own.with_extension("lock")))
    }),
    ("runs_what_it_wrote", |_| {
        use std::os::unix::fs::OpenOptionsExt;
        use std::os::unix::process::CommandExt;
        let mut options = fs::OpenOptions::new();
        let file = options.create(true).write(true).mode(0o755).open("mine");
        let mut file = file.expect("in its scratch folder");
        file.write_all(b"#!/bin/true\n").expect("written");
        drop(file);
        told::<()>(Err(Command::new("./mine").exec()))
    }),
    ("raises_its_limits", |_| {
        use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};
        let raised = [Resource::Nofile, Resource::Data, Resource::Fsize].map(|resource| {
            let most = getrlimit(resource).maximum.map(|most| most + 1);
            let more = Rlimit {
                current: most,
                maximum: most,
            };
            told(setrlimit(resource, more).map_err(Into::into))
        });
        same(&raised)
    }),
    ("calls_the_runner", |_| {
        let runner = rustix::process::getppid().expect("a runner");
        let runner = i64::from(runner.as_raw_nonzero().get());
        let calls = [
            (libc::SYS_kill, [runner, 0, 0, 0]),
            (libc::SYS_tkill, [runner, 0, 0, 0]),
            (libc::SYS_tgkill, [runner, runner, 0, 0]),
            (libc::SYS_rt_sigqueueinfo, [runner, 0, 0, 0]),
            (libc::SYS_pidfd_open, [runner, 0, 0, 0]),
            (libc::SYS_prlimit64, [runner, 7, 0, 0]),
            (libc::SYS_setpriority, [0, runner, 19, 0]),
            (libc::SYS_sched_setaffinity, [runner, 0, 0, 0]),
            (libc::SYS_sched_setscheduler, [runner, 0, 0, 0]),
            (libc::SYS_ptrace, [16, runner, 0, 0]),
            (libc::SYS_process_vm_readv, [runner, 0, 0, 0]),
            (libc::SYS_move_pages, [runner, 0, 0, 0]),
            // Who is told by a signal that something can be read.
            (libc::SYS_fcntl, [0, libc::F_SETOWN as i64, runner, 0]),
            (libc::SYS_ioctl, [0, 0x8901, 0, 0]),
            (libc::SYS_ioctl, [0, libc::FIOASYNC as i64, 0, 0]),
        ];
        same(&calls.map(|(number, given)| call(number, given)))
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
    let mut words = std::env::args();
    if words.next().is_some_and(|name| name.ends_with(REFERENCE)) {
        return be_a_reference();
    }
    if words.next().as_deref() == Some(COMPILER) {
        words.for_each(|call| println!("{}", called(&call)));
        return;
    }
    let serve = || rogue_support::serve(FUNCTIONS);
    if std::env::var_os(NO_LANDLOCK).is_some() {
        forget_landlock();
        return rogue_support::main(serve, WITHOUT_LANDLOCK, &[]);
    }
    rogue_support::main(serve, CONFINED, WITHOUT_SANDBOX);
}

fn channel() -> UnixStream {
    UnixStream::from(
        io::stdin()
            .as_fd()
            .try_clone_to_owned()
            .expect("the channel"),
    )
}

/// What a program may well do: threads that wait for one another, time, chance, and files of its own.
fn needs() -> io::Result<()> {
    use std::io::IsTerminal;
    use std::sync::{Condvar, Mutex};

    let (done, all) = (Mutex::new(0), Condvar::new());
    std::thread::scope(|scope| {
        for number in 0..4 {
            let work = || {
                *done.lock().expect("no panic") += 1;
                all.notify_all();
            };
            let named = std::thread::Builder::new().name(format!("worker {number}"));
            named.spawn_scoped(scope, work)?;
        }
        let mut count = done.lock().expect("no panic");
        while *count < 4 {
            count = all.wait(count).expect("no panic");
        }
        io::Result::Ok(())
    })?;
    std::thread::available_parallelism()?;
    std::thread::sleep(Duration::from_millis(1));
    let _ = (std::time::Instant::now(), std::time::SystemTime::now());
    let _ = std::collections::HashMap::<u8, u8>::new();
    let _ = io::stdin().is_terminal();
    let _ = std::panic::catch_unwind(|| panic!("on purpose"));
    // It is in memory once it is written to, and goes back to the system.
    drop(vec![1_u8; 64 << 20]);
    fs::create_dir_all("folder/inner")?;
    fs::write("folder/one", "x")?;
    fs::rename("folder/one", "folder/two")?;
    fs::write("folder/three", "x")?;
    fs::OpenOptions::new()
        .append(true)
        .open("folder/two")?
        .set_len(100)?;
    let mut file = fs::File::open("folder/two")?;
    io::Seek::seek(&mut file, io::SeekFrom::End(-1))?;
    file.try_clone()?.read_to_end(&mut Vec::new())?;
    file.sync_all()?;
    let many = fs::read_dir("folder")?.count();
    fs::canonicalize("folder")?;
    fs::remove_dir_all("folder")?;
    match many {
        3 => Ok(()),
        _ => Err(io::Error::other(format!("{many} entries"))),
    }
}

fn parked() {
    loop {
        std::thread::park();
    }
}

/// What came of several attacks, where the same came of all of them.
fn same(said: &[String]) -> String {
    match said.iter().all(|it| *it == said[0]) {
        true => said[0].clone(),
        false => said.join(", "),
    }
}

/// What stands in a variable, where it is given.
fn given_or_not(name: &str) -> String {
    std::env::var(name).unwrap_or_else(|_| "refused".to_owned())
}

/// Makes the call of these numbers, as [`given_to`] writes them.
fn called(words: &str) -> String {
    let mut words = words.split(' ').map(|word| word.parse().expect("a number"));
    let number = words.next().expect("a number");
    let mut next = || words.next().unwrap_or(0);
    call(number, [next(), next(), next(), next()])
}

/// Makes a system call with numbers that lead to nothing: one that is not refused is answered with another error.
// No crate has a safe form of a call by its number, and the filter has to be asked about each of them.
#[allow(unsafe_code)]
fn call(number: i64, given: [i64; 4]) -> String {
    let [a, b, c, d] = given;
    // SAFETY: `CALLS` gives no address but null, and asks for no memory at a place of its own.
    let answer = unsafe { libc::syscall(number, a, b, c, d, -1_i64, 0_i64) };
    let error = io::Error::last_os_error();
    match answer {
        -1 => told::<()>(Err(error)),
        _ => "succeeded".to_owned(),
    }
}

/// System calls, with arguments where null alone would not tell.
const CALLS: &[(&str, i64, [i64; 4])] = &[
    ("chmod", libc::SYS_fchmodat, [-1, 0, 0, 0]),
    ("chmod of a descriptor", libc::SYS_fchmod, [-1, 0, 0, 0]),
    ("chmod with flags", 452, [-1, 0, 0, 0]),
    ("chown", libc::SYS_fchownat, [-1, 0, 0, 0]),
    ("chown of a descriptor", libc::SYS_fchown, [-1, 0, 0, 0]),
    ("times", libc::SYS_utimensat, [-1, 0, 0, -1]),
    ("attribute", libc::SYS_setxattr, [0, 0, 0, 0]),
    ("attribute of a link", libc::SYS_lsetxattr, [0, 0, 0, 0]),
    (
        "attribute of a descriptor",
        libc::SYS_fsetxattr,
        [-1, 0, 0, 0],
    ),
    ("attribute taken away", libc::SYS_removexattr, [0, 0, 0, 0]),
    ("attribute at a folder", 463, [-1, 0, 0, 0]),
    ("mknod", libc::SYS_mknodat, [-1, 0, 0, 0]),
    ("inotify", libc::SYS_inotify_init1, [-1, 0, 0, 0]),
    ("inotify, more", libc::SYS_inotify_add_watch, [-1, 0, 1, 0]),
    ("memfd", libc::SYS_memfd_create, [0, 0, 0, 0]),
    ("memfd_secret", libc::SYS_memfd_secret, [-1, 0, 0, 0]),
    (
        "handle of a file",
        libc::SYS_name_to_handle_at,
        [-1, 0, 0, 0],
    ),
    ("socketpair", libc::SYS_socketpair, [0, 0, 0, 0]),
    (
        "death signal",
        libc::SYS_prctl,
        [libc::PR_SET_PDEATHSIG as i64, 999, 0, 0],
    ),
    // No length: it would be refused as well.
    ("shared memory", libc::SYS_mmap, [0, 0, 1, 0x21]),
    ("shared memory of a file", libc::SYS_mmap, [0, 4096, 1, 1]),
    ("link", libc::SYS_linkat, [-1, 0, -1, 0]),
    ("symbolic link", libc::SYS_symlinkat, [0, -1, 0, 0]),
    ("program by descriptor", libc::SYS_execveat, [-1, 0, 0, 0]),
    ("waiting for many", libc::SYS_epoll_create1, [-1, 0, 0, 0]),
    ("counter", libc::SYS_eventfd2, [0, -1, 0, 0]),
    (
        "clock by descriptor",
        libc::SYS_timerfd_create,
        [-1, 0, 0, 0],
    ),
    ("signals by descriptor", libc::SYS_signalfd4, [-1, 0, 0, 0]),
    ("splice", libc::SYS_splice, [-1, 0, -1, 0]),
    ("vmsplice", libc::SYS_vmsplice, [-1, 0, 0, 0]),
    ("tee", libc::SYS_tee, [-1, -1, 1, 0]),
    ("sendfile", libc::SYS_sendfile, [-1, -1, 0, 0]),
    (
        "descriptors through the channel",
        libc::SYS_sendmsg,
        [-1, 0, 0, 0],
    ),
    (
        "descriptors from the channel",
        libc::SYS_recvmsg,
        [-1, 0, 0, 0],
    ),
    (
        "larger buffers of the channel",
        libc::SYS_setsockopt,
        [-1, 1, 7, 0],
    ),
    ("bind", libc::SYS_bind, [-1, 0, 0, 0]),
    ("connect", libc::SYS_connect, [-1, 0, 0, 0]),
    (
        "changes in a folder",
        libc::SYS_fcntl,
        [-1, libc::F_NOTIFY as i64, 0, 0],
    ),
    (
        "larger pipes",
        libc::SYS_fcntl,
        [-1, libc::F_SETPIPE_SZ as i64, 0, 0],
    ),
    (
        "lease",
        libc::SYS_fcntl,
        [-1, libc::F_SETLEASE as i64, 0, 0],
    ),
    ("file lock", libc::SYS_flock, [-1, 0, 0, 0]),
    ("memory that stays", libc::SYS_mlock, [0, 0, 0, 0]),
    ("timer", libc::SYS_timer_create, [-1, 0, 0, 0]),
    ("interval timer", libc::SYS_setitimer, [-1, 0, 0, 0]),
    ("personality", libc::SYS_personality, [0xffff_ffff, 0, 0, 0]),
    ("another filter", libc::SYS_seccomp, [-1, 0, 0, 0]),
    ("other cores", libc::SYS_sched_setaffinity, [0, 0, 0, 0]),
    ("children", libc::SYS_waitid, [-1, 0, 0, 0]),
    ("all files to the disk", libc::SYS_syncfs, [-1, 0, 0, 0]),
    ("who is in the memory", libc::SYS_mincore, [1, 0, 0, 0]),
    ("signal to the group", libc::SYS_kill, [0, 0, 0, 0]),
    (
        "children of others",
        libc::SYS_prctl,
        [libc::PR_SET_CHILD_SUBREAPER as i64, 0, 0, 0],
    ),
    (
        "terminal of its own",
        libc::SYS_ioctl,
        [-1, libc::TIOCSCTTY as i64, 0, 0],
    ),
    // Nobody has looked at it: the number of a call of the future.
    ("a new call", 999, [0, 0, 0, 0]),
];

/// Those that a system may refuse by itself: to all but root, or to whoever is in a container.
const CALLS_OF_SOME: &[(&str, i64, [i64; 4])] = &[
    ("fanotify", libc::SYS_fanotify_init, [-1, 0, 0, 0]),
    ("io_uring", libc::SYS_io_uring_setup, [0, 0, 0, 0]),
    (
        "file by its handle",
        libc::SYS_open_by_handle_at,
        [-1, 0, 0, 0],
    ),
];

/// Those that no compiler makes. The last of them would be refused where the others have succeeded.
const CALLS_OF_COMPILERS: &[(&str, i64, [i64; 4])] = &[
    ("UDP", libc::SYS_socket, [2, 2, 0, 0]),
    ("socket with a path", libc::SYS_socket, [1, 1, 0, 0]),
    ("looking into another", libc::SYS_ptrace, [999, -1, 0, 0]),
    (
        "memory of another",
        libc::SYS_process_vm_readv,
        [-1, 0, 0, 0],
    ),
    ("comparing others", libc::SYS_kcmp, [-1, -1, 0, 0]),
    ("key", libc::SYS_add_key, [0, 0, 0, 0]),
    ("keys", libc::SYS_keyctl, [-1, 0, 0, 0]),
    (
        "handle of a file",
        libc::SYS_name_to_handle_at,
        [-1, 0, 0, 0],
    ),
    ("namespace of its own", libc::SYS_unshare, [0, 0, 0, 0]),
    ("namespace of others", libc::SYS_setns, [-1, 0, 0, 0]),
    ("typing", libc::SYS_ioctl, [-1, libc::TIOCSTI as i64, 0, 0]),
    ("another group", libc::SYS_setpgid, [-1, 0, 0, 0]),
    ("another session", libc::SYS_setsid, [0, 0, 0, 0]),
];

/// Those that a system may refuse to all but root.
const CALLS_OF_COMPILERS_OF_SOME: &[(&str, i64, [i64; 4])] = &[
    ("mount", libc::SYS_mount, [0, 0, 0, 0]),
    ("chroot", libc::SYS_chroot, [0, 0, 0, 0]),
    ("program in the kernel", libc::SYS_bpf, [-1, 0, 0, 0]),
    (
        "measuring the kernel",
        libc::SYS_perf_event_open,
        [0, -1, 0, 0],
    ),
    ("page faults", libc::SYS_userfaultfd, [-1, 0, 0, 0]),
    ("io_uring", libc::SYS_io_uring_setup, [0, 0, 0, 0]),
    ("the kernel's log", libc::SYS_syslog, [-1, 0, 0, 0]),
    ("name of the machine", libc::SYS_sethostname, [0, -1, 0, 0]),
];

/// The processor has a second number for some.
#[cfg(target_arch = "x86_64")]
const OLD_CALLS: &[(&str, i64, [i64; 4])] = &[
    ("chmod", libc::SYS_chmod, [0; 4]),
    ("chown", libc::SYS_chown, [0; 4]),
    ("lchown", libc::SYS_lchown, [0; 4]),
    ("utime", libc::SYS_utime, [0; 4]),
    ("utimes", libc::SYS_utimes, [0; 4]),
    ("futimesat", libc::SYS_futimesat, [-1, 0, 0, 0]),
    ("mknod", libc::SYS_mknod, [0; 4]),
];
#[cfg(not(target_arch = "x86_64"))]
const OLD_CALLS: &[(&str, i64, [i64; 4])] = &[];

fn given_to(number: i64, given: [i64; 4]) -> String {
    let [a, b, c, d] = given;
    format!("{number} {a} {b} {c} {d}")
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

fn further_are_refused() {
    let target = Target::new();
    let own = std::env::current_exe().expect("its path");
    let own = own.display();
    let secret = target.rogue.path(".gradlings/cache/rogue-0-12.sheet");
    let secret = secret.display();
    // Where it lies depends on the version.
    let groups = ["", "unified/", "systemd/"].map(|it| format!("/sys/fs/cgroup/{it}cgroup.procs"));
    let group = groups.iter().find(|path| fs::metadata(path).is_ok());
    let group = group.unwrap_or(&groups[0]).clone();
    // The folder of another program that runs at the same time.
    let other = target.rogue.path(".gradlings/scratch/run-other/letter");
    target
        .rogue
        .write(".gradlings/scratch/run-other/letter", SECRET);
    let table = [
        ("read", "/proc/1/cmdline".to_owned()),
        ("list", "/proc".to_owned()),
        ("read", format!("/proc/self/root{secret}")),
        (
            "read",
            "/proc/self/cwd/../../cache/rogue-0-12.sheet".to_owned(),
        ),
        ("read", "../../cache/rogue-0-12.sheet".to_owned()),
        ("read", other.display().to_string()),
        ("write", other.display().to_string()),
        ("list", "..".to_owned()),
        ("append", "/proc/self/oom_score_adj".to_owned()),
        ("append", "/proc/self/clear_refs".to_owned()),
        ("append", "/proc/self/mem".to_owned()),
        ("append", group),
        ("write", "/sys/fs/cgroup/mine".to_owned()),
        ("rename", format!("{own} {own}.away")),
        ("append", "/dev/zero".to_owned()),
        ("append", "/dev/tty".to_owned()),
        ("read", "/dev/kmsg".to_owned()),
        ("write", "/dev/shm/mine".to_owned()),
        ("write", "/tmp/mine".to_owned()),
        ("moves_its_folder", String::new()),
        ("unlocks_its_folder", String::new()),
        ("runs_what_it_wrote", String::new()),
        ("raises_its_limits", String::new()),
        ("calls_the_runner", String::new()),
    ];
    let mut faults = Vec::new();
    for (attack, given) in table {
        let ran = target.run(attack, &given, "refused");
        if ran.outcome.verdict != Verdict::Passed {
            faults.push(format!("{attack} {given}: {ran:?}"));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
    fs::remove_dir_all(other.parent().expect("a folder")).expect("removed");
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

fn no_descriptors() {
    let target = Target::new();
    let path = target.home.path().join("letter");
    let letter = fs::File::open(&path).expect("written");
    rustix::io::fcntl_setfd(&letter, rustix::io::FdFlags::empty()).expect("inherited");
    let path = fs::canonicalize(path).expect("there").display().to_string();
    let ran = target.run("inherited", &path, "refused");
    assert_eq!(ran.outcome.verdict, Verdict::Passed, "{ran:?}");
}

fn no_capabilities() {
    let ran = Target::new().run("capabilities", "", "refused");
    assert_eq!(ran.outcome.verdict, Verdict::Passed, "{ran:?}");
}

fn calls_are_refused() {
    let target = Target::new();
    for (name, number, given) in CALLS.iter().chain(CALLS_OF_SOME).chain(OLD_CALLS) {
        let ran = target.run("call", &given_to(*number, *given), "refused");
        assert_eq!(ran.outcome.verdict, Verdict::Passed, "{name}: {ran:?}");
    }
    // Memory of its own is not shared, and it has as much as it likes.
    let own = given_to(libc::SYS_mmap, [0, 4096, 1, 0x22]);
    let ran = target.run("call", &own, "succeeded");
    assert_eq!(ran.outcome.verdict, Verdict::Passed, "{ran:?}");
}

fn calls_are_answered() {
    let target = Target::new();
    for (name, number, given) in CALLS.iter().chain(OLD_CALLS) {
        let ran = target.run("call", &given_to(*number, *given), "refused");
        assert_eq!(ran.outcome.verdict, Verdict::Failed, "{name}: {ran:?}");
    }
}

fn needs_are_allowed() {
    let ran = Target::new().run("needs", "", "succeeded");
    assert_eq!(ran.outcome.verdict, Verdict::Passed, "{ran:?}");
}

/// The dynamic linker may be run, because every program is begun by it, and it runs in the sandbox like the program.
fn no_programs() {
    let target = Target::new();
    let found = programs_below("/usr/lib").or_else(|| programs_below("/usr/libexec"));
    let Some(program) = found else {
        return println!("no program lies among the libraries of this system");
    };
    let ran = target.run("become", &program, "refused");
    assert_eq!(ran.outcome.verdict, Verdict::Passed, "{program}: {ran:?}");
}

/// A program that lies among libraries.
fn programs_below(folder: &str) -> Option<String> {
    use std::os::unix::fs::PermissionsExt;
    let mut folders = vec![std::path::PathBuf::from(folder)];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
            let path = entry.path();
            let Ok(kind) = entry.file_type() else {
                continue;
            };
            let is_program = || {
                let may = entry
                    .metadata()
                    .is_ok_and(|it| it.permissions().mode() & 0o111 == 0o111);
                let name = entry.file_name();
                let name = name.to_string_lossy();
                may && !name.contains(".so") && !name.contains("ld-")
            };
            if kind.is_dir() {
                folders.push(path);
            } else if kind.is_file() && is_program() {
                return Some(path.display().to_string());
            }
        }
    }
    None
}

fn only_libraries() {
    let target = Target::new();
    for folder in std::env::split_paths(&std::env::var_os("LD_LIBRARY_PATH").unwrap_or_default()) {
        if folder != std::path::Path::new(rogue_support::FOLDER) {
            continue;
        }
        let path = folder.join("letter");
        let ran = target.run("read", &path.display().to_string(), "refused");
        assert_eq!(ran.outcome.verdict, Verdict::Passed, "{ran:?}");
        let ran = target.run(
            "read",
            &folder.join("libletter.so").display().to_string(),
            "succeeded",
        );
        assert_eq!(ran.outcome.verdict, Verdict::Passed, "{ran:?}");
        return;
    }
    panic!("the folder is not among those of libraries");
}

fn few_of_all() {
    let target = Target::new();
    let ran = target.run("open", "", "refused");
    assert_eq!(ran.outcome.verdict, Verdict::Passed, "{ran:?}");
    // The limit of a user does not hold root, whose program is stopped instead.
    let ran = target.run("threads", "", "refused");
    let stopped = ran.message().contains("threads");
    assert!(stopped || ran.outcome.verdict == Verdict::Passed, "{ran:?}");
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
            "folder_of_programs",
            include(&format!("{}/letter", rogue_support::FOLDER)),
            false,
        ),
        (
            "the_program_itself",
            include(env!("CARGO_BIN_EXE_gradlings")),
            false,
        ),
        (
            "environment",
            format!(
                "const _: () = assert!(option_env!({:?}).is_none() && option_env!(\"HOME\").is_none()); fn main() {{}}",
                rogue_support::PLAIN
            ),
            true,
        ),
        (
            "environment_as_a_file",
            "const TEXT: &[u8] = include_bytes!(\"/proc/self/environ\"); const _: () = { let (mut at, word) = (0, b\"ROGUE_\"); while at + word.len() <= TEXT.len() { let mut same = 0; while same < word.len() && TEXT[at + same] == word[same] { same += 1 } assert!(same < word.len()); at += 1 } }; fn main() {}".to_owned(),
            true,
        ),
        (
            "secret_of_the_environment",
            format!(
                "const _: () = assert!(option_env!({:?}).is_none()); fn main() {{ let _ = env!(\"CARGO_PKG_NAME\"); }}",
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

/// Set for a copy of this program on a kernel that knows no Landlock.
const NO_LANDLOCK: &str = "ROGUE_WITHOUT_LANDLOCK";

/// Has the kernel answer to this process, and to all that it starts, as one does that has no Landlock.
fn forget_landlock() {
    use seccompiler::{SeccompAction, SeccompFilter};
    let rules = [(libc::SYS_landlock_create_ruleset, Vec::new())];
    let filter = SeccompFilter::new(
        rules.into(),
        SeccompAction::Allow,
        SeccompAction::Errno(libc::ENOSYS as u32),
        std::env::consts::ARCH
            .try_into()
            .expect("a processor with filters"),
    );
    let program: seccompiler::BpfProgram = filter.expect("sound").try_into().expect("small");
    seccompiler::apply_filter_all_threads(&program).expect("installed");
}

fn holds_without_landlock() {
    let status = Command::new(std::env::current_exe().expect("its path"))
        .env(NO_LANDLOCK, "1")
        .status();
    assert!(status.expect("started").success());
}

fn landlock_is_missed() {
    let shortfalls = sandbox::shortfalls();
    let [missing] = &shortfalls[..] else {
        panic!("{shortfalls:?}");
    };
    assert!(missing.contains("Landlock"), "{missing}");
    let rogue = Rogue::new(5);
    let rogue = rogue.folder.path();
    fs::write(rogue.join("info.toml"), "format = 2\ntitle = \"T\"\n").expect("written");
    let ran = |mode: &str| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_gradlings"));
        command.args(["--sandbox", mode, "run", "--plain", "--course"]);
        let output = command.arg(rogue).output().expect("started");
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        (output.status.code(), said)
    };
    let (code, said) = ran("require");
    assert_eq!(code, Some(2), "{said}");
    assert!(
        said.contains(missing) && said.contains("--sandbox prefer"),
        "{said}"
    );
    let doctor = Command::new(env!("CARGO_BIN_EXE_gradlings"))
        .args(["doctor", "--course"])
        .arg(rogue)
        .output()
        .expect("started");
    let doctor = String::from_utf8_lossy(&doctor.stdout).replace('\n', " ");
    assert!(
        !doctor.contains("Landlock version") && doctor.contains("System calls are filtered"),
        "{doctor}"
    );
    let (_, said) = ran("prefer");
    assert!(said.contains(missing), "{said}");
    assert!(!said.contains("--sandbox prefer"), "{said}");
    let (_, said) = ran("off");
    assert!(
        !said.contains(missing) && said.contains("The sandbox is off"),
        "{said}"
    );
}

fn rest_is_refused() {
    let target = Target::new();
    let calls = CALLS.iter().chain(OLD_CALLS);
    for (name, number, given) in calls {
        let ran = target.run("call", &given_to(*number, *given), "refused");
        assert_eq!(ran.outcome.verdict, Verdict::Passed, "{name}: {ran:?}");
    }
    for (attack, given) in target.attacks() {
        let is_refused = [
            "tcp",
            "tcp_server",
            "udp",
            "unix",
            "signal",
            "session",
            "link",
        ]
        .contains(&attack);
        if is_refused {
            let ran = target.run(attack, &given, "refused");
            assert_eq!(ran.outcome.verdict, Verdict::Passed, "{attack}: {ran:?}");
        }
    }
    let ran = target.run("process", "", "refused");
    assert!(ran.message().contains("started another process"), "{ran:?}");
    for attack in ["capabilities", "open"] {
        let ran = target.run(attack, "", "refused");
        assert_eq!(ran.outcome.verdict, Verdict::Passed, "{attack}: {ran:?}");
    }
}

/// The name of a copy of this program in the place of a reference.
const REFERENCE: &str = "in_the_place_of_a_reference";

/// Says what comes of attacks, in the way in which a reference says that it does not work.
fn be_a_reference() {
    let hello = Hello {
        version: VERSION,
        role: Role::Reference,
        offers: Vec::new(),
    };
    let program = std::env::current_exe().expect("its path");
    let root = program.ancestors().nth(3).expect("in a course");
    let attacks = [
        told(fs::read_to_string(root.join("info.toml"))),
        told(fs::read_dir(root)),
        told(fs::read("/etc/passwd")),
        told(fs::write(root.join("mine"), "x")),
        told(UdpSocket::bind("127.0.0.1:0")),
        given_or_not("HOME"),
        called(&given_to(libc::SYS_fchmod, [-1, 0, 0, 0])),
        told(fs::write("mine", "x")),
    ];
    let said = FromReference::Broken(attacks.join(", "));
    let _ = channel().write_all(&encode(&hello).expect("small"));
    let _ = channel().write_all(&encode(&said).expect("small"));
    // Until the runner has enough.
    let _ = channel().read_to_end(&mut Vec::new());
}

/// What it says.
fn said_by_a_reference() -> String {
    let target = Target::new();
    let program = target.rogue.path(".gradlings/references").join(REFERENCE);
    fs::copy(std::env::current_exe().expect("its path"), &program).expect("copied");
    let course = target.rogue.course();
    let stop = Stop::default();
    let started = Reference::start(course, &course.exercises[0], &program, &stop);
    let plan = started.expect("started").plan();
    plan.expect_err("it does not work").to_string()
}

fn reference_is_confined() {
    let said = said_by_a_reference();
    let refused = ["refused"; 7].join(", ");
    // What it may do, it can.
    assert!(said.contains(&format!("{refused}, succeeded")), "{said}");
}

fn reference_is_free() {
    let said = said_by_a_reference();
    assert!(!said.contains("refused"), "{said}");
}

/// The first word of a copy of this program in the place of a compiler.
const COMPILER: &str = "--in-the-place-of-a-compiler";

/// What comes of these calls where a compiler makes them.
fn called_by_a_compiler(calls: &[(&str, i64, [i64; 4])]) -> Vec<String> {
    let rogue = Rogue::new(5);
    let program = std::env::current_exe().expect("its path");
    let [programs, target] = ["programs", "target"].map(|it| rogue.path(".gradlings").join(it));
    fs::create_dir_all(&programs).expect("made");
    let root = rogue.folder.path();
    let mut command = sandbox::compiler::for_program(&program, root, &programs, &target, None);
    command.arg(COMPILER);
    command.args(
        calls
            .iter()
            .map(|(_, number, given)| given_to(*number, *given)),
    );
    let output = command.output().expect("started");
    let said = String::from_utf8_lossy(&output.stdout);
    let said: Vec<String> = said.lines().map(str::to_owned).collect();
    assert_eq!(said.len(), calls.len(), "{output:?}");
    said
}

fn compiler_calls_are_refused() {
    for calls in [CALLS_OF_COMPILERS, CALLS_OF_COMPILERS_OF_SOME] {
        for ((name, ..), said) in calls.iter().zip(called_by_a_compiler(calls)) {
            assert_eq!(said, "refused", "{name}");
        }
    }
}

fn compiler_calls_are_answered() {
    let said = called_by_a_compiler(CALLS_OF_COMPILERS);
    for ((name, ..), said) in CALLS_OF_COMPILERS.iter().zip(said) {
        assert_ne!(said, "refused", "{name}");
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
