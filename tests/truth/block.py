"""Writes block.json, what PyTorch says in float64 of the parts of a transformer block: `python3 block.py`.

Attention is `scaled_dot_product_attention`, the norms are `rms_norm` and `layer_norm`, and positions are turned as
`rotate_half` turns them in Hugging Face's Llama. Inputs are rounded to float32 first; gradients are those of autograd.
"""

import json
import pathlib

import torch
from torch.nn import functional

generator = torch.Generator().manual_seed(29)


def draw(*shape, size=1.0, offset=0.0):
    numbers = torch.randn(*shape, generator=generator, dtype=torch.float64) * size + offset
    return numbers.to(torch.float32).to(torch.float64)


def rms_norm(x, gain):
    return functional.rms_norm(x, gain.shape, gain, eps=1e-5)


def layer_norm(x, gain, bias):
    return functional.layer_norm(x, gain.shape, gain, bias, eps=1e-5)


def attention(q, k, v):
    return functional.scaled_dot_product_attention(q, k, v)


def causal(q, k, v):
    return functional.scaled_dot_product_attention(q, k, v, is_causal=True)


def rotate_half(x):
    half = x.shape[-1] // 2
    return torch.cat((-x[..., half:], x[..., :half]), dim=-1)


def rotate(x, offset=0):
    d = x.shape[-1]
    frequencies = 1.0 / 10000.0 ** (torch.arange(0, d, 2, dtype=torch.float64) / d)
    positions = torch.arange(offset, offset + x.shape[-2], dtype=torch.float64)
    angles = torch.outer(positions, frequencies)
    angles = torch.cat((angles, angles), dim=-1)
    return x * angles.cos() + rotate_half(x) * angles.sin()


def multi_head(x, w_q, w_k, w_v, w_o, heads):
    batch, time, width = x.shape

    def split(x):
        return x.view(batch, time, heads, width // heads).transpose(1, 2)

    q, k, v = rotate(split(x @ w_q)), rotate(split(x @ w_k)), split(x @ w_v)
    return causal(q, k, v).transpose(1, 2).reshape(x.shape) @ w_o


def swiglu(x, gate, up, down):
    return (functional.silu(x @ gate) * (x @ up)) @ down


def block(x, first, second, w_q, w_k, w_v, w_o, gate, up, down, heads):
    h = x + multi_head(rms_norm(x, first), w_q, w_k, w_v, w_o, heads)
    return h + swiglu(rms_norm(h, second), gate, up, down)


def told(tensor):
    return {"shape": list(tensor.shape), "data": tensor.reshape(-1).tolist()}


def case(function, inputs, **constants):
    inputs = [each.clone().requires_grad_() for each in inputs]
    output = function(*inputs, **constants)
    factors = draw(*output.shape)
    slopes = torch.autograd.grad((output * factors).sum(), inputs)
    return {
        "inputs": [told(each.detach()) for each in inputs],
        "factors": told(factors),
        "output": told(output.detach()),
        "gradients": [told(each) for each in slopes],
        **constants,
    }


def whole(batch, time, width, hidden, heads):
    gains = [draw(width, size=0.3, offset=1.0) for _ in range(2)]
    attention = [draw(width, width, size=width**-0.5) for _ in range(4)]
    layer = [draw(*shape, size=0.5) for shape in [(width, hidden), (width, hidden), (hidden, width)]]
    return case(block, [draw(batch, time, width), *gains, *attention, *layer], heads=heads)


shapes = [((1, 1, 1), 1, 0), ((1, 1, 4), 1, 0), ((2, 3, 4), 1, 5), ((3, 2, 7), 0.001, 0), ((2, 5, 6), 100, 0)]
table = {
    "rms_norm": [
        case(rms_norm, [draw(*shape, size=size, offset=offset), draw(shape[-1])]) for shape, size, offset in shapes
    ],
    "layer_norm": [
        case(layer_norm, [draw(*shape, size=size, offset=offset), draw(shape[-1]), draw(shape[-1])])
        for shape, size, offset in shapes[1:]
    ],
    "attention": [
        case(attention, [draw(*q), draw(*k), draw(*v)])
        for q, k, v in [((1, 1, 1),) * 3, ((2, 3, 4), (2, 5, 4), (2, 5, 2)), ((3, 4, 6),) * 3]
    ],
    "causal": [case(causal, [draw(*shape) for _ in range(3)]) for shape in [(1, 1, 2), (2, 4, 4), (3, 7, 2)]],
    "rotate": [
        case(rotate, [draw(*shape)], offset=offset)
        for shape, offset in [((1, 1, 2), 0), ((2, 3, 4), 0), ((1, 4, 6), 3), ((2, 2, 8), 500)]
    ],
    "heads": [
        case(multi_head, [draw(batch, time, width), *[draw(width, width) for _ in range(4)]], heads=heads)
        for batch, time, width, heads in [(1, 1, 4, 2), (2, 3, 4, 2), (1, 5, 8, 2), (2, 4, 6, 3)]
    ],
    "swiglu": [
        case(swiglu, [draw(batch, time, width), draw(width, hidden), draw(width, hidden), draw(hidden, width)])
        for batch, time, width, hidden in [(1, 1, 1, 1), (2, 3, 4, 5), (3, 2, 6, 2)]
    ],
    "block": [whole(1, 1, 2, 1, 1), whole(2, 3, 4, 5, 2), whole(1, 6, 6, 4, 3), whole(3, 2, 8, 8, 2)],
}
text = json.dumps(table, indent=None, separators=(",", ":")).replace('{"inputs"', '\n{"inputs"')
pathlib.Path(__file__).with_suffix(".json").write_text(text + "\n")
