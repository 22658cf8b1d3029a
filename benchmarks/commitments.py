"""How well statements and their cells are read: the development texts against their hand-made annotations.

    python -m benchmarks.commitments             every figure, as a table
    python -m benchmarks.commitments --errors    what is missed, spurious or wrong, a line each
    python -m benchmarks.commitments --json      the figures as one JSON object

The texts are for measuring alone; nothing is trained on them. How far two annotators agree is said in the file
AGREEMENT.md beside them.
"""

import argparse
import subprocess
import sys
import tempfile
from pathlib import Path

import msgspec

from aide_memoire.pipeline import read_sources
from aide_memoire.records import Failure, Reading, Span, Statement

SHARED = Path(__file__).parents[2] / "shared"
GOLD = SHARED / "gold" / "commitments"
SCORER = SHARED / "bench" / "score_commitments.py"


def main() -> int:
    """Read, score, print."""
    options = argparse.ArgumentParser(description="Accuracy of statements and their cells.")
    options.add_argument("--json", action="store_true", help="print one JSON object")
    options.add_argument("--errors", action="store_true", help="print what is missed, spurious or wrong")
    chosen = options.parse_args()
    if not GOLD.is_dir():
        print(f"There is nothing to measure against: {GOLD} is missing.", file=sys.stderr)
        return 1
    with tempfile.TemporaryDirectory() as folder:
        output = Path(folder) / "output.jsonl"
        failures, broken = read_texts(GOLD / "texts", output)
        if not chosen.json:
            print(score(output, *(["--errors"] if chosen.errors else [])), end="")
            print(f"failures {failures}, spans that are not their quote {broken}")
            return 0
        figures = msgspec.json.decode(score(output, "--json"), type=dict[str, object])
    figures["missing"] = len(missing) if isinstance(missing := figures["missing"], list) else None
    print(msgspec.json.encode(figures | {"failures": failures, "broken_spans": broken}).decode())
    return 0


def read_texts(texts: Path, output: Path) -> tuple[int, int]:
    """Write each text, read, as a line of `output`; return how many failed and how many spans are not their quote."""
    failures = broken = 0
    with output.open("wb") as lines:
        for outcome in read_sources([str(texts)]):
            if isinstance(outcome, Failure):
                failures += 1
                print(f"{outcome.source}: {outcome.message}", file=sys.stderr)
                continue
            broken += broken_spans(outcome)
            lines.write(msgspec.json.encode(outcome) + b"\n")
    return failures, broken


def broken_spans(reading: Reading) -> int:
    """Count the spans whose words are not those of the text at their place."""
    text = reading.document.text
    spans = [span for statement in reading.statements for span in spans_of(statement)]
    return sum(text[start:end] != quote for start, end, quote in spans)


def spans_of(statement: Statement) -> list[tuple[int, int, str]]:
    """List every span of a statement: its own, its head's and its cells'."""
    source = statement.attribution.source if statement.attribution else None
    cue = statement.attribution.cue if statement.attribution else None
    actors = [actor for actor in (statement.holder, source, *statement.counterparts) if actor]
    cells: list[Span | None] = [statement.head, statement.condition, cue]
    return [
        (statement.start, statement.end, statement.text),
        *((cell.start, cell.end, cell.text) for cell in cells if cell),
        *((cell.start, cell.end, cell.text) for cell in (statement.instrument, statement.due) if cell),
        *(
            (actor.start, actor.end, actor.text)
            for actor in actors
            if actor.start is not None and actor.end is not None and actor.text is not None
        ),
    ]


def score(output: Path, *options: str) -> str:
    """Run the scorer over what was read and return what it prints."""
    command = [sys.executable, str(SCORER), str(GOLD / "annotations"), str(GOLD / "texts"), str(output), *options]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


if __name__ == "__main__":
    raise SystemExit(main())
