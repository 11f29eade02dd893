//! Length-prefixed frames.

use std::io::{self, Read, Write};

use postcard::de_flavors::{Flavor, Slice};
use serde::{Serialize, de::DeserializeOwned};

/// No frame is larger than this many bytes: enough for sixty thousand digits, and a hostile length costs nothing.
pub const MAX_FRAME: usize = 64 << 20;

/// No input has more bytes than this. The rest of a frame is for names and lengths.
pub const MAX_VALUES: usize = MAX_FRAME - (1 << 20);

/// No answer, and nothing else that a program sends at once, has more bytes than this: four million numbers. The runner holds
/// several of them.
pub const MAX_ANSWER: usize = 16 << 20;

/// The same with names and lengths.
const MAX_ANSWER_FRAME: usize = MAX_ANSWER + (1 << 20);

/// Why a frame could not be read.
#[derive(Debug)]
pub enum FrameError {
    /// The other side closed the channel between two frames: the ordinary end.
    Closed,
    /// The channel ended inside a frame.
    Truncated,
    /// The frame claims this many bytes, more than it may have.
    TooLarge(usize),
    /// The bytes are no message.
    Garbage(String),
    /// The channel failed.
    Io(io::Error),
}

impl std::fmt::Display for FrameError {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Closed => write!(formatter, "the channel was closed"),
            Self::Truncated => write!(formatter, "the channel ended in the middle of a frame"),
            Self::TooLarge(size) => {
                write!(formatter, "a frame claims {size} bytes, which is too many")
            }
            Self::Garbage(why) => write!(formatter, "a frame is no message: {why}"),
            Self::Io(error) => write!(formatter, "the channel failed: {error}"),
        }
    }
}

impl std::error::Error for FrameError {}

/// The bytes of one frame, length included.
pub fn encode<M: Serialize>(message: &M) -> Result<Vec<u8>, FrameError> {
    encode_up_to(message, MAX_FRAME)
}

/// The same of what a program sends.
pub fn encode_answer<M: Serialize>(message: &M) -> Result<Vec<u8>, FrameError> {
    encode_up_to(message, MAX_ANSWER_FRAME)
}

fn encode_up_to<M: Serialize>(message: &M, most: usize) -> Result<Vec<u8>, FrameError> {
    let body =
        postcard::to_stdvec(message).map_err(|error| FrameError::Garbage(error.to_string()))?;
    if body.len() > most {
        return Err(FrameError::TooLarge(body.len()));
    }
    let mut bytes = Vec::with_capacity(4 + body.len());
    bytes.extend_from_slice(&(body.len() as u32).to_le_bytes());
    bytes.extend_from_slice(&body);
    Ok(bytes)
}

/// The message in the body of a frame. Bytes left over make it garbage.
pub fn decode<M: DeserializeOwned>(body: &[u8]) -> Result<M, FrameError> {
    decode_pieces(body, usize::MAX)
}

/// The same of what a stranger sends: more than [`MAX_PIECES`] single bytes make it garbage.
pub fn decode_bounded<M: DeserializeOwned>(body: &[u8]) -> Result<M, FrameError> {
    decode_pieces(body, MAX_PIECES)
}

fn decode_pieces<M: DeserializeOwned>(body: &[u8], left: usize) -> Result<M, FrameError> {
    let mut pieces = postcard::Deserializer::from_flavor(Pieces {
        bytes: Slice::new(body),
        left,
    });
    let message = M::deserialize(&mut pieces);
    match message.and_then(|message| Ok((message, pieces.finalize()?))) {
        Ok((message, [])) => Ok(message),
        Ok((_, rest)) => Err(FrameError::Garbage(format!(
            "a message with {} bytes left over",
            rest.len()
        ))),
        Err(error) => Err(FrameError::Garbage(error.to_string())),
    }
}

/// No message of a stranger has more single bytes than this: those of lengths, kinds, flags and small numbers. What numbers and texts
/// consist of is read in blocks and does not count.
///
/// An empty list takes one byte on the wire and many in memory, so it is these bytes that memory has to be bounded by.
pub const MAX_PIECES: usize = 1 << 20;

/// The bytes of a message, and how many of them may still be read one by one.
struct Pieces<'de> {
    bytes: Slice<'de>,
    left: usize,
}

impl<'de> Flavor<'de> for Pieces<'de> {
    type Remainder = &'de [u8];
    type Source = &'de [u8];

    fn pop(&mut self) -> postcard::Result<u8> {
        self.left = self
            .left
            .checked_sub(1)
            .ok_or(postcard::Error::SerdeDeCustom)?;
        self.bytes.pop()
    }

    fn size_hint(&self) -> Option<usize> {
        self.bytes.size_hint()
    }

    fn try_take_n(&mut self, count: usize) -> postcard::Result<&'de [u8]> {
        self.bytes.try_take_n(count)
    }

    fn finalize(self) -> postcard::Result<&'de [u8]> {
        self.bytes.finalize()
    }
}

/// Writes one message as one frame and flushes it.
pub fn write_frame<M: Serialize>(channel: &mut impl Write, message: &M) -> Result<(), FrameError> {
    let bytes = encode(message)?;
    channel
        .write_all(&bytes)
        .and_then(|()| channel.flush())
        .map_err(FrameError::Io)
}

/// Reads one message. Memory grows with the bytes that really arrive, never with the length that is claimed.
pub fn read_frame<M: DeserializeOwned>(channel: &mut impl Read) -> Result<M, FrameError> {
    decode(&read_body(channel, MAX_FRAME, |_| {})?)
}

/// The same from a stranger, whose message costs no more memory than a few times the largest answer. `begins` is told how many
/// bytes it claims before they are read.
pub fn read_bounded_frame<M: DeserializeOwned>(
    channel: &mut impl Read,
    begins: impl FnOnce(usize),
) -> Result<M, FrameError> {
    decode_bounded(&read_body(channel, MAX_ANSWER_FRAME, begins)?)
}

fn read_body(
    channel: &mut impl Read,
    most: usize,
    begins: impl FnOnce(usize),
) -> Result<Vec<u8>, FrameError> {
    let mut length = [0; 4];
    match read_fully(channel, &mut length)? {
        0 => return Err(FrameError::Closed),
        4 => {}
        _ => return Err(FrameError::Truncated),
    }
    let length = u32::from_le_bytes(length) as usize;
    if length > most {
        return Err(FrameError::TooLarge(length));
    }
    begins(length);
    let mut body = Vec::new();
    channel
        .take(length as u64)
        .read_to_end(&mut body)
        .map_err(FrameError::Io)?;
    if body.len() < length {
        return Err(FrameError::Truncated);
    }
    Ok(body)
}

/// Fills as much of `buffer` as the channel has before it ends, and says how much that was.
fn read_fully(channel: &mut impl Read, buffer: &mut [u8]) -> Result<usize, FrameError> {
    let mut filled = 0;
    while filled < buffer.len() {
        match channel.read(&mut buffer[filled..]) {
            Ok(0) => break,
            Ok(count) => filled += count,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(FrameError::Io(error)),
        }
    }
    Ok(filled)
}
