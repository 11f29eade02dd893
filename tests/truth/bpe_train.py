"""Writes bpe_train.json, merges learned from the texts of the course: `python3 bpe_train.py`. No library; words are found by
a regular expression."""

import collections
import json
import pathlib
import re

HERE = pathlib.Path(__file__).parent
FILES = HERE / "../../exercises/library/files"
TEXTS = {"alice.txt": 1000, "tang_poems.txt": 300, "names.txt": 200}
SMALL = [b"", b"aaa", b"aaaa aaa", b"low low lower", "🙂🙂 🙃🙂\n🙂".encode(), b"\xff\xfe\xff \xff\xfe", b"b a b a\na b"]


def pairs(word):
    found, last = [], None
    for at, pair in enumerate(zip(word, word[1:])):
        if last == (pair, at - 1):
            last = None
            continue
        found.append(pair)
        last = (pair, at)
    return found


def merge(word, pair, new):
    result, at = [], 0
    while at < len(word):
        result.append(new if word[at : at + 2] == pair else word[at])
        at += 2 if word[at : at + 2] == pair else 1
    return tuple(result)


def learn(text, count):
    words = collections.Counter(tuple(word) for word in re.findall(rb"[ \n]?[^ \n]+|[ \n]", text))
    merges = []
    for new in range(256, 256 + count):
        counts = collections.Counter()
        for word, times in words.items():
            for pair in pairs(word):
                counts[pair] += times
        if not counts:
            break
        pair = min(counts, key=lambda pair: (-counts[pair], pair))
        merges.append(list(pair))
        words = {merge(word, pair, new): times for word, times in words.items()}
    return merges


table = {"files": {name: learn((FILES / name).read_bytes(), count) for name, count in TEXTS.items()}}
table["small"] = [{"text": list(text), "merges": learn(text, 12)} for text in SMALL]
(HERE / "bpe_train.json").write_text(json.dumps(table, separators=(",", ":")) + "\n")
