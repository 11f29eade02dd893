//! What a program was heard to do and nobody has looked at yet: bounded by its number and by its bytes, so that a program
//! that floods it waits for the runner instead of filling the runner's memory.

use std::sync::mpsc::{Receiver, RecvTimeoutError, SyncSender, sync_channel};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

/// Things that wait.
const MOST: usize = 64;

/// Bytes of messages that wait. One message may have more; then no other waits beside it.
const MOST_BYTES: usize = 4 << 20;

/// Where what was heard is put, from several threads.
pub struct Teller<Item> {
    sender: SyncSender<(Item, usize)>,
    room: Arc<Room>,
}

impl<Item> Clone for Teller<Item> {
    fn clone(&self) -> Self {
        Self {
            sender: self.sender.clone(),
            room: Arc::clone(&self.room),
        }
    }
}

/// Where it is looked at. Once this is dropped, nobody waits for room any more.
pub struct Inbox<Item> {
    receiver: Receiver<(Item, usize)>,
    room: Arc<Room>,
}

/// An empty inbox.
pub fn inbox<Item>() -> (Teller<Item>, Inbox<Item>) {
    let (sender, receiver) = sync_channel(MOST);
    let room = Arc::new(Room::default());
    let teller = Teller {
        sender,
        room: Arc::clone(&room),
    };
    (teller, Inbox { receiver, room })
}

impl<Item> Teller<Item> {
    /// Waits until there is room for a message of so many bytes, which is to be told next, and keeps it.
    pub fn keep_room(&self, bytes: usize) {
        let used = self.room.used();
        let mut used = self
            .room
            .changed
            .wait_while(used, |used| !used.has_room(bytes))
            .unwrap_or_else(PoisonError::into_inner);
        used.bytes += bytes;
    }

    /// Puts in what was heard, for which `bytes` of room are kept. Waits while too much waits, and says whether anybody is
    /// there to look at it.
    pub fn tell(&self, item: Item, bytes: usize) -> bool {
        self.sender.send((item, bytes)).is_ok()
    }
}

impl<Item> Inbox<Item> {
    /// The next that was heard.
    pub fn next(&self, patience: Duration) -> Result<Item, RecvTimeoutError> {
        let (item, bytes) = self.receiver.recv_timeout(patience)?;
        // Lines need no room, and there are many of them.
        if bytes > 0 {
            self.room.used().bytes -= bytes;
            self.room.changed.notify_all();
        }
        Ok(item)
    }
}

impl<Item> Drop for Inbox<Item> {
    fn drop(&mut self) {
        self.room.used().is_closed = true;
        self.room.changed.notify_all();
    }
}

#[derive(Default)]
struct Room {
    used: Mutex<Used>,
    changed: Condvar,
}

impl Room {
    fn used(&self) -> MutexGuard<'_, Used> {
        self.used.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[derive(Default)]
struct Used {
    bytes: usize,
    is_closed: bool,
}

impl Used {
    fn has_room(&self, bytes: usize) -> bool {
        self.is_closed || self.bytes == 0 || self.bytes + bytes <= MOST_BYTES
    }
}

#[cfg(test)]
mod tests {
    use std::thread;

    use super::*;

    const PATIENCE: Duration = Duration::from_secs(60);

    #[test]
    fn a_large_message_waits_until_those_before_it_were_looked_at_and_nobody_waits_for_ever() {
        let (teller, inbox) = inbox::<usize>();
        let (begun, begins) = std::sync::mpsc::channel();
        let tells = thread::spawn(move || {
            let large = [1, MOST_BYTES, 2 * MOST_BYTES].into_iter();
            // Once the inbox is dropped, some may still be put in before the receiver in it is gone.
            for bytes in large.chain(std::iter::repeat(3 * MOST_BYTES)) {
                teller.keep_room(bytes);
                begun.send(bytes).expect("somebody looks");
                if !teller.tell(bytes, bytes) {
                    return bytes;
                }
            }
            0
        });
        assert_eq!(begins.recv_timeout(PATIENCE), Ok(1));
        for (looked_at, next) in [(1, MOST_BYTES), (MOST_BYTES, 2 * MOST_BYTES)] {
            assert!(begins.try_recv().is_err(), "{next} had no room");
            assert_eq!(inbox.next(PATIENCE), Ok(looked_at));
            assert_eq!(begins.recv_timeout(PATIENCE), Ok(next));
        }
        drop(inbox);
        assert!(tells.join().expect("no panic") >= 2 * MOST_BYTES);
    }
}
