"""Names in their whole words, known or not: one row a text, in sentences of our own."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aide_memoire.actors import DocumentActors, load_register

load_register()  # once, so that no timed example has to

ROWS = [
    ("The Iraqi government will pay.", {"Iraqi government": "IRQ"}),
    ("The Government of Chad will pay.", {"Government of Chad": "TCD"}),
    ("The Malian security forces will stay.", {"Malian security forces": "MLI.malian-security-forces"}),
    ("Aid goes to the Idlib Health Directorate.", {"Idlib Health Directorate": "idlib-health-directorate"}),
    (
        "The World Reefs Fund (WRF) will pay. Later the WRF paid.",
        {"World Reefs Fund": "world-reefs-fund", "WRF": "world-reefs-fund"},
    ),
    ("The Board of Reefs and Shoals will pay.", {"Board of Reefs and Shoals": "board-of-reefs-and-shoals"}),
    (
        "He thanked Staffan de Lindgrove warmly, and Staffan de Lindgrove said no.",
        {"Staffan de Lindgrove": "staffan-de-lindgrove"},
    ),
    (
        "Trade Minister Ugo Prova of Peru spoke. Reporters saw Ugo Prova leave.",
        {"Trade Minister Ugo Prova": "ugo-prova", "Peru": "PER", "Ugo Prova": "ugo-prova"},
    ),
    ("John Pellworm opened the shop.", {"John Pellworm": "john-pellworm"}),
    ("The Assad regime fell, and Assad fled.", {"Assad regime": "SYR", "Assad": "SYR.assad"}),
    ("Tamil growers met Danish growers.", {"Tamil": "tamil", "Danish": "DNK"}),
    ("Settlers in the West Bank built a road.", {}),
    ("A balcony of the Monday Market fell.", {}),
]


@pytest.mark.parametrize(("text", "expected"), ROWS)
def test_names_in_whole(text: str, expected: dict[str, str]) -> None:
    found = DocumentActors(text, title=None, publisher=None, published=None).names
    assert {n.text: n.id for n in found} == expected


@given(
    st.lists(
        st.sampled_from(
            ["Peru", "the", "Board", "of", "Fund", "(WF)", "and", "\n", ".", "Ali", "’s", "-", "(", ")", "said"]
        ),
        max_size=40,
    )
)
def test_places_are_exact_and_apart(words: list[str]) -> None:
    text = " ".join(words)
    last = 0
    for name in DocumentActors(text, title=None, publisher=None, published="2019-05-01").names:
        assert name.start is not None and name.end is not None
        assert text[name.start : name.end] == name.text and name.start >= last and name.id
        last = name.end
