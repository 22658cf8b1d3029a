"""The short phrase for an act: base form, its end, what a passive is done to."""

import re

import pytest

from aide_memoire.reading.action import action_of, load_phrases
from aide_memoire.reading.draft import Extent


@pytest.mark.parametrize(
    ("text", "head", "action"),
    [
        ("Seoul would be reopening the office in Kaesong", "reopening", "reopen the office in Kaesong"),
        ("talks will be arranged", "arranged", "arrange talks"),
        ("Japan has recalled its envoy", "recalled", "recall its envoy"),
        ("the withdrawal of troops from Mali", "withdrawal", "withdrawal of troops from Mali"),
        ("Norway will send aid, the ministry said", "send", "send aid"),
        ("Iran will leave the", "leave", "leave"),
        ("they met in Oslo", "met", "meet in Oslo"),
    ],
)
def test_action(text: str, head: str, action: str) -> None:
    start = text.index(head)
    assert action_of(text, Extent(start, start + len(head)), Extent(0, len(text)), ()) == action


def test_it_leaves_out_other_cells() -> None:
    text = "Japan will send an envoy to Hanoi once talks resume"
    condition = Extent(text.index("once"), len(text))
    assert action_of(text, Extent(11, 15), Extent(0, len(text)), (condition, None)) == "send an envoy to Hanoi"


def test_the_passive_is_told_from_the_perfect() -> None:
    phrases = load_phrases()
    assert all(re.search(phrases.passive, text.rpartition(" ")[0] + " ") for text in phrases.examples)
    assert not any(re.search(phrases.passive, text.rpartition(" ")[0] + " ") for text in phrases.non_examples)
