"""Writes broadcast.json, a row added to a matrix, its columns scaled, and outer products in float64: `python3 broadcast.py`.

NumPy broadcasts by itself, from the last axis on. Inputs are rounded to float32 first.
"""

import json
import pathlib

import numpy

random = numpy.random.default_rng(3)


def draw(*shape):
    return random.standard_normal(shape).astype(numpy.float32).astype(numpy.float64)


def row(matrix, row, column):
    return {
        "matrix": matrix.tolist(),
        "row": row.tolist(),
        "column": column.tolist(),
        "added": (matrix + row).tolist(),
        "scaled": (matrix * row).tolist(),
        "outer": numpy.multiply.outer(column, row).tolist(),
    }


shapes = [(1, 1), (1, 4), (3, 1), (3, 3), (2, 5), (5, 2)]
table = {
    "about": "`row` has a number for each column, `column` one for each row; `outer` is of the two.",
    "rows": [row(draw(*shape), draw(shape[1]), draw(shape[0])) for shape in shapes],
}
text = json.dumps(table, separators=(",", ":")).replace('{"matrix"', '\n{"matrix"')
pathlib.Path(__file__).with_suffix(".json").write_text(text + "\n")
