"""Writes all_reduce.json, sums over machines by NumPy in float64, and what a ring sends: `python3 all_reduce.py`.

The bytes are counted here by following every chunk on its way: reduce-scatter leaves out, on each machine, the chunk that it
sums up in the end, and all-gather the one that its right neighbour has summed up.
"""

import json
import pathlib

import numpy

random = numpy.random.default_rng(47)


def case(machines, length):
    # What the course has in float32 is so here too.
    values = random.normal(size=(machines, length)).astype(numpy.float32).astype(numpy.float64)
    ends = [length * chunk // machines for chunk in range(machines + 1)]
    sizes = numpy.diff(ends)
    bytes_sent = []
    for machine in range(machines):
        own, of_right = (machine + 1) % machines, (machine + 2) % machines
        bytes_sent.append(int(4 * (2 * length - sizes[own] - sizes[of_right])) if machines > 1 else 0)
    return {
        "values": values.tolist(),
        "sums": values.sum(axis=0).tolist(),
        "bytes": bytes_sent,
    }


document = [case(*one) for one in [(1, 3), (2, 4), (2, 5), (3, 3), (4, 11), (5, 20), (7, 30), (8, 64)]]
text = json.dumps(document, separators=(",", ":")).replace('{"values"', '\n{"values"')
pathlib.Path(__file__).with_suffix(".json").write_text(text + "\n")
