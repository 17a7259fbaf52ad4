"""What an effect may write inside the one transaction: a message, an inbox entry, a line of the besluitenlijst."""

import hashlib
import json
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, bindparam, func, insert, select, update

from domain.feit import Feit
from domain.gevolg import Adres, Bekendmaken, Voorleggen
from register.tabellen import BESLUITENLIJST, CONTACT, UITGAAND, VOORSTEL
from register.verbinding import vergrendel

_NIEUW_BERICHT = insert(UITGAAND)
_FUNCTIES = select(CONTACT.c.functie, CONTACT.c.organisatie).where(
    CONTACT.c.organisatie.in_(bindparam("organisaties", expanding=True))
)


@dataclass(frozen=True)
class Brief:
    """A message as it will be sent, still without an e-mail address."""

    aan: Adres
    onderwerp: str
    tekst: str


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
        self._post.append(
            {
                "sleutel": sleutel,
                "opgave": feit.opgave,
                "seq": feit.seq,
                "functie": brief.aan.functie,
                "organisatie": brief.aan.organisatie,
                "onderwerp": brief.onderwerp,
                "tekst": brief.tekst,
                "message_id": bericht_id(sleutel),
                "status": "aangehouden" if houd_aan else "klaar",
                "pogingen": 0,
                "fout": "",
                "aangemaakt_op": feit.vastgelegd_op,
                "betreft": betreft,
            }
        )

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
        if not self._post:
            return
        bekend = self._bekende_functies()
        for rij in self._post:
            if rij["status"] == "klaar" and (rij["functie"], rij["organisatie"]) not in bekend:
                rij["status"] = "geen_adres"
        self.verbinding.execute(_NIEUW_BERICHT, self._post)
        self._post = []

    def _volgend_nummer(self, besluit: Bekendmaken) -> int:
        vergrendel(self.verbinding, "besluitenlijst")
        zelfde_dag = (BESLUITENLIJST.c.orgaan == besluit.orgaan) & (BESLUITENLIJST.c.op == besluit.op)
        hoogste = select(func.max(BESLUITENLIJST.c.nummer)).where(zelfde_dag)
        return (self.verbinding.execute(hoogste).scalar() or 0) + 1

    def _bekende_functies(self) -> set[tuple[str, str]]:
        organisaties = sorted({rij["organisatie"] for rij in self._post})
        rijen = self.verbinding.execute(_FUNCTIES, {"organisaties": organisaties})
        return {(rij.functie, rij.organisatie) for rij in rijen}
