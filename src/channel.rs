//! The channel to the runner, and the message for a person who starts an exercise by hand.
//!
//! On Unix the runner hands over a socket as the program's standard input, so that nothing the learner prints can be
//! mistaken for an answer. Elsewhere the environment names a port on this machine.

use std::io::{self, BufReader, BufWriter, Read, Write};

use crate::wire::CHANNEL_VARIABLE;

/// From the runner.
pub(crate) type Reader = BufReader<Box<dyn Read + Send>>;

/// Both directions.
pub(crate) struct Channel {
    /// From the runner.
    pub reader: Reader,
    /// To the runner.
    pub writer: BufWriter<Box<dyn Write + Send>>,
}

impl Channel {
    /// The channel that the runner opened, or `None` where the program was started by hand.
    pub(crate) fn open() -> io::Result<Option<Channel>> {
        let Ok(address) = std::env::var(CHANNEL_VARIABLE) else {
            return Ok(None);
        };
        let (reader, writer) = if address == "stdin" {
            standard_input()?
        } else {
            let stream = std::net::TcpStream::connect(address)?;
            stream.set_nodelay(true)?;
            let halves: Halves = (Box::new(stream.try_clone()?), Box::new(stream));
            halves
        };
        Ok(Some(Channel {
            reader: BufReader::new(reader),
            writer: BufWriter::new(writer),
        }))
    }
}

type Halves = (Box<dyn Read + Send>, Box<dyn Write + Send>);

#[cfg(unix)]
fn standard_input() -> io::Result<Halves> {
    use std::os::fd::AsFd;
    use std::os::unix::net::UnixStream;

    let stream = UnixStream::from(io::stdin().as_fd().try_clone_to_owned()?);
    Ok((Box::new(stream.try_clone()?), Box::new(stream)))
}

#[cfg(not(unix))]
fn standard_input() -> io::Result<Halves> {
    Err(io::Error::other(
        "this system has no socket as standard input",
    ))
}
