"""The trainings of the course's networks in PyTorch: `trainings.py NAME SEED`.

`cargo bench --bench course` starts it and reads its line: the seconds that the training took, its steps, and the measure of
its bar. The data, the network, the batches, the optimiser and the steps are those of the solution of that name, and what the
solution computes between its steps, to show it, is computed here too. Exit code 3: there is no PyTorch.
"""

import math
import os
import sys
import time
from pathlib import Path

# For `frameworks`, of which no compiled copy is to be left there.
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
sys.dont_write_bytecode = True

try:
    import torch
    from torch import nn
    from torch.nn import functional
except ImportError:
    sys.exit(3)

from frameworks import read

ROOT = Path(__file__).resolve().parents[2]
FILES, HELD_OUT = ROOT / "exercises/library/files", ROOT / "checks/held_out"


def pictures(images, labels, shape):
    images = read(images, 16).reshape(-1, 1, *shape).astype("float32") / 255
    return torch.from_numpy(images), torch.from_numpy(read(labels, 8).astype("int64"))


def percent_right(model, images, labels):
    with torch.no_grad():
        parts = [model(some).argmax(1) for some in images.split(250)]
    return 100 * (torch.cat(parts) == labels).float().mean().item()


def classifier(model, training, validation, epochs, rate):
    """A training in batches of 32, with a look at the validation set after each epoch. Returns the steps."""
    images, labels = training
    adam = torch.optim.Adam(model.parameters(), lr=rate)
    steps = 0
    for _ in range(epochs):
        for batch in torch.randperm(len(labels)).split(32):
            adam.zero_grad()
            loss = functional.cross_entropy(model(images[batch]), labels[batch])
            loss.backward()
            adam.step()
            loss.item()
            steps += 1
        percent_right(model, *validation)
    return steps


def timed(short, training):
    """The seconds and the result of a training, with one thread or one for each core: whichever took less time for a short one.

    Small networks are often faster with one, and on a busy machine nearly everything is.
    """

    def seconds(threads):
        torch.set_num_threads(threads)
        took = []
        for _ in range(2):
            began = time.perf_counter()
            short()
            took.append(time.perf_counter() - began)
        return took[1]

    torch.set_num_threads(min({1, torch.get_num_threads()}, key=seconds))
    began = time.perf_counter()
    result = training()
    return time.perf_counter() - began, result


def mnist_cnn():
    def network():
        return nn.Sequential(
            nn.Conv2d(1, 32, 3),
            nn.ReLU(),
            nn.MaxPool2d(2),
            nn.Flatten(),
            nn.Linear(5408, 128),
            nn.ReLU(),
            nn.Linear(128, 10),
        )

    images, labels = pictures(FILES / "mnist-train-images.idx.gz", FILES / "mnist-train-labels.idx.gz", (28, 28))
    validation = images[9000:], labels[9000:]
    few = images[:320], labels[:320]
    if folder := os.environ.get("GRADLINGS_MNIST"):
        folder = Path(folder)
        test = folder / "t10k-images-idx3-ubyte.gz", folder / "t10k-labels-idx1-ubyte.gz"
    else:
        test = HELD_OUT / "mnist-test-images.idx.gz", HELD_OUT / "mnist-test-labels.idx.gz"
    model = network()
    seconds, steps = timed(
        lambda: classifier(network(), few, few, 1, 0.001),
        lambda: classifier(model, (images, labels), validation, 3, 0.001),
    )
    return seconds, steps, percent_right(model, *pictures(*test, (28, 28)))


def spoken_digits():
    def network():
        return nn.Sequential(
            nn.Conv2d(1, 16, 3),
            nn.ReLU(),
            nn.MaxPool2d(2),
            nn.Conv2d(16, 24, 3),
            nn.ReLU(),
            nn.MaxPool2d(2),
            nn.Flatten(),
            nn.Linear(576, 64),
            nn.ReLU(),
            nn.Linear(64, 10),
        )

    images, labels = pictures(FILES / "spoken-train-images.idx.gz", FILES / "spoken-train-labels.idx.gz", (24, 32))
    training, validation = (images[:860], labels[:860]), (images[860:], labels[860:])
    model = network()
    seconds, steps = timed(
        lambda: classifier(network(), training, validation, 1, 0.002),
        lambda: classifier(model, training, validation, 16, 0.002),
    )
    test = HELD_OUT / "spoken-test-images.idx.gz", HELD_OUT / "spoken-test-labels.idx.gz"
    return seconds, steps, percent_right(model, *pictures(*test, (24, 32)))


def spirals():
    side, reach = 32, 1.15

    def points(per_arm):
        share = (torch.arange(per_arm) + 1) / per_arm
        radius = 0.1 + 0.9 * share
        arms = []
        for arm in range(2):
            angle = 2 * math.pi * (arm / 2 + 1.5 * share)
            arms.append(torch.stack([radius * angle.cos(), radius * angle.sin()], 1))
        x = torch.cat(arms)
        return x + 0.02 * torch.randn_like(x), torch.arange(2).repeat_interleave(per_arm)

    def network():
        model = nn.Sequential(nn.Linear(2, 32), nn.ReLU(), nn.Linear(32, 32), nn.ReLU(), nn.Linear(32, 2))
        for layer in model:
            if isinstance(layer, nn.Linear):
                nn.init.normal_(layer.weight, std=math.sqrt(2 / layer.in_features))
                nn.init.zeros_(layer.bias)
        return model

    middle = reach * ((2 * torch.arange(side) + 1) / side - 1)
    plane = torch.cartesian_prod(middle, middle)

    def train(model, x, labels, steps):
        adam = torch.optim.Adam(model.parameters(), lr=0.01)
        for step in range(1, steps + 1):
            adam.zero_grad()
            loss = functional.cross_entropy(model(x), labels)
            loss.backward()
            adam.step()
            loss.item()
            if step == 1 or step % 5 == 0:
                with torch.no_grad():
                    model(plane)
        return steps

    x, labels = points(100)
    model = network()
    seconds, steps = timed(lambda: train(network(), x, labels, 20), lambda: train(model, x, labels, 300))
    return seconds, steps, percent_right(model, *points(1000))


def name_model():
    symbols, units = 27, 48

    def numbers(file):
        letters = [[ord(letter) - 96 for letter in name] for name in file.read_text().split()]
        return [[0, *name, 0] for name in letters]

    class Model(nn.Module):
        def __init__(self):
            super().__init__()
            self.cell, self.out = nn.RNN(symbols, units, batch_first=True), nn.Linear(units, symbols)

        def forward(self, names):
            rows = torch.full((len(names), max(map(len, names))), -1)
            for row, name in zip(rows, names):
                row[: len(name)] = torch.tensor(name)
            # Nothing follows the last symbol of a name.
            targets = rows[:, 1:]
            inputs = functional.one_hot(rows[:, :-1].clamp(min=0), symbols).float()
            inputs *= (targets >= 0)[..., None]
            logits = self.out(self.cell(inputs)[0])
            return functional.cross_entropy(logits.flatten(0, 1), targets.flatten(), ignore_index=-1)

    def train(model, names, steps):
        sgd = torch.optim.SGD(model.parameters(), lr=5.0)
        for step in range(steps):
            for group in sgd.param_groups:
                group["lr"] = 5 * (1 - step / steps)
            sgd.zero_grad()
            loss = model([names[at] for at in torch.randperm(len(names))[:32].tolist()])
            loss.backward()
            nn.utils.clip_grad_norm_(model.parameters(), 0.5)
            sgd.step()
            loss.item()
        return steps

    names = numbers(FILES / "names.txt")
    model = Model()
    seconds, steps = timed(lambda: train(Model(), names, 20), lambda: train(model, names, 700))
    with torch.no_grad():
        return seconds, steps, model(numbers(HELD_OUT / "names.txt")).item()


if __name__ == "__main__":
    trainings = {each.__name__: each for each in (mnist_cnn, name_model, spirals, spoken_digits)}
    torch.manual_seed(int(sys.argv[2]))
    print(*trainings[sys.argv[1]](), flush=True)
