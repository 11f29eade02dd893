//! The members of a group, read from `/proc`: those in the group, their descendants, and those that bear its mark.

use std::collections::HashMap;
use std::fs;

use rustix::process::{Pid, Signal, kill_process};

use super::usage::Usage;

/// What a group uses. Without a mark nobody can have left the group.
pub fn usage(leader: u32, mark: Option<&str>) -> Option<Usage> {
    let all = processes();
    let members = members(&all, leader, mark);
    if members.is_empty() {
        return None;
    }
    let memory = members.iter().map(|member| member.memory);
    Some(Usage {
        processes: members.len(),
        threads: members.iter().map(|member| member.threads).sum(),
        written: members.iter().map(|member| written(member.id)).sum(),
        memory: memory.clone().sum(),
        largest: memory.max().unwrap_or(0),
    })
}

/// What one process uses.
pub fn usage_of_one(id: u32) -> Option<Usage> {
    let stat = fs::read_to_string(format!("/proc/{id}/stat")).ok()?;
    let process = parse(id, &stat, rustix::param::page_size() as u64)?;
    Some(Usage {
        processes: 1,
        threads: process.threads,
        memory: process.memory,
        written: written(id),
        largest: process.memory,
    })
}

/// What a process has had written to disks, whatever became of the files. Nothing where the system does not count it.
fn written(id: u32) -> u64 {
    let counts = fs::read_to_string(format!("/proc/{id}/io")).unwrap_or_default();
    counts
        .lines()
        .find_map(|line| line.strip_prefix("write_bytes:"))
        .and_then(|bytes| bytes.trim().parse().ok())
        .unwrap_or(0)
}

/// Whether every thread of a process sleeps.
pub fn is_waiting(id: u32) -> bool {
    let threads = fs::read_dir(format!("/proc/{id}/task"));
    let mut states = threads
        .into_iter()
        .flatten()
        .flatten()
        .filter_map(|thread| {
            let stat = fs::read_to_string(thread.path().join("stat")).ok()?;
            let (_, rest) = stat.rsplit_once(')')?;
            rest.split_whitespace().next().map(str::to_owned)
        });
    states.all(|state| state == "S")
}

/// Kills members that have left the group, until none is left that could start another one.
pub fn kill_strays(leader: u32, mark: &str) {
    // A round kills everything that was there when it began; only what is started meanwhile needs another one.
    const ROUNDS: usize = 50;
    for _ in 0..ROUNDS {
        let all = processes();
        let strays: Vec<u32> = members(&all, leader, Some(mark))
            .iter()
            .filter(|member| member.id != leader && !member.is_dead)
            .map(|member| member.id)
            .collect();
        if strays.is_empty() {
            return;
        }
        for stray in strays {
            if let Some(stray) = i32::try_from(stray).ok().and_then(Pid::from_raw) {
                // It may have ended by itself.
                let _ = kill_process(stray, Signal::KILL);
            }
        }
    }
}

#[derive(Clone, Copy, Debug)]
struct Process {
    id: u32,
    parent: u32,
    group: u32,
    memory: u64,
    threads: u64,
    /// A zombie that only has to be reaped by its parent.
    is_dead: bool,
}

fn members<'a>(all: &'a [Process], leader: u32, mark: Option<&str>) -> Vec<&'a Process> {
    let parents: HashMap<u32, u32> = all.iter().map(|it| (it.id, it.parent)).collect();
    let descends = |process: &Process| {
        let mut id = process.id;
        // A list that was read while it changed could hold a circle.
        for _ in 0..all.len() {
            if id == leader {
                return true;
            }
            match parents.get(&id) {
                Some(&parent) if parent > 1 => id = parent,
                _ => return false,
            }
        }
        false
    };
    all.iter()
        .filter(|process| {
            process.group == leader
                || descends(process)
                || mark.is_some_and(|mark| bears(process.id, mark))
        })
        .collect()
}

/// Whether `NAME=value` was in the environment that a process was started with.
fn bears(id: u32, mark: &str) -> bool {
    let environment = fs::read(format!("/proc/{id}/environ")).unwrap_or_default();
    environment
        .split(|&byte| byte == 0)
        .any(|variable| variable == mark.as_bytes())
}

fn processes() -> Vec<Process> {
    let page = rustix::param::page_size() as u64;
    let entries = fs::read_dir("/proc").into_iter().flatten().flatten();
    entries
        .filter_map(|entry| {
            let id: u32 = entry.file_name().to_str()?.parse().ok()?;
            let stat = fs::read_to_string(entry.path().join("stat")).ok()?;
            parse(id, &stat, page)
        })
        .collect()
}

/// `12 (a name) S 1 12 ...`: the name may hold spaces and brackets, so what counts begins after the last bracket.
fn parse(id: u32, stat: &str, page: u64) -> Option<Process> {
    let (_, rest) = stat.rsplit_once(')')?;
    let mut fields = rest.split_whitespace();
    let state = fields.next()?;
    let parent = fields.next()?.parse().ok()?;
    let group = fields.next()?.parse().ok()?;
    // The threads are the 20th field of the line, counted from 1, and the resident pages the 24th.
    let threads = fields.nth(20 - 6)?.parse().ok()?;
    let pages: u64 = fields.nth(24 - 21)?.parse().ok()?;
    Some(Process {
        id,
        parent,
        group,
        memory: pages * page,
        threads,
        is_dead: state == "Z" || state == "X",
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_line_of_a_process_is_read_whatever_its_name_is() {
        let line = "7 (a) b) S 5 6 6 0 -1 4194560 1 2 3 4 5 6 7 8 20 0 1 0 100 99999 250 184 1 1";
        let process = parse(7, line, 4096).expect("a process");
        assert_eq!(
            (
                process.parent,
                process.group,
                process.memory,
                process.threads,
                process.is_dead
            ),
            (5, 6, 250 * 4096, 1, false)
        );
        assert!(parse(7, "7 (x", 4096).is_none());
    }

    #[test]
    fn members_are_those_in_the_group_and_all_who_descend_from_the_leader() {
        let process = |id, parent, group| Process {
            id,
            parent,
            group,
            memory: 1,
            threads: 1,
            is_dead: false,
        };
        let all = [
            process(1, 0, 1),
            process(10, 1, 10),
            process(11, 10, 10),
            // A grandchild in a session of its own.
            process(12, 11, 12),
            // Its parent has ended, and it stayed in the group.
            process(13, 1, 10),
            process(20, 1, 20),
            process(21, 20, 20),
        ];
        let found: Vec<u32> = members(&all, 10, None).iter().map(|it| it.id).collect();
        assert_eq!(found, [10, 11, 12, 13]);
    }
}
