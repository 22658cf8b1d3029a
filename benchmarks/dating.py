"""Date documents whose days are known, without their metadata; then plant wrong dates, and see whether that is noticed.

    python -m benchmarks.dating             all sets, as sentences
    python -m benchmarks.dating --json      the counts as one JSON object
    python -m benchmarks.dating --errors    besides, each false alarm and wrong date of the seen half

Four sets: the development reports in two halves (rules were written with a look at one of them only), 300 random
documents of the corpus without the date that they print on a line, and the texts of TimeBank and AQUAINT. A date is
right when the day or stretch that is given holds the true day, a day of slack allowed; narrow when it is less than two
years long. Planted are dates of metadata, and captions, that are a year, a month or a day off.
"""

import argparse
import hashlib
import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree

import msgspec

from aide_memoire.dates import bounds, day_of
from aide_memoire.documents.clean import Cleaned, clean
from aide_memoire.documents.dating import date_document
from aide_memoire.records import Published
from benchmarks.corpus import draw

SHARED = Path(__file__).resolve().parents[2] / "shared"
SHIFTS = {  # years and days
    "year_late": (1, 0), "year_early": (-1, 0), "month_late": (0, 31), "month_early": (0, -31), "day_late": (0, 1),
    "day_early": (0, -1),
}  # fmt: skip
_CORPUS, _SEED = 300, 77
_NARROW = timedelta(days=730)
_HEAD = re.compile(r"(?:#[^\n]*\n)+")
_PRINTED = re.compile(r"(?im)^\W*(?:[a-z ]{0,24}\W{1,3})?(?:[a-z]+\W{1,2}\d{1,2},?\s\d{4}|\d{1,2}\s[a-z]+\s\d{4})\W*$")


class Dated(NamedTuple):
    """A document whose day is known: its name, that day, its title and address, its clean text."""

    name: str
    day: date
    title: str | None
    url: str | None
    cleaned: Cleaned


class _Row(msgspec.Struct):
    id: str
    title: str | None = None
    published: str | None = None
    text: str = ""


def iter_reports(half: str) -> Iterator[Dated]:
    """Read the reports of one half, "seen" or "unseen", by the hash of their names."""
    for path in sorted((SHARED / "news" / "reports").glob("*.txt")):
        is_unseen = int(hashlib.sha256(path.name.encode()).hexdigest()[0], 16) % 2
        text = path.read_text(encoding="utf-8")
        head = _HEAD.match(text)
        lines = head[0].splitlines() if head else []
        fields = {key.strip("# "): value.strip() for key, _, value in (line.partition(":") for line in lines) if value}
        day = day_of(fields["published"]) if "published" in fields else None
        if day and is_unseen == (half == "unseen"):
            cleaned = clean(text[head.end() if head else 0 :])
            yield Dated(path.name, day, fields.get("title") or cleaned.title, fields.get("url"), cleaned)


def iter_corpus() -> Iterator[Dated]:
    """Draw documents of the corpus that may be read, and take out the lines that print their date."""
    for line in draw(_CORPUS, seed=_SEED):
        row = msgspec.json.decode(line, type=_Row)
        day = day_of((row.published or "")[:10]) if row.published else None
        if day:
            yield Dated(row.id, day, row.title, None, clean(_PRINTED.sub("", row.text)))


def iter_tbaq() -> Iterator[Dated]:
    """Read the text alone of each document of TimeBank and AQUAINT, with its creation time as the truth."""
    for path in sorted((SHARED / "gold" / "timex" / "tbaq").glob("*/*.tml")):
        root = ElementTree.parse(path).getroot()
        created, text = root.find("DCT/TIMEX3"), root.find("TEXT")
        day = day_of(created.attrib["value"][:10]) if created is not None else None
        if day and text is not None:
            yield Dated(path.stem, day, None, None, clean("".join(text.itertext())))


def publish(
    document: Dated, *, metadata: str | None, url: str | None = None, captions: tuple[str, ...] | None = None
) -> Published:
    """Date one document with what is left of its metadata."""
    return date_document(
        document.cleaned.text,
        title=document.title,
        url=url,
        publisher=None,
        dateline=document.cleaned.dateline,
        captions=document.cleaned.captions if captions is None else captions,
        metadata_date=metadata,
        given_date=None,
    ).published


def measure(documents: Iterable[Dated], *, errors: bool = False) -> dict[str, int]:
    """Count right, narrow, wrong and none; false alarms; and what is noticed of each planted error."""
    counts: Counter[str] = Counter()
    for document in documents:
        true = document.day
        kept = publish(document, metadata=true.isoformat(), url=document.url)
        stripped = publish(document, metadata=None)
        verdict = judge(stripped, true)
        counts.update(("documents", verdict))
        counts["narrow"] += is_narrow(stripped)
        counts["narrow_and_wrong"] += is_narrow(stripped) and verdict == "wrong"
        counts["false_alarms"] += bool(kept.conflicts)
        counts.update(noticed(document))
        if errors and kept.conflicts:
            print("ALARM", document.name, [(c.text, c.why) for c in kept.conflicts])
        if errors and verdict == "wrong":
            print("WRONG", document.name, true, stripped)
    return dict(counts)


def noticed(document: Dated) -> Iterator[str]:
    """Name the planted errors that bring a conflict."""
    for kind, (years, days) in SHIFTS.items():
        day = document.day if years == 0 else document.day.replace(day=min(document.day.day, 28))
        wrong = day.replace(year=day.year + years) + timedelta(days=days)
        if publish(document, metadata=wrong.isoformat()).conflicts:
            yield f"metadata_{kind}_noticed"
        caption = f"Ministers meet, {wrong:%B} {wrong.day}, {wrong.year}. (AFP)"
        if publish(document, metadata=document.day.isoformat(), captions=(caption,)).conflicts:
            yield f"caption_{kind}_noticed"


def judge(published: Published, true: date) -> str:
    """Say how a date without metadata compares to the true day; a dateline may be of the day before."""
    if published.edtf is None:
        return "undated"
    first, last = bounds(published.edtf)
    if first is None or last is None or not first.toordinal() - 1 <= true.toordinal() <= last.toordinal() + 1:
        return "wrong"
    return "right_day" if (last - first).days <= 1 else "right_interval"


def is_narrow(published: Published) -> bool:
    """Say whether a date is given, and to less than two years."""
    first, last = bounds(published.edtf) if published.edtf else (None, None)
    return first is not None and last is not None and last - first < _NARROW


def tell(name: str, counts: dict[str, int]) -> Iterator[str]:
    """Say the rates of one set in sentences."""
    documents, wrong, alarms = (counts.get(key, 0) for key in ("documents", "wrong", "false_alarms"))
    dated = documents - counts.get("undated", 0)
    yield (
        f"{name}: {documents} documents, {dated} dated, {counts.get('right_day', 0)} to the day; "
        f"{share(dated - wrong, dated)} of them hold the true day; {share(counts.get('narrow', 0), documents)} of all "
        f"are dated to less than two years, {counts.get('narrow_and_wrong', 0)} of these wrong."
    )
    yield f"  Nothing planted: {alarms} false alarms."
    for kind in SHIFTS:
        found, caption = counts.get(f"metadata_{kind}_noticed", 0), counts.get(f"caption_{kind}_noticed", 0)
        yield (
            f"  {kind.replace('_', ' ')}: metadata {share(found, documents)} noticed, a report right in "
            f"{share(found, found + alarms)}; captions {share(caption, documents)}."
        )


def share(part: int, whole: int) -> str:
    """Write a share as "95.0 %"."""
    return f"{100 * part / whole:.1f} %" if whole else "none"


def main() -> None:
    """Print the counts."""
    parser = argparse.ArgumentParser(description="Date documents without metadata, and notice planted dates.")
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    parser.add_argument("--errors", action="store_true", help="print each false alarm and wrong date of the seen half")
    options = parser.parse_args()
    results = {
        "reports, seen half": measure(iter_reports("seen"), errors=options.errors),
        "reports, unseen half": measure(iter_reports("unseen")),
        "corpus": measure(iter_corpus()),
        "TimeBank and AQUAINT": measure(iter_tbaq()),
    }
    if options.json:
        halves = Counter(results["reports, seen half"])
        halves.update(results["reports, unseen half"])
        print(json.dumps(halves | {"corpus": results["corpus"], "tbaq": results["TimeBank and AQUAINT"]}))
        return
    print("\n".join(line for name, counts in results.items() for line in tell(name, counts)))


if __name__ == "__main__":
    main()
