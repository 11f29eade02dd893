//! A running candidate or reference: its channel, its two output streams, and how it ends.

mod inbox;

use std::cell::Cell;
use std::io::{self, BufRead, BufReader, Read, Write};
use std::process::{Command, ExitStatus, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::thread;
use std::time::{Duration, Instant};

use inbox::{Inbox, Teller, inbox};
use serde::de::DeserializeOwned;

use crate::message::{Hello, Request};
use crate::runner::event::Stream;
use crate::runner::process::{Group, Stop};
use crate::runner::sandbox::{self, candidate};
use crate::runner::text;
use crate::wire::{CHANNEL_VARIABLE, FrameError, read_bounded_frame, write_frame};

/// What a program was heard to do.
pub enum Heard<Message> {
    /// Its first frame.
    Hello(Hello),
    /// Any later frame.
    Message(Message),
    /// A line that it printed.
    Line(Stream, String),
    /// It closed its channel or wrote nonsense on it.
    Ended(FrameError),
    /// Its time is up.
    TimedOut,
    /// It holds more memory than it may.
    OutOfMemory,
    /// It has started more processes than it may.
    TooManyProcesses,
    /// It has started more threads than it may.
    TooManyThreads,
    /// It has written more into files than it may.
    TooMuchWritten,
}

/// A running program that speaks `Message`.
pub struct Program<Message> {
    group: Arc<Group>,
    requests: Sender<Request>,
    /// Requests that are not written yet.
    unsent: Arc<AtomicUsize>,
    heard: Inbox<Heard<Message>>,
    /// Whether it has closed its channel.
    ended: Cell<bool>,
    /// When its memory was looked at for the last time.
    looked: Cell<Instant>,
}

/// How often the memory is looked at.
const LOOK: Duration = Duration::from_millis(100);

/// The same where every process of the machine has to be looked at.
const LOOK_AT_ALL: Duration = Duration::from_millis(400);

/// A line longer than this is cut.
const LONGEST_LINE: usize = 4096;

impl<Message: DeserializeOwned + Send + 'static> Program<Message> {
    /// Starts a program by a command of the sandbox.
    pub fn start_confined(command: &mut Command, stop: &Stop) -> io::Result<Self> {
        if sandbox::holds_processes() {
            Self::launch(command, Group::spawn, stop)
        } else {
            Self::launch(command, Group::spawn_marked, stop)
        }
    }

    fn launch(
        command: &mut Command,
        spawn: impl FnOnce(&mut Command) -> io::Result<Group>,
        stop: &Stop,
    ) -> io::Result<Self> {
        command
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .env("RUST_BACKTRACE", "0");
        let (group, reader, writer) = spawn_with_channel(command, spawn)?;
        let group = Arc::new(group);
        stop.watch(&group);

        // The frames and the printed lines meet in one bounded queue, so a program that floods it waits instead of
        // filling the runner's memory.
        let (tell, heard) = inbox();
        let (requests, to_send) = mpsc::channel::<Request>();
        let unsent = Arc::new(AtomicUsize::new(0));
        let not_yet = Arc::clone(&unsent);
        thread::spawn(move || send_requests(writer, &to_send, &not_yet));
        let frames = tell.clone();
        thread::spawn(move || read_messages(reader, &frames));
        let (output, errors) = group.take(|child| (child.stdout.take(), child.stderr.take()));
        if let Some(output) = output {
            let tell = tell.clone();
            thread::spawn(move || read_lines(output, Stream::Output, &tell));
        }
        if let Some(errors) = errors {
            thread::spawn(move || read_lines(errors, Stream::Error, &tell));
        }
        Ok(Self {
            group,
            requests,
            unsent,
            heard,
            ended: Cell::new(false),
            looked: Cell::new(Instant::now()),
        })
    }

    /// Sends a request without waiting for it to be read. A program that is gone is noticed by [`Program::hear`].
    ///
    /// One that asks and asks and hears no reply gets no more of them: each may be as large as what it has saved.
    pub fn send(&self, request: Request) {
        const MOST_REPLIES: usize = 2;
        let is_reply = matches!(request, Request::Reply(_));
        if is_reply && self.unsent.load(Ordering::SeqCst) >= MOST_REPLIES {
            return;
        }
        for frame in request.in_frames() {
            self.unsent.fetch_add(1, Ordering::SeqCst);
            let _ = self.requests.send(frame);
        }
    }

    /// The next thing it does, before `deadline`.
    pub fn hear(&self, deadline: Instant) -> Heard<Message> {
        loop {
            let left = deadline.saturating_duration_since(Instant::now());
            if left.is_zero() {
                return Heard::TimedOut;
            }
            // Looked at also while messages come without a pause: a flood must not hide a program that grows.
            if let Some(too_much) = self.look() {
                return too_much;
            }
            match self.heard.next(left.min(LOOK)) {
                Ok(heard) => {
                    if matches!(heard, Heard::Ended(_)) {
                        self.ended.set(true);
                    }
                    return heard;
                }
                Err(RecvTimeoutError::Disconnected) => {
                    self.ended.set(true);
                    return Heard::Ended(FrameError::Closed);
                }
                Err(RecvTimeoutError::Timeout) => {}
            }
        }
    }

    /// Whether none of its threads runs. Where the system does not tell, they are taken to run.
    pub fn is_waiting(&self) -> bool {
        self.group.is_waiting()
    }

    /// What it uses too much of, if it does.
    fn look(&self) -> Option<Heard<Message>> {
        let everyone = self.group.is_marked();
        let pause = if everyone { LOOK_AT_ALL } else { LOOK };
        if self.looked.get().elapsed() < pause {
            return None;
        }
        let usage = if everyone {
            self.group.usage()?
        } else {
            self.group.usage_of_leader()?
        };
        self.looked.set(Instant::now());
        if usage.memory > candidate::MEMORY {
            return Some(Heard::OutOfMemory);
        }
        if usage.threads > candidate::THREADS {
            return Some(Heard::TooManyThreads);
        }
        if usage.written > candidate::WRITTEN {
            return Some(Heard::TooMuchWritten);
        }
        let many = usage.processes as u64 > candidate::PROCESSES;
        many.then_some(Heard::TooManyProcesses)
    }

    /// Kills it, and gives the lines that were printed before and not heard yet, and how it ended if that was its own
    /// doing.
    pub fn finish(self) -> (Vec<(Stream, String)>, Option<ExitStatus>) {
        let mut lines = Vec::new();
        let mut status = None;
        // A program that closed its channel is ending: it gets the moment it needs, so that its own exit code is seen.
        let patience = Instant::now() + 5 * LOOK;
        while self.ended.get() && status.is_none() && Instant::now() < patience {
            if let Ok(Heard::Line(stream, line)) = self.heard.next(LOOK / 50) {
                lines.push((stream, line));
            }
            status = self.group.try_wait();
        }
        if status.is_none() {
            // It is killed here, and what that looks like says nothing about the program.
            let _ = self.group.wait();
        }
        // With the group gone the pipes close, so this ends; a descendant that left the group could hold them open.
        while lines.len() < MOST_LAST_LINES {
            match self.heard.next(LOOK) {
                Ok(Heard::Line(stream, line)) => lines.push((stream, line)),
                Ok(_) => {}
                Err(_) => break,
            }
        }
        (lines, status)
    }
}

/// Lines that are still taken from a program that has ended.
const MOST_LAST_LINES: usize = 1000;

type Reading = Box<dyn Read + Send>;
type Writing = Box<dyn Write + Send>;

/// On Unix the child's standard input is one end of a pair of sockets.
#[cfg(unix)]
fn spawn_with_channel(
    command: &mut Command,
    spawn: impl FnOnce(&mut Command) -> io::Result<Group>,
) -> io::Result<(Group, Reading, Writing)> {
    use std::os::fd::OwnedFd;
    use std::os::unix::net::UnixStream;

    let (ours, theirs) = UnixStream::pair()?;
    command
        .env(CHANNEL_VARIABLE, "stdin")
        .stdin(Stdio::from(OwnedFd::from(theirs)));
    let group = spawn(command)?;
    // The command still holds the child's end; without this the channel would never be seen to close.
    command.stdin(Stdio::null());
    Ok((group, Box::new(ours.try_clone()?), Box::new(ours)))
}

/// Elsewhere it is a connection on this machine.
#[cfg(not(unix))]
fn spawn_with_channel(
    command: &mut Command,
    spawn: impl FnOnce(&mut Command) -> io::Result<Group>,
) -> io::Result<(Group, Reading, Writing)> {
    let listener = std::net::TcpListener::bind(("127.0.0.1", 0))?;
    command
        .env(CHANNEL_VARIABLE, listener.local_addr()?.to_string())
        .stdin(Stdio::null());
    let group = spawn(command)?;
    let (stream, _) = listener.accept()?;
    stream.set_nodelay(true)?;
    Ok((group, Box::new(stream.try_clone()?), Box::new(stream)))
}

fn send_requests(mut writer: Writing, requests: &Receiver<Request>, unsent: &AtomicUsize) {
    while let Ok(request) = requests.recv() {
        if write_frame(&mut writer, &request).is_err() {
            return;
        }
        unsent.fetch_sub(1, Ordering::SeqCst);
    }
}

fn read_messages<Message: DeserializeOwned>(reader: Reading, tell: &Teller<Heard<Message>>) {
    let mut reader = BufReader::new(reader);
    let (hello, bytes) = next(&mut reader, tell, Heard::Hello);
    let mut ended = matches!(hello, Heard::Ended(_));
    if !tell.tell(hello, bytes) {
        return;
    }
    while !ended {
        let (next, bytes) = next(&mut reader, tell, Heard::Message);
        ended = matches!(next, Heard::Ended(_));
        if !tell.tell(next, bytes) {
            return;
        }
    }
}

/// What the next frame says, and its bytes, which are read once there is room for them.
fn next<Frame: DeserializeOwned, Message>(
    reader: &mut impl Read,
    tell: &Teller<Heard<Message>>,
    heard: impl FnOnce(Frame) -> Heard<Message>,
) -> (Heard<Message>, usize) {
    let mut kept = 0;
    let frame = read_bounded_frame(reader, |bytes| {
        tell.keep_room(bytes);
        kept = bytes;
    });
    (frame.map_or_else(Heard::Ended, heard), kept)
}

fn read_lines<Message>(output: impl Read, stream: Stream, tell: &Teller<Heard<Message>>) {
    let mut output = BufReader::new(output);
    loop {
        let mut line = Vec::new();
        // Reads at most one line; what a line has beyond the limit is read and thrown away.
        match (&mut output)
            .take(LONGEST_LINE as u64)
            .read_until(b'\n', &mut line)
        {
            Ok(0) | Err(_) => return,
            Ok(_) => {}
        }
        if !line.ends_with(b"\n") && line.len() == LONGEST_LINE && skip_line(&mut output).is_err() {
            return;
        }
        let line = text::plain(String::from_utf8_lossy(&line).trim_end());
        if !tell.tell(Heard::Line(stream, line), 0) {
            return;
        }
    }
}

fn skip_line(output: &mut impl BufRead) -> io::Result<()> {
    loop {
        let buffer = output.fill_buf()?;
        if buffer.is_empty() {
            return Ok(());
        }
        let end = buffer.iter().position(|&byte| byte == b'\n');
        let used = end.map_or(buffer.len(), |at| at + 1);
        output.consume(used);
        if end.is_some() {
            return Ok(());
        }
    }
}
