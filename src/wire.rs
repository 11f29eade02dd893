//! What travels between the runner and the programs it judges: pure encoding and decoding, no process and no socket.
//!
//! A frame is a little-endian `u32` length followed by that many bytes of [postcard]. The first frame in each direction
//! is a [`Hello`](crate::message::Hello) that carries [`VERSION`], because postcard does not describe itself. NaN and the infinities are
//! ordinary answers and survive the trip bit for bit.

mod array;
mod ask;
mod chunk;
mod data;
mod frame;
mod given;
mod value;

pub use array::{Array, Element, MAX_RANK};
pub use ask::{Ask, Reply};
pub use chunk::{Chunk, Joined, chunks};
pub use data::{Cells, DataPart, MoreData};
pub use frame::{
    FrameError, MAX_ANSWER, MAX_FRAME, MAX_PIECES, MAX_VALUES, decode, decode_bounded, encode,
    encode_answer, read_bounded_frame, read_frame, write_frame,
};
pub use given::{Content, Given, Image, Sound, Table};
pub use value::Value;

/// The version of this module and of [`message`](crate::message). A program built against another one is rebuilt, not believed.
pub const VERSION: u32 = 12;

/// The environment variable that names a program's channel to the runner: `stdin` for a socket handed over as standard
/// input, else the address of a port.
pub const CHANNEL_VARIABLE: &str = "GRADLINGS_CHANNEL";
