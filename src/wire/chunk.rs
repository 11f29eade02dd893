//! Messages of any size between programs that trust each other, in several frames: a case of an answer sheet may hold
//! what a dozen mistakes answer.

use serde::{Deserialize, Serialize, de::DeserializeOwned};

use super::frame::{FrameError, decode};

/// No chunk has more bytes than this: what waits in a queue stays small.
const LONGEST: usize = 1 << 20;

/// Some bytes of a message.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Chunk {
    #[serde(with = "serde_bytes")]
    bytes: Vec<u8>,
    /// Whether the message ends here.
    last: bool,
}

/// A message in chunks, in order.
pub fn chunks<M: Serialize>(message: &M) -> Result<impl Iterator<Item = Chunk>, FrameError> {
    let bytes =
        postcard::to_stdvec(message).map_err(|error| FrameError::Garbage(error.to_string()))?;
    let count = bytes.len().div_ceil(LONGEST).max(1);
    Ok((0..count).map(move |number| {
        let end = bytes.len().min((number + 1) * LONGEST);
        Chunk {
            bytes: bytes[number * LONGEST..end].to_vec(),
            last: number + 1 == count,
        }
    }))
}

/// Chunks that have arrived.
#[derive(Debug, Default)]
pub struct Joined {
    bytes: Vec<u8>,
}

impl Joined {
    /// Takes the next chunk. With the last one of a message the message is there, and another one may begin.
    pub fn add<M: DeserializeOwned>(&mut self, chunk: Chunk) -> Result<Option<M>, FrameError> {
        self.bytes.extend(chunk.bytes);
        if !chunk.last {
            return Ok(None);
        }
        decode(&std::mem::take(&mut self.bytes)).map(Some)
    }
}
