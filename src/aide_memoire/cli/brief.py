"""`aide-memoire brief`: what has been undertaken, as of a day."""

from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import click

from aide_memoire.cli.options import check_day, takes_ledger, takes_min_score
from aide_memoire.cli.output import echo, lay_out
from aide_memoire.cli.save import check_is_apart, check_output, save
from aide_memoire.views.plain import plain_line

if TYPE_CHECKING:
    from aide_memoire.records import Briefing

_NAMED = 8
"""How many documents without a date are named."""

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
@click.option(
    "--as-of",
    metavar="DATE",
    callback=check_day,
    help="Answer as of this day, such as 2021-06-30: with what had been published then.  [default: today]",
)
@takes_min_score
@click.option(
    "--format",
    "form",
    type=click.Choice(["terminal", "markdown", "html", "json"]),
    default="terminal",
    show_default=True,
    help="html is one file with the documents reprinted and every cell a link into them.",
)
@click.option(
    "--output",
    metavar="FILE",
    type=click.Path(dir_okay=False, path_type=Path),
    callback=check_output,
    help="Write to this file, replacing it, and not to standard output.",
)
def brief(ledger: str, by: By, as_of: date | None, min_score: float, form: str, output: Path | None) -> None:
    """Brief from the ledger: who undertook what, toward whom, under what, on what condition, by when.

    Each commitment stands with its quote, its report, and whether its deadline has passed on the day.

    \b
    Examples:
      aide-memoire brief
      aide-memoire brief --by due --as-of 2022-06-01
      aide-memoire brief --format html --output briefing.html
    """
    if output is not None:
        check_is_apart(output, ledger)
    day = as_of if as_of is not None else datetime.now().astimezone().date()
    briefing = _load_briefing(ledger, by, day, min_score)
    if output is not None:
        save(output, _render(briefing, form))
    elif form == "terminal":
        _echo_terminal(briefing)
    else:
        click.echo(_render(briefing, form), nl=False)


def _load_briefing(where: str, by: By, day: date, min_score: float) -> "Briefing":
    from aide_memoire.ledger import open_ledger
    from aide_memoire.views.briefing import brief as make_briefing

    with open_ledger(where, create=False) as ledger:
        undated = list(ledger.iter_undated())
        if undated:
            click.echo(_word_undated(undated), err=True)
        commitments = ledger.iter_commitments(as_of=day)
        return make_briefing(commitments, ledger.get_document, by=by, as_of=day, min_score=min_score)


def _word_undated(names: list[str]) -> str:
    """Name the documents that no answer has since their date is unknown, and say how to give one."""
    from aide_memoire.views.wording import count

    listed = [plain_line(name) for name in names[:_NAMED]]
    more = [f"and {len(names) - _NAMED} more"] if len(names) > _NAMED else []
    return (
        f"Left out: {count(len(names), 'document')} of unknown date: {', '.join([*listed, *more])}.\n"
        "Give a date with: aide-memoire add FILE --date 2021-01-21"
    )


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
