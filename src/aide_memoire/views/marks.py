"""Marks on a text: spans that nest, repeat or cross, as elements that a fragment address can open."""

from collections.abc import Iterable, Iterator
from heapq import heapify, heappop, heappush

from markupsafe import Markup, escape

from aide_memoire.records import Document, Record, Span

type Stretch = tuple[int, int]


class Piece(Record, frozen=True, kw_only=True):
    """What one element can hold of a span: all of it, or a part where another span's end cuts it.

    `is_first` is True for the piece that begins the span and carries its address.
    """

    start: int
    end: int
    whole: Stretch
    is_first: bool


def nest(stretches: Iterable[Stretch]) -> tuple[Piece, ...]:
    """Cut stretches so that any two pieces nest or are apart, in the order in which their elements open.

    (0, 10) and (5, 15) cross, so the second becomes (5, 10) inside the first and (10, 15) after it. Stretches that
    are the same are one; empty ones are left out.
    """
    waiting = [(start, -end, (start, end)) for start, end in set(stretches) if start < end]
    heapify(waiting)
    pieces: list[Piece] = []
    open_ends: list[int] = []
    while waiting:
        start, end, whole = heappop(waiting)
        end = -end
        while open_ends and open_ends[-1] <= start:
            open_ends.pop()
        if open_ends and open_ends[-1] < end:
            heappush(waiting, (open_ends[-1], -end, whole))
            end = open_ends[-1]
        open_ends.append(end)
        pieces.append(Piece(start=start, end=end, whole=whole, is_first=start == whole[0]))
    return tuple(pieces)


def rests_on(document: Document, span: Span) -> bool:
    """Whether the span's words are what stands there; a view links to nothing else."""
    return bool(span.text) and document.text[span.start : span.end] == span.text


def mark_text(text: str, pieces: Iterable[Piece], *, prefix: str, clauses: frozenset[Stretch]) -> Markup:
    """The text, escaped, with an element for each piece: `id="d1-120-140"`, class "clause" for those in `clauses`."""
    parts: list[str] = []
    position = 0
    closing: list[int] = []
    for piece in pieces:
        while closing and closing[-1] <= piece.start:
            position = _copy(text, position, closing.pop(), parts, "</span>")
        opening = _open(piece, prefix=prefix, is_clause=piece.whole in clauses)
        position = _copy(text, position, piece.start, parts, opening)
        closing.append(piece.end)
    while closing:
        position = _copy(text, position, closing.pop(), parts, "</span>")
    parts.append(str(escape(text[position:])))
    return Markup("".join(parts))  # escaped text, and elements made of numbers


def address(stretch: Stretch, *, prefix: str) -> str:
    """The id of a stretch's first element: "d1-120-140"."""
    return f"{prefix}-{stretch[0]}-{stretch[1]}"


def iter_cut(pieces: Iterable[Piece]) -> Iterator[Stretch]:
    """The stretches that need more than one element."""
    yield from (piece.whole for piece in pieces if not piece.is_first)


def _open(piece: Piece, *, prefix: str, is_clause: bool) -> str:
    name = address(piece.whole, prefix=prefix)
    kind = "clause" if is_clause else "cell"
    return f'<span class="{kind}" id="{name}">' if piece.is_first else f'<span class="{kind} rest-{name}">'


def _copy(text: str, position: int, until: int, parts: list[str], element: str) -> int:
    parts.append(str(escape(text[position:until])))
    parts.append(element)
    return until
