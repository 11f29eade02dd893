"""Writes clean.json, cells read as numbers and lines that are kept or dropped, in float64: `python3 clean.py`.

pandas reads the numbers, and finds the lines that are duplicates among those that are neither gaps nor impossible.
"""

import json
import pathlib

import numpy
import pandas

random = numpy.random.default_rng(31)
WORTH = {"mm": 1.0, "g": 1.0, "cm": 10.0, "kg": 1000.0}
CELL = r"^\s*(?P<number>-?\d+(?:[.,]\d+)?)(?:\s+(?P<unit>mm|cm|g|kg))?\s*$"


def numbers(cells):
    found = cells.str.extract(CELL)
    number = pandas.to_numeric(found["number"].str.replace(",", "."))
    return number * found["unit"].map(WORTH).fillna(1.0)


def cleaned(lines):
    cells = pandas.Series(lines).str.split(";", expand=True)
    birds = pandas.DataFrame({"ring": cells[0].str.strip(), "length": numbers(cells[1]), "weight": numbers(cells[2])})
    gap = birds[["length", "weight"]].isna().any(axis=1)
    impossible = ~gap & ~(birds["length"].between(10, 100) & birds["weight"].between(500, 10000))
    good = birds[~gap & ~impossible]
    duplicate = good.duplicated("ring").reindex(birds.index, fill_value=False)
    words = numpy.select([gap, impossible, duplicate], ["gap", "impossible", "duplicate"], "kept")
    return words.tolist(), good.drop_duplicates("ring")[["length", "weight"]].values.tolist()


def written(number, digits):
    text = f"{number:.{digits}f}"
    return text.replace(".", ",") if random.random() < 0.5 else text


def length():
    mm = random.choice([random.uniform(32, 60), random.uniform(2, 9), random.uniform(110, 500)], p=[0.8, 0.1, 0.1])
    return random.choice(["NA", "?", written(mm, 1), written(mm, 1) + " mm", written(mm / 10, 2) + " cm"], p=[0.1, 0.05, 0.25, 0.3, 0.3])


def weight():
    g = random.choice([random.uniform(2700, 6300), random.uniform(3, 90), random.uniform(11000, 40000)], p=[0.8, 0.1, 0.1])
    return random.choice(["", "n/a", written(g, 0), written(g, 0) + " g", written(g / 1000, 3) + " kg"], p=[0.1, 0.05, 0.25, 0.3, 0.3])


def case(count):
    lines = [f"R{random.integers(count // 2 + 1)}; {length()};{weight()} " for _ in range(count)]
    words, rows = cleaned(lines)
    return {"lines": lines, "words": words, "rows": rows}


table = {
    "about": "`words` says what becomes of each line; `rows` has length and weight of those that are kept.",
    "cases": [case(count) for count in (1, 5, 20, 60)],
}
text = json.dumps(table, separators=(",", ":")).replace('{"lines"', '\n{"lines"')
pathlib.Path(__file__).with_suffix(".json").write_text(text + "\n")
