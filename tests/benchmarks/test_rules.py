"""The rule reader's word lists: every example is found by its entry, and no non-example is."""

import pytest

from benchmarks.rules import read_by_rules
from benchmarks.rules.heads import find_heads
from benchmarks.rules.lexicon import Cue, Modal, load_reader_lexicon
from benchmarks.rules.parsing import parse
from tests.reading.test_reader import document

LEXICON = load_reader_lexicon()
CUES = [(cue, example) for (_, lemma), cue in LEXICON.cues.items() if lemma == cue.lemma for example in cue.examples]
MODALS = [(modal, example) for modal in LEXICON.modals.values() for example in modal.examples]


@pytest.mark.parametrize(("cue", "example"), CUES, ids=lambda x: getattr(x, "lemma", x))
def test_a_cue_finds_its_example(cue: object, example: str) -> None:
    assert isinstance(cue, Cue)
    found = find_heads(parse(example), LEXICON)
    assert any(h.why.startswith(f"cue:{cue.lemma}") and h.act in {cue.act, cue.that} for h in found), found


@pytest.mark.parametrize(("modal", "example"), MODALS, ids=lambda x: getattr(x, "form", x))
def test_a_modal_finds_its_example(modal: object, example: str) -> None:
    assert isinstance(modal, Modal)
    assert [h.why for h in find_heads(parse(example), LEXICON)] == [f"modal:{modal.form}"]


@pytest.mark.parametrize("text", [text for cue in LEXICON.cues.values() for text in cue.non_examples])
def test_no_non_example_is_found(text: str) -> None:
    assert find_heads(parse(text), LEXICON) == []


def test_it_reads_a_document_into_statements() -> None:
    reading = read_by_rules(document("Seoul pledged to restore the hotline with Pyongyang by May."))
    (statement,) = reading.statements
    assert (statement.act, statement.head.text) == ("pledge", "restore")
    assert statement.due is not None
    assert statement.due.edtf == "/2021-05"
