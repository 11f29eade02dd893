"""Writes augment.json, images that are shifted, in float64: `python3 augment.py`.

SciPy's `ndimage.shift` moves them, without interpolation and with zeros outside. Pixels are rounded to float32 first.
"""

import json
import pathlib

import numpy
from scipy import ndimage

random = numpy.random.default_rng(17)


def case(height, width, dx, dy):
    image = random.uniform(0, 1, (height, width)).astype(numpy.float32).astype(numpy.float64)
    shifted = ndimage.shift(image, (dy, dx), order=0, mode="constant", cval=0.0)
    return {"image": image.ravel().tolist(), "width": width, "dx": dx, "dy": dy, "shifted": shifted.ravel().tolist()}


ways = [(1, 1, 0, 0), (3, 3, 1, 0), (3, 3, 0, -1), (2, 5, -2, 1), (5, 2, 1, -3), (4, 6, 6, 0), (4, 6, 3, 2), (6, 4, -1, -2)]
table = {"about": "`shifted` is `image`, dx further to the right and dy further down.", "shift": [case(*way) for way in ways]}
text = json.dumps(table, separators=(",", ":")).replace('{"image"', '\n{"image"')
pathlib.Path(__file__).with_suffix(".json").write_text(text + "\n")
