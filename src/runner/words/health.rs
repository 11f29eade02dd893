//! What is not well with a training, and what to look at.

use crate::{names, sentences};

sentences! {
    "health";

    /// The first loss of a classifier is far above that of guessing.
    starts_above_guessing(loss, classes, guessing) = "The loss starts at {loss} in step 0, but guessing among {classes} \
        classes costs ln {classes} = {guessing}. Look at the scale of the inputs (pixels from 0 to 1, not to 255) and at \
        the size of the first weights.";

    /// The first loss of a classifier is far below that of guessing.
    starts_below_guessing(loss, classes, guessing) = "The loss starts at {loss} in step 0, but guessing among {classes} \
        classes costs ln {classes} = {guessing}. Look whether the inputs give the labels away, and whether the network was \
        trained before.";

    /// A cross-entropy of logits gets logarithms of probabilities.
    log_softmax_twice(step) = "The loss takes logits, but from step {step} on every row it gets is a log-softmax already. \
        It does no harm, but the loss applies it by itself: give it the output of the last linear layer.";

    /// A cross-entropy of logits gets probabilities.
    softmax_twice(step) = "The loss takes logits, but from step {step} on every row it gets is probabilities that sum to 1. \
        Remove the softmax before the loss, which applies one itself.";

    /// Gradients of earlier steps are added to those of this one.
    gradients_not_zeroed(step) = "The gradients are not zeroed between the steps: from step {step} on, each backward pass \
        adds to those of the step before. Call `zero_grads` after each update.";

    /// An optimiser is there and never called.
    never_updated(backwards, step) = "The parameters never change: there were {backwards} backward passes, up to step \
        {step}, and no update. Call the optimiser's `update` after each `backward`.";

    /// All tensors of a network stay as they were, while a copy of it changes.
    all_unchanged_copy(step, tensors) = "The parameters never change: at step {step}, all {tensors} of its tensors are as \
        before the first update. The update changes a copy: give it the network that computes the loss.";

    /// All tensors of a network stay as they were.
    all_unchanged(step, tensors) = "The parameters never change: at step {step}, all {tensors} of its tensors are as before \
        the first update. Look at the learning rate, which is zero or so small that `f32` does not see the step.";

    /// One tensor of a network stays as it was, while a copy changes.
    one_unchanged_copy(step, tensor) = "The parameters never change: at step {step}, {tensor} is as before the first \
        update. The update changes a copy: give it the network that computes the loss.";

    /// One tensor of a network stays as it was.
    one_unchanged(step, tensor) = "The parameters never change: at step {step}, {tensor} is as before the first update. \
        Look at the learning rate, which is zero or so small that `f32` does not see the step.";

    /// Some tensors of a network stay as they were, while a copy changes.
    some_unchanged_copy(step, tensor, more) = "The parameters never change: at step {step}, {tensor} and {more} more are as \
        before the first update. The update changes a copy: give it the network that computes the loss.";

    /// Some tensors of a network stay as they were.
    some_unchanged(step, tensor, more) = "The parameters never change: at step {step}, {tensor} and {more} more are as \
        before the first update. Look at the learning rate, which is zero or so small that `f32` does not see the step.";

    /// One tensor gets no gradient.
    zero_gradient(tensor, step) = "The gradient of {tensor} was zero in every step up to step {step}, so it cannot learn. \
        Look for what stands between it and the loss: a layer that is left out, a copy without the tape, or weights that \
        all start at zero.";

    /// Several tensors get no gradient.
    zero_gradients(tensor, more, step) = "The gradients of {tensor} and of {more} more were zero in every step up to step \
        {step}, so they cannot learn. Look for what stands between them and the loss: a layer that is left out, a copy \
        without the tape, or weights that all start at zero.";

    /// Most units of a ReLU answer zero to everything. `layer` counts the ReLUs from 1.
    dead_relu(dead, units, layer, share, examples, batches, step) = "{dead} of the {units} units of ReLU {layer} ({share}) \
        are dead: zero for all {examples} examples of the {batches} batches from step {step} on. Choose a smaller learning \
        rate, and look at the biases and the first weights of the layer before it.";

    /// Dropout was on while a series was measured.
    dropout_while_measured(series, step) = "Dropout was on when `{series}` was measured at step {step}. Evaluate with \
        `forward` and without a tape: `forward_mut` on a traced input drops units.";

    /// The trained network answers differently to the same images.
    dropout_after_training(step) = "The trained network, after step {step}, answers twice to the same images and not the \
        same: dropout is still on. Switch it off for everything but the training.";

    /// The loss became NaN or infinite after it had grown.
    loss_exploded(series, loss, step, first, before) = "{series} is {loss} at step {step}, after it had grown from {first} to \
        {before}. Choose a smaller learning rate, and look whether the gradient is subtracted.";

    /// The loss became NaN or infinite at once.
    loss_not_finite(series, loss, step) = "{series} is {loss} at step {step}. Look for a logarithm or a division of zero, the root \
        of a negative number or an exponential of a large one, and for a learning rate that is far too large.";

    /// One batch that is repeated is not learned by heart.
    one_batch(examples, step, loss) = "One batch of {examples} examples cannot be learned by heart: at step {step} its loss \
        is still {loss}, and it should be near 0. Look at the loss, at the update, and whether images and labels belong \
        together.";

    /// The loss is the same to the last bit.
    loss_constant(series, loss, step) = "The parameters never change. {series} is exactly {loss} in every step up to step {step}. \
        Look whether each step stores the new parameters, and whether the next one uses them.";

    /// The loss rises.
    loss_rising(series, start, end, step) = "{series} rises: it was {start} at the start and is {end} at step {step}. Look whether \
        the gradient is subtracted, and choose a smaller learning rate.";

    /// The loss does not fall.
    loss_flat(series, start, end, step) = "{series} is flat: it was {start} at the start and is {end} at step {step}. Look at the \
        learning rate, at the scale of the inputs, and whether inputs and targets belong together.";

    /// The loss of a classifier stays at that of guessing.
    loss_flat_at_guessing(series, start, end, step, classes, guessing) = "{series} is flat: it was {start} at the start and is \
        {end} at step {step}, where guessing among {classes} classes costs {guessing}. Look at the learning rate, at the \
        scale of the inputs, and whether inputs and targets belong together.";

    /// The loss comes down and goes up again.
    loss_swings(series, step, low, high) = "{series} does not settle: at step {step} it still swings between {low} and {high}. Look \
        whether the gradients of earlier steps are added to those of this one, and choose a smaller learning rate.";

    /// The accuracy on what is trained is far above that on what is held out.
    accuracy_gap(step, training, validation, points) = "Overfitting: at step {step} the network is right in {training} of \
        the training set and in {validation} of the validation set, a gap of {points} points. Try fewer steps, more data, \
        dropout or a penalty on the weights.";

    /// The loss on what is held out rises while the other falls.
    losses_part(lowest_step, lowest, now, step, training) = "Overfitting: the validation loss was lowest at step \
        {lowest_step} ({lowest}) and is {now} at step {step}, while the training loss is {training}. Stop earlier, or try \
        more data, dropout or a penalty on the weights.";
}

names! {
    "health_names";

    /// The series that has to fall, at the start of a sentence, where it is called `loss` or is what the library saw.
    the_loss = "The loss";

    /// Another series that has to fall, at the start of a sentence.
    series(name) = "`{name}`";

    /// A loss or another value, after "is".
    infinite = "infinite";

    /// A tensor of the network that has no name.
    nameless_tensor = "the tensor";
}
