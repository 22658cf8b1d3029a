from typing import Any

import pytest

from aide_memoire.records import Actor
from aide_memoire.views.parties import name_parties, party_of


def actor(id: str, name: str, **given: Any) -> Actor:
    return Actor(**({"id": id, "name": name, "country": None, "kind": "state", "via": "name"} | given))


def group(id: str, name: str, *members: str) -> Actor:
    return actor(id, name, kind="group", members=members, via="reference")


@pytest.mark.parametrize(
    ("one", "heading"),
    [
        (actor("KOR", "South Korea", country="KOR"), "South Korea"),
        (actor("KOR", "Moon Jae-in", country="KOR", kind="person"), "South Korea"),
        (actor("KOR.unification", "Ministry of Unification", country="KOR", kind="ministry"), "South Korea"),
        (actor("pete hegseth", "Pete Hegseth", country="USA", kind="person"), "United States"),
        (actor("RUS", "Kremlin", country="RUS", kind="government"), "Russia"),
        (actor("UN", "António Guterres", kind="person"), "UN"),
        (actor("UN.security-council", "UN Security Council", kind="organisation"), "UN"),
        (actor("NATO", "NATO", kind="organisation", members=("NATO",)), "NATO"),
        (actor("hamas", "Ismail Haniyeh", country="PSE", kind="person"), "Hamas"),
        (actor("a senior official", "a senior official", kind="person"), "a senior official"),
        (group("PRK+KOR", "North Korea and South Korea", "PRK", "KOR"), "North Korea and South Korea"),
        (group("two-koreas", "two Koreas", "KOR", "PRK"), "North Korea and South Korea"),
        (
            group("JPN+KOR+USA", "South Korea, United States and Japan", "KOR", "USA", "JPN"),
            "Japan, South Korea and United States",
        ),
        (group("g", "the Five", "CHN", "FRA", "GBR", "RUS", "USA"), "the Five (CHN, FRA, GBR, RUS, USA)"),
        (group("ISR+PSE+hamas", "Israel and Hamas", "ISR", "PSE"), "Hamas and Israel"),
    ],
)
def test_a_heading_does_not_depend_on_who_is_named(one: Actor, heading: str) -> None:
    assert name_parties([one]) == {party_of(one): heading}


def test_a_party_without_a_known_name_has_the_commonest() -> None:
    names = ("the rebels", "rebel leaders", "the rebels")
    assert name_parties(actor("x", name, kind="armed_group") for name in names) == {"x": "the rebels"}
