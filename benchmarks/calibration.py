"""Whether the scores mean what they say: of what is reported with a score of .8, are eight in ten right?

    python -m benchmarks.calibration             the bins and the expected calibration error
    python -m benchmarks.calibration --draw      and the reliability diagram, docs/reliability.svg
    python -m benchmarks.calibration --json      the error as one JSON object

Right is a statement whose head the annotators of the development texts have for one of its kind, core or not. The error
is the mean distance of score and share over ten bins, weighted by their size (Naeini et al. 2015).
"""

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from aide_memoire.pipeline import read_sources
from aide_memoire.records import Reading
from benchmarks.commitments import GOLD

PICTURE = Path(__file__).parents[1] / "docs" / "reliability.svg"
BINS = 10
SIDE, EDGE = 320, 40


class Bin(NamedTuple):
    """Statements of near scores: how many, their mean score, the share that is right."""

    size: int
    score: float
    right: float


def main() -> int:
    """Read, count, print."""
    options = argparse.ArgumentParser(description="Calibration of the scores.")
    options.add_argument("--json", action="store_true", help="print one JSON object")
    options.add_argument("--draw", action="store_true", help="draw the reliability diagram")
    chosen = options.parse_args()
    if not GOLD.is_dir():
        print(f"There is nothing to measure against: {GOLD} is missing.", file=sys.stderr)
        return 1
    bins = binned([pair for reading in readings() for pair in pairs(reading)])
    total = sum(b.size for b in bins)
    error = sum(abs(b.score - b.right) * b.size for b in bins) / max(total, 1)
    if chosen.draw:
        PICTURE.write_text(draw(bins), encoding="utf-8")
    if chosen.json:
        print(json.dumps({"expected_calibration_error": round(error, 4), "statements": total}))
        return 0
    for one in bins:
        print(f"mean score {one.score:.2f}  right {one.right:.2f}  of {one.size}")
    print(f"expected calibration error {error:.3f}, {total} statements")
    return 0


def readings() -> list[Reading]:
    """The development texts, read."""
    return [outcome for outcome in read_sources([str(GOLD / "texts")]) if isinstance(outcome, Reading)]


def pairs(reading: Reading) -> list[tuple[float, bool]]:
    """Each statement's score, and whether the annotators have one of its kind with that head."""
    name = Path(reading.document.source).stem
    gold = json.loads((GOLD / "annotations" / f"{name}.json").read_text(encoding="utf-8"))
    text = reading.document.text
    heads = {(s["kind"], place) for s in gold["statements"] for place in places(text, s)}
    return [
        (s.score, any((s.kind, place) in heads for place in range(s.head.start, s.head.end)))
        for s in reading.statements
    ]


def places(text: str, statement: dict[str, object]) -> list[int]:
    """Where an annotated statement's heads stand in the text as we read it, in which furniture is taken off."""
    at = text.find(str(statement["text"]))
    heads = [statement["head"], *statement["also_heads"]]  # type: ignore[misc]
    return [at + h["start"] - int(str(statement["start"])) for h in heads] if at >= 0 else []


def binned(scored: Sequence[tuple[float, bool]]) -> list[Bin]:
    """The bins that are not empty, in order."""
    found = []
    for n in range(BINS):
        inside = [pair for pair in scored if min(int(pair[0] * BINS), BINS - 1) == n]
        if inside:
            scores, right = zip(*inside, strict=True)
            found.append(Bin(len(inside), sum(scores) / len(inside), sum(right) / len(inside)))
    return found


def draw(bins: Sequence[Bin]) -> str:
    """The reliability diagram: share right over mean score, each bin a dot as large as it is full."""
    most = max(b.size for b in bins)
    dots = "".join(
        f'<circle cx="{across(b.score):.1f}" cy="{up(b.right):.1f}" r="{3 + 9 * (b.size / most) ** 0.5:.1f}" '
        f'fill="#1f5a8a" fill-opacity="0.75"><title>{b.size} statements: score {b.score:.2f}, right {b.right:.2f}'
        "</title></circle>"
        for b in bins
    )
    ticks = "".join(
        f'<text x="{across(v):.1f}" y="{SIDE - EDGE + 16}" text-anchor="middle">{v:.1f}</text>'
        f'<text x="{EDGE - 6}" y="{up(v) + 4:.1f}" text-anchor="end">{v:.1f}</text>'
        for v in (0, 0.2, 0.4, 0.6, 0.8, 1)
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {SIDE} {SIDE}" font-family="sans-serif" font-size="11">'
        f'<rect width="{SIDE}" height="{SIDE}" fill="white"/>'
        f'<path d="M{across(0)} {up(0)}H{across(1)}M{across(0)} {up(0)}V{up(1)}" stroke="#444" fill="none"/>'
        f'<path d="M{across(0)} {up(0)}L{across(1)} {up(1)}" stroke="#999" stroke-dasharray="4 4"/>{ticks}{dots}'
        f'<text x="{SIDE / 2}" y="{SIDE - 6}" text-anchor="middle">score</text>'
        f'<text x="12" y="{SIDE / 2}" text-anchor="middle" transform="rotate(-90 12 {SIDE / 2})">share right</text>'
        "</svg>\n"
    )


def across(value: float) -> float:
    """The place of a value on the lower axis."""
    return EDGE + value * (SIDE - 2 * EDGE)


def up(value: float) -> float:
    """The place of a value on the left axis."""
    return SIDE - EDGE - value * (SIDE - 2 * EDGE)


if __name__ == "__main__":
    raise SystemExit(main())
