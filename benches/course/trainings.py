"""The trainings of the course's networks in PyTorch: `trainings.py NAME SEED`.

`cargo bench --bench course` starts it and reads its line: the seconds that the training took, its steps, and the measure of
its bar; for the networks of digits a fourth number, what Keras reaches, if Keras is here. The data, the network, the batches, the optimiser and the steps are those of the solution of that name, and what the
solution computes between its steps, to show it, is computed here too. Exit code 3: there is no PyTorch.
"""

import copy
import csv
import math
import os
import random
import sys
import time
from pathlib import Path

# For `frameworks`, of which no compiled copy is to be left there.
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
sys.dont_write_bytecode = True

try:
    import torch
    from torch import nn
    from torch.nn import functional
except ImportError:
    sys.exit(3)

from frameworks import keras_network, language_model, read

ROOT = Path(__file__).resolve().parents[2]
FILES, HELD_OUT = ROOT / "exercises/library/files", ROOT / "checks/held_out"


def pictures(images, labels, shape):
    images = read(images, 16).reshape(-1, 1, *shape).astype("float32") / 255
    return torch.from_numpy(images), torch.from_numpy(read(labels, 8).astype("int64"))


def percent_right(model, images, labels):
    with torch.no_grad():
        parts = [model(some).argmax(1) for some in images.split(250)]
    return 100 * (torch.cat(parts) == labels).float().mean().item()


def classifier(model, training, validation, epochs, rate):
    """A training in batches of 32, with a look at the validation set after each epoch. Returns the steps."""
    images, labels = training
    adam = torch.optim.Adam(model.parameters(), lr=rate)
    steps = 0
    for _ in range(epochs):
        for batch in torch.randperm(len(labels)).split(32):
            adam.zero_grad()
            loss = functional.cross_entropy(model(images[batch]), labels[batch])
            loss.backward()
            adam.step()
            loss.item()
            steps += 1
        if len(validation[1]):
            percent_right(model, *validation)
    return steps


def timed(short, training):
    """The seconds and the result of a training, with one thread or one for each core: whichever took less time for a short one.

    Small networks are often faster with one, and on a busy machine nearly everything is.
    """

    def seconds(threads):
        torch.set_num_threads(threads)
        took = []
        for _ in range(2):
            began = time.perf_counter()
            short()
            took.append(time.perf_counter() - began)
        return took[1]

    torch.set_num_threads(min({1, torch.get_num_threads()}, key=seconds))
    began = time.perf_counter()
    result = training()
    return time.perf_counter() - began, result


def digits_network():
    return nn.Sequential(
        nn.Conv2d(1, 32, 3),
        nn.ReLU(),
        nn.MaxPool2d(2),
        nn.Flatten(),
        nn.Linear(5408, 128),
        nn.ReLU(),
        nn.Linear(128, 10),
    )


def test_digits():
    if folder := os.environ.get("GRADLINGS_MNIST"):
        folder = Path(folder)
        test = folder / "t10k-images-idx3-ubyte.gz", folder / "t10k-labels-idx1-ubyte.gz"
    else:
        test = HELD_OUT / "mnist-test-images.idx.gz", HELD_OUT / "mnist-test-labels.idx.gz"
    return pictures(*test, (28, 28))


def keras_right(training, test, epochs):
    """What Keras is right about with its defaults, in percent: nothing where it is not here."""
    os.environ["KERAS_BACKEND"] = "torch"
    try:
        import keras
    except ImportError:
        return []
    keras.utils.set_random_seed(int(sys.argv[2]))
    # Keras has the channels last.
    (images, labels), (test_images, test_labels) = (
        (images.movedim(1, -1).numpy(), labels.numpy()) for images, labels in (training, test)
    )
    model = keras_network(keras, ["accuracy"])
    model.fit(images, labels, batch_size=32, epochs=epochs, verbose=0)
    return [100 * model.evaluate(test_images, test_labels, verbose=0)[1]]


def digits_trained(epochs, validation):
    """The network of digits on all that ship; what is in `validation` is looked at after each epoch."""
    training = pictures(FILES / "mnist-train-images.idx.gz", FILES / "mnist-train-labels.idx.gz", (28, 28))
    images, labels = training
    few, test = (images[:320], labels[:320]), test_digits()
    model, looked_at = digits_network(), (images[validation], labels[validation])
    seconds, steps = timed(
        lambda: classifier(digits_network(), few, few, 1, 0.001),
        lambda: classifier(model, training, looked_at, epochs, 0.001),
    )
    right = percent_right(model, *test)
    return seconds, steps, right, *keras_right(training, test, epochs)


def mnist_cnn():
    return digits_trained(3, slice(9000, None))


def digits():
    # The program counts what is right among what it learns from, which costs nothing more.
    return digits_trained(10, slice(0, 0))


def spoken_digits():
    def network():
        return nn.Sequential(
            nn.Conv2d(1, 16, 3),
            nn.ReLU(),
            nn.MaxPool2d(2),
            nn.Conv2d(16, 24, 3),
            nn.ReLU(),
            nn.MaxPool2d(2),
            nn.Flatten(),
            nn.Linear(576, 64),
            nn.ReLU(),
            nn.Linear(64, 10),
        )

    images, labels = pictures(FILES / "spoken-train-images.idx.gz", FILES / "spoken-train-labels.idx.gz", (24, 32))
    training, validation = (images[:860], labels[:860]), (images[860:], labels[860:])
    model = network()
    seconds, steps = timed(
        lambda: classifier(network(), training, validation, 1, 0.002),
        lambda: classifier(model, training, validation, 16, 0.002),
    )
    test = HELD_OUT / "spoken-test-images.idx.gz", HELD_OUT / "spoken-test-labels.idx.gz"
    return seconds, steps, percent_right(model, *pictures(*test, (24, 32)))


def spirals():
    side, reach = 32, 1.15

    def points(per_arm):
        share = (torch.arange(per_arm) + 1) / per_arm
        radius = 0.1 + 0.9 * share
        arms = []
        for arm in range(2):
            angle = 2 * math.pi * (arm / 2 + 1.5 * share)
            arms.append(torch.stack([radius * angle.cos(), radius * angle.sin()], 1))
        x = torch.cat(arms)
        return x + 0.02 * torch.randn_like(x), torch.arange(2).repeat_interleave(per_arm)

    def network():
        model = nn.Sequential(nn.Linear(2, 32), nn.ReLU(), nn.Linear(32, 32), nn.ReLU(), nn.Linear(32, 2))
        for layer in model:
            if isinstance(layer, nn.Linear):
                nn.init.normal_(layer.weight, std=math.sqrt(2 / layer.in_features))
                nn.init.zeros_(layer.bias)
        return model

    middle = reach * ((2 * torch.arange(side) + 1) / side - 1)
    plane = torch.cartesian_prod(middle, middle)

    def train(model, x, labels, steps):
        adam = torch.optim.Adam(model.parameters(), lr=0.01)
        for step in range(1, steps + 1):
            adam.zero_grad()
            loss = functional.cross_entropy(model(x), labels)
            loss.backward()
            adam.step()
            loss.item()
            if step == 1 or step % 5 == 0:
                with torch.no_grad():
                    model(plane)
        return steps

    x, labels = points(100)
    model = network()
    seconds, steps = timed(lambda: train(network(), x, labels, 20), lambda: train(model, x, labels, 300))
    return seconds, steps, percent_right(model, *points(1000))


def name_model():
    symbols, units = 27, 48

    def numbers(file):
        letters = [[ord(letter) - 96 for letter in name] for name in file.read_text().split()]
        return [[0, *name, 0] for name in letters]

    class Model(nn.Module):
        def __init__(self):
            super().__init__()
            self.cell, self.out = nn.RNN(symbols, units, batch_first=True), nn.Linear(units, symbols)

        def forward(self, names):
            rows = torch.full((len(names), max(map(len, names))), -1)
            for row, name in zip(rows, names):
                row[: len(name)] = torch.tensor(name)
            # Nothing follows the last symbol of a name.
            targets = rows[:, 1:]
            inputs = functional.one_hot(rows[:, :-1].clamp(min=0), symbols).float()
            inputs *= (targets >= 0)[..., None]
            logits = self.out(self.cell(inputs)[0])
            return functional.cross_entropy(logits.flatten(0, 1), targets.flatten(), ignore_index=-1)

    def train(model, names, steps):
        sgd = torch.optim.SGD(model.parameters(), lr=5.0)
        for step in range(steps):
            for group in sgd.param_groups:
                group["lr"] = 5 * (1 - step / steps)
            sgd.zero_grad()
            loss = model([names[at] for at in torch.randperm(len(names))[:32].tolist()])
            loss.backward()
            nn.utils.clip_grad_norm_(model.parameters(), 0.5)
            sgd.step()
            loss.item()
        return steps

    names = numbers(FILES / "names.txt")
    model = Model()
    seconds, steps = timed(lambda: train(Model(), names, 20), lambda: train(model, names, 700))
    with torch.no_grad():
        return seconds, steps, model(numbers(HELD_OUT / "names.txt")).item()


def tiny_gpt():
    context, batch, steps = 48, 16, 600
    text = (FILES / "alice.txt").read_text(encoding="utf-8")
    alphabet = sorted(set(text))
    places = torch.arange(context)

    def encode(text):
        number = {character: at for at, character in enumerate(alphabet)}
        return torch.tensor([number[character] for character in text if character in number])

    def network():
        model = language_model(len(alphabet))
        nn.init.normal_(model[0].weight, std=0.5)
        return model

    def nats(model, tokens, starts):
        """The mean of a batch of pieces."""
        at = starts[:, None] + places
        return functional.cross_entropy(model(tokens[at]).flatten(0, 1), tokens[at + 1].flatten())

    def rate(step, steps):
        done, warmup, peak, floor = step + 1, steps // 10, 8e-3, 8e-4
        if done <= warmup:
            return peak * done / warmup
        return floor + (peak - floor) * (1 + math.cos(math.pi * (done - warmup) / (steps - warmup))) / 2

    def show(model, tokens):
        """What the solution shows ten times: a text of 160 characters, and the loss of a bigram table."""
        written = encode("\n").tolist()
        with torch.no_grad():
            for _ in range(160):
                shares = model(torch.tensor([written[-context:]]))[0, -1].softmax(0)
                written.append(torch.multinomial(shares, 1).item())
        pairs = tokens[:-1] * len(alphabet) + tokens[1:]
        counts = torch.bincount(pairs, minlength=len(alphabet) ** 2).view(len(alphabet), -1) + 1.0
        shares = counts / counts.sum(1, keepdim=True)
        return -shares.flatten()[pairs].log().mean().item()

    def train(model, tokens, steps):
        matrices = [weight for weight in model.parameters() if weight.dim() > 1]
        gains = [weight for weight in model.parameters() if weight.dim() == 1]
        groups = [{"params": matrices, "weight_decay": 0.1}, {"params": gains, "weight_decay": 0.0}]
        adamw = torch.optim.AdamW(groups, betas=(0.9, 0.99), fused=True)
        for step in range(steps):
            for group in adamw.param_groups:
                group["lr"] = rate(step, steps)
            adamw.zero_grad()
            loss = nats(model, tokens, torch.randint(len(tokens) - context, (batch,)))
            loss.backward()
            nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            adamw.step()
            loss.item()
            if (step + 1) % math.ceil(steps / 10) == 0:
                show(model, tokens)
        return steps

    tokens, model = encode(text), network()
    seconds, steps = timed(lambda: train(network(), tokens, 20), lambda: train(model, tokens, steps))
    held_out = encode((HELD_OUT / "alice.txt").read_text(encoding="utf-8"))
    starts = torch.arange(0, len(held_out) - context, context)
    with torch.no_grad():
        found = sum(nats(model, held_out, some).item() * len(some) for some in starts.split(batch))
    return seconds, steps, found / len(starts)


def your_data():
    epochs, hidden, batch = 60, 32, 16
    columns = ("bill_length_mm", "bill_depth_mm", "flipper_length_mm", "body_mass_g")
    with open(FILES / "penguins.csv", newline="") as file:
        birds = list(csv.DictReader(file))
    species = sorted({bird["species"] for bird in birds})
    drawn = random.Random(int(sys.argv[2]))

    def parts():
        """Training, validation and test: each class is cut by itself, and of equal rows only the first counts."""
        classes, seen = {name: [] for name in species}, set()
        for bird in birds:
            row = tuple(math.nan if bird[column] == "NA" else float(bird[column]) for column in columns)
            if str(row) not in seen:
                seen.add(str(row))
                classes[bird["species"]].append(row)
        parts = [], [], []
        for label, name in enumerate(species):
            rows = classes[name]
            drawn.shuffle(rows)
            n = max(len(rows) // 5, 1)
            for part, some in zip(parts, (rows[2 * n :], rows[n : 2 * n], rows[:n])):
                part.extend((row, label) for row in some)
        return [(torch.tensor([row for row, _ in part]), torch.tensor([at for _, at in part])) for part in parts]

    def prepared(parts):
        """Standardized by the training part, with 0 for a gap."""
        x = parts[0][0]
        mean = x.nanmean(0)
        deviation = (x - mean).square().nanmean(0).sqrt()
        return [(((x - mean) / deviation).nan_to_num(), labels) for x, labels in parts]

    def network():
        model = nn.Sequential(nn.Linear(len(columns), hidden), nn.ReLU(), nn.Linear(hidden, len(species)))
        for layer in (model[0], model[2]):
            nn.init.kaiming_uniform_(layer.weight, nonlinearity="relu")
            nn.init.zeros_(layer.bias)
        return model

    def train(model, parts, epochs):
        (x, labels), (validation, its_labels) = parts[:2]
        sgd = torch.optim.SGD(model.parameters(), lr=0.01, momentum=0.9)
        best, lowest, steps = model, math.inf, 0
        for _ in range(epochs):
            for some in torch.randperm(len(x)).split(batch):
                sgd.zero_grad()
                loss = functional.cross_entropy(model(x[some]), labels[some])
                loss.backward()
                nn.utils.clip_grad_norm_(model.parameters(), 1.0)
                sgd.step()
                loss.item()
                steps += 1
            with torch.no_grad():
                found = functional.cross_entropy(model(validation), its_labels).item()
            if found < lowest:
                best, lowest = copy.deepcopy(model), found
        return best, steps

    def program():
        data = prepared(parts())
        best, steps = train(network(), data, epochs)
        return steps, percent_right(best, *data[2])

    seconds, (steps, right) = timed(lambda: train(network(), prepared(parts()), 2), program)
    return seconds, steps, right


if __name__ == "__main__":
    all_of_them = digits, mnist_cnn, name_model, spirals, spoken_digits, tiny_gpt, your_data
    trainings = {each.__name__: each for each in all_of_them}
    torch.manual_seed(int(sys.argv[2]))
    print(*trainings[sys.argv[1]](), flush=True)
