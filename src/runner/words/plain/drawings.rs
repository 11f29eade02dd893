//! Drawings and pictures in plain lines: what they show at their end.

use crate::{names, sentences};

sentences! {
    "drawings";

    /// When a drawing was as the sentence before says.
    step(step) = "This was at step {step}.";

    /// What a program has written. The lines of the text stand on one line, with a stroke between them.
    text(title, text) = "Text, {title}: {text}";

    /// Where a path stands on a loss surface. `x` and `y` are the names of its axes.
    path(title, path, x, x_value, y, y_value, loss) = "Loss surface, {title}: the path of {path} is at {x} {x_value}, \
        {y} {y_value}, where the loss is about {loss}.";

    /// A path has left a loss surface. `x` and `y` are the names of its axes.
    path_left(title, path, x, x_value, y, y_value) = "Loss surface, {title}: the path of {path} has left the surface, \
        at {x} {x_value}, {y} {y_value}.";

    /// A convolution. The sizes are "3 by 3", for instance.
    convolution(title, kernel, image) = "Convolution, {title}: a kernel of {kernel} slides over an image of {image}.";

    /// How the kernel of a convolution moves.
    one_pixel = "It moves 1 pixel at a time.";

    /// How the kernel of a convolution moves.
    pixels(pixels) = "It moves {pixels} pixels at a time.";

    /// The output of a convolution.
    output(size) = "The output is {size}.";

    /// The least and the greatest number in it.
    range(low, high) = "Its numbers go from {low} to {high}.";

    /// One point in the plane.
    one_point(title) = "Points, {title}: 1 point.";

    /// Points in the plane.
    points(title, points) = "Points, {title}: {points} points.";

    /// The line through the points.
    line(slope, bias) = "The line has slope {slope} and bias {bias}.";

    /// How numbers are distributed.
    histogram(title, share, zeros, all) = "Histogram, {title}: the share of zeros is {share} ({zeros} of {all} \
        numbers).";

    /// The numbers of a histogram.
    mean(mean, deviation) = "The mean is {mean}, and the deviation is {deviation}.";

    /// The numbers of a histogram.
    one_not_finite = "1 number is NaN or infinite.";

    /// The numbers of a histogram.
    not_finite(numbers) = "{numbers} numbers are NaN or infinite.";

    /// The numbers of a histogram at the start.
    at_first(zeros, deviation) = "At first the number of zeros was {zeros}, and the deviation was {deviation}.";

    /// A mask of dropout.
    mask(title, share, zeros, all) = "Mask, {title}: the share of dropped numbers is {share} ({zeros} of {all}).";

    /// What a mask of dropout leaves.
    others(mean) = "The others are {mean} on average.";

    /// A matrix as colours. The size is "3 by 3", for instance.
    heat_map(title, size) = "Heat map, {title}: {size}, rows by columns.";

    /// Where the greatest number of a heat map is.
    largest(row, column) = "The largest is in row {row}, column {column}, counted from 0.";

    /// A heat map of NaN and infinities.
    nothing_finite = "None of its numbers is finite.";

    /// Bars, each a name with a number.
    bars(title, bars) = "Bars, {title}: {bars}.";

    /// Bars that have none.
    no_bars(title) = "Bars, {title}: there are none.";

    /// More bars than are told.
    one_more_bar = "1 more bar is left out.";

    /// More bars than are told.
    more_bars(bars) = "{bars} more bars are left out.";

    /// How often a classifier is right.
    confusion(title, share, right, all) = "Confusion matrix, {title}: the share of right answers is {share} ({right} \
        of {all}).";

    /// Before the worst confusions, each a sentence.
    worst = "The worst confusions are these:";

    /// A class that was taken for another one.
    taken_once(class, other) = "Once, {class} is taken for {other}.";

    /// A class that was taken for another one.
    taken(times, class, other) = "{times} times, {class} is taken for {other}.";

    /// A strip without pictures.
    no_pictures(title) = "Pictures, {title}: there are none.";

    /// A strip of pictures.
    one_picture(title, width, height) = "Pictures, {title}: 1 picture of {width} by {height} pixels.";

    /// A strip of pictures.
    pictures(title, pictures, width, height) = "Pictures, {title}: {pictures} pictures of {width} by {height} pixels.";

    /// How many captions are right, of those of which it is known.
    right(right, known) = "The answer is right for {right} of {known}.";

    /// What stands under the pictures.
    captions(captions) = "Captions: {captions}.";

    /// More captions than are told.
    one_more_caption = "1 more caption is left out.";

    /// More captions than are told.
    more_captions(captions) = "{captions} more captions are left out.";
}

names! {
    "drawings_names";

    /// The size of a matrix or an image.
    size(rows, columns) = "{rows} by {columns}";

    /// A caption that is wrong.
    wrong(caption) = "{caption} (wrong)";
}
