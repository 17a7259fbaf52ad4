"""What an effect may write inside the one transaction: a message, an inbox entry, a line of the besluitenlijst."""

import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, bindparam, func, insert, select, update

from domain.feit import Feit
from domain.gevolg import Adres, Bekendmaken, Voorleggen
from register.contacten import geldt
from register.postvoorwaarden import nu_en_vandaag
from register.tabellen import BESLUITENLIJST, CONTACT, UITGAAND, VOORSTEL
from register.verbinding import vergrendel

_NIEUW_BERICHT = insert(UITGAAND)
_BEREIKBAAR = select(CONTACT.c.functie, CONTACT.c.organisatie).where(
    CONTACT.c.organisatie.in_(bindparam("organisaties", expanding=True)), geldt(bindparam("dag"))
)
"""Made once: putting a statement together takes longer than carrying it out."""


@dataclass(frozen=True)
class Brief:
    """A message as it will be sent, still without an e-mail address.

    `inhoud` is the letter as JSON, from which text and HTML are made when it is sent; `tekst` is for a message that is
    plain text and nothing more. Messages of one `bundel` go in one mail, from `niet_voor` on.
    """

    aan: Adres
    onderwerp: str
    tekst: str = ""
    inhoud: str = ""
    soort: str = "bericht"
    wettelijk: bool = False
    bundel: str | None = None
    niet_voor: datetime | None = None


def bericht_id(sleutel: str) -> str:
    """The same Message-ID for the same key, however often a message has to be sent."""
    return f"<{hashlib.sha256(sleutel.encode()).hexdigest()[:32]}@opgavenmotor>"


@dataclass
class Schrijver:
    """Writes the effects of one batch. Messages wait until `klaar`, so that they go in together.

    `klaar` may be called more than once: before messages already written are touched, and at the end.
    """

    verbinding: Connection
    _post: list[dict[str, Any]] = field(default_factory=list)

    def stuur(self, feit: Feit, nr: int, brief: Brief, betreft: str | None = None, *, houd_aan: bool = False) -> None:
        """Put a message in the outbox.

        Args:
            nr: numbers the effects of one fact.
            betreft: the step or other thing it is about.
            houd_aan: it may not go out before that step has been judged.
        """
        sleutel = f"{feit.opgave}:{feit.seq}:{nr}:{brief.aan}"
        rij = _rij(sleutel, brief, feit.opgave, feit.seq, feit.vastgelegd_op)
        self._post.append(rij | {"status": "aangehouden" if houd_aan else "klaar", "betreft": betreft})

    def leg_voor(self, feit: Feit, nr: int, voorstel: Voorleggen) -> None:
        """Put an entry in the inbox of a body; an earlier entry of the same step makes room for it."""
        zelfde_stap = (VOORSTEL.c.opgave == feit.opgave) & (VOORSTEL.c.stap == voorstel.stap)
        open_ = VOORSTEL.c.status.in_(("voorgelegd", "aangehouden"))
        self.verbinding.execute(update(VOORSTEL).where(zelfde_stap, open_).values(status="teruggenomen"))
        self.verbinding.execute(
            insert(VOORSTEL).values(
                sleutel=f"{feit.opgave}:{feit.seq}:{nr}",
                opgave=feit.opgave,
                seq=feit.seq,
                stukken=json.dumps([stuk.model_dump(mode="json") for stuk in voorstel.stukken], ensure_ascii=False),
                status="voorgelegd",
                uitkomst="",
                **voorstel.model_dump(exclude={"soort", "stukken"}),
            )
        )

    def maak_bekend(self, feit: Feit, nr: int, besluit: Bekendmaken, portefeuille: str) -> None:
        """Add a line to the besluitenlijst, with the next number of that body on that day."""
        self.verbinding.execute(
            insert(BESLUITENLIJST).values(
                sleutel=f"{feit.opgave}:{feit.seq}:{nr}",
                nummer=self._volgend_nummer(besluit),
                portefeuille=portefeuille,
                beslispunten="\n".join(besluit.beslispunten),
                grondslag="\n".join(besluit.grondslag),
                opgave=feit.opgave,
                **besluit.model_dump(include={"orgaan", "op", "titel", "uitkomst", "samenvatting", "stap"}),
            )
        )

    def klaar(self) -> None:
        """Write the messages; one for a function nobody has an address of is kept and shown as such."""
        _schrijf_post(self.verbinding, self._post)
        self._post = []

    def _volgend_nummer(self, besluit: Bekendmaken) -> int:
        vergrendel(self.verbinding, "besluitenlijst")
        zelfde_dag = (BESLUITENLIJST.c.orgaan == besluit.orgaan) & (BESLUITENLIJST.c.op == besluit.op)
        hoogste = select(func.max(BESLUITENLIJST.c.nummer)).where(zelfde_dag)
        return (self.verbinding.execute(hoogste).scalar() or 0) + 1


def zet_los(
    verbinding: Connection,
    sleutel: str,
    brief: Brief,
    opgave: str = "",
    betreft: str | None = None,
    *,
    op: datetime | None = None,
) -> bool:
    """Put a message in the outbox that follows from no fact. Gives False when this key was written before.

    Args:
        sleutel: names the message for good, so that it is never written twice.
        opgave: the opgave it is about; empty for a message about several.
        betreft: what it is about: a request, a step.
        op: when it was written (UTC); now, unless the caller has its own clock.
    """
    bekend = select(UITGAAND.c.sleutel).where(UITGAAND.c.sleutel == sleutel)
    if verbinding.execute(bekend).first():
        return False
    rij = _rij(sleutel, brief, opgave, 0, op or datetime.now(UTC))
    _schrijf_post(verbinding, [rij | {"status": "klaar", "betreft": betreft}])
    return True


def _rij(sleutel: str, brief: Brief, opgave: str, seq: int, op: datetime) -> dict[str, Any]:
    """A row of the outbox; whether it is ready is for the caller."""
    return {
        "sleutel": sleutel,
        "opgave": opgave,
        "seq": seq,
        "functie": brief.aan.functie,
        "organisatie": brief.aan.organisatie,
        "onderwerp": brief.onderwerp,
        "tekst": brief.tekst,
        "inhoud": brief.inhoud,
        "soort": brief.soort,
        "wettelijk": brief.wettelijk,
        "bundel": brief.bundel,
        "niet_voor": brief.niet_voor,
        "message_id": bericht_id(sleutel),
        "pogingen": 0,
        "fout": "",
        "aangemaakt_op": op,
    }


def _schrijf_post(verbinding: Connection, rijen: Sequence[dict[str, Any]]) -> None:
    if not rijen:
        return
    bekend = _bekende_functies(verbinding, {rij["organisatie"] for rij in rijen})
    for rij in rijen:
        if rij["status"] == "klaar" and (rij["functie"], rij["organisatie"]) not in bekend:
            rij["status"] = "geen_adres"
    verbinding.execute(_NIEUW_BERICHT, rijen)


def _bekende_functies(verbinding: Connection, organisaties: Iterable[str]) -> set[tuple[str, str]]:
    """The functions that somebody can be reached in today."""
    waarden = {"organisaties": sorted(organisaties), "dag": nu_en_vandaag()[1]}
    return {(rij.functie, rij.organisatie) for rij in verbinding.execute(_BEREIKBAAR, waarden)}
