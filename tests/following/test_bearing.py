"""Whether a later statement bears on a commitment: what has to agree, and what it then reports."""

from datetime import date
from math import log
from typing import Any

import pytest
from msgspec.structs import replace

from aide_memoire.following.agreement import Passage, agreement
from aide_memoire.following.bearing import FULFILLED, bearing, may_bear, speaks_against
from aide_memoire.following.effects import FORWARD, effect_of, list_cues, load_cues
from aide_memoire.following.stem import iter_stems
from aide_memoire.following.terms import names, terms, topics, weight_of
from aide_memoire.following.weights import Forest, Linear, Tree, load_weights
from aide_memoire.records import Span, Statement
from tests.ledger.builders import state, statement

PROMISE = "Norway will restore the severed hotline with Jutland"


def passage(words: str, *, head: str, day: str = "2023-01-25", title: str | None = None, **given: Any) -> Passage:
    start = words.index(head)
    given = {"holder": state("NOR"), "counterparts": (), **given}
    action = given.pop("action", words)
    said = statement(
        action, text=words, end=len(words), head=Span(text=head, start=start, end=start + len(head)), **given
    )
    return Passage(statement=said, title=title, around=words, published=date.fromisoformat(day))


def event(words: str, *, head: str, **given: Any) -> Passage:
    return passage(words, head=head, kind="event", act=None, **given)


MADE = passage(PROMISE, head="restore", action="restore the severed hotline with Jutland")
DONE = event("Norway restored the severed hotline with Jutland on Tuesday", head="restored", day="2023-01-28")


def test_the_act_itself_fulfils_what_was_promised() -> None:
    found = bearing(MADE, DONE)
    assert found is not None
    assert found.effect == "fulfils"
    assert found.score >= FULFILLED
    assert found.reason.startswith("Both speak of ")
    assert found.reason.endswith("; the holder (Norway) is the same; 3 days later.")


def test_what_is_less_sure_is_a_step(monkeypatch: pytest.MonkeyPatch) -> None:
    between = Forest(names=(), trees=(), offset=log(0.77 / 0.23))
    weights = replace(load_weights(), bearing=between)
    monkeypatch.setattr("aide_memoire.following.bearing.load_weights", lambda: weights)
    later = event("Norway reconnected a hotline with Jutland", head="reconnected", day="2023-03-27")
    found = bearing(MADE, later)
    assert found is not None
    assert load_weights().threshold <= found.score < FULFILLED
    assert found.effect == "advances"


def test_what_did_not_happen_is_no_step_toward_it() -> None:
    not_done = event("Norway has not restored the severed hotline with Jutland", head="restored", polarity="negative")
    effect, _ = effect_of(MADE, not_done, agreement(MADE, not_done))
    assert effect not in FORWARD


def test_what_shares_nothing_does_not() -> None:
    assert bearing(MADE, event("Norway opened a museum of whaling in Bergen", head="opened")) is None


@pytest.mark.parametrize(
    "change",
    [
        {"holder": state("JPN")},
        {"core": False},
    ],
    ids=["another holder", "not core"],
)
def test_what_settles_it_beforehand(change: dict[str, Any]) -> None:
    later = event(DONE.statement.text, head="restored", day="2023-07-27", **change)
    assert not may_bear(MADE, later)
    assert bearing(MADE, later) is None


def test_of_a_demand_the_act_may_be_the_addressees() -> None:
    asked = passage(PROMISE, head="restore", act="demand", holder=state("JPN"), counterparts=(state("NOR"),))
    assert may_bear(asked, DONE)


@pytest.mark.parametrize(
    "later",
    [
        event("Norway restored 14 severed hotlines with Jutland", head="restored"),
        event(DONE.statement.text, head="restored", counterparts=(state("JPN"),)),
    ],
    ids=["another amount", "another counterpart"],
)
def test_a_cell_that_contradicts_ends_it(later: Passage) -> None:
    made = passage("Norway will restore 31 severed hotlines with Jutland", head="restore", counterparts=(state("PRK"),))
    assert speaks_against(made, later, agreement(made, later))
    assert bearing(made, later) is None


def test_a_visit_of_another_year_is_another_visit() -> None:
    words = "King Harald will visit the shipyard of Gdynia"
    made = passage(words, head="visit", action="visit the shipyard of Gdynia")
    later = event("King Harald visited the shipyard of Gdynia", head="visited", day="2025-03-01")
    assert speaks_against(made, later, agreement(made, later))


def test_agreement_is_more_where_more_is_shared() -> None:
    other = event("Norway delivered a field hospital", head="delivered")
    near, far = agreement(MADE, DONE), agreement(MADE, other)
    assert all(near[name] > far[name] for name in ("shared", "shared_of_earlier", "names", "contexts"))
    assert near["holder"] == far["holder"] == 1.0


def test_an_effect_that_is_not_likely_is_the_least_that_can_be_said() -> None:
    told: list[tuple[Statement, str]] = []
    for later in (DONE, passage("Norway may yet think of tanks", head="think")):
        effect, chance = effect_of(MADE, later, agreement(MADE, later))
        told.append((later.statement, effect))
        assert 0 < chance <= 1
        if chance < 0.5:
            assert effect == ("advances" if later.statement.kind == "event" else "restates")
    assert len(told) == 2


@pytest.mark.parametrize(
    ("made", "later"),
    [
        (MADE, event("Norway restored the first severed hotline with Jutland", head="restored")),
        (
            passage("Norway will keep the hotline restored", head="keep", action="keep the hotline restored"),
            event("Norway restored the hotline with Jutland", head="restored"),
        ),
    ],
    ids=["a part of it", "an undertaking that is never over"],
)
def test_what_is_short_of_it_does_not_fulfil(made: Passage, later: Passage) -> None:
    effect, _ = effect_of(made, later, agreement(made, later))
    assert effect != "fulfils"


CUES = [
    (cue.id, text, wanted)
    for cue in list_cues()
    for wanted, texts in ((True, cue.examples), (False, cue.non_examples))
    for text in texts
]


@pytest.mark.parametrize(("cue", "text", "wanted"), CUES)
def test_cues_hold_their_examples(cue: str, text: str, wanted: bool) -> None:
    assert bool(set(iter_stems(text)) & load_cues()[cue]) is wanted


def test_terms_leave_out_what_carries_nothing() -> None:
    assert terms("the tanks will be delivered to the brigade") == {"tank", "deliver", "brigad"}
    assert names("Norway sent Leopard tanks from Bergen") == {"leopard", "bergen"}


def test_a_statement_is_found_by_each_two_of_its_telling_terms() -> None:
    assert topics("tanks for the brigade") == {"brigad tank"}
    assert topics("tanks") == frozenset()
    assert len(topics(PROMISE)) == 10
    assert len(topics(PROMISE + " and two tank brigades of Skagen")) == 15


def test_what_is_rare_tells_more() -> None:
    assert weight_of("zzyzx") > weight_of("tank") > weight_of("unit") > 0


def test_trees_are_followed_to_their_leaves() -> None:
    tree = Tree(feature=(0, -1, -1), threshold=(0.5, 0, 0), left=(1, 0, 0), right=(2, 0, 0), value=(0, -1.0, 2.0))
    forest = Forest(names=("shared",), trees=(tree, tree), offset=0.5)
    assert forest.score({"shared": 0.5}) == -1.5
    assert forest.score({"shared": 0.6}) == 4.5
    assert Linear(weights={"shared": 2.0}, offset=1.0).score({"shared": 0.5, "other": 9.0}) == 2.0
