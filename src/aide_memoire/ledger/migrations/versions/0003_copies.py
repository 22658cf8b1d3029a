"""A document that prints another one again is its copy. Documents of before have no bands and are followed again."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Create the tables: what documents are found by, which are copies, and the statements that both have."""
    op.create_table(
        "bands",
        sa.Column("key", sa.BigInteger, nullable=False, autoincrement=False),
        sa.Column("document", sa.String, nullable=False),
        sa.ForeignKeyConstraint(["document"], ["documents.id"], name="fk_bands_document_documents"),
        sa.PrimaryKeyConstraint("key", "document", name="pk_bands"),
    )
    op.create_index("ix_bands_document", "bands", ["document"])
    op.create_table(
        "copies",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("document", sa.String, nullable=False),
        sa.Column("of", sa.String, nullable=False),
        sa.Column("score", sa.Float, nullable=False),
        sa.Column("recorded_at", sa.String, nullable=False),
        sa.Column("retracted_at", sa.String),
        sa.ForeignKeyConstraint(["document"], ["documents.id"], name="fk_copies_document_documents"),
        sa.ForeignKeyConstraint(["of"], ["documents.id"], name="fk_copies_of_documents"),
        sa.PrimaryKeyConstraint("id", name="pk_copies"),
    )
    live = sa.text("retracted_at IS NULL")
    op.create_index("uq_copies_live", "copies", ["document"], unique=True, sqlite_where=live, postgresql_where=live)
    op.create_index("ix_copies_of", "copies", ["of"])
    op.create_table(
        "echoes",
        sa.Column("copy", sa.Integer, nullable=False),
        sa.Column("statement", sa.String, nullable=False),
        sa.ForeignKeyConstraint(["copy"], ["copies.id"], name="fk_echoes_copy_copies"),
        sa.ForeignKeyConstraint(["statement"], ["statements.id"], name="fk_echoes_statement_statements"),
        sa.PrimaryKeyConstraint("copy", "statement", name="pk_echoes"),
    )
    op.create_index("ix_echoes_statement", "echoes", ["statement"])
