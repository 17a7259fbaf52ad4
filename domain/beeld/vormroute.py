"""The approval path of an organiseervorm as people read it: ordered steps, who takes them, on what ground, how long.

Nothing is decided here; `domain.pad` makes the real steps of a chosen form from the same reglement.
"""

from domain.basis import Model
from domain.reglement.adviesregel import Doorlooptijd
from domain.reglement.model import Organiseervorm, Padstap, Reglement, Staptype, Termijnsoort
from domain.reglement.stap import Instrument, Uitvoerder
from domain.reglement.termijnsoort import Grondsoort
from domain.woorden import ORGANEN

_VERTEGENWOORDIGEND = "Provinciale Staten, elke gemeenteraad en elk algemeen bestuur van een waterschap"
_WIE: dict[Uitvoerder, str] = {
    "GS_of_PS": "Provinciale Staten, of Gedeputeerde Staten als PS dat hebben overgedragen",
    "vertegenwoordigend": _VERTEGENWOORDIGEND,
    "partner": "elke partner, volgens de eigen regels",
    "provincie": "het bestuur dat de regeling aanwijst, anders de provincie",
}
_SAMEN: dict[Uitvoerder, str] = {"GS": "Gedeputeerde Staten en het bestuur van elke overheid die meedoet"}
_KORT: dict[Uitvoerder, str] = {
    "GS_of_PS": "PS of GS",
    "vertegenwoordigend": "PS, raden, AB",
    "partner": "partners",
    "kroon": "Kroon",
    "rijk": "Rijk",
}
# When a conditional step applies (domain.md 2.3); a step that is not here says so itself or never is conditional.
_ALS: dict[str, str] = {
    "A1": "alleen als er iets vast te leggen is",
    "A2": "alleen als PS erom vroegen, of als het voor PS van belang is",
    "A4": "alleen bij ingrijpende gevolgen voor de provincie",
    "A7": "alleen als het besluit bekendgemaakt moet worden om te werken",
    "A8": "alleen als het geld niet binnen de begroting past",
    "A12": "alleen als de provincie subsidie geeft",
    "A13": "alleen als er geld of een contract bij hoort",
}
_ALTIJD_ANDERS = "alleen als de omstandigheden erom vragen"
_TERMIJNSOORT: dict[Grondsoort, str] = {
    "wettelijk": "wettelijk",
    "afgesproken": "af te spreken",
    "huis": "huisnorm",
}


class Routetermijn(Model):
    """The term of a step. `lengte` as in the reglement ("8w"), None where it is set per case; `voluit` in words."""

    code: str
    naam: str
    lengte: str | None
    voluit: str
    soort: Grondsoort
    wettelijk: bool
    grond: str


class Routestap(Model):
    """One step of the path, in order. `wie` is the body in words, `uitvoerder` its code.

    `parallel`: each body or partner takes it by itself, at the same time. `wanneer`: when a conditional step applies.
    """

    nr: int
    code: str
    naam: str
    uitvoerder: Uitvoerder
    wie: str
    kort: str
    grond: str
    instrument: Instrument | None
    termijn: Routetermijn | None
    voorwaardelijk: bool
    wanneer: str
    parallel: bool
    uitkomsten: tuple[str, ...]
    toelichting: str

    @property
    def regel(self) -> str:
        """The step in a few words: "A8 PS (soms)"."""
        soms = " (soms)" if self.voorwaardelijk else ""
        return f"{self.code} {self.kort}{soms}"


class Schatting(Model):
    """The estimated lead time of a whole path, in weeks. It is never a term."""

    soort: str = "schatting"
    weken_min: int
    weken_max: int
    voluit: str
    opbouw: str
    grond: str


class Vormroute(Model):
    """The whole path of a form. `vooraf`: what must be known before the form may be chosen."""

    code: str
    naam: str
    basis: str
    zwaarte: int
    rechtspersoon: bool
    reglement: str
    vooraf: tuple[str, ...]
    stappen: tuple[Routestap, ...]
    doorlooptijd: Schatting | None

    @property
    def samenvatting(self) -> str:
        """The path on one line."""
        return " > ".join(stap.regel for stap in self.stappen)


def vormroute(reglement: Reglement, vorm: Organiseervorm, doorlooptijd: Doorlooptijd | None) -> Vormroute:
    """The path of a form under a reglement, with its estimated lead time when there is one."""
    return Vormroute(
        code=vorm.code,
        naam=vorm.naam,
        basis=vorm.basis,
        zwaarte=vorm.zwaarte,
        rechtspersoon=vorm.rechtspersoon,
        reglement=reglement.code,
        vooraf=_vooraf(reglement, vorm),
        stappen=tuple(_stap(reglement, nr, padstap) for nr, padstap in enumerate(vorm.pad, start=1)),
        doorlooptijd=_schatting(doorlooptijd),
    )


def _vooraf(reglement: Reglement, vorm: Organiseervorm) -> tuple[str, ...]:
    regels = []
    if reglement.besluitvorming is not None and vorm.code in reglement.besluitvorming.wgr_toets:
        regels.append("De jurist beantwoordt eerst of dit een gemeenschappelijke regeling is (Wgr).")
    if vorm.prive_rechtspersoon:
        regels.append("Bij de keuze hoort een motivering van het openbaar belang (PW 158 lid 2).")
    return tuple(regels)


def _stap(reglement: Reglement, nr: int, padstap: Padstap) -> Routestap:
    soort = reglement.staptype(padstap.code)
    return Routestap(
        nr=nr,
        code=soort.code,
        naam=soort.naam,
        uitvoerder=soort.wie,
        wie=_wie(soort, padstap),
        kort=_kort(soort, padstap),
        grond=soort.grond,
        instrument=soort.instrument,
        termijn=_termijn(reglement.termijn(soort.termijn)) if soort.termijn else None,
        voorwaardelijk=padstap.voorwaardelijk,
        wanneer=_ALS.get(soort.code, _ALTIJD_ANDERS) if padstap.voorwaardelijk else "",
        parallel=padstap.parallel,
        uitkomsten=soort.uitkomsten,
        toelichting=_toelichting(soort),
    )


def _wie(soort: Staptype, padstap: Padstap) -> str:
    if padstap.parallel and soort.wie in _SAMEN:
        return _SAMEN[soort.wie]
    return _WIE.get(soort.wie) or ORGANEN.get(soort.wie, soort.wie)


def _kort(soort: Staptype, padstap: Padstap) -> str:
    if padstap.parallel and soort.wie in _SAMEN:
        return f"{soort.wie} en partners"
    return _KORT.get(soort.wie, soort.wie)


def _toelichting(soort: Staptype) -> str:
    """The explanation, without the sentence that explains the notation of a path: `wie` says that in words."""
    zinnen = soort.toelichting.split(". ")
    return ". ".join(zin for zin in zinnen if "//" not in zin)


def _termijn(soort: Termijnsoort) -> Routetermijn:
    return Routetermijn(
        code=soort.code,
        naam=soort.naam,
        lengte=str(soort.duur) if soort.duur else None,
        voluit=_voluit(soort),
        soort=soort.soort,
        wettelijk=soort.soort == "wettelijk",
        grond=soort.grond,
    )


def _voluit(soort: Termijnsoort) -> str:
    """In words: "13 weken, eenmaal te verlengen met 13 weken, wettelijk"."""
    lengte = soort.duur.voluit if soort.duur else "per geval af te spreken"
    delen = [f"minstens {lengte} wachten" if soort.minimum else lengte]
    if soort.verlenging:
        delen.append(f"eenmaal te verlengen met {soort.verlenging.voluit}")
    return ", ".join([*delen, _TERMIJNSOORT[soort.soort]])


def _schatting(tijd: Doorlooptijd | None) -> Schatting | None:
    if tijd is None:
        return None
    return Schatting(
        weken_min=tijd.weken_min, weken_max=tijd.weken_max, voluit=tijd.voluit, opbouw=tijd.opbouw, grond=tijd.grond
    )
