"""How the reader fares on a large real input: random documents of the corpus, its speed, statements to judge by eye.

    python -m benchmarks.corpus                300 documents: failures, statements a document, documents a second
    python -m benchmarks.corpus --sample 20    and twenty random statements, to be judged by eye
    python -m benchmarks.corpus --json         the figures as one JSON object

Speed is told as a ratio to the bare parser over the same texts in the same run, to mean the same on any machine.
Documents that are kept for judging are never read.
"""

import argparse
import gzip
import hashlib
import random
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import msgspec

from aide_memoire.actors import DocumentActors
from aide_memoire.dates import find_timexes
from aide_memoire.pipeline import read_sources
from aide_memoire.records import Actor, Document, Failure, Reading, Statement
from benchmarks.rules.parsing import load_parser

SHARED = Path(__file__).parents[2] / "shared"
CORPUS = SHARED / "corpus" / "white-house-foreign-policy.jsonl.gz"
SEED = 1


class Row(msgspec.Struct, frozen=True):
    """What is needed of a record of the corpus: its id, which decides whether it is kept for judging."""

    id: str


def main() -> int:
    """Draw, read, time, print."""
    options = argparse.ArgumentParser(description="Robustness and speed on the corpus.")
    options.add_argument("--documents", type=int, default=300, help="how many to draw")
    options.add_argument("--seed", type=int, default=SEED, help="which to draw")
    options.add_argument("--sample", type=int, default=0, help="print so many random statements")
    options.add_argument("--json", action="store_true", help="print one JSON object")
    chosen = options.parse_args()
    if not CORPUS.is_file():
        print(f"There is nothing to read: {CORPUS} is missing.", file=sys.stderr)
        return 1
    lines = draw(chosen.documents, seed=chosen.seed)
    readings, figures = measure(lines)
    if chosen.json:
        print(msgspec.json.encode(figures).decode())
        return 0
    for name, value in figures.items():
        print(f"{name.replace('_', ' '):34s} {value}")
    for reading, statement in sample(readings, chosen.sample, seed=chosen.seed):
        print(f"\n{describe(reading, statement)}")
    return 0


def draw(count: int, *, seed: int) -> list[bytes]:
    """Draw lines of the corpus at random from those that may be read."""
    with gzip.open(CORPUS) as corpus:
        allowed = [line for line in corpus if not kept_for_judging(msgspec.json.decode(line, type=Row).id)]
    return random.Random(seed).sample(allowed, min(count, len(allowed)))


def kept_for_judging(identity: str) -> bool:
    """Tell whether a document is among the quarter that the project is judged on."""
    return hashlib.sha256(identity.encode()).hexdigest()[0] in "cdef"


def measure(lines: list[bytes]) -> tuple[list[Reading], dict[str, float]]:
    """Read the lines and parse their texts again with the parser alone, both timed."""
    parser = load_parser()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "corpus.jsonl"
        path.write_bytes(b"".join(lines))
        outcomes, reading_seconds = timed(read_sources([str(path)]))
    readings = [outcome for outcome in outcomes if isinstance(outcome, Reading)]
    for outcome in outcomes:
        if isinstance(outcome, Failure):
            print(f"{outcome.source}: {outcome.message}", file=sys.stderr)
    documents = [reading.document for reading in readings]
    _, parsing_seconds = timed(parser.pipe(document.text for document in documents))
    _, timex_seconds = timed(find_timexes(document.text, document.published.edtf) for document in documents)
    _, actor_seconds = timed(all_actors(document) for document in documents)
    statements = [statement for reading in readings for statement in reading.statements]
    return readings, {
        "documents": len(outcomes),
        "failures": len(outcomes) - len(readings),
        "statements": len(statements),
        "statements_per_document": round(len(statements) / max(len(readings), 1), 2),
        "documents_per_second": round(len(outcomes) / reading_seconds, 2),
        "bare_parser_documents_per_second": round(len(readings) / parsing_seconds, 2),
        "time_to_bare_parser": round(reading_seconds / parsing_seconds, 2),
        "time_of_timexes_to_bare_parser": round(timex_seconds / parsing_seconds, 3),
        "time_of_actors_to_bare_parser": round(actor_seconds / parsing_seconds, 3),
    }


def all_actors(document: Document) -> tuple[Actor, ...]:
    """All who are named in a document."""
    told = DocumentActors(
        document.text, title=document.title, publisher=document.publisher, published=document.published.edtf
    )
    return told.mentions


def timed[Item](items: Iterator[Item]) -> tuple[list[Item], float]:
    """Take all of a lazy iterator; return the items and the seconds that it took."""
    start = time.perf_counter()
    taken = list(items)
    return taken, time.perf_counter() - start


def sample(readings: list[Reading], count: int, *, seed: int) -> list[tuple[Reading, Statement]]:
    """Draw statements at random, with the reading that each stands in."""
    every = [(reading, statement) for reading in readings for statement in reading.statements]
    return random.Random(seed).sample(every, min(count, len(every)))


def describe(reading: Reading, statement: Statement) -> str:
    """Set a statement out with all its cells and its quote."""
    due = statement.due and f"{statement.due.text} = {statement.due.edtf}"
    cells = {
        "holder": name(statement.holder),
        "act": statement.act,
        "action": statement.action,
        "toward": ", ".join(name(actor) or "?" for actor in statement.counterparts),
        "under": statement.instrument and statement.instrument.name,
        "if": statement.condition and statement.condition.text,
        "due": due,
        "when": statement.when,
        "said by": name(statement.attribution.source) if statement.attribution else None,
    }
    head = f"{statement.kind}{'' if statement.core else ' (not core)'}: {' '.join(statement.text.split())}"
    date = f"  {reading.document.published.edtf}  {reading.document.source.partition('#')[2]}"
    return "\n".join([head, date, *(f"  {cell}: {value}" for cell, value in cells.items() if value)])


def name(actor: Actor | None) -> str | None:
    """Name an actor as it would be listed."""
    return f"{actor.name} [{actor.country or '/'.join(actor.members or ()) or actor.kind}]" if actor else None


if __name__ == "__main__":
    raise SystemExit(main())
