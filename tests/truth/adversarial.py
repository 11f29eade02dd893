"""Writes adversarial.json, gradients of the loss of the trained network and attacked digits, in float64: `python3 adversarial.py`.

What it takes of the network is in saliency.py. The gradients are compared with central differences.
"""

import json
import pathlib

import numpy
import saliency


def losses(x, labels):
    logits = saliency.forward(x)[-1]
    largest = logits.max(1, keepdims=True)
    logs = logits - largest - numpy.log(numpy.exp(logits - largest).sum(1, keepdims=True))
    return -logs[numpy.arange(len(x)), labels], numpy.exp(logs)


def gradient(x, labels):
    """Of the mean loss, by the pixels."""
    _, shares = losses(x, labels)
    return saliency.backward(x, (shares - numpy.eye(10)[labels]) / len(x))


if __name__ == "__main__":
    images = saliency.training_images()
    labels = saliency.training_labels()
    # Those of the first unseen digits that the network is least sure of.
    own = numpy.exp(-losses(images[8000:8500], labels[8000:8500])[0])
    places = numpy.sort(numpy.argsort(own)[4:24:5]) + 8000
    x, labels = images[places], labels[places]
    found = gradient(x, labels)
    saliency.compared(x, found, lambda x: losses(x, labels)[0].mean())
    epsilon = 0.125
    attacked = numpy.clip(x + epsilon * numpy.sign(found), 0, 1)
    assert losses(attacked, labels)[0].mean() > losses(x, labels)[0].mean()
    table = {
        "about": "The gradient of the mean loss of the training digits in `places` by their pixels, and their mean loss before and after a step of `epsilon` along its sign, in float64.",
        "places": places.tolist(),
        "labels": labels.tolist(),
        "gradient": found.reshape(len(x), -1).round(9).tolist(),
        "epsilon": epsilon,
        "loss": losses(x, labels)[0].mean(),
        "attacked loss": losses(attacked, labels)[0].mean(),
        "attacked": attacked.reshape(len(x), -1).round(6).tolist(),
    }
    text = json.dumps(table, separators=(",", ":")).replace("],[", "],\n[")
    pathlib.Path(__file__).with_suffix(".json").write_text(text + "\n")
