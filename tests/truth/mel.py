"""Writes mel.json, what NumPy says in float64 of `mel`: `python3 mel.py`.

Inputs are rounded to float32 first, so that both sides start from the same numbers.
"""

import json
import pathlib

import numpy

here = pathlib.Path(__file__)
random = numpy.random.default_rng(24)


def mel(hertz):
    return 2595 * numpy.log10(1 + numpy.asarray(hertz) / 700)


def edges(bands, low, high):
    return numpy.linspace(mel(low), mel(high), bands + 2)


def filters(edges, size, rate):
    at = mel(numpy.arange(size // 2 + 1) * rate / size)
    three = zip(edges, edges[1:], edges[2:])
    # Straight from 0 to 1 and back to 0, and 0 outside.
    return numpy.array([numpy.interp(at, corners, [0, 1, 0]) for corners in three])


def decibels(power):
    levels = 10 * numpy.log10(numpy.asarray(power) + 1e-9)
    return numpy.maximum(levels - levels.max(), -60)


def picture(samples, rate, size, hop):
    count = -(-len(samples) // hop)
    padded = numpy.concatenate([samples, numpy.zeros(size)])
    frames = numpy.array([padded[t * hop : t * hop + size] for t in range(count)])
    window = 0.5 - 0.5 * numpy.cos(2 * numpy.pi * numpy.arange(size) / (size - 1))
    power = numpy.abs(numpy.fft.rfft(frames * window, axis=1)) ** 2
    levels = decibels(power @ filters(edges(24, 80, 7600), size, rate).T)
    return (levels.T[::-1] + 60) / 60 * 255


def bank(bands, low, high, size, rate):
    of = edges(bands, low, high).astype(numpy.float32).astype(numpy.float64)
    return {
        "bands": bands,
        "low": low,
        "high": high,
        "size": size,
        "rate": rate,
        "edges": of.tolist(),
        "filters": filters(of, size, rate).tolist(),
    }


def powers(frames, bands):
    power = 10 ** random.uniform(-11, 3, (frames, bands))
    power = power.astype(numpy.float32).astype(numpy.float64)
    return {"power": power.tolist(), "decibels": decibels(power).tolist()}


def sound(n, rate, size, hop):
    samples = random.standard_normal(n).astype(numpy.float32).astype(numpy.float64)
    grey = picture(samples, rate, size, hop)
    return {"samples": samples.tolist(), "rate": rate, "size": size, "hop": hop, "picture": grey.tolist()}


hertz = [0, 80, 440, 700, 1000, 6300, 7600, 20000]
banks = [(2, 0, 6300, 18, 12600), (1, 100, 900, 16, 8000), (24, 80, 7600, 64, 22050), (7, 50, 5000, 33, 11025)]
table = {
    "hertz": hertz,
    "mel": mel(hertz).tolist(),
    "banks": [bank(*it) for it in banks],
    "powers": [powers(*it) for it in [(1, 1), (3, 4), (6, 2)]],
    "sounds": [sound(*it) for it in [(60, 16000, 64, 64), (90, 11025, 50, 30), (30, 8000, 40, 25)]],
}
text = json.dumps(table, indent=None, separators=(",", ":"))
for key in ["bands", "power", "samples"]:
    text = text.replace('{"%s":' % key, '\n{"%s":' % key)
here.with_suffix(".json").write_text(text + "\n")
