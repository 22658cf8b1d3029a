"""`aide-memoire show`: one commitment with its statements in their context."""

import click

from aide_memoire.cli.options import name_ledger, takes_ledger
from aide_memoire.cli.output import echo
from aide_memoire.errors import LedgerError


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

    with open_ledger(ledger, create=False) as opened:
        commitment = opened.get_commitment(id)
        if commitment is None:
            raise LedgerError(
                f"no commitment in {name_ledger(ledger)} has an id that begins with {id!r}",
                remedy="The ids stand in brackets in `aide-memoire brief`",
            )
        echo(show_commitment(commitment, opened.get_document))
