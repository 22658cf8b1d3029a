"""Whom "they", "the three leaders", "the allies" mean: one row a case; a bystander joins no group."""

import pytest

from aide_memoire.actors import DocumentActors
from aide_memoire.actors.register import load_register
from aide_memoire.records import Actor


def resolve(text: str, phrase: str, day: str | None = "2022-06-01") -> Actor | None:
    actors = DocumentActors(text, title=None, publisher=None, published=day)
    start = text.rindex(phrase)
    return actors.resolve(start, start + len(phrase))


@pytest.mark.parametrize(
    ("text", "phrase", "expected"),
    [
        ("The leaders of Peru, Chile and Brazil met. They spoke about Bolivia. The leaders will act.", "The leaders",
         {"PER", "CHL", "BRA"}),
        ("Peru, Chile and Brazil met. Talks with Bolivia are open. The three governments will act.",
         "The three governments", {"PER", "CHL", "BRA"}),
        ("The foreign and trade ministers of Peru and Chile met. The four ministers will act.", "the four ministers",
         {"PER", "CHL"}),
        ("Peru and Chile met. Officials of both sides spoke.", "Officials of both sides", {"PER", "CHL"}),
        ("Peru and Chile met. The envoys of the two countries spoke.", "The envoys of the two countries",
         {"PER", "CHL"}),
        ("Seoul asked Pyongyang to wait and called the United States. The allies will train.", "The allies",
         {"KOR", "USA"}),
        ("Seoul asked Pyongyang to wait. The allies will train.", "The allies", None),
        ("Danish officials wrote to China. They will wait.", "They", {"DNK"}),
        ("President Macron met Chancellor Scholz. They will talk.", "They", {"FRA", "DEU"}),
    ],
)  # fmt: skip
def test_a_group(text: str, phrase: str, expected: set[str] | None) -> None:
    phrase = phrase if phrase in text else phrase.capitalize()
    actor = resolve(text, phrase)
    found = set(actor.members or (actor.country,)) if actor else None
    assert found == expected


@pytest.mark.parametrize(
    ("text", "phrase", "expected"),
    [
        ("President Macron spoke. Chancellor Scholz said that Europe waits. He will go to Paris.", "He", "DEU"),
        ("The Danish ministry will ask Peru about the ships, it said.", "it", "DNK"),
        ("The ministers wrote about a loan from Peru. It will rise.", "It", None),
    ],
)
def test_one_before(text: str, phrase: str, expected: str | None) -> None:
    actor = resolve(text, phrase)
    assert (actor and actor.country) == expected


def test_alliances_hold_their_examples() -> None:
    for lexicon_alliance in load_register().alliances:
        assert load_register().are_allied(sorted(lexicon_alliance)[:2])


@pytest.mark.parametrize(
    ("members", "expected"),
    [
        (("KOR", "USA"), True),
        (("JPN", "KOR", "USA"), True),
        (("KOR", "PRK"), False),
        (("KOR", "PRK", "USA"), False),
        (("USA",), False),
        ((), False),
    ],
)
def test_who_is_allied(members: tuple[str, ...], expected: bool) -> None:
    assert load_register().are_allied(members) is expected
