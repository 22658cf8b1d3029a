"""The act as a short verb phrase in base form: "restore communications with Pyongyang"."""

import re
from collections.abc import Sequence

from aide_memoire.reading.draft import Extent

MOST = 12
LEAST = 4
WORD = re.compile(r"[\w$€£][\w$€£%’'./-]*")
END = re.compile(r"[;:()\n]|,[”\"]?\s|\s[–—-]\s|(?<=[a-z]{2})\.[”\"]?\s")


def action_of(
    text: str, head: Extent, base: str, clause: Extent, without: Sequence[Extent | None], unfinished: frozenset[str]
) -> str:
    """The head in its base form and the words that follow it in its clause, at most twelve, without the given extents.

    "said it would be reopening the office in Kaesong, once …" gives "reopen the office in Kaesong". The phrase ends at
    the first mark that closes one and never on a word of `unfinished`, such as "of" or "their".
    """
    stop = END.search(text, head.end, clause.end)
    end = min([stop.start() if stop else clause.end, *(w.start for w in without if w and w.start >= head.end)])
    words = [
        m.group() if "." in m.group()[:-1] else m.group().rstrip(".")
        for m in WORD.finditer(text, head.end, max(end, head.end))
    ]
    kept = words[: MOST - 1]
    if len(words) >= MOST:  # back to where a part of the phrase begins
        kept = kept[: max((n for n, w in enumerate(kept) if n >= LEAST and w.lower() in unfinished), default=len(kept))]
    while kept and kept[-1].lower() in unfinished:
        kept.pop()
    return " ".join([base, *kept])
