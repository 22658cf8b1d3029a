"""What the commands that ask the ledger share: opening it, what it leaves out, and finding one commitment."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from typing import TYPE_CHECKING

import click

from aide_memoire.cli.options import name_ledger
from aide_memoire.errors import LedgerError
from aide_memoire.views.plain import plain_line

if TYPE_CHECKING:
    from aide_memoire.ledger import Ledger
    from aide_memoire.records import Commitment

_NAMED = 8
"""How many documents without a date are named."""

_LONGEST = 64
"""How many characters an id has at most."""


@contextmanager
def asking_as_of_a_day(where: str) -> "Iterator[Ledger]":
    """Open a ledger that is there, and say on standard error what no answer as of a day can hold."""
    from aide_memoire.ledger import open_ledger

    with open_ledger(where, create=False) as ledger:
        undated = list(ledger.iter_undated())
        if undated:
            click.echo(_word_undated(undated), err=True)
        yield ledger


def find_commitment(ledger: "Ledger", id: str, *, where: str, as_of: date | None = None) -> "Commitment":
    """Give the commitment whose id, in its brackets or not, is this or begins with this; as of a day if one is given.

    Raises `LedgerError` where there is none, or where nothing that had been published by that day makes it.
    """
    prefix = id.strip().removeprefix("[").removesuffix("]")
    found = ledger.get_commitment(prefix) if len(prefix) <= _LONGEST else None
    if found is None:
        shown = prefix if len(prefix) <= _LONGEST else f"{prefix[:_LONGEST]}…"
        raise LedgerError(
            f"no commitment in {name_ledger(where)} has an id that begins with {shown!r}",
            remedy="The ids stand in brackets in `aide-memoire brief`",
        )
    if as_of is None:
        return found
    known = ledger.get_commitment(found.id, as_of=as_of)
    if known is None:
        raise LedgerError(
            f"no report published by {as_of.isoformat()} makes commitment {found.id}",
            remedy=f"Name a later day with --as-of, or see when it was made with: aide-memoire show {found.id}",
        )
    return known


def _word_undated(names: list[str]) -> str:
    """Name the documents that no answer has since their date is unknown, and say how to give one."""
    from aide_memoire.views.wording import count

    listed = [plain_line(name) for name in names[:_NAMED]]
    more = [f"and {len(names) - _NAMED} more"] if len(names) > _NAMED else []
    return (
        f"Left out: {count(len(names), 'document')} of unknown date: {', '.join([*listed, *more])}.\n"
        "Give a date with: aide-memoire add FILE --date 2021-01-21"
    )
