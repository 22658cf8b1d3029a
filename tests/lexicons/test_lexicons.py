"""Lexicons are data that prove themselves: they parse, and every entry that matches words shows words that it matches.

That the loaders take each file, and that each entry finds its examples and none of its non-examples, is tested with the
stage that uses it; here is what holds for all of them, whatever their format.
"""

import re
import tomllib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

LEXICONS = Path(__file__).parents[2] / "src" / "aide_memoire" / "lexicons"
FILES = sorted(LEXICONS.rglob("*.toml"))
# What an entry may match by: words as they are written, and patterns.
WORDS = ("name", "aliases", "demonyms", "people", "form", "forms", "words", "lemma", "titles", "phrases", "verbs")
PATTERNS = ("pattern", "patterns")

# Posts are matched by their titles beside a holder's name: what examples could show, their occupancies state. Light
# verbs are passed over and never matched alone: the examples of cues show them.
WITHOUT_EXAMPLES = {"post", "occupancy", "light"}

type Entry = dict[str, Any]


def entries(path: Path) -> Iterator[tuple[str, Entry]]:
    """Yield each entry of a file with the name of its kind ("actor" for `[[actor]]`)."""
    for kind, value in tomllib.loads(path.read_text(encoding="utf-8")).items():
        if isinstance(value, list):
            yield from ((kind, entry) for entry in value if isinstance(entry, dict))


def told(kind: str, entry: Entry) -> str:
    """Name an entry for a message."""
    names = (entry[key] for key in ("id", "lemma", "form", "forms", "words", "post") if key in entry)
    return f"{kind} {next(names, entry)}"


def test_there_are_lexicons() -> None:
    assert len(FILES) > 5


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(LEXICONS).as_posix())
def test_every_entry_that_matches_words_shows_what_it_is_for(path: Path) -> None:
    without = [
        told(kind, entry)
        for kind, entry in entries(path)
        if any(key in entry for key in (*WORDS, *PATTERNS))
        and kind not in WITHOUT_EXAMPLES
        and not (entry.get("examples") or entry.get("non_examples"))
    ]
    assert without == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(LEXICONS).as_posix())
def test_examples_are_texts_that_differ_from_the_non_examples(path: Path) -> None:
    for kind, entry in entries(path):
        examples, others = entry.get("examples", []), entry.get("non_examples", [])
        assert all(isinstance(text, str) and text.strip() for text in [*examples, *others]), told(kind, entry)
        assert not set(examples) & set(others), told(kind, entry)


def test_an_id_names_one_entry() -> None:
    named = Counter((kind, entry["id"]) for path in FILES for kind, entry in entries(path) if "id" in entry)
    assert [name for name, count in named.items() if count > 1] == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(LEXICONS).as_posix())
def test_every_pattern_compiles_and_repeats_nothing_twice_over(path: Path) -> None:
    for kind, entry in entries(path):
        for pattern in [entry[key] for key in PATTERNS if isinstance(entry.get(key), str)]:
            assert not re.search(r"[+*]\)[+*]", pattern), told(kind, entry)
