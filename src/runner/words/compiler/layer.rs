//! A layer that is fed what it does not take.

use crate::{names, sentences};

sentences! {
    "compiler_layer";

    /// `Linear` gets rows of another length. The layers are code in backquotes; `mended` is the layer as it would fit.
    features(layer, takes, fed, mended) = "{layer} takes {takes}, but is fed {fed}. Write {mended}.";

    /// `Linear` gets rows of another length from the layer before it.
    features_after(layer, takes, fed, before, mended) = "{layer} takes {takes}, but is fed {fed}: {before} before it \
        gives {fed}. Write {mended}, or change the layer before it.";

    /// `Linear` gets rows whose length is known at run time only.
    length_at_run_time(layer, takes) = "{layer} needs its number of features in the type, `Const<{takes}>`, but is fed \
        rows whose length is known at run time only, `usize`: write `.realize::<(usize, Const<{takes}>)>()` after the \
        tensor.";

    /// `Linear` gets images. `length` is the number of its features as a number.
    images_for_rows(layer, takes, images, length) = "{layer} takes rows of {takes}, but is fed {images}. Put \
        `Flatten<{length}>` before it: it lays the numbers of an image out in one row.";

    /// `Linear` gets images from the layer before it.
    images_for_rows_after(layer, takes, images, before, length) = "{layer} takes rows of {takes}, but is fed {images}: \
        {before} before it gives images. Put `Flatten<{length}>` before it: it lays the numbers of an image out in one \
        row.";

    /// `Conv2D` gets images with another number of channels.
    channels(layer, takes, fed, mended) = "{layer} takes images with {takes}, but is fed images with {fed}. Write \
        {mended}.";

    /// `Conv2D` gets images with another number of channels from the layer before it.
    channels_after(layer, takes, fed, before, mended) = "{layer} takes images with {takes}, but is fed images with \
        {fed}: {before} before it gives {fed}. Write {mended}.";

    /// `Flatten` gets rows.
    already_flat(layer) = "{layer} takes images, but is fed rows, which are flat already. Leave it out.";

    /// `Flatten` gets rows from the layer before it.
    already_flat_after(layer, before) = "{layer} takes images, but is fed rows, which are flat already: {before} \
        before it gives rows. Leave it out.";

    /// `Conv2D` or a pooling layer gets rows.
    rows_for_images(layer) = "{layer} takes images, but is fed rows of numbers. Put it before the layer that makes \
        rows.";

    /// `Conv2D` or a pooling layer gets rows from the layer before it.
    rows_for_images_after(layer, before) = "{layer} takes images, but is fed rows of numbers: {before} before it gives \
        rows. Put it before the layer that makes rows.";

    /// The description of a network is used as its type.
    only_described(layer) = "{layer} in a type like `Network` only describes a layer. The type of the network itself, \
        which `build_module` makes of it, is `Built<Network>`.";
}

names! {
    "compiler_layer_names";

    /// How many numbers there are in a row: one.
    feature = "1 feature";

    /// How many numbers there are in a row.
    feature_count(number) = "{number} features";

    /// How many channels an image has: one.
    channel = "1 channel";

    /// How many channels an image has.
    channel_count(number) = "{number} channels";

    /// Images of which nothing more is known.
    images = "images";

    /// Images with one channel.
    images_with_channel = "images with 1 channel";

    /// Images with more than one channel.
    images_with_channels(number) = "images with {number} channels";
}
