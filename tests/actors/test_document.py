"""Whom a phrase means, in context and as of the document's date: one row a case, in sentences of our own."""

from typing import NamedTuple

import pytest

from aide_memoire.actors import DocumentActors
from aide_memoire.records import Actor


class Case(NamedTuple):
    """A text, the phrase asked for (its last occurrence), the day, and what is expected: id, country or members."""

    text: str
    phrase: str
    published: str | None
    expected: str | None
    """A code ("KOR"), members ("JPN+KOR"), a dotted id ("KOR.army"), "~name" for no country, or None."""


def resolve(case: Case, *, title: str | None = None, publisher: str | None = None) -> Actor | None:
    actors = DocumentActors(case.text, title=title, publisher=publisher, published=case.published)
    start = case.text.rindex(case.phrase)
    return actors.resolve(start, start + len(case.phrase))


def check(actor: Actor | None, expected: str | None) -> None:
    if expected is None:
        assert actor is None
        return
    assert actor is not None
    if expected.startswith("~"):
        assert actor.country is None
        assert expected[1:].lower() in actor.name.lower()
    elif actor.kind == "group" and expected.isupper():
        assert actor.members is not None
        assert sorted(actor.members) == sorted(expected.split("+"))
        assert actor.country is None
    elif "." in expected or expected.islower():
        assert actor.id == expected
    else:
        assert actor.country == expected


STATES = [
    Case("Norway will send two ships.", "Norway", None, "NOR"),
    Case("The DPRK rejected the offer.", "The DPRK", None, "PRK"),
    Case("S. Korea will open the road.", "S. Korea", None, "KOR"),
    Case("Seoul waited, but the North did not answer.", "the North", None, "PRK"),
    Case("Pyongyang waited, but the South did not answer.", "the South", None, "KOR"),
    Case("The PRC protested.", "The PRC", None, "CHN"),
    Case("Britain will join.", "Britain", None, "GBR"),
    Case("The U.K. will join.", "The U.K.", None, "GBR"),
    Case("The US will join.", "The US", None, "USA"),
    Case("The U.S. will join.", "The U.S.", None, "USA"),
    Case("America will lead.", "America", None, "USA"),
    Case("Türkiye will host the talks.", "Türkiye", None, "TUR"),
    Case("Turkey will host the talks.", "Turkey", None, "TUR"),
    Case("Côte d’Ivoire agreed.", "Côte d’Ivoire", None, "CIV"),
    Case("The Ivory Coast agreed.", "The Ivory Coast", None, "CIV"),
    Case("The Democratic Republic of the Congo agreed.", "The Democratic Republic of the Congo", None, "COD"),
    Case("Congo-Brazzaville agreed.", "Congo-Brazzaville", None, "COG"),
    Case("Burma agreed.", "Burma", None, "MMR"),
    Case("Kosovo agreed.", "Kosovo", None, "XKX"),
    Case("The Palestinian Authority agreed.", "The Palestinian Authority", None, "PSE"),
    Case("Taiwan agreed.", "Taiwan", None, "TWN"),
    Case("Equatorial Guinea agreed.", "Equatorial Guinea", None, "GNQ"),
    Case("Papua New Guinea agreed.", "Papua New Guinea", None, "PNG"),
    Case("The State of Qatar agreed.", "The State of Qatar", None, "QAT"),
    Case("The Republic of Korea agreed.", "The Republic of Korea", None, "KOR"),
    Case("The Soviet Union signed.", "The Soviet Union", None, "SUN"),
    Case("Niger expelled the envoy.", "Niger", None, "NER"),
    Case("Nigerien troops withdrew.", "Nigerien troops", None, "NER"),
    Case("Nigerian troops withdrew.", "Nigerian troops", None, "NGA"),
    Case("The Dutch will pay.", "The Dutch", None, "NLD"),
    Case("SEOUL said it would wait.", "SEOUL", None, "KOR"),
]

METONYMS = [
    Case("Pyongyang vowed to retaliate.", "Pyongyang", None, "PRK"),
    Case("Cheong Wa Dae rejected the demand.", "Cheong Wa Dae", None, "KOR"),
    Case("The Blue House rejected the demand.", "The Blue House", None, "KOR"),
    Case("The Kremlin will answer.", "The Kremlin", None, "RUS"),
    Case("The White House will answer.", "The White House", None, "USA"),
    Case("Downing Street will answer.", "Downing Street", None, "GBR"),
    Case("The Élysée will answer.", "The Élysée", None, "FRA"),
    Case("Zhongnanhai will answer.", "Zhongnanhai", None, "CHN"),
    Case("Foggy Bottom will answer.", "Foggy Bottom", None, "USA"),
    Case("Tehran will answer.", "Tehran", None, "IRN"),
    Case("Kiev will answer.", "Kiev", None, "UKR"),
    Case("Brussels will answer.", "Brussels", None, "~EU"),
]

BODIES = [
    Case("Iran's Foreign Ministry will protest.", "Iran's Foreign Ministry", None, "IRN.foreign-ministry"),
    Case("Japan’s Foreign Ministry will protest.", "Japan’s Foreign Ministry", None, "JPN.foreign-ministry"),
    Case("The Iranian parliament will vote.", "The Iranian parliament", None, "IRN.parliament"),
    Case("The Unification Ministry will mail it.", "The Unification Ministry", None, "KOR.unification-ministry"),
    Case(
        "The South Korean Foreign Ministry agreed.", "The South Korean Foreign Ministry", None, "KOR.foreign-ministry"
    ),
    Case("The U.S. State Department agreed.", "The U.S. State Department", None, "USA.state-department"),
    Case("The Tongan fisheries ministry agreed.", "The Tongan fisheries ministry", None, "TON"),
    Case("Oslo's ministry wrote. The ministry will pay.", "The ministry", None, "NOR"),
    Case("Hungarian police will help.", "Hungarian police", None, "HUN"),
    Case("The IAEA will inspect. The agency will report.", "The agency", None, "~IAEA"),
    Case("Danish troops landed. The troops will stay.", "The troops", None, "DNK"),
    Case("The government of Peru agreed.", "The government of Peru", None, "PER"),
    Case("Peru spoke. The government will pay.", "The government", None, "PER"),
    Case("The Chilean army moved. Bolivia protested. The army will leave.", "The army", None, "CHL"),
]

PERSONS = [
    Case("President Moon Jae-in will visit.", "President Moon Jae-in", "2019-05-01", "KOR"),
    Case("President Moon Jae-in left. Moon will return.", "Moon", "2019-05-01", "KOR"),
    Case("President Moon will visit.", "President Moon", "2019-05-01", "KOR"),
    Case("President Biden will visit.", "President Biden", "2022-03-01", "USA"),
    Case("President Joseph R. Biden, Jr. will visit.", "President Joseph R. Biden, Jr.", "2022-03-01", "USA"),
    Case("Putin will visit.", "Putin", "2015-03-01", "RUS"),
    Case("President Bush will visit.", "President Bush", "2003-03-01", "USA"),
    Case("North Korean leader Kim Jong-un will visit.", "North Korean leader Kim Jong-un", "2018-03-01", "PRK"),
    Case("Kim Jong Un will visit.", "Kim Jong Un", "2018-03-01", "PRK"),
    Case("KIM JONG UN WILL VISIT", "KIM JONG UN", "2018-03-01", "PRK"),
    Case("President Xi Jinping will visit.", "President Xi Jinping", "2021-03-01", "CHN"),
    Case("The Japanese prime minister will visit.", "The Japanese prime minister", "2021-03-01", "JPN"),
    Case("Italian Trade Minister Ugo Prova will visit.", "Italian Trade Minister Ugo Prova", "2021-03-01", "ITA"),
    Case("Italian Trade Minister Ugo Prova came. Prova will sign.", "Prova", "2021-03-01", "ITA"),
    Case("Ugo Prova, an Italian trade official, came.", "Ugo Prova", "2021-03-01", "ITA"),
    Case("A senior Danish official came.", "A senior Danish official", None, "DNK"),
    Case("U.S. officials came.", "U.S. officials", None, "USA"),
    Case("Officials from Ghana came.", "Officials from Ghana", None, "GHA"),
    Case("The Greek defence ministry spokesman came.", "The Greek defence ministry spokesman", None, "GRC"),
    Case("The Biden administration will act.", "The Biden administration", "2022-03-01", "USA"),
    Case("President Biden's security team will act.", "President Biden's security team", "2022-03-01", "USA"),
    Case("The US leader will act.", "The US leader", "2022-03-01", "USA"),
    Case("President Mahmud Abbas will act.", "President Mahmud Abbas", "2012-03-01", "PSE"),
    Case("The lawyer Egon Merkel came. Merkel will sue.", "Merkel", "2012-03-01", "~Merkel"),
    Case("Chancellor Merkel arrived. She will speak.", "She", "2012-03-01", "DEU"),
    Case("President Putin arrived. He will speak.", "He", "2015-03-01", "RUS"),
]

GROUPS = [
    Case("China and Russia will patrol.", "China and Russia", None, "CHN+RUS"),
    Case("Chad, Mali and Niger will meet.", "Chad, Mali and Niger", None, "TCD+MLI+NER"),
    Case(
        "The United States, Japan and the Republic of Korea met.",
        "The United States, Japan and the Republic of Korea",
        None,
        "USA+JPN+KOR",
    ),
    Case("U.S. and South Korean officials met.", "U.S. and South Korean officials", None, "USA+KOR"),
    Case("Peru and Chile met. The two countries will trade.", "The two countries", None, "PER+CHL"),
    Case("Peru and Chile met. Both sides will trade.", "Both sides", None, "PER+CHL"),
    Case("Peru and Chile met. They will trade.", "They", None, "PER+CHL"),
    Case("The two Koreas will talk.", "The two Koreas", None, "KOR+PRK"),
    Case("The G7 will pay.", "The G7", None, "USA+CAN+GBR+FRA+DEU+ITA+JPN"),
    Case("The Quad will meet.", "The Quad", None, "AUS+IND+JPN+USA"),
    Case("AUKUS will build it.", "AUKUS", None, "AUS+GBR+USA"),
    Case("The Baltic states will pay.", "The Baltic states", None, "EST+LVA+LTU"),
    Case("BRICS will meet.", "BRICS", "2005-01-01", "BRA+RUS+IND+CHN"),
    Case("BRICS will meet.", "BRICS", "2015-01-01", "BRA+RUS+IND+CHN+ZAF"),
    Case(
        "President Macron and Chancellor Scholz met.", "President Macron and Chancellor Scholz", "2022-06-01", "FRA+DEU"
    ),
    Case("President Macron met Chancellor Scholz. The leaders will talk.", "The leaders", "2022-06-01", "FRA+DEU"),
    Case("Israel and Hamas agreed.", "Israel and Hamas", None, "ISR+PSE"),
    Case("Manila spoke with the MILF. The two sides will meet again.", "The two sides", None, "PHL"),
    Case("The six-party talks resumed. All sides will disarm.", "All sides", None, "CHN+JPN+KOR+PRK+RUS+USA"),
    Case("The ministers of Peru and Chile met. The two countries will trade.", "The two countries", None, "PER+CHL"),
    Case("Peru and its allies agreed.", "Peru and its allies", None, "PER"),
]

ORGANISATIONS = [
    Case("NATO will expand.", "NATO", None, "~NATO"),
    Case("The European Union will pay.", "The European Union", None, "~EU"),
    Case("The UN Security Council will vote.", "The UN Security Council", None, "UN.security-council"),
    Case("The African Union will mediate.", "The African Union", None, "~AU"),
    Case("Hamas will answer.", "Hamas", None, "hamas"),
    Case("The Taliban will answer.", "The Taliban", None, "taliban"),
    Case("The Sendai Seafarers League will answer.", "The Sendai Seafarers League", None, "~Sendai Seafarers League"),
    Case("Danish Seafarers League members met.", "Danish Seafarers League", None, "DNK"),
]

REFERENCES = [
    Case("Oslo wrote that it would pay.", "it", None, "NOR"),
    Case("Ghana spoke with Togo. It will send rice.", "It", None, "GHA"),
    Case("“We will pay,” Dutch Finance Minister Piet Proef said.", "We", None, "NLD"),
    Case("Dutch Finance Minister Piet Proef spoke. “We will pay,” he said.", "We", None, "NLD"),
    Case("The rebels spoke in Lagos.", "The rebels", None, "~rebels"),
    Case("The international community will act.", "The international community", None, "~international community"),
    Case("It will rain.", "It", None, None),
    Case("Ghana waited. It is important that rain falls.", "It", None, None),
    Case("Ghana waited. It is building a road.", "It", None, "GHA"),
    Case("She spoke.", "She", None, None),
]

TRAPS = [
    Case("The Korea Herald will print it.", "Korea Herald", None, "~Korea Herald"),
    Case("The Washington Post will print it.", "Washington Post", None, "~Washington Post"),
    Case("Washington State will print it.", "Washington State", None, "~Washington State"),
    Case("George Washington crossed the river.", "George Washington", None, "~George Washington"),
    Case("New Mexico held a vote.", "New Mexico", None, "~New Mexico"),
    Case("Oslo University will print it.", "Oslo University", None, "~Oslo University"),
    Case("The lawyer Vernon Jordan spoke. Later Jordan said he would sue.", "Jordan", None, "~Jordan"),
    Case("Voters in Atlanta looked on as Georgia counted.", "Georgia", None, "~Georgia"),
]

NO_MENTION = [
    ("The Korea Herald printed it.", None),
    ("The Washington Post printed it.", None),
    ("The Japan Times printed it.", None),
    ("The Paris Agreement binds them.", None),
    ("The Minsk agreements bind them.", None),
    ("The Oslo Accords bind them.", None),
    ("The Geneva Conventions bind them.", None),
    ("The Moon landing was on film.", "2019-05-01"),
    ("A Turkey dinner was served.", None),
    ("Tourists lined the Kremlin wall.", None),
    ("He lives in Washington State.", None),
    ("Fires in Washington state spread.", None),
    ("Savannah, Georgia, is hot.", None),
    ("Ships crossed the South China Sea.", None),
    ("Ships crossed the Gulf of Mexico.", None),
    ("He fought in the Vietnam War.", None),
    ("New England had snow.", None),
    ("British Columbia has timber.", None),
    ("Peace on the Korean Peninsula is far.", None),
    ("Latin America grew.", None),
    ("Lake Chad has shrunk.", None),
    ("They told us so.", None),
    ("May is a warm month.", "2017-05-01"),
    ("He was a guinea pig.", None),
    ("The Spanish flu spread.", None),
    ("It cost two million US dollars.", None),
    ("The North of England had rain.", None),
    ("Paris Hilton waved.", None),
    ("An iranian-looking carpet lay there.", None),
    ("The London Marathon drew a crowd.", None),
    ("Amman University opened.", None),
    ("The Bank of America building shook.", None),
    ("pro-Danish crowds marched.", None),
    ("Danish-backed crowds marched.", None),
    ("Soviet-era tanks rusted.", "2023-05-01"),
    ("Parts of the former Soviet Union were flooded.", "2023-05-01"),
]


@pytest.mark.parametrize("case", [*STATES, *METONYMS], ids=lambda case: case.phrase)
def test_states_and_metonyms(case: Case) -> None:
    check(resolve(case), case.expected)


@pytest.mark.parametrize("case", [*BODIES, *ORGANISATIONS], ids=lambda case: case.phrase)
def test_bodies_and_organisations(case: Case) -> None:
    check(resolve(case), case.expected)


@pytest.mark.parametrize("case", PERSONS, ids=lambda case: case.phrase)
def test_persons_and_posts(case: Case) -> None:
    check(resolve(case), case.expected)


@pytest.mark.parametrize("case", GROUPS, ids=lambda case: case.phrase)
def test_groups(case: Case) -> None:
    check(resolve(case), case.expected)


@pytest.mark.parametrize("case", REFERENCES, ids=lambda case: case.phrase)
def test_references(case: Case) -> None:
    check(resolve(case), case.expected)


@pytest.mark.parametrize("case", TRAPS, ids=lambda case: case.phrase)
def test_traps(case: Case) -> None:
    check(resolve(case), case.expected)


@pytest.mark.parametrize(("text", "published"), NO_MENTION)
def test_words_that_hold_a_name_and_mean_no_actor(text: str, published: str | None) -> None:
    found = DocumentActors(text, title=None, publisher=None, published=published).mentions
    assert [m.text for m in found] == []


def of_paper(text: str, phrase: str, *, title: str, publisher: str) -> Actor | None:
    case = Case(text, phrase, "2022-06-01", None)
    return resolve(case, title=title, publisher=publisher)


@pytest.mark.parametrize(
    ("text", "phrase", "title", "publisher", "expected"),
    [
        ("We will send aid.", "We", "Statement on Aid", "White House", "USA"),
        ("The President will travel.", "The President", "Fact Sheet", "White House", "USA"),
        ("The Department of Defense will pay.", "The Department of Defense", "Fact Sheet", "White House", "USA"),
        ("We will send aid.", "We", "Statement on Aid", "Agence France-Presse", None),
        ("We will send aid.", "We", "Joint Statement of Peru and Chile", "Sendai Courier", "PER+CHL"),
        ("They will meet.", "They", "Readout of the Call with President Macron of France", "White House", "FRA+USA"),
        (
            "The two leaders spoke.",
            "The two leaders",
            "Readout of the Call with President Macron",
            "White House",
            "FRA+USA",
        ),
        (
            "The Foreign Ministry wrote to Oslo; Seoul agreed.",
            "The Foreign Ministry",
            "Letter",
            "The Korea Herald",
            "KOR",
        ),
        (
            "PERU'S PRESIDENT: We will pay.\n\nCHILE'S PRESIDENT: We will wait.",
            "We",
            "Remarks",
            "Sendai Courier",
            "CHL",
        ),
        ("The order lifts the tariff.", "The order", "Fact Sheet", "White House", "USA"),
    ],
)
def test_papers_that_speak_for_somebody(
    text: str, phrase: str, title: str, publisher: str, expected: str | None
) -> None:
    check(of_paper(text, phrase, title=title, publisher=publisher), expected)


def test_the_speaker_given_decides() -> None:
    text = "Ghana spoke with Togo. It will send rice, and we will pay."
    actors = DocumentActors(text, title=None, publisher=None, published=None)
    togo = actors.resolve(text.index("Togo"), text.index("Togo") + 4)
    assert togo is not None
    for phrase, quoted, country in (("It", False, "TGO"), ("It", True, "GHA"), ("we", True, "TGO")):
        start = text.index(phrase)
        actor = actors.resolve(start, start + len(phrase), speaker=togo, direct_quote=quoted)
        assert actor is not None
        assert (actor.country, actor.via) == (country, "reference")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("will ask Ghana and Togo to pay", {"GHA", "TGO"}),
        ("will work with the Danish government", {"DNK"}),
        ("will buy Danish butter", set()),
        ("will open an office in Accra", set()),
        ("will send troops to fight in Mali", set()),
        ("will print it in the Japan Times", set()),
        ("will answer Hamas", {"hamas"}),
        ("will help Danish-backed crowds", set()),
        ("improve inter-Korean ties", {"KOR+PRK"}),
        ("will join the Paris Agreement", set()),
        ("will ratify the Peru-Chile Fisheries Agreement", set()),
        ("will wait for the British general election", set()),
    ],
)
def test_within_a_clause(text: str, expected: set[str]) -> None:
    found = DocumentActors(text, title=None, publisher=None, published=None).within(0, len(text))
    assert {a.country or "+".join(sorted(a.members or ())) or a.id for a in found} == expected


def test_within_leaves_out_the_holder() -> None:
    text = "Ghana will pay Togo and Ghana will rest"
    actors = DocumentActors(text, title=None, publisher=None, published=None)
    ghana = actors.resolve(0, 5)
    assert [a.country for a in actors.within(0, len(text), exclude=ghana)] == ["TGO"]


def test_two_readings_are_the_same() -> None:
    text = "President Moon Jae-in met the Japanese prime minister. They will meet again, Seoul said."
    first, second = (DocumentActors(text, title=None, publisher=None, published="2019-05-01") for _ in range(2))
    assert first.mentions == second.mentions
