"""`aide-memoire watch`: what is due soon or overdue, and what fell silent."""

from datetime import date

import click

from aide_memoire.cli.asking import asking_as_of_a_day
from aide_memoire.cli.options import takes_as_of, takes_ledger, takes_within
from aide_memoire.cli.output import echo
from aide_memoire.cli.spells import Spell, check_spell


@click.command(short_help="Say what to look at: due soon, overdue, fallen silent.")
@takes_ledger
@click.option(
    "--silent",
    metavar="SPELL",
    default="365d",
    show_default=True,
    callback=check_spell,
    help="How long ago the last report of it is, at least: days, weeks, months or years, such as 90d, 12w, 6m, 1y.",
)
@takes_within
@takes_as_of
def watch(ledger: str, silent: Spell, within: Spell, as_of: date) -> None:
    """List what is due soon, what is overdue, and the open commitments that nothing was reported of for long.

    Open is what is announced, in progress, stalled, partly fulfilled or set back. What was fulfilled, withdrawn or
    superseded is not listed. Each commitment stands once, in the first of the three lists that it belongs to.

    Silence is no evidence: that nothing was reported does not say that nothing was done.

    \b
    Examples:
      aide-memoire watch
      aide-memoire watch --silent 6m --within 30d
      aide-memoire watch --as-of 2022-06-01

    Exit status: 0 if all went well, also if there is nothing to list; 1 if something failed, 2 if the command was
    not understood.
    """
    from aide_memoire.following import iter_dated
    from aide_memoire.views.watch import show_watch
    from aide_memoire.views.watch import watch as list_watched

    with asking_as_of_a_day(ledger) as opened:
        commitments = iter_dated(opened, as_of=as_of)
        until, silent_since = within.after(as_of), silent.before(as_of)
        watched = list_watched(commitments, as_of=as_of, until=until, silent_since=silent_since)
        echo(show_watch(watched, opened.get_document))
