"""Writes perplexity.json, what texts cost by the probabilities of their tokens, in float64: `python3 perplexity.py`.

There is no padding. The perplexity is the inverse of the geometric mean of all probabilities, and bits are logarithms to the
base 2. `looks_back` has the perplexities of tables that look back at more and more letters of a name: on the names that they
counted, and on every tenth one, which was kept back.
"""

import collections
import json
import pathlib

import numpy

random = numpy.random.default_rng(37)
ROOT = pathlib.Path(__file__).resolve().parents[2]


def case(texts, lengths):
    # What the course has in float32 is so here too.
    logs = [numpy.log(random.uniform(0.02, 0.98, length)).astype(numpy.float32).astype(float) for length in lengths]
    probabilities = numpy.exp(numpy.concatenate(logs))
    bits = -numpy.log2(probabilities)
    size = len("".join(texts).encode())
    return {
        "logs": [row.tolist() for row in logs],
        "texts": texts,
        "nats": float(-numpy.log(probabilities).mean()),
        "perplexity": float(numpy.prod(probabilities) ** (-1 / len(probabilities))),
        "bits": float(bits.sum() / size),
    }


def names():
    return (ROOT / "exercises/library/files/names.txt").read_text().split()


def looks_back(back, extra=float(numpy.float32(0.1))):
    steps = lambda name: [(("." * 9 + name)[9 + at - back : 9 + at], letter) for at, letter in enumerate(name + ".")]
    counted = [name for at, name in enumerate(names()) if at % 10 != 9]
    kept_back = [name for at, name in enumerate(names()) if at % 10 == 9]
    pairs = collections.Counter(step for name in counted for step in steps(name))
    seen = collections.Counter(before for name in counted for before, _ in steps(name))
    share = lambda step: (pairs[step] + extra) / (seen[step[0]] + 27 * extra)
    nats = lambda of: -numpy.mean([numpy.log(share(step)) for name in of for step in steps(name)])
    return [float(numpy.exp(nats(of))) for of in (counted, kept_back)]


table = {
    "cases": [
        case(["to be or not to be"], [6]),
        case(["床前明月光", "疑是地上霜"], [5, 4]),
        case(["a", "🙂🙃", "naïve"], [1, 8, 3]),
        case(["", "one", "two three four five", "six"], [0, 1, 12, 2]),
    ],
    "looks_back": [looks_back(back) for back in range(6)],
}
text = json.dumps(table, separators=(",", ":"), ensure_ascii=False).replace('{"logs"', '\n{"logs"')
text = text.replace('"looks_back"', '\n"looks_back"')
pathlib.Path(__file__).with_suffix(".json").write_text(text + "\n")
