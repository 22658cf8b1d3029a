"""The data set of what became of commitments: rows that hold together, and places that are in their texts."""

import gzip
import hashlib
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

import pytest

from aide_memoire.annotations import text_sha256
from aide_memoire.records import Act, Assessment, Effect

FOLDER = Path(__file__).parents[1] / "data" / "links"
CORPUS = Path(__file__).parents[2] / "shared" / "corpus" / "white-house-foreign-policy.jsonl.gz"

type Row = dict[str, Any]


def rows(name: str) -> list[Row]:
    return [json.loads(line) for line in (FOLDER / name).read_text("utf-8").splitlines()]


def places() -> Iterator[Row]:
    """Every place of both files."""
    for row in rows("links.jsonl"):
        yield from (row["commitment"], *row["links"], *row["negatives"])
    for row in rows("judged.jsonl"):
        yield from (row["earlier"], row["later"])


def test_ids_are_given_once() -> None:
    ids = [row["id"] for row in rows("links.jsonl")]
    assert len(ids) == len(set(ids)) > 150


def test_values_are_words_of_the_project() -> None:
    for row in rows("links.jsonl"):
        assert row["commitment"]["act"] in get_args(Act)
        assert row["outcome"] in get_args(Assessment)
        assert {link["effect"] for link in row["links"]} <= set(get_args(Effect)) - {"makes"}
    assert {row["effect"] for row in rows("judged.jsonl")} <= {None, *get_args(Effect)}


def test_nothing_is_earlier_than_its_commitment() -> None:
    for row in rows("links.jsonl"):
        later = [place["published"] for place in (*row["links"], *row["negatives"])]
        assert min(later, default="9") >= row["commitment"]["published"], row["id"]


def test_no_place_is_link_and_negative_of_one_commitment() -> None:
    for row in rows("links.jsonl"):
        linked, other = ({(p["document"], *p["head"]) for p in row[kind]} for kind in ("links", "negatives"))
        assert not linked & other, row["id"]


def test_heads_are_inside_their_spans_and_documents_are_listed() -> None:
    listed = {row["id"] for row in rows("documents.jsonl")}
    for place in places():
        (start, end), (first, last) = place["span"], place["head"]
        assert start <= first < last <= end
        assert place["document"] in listed


def test_no_document_is_kept_for_judging() -> None:
    assert not [
        row["id"] for row in rows("documents.jsonl") if hashlib.sha256(row["id"].encode()).hexdigest()[0] in "cdef"
    ]


@pytest.mark.shared
def test_the_documents_are_those_of_the_corpus() -> None:
    wanted = {row["id"]: row["sha256"] for row in rows("documents.jsonl")}
    longest: dict[str, int] = {}
    for place in places():
        longest[place["document"]] = max(longest.get(place["document"], 0), place["span"][1])
    found = 0
    with gzip.open(CORPUS, "rt", encoding="utf-8") as lines:
        for record in map(json.loads, lines):
            if record["id"] in wanted:
                found += 1
                assert text_sha256(record["text"]) == wanted[record["id"]]
                assert longest[record["id"]] <= len(record["text"])
    assert found == len(wanted)
