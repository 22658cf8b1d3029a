"""CAMEO actor codes and Wikidata items of actors."""

import pytest

from aide_memoire.actors import DocumentActors, cameo_of, load_register, qid_of
from aide_memoire.records import Actor, ActorKind

DAY = "2019-05-01"


def known(entry: str, day: str | None = DAY) -> str | None:
    return cameo_of(load_register().actor(entry, via="name"), day)


def person(id: str, name: str, country: str | None) -> Actor:
    return Actor(id=id, name=name, country=country, kind="person", via="post")


@pytest.mark.parametrize(
    ("entry", "expected"),
    [
        ("KOR", "KOR"),
        ("KOR.unification-ministry", "KORGOV"),
        ("KOR.presidential-office", "KORGOV"),
        ("KOR.defence-ministry", "KORGOVMIL"),
        ("KOR.parliament", "KORLEG"),
        ("KOR.armed-forces", "KORMIL"),
        ("KOR.intelligence", "KORSPY"),
        ("USA.supreme-court", "USAJUD"),
        ("CHN.communist-party", "CHNGOVPTY"),
        ("KOR.democratic-party", None),
        ("CSK", "CZA"),
        ("UN", "IGOUNO"),
        ("UN.security-council", "IGOUNO"),
        ("IAEA", "IGOUNOIAE"),
        ("NATO", "IGOWSTNAT"),
        ("EU.commission", "IGOEUREEC"),
        ("EU.parliament", "IGOEUREECLEG"),
        ("ASEAN", "IGOSEAASN"),
        ("AU", "IGOAFRAFU"),
        ("G7", "IGOBUSGOS"),
        ("two-koreas", "KOR+PRK"),
        ("P5+1", "USA+GBR+FRA+CHN+RUS+DEU"),
        ("m23", "CODREB"),
        ("wagner", None),
        ("scotland", None),
    ],
)
def test_known_actors(entry: str, expected: str | None) -> None:
    assert known(entry) == expected


@pytest.mark.parametrize(
    ("entry", "day", "expected"),
    [
        ("taliban", "2001-06-01", "AFGGOVTAL"),
        ("taliban", "2010-06-01", "AFGREBTAL"),
        ("taliban", "2021-08-15", "AFGGOVTAL"),
        ("taliban", None, None),
        ("rsf-sudan", "2020-01-01", "SDNMIL"),
        ("rsf-sudan", "2023-04-15", "SDNREB"),
        ("farc", "2012-10", "COLREB"),
        ("farc", "2019-01-01", None),
    ],
)
def test_codes_change_with_the_day(entry: str, day: str | None, expected: str | None) -> None:
    assert known(entry, day) == expected


@pytest.mark.parametrize(
    ("actor", "day", "expected"),
    [
        (person("KOR", "Moon Jae-in", "KOR"), DAY, "KORGOV"),
        (person("USA.mark-esper", "Mark Esper", "USA"), "2020-02-01", "USAGOVMIL"),
        (person("USA.mark-esper", "Mark Esper", "USA"), "2022-02-01", None),
        (person("USA.mark-esper", "Mark Esper", "USA"), None, None),
        (person("UN.antonio-guterres", "António Guterres", None), DAY, "IGOUNO"),
        (person("IRN.mohammad-bagher-ghalibaf", "Mohammad Bagher Ghalibaf", "IRN"), "2021", "IRNLEG"),
        (person("NOR.kari-nordmann", "Kari Nordmann", "NOR"), DAY, None),
        (person("kari-nordmann", "Kari Nordmann", None), DAY, None),
    ],
)
def test_persons_have_the_role_of_their_post(actor: Actor, day: str | None, expected: str | None) -> None:
    assert cameo_of(actor, day) == expected


def group(id: str, name: str, *members: str) -> Actor:
    return Actor(id=id, name=name, country=None, members=members, kind="group", via="name")


@pytest.mark.parametrize(
    ("actor", "expected"),
    [
        (group("KOR+USA", "South Korea and United States", "KOR", "USA"), "KOR+USA"),
        (group("EU+UKR", "EU and Ukraine", "EU", "UKR"), "IGOEUREEC+UKR"),
        (
            group(
                "COD+RWA+m23",
                "Rwanda and M23",
                "COD",
                "RWA",
            ),
            "RWA+CODREB",
        ),
        (group("KOR+wagner", "South Korea and Wagner", "KOR"), None),
        (group("ATL+KOR", "Atlantis and South Korea", "ATL", "KOR"), None),
        (Actor(id="five-new-countries", name="five new countries", country=None, kind="group", via="name"), None),
    ],
)
def test_several_have_a_code_each(actor: Actor, expected: str | None) -> None:
    assert cameo_of(actor, DAY) == expected


@pytest.mark.parametrize("kind", ["state", "government", "ministry", "organisation", "armed_group", "group", "person"])
@pytest.mark.parametrize("id", ["", ".", "+", "the-rebels", "ATL.ministry", "KOR.", "\ud55c+\u202e"])
def test_unknown_actors_have_no_code(id: str, kind: ActorKind) -> None:
    assert cameo_of(Actor(id=id, name=id, country=None, kind=kind, via="name"), "") is None


def test_an_actor_that_may_be_one_of_two_has_no_code() -> None:
    either = Actor(
        id="KOR.foreign-ministry|PRK.foreign-ministry",
        name="Foreign Ministry",
        country=None,
        kind="ministry",
        via="inferred",
        candidates=("KOR.foreign-ministry", "PRK.foreign-ministry"),
    )
    assert cameo_of(either, DAY) is None


def test_actors_of_a_text_have_codes() -> None:
    text = (
        "South Korean President Moon Jae-in and the UN Security Council wrote to Iran's parliament and the Bundestag."
    )
    mentions = DocumentActors(text, title=None, publisher=None, published=DAY).mentions
    assert [cameo_of(m, DAY) for m in mentions] == ["KORGOV", "IGOUNO", "IRNLEG", "DEULEG"]


@pytest.mark.parametrize(
    ("actor", "expected"),
    [
        (load_register().actor("KOR", via="name"), "Q884"),
        (load_register().actor("EU.commission", via="name"), "Q8880"),
        (load_register().actor("wagner", via="name"), None),
        (person("KOR", "Moon Jae-in", "KOR"), "Q21001"),
        (person("NOR.kari-nordmann", "Kari Nordmann", "NOR"), None),
    ],
)
def test_items_of_wikidata(actor: Actor, expected: str | None) -> None:
    assert qid_of(actor) == expected
