"""Writes transformer.json, what NumPy says in float64 of the chapter "The transformer": `python3 transformer.py`.

Everything is written with loops over tokens, or as a matrix of complex numbers, so that it has little in common with the
solutions. Inputs are rounded to float32 first, so that both sides start from the same numbers. Gradients are NumPy's own
too: central differences of the value, which have an error of about 1e-9 here.
"""

import json
import pathlib

import numpy

from slopes import gradients

random = numpy.random.default_rng(12)


def draw(*shape):
    return random.standard_normal(shape).astype(numpy.float32).astype(numpy.float64)


def softmax(row):
    powers = numpy.exp(row - row.max())
    return powers / powers.sum()


def scores(q, k):
    return numpy.einsum("bqd,bkd->bqk", q, k) * q.shape[-1] ** -0.5


def attend(scores, v):
    result = numpy.zeros((*scores.shape[:2], v.shape[-1]))
    for b, q in numpy.ndindex(scores.shape[:2]):
        result[b, q] = softmax(scores[b, q]) @ v[b]
    return result


def attention(q, k, v):
    return attend(scores(q, k), v)


def causal_weights(scores):
    # Each query is given the keys up to itself alone, so nothing has to be masked.
    result = numpy.zeros_like(scores)
    for b, q in numpy.ndindex(scores.shape[:2]):
        result[b, q, : q + 1] = softmax(scores[b, q, : q + 1])
    return result


def angles(time, d, offset):
    return numpy.outer(offset + numpy.arange(time), 10000.0 ** -(numpy.arange(0, d, 2) / d))


def rotate(x, offset):
    # A pair is a complex number, and a rotation a product.
    half = x.shape[-1] // 2
    turned = (x[..., :half] + 1j * x[..., half:]) * numpy.exp(1j * angles(x.shape[1], x.shape[2], offset))
    return numpy.concatenate([turned.real, turned.imag], axis=-1)


def heads(x, w_q, w_k, w_v, w_o, heads):
    # Head by head and token by token, each with the columns that are its own.
    d = x.shape[-1] // heads
    fetched = numpy.zeros_like(x)
    for head in range(heads):
        own = slice(head * d, (head + 1) * d)
        q, k, v = rotate(x @ w_q[:, own], 0), rotate(x @ w_k[:, own], 0), x @ w_v[:, own]
        for b, t in numpy.ndindex(x.shape[:2]):
            past = k[b, : t + 1] @ q[b, t] / numpy.sqrt(d)
            fetched[b, t, own] = softmax(past) @ v[b, : t + 1]
    return fetched @ w_o


def told(tensor):
    return {"shape": list(tensor.shape), "data": tensor.ravel().tolist()}


def case(function, *shapes, **constants):
    inputs = [draw(*shape) for shape in shapes]

    def with_constants(*inputs):
        return function(*inputs, **constants)

    output = with_constants(*inputs)
    factors = draw(*output.shape)
    slopes = gradients(with_constants, inputs, factors)
    return {
        "inputs": [told(tensor) for tensor in inputs],
        "factors": told(factors),
        "output": told(output),
        "gradients": [told(each) for each in slopes],
        **constants,
    }


table = {
    "scores": [case(scores, (1, 1, 1), (1, 1, 1)), case(scores, (2, 3, 4), (2, 5, 4))],
    "attend": [case(attend, (1, 1, 1), (1, 1, 2)), case(attend, (2, 3, 4), (2, 4, 3))],
    "attention": [
        case(attention, (1, 2, 1), (1, 2, 1), (1, 2, 1)),
        case(attention, (2, 3, 4), (2, 5, 4), (2, 5, 2)),
        case(attention, (3, 4, 4), (3, 4, 4), (3, 4, 4)),
    ],
    "causal_weights": [case(causal_weights, shape) for shape in [(1, 1, 1), (2, 2, 2), (3, 5, 5)]],
    "rotate": [
        case(rotate, shape, offset=offset)
        for shape, offset in [((1, 1, 2), 0), ((2, 3, 4), 0), ((1, 4, 6), 3), ((2, 2, 8), 500)]
    ],
    "heads": [
        case(heads, (batch, time, width), *[(width, width)] * 4, heads=count)
        for batch, time, width, count in [(1, 1, 4, 2), (2, 3, 4, 2), (1, 5, 8, 2), (2, 4, 6, 3), (1, 3, 4, 1)]
    ],
}
text = json.dumps(table, indent=None, separators=(",", ":")).replace('{"inputs"', '\n{"inputs"')
pathlib.Path(__file__).with_suffix(".json").write_text(text + "\n")
