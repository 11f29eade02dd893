//! A drawing as it travels: a name and bytes. What sends and what passes it on need not know what there is to draw.

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

/// A drawing that was packed up, and is opened where it is looked at.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sealed {
    /// Which drawing.
    pub name: String,
    /// What it holds.
    #[serde(with = "serde_bytes")]
    pub bytes: Vec<u8>,
}

impl Sealed {
    /// Packs up what the drawing `name` holds; `None` where that cannot be written down.
    pub fn of(name: &str, drawing: &impl Serialize) -> Option<Sealed> {
        let bytes = postcard::to_stdvec(drawing).ok()?;
        let name = name.to_owned();
        Some(Sealed { name, bytes })
    }

    /// What it holds; `None` where that is something else, or bytes are left over.
    pub fn open<D: DeserializeOwned>(&self) -> Option<D> {
        match postcard::take_from_bytes(&self.bytes) {
            Ok((drawing, [])) => Some(drawing),
            _ => None,
        }
    }
}
