"""Bundled mail, contacts with a period, organisations, links, and events for other systems."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

_TEKST, _MOMENT = sa.Text(), sa.DateTime(timezone=True)


def upgrade() -> None:
    """Forward only: a register is rebuilt or restored, never taken back."""
    _post()
    _contacten()
    _partners()
    _links()
    _gebeurtenissen()


def _post() -> None:
    for naam, soort, begin in (
        ("soort", _TEKST, "bericht"),
        ("inhoud", _TEKST, ""),
        ("wettelijk", sa.Boolean(), sa.false()),
    ):
        op.add_column("uitgaand", sa.Column(naam, soort, nullable=False, server_default=begin))
    for naam, moment in (("niet_voor", sa.DateTime(timezone=True)), ("bundel", sa.Text()), ("zending", sa.Text())):
        op.add_column("uitgaand", sa.Column(naam, moment, nullable=True))
    op.create_index("ix_uitgaand_bundel", "uitgaand", ["bundel"])
    op.create_index("ix_uitgaand_zending", "uitgaand", ["zending"])


def _contacten() -> None:
    """Several contacts per function, each with a period: the old primary key goes.

    On PostgreSQL the old table would keep the name of its key, which the new one needs; on SQLite a name is its own.
    """
    op.rename_table("contact", "contact_oud")
    if op.get_bind().dialect.name == "postgresql":
        op.execute("ALTER TABLE contact_oud RENAME CONSTRAINT pk_contact TO pk_contact_oud")
    op.create_table(
        "contact",
        sa.Column("nr", sa.Integer(), nullable=False),
        *(sa.Column(naam, _TEKST, nullable=False) for naam in ("functie", "organisatie", "email")),
        sa.Column("naam", _TEKST, nullable=True),
        sa.Column("van", sa.Date(), nullable=True),
        sa.Column("tot", sa.Date(), nullable=True),
        sa.PrimaryKeyConstraint("nr", name="pk_contact"),
    )
    op.create_index("ix_contact_organisatie_functie", "contact", ["organisatie", "functie"])
    velden = "functie, organisatie, email, naam"
    op.execute(f"INSERT INTO contact ({velden}) SELECT {velden} FROM contact_oud ORDER BY organisatie, functie")
    op.drop_table("contact_oud")


def _partners() -> None:
    op.create_table(
        "organisatie",
        *(sa.Column(naam, _TEKST, nullable=False) for naam in ("id", "naam", "type", "tooi", "bron")),
        sa.Column("ingevoerd_op", _MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_organisatie"),
    )
    op.create_table(
        "deelneming",
        *(sa.Column(naam, _TEKST, nullable=False) for naam in ("organisatie", "regeling", "bron")),
        sa.PrimaryKeyConstraint("organisatie", "regeling", name="pk_deelneming"),
    )


def _links() -> None:
    namen = ("id", "opgave", "organisatie", "functie", "doel", "betreft", "adres_hash")
    op.create_table(
        "link",
        *(sa.Column(naam, _TEKST, nullable=False) for naam in namen),
        sa.Column("geldig_tot", _MOMENT, nullable=False),
        sa.Column("aangemaakt_op", _MOMENT, nullable=False),
        sa.Column("ingetrokken_op", _MOMENT, nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_link"),
    )
    op.create_index("ix_link_opgave_betreft", "link", ["opgave", "betreft"])
    op.create_index("ix_link_organisatie_functie", "link", ["organisatie", "functie"])
    op.create_table(
        "linktoken",
        sa.Column("hash", _TEKST, nullable=False),
        sa.Column("link", _TEKST, sa.ForeignKey("link.id"), nullable=False),
        sa.Column("uitgegeven_op", _MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("hash", name="pk_linktoken"),
    )
    op.create_table(
        "sessie",
        sa.Column("hash", _TEKST, nullable=False),
        sa.Column("link", _TEKST, sa.ForeignKey("link.id"), nullable=False),
        sa.Column("csrf", _TEKST, nullable=False),
        sa.Column("begonnen_op", _MOMENT, nullable=False),
        sa.Column("gezien_op", _MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("hash", name="pk_sessie"),
    )
    op.create_table(
        "linkgebruik",
        sa.Column("nr", sa.Integer(), nullable=False),
        sa.Column("link", _TEKST, sa.ForeignKey("link.id"), nullable=False),
        sa.Column("wat", _TEKST, nullable=False),
        sa.Column("op", _MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("nr", name="pk_linkgebruik"),
    )
    for tabel in ("linktoken", "sessie", "linkgebruik"):
        op.create_index(f"ix_{tabel}_link", tabel, ["link"])


def _gebeurtenissen() -> None:
    op.create_table(
        "gebeurtenis",
        sa.Column("volgnr", sa.Integer(), autoincrement=False, nullable=False),
        *(sa.Column(naam, _TEKST, nullable=False) for naam in ("id", "type", "opgave")),
        sa.Column("tijd", _MOMENT, nullable=False),
        sa.Column("data", _TEKST, nullable=False),
        sa.PrimaryKeyConstraint("volgnr", name="pk_gebeurtenis"),
        sa.UniqueConstraint("id", name="uq_gebeurtenis_id"),
    )
    op.create_table(
        "abonnee",
        *(sa.Column(naam, _TEKST, nullable=False) for naam in ("naam", "url", "soorten")),
        sa.Column("vanaf", sa.Integer(), nullable=False),
        sa.Column("actief", sa.Boolean(), nullable=False),
        sa.Column("aangemaakt_op", _MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("naam", name="pk_abonnee"),
    )
    op.create_table(
        "aflevering",
        sa.Column("abonnee", _TEKST, nullable=False),
        sa.Column("volgnr", sa.Integer(), nullable=False),
        sa.Column("status", _TEKST, nullable=False),
        sa.Column("pogingen", sa.Integer(), nullable=False),
        sa.Column("volgende_op", _MOMENT, nullable=True),
        sa.Column("code", sa.Integer(), nullable=True),
        sa.Column("fout", _TEKST, nullable=False),
        sa.Column("afgeleverd_op", _MOMENT, nullable=True),
        sa.PrimaryKeyConstraint("abonnee", "volgnr", name="pk_aflevering"),
    )
    op.create_index("ix_aflevering_status_volgende_op", "aflevering", ["status", "volgende_op"])
