"""Writes name_model.json, what models of first names are worth in float64: `python3 name_model.py`.

`bigram` has the nats per symbol of a table of which symbol follows which one, on the names that are kept back. It is counted
on the others, each pair once more often by the number beside it. `losses` has those of recurrent networks with random
weights: every name is read by itself, without batches. Weights are rounded to float32 first.
"""

import json
import pathlib

import numpy

random = numpy.random.default_rng(29)
ROOT = pathlib.Path(__file__).resolve().parents[2]
SYMBOLS = 27


def names(path):
    return (ROOT / path).read_text().split()


def symbols(name):
    return [0] + [ord(letter) - ord("a") + 1 for letter in name] + [0]


def bigram(more):
    counts = numpy.full((SYMBOLS, SYMBOLS), more)
    for name in names("exercises/library/files/names.txt"):
        between = symbols(name)
        numpy.add.at(counts, (between[:-1], between[1:]), 1)
    logs = numpy.log(counts / counts.sum(1, keepdims=True))
    between = [symbols(name) for name in names("checks/held_out/names.txt")]
    return -float(numpy.concatenate([logs[each[:-1], each[1:]] for each in between]).mean())


def draw(*shape):
    return random.standard_normal(shape).astype(numpy.float32).astype(numpy.float64)


def loss(weights, of):
    w, u, b, v, c = weights
    nats = []
    for name in of:
        state, between = numpy.zeros(len(b)), symbols(name)
        for now, following in zip(between, between[1:]):
            state = numpy.tanh(w[now] + state @ u + b)
            logits = state @ v + c
            nats.append(numpy.log(numpy.exp(logits).sum()) - logits[following])
    return float(numpy.mean(nats))


def case(units, of):
    shapes = [(SYMBOLS, units), (units, units), (units,), (units, SYMBOLS), (SYMBOLS,)]
    weights = [draw(*shape) for shape in shapes]
    lists = [each.ravel().tolist() for each in weights]
    return {"units": units, "names": of, "weights": lists, "loss": loss(weights, of)}


table = {
    "bigram": [[more, bigram(more)] for more in (0.1, 0.5, 1.0)],
    "losses": [case(1, ["a"]), case(2, ["ada", "bo", "zachariah"]), case(3, ["ursula", "ida", "al", "maximilian"])],
}
text = json.dumps(table, separators=(",", ":")).replace('{"units"', '\n{"units"')
pathlib.Path(__file__).with_suffix(".json").write_text(text + "\n")
