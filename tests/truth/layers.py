"""Writes layers.json, what NumPy says in float64 of the layers of a language model: `python3 layers.py`.

Inputs are rounded to float32 first, so that both sides start from the same numbers. Gradients are those of the sum of all
outputs, each times a factor; they are central differences, which have an error of about 1e-9 here.
"""

import json
import pathlib

import numpy

from slopes import gradients

random = numpy.random.default_rng(11)
EPSILON = 1e-5


def draw(*shape, around=0.0):
    drawn = around + random.standard_normal(shape)
    return drawn.astype(numpy.float32).astype(numpy.float64)


def rms_norm(x, gain):
    return x / numpy.sqrt((x**2).mean(-1, keepdims=True) + EPSILON) * gain


def layer_norm(x, gain, bias):
    centred = x - x.mean(-1, keepdims=True)
    return centred / numpy.sqrt(x.var(-1, keepdims=True) + EPSILON) * gain + bias


def row(name, layer, *inputs):
    outputs = layer(*inputs)
    factors = draw(*outputs.shape)
    slopes = gradients(layer, list(inputs), factors)
    return {
        "layer": name,
        "shape": list(inputs[0].shape),
        "inputs": [each.ravel().tolist() for each in inputs],
        "factors": factors.ravel().tolist(),
        "outputs": outputs.ravel().tolist(),
        "gradients": [each.ravel().tolist() for each in slopes],
    }


table = []
for shape in [(1, 1), (1, 3), (2, 5), (3, 4, 1)]:
    x = draw(*shape, 4)
    table.append(row("rms_norm", rms_norm, x, draw(4)))
    table.append(row("layer_norm", layer_norm, x, draw(4), draw(4)))
# A mean far from zero, a row of zeros, one that is constant.
far = draw(2, 2, 4, around=300.0)
still = numpy.array([[[0.0] * 4, [2.5] * 4]])
for x in [far, still]:
    table.append(row("rms_norm", rms_norm, x, draw(4)))
    table.append(row("layer_norm", layer_norm, x, draw(4), draw(4)))

for tokens in [[[0]], [[3, 3, 1], [0, 3, 2]]]:
    places = numpy.array(tokens)

    def embedding(weight):
        return weight[places]

    made = row("embedding", embedding, draw(5, 4))
    table.append({**made, "tokens": places.ravel().tolist(), "shape": list(places.shape)})

text = ",\n".join(json.dumps(each) for each in table)
pathlib.Path(__file__).with_suffix(".json").write_text(f"[\n{text}\n]\n")
