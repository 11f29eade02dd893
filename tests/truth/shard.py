"""Writes shard.json, a step of one machine that has everything, by NumPy in float64: `python3 shard.py`.

There are no chunks here: the velocity is whole, and the gradient is the mean over the machines. The shards are cut from the
velocity afterwards.
"""

import json
import pathlib

import numpy

random = numpy.random.default_rng(61)


def numbers(*shape):
    # What the course has in float32 is so here too.
    return random.normal(size=shape).astype(numpy.float32).astype(numpy.float64)


def cut(whole, machines):
    ends = [len(whole) * chunk // machines for chunk in range(machines + 1)]
    return [whole[start:end].tolist() for start, end in zip(ends, ends[1:])]


def case(machines, length, rate):
    rate = float(numpy.float32(rate))
    weights, velocity, gradients = numbers(length), numbers(length), numbers(machines, length)
    after = 0.9 * velocity + gradients.mean(axis=0)
    return {
        "weights": weights.tolist(),
        "velocity": cut(velocity, machines),
        "gradients": gradients.tolist(),
        "rate": rate,
        "new_weights": (weights - rate * after).tolist(),
        "new_velocity": cut(after, machines),
    }


document = [case(*one) for one in [(1, 4, 0.1), (2, 2, 0.2), (3, 9, 0.1), (4, 11, 0.05), (6, 30, 0.3)]]
text = json.dumps(document, separators=(",", ":")).replace('{"weights"', '\n{"weights"')
pathlib.Path(__file__).with_suffix(".json").write_text(text + "\n")
