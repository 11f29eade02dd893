"""Writes word_error_rate.json, edit distances and word error rates of jiwer: `python3 word_error_rate.py`.

jiwer strips no capitals and no punctuation unless it is told to, and divides by 1 where the reference is empty.
"""

import json
import pathlib
import random

import jiwer

random = random.Random(79)
WORDS = ["to", "be", "or", "not", "that", "is", "the", "question", "whether", "it", "nobler", "in", "mind"]


def case(reference, hypothesis):
    # jiwer splits at spaces alone.
    found = jiwer.process_words(" ".join(reference.split()), " ".join(hypothesis.split()))
    errors = found.substitutions + found.deletions + found.insertions
    return {"reference": reference, "hypothesis": hypothesis, "errors": errors, "rate": found.wer}


def drawn(length, words, changes):
    said = [random.choice(WORDS[:words]) for _ in range(length)]
    heard = list(said)
    for _ in range(changes):
        place = random.randrange(len(heard) + 1)
        # A word is replaced, left out or added.
        heard[place : place + random.randrange(2)] = random.choices(WORDS[:words], k=random.randrange(2))
    return case(" ".join(said), " ".join(heard))


by_hand = [("put the red box down", "put red fox down now"), ("", ""), ("", "thank you"), ("good morning", ""), ("stop", "this is the top")]
by_hand += [("The cat, the dog.", "the cat the dog."), ("  one two\tthree\n", "one  two three"), ("déjà vu", "deja vu")]
table = {
    "about": "`errors` are the substitutions, deletions and insertions, `rate` is their number by word of the reference.",
    "cases": [case(*pair) for pair in by_hand] + [drawn(1 + i, 3 + i % 11, i // 2) for i in range(24)],
}
text = json.dumps(table, ensure_ascii=False).replace('{"reference"', '\n{"reference"')
pathlib.Path(__file__).with_suffix(".json").write_text(text + "\n")
