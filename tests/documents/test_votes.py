"""What a text says of its own day: one row a kind of evidence, and what holds of all prices."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aide_memoire.documents.names import Names, folded
from aide_memoire.documents.terms import find_people
from aide_memoire.documents.votes import Vote, Weight, find_votes, load_weights
from aide_memoire.documents.weighing import _prices, least_price, months, price, weigh


@pytest.mark.parametrize("weight", load_weights().values(), ids=lambda weight: weight.evidence)
def test_each_weight_is_that_of_its_examples(weight: Weight) -> None:
    for example in weight.examples:
        assert weight.evidence in [vote.kind for vote in find_votes(example)], example


@pytest.mark.parametrize(
    ("text", "name", "state"),
    [
        ("President Biden spoke.", "President Biden", "holds"),
        ("PRESIDENT BIDEN: Good morning.", "PRESIDENT BIDEN", "holds"),
        ("The prime minister, Jacinda Ardern, spoke.", "Jacinda Ardern", "beside"),
        ("Jacinda Ardern, the prime minister of New Zealand, spoke.", "Jacinda Ardern", "beside"),
        ("They met Jacinda Ardern.", "Jacinda Ardern", "named"),
        ("They met former prime minister Jacinda Ardern.", "prime minister Jacinda Ardern", "left"),
        ("They met President-elect Joe Biden.", "President-elect Joe Biden", "elect"),
        ("They met the incoming prime minister Jacinda Ardern.", "prime minister Jacinda Ardern", "elect"),
        ("They met the new prime minister Jacinda Ardern.", "prime minister Jacinda Ardern", "new"),
        ("The Biden administration agreed.", "Biden", "holds"),
    ],
)
def test_what_the_words_around_a_name_say_of_its_office(text: str, name: str, state: str) -> None:
    assert [(term.text, term.state) for term in find_people(text)] == [(name, state)]


@pytest.mark.parametrize(
    "text",
    [
        "They met the late President Joe Biden.",
        "They met Deputy Prime Minister Ardern.",
        "They met Prime Minister Ardern Smith.",
        "They drove to Bidenville.",
        "Ardern spoke.",
    ],
)
def test_who_is_not_in_that_office_or_has_no_title(text: str) -> None:
    assert [term for term in find_people(text) if term.state != "named"] == []


def test_of_several_holders_of_one_post_the_last_is_in_office() -> None:
    (vote,) = find_votes("President Obama had begun it, and President Biden will go on.")
    assert vote.spells == ((date(2021, 1, 20), date(2025, 1, 20)),)


def test_a_holder_who_came_back_may_be_meant_beside_his_successor() -> None:
    (vote,) = find_votes("President Trump undid what President Biden had signed.")
    assert [start for start, _ in vote.spells] == [date(2021, 1, 20), date(2025, 1, 20)]


def test_a_post_whose_earlier_holders_are_not_on_record_says_less() -> None:
    known = Vote("x", "holds", ((date(2010, 1, 1), date(2012, 1, 1)),), "why")
    unknown = Vote("x", "holds", known.spells, "why", unknown=((None, date(2010, 1, 1)),))
    assert unknown.price(date(2005, 1, 1)) < known.price(date(2005, 1, 1))
    assert unknown.price(date(2015, 1, 1)) == known.price(date(2015, 1, 1))


def test_who_takes_office_soon_is_no_contradiction() -> None:
    (vote,) = find_votes("President Biden spoke.")
    assert not vote.contradicts(date(2020, 12, 1))
    assert vote.contradicts(date(2019, 12, 1))


def test_a_text_about_long_ago_contradicts_no_day() -> None:
    assert not any(vote.contradicts(date(2021, 3, 4)) for vote in find_votes("The accord was signed on 3 March 1998."))


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("President Moon Jae-in met President Joe Biden.", "2021-01-20/2022-05-10"),
        ("President Joe Biden spoke.", "2021-01-20/2025-01-20"),
        ("They met.", None),
        ("President Xi Jinping spoke.", None),
    ],
)
def test_the_stretch_that_all_votes_leave(text: str, edtf: str | None) -> None:
    stretch = weigh(find_votes(text))
    assert (f"{stretch.first}/{stretch.last}" if stretch else None) == edtf


def test_a_day_within_all_votes_costs_nothing() -> None:
    votes = find_votes("President Moon Jae-in met President Joe Biden.")
    assert price(date(2021, 6, 1), votes) == least_price(votes) == 0.0
    assert price(date(2016, 6, 1), votes) > 5


def test_no_votes_leave_all_months_alike() -> None:
    assert least_price(()) == 0.0
    assert weigh(()) is None


def test_names_are_found_whatever_their_case_but_not_in_small_letters() -> None:
    names = Names(["al-Maliki", "May", "six-way talks"])
    text = "AL-MALIKI and Al-Maliki may join six-way talks in Mayfair."
    assert [text[place.start : place.end] for place in names.scan(*folded(text))] == [
        "AL-MALIKI",
        "Al-Maliki",
        "six-way talks",
    ]


def test_what_fades_is_less_and_less_spoken_of_but_may_be() -> None:
    there, topic = find_votes("They spoke of the Agreed Framework.")
    assert (there.kind, topic.kind) == ("landmark", "topic")
    assert there.price(date(2020, 1, 1)) == 0.0 < topic.price(date(2006, 1, 1)) < topic.price(date(2012, 1, 1))
    assert not topic.contradicts(date(2020, 1, 1))


def test_a_day_without_its_year_speaks_for_its_season_in_every_year() -> None:
    (vote,) = find_votes("They met on March 4.")
    prices = vote.by_month(1985, 48)
    assert prices[2] == prices[14] == 0.0 < prices[8]
    assert vote.price(date(1990, 3, 9)) == 0.0 < vote.price(date(1990, 9, 9))
    assert prices[:12] == pytest.approx([vote.price(date(1990, m, 15)) for m in range(1, 13)], abs=1.6)


def test_of_numbered_papers_the_youngest_counts() -> None:
    (vote,) = find_votes("It is in line with Security Council resolutions 1540, 1718 and 2231.")
    assert vote.spells == ((date(2015, 1, 1), date(2015, 12, 31)),)


def test_months_after_the_registers_end_are_ever_less_likely() -> None:
    votes = find_votes("Security Council resolution 2231 was read.")
    last, earlier = months()[-1], months()[-13]
    assert _prices(votes)[-1] - _prices(votes)[-13] > votes[0].price(last) - votes[0].price(earlier)


@given(st.text(max_size=300))
def test_no_text_raises_and_every_vote_is_quoted(text: str) -> None:
    votes = find_votes(text + " President Biden, 3 May 2021.")
    stretch = weigh(votes)
    assert stretch is None or months()[0] <= stretch.last
    assert all(term.text in text + " President Biden, 3 May 2021." for term in find_people(text))
