//! What a group of processes uses.

/// What a group uses at the moment.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Usage {
    /// Processes.
    pub processes: usize,
    /// Bytes of memory of all of them.
    pub memory: u64,
    /// Threads of all of them.
    pub threads: u64,
    /// Bytes that were written into files of a disk, where the system counts them.
    pub written: u64,
    /// Bytes of memory of the largest of them.
    pub largest: u64,
}
