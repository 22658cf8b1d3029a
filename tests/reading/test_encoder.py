"""The shipped model: it is there, small, and scores the same window the same way."""

import numpy as np

from aide_memoire.reading.decode import LABELS, ROLES
from aide_memoire.reading.encoder import MODEL, load_encoder
from aide_memoire.reading.windows import iter_windows


def test_scores_have_the_shape_of_their_window_and_are_repeatable() -> None:
    encoder = load_encoder()
    text = "Seoul will restore the hotline."
    (window,) = iter_windows(text, None, encoder.tokenizer, bytearray(len(text)))
    once, again = encoder.score(window), encoder.score(window)
    pieces, roles = len(window.ids), 2 * len(ROLES) + 1
    assert once.labels.shape == (pieces, LABELS)
    assert once.queries.shape[:2] == once.keys.shape[:2] == (pieces, roles)
    assert all(np.array_equal(a, b) for a, b in zip(once, again, strict=True))


def test_the_model_is_small() -> None:
    assert len((MODEL / "reader.onnx").read_bytes()) < 30_000_000
