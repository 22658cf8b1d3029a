"""What became of real commitments: the program's links and assessments against hand-made ones.

    python -m benchmarks.links --ledger CORPUS.db           score the ledger of the corpus, made where it is missing
    python -m benchmarks.links --ledger CORPUS.db --errors  and say what is missed or wrong

Making the ledger reads 3,128 documents: about twenty minutes. It is therefore not among what `make bench` runs.
"""

import argparse
import subprocess
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path

from aide_memoire.ledger import open_ledger
from aide_memoire.pipeline import add_sources
from aide_memoire.views.export import iter_lines

SHARED = Path(__file__).parents[2] / "shared"
CORPUS = SHARED / "corpus" / "white-house-foreign-policy.jsonl.gz"
LINKS = SHARED / "gold" / "links" / "links.dev.jsonl"
SCORER = SHARED / "bench" / "score_links.py"


def main() -> int:
    """Make the ledger if need be, export it, score it."""
    options = argparse.ArgumentParser(description="Following against hand-made links.")
    options.add_argument(
        "--ledger", type=Path, required=True, help="the ledger of the corpus, made where it is missing"
    )
    options.add_argument("--errors", action="store_true", help="print every link missed and every wrong one")
    chosen = options.parse_args()
    if not LINKS.is_file():
        print(f"There is nothing to score: {LINKS} is missing.", file=sys.stderr)
        return 1
    with open_ledger(str(chosen.ledger)) as ledger, tempfile.NamedTemporaryFile(suffix=".jsonl") as exported:
        if not ledger.counts().documents:
            for number, _ in enumerate(add_sources([str(CORPUS)], ledger, at=datetime.now(UTC).isoformat()), 1):
                print(f"\r{number} documents", end="", file=sys.stderr, flush=True)
        for line in iter_lines(ledger.iter_commitments()):
            exported.write(line)
        exported.flush()
        errors = ["--errors"] if chosen.errors else []
        scored = subprocess.run(
            [sys.executable, str(SCORER), str(LINKS), str(CORPUS), exported.name, *errors], check=False
        )
    return scored.returncode


if __name__ == "__main__":
    raise SystemExit(main())
