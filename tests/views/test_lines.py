from datetime import date

import pytest
from msgspec.structs import replace

from aide_memoire.views.lines import iter_lines, report_day
from tests.views import builders


def test_a_line_has_what_became_of_it_and_where_it_stands_on_the_day() -> None:
    history = builders.ferry_history(builders.told("advances", "2021-06-01"), builders.told("restates", "2021-07-01"))
    (line,) = iter_lines([history], as_of=date(2022, 6, 1))
    assert (line.assessed.assessment, line.assessed.decided_by, line.time_state) == ("in_progress", 1, "overdue")
    (line,) = iter_lines([history], as_of=date(2022, 5, 31))
    assert line.time_state == "due"


def test_what_no_core_statement_makes_is_no_line() -> None:
    assert list(iter_lines([builders.fees_commitment(core=False)], as_of=builders.DAY)) == []


def test_a_later_statement_of_a_lower_score_decides_nothing() -> None:
    history = builders.ferry_history(builders.told("fulfils", "2021-06-01", score=0.3))
    assert [
        next(iter_lines([history], as_of=builders.DAY, min_score=lowest)).assessed.assessment for lowest in (0.3, 0.31)
    ] == ["fulfilled", "announced"]


@pytest.mark.parametrize(
    ("published", "day"), [("2021-06-09", date(2021, 6, 9)), ("2021-06", date(2021, 6, 30)), (None, None)]
)
def test_a_report_counts_from_the_last_day_that_its_date_can_mean(published: str | None, day: date | None) -> None:
    made = builders.linked(builders.ferry_statement(), builders.FERRY_DOCUMENT)
    assert report_day(replace(made, published=published)) == day
