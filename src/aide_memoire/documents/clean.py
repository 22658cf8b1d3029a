"""Takes the furniture off a scraped text, with a reason each, and leaves every other line as it stands."""

import re
from collections.abc import Container, Iterable

from ..records import Furniture, Record
from .dateline import find_dateline
from .furniture import find_closing, fold
from .lines import ends_sentence
from .marks import mark

_NEWLINES = re.compile("\r\n?|[\v\f\x85\u2028\u2029]")
_SPACES = re.compile("[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
_INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]"
)
_CLOSING = re.compile(r"\s{0,4}(?:[(\[][A-Za-z -]{2,30}[)\]]|#{2,4}|-30-)\s{0,4}$")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_DAY = re.compile(r"\d")
_BY = re.compile(r"(?:by|written by|reported by|words by):? ", re.IGNORECASE)
_AFTER_NAME = re.compile(r"\s?[(,|/].*| - .*| in .*")


class Cleaned(Record, frozen=True, kw_only=True):
    """What cleaning makes of a text: the text, what its head says, and what was taken off.

    Every line of `text` is a line of the settled source, in order; the first may have lost its dateline, the last
    its end mark. `captions` are in `furniture` too.
    """

    text: str
    title: str | None
    byline: str | None
    dateline: str | None
    captions: tuple[str, ...]
    furniture: tuple[Furniture, ...]


def settle(text: str) -> str:
    """The text with one kind of line end and of space, and without characters that nobody can see.

    "21\\u00a0January\\r\\n" is "21 January\\n". Zero-width spaces, soft hyphens, direction marks and control characters
    go; letters, accents, quotes and dashes stay code point by code point.
    """
    return _INVISIBLE.sub("", _SPACES.sub(" ", _NEWLINES.sub("\n", text)))


def clean(text: str, *, title: str | None = None, captions: Iterable[str] = (), links: Iterable[str] = ()) -> Cleaned:
    """Take navigation, captions, bylines, datelines and the like off a text, each with its reason.

    "Back To Top\\n\\nTalks to resume\\n\\nBy Jane Doe (\\nOSLO, May 3 (AP) -- The minister said ..." leaves the
    sentence; `title` is the title if one is known, `captions` and `links` are lines that
    the page marks as such; a link that reads as a sentence stays.
    """
    settled = settle(text)
    dateline = find_dateline(settled)
    start, end = dateline or (0, 0)
    # The dateline's lines become blank, so that line numbers stay; its last line keeps what follows it.
    opened = settled[:start] + "\n" * settled.count("\n", start, end) + settled[end:]
    lines = opened.split("\n")
    reasons = mark(lines, title=title, captions=captions, links=links)
    closing = _trim_end(lines, reasons)
    furniture = {number: Furniture(text=lines[number].strip(), reason=reason) for number, reason in reasons.items()}
    if dateline:
        place = settled.count("\n", 0, start) - 0.5
        piece = Furniture(text=" ".join(settled[start:end].split()), reason="dateline")
    ordered = sorted([*furniture.items(), *([(place, piece)] if dateline else []), *closing])
    return Cleaned(
        text=_join(lines, taken=reasons.keys()),
        title=title or next((lines[n].strip() for n, reason in reasons.items() if reason == "title"), None),
        byline=_byline(furniture.values()),
        dateline=_best_dateline(" ".join(settled[start:end].split()), furniture.values()),
        captions=tuple(piece.text for _, piece in ordered if piece.reason == "caption"),
        furniture=tuple(piece for _, piece in ordered),
    )


def _trim_end(lines: list[str], reasons: dict[int, str]) -> list[tuple[float, Furniture]]:
    """Cut "(END)", "###" or the agency's name from the last sentence, in place."""
    kept = [number for number, line in enumerate(lines) if number not in reasons and line.strip()]
    if not kept:
        return []
    line = lines[kept[-1]]
    found = _CLOSING.search(line)
    if not found or not ends_sentence(line[: found.start()]):
        return []
    mark = found[0].strip()
    reason = find_closing(mark)
    if not reason:
        return []
    lines[kept[-1]] = line[: found.start()]
    return [(kept[-1] + 0.5, Furniture(text=mark, reason=reason))]


def _join(lines: list[str], *, taken: Container[int]) -> str:
    """The lines that stay, a run of blank ones as one, none at the ends."""
    kept: list[str] = []
    for number, line in enumerate(lines):
        if number in taken:
            continue
        if line.strip():
            kept.append(line)
        elif kept and kept[-1]:
            kept.append("")
    return "\n".join(kept[:-1] if kept and not kept[-1] else kept)


def _byline(furniture: Iterable[Furniture]) -> str | None:
    """The names of the first byline: "By Choi Si-young (" gives "Choi Si-young"."""
    line = next((piece.text for piece in furniture if piece.reason == "byline"), None)
    return _AFTER_NAME.sub("", _BY.sub("", fold(line), count=1)).strip() or None if line else None


def _best_dateline(dateline: str, furniture: Iterable[Furniture]) -> str | None:
    """The dateline if it holds a day, else the line that states when the report was published, else the place alone."""
    if _DAY.search(dateline):
        return dateline
    dated = (piece.text for piece in furniture if piece.reason == "date line" and _YEAR.search(piece.text))
    return next(dated, None) or dateline or None
