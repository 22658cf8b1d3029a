"""What the trained reader is worth beside simpler ways of finding commitments, on the development texts.

    python -m benchmarks.baselines           the table
    python -m benchmarks.baselines --json    the figures as one JSON object

All four are asked the same: in which sentences does somebody commit to something? Right is a sentence with the head of
a core commitment; one with a commitment that is not core counts neither way. Beside the trained reader stand the rules
over a parse that it replaced, a list of cue words, and the package `follow-through`, which was made for the minutes of
meetings. The rules are also scored as the reader is, statement by statement.
"""

import argparse
import json
import re
import sys
import tempfile
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

import msgspec
from follow_through.extract import extract_text

from aide_memoire.documents import to_document
from aide_memoire.reading import read
from aide_memoire.reading.draft import Extent
from aide_memoire.reading.sentences import iter_sentences
from aide_memoire.records import Document, Reading, Source
from aide_memoire.sources import iter_sources
from benchmarks.commitments import GOLD, score
from benchmarks.rules import read_by_rules

CUES = re.compile(
    r"\b(?:will|would|shall|must|commit(?:s|ted|ment|ments)?|pledge[sd]?|promise[sd]?|vow(?:s|ed)?|agree[sd]?|undert(?:ake|akes|ook)"
    r"|intend(?:s|ed)?|plan(?:s|ned)?|reaffirm(?:s|ed)?|refuse[sd]?|reject(?:s|ed)?|ruled? out|urge[sd]?"
    r"|demand(?:s|ed)?|call(?:s|ed)? (?:on|for|upon)|propose[sd]?|ready to|willing to|aims? to|seeks? to)\b",
    re.IGNORECASE,
)
type Gold = dict[str, list[dict[str, object]]]
"""The annotated commitments by the name of their text."""
type Finder = Callable[[Document, Sequence[Extent]], set[Extent]]
"""From a document and its sentences to those that commit somebody."""


def main() -> int:
    """Ask each, print."""
    options = argparse.ArgumentParser(description="The trained reader beside simpler ways.")
    options.add_argument("--json", action="store_true", help="print one JSON object")
    chosen = options.parse_args()
    if not GOLD.is_dir():
        print(f"There is nothing to measure against: {GOLD} is missing.", file=sys.stderr)
        return 1
    documents = [to_document(s) for s in iter_sources([str(GOLD / "texts")]) if isinstance(s, Source)]
    gold = load_gold()
    figures: dict[str, object] = {name: sentences(finder, documents, gold) for name, finder in FINDERS.items()}
    figures["rule_reader_statements"] = statements(documents)
    if chosen.json:
        print(json.dumps(figures))
    else:
        for name, found in figures.items():
            print(f"{name:24s} {found}")
    return 0


def load_gold() -> Gold:
    """The annotated commitments by the name of their text."""
    read_in = (json.loads(path.read_text(encoding="utf-8")) for path in sorted((GOLD / "annotations").glob("*.json")))
    return {one["doc"]: [s for s in one["statements"] if s["kind"] == "commitment"] for one in read_in}


def sentences(
    finder: Finder, documents: Iterable[Document], gold: dict[str, list[dict[str, object]]]
) -> dict[str, float]:
    """Precision, recall and F1 by sentence."""
    right = found = wanted = 0
    for document in documents:
        within = list(iter_sentences(document.text))
        annotated = gold[Path(document.source).name]
        core = holding(within, (places(document.text, s) for s in annotated if s["core"]))
        other = holding(within, (places(document.text, s) for s in annotated if not s["core"])) - core
        told = finder(document, within) - other
        right, found, wanted = right + len(told & core), found + len(told), wanted + len(core)
    precision, recall = right / max(found, 1), right / max(wanted, 1)
    f1 = 2 * precision * recall / max(precision + recall, 1e-9)
    return {"p": round(precision, 3), "r": round(recall, 3), "f1": round(f1, 3)}


def places(text: str, statement: dict[str, object]) -> int:
    """Where an annotated head stands in the text as we read it, in which furniture is taken off; -1 if not there."""
    quote, head = str(statement["text"]), statement["head"]
    assert isinstance(head, dict)
    at = text.find(quote)
    return -1 if at < 0 else at + quote.find(head["text"])


def holding(within: Sequence[Extent], heads: Iterable[int]) -> set[Extent]:
    """The sentences that hold one of the places."""
    return {s for head in heads for s in within if s.start <= head < s.end}


def by_reading(reader: Callable[[Document], Reading]) -> Finder:
    """A reader as a finder of sentences."""

    def find(document: Document, within: Sequence[Extent]) -> set[Extent]:
        made = (s for s in reader(document).statements if s.kind == "commitment" and s.core)
        return holding(within, (s.head.start for s in made))

    return find


def by_cues(document: Document, within: Sequence[Extent]) -> set[Extent]:
    """The sentences with a cue word."""
    return {s for s in within if CUES.search(document.text, s.start, s.end)}


def by_follow_through(document: Document, within: Sequence[Extent]) -> set[Extent]:
    """The sentences that `follow-through` quotes."""
    quotes = [" ".join(one.text.split()) for one in extract_text(document.text, document.source)]
    return {s for s in within if any(" ".join(document.text[slice(*s)].split()) in quote for quote in quotes)}


FINDERS: dict[str, Finder] = {
    "trained_reader": by_reading(read),
    "rule_reader": by_reading(read_by_rules),
    "cue_words": by_cues,
    "follow_through": by_follow_through,
}


def statements(documents: Iterable[Document]) -> dict[str, float]:
    """F1 of the rule reader's core commitments and events, scored as the reader's are."""
    with tempfile.TemporaryDirectory() as folder:
        output = Path(folder) / "output.jsonl"
        output.write_bytes(b"".join(msgspec.json.encode(read_by_rules(d)) + b"\n" for d in documents))
        figures = json.loads(score(output, "--json"))
    return {kind: figures[kind]["detection"]["f1"] for kind in ("commitments", "events")}


if __name__ == "__main__":
    raise SystemExit(main())
