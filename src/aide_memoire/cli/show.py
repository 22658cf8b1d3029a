"""`aide-memoire show`: one commitment with its statements in their context."""

import click

from aide_memoire.cli.options import name_ledger, takes_ledger
from aide_memoire.cli.output import echo
from aide_memoire.errors import LedgerError

_LONGEST = 64
"""How many characters an id has at most."""


@click.command(short_help="Open one commitment with its sentences.")
@click.argument("id")
@takes_ledger
def show(id: str, ledger: str) -> None:
    """Open one commitment: all its statements, each sentence in its context, and the words that each cell rests on.

    ID is the id of a commitment, or its beginning, as `aide-memoire brief` prints it in brackets.

    \b
    Examples:
      aide-memoire show 3fa9c21b
      aide-memoire show 3fa9c21b --ledger crawl.db
    """
    from aide_memoire.ledger import open_ledger
    from aide_memoire.views.show import show_commitment

    prefix = id.strip().removeprefix("[").removesuffix("]")
    with open_ledger(ledger, create=False) as opened:
        commitment = opened.get_commitment(prefix) if len(prefix) <= _LONGEST else None
        if commitment is None:
            shown = prefix if len(prefix) <= _LONGEST else f"{prefix[:_LONGEST]}…"
            raise LedgerError(
                f"no commitment in {name_ledger(ledger)} has an id that begins with {shown!r}",
                remedy="The ids stand in brackets in `aide-memoire brief`",
            )
        echo(show_commitment(commitment, opened.get_document))
