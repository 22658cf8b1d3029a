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
        ("President Macron met Chancellor Scholz and President Biden. The leaders will talk.", "The leaders",
         {"FRA", "DEU", "USA"}),
        ("Oslo waited. The three states -- Peru, Chile and Brazil -- will pay.", "The three states",
         {"PER", "CHL", "BRA"}),
        ("Oslo waited. The donor states (Peru and Chile) will pay.", "The donor states", {"PER", "CHL"}),
        ("Peru and Chile met. They will help each other.", "each other", {"PER", "CHL"}),
        ("Peru and Chile met. They will keep one another informed.", "one another", {"PER", "CHL"}),
    ],
)  # fmt: skip
def test_a_group(text: str, phrase: str, expected: set[str] | None) -> None:
    phrase = phrase if phrase in text else phrase.capitalize()
    actor = resolve(text, phrase)
    found = set(actor.members or (actor.country,)) if actor else None
    assert found == expected


@pytest.mark.parametrize(
    ("phrase", "name"),
    [
        ("poor countries", "poor countries"),
        ("the poorest nations", "poorest nations"),
        ("other developing countries", "developing countries"),
        ("countries in need", "countries in need"),
        ("any allies", "allies"),
        ("its partners", "partners"),
        ("our key allies", "key allies"),
        ("all countries", "countries"),
        ("those states that sell arms to Chad", "states that sell arms to Chad"),
        ("nations across the Pacific", "nations across the Pacific"),
    ],
)
def test_a_kind_of_states_is_none_of_those_named_before(phrase: str, name: str) -> None:
    actor = resolve(f"Peru and Chile met. Peru will aid {phrase}.", phrase)
    assert actor is not None
    assert (actor.name, actor.country, actor.members) == (name, None, None)


def test_our_countries_are_those_who_speak_together() -> None:
    text = "Peru and Chile met. Brazil and Bolivia watched. Our two countries will act."
    actors = DocumentActors(text, title="Joint Statement of Peru and Chile", publisher=None, published=None)
    start = text.index("Our")
    actor = actors.resolve(start, start + len("Our two countries"))
    assert actor is not None
    assert set(actor.members or ()) == {"PER", "CHL"}


@pytest.mark.parametrize(
    ("said", "expected"),
    [("Together, we will act.", {"USA", "DEU"}), ("We both will act.", {"USA", "DEU"}), ("We will act.", {"USA"})],
)
def test_we_together_are_those_who_meet(said: str, expected: set[str]) -> None:
    text = f"THE PRESIDENT: Welcome.\n\nQ Yes?\n\nTHE PRESIDENT: {said}"
    title = "Remarks by President Biden and Chancellor Scholz before a Bilateral Meeting"
    actors = DocumentActors(text, title=title, publisher="White House", published="2022-06-01")
    start = text.lower().rindex("we ")
    actor = actors.resolve(start, start + 2)
    assert actor is not None
    assert set(actor.members or (actor.country,)) == expected


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("Peru will act. Peru will aid the people of Ruritania.", "the people of Ruritania"),
        ("Peru will act. Peru will fine any country that sells oil.", "any country that sells oil"),
        ("Peru will act. Peru looked for a nation with ships.", "a nation with ships"),
        ("Peru will act. Peru asked people to stay in.", "people"),
    ],
)
def test_what_is_of_nobody_known_is_not_the_one_spoken_of(text: str, phrase: str) -> None:
    assert resolve(text, phrase) is None


@pytest.mark.parametrize(
    ("text", "phrase", "expected"),
    [
        ("President Macron called Chancellor Scholz and thanked him.", "him", "DEU"),
        ("President Macron spoke. Chancellor Scholz thanked him.", "him", "FRA"),
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
