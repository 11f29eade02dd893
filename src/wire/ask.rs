//! What a program asks of the runner while it works, because its sandbox keeps it from the world.

use serde::{Deserialize, Serialize};

use super::data::MoreData;
use super::given::Given;

/// A question that a program puts while it is being called. It waits for the [`Reply`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Ask {
    /// Keep these bytes under this name, in place of those before.
    Save {
        /// The name.
        name: String,
        /// The bytes, which are kept whole or not at all.
        #[serde(with = "serde_bytes")]
        bytes: Vec<u8>,
    },
    /// The bytes under this name.
    Load {
        /// The name.
        name: String,
    },
    /// Forget what is kept under this name.
    Remove {
        /// The name.
        name: String,
    },
    /// The next file that a person gave.
    File,
    /// The next line that a person types.
    Line,
    /// Some more of the data that a person gave to learn from.
    Data,
}

/// The answer to an [`Ask`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Reply {
    /// It is done.
    Done,
    /// The bytes, where there are any.
    Loaded(Option<serde_bytes::ByteBuf>),
    /// The next file; `None` after the last one.
    File(Option<Given>),
    /// The next line, without its end; `None` after the last one.
    Line(Option<String>),
    /// It cannot be done, and why.
    Refused(String),
    /// Some more of the data, or their end.
    Data(MoreData),
}
