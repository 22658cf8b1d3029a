"""`aide-memoire due`: what is due soon, and what is overdue."""

from datetime import date

import click

from aide_memoire.cli.asking import asking_as_of_a_day
from aide_memoire.cli.options import takes_as_of, takes_known_at, takes_ledger, takes_within
from aide_memoire.cli.output import echo
from aide_memoire.cli.spells import Spell


@click.command(short_help="Say what is due soon, and what is overdue.")
@takes_ledger
@takes_within
@takes_as_of
@takes_known_at
@click.option(
    "--format",
    "form",
    type=click.Choice(["terminal", "json"]),
    default="terminal",
    show_default=True,
    help="json is one object, with the commitments and all their statements.",
)
def due(ledger: str, within: Spell, as_of: date, known_at: date | None, form: str) -> None:
    """List the commitments whose deadline comes up, then those whose deadline has passed, each by date.

    A deadline counts where it has a date. It is its last day: "by May 2022" is due until 31 May. What is overdue is
    left out once a report says that it was fulfilled, withdrawn or superseded; what comes up is listed in any case.

    \b
    Examples:
      aide-memoire due
      aide-memoire due --within 6m --as-of 2022-01-01
      aide-memoire due --format json > due.json

    Exit status: 0 if all went well, also if nothing is due; 1 if something failed, 2 if the command was not
    understood.
    """
    from aide_memoire.following import iter_dated
    from aide_memoire.views.due import list_due, show_due

    with asking_as_of_a_day(ledger) as opened:
        commitments = iter_dated(opened, as_of=as_of, known_at=known_at)
        listed = list_due(commitments, as_of=as_of, until=within.after(as_of), known_at=known_at)
        if form == "terminal":
            echo(show_due(listed, opened.get_document))
            return
    import msgspec

    click.echo(msgspec.json.encode(listed))
