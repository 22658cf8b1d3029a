"""The ledger: the only place that knows SQL.

`open_ledger(where)` gives a `Ledger`: `add` puts one reading in, `iter_commitments` and `get_commitment` take the
answers out, `linking` lends `following/` the rows that it joins. Nothing is overwritten: a link that no longer holds
is retracted, with the time.
"""

from aide_memoire.ledger.copying import Copying, Printed
from aide_memoire.ledger.ledger import Ledger
from aide_memoire.ledger.linking import Linking, Placed
from aide_memoire.ledger.opening import open_ledger
from aide_memoire.ledger.reader import LedgerCounts

__all__ = ["Copying", "Ledger", "LedgerCounts", "Linking", "Placed", "Printed", "open_ledger"]
