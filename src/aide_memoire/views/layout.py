"""The few shapes that every terminal view is laid out with; text from a page goes in as data, never as markup."""

from collections.abc import Iterable

from rich.console import Console, ConsoleOptions, Group, RenderableType, RenderResult
from rich.text import Text

from aide_memoire.views.plain import plain_line
from aide_memoire.views.rows import Row

_LABEL_WIDTH = 14
_NARROWEST = 10


class Rows:
    """Labels in one column, words in the other, each wrapped in its own.

    One text for all of them: a rich table takes four times as long, which counts where there are thousands.
    """

    def __init__(self, rows: Iterable[Row], *, indent: int) -> None:
        """Take rows of (label, words), to stand `indent` columns from the left."""
        self.rows = tuple(rows)
        self.indent = " " * indent

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """Wrap for the width that there is."""
        width = max(options.max_width - len(self.indent) - _LABEL_WIDTH, _NARROWEST)
        laid = Text(no_wrap=True, overflow="ignore", end="")
        for label, words in self.rows:
            first = plain_line(label).ljust(_LABEL_WIDTH)
            for line in say(words).wrap(console, width) or [Text()]:
                laid.append(self.indent).append(first, "dim").append(line.plain.rstrip()).append("\n")
                first = " " * _LABEL_WIDTH
        yield laid


def say(text: str, style: str = "") -> Text:
    """One paragraph; a word longer than the line is folded, and nothing in it is read as rich markup."""
    return Text(plain_line(text), style=style, overflow="fold")


def head(text: str) -> RenderableType:
    """A heading with a rule of its own length under it, so that it is one without bold type too."""
    words = say(text, "bold")
    return Group(words, Text("─" * min(words.cell_len, 80)))


def lay_titled(title: str, note: str, rows: Iterable[Row]) -> RenderableType:
    """A bold line with a note after it in brackets (an id), its rows, and an empty line."""
    line = say(f"{title} [{note}]", "bold")
    return Group(line, Rows(rows, indent=2), Text())
