"""The tables of the register. All of it but the contacts and what is known of the bodies can be rebuilt from the facts.

Moments are UTC. JSON is kept as text: it is written and read whole, and the database never looks inside.
"""

from datetime import UTC, datetime

from sqlalchemy import (
    Boolean,
    Column,
    Date,
    DateTime,
    Dialect,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    PrimaryKeyConstraint,
    Table,
    Text,
    TypeDecorator,
    UniqueConstraint,
    false,
)

METADATA = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    }
)


class Tekst(TypeDecorator[str]):
    """Text of any length. PostgreSQL can't store the NUL sign, and one in a note must not stop an opgave."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        """Show a NUL as the sign for "unreadable"; the JSON of a fact holds it escaped, so evidence keeps it."""
        return value.replace("\0", "\ufffd") if value and "\0" in value else value


class Moment(TypeDecorator[datetime]):
    """A moment in UTC. SQLite forgets the zone, so it is put back on reading."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Store every moment in UTC."""
        return None if value is None else value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Give every moment back in UTC, whatever the zone of the database session."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


OPGAVE = Table(
    "opgave",
    METADATA,
    Column("id", Tekst, primary_key=True),
    Column("titel", Tekst, nullable=False),
    Column("thema", Tekst, nullable=False),
    Column("fase", Tekst, nullable=False),
    Column("toestand", Tekst, nullable=False),
    Column("trekker", Tekst, nullable=False),
    Column("seq", Integer, nullable=False),
    Column("kop", Tekst, nullable=False),
    Column("stand", Tekst, nullable=False),
    Column("bijgewerkt_op", Moment, nullable=False),
    Column("soort", Tekst, nullable=False, server_default="opgave"),
)

FEIT = Table(
    "feit",
    METADATA,
    Column("opgave", Tekst, nullable=False),
    Column("seq", Integer, nullable=False),
    Column("hash", Tekst, nullable=False),
    Column("soort", Tekst, nullable=False),
    Column("vastgelegd_op", Moment, nullable=False),
    Column("gebeurd_op", Date, nullable=False),
    Column("laat", Boolean, nullable=False),
    Column("door_functie", Tekst, nullable=False),
    Column("door_subject", Tekst, nullable=False),
    Column("namens", Tekst, nullable=False),
    Column("opdracht", Tekst, nullable=True),
    Column("tekst", Tekst, nullable=False),
    Column("vertelling", Tekst, nullable=False),
    PrimaryKeyConstraint("opgave", "seq"),
)

GROOTBOEK = Table(
    "grootboek",
    METADATA,
    Column("opgave", Tekst, nullable=False),
    Column("van_seq", Integer, nullable=False),
    Column("tot_seq", Integer, nullable=False),
    Column("hash", Tekst, nullable=False),
    Column("vorige", Tekst, nullable=False),
    Column("handtekening", Tekst, nullable=False),
    Column("sleutel_id", Tekst, nullable=False),
    Column("getekend_op", Moment, nullable=False),
    PrimaryKeyConstraint("opgave", "tot_seq"),
)

# `bezet_tot` is the lease of the one deliverer that is busy with the row. `inhoud` is the letter as JSON, from which
# text and HTML are made. Rows of one `bundel` (an addressee on a day) go in one mail from `niet_voor` on; `zending` is
# the Message-ID of that mail once it was put together, and from then on it never changes. `controlepunt` is the number
# of the checkpoint that stands at the foot of the mail: a copy of it that others hold.
UITGAAND = Table(
    "uitgaand",
    METADATA,
    Column("sleutel", Tekst, primary_key=True),
    Column("opgave", Tekst, nullable=False),
    Column("seq", Integer, nullable=False),
    Column("functie", Tekst, nullable=False),
    Column("organisatie", Tekst, nullable=False),
    Column("onderwerp", Tekst, nullable=False),
    Column("tekst", Tekst, nullable=False),
    Column("message_id", Tekst, nullable=False),
    Column("status", Tekst, nullable=False),
    Column("pogingen", Integer, nullable=False),
    Column("fout", Tekst, nullable=False),
    Column("aangemaakt_op", Moment, nullable=False),
    Column("verzonden_op", Moment, nullable=True),
    Column("bezet_tot", Moment, nullable=True),
    Column("betreft", Tekst, nullable=True),
    Column("soort", Tekst, nullable=False, server_default="bericht"),
    Column("inhoud", Tekst, nullable=False, server_default=""),
    Column("wettelijk", Boolean, nullable=False, server_default=false()),
    Column("niet_voor", Moment, nullable=True),
    Column("bundel", Tekst, nullable=True),
    Column("zending", Tekst, nullable=True),
    Column("controlepunt", Integer, nullable=True),
    Index(None, "opgave", "status"),
    Index(None, "status", "organisatie", "functie"),
    Index(None, "bundel"),
    Index(None, "zending"),
)

VOORSTEL = Table(
    "voorstel",
    METADATA,
    Column("sleutel", Tekst, primary_key=True),
    Column("opgave", Tekst, nullable=False),
    Column("seq", Integer, nullable=False),
    Column("stap", Tekst, nullable=False),
    Column("code", Tekst, nullable=False),
    Column("orgaan", Tekst, nullable=False),
    Column("onderwerp", Tekst, nullable=False),
    Column("vergadering_op", Date, nullable=True),
    Column("toelichting", Tekst, nullable=False),
    Column("stukken", Tekst, nullable=False),
    Column("status", Tekst, nullable=False),
    Column("uitkomst", Tekst, nullable=False),
    Index(None, "opgave", "stap"),
    Index(None, "orgaan", "status"),
)

BESLUITENLIJST = Table(
    "besluitenlijst",
    METADATA,
    Column("sleutel", Tekst, primary_key=True),
    Column("orgaan", Tekst, nullable=False),
    Column("op", Date, nullable=False),
    Column("nummer", Integer, nullable=False),
    Column("titel", Tekst, nullable=False),
    Column("portefeuille", Tekst, nullable=False),
    Column("uitkomst", Tekst, nullable=False),
    Column("beslispunten", Tekst, nullable=False),
    Column("samenvatting", Tekst, nullable=False),
    Column("grondslag", Tekst, nullable=False),
    Column("opgave", Tekst, nullable=False),
    Column("stap", Tekst, nullable=False),
    UniqueConstraint("orgaan", "op", "nummer"),
)

WACHTPOST = Table(
    "wachtpost",
    METADATA,
    Column("opgave", Tekst, nullable=False),
    Column("nr", Integer, nullable=False),
    Column("id", Tekst, nullable=False),
    Column("op_wie", Tekst, nullable=False),
    Column("organisatie", Tekst, nullable=False),
    Column("waarop", Tekst, nullable=False),
    Column("soort", Tekst, nullable=False),
    Column("sinds", Date, nullable=False),
    Column("uiterlijk", Date, nullable=True),
    PrimaryKeyConstraint("opgave", "nr"),
    Index(None, "organisatie", "op_wie"),
)

# Seats and calendars of the bodies. Rows are only added, so that what was known on a day stays readable.
ORGAAN = Table(
    "orgaan",
    METADATA,
    Column("nr", Integer, primary_key=True),
    Column("orgaan", Tekst, nullable=False),
    Column("soort", Tekst, nullable=False),
    Column("vanaf", Date, nullable=True),
    Column("json", Tekst, nullable=False),
    Column("bron", Tekst, nullable=False),
    Column("ingevoerd_op", Moment, nullable=False),
    Column("door_functie", Tekst, nullable=False),
    Column("door_subject", Tekst, nullable=False),
    Index(None, "orgaan", "soort", "vanaf"),
)

DOCUMENT = Table(
    "document",
    METADATA,
    Column("sleutel", Tekst, primary_key=True),
    Column("opgave", Tekst, nullable=False),
    Column("seq", Integer, nullable=False),
    Column("stap", Tekst, nullable=False),
    Column("soort", Tekst, nullable=False),
    Column("titel", Tekst, nullable=False),
    Column("bestandsnaam", Tekst, nullable=False),
    Column("mediatype", Tekst, nullable=False),
    Column("sha256", Tekst, nullable=False),
    Column("inhoud", LargeBinary, nullable=False),
    Column("gemaakt_op", Moment, nullable=False),
    Column("vernietigd_op", Moment, nullable=True),
    Index(None, "opgave", "stap"),
)

# The only table with personal data: it stands apart, so that a person can be forgotten without touching the chain.
# `zout` opens the seal of this contact in `bekleding`; it goes when the contact is erased.
# A function can have several contacts; each holds from `van` through `tot` (Amsterdam dates), open when empty.
CONTACT = Table(
    "contact",
    METADATA,
    Column("nr", Integer, primary_key=True),
    Column("functie", Tekst, nullable=False),
    Column("organisatie", Tekst, nullable=False),
    Column("email", Tekst, nullable=False),
    Column("naam", Tekst, nullable=True),
    Column("van", Date, nullable=True),
    Column("tot", Date, nullable=True),
    Column("zout", Tekst, nullable=True),
    Index(None, "organisatie", "functie"),
)
