"""Whether a text is in English, the language that is read."""

from collections.abc import Callable
from functools import cache

import pycountry
from py3langid.langid import MODEL_FILE, LanguageIdentifier

_FEWEST_LETTERS = 200
_SAMPLE = 3_000  # characters
_SURE = 0.95


def find_other_language(text: str) -> str | None:
    """The name of the language of a text that is surely not English ("French"), or None.

    Its beginning, middle and end must agree: a statement is often given in two languages.
    A text of fewer than 200 letters says too little to judge it by, and passes.
    """
    middle = max(0, len(text) // 2 - _SAMPLE // 2)
    codes = {_identify(sample) for sample in (text[:_SAMPLE], text[middle : middle + _SAMPLE], text[-_SAMPLE:])}
    code = codes.pop()
    if codes or code is None or code == "en":
        return None
    language = pycountry.languages.get(alpha_2=code)
    return str(language.name) if language else code


def _identify(sample: str) -> str | None:
    """The two-letter code of a sample's language, or None where it is too short or in doubt."""
    if sum(character.isalpha() for character in sample) < _FEWEST_LETTERS:
        return None
    code, probability = _identifier().classify(sample)  # type: ignore[no-untyped-call] # it has no types
    return str(code) if probability >= _SURE else None


@cache
def _identifier() -> LanguageIdentifier:
    """Of the languages with a two-letter code alone: the rarer ones would claim texts full of foreign names."""
    load: Callable[..., LanguageIdentifier] = LanguageIdentifier.from_model_file
    identifier = load(MODEL_FILE, norm_probs=True)
    restrict: Callable[..., None] = identifier.set_languages
    restrict([code for code in identifier.labels if len(code) == 2])
    return identifier
