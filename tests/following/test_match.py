"""Whether two statements are one undertaking: cells that agree, and cells that do not."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from aide_memoire.following import same_undertaking
from aide_memoire.following.match import keys_of
from aide_memoire.records import Actor, Instrument, Statement
from tests.ledger.builders import group, ministry, state, statement

DAY = date(2021, 1, 21)
HOTLINES = statement("restore the hotlines with North Korea", toward="PRK")
TALKS = statement("hold talks on fishing rights", toward="JPN")

SAME: list[tuple[Statement, Statement]] = [
    (HOTLINES, statement("reopen communication lines with the North", toward="PRK")),
    (HOTLINES, statement("reconnect liaison channels", toward="PRK", act="reaffirmation")),
    (HOTLINES, statement("restoration of the hotlines")),
    (HOTLINES, statement("restore hotlines", toward="PRK", holder=ministry("KOR", "Unification Ministry"))),
    (statement("ratify the boundary treaty"), statement("seek ratification of the boundary treaty", act="intention")),
    (statement("improve ties", toward="JPN"), statement("work to mend relations with Japan", toward="JPN")),
    (statement("withdraw its troops from the valley"), statement("pull forces out of the valley")),
    (statement("withdraw troops", toward="JPN"), statement("withdraw troops", toward=["JPN", "NOR"])),
    (statement("visit Norway", toward="NOR", due="2021-06"), statement("travel to Norway", toward="NOR", due="2021")),
    (statement("provide 40 million dollars in aid", toward="NOR"), statement("give 40 million in aid", toward="NOR")),
    (statement("uphold the sea pact", under="Sea Pact"), statement("implement the pact at sea", under="sea pact")),
    (statement("donate tents", toward="NOR"), statement("donate 40 tents", toward="NOR")),
    (statement("send a frigate"), statement("send a frigate, subject to the consent of the chamber")),
    (
        statement("suspend enrichment", act="demand", toward="PRK"),
        statement("freeze enrichment", act="request", toward="PRK"),
    ),
    (
        statement("hold naval drills", holder=group("KOR", "USA")),
        statement("conduct naval exercises", holder=group("USA", "KOR")),
    ),
]

DIFFERENT: list[tuple[str, Statement, Statement]] = [
    ("another holder", HOTLINES, statement("restore the hotlines", toward="PRK", holder=state("USA"))),
    (
        "two ministries of a state",
        statement("restore hotlines", holder=ministry("KOR", "Unification Ministry")),
        statement("restore hotlines", holder=ministry("KOR", "Defence Ministry")),
    ),
    ("a state is not its group", HOTLINES, statement("restore the hotlines", holder=group("KOR", "PRK"))),
    ("another act on the same thing", HOTLINES, statement("cut the hotlines with North Korea", toward="PRK")),
    ("the same act on another thing", HOTLINES, statement("restore rail service with North Korea", toward="PRK")),
    ("two kinds of talks", statement("hold border talks", toward="JPN"), statement("hold trade talks", toward="JPN")),
    ("another counterpart", HOTLINES, statement("restore the hotlines with Japan", toward="JPN")),
    (
        "counterparts that only overlap",
        statement("free the crew", toward=["JPN", "NOR"]),
        statement("free the crew", toward=["JPN", "USA"]),
    ),
    ("only a broad word in common", statement("expand cooperation", toward="NOR"), statement("expand cooperation")),
    ("not to do it", HOTLINES, statement("restore the hotlines", toward="PRK", polarity="negative")),
    ("asking is not undertaking", HOTLINES, statement("restore the hotlines", toward="PRK", act="demand")),
    ("refusing is not undertaking", HOTLINES, statement("restore the hotlines", toward="PRK", act="refusal")),
    (
        "another instrument",
        statement("honour the pact", under="Sea Pact"),
        statement("honour the pact", under="Air Pact"),
    ),
    ("another deadline", statement("free the crew", due="/2021-05"), statement("free the crew", due="/2021-09")),
    ("another amount", statement("donate 5 ships", toward="NOR"), statement("donate 9 ships", toward="NOR")),
    (
        "two that say two amounts of many",
        statement("extend the decree to 27 May 2023"),
        statement("extend the decree to 27 May 2024"),
    ),
    ("an amount that only one names", statement("donate tents"), statement("donate 40 tents", toward="NOR")),
    ("two proper names", statement("ensure Oslo has power lines"), statement("ensure Bergen has power lines")),
    ("only a broad word, twice", statement("expand cooperation"), statement("expand cooperation")),
    ("visits to two places", statement("visit Norway", toward="NOR"), statement("visit Japan", toward="JPN")),
    ("a tour is not one of its stops", statement("visit", toward=["NOR", "JPN"]), statement("visit", toward="JPN")),
    ("no words for the act", statement("…"), statement("…")),
    ("a holder that is unknown", statement("free the crew", holder=None), statement("free the crew", holder=None)),
]


@pytest.mark.parametrize(("a", "b"), SAME, ids=lambda one: one.action)
def test_one_undertaking_in_other_words(a: Statement, b: Statement) -> None:
    assert same_undertaking(a, b, published_a=DAY, published_b=DAY)


@pytest.mark.parametrize(("a", "b"), [row[1:] for row in DIFFERENT], ids=[row[0] for row in DIFFERENT])
def test_two_undertakings(a: Statement, b: Statement) -> None:
    assert same_undertaking(a, b, published_a=DAY, published_b=DAY) is None


@pytest.mark.parametrize(
    ("action", "days", "same"),
    [
        ("hold talks on fishing rights", 100, True),
        ("hold talks on fishing rights", 200, False),
        ("restore fishing rights", 2000, True),
    ],
)
def test_an_act_that_repeats_itself_is_another_one_months_later(action: str, days: int, same: bool) -> None:
    one = statement(action, toward="JPN")
    found = same_undertaking(one, one, published_a=DAY, published_b=DAY + timedelta(days))
    assert (found is not None) == same


def test_two_holders_who_are_open_need_not_be_the_same() -> None:
    either = ministry("KOR", "Unification Ministry")
    either = structs.replace(either, country=None, candidates=("KOR.ministry", "PRK.ministry"))
    a, b = statement("restore hotlines", holder=either), statement("restore the hotlines", holder=either)
    assert same_undertaking(a, b, published_a=DAY, published_b=DAY) is None


def test_an_act_that_repeats_itself_on_the_same_day_is_the_same() -> None:
    one = statement("attend the fisheries conference", due="2022-06-01")
    assert same_undertaking(one, one, published_a=DAY, published_b=DAY + timedelta(300))


def test_without_dates_an_act_that_repeats_itself_is_not_known_to_be_the_same() -> None:
    assert same_undertaking(TALKS, TALKS) is None


def test_an_instrument_that_is_not_named_neither_binds_nor_parts() -> None:
    """What one document calls the agreement need not be what another does."""
    unnamed = Instrument(id="unnamed-pact", name="pact", text="", start=0, end=0)
    one = statement("expand cooperation", instrument=unnamed)
    assert same_undertaking(one, one) is None
    crew = statement("free the crew", instrument=unnamed)
    assert same_undertaking(crew, statement("free the crew", under="Sea Pact"))


def test_the_reason_names_the_cells_that_agree() -> None:
    a = statement("restore the hotlines", toward="PRK", under="Sea Pact", due="/2021-05")
    b = statement("reopen the hotlines", toward="PRK", under="Sea Pact", due="2021-05")
    match = same_undertaking(a, b)
    assert match is not None
    assert match.score == 1.0
    assert match.reason == (
        "The holder (South Korea), the action with its object ('restore the hotlines'; 'reopen the hotlines'), "
        "the counterpart (North Korea), the instrument (Sea Pact) and the due (/2021-05; 2021-05) agree."
    )


def test_a_looser_agreement_scores_lower() -> None:
    looser = same_undertaking(HOTLINES, statement("restore the military hotlines"))
    assert looser is not None
    assert looser.score < 1.0


ACTORS: list[Actor] = [state("KOR"), state("JPN"), ministry("KOR", "Unification Ministry"), group("KOR", "USA")]
ANY = st.builds(
    statement,
    st.sampled_from(["restore the hotlines", "reopen lines of communication", "hold talks", "visit", "help", "…"]),
    holder=st.sampled_from([*ACTORS, None]),
    act=st.sampled_from(["pledge", "plan", "demand", "refusal", None]),
    toward=st.sampled_from(["", "PRK", "JPN", ("PRK", "JPN")]).map(lambda codes: codes or ()),
    due=st.sampled_from([None, "/2021-05", "2021", "2022/.."]),
    under=st.sampled_from([None, "Sea Pact", "Air Pact"]),
)


@given(ANY, ANY)
def test_matching_has_no_direction_and_what_matches_shares_a_key(a: Statement, b: Statement) -> None:
    there, back = (same_undertaking(*pair, published_a=DAY, published_b=DAY) for pair in ((a, b), (b, a)))
    assert (there is None) == (back is None)
    if there and back:
        assert there.score == back.score
        assert keys_of(a) & keys_of(b)
