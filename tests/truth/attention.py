"""Writes attention.json, the parts of a transformer and its loss in float64: `python3 attention.py`.

Everything is an explicit loop over sequences, tokens, heads and numbers, and positions are turned as complex numbers. Inputs are
rounded to float32 first. Gradients are those of the sum of all outputs, each times a factor: central differences.
"""

import cmath
import json
import math
import pathlib

import numpy

from slopes import gradients

random = numpy.random.default_rng(31)


def draw(*shape):
    return random.standard_normal(shape).astype(numpy.float32).astype(numpy.float64)


def times(weight, vector):
    return [sum(w * x for w, x in zip(row, vector)) for row in weight]


def turned(vector, position):
    d = len(vector)
    points = [complex(vector[i], vector[i + d // 2]) for i in range(d // 2)]
    points = [point * cmath.exp(1j * position / 10000 ** (2 * i / d)) for i, point in enumerate(points)]
    return [point.real for point in points] + [point.imag for point in points]


def attention(heads):
    def layer(x, query, key, value, output):
        batch, time, model = x.shape
        d = model // heads
        out = numpy.zeros(x.shape)
        for sequence in range(batch):
            fetched = numpy.zeros((time, model))
            for head in range(heads):
                own = slice(head * d, (head + 1) * d)
                queries, keys, values = [], [], []
                for token in range(time):
                    vector = x[sequence, token]
                    queries.append(turned(times(query[own], vector), token))
                    keys.append(turned(times(key[own], vector), token))
                    values.append(times(value[own], vector))
                for token in range(time):
                    scores = []
                    for other in range(token + 1):
                        product = sum(a * b for a, b in zip(queries[token], keys[other]))
                        scores.append(math.exp(product / math.sqrt(d)))
                    for other in range(token + 1):
                        for i in range(d):
                            share = scores[other] / sum(scores)
                            fetched[token, head * d + i] += share * values[other][i]
            for token in range(time):
                out[sequence, token] = times(output, fetched[token])
        return out

    return layer


def swiglu(x, gate, up, down):
    out = numpy.zeros(x.shape)
    for place in numpy.ndindex(x.shape[:2]):
        opened = [a / (1 + math.exp(-a)) for a in times(gate, x[place])]
        passed = times(up, x[place])
        out[place] = times(down, [a * b for a, b in zip(opened, passed)])
    return out


def unbiased(x, weight):
    out = numpy.zeros((*x.shape[:2], len(weight)))
    for place in numpy.ndindex(x.shape[:2]):
        out[place] = times(weight, x[place])
    return out


def cross_entropy(right):
    def loss(logits):
        total = 0
        for place in numpy.ndindex(logits.shape[:2]):
            row = logits[place]
            total += math.log(sum(math.exp(each) for each in row)) - row[right[place]]
        return numpy.array([total / right.size])

    return loss


def row(name, layer, tensors, **more):
    outputs = layer(*tensors)
    factors = draw(*outputs.shape)
    return {
        "layer": name,
        "shape": list(tensors[0].shape),
        **more,
        "inputs": [each.ravel().tolist() for each in tensors],
        "factors": factors.ravel().tolist(),
        "outputs": outputs.ravel().tolist(),
        "gradients": [each.ravel().tolist() for each in gradients(layer, tensors, factors)],
    }


table = []
for batch, time, model, heads in [(1, 1, 2, 1), (2, 5, 4, 1), (3, 4, 4, 2), (1, 9, 12, 2)]:
    weights = [draw(model, model) for _ in range(4)]
    table.append(row("attention", attention(heads), [draw(batch, time, model), *weights], heads=heads))
for batch, time in [(1, 1), (3, 2), (2, 7)]:
    weights = [draw(5, 3), draw(5, 3), draw(3, 5)]
    table.append(row("swiglu", swiglu, [draw(batch, time, 3), *weights]))
    table.append(row("unbiased", unbiased, [draw(batch, time, 3), draw(5, 3)]))
    right = random.integers(0, 9, (batch, time))
    made = row("cross_entropy", cross_entropy(right), [3 * draw(batch, time, 9)])
    table.append({**made, "right": right.ravel().tolist()})

text = ",\n".join(json.dumps(each) for each in table)
pathlib.Path(__file__).with_suffix(".json").write_text(f"[\n{text}\n]\n")
