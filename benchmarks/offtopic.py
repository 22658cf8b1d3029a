"""What the reader finds where there is nothing: sport, markets, science, crime at home.

    python -m benchmarks.offtopic           every core commitment that it reports there
    python -m benchmarks.offtopic --json    how many, as one JSON object

The reports are those named offtopic-* that nobody annotated, so that none was trained on.
"""

import argparse
import json
import sys
from pathlib import Path

from aide_memoire.annotations import load_annotations, text_sha256
from aide_memoire.pipeline import read_sources
from aide_memoire.records import Reading, Source
from aide_memoire.sources import iter_sources

REPORTS = Path(__file__).parents[2] / "shared" / "news" / "reports"
DATA = Path(__file__).parents[1] / "data" / "commitments" / "annotations.jsonl"


def main() -> int:
    """Read, count, print."""
    options = argparse.ArgumentParser(description="False finds on other topics.")
    options.add_argument("--json", action="store_true", help="print one JSON object")
    chosen = options.parse_args()
    if not REPORTS.is_dir():
        print(f"There is nothing to read: {REPORTS} is missing.", file=sys.stderr)
        return 1
    annotated = {document.sha256 for document in load_annotations(DATA)}
    every = [(path, source) for path in sorted(REPORTS.glob("offtopic-*")) for source in iter_sources([str(path)])]
    names = [str(p) for p, s in every if isinstance(s, Source) and text_sha256(s.content) not in annotated]
    readings = [outcome for outcome in read_sources(names) if isinstance(outcome, Reading)]
    found = [(r, s) for r in readings for s in r.statements if s.kind == "commitment" and s.core]
    if chosen.json:
        print(json.dumps({"reports": len(readings), "core_commitments": len(found)}))
        return 0
    for reading, statement in found:
        print(f"{reading.document.source}  {statement.score:.2f}  {' '.join(statement.text.split())}")
    print(f"{len(found)} core commitments in {len(readings)} reports")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
