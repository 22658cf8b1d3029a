"""A document read again as of another date stands in the place of the one that it was first read as."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Create the table, and an index that finds the statements whose links were retracted."""
    op.create_table(
        "supersessions",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("document", sa.String, nullable=False),
        sa.Column("by", sa.String, nullable=False),
        sa.Column("recorded_at", sa.String, nullable=False),
        sa.Column("retracted_at", sa.String),
        sa.ForeignKeyConstraint(["document"], ["documents.id"], name="fk_supersessions_document_documents"),
        sa.ForeignKeyConstraint(["by"], ["documents.id"], name="fk_supersessions_by_documents"),
        sa.PrimaryKeyConstraint("id", name="pk_supersessions"),
    )
    live = sa.text("retracted_at IS NULL")
    op.create_index(
        "uq_supersessions_live", "supersessions", ["document"], unique=True, sqlite_where=live, postgresql_where=live
    )
    retracted = sa.text("retracted_at IS NOT NULL")
    op.create_index("ix_links_retracted", "links", ["statement"], sqlite_where=retracted, postgresql_where=retracted)
