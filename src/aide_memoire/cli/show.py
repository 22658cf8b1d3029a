"""`aide-memoire show`: one commitment with its statements in their context."""

import click

from aide_memoire.cli.asking import find_commitment
from aide_memoire.cli.options import takes_ledger
from aide_memoire.cli.output import echo


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
    from aide_memoire.following import date_due
    from aide_memoire.ledger import open_ledger
    from aide_memoire.views.show import show_commitment

    with open_ledger(ledger, create=False) as opened:
        commitment = date_due(opened, find_commitment(opened, id, where=ledger))
        echo(show_commitment(commitment, opened.get_document))
