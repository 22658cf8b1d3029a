import pytest

from aide_memoire.records import DateConflict
from aide_memoire.views.conflicts import word_conflict, word_dispute

CAPTION = DateConflict(
    text="Jan. 21, 2022",
    edtf="2022-01-21",
    why="21 January 2022 was a Friday; the text puts it on a Thursday (“on Thursday; at noon”); "
    "2021-01-21 was a Thursday; 2021-01-21 was a Thursday",
)
METADATA = DateConflict(text="2021-02", edtf=None, why="The metadata says 2021-02, but 2021-03-04 (Thursday) was given")
POST = DateConflict(text="President Hansen", edtf="2021-05-01/..", why="Hansen held that post only from 2021-05-01")
SEASON = DateConflict(text="the 2021-22 plan", edtf=None, why="“the 2021-12 plan” is of 2021-22")


@pytest.mark.parametrize(
    ("conflict", "sentences"),
    [
        (
            CAPTION,
            "“Jan. 21, 2022” would give 21 January 2022. 21 January 2022 was a Friday. "
            "The text puts it on a Thursday (“on Thursday; at noon”). 21 January 2021 was a Thursday.",
        ),
        (
            METADATA,
            "“2021-02” gives no date. The metadata says February 2021, but Thursday 4 March 2021 was given.",
        ),
        (POST, "“President Hansen” would give a day from 1 May 2021 on. Hansen held that post only from 1 May 2021."),
        (SEASON, "“the 2021-22 plan” gives no date. “the 2021-12 plan” is of 2021-22."),
    ],
)
def test_each_reason_is_a_sentence_with_plain_dates(conflict: DateConflict, sentences: str) -> None:
    assert word_conflict(conflict) == sentences


@pytest.mark.parametrize(
    ("conflicts", "words"),
    [
        ((POST,), "date disputed: “President Hansen”: Hansen held that post only from 1 May 2021"),
        (
            (DateConflict(text="x", edtf="2021-05-01", why="The address holds the day 2021-05-01"),),
            "date disputed: the address holds the day 1 May 2021",
        ),
        (
            (CAPTION, POST),
            "date disputed: 21 January 2022 was a Friday, the text puts it on a Thursday "
            "(“on Thursday; at noon”), 21 January 2021 was a Thursday, and 1 more reason",
        ),
    ],
)
def test_a_line_says_why_in_short(conflicts: tuple[DateConflict, ...], words: str) -> None:
    assert word_dispute(conflicts) == words
