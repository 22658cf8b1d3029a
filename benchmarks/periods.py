"""Compare find_periods with the annotated deadlines: how many come out with the very EDTF, and with the very span.

Each deadline that has an EDTF is looked for in its own sentence. Some of them rest on other sentences ("at the summit")
and cannot be found so. Run from the repository: `python benchmarks/periods.py [--json] [--errors]`.
"""

import argparse
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from aide_memoire.dates import find_periods

GOLD = Path(__file__).resolve().parents[2] / "shared" / "gold" / "commitments"
_HEAD = re.compile(r"\A(?:#[^\n]*\n)+\n")
_SENTENCE_END = re.compile(r"[.!?][\"”’]?\s|\n")


def iter_dues(folder: Path) -> Iterator[tuple[str, str, int, dict[str, Any]]]:
    """Yield the day of each document, its body, where the deadline starts in it, and the deadline."""
    for path in sorted((folder / "annotations").glob("*.json")):
        annotated = json.loads(path.read_text(encoding="utf-8"))
        body = _HEAD.sub("", (folder / "texts" / annotated["doc"]).read_text(encoding="utf-8"))
        for statement in annotated["statements"]:
            due = statement.get("due")
            if due and due.get("edtf"):
                start = due["start"] if due.get("start") is not None else body.find(due["text"])
                if start >= 0:
                    yield annotated["published"], body, start, due


def sentence_around(body: str, start: int, end: int) -> tuple[int, int]:
    """Find the sentence that holds a stretch of a text, by full stops and line ends."""
    first = max(body.rfind(". ", 0, start) + 2 if ". " in body[:start] else 0, body.rfind("\n", 0, start) + 1)
    closing = _SENTENCE_END.search(body, end)
    return first, closing.end() if closing else len(body)


def measure(folder: Path, *, errors: bool = False) -> dict[str, int]:
    """Count the deadlines of one set of annotations."""
    counts = {"dues": 0, "same_edtf": 0, "same_span": 0}
    for published, body, start, due in iter_dues(folder):
        end = start + len(due["text"])
        first, last = sentence_around(body, start, end)
        found = [
            (period.start + first, period.end + first, period.text, period.edtf)
            for period in find_periods(body[first:last], published, direction="future")
        ]
        over = [period for period in found if period[0] < end and period[1] > start]
        counts["dues"] += 1
        counts["same_edtf"] += any(period[3] == due["edtf"] for period in over)
        counts["same_span"] += any(period[:2] == (start, end) for period in over)
        if errors and all(period[3] != due["edtf"] for period in over):
            print(published, repr(due["text"]), due["edtf"], "|", [period[2:] for period in over])
    return counts


def main() -> None:
    """Print the counts for the training and the development annotations."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    parser.add_argument("--errors", action="store_true", help="print each deadline that came out otherwise")
    options = parser.parse_args()
    results = {
        name: measure(folder, errors=options.errors) for name, folder in (("train", GOLD / "train"), ("dev", GOLD))
    }
    if options.json:
        print(json.dumps(results))
        return
    for name, counts in results.items():
        print(f"{name:6} {counts['dues']} deadlines  same EDTF {counts['same_edtf']}  same span {counts['same_span']}")


if __name__ == "__main__":
    main()
