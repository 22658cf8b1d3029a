"""Whose "the ministry", "the government", "officials" are: one row a case; what stays open is None."""

import pytest

from aide_memoire.actors import DocumentActors
from aide_memoire.records import Actor


def resolve(
    text: str, phrase: str, *, publisher: str | None = None, dateline: str | None = None, day: str | None = "2021-03-04"
) -> Actor | None:
    actors = DocumentActors(text, title=None, publisher=publisher, published=day, dateline=dateline)
    start = text.rindex(phrase)
    return actors.resolve(start, start + len(phrase))


def country(actor: Actor | None) -> str | None:
    return actor.country if actor else None


@pytest.mark.parametrize(
    ("text", "phrase", "dateline", "expected"),
    [
        ("Chile fired at Peru. The ministry will protest.", "The ministry", "LIMA, March 4 (Agency) --", "PER"),
        ("Chile fired at Peru. The government will protest.", "The government", "LIMA, March 4 (Agency) --", "PER"),
        ("Chile fired at Peru. A government official said so.", "A government official", "LIMA, March 4 --", "PER"),
        ("Ghana fired at Togo. The army will protest.", "The army", "ACCRA, March 4 --", "GHA"),
        ("Chile fired at Peru, and Brazil wept. The ministry will protest.", "The ministry", "GRYTVIKEN --", None),
        ("Rain fell on Chile and on Peru. The government will act.", "The government", None, None),
        ("Rain fell on Chile and on Peru. Officials will act.", "Officials", None, None),
        ("Peru spoke. The government will act.", "The government", None, "PER"),
        ("Chile's trade ministry wrote to Peru, and Peru waited. The ministry will act.", "The ministry", None, "CHL"),
        ("Peru waited. The High Council in Accra will act.", "The High Council", None, "GHA"),
        ("Bolivia and Peru met. The Bolivian regime fell. Peru said the regime must pay.", "the regime", None, "BOL"),
        ("Bolivia and Chile and Peru met. Peru said the regime must pay.", "the regime", None, None),
        ("Jordan paid. France thanked it. The Kingdom will pay more.", "The Kingdom", None, "JOR"),
        ("France paid. Peru thanked it. The Kingdom will pay more.", "The Kingdom", None, None),
        ("Ghana and Togo set up a Joint River Board. The Board will meet in May.", "The Board", None, None),
        ("The union of dockers struck. The WTO met. The other Party will pay.", "The other Party", None, None),
    ],
)
def test_a_body_without_a_country(text: str, phrase: str, dateline: str | None, expected: str | None) -> None:
    assert country(resolve(text, phrase, dateline=dateline)) == expected


def test_an_unknown_body_keeps_its_name() -> None:
    actor = resolve("Ghana and Togo set up a Joint River Board. The Board will meet in May.", "The Board")
    assert actor is not None
    assert (actor.name, actor.country) == ("Joint River Board", None)


@pytest.mark.parametrize(
    ("publisher", "text", "phrase", "expected"),
    [
        ("Ministry of Unification", "The Ministry will write to the North.", "The Ministry", "KOR"),
        ("Ministry of National Defense", "Talks with North Korea failed. The North fired; the South waited. "
         "The armed forces will answer.", "The armed forces", "KOR"),
        ("Ministry of Foreign Affairs", "Peru wrote to Chile. The Ministry will wait.", "The Ministry", None),
        ("White House", "In Peru, as in Chile, the military seized power.", "the military", None),
        ("Bangkok Post", "China and Malaysia will patrol, Officials said.", "Officials", None),
    ],
)  # fmt: skip
def test_the_body_that_publishes(publisher: str, text: str, phrase: str, expected: str | None) -> None:
    assert country(resolve(text, phrase, publisher=publisher)) == expected


def test_the_speaker_is_asked_before_the_home() -> None:
    text = "Chile fired at Peru. The government will protest."
    actors = DocumentActors(text, title=None, publisher=None, published=None, dateline="LIMA, March 4 (Agency) --")
    chile = actors.resolve(0, 5)
    start = text.index("The government")
    actor = actors.resolve(start, start + 14, speaker=chile)
    assert country(actor) == "CHL"


@pytest.mark.parametrize(
    ("text", "phrase", "expected"),
    [
        ("Article 4.2 obliges Peru to pay.", "Article 4.2", None),
        ("The Rules oblige Peru to pay.", "The Rules", None),
        ("The MOU obliges Peru to pay.", "The MOU", None),
        ("Frost puts the harvest at risk. Peru will pay.", "Frost puts", None),
        ("Contingent on rain, Peru will pay.", "Contingent", None),
        ("Peru will pay by Oct. 27 at noon.", "27", None),
    ],
)
def test_words_that_are_no_actor(text: str, phrase: str, expected: str | None) -> None:
    actor = resolve(text, phrase)
    assert (actor and actor.name) == expected


@pytest.mark.parametrize(
    ("text", "phrase", "expected"),
    [
        ("President Moon Jae-in left.", "in", "President Moon Jae-in"),
        ("President Moon Jae-in left.", "President Moon Jae", "President Moon Jae-in"),
        ("Vice Minister Park Doo-han left.", "han", "Vice Minister Park Doo-han"),
    ],
)
def test_a_name_with_a_hyphen_is_one(text: str, phrase: str, expected: str) -> None:
    actor = resolve(text, phrase)
    assert actor is not None
    assert actor.text == expected


@pytest.mark.parametrize(
    ("text", "phrase", "day", "expected"),
    [
        ("The top US envoy will fly to Cairo.", "The top US envoy", "1997-06-01", "US envoy"),
        ("A White House spokesman will brief.", "A White House spokesman", "2006-06-01", "White House spokesman"),
    ],
)
def test_a_description_is_no_post(text: str, phrase: str, day: str, expected: str) -> None:
    actor = resolve(text, phrase, day=day)
    assert actor is not None
    assert (actor.name, actor.country) == (expected, "USA")


@pytest.mark.parametrize(
    ("text", "phrase", "dateline", "expected"),
    [
        ("Pyongyang waited. Vice Unification Minister Suk Hoon-a spoke.", "Vice Unification Minister Suk Hoon-a",
         None, "KOR"),
        ("China sent a note. Analyst Tim Poole of a think tank spoke of Chinese ships.", "Tim Poole", None, None),
    ],
)  # fmt: skip
def test_persons_without_a_country(text: str, phrase: str, dateline: str | None, expected: str | None) -> None:
    assert country(resolve(text, phrase, dateline=dateline)) == expected
