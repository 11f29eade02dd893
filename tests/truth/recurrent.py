"""Writes recurrent.json, recurrent layers over sequences in float64: `python3 recurrent.py`.

Everything is an explicit loop over sequences, steps and units, written down from PyTorch's documentation of `RNN` and `GRU`.
Inputs are rounded to float32 first. Gradients are those of the sum of all states, each times a factor: central differences.
"""

import json
import math
import pathlib

import numpy

from slopes import gradients

random = numpy.random.default_rng(23)


def draw(*shape):
    return random.standard_normal(shape).astype(numpy.float32).astype(numpy.float64)


def sigmoid(x):
    return 1 / (1 + math.exp(-x))


def rnn(x, first, w_ih, w_hh, b_ih, b_hh):
    batch, time, inputs = x.shape
    units = first.shape[1]
    states = numpy.zeros((batch, time, units))
    for sequence in range(batch):
        h = [first[sequence, unit] for unit in range(units)]
        for step in range(time):
            sums = [b_ih[unit] + b_hh[unit] for unit in range(units)]
            for unit in range(units):
                for i in range(inputs):
                    sums[unit] += w_ih[unit, i] * x[sequence, step, i]
                for i in range(units):
                    sums[unit] += w_hh[unit, i] * h[i]
            h = [math.tanh(each) for each in sums]
            states[sequence, step] = h
    return states


def gru(x, first, w_ih, w_hh, b_ih, b_hh):
    batch, time, inputs = x.shape
    units = first.shape[1]
    states = numpy.zeros((batch, time, units))
    for sequence in range(batch):
        h = [first[sequence, unit] for unit in range(units)]
        for step in range(time):
            after = []
            for unit in range(units):
                by_input, by_state = [], []
                for gate in range(3):
                    by_input.append(b_ih[gate, unit])
                    by_state.append(b_hh[gate, unit])
                    for i in range(inputs):
                        by_input[gate] += w_ih[gate, unit, i] * x[sequence, step, i]
                    for i in range(units):
                        by_state[gate] += w_hh[gate, unit, i] * h[i]
                r = sigmoid(by_input[0] + by_state[0])
                z = sigmoid(by_input[1] + by_state[1])
                n = math.tanh(by_input[2] + r * by_state[2])
                after.append((1 - z) * n + z * h[unit])
            h = after
            states[sequence, step] = h
    return states


def row(name, layer, batch, time, inputs, units):
    gates = () if name == "rnn" else (3,)
    tensors = [
        draw(batch, time, inputs),
        draw(batch, units),
        draw(*gates, units, inputs),
        draw(*gates, units, units),
        draw(*gates, units),
        draw(*gates, units),
    ]
    factors = draw(batch, time, units)
    return {
        "layer": name,
        "sizes": [batch, time, inputs, units],
        "inputs": [each.ravel().tolist() for each in tensors],
        "factors": factors.ravel().tolist(),
        "outputs": layer(*tensors).ravel().tolist(),
        "gradients": [each.ravel().tolist() for each in gradients(layer, tensors, factors)],
    }


table = []
# Batches around a multiple of four, and states that fill no vector, one, and more than one.
for sizes in [(1, 1, 1, 1), (2, 3, 3, 4), (5, 4, 3, 4), (9, 2, 2, 9), (4, 6, 2, 9)]:
    table.append(row("rnn", rnn, *sizes))
    table.append(row("gru", gru, *sizes))

text = ",\n".join(json.dumps(each) for each in table)
pathlib.Path(__file__).with_suffix(".json").write_text(f"[\n{text}\n]\n")
