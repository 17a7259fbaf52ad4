"""Packs, keys, checkpoints, the audit trail, sealed functions, and documents from outside."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

_TEKST, _MOMENT = sa.Text(), sa.DateTime(timezone=True)


def upgrade() -> None:
    """Forward only: a register is rebuilt or restored, never taken back."""
    op.add_column("contact", sa.Column("zout", _TEKST, nullable=True))
    op.add_column("uitgaand", sa.Column("controlepunt", sa.Integer(), nullable=True))
    op.add_column("document", sa.Column("vernietigd_op", _MOMENT, nullable=True))
    _pakken()
    _bewijs()
    _stukken()


def _pakken() -> None:
    op.create_table(
        "pak",
        _verplicht("run_id"),
        sa.Column("tot_seq", sa.Integer(), nullable=False),
        *(_verplicht(naam) for naam in ("opgave", "aanleiding", "plek", "sha256")),
        sa.Column("gesloten", sa.Boolean(), nullable=False),
        sa.Column("gemaakt_op", _MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("run_id", "tot_seq", name="pk_pak"),
    )
    op.create_index("ix_pak_opgave", "pak", ["opgave"])
    op.create_table(
        "pakwens",
        *(_verplicht(naam) for naam in ("opgave", "run_id")),
        sa.Column("seq", sa.Integer(), nullable=False),
        _verplicht("aanleiding"),
        sa.Column("pogingen", sa.Integer(), nullable=False),
        _verplicht("fout"),
        sa.Column("niet_voor", _MOMENT, nullable=True),
        sa.PrimaryKeyConstraint("opgave", "run_id", "aanleiding", "seq", name="pk_pakwens"),
    )
    op.create_table(
        "run",
        *(_verplicht(naam) for naam in ("run_id", "opgave")),
        sa.Column("vanaf_seq", sa.Integer(), nullable=False),
        sa.Column("gezien_op", _MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("run_id", name="pk_run"),
    )
    op.create_index("ix_run_opgave", "run", ["opgave"])


def _bewijs() -> None:
    op.create_table(
        "sleutel",
        *(_verplicht(naam) for naam in ("sleutel_id", "pem")),
        sa.Column("vanaf", _MOMENT, nullable=False),
        sa.Column("tot", _MOMENT, nullable=True),
        _verplicht("wissel"),
        sa.PrimaryKeyConstraint("sleutel_id", name="pk_sleutel"),
    )
    op.create_table(
        "controlepunt",
        sa.Column("nr", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("op", _MOMENT, nullable=False),
        sa.Column("aantal", sa.Integer(), nullable=False),
        *(_verplicht(naam) for naam in ("wortel", "vorige", "handtekening", "sleutel_id", "bladen")),
        sa.Column("stempel", sa.LargeBinary(), nullable=True),
        sa.PrimaryKeyConstraint("nr", name="pk_controlepunt"),
    )
    op.create_table(
        "spoor",
        _verplicht("opgave"),
        sa.Column("nr", sa.Integer(), nullable=False),
        *(_verplicht(naam) for naam in ("actie", "object", "resultaat", "oorsprong", "functie", "subject")),
        sa.Column("tijdstip", _MOMENT, nullable=False),
        *(_verplicht(naam) for naam in ("gegevens", "vorige", "handtekening", "sleutel_id")),
        sa.PrimaryKeyConstraint("opgave", "nr", name="pk_spoor"),
    )
    op.create_table(
        "bekleding",
        sa.Column("nr", sa.Integer(), nullable=False),
        *(_verplicht(naam) for naam in ("functie", "organisatie", "soort", "zegel")),
        sa.Column("van", sa.Date(), nullable=True),
        sa.Column("tot", sa.Date(), nullable=True),
        sa.Column("vastgelegd_op", _MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("nr", name="pk_bekleding"),
    )
    op.create_index("ix_bekleding_organisatie_functie", "bekleding", ["organisatie", "functie"])


def _stukken() -> None:
    op.create_table(
        "stuk",
        *(_verplicht(naam) for naam in ("sha256", "opgave", "bestandsnaam", "mediatype")),
        sa.Column("inhoud", sa.LargeBinary(), nullable=False),
        sa.Column("toegevoegd_op", _MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("opgave", "sha256", name="pk_stuk"),
    )


def _verplicht(naam: str) -> "sa.Column[str]":
    return sa.Column(naam, _TEKST, nullable=False)
