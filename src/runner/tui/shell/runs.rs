//! One check at a time, or one program in use. What is replaced has to be gone before the next one begins: two compilers at work
//! on the same files spoil them.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread::{self, JoinHandle};

use crate::runner::attempts::Recorder;
use crate::runner::check::{self, Ahead, CheckHandle, CheckRequest};
use crate::runner::event::CheckEvent;
use crate::runner::tui::event::{Event, RunId};
use crate::runner::tui::input::Message;
use crate::runner::tui::shell::gather::gather;
use crate::runner::tui::shell::trial::{self, TrialHandle};

/// What is asked of the thread.
enum Order {
    Start(RunId, CheckRequest),
    /// With files, as they were typed.
    Try(RunId, CheckRequest, String),
    Line(Option<String>),
    Prepare(CheckRequest),
    Cancel,
}

/// What runs.
enum Running {
    Check(CheckHandle),
    Trial(TrialHandle),
}

impl Running {
    fn cancel(&self) {
        match self {
            Running::Check(check) => check.cancel(),
            Running::Trial(trial) => trial.cancel(),
        }
    }

    fn wait(self) {
        match self {
            Running::Check(check) => check.wait(),
            Running::Trial(trial) => trial.wait(),
        }
    }
}

/// The thread that starts and stops the checks and what is in use, so that nobody has to wait for one that is being stopped. Dropping it
/// stops the check that runs and waits until it is gone.
pub struct Runs {
    orders: Option<Sender<Order>>,
    thread: Option<JoinHandle<()>>,
}

impl Runs {
    /// Starts the thread. What happens in the checks goes to `sender`.
    pub fn new(sender: Sender<Message>) -> std::io::Result<Runs> {
        let (orders, received) = channel();
        let thread = thread::Builder::new()
            .name("checks".to_owned())
            .spawn(move || obey(&received, &sender))?;
        Ok(Runs {
            orders: Some(orders),
            thread: Some(thread),
        })
    }

    /// Starts a check in the place of the one that runs.
    pub fn start(&self, run: RunId, request: CheckRequest) {
        self.order(Order::Start(run, request));
    }

    /// Lets somebody use what they have built, in the place of what runs. `files` are as they were typed.
    pub fn try_out(&self, run: RunId, request: CheckRequest, files: String) {
        self.order(Order::Try(run, request, files));
    }

    /// Gives a line to what is in use; `None` is the end of the lines.
    pub fn give(&self, line: Option<String>) {
        self.order(Order::Line(line));
    }

    /// Has an exercise made ready while no check runs.
    pub fn prepare(&self, request: CheckRequest) {
        self.order(Order::Prepare(request));
    }

    /// Stops what runs.
    pub fn cancel(&self) {
        self.order(Order::Cancel);
    }

    fn order(&self, order: Order) {
        if let Some(orders) = &self.orders {
            // The thread ends only with this, or with a panic that ends the program.
            let _ = orders.send(order);
        }
    }
}

impl Drop for Runs {
    fn drop(&mut self) {
        // Without a sender the thread comes to its end.
        self.orders = None;
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

fn obey(orders: &Receiver<Order>, sender: &Sender<Message>) {
    let mut running: Option<Running> = None;
    let mut ahead = Ahead::default();
    let told = Arc::new(AtomicBool::new(false));
    while let Ok(first) = orders.recv() {
        let mut waiting: Vec<Order> = orders.try_iter().collect();
        waiting.insert(0, first);
        // Of several starts that came meanwhile only the last one counts, and whatever came after it.
        let last = waiting
            .iter()
            .rposition(|order| matches!(order, Order::Start(..) | Order::Try(..)));
        for order in waiting.drain(last.unwrap_or(0)..) {
            match order {
                Order::Cancel => {
                    if let Some(running) = &running {
                        running.cancel();
                    }
                }
                Order::Line(line) => {
                    if let Some(Running::Trial(trial)) = &running {
                        trial.give(line);
                    }
                }
                // What is in use is built, and computes: nothing is built beside it.
                Order::Prepare(_) if matches!(running, Some(Running::Trial(_))) => {}
                Order::Prepare(request) => ahead.prepare(request),
                Order::Try(run, request, files) => {
                    ahead.give_way(&request.exercise);
                    end(running.take());
                    let trial = trial::start(run, request, files, sender.clone());
                    running = Some(Running::Trial(trial));
                }
                Order::Start(run, request) => {
                    ahead.give_way(&request.exercise);
                    end(running.take());
                    let (sender, told) = (sender.clone(), told.clone());
                    let mut recorder = Recorder::begin(&request.course, &request.exercise);
                    let name = request.exercise.clone();
                    let screen = sender.clone();
                    let mut tell = gather(move |event| {
                        // Without a loop nobody is interested any more, and the check is about to be cancelled.
                        let _ = screen.send(Message::Event(Event::Check { run, event }));
                    });
                    // What is kept is heard here and not behind the gathering: this is the thread that is waited for.
                    let check = check::start(request, move |event| {
                        recorder.hear(&event);
                        let ended = matches!(event, CheckEvent::Finished(_));
                        tell(event);
                        // The verdict is on its way, so the disk may take its time.
                        if ended && let Some(event) = keep(&mut recorder, &name, &told) {
                            let _ = sender.send(Message::Event(event));
                        }
                    });
                    running = Some(Running::Check(check));
                }
            }
        }
    }
    end(running);
}

/// Keeps the attempt. That it cannot be kept is said once.
fn keep(recorder: &mut Recorder, name: &str, told: &AtomicBool) -> Option<Event> {
    match recorder.keep() {
        Ok(number) => number.map(|_| Event::Kept {
            name: name.to_owned(),
        }),
        Err(problem) => {
            let first = !told.swap(true, Ordering::Relaxed);
            first.then(|| Event::Failed(format!("{} {}", problem.what, problem.next)))
        }
    }
}

fn end(running: Option<Running>) {
    if let Some(running) = running {
        running.cancel();
        running.wait();
    }
}
