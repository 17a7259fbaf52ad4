"""What the tests of the portal stand on: an opgave with two partners, links, and visitors that fill in forms."""

import asyncio
import re
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from html import unescape
from typing import Any

import httpx2
from test_cli_hulp import GROOTBOEK, ID, Wereld, begonnen
from verhaal import gekozen, manager

from activities.gevolgen import voer_uit
from domain.bundel import Bundel
from domain.kalender import einde_dag
from register import contacten
from register.links import Doel, Linkdoel, geef_uit
from register.rijen import Contact
from register.schrijven import verwerk
from runtime.instellingen import Portaal
from starter.portaal.app import maak_app
from starter.portaal.huis import Huis

BASIS = "https://portaal.example"
DRONTEN, NETBEHEER = "gemeente-dronten", "netbeheerder"
ADRESSEN = {DRONTEN: "inbox@dronten.example", NETBEHEER: "inbox@net.example"}
VRAAG = "Wat vindt u van het convenant?"


class Portaalwereld:
    """The portal of one test, and what lies behind it."""

    def __init__(self, wereld: Wereld) -> None:
        self.wereld, self.id = begonnen(wereld), ID
        self.register = wereld.register
        for organisatie, email in ADRESSEN.items():
            contacten.zet(self.register, Contact("partner", organisatie, email))
        self.huis = Huis(self.register, wereld, Portaal(hulp="Bel 0320 - 00 00 00."), BASIS, nu=lambda: wereld.nu)
        self.app = maak_app(self.huis)

    @property
    def stand(self) -> Any:
        return self.wereld.standen[self.id]

    def stap(self, aan: str = DRONTEN, code: str = "A5", vorm: str = "LICHTE_REGELING") -> str:
        """Another life in place of the first, in which a step of this kind lies before this partner; gives its id."""
        verhaal = gekozen(vorm).loop_pad("VT1", tot=code)
        stap = next(s for s in verhaal.stand.stappen.values() if (s.orgaan, s.code) == (aan, code))
        verhaal = verhaal.gegeven(manager("LegVoor", stap=stap.id))
        self.id, self.wereld.nu = verhaal.stand.opgave, verhaal.nu
        bundel = Bundel(begin=verhaal.stand.begin, feiten=verhaal.alles)
        verwerk(self.register, bundel, voer_uit, GROOTBOEK.teken_regel)
        self.wereld.standen[self.id] = verhaal.stand
        return stap.id

    def vraag(self, aan: str = DRONTEN, **velden: Any) -> str:
        """The province asks a partner something; gives the id of the request."""
        self.wereld.tik("VraagPartner", **{"aan": [aan], "vraag": VRAAG, "termijn": "10wd"} | velden)
        return str(list(self.stand.verzoeken)[-1])

    def link(
        self,
        betreft: str,
        aan: str = DRONTEN,
        doel: Doel = "verzoek",
        tot: datetime | None = None,
        functie: str = "partner",
        adres: str = "",
    ) -> str:
        """A token, as it is mailed."""
        if tot is None:
            verzoek = self.stand.verzoeken.get(betreft)
            tot = einde_dag(verzoek.uiterlijk) if verzoek else self.wereld.nu + timedelta(weeks=26)
        return geef_uit(self.register, Linkdoel(self.id, aan, functie, doel, betreft, tot), adres or ADRESSEN[aan])

    def op(self, dag: date) -> None:
        """Let it be this day, with all that time brings."""
        self.wereld.nu = einde_dag(dag) - timedelta(hours=12)
        self.wereld.tik("Noteer", tekst="de klok")

    def bezoeker(self, **koppen: str) -> "Bezoeker":
        return Bezoeker(self, koppen)

    def binnen(self, token: str) -> "Bezoeker":
        """A visitor who opened a link."""
        bezoeker = self.bezoeker()
        assert bezoeker.post(f"/a/{token}").status == 303
        return bezoeker


@dataclass
class Blad:
    """A page as it came."""

    status: int
    tekst: str
    koppen: httpx2.Headers

    @property
    def kop(self) -> str:
        """The text of the one heading of the first rank."""
        return unescape("".join(re.findall(r"<h1[^>]*>(.*?)</h1>", self.tekst, re.S)))

    @property
    def velden(self) -> dict[str, str]:
        """The hidden fields of the first form that has any value."""
        formulier = re.search(r'<form[^>]*action="/partner/(?!stop)[^"]*"[^>]*>(.*?)</form>', self.tekst, re.S)
        binnen = formulier.group(1) if formulier else ""
        paren = re.findall(r'type="hidden" name="([^"]+)" value="([^"]*)"', binnen)
        return {naam: unescape(waarde) for naam, waarde in paren}


@dataclass
class Bezoeker:
    """A browser without JavaScript, as far as these tests need one."""

    portaal: Portaalwereld
    koppen: dict[str, str]
    koekjes: dict[str, str] = field(default_factory=dict)
    adres: str = "192.0.2.7"

    def get(self, pad: str, methode: str = "GET", **koppen: str) -> Blad:
        return self._vraag(methode, pad, None, koppen)

    def post(self, pad: str, velden: dict[str, str] | bytes | None = None, **koppen: str) -> Blad:
        return self._vraag("POST", pad, velden or {}, {"sec-fetch-site": "same-origin", **koppen})

    def volg(self, blad: Blad) -> Blad:
        """Go where a redirect points."""
        while blad.status == 303:
            blad = self.get(blad.koppen["location"])
        return blad

    def vul_in(self, formulier: str, **waarden: str) -> Blad:
        """Fill in a form and go on to the page that asks to check it."""
        csrf = self.get(f"/partner/{formulier}").velden
        return self.post(f"/partner/{formulier}", {**csrf, **waarden})

    def bevestig(self, formulier: str, controle: Blad) -> Blad:
        """Press the button of that page, and read the receipt."""
        return self.volg(self.post(f"/partner/{formulier}/vastleggen", controle.velden))

    def _vraag(self, methode: str, pad: str, velden: dict[str, str] | bytes | None, koppen: dict[str, str]) -> Blad:
        return asyncio.run(self._stuur(methode, pad, velden, {**self.koppen, **koppen}))

    async def _stuur(
        self, methode: str, pad: str, velden: dict[str, str] | bytes | None, koppen: dict[str, str]
    ) -> Blad:
        weg = httpx2.ASGITransport(app=self.portaal.app, client=(self.adres, 4711), raise_app_exceptions=False)
        inhoud: dict[str, Any] = {"content": velden} if isinstance(velden, bytes) else {"data": velden}
        if isinstance(velden, bytes):
            koppen = {"content-type": "application/x-www-form-urlencoded", **koppen}
        async with httpx2.AsyncClient(transport=weg, base_url=BASIS, cookies=self.koekjes) as client:
            antwoord = await client.request(methode, pad, headers=koppen, **(inhoud if velden is not None else {}))
            self.koekjes = dict(client.cookies)
        return Blad(antwoord.status_code, antwoord.text, antwoord.headers)
