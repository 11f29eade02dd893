"""Trains the network of `cnn.rs` with Keras or with PyTorch: `frameworks.py keras|torch IMAGES LABELS`.

`cargo bench --bench cnn` starts it with `python3`, or with the Python that GRADLINGS_PYTHON names, and reads its line: the
name, the median of five epochs over 6,000 images after one to warm up, in seconds, and all five. IMAGES and LABELS are
gzipped IDX files. The two do not get along in one process.

`frameworks.py gpt` is the language model of `gpt.rs` in PyTorch: milliseconds a step, the median of seven rounds after one to
warm up, and all seven.

With `keras IMAGES LABELS TEST_IMAGES TEST_LABELS` the line has the accuracies on the test images instead, in percent, of
five networks that were each trained for three epochs over 10,000 images.
"""

import gzip
import os
import statistics
import sys
import time

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
os.environ.setdefault("CUDA_VISIBLE_DEVICES", "-1")

IMAGES, EPOCHS, BATCH = 6000, 6, 32
SEEDS, LONG, LONG_EPOCHS = 5, 10000, 3


def read(path, head):
    import numpy

    with gzip.open(path) as file:
        return numpy.frombuffer(file.read(), dtype=numpy.uint8, offset=head)


def digits(count=IMAGES, images=2):
    labels = read(sys.argv[images + 1], 8)[:count]
    images = read(sys.argv[images], 16).reshape(-1, 28, 28)[:count]
    return images.astype("float32") / 255, labels


def tell(name, epoch):
    seconds = []
    for _ in range(EPOCHS):
        began = time.perf_counter()
        epoch()
        seconds.append(time.perf_counter() - began)
    seconds = sorted(seconds[1:])
    each = " ".join(f"{second:.3f}" for second in seconds)
    print(f"{name}\t{statistics.median(seconds):.3f}\t{each}", flush=True)


def keras_network(keras, metrics=None):
    """The network of the digits, with what Keras does by default. `keras` is that of TensorFlow or one of its own."""
    layers = keras.layers
    model = keras.Sequential(
        [
            layers.Input((28, 28, 1)),
            layers.Conv2D(32, 3, activation="relu"),
            layers.MaxPooling2D(2),
            layers.Flatten(),
            layers.Dense(128, activation="relu"),
            layers.Dense(10, activation="softmax"),
        ]
    )
    model.compile("adam", "sparse_categorical_crossentropy", metrics=metrics)
    return model


def language_model(vocabulary):
    """The small GPT of the course: two blocks of width 48, with four heads, on a context of 48."""
    import torch
    from torch import nn
    from torch.nn import functional

    width, heads, hidden, context = 48, 4, 128, 48

    def rotary():
        d = width // heads
        slowness = 10000 ** (torch.arange(0, d, 2) / d)
        angles = torch.arange(context)[:, None] / slowness
        return torch.cat([angles.cos()] * 2, -1), torch.cat([-angles.sin(), angles.sin()], -1)

    class Attention(nn.Module):
        def __init__(self):
            super().__init__()
            self.inner = nn.Linear(width, 3 * width, bias=False)
            self.output = nn.Linear(width, width, bias=False)
            self.cos, self.sin = rotary()

        def forward(self, x):
            q, k, v = self.inner(x).view(*x.shape[:2], 3, heads, -1).permute(2, 0, 3, 1, 4)
            cos, sin = self.cos[: x.shape[1]], self.sin[: x.shape[1]]
            q, k = (each * cos + each.roll(each.shape[-1] // 2, -1) * sin for each in (q, k))
            fetched = functional.scaled_dot_product_attention(q, k, v, is_causal=True)
            return self.output(fetched.transpose(1, 2).reshape(x.shape))

    class SwiGlu(nn.Module):
        def __init__(self):
            super().__init__()
            self.gate = nn.Linear(width, hidden, bias=False)
            self.up = nn.Linear(width, hidden, bias=False)
            self.down = nn.Linear(hidden, width, bias=False)

        def forward(self, x):
            return self.down(functional.silu(self.gate(x)) * self.up(x))

    class Block(nn.Module):
        def __init__(self):
            super().__init__()
            self.first, self.attention = nn.RMSNorm(width, eps=1e-5), Attention()
            self.second, self.feed_forward = nn.RMSNorm(width, eps=1e-5), SwiGlu()

        def forward(self, x):
            x = x + self.attention(self.first(x))
            return x + self.feed_forward(self.second(x))

    return nn.Sequential(
        nn.Embedding(vocabulary, width),
        Block(),
        Block(),
        nn.RMSNorm(width, eps=1e-5),
        nn.Linear(width, vocabulary, bias=False),
    )


def keras():
    import tensorflow
    from tensorflow.keras import utils

    def network():
        return keras_network(tensorflow.keras, ["accuracy"] if measures_accuracy else None)

    def train(model, images, labels, epochs):
        images = images[..., None]
        model.fit(images, labels, batch_size=BATCH, epochs=epochs, verbose=0)

    measures_accuracy = len(sys.argv) > 4
    name = f"Keras, TensorFlow {tensorflow.__version__}"
    if not measures_accuracy:
        model, data = network(), digits()
        tell(name, lambda: train(model, *data, epochs=1))
        return
    data, (images, labels) = digits(LONG), digits(None, images=4)
    found = []
    for seed in range(SEEDS):
        utils.set_random_seed(seed)
        model = network()
        train(model, *data, epochs=LONG_EPOCHS)
        found.append(100 * model.evaluate(images[..., None], labels, verbose=0)[1])
    each = " ".join(f"{accuracy:.2f}" for accuracy in sorted(found))
    print(f"{name}\t{statistics.median(found):.2f}\t{each}", flush=True)


def torch():
    import torch
    from torch import nn

    images, labels = digits()
    images = torch.from_numpy(images[:, None])
    labels = torch.from_numpy(labels.astype("int64"))
    model = nn.Sequential(
        nn.Conv2d(1, 32, 3),
        nn.ReLU(),
        nn.MaxPool2d(2),
        nn.Flatten(),
        nn.Linear(5408, 128),
        nn.ReLU(),
        nn.Linear(128, 10),
    )
    adam = torch.optim.Adam(model.parameters())
    loss_of = nn.CrossEntropyLoss()

    def epoch():
        for batch in torch.randperm(IMAGES).split(BATCH):
            adam.zero_grad()
            loss_of(model(images[batch]), labels[batch]).backward()
            adam.step()

    tell(f"PyTorch {torch.__version__}", epoch)


def gpt():
    import torch
    from torch import nn
    from torch.nn import functional

    vocabulary, context, batch = 70, 48, 16
    rounds, steps = 7, 40

    torch.manual_seed(1)
    model = language_model(vocabulary)
    assert sum(each.numel() for each in model.parameters()) == 62256
    adam = torch.optim.AdamW(model.parameters(), lr=3e-3, betas=(0.9, 0.99), weight_decay=0.1, fused=True)
    text = torch.randint(vocabulary, (100000,))

    def step():
        starts = torch.randint(len(text) - context, (batch,))
        places = starts[:, None] + torch.arange(context)
        logits = model(text[places]).view(-1, vocabulary)
        loss = functional.cross_entropy(logits, text[places + 1].view(-1))
        adam.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        adam.step()

    found = []
    for _ in range(rounds + 1):
        began = time.perf_counter()
        for _ in range(steps):
            step()
        found.append(1000 * (time.perf_counter() - began) / steps)
    each = " ".join(f"{took:.2f}" for took in sorted(found[1:]))
    print(f"PyTorch {torch.__version__}\t{statistics.median(found[1:]):.2f}\t{each}", flush=True)


if __name__ == "__main__":
    try:
        {"gpt": gpt, "keras": keras, "torch": torch}[sys.argv[1]]()
    except ImportError as error:
        sys.exit(f"{error}")
