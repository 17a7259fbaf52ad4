"""Something that waits on someone: the row of every list of open work."""

from datetime import date

from domain.basis import Kenmerk, Model
from domain.gevolg import Adres
from domain.gevolgen import adressen
from domain.regels import termijnen
from domain.stand import Stand
from domain.woorden import met_namen


class Wachtpost(Model):
    """Something that waits on someone. `op_wie` is a function at `organisatie`; `uiterlijk` the last day, if any."""

    id: Kenmerk
    soort: str
    op_wie: Kenmerk
    organisatie: Kenmerk = "provincie"
    waarop: str
    sinds: date
    uiterlijk: date | None = None

    def te_laat(self, op: date) -> bool:
        """Whether the last day has passed."""
        return self.uiterlijk is not None and self.uiterlijk < op


def post(stand: Stand, id_: str, soort: str, rol: str, waarop: str, sinds: date, uiterlijk: date | None) -> Wachtpost:
    """A row for the first address behind a role: a function, body or partner. `waarop` is given names for ids."""
    adres = next(iter(adressen(stand, rol)), Adres(functie="opgavemanager"))
    return Wachtpost(
        id=id_,
        soort=soort,
        op_wie=adres.functie,
        organisatie=adres.organisatie,
        waarop=met_namen(waarop, stand),
        sinds=sinds,
        uiterlijk=uiterlijk,
    )


def laatste_dag(stand: Stand, betreft: str) -> date | None:
    """The last day of the term that runs for this, None when there is none or when it stands still."""
    return next((t.einde for t in termijnen.lopend(stand, betreft) if t.status != "opgeschort"), None)


def staat_stil(stand: Stand, betreft: str) -> bool:
    """Whether the term of this is suspended."""
    return any(t.status == "opgeschort" and t.betreft == betreft for t in stand.termijnen.values())
