"""A certificate → the score once more, in plain fractions: it knows nothing of the project.

Run it on a file to check a score by hand: python recompute.py certificate.json
"""

import json
import sys
from decimal import Decimal, localcontext
from fractions import Fraction
from pathlib import Path

LEVEL = {"full": Fraction(1), "half": Fraction(1, 2), "zero": Fraction(0)}


def recompute(certificate):
    """Return the exact score and the one that is printed."""
    flat = certificate["rules"]["flat"]
    total = sum((points_of(item, flat) for item in certificate["items"]), Fraction(0))
    total += sum((Fraction(e["points"]) for e in certificate["extras"]), Fraction(0))
    total += Fraction(certificate["rest"])
    return total, half_up(total, certificate["rules"]["decimals"])


def points_of(item, flat):
    """Return the points of one item: its share of full marks by its formula."""
    if item["points"] is None:
        return Fraction(0)
    if item["substitute"] is not None:
        return Fraction(item["substitute"]) * Fraction(item["full"])
    share = share_of(item["formula"], item, Fraction(item["weight"]), flat)
    return share * Fraction(item["full"])


def share_of(formula, item, weight, flat):
    """Return the share of full marks by a formula; `weight` is what points are of."""
    if formula["name"] == "mix":
        parts = [(Fraction(p["share"]), p["formula"]) for p in formula["parts"]]
        return sum(s * share_of(f, item, weight * s, flat) for s, f in parts)
    return FORMULAS[formula["name"]](Case(formula, item, weight, flat))


class Case:
    """What one formula has to go by."""

    def __init__(self, formula, item, weight, flat):
        self.on, self.weight = formula["on"], weight
        self.up = item["direction"] > 0
        self.level = LEVEL[flat]
        self.told = formula["parameters"]
        self.inputs, self.whole = item["inputs"], item["whole"]
        self.marks = [Fraction(mark) for mark in self.inputs.get("marks", ())]
        self.peers = [Fraction(v) for v in item["peers"].get(self.on, {}).values()]
        bounds = item["bounds"].get(self.on)
        self.bounds = [Fraction(b) for b in bounds] if bounds else None

    def fact(self, name):
        found = self.inputs.get(name)
        return None if found is None or found["value"] is None else Fraction(found["value"])

    @property
    def value(self):
        return self.fact(self.on)

    @property
    def counted(self):
        return self.fact("count") if self.value is None else self.value

    @property
    def city(self):
        return Fraction(self.whole[self.on]) if self.on in self.whole else self.fact("city")

    @property
    def aim(self):
        base = self.number("base")
        return self.fact("target") if base is None else base

    @property
    def start(self):
        start = self.number("start")
        return self.weight if start is None else start

    def number(self, name):
        value = self.told.get(name)
        return None if value is None else Fraction(value)

    def numbers(self, name):
        return [Fraction(each) for each in self.told.get(name) or ()]

    @property
    def better(self):
        """How many of the group are better."""
        return sum(p > self.value if self.up else p < self.value for p in self.peers)

    @property
    def equal(self):
        return self.peers.count(self.value)


def clip(value, low=None, high=None):
    if high is not None and value > high:
        return high
    return low if low is not None and value < low else value


def half_up(total, decimals):
    whole = int(abs(total) * 10**decimals + Fraction(1, 2))
    return str(Decimal(whole if total >= 0 else -whole).scaleb(-decimals))


def done(c):
    return Fraction(c.value >= c.aim if c.up else c.value <= c.aim)


def ratio(c):
    if c.up:
        found = c.value / c.aim
    elif c.told.get("reverse") == "two_minus":
        found = 2 - c.value / c.aim
    elif c.value <= 0:
        return c.number("cap")
    else:
        found = c.aim / c.value
    return clip(found, c.number("floor"), c.number("cap"))


def between(c, base, span):
    low, high = c.bounds or (min(c.peers), max(c.peers))
    if low == high:
        return c.level
    value = clip(c.value, low, high) if c.told.get("clip") else c.value
    part = (value - low if c.up else high - value) / (high - low)
    return (base + span * part) / 100


def zscore(c):
    mean = sum(c.peers) / len(c.peers)
    if min(c.peers) == max(c.peers):
        return c.level
    variance = sum((p - mean) ** 2 for p in c.peers) / (len(c.peers) - 1)
    with localcontext() as context:
        context.prec = 50
        root = (Decimal(variance.numerator) / Decimal(variance.denominator)).sqrt()
    ahead = c.value - mean if c.up else mean - c.value
    return (c.number("mean") + c.number("spread") * ahead / Fraction(root)) / 100


def rank(c):
    place, steps = c.better + 1, c.numbers("steps")
    if steps:
        return steps[place - 1] if place <= len(steps) else c.number("least")
    return clip(1 - c.number("step") * (place - 1), c.number("least"))


def percentile(c):
    count = len(c.peers)
    return c.level if count == 1 else Fraction(count - c.better - 1, count - 1)


def borda(c):
    others = len(c.peers) - 1
    beaten = others - c.better - Fraction(c.equal - 1, 2)
    if c.number("each") is not None:
        return c.number("each") * beaten / c.weight
    return beaten / others if others else c.level


def versus_city(c):
    ahead = c.value - c.city if c.up else c.city - c.value
    marks = c.start + c.number("per_point") * ahead
    return clip(marks, c.number("least"), c.number("most")) / c.weight


def over(c):
    rate = (c.value / c.aim if c.up else c.aim / c.value) * 100
    until = c.number("until")
    if rate < 100:
        change = -c.number("short") * (100 - rate)
    else:
        change = c.number("over") * (min(rate, until) - 100)
        change += c.number("beyond") * max(rate - until, Fraction(0))
    most = c.number("most")
    return (c.start + clip(change, None if most is None else -most, most)) / c.weight


def taper(c):
    ahead = c.value - c.city if c.up else c.city - c.value
    length, marks = abs(ahead), c.start
    divisors = c.numbers("divisors")
    for n, divisor in enumerate(divisors):
        piece = length if n == len(divisors) - 1 else min(length, c.number("band"))
        marks += (1 if ahead > 0 else -1) * piece * c.start / divisor
        length -= piece
    return marks / c.weight


def control(c):
    return max(c.weight - c.number("each") * c.counted, Fraction(0)) / c.weight


def satisfaction(c):
    levels = c.numbers("levels")
    return sum(v * p for v, p in zip(c.marks, levels, strict=True)) / sum(c.marks) / 100


def peer(c):
    shares = c.numbers("shares")
    return sum(m * s for m, s in zip(c.marks, shares, strict=True)) / c.number("of")


def jury(c):
    marks, low, high = (
        sorted(c.marks),
        int(c.number("drop_low")),
        int(c.number("drop_high")),
    )
    if len(marks) > low + high:
        marks = marks[low : len(marks) - high]
    return sum(marks) / len(marks) / c.number("of")


def goalposts(c):
    low, high = sorted((c.number("low"), c.number("high")))
    found = (c.value - low if c.up else high - c.value) / (high - low)
    return clip(found, Fraction(0), Fraction(1)) if c.told.get("clip") else found


def way(c, start, end, cap):
    if (end - start) * (1 if c.up else -1) <= 0:
        return Fraction(c.value >= end if c.up else c.value <= end)
    return clip((c.value - start) / (end - start), c.number("floor"), cap)


def count(c):
    return clip(c.number("each") * c.counted, None, c.number("most")) / c.weight


def steps(c):
    rungs = zip(c.numbers("from"), c.numbers("points"), strict=True)
    reached = [rung for rung in sorted(rungs) if rung[0] <= c.counted]
    return reached[-1][1] / c.weight if reached else Fraction(0)


FORMULAS = {
    "done": done,
    "ratio": ratio,
    "rank": rank,
    "efficacy": lambda c: between(c, c.number("base"), c.number("span")),
    "versus_city": versus_city,
    "over": over,
    "taper": taper,
    "control": control,
    "satisfaction": satisfaction,
    "peer": peer,
    "jury": jury,
    "goalposts": goalposts,
    "minmax": lambda c: between(c, Fraction(0), Fraction(100)),
    "zscore": zscore,
    "percentile": percentile,
    "borda": borda,
    "distance": lambda c: way(c, c.number("from"), c.fact("target"), c.number("cap")),
    "improvement": lambda c: way(c, c.fact("previous"), c.number("best"), Fraction(1)),
    "count": count,
    "steps": steps,
    "given": lambda c: c.value / c.number("of"),
}

if __name__ == "__main__":
    told = json.loads(Path(sys.argv[1]).read_text("utf-8"))
    exact, printed = recompute(told)
    sys.exit(0 if (str(exact), printed) == (told["sum"], told["score"]) else 1)
