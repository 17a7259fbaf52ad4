"""The tables of the agenda, of what one life tells another, of lessons that are searched, and of lead times seen."""

from sqlalchemy import Boolean, Column, Date, Index, Integer, PrimaryKeyConstraint, Table, Text, true

from register.tabellen import METADATA, Moment, Tekst

# A command that one life has for another: written in the transaction of the fact it follows from, carried by rounds.
# `sleutel` is the id of the command, so that carrying it twice does it once. `begin` is filled when the other life may
# not exist yet. `status`: klaar, gedaan, geweigerd (the other life refused, and said so in its own history), vervallen.
OVERBRENGING = Table(
    "overbrenging",
    METADATA,
    Column("sleutel", Tekst, primary_key=True),
    Column("van", Tekst, nullable=False),
    Column("seq", Integer, nullable=False),
    Column("naar", Tekst, nullable=False),
    Column("soort", Tekst, nullable=False),
    Column("inhoud", Tekst, nullable=False),
    Column("begin", Tekst, nullable=False, server_default=""),
    Column("status", Tekst, nullable=False),
    Column("pogingen", Integer, nullable=False),
    Column("fout", Tekst, nullable=False),
    Column("aangemaakt_op", Moment, nullable=False),
    Column("niet_voor", Moment, nullable=True),
    Column("gedaan_op", Moment, nullable=True),
    Index(None, "status"),
    Index(None, "van"),
)

# What is on which agenda, as the agenda last said.
AGENDAPUNT = Table(
    "agendapunt",
    METADATA,
    Column("agenda", Tekst, nullable=False),
    Column("opgave", Tekst, nullable=False),
    Column("titel", Tekst, nullable=False),
    Column("thema", Tekst, nullable=False),
    Column("periode", Tekst, nullable=False),
    Column("horizon", Tekst, nullable=False),
    Column("rijpheid", Tekst, nullable=False),
    Column("status", Tekst, nullable=False),
    PrimaryKeyConstraint("agenda", "opgave"),
    Index(None, "opgave"),
)

# Every lesson with what it is found by. `stammen` are the stems of its words, made once here, so that both databases
# find the same. `openbaar` is false for what is not, or no longer, for other eyes.
LES = Table(
    "les",
    METADATA,
    Column("opgave", Tekst, nullable=False),
    Column("les", Tekst, nullable=False),
    Column("titel", Tekst, nullable=False),
    Column("thema", Tekst, nullable=False),
    Column("vorm", Tekst, nullable=False),
    Column("fase", Tekst, nullable=False),
    Column("type", Tekst, nullable=False),
    Column("aanleiding", Tekst, nullable=False),
    Column("partners", Tekst, nullable=False),
    Column("rollen", Tekst, nullable=False),
    Column("status", Tekst, nullable=False),
    Column("goed", Boolean, nullable=False),
    Column("openbaar", Boolean, nullable=False, server_default=true()),
    Column("regel", Tekst, nullable=False),
    Column("stammen", Tekst, nullable=False),
    Column("bijgewerkt_op", Moment, nullable=False),
    PrimaryKeyConstraint("opgave", "les"),
    Index(None, "thema"),
    Index(None, "vorm"),
)

# In which lessons a stem stands; `gewicht` says where: 3 in the title, 2 in the rule, 1 elsewhere. Compared byte by
# byte, so that what begins with a stem is one range on every database.
LESSTAM = Table(
    "lesstam",
    METADATA,
    Column("stam", Text().with_variant(Text(collation="C"), "postgresql"), nullable=False),
    Column("opgave", Tekst, nullable=False),
    Column("les", Tekst, nullable=False),
    Column("gewicht", Integer, nullable=False),
    PrimaryKeyConstraint("stam", "opgave", "les"),
    Index(None, "opgave"),
    sqlite_with_rowid=False,
)

# How long a step, a term or a phase took, so that the next one can be expected. `soort`: stap, verzoek, fase.
DOORLOOPTIJD = Table(
    "doorlooptijd",
    METADATA,
    Column("opgave", Tekst, nullable=False),
    Column("soort", Tekst, nullable=False),
    Column("id", Tekst, nullable=False),
    Column("code", Tekst, nullable=False),
    Column("wie", Tekst, nullable=False),
    Column("van", Date, nullable=False),
    Column("tot", Date, nullable=False),
    Column("dagen", Integer, nullable=False),
    PrimaryKeyConstraint("opgave", "soort", "id"),
    Index(None, "soort", "code"),
)
