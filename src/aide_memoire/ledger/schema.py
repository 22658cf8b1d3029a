"""The tables. What a row says never changes; the only column that is ever filled in later is one that was empty.

Spans and cells are kept twice: as columns where something is looked up by them, and whole, as the JSON of the record
(`statements.record`), from which every answer is built.
"""

from sqlalchemy import BigInteger, Column, Date, Float, ForeignKey, Index, Integer, MetaData, String, Table, Text, text

REVISION = "0003"
"""The newest migration. Revisions are numbered, so that an older ledger is told from a newer one by comparison."""

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)

documents = Table(
    "documents",
    metadata,
    Column("id", String, primary_key=True),
    Column("source", Text, nullable=False),
    Column("title", Text),
    Column("byline", Text),
    Column("publisher", Text),
    Column("url", Text),
    Column("language", String),
    Column("text", Text, nullable=False),
    Column("text_sha256", String(64), nullable=False, index=True),
    Column("published", String),
    Column("published_basis", String, nullable=False),
    Column("published_conflicts", Text, nullable=False),
    Column("published_first", Date),
    Column("published_last", Date),
    Column("furniture", Text, nullable=False),
    Column("recorded_at", String, nullable=False),
    Column("followed_at", String, index=True),
)

sources = Table(
    "sources",
    metadata,
    Column("sha256", String(64), primary_key=True),
    Column("name", Text, primary_key=True),
    Column("document", ForeignKey("documents.id"), nullable=False, index=True),
    Column("first_read_at", String, nullable=False),
)

statements = Table(
    "statements",
    metadata,
    Column("id", String, primary_key=True),
    Column("document", ForeignKey("documents.id"), nullable=False, index=True),
    Column("kind", String, nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("head_start", Integer, nullable=False),
    Column("head_end", Integer, nullable=False),
    Column("holder_id", String),
    Column("holder_country", String),
    Column("act", String),
    Column("core", Integer, nullable=False),
    Column("due", String),
    Column("record", Text, nullable=False),
    Column("reader", String, nullable=False),
)

match_keys = Table(
    "match_keys",
    metadata,
    Column("key", String, primary_key=True),
    Column("statement", ForeignKey("statements.id"), primary_key=True),
    Index("ix_match_keys_statement", "statement"),
)

commitments = Table(
    "commitments",
    metadata,
    Column("id", String, primary_key=True),
    Column("recorded_at", String, nullable=False),
)

links = Table(
    "links",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("commitment", ForeignKey("commitments.id"), nullable=False),
    Column("statement", ForeignKey("statements.id"), nullable=False),
    Column("effect", String, nullable=False),
    Column("score", Float, nullable=False),
    Column("reason", Text, nullable=False),
    Column("recorded_at", String, nullable=False),
    Column("retracted_at", String),
    Index("ix_links_statement", "statement"),
)

_LIVE = text("retracted_at IS NULL")
_LIVE_MAKER = text("retracted_at IS NULL AND effect = 'makes'")

Index(
    "uq_links_live",
    links.c.commitment,
    links.c.statement,
    links.c.effect,
    unique=True,
    sqlite_where=_LIVE,
    postgresql_where=_LIVE,
)
Index("uq_links_maker", links.c.commitment, unique=True, sqlite_where=_LIVE_MAKER, postgresql_where=_LIVE_MAKER)

Index(
    "ix_links_retracted",
    links.c.statement,
    sqlite_where=text("retracted_at IS NOT NULL"),
    postgresql_where=text("retracted_at IS NOT NULL"),
)

supersessions = Table(
    "supersessions",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("document", ForeignKey("documents.id"), nullable=False),
    Column("by", ForeignKey("documents.id"), nullable=False),
    Column("recorded_at", String, nullable=False),
    Column("retracted_at", String),
)

Index("uq_supersessions_live", supersessions.c.document, unique=True, sqlite_where=_LIVE, postgresql_where=_LIVE)

bands = Table(
    "bands",
    metadata,
    Column("key", BigInteger, primary_key=True, autoincrement=False),
    Column("document", ForeignKey("documents.id"), primary_key=True),
    Index("ix_bands_document", "document"),
)

copies = Table(
    "copies",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("document", ForeignKey("documents.id"), nullable=False),
    Column("of", ForeignKey("documents.id"), nullable=False),
    Column("score", Float, nullable=False),
    Column("recorded_at", String, nullable=False),
    Column("retracted_at", String),
    Index("ix_copies_of", "of"),
)

Index("uq_copies_live", copies.c.document, unique=True, sqlite_where=_LIVE, postgresql_where=_LIVE)

echoes = Table(
    "echoes",
    metadata,
    Column("copy", ForeignKey("copies.id"), primary_key=True),
    Column("statement", ForeignKey("statements.id"), primary_key=True),
    Index("ix_echoes_statement", "statement"),
)

failures = Table(
    "failures",
    metadata,
    Column("id", String(64), primary_key=True),
    Column("source", Text, nullable=False),
    Column("stage", String, nullable=False),
    Column("message", Text, nullable=False),
    Column("remedy", Text, nullable=False),
    Column("at", String, nullable=False),
)
