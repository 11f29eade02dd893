"""Writes cost.json, parameters of models counted shape by shape: `python3 cost.py`.

Every parameter stands here with its shape, as the models' own code has them; the solution has formulas. The totals of
GPT-2 (1,557,611,200), Llama 2 7B (6,738,415,616) and Llama 3 8B (8,030,261,248) are those of the released weights.
"""

import json
import math
import pathlib


def gpt(vocabulary, context, width, layers, hidden):
    block = [
        (width,), (width,),
        (width, 3 * width), (3 * width,),
        (width, width), (width,),
        (width,), (width,),
        (width, hidden), (hidden,),
        (hidden, width), (width,),
    ]
    return [(vocabulary, width), (context, width)] + layers * block + [(width,), (width,)]


def llama(vocabulary, width, layers, kv_width, hidden):
    block = [
        (width,),
        (width, width), (width, kv_width), (width, kv_width), (width, width),
        (width,),
        (width, hidden), (width, hidden), (hidden, width),
    ]
    return [(vocabulary, width)] + layers * block + [(width,), (vocabulary, width)]


shapes = {
    "GPT-2": gpt(50257, 1024, 1600, 48, 6400),
    "GPT-3": gpt(50257, 2048, 12288, 96, 49152),
    "Llama 2 7B": llama(32000, 4096, 32, 4096, 11008),
    "Llama 2 13B": llama(32000, 5120, 40, 5120, 13824),
    "Llama 2 70B": llama(32000, 8192, 80, 1024, 28672),
    "Llama 3 8B": llama(128256, 4096, 32, 1024, 14336),
    "Llama 3 70B": llama(128256, 8192, 80, 1024, 28672),
    "Llama 3 405B": llama(128256, 16384, 126, 1024, 53248),
}
totals = {name: sum(math.prod(shape) for shape in of) for name, of in shapes.items()}
assert totals["GPT-2"] == 1_557_611_200
assert totals["Llama 2 7B"] == 6_738_415_616
assert totals["Llama 3 8B"] == 8_030_261_248
pathlib.Path(__file__).with_suffix(".json").write_text(json.dumps(totals, indent=1) + "\n")
