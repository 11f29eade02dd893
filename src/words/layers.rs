//! What a layer says of inputs that it cannot take: the message of its panic.

use crate::sentences;

sentences! {
    "layers";

    /// A convolution or a pooling with a kernel of 0.
    kernel_of_nothing = "A window of 0x0 sees nothing: the kernel must be 1 or more.";

    /// A convolution or a pooling with a stride of 0.
    stride_of_nothing = "A stride of 0 never moves the window: it must be 1 or more.";

    /// A window that does not fit the image.
    window_too_large(kernel, height, width, padding) = "The window is {kernel}x{kernel}, but the image is only \
        {height}x{width} with {padding} of padding around it.";

    /// `Flatten<named>` gets images of another size.
    flatten(named, channels, height, width, found) = "Flatten<{named}> expects {named} numbers for each image, but \
        {channels} channels of {height}x{width} are {found}: write Flatten<{found}>, or change the layers before it.";

    /// A token for which an embedding has no vector.
    unknown_token(token, vocabulary) = "Token {token} is not in a vocabulary of {vocabulary} tokens: the largest is one less.";

    /// An attention whose numbers cannot be cut into heads of pairs.
    uneven_heads(model, heads) = "{model} numbers cannot be cut into {heads} equal heads of pairs: MODEL must be a multiple of twice \
        HEADS.";

    /// A loss that gets more or fewer right classes than there are rows of logits.
    classes_for_rows(found, rows) = "There are {found} right classes for {rows} rows of logits: every row needs one.";

    /// A right class that has no logit.
    unknown_class(class, classes) = "Class {class} has no logit: there are {classes}, and the last one has the number one less.";

    /// Moments of an optimiser of another network.
    other_parameters(given, there) = "The state has moments of {given} parameters, and the network has {there} parameters.";

    /// Moments of a parameter of another shape.
    other_shape(name, shape, own_name, own_shape) = "The moments of `{name}` have the shape {shape}, and `{own_name}` of the network \
        has the shape {own_shape}.";
}
