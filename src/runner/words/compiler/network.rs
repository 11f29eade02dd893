//! Descriptions of networks that dfdx has no place for.

use crate::sentences;

sentences! {
    "compiler_network";

    /// A tuple with more layers than dfdx takes.
    too_many(found, most) = "A tuple holds {most} layers at most, and this one has {found}: put some that belong together into \
        a tuple of their own, as in `((Linear<784, 128>, ReLU), Linear<128, 10>)`.";
}
