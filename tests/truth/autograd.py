"""Writes autograd.json, the gradients of graphs of single numbers in float64: `python3 autograd.py`.

A number of the graph is moved by a tiny imaginary step; the imaginary part of the result is the gradient, without the
rounding of a difference (Squire and Trapp, 1998). Inputs are rounded to float32 first.
"""

import json
import pathlib

import numpy

random = numpy.random.default_rng(3)
STEP = 1e-30


def values(graph, moved):
    found = []
    for place, (op, *of) in enumerate(graph):
        if op in ("input", "constant"):
            value = complex(of[0])
        elif op == "add":
            value = found[of[0]] + found[of[1]]
        elif op == "mul":
            value = found[of[0]] * found[of[1]]
        else:
            value = numpy.tanh(found[of[0]])
        found.append(value + 1j * STEP if place == moved else value)
    return found


def gradient(graph, place):
    return 0.0 if graph[place][0] == "constant" else values(graph, place)[-1].imag / STEP


def grown(operations):
    graph = [["input", float(numpy.float32(random.uniform(-1.5, 1.5)))] for _ in range(3)]
    graph.append(["constant", float(numpy.float32(random.uniform(0.5, 1.5)))])
    for _ in range(operations):
        newest, earlier = len(graph) - 1, int(random.integers(len(graph) - 1))
        graph.append([["add", newest, earlier], ["mul", earlier, newest], ["tanh", newest]][random.integers(3)])
    return graph


graphs = [grown(operations) for operations in (1, 2, 4, 8, 16, 32)]
table = [{"graph": graph, "gradients": [gradient(graph, at) for at in range(len(graph))]} for graph in graphs]
text = json.dumps(table, separators=(",", ":")).replace('{"graph"', '\n{"graph"')
pathlib.Path(__file__).with_suffix(".json").write_text(text + "\n")
