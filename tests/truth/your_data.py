"""Writes your_data.json, what NumPy says in float64 of `your_data` and of the network that it trains: `python3 your_data.py`.

The network and its training are written anew here from their description in exercises/library/small_network.rs; the random
numbers are those of SplitMix64.
"""

import json
import pathlib

import numpy

MASK = 2**64 - 1
HIDDEN, BATCH, RATE, MOMENTUM, STEEPEST, SEED, EPOCHS = 32, 16, 0.01, 0.9, 1.0, 1, 60
random = numpy.random.default_rng(16)


class SplitMix64:
    def __init__(self, seed):
        self.state = seed

    def next(self):
        self.state = (self.state + 0x9E3779B97F4A7C15) & MASK
        z = self.state
        z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & MASK
        z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & MASK
        return z ^ (z >> 31)


class Network:
    def __init__(self, inputs, classes):
        self.generator = SplitMix64(SEED)
        self.weights = [self.start(inputs, HIDDEN), numpy.zeros(HIDDEN), self.start(HIDDEN, classes), numpy.zeros(classes)]
        self.velocity = [numpy.zeros_like(w) for w in self.weights]

    def start(self, rows, columns):
        shares = [(self.generator.next() >> 40) / 2**24 for _ in range(rows * columns)]
        return numpy.sqrt(6 / rows) * (2 * numpy.array(shares).reshape(rows, columns) - 1)

    def logits(self, x):
        w, b, v, c = self.weights
        hidden = numpy.maximum(x @ w + b, 0)
        return hidden, hidden @ v + c

    def loss(self, x, labels):
        logits = self.logits(x)[1]
        logits = logits - logits.max(axis=1, keepdims=True)
        logs = logits - numpy.log(numpy.exp(logits).sum(axis=1, keepdims=True))
        return -logs[range(len(labels)), labels].mean()

    def epoch(self, x, labels):
        order = list(range(len(x)))
        for last in range(len(order) - 1, 0, -1):
            other = self.generator.next() % (last + 1)
            order[last], order[other] = order[other], order[last]
        total = 0
        for start in range(0, len(order), BATCH):
            batch = order[start : start + BATCH]
            total += len(batch) * self.loss(x[batch], labels[batch])
            self.step(x[batch], labels[batch])
        return total / len(x)

    def step(self, x, labels):
        w, b, v, c = self.weights
        hidden, logits = self.logits(x)
        shares = numpy.exp(logits - logits.max(axis=1, keepdims=True))
        shares /= shares.sum(axis=1, keepdims=True)
        shares[range(len(labels)), labels] -= 1
        shares /= len(labels)
        back = (shares @ v.T) * (hidden > 0)
        gradient = [x.T @ back, back.sum(axis=0), hidden.T @ shares, shares.sum(axis=0)]
        norm = numpy.sqrt(sum((g**2).sum() for g in gradient))
        scale = STEEPEST / max(norm, STEEPEST)
        self.velocity = [MOMENTUM * old + scale * g for old, g in zip(self.velocity, gradient)]
        self.weights = [w - RATE * velocity for w, velocity in zip(self.weights, self.velocity)]


def prepare(rows, training):
    measured = rows[training]
    with numpy.errstate(all="ignore"):
        there = ~numpy.isnan(measured)
        count = there.sum(axis=0)
        mean = numpy.where(there, measured, 0).sum(axis=0) / count
        deviation = numpy.sqrt(numpy.where(there, (measured - mean) ** 2, 0).sum(axis=0) / count)
        prepared = (rows - mean) / deviation
    return numpy.where(numpy.isfinite(prepared), prepared, 0)


def evaluate(rows, labels, parts, patience):
    x = prepare(rows, parts[0])
    classes = labels.max() + 1
    network = Network(x.shape[1], classes)
    losses, watched, best = [], [], None
    for _ in range(EPOCHS):
        losses.append(network.epoch(x[parts[0]], labels[parts[0]]))
        watched.append(network.loss(x[parts[1]], labels[parts[1]]))
        if watched[-1] == min(watched):
            best = network.weights
        if len(watched) - 1 - int(numpy.argmin(watched)) == patience:
            break
    network.weights = best
    said = network.logits(x[parts[2]])[1].argmax(axis=1)
    tested = labels[parts[2]]
    matrix = numpy.zeros((classes, classes))
    numpy.add.at(matrix, (tested, said), 1)
    usual = numpy.bincount(labels[parts[0]]).argmax()
    return {
        "prepared": x.tolist(),
        "losses": losses,
        "watched": watched,
        "accuracy": float((said == tested).mean()),
        "baseline": float((tested == usual).mean()),
        "matrix": matrix.tolist(),
    }


def case(sizes, columns, gaps, patience):
    labels = random.permutation(numpy.repeat(numpy.arange(len(sizes)), sizes))
    rows = random.normal(0, 1, (len(labels), columns)) + labels[:, None] * numpy.linspace(2.0, 1.0, columns)
    rows = (rows * numpy.arange(1, columns + 1)).astype(numpy.float32).astype(numpy.float64)
    rows[random.random(rows.shape) < gaps] = numpy.nan
    order = random.permutation(len(labels))
    fifth = len(labels) // 5
    parts = [sorted(part.tolist()) for part in (order[2 * fifth :], order[fifth : 2 * fifth], order[:fifth])]
    return {
        "rows": [[None if numpy.isnan(x) else x for x in row] for row in rows.tolist()],
        "labels": labels.tolist(),
        "parts": parts,
        "patience": patience,
    } | evaluate(rows, labels, parts, patience)


table = [case([30, 25], 2, 0.1, 2), case([20, 25, 15], 3, 0.0, 15), case([40, 12], 4, 0.2, 10)]
text = json.dumps(table, indent=None, separators=(",", ":")).replace('{"rows"', '\n{"rows"')
pathlib.Path(__file__).with_suffix(".json").write_text(text + "\n")
