"""A life played forward with the core that also runs the real one: who does what next, and on which day."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from domain.basis import Fase
from domain.beeld.verborgen import geheime_stappen, verborgen
from domain.kalender import lokale_datum
from domain.kalender import op as om
from domain.reglement.model import Reglement
from domain.stand import Stand
from domain.taal.leven import OpdrachtGeweigerd
from domain.taal.termijnen import TermijnVerstreken
from domain.verwachting import proefloop, vergaderen
from domain.verwachting.gedaan import Gedaan, Gespeeld
from domain.verwachting.model import Ingreep, Modus, Verstreken, Vraag
from domain.verwachting.onthouden import Onthouden
from domain.verwachting.plan import Dagplan, Verblijf, opnieuw, plan
from domain.verwachting.taak import Taak, Zet, zet
from domain.verwachting.werk import werk

HORIZON = timedelta(days=3653)
"""How far is looked ahead: ten years."""
POGINGEN, WEER_OVER = 8, timedelta(days=7)
"""What is refused is tried again a week later, or in the first meeting after that, so many times."""
MEESTE = 2000
"""More tasks than this is no life any more but a circle."""
STOPT, _TE_VER = "Hier stopt het", "Verder dan tien jaar vooruit wordt niet gekeken"


def speel(stand: Stand, vraag: Vraag, modus: Modus, ingreep: Ingreep | None = None, *, stil: bool = False) -> Gespeeld:
    """Play a life forward to its end, to where nobody knows what comes next, or to the horizon.

    Args:
        stand: the state now; the synthetic commands change a copy only.
        ingreep: what goes otherwise than expected.
        stil: leave the reminders out, and the signals with terms of their own that come of them; days stay the same.
    """
    return _Spel(stand.met(bewijzen={}), vraag, modus, ingreep or Ingreep(), stil).speel()


@dataclass
class _Wacht:
    """A task that was seen: since when, after how many others were done, and on which day it is due."""

    begint: date
    plek: int
    plan: Dagplan
    pogingen: int = 0


@dataclass
class _Spel:
    stand: Stand
    vraag: Vraag
    modus: Modus
    ingreep: Ingreep
    stil: bool
    dag: date = field(init=False)
    tot: datetime | None = None
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
    regels: Reglement = field(init=False)
    onthouden: Onthouden = field(default_factory=Onthouden)

    def __post_init__(self) -> None:
        self.regels = proefloop.regels_van(self.stand, stil=self.stil)
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
        alle = werk(self.stand, self.vraag, self.modus, self.onthouden)
        taken = {t.sleutel: t for t in alle if t.sleutel not in self.weg}
        self.wacht = {s: w for s, w in self.wacht.items() if s in taken}
        for sleutel, taak in taken.items():
            if sleutel not in self.wacht:
                self.wacht[sleutel] = self._zie(taak)
        eerste = min(taken, key=lambda s: self.wacht[s].plan.op, default=None)  # of equals the first that was seen
        return self._verzwegen(self.onthouden.vers(self.stand, taken[eerste])) if eerste is not None else None

    def _verzwegen(self, taak: Taak) -> Taak:
        """The task with an id in the place of words that are not for other eyes."""
        tekst = self.verzwegen.get(taak.id or "")
        return taak.met(wat=taak.wat.replace(tekst, taak.id)) if tekst and taak.id else taak

    def _zie(self, taak: Taak) -> _Wacht:
        later = self._later(taak)
        return _Wacht(self.dag, len(self.gedaan), plan(taak, self.dag, self.modus, self.vraag, later, self._verblijf()))

    def _verblijf(self) -> Verblijf | None:
        if not self.stand.leven.fasen:
            return None
        nu = self.stand.leven.fasen[-1]
        gekozen = (t.code for t in self.stand.trajecten.values() if t.status == "gekozen" and t.ronde == 1)
        return Verblijf(nu.fase, nu.van, next(gekozen, None) if nu.fase is Fase.ORGANISEERVORM else None)

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
        return None

    def _noteer(self, taak: Taak, wacht: _Wacht) -> None:
        plan_ = wacht.plan._replace(op=self.dag)
        fase, geweigerd = self.stand.leven.fase, wacht.pogingen > 0
        self.gedaan.append(Gedaan(taak, fase, wacht.begint, plan_, wacht.plek, geweigerd))
        if taak.aanname:
            self.aannames[taak.aanname] = None
        if wacht.plan.waarschuwing:
            self.waarschuwingen[wacht.plan.waarschuwing] = None

    def _geweigerd(self, taak: Taak, wacht: _Wacht, nee: OpdrachtGeweigerd) -> None:
        if wacht.pogingen < POGINGEN:
            wacht.pogingen += 1
            wacht.plan = wacht.plan._replace(op=opnieuw(taak, self.dag + WEER_OVER, self.vraag))
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
        tot = wens.tot or vergaderen.volgende(self.vraag.kalender(taak.wie), taak.wie, self.dag, wens.keer)
        door = taak.zetten[0].door
        if door.functie not in ("griffier", "bestuurssecretariaat"):
            door = zet("griffier", "HoudAan", "PS").door
        reden = self.stand.geheim[taak.stap].referentie if taak.stap in self.stand.geheim else "aangehouden"
        inhoud = {"soort": "HoudAan", "stap": taak.stap, "tot": max(tot, self.dag).isoformat(), "reden": reden}
        return Zet(door=door, inhoud=inhoud)

    def _stap(self, zet_: Zet | None) -> OpdrachtGeweigerd | None:
        """Let time pass to this day and give the command; the refusal when it is refused."""
        moment = om(self.dag, 12)
        if self.tot is None or moment > self.tot:  # what passed up to this moment was done after the last command
            nu = max(moment, self.stand.laatste_op or moment)
            self.stand, feiten = proefloop.verstrijk(self.stand, nu, self.regels)
            self.verstreken += _verstreken(feiten)
            self.tot = moment
        if zet_ is None:
            return None
        nu = max(moment, self.stand.laatste_op or moment)
        self.stand, feiten = proefloop.doe(self.stand, nu, zet_, self.regels)
        self.verstreken += _verstreken(feiten)
        return next((f for f in feiten if isinstance(f, OpdrachtGeweigerd)), None)


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


def _verstreken(inhouden: Iterable[object]) -> list[Verstreken]:
    return [
        Verstreken(wat=i.wat, wie=i.geadresseerde, soort=i.termijnsoort, einde=i.einde)
        for i in inhouden
        if isinstance(i, TermijnVerstreken)
    ]
