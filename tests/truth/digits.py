"""Writes digits.json, what PyTorch says of two epochs of `digits`, and what Python says of its lines: `python3 digits.py`.

The network is trained in float64, on digits that ship with the course. Its first weights follow from their places, so they need
not be kept.
"""

import gzip
import json
import pathlib

import numpy
import torch

MASK = 2**64 - 1
here = pathlib.Path(__file__).parent
files = here.parent.parent / "exercises/library/files"


def idx(name, header):
    return numpy.frombuffer(gzip.decompress((files / name).read_bytes()), numpy.uint8, offset=header)


images = idx("mnist-train-images.idx.gz", 16).reshape(-1, 1, 28, 28)
labels = idx("mnist-train-labels.idx.gz", 8)


class SplitMix64:
    def __init__(self, seed):
        self.state = seed

    def next(self):
        self.state = (self.state + 0x9E3779B97F4A7C15) & MASK
        z = self.state
        z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & MASK
        z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & MASK
        return z ^ (z >> 31)


def shuffled(n, generator):
    order = list(range(n))
    for last in range(n - 1, 0, -1):
        other = generator.next() % (last + 1)
        order[last], order[other] = order[other], order[last]
    return order


def fill(parameter):
    count = parameter.numel()
    numbers = (torch.arange(count, dtype=torch.int64) * 7919 + 13) % 1000
    numbers = (numbers.double() - 499.5) / 500
    inputs = numpy.prod(parameter.shape[1:]) if parameter.dim() > 1 else numpy.inf
    # Rounded as float32 rounds it, so that both begin with the same numbers.
    numbers = (numbers / inputs**0.5).float().double()
    with torch.no_grad():
        parameter.copy_(numbers.reshape(parameter.shape))


network = torch.nn.Sequential(
    torch.nn.Conv2d(1, 32, 3),
    torch.nn.ReLU(),
    torch.nn.MaxPool2d(2),
    torch.nn.Flatten(),
    torch.nn.Linear(5408, 128),
    torch.nn.ReLU(),
    torch.nn.Linear(128, 10),
).double()
for parameter in network.parameters():
    fill(parameter)
adam = torch.optim.Adam(network.parameters())


def taken(places):
    x = torch.tensor((images[places] / numpy.float32(255)).astype(numpy.float64))
    return x, torch.tensor(labels[places].astype(numpy.int64))


COUNT, EPOCHS = 144, 2
generator = SplitMix64(1)
epochs = []
for _ in range(EPOCHS):
    order = shuffled(COUNT, generator)
    loss_sum, right = 0.0, 0
    for start in range(0, COUNT, 32):
        x, y = taken(order[start : start + 32])
        logits = network(x)
        loss = torch.nn.functional.cross_entropy(logits, y)
        loss_sum += loss.item() * len(y)
        right += (logits.argmax(1) == y).sum().item()
        adam.zero_grad()
        loss.backward()
        adam.step()
    epochs.append({"loss": loss_sum / COUNT, "right": right})
x, y = taken(list(range(9000, 9100)))
logits = network(x)
tested = {
    "right": (logits.argmax(1) == y).sum().item(),
    "logits": logits[:4].flatten().tolist(),
    # How far the answers are from being others, for all that float32 may be off.
    "margin": (logits.topk(2).values @ torch.tensor([1.0, -1.0]).double()).min().item(),
}

lines = []
random = numpy.random.default_rng(16)
for epoch, all_epochs, times in [(3, 10, [9, 9, 12]), (1, 1, [4]), (8, 10, [12]), (10, 10, [5.25, 6, 7]), (2, 40, [61.4, 58.3])]:
    loss, accuracy = random.uniform(0.01, 0.5), random.uniform(0.8, 1)
    loss, accuracy = float(numpy.float32(loss)), float(numpy.float32(accuracy))
    left = sum(times) / len(times) * (all_epochs - epoch)
    line = f"Epoch {epoch}/{all_epochs} - loss: {loss:.4f} - accuracy: {accuracy:.4f} - {times[-1]:.0f} s, {left:.0f} s to go"
    given = {"epoch": epoch, "epochs": all_epochs, "loss": loss, "accuracy": accuracy, "seconds": times}
    lines.append({**given, "line": line})

table = {"epochs": epochs, "tested": tested, "lines": lines}
(here / "digits.json").write_text(json.dumps(table, indent=1) + "\n")
print(epochs, tested["right"], tested["margin"])
