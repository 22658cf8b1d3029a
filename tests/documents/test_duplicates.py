"""Copies are one story printed twice; letters after one form are not."""

import time

import pytest

from aide_memoire.documents.duplicates import Pair, Wording, load_rule, weigh_copy

STORY = (
    "Norway will reopen the northern ferry line by May, the transport minister told reporters in Oslo on Thursday. The "
    "two ports share the cost of a new pier, which is put at 40 million crowns. Work begins in March. The first ship "
    "is to sail before the summer season, and the fares are to stay as they were when the line was closed. Denmark has "
    "promised to lower its port fees for five years, provided that the ships carry freight in winter as well. The "
    "fishermen of the coast have asked for a say in the timetable."
)


@pytest.mark.parametrize("pair", load_rule().same)
def test_the_same_story_of_the_lexicon_is_a_copy(pair: Pair) -> None:
    assert weigh_copy(Wording(pair.one), Wording(pair.other)) is not None
    assert set(Wording(pair.one).list_bands()) & set(Wording(pair.other).list_bands())


@pytest.mark.parametrize("pair", load_rule().different)
def test_letters_after_one_form_are_two(pair: Pair) -> None:
    assert weigh_copy(Wording(pair.one), Wording(pair.other)) is None


CASES = [
    ("the same", STORY, True),
    ("other marks and line ends", STORY.replace(", ", " -\n").upper(), True),
    ("a dateline and a byline of its own", f"OSLO, Jan. 21 (North Wire) - {STORY} By Kari Nordmann", True),
    ("the end is cut", STORY[: len(STORY) // 2], True),
    (
        "a paragraph is added",
        f"{STORY} In Bergen, 200 people marched on Sunday against the price of the tickets.",
        True,
    ),
    ("a word is edited", STORY.replace("promised", "pledged").replace("asked for", "demanded"), True),
    ("a month is shortened", STORY.replace("in March", "in Mar."), True),
    ("another country", STORY.replace("Denmark", "Sweden"), False),
    ("another amount", STORY.replace("40 million", "70 million"), False),
    ("another story", "The parliament of Iceland put off its vote on the fishing treaty until the autumn. " * 5, False),
]


@pytest.mark.parametrize(("case", "text", "is_copy"), CASES, ids=[case for case, _, _ in CASES])
def test_copies(case: str, text: str, is_copy: bool) -> None:
    assert (weigh_copy(Wording(STORY), Wording(text)) is not None) is is_copy
    assert (weigh_copy(Wording(text), Wording(STORY)) is not None) is is_copy
    if is_copy:
        assert set(Wording(STORY).list_bands()) & set(Wording(text).list_bands())


def test_the_keys_of_a_text_never_change() -> None:
    """They are stored: where these change, the ledgers of before find no copies, and need a migration."""
    assert Wording(STORY).list_bands()[:2] == [2603384076768561474, 2012029127245087835]
    assert Wording("Nothing of note.").list_bands() == [2424103866543327469]


@pytest.mark.parametrize("text", ["", "word", "!!! ...", "\x00\ufffd", "a b c d"])
def test_what_is_short_is_no_copy(text: str) -> None:
    assert weigh_copy(Wording(text), Wording(text)) is None
    assert weigh_copy(Wording(text), Wording(STORY)) is None
    assert len(Wording(text).list_bands()) == 1


@pytest.mark.parametrize(
    "text",
    [
        "a" * 300_000,
        "Oslo " * 60_000,
        " ".join(f"Oslo{number % 977} port" for number in range(30_000)),
        " ".join(f"{number}" for number in range(50_000)),
    ],
)
def test_long_lines_take_little_time(text: str) -> None:
    start = time.perf_counter()
    one, other = Wording(text), Wording(text[:-7] + " Bergen")
    one.list_bands()
    weigh_copy(one, other)
    assert time.perf_counter() - start < 5


def test_a_clause_is_held_whatever_stands_between_its_words() -> None:
    assert Wording(STORY).holds("Work begins\nin March")
    assert not Wording(STORY).holds("begins in Marc")
