//! The program without a screen: every command, plain watch mode, and what it keeps on the disk.
#![cfg(feature = "runner")]

#[path = "../builds_support/mod.rs"]
mod builds_support;
#[path = "../cli_support/mod.rs"]
mod cli_support;

mod attempts;
mod check;
mod commands;
mod export;
mod folder;
mod plain;
mod progress;
mod tracks;
