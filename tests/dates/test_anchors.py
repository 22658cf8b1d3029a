"""Times that hang on events: what is found, what is none, and the day that comes of it once the event has one."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aide_memoire.dates import bounds, find_anchored, find_anchors, place_anchor
from aide_memoire.dates.anchor_words import EventWord, Operator, happening_at, inflections, load_anchor_words
from aide_memoire.records import Anchor, AnchorRelation

DAY = "2021-01-21"
WORDS = load_anchor_words().file

FOUND: list[tuple[str, list[tuple[str, AnchorRelation, str | None, str | None]]]] = [
    ("It pays within 30 days of entry into force.", [("entry into force", "within", "P30D", None)]),
    ("The sum is due 90 days after ratification.", [("ratification", "at", "P90D", None)]),
    ("It is due two weeks before the vote.", [("vote", "at", "-P2W", None)]),
    ("Lists are out at least 30 days before the election.", [("election", "by", "-P30D", None)]),
    ("It rests for at least two years after the war.", [("war", "within", "P2Y", None)]),
    ("It reports no later than six months after the date of signature.", [("date of signature", "by", "P6M", None)]),
    ("It acts within 90 days of the date of this order.", [("date of this order", "within", "P90D", None)]),
    (
        "It acts within five years of the pact entering into force.",
        [("pact entering into force", "within", "P5Y", None)],
    ),
    ("It reopens once the border team is set up, he said.", [("the border team is set up", "after", None, None)]),
    ("Flights resume once the pandemic stabilises.", [("the pandemic stabilises", "after", None, None)]),
    ("Aid flows as soon as the sanctions are lifted.", [("the sanctions are lifted", "after", None, None)]),
    (
        "It stays until the U.S. Senate ratifies the treaty.",
        [("the U.S. Senate ratifies the treaty", "until", None, None)],
    ),
    ("They talk after the Lisbon Olympics.", [("Lisbon Olympics", "after", None, None)]),
    ("They want it before the next summit.", [("next summit", "before", None, None)]),
    ("It opens upon completion of the 2015 review.", [("completion of the 2015 review", "at", None, None)]),
    ("It holds until the end of the war.", [("end of the war", "until", None, None)]),
    ("It goes on for the rest of his second term.", [("his second term", "until", None, None)]),
    ("It goes on until at least the end of his second term.", [("end of his second term", "until", None, None)]),
    ("They sign at their first summit in April 2018.", [("their first summit in April 2018", "at", None, "2018-04")]),
    ("They sign at this year's summit on April 22.", [("this year's summit on April 22", "at", None, "2021-04-22")]),
    ("They left after the March 3 attack.", [("March 3 attack", "after", None, None)]),
    (
        "It goes when the island reverts to Peru in July.",
        [("the island reverts to Peru in July", "at", None, "2021-07")],
    ),
    ("It acts upon taking office in March.", [("taking office in March", "at", None, "2021-03")]),
    (
        "It was weighed after talks between Oslo and the port.",
        [("talks between Oslo and the port", "after", None, None)],
    ),
    ("It falls from the date of entry into force.", [("date of entry into force", "from", None, None)]),
    ("It is void before the date of this order lifting the ban.", [("date of this order", "before", None, None)]),
    ("Once the isle is back in its hands they will return.", [("the isle is back in its hands", "after", None, None)]),
]

NONE = [
    "They meet after two years.",
    "It has been shut since 2018.",
    "They meet before noon.",
    "It came to nothing after all.",
    "The council sits once a year.",
    "Once again it was put off.",
    "They stood after the White House.",
    "It was the day after.",
    "They leave by the end of the year.",
    "At the end of the day it holds.",
    "When do we leave?",
    "It was adopted by the conference.",
    "It is raised at the UN Security Council.",
    "It went on until further notice.",
    "When it comes to trade, they differ.",
    "They discussed the road, within limits.",
    "The hall, opened upon the feast day of a saint, is shut.",
    "It fell when the tower was hit on 9/11.",
]


@pytest.mark.parametrize(("text", "expected"), FOUND, ids=[text for text, _ in FOUND])
def test_find_anchors(text: str, expected: list[tuple[str, AnchorRelation, str | None, str | None]]) -> None:
    found = find_anchors(text, DAY, direction="future")
    assert [(anchor.text, anchor.relation, anchor.offset, anchor.edtf) for anchor in found] == expected
    assert all(text[anchor.start : anchor.end] == anchor.text for anchor in found)


@pytest.mark.parametrize("text", NONE)
def test_no_anchor(text: str) -> None:
    assert find_anchors(text, DAY) == ()


@pytest.mark.parametrize(
    ("text", "words", "edtf"),
    [
        ("They want it before the summit in May 2022.", "before the summit in May 2022", "/2022-05"),
        ("They talk after the vote on 3 May 2022.", "after the vote on 3 May 2022", "2022-05-03/.."),
        ("It is due 30 days after the vote on 3 May 2022.", "30 days after the vote on 3 May 2022", "2022-06-02"),
        ("It is due 30 days after the vote in May 2022.", "30 days after the vote in May 2022", None),
        ("They talk at the May 4-5 summit.", "at the May 4-5 summit", "2021-05-04/2021-05-05"),
        ("They talk after the summit.", "after the summit", None),
    ],
)
def test_find_anchored(text: str, words: str, edtf: str | None) -> None:
    assert [(due.text, due.edtf) for due in find_anchored(text, DAY, direction="future")] == [(words, edtf)]


def test_what_the_possible_days_of_writing_do_not_agree_on_is_no_day() -> None:
    (anchor,) = find_anchors("They talk after the vote next month.", "2021", direction="future")
    assert (anchor.text, anchor.edtf) == ("vote next month", None)


@pytest.mark.parametrize(
    ("relation", "offset", "event", "expected"),
    [
        ("within", "P30D", "2021-05-09", "2021-05-09/2021-06-08"),
        ("within", "-P90D", "2021-05-09", "2021-02-08/2021-05-09"),
        ("at", "P90D", "2021-05-09", "2021-08-07"),
        ("at", "-P2W", "2021-05-15", "2021-05-01"),
        ("by", "P6M", "2021-05", "/2021-11"),
        ("by", "P6M", "2021-08-31", "/2022-02-28"),
        ("from", "P1Y", "2021", "2022/.."),
        ("at", "P30D", "2021-05", None),
        ("at", "P1M", "2021", None),
        ("at", "P9999Y", "2021", None),
        ("at", None, "2021-05-04/2021-05-05", "2021-05-04/2021-05-05"),
        ("at", "P3D", "2021-05-04/2021-05-05", None),
        ("before", None, "2021-05-04/2021-05-05", "/2021-05-05"),
        ("until", None, "2021-05", "/2021-05"),
        ("after", None, "2021-05-04/2021-05-05", "2021-05-04/.."),
        ("after", None, "2021/..", None),
        ("after", None, "/2021", None),
    ],
)
def test_place_anchor(relation: AnchorRelation, offset: str | None, event: str, expected: str | None) -> None:
    anchor = Anchor(text="vote", start=0, end=4, relation=relation, offset=offset)
    assert place_anchor(anchor, event) == expected


@pytest.mark.parametrize("operator", WORDS.operator, ids=lambda operator: operator.forms[0])
def test_an_operator_leads_to_the_event_of_its_examples(operator: Operator) -> None:
    for text in operator.examples:
        assert any(anchor.relation == operator.relation for anchor in find_anchors(text)), text
    for text in operator.non_examples:
        assert find_anchors(text, DAY) == (), text


@pytest.mark.parametrize("event", WORDS.event, ids=lambda event: event.id)
def test_the_examples_of_an_event_hold_it(event: EventWord) -> None:
    for text in event.examples:
        words = [anchor.text.lower().replace("-", " ").split() for anchor in find_anchors(text)]
        assert any(happening_at(one, place)[0] is event for one in words for place in range(len(one))), text
    for text in event.non_examples:
        assert find_anchors(text, DAY) == (), text


def test_no_verb_or_noun_is_in_two_events() -> None:
    load_anchor_words.cache_clear()
    assert load_anchor_words().verbs  # raises where one is


@pytest.mark.parametrize(
    ("verb", "forms"),
    [
        ("sign", ("sign", "signs", "signed", "signing")),
        ("ratify", ("ratify", "ratifies", "ratified", "ratifying")),
        ("agree", ("agree", "agrees", "agreed", "agreeing")),
        ("deploy", ("deploy", "deploys", "deployed", "deploying")),
        ("pass", ("pass", "passes", "passed", "passing")),
    ],
)
def test_inflections(verb: str, forms: tuple[str, ...]) -> None:
    assert inflections(verb) == forms


PIECES = [
    "after",
    "once",
    "the",
    "talks",
    "of",
    "are",
    "signed",
    "30 days",
    "within",
    "on",
    "May",
    "3",
    ",",
    ".",
    "\n\n",
    "9/11",
]


@given(st.lists(st.sampled_from([*PIECES, "'", "-", "until", "end", "Oslo", "and", "will", "they", "☃"]), max_size=40))
def test_any_words_are_read_and_spans_hold(pieces: list[str]) -> None:
    text = " ".join(pieces)
    last = 0
    for due in find_anchored(text, DAY):
        assert due.anchor is not None
        assert text[due.start : due.end] == due.text
        assert text[due.anchor.start : due.anchor.end] == due.anchor.text
        assert due.start < due.anchor.start < due.anchor.end == due.end
        assert last <= due.start
        assert due.edtf is None or bounds(due.edtf)
        last = due.end


@pytest.mark.parametrize(
    "text", ["after ", "once the ", "after talks between A and ", "30 days after the end of the ", "in "]
)
def test_a_long_text_is_read_in_time(text: str) -> None:
    def seconds(count: int) -> float:
        start = time.perf_counter()
        find_anchors(text * count)
        return time.perf_counter() - start

    assert seconds(8000) < 40 * max(seconds(1000), 0.01)


@given(st.text(max_size=200))
def test_any_text_is_read(text: str) -> None:
    assert all(text[anchor.start : anchor.end] == anchor.text for anchor in find_anchors(text))
