from aide_memoire.records import Commitment
from aide_memoire.views.lines import iter_lines
from aide_memoire.views.listing import Part, show_parts
from tests.views import builders
from tests.views.test_terminal import lay_out


def test_ids_are_as_long_as_they_need_to_be_over_all_parts() -> None:
    made = builders.fees_commitment().statements
    one, two = (
        Part(heading=f"Part {id}", lines=tuple(iter_lines([Commitment(id=id, statements=made)], as_of=builders.DAY)))
        for id in ("aaaaaaaa1", "aaaaaaaa2")
    )
    shown = lay_out(show_parts("Title", [one, two, Part(heading="Part three", lines=())], builders.find_document))
    assert "pledge: lower port fees [aaaaaaaa1]" in shown and "pledge: lower port fees [aaaaaaaa2]" in shown
    assert "Part three: none" in shown.splitlines()


def test_a_quote_stands_without_its_document_too() -> None:
    part = Part(heading="Part", lines=tuple(iter_lines([builders.fees_commitment()], as_of=builders.DAY)))
    assert "“Denmark will lower port fees”" in lay_out(show_parts("Title", [part], lambda _: None))
