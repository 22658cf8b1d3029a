"""The first tables: documents with their sources and statements, commitments with their links, failures."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Create the tables as they were first laid down; later revisions change them, this one stays."""
    _create_documents()
    _create_statements()
    _create_links()
    op.create_table(
        "failures",
        sa.Column("id", sa.String(64), nullable=False),
        sa.Column("source", sa.Text, nullable=False),
        sa.Column("stage", sa.String, nullable=False),
        sa.Column("message", sa.Text, nullable=False),
        sa.Column("remedy", sa.Text, nullable=False),
        sa.Column("at", sa.String, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_failures"),
    )


def _create_documents() -> None:
    op.create_table(
        "documents",
        sa.Column("id", sa.String, nullable=False),
        sa.Column("source", sa.Text, nullable=False),
        sa.Column("title", sa.Text),
        sa.Column("byline", sa.Text),
        sa.Column("publisher", sa.Text),
        sa.Column("url", sa.Text),
        sa.Column("language", sa.String),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("text_sha256", sa.String(64), nullable=False),
        sa.Column("published", sa.String),
        sa.Column("published_basis", sa.String, nullable=False),
        sa.Column("published_conflicts", sa.Text, nullable=False),
        sa.Column("published_first", sa.Date),
        sa.Column("published_last", sa.Date),
        sa.Column("furniture", sa.Text, nullable=False),
        sa.Column("recorded_at", sa.String, nullable=False),
        sa.Column("followed_at", sa.String),
        sa.PrimaryKeyConstraint("id", name="pk_documents"),
    )
    op.create_index("ix_documents_text_sha256", "documents", ["text_sha256"])
    op.create_index("ix_documents_followed_at", "documents", ["followed_at"])
    op.create_table(
        "sources",
        sa.Column("sha256", sa.String(64), nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("document", sa.String, nullable=False),
        sa.Column("first_read_at", sa.String, nullable=False),
        sa.ForeignKeyConstraint(["document"], ["documents.id"], name="fk_sources_document_documents"),
        sa.PrimaryKeyConstraint("sha256", "name", name="pk_sources"),
    )
    op.create_index("ix_sources_document", "sources", ["document"])


def _create_statements() -> None:
    op.create_table(
        "statements",
        sa.Column("id", sa.String, nullable=False),
        sa.Column("document", sa.String, nullable=False),
        sa.Column("kind", sa.String, nullable=False),
        sa.Column("start", sa.Integer, nullable=False),
        sa.Column("end", sa.Integer, nullable=False),
        sa.Column("head_start", sa.Integer, nullable=False),
        sa.Column("head_end", sa.Integer, nullable=False),
        sa.Column("holder_id", sa.String),
        sa.Column("holder_country", sa.String),
        sa.Column("act", sa.String),
        sa.Column("core", sa.Integer, nullable=False),
        sa.Column("due", sa.String),
        sa.Column("record", sa.Text, nullable=False),
        sa.Column("reader", sa.String, nullable=False),
        sa.ForeignKeyConstraint(["document"], ["documents.id"], name="fk_statements_document_documents"),
        sa.PrimaryKeyConstraint("id", name="pk_statements"),
    )
    op.create_index("ix_statements_document", "statements", ["document"])
    op.create_table(
        "match_keys",
        sa.Column("key", sa.String, nullable=False),
        sa.Column("statement", sa.String, nullable=False),
        sa.ForeignKeyConstraint(["statement"], ["statements.id"], name="fk_match_keys_statement_statements"),
        sa.PrimaryKeyConstraint("key", "statement", name="pk_match_keys"),
    )
    op.create_index("ix_match_keys_statement", "match_keys", ["statement"])


def _create_links() -> None:
    op.create_table(
        "commitments",
        sa.Column("id", sa.String, nullable=False),
        sa.Column("recorded_at", sa.String, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_commitments"),
    )
    op.create_table(
        "links",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("commitment", sa.String, nullable=False),
        sa.Column("statement", sa.String, nullable=False),
        sa.Column("effect", sa.String, nullable=False),
        sa.Column("score", sa.Float, nullable=False),
        sa.Column("reason", sa.Text, nullable=False),
        sa.Column("recorded_at", sa.String, nullable=False),
        sa.Column("retracted_at", sa.String),
        sa.ForeignKeyConstraint(["commitment"], ["commitments.id"], name="fk_links_commitment_commitments"),
        sa.ForeignKeyConstraint(["statement"], ["statements.id"], name="fk_links_statement_statements"),
        sa.PrimaryKeyConstraint("id", name="pk_links"),
    )
    op.create_index("ix_links_statement", "links", ["statement"])
    live = sa.text("retracted_at IS NULL")
    op.create_index(
        "uq_links_live",
        "links",
        ["commitment", "statement", "effect"],
        unique=True,
        sqlite_where=live,
        postgresql_where=live,
    )
    live_maker = sa.text("retracted_at IS NULL AND effect = 'makes'")
    op.create_index(
        "uq_links_maker",
        "links",
        ["commitment"],
        unique=True,
        sqlite_where=live_maker,
        postgresql_where=live_maker,
    )
