//! What is wrong with a build, a file or this machine, and what mends it. One file per subject.

pub mod build;
pub mod checkpoints;
pub mod crash;
pub mod data;
pub mod disk;
pub mod doctor_cache;
pub mod doctor_clock;
pub mod doctor_course;
pub mod doctor_crates;
pub mod doctor_disk;
pub mod doctor_file_system;
pub mod doctor_home;
pub mod doctor_locks;
pub mod doctor_sandbox;
pub mod doctor_terminal;
pub mod doctor_toolchain;
pub mod doctor_trial;
pub mod downloads;
pub mod file;
pub mod folder;
pub mod given;
pub mod gpu;
pub mod linker;
pub mod mend;
pub mod problem;
pub mod sandbox;
pub mod sandbox_refusal;
pub mod settings;
pub mod toolchain;
pub mod watch;

use crate::sentence::Sentence;

/// Every text of these subjects.
pub const ALL: &[&[Sentence]] = &[
    build::SENTENCES,
    build::LABELS,
    checkpoints::SENTENCES,
    crash::SENTENCES,
    crash::LABELS,
    disk::SENTENCES,
    disk::LABELS,
    doctor_cache::SENTENCES,
    doctor_cache::LABELS,
    doctor_clock::SENTENCES,
    doctor_clock::LABELS,
    doctor_course::SENTENCES,
    doctor_course::LABELS,
    doctor_crates::SENTENCES,
    doctor_crates::LABELS,
    doctor_disk::SENTENCES,
    doctor_disk::LABELS,
    doctor_file_system::SENTENCES,
    doctor_file_system::LABELS,
    doctor_home::SENTENCES,
    doctor_home::LABELS,
    doctor_locks::SENTENCES,
    doctor_locks::LABELS,
    doctor_locks::NAMES,
    doctor_sandbox::SENTENCES,
    doctor_sandbox::LABELS,
    doctor_terminal::SENTENCES,
    doctor_terminal::LABELS,
    doctor_toolchain::SENTENCES,
    doctor_toolchain::LABELS,
    doctor_trial::SENTENCES,
    doctor_trial::LABELS,
    downloads::SENTENCES,
    downloads::LABELS,
    file::LABELS,
    file::NAMES,
    folder::SENTENCES,
    folder::LABELS,
    data::SENTENCES,
    given::SENTENCES,
    given::LABELS,
    gpu::SENTENCES,
    linker::SENTENCES,
    linker::LABELS,
    mend::LABELS,
    problem::LABELS,
    sandbox::SENTENCES,
    sandbox_refusal::SENTENCES,
    settings::SENTENCES,
    settings::LABELS,
    toolchain::SENTENCES,
    toolchain::LABELS,
    watch::SENTENCES,
    watch::LABELS,
    watch::NAMES,
];
