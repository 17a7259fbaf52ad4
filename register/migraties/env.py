"""How Alembic runs here: always online, inside the transaction that the caller opened and locked."""

from alembic import context

from register.tabellen import METADATA

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=METADATA,
    transactional_ddl=True,
    render_as_batch=True,
)
with context.begin_transaction():
    context.run_migrations()
