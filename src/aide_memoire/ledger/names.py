"""Names of sources as the database can hold them."""


def storable(name: str) -> str:
    """Give a name with what is no character as an escape: half a surrogate pair, from a file name that is no UTF-8."""
    return name.encode(errors="backslashreplace").decode()
