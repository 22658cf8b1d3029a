"""Every entry of the lexicon finds its examples and leaves its non-examples alone."""

import pytest

from aide_memoire.documents.furniture import Entry, find_closing, find_entry, fold, load_furniture

LEXICON = load_furniture()
TABLES = {"entry": LEXICON.lines, "caption": LEXICON.captions, "credit": LEXICON.credits}
EXAMPLES = [(entry, pattern, text) for table in TABLES.values() for entry, pattern in table for text in entry.examples]
NON_EXAMPLES = [
    (name, entry, text) for name, table in TABLES.items() for entry, _ in table for text in entry.non_examples
]


@pytest.mark.parametrize(("entry", "pattern", "text"), EXAMPLES, ids=[f"{row[0].id}: {row[2]}" for row in EXAMPLES])
def test_every_example_is_found_by_its_entry(entry: Entry, pattern: object, text: str) -> None:
    assert pattern.fullmatch(fold(text)), entry.id  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("table", "entry", "text"), NON_EXAMPLES, ids=[f"{row[1].id}: {row[2]}" for row in NON_EXAMPLES]
)
def test_no_non_example_is_found_by_any_entry_of_its_table(table: str, entry: Entry, text: str) -> None:
    found = [other.id for other, pattern in TABLES[table] if pattern.fullmatch(fold(text))]
    assert [name for name in found if table != "credit" or name == entry.id] == []


def test_ids_are_unique_and_every_entry_has_examples_of_both_kinds() -> None:
    entries = [entry for table in TABLES.values() for entry, _ in table]
    assert len({(entry.id, entry.reason) for entry in entries}) == len(entries)
    assert all(entry.examples and entry.non_examples for entry in entries)


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("Editor’s  Picks", "related articles"),
        ("\u00a0 Share this article ", "share bar"),
        ("The editor’s picks surprised the ministry.", None),
        ("Advertisement " * 40, None),
    ],
)
def test_quotes_and_white_space_are_folded(line: str, reason: str | None) -> None:
    entry = find_entry(line, edge=False)
    assert (entry.reason if entry else None) == reason


def test_a_byline_is_looked_for_only_at_the_edges() -> None:
    assert find_entry("By Jane Doe (", edge=False) is None
    assert find_entry("By Jane Doe (", edge=True) is not None


@pytest.mark.parametrize(
    ("mark", "reason"),
    [("(END)", "end mark"), ("###", "end mark"), ("(Yonhap)", "credit"), ("(NATO)", None), ("Yonhap", None)],
)
def test_what_follows_the_last_sentence(mark: str, reason: str | None) -> None:
    assert find_closing(mark) == reason
