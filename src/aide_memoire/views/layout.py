"""The few shapes that every terminal view is laid out with; text from a page goes in as data, never as markup."""

from collections.abc import Iterable

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from aide_memoire.views.plain import plain_line
from aide_memoire.views.rows import Row

_LABEL_WIDTH = 12


def say(text: str, style: str = "") -> Text:
    """One paragraph; a word longer than the line is folded, and nothing in it is read as rich markup."""
    return Text(plain_line(text), style=style, overflow="fold")


def head(text: str) -> RenderableType:
    """A heading with a rule of its own length under it, so that it is one without bold type too."""
    words = say(text, "bold")
    return Group(words, Text("─" * min(words.cell_len, 80)))


def lay_rows(rows: Iterable[Row], *, indent: int = 2) -> RenderableType:
    """Labels in one column, words in the other, each wrapped in its own."""
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(width=_LABEL_WIDTH, no_wrap=True)
    table.add_column(overflow="fold")
    for label, words in rows:
        table.add_row(say(label, "dim"), say(words))
    return Padding(table, (0, 0, 0, indent), expand=False)


def lay_titled(title: str, note: str, rows: Iterable[Row]) -> RenderableType:
    """A bold line with a note after it in brackets (an id), its rows, and an empty line."""
    line = say(f"{title} [{note}]", "bold")
    return Group(Padding(line, (0, 0, 0, 2), expand=False), lay_rows(rows, indent=4), Text())
