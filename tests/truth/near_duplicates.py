"""Writes near_duplicates.json: `python3 near_duplicates.py`. No library: sets of tuples of words, and groups by spreading the
smallest number of a neighbour until nothing changes. The hash is written down again from its description."""

import json
import pathlib
import random

HERE = pathlib.Path(__file__).parent
ALICE = (HERE / "../../exercises/library/files/alice.txt").read_text()
MASK = (1 << 64) - 1


def fnv(seed, text):
    state = 0xCBF29CE484222325
    for byte in seed.to_bytes(8, "little") + text.encode():
        state = ((state ^ byte) * 0x100000001B3) & MASK
    state = ((state ^ (state >> 30)) * 0xBF58476D1CE4E5B9) & MASK
    state = ((state ^ (state >> 27)) * 0x94D049BB133111EB) & MASK
    return state >> 32


def shingles(text, n):
    words = text.split()
    n = min(n, len(words))
    return sorted({" ".join(words[i : i + n]) for i in range(len(words) - n + 1)})


def signature(of, seeds):
    return [min(fnv(seed, shingle) for shingle in of) for seed in seeds]


def alike(a, b):
    return sum(x == y for x, y in zip(a, b)) / len(a)


def keep(signatures, threshold):
    group = list(range(len(signatures)))
    while True:
        new = [
            min(group[j] for j in range(len(group)) if i == j or alike(signatures[i], signatures[j]) >= threshold)
            for i in range(len(group))
        ]
        if new == group:
            return [i for i, of in enumerate(group) if of == i]
        group = new


random.seed(3)
paragraphs = [" ".join(text.split()) for text in ALICE.split("\n\n") if len(text.split()) > 15][:12]
texts = []
for text in paragraphs:
    texts.append(text)
    words = text.split()
    for _ in range(random.randrange(3)):
        words = list(words)
        words[random.randrange(len(words))] = "rabbit"
        texts.append(" ".join(words))
random.shuffle(texts)
seeds = [random.randrange(10**6) for _ in range(32)]
sets = [shingles(text, 3) for text in texts]
signatures = [signature(of, seeds) for of in sets]
pairs = [(i, j) for i in range(len(texts)) for j in range(i) if set(sets[i]) & set(sets[j])][:40]
table = {
    "texts": texts,
    "shingles": sets[:4],
    "seeds": seeds,
    "signatures": signatures,
    "pairs": [
        {
            "pair": [i, j],
            "jaccard": len(set(sets[i]) & set(sets[j])) / len(set(sets[i]) | set(sets[j])),
            "similarity": alike(signatures[i], signatures[j]),
        }
        for i, j in pairs
    ],
    "kept": [{"threshold": t, "places": keep(signatures, t)} for t in [0.05, 0.3, 0.51, 0.7, 0.9, 1.0]],
}
(HERE / "near_duplicates.json").write_text(json.dumps(table) + "\n")
