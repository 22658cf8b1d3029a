"""What Alembic runs: the migrations, over the connection that `migrate` hands it."""

from alembic import context

from aide_memoire.ledger.schema import metadata

context.configure(connection=context.config.attributes["connection"], target_metadata=metadata)
context.run_migrations()
