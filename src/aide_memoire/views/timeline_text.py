"""Commitments over time as text: of each a dated list of what was said, when it is due, and the day of the answer."""

from collections.abc import Iterator

from rich.cells import cell_len
from rich.console import Console, ConsoleOptions, Group, RenderableType, RenderResult
from rich.text import Text

from aide_memoire.views.layout import Rows, say
from aide_memoire.views.rows import Row
from aide_memoire.views.summary import CAUTION, NOTHING
from aide_memoire.views.timeline import Entry, Timeline, TimelineRow, list_entries, word_count, word_heading

_INDENT = 2
_GAP = 2
_WIDEST_DATE = 17  # "30 September 2021"; what is longer ("the fourth quarter of 2022") is folded
_NARROWEST = 20


class Entries:
    """Dated lines in three columns, each wrapped in its own."""

    def __init__(self, entries: tuple[Entry, ...], *, widths: tuple[int, int]) -> None:
        """Take the lines, and how wide the columns of dates and of what happened are."""
        self.entries = entries
        self.widths = widths

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """Wrap for the width that there is."""
        taken = _INDENT + sum(self.widths) + 2 * _GAP
        rest = max(options.max_width - taken, _NARROWEST)
        laid = Text(no_wrap=True, overflow="ignore", end="")
        for entry in self.entries:
            dates, whats = (
                _wrap(console, words, width) for words, width in zip((entry.when, entry.what), self.widths, strict=True)
            )
            words = [line for paragraph in _list_paragraphs(entry) for line in _wrap(console, paragraph, rest)]
            for number in range(max(len(dates), len(whats), len(words))):
                cells = [lines[number] if number < len(lines) else "" for lines in (dates, whats)]
                laid.append(" " * _INDENT)
                for cell, width in zip(cells, self.widths, strict=True):
                    laid.append(_pad(cell, width + _GAP), "dim")
                laid.append(words[number] if number < len(words) else "").append("\n")
        yield laid


def show_timeline(timeline: Timeline) -> RenderableType:
    """Lay out a timeline: what it is, then each commitment with its dated list."""
    return Group(*_iter_parts(timeline))


def _iter_parts(timeline: Timeline) -> Iterator[RenderableType]:
    yield say(word_heading(timeline), "bold")
    if not timeline.rows:
        yield say(NOTHING)
        return
    yield say(f"{word_count(timeline)}. {CAUTION}")
    lists = [list_entries(row, timeline.as_of) for row in timeline.rows]
    every = [entry for entries in lists for entry in entries]
    widths = (
        min(max(cell_len(entry.when) for entry in every), _WIDEST_DATE),
        max(cell_len(entry.what) for entry in every),
    )
    for row, entries in zip(timeline.rows, lists, strict=True):
        yield Text()
        yield say(f"{row.headline} [{row.short}]", "bold")
        yield Rows(_iter_head(row), indent=_INDENT)
        yield Entries(entries, widths=widths)


def _iter_head(row: TimelineRow) -> Iterator[Row]:
    yield "holder", row.holder
    if row.instrument is not None:
        yield "instrument", row.instrument


def _list_paragraphs(entry: Entry) -> tuple[str, ...]:
    return (entry.words,) if entry.point is None else (entry.point.quote, entry.point.report)


def _wrap(console: Console, words: str, width: int) -> list[str]:
    return [line.plain.rstrip() for line in say(words).wrap(console, width)]


def _pad(text: str, width: int) -> str:
    return text + " " * (width - cell_len(text))
