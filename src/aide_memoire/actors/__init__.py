"""Who is meant: the actor register, and the mentions and references of one document."""

from aide_memoire.actors.codes import cameo_of, qid_of
from aide_memoire.actors.document import DocumentActors
from aide_memoire.actors.instruments import find_instruments, unnamed_instrument
from aide_memoire.actors.register import Register, load_register

__all__ = [
    "DocumentActors",
    "Register",
    "cameo_of",
    "find_instruments",
    "load_register",
    "qid_of",
    "unnamed_instrument",
]
