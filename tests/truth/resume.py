"""Writes resume.json, what Python and NumPy say of `resume`: `python3 resume.py`.

The generator is SplitMix64, as its authors publish it; the training is in float64, from points that are rounded to float32.
"""

import json
import pathlib

import numpy

MASK = 2**64 - 1
random = numpy.random.default_rng(13)


class SplitMix64:
    def __init__(self, seed):
        self.state = seed

    def next(self):
        self.state = (self.state + 0x9E3779B97F4A7C15) & MASK
        z = self.state
        z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & MASK
        z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & MASK
        return z ^ (z >> 31)


# The first outputs for this seed are published with many implementations.
known = SplitMix64(1234567)
assert [known.next() for _ in range(3)] == [6457827717110365317, 3203168211198807973, 9817491932198370423]


def shuffle(order, generator):
    for last in range(len(order) - 1, 0, -1):
        other = generator.next() % (last + 1)
        order[last], order[other] = order[other], order[last]


def shuffled(n, seed):
    order, generator = list(range(n)), SplitMix64(seed)
    orders = []
    for _ in range(3):
        shuffle(order, generator)
        orders.append(list(order))
    # JSON has no room for 64 bits.
    return {"seed": seed, "orders": orders, "state": str(generator.state)}


def train(points, batch, steps, seed):
    weights, velocity = numpy.zeros(2), numpy.zeros(2)
    order, generator = list(range(len(points))), SplitMix64(seed)
    batches = -(-len(points) // batch)
    losses = []
    for step in range(steps):
        at = step % batches
        if at == 0:
            shuffle(order, generator)
        some = points[order[at * batch : (at + 1) * batch]]
        inputs = numpy.stack([some[:, 0], numpy.ones(len(some))], axis=1)
        errors = inputs @ weights - some[:, 1]
        losses.append(numpy.mean(errors**2))
        velocity = 0.9 * velocity + 2 * errors @ inputs / len(some)
        weights = weights - 0.05 * velocity
    return weights, losses


def case(n, batch, steps, seed):
    x = random.uniform(-1.5, 1.5, n)
    points = numpy.stack([x, 2 * x - 1 + random.normal(0, 0.3, n)], axis=1)
    points = points.astype(numpy.float32).astype(numpy.float64)
    weights, losses = train(points, batch, steps, seed)
    return {
        "points": points.tolist(),
        "batch": batch,
        "steps": steps,
        "seed": seed,
        "weights": weights.tolist(),
        "losses": losses,
    }


table = {
    "shuffled": [shuffled(*one) for one in [(1, 3), (2, 4), (10, 7), (17, 1234567)]],
    "trained": [case(*one) for one in [(1, 1, 3, 5), (6, 2, 9, 6), (11, 3, 40, 7), (5, 8, 20, 8)]],
}
text = json.dumps(table, indent=None, separators=(",", ":")).replace('{"seed"', '\n{"seed"').replace('{"points"', '\n{"points"')
pathlib.Path(__file__).with_suffix(".json").write_text(text + "\n")
