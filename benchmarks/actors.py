"""How often the actors library tells the right holder: on the training annotations, halved once and for all by name.

usage: python -m benchmarks.actors [--half even|odd|both] [--errors | --json]

Each statement's holder words (the first of its names) are looked up where they stand nearest to the statement and given
to `DocumentActors.resolve` with nothing else: no speaker, no parse. Documents whose name has an even SHA-256 may be
looked at and tuned on; of the odd ones only the figures are printed.
"""

import argparse
import hashlib
import importlib
import json
import re
import sys
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from aide_memoire.actors import DocumentActors, Register, find_instruments, load_register
from aide_memoire.actors.entries import ActorEntry, Lexicon
from aide_memoire.actors.lexicon import load_lexicons

SHARED = Path(__file__).resolve().parents[2] / "shared"
HEAD = re.compile(r"# (\w+): (.*)")


class Asked(NamedTuple):
    """One holder asked for: where, what the annotation says, what was answered."""

    document: str
    words: str
    context: str
    gold: dict[str, Any]
    answer: dict[str, Any] | None
    country: bool
    holder: bool


def main() -> None:
    """Print the share of right countries and holders for each half, by level, and the errors of the open half."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--half", choices=["even", "odd", "both"], default="both")
    parser.add_argument("--errors", action="store_true", help="list the errors of the even half")
    parser.add_argument("--json", action="store_true", help="print the figures of the halves as one JSON object, alone")
    options = parser.parse_args()
    halves = ("even", "odd") if options.half == "both" else (options.half,)
    if options.json:
        print(json.dumps({half: figures(half) for half in halves}))
        return
    for half in halves:
        asked = list(iter_asked(half))
        report(half, asked)
        report_instruments(half)
        if options.errors and half == "even":
            list_errors(asked)
    report_time()


def report_time() -> None:
    """Milliseconds for a thousand words, with the register as it is and with twenty thousand actors more."""
    folder = SHARED / "gold" / "commitments" / "train" / "texts"
    texts = [split_head(p.read_text(encoding="utf-8"))[1] for p in sorted(folder.glob("*.txt"))[:40]]
    more = Lexicon(
        actor=tuple(ActorEntry(id=f"z{i}", name=f"Zeta {i} Works", kind="organisation") for i in range(20_000))
    )
    words = sum(len(t.split()) for t in texts)
    for name, register in (("as it is", load_register()), ("20,000 more", Register((*load_lexicons(), more)))):
        start = time.perf_counter()
        for text in texts:
            DocumentActors(text, title=None, publisher=None, published="2020-01-01", register=register)
        print(f"register {name}: {(time.perf_counter() - start) * 1e6 / words:.1f} ms for 1,000 words")


def figures(half: str) -> dict[str, float]:
    """The figures of one half as they are printed: counts, and shares from 0 to 1."""
    asked = list(iter_asked(half))
    instruments, overlapped = count_instruments(half)
    return {
        "holders": len(asked),
        "country_right": sum(a.country for a in asked) / len(asked),
        "holder_right": sum(a.holder for a in asked) / len(asked),
        "wrong_country_given": sum(is_misplaced(a) for a in asked),
        "unresolved": sum(a.answer is None for a in asked),
        "instruments": instruments,
        "instruments_overlapped": overlapped / instruments,
    }


def is_misplaced(asked: Asked) -> bool:
    """Whether a country, or members, were answered that are not the annotation's."""
    answer = asked.answer
    return answer is not None and bool(answer["country"] or answer["members"]) and not asked.country


def report_instruments(half: str) -> None:
    """Print how many of the annotated instruments a find overlaps."""
    asked, found = count_instruments(half)
    print(f"{half}: {asked} instruments, overlapped by a find {found / asked:.3f}")


def count_instruments(half: str) -> tuple[int, int]:
    """How many instruments of commitments are annotated, and how many of them a find overlaps."""
    folder = SHARED / "gold" / "commitments" / "train"
    asked = found = 0
    for path in sorted((folder / "annotations").glob("*.json")):
        if is_even(path.stem) != (half == "even"):
            continue
        gold = json.loads(path.read_text(encoding="utf-8"))
        finds = find_instruments(split_head((folder / "texts" / gold["doc"]).read_text(encoding="utf-8"))[1])
        for place in (s["instrument"] for s in gold["statements"] if s.get("instrument")):
            asked += 1
            found += any(f.start < place["end"] and place["start"] < f.end for f in finds)
    return asked, found


def report(half: str, asked: list[Asked]) -> None:
    """The figures of one half, in all and by level."""
    total = len(asked)
    country, holder = sum(a.country for a in asked), sum(a.holder for a in asked)
    print(f"{half}: {total} holders, country right {country / total:.3f}, holder right {holder / total:.3f}")
    print(f"  a wrong country given {sum(is_misplaced(a) for a in asked)}")
    levels = Counter(a.gold["level"] for a in asked)
    for level, count in levels.most_common():
        these = [a for a in asked if a.gold["level"] == level]
        right, whole = sum(a.country for a in these), sum(a.holder for a in these)
        none = sum(a.answer is None for a in these)
        print(f"  {level:13s} {count:5d}  country {right / count:.3f}  holder {whole / count:.3f}  unresolved {none}")


def list_errors(asked: list[Asked]) -> None:
    """One line an error, most frequent words first."""
    wrong = Counter(a.words.lower() for a in asked if not a.holder)
    for a in sorted((a for a in asked if not a.holder), key=lambda a: (-wrong[a.words.lower()], a.words)):
        gold = a.gold.get("country") or a.gold.get("members") or a.gold["names"][-1]
        answer = a.answer and (a.answer["id"], a.answer["kind"], a.answer["country"] or a.answer["members"])
        print(f"{a.document[:40]} | {a.words!r} | {a.gold['level']} {gold} | {answer} | {a.context!r}")


def iter_asked(half: str) -> Iterator[Asked]:
    """Every holder of one half whose words stand in the text, with the answer and its score."""
    sys.path.insert(0, str(SHARED / "bench"))
    holder_ok = importlib.import_module("score_commitments").holder_ok
    folder = SHARED / "gold" / "commitments" / "train"
    for path in sorted((folder / "annotations").glob("*.json")):
        if is_even(path.stem) != (half == "even"):
            continue
        gold = json.loads(path.read_text(encoding="utf-8"))
        head, text = split_head((folder / "texts" / gold["doc"]).read_text(encoding="utf-8"))
        actors = DocumentActors(
            text, title=head.get("title"), publisher=head.get("publisher"), published=gold.get("published")
        )
        for statement in gold["statements"]:
            place = nearest(text, statement["holder"]["names"][0], statement["start"], statement["end"])
            if place is None:
                continue
            actor = actors.resolve(*place)
            answer = None if actor is None else {f: getattr(actor, f) for f in actor.__struct_fields__}
            country, holder = holder_ok(statement["holder"], answer)
            context = text[max(0, statement["start"] - 80) : statement["end"]].replace("\n", " / ")[:260]
            yield Asked(path.stem, text[slice(*place)], context, statement["holder"], answer, country, holder)


def is_even(name: str) -> bool:
    """Which half a document belongs to."""
    return int(hashlib.sha256(name.encode()).hexdigest(), 16) % 2 == 0


def split_head(content: str) -> tuple[dict[str, str], str]:
    """The `# key: value` lines of a text, and what follows them and the blank line."""
    lines = content.split("\n")
    head: dict[str, str] = {}
    count = 0
    while count < len(lines) and lines[count].startswith("# "):
        found = HEAD.match(lines[count])
        if found:
            head[found[1]] = found[2]
        count += 1
    if count and count < len(lines) and not lines[count].strip():
        count += 1
    return head, "\n".join(lines[count:])


def nearest(text: str, words: str, start: int, end: int) -> tuple[int, int] | None:
    """The place of the words inside the statement, else the nearest one before it, else after it."""
    places = [(m.start(), m.end()) for m in re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", text)]
    if not places:
        places = [(m.start(), m.end()) for m in re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", text, re.I)]
    inside = [p for p in places if start <= p[0] < end]
    earlier = [p for p in places if p[0] < start]
    return inside[0] if inside else earlier[-1] if earlier else places[0] if places else None


if __name__ == "__main__":
    main()
