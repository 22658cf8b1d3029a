"""The data set that comes with the project: well-formed, without text, no document twice, and true to its texts."""

import hashlib
from collections import Counter
from pathlib import Path

import pytest

from aide_memoire.annotations import AnnotatedDocument, join, load_annotations
from aide_memoire.dates import is_edtf
from aide_memoire.records import Source
from aide_memoire.sources import iter_sources

ROOT = Path(__file__).parents[1]
DATA = ROOT / "data" / "commitments"
SHARED = ROOT.parent / "shared"


@pytest.fixture(scope="module", params=["annotations.jsonl", "second.jsonl"])
def documents(request: pytest.FixtureRequest) -> tuple[AnnotatedDocument, ...]:
    return load_annotations(DATA / request.param)


def test_no_document_stands_twice(documents: tuple[AnnotatedDocument, ...]) -> None:
    assert [i for i, n in Counter(d.id for d in documents).items() if n > 1] == []
    assert [i for i, n in Counter(d.sha256 for d in documents).items() if n > 1] == []


def test_heads_lie_in_their_clauses_and_dates_are_edtf(documents: tuple[AnnotatedDocument, ...]) -> None:
    for document in documents:
        for s in document.statements:
            assert s.span[0] <= s.head[0] < s.head[1] <= s.span[1], (document.id, s.id)
            assert (s.act is not None) == (s.kind == "commitment"), (document.id, s.id)
            for edtf in (s.when, s.due.edtf if s.due else None):
                assert edtf is None or is_edtf(edtf), (document.id, s.id, edtf)


def test_nothing_kept_for_judging_is_annotated(documents: tuple[AnnotatedDocument, ...]) -> None:
    official = [d.id for d in documents if not d.id.startswith("reports/")]
    assert [i for i in official if hashlib.sha256(i.encode()).hexdigest()[0] in "cdef"] == []


@pytest.mark.shared
@pytest.mark.skipif(not SHARED.is_dir(), reason="the annotated texts are not beside the project")
def test_every_annotation_finds_its_text_and_whole_words(documents: tuple[AnnotatedDocument, ...]) -> None:
    names = ("news/reports", "corpus/white-house-foreign-policy.jsonl.gz", "gold/commitments/train/texts")
    places = [str(SHARED / name) for name in names]
    joined = list(join(documents, (s for s in iter_sources(places) if isinstance(s, Source))))
    assert len(joined) == len(documents)
    for document in joined:
        for head in document.heads:
            assert head.text.strip() == head.text != "", document.annotation.id
