"""`aide-memoire explain`: how one commitment came to its assessment."""

from datetime import date

import click

from aide_memoire.cli.asking import find_commitment
from aide_memoire.cli.options import takes_as_of, takes_ledger
from aide_memoire.cli.output import echo


@click.command(short_help="Explain what became of one commitment, step by step.")
@click.argument("id")
@takes_ledger
@takes_as_of
def explain(id: str, ledger: str, as_of: date) -> None:
    """Explain an assessment: each statement with its effect and quote, why it is linked, what was so after it.

    At the end stand the assessment, the statement that decided it, and whether the deadline has passed on the day.
    A link's score says how sure it is that the statement speaks of the commitment at all, from 0 to 1.

    ID is the id of a commitment, or its beginning, as `aide-memoire brief` prints it in brackets.

    \b
    Examples:
      aide-memoire explain 3fa9c21b
      aide-memoire explain 3fa9c21b --as-of 2022-06-01

    Exit status: 0 if all went well, 1 if there is no such commitment on the day or something failed, 2 if the
    command was not understood.
    """
    from aide_memoire.following import date_due
    from aide_memoire.ledger import open_ledger
    from aide_memoire.views.explain import show_explanation

    with open_ledger(ledger, create=False) as opened:
        known = find_commitment(opened, id, where=ledger, as_of=as_of)
        commitment = date_due(opened, known, as_of=as_of)
        echo(show_explanation(commitment, opened.get_document, as_of=as_of))
