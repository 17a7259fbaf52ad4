"""The tables of organisations and of the links by which people answer. No address, no name and no token in them."""

from sqlalchemy import Column, ForeignKey, Index, Integer, PrimaryKeyConstraint, Table

from register.tabellen import METADATA, Moment, Tekst

# Organisations as they were imported; `tooi` is the identifier of a public body, empty for others.
ORGANISATIE = Table(
    "organisatie",
    METADATA,
    Column("id", Tekst, primary_key=True),
    Column("naam", Tekst, nullable=False),
    Column("type", Tekst, nullable=False),
    Column("tooi", Tekst, nullable=False),
    Column("bron", Tekst, nullable=False),
    Column("ingevoerd_op", Moment, nullable=False),
)

# Which organisation takes part in which joint arrangement.
DEELNEMING = Table(
    "deelneming",
    METADATA,
    Column("organisatie", Tekst, nullable=False),
    Column("regeling", Tekst, nullable=False),
    Column("bron", Tekst, nullable=False),
    PrimaryKeyConstraint("organisatie", "regeling"),
)

# A link lets one function of a partner answer one thing. `doel`: verzoek, besluit or dossier. `adres_hash` is a keyed
# hash of the address it was sent to, so that a new link can go to that address only.
LINK = Table(
    "link",
    METADATA,
    Column("id", Tekst, primary_key=True),
    Column("opgave", Tekst, nullable=False),
    Column("organisatie", Tekst, nullable=False),
    Column("functie", Tekst, nullable=False),
    Column("doel", Tekst, nullable=False),
    Column("betreft", Tekst, nullable=False),
    Column("geldig_tot", Moment, nullable=False),
    Column("adres_hash", Tekst, nullable=False),
    Column("aangemaakt_op", Moment, nullable=False),
    Column("ingetrokken_op", Moment, nullable=True),
    Index(None, "opgave", "betreft"),
    Index(None, "organisatie", "functie"),
)

# The SHA-256 of each token that was sent for a link; the token itself is nowhere.
LINKTOKEN = Table(
    "linktoken",
    METADATA,
    Column("hash", Tekst, primary_key=True),
    Column("link", Tekst, ForeignKey("link.id"), nullable=False),
    Column("uitgegeven_op", Moment, nullable=False),
    Index(None, "link"),
)

# A visit: the SHA-256 of the cookie, and the token against forged forms.
SESSIE = Table(
    "sessie",
    METADATA,
    Column("hash", Tekst, primary_key=True),
    Column("link", Tekst, ForeignKey("link.id"), nullable=False),
    Column("csrf", Tekst, nullable=False),
    Column("begonnen_op", Moment, nullable=False),
    Column("gezien_op", Moment, nullable=False),
    Index(None, "link"),
)

# What was done with a link: opened, answered, refused. Never the token.
LINKGEBRUIK = Table(
    "linkgebruik",
    METADATA,
    Column("nr", Integer, primary_key=True),
    Column("link", Tekst, ForeignKey("link.id"), nullable=False),
    Column("wat", Tekst, nullable=False),
    Column("op", Moment, nullable=False),
    Index(None, "link"),
)
