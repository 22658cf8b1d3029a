"""Write the open data set out of compiled annotations: offsets and labels, no text.

usage: python training/build_data.py SEED_DIR COMPILED_DIR COMPILED_TEXTS COMPILED_IDS.json
       python training/build_data.py --second COMPILED_DIR COMPILED_TEXTS COMPILED_IDS.json
       python training/build_data.py --exercises COMPILED_DIR

SEED_DIR holds annotations/, texts/ and ids.json; the compiled annotations are what training/annotations.py wrote, their
ids a JSON object from a file's stem to the document's id. Every ninth document by the hash of its id is validation.
With --second, the independent second annotations are written beside the first; with --exercises, those of the made-up
texts in data/commitments/exercises, which are all for training.
"""

import hashlib
import json
import re
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import msgspec
from annotations import body_of
from msgspec.structs import replace

from aide_memoire.annotations import (
    AnnotatedAttribution,
    AnnotatedCounterpart,
    AnnotatedDocument,
    AnnotatedDue,
    AnnotatedHolder,
    AnnotatedStatement,
    Place,
    text_sha256,
)

Json = dict[str, Any]
TARGET = Path(__file__).parents[1] / "data" / "commitments"
VALIDATION = 9


def place(span: Json | None) -> Place | None:
    """A span without its words."""
    return (span["start"], span["end"]) if span else None


def sure(span: Json) -> Place:
    """A span that is always there."""
    return span["start"], span["end"]


def holder(statement: Json, text: str) -> AnnotatedHolder:
    """The holder; where no span was annotated, the nearest occurrence of its words, best inside the clause."""
    written = statement["holder"]
    annotated = "span" in written
    span = place(written["span"]) if annotated else near(written["names"], statement, text)
    return AnnotatedHolder(
        level=written["level"],
        country=written["country"],
        name=written["names"][-1] if written["names"] else "",
        members=tuple(written["members"]) if written["members"] else None,
        span=span,
        found="annotated" if annotated else "nearest",
    )


def near(names: list[str], statement: Json, text: str) -> Place | None:
    """The occurrence of the holder's first name that is nearest to the head, in the clause, before it, or anywhere."""
    if not names:
        return None
    places = [m.start() for m in re.finditer(rf"(?<!\w){re.escape(names[0])}(?!\w)", text)]
    head = statement["head"]["start"]
    inside = [p for p in places if statement["start"] <= p < statement["end"]]
    before = [p for p in places if p < head and head - p < 600]
    best = min(inside or before or places, key=lambda p: abs(p - head), default=None)
    return None if best is None else (best, best + len(names[0]))


def statement_of(written: Json, text: str) -> AnnotatedStatement:
    """One statement as stored."""
    spans = written.get("counterpart_spans") or [None] * len(written["counterparts"])
    due, attribution = written.get("due"), written.get("attribution")
    return AnnotatedStatement(
        id=written["id"],
        kind=written["kind"],
        span=sure(written),
        head=sure(written["head"]),
        also_heads=tuple(sure(h) for h in written["also_heads"]),
        holder=holder(written, text),
        action=written["action"],
        counterparts=tuple(
            AnnotatedCounterpart(code=c, span=place(s)) for c, s in zip(written["counterparts"], spans, strict=True)
        ),
        act=written.get("act"),
        instrument=place(written.get("instrument")),
        condition=place(written.get("condition")),
        due=AnnotatedDue(span=sure(due), edtf=due["edtf"]) if due else None,
        attribution=AnnotatedAttribution(source=place(attribution.get("source")), cue=place(attribution.get("cue")))
        if attribution
        else None,
        when=written.get("when"),
        factuality=written.get("factuality"),
        polarity=written.get("polarity", "positive"),
        core=written["core"],
    )


def document_of(written: Json, content: str, identity: str, annotator: str) -> AnnotatedDocument:
    """One document as stored."""
    text = body_of(content)
    url = re.search(r"^# url: *(\S+)", content, re.MULTILINE)
    number = int(hashlib.sha256(identity.encode()).hexdigest(), 16)
    return AnnotatedDocument(
        id=identity,
        url=url.group(1) if url else None,
        published=written["published"],
        sha256=text_sha256(text),
        part="validation" if number % VALIDATION == 0 else "train",
        annotator=annotator,
        statements=tuple(statement_of(s, text) for s in written["statements"]),
    )


def folder(annotations: Path, texts: Path, ids: dict[str, str], annotator: str) -> list[AnnotatedDocument]:
    """All documents of a folder of compiled annotations."""
    documents = []
    for path in sorted(annotations.glob("*.json")):
        written = json.loads(path.read_text(encoding="utf-8"))
        content = (texts / written["doc"]).read_text(encoding="utf-8")
        documents.append(document_of(written, content, ids[Path(written["doc"]).stem], annotator))
    return documents


def stems(ids: Path) -> dict[str, str]:
    """Document ids by the stem of a file's name."""
    return {Path(name).stem: identity for name, identity in json.loads(ids.read_text(encoding="utf-8")).items()}


def write(documents: list[AnnotatedDocument], name: str) -> None:
    """Write documents ordered by id; of several with one text (a story that two files hold) the first stays."""
    documents = list({d.sha256: d for d in reversed(documents)}.values())
    seen: Counter[str] = Counter()
    for n, document in enumerate(documents):  # two reports of one day can have one file name
        seen[document.id] += 1
        if seen[document.id] > 1:
            documents[n] = replace(document, id=f"{document.id}#{seen[document.id]}")
    TARGET.mkdir(parents=True, exist_ok=True)
    lines = [msgspec.json.encode(d) + b"\n" for d in sorted(documents, key=lambda d: d.id)]
    (TARGET / name).write_bytes(b"".join(lines))
    print(f"{len(documents)} documents, {sum(len(d.statements) for d in documents)} statements written to {name}")


def main(arguments: list[str]) -> None:
    """Write the data set, or its second annotations."""
    if arguments[0] == "--exercises":
        texts = TARGET / "exercises"
        names = {path.stem: f"exercises/{path.stem}" for path in texts.glob("*.txt")}
        written = folder(Path(arguments[1]), texts, names, "exercise")
        write([replace(document, part="train") for document in written], "exercises.jsonl")
        return
    if arguments[0] == "--second":
        compiled, texts, ids = map(Path, arguments[1:])
        write(folder(compiled, texts, stems(ids), "second"), "second.jsonl")
        return
    seed, compiled, texts, ids = map(Path, arguments)
    first = folder(seed / "annotations", seed / "texts", stems(seed / "ids.json"), "seed")
    later = folder(compiled, texts, stems(ids), "extension")
    write(first + later, "annotations.jsonl")


if __name__ == "__main__":
    main(sys.argv[1:])
