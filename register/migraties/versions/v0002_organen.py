"""What is known of the bodies, the documents made from the facts, and what a message is about."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Forward only: a register is rebuilt or restored, never taken back."""
    op.create_table(
        "document",
        sa.Column("sleutel", sa.Text(), nullable=False),
        sa.Column("opgave", sa.Text(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("stap", sa.Text(), nullable=False),
        sa.Column("soort", sa.Text(), nullable=False),
        sa.Column("titel", sa.Text(), nullable=False),
        sa.Column("bestandsnaam", sa.Text(), nullable=False),
        sa.Column("mediatype", sa.Text(), nullable=False),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("inhoud", sa.LargeBinary(), nullable=False),
        sa.Column("gemaakt_op", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("sleutel", name="pk_document"),
    )
    op.create_index("ix_document_opgave_stap", "document", ["opgave", "stap"])
    op.create_table(
        "orgaan",
        sa.Column("nr", sa.Integer(), nullable=False),
        sa.Column("orgaan", sa.Text(), nullable=False),
        sa.Column("soort", sa.Text(), nullable=False),
        sa.Column("vanaf", sa.Date(), nullable=True),
        sa.Column("json", sa.Text(), nullable=False),
        sa.Column("bron", sa.Text(), nullable=False),
        sa.Column("ingevoerd_op", sa.DateTime(timezone=True), nullable=False),
        sa.Column("door_functie", sa.Text(), nullable=False),
        sa.Column("door_subject", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("nr", name="pk_orgaan"),
    )
    op.create_index("ix_orgaan_orgaan_soort_vanaf", "orgaan", ["orgaan", "soort", "vanaf"])
    op.add_column("uitgaand", sa.Column("betreft", sa.Text(), nullable=True))
