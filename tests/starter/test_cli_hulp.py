"""What the tests of the command line stand on: the real core behind a gateway in memory, a real register in a file."""

import io
import shutil
from collections.abc import Iterator
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from activities.gevolgen import voer_uit
from activities.grootboek import Grootboek
from domain import kern
from domain.bundel import Bundel
from domain.feit import Bewijs
from domain.opdracht import Opdracht
from domain.reglement.register import nieuwste
from domain.stand import Begin, Stand
from register.schrijven import verwerk
from register.verbinding import Register, open_register
from runtime.poorten import kies_poort
from runtime.sleutels import Ondertekenaar
from starter.cli import omgeving as omgeving_module
from starter.cli.hoofd import draai
from starter.cli.omgeving import Omgeving
from starter.cli.wie import afzender
from starter.client import OnbekendeOpgave
from starter.invoer import maak_opdracht

ID = "FL-2026-01"
NU = datetime(2026, 3, 10, 9, tzinfo=UTC)
GROOTBOEK = Grootboek(Ondertekenaar(Ed25519PrivateKey.generate()))


@dataclass
class Uitkomst:
    """What a command line call left behind."""

    code: int
    uit: str
    fout: str

    @property
    def alles(self) -> str:
        return self.uit + self.fout


class Wereld:
    """All opgaven of one test; also the gateway, which decides with the real core."""

    def __init__(self, register: Register) -> None:
        self.register = register
        self.standen: dict[str, Stand] = {}
        self.nu = NU
        self.verstuurd: list[Opdracht] = []
        self.kapot: Exception | None = None
        self.uid = 1000

    async def start(self, begin: Begin, opdracht: Opdracht) -> Bewijs:
        self.standen.setdefault(begin.opgave, kern.begin(begin))
        return await self.geef(begin.opgave, opdracht)

    async def geef(self, opgave: str, opdracht: Opdracht) -> Bewijs:
        if self.kapot:
            raise self.kapot
        stand = await self.stand(opgave)
        self.verstuurd.append(opdracht)
        opdracht = Opdracht.model_validate_json(opdracht.model_dump_json())
        self.standen[opgave], feiten = kern.stap(stand, self.nu, opdracht)
        if feiten:
            verwerk(self.register, Bundel(begin=stand.begin, feiten=feiten), voer_uit, GROOTBOEK.teken_regel)
        return kern.bewijs(self.standen[opgave], opdracht.id)

    async def stand(self, opgave: str) -> Stand:
        if self.kapot:
            raise self.kapot
        if opgave not in self.standen:
            raise OnbekendeOpgave(opgave)
        return self.standen[opgave]

    def tik(self, soort: str, als: str = "opgavemanager", **velden: Any) -> None:
        """One accepted command an hour later, not by the command line; lists of facts stay in step."""
        self.nu += timedelta(hours=1)
        opdracht = maak_opdracht({"soort": soort, **velden}, afzender(als, None, 1000))
        omgeving = NepOmgeving(self)
        bewijs = omgeving.wacht_op(
            self.start(Begin(opgave=ID, reglement=nieuwste().code), opdracht)
            if soort == "StartOpgave"
            else self.geef(ID, opdracht)
        )
        omgeving.sluit()
        assert not bewijs.geweigerd, bewijs

    def __call__(self, *argumenten: str) -> Uitkomst:
        """Type a command line."""
        uit, fout = io.StringIO(), io.StringIO()
        with redirect_stdout(uit), redirect_stderr(fout):
            code = draai(argumenten)
        return Uitkomst(code, uit.getvalue(), fout.getvalue())


class NepOmgeving(Omgeving):
    """The surroundings of one call in a test world."""

    def __init__(self, wereld: Wereld) -> None:
        super().__init__()
        self.__dict__["opgaven"] = wereld
        self.__dict__["register"] = wereld.register
        self._wereld = wereld

    def nu(self) -> datetime:
        return self._wereld.nu

    def uid(self) -> int:
        return self._wereld.uid

    def sluit(self) -> None:
        self._loper.close()


@pytest.fixture(scope="session")
def leeg_register(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty register, migrated once."""
    pad = tmp_path_factory.mktemp("register") / "leeg.db"
    register = open_register(f"sqlite:///{pad}")
    register.sluit()
    return pad


@pytest.fixture
def wereld(leeg_register: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Wereld]:
    """An empty world, behind the seam of the command line."""
    pad = tmp_path / "register.db"
    shutil.copy(leeg_register, pad)
    register = open_register(f"sqlite:///{pad}")
    wereld = Wereld(register)
    monkeypatch.setattr(omgeving_module, "maak_omgeving", lambda: NepOmgeving(wereld))
    monkeypatch.delenv("OPGAVE_ALS", raising=False)
    monkeypatch.delenv("OPGAVE_NAMENS", raising=False)
    monkeypatch.setenv("OPGAVE_GEGEVENSMAP", str(tmp_path))
    monkeypatch.setenv("OPGAVE_SMTP__POORT", str(kies_poort(0)))  # nobody listens there, whatever runs on this machine
    yield wereld
    register.sluit()


START = {
    "titel": "Energiehub Oostrand",
    "thema": "energietransitie",
    "gebied": "Dronten en Zeewolde",
    "portefeuille": "Energie",
    "initiatief": {"door": "ondernemersvereniging Oostrand"},
}


def begonnen(wereld: Wereld) -> Wereld:
    """A life that has begun, with two partners."""
    wereld.tik("StartOpgave", **START)
    wereld.tik("VoegPartnerToe", partner="gemeente-dronten", naam="gemeente Dronten", type="gemeente")
    wereld.tik("VoegPartnerToe", partner="netbeheerder", naam="regionale netbeheerder", type="bedrijf")
    return wereld


def halverwege(wereld: Wereld) -> Wereld:
    """A life in F3: a path under way, a plan, a request, a promise, money, a lesson, a note."""
    begonnen(wereld)
    huis = [p.code for p in nieuwste().poorten if p.soort == "huis"]
    for fase in ("F2", "F3"):
        wereld.tik("GaNaarFase", naar=fase, reden="Het net is nu vol.", passeer=huis)
    kandidaten = [{"code": "CONVENANT", "plus": "licht"}, {"code": "STICHTING", "min": "zwaar"}]
    wereld.tik("StartVormtraject", traject="V1", onderwerp="samen het net delen", kandidaten=kandidaten)
    inhoud = {"blad": "inhoud", "opgave": "het net is vol", "doelen": ["20 procent meer"], "doelgroep": "bedrijven"}
    waarom = {"blad": "waarom_samenwerken", "nodig": "ja", "bijdrage": "veel", "alternatief_zelf": "nee"}
    for blad in (inhoud, waarom):
        wereld.tik("LegBladVast", inhoud=blad)
    wgr = {"blad": "wgr_toets", "traject": "V1", "is_wgr": False, "motivering": "er gaan geen bevoegdheden over"}
    wereld.tik("LegBladVast", als="jurist", inhoud=wgr)
    wereld.tik("KiesOrganiseervorm", traject="V1", code="CONVENANT", motivering="Licht genoeg voor nu.")
    plan = {
        "hypothese": "als bedrijven afstemmen, dan past er meer op het net",
        "begin": "2026-05-01",
        "eind": "2027-04-30",
        "indicatoren": [{"naam": "piekbelasting", "eenheid": "MW", "nulmeting": 12.4, "streefwaarde": 9.9}],
        "beslisregel": "opschalen als de piek onder 10,5 komt",
        "evaluator": "rekenkamer",
    }
    wereld.tik("StelPilotplanOp", pilot="P1", titel="Oostrand", traject="V1", plan=plan)
    wereld.tik("VraagPartner", aan=["gemeente-dronten"], vraag="Wat vindt u van het convenant?", termijn="10wd")
    wereld.tik("MaakAfspraak", afspraak="AF1", tekst="Cijfers aanleveren", wie="opgavemanager", uiterlijk="2026-03-13")
    wereld.tik("BoekGeld", geldsoort="krediet", bedrag=25000000, bron="provincie", referentie="K-1")
    wereld.tik("LegLesVast", titel="Leg datalevering vroeg vast", actie="artikel in het modelconvenant")
    wereld.tik("Noteer", tekst="Dronten belt: akkoord volgt")
    return wereld


def test_wereld_is_echt(wereld: Wereld) -> None:
    """The world of these tests decides and records as the real one does."""
    halverwege(wereld)
    stand = wereld.standen[ID]
    assert stand.leven.fase == "F3"
    assert stand.seq > 20
