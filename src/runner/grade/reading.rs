//! Reads submissions, each kind in a file of its own. None of them unpacks anything onto a disk but a bundle, whose objects
//! stay packed there.

mod archive;
mod bounded;
#[cfg(unix)]
pub mod bundle;
pub mod folder;
pub mod tar;
pub mod zip;
