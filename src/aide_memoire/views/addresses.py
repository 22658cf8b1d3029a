"""Which addresses a view may link to."""

from urllib.parse import quote, urlsplit

_KEPT = "!#$%&'()*+,/:;=?@[]~"


def web_address(url: str | None) -> str | None:
    """The address if it is one of the web, with everything unusual in it percent-encoded; None for any other.

    "https://example.org/a b" is "https://example.org/a%20b"; "javascript:alert(1)" and "//example.org" are None.
    """
    if url is None:
        return None
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return None
    if parts.scheme not in ("http", "https") or not parts.hostname:
        return None
    return quote(parts.geturl(), safe=_KEPT)
