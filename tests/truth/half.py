"""Writes half.json, numbers of sixteen bits by NumPy and ml_dtypes: `python3 half.py`.

`f16` is NumPy's own type, `bf16` that of ml_dtypes. `mixed` is a training in these types: what is computed has the type
float16, the master weights are float32.
"""

import json
import pathlib

import ml_dtypes
import numpy

random = numpy.random.default_rng(16)


def bits(numbers):
    return [int(bits) for bits in numpy.asarray(numbers, numpy.float32).view(numpy.uint32)]


def rounded(count):
    # All signs, exponents and digits, NaN and infinities among them.
    any_bits = random.integers(0, 2**32, count, numpy.uint64).astype(numpy.uint32)
    # And numbers about the range of float16, of which there would be few.
    near = (2.0 ** random.uniform(-27, 17, count)).astype(numpy.float32).view(numpy.uint32)
    x = numpy.concatenate([any_bits, near]).view(numpy.float32)
    with numpy.errstate(all="ignore"):
        return {
            "x": bits(x),
            "bf16": bits(x.astype(ml_dtypes.bfloat16).astype(numpy.float32)),
            "f16": bits(x.astype(numpy.float16).astype(numpy.float32)),
        }


def mixed(weights, rows, scale, rate):
    weights, scale = weights.copy(), numpy.float32(scale)
    for row in rows:
        with numpy.errstate(all="ignore"):
            computed = (scale * row).astype(numpy.float16)
        if not numpy.all(numpy.isfinite(computed)):
            scale = scale / numpy.float32(2)
            continue
        weights = weights - numpy.float32(rate) * computed.astype(numpy.float32) / scale
    return weights, scale


def case(count, rows, exponent, scale, rate):
    weights = random.normal(size=count).astype(numpy.float32)
    gradients = random.normal(size=(rows, count)) * 2.0 ** random.integers(exponent - 8, exponent, (rows, count))
    gradients = gradients.astype(numpy.float32)
    after, last = mixed(weights, gradients, scale, rate)
    return {
        "weights": weights.tolist(),
        "gradients": gradients.tolist(),
        "scale": scale,
        "rate": rate,
        "after": after.tolist(),
        "last": float(last),
    }


document = {
    "rounded": rounded(400),
    "mixed": [
        case(3, 6, -20, 2.0**16, 2.0**14),
        case(2, 12, 6, 2.0**11, 2.0**-10),
        case(5, 12, -2, 2.0**22, 2.0**-3),
    ],
}
text = json.dumps(document, separators=(",", ":")).replace('"mixed"', '\n"mixed"').replace('{"weights"', '\n{"weights"')
pathlib.Path(__file__).with_suffix(".json").write_text(text + "\n")
