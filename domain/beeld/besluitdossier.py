"""The record an auditor expects of each decision (domain.md 3.6): eighteen numbered elements, and what is missing.

Built from the facts and the state; nothing is decided here. Of what is under geheimhouding only the neutral title and
where the document is are shown.
"""

from collections.abc import Callable, Iterable, Sequence

from domain.basis import Kenmerk, Model
from domain.beeld import dossier_na, dossier_voor
from domain.beeld.dossier_bron import Bron, Regel, lees
from domain.feit import Feit
from domain.stand import Stand
from domain.taal.besluiten import Besluitstap


class Waarde(Model):
    """One thing the record says."""

    naam: str
    waarde: str


class Element(Model):
    """One numbered element. `ontbreekt` names what the record lacks; `leeg` says what it means when nothing stands."""

    nr: int
    naam: str
    waarden: tuple[Waarde, ...] = ()
    ontbreekt: tuple[str, ...] = ()
    leeg: str = ""


class Besluitdossier(Model):
    """The whole record of one step. `besloten`: its body decided on it; before that much is still to come."""

    opgave: str
    stap: Kenmerk
    naam: str
    orgaan: str
    onderwerp: str
    geheim: bool
    besloten: bool
    elementen: tuple[Element, ...]

    @property
    def ontbreekt(self) -> tuple[str, ...]:
        """Everything that is missing, with the number of its element."""
        return tuple(f"{e.nr} {wat}" for e in self.elementen for wat in e.ontbreekt)


_ELEMENTEN: tuple[tuple[str, Callable[[Bron], Iterable[Regel]], str], ...] = (
    ("Kenmerk, fase en recht", dossier_voor.kenmerk, ""),
    ("Orgaan, soort besluit en grondslag", dossier_voor.grondslag, ""),
    ("Onderwerp en voorstel", dossier_voor.voorstel, ""),
    ("Eigenaar, portefeuillehouder en steller", dossier_voor.functies, ""),
    ("Voorbereiding en motivering", dossier_voor.voorbereiding, ""),
    ("Vergadering", dossier_voor.vergadering, ""),
    ("Aanwezigheid en betrokkenheid", dossier_voor.aanwezig, "niet van toepassing op dit orgaan"),
    ("Amendementen en moties", dossier_voor.amendementen, "geen vastgelegd"),
    ("Stemming", dossier_voor.stemming, "geen stemming"),
    ("Uitkomst en beslispunten", dossier_na.uitkomst, ""),
    ("Toezeggingen", dossier_na.toezeggingen, "geen vastgelegd"),
    ("Ondertekening", dossier_na.ondertekening, "niet van toepassing op dit orgaan"),
    ("Openbaarheid en geheimhouding", dossier_na.openbaarheid, "niets bekendgemaakt"),
    ("Termijn", dossier_na.termijn, "geen termijn op deze stap"),
    ("Geld", dossier_na.geld, "geen geld aan verbonden"),
    ("Vervolgacties", dossier_na.vervolg, "geen vastgelegd"),
    ("Vastlegging en herstel", dossier_na.vastlegging, ""),
    ("Samenhang en rechtsmiddelen", dossier_na.samenhang, "geen ander besluit"),
)


def besluitdossier(stand: Stand, feiten: Sequence[Feit], stap: Besluitstap) -> Besluitdossier:
    """The record of a step.

    Args:
        stand: the state after the last of the facts.
        feiten: all facts of this opgave, in order.
        stap: the step, as it is in the state.
    """
    bron = lees(stand, feiten, stap)
    return Besluitdossier(
        opgave=stand.opgave,
        stap=stap.id,
        naam=stap.naam,
        orgaan=stap.orgaan,
        onderwerp=stap.onderwerp,
        geheim=bron.geheim,
        besloten=stap.status == "besloten",
        elementen=tuple(_element(bron, nr, *deel) for nr, deel in enumerate(_ELEMENTEN, start=1)),
    )


def _element(bron: Bron, nr: int, naam: str, maak: Callable[[Bron], Iterable[Regel]], leeg: str) -> Element:
    regels = tuple(maak(bron))
    waarden = tuple(Waarde(naam=r.naam, waarde=r.waarde) for r in regels if r.waarde)
    ontbreekt = tuple(r.naam for r in regels if r.nodig and not r.waarde)
    kaal = not waarden and not ontbreekt
    return Element(nr=nr, naam=naam, waarden=waarden, ontbreekt=ontbreekt, leeg=leeg if kaal else "")
