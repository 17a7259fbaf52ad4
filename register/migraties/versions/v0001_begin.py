"""The first tables of the register."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Forward only: a register is rebuilt or restored, never taken back."""
    op.create_table(
        "besluitenlijst",
        sa.Column("sleutel", sa.Text(), nullable=False),
        sa.Column("orgaan", sa.Text(), nullable=False),
        sa.Column("op", sa.Date(), nullable=False),
        sa.Column("nummer", sa.Integer(), nullable=False),
        sa.Column("titel", sa.Text(), nullable=False),
        sa.Column("portefeuille", sa.Text(), nullable=False),
        sa.Column("uitkomst", sa.Text(), nullable=False),
        sa.Column("beslispunten", sa.Text(), nullable=False),
        sa.Column("samenvatting", sa.Text(), nullable=False),
        sa.Column("grondslag", sa.Text(), nullable=False),
        sa.Column("opgave", sa.Text(), nullable=False),
        sa.Column("stap", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("sleutel", name="pk_besluitenlijst"),
        sa.UniqueConstraint("orgaan", "op", "nummer", name="uq_besluitenlijst_orgaan_op_nummer"),
    )
    op.create_table(
        "contact",
        sa.Column("functie", sa.Text(), nullable=False),
        sa.Column("organisatie", sa.Text(), nullable=False),
        sa.Column("email", sa.Text(), nullable=False),
        sa.Column("naam", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("functie", "organisatie", name="pk_contact"),
    )
    op.create_table(
        "feit",
        sa.Column("opgave", sa.Text(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("hash", sa.Text(), nullable=False),
        sa.Column("soort", sa.Text(), nullable=False),
        sa.Column("vastgelegd_op", sa.DateTime(timezone=True), nullable=False),
        sa.Column("gebeurd_op", sa.Date(), nullable=False),
        sa.Column("laat", sa.Boolean(), nullable=False),
        sa.Column("door_functie", sa.Text(), nullable=False),
        sa.Column("door_subject", sa.Text(), nullable=False),
        sa.Column("namens", sa.Text(), nullable=False),
        sa.Column("opdracht", sa.Text(), nullable=True),
        sa.Column("tekst", sa.Text(), nullable=False),
        sa.Column("vertelling", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("opgave", "seq", name="pk_feit"),
    )
    op.create_table(
        "grootboek",
        sa.Column("opgave", sa.Text(), nullable=False),
        sa.Column("van_seq", sa.Integer(), nullable=False),
        sa.Column("tot_seq", sa.Integer(), nullable=False),
        sa.Column("hash", sa.Text(), nullable=False),
        sa.Column("vorige", sa.Text(), nullable=False),
        sa.Column("handtekening", sa.Text(), nullable=False),
        sa.Column("sleutel_id", sa.Text(), nullable=False),
        sa.Column("getekend_op", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("opgave", "tot_seq", name="pk_grootboek"),
    )
    op.create_table(
        "opgave",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("titel", sa.Text(), nullable=False),
        sa.Column("thema", sa.Text(), nullable=False),
        sa.Column("fase", sa.Text(), nullable=False),
        sa.Column("toestand", sa.Text(), nullable=False),
        sa.Column("trekker", sa.Text(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("kop", sa.Text(), nullable=False),
        sa.Column("stand", sa.Text(), nullable=False),
        sa.Column("bijgewerkt_op", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_opgave"),
    )
    op.create_table(
        "uitgaand",
        sa.Column("sleutel", sa.Text(), nullable=False),
        sa.Column("opgave", sa.Text(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("functie", sa.Text(), nullable=False),
        sa.Column("organisatie", sa.Text(), nullable=False),
        sa.Column("onderwerp", sa.Text(), nullable=False),
        sa.Column("tekst", sa.Text(), nullable=False),
        sa.Column("message_id", sa.Text(), nullable=False),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("pogingen", sa.Integer(), nullable=False),
        sa.Column("fout", sa.Text(), nullable=False),
        sa.Column("aangemaakt_op", sa.DateTime(timezone=True), nullable=False),
        sa.Column("verzonden_op", sa.DateTime(timezone=True), nullable=True),
        sa.Column("bezet_tot", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("sleutel", name="pk_uitgaand"),
    )
    op.create_index("ix_uitgaand_opgave_status", "uitgaand", ["opgave", "status"])
    op.create_index("ix_uitgaand_status_organisatie_functie", "uitgaand", ["status", "organisatie", "functie"])
    op.create_table(
        "voorstel",
        sa.Column("sleutel", sa.Text(), nullable=False),
        sa.Column("opgave", sa.Text(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("stap", sa.Text(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("orgaan", sa.Text(), nullable=False),
        sa.Column("onderwerp", sa.Text(), nullable=False),
        sa.Column("vergadering_op", sa.Date(), nullable=True),
        sa.Column("toelichting", sa.Text(), nullable=False),
        sa.Column("stukken", sa.Text(), nullable=False),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("uitkomst", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("sleutel", name="pk_voorstel"),
    )
    op.create_index("ix_voorstel_opgave_stap", "voorstel", ["opgave", "stap"])
    op.create_index("ix_voorstel_orgaan_status", "voorstel", ["orgaan", "status"])
    op.create_table(
        "wachtpost",
        sa.Column("opgave", sa.Text(), nullable=False),
        sa.Column("nr", sa.Integer(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("op_wie", sa.Text(), nullable=False),
        sa.Column("organisatie", sa.Text(), nullable=False),
        sa.Column("waarop", sa.Text(), nullable=False),
        sa.Column("soort", sa.Text(), nullable=False),
        sa.Column("sinds", sa.Date(), nullable=False),
        sa.Column("uiterlijk", sa.Date(), nullable=True),
        sa.PrimaryKeyConstraint("opgave", "nr", name="pk_wachtpost"),
    )
    op.create_index("ix_wachtpost_organisatie_op_wie", "wachtpost", ["organisatie", "op_wie"])
    # ### end Alembic commands ###
