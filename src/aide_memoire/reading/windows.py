"""Windows: what the encoder sees at once. A run of whole sentences, with its title and its neighbours as context.

Every word piece of a text is in the core of exactly one window; statements are looked for in the core alone, their
cells in the whole window ("It added …" has its holder in the sentence before).
"""

from collections.abc import Iterator
from typing import NamedTuple

from tokenizers import Tokenizer

from aide_memoire.reading.draft import Extent
from aide_memoire.reading.sentences import iter_sentences

CLS, SEP = 101, 102
TITLE, BEFORE, CORE, AFTER = 16, 48, 288, 24  # word pieces, at most
NOWHERE = Extent(-1, -1)


class Window(NamedTuple):
    """Word pieces with their extents in the text (NOWHERE for the title and the marks), and which are the core.

    `cases` tells what the lower-case vocabulary hides: 0 small letters, 1 a capital first, 2 capitals, 3 no letter.
    `known` tells what the tables tell of a piece: whether it is in an actor, a date or an instrument (`Known.marks`).
    """

    ids: list[int]
    cases: list[int]
    known: list[int]
    extents: list[Extent]
    core: range


class Piece(NamedTuple):
    """A sentence, or a part of an overlong one, in word pieces."""

    ids: list[int]
    extents: list[Extent]


def iter_windows(
    text: str, title: str | None, tokenizer: Tokenizer, marks: bytearray, *, core: int = CORE
) -> Iterator[Window]:
    """The windows of a text in order; together their cores, of at most `core` pieces, hold every word piece once.

    `marks` holds a byte for each character of the text: what is known of it.
    """
    head = tokenizer.encode(title or "", add_special_tokens=False).ids[:TITLE]
    pieces = list(iter_pieces(text, tokenizer, core))
    first = 0
    while first < len(pieces):
        last, size = first, 0
        while last < len(pieces) and (last == first or size + len(pieces[last].ids) <= core):
            size += len(pieces[last].ids)
            last += 1
        before, after = tail(pieces[max(0, first - 4) : first], BEFORE), start(pieces[last : last + 2], AFTER)
        yield window(text, marks, head, before, pieces[first:last], after)
        first = last


def iter_pieces(text: str, tokenizer: Tokenizer, longest: int) -> Iterator[Piece]:
    """The sentences of a text in word pieces; one longer than `longest` is cut into several."""
    sentences = list(iter_sentences(text))
    encodings = tokenizer.encode_batch([text[slice(*s)] for s in sentences], add_special_tokens=False)
    for sentence, encoding in zip(sentences, encodings, strict=True):
        extents = [Extent(sentence.start + a, sentence.start + b) for a, b in encoding.offsets]
        for i in range(0, len(extents), longest):
            yield Piece(encoding.ids[i : i + longest], extents[i : i + longest])


def tail(pieces: list[Piece], limit: int) -> Piece:
    """The last word pieces before a core, at most `limit`."""
    return Piece([i for p in pieces for i in p.ids][-limit:], [e for p in pieces for e in p.extents][-limit:])


def start(pieces: list[Piece], limit: int) -> Piece:
    """The first word pieces after a core, at most `limit`."""
    return Piece([i for p in pieces for i in p.ids][:limit], [e for p in pieces for e in p.extents][:limit])


def case_of(word: str) -> int:
    """The case of a word piece, as Window.cases tells it."""
    if not any(c.isalpha() for c in word):
        return 3
    if word.isupper() and len(word) > 1:
        return 2
    return 1 if word[0].isupper() else 0


def window(text: str, marks: bytearray, title: list[int], before: Piece, core: list[Piece], after: Piece) -> Window:
    """The parts put together: mark, title, mark, before, core, after, mark."""
    ids = [CLS, *title, SEP, *before.ids]
    extents = [NOWHERE] * (len(title) + 2) + before.extents
    begin = len(ids)
    for piece in core:
        ids += piece.ids
        extents += piece.extents
    end = len(ids)
    extents = [*extents, *after.extents, NOWHERE]
    cases = [case_of(text[slice(*e)]) if e.start >= 0 else 3 for e in extents]
    known = [marks[e.start] if e.start >= 0 else 0 for e in extents]
    return Window([*ids, *after.ids, SEP], cases, known, extents, range(begin, end))
