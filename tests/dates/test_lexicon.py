"""The lexicons of time words: every example shows its entry, and no non-example does."""

import re

import pytest

from aide_memoire.dates import find_periods, find_timexes
from aide_memoire.dates.direction import Cue, direction, load_cues
from aide_memoire.dates.fiscal import FiscalYear, fiscal_year_of, load_fiscal_years
from aide_memoire.dates.lexicon import Entry, load_lexicon
from aide_memoire.dates.operators import load_operators, operator_before
from aide_memoire.dates.timexes import find
from aide_memoire.dates.tokens import tokenise

DAY = "2021-01-21"
# Classes whose words only lead to or join time expressions, and never stand in one by themselves.
JOINING = frozenset(
    re.findall(
        r"\S+",
        "THE A OF AND OR TO IN ON AT FOR BY BEFORE AFTER UNTIL FROM BETWEEN WITHIN OVER SINCE THROUGH DURING BEYOND"
        " LONG OLD SO THEN",
    )
)
ENTRIES = load_lexicon().entries


def _words_of(entry: Entry, text: str) -> list[int]:
    tokens = tokenise(text)
    return [index for index, found in tokens.entries.items() if found is entry]


@pytest.mark.parametrize(
    ("entry", "text"), [(e, x) for e in ENTRIES for x in e.examples], ids=lambda v: getattr(v, "forms", [""])[0]
)
def test_an_example_shows_its_entry(entry: Entry, text: str) -> None:
    places = _words_of(entry, text)
    assert places
    if entry.class_ not in JOINING:
        founds = list(find(tokenise(text), None))
        assert any(f.start <= place < f.end for f in founds for place in places)


@pytest.mark.parametrize(
    ("entry", "text"), [(e, x) for e in ENTRIES for x in e.non_examples], ids=lambda v: getattr(v, "forms", [""])[0]
)
def test_a_non_example_holds_no_time(entry: Entry, text: str) -> None:
    assert find_timexes(text, DAY) == ()
    assert any(form.split()[0] in text.lower() for form in entry.forms)


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda e: e.forms[0])
def test_an_entry_has_an_example(entry: Entry) -> None:
    assert entry.examples


@pytest.mark.parametrize("cue", {id(cue): cue for cue in load_cues().values()}.values(), ids=lambda cue: cue.forms[0])
def test_a_cue_points_its_way(cue: Cue) -> None:
    for text in cue.examples:
        tokens = tokenise(text)
        (found,) = find(tokens, None)
        assert direction(tokens, found.start, found.end) == cue.direction


@pytest.mark.parametrize(
    "year", {y.country: y for y in load_fiscal_years().years.values()}.values(), ids=lambda y: y.country
)
def test_a_fiscal_year_is_that_of_the_state_named(year: FiscalYear) -> None:
    for text in year.examples:
        assert fiscal_year_of(text, len(text)) == year
    for text in year.non_examples:
        assert fiscal_year_of(text, len(text)) is None


def test_each_operator_stands_in_an_example_of_its_kind() -> None:
    kinds = set(load_operators().values())
    assert {"by", "before", "until", "through", "from", "after", "at", "between", "within", "on"} == kinds


@pytest.mark.parametrize(("words", "kind"), load_operators().items())
def test_an_operator_is_found_before_a_date(words: str, kind: str) -> None:
    tokens = tokenise(f"They meet {words} 9 March 2031.")
    (found,) = find(tokens, None)
    assert operator_before(tokens, found.start) == (kind, 2)
    assert [d.text for d in find_periods(tokens.text, DAY)] == [f"{words} 9 March 2031"]
