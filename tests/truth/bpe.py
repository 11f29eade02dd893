"""Writes bpe.json, texts as tokens: `python3 bpe.py`. No library, and neither passes nor tables: merges are learned by
counting, the pair of the lowest rank is looked for again after every single merge, and a token is taken apart by itself.
"""

import json
import pathlib

ENGLISH = "the old captain of the old ship saw the other captain on the other ship, and the other captain saw the old one"
CHINESE = "床前明月光，疑是地上霜。举头望明月，低头思故乡。"
EMOJI = "🙂🙃🙂🙃 🦀🦀 👩‍🚀"
TEXTS = ["", "a", "aaa", "aaaa", "aaaaa", "the other", ENGLISH, CHINESE, EMOJI, "naïve café ß Ω", ENGLISH + EMOJI + CHINESE]
BYTES = [text.encode() for text in TEXTS] + [bytes(range(256)), b"\xff\xfe the \x80 old", "明".encode()[:2], b"\x00the"]


def once(tokens, merges):
    ranks = {tuple(pair): rank for rank, pair in enumerate(merges)}
    found = [(ranks[pair], at) for at, pair in enumerate(zip(tokens, tokens[1:])) if pair in ranks]
    if not found:
        return None
    rank, at = min(found)
    return tokens[:at] + [256 + rank] + tokens[at + 2 :]


def encode(text, merges):
    tokens = list(text)
    while (shorter := once(tokens, merges)) is not None:
        tokens = shorter
    return tokens


def decode(token, merges):
    return [token] if token < 256 else sum((decode(part, merges) for part in merges[token - 256]), [])


def learn(text, count):
    merges = []
    for _ in range(count):
        tokens = encode(text, merges)
        pairs = list(zip(tokens, tokens[1:]))
        merges.append(list(max(sorted(set(pairs)), key=pairs.count)))
    return merges


def case(text, merges):
    tokens = encode(text, merges)
    assert sum((decode(token, merges) for token in tokens), []) == list(text)
    return {"text": list(text), "tokens": tokens}


lists = [[[97, 97]], [[101, 114], [108, 111], [119, 256], [257, 119]]]
lists += [learn(text.encode(), count) for text, count in [(ENGLISH, 40), (CHINESE, 12), (EMOJI, 9), (ENGLISH + EMOJI + CHINESE, 60)]]
table = [
    {
        "merges": merges,
        "texts": [case(text, merges) for text in BYTES + [b"lower"]],
        "pieces": [decode(256 + rank, merges) for rank in range(len(merges))],
    }
    for merges in lists
]
text = json.dumps(table, separators=(",", ":")).replace('{"merges"', '\n{"merges"').replace('{"text"', '\n{"text"')
pathlib.Path(__file__).with_suffix(".json").write_text(text + "\n")
