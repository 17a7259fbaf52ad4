"""Agendas beside opgaven, commands between lives, lessons that are searched, and lead times."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

_TEKST, _MOMENT = sa.Text(), sa.DateTime(timezone=True)


def upgrade() -> None:
    """Forward only: a register is rebuilt or restored, never taken back."""
    op.add_column("opgave", sa.Column("soort", _TEKST, nullable=False, server_default="opgave"))
    _overbrengingen()
    _agendapunten()
    _lessen()
    _doorlooptijden()


def _overbrengingen() -> None:
    op.create_table(
        "overbrenging",
        _verplicht("sleutel"),
        _verplicht("van"),
        sa.Column("seq", sa.Integer(), nullable=False),
        *(_verplicht(naam) for naam in ("naar", "soort", "inhoud")),
        sa.Column("begin", _TEKST, nullable=False, server_default=""),
        _verplicht("status"),
        sa.Column("pogingen", sa.Integer(), nullable=False),
        _verplicht("fout"),
        sa.Column("aangemaakt_op", _MOMENT, nullable=False),
        sa.Column("niet_voor", _MOMENT, nullable=True),
        sa.Column("gedaan_op", _MOMENT, nullable=True),
        sa.PrimaryKeyConstraint("sleutel", name="pk_overbrenging"),
    )
    op.create_index("ix_overbrenging_status", "overbrenging", ["status"])
    op.create_index("ix_overbrenging_van", "overbrenging", ["van"])


def _agendapunten() -> None:
    kolommen = ("agenda", "opgave", "titel", "thema", "periode", "horizon", "rijpheid", "status")
    op.create_table(
        "agendapunt",
        *(_verplicht(naam) for naam in kolommen),
        sa.PrimaryKeyConstraint("agenda", "opgave", name="pk_agendapunt"),
    )
    op.create_index("ix_agendapunt_opgave", "agendapunt", ["opgave"])


def _lessen() -> None:
    kolommen = ("opgave", "les", "titel", "thema", "vorm", "fase", "type", "aanleiding", "partners", "rollen", "status")
    op.create_table(
        "les",
        *(_verplicht(naam) for naam in kolommen),
        sa.Column("goed", sa.Boolean(), nullable=False),
        sa.Column("openbaar", sa.Boolean(), nullable=False, server_default=sa.true()),
        *(_verplicht(naam) for naam in ("regel", "stammen")),
        sa.Column("bijgewerkt_op", _MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("opgave", "les", name="pk_les"),
    )
    op.create_index("ix_les_thema", "les", ["thema"])
    op.create_index("ix_les_vorm", "les", ["vorm"])
    op.create_table(
        "lesstam",
        sa.Column("stam", sa.Text().with_variant(sa.Text(collation="C"), "postgresql"), nullable=False),
        *(_verplicht(naam) for naam in ("opgave", "les")),
        sa.Column("gewicht", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("stam", "opgave", "les", name="pk_lesstam"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_lesstam_opgave", "lesstam", ["opgave"])


def _doorlooptijden() -> None:
    op.create_table(
        "doorlooptijd",
        *(_verplicht(naam) for naam in ("opgave", "soort", "id", "code", "wie")),
        sa.Column("van", sa.Date(), nullable=False),
        sa.Column("tot", sa.Date(), nullable=False),
        sa.Column("dagen", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("opgave", "soort", "id", name="pk_doorlooptijd"),
    )
    op.create_index("ix_doorlooptijd_soort_code", "doorlooptijd", ["soort", "code"])


def _verplicht(naam: str) -> "sa.Column[str]":
    return sa.Column(naam, _TEKST, nullable=False)
