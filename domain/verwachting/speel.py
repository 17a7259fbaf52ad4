"""A life played forward with the core that also runs the real one: who does what next, and on which day."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta

from domain import kern
from domain.basis import Fase
from domain.beeld.verborgen import geheime_stappen, verborgen
from domain.kalender import lokale_datum
from domain.kalender import op as om
from domain.opdracht import Opdracht
from domain.stand import Stand
from domain.taal.leven import OpdrachtGeweigerd
from domain.taal.termijnen import TermijnVerstreken
from domain.verwachting import vergaderen
from domain.verwachting.model import Ingreep, Modus, Verstreken, Vraag
from domain.verwachting.plan import Dagplan, plan
from domain.verwachting.taak import Taak, Zet, zet
from domain.verwachting.werk import werk

HORIZON = timedelta(days=3653)
"""How far is looked ahead: ten years."""
POGINGEN, WEER_OVER = 8, timedelta(days=7)
"""What is refused is tried again a week later, so many times."""
MEESTE = 2000
"""More tasks than this is no life any more but a circle."""
STOPT, _TE_VER = "Hier stopt het", "Verder dan tien jaar vooruit wordt niet gekeken"


@dataclass(frozen=True)
class Gedaan:
    """A task that was done: since when it could be, on which day it was, and after which other task it could begin."""

    taak: Taak
    fase: Fase
    begint: date
    plan: Dagplan
    na: str


@dataclass(frozen=True)
class Gespeeld:
    """How it went. `af`: the life reached its end. `gekomen`: what an intervention named did come."""

    stand: Stand
    gedaan: tuple[Gedaan, ...]
    verstreken: tuple[Verstreken, ...]
    aannames: tuple[str, ...]
    waarschuwingen: tuple[str, ...]
    af: bool
    gekomen: bool


def speel(stand: Stand, vraag: Vraag, modus: Modus, ingreep: Ingreep | None = None) -> Gespeeld:
    """Play a life forward to its end, to where nobody knows what comes next, or to the horizon.

    Args:
        stand: the state now; the synthetic commands change a copy only.
        ingreep: what goes otherwise than expected.
    """
    return _Spel(stand.met(bewijzen={}), vraag, modus, ingreep or Ingreep()).speel()


@dataclass
class _Wacht:
    """A task that was seen: since when, after what, and on which day it is due."""

    begint: date
    na: str
    plan: Dagplan
    pogingen: int = 0


@dataclass
class _Spel:
    stand: Stand
    vraag: Vraag
    modus: Modus
    ingreep: Ingreep
    dag: date = field(init=False)
    laatste: str = ""
    teller: int = 0
    wacht: dict[str, _Wacht] = field(default_factory=dict)
    gedaan: list[Gedaan] = field(default_factory=list)
    verstreken: list[Verstreken] = field(default_factory=list)
    aannames: dict[str, None] = field(default_factory=dict)
    waarschuwingen: dict[str, None] = field(default_factory=dict)
    weg: set[str] = field(default_factory=set)
    gekomen: bool = False
    vertraagd: set[str] = field(default_factory=set)
    klaar_vertraagd: bool = False
    verzwegen: dict[str, str] = field(init=False)

    def __post_init__(self) -> None:
        self.verzwegen = _te_verzwijgen(self.stand)
        laatst = self.stand.laatste_op
        self.dag = max(self.vraag.vandaag, lokale_datum(laatst)) if laatst else self.vraag.vandaag

    def speel(self) -> Gespeeld:
        einde = self.dag + HORIZON
        self._stap(None)
        while len(self.gedaan) < MEESTE and (taak := self._eerste()) is not None:
            wacht = self.wacht[taak.sleutel]
            if wacht.plan.op > einde:
                self.waarschuwingen[f"{_TE_VER}: {taak.wat}."] = None
                break
            self.dag = max(self.dag, wacht.plan.op)
            self._doe(taak, wacht)
        if not self.stand.leven.voorbij and not self._gestopt():
            self.waarschuwingen["Het einde van de opgave is zo niet te zien; iemand moet eerst iets kiezen."] = None
        return self._uitkomst()

    def _gestopt(self) -> bool:
        """Whether it was said already where it stops."""
        return any(zin.startswith((STOPT, _TE_VER)) for zin in self.waarschuwingen)

    def _uitkomst(self) -> Gespeeld:
        return Gespeeld(
            stand=self.stand,
            gedaan=tuple(self.gedaan),
            verstreken=tuple(self.verstreken),
            aannames=tuple(self.aannames),
            waarschuwingen=tuple(self.waarschuwingen),
            af=self.stand.leven.voorbij,
            gekomen=self.gekomen,
        )

    def _eerste(self) -> Taak | None:
        """The task that is due first; what is seen now for the first time gets its day now."""
        alle = (self._verzwegen(t) for t in werk(self.stand, self.vraag, self.modus))
        taken = {t.sleutel: t for t in alle if t.sleutel not in self.weg}
        self.wacht = {s: w for s, w in self.wacht.items() if s in taken}
        for sleutel, taak in taken.items():
            if sleutel not in self.wacht:
                self.wacht[sleutel] = self._zie(taak)
        eerste = min(taken, key=lambda s: self.wacht[s].plan.op, default=None)  # of equals the first that was seen
        return taken[eerste] if eerste is not None else None

    def _verzwegen(self, taak: Taak) -> Taak:
        """The task with an id in the place of words that are not for other eyes."""
        tekst = self.verzwegen.get(taak.id or "")
        return taak.met(wat=taak.wat.replace(tekst, taak.id)) if tekst and taak.id else taak

    def _zie(self, taak: Taak) -> _Wacht:
        verblijf = self.stand.leven.fasen[-1] if self.stand.leven.fasen else None
        later = self._later(taak)
        return _Wacht(self.dag, self.laatste, plan(taak, self.dag, self.modus, self.vraag, later, verblijf))

    def _later(self, taak: Taak) -> int:
        """The days that were asked for: once, on everything of this step or partner that waits at the same time."""
        traag = self.ingreep.vertraging
        if traag is None or self.klaar_vertraagd or taak.stil or not self._gaat_over(taak, traag.wie):
            return 0
        self.vertraagd.add(taak.sleutel)
        self.gekomen = True
        return traag.dagen

    @staticmethod
    def _gaat_over(taak: Taak, wie: str) -> bool:
        """By its body or partner, its key or id, or the code of a step: `A3` is the first A3 that comes."""
        naam = taak.sleutel.partition(":")[2]
        return wie in (taak.wie, taak.sleutel, taak.id, naam) or (taak.soort == "stap" and wie in naam.split("."))

    def _doe(self, taak: Taak, wacht: _Wacht) -> None:
        aanhouden = self._aanhouden(taak)
        for zet_ in (aanhouden,) if aanhouden else taak.zetten:
            nee = self._stap(zet_)
            if nee is not None:
                return self._geweigerd(taak, wacht, nee)
        self.klaar_vertraagd |= taak.sleutel in self.vertraagd
        del self.wacht[taak.sleutel]
        if aanhouden:
            self.gekomen = True
        else:
            self._noteer(taak, wacht)
        self.laatste = taak.sleutel
        return None

    def _noteer(self, taak: Taak, wacht: _Wacht) -> None:
        plan_ = wacht.plan._replace(op=self.dag)
        self.gedaan.append(Gedaan(taak, self.stand.leven.fase, wacht.begint, plan_, wacht.na))
        if taak.aanname:
            self.aannames[taak.aanname] = None
        if wacht.plan.waarschuwing:
            self.waarschuwingen[wacht.plan.waarschuwing] = None

    def _geweigerd(self, taak: Taak, wacht: _Wacht, nee: OpdrachtGeweigerd) -> None:
        if wacht.pogingen < POGINGEN:
            wacht.pogingen += 1
            wacht.plan = wacht.plan._replace(op=self.dag + WEER_OVER)
            return
        mist = f" {'; '.join(nee.ontbreekt)}" if nee.ontbreekt else ""
        self.waarschuwingen[f"{STOPT}: {taak.wat}. {nee.reden}{mist}"] = None
        self.weg.add(taak.sleutel)
        del self.wacht[taak.sleutel]

    def _aanhouden(self, taak: Taak) -> Zet | None:
        """The command that holds this step over, when that was asked and has not happened yet."""
        wens = self.ingreep.aanhouding
        if wens is None or self.gekomen or taak.stap is None or taak.soort != "stap" or taak.stil:
            return None
        if not self._gaat_over(taak, wens.stap) or self.stand.stappen[taak.stap].status != "voorgelegd":
            return None
        tot = wens.tot or vergaderen.volgende(self.vraag.kalenders.get(taak.wie), taak.wie, self.dag, wens.keer)
        door = taak.zetten[0].door
        if door.functie not in ("griffier", "bestuurssecretariaat"):
            door = zet("griffier", "HoudAan", "PS").door
        reden = self.stand.geheim[taak.stap].referentie if taak.stap in self.stand.geheim else "aangehouden"
        inhoud = {"soort": "HoudAan", "stap": taak.stap, "tot": max(tot, self.dag).isoformat(), "reden": reden}
        return Zet(door=door, inhoud=inhoud)

    def _stap(self, zet_: Zet | None) -> OpdrachtGeweigerd | None:
        """Let time pass to this day and give the command; the refusal when it is refused."""
        self.teller += 1
        opdracht = _opdracht(zet_, self.teller) if zet_ else None
        moment = om(self.dag, 12) - timedelta(seconds=self.stand.begin.verschuiving_s)
        self.stand, feiten = kern.stap(self.stand, moment, opdracht)
        self.verstreken += _verstreken(f.inhoud for f in feiten)
        self.stand = self.stand.met(bewijzen={})
        nee = (f.inhoud for f in feiten if isinstance(f.inhoud, OpdrachtGeweigerd))
        return next(nee, None)


def _te_verzwijgen(stand: Stand) -> dict[str, str]:
    """By id the words that no forecast may have: of pilots under geheimhouding, and of lessons that are not public."""
    geheim = verborgen(stand, geheime_stappen(stand))
    besloten = [les.id for les in stand.lessen.values() if not les.openbaar]
    acties = (a for id_ in besloten if (a := stand.afspraken.get(f"{id_}.actie")))
    return {
        **{id_: pilot.titel for id_, pilot in stand.pilots.items() if id_ in geheim},
        **{id_: stand.lessen[id_].titel for id_ in besloten},
        **{a.id: a.tekst for a in acties},
    }


def _opdracht(zet_: Zet, nummer: int) -> Opdracht:
    return Opdracht.model_validate({"id": f"verwachting-{nummer}", "door": zet_.door, "inhoud": zet_.inhoud})


def _verstreken(inhouden: Iterable[object]) -> list[Verstreken]:
    return [
        Verstreken(wat=i.wat, wie=i.geadresseerde, soort=i.termijnsoort, einde=i.einde)
        for i in inhouden
        if isinstance(i, TermijnVerstreken)
    ]
