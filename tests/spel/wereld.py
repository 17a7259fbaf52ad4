"""A region in memory: many lives under one clock, with what they tell each other, and nothing else. The rules alone."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from verhaal import Zet, tweede

from domain import kern
from domain.basis import Afzender
from domain.feit import Bewijs, Feit
from domain.gevolg import Overbrengen
from domain.gevolgen import gevolgen
from domain.opdracht import Opdracht
from domain.overbrengen import opdrachten
from domain.stand import Begin, Stand

REGLEMENT = "r2026_4"


def systeem(van: str, seq: int) -> Afzender:
    """Who carries from one life to another."""
    grond = f"feit {seq} van {van}"
    return Afzender(
        functie="systeem", subject=f"opgave.{van}", namens="opgavenmotor", grondslag=grond, zekerheid="sleutel"
    )


@dataclass(frozen=True)
class Boodschap:
    """A command under way from one life to another."""

    sleutel: str
    van: str
    seq: int
    naar: str
    inhoud: Mapping[str, Any]
    begin: Begin | None = None

    @property
    def opdracht(self) -> Opdracht:
        """As the other life gets it."""
        ruw = {"id": self.sleutel, "door": systeem(self.van, self.seq), "inhoud": dict(self.inhoud)}
        return Opdracht.model_validate(ruw)


def boodschappen(stand: Stand, feit: Feit) -> Iterator[Boodschap]:
    """What a fact has to tell other lives; `stand` is the state just after it."""
    for nr, gevolg in enumerate(gevolgen(feit), start=1):
        if isinstance(gevolg, Overbrengen):
            for naar, inhoud in opdrachten(stand, feit, gevolg):
                begin = _begin(naar, gevolg) if inhoud["soort"] == "StartOpgave" else None
                yield Boodschap(f"{feit.opgave}:{feit.seq}:{nr}:{naar}", feit.opgave, feit.seq, naar, inhoud, begin)


def _begin(naar: str, gevolg: Overbrengen) -> Begin:
    return Begin(opgave=naar, reglement=gevolg.reglement or REGLEMENT, verschuiving_s=gevolg.verschuiving_s)


Aanbod = Callable[["Regio", str, str], list[dict[str, Any]]]
"""What lessons fit an opgave at a moment of its life."""


@dataclass
class Regio:
    """All lives. Time passes for every one of them, moment by moment, as the timers of the real thing do."""

    nu: datetime
    standen: dict[str, Stand] = field(default_factory=dict)
    feiten: dict[str, list[Feit]] = field(default_factory=dict)
    onderweg: list[Boodschap] = field(default_factory=list)
    nummers: dict[str, int] = field(default_factory=dict)
    lesaanbod: Aanbod = field(default=lambda regio, opgave, moment: [])

    def tot(self, moment: datetime) -> None:
        """Let time pass for everyone."""
        for id_ in self.standen:
            while (eerst := kern.volgend_moment(self.standen[id_])) and eerst <= moment:
                self._stap(id_, max(eerst, self.nu), None)
        self.nu = moment

    def geef(self, id_: str, gezegd: Zet | Opdracht, begin: Begin | None = None) -> Bewijs:
        """Give a command; what was recorded of a decision by a move is confirmed by a second person."""
        if isinstance(gezegd, Opdracht):
            return self.voer_uit(id_, gezegd, begin)
        bewijs = self.voer_uit(id_, self.opdracht(id_, gezegd))
        wacht = [f.inhoud.vastlegging for f in self.feiten[id_] if f.opdracht and f.inhoud.soort == "BesluitVastgelegd"]
        if "BesluitVastgelegd" in bewijs.feiten and wacht:
            bewijs = self.voer_uit(id_, self.opdracht(id_, tweede("BevestigBesluit", vastlegging=wacht[-1])))
        return bewijs

    def opdracht(self, id_: str, zet: Zet) -> Opdracht:
        """The command of a move, with the next id of that life."""
        self.nummers[id_] = self.nummers.get(id_, 0) + 1
        ruw = {"id": f"{id_}-{self.nummers[id_]}", "door": zet.door, "gebeurd_op": zet.op, "inhoud": zet.inhoud}
        return Opdracht.model_validate(ruw)

    def voer_uit(self, id_: str, opdracht: Opdracht, begin: Begin | None = None) -> Bewijs:
        """The receipt of a command; a life that is not there begins with it."""
        if id_ not in self.standen:
            self.standen[id_] = kern.begin(begin or Begin(opgave=id_, reglement=REGLEMENT))
            self.feiten[id_] = []
        self._stap(id_, self.nu, opdracht)
        return kern.bewijs(self.standen[id_], opdracht.id)

    def breng_over(self) -> None:
        """Everything that is under way arrives, and what follows from that too; what has nobody to go to waits."""
        while klaar := [b for b in self.onderweg if b.naar in self.standen or b.begin]:
            for boodschap in klaar:
                self.onderweg.remove(boodschap)
                self._lever(boodschap)

    def _lever(self, boodschap: Boodschap) -> None:
        opdracht = boodschap.opdracht
        if boodschap.inhoud["soort"] == "BiedLessenAan":
            aanbod = self.lesaanbod(self, boodschap.naar, boodschap.inhoud["moment"])
            opdracht = Boodschap(
                boodschap.sleutel, boodschap.van, boodschap.seq, boodschap.naar, {**boodschap.inhoud, "lessen": aanbod}
            ).opdracht
        if boodschap.naar not in self.standen or not kern.is_afgerond(self.standen[boodschap.naar]):
            self.voer_uit(boodschap.naar, opdracht, boodschap.begin)

    def _stap(self, id_: str, nu: datetime, opdracht: Opdracht | None) -> None:
        voor = self.standen[id_]
        self.standen[id_], feiten = kern.stap(voor, nu, opdracht)
        for feit in feiten:
            voor = kern.evolve(voor, feit)
            self.feiten[id_].append(feit)
            self.onderweg += boodschappen(voor, feit)
