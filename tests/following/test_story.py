"""The sample reports from end to end: what became of the undertakings of January 2021, day by day, as read by hand.

A cell that is marked `not_reached` in story.json fails the test as soon as it comes out right.
"""

import html
import json
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from aide_memoire.following import time_state
from aide_memoire.following.assess import assess
from aide_memoire.ledger import open_ledger
from aide_memoire.pipeline import add_sources
from aide_memoire.records import Commitment, LinkedStatement

REPORTS = Path(__file__).parents[2] / "examples" / "reports"
STORY = json.loads(Path(__file__).with_name("story.json").read_text("utf-8"))
CELLS = [(name, day, cell) for name, made in STORY["commitments"].items() for day, cell in made["cells"].items()]


@pytest.fixture(scope="module")
def known(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[Commitment]]:
    """What a ledger of the sample reports knows on each day."""
    with open_ledger(str(tmp_path_factory.mktemp("story") / "ledger.db")) as ledger:
        list(add_sources([str(REPORTS)], ledger, at="2026-06-01T00:00:00Z"))
        return {
            day: list(ledger.iter_commitments(as_of=date.fromisoformat(day))) for day in {day for _, day, _ in CELLS}
        }


def is_in(place: dict[str, str], linked: LinkedStatement) -> bool:
    """Whether a linked statement has the words of that place, or is within them; cut at either end."""
    said, words = " ".join(linked.statement.text.split()), place["words"]
    return linked.source.endswith(place["report"]) and (words in said or said in words)


def find(known: list[Commitment], said: dict[str, str]) -> Commitment | None:
    """The commitment that a statement makes or restates."""
    return next(
        (
            found
            for found in known
            if any(is_in(said, linked) and linked.effect in ("makes", "restates") for linked in found.statements)
        ),
        None,
    )


def params() -> Iterator[Any]:
    for name, day, cell in CELLS:
        why = cell.get("not_reached")
        marks = [pytest.mark.xfail(strict=True, raises=AssertionError, reason=why)] if why else []
        yield pytest.param(name, day, cell, id=f"{name} on {day}", marks=marks)


@pytest.mark.parametrize(("name", "day", "cell"), list(params()))
def test_what_became_of_it(known: dict[str, list[Commitment]], name: str, day: str, cell: dict[str, Any]) -> None:
    found = find(known[day], STORY["commitments"][name]["said"])
    assert found is not None
    assessed = assess(found.statements)
    decider = found.statements[assessed.decided_by]
    assert (assessed.assessment, time_state(found.due_edtf, date.fromisoformat(day))) == (
        cell["assessment"],
        cell["time_state"],
    )
    if cell["decided_by"]:
        assert any(is_in(place, decider) for place in cell["decided_by"]), decider.statement.text
    else:
        assert assessed.decided_by == 0


def test_the_count_of_what_is_not_reached() -> None:
    assert sum("not_reached" in cell for _, _, cell in CELLS) == STORY["not_reached"]
    assert len(CELLS) == 13 * 6


def test_every_quote_is_in_its_report() -> None:
    for made in STORY["commitments"].values():
        for place in (made["said"], *(place for cell in made["cells"].values() for place in cell["decided_by"])):
            text = (REPORTS / place["report"].partition("#")[0]).read_text("utf-8")
            shown = html.unescape(re.sub("<[^>]*>", " ", text))
            assert place["words"] in " ".join(shown.split()), place
