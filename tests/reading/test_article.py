"""The first article: its commitments as a careful reader enters them. Read where it lies, never copied here."""

import json
from pathlib import Path

import pytest

from aide_memoire.pipeline import read_sources
from aide_memoire.records import Reading, Statement

SHARED = Path(__file__).parents[3] / "shared"
ARTICLE = SHARED / "article" / "korea-herald-2021-01-21.txt"
GOLD = SHARED / "gold" / "commitments" / "annotations"

pytestmark = [
    pytest.mark.shared,
    pytest.mark.skipif(not ARTICLE.is_file(), reason="the article is not beside the project"),
]


@pytest.fixture(scope="module")
def article() -> Reading:
    (reading,) = read_sources([str(ARTICLE)])
    assert isinstance(reading, Reading)
    return reading


@pytest.fixture(scope="module")
def core(article: Reading) -> list[Statement]:
    return [s for s in article.statements if s.kind == "commitment" and s.core]


def heads_of(head: str) -> set[str]:
    """All words that the annotators take for the head of the commitment with this one ("ask", and "ratify" as well)."""
    gold = json.loads(next(GOLD.glob("00-*.json")).read_text(encoding="utf-8"))["statements"]
    every = [{h["text"] for h in (s["head"], *s["also_heads"])} for s in gold if s["kind"] == "commitment"]
    return next(heads for heads in every if head in heads)


def by_head(core: list[Statement], head: str) -> Statement:
    return next(s for s in core if s.head.text in heads_of(head))


def test_its_day_is_inferred_against_its_caption(article: Reading) -> None:
    published = article.document.published
    assert (published.edtf, published.basis) == ("2021-01-21", "inferred")
    assert any("2022" in conflict.text and "Friday" in conflict.why for conflict in published.conflicts)


def test_at_least_ten_of_eleven_core_commitments_are_found(article: Reading, core: list[Statement]) -> None:
    gold = json.loads(next(GOLD.glob("00-*.json")).read_text(encoding="utf-8"))["statements"]
    wanted = [
        {h["text"] for h in (s["head"], *s["also_heads"])} for s in gold if s["kind"] == "commitment" and s["core"]
    ]
    found = {s.head.text for s in core}
    assert len(wanted) == 11
    assert sum(bool(heads & found) for heads in wanted) >= 10


@pytest.mark.parametrize(
    ("head", "holder"),
    [
        ("reviving", "KOR"),
        ("work", "KOR.foreign-ministry"),
        ("arranged", "KOR.foreign-ministry"),
        ("push", "KOR"),
        ("improve", "KOR.foreign-ministry"),
        ("restore", "KOR.unification-ministry"),
        ("ask", "KOR.unification-ministry"),
        ("upholding", "KOR.defence-ministry"),
        ("holding", "KOR.defence-ministry"),
        ("ensure", "KOR.defence-ministry"),
        ("reclaim", "KOR"),
    ],
)
def test_holders(core: list[Statement], head: str, holder: str) -> None:
    actor = by_head(core, head).holder
    assert actor is not None
    assert actor.id == holder


@pytest.mark.parametrize("head", ["arranged", "push"])
def test_the_two_conditions(core: list[Statement], head: str) -> None:
    assert by_head(core, head).condition is not None


def test_nothing_else_is_conditional(core: list[Statement]) -> None:
    assert len([s for s in core if s.condition]) == 2


def test_instruments(core: list[Statement]) -> None:
    declaration, pact = (by_head(core, head).instrument for head in ("ask", "upholding"))
    assert declaration is not None
    assert pact is not None
    assert declaration.id != pact.id


def test_the_one_deadline(core: list[Statement]) -> None:
    assert {s.head.text: s.due.edtf for s in core if s.due} == {"reclaim": "/2022-05"}


def test_nothing_comes_from_title_or_captions(article: Reading) -> None:
    text = article.document.text
    assert text.startswith("President Moon")
    assert "Cheong Wa Dae" not in text
