//! One check at a time. A check that is replaced has to be gone before the next one begins: two compilers at work on the
//! same files spoil them.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread::{self, JoinHandle};

use crate::runner::attempts::Recorder;
use crate::runner::check::{self, Ahead, CheckHandle, CheckRequest};
use crate::runner::event::CheckEvent;
use crate::runner::tui::event::{Event, RunId};
use crate::runner::tui::input::Message;

/// What is asked of the thread.
enum Order {
    Start(RunId, CheckRequest),
    Prepare(CheckRequest),
    Cancel,
}

/// The thread that starts and stops the checks, so that nobody has to wait for one that is being stopped. Dropping it
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

    /// Has an exercise made ready while no check runs.
    pub fn prepare(&self, request: CheckRequest) {
        self.order(Order::Prepare(request));
    }

    /// Stops the check that runs.
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
    let mut running: Option<CheckHandle> = None;
    let mut ahead = Ahead::default();
    let told = Arc::new(AtomicBool::new(false));
    while let Ok(first) = orders.recv() {
        let mut waiting: Vec<Order> = orders.try_iter().collect();
        waiting.insert(0, first);
        // Of several starts that came meanwhile only the last one counts, and whatever came after it.
        let last = waiting
            .iter()
            .rposition(|order| matches!(order, Order::Start(..)));
        for order in waiting.drain(last.unwrap_or(0)..) {
            match order {
                Order::Cancel => {
                    if let Some(running) = &running {
                        running.cancel();
                    }
                }
                Order::Prepare(request) => ahead.prepare(request),
                Order::Start(run, request) => {
                    ahead.give_way(&request.exercise);
                    end(running.take());
                    let (sender, told) = (sender.clone(), told.clone());
                    let mut recorder = Recorder::begin(&request.course, &request.exercise);
                    let name = request.exercise.clone();
                    running = Some(check::start(request, move |event| {
                        recorder.hear(&event);
                        let ended = matches!(event, CheckEvent::Finished(_));
                        // Without a loop nobody is interested any more, and the check is about to be cancelled.
                        let _ = sender.send(Message::Event(Event::Check { run, event }));
                        // The verdict is on its way, so the disk may take its time.
                        if ended && let Some(event) = keep(&mut recorder, &name, &told) {
                            let _ = sender.send(Message::Event(event));
                        }
                    }));
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

fn end(running: Option<CheckHandle>) {
    if let Some(running) = running {
        running.cancel();
        running.wait();
    }
}
