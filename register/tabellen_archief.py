"""The tables of the evidence: packs, keys, checkpoints, the audit trail, and sealed proof of who held a function."""

from sqlalchemy import Boolean, Column, Date, Index, Integer, LargeBinary, PrimaryKeyConstraint, Table

from register.tabellen import METADATA, Moment, Tekst

# One row per run that lies in a pack in the store. `gesloten`: that run had ended, so its history will never change.
PAK = Table(
    "pak",
    METADATA,
    Column("run_id", Tekst, nullable=False),
    Column("tot_seq", Integer, nullable=False),
    Column("opgave", Tekst, nullable=False),
    Column("aanleiding", Tekst, nullable=False),
    Column("plek", Tekst, nullable=False),
    Column("sha256", Tekst, nullable=False),
    Column("gesloten", Boolean, nullable=False),
    Column("gemaakt_op", Moment, nullable=False),
    PrimaryKeyConstraint("run_id", "tot_seq"),
    Index(None, "opgave"),
)

# What still has to be packed: written in the transaction of the facts that ask for it.
PAKWENS = Table(
    "pakwens",
    METADATA,
    Column("opgave", Tekst, nullable=False),
    Column("run_id", Tekst, nullable=False),
    Column("seq", Integer, nullable=False),
    Column("aanleiding", Tekst, nullable=False),
    Column("pogingen", Integer, nullable=False),
    Column("fout", Tekst, nullable=False),
    Column("niet_voor", Moment, nullable=True),
    PrimaryKeyConstraint("opgave", "run_id", "aanleiding", "seq"),
)

# The runs of each opgave that handed facts to the register, so that a run that was continued is known to have ended.
RUN = Table(
    "run",
    METADATA,
    Column("run_id", Tekst, primary_key=True),
    Column("opgave", Tekst, nullable=False),
    Column("vanaf_seq", Integer, nullable=False),
    Column("gezien_op", Moment, nullable=False),
    Index(None, "opgave"),
)

SLEUTEL = Table(
    "sleutel",
    METADATA,
    Column("sleutel_id", Tekst, primary_key=True),
    Column("pem", Tekst, nullable=False),
    Column("vanaf", Moment, nullable=False),
    Column("tot", Moment, nullable=True),
    Column("wissel", Tekst, nullable=False),
)

# `bladen` is the JSON of the leaves that changed since the checkpoint before, and the head of the general trail;
# `stempel` the RFC 3161 time stamp over the hash of the checkpoint, if any.
CONTROLEPUNT = Table(
    "controlepunt",
    METADATA,
    Column("nr", Integer, primary_key=True, autoincrement=False),
    Column("op", Moment, nullable=False),
    Column("aantal", Integer, nullable=False),
    Column("wortel", Tekst, nullable=False),
    Column("vorige", Tekst, nullable=False),
    Column("handtekening", Tekst, nullable=False),
    Column("sleutel_id", Tekst, nullable=False),
    Column("bladen", Tekst, nullable=False),
    Column("stempel", LargeBinary, nullable=True),
)

SPOOR = Table(
    "spoor",
    METADATA,
    Column("opgave", Tekst, nullable=False),
    Column("nr", Integer, nullable=False),
    Column("actie", Tekst, nullable=False),
    Column("object", Tekst, nullable=False),
    Column("resultaat", Tekst, nullable=False),
    Column("oorsprong", Tekst, nullable=False),
    Column("functie", Tekst, nullable=False),
    Column("subject", Tekst, nullable=False),
    Column("tijdstip", Moment, nullable=False),
    Column("gegevens", Tekst, nullable=False),
    Column("vorige", Tekst, nullable=False),
    Column("handtekening", Tekst, nullable=False),
    Column("sleutel_id", Tekst, nullable=False),
    PrimaryKeyConstraint("opgave", "nr"),
)

# A commitment to who held a function, without saying who: sha256 over a secret slip that only the contact row holds.
# Rows are never changed or removed, also not when the contact is erased; an end is a row of its own.
BEKLEDING = Table(
    "bekleding",
    METADATA,
    Column("nr", Integer, primary_key=True),
    Column("functie", Tekst, nullable=False),
    Column("organisatie", Tekst, nullable=False),
    Column("soort", Tekst, nullable=False),
    Column("zegel", Tekst, nullable=False),
    Column("van", Date, nullable=True),
    Column("tot", Date, nullable=True),
    Column("vastgelegd_op", Moment, nullable=False),
    Index(None, "organisatie", "functie"),
)

# Bytes that came from outside and are named by hash in a fact (a letter, a proposal), handed in for the archive.
STUK = Table(
    "stuk",
    METADATA,
    Column("sha256", Tekst, nullable=False),
    Column("opgave", Tekst, nullable=False),
    Column("bestandsnaam", Tekst, nullable=False),
    Column("mediatype", Tekst, nullable=False),
    Column("inhoud", LargeBinary, nullable=False),
    Column("toegevoegd_op", Moment, nullable=False),
    PrimaryKeyConstraint("opgave", "sha256"),
)
