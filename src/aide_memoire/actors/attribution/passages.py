"""The paragraphs, sentences and words of a text as its cues of attribution see them: a quotation is one word."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

QUOTATION = '"'
"""The form of a unit that is a whole quotation with its marks."""

ANSWER = 7
"""Within how many units after '"Why?"' the verb of asking stands."""

MOST_UNITS = 400
"""How long a sentence may be: what looks about in one stays quick on texts that have no sentences."""

_MARK = re.compile(r"[“”\"„]|''|``|’’|‘‘")
_PARAGRAPH = re.compile(r"[^\n]+")
_UNIT = re.compile(
    r"(?:[A-Za-z]\.){2,}|[’'](?:s|re|ve|ll|d|m)\b|\d[\d,.]*\d|\w+?(?=n[’']t\b)|n[’']t\b|\w+(?:[-‑]\w+)*|\.{2,}|--+|\S"
)
OPENING = ("“", "„", "``")
BENT = "“”\"„'`’‘"
_ENDS = frozenset([".", "!", "?"])


class Unit(NamedTuple):
    """A word, a mark or a whole quotation: its form in lower case, its place, and whether a capital begins it."""

    form: str
    start: int
    end: int
    capital: bool


class Sentence(NamedTuple):
    """The units of a sentence, and where its paragraph begins."""

    units: Sequence[Unit]
    paragraph: int


def iter_sentences(text: str, abbreviations: frozenset[str], asking: frozenset[str]) -> Iterator[Sentence]:
    """The sentences of a text in order; those inside a quotation belong to the one that holds it.

    `asking` are the forms that may follow a quotation with a mark of its own ('"Why?" Ms. Berg asked.').

    '"We won. It was late," he said. "Go home."' is two: what he said and the rest of the quotation.
    """
    for paragraph in _PARAGRAPH.finditer(text):
        units = list(_units(text, *paragraph.span(), abbreviations))
        yield from (Sentence(s, paragraph.start()) for s in _split(text, units, asking))


def iter_quotations(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The quotations of a paragraph with their marks; one that is not closed and began it goes to its end.

    Marks are taken in turn, whichever way they are bent, because papers bend them the wrong way.
    """
    opened: int | None = None
    inner = 0
    marks = list(_MARK.finditer(text, start, end))
    balanced = sum(m.group() == "“" for m in marks) == sum(m.group() == "”" for m in marks)
    for mark in marks:
        opens = mark.group() in OPENING
        if opened is not None and opens and balanced:
            inner += 1
        elif opened is None or opens:
            opened = mark.start()
        elif inner:
            inner -= 1
        else:
            yield opened, mark.end()
            opened = None
    if opened is not None and not text[start:opened].strip():
        yield opened, end


def _units(text: str, start: int, end: int, abbreviations: frozenset[str]) -> Iterator[Unit]:
    for first, last in iter_quotations(text, start, end):
        yield from _words(text, start, first, abbreviations)
        yield Unit(QUOTATION, first, last, text[first:last].strip(BENT)[:1].isupper())
        start = last
    yield from _words(text, start, end, abbreviations)


def _words(text: str, start: int, end: int, abbreviations: frozenset[str]) -> Iterator[Unit]:
    """The words and marks between quotations; the stop of an abbreviation or an initial belongs to it ("Mr.", "J.")."""
    last = start
    for m in _UNIT.finditer(text, start, end):
        if m.start() < last:
            continue
        form, last = m.group(), m.end()
        plain = form.rpartition("-")[2]
        if text[last : last + 1] == "." and (plain in abbreviations or (len(plain) == 1 and plain.isupper())):
            form, last = form + ".", last + 1
        yield Unit(form.lower().replace("’", "'"), m.start(), last, form[0].isupper())


def _split(text: str, units: Sequence[Unit], asking: frozenset[str]) -> Iterator[Sequence[Unit]]:
    first = 0
    for i in range(len(units) - 1):
        if i - first == MOST_UNITS or _ends_sentence(text, units, i, asking):
            yield units[first : i + 1]
            first = i + 1
    if units:
        yield units[first:]


def _ends_sentence(text: str, units: Sequence[Unit], i: int, asking: frozenset[str]) -> bool:
    """Whether a sentence ends with a unit: at a stop, or at a quotation that ends with a full stop."""
    unit, after = units[i], units[i + 1]
    if (
        not after.capital
        and after.form != QUOTATION
        and not after.form.isdigit()
        and after.form not in ("(", "[", "'", "‘")
    ):
        return False
    if unit.form == QUOTATION:
        last = text[unit.start : unit.end].rstrip("”\"'’")[-1:]
        return last == "." or (last in _ENDS and not any(u.form in asking for u in units[i + 1 : i + ANSWER]))
    return unit.form in _ENDS and unit.end < after.start
