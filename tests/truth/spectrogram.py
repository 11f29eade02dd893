"""Writes spectrogram.json, what NumPy and SciPy say in float64 of `spectrogram`: `python3 spectrogram.py`.

Inputs are rounded to float32 first, so that both sides start from the same numbers. The spoken digit is the file that ships.
"""

import json
import pathlib
import wave

import numpy
import scipy.signal

here = pathlib.Path(__file__)
random = numpy.random.default_rng(6)


def frames(samples, size, hop):
    count = -(-len(samples) // hop)
    padded = numpy.concatenate([samples, numpy.zeros(size)])
    return numpy.array([padded[t * hop : t * hop + size] for t in range(count)])


def spectrogram(samples, size, hop):
    window = scipy.signal.windows.hann(size, sym=True)
    return numpy.abs(numpy.fft.rfft(frames(samples, size, hop) * window, axis=1))


def case(n, size, hop):
    samples = random.standard_normal(n).astype(numpy.float32).astype(numpy.float64)
    return {
        "samples": samples.tolist(),
        "size": size,
        "hop": hop,
        "window": scipy.signal.windows.hann(size, sym=True).tolist(),
        "frames": frames(samples, size, hop).tolist(),
        "plain": numpy.abs(numpy.fft.rfft(frames(samples, size, hop), axis=1)).tolist(),
        "spectrogram": spectrogram(samples, size, hop).tolist(),
    }


def six():
    with wave.open(str(here.parents[2] / "exercises/library/files/spoken-six.wav")) as file:
        rate, sound = file.getframerate(), file.readframes(file.getnframes())
    samples = numpy.frombuffer(sound, "<i2") / 32768
    size, hop = 512, (len(samples) - 512) // 31
    rows = spectrogram(samples, size, hop)
    return {
        "rate": rate,
        "samples": len(samples),
        "size": size,
        "hop": hop,
        "frames": len(rows),
        # Of every fourth frame every sixteenth frequency.
        "magnitudes": rows[::4, ::16].tolist(),
    }


sizes = [(1, 2, 1), (7, 4, 2), (12, 5, 3), (9, 3, 4), (40, 16, 8), (50, 20, 7)]
table = {"cases": [case(*size) for size in sizes], "six": six()}
text = json.dumps(table, indent=None, separators=(",", ":")).replace('{"samples":[', '\n{"samples":[')
here.with_suffix(".json").write_text(text + "\n")
