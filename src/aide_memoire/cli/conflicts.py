"""`aide-memoire conflicts`: the commitments whose statements disagree."""

from datetime import date

import click

from aide_memoire.cli.asking import asking_as_of_a_day
from aide_memoire.cli.options import takes_as_of, takes_ledger
from aide_memoire.cli.output import echo


@click.command(short_help="Show where reports disagree: on who, by when, or what came of it.")
@takes_ledger
@takes_as_of
def conflicts(ledger: str, as_of: date) -> None:
    """Show the commitments whose statements disagree, each side with its quote and its report.

    They disagree on the holder where two are named that cannot both be meant, on the due where two dates share no
    day, on the outcome where it is disputed, or where reports of the contrary are at most 30 days apart.

    \b
    Examples:
      aide-memoire conflicts
      aide-memoire conflicts --as-of 2022-06-01

    Exit status: 0 if all went well, with conflicts or without; 1 if something failed, 2 if the command was not
    understood.
    """
    from aide_memoire.views.disagreements import iter_conflicts
    from aide_memoire.views.disagreements_text import show_conflicts
    from aide_memoire.views.lines import iter_lines

    with asking_as_of_a_day(ledger) as opened:
        found = list(iter_conflicts(iter_lines(opened.iter_commitments(as_of=as_of), as_of=as_of)))
        echo(show_conflicts(found, opened.get_document, as_of=as_of))
