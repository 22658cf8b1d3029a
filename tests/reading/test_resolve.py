"""Who is a counterpart of whom: nobody of himself, a minister's navy when it is asked, a state of its rebels."""

import pytest

from aide_memoire.reading.draft import Draft, Extent
from aide_memoire.reading.known import Known
from aide_memoire.reading.resolve import Resolver, is_own_side, others
from aide_memoire.records import Act, Actor, ActorKind, Document, Published, Statement


def actor(id: str, kind: ActorKind, country: str | None = None, members: tuple[str, ...] | None = None) -> Actor:
    return Actor(id=id, name=id, country=country, members=members, kind=kind, via="name")


STATE = actor("PER", "state", "PER")
NAVY = actor("PER.navy", "armed_force", "PER")
MINISTER = actor("PER.ana-berg", "person", "PER")
CONGRESS = actor("PER.congress", "parliament", "PER")
REBELS = actor("reef-front", "armed_group", "PER")
CHILE = actor("CHL", "state", "CHL")
BOTH = actor("CHL+PER", "group", members=("CHL", "PER"))


@pytest.mark.parametrize(
    ("party", "holder", "asks", "own"),
    [
        (STATE, STATE, True, True),
        (NAVY, STATE, False, True),
        (NAVY, STATE, True, False),
        (NAVY, MINISTER, True, False),
        (STATE, NAVY, True, True),
        (STATE, CONGRESS, True, False),
        (STATE, CONGRESS, False, True),
        (CONGRESS, STATE, False, False),
        (STATE, REBELS, False, False),
        (REBELS, REBELS, False, True),
        (CHILE, STATE, False, False),
        (CHILE, BOTH, True, True),
        (CHILE, REBELS, False, False),
    ],
)
def test_own_side(party: Actor, holder: Actor, asks: bool, own: bool) -> None:
    assert is_own_side(party, holder, asks=asks) is own


def test_of_a_group_with_the_holder_the_others_are_meant() -> None:
    assert [party.country for party in others(BOTH, STATE)] == ["CHL"]
    assert others(BOTH, actor("BRA", "state", "BRA")) == (BOTH,)


def resolve(text: str, *, head: str, holder: str, counterpart: str, act: Act = "pledge") -> Statement:
    """The statement that a text with these marked words becomes."""
    place = {words: Extent(text.index(words), text.index(words) + len(words)) for words in (head, holder, counterpart)}
    published = Published(edtf="2021-03-03", basis="given")
    document = Document(
        id="d", source="d", title=None, byline=None, publisher=None, url=None, language="en", text=text,
        published=published,
    )  # fmt: skip
    draft = Draft(
        kind="commitment", clause=Extent(0, len(text)), head=place[head], act=act, holder=place[holder],
        counterparts=(place[counterpart],), score=0.9,
    )  # fmt: skip
    known = Known(text, title=None, publisher=None, published="2021-03-03")
    return Resolver(document, known).resolve([draft])[0]


@pytest.mark.parametrize(
    ("text", "holder", "counterpart", "act", "expected"),
    [
        ("Peru will fine states that arm Chad", "Peru", "states that arm Chad", "pledge", ["states that arm Chad"]),
        ("Peru will fine Chad", "Peru", "Chad", "pledge", ["Chad"]),
        ("Denmark will fine the Danish navy", "Denmark", "the Danish navy", "pledge", []),
        ("Denmark asked the Danish parliament to fine", "Denmark", "the Danish parliament", "request",
         ["Danish parliament"]),
        ("Peru and Chile met; Peru will fine its partners", "Peru", "its partners", "pledge", ["partners"]),
    ],
)  # fmt: skip
def test_counterparts(text: str, holder: str, counterpart: str, act: Act, expected: list[str]) -> None:
    statement = resolve(text, head="fine", holder=holder, counterpart=counterpart, act=act)
    found = [party.text if party.text in expected else party.name for party in statement.counterparts]
    assert found == expected


def test_an_open_holder_is_kept_and_can_be_bound() -> None:
    text = "Peru wrote to Chile. The ministry will fine Brazil"
    statement = resolve(text, head="fine", holder="The ministry", counterpart="Brazil")
    assert statement.holder is not None
    assert statement.holder.candidates == ("PER.ministry", "CHL.ministry")
    assert statement.core
    assert statement.why == ("holder:reference, one of PER.ministry, CHL.ministry",)
