"""How Alembic runs here: always online, inside the transaction that the caller opened and locked."""

from alembic import context

from register import tabellen_archief, tabellen_gebeurtenissen, tabellen_partners, tabellen_samen
from register.tabellen import METADATA

TABELMODULES = (tabellen_archief, tabellen_gebeurtenissen, tabellen_partners, tabellen_samen)
"""Their tables are in METADATA once they are loaded; without them Alembic would take those for strays."""

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=METADATA,
    transactional_ddl=True,
    render_as_batch=True,
)
with context.begin_transaction():
    context.run_migrations()
