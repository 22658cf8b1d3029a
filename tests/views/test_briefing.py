from datetime import date

import pytest
from msgspec.structs import replace

from aide_memoire.following import time_state
from aide_memoire.records import Briefing, Commitment
from aide_memoire.views.briefing import By, brief
from tests.views import builders


def headings(briefing: Briefing) -> list[str]:
    return [section.heading for section in briefing.sections]


def make(by: By, *commitments: Commitment) -> Briefing:
    return brief(commitments, builders.DOCUMENTS.get, by=by, as_of=builders.DAY)


@pytest.mark.parametrize(
    ("by", "expected"),
    [
        ("holder", ["Denmark"]),
        ("counterpart", ["Norway", "no counterpart named"]),
        ("instrument", ["Skagerrak Accord", "no instrument named"]),
        ("due", ["2022", "no deadline"]),
    ],
)
def test_sections_stand_in_order_and_what_has_none_is_last(by: By, expected: list[str]) -> None:
    assert headings(make(by, builders.fees_commitment(), builders.ferry_commitment())) == expected


def test_an_unknown_holder_and_an_undated_deadline_are_said_to_be() -> None:
    undated = builders.ferry_statement(id="undated")
    due = undated.due
    assert due is not None
    vague = builders.ferry_commitment(holder=None, due=replace(due, edtf=None))
    assert headings(make("holder", vague)) == ["holder unknown"]
    assert headings(make("due", vague, builders.fees_commitment())) == ["deadline without a known date", "no deadline"]


def test_one_actor_under_several_names_has_one_heading() -> None:
    words = ("Denmark", None), ("Queen Margrethe", "person"), ("Denmark", None), ("Copenhagen", None)
    commitments = []
    for number, (name, kind) in enumerate(words):
        holder = builders.actor(
            builders.FERRY, "Denmark", id="DNK", name=name, country="DNK", kind=kind or "state", via="reference"
        )
        made = builders.linked(builders.fees_statement(holder=holder), builders.FERRY_DOCUMENT)
        commitments.append(Commitment(id=f"{number}", statements=(made,)))
    assert headings(make("holder", *commitments)) == ["Denmark"]
    assert headings(make("holder", commitments[1])) == ["Denmark"]


@pytest.mark.parametrize(
    ("edtf", "heading"),
    [
        ("/2022-05", "2022"),
        ("2021-06/2022-05", "2022"),
        ("2021-12-31", "2021"),
        ("2005-11-14/..", "2005"),
        ("202X", "2020–2029 (year unknown)"),
    ],
)
def test_the_heading_of_a_due_date_is_the_year_it_reaches(edtf: str, heading: str) -> None:
    due = builders.ferry_statement().due
    assert due is not None
    assert headings(make("due", builders.ferry_commitment(due=replace(due, edtf=edtf)))) == [heading]


def test_a_commitment_toward_two_stands_under_both() -> None:
    both = (
        builders.actor(builders.FERRY, "Norway", country="NOR", kind="state"),
        builders.actor(builders.FERRY, "Denmark", country="DNK", kind="state"),
    )
    assert headings(make("counterpart", builders.ferry_commitment(counterparts=both))) == ["Denmark", "Norway"]


def test_what_no_core_statement_makes_never_appears() -> None:
    briefing = make("holder", builders.fees_commitment(core=False), builders.ferry_commitment())
    assert headings(briefing) == ["Denmark"]


def test_a_later_statement_that_is_linked_appears_core_or_not() -> None:
    again = builders.told("advances", "2021-06-01", core=False)
    (section,) = make("holder", builders.ferry_history(again)).sections
    assert [linked.effect for linked in section.lines[0].commitment.statements] == ["makes", "advances"]
    assert section.lines[0].assessed.assessment == "in_progress"


def test_lines_are_by_date_of_making_then_id_and_undated_reports_last() -> None:
    early = builders.document(builders.FERRY, id="early", published="2020-12")
    undated = builders.document(builders.FERRY, id="undated", published=None)
    ferry = builders.ferry_statement()
    commitments = [
        Commitment(id=id, statements=(builders.linked(ferry, where),))
        for id, where in (("z", undated), ("c", builders.FERRY_DOCUMENT), ("b", builders.FERRY_DOCUMENT), ("y", early))
    ]
    (section,) = make("holder", *commitments).sections
    assert [line.commitment.id for line in section.lines] == ["y", "b", "c", "z"]


@pytest.mark.parametrize("day", [date(2022, 4, 30), date(2022, 5, 31), date(2022, 6, 1)])
def test_the_time_state_is_that_of_the_day(day: date) -> None:
    briefing = brief([builders.ferry_commitment()], builders.DOCUMENTS.get, by="holder", as_of=day)
    assert briefing.as_of == day.isoformat()
    assert briefing.sections[0].lines[0].time_state == time_state("/2022-05", day)


def test_documents_are_those_quoted_by_date_and_a_missing_one_is_left_out() -> None:
    assert [one.id for one in make("holder", builders.ferry_commitment()).documents] == ["doc1", "doc2"]
    nothing = brief([builders.ferry_commitment()], lambda _: None, by="holder", as_of=builders.DAY)
    assert nothing.documents == ()
    assert headings(nothing) == ["Denmark"]


@pytest.mark.parametrize(("lowest", "lines"), [(0.0, 1), (0.79, 1), (0.81, 0)])
def test_what_was_made_below_the_lowest_score_is_left_out(lowest: float, lines: int) -> None:
    briefing = brief(
        [builders.fees_commitment()], builders.DOCUMENTS.get, by="holder", as_of=builders.DAY, min_score=lowest
    )
    assert sum(len(section.lines) for section in briefing.sections) == lines


@pytest.mark.parametrize(("edtf", "heading"), [("/2022-04-08", "2022"), (None, "deadline without a known date")])
def test_a_deadline_that_hangs_on_an_event_stands_under_the_year_of_its_day(edtf: str | None, heading: str) -> None:
    briefing = brief([builders.anchored_history(edtf)], builders.find_document, by="due", as_of=builders.DAY)
    assert [section.heading for section in briefing.sections] == [heading]
