//! What the pictures of a training show, and what there is to read in them now.

use crate::labels;

labels! {
    "screen_pictures";

    /// What a surface of losses shows.
    surface = "the darker, the lower the loss; a path goes from step to step, a ring is where it is now";
    /// What points with a line show.
    scatter = "each dot is an example; the line is what the model says";
    /// What a convolution shows.
    convolution = "the window is multiplied number by number with the kernel; the sum is one pixel of the output";
    /// What a histogram shows.
    histogram = "how many numbers there are of each size; zero is in the middle";
    /// What a matrix of colours shows.
    heat_map = "each cell is a number, its colour says how large";
    /// What dropout shows.
    mask = "each cell is an activation; an empty one was dropped";
    /// What a confusion matrix shows.
    confusion = "rows: which class it is; columns: which it is taken for; right answers on the diagonal";
    /// What bars show.
    bars = "each bar is a number";
    /// What a text shows that a program writes.
    text = "a text as the program writes it; of a long one, the end";
    /// How much it has written.
    characters(number) = "{number} characters";

    /// Which step is seen, where it is one of several.
    moment(step, number, of) = "step {step} ({number} of {of})";
    /// What a histogram says.
    zeros(share, zeros, all, deviation) = "{share} % are zero ({zeros} of {all}), deviation {deviation}";
    /// What a histogram says, where some of the numbers are not finite.
    zeros_and_lost(share, zeros, all, deviation, lost) = "{share} % are zero ({zeros} of {all}), {lost} NaN or \
        infinite, deviation {deviation}";
    /// What dropout did, where it left nothing.
    dropped(share) = "{share} % dropped";
    /// What dropout did; `mean` is the mean of what it left.
    dropped_others(share, mean) = "{share} % dropped, the others are {mean} on average";
    /// What a confusion matrix says.
    right(share) = "{share} % right";
    /// What a confusion matrix says; `is` and `said` are the numbers of classes.
    right_worst_once(share, is, said) = "{share} % right; most often {is} is taken for {said} (1 time)";
    /// What a confusion matrix says; `is` and `said` are the numbers of classes.
    right_worst(share, is, said, times) = "{share} % right; most often {is} is taken for {said} ({times} times)";

    /// The signs of a confusion matrix that has no room for numbers: the share of each class.
    shares = ". <1 %  : <3 %  + <10 %  @ more";
    /// Over the image of a convolution.
    image = "the image, and the window";
    /// Over the output of a convolution.
    output = "the output so far";
    /// In the place of an output without pixels.
    output_empty = "the output is empty";
    /// The window of a convolution leaves the image.
    outside = "here the kernel would stand outside the image: the output is too large";
    /// One pixel of a convolution; `terms` is the sum as it is computed.
    sum(row, column, terms, sum) = "row {row}, column {column}: {terms} = {sum}";
    /// One pixel of a convolution with a large kernel.
    sum_of_many(row, column, products, sum) = "row {row}, column {column}: the sum of {products} products is {sum}";
    /// The learner's output is right.
    your_output(output) = "your output there: {output}";
    /// The learner's output is wrong.
    your_output_differs(output) = "your output there: {output}, which is another number";
    /// Where a path is on a surface of losses.
    loss_about(loss) = "loss about {loss}";
    /// Where a path is: not on the surface.
    off_the_map = "off the map";
    /// Where a path is: NaN or infinite.
    no_number = "no number any more";
    /// In the place of a matrix: all of it is NaN or infinite.
    no_finite_number = "no finite number";
    /// In the place of points: all of them are NaN or infinite.
    no_finite_point = "no finite point";
    /// Under pictures, of which not all fit.
    more(more) = "and {more} more";
    /// In the place of a picture.
    nothing = "nothing to draw yet";
}
