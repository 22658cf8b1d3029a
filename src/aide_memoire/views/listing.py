"""Lists of commitments for the terminal: a heading a part, and of each line no more than it takes to judge it."""

from collections.abc import Callable, Iterator, Sequence

from rich.console import Group, RenderableType
from rich.text import Text

from aide_memoire.records import Document, Line, Record
from aide_memoire.views.cells import word_headline
from aide_memoire.views.layout import head, lay_titled, say
from aide_memoire.views.names import shorten_ids
from aide_memoire.views.rows import iter_short_rows
from aide_memoire.views.summary import CAUTION
from aide_memoire.views.wording import count


class Part(Record, frozen=True, kw_only=True):
    """One heading and the lines under it."""

    heading: str
    lines: tuple[Line, ...]


def show_parts(title: str, parts: Sequence[Part], documents: Callable[[str], Document | None]) -> RenderableType:
    """Lay out parts one below the other; `documents` finds the text that a quote stands in. An empty part says so."""
    return Group(*_iter_parts(title, parts, documents))


def _iter_parts(
    title: str, parts: Sequence[Part], documents: Callable[[str], Document | None]
) -> Iterator[RenderableType]:
    yield say(title, "bold")
    yield from (say(CAUTION), Text())
    short = shorten_ids(line.commitment.id for part in parts for line in part.lines)
    for part in parts:
        yield head(f"{part.heading}: {count(len(part.lines), 'commitment') if part.lines else 'none'}")
        for line in part.lines:
            document = documents(line.commitment.statements[0].document)
            title = word_headline(line.commitment.making)
            yield lay_titled(title, short[line.commitment.id], iter_short_rows(line, document))
        if not part.lines:
            yield Text()
