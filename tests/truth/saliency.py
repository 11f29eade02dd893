"""Writes saliency.json, logits and gradients of the trained network, in float64: `python3 saliency.py`.

The weights come from the file that ships, through Python's own safetensors (`pip install safetensors numpy`), the digits from
the training set that ships. The gradients are worked out backwards by hand and compared with central differences.
"""

import gzip
import json
import pathlib

import numpy
import safetensors.numpy
from numpy.lib.stride_tricks import sliding_window_view

files = pathlib.Path(__file__).parents[2] / "exercises/library/files"
weights = {
    name: tensor.astype(float)
    for name, tensor in safetensors.numpy.load_file(files / "digits.safetensors").items()
}


def training_images():
    data = gzip.decompress((files / "mnist-train-images.idx.gz").read_bytes())
    # What float32 makes of them, as in the course.
    pixels = numpy.frombuffer(data, numpy.uint8)[16:].astype(numpy.float32) / numpy.float32(255)
    return pixels.reshape(-1, 1, 28, 28).astype(float)


def training_labels():
    data = gzip.decompress((files / "mnist-train-labels.idx.gz").read_bytes())
    return numpy.frombuffer(data, numpy.uint8)[8:].astype(int)


def convolved(x, name):
    w, b = weights[f"{name}.weight"], weights[f"{name}.bias"]
    windows = sliding_window_view(x, w.shape[2:], (2, 3))
    return numpy.einsum("bcyxij,ocij->boyx", windows, w) + b[:, None, None]


def convolved_back(g, name):
    w = weights[f"{name}.weight"]
    reach = w.shape[2] - 1
    padded = numpy.pad(g, ((0, 0), (0, 0), (reach, reach), (reach, reach)))
    windows = sliding_window_view(padded, w.shape[2:], (2, 3))
    return numpy.einsum("boyxij,ocij->bcyx", windows, w[:, :, ::-1, ::-1])


def windows(x):
    b, c, h, w = x.shape
    return x.reshape(b, c, h // 2, 2, w // 2, 2).transpose(0, 1, 2, 4, 3, 5).reshape(b, c, h // 2, w // 2, 4)


def pooled_back(g, x):
    """The gradient goes to the largest of each window, of equal ones to the first."""
    b, c, h, w = x.shape
    of_windows = numpy.zeros((*g.shape, 4))
    numpy.put_along_axis(of_windows, windows(x).argmax(-1)[..., None], g[..., None], -1)
    return of_windows.reshape(b, c, h // 2, w // 2, 2, 2).transpose(0, 1, 2, 4, 3, 5).reshape(b, c, h, w)


def forward(x):
    """What comes out of each layer on the way, the logits last."""
    first = numpy.maximum(convolved(x, "0.0"), 0)
    first_pooled = windows(first).max(-1)
    second = numpy.maximum(convolved(first_pooled, "1.0"), 0)
    second_pooled = windows(second).max(-1)
    rows = second_pooled.reshape(len(x), -1)
    hidden = numpy.maximum(rows @ weights["2.1.weight"].T + weights["2.1.bias"], 0)
    logits = hidden @ weights["3.weight"].T + weights["3.bias"]
    return first, first_pooled, second, second_pooled, hidden, logits


def backward(x, of_logits):
    """The gradient by the pixels, where `of_logits` is that of the logits."""
    first, _, second, second_pooled, hidden, _ = forward(x)
    g = (of_logits @ weights["3.weight"]) * (hidden > 0)
    g = (g @ weights["2.1.weight"]).reshape(second_pooled.shape)
    g = convolved_back(pooled_back(g, second) * (second > 0), "1.0")
    return convolved_back(pooled_back(g, first) * (first > 0), "0.0")


def compared(x, found, number):
    """Compares a few gradients, of pixels with ink, with differences to either side.

    Where those differ, two numbers in one window are equal, as strokes of full ink make them, and there is no gradient.
    """
    here, apart, all = number(x), 0, 0
    for image in range(len(x)):
        for at in numpy.argwhere(x[image, 0] > 0.3)[::7]:
            place = (image, 0, *at)
            moved = [x.copy(), x.copy()]
            moved[0][place] += 1e-6
            moved[1][place] -= 1e-6
            slopes = (number(moved[0]) - here) / 1e-6, (here - number(moved[1])) / 1e-6
            all += 1
            if abs(slopes[0] - slopes[1]) > 1e-5:
                apart += 1
                continue
            assert abs(sum(slopes) / 2 - found[place]) < 1e-5, (place, slopes, found[place])
    assert apart < all / 4, (apart, all)


if __name__ == "__main__":
    places, classes = [8000, 8111, 9500, 9999], [0, 4, 9, 7]
    x = training_images()[places]
    asked = numpy.eye(10)[classes]
    found = backward(x, asked)
    compared(x, found, lambda x: (forward(x)[-1] * asked).sum())
    table = {
        "about": "Of the training digits in `places`: all logits, and the gradients of the logits of `classes` by the pixels, in float64.",
        "places": places,
        "classes": classes,
        "logits": forward(x)[-1].round(9).tolist(),
        "gradients": found.reshape(len(x), -1).round(9).tolist(),
    }
    text = json.dumps(table, separators=(",", ":")).replace("],[", "],\n[")
    pathlib.Path(__file__).with_suffix(".json").write_text(text + "\n")
