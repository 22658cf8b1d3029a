"""Compile annotations: from what a person writes down to offsets, each value checked.

usage: python training/annotations.py WRITTEN_DIR TEXT_DIR OUT_DIR

An annotator reads a document and writes one JSON file for it, quotes as words; this finds the offsets and refuses
whatever is not verbatim in the text, not an allowed value, or a head outside its quote. Nothing is written for a file
with an error.

    {"doc": "r001.txt", "statements": [
      {"kind": "commitment", "quote": "it would restore the line once talks resume", "head": "restore",
       "act": "pledge", "holder": {"level": "body", "country": "KOR", "members": null,
                                   "names": ["the ministry", "Ministry of Unification"]},
       "action": "restore the line", "counterparts": [{"code": "PRK", "words": "the North"}], "instrument": null,
       "condition": "once talks resume", "due": null, "attribution": {"source": "the ministry", "cue": "said"},
       "polarity": "positive", "core": true}]}

Optional: `at` (which occurrence of the quote, from 1), `head_at` (which of the head in the quote), `also_heads`,
`note`; a counterpart without words in the text is {"code": "PRK", "words": null}. An event has `when` (EDTF or null)
and `factuality` instead of act, instrument, condition and due. Words of a holder, source, cue or counterpart are found
at the occurrence nearest to the head; an empty first name means that the text has no word for the holder.
"""

import json
import re
import sys
from pathlib import Path
from typing import Any, get_args

from aide_memoire.annotations import Factuality, Level
from aide_memoire.dates import is_edtf
from aide_memoire.records import Act

ACTS = get_args(Act)
LEVELS = get_args(Level)
FACTUALITY = get_args(Factuality)
COMMITMENT = {"act", "instrument", "condition", "due"}
EVENT = {"when", "factuality"}
BOTH = {
    "kind",
    "quote",
    "at",
    "head",
    "head_at",
    "also_heads",
    "holder",
    "action",
    "counterparts",
    "attribution",
    "polarity",
    "core",
    "note",
}

Json = dict[str, Any]


class AnnotationError(Exception):
    """What is wrong with one statement, in a sentence."""


def body_of(content: str) -> str:
    """A text file's body: what follows its `# key: value` lines and the blank line that ends them."""
    lines = content.split("\n")
    first = next((i for i, line in enumerate(lines) if not line.startswith("# ")), len(lines))
    return "\n".join(lines[first + 1 if first and not lines[first].strip() else first :])


def published_of(content: str) -> str | None:
    """The `# published:` line of a text file."""
    found = re.search(r"^# published: *(\S+)", content, re.MULTILINE)
    return found.group(1) if found else None


def expect(right: bool, wrong: str) -> None:
    """Raise AnnotationError with the sentence unless the condition holds."""
    if not right:
        raise AnnotationError(wrong)


def occurrences(words: str, text: str) -> list[int]:
    """All places where the words stand as whole words."""
    left = r"(?<!\w)" if words[:1].isalnum() else ""
    right = r"(?!\w)" if words[-1:].isalnum() else ""
    return [m.start() for m in re.finditer(left + re.escape(words) + right, text)]


def span(words: str, start: int) -> Json:
    """A span by its first character."""
    return {"text": words, "start": start, "end": start + len(words)}


def inside(words: str, text: str, quote: Json, which: int, what: str) -> Json:
    """The span of words that must stand inside the quote."""
    places = [p for p in occurrences(words, text) if quote["start"] <= p and p + len(words) <= quote["end"]]
    expect(len(places) >= which, f"{what} {words!r} is not in the quote {quote['text']!r}")
    return span(words, places[which - 1])


def nearest(words: str | None, text: str, to: int, what: str) -> Json | None:
    """The span of words at their occurrence nearest to a place, or None for no words."""
    if not words:
        return None
    places = occurrences(words, text)
    expect(bool(places), f"{what} {words!r} is not in the text")
    return span(words, min(places, key=lambda p: (abs(p - to), p)))


def checked_edtf(value: str | None, what: str) -> str | None:
    """The value, if it is EDTF or None."""
    expect(value is None or is_edtf(value), f"{what} {value!r} is no EDTF")
    return value


def compile_holder(written: Json, text: str, head: int) -> Json:
    """A holder with its words' span."""
    expect(set(written) <= {"level", "country", "names", "members"}, f"unknown key in holder {sorted(written)}")
    expect(written["level"] in LEVELS, f"level {written['level']!r} is none of {LEVELS}")
    code = written.get("country")
    expect(code is None or (len(code) == 3 and code.isupper()), f"country {code!r} is no ISO 3166 alpha-3 code")
    expect(bool(written["names"]), "a holder needs its words and its full usual name")
    where = nearest(written["names"][0], text, head, "holder")
    names = [n for n in written["names"] if n]
    return {
        "level": written["level"],
        "country": code,
        "names": names,
        "members": written.get("members"),
        "span": where,
    }


def compile_statement(written: Json, text: str, number: str) -> Json:
    """One statement with offsets, every value checked."""
    kind = written.get("kind")
    expect(kind in {"commitment", "event"}, f"kind {kind!r}")
    unknown = set(written) - BOTH - (COMMITMENT if kind == "commitment" else EVENT)
    expect(not unknown, f"unknown keys {sorted(unknown)}")
    places = occurrences(written["quote"], text)
    expect(len(places) >= written.get("at", 1), f"the quote is not in the text: {written['quote']!r}")
    quote = span(written["quote"], places[written.get("at", 1) - 1])
    head = inside(written["head"], text, quote, written.get("head_at", 1), "head")
    expect(isinstance(written["core"], bool), "core is true or false")
    expect(written.get("polarity", "positive") in {"positive", "negative"}, f"polarity {written.get('polarity')!r}")
    expect(len(written["action"].split()) <= 10, f"action of more than ten words: {written['action']!r}")
    attribution = written.get("attribution")
    common = {
        "id": number,
        "kind": kind,
        **{k: quote[k] for k in ("start", "end", "text")},
        "head": head,
        "also_heads": [inside(h, text, quote, 1, "also_head") for h in written.get("also_heads", [])],
        "holder": compile_holder(written["holder"], text, head["start"]),
        "action": written["action"],
        "counterparts": [c["code"] for c in written["counterparts"]],
        "counterpart_spans": [nearest(c["words"], text, head["start"], "counterpart") for c in written["counterparts"]],
        "attribution": {
            "source": nearest(attribution.get("source"), text, head["start"], "source"),
            "cue": nearest(attribution.get("cue"), text, head["start"], "cue"),
        }
        if attribution
        else None,
        "polarity": written.get("polarity", "positive"),
        "core": written["core"],
    }
    return common | (commitment_cells(written, text, quote, head) if kind == "commitment" else event_cells(written))


def commitment_cells(written: Json, text: str, quote: Json, head: Json) -> Json:
    """Act, instrument, condition and due of a commitment."""
    expect(written["act"] in ACTS, f"act {written['act']!r} is none of {ACTS}")
    condition, due = written.get("condition"), written.get("due")
    place = nearest(due["text"], text, head["start"], "due") if due else None
    return {
        "act": written["act"],
        "instrument": nearest(written.get("instrument"), text, head["start"], "instrument"),
        "condition": nearest(condition, text, head["start"], "condition"),
        "due": {**place, "edtf": checked_edtf(due["edtf"], "due")} if due and place else None,
    }


def event_cells(written: Json) -> Json:
    """When an event happened and whether the text asserts it."""
    factuality = written.get("factuality", "asserted")
    expect(factuality in FACTUALITY, f"factuality {factuality!r} is none of {FACTUALITY}")
    return {"when": checked_edtf(written.get("when"), "when"), "factuality": factuality}


def compile_file(path: Path, texts: Path) -> tuple[Json | None, list[str]]:
    """The compiled document and what is wrong with the written one; a document with errors is None."""
    try:
        written = json.loads(path.read_text(encoding="utf-8"))
        content = (texts / written["doc"]).read_text(encoding="utf-8")
    except (ValueError, KeyError, OSError) as error:
        return None, [f"{path.name}: {type(error).__name__}: {error}"]
    text, statements, wrong = body_of(content), [], []
    for n, each in enumerate(written["statements"], 1):
        try:
            statements.append(compile_statement(each, text, f"{Path(written['doc']).stem[:4]}.{n}"))
        except (AnnotationError, KeyError, TypeError, AttributeError) as error:
            kind = "" if isinstance(error, AnnotationError) else f"{type(error).__name__} "
            wrong.append(f"{path.name}: statement {n}: {kind}{error}")
    statements.sort(key=lambda s: (s["start"], s["head"]["start"]))
    return (
        None if wrong else {"doc": written["doc"], "published": published_of(content), "statements": statements}
    ), wrong


def main(written: Path, texts: Path, out: Path) -> int:
    """Compile a folder; the number of files with errors."""
    out.mkdir(parents=True, exist_ok=True)
    failed = total = 0
    for path in sorted(written.glob("*.json")):
        document, wrong = compile_file(path, texts)
        for each in wrong:
            print(each)
        failed += bool(wrong)
        if document is not None:
            total += len(document["statements"])
            (out / path.name).write_text(json.dumps(document, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    print(f"{total} statements compiled, {failed} files with errors")
    return failed


if __name__ == "__main__":
    sys.exit(1 if main(*map(Path, sys.argv[1:4])) else 0)
