//! What stands where a file should be.

use crate::{labels, names};

names! {
    "file_kind";

    /// A folder.
    folder = "a folder";

    /// A FIFO.
    pipe = "a named pipe";

    /// A device.
    device = "a device";

    /// A socket.
    socket = "a socket";

    /// A link that is not followed.
    link = "a link";

    /// Something else.
    other = "something that is not a file";
}

labels! {
    "file_kind_labels";

    /// After a colon, in the place of the system's own words: why something cannot be read.
    not_a_file(kind) = "it is {kind}";

    /// The same, of a file that is too large.
    too_large(bytes) = "it has {bytes} bytes";

    /// The same, of a packed file that cannot be unpacked.
    damaged = "its packed copy is damaged, and `gradlings update` writes it again";
}
