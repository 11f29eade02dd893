//! What somebody handed in, once it has been read.

use std::collections::BTreeMap;
use std::sync::Arc;

/// What one learner handed in: the texts of exercises, and nothing else that lay beside them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Submission {
    /// The learner, or whatever else the folder or the archive is called.
    pub name: String,
    /// The files, by the names of their exercises.
    pub files: BTreeMap<String, Handed>,
    /// Why a file was not taken, in a sentence, by the name of its exercise.
    pub faults: BTreeMap<String, String>,
    /// Why none of it could be taken, in a sentence.
    pub refused: Option<String>,
}

/// One file of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Handed {
    /// Where it lay in the submission, with forward slashes.
    pub path: String,
    /// What it says. Equal texts are one in memory.
    pub text: Arc<[u8]>,
}
