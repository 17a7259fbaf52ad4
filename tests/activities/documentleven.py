"""A life with proposals before GS and PS, and the documents that belong to them."""

from datetime import UTC, datetime
from typing import Any

from proefleven import Proefleven

from activities.documenten.voorstel import maak_voorstel
from documenten.html import maak_html
from documenten.inhoud import Alinea, Deel, Document, Gegevens, Lijst, Tabel
from domain import kern
from domain.feit import Feit
from domain.gevolg import Voorleggen
from domain.gevolgen import gevolgen
from domain.reglement.register import reglement
from domain.stand import Begin, Stand

OPGAVE = "FL-2024-01"
REGLEMENT = reglement("r2026_1")
ZETELS = {
    **{"BBB": [9, 0, 1, 0], "VVD": [4, 0, 0, 0], "PVV": [0, 3, 0, 0], "PvdA": [3, 0, 0, 0], "GL": [3, 0, 0, 0]},
    **{"CU": [2, 0, 0, 0], "D66": [2, 0, 0, 0], "CDA": [2, 0, 0, 0], "JA21": [0, 2, 0, 0], "PvdD": [2, 0, 0, 0]},
    **{"FvD": [0, 2, 0, 0], "SP": [2, 0, 0, 0], "SGP": [2, 0, 0, 0], "SLF": [1, 0, 0, 0], "50PLUS": [1, 0, 0, 0]},
}
STUK = {"titel": "Ontwerp van de regeling", "referentie": "DMS 2024-0117", "sha256": "0123456789abcdef" * 4}


class Vormleven(Proefleven):
    """A life in F3 with a gemeenschappelijk orgaan chosen, under the first reglement."""

    def __init__(self) -> None:
        super().__init__(OPGAVE)
        self.begin = Begin(opgave=OPGAVE, reglement=REGLEMENT.code)
        self.stand = kern.begin(self.begin)
        self.begonnen()
        huis = [poort.code for poort in REGLEMENT.poorten if poort.soort == "huis"]
        for fase in ("F2", "F3"):
            self.geef("GaNaarFase", naar=fase, reden="Het net is vol.", passeer=huis)
        vorm = "GEMEENSCHAPPELIJK_ORGAAN"
        self.geef("StartVormtraject", traject="V1", onderwerp="samen het net delen", kandidaten=_kandidaten(vorm))
        self.geef("LegBladVast", inhoud={"blad": "inhoud", "opgave": "vol", "doelen": ["x"], "doelgroep": "bedrijven"})
        nodig = {"nodig": "ja", "bijdrage": "veel", "alternatief_zelf": "nee"}
        self.geef("LegBladVast", inhoud={"blad": "waarom_samenwerken", **nodig})
        self.geef("KiesOrganiseervorm", traject="V1", code=vorm, motivering="Samen.", passeer=huis)

    def besluit(self, stap: str, functie: str = "bestuurssecretariaat", **inhoud: Any) -> None:
        self.geef("LegBesluitVast", functie=functie, stap=stap, **inhoud)

    def tot_a6(self) -> "Vormleven":
        """Up to the toestemming of PS, which lies before them."""
        self.geef("LegVoor", stap="V1.A0", vergadering_op="2024-01-16")
        self.besluit("V1.A0", uitkomst="conform", beslispunten=["Het ontwerp vast te stellen.", "Het toe te zenden."])
        self.geef("LegVoor", stap="V1.A5.PS", vergadering_op="2024-02-14")
        stemming = {"wijze": "handopsteken_per_fractie", "per_fractie": ZETELS}
        self.besluit("V1.A5.PS", "griffier", resultaat="zienswijze", stemming=stemming)
        self.geef("LegVoor", stap="V1.A5.gemeente-dronten")
        self.besluit("V1.A5.gemeente-dronten", "opgavemanager", uitkomst="geen_zienswijze")
        self.geef("LegVoor", stap="V1.A0b")
        self.besluit("V1.A0b", uitkomst="aangepast")
        waarom = "De provincie en gemeente-dronten verdelen\nde ruimte op het net."
        self.geef("LegVoor", stap="V1.A6.PS", vergadering_op="2024-02-28", toelichting=waarom, stukken=[STUK])
        return self


def _kandidaten(vorm: str) -> list[dict[str, str]]:
    return [{"code": vorm, "plus": "samen"}, {"code": "CONVENANT", "plus": "licht"}]


def voorgelegd(leven: Proefleven, stap: str) -> tuple[Stand, Feit, Voorleggen]:
    """A proposal as the activity sees it: the state just after its fact, the fact, the effect."""
    stand = kern.begin(leven.begin)
    for feit in leven.feiten:
        stand = kern.evolve(stand, feit)
        for gevolg in gevolgen(feit):
            if isinstance(gevolg, Voorleggen) and gevolg.stap == stap:
                return stand, feit, gevolg
    raise AssertionError(stap)


def pagina_van(leven: Proefleven, stap: str) -> str:
    return maak_html(maak_voorstel(*voorgelegd(leven, stap))).decode()


def proefdocument(tekst: str = "Rustig.", titel: str = "Titel") -> Document:
    """A document with the same text in every place where one can stand."""
    blokken = (
        Alinea(tekst),
        Alinea(tekst, nadruk=True),
        Gegevens(((tekst[:40], tekst),)),
        Lijst((tekst, tekst)),
        Lijst((tekst,), genummerd=True),
        Tabel("Tabel", ("Een", "Twee"), ((tekst, tekst),), (1, 2)),
    )
    delen = (Deel(tekst[:60], blokken), Deel("Onder", (Alinea(tekst),), niveau=3))
    moment = datetime(2024, 2, 1, 9, tzinfo=UTC)
    return Document("Statenvoorstel", titel, Gegevens((("Opgave", tekst),)), delen, "FL-2024-01:7 abc", moment)
