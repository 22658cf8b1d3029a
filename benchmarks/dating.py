"""Date the reports that lie beside the repository, whose days are known.

With the metadata kept: how many conflicts are reported (nearly all of them false alarms). With metadata and address
With the metadata kept: how many conflicts are reported (nearly all of them false alarms). With metadata and URL
noticed, for metadata a year late and for a caption a year, a month or a day off. Run from the repository:
`python benchmarks/dating.py [--json] [--errors]`.
"""

import argparse
import json
import re
from collections import Counter
from datetime import date, timedelta
from pathlib import Path

from aide_memoire.dates import bounds, day_of
from aide_memoire.documents.clean import Cleaned, clean
from aide_memoire.documents.dating import date_document
from aide_memoire.records import Published

REPORTS = Path(__file__).resolve().parents[2] / "shared" / "news" / "reports"
_SHIFTS = {"year_late": 365, "month_late": 31, "day_late": 1, "year_early": -365, "month_early": -31}  # days
_HEAD = re.compile(r"(?:#[^\n]*\n)+")


def read_reports() -> list[tuple[str, dict[str, str], Cleaned]]:
    """Read each report's name, head and clean text."""
    reports = []
    for path in sorted(REPORTS.glob("*.txt")):
        text = path.read_text(encoding="utf-8")
        head = _HEAD.match(text)
        lines = head[0].splitlines() if head else []
        fields = {key.strip("# "): value.strip() for key, _, value in (line.partition(":") for line in lines) if value}
        reports.append((path.name, fields, clean(text[head.end() if head else 0 :])))
    return reports


def publish(
    fields: dict[str, str],
    cleaned: Cleaned,
    *,
    metadata: str | None,
    url: bool,
    captions: tuple[str, ...] | None = None,
) -> Published:
    """Date one report with what is left of its metadata."""
    return date_document(
        cleaned.text,
        title=fields.get("title") or cleaned.title,
        url=fields.get("url") if url else None,
        publisher=fields.get("publisher"),
        dateline=cleaned.dateline,
        captions=cleaned.captions if captions is None else captions,
        metadata_date=metadata,
        given_date=None,
    )


def measure(*, errors: bool = False) -> dict[str, int]:
    """Count, over all reports whose day is known."""
    counts: Counter[str] = Counter()
    for name, fields, cleaned in read_reports():
        true = day_of(fields["published"]) if "published" in fields else None
        if true is None:
            continue
        counts["reports"] += 1
        kept = publish(fields, cleaned, metadata=true.isoformat(), url=True)
        counts["false_alarms"] += bool(kept.conflicts)
        stripped = publish(fields, cleaned, metadata=None, url=False)
        verdict = judge(stripped, true)
        counts[verdict] += 1
        planted = publish(
            fields, cleaned, metadata=true.replace(day=min(true.day, 28), year=true.year + 1).isoformat(), url=False
        )
        counts["metadata_year_late_noticed"] += bool(planted.conflicts)
        for kind, shift in _SHIFTS.items():
            caption = f"Ministers meet, {true + timedelta(days=shift):%B} {(true + timedelta(days=shift)).day}, "
            caption += f"{(true + timedelta(days=shift)).year}. (AFP)"
            dated = publish(fields, cleaned, metadata=true.isoformat(), url=False, captions=(caption,))
            counts[f"caption_{kind}_noticed"] += bool(dated.conflicts)
        if errors and kept.conflicts:
            print("ALARM", name, [(c.text, c.why) for c in kept.conflicts])
        if errors and verdict == "wrong":
            print("WRONG", name, true, stripped)
    return dict(counts)


def judge(published: Published, true: date) -> str:
    """Say how a date without metadata compares to the true day; a dateline may be of the day before."""
    if published.edtf is None:
        return "undated"
    first, last = bounds(published.edtf)
    if first is None or last is None or not first.toordinal() - 1 <= true.toordinal() <= last.toordinal() + 1:
        return "wrong"
    return "right_day" if (last - first).days <= 1 else "right_interval"


def main() -> None:
    """Print the counts."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    parser.add_argument("--errors", action="store_true", help="print each false alarm and each wrong date")
    options = parser.parse_args()
    counts = measure(errors=options.errors)
    print(json.dumps(counts) if options.json else "\n".join(f"{name:28} {count}" for name, count in counts.items()))


if __name__ == "__main__":
    main()
