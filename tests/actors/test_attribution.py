"""Who says, thinks or wants what: rows of a text and the (source, cue, content) that it holds."""

import random
import time

import pytest

from aide_memoire.actors import DocumentActors
from aide_memoire.actors.attribution import find_attributions
from aide_memoire.actors.attribution.cues import AttributionLexicon, CueEntry, FollowedEntry, inflect, load_cues
from aide_memoire.actors.attribution.passages import iter_sentences
from aide_memoire.lexicons import read_lexicon

LEXICON = read_lexicon("attribution.toml", AttributionLexicon)
ENTRIES: list[CueEntry | FollowedEntry] = [*LEXICON.cue, *LEXICON.adjective, *LEXICON.noun, *LEXICON.preposition]

type Row = tuple[str | None, str, str]

# text, then source | cue | content, the parts of a content joined by " / "
ROWS: list[tuple[str, list[Row]]] = [
    ("The ministry said that the road would open.", [("The ministry", "said", "that the road would open")]),
    ("The ministry said the road would open.", [("The ministry", "said", "the road would open")]),
    ("The road, the ministry said, will open.", [("the ministry", "said", "The road / will open")]),
    ("The road will open, an envoy said on Friday.", [("an envoy", "said", "The road will open")]),
    ("The road will open, said Ada Berg, the envoy.", [("Ada Berg, the envoy", "said", "The road will open")]),
    ('"It is open," she said.', [("she", "said", '"It is open,"')]),
    ("“It is open,” said the envoy. “Use it.”", [("the envoy", "said", "“It is open,” / “Use it.”")]),
    ('"Is it open?" Ms. Berg asked. "Is it safe?"', [("Ms. Berg", "asked", '"Is it open?" / "Is it safe?"')]),
    ('The envoy said: "It is open."', [("The envoy", "said", '"It is open."')]),
    ('The envoy said:\n\n"It is open."', [("The envoy", "said", '"It is open."')]),
    ("According to a senior official, the road is open.", [("a senior official", "According to", "the road is open")]),
    ("The road is open, according to two aides.", [("two aides", "according to", "The road is open")]),
    ("Oslo told Lima in May that it would wait.", [("Oslo", "told", "that it would wait")]),
    ("Oslo told its partners it would wait.", [("Oslo", "told", "it would wait")]),
    ("Ms. Berg, who said the road was shut, was wrong.", [("Ms. Berg, who", "said", "the road was shut")]),
    ("It added that talks would go on.", [("It", "added", "that talks would go on")]),
    ("Oslo wants to close the road.", [("Oslo", "wants", "to close the road")]),
    ("The two sides have agreed to talk.", [("The two sides", "have agreed", "to talk")]),
    ("Oslo called for a truce.", [("Oslo", "called for", "a truce")]),
    ("Oslo accused Lima of delay.", [("Oslo", "accused", "delay")]),
    ("Oslo urged Lima to pay.", [("Oslo", "urged", "to pay")]),
    ("Oslo's claim that the road is open was wrong.", [("Oslo's", "claim", "that the road is open")]),
    ("He is confident that the road will open.", [("He", "is confident", "that the road will open")]),
    ("The road is expected to open.", [(None, "is expected", "The road / to open")]),
    ("The plan was condemned by Oslo.", [("Oslo", "was condemned by", "The plan")]),
    (
        "A radio station reported that an official said the pact would hold.",
        [
            ("A radio station", "reported", "that an official said the pact would hold"),
            ("an official", "said", "the pact would hold"),
        ],
    ),
    (
        "The envoy said the road was open, adding that Oslo had paid.",
        [("The envoy", "said", "the road was open"), ("The envoy", "adding", "that Oslo had paid")],
    ),
    (
        "Oslo said it would wait, but Lima warned that it would not.",
        [("Oslo", "said", "it would wait"), ("Lima", "warned", "that it would not")],
    ),
    (
        "In May, aides to the king say, the road will open.",
        [("aides to the king", "say", "In May / the road will open")],
    ),
    (
        "The road is open, aides of the king told reporters on Monday.",
        [("aides of the king", "told", "The road is open")],
    ),
    ("As the envoy noted, the road is shut.", [("the envoy", "noted", "the road is shut")]),
    ("Advisers say in recent days the king has grown tired.", [("Advisers", "say", "the king has grown tired")]),
    ("Oslo and Lima agreed on Monday to build a road.", [("Oslo and Lima", "agreed", "to build a road")]),
    ("He's called for a road.", [("He", "'s called for", "a road")]),
    ("Oslo has no doubt that the road is open.", [("Oslo", "has no doubt", "that the road is open")]),
    (
        "The council made a strong condemnation of the tests.",
        [("The council", "made a strong condemnation of", "the tests")],
    ),
    ("The road is seen as a danger by Oslo.", [("Oslo", "is seen", "The road / as a danger")]),
    ("The road was called a disgrace.", [(None, "was called", "The road / a disgrace")]),
    ("They were criticized for delay.", [(None, "were criticized for", "They / delay")]),
    ("Ministers were told that the road was shut.", [(None, "were told", "that the road was shut")]),
    ("Oslo sees the road as a danger.", [("Oslo", "sees", "the road as a danger")]),
    ("In Oslo's view, the road is unsafe.", [("Oslo's", "In Oslo's view", "the road is unsafe")]),
    ('Ms. Berg put it this way: "Roads matter."', [("Ms. Berg", "put it this way", '"Roads matter."')]),
    ('"Roads matter to us," the letter reads.', [("the letter", "reads", '"Roads matter to us,"')]),
    ('"Roads matter to us," he crooned.', [("he", "crooned", '"Roads matter to us,"')]),
    ('Said Ada Berg: "It is open."', [("Ada Berg", "Said", '"It is open."')]),
    ("Berg: Road Will Open Soon", [("Berg", ":", "Road Will Open Soon")]),
    ("That is what Oslo has proposed.", [("Oslo", "has proposed", "what")]),
    ("There are fears that the road will close.", [(None, "fears", "that the road will close")]),
    (
        "A man who asked not to be named said the road was shut.",
        [("A man who", "asked", "not to be named"), ("A man who asked not to be named", "said", "the road was shut")],
    ),
]

NOTHING = [
    "The state of the road is poor.",
    "A widely read paper is sold here.",
    "The United States sent a ship.",
    "The reports were long.",
    "The campaign has faced questions about money.",
    '"The Long Road" was shown in Oslo.',
    "",
    "\n\n",
    '"',
]


def found(text: str) -> list[Row]:
    return [
        (
            text[slice(*a.source)] if a.source else None,
            text[slice(*a.cue)],
            " / ".join(text[slice(*part)] for part in a.content),
        )
        for a in find_attributions(text)
    ]


@pytest.mark.parametrize(("text", "expected"), ROWS, ids=[text for text, _ in ROWS])
def test_an_attribution_is_found(text: str, expected: list[Row]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize("text", NOTHING)
def test_nothing_is_found_where_nobody_says_anything(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.id)
def test_an_entry_finds_its_examples_and_no_other(entry: CueEntry | FollowedEntry) -> None:
    assert entry.examples and all(found(text) for text in entry.examples), entry.id
    assert not any(found(text) for text in entry.non_examples), entry.id


def test_the_table_has_no_word_twice() -> None:
    words = {entry.id: entry.words for entry in ENTRIES} | {c.id: c.words for c in LEXICON.syntax}
    for name, these in words.items():
        assert len(set(these)) == len(these), name


def test_verbs_are_inflected() -> None:
    assert list(inflect("admit", doubles=True)) == ["admit", "admits", "admitted", "admitting"]
    assert "told" in load_cues().verbs and "telled" not in load_cues().verbs


def test_nonsense_is_read_in_linear_time() -> None:
    words = [
        "said",
        "that",
        '"',
        "“",
        "”",
        ",",
        ".",
        "(",
        "—",
        "who",
        "and",
        "Oslo",
        "the",
        "to",
        "claim",
        "\n",
        "is",
        "'s",
    ]
    choose = random.Random(7).choice
    begun = time.perf_counter()
    for text in (
        *(" ".join(choose(words) for _ in range(400)) for _ in range(60)),
        "said, " * 4000,
        '"' * 4000,
        "—" * 4000,
    ):
        for attributed in find_attributions(text):
            assert 0 <= attributed.cue.start < attributed.cue.end <= len(text)
            assert all(0 <= part.start < part.end <= len(text) for part in attributed.content)
    assert time.perf_counter() - begun < 30


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ('"We won. It was late," he said. "Go home."', 2),
        ('"Why?" Ms. Berg asked. She left.', 2),
        ("Mr. J. Berg left.\nHe was late.", 2),
        ("“One. Two.\n“Three. Four.”", 2),
    ],
)
def test_a_quotation_is_one_word_of_its_sentence(text: str, count: int) -> None:
    assert len(list(iter_sentences(text, frozenset(["Mr", "Ms"]), load_cues().speaking))) == count


def test_we_in_a_quotation_is_the_state_of_whom_it_is_attributed_to() -> None:
    text = (
        "Denmark's foreign minister met his Peruvian counterpart in Oslo.\n\n"
        '"We will open the road," Peruvian Foreign Minister Juan Rojas said. "We keep our word."'
    )
    actors = DocumentActors(text, title=None, publisher=None, published="2021-03-04")
    for start in (text.index("We will"), text.index("We keep")):
        actor = actors.resolve(start, start + 2)
        assert actor is not None and actor.country == "PER"
