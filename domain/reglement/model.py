"""A reglement: all dated rules by which an opgave is judged, in one frozen value.

Once a reglement has landed it never changes: Temporal stores commands, not facts, so an edited rule would silently
rewrite the past. A change of law or of seats is a new reglement.
"""

from collections import Counter
from collections.abc import Iterable
from datetime import date
from typing import Annotated, Literal, Self, TypeVar

from pydantic import Field, model_validator

from domain.basis import Fase, Model, Weigering
from domain.kalender import Kalender
from domain.reglement.adviesregel import Adviesboek
from domain.reglement.besluitvorming import Besluitvorming, Halte, Route
from domain.reglement.ladder import Herinnermoment, Ladder, Trede, herinnermomenten
from domain.reglement.postregels import Postregels
from domain.reglement.samenwerkregels import Samenwerkregels
from domain.reglement.stap import Besluitsoort, Effect, Instrument, Staptype, Uitkomsten, Uitvoerder
from domain.reglement.termijnsoort import Jaardag, Termijnsoort
from domain.reglement.vorm import Organiseervorm, Padstap, lees_pad

__all__ = [
    "Adviesboek",
    "Besluitsoort",
    "Besluitvorming",
    "Effect",
    "Halte",
    "Herinnermoment",
    "Instrument",
    "Jaardag",
    "Ladder",
    "Organiseervorm",
    "Padstap",
    "Poort",
    "Postregels",
    "Reglement",
    "Route",
    "Samenwerkregels",
    "Staptype",
    "Termijnsoort",
    "Trede",
    "Uitkomsten",
    "Uitvoerder",
    "Wettekst",
    "Zetelverdeling",
    "herinnermomenten",
    "lees_pad",
]

T = TypeVar("T")


class Wettekst(Model):
    """Which text of a law the rules were read in: its short name and the date from which that text holds."""

    wet: str
    geldig_vanaf: date


class Zetelverdeling(Model):
    """The seats of PS from a date on. `leden` is the number PS consist of (PW 8), also when a seat is vacant."""

    vanaf: date
    fracties: tuple[tuple[str, int], ...]
    leden: int

    @property
    def per_fractie(self) -> dict[str, int]:
        """The seats by fractie."""
        return dict(self.fracties)

    @property
    def zittend(self) -> int:
        """The number of members in office: all seats in the table."""
        return sum(zetels for _, zetels in self.fracties)

    @model_validator(mode="after")
    def _klopt(self) -> Self:
        _uniek("fractie", (naam for naam, _ in self.fracties))
        if any(zetels < 1 for _, zetels in self.fracties) or self.zittend > self.leden:
            raise ValueError("de zetels zijn positief en samen niet meer dan het aantal leden")
        return self


class Poort(Model):
    """A check that must hold before a phase is left.

    `eis` is the name of the check function. A `wettelijk` gate is never passed; a `huis` gate can be passed with a
    reason by who is competent. `vanaf_zwaarte`: the gate holds for forms of this weight and heavier.
    """

    code: str
    naam: str
    fase: Fase
    soort: Literal["wettelijk", "huis"]
    eis: Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]+$")]
    grond: str
    vanaf_zwaarte: Annotated[int, Field(ge=1, le=5)] = 1
    uitleg: str


class Reglement(Model):
    """All rules of one edition. `geldig_vanaf` is the first day its seats and calendar can judge.

    `besluitvorming` and `advies` came with the second edition; the first knew no second person, no routes, no adviser.
    `post` came with the third: office hours, reces of partners, consent before bestuurders are reminded.
    `samenwerken` came with the fourth: the agenda, working together, lessons that come back.
    """

    code: str
    geldig_vanaf: date
    wetteksten: tuple[Wettekst, ...]
    kalender: Kalender
    zetels: tuple[Zetelverdeling, ...]
    stappen: tuple[Staptype, ...]
    besluitsoorten: tuple[Besluitsoort, ...]
    uitkomsten_gs: Uitkomsten
    uitkomsten_ps: Uitkomsten
    organiseervormen: tuple[Organiseervorm, ...]
    termijnen: tuple[Termijnsoort, ...]
    ladders: tuple[Ladder, ...]
    poorten: tuple[Poort, ...]
    besluitvorming: Besluitvorming | None = None
    advies: Adviesboek | None = None
    post: Postregels | None = None
    samenwerken: Samenwerkregels | None = None

    @property
    def samen(self) -> Samenwerkregels:
        """The rules of working together. Raises Weigering for an edition that knew none."""
        if self.samenwerken is None:
            reden = f"Reglement {self.code} kent dit nog niet. Laat de opgave overstappen op een nieuwer reglement."
            raise Weigering("reglement", reden, ("StapOverOpReglement",))
        return self.samenwerken

    @property
    def adviesboek(self) -> Adviesboek:
        """What the adviser needs. Raises Weigering for an edition that knew no adviser."""
        if self.advies is None:
            raise Weigering("reglement", f"Reglement {self.code} kent geen advies over organiseervormen.")
        return self.advies

    def vorm(self, code: str) -> Organiseervorm:
        """The organiseervorm with this code. Raises Weigering when unknown."""
        return _zoek("organiseervorm", code, ((v.code, v) for v in self.organiseervormen))

    def staptype(self, code: str) -> Staptype:
        """The type of approval step with this code. Raises Weigering when unknown."""
        return _zoek("stap", code, ((s.code, s) for s in self.stappen))

    def besluitsoort(self, code: str) -> Besluitsoort:
        """The kind of decision outside the path with this code. Raises Weigering when unknown."""
        return _zoek("soort besluit", code, ((b.code, b) for b in self.besluitsoorten))

    def termijn(self, code: str) -> Termijnsoort:
        """The kind of term with this code. Raises Weigering when unknown."""
        return _zoek("termijn", code, ((t.code, t) for t in self.termijnen))

    def ladder(self, naam: str) -> Ladder:
        """The ladder with this name. Raises Weigering when unknown."""
        return _zoek("ladder", naam, ((x.naam, x) for x in self.ladders))

    def poort(self, code: str) -> Poort:
        """The gate with this code. Raises Weigering when unknown."""
        return _zoek("poort", code, ((p.code, p) for p in self.poorten))

    def poorten_uit(self, fase: Fase, zwaarte: int = 1) -> tuple[Poort, ...]:
        """The gates out of a phase for a form of this weight (before a form is chosen: 1)."""
        return tuple(p for p in self.poorten if p.fase is fase and zwaarte >= p.vanaf_zwaarte)

    def zetels_op(self, datum: date) -> Zetelverdeling:
        """The seats of PS on a date. Raises Weigering for a date before the first table."""
        eerder = [z for z in self.zetels if z.vanaf <= datum]
        if not eerder:
            raise Weigering("zetels", f"De zetelverdeling van {datum.isoformat()} is niet bekend.")
        return max(eerder, key=lambda z: z.vanaf)

    def uitkomsten_van(self, soort: Besluitsoort, orgaan: Uitvoerder) -> Uitkomsten:
        """The outcomes a body can give to a kind of decision. Raises Weigering when the body does not decide on it."""
        if orgaan not in soort.organen:
            raise Weigering(soort.grond, f"{orgaan} beslist niet over: {soort.naam}.", soort.organen)
        if soort.mogelijk is not None:
            return soort.mogelijk
        return self.uitkomsten_ps if orgaan == "PS" else self.uitkomsten_gs

    @model_validator(mode="after")
    def _hangt_samen(self) -> Self:
        """Codes are unique and every reference leads somewhere."""
        stappen = _uniek("stap", (s.code for s in self.stappen))
        termijnen = _uniek("termijn", (t.code for t in self.termijnen))
        ladders = _uniek("ladder", (x.naam for x in self.ladders))
        _uniek("organiseervorm", (v.code for v in self.organiseervormen))
        _uniek("soort besluit", (b.code for b in self.besluitsoorten))
        _uniek("poort", (p.code for p in self.poorten))
        _uniek("zetels", (z.vanaf.isoformat() for z in self.zetels))
        _bekend("stap", stappen, (stap.code for vorm in self.organiseervormen for stap in vorm.pad))
        _bekend("stap", stappen, (s.opnieuw_vanaf for s in self.stappen if s.opnieuw_vanaf))
        _bekend("termijn", termijnen, (s.termijn for s in self.stappen if s.termijn))
        _bekend("ladder", ladders, (t.ladder for t in self.termijnen))
        return self


def _zoek(soort: str, code: str, rijen: Iterable[tuple[str, T]]) -> T:
    bekend = []
    for naam, rij in rijen:
        if naam == code:
            return rij
        bekend.append(naam)
    raise Weigering(soort, f"Deze {soort} bestaat niet: {code[:80]}.", tuple(bekend))


def _uniek(soort: str, codes: Iterable[str]) -> frozenset[str]:
    telling = Counter(codes)
    dubbel = [code for code, aantal in telling.items() if aantal > 1]
    if dubbel:
        raise ValueError(f"{soort} staat er dubbel in: {', '.join(dubbel)}")
    return frozenset(telling)


def _bekend(soort: str, bekend: frozenset[str], genoemd: Iterable[str]) -> None:
    vreemd = sorted(set(genoemd) - bekend)
    if vreemd:
        raise ValueError(f"onbekende {soort}: {', '.join(vreemd)}")
