from aide_memoire.reading.reader import read

__all__ = ["read"]
