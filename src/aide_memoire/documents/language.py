"""Whether a text is in English, the language that is read."""

import unicodedata
from collections import Counter
from collections.abc import Callable
from functools import cache, lru_cache

import pycountry
from py3langid.langid import MODEL_FILE, LanguageIdentifier

_FEWEST_LETTERS = 200
_FEWEST_FOR_ENGLISH = 20
_SAMPLE = 3_000  # characters
_SURE = 0.95
# Of all letters, the share that are not Latin in a text that is not English; a long statement is often given in two
# languages, and names a newspaper or a treaty in its own script.
_FOREIGN_SHARE_SHORT = 0.5
_FOREIGN_SHARE = 0.9


def find_other_language(text: str) -> str | None:
    """What a text is written in that is surely not English ("French", "Hangul script"), or None.

    Its beginning, middle and end must agree: a statement is often given in two languages. A text of fewer than 200
    letters says too little to judge it by, and passes unless its letters are of another script.
    """
    codes = {_identify(sample, fewest=_FEWEST_LETTERS) for sample in _samples(text)}
    code = codes.pop() if len(codes) == 1 else None
    if code is None:
        return None if "en" in codes else _foreign_script(text)
    language = pycountry.languages.get(alpha_2=code)
    return None if code == "en" else str(language.name) if language else code


def find_language(text: str, *, told: str | None) -> str | None:
    """The code "en" where a text is told or is surely seen to be in English, else None.

    "They met." is too short to be seen; `told` is a language code such as "en-GB". That a page calls itself by another
    language is not believed: many English editions do.
    """
    if told and told.strip().lower().replace("_", "-").partition("-")[0] in ("en", "eng", "english"):
        return "en"
    return "en" if any(_identify(sample, fewest=_FEWEST_FOR_ENGLISH) == "en" for sample in _samples(text)) else None


def _samples(text: str) -> tuple[str, ...]:
    """The beginning, middle and end of a text, each once."""
    middle = max(0, len(text) // 2 - _SAMPLE // 2)
    return tuple(dict.fromkeys((text[:_SAMPLE], text[middle : middle + _SAMPLE], text[-_SAMPLE:])))


def _identify(sample: str, *, fewest: int) -> str | None:
    """The two-letter code of a sample's language, or None where it is too short or in doubt."""
    return _classify(sample) if sum(map(str.isalpha, sample)) >= fewest else None


@lru_cache(maxsize=3)  # the samples of one text, which is asked about twice
def _classify(sample: str) -> str | None:
    code, probability = _identifier().classify(sample)  # type: ignore[no-untyped-call] # it has no types
    return str(code) if probability >= _SURE else None


def _foreign_script(text: str) -> str | None:
    """The script of the letters of a text where they are not Latin: "Cyrillic script"."""
    scripts = Counter(_script(letter) for sample in _samples(text) for letter in sample if letter.isalpha())
    letters = scripts.total()
    share = _FOREIGN_SHARE_SHORT if letters < _FEWEST_LETTERS else _FOREIGN_SHARE
    if letters == 0 or (letters - scripts.pop("LATIN", 0)) / letters <= share:
        return None
    script, _ = scripts.most_common(1)[0]
    return f"{script if script == 'CJK' else script.capitalize()} script"


@cache
def _script(letter: str) -> str:
    """The first word of a letter's name, which is its script: "LATIN", "HANGUL", "CJK"."""
    words = unicodedata.name(letter, "unknown").split()
    return "LATIN" if "LATIN" in words else words[0]


@cache
def _identifier() -> LanguageIdentifier:
    """Of the languages with a two-letter code alone: the rarer ones would claim texts full of foreign names."""
    load: Callable[..., LanguageIdentifier] = LanguageIdentifier.from_model_file
    identifier = load(MODEL_FILE, norm_probs=True)
    restrict: Callable[..., None] = identifier.set_languages
    restrict([code for code in identifier.labels if len(code) == 2])
    return identifier
