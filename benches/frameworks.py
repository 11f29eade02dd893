"""Trains the network of `cnn.rs` with Keras or with PyTorch: `frameworks.py keras|torch IMAGES LABELS`.

`cargo bench --bench cnn` starts it with `python3`, or with the Python that GRADLINGS_PYTHON names, and reads its line: the
name, the median of five epochs over 6,000 images after one to warm up, in seconds, and all five. IMAGES and LABELS are
gzipped IDX files. The two do not get along in one process.
"""

import gzip
import os
import statistics
import sys
import time

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
os.environ.setdefault("CUDA_VISIBLE_DEVICES", "-1")

IMAGES, EPOCHS, BATCH = 6000, 6, 32


def read(path, head):
    import numpy

    with gzip.open(path) as file:
        return numpy.frombuffer(file.read(), dtype=numpy.uint8, offset=head)


def digits():
    images = read(sys.argv[2], 16).reshape(-1, 28, 28)[:IMAGES]
    return images.astype("float32") / 255, read(sys.argv[3], 8)[:IMAGES]


def tell(name, epoch):
    seconds = []
    for _ in range(EPOCHS):
        began = time.perf_counter()
        epoch()
        seconds.append(time.perf_counter() - began)
    seconds = sorted(seconds[1:])
    each = " ".join(f"{second:.3f}" for second in seconds)
    print(f"{name}\t{statistics.median(seconds):.3f}\t{each}", flush=True)


def keras():
    import tensorflow
    from tensorflow.keras import Sequential, layers

    images, labels = digits()
    model = Sequential(
        [
            layers.Input((28, 28, 1)),
            layers.Conv2D(32, 3, activation="relu"),
            layers.MaxPooling2D(2),
            layers.Flatten(),
            layers.Dense(128, activation="relu"),
            layers.Dense(10, activation="softmax"),
        ]
    )
    model.compile("adam", "sparse_categorical_crossentropy")
    images = images[..., None]
    tell(
        f"Keras, TensorFlow {tensorflow.__version__}",
        lambda: model.fit(images, labels, batch_size=BATCH, epochs=1, verbose=0),
    )


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


try:
    {"keras": keras, "torch": torch}[sys.argv[1]]()
except ImportError as error:
    sys.exit(f"{error}")
