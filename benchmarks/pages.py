"""How well pages become documents: body, title and date of the pages in ../shared/news/html against their truth.

    python benchmarks/pages.py [--json]

A page's body is scored by the F1 of its words (a bag of them, case folded), title and date as equal or not. The truth
of a page is what its outlet's own parser or an annotator took from it, where that is there; "-" where it is not.
"""

import json
import re
import sys
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import msgspec

from aide_memoire.documents import to_document
from aide_memoire.errors import AideMemoireError
from aide_memoire.records import Document, Failure
from aide_memoire.sources import iter_sources

PAGES = Path(__file__).resolve().parents[2] / "shared" / "news" / "html"
WORD = re.compile(r"\w+")


class Truth(msgspec.Struct, frozen=True, kw_only=True):
    """What a page holds; None where its truth is not known."""

    body: str | None
    title: str | None = None
    date: str | None = None


class Row(msgspec.Struct, frozen=True, kw_only=True):
    """One page's scores, and what was read where it is not what was wanted."""

    page: str
    body_precision: float | None
    body_recall: float | None
    body_f1: float | None
    title: bool | None
    date: bool | None
    seconds: float
    read_title: str | None
    read_date: str | None


def load_truth(folder: Path) -> dict[str, Truth]:
    """The truth of each page, by file name: from ground_truth.json and the fundus_*.json."""
    truth = {}
    for page, entry in json.loads((folder / "ground_truth.json").read_bytes()).items():
        body = "\n".join(entry["body"]) if "body" in entry else entry.get("articleBody")
        truth[page] = Truth(body=body, title=entry.get("title"), date=entry.get("date"))
    for path in sorted(folder.glob("fundus_*.json")):
        outlet = path.stem.removeprefix("fundus_")
        page = next((page.name for page in sorted(folder.glob(f"*_{outlet}_*.html"))), None)
        if page:
            truth[page] = fundus_truth(json.loads(path.read_bytes())["V1"])
    return truth


def fundus_truth(entry: dict[str, object]) -> Truth:
    """The truth of a page as its outlet's parser gives it."""
    body = entry["body"]
    assert isinstance(body, dict)
    paragraphs = [text for section in body["sections"] for text in (*section["headline"], *section["paragraphs"])]
    return Truth(
        body="\n".join([*body["summary"], *paragraphs]),
        title=str(entry["title"]),
        date=str(entry["publishing_date"])[:10],
    )


def overlap(read: str, wanted: str) -> tuple[float, float, float]:
    """Precision, recall and F1 of the words read."""
    have, want = (Counter(word.casefold() for word in WORD.findall(text)) for text in (read, wanted))
    shared = sum((have & want).values())
    precision, recall = shared / max(1, have.total()), shared / max(1, want.total())
    return precision, recall, 2 * precision * recall / (precision + recall) if shared else 0.0


def read_body(document: Document) -> str:
    """The text, with the dateline and the credits that the truth counts as body and cleaning keeps apart."""
    kept = [piece.text for piece in document.furniture if piece.reason in ("dateline", "credit")]
    return "\n".join([document.text, *kept])


def iter_rows(folder: Path) -> Iterator[Row]:
    """The scores of each page, in order of name; one that fails scores nothing and is said so."""
    truth = load_truth(folder)
    for source in iter_sources([str(folder)]):
        start = time.perf_counter()
        if isinstance(source, Failure):
            raise SystemExit(f"{source.source}: {source.message}")
        page = Path(source.name).name
        wanted = truth.get(page, Truth(body=None))
        try:
            document = to_document(source)
        except AideMemoireError as error:
            raise SystemExit(f"{page}: {error}") from error
        scores = overlap(read_body(document), wanted.body) if wanted.body else (None, None, None)
        date = document.published.edtf
        yield Row(
            page=page,
            body_precision=scores[0],
            body_recall=scores[1],
            body_f1=scores[2],
            title=document.title == wanted.title.strip() if wanted.title else None,
            date=date == wanted.date if wanted.date else None,
            seconds=time.perf_counter() - start,
            read_title=document.title,
            read_date=date,
        )


def summarise(rows: list[Row]) -> dict[str, float | int]:
    """The means over the pages whose truth is known."""
    bodies = [row.body_f1 for row in rows if row.body_f1 is not None]
    titles = [row.title for row in rows if row.title is not None]
    dates = [row.date for row in rows if row.date is not None]
    return {
        "pages": len(rows),
        "body_f1": sum(bodies) / max(1, len(bodies)),
        "bodies": len(bodies),
        "titles_right": sum(titles),
        "titles": len(titles),
        "dates_right": sum(dates),
        "dates": len(dates),
    }


def print_table(rows: list[Row]) -> None:
    """The rows and their means, for a reader."""
    mark = {True: "yes", False: "NO", None: "-"}
    print(f"{'page':40} {'P':>6} {'R':>6} {'F1':>6} {'title':>6} {'date':>5} {'s':>6}")
    for row in rows:
        scores = (
            f"{score:6.3f}" if score is not None else "     -"
            for score in (row.body_precision, row.body_recall, row.body_f1)
        )
        print(f"{row.page:40} {' '.join(scores)} {mark[row.title]:>6} {mark[row.date]:>5} {row.seconds:6.2f}")
    total = summarise(rows)
    print(
        f"mean body F1 {total['body_f1']:.3f} over {total['bodies']}; "
        f"titles {total['titles_right']} of {total['titles']}; "
        f"dates {total['dates_right']} of {total['dates']}; {total['pages']} pages, no crash"
    )


def main() -> None:
    """Score the pages and print."""
    if not PAGES.is_dir():
        raise SystemExit(f"the pages are not there: {PAGES.name} is looked for in ../shared/news")
    rows = list(iter_rows(PAGES))
    if "--json" in sys.argv[1:]:
        print(json.dumps({"summary": summarise(rows), "rows": [msgspec.to_builtins(row) for row in rows]}, indent=1))
    else:
        print_table(rows)


if __name__ == "__main__":
    main()
