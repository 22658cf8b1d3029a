import pytest
from hypothesis import given
from hypothesis import strategies as st

from aide_memoire.records import Actor, ActorKind
from aide_memoire.views.names import name_actor, shorten_ids


@pytest.mark.parametrize(
    ("name", "country", "kind", "shown"),
    [
        ("Ministry of Unification", "KOR", "ministry", "Ministry of Unification (KOR)"),
        ("South Korea", "KOR", "state", "South Korea"),
        ("South Korean Navy", "KOR", "armed_force", "South Korean Navy"),
        ("Korean Central News Agency", "PRK", "agency", "Korean Central News Agency (PRK)"),
        ("Parliament of Iran", "IRN", "parliament", "Parliament of Iran"),
        ("the government", "FRA", "government", "the government (FRA)"),
        ("a senior official", None, "person", "a senior official"),
        ("Ministry of Nowhere", "XXX", "ministry", "Ministry of Nowhere (XXX)"),
    ],
)
def test_name_actor(name: str, country: str | None, kind: ActorKind, shown: str) -> None:
    assert name_actor(Actor(id="x", name=name, country=country, kind=kind, via="name")) == shown


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("the two allies", "the two allies (KOR, USA)"),
        ("United States and South Korea", "United States and South Korea"),
        ("the United States and its ally", "the United States and its ally (KOR, USA)"),
    ],
)
def test_a_group_names_its_members(name: str, shown: str) -> None:
    group = Actor(id="x", name=name, country=None, members=("KOR", "USA"), kind="group", via="reference")
    assert name_actor(group) == shown


def test_an_open_actor_names_all_who_may_be_meant() -> None:
    either = Actor(
        id="x", name="Foreign Ministry", country=None, kind="ministry", via="reference",
        candidates=("CHL.foreign-ministry", "PER.foreign-ministry"),
    )  # fmt: skip
    assert name_actor(either) == "Foreign Ministry (CHL or PER)"


def test_ids_are_cut_no_shorter_than_eight() -> None:
    assert shorten_ids(["abcdefghij", "zbcdefghij"]) == {"abcdefghij": "abcdefgh", "zbcdefghij": "zbcdefgh"}


@given(st.sets(st.text(min_size=1, max_size=20), max_size=20))
def test_short_ids_begin_their_ids_and_differ(ids: set[str]) -> None:
    short = shorten_ids(ids)
    assert set(short) == ids
    assert len(set(short.values())) == len(ids)
    assert all(one.startswith(cut) for one, cut in short.items())
