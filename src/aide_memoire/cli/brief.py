"""`aide-memoire brief`: what has been undertaken, as of a day."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import click

from aide_memoire.cli.asking import asking_as_of_a_day
from aide_memoire.cli.options import check_day, takes_as_of, takes_known_at, takes_ledger, takes_min_score
from aide_memoire.cli.output import echo, lay_out
from aide_memoire.cli.save import check_is_apart, save, takes_output

if TYPE_CHECKING:
    from aide_memoire.records import Briefing

type By = Literal["holder", "counterpart", "instrument", "due"]


@click.command(short_help="Say what has been undertaken, as of a day.")
@takes_ledger
@click.option(
    "--by",
    type=click.Choice(["holder", "counterpart", "instrument", "due"]),
    default="holder",
    show_default=True,
    help="What the headings are.",
)
@takes_as_of
@click.option(
    "--since",
    metavar="DATE",
    callback=check_day,
    help="Only commitments that were made, or of which something was reported, after this day; and what that was.",
)
@takes_known_at
@takes_min_score
@click.option(
    "--format",
    "form",
    type=click.Choice(["terminal", "markdown", "html", "json"]),
    default="terminal",
    show_default=True,
    help="html is one file with the documents reprinted and every cell a link into them.",
)
@takes_output
def brief(
    ledger: str,
    by: By,
    as_of: date,
    since: date | None,
    known_at: date | None,
    min_score: float,
    form: str,
    output: Path | None,
) -> None:
    """Brief from the ledger: who undertook what, toward whom, under what, on what condition, by when.

    Each commitment stands with its quote, its report, what became of it by the later reports, and whether its
    deadline has passed on the day.

    \b
    Examples:
      aide-memoire brief
      aide-memoire brief --by due --as-of 2022-06-01
      aide-memoire brief --since 2022-05-01 --as-of 2022-06-01
      aide-memoire brief --format html --output briefing.html
    """
    if output is not None:
        check_is_apart(output, ledger)
    if since is not None and since > as_of:
        raise click.BadParameter(
            f"{since} is after {as_of}, the day of the briefing. Name an earlier one.", param_hint="'--since'"
        )
    with asking_as_of_a_day(ledger) as opened:
        from aide_memoire.following import iter_dated
        from aide_memoire.views.briefing import brief as make_briefing

        briefing = make_briefing(
            iter_dated(opened, as_of=as_of, known_at=known_at),
            opened.get_document,
            by=by,
            as_of=as_of,
            min_score=min_score,
            since=since,
            known_at=known_at,
        )
    if output is not None:
        save(output, _render(briefing, form))
    elif form == "terminal":
        _echo_terminal(briefing)
    else:
        click.echo(_render(briefing, form), nl=False)


def _render(briefing: "Briefing", form: str) -> bytes:
    """The whole text in a format, as UTF-8."""
    if form == "json":
        import msgspec

        return msgspec.json.encode(briefing) + b"\n"
    if form == "html":
        from aide_memoire.views.html import write_html

        text = write_html(briefing)
    elif form == "markdown":
        from aide_memoire.views.markdown import write_markdown

        text = write_markdown(briefing)
    else:
        from aide_memoire.views.terminal import show_briefing

        text = lay_out(show_briefing(briefing), plain=True)
    return text.encode("utf-8", errors="backslashreplace")


def _echo_terminal(briefing: "Briefing") -> None:
    from aide_memoire.views.terminal import show_briefing

    echo(show_briefing(briefing))
