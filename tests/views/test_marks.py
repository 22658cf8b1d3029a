from hypothesis import given
from hypothesis import strategies as st

from aide_memoire.views.marks import Stretch, address, mark_text, nest
from tests.views.pages import Page

TEXT = "0123456789<&>\n"
stretches = st.tuples(st.integers(0, len(TEXT)), st.integers(0, len(TEXT))).map(lambda pair: (min(pair), max(pair)))


def test_crossing_stretches_are_cut_and_the_first_piece_has_the_address() -> None:
    pieces = nest([(0, 10), (5, 15)])
    assert [(piece.start, piece.end, piece.is_first) for piece in pieces] == [
        (0, 10, True),
        (5, 10, True),
        (10, 15, False),
    ]


def test_marked_text_is_escaped_and_nested() -> None:
    marked = mark_text("a <b> c", nest([(0, 7), (2, 5)]), prefix="d1", clauses=frozenset({(0, 7)}))
    assert marked == ('<span class="clause" id="d1-0-7">a <span class="cell" id="d1-2-5">&lt;b&gt;</span> c</span>')


@given(st.lists(stretches, max_size=12))
def test_every_stretch_opens_on_exactly_its_characters(wanted: list[Stretch]) -> None:
    pieces = nest(wanted)
    page = Page(f'<p id="all">{mark_text(TEXT, pieces, prefix="d", clauses=frozenset())}</p>')
    assert page.open == []
    assert page.under["all"] == TEXT
    for start, end in wanted:
        if start < end:
            name = address((start, end), prefix="d")
            assert page.under[name] == TEXT[start:end]
            assert page.ids.count(name) == 1
