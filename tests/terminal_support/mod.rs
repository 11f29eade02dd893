//! The program in a terminal of its own: what it draws is read as a terminal would, and keys are typed into it.

// Every program that uses this uses its own part of it.
#![allow(dead_code)]

use std::fmt;
use std::io::{Read, Write};
use std::path::Path;
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::thread;
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, ExitStatus, MasterPty, PtySize, native_pty_system};

/// Far longer than anything but a first build takes: a program that draws nothing fails a test instead of stopping it.
pub const PATIENCE: Duration = Duration::from_secs(90);

/// What runs the program as a learner's shell would: the terminal is not the program's own, so what the program leaves
/// behind in it can be seen. It says how the program ended and what state the terminal is in, and after a line of input
/// it brings the program back where that was only suspended.
const SHELL: &str = r#"
number=$1; shift
sh -c 'echo $$ >"$0"; exec "$@"' "$number" "$@"
echo "shell: ended with $?"; stty -a; echo "shell: waiting"
while read -r line; do
    printf '\033[2J\033[H'; fg; echo "shell: ended with $?"; stty -a; echo "shell: waiting"
done
"#;

/// A terminal with a program in it.
pub struct Terminal {
    master: Box<dyn MasterPty + Send>,
    child: Box<dyn Child + Send + Sync>,
    keyboard: Box<dyn Write + Send>,
    output: Receiver<Vec<u8>>,
    parser: vt100::Parser<Manners>,
    drawn: usize,
    /// Whether it answers what kitty does when it is asked what it can show.
    is_kitty: bool,
    /// All that was written, as it arrived.
    written: Vec<u8>,
    /// How much of it was looked through for questions.
    looked: usize,
}

/// What a terminal does that `vt100` leaves to others.
#[derive(Default)]
struct Manners {
    /// Questions for the place of the cursor: terminals answer them.
    questions: usize,
    /// Whether an update has begun that is to be seen only once it is complete.
    updating: bool,
    /// What was put on the clipboard, as it arrived.
    clipboard: Vec<u8>,
    /// Where links led.
    links: Vec<String>,
}

impl vt100::Callbacks for Manners {
    fn copy_to_clipboard(&mut self, _screen: &mut vt100::Screen, _to: &[u8], data: &[u8]) {
        self.clipboard = data.to_vec();
    }

    fn unhandled_osc(&mut self, _screen: &mut vt100::Screen, parameters: &[&[u8]]) {
        if let [b"8", _, address] = parameters
            && !address.is_empty()
        {
            self.links
                .push(String::from_utf8_lossy(address).into_owned());
        }
    }

    fn unhandled_csi(
        &mut self,
        _screen: &mut vt100::Screen,
        first: Option<u8>,
        _second: Option<u8>,
        parameters: &[&[u16]],
        letter: char,
    ) {
        match (first, parameters, letter) {
            (None, [[6]], 'n') => self.questions += 1,
            (Some(b'?'), [[2026]], 'h') => self.updating = true,
            (Some(b'?'), [[2026]], 'l') => self.updating = false,
            _ => {}
        }
    }
}

impl Terminal {
    /// Starts a command in a terminal of so many columns and rows.
    pub fn start(command: CommandBuilder, size: (u16, u16)) -> Terminal {
        let pair = native_pty_system()
            .openpty(cells(size))
            .expect("a terminal");
        let child = pair.slave.spawn_command(command).expect("started");
        let reader = pair.master.try_clone_reader().expect("readable");
        let keyboard = pair.master.take_writer().expect("writable");
        Terminal {
            master: pair.master,
            child,
            keyboard,
            output: chunks(reader),
            parser: vt100::Parser::new_with_callbacks(
                grid(size).1,
                grid(size).0,
                0,
                Manners::default(),
            ),
            drawn: 0,
            is_kitty: false,
            written: Vec::new(),
            looked: 0,
        }
    }

    /// From now on it answers as kitty does: it has pictures, and cells of 10 x 20 pixels.
    pub fn answers_as_kitty(&mut self) {
        self.is_kitty = true;
    }

    /// All that was written, escape sequences and all.
    pub fn written(&self) -> String {
        String::from_utf8_lossy(&self.written).into_owned()
    }

    /// Forgets what was written so far.
    pub fn forget_written(&mut self) {
        self.written.clear();
        self.looked = 0;
    }

    /// Waits until this was written.
    pub fn until_written(&mut self, wanted: &str) {
        let deadline = Instant::now() + PATIENCE;
        while !self.written().contains(wanted) {
            assert!(
                Instant::now() < deadline,
                "{wanted:?} was not written:\n{self}"
            );
            self.watch_until(Instant::now() + Duration::from_millis(20));
        }
    }

    /// Types.
    pub fn types(&mut self, keys: &str) {
        self.keyboard.write_all(keys.as_bytes()).expect("typed");
        self.keyboard.flush().expect("typed");
    }

    /// Makes the terminal another size.
    pub fn resize(&mut self, size: (u16, u16)) {
        let (columns, rows) = grid(size);
        self.parser.screen_mut().set_size(rows, columns);
        // What is read from now on was drawn for the new size.
        self.parser.process(b"\x1b[2J");
        self.master.resize(cells(size)).expect("resized");
    }

    /// The screen as it was last drawn.
    pub fn screen(&self) -> &vt100::Screen {
        self.parser.screen()
    }

    /// The lines of the screen.
    pub fn text(&self) -> String {
        let (_, columns) = self.screen().size();
        let rows: Vec<String> = self.screen().rows(0, columns).collect();
        rows.join("\n")
    }

    /// What was put on the clipboard last.
    pub fn copied(&self) -> String {
        String::from_utf8_lossy(&decoded(&self.parser.callbacks().clipboard)).into_owned()
    }

    /// Where the links led that were drawn.
    pub fn links(&self) -> &[String] {
        &self.parser.callbacks().links
    }

    /// Bytes drawn since the start.
    pub fn drawn(&self) -> usize {
        self.drawn
    }

    /// Waits until every one of these is on the screen, and answers with the screen.
    pub fn until(&mut self, texts: &[&str]) -> String {
        self.until_within(PATIENCE, texts)
    }

    /// Waits until every one of these is on the screen.
    pub fn until_within(&mut self, patience: Duration, texts: &[&str]) -> String {
        self.until_that(patience, &format!("{texts:?}"), |text| {
            texts.iter().all(|wanted| text.contains(wanted))
        })
    }

    /// Waits until this is no longer on the screen.
    pub fn until_gone(&mut self, gone: &str) -> String {
        self.until_that(PATIENCE, &format!("screen without {gone:?}"), |text| {
            !text.contains(gone)
        })
    }

    /// Waits for a screen.
    pub fn until_that(
        &mut self,
        patience: Duration,
        what: &str,
        is_it: impl Fn(&str) -> bool,
    ) -> String {
        let deadline = Instant::now() + patience;
        loop {
            let text = self.text();
            if !self.parser.callbacks().updating && is_it(&text) {
                return text;
            }
            let left = deadline.saturating_duration_since(Instant::now());
            match self.output.recv_timeout(left) {
                Ok(bytes) => self.take(&bytes),
                Err(RecvTimeoutError::Timeout) => panic!("no {what} came, only:\n{self}"),
                Err(RecvTimeoutError::Disconnected) => panic!("it ended without {what}:\n{self}"),
            }
        }
    }

    /// Waits until something is drawn.
    pub fn next(&mut self, patience: Duration) {
        match self.output.recv_timeout(patience) {
            Ok(bytes) => self.take(&bytes),
            Err(why) => panic!("nothing more was drawn ({why}):\n{self}"),
        }
    }

    /// Takes in what is drawn until this moment.
    pub fn watch_until(&mut self, end: Instant) {
        loop {
            let left = end.saturating_duration_since(Instant::now());
            match self.output.recv_timeout(left) {
                Ok(bytes) => self.take(&bytes),
                Err(_) => return,
            }
        }
    }

    /// Waits for the end of the program.
    pub fn ends(&mut self) -> ExitStatus {
        // It could not end while it waits for somebody to read what it draws.
        let deadline = Instant::now() + PATIENCE;
        loop {
            if let Some(status) = self.child.try_wait().expect("waited for") {
                return status;
            }
            assert!(Instant::now() < deadline, "it does not end:\n{self}");
            self.watch_until(Instant::now() + Duration::from_millis(1));
        }
    }

    /// The number of the process that was started.
    pub fn id(&self) -> u32 {
        self.child.process_id().expect("running")
    }

    fn take(&mut self, bytes: &[u8]) {
        self.drawn += bytes.len();
        self.written.extend(bytes);
        self.answer();
        self.parser.process(bytes);
        let (row, column) = self.parser.screen().cursor_position();
        for _ in 0..std::mem::take(&mut self.parser.callbacks_mut().questions) {
            self.types(&format!("\x1b[{};{}R", row + 1, column + 1));
        }
    }
}

impl Terminal {
    /// Answers what was asked since, in order. Every question ends with that for what the terminal is.
    fn answer(&mut self) {
        const WHAT: &[u8] = b"\x1b[c";
        while let Some(end) = place(&self.written[self.looked..], WHAT) {
            let asked = &self.written[self.looked..][..end];
            let mut answers = String::new();
            for (question, answer) in [
                (&b"\x1b[16t"[..], "\x1b[6;20;10t"),
                (b"\x1b_Gi=31,", "\x1b_Gi=31;OK\x1b\\"),
                (b"\x1b[>q", "\x1bP>|kitty(0.40.0)\x1b\\"),
            ] {
                if place(asked, question).is_some() {
                    answers.push_str(answer);
                }
            }
            answers.push_str("\x1b[?62;c");
            self.looked += end + WHAT.len();
            if self.is_kitty {
                self.types(&answers);
            }
        }
    }
}

/// Where this begins in there.
fn place(bytes: &[u8], wanted: &[u8]) -> Option<usize> {
    bytes.windows(wanted.len()).position(|part| part == wanted)
}

impl Drop for Terminal {
    fn drop(&mut self) {
        // Where a test failed half way, the program would wait for keys for ever.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl fmt::Display for Terminal {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (rows, columns) = self.screen().size();
        writeln!(out, "--- {columns}x{rows} ---")?;
        for row in self.screen().rows(0, columns) {
            writeln!(out, "|{row}")?;
        }
        write!(out, "---")
    }
}

/// The program in a folder, without what this program was started with.
pub fn program(folder: &Path) -> CommandBuilder {
    program_at(Path::new(env!("CARGO_BIN_EXE_gradlings")), folder)
}

/// Another build of the program in a folder.
pub fn program_at(executable: &Path, folder: &Path) -> CommandBuilder {
    clean(CommandBuilder::new(executable), folder)
}

/// The program in a folder, started by a shell that writes its number into a file.
pub fn shell(folder: &Path, number: &Path) -> CommandBuilder {
    let mut command = CommandBuilder::new("sh");
    command.args(["-mc", SHELL, "sh"]);
    command.arg(number);
    command.arg(env!("CARGO_BIN_EXE_gradlings"));
    clean(command, folder)
}

fn clean(mut command: CommandBuilder, folder: &Path) -> CommandBuilder {
    command.cwd(folder);
    command.env("TERM", "xterm-256color");
    for name in [
        "NO_COLOR",
        "CARGO_MANIFEST_DIR",
        "EDITOR",
        "VISUAL",
        "LC_ALL",
        "LC_CTYPE",
        "LANG",
        "TMUX",
        "ZELLIJ",
        "TERM_PROGRAM",
        "VTE_VERSION",
        "WT_SESSION",
        "KONSOLE_VERSION",
        "FORCE_HYPERLINK",
    ] {
        command.env_remove(name);
    }
    command
}

/// The bytes of a text in base64.
fn decoded(text: &[u8]) -> Vec<u8> {
    const LETTERS: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let (mut bits, mut count, mut bytes) = (0_u32, 0, Vec::new());
    for letter in text {
        let Some(value) = LETTERS.iter().position(|known| known == letter) else {
            break;
        };
        bits = bits << 6 | value as u32;
        count += 6;
        if count >= 8 {
            count -= 8;
            bytes.push((bits >> count) as u8);
        }
    }
    bytes
}

fn cells((cols, rows): (u16, u16)) -> PtySize {
    PtySize {
        rows,
        cols,
        pixel_width: 0,
        pixel_height: 0,
    }
}

/// The size of the grid that is drawn on. One row or column is too little for vt100 where a line is wrapped, as one that
/// was drawn for the size before may be.
fn grid((columns, rows): (u16, u16)) -> (u16, u16) {
    (columns.max(2), rows.max(2))
}

fn chunks(mut reader: Box<dyn Read + Send>) -> Receiver<Vec<u8>> {
    let (sender, receiver) = mpsc::channel();
    thread::spawn(move || {
        let mut buffer = vec![0; 64 * 1024];
        while let Ok(count @ 1..) = reader.read(&mut buffer) {
            if sender.send(buffer[..count].to_vec()).is_err() {
                return;
            }
        }
    });
    receiver
}
