"""Central differences of polynomials, in NumPy's float64: writes gradient_check.txt.

A line is one case: how many terms and coordinates, the terms row by row, the point, the step, the differences.
"""

import numpy as np

random = np.random.default_rng(7)


def value(terms, x):
    return float(np.sum(terms[:, 0] * np.prod(x ** terms[:, 1:], axis=1)))


with open("gradient_check.txt", "w") as table:
    for case in range(24):
        count, n = 1 + case % 5, 1 + case % 4
        coefficients = random.normal(size=(count, 1))
        powers = random.integers(0, 4, size=(count, n)).astype(np.float64)
        terms = np.hstack([coefficients, powers])
        x = random.normal(size=n)
        step = float(10.0 ** random.uniform(-4, -0.5))
        unit = np.eye(n)
        found = [
            (value(terms, x + step * unit[i]) - value(terms, x - step * unit[i])) / (2 * step)
            for i in range(n)
        ]
        numbers = [*terms.ravel(), *x, step, *found]
        table.write(" ".join([str(count), str(n)] + [repr(float(number)) for number in numbers]) + "\n")
