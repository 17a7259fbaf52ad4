"""The tables of the events for other systems: what happened, who subscribed, and what was delivered."""

from sqlalchemy import Boolean, Column, Index, Integer, PrimaryKeyConstraint, Table, UniqueConstraint

from register.tabellen import METADATA, Moment, Tekst

# One event of the NL GOV profile for CloudEvents; `volgnr` counts from 1 without a gap. `data` is JSON, ids and kinds.
GEBEURTENIS = Table(
    "gebeurtenis",
    METADATA,
    Column("volgnr", Integer, primary_key=True, autoincrement=False),
    Column("id", Tekst, nullable=False),
    Column("type", Tekst, nullable=False),
    Column("opgave", Tekst, nullable=False),
    Column("tijd", Moment, nullable=False),
    Column("data", Tekst, nullable=False),
    UniqueConstraint("id"),
)

# A subscriber. Its secret is not here: it follows from the key file of the province and the name.
ABONNEE = Table(
    "abonnee",
    METADATA,
    Column("naam", Tekst, primary_key=True),
    Column("url", Tekst, nullable=False),
    Column("soorten", Tekst, nullable=False),
    Column("vanaf", Integer, nullable=False),
    Column("actief", Boolean, nullable=False),
    Column("aangemaakt_op", Moment, nullable=False),
)

AFLEVERING = Table(
    "aflevering",
    METADATA,
    Column("abonnee", Tekst, nullable=False),
    Column("volgnr", Integer, nullable=False),
    Column("status", Tekst, nullable=False),
    Column("pogingen", Integer, nullable=False),
    Column("volgende_op", Moment, nullable=True),
    Column("code", Integer, nullable=True),
    Column("fout", Tekst, nullable=False),
    Column("afgeleverd_op", Moment, nullable=True),
    PrimaryKeyConstraint("abonnee", "volgnr"),
    Index(None, "status", "volgende_op"),
)
