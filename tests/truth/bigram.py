"""Writes bigram.json, tables of pairs and what they are worth, in float64: `python3 bigram.py`.

`tables` has counts and smoothed probabilities. `names` is about the first names that ship: the pairs that never occur, the
probabilities of some pairs, and the nats per symbol of names that are kept back, beside what is added to each count.
"""

import json
import pathlib

import numpy

random = numpy.random.default_rng(31)
ROOT = pathlib.Path(__file__).resolve().parents[2]
LETTERS = ".abcdefghijklmnopqrstuvwxyz"


def counted(tokens, vocabulary):
    counts = numpy.zeros((vocabulary, vocabulary))
    numpy.add.at(counts, (tokens[:-1], tokens[1:]), 1)
    return counts


def smoothed(counts, extra):
    return (counts + extra) / (counts.sum(1, keepdims=True) + extra * len(counts))


def table(tokens, vocabulary, extra):
    # What the course has in float32 is so here too.
    extra = float(numpy.float32(extra))
    counts = counted(numpy.array(tokens, int), vocabulary)
    return {
        "tokens": [int(token) for token in tokens],
        "vocabulary": vocabulary,
        "extra": extra,
        "counts": counts.tolist(),
        "probabilities": smoothed(counts, extra).tolist(),
    }


def marked(path):
    names = (ROOT / path).read_text().split()
    return numpy.array([0] + [LETTERS.index(letter) for name in names for letter in name + "."])


names, held_out = marked("exercises/library/files/names.txt"), marked("checks/held_out/names.txt")
counts = counted(names, 27)


def pair(before, after, extra):
    return [before, after, extra, float(smoothed(counts, extra)[LETTERS.index(before), LETTERS.index(after)])]


def nats(extra):
    return [extra, -float(numpy.log(smoothed(counts, extra)[held_out[:-1], held_out[1:]]).mean())]


document = {
    "tables": [
        table([0, 1, 2, 0, 1, 1, 2, 0], 3, 1.0),
        table([], 2, 0.5),
        table(random.integers(4, size=30), 4, 0.1),
        table(random.integers(3, size=200), 6, 0.01),
        table(random.integers(11, size=400), 11, 25.0),
    ],
    "names": {
        "never": int((counts == 0).sum()),
        "pairs": [pair("q", "u", 1.0), pair("h", "a", 1.0), pair(".", "m", 0.5)],
        "nats": [nats(extra) for extra in (0.1, 1.0, 10.0)],
    },
}
text = json.dumps(document, separators=(",", ":")).replace('{"tokens"', '\n{"tokens"').replace('"names"', '\n"names"')
pathlib.Path(__file__).with_suffix(".json").write_text(text + "\n")
