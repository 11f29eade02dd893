//! Whether exercises could run on a graphics card by NVIDIA.

use crate::sentences;

sentences! {
    "gpu";

    /// A card is used.
    used(card, driver, folder) = "Exercises run on the graphics card: {card}, driver {driver}, CUDA toolkit in \
        {folder}.";

    /// A card is wanted and cannot be used. Sentences about what is missing follow.
    not_usable = "Exercises run on the processor, not on a graphics card.";

    /// No card is wanted, and there is one.
    not_wanted(card, driver, folder) = "A graphics card is not needed and not used. This machine has one that could be \
        ({card}, driver {driver}, CUDA toolkit in {folder}): build gradlings with `--features cuda`.";

    /// No card is wanted, and there is none.
    not_needed = "A graphics card is not needed and not used: every exercise runs on the processor.";

    /// The driver is missing.
    no_driver = "There is no driver by NVIDIA: `nvidia-smi` does not answer.";

    /// There is no card.
    no_card = "There is no card that `nvidia-smi` names.";

    /// A variable hides the card.
    hidden = "There is no card that programs may see: CUDA_VISIBLE_DEVICES hides it.";

    /// The compiler of the toolkit is missing.
    no_compiler = "There is no compiler of the CUDA toolkit: `nvcc` is not found.";

    /// The headers of the toolkit are missing.
    no_headers = "There are no headers of the CUDA toolkit: CUDA_PATH names no folder with include/cuda.h.";

    /// The sandbox keeps programs from the card.
    no_right = "There is no way to a card out of the sandbox. `--no-sandbox` does without it, for code of your own.";

    /// The toolkit does not know the card. `kind` is such as `sm_86`.
    no_target(kind) = "The CUDA toolkit does not compile for this card ({kind}): it needs another version.";
}
