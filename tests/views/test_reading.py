from msgspec.structs import replace

from aide_memoire.records import DateConflict, Furniture, Metadata, Reading, Warn
from aide_memoire.views.reading import drop_below, show_reading
from tests.views import builders
from tests.views.test_terminal import lay_out

EVENT = builders.statement(
    builders.FERRY, "was welcomed in Oslo", "welcomed", kind="event", act=None, action="welcome the pledge", core=True
)
READING = Reading(
    document=builders.document(
        builders.FERRY,
        basis="inferred",
        conflicts=(DateConflict(text="March 1, 2022", edtf="2022-03-01", why="that day was a Tuesday"),),
        furniture=(Furniture(text="Back To Top", reason="navigation"),),
    ),
    statements=(builders.fees_statement(core=False), builders.ferry_statement(score=0.4), EVENT),
    warnings=(Warn(code="unresolved", message="nobody is named", start=3, end=5),),
)


def test_head_furniture_and_warnings() -> None:
    rows = lay_out(show_reading(READING, given=Metadata())).splitlines()
    for row in (
        "  date          1 March 2021 (inferred from the text)",
        "  conflict      “March 1, 2022” would give 1 March 2022. That day was a Tuesday.",
        "  taken off     “Back To Top”: navigation",
        "  warning       nobody is named (unresolved), characters 3–5",
        "  publisher     The Daily Sound",
    ):
        assert row in rows


def test_core_comes_first_and_the_rest_is_marked() -> None:
    shown = lay_out(show_reading(READING, given=Metadata()))
    ferry = shown.index("pledge: reopen the ferry line [score 0.40]")
    fees = shown.index("pledge: lower port fees [not core: discussed, hoped or formulaic; score 0.80]")
    event = shown.index("welcome the pledge [score 0.80]")
    assert ferry < fees < event
    assert "Commitments: 1 core, 1 not core" in shown
    assert "  when          date unknown" in shown.splitlines()


def test_what_was_given_is_said_to_be() -> None:
    given = Metadata(publisher="The Daily Sound", published="2021-03-01")
    rows = lay_out(show_reading(READING, given=given)).splitlines()
    assert "  publisher     The Daily Sound (given by you)" in rows
    assert "  url           https://example.org/ferry" in rows


def test_low_scores_are_left_out_and_counted() -> None:
    kept = drop_below(READING, 0.5)
    assert [one.score for one in kept.statements] == [0.8, 0.8]
    assert "1 statement below the lowest score asked for, not shown." in lay_out(
        show_reading(kept, given=Metadata(), dropped=1)
    )


def test_a_reading_without_statements_says_so() -> None:
    empty = Reading(document=builders.FERRY_DOCUMENT)
    assert "No commitment or event was found." in lay_out(show_reading(empty, given=Metadata()))


def test_furniture_stands_last_and_is_cut_short() -> None:
    pieces = tuple(Furniture(text=f"Menu {number}", reason="navigation") for number in range(40))
    reading = replace(READING, document=replace(READING.document, furniture=pieces))
    shown = lay_out(show_reading(reading, given=Metadata()))
    assert shown.index("welcome the pledge") < shown.index("Taken off the page") < shown.index("“Menu 0”: navigation")
    assert shown.count("taken off") == 8
    assert "                … and 32 more pieces (all with --json)" in shown.splitlines()
    assert "more piece" not in lay_out(show_reading(READING, given=Metadata()))
