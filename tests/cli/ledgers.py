"""A small ledger, its links written by hand, so that what the commands say of it depends on no reader and no matching.

| id | made | due | what was told of it |
|---|---|---|---|
| chotlines | 21 January 2021 | by May 2022 | restated 9 June 2021 (in 2023); fulfilled 27 July 2021, read later |
| cenvoys | 1 March 2021 | in April 2021 | nothing |
| cvisit | 1 May 2020 | | nothing |
"""

import re
from pathlib import Path

from click.testing import CliRunner, Result

from aide_memoire.cli import main
from aide_memoire.ledger import open_ledger
from aide_memoire.records import Effect, Link, Statement
from tests.ledger.builders import reading, source, state, statement

READ, READ_LATER = "2022-01-05T09:00:00Z", "2022-02-05T09:00:00Z"


def make_ledger(path: Path) -> Path:
    """Write it to a file."""
    hotlines = statement("restore the hotlines", toward="PRK", due="/2022-05")
    again = statement("restore the hotlines in two years", toward="PRK", due="2023")
    done = statement("restored the hotlines", toward="PRK", kind="event", act=None)
    told: tuple[tuple[str, str, Statement, Effect, str, str], ...] = (
        ("visit", "2020-05-01", statement("visit Seoul", holder=state("NOR")), "makes", "cvisit", READ),
        ("plan", "2021-01-21", hotlines, "makes", "chotlines", READ),
        (
            "envoys",
            "2021-03-01",
            statement("send envoys", holder=state("USA"), due="2021-04"),
            "makes",
            "cenvoys",
            READ,
        ),
        ("again", "2021-06-09", again, "restates", "chotlines", READ),
        ("done", "2021-07-27", done, "fulfils", "chotlines", READ_LATER),
    )
    with open_ledger(str(path)) as ledger:
        for name, published, one, effect, commitment, at in told:
            read = reading(name, [one], published=published)
            ledger.add(source(read), read, at=at)
            with ledger.linking(at=at) as linking:
                linking.link(
                    Link(
                        commitment=commitment,
                        statement=read.statements[0].id,
                        effect=effect,
                        score=0.83,
                        reason="The holder and the action agree.",
                    )
                )
    return path


def run(path: Path, *arguments: str) -> Result:
    """Run a command on a ledger."""
    return CliRunner().invoke(main, [*arguments, "--ledger", str(path)])


def ids(shown: str) -> list[str]:
    """The short ids of the commitments that a listing names, in order."""
    return re.findall(r"^pledge: .* \[(\w+)\]$", shown, re.MULTILINE)
