"""Writes gru.json, steps of a gated recurrent unit in float64: `python3 gru.py`, with NumPy and onnx installed.

The next states are those of ONNX's own reference for `GRU` with `linear_before_reset`, which is what PyTorch exports its GRU
to. A gradient is that of the sum of the states, each times a factor: the imaginary part of the sum after a tiny imaginary
step (Squire and Trapp, 1998) through loops over sequences and units, whose real part is held against ONNX. Inputs are
rounded to float32 first.
"""

import json
import pathlib

import numpy
from onnx import TensorProto, helper
from onnx.reference import ReferenceEvaluator

random = numpy.random.default_rng(31)
STEP = 1e-30
NAMES = ["x", "h", "w", "u", "b", "c"]


def draw(*shape):
    return random.standard_normal(shape).astype(numpy.float32).astype(numpy.float64)


def onnx_gru(x, h, w, u, b, c):
    units = h.shape[1]
    ports = ["X", "W", "R", "B", "", "initial_h"]
    node = helper.make_node("GRU", ports, ["", "Y_h"], hidden_size=units, linear_before_reset=1)
    typed = [helper.make_tensor_value_info(port, TensorProto.DOUBLE, None) for port in ports if port]
    out = helper.make_tensor_value_info("Y_h", TensorProto.DOUBLE, None)
    model = helper.make_model(helper.make_graph([node], "step", typed, [out]))
    # ONNX has the update gate first and keeps its matrices transposed.
    order = [1, 0, 2]
    feeds = {
        "X": x[None],
        "W": numpy.concatenate([w[gate].T for gate in order])[None],
        "R": numpy.concatenate([u[gate].T for gate in order])[None],
        "B": numpy.concatenate([bias[gate] for bias in (b, c) for gate in order])[None],
        "initial_h": h[None],
    }
    return ReferenceEvaluator(model).run(None, feeds)[0][0]


def gru(x, h, w, u, b, c):
    sigmoid = lambda number: 1 / (1 + numpy.exp(-number))
    states = numpy.zeros(h.shape, complex)
    for row, unit in numpy.ndindex(h.shape):
        new = [sum(x[row] * w[gate][:, unit]) + b[gate][unit] for gate in range(3)]
        old = [sum(h[row] * u[gate][:, unit]) + c[gate][unit] for gate in range(3)]
        reset, update = (sigmoid(new[gate] + old[gate]) for gate in range(2))
        proposal = numpy.tanh(new[2] + reset * old[2])
        states[row, unit] = (1 - update) * proposal + update * h[row, unit]
    return states


def gradients(inputs, factors):
    found = []
    for number, tensor in enumerate(inputs):
        slopes = numpy.zeros_like(tensor)
        for place in numpy.ndindex(tensor.shape):
            moved = [each.astype(complex) for each in inputs]
            moved[number][place] += 1j * STEP
            slopes[place] = (gru(*moved) * factors).sum().imag / STEP
        found.append(slopes)
    return found


def told(tensor):
    return {"shape": list(tensor.shape), "data": tensor.ravel().tolist()}


def each(name, tensor):
    # The weights are three tensors, one for each gate and one for the proposal.
    return told(tensor) if name in "xh" else [told(one) for one in tensor]


def case(batch, inputs, units):
    shapes = [(batch, inputs), (batch, units), (3, inputs, units), (3, units, units), (3, units), (3, units)]
    tensors = [draw(*shape) for shape in shapes]
    factors, states = draw(batch, units), onnx_gru(*tensors)
    assert numpy.allclose(states, gru(*tensors).real, rtol=0, atol=1e-14)
    slopes = gradients(tensors, factors)
    return {
        "inputs": {name: each(name, tensor) for name, tensor in zip(NAMES, tensors)},
        "factors": told(factors),
        "output": told(states),
        "gradients": {name: each(name, tensor) for name, tensor in zip(NAMES, slopes)},
    }


table = [case(*sizes) for sizes in [(1, 1, 1), (3, 2, 4), (2, 4, 3), (4, 3, 3)]]
text = json.dumps(table, separators=(",", ":")).replace('{"inputs"', '\n{"inputs"')
pathlib.Path(__file__).with_suffix(".json").write_text(text + "\n")
