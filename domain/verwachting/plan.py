"""On which day a task is done, in the earliest and in the likely case, and what that day rests on."""

from datetime import date, timedelta
from typing import NamedTuple

from domain.kalender import datum_voluit
from domain.taal.leven import Faseperiode
from domain.verwachting import vergaderen
from domain.verwachting.doorlooptijden import Spreiding
from domain.verwachting.huisnormen import Norm, norm
from domain.verwachting.model import Modus, Vraag
from domain.verwachting.taak import Taak

_ZATERDAG = 5
_DEEL_VAN_FASE = ("stap", "vorm", "pilot", "evaluatie", "vervolg", "les", "afsluiting")
"""What must be done before a phase can end."""


class Dagplan(NamedTuple):
    """The day, why, and a warning when a meeting was guessed."""

    op: date
    rust_op: str
    waarschuwing: str = ""


def plan(
    taak: Taak, begin: date, modus: Modus, vraag: Vraag, later: int = 0, verblijf: Faseperiode | None = None
) -> Dagplan:
    """The day of a task that could begin on `begin`; with `later` so many days more than expected.

    `verblijf` is the stay in the phase the task is part of. How long such stays took says more than estimates of their
    parts: what is only estimated comes no later than the phase usually ends.
    """
    if taak.gepland is not None and taak.gepland >= begin and not later:
        return Dagplan(taak.gepland, f"vergadering, gepland op {datum_voluit(taak.gepland)}")
    if taak.vast and taak.niet_voor is not None:
        return Dagplan(max(taak.niet_voor, begin) + timedelta(days=later), taak.rust_op)
    op, rust = _binnen_fase(taak, begin, vraag, verblijf, *_zonder_vergadering(taak, begin, modus, vraag))
    op += timedelta(days=later)
    if taak.niet_voor is not None and taak.niet_voor > op:
        op, rust = taak.niet_voor, f"niet voor {datum_voluit(taak.niet_voor)}"
    return _met_vergadering(taak, op, rust, vraag)


def _binnen_fase(
    taak: Taak, begin: date, vraag: Vraag, verblijf: Faseperiode | None, op: date, rust: str
) -> tuple[date, str]:
    if verblijf is None or taak.soort not in _DEEL_VAN_FASE or (taak.maat and vraag.gezien.van(*taak.maat)):
        return op, rust
    gezien = vraag.gezien.van("fase", verblijf.fase.value)
    if gezien is None:
        return op, rust
    einde = _werkdag(max(begin, verblijf.van + timedelta(days=gezien.mediaan)))
    waarom = f"gemeten: fase {verblijf.fase.value} duurt gewoonlijk {gezien.mediaan} dagen (n={gezien.n})"
    return (einde, waarom) if einde < op else (op, rust)


def _zonder_vergadering(taak: Taak, begin: date, modus: Modus, vraag: Vraag) -> tuple[date, str]:
    dagen, rust, einde = _duur(taak, modus, vraag)
    klaar = (taak.sinds or begin) + timedelta(days=dagen)
    if einde is not None:
        klaar = einde
    if klaar < begin:  # it should have been there: a quarter of the usual time more
        nog = timedelta(days=0 if modus == "vroegst" else max(dagen // 4, 1))
        if taak.orgaan is not None and "vergadering" in taak.norm:
            return begin, rust
        if taak.soort in ("fase", "afsluiting"):
            return begin + nog, "zodra de poort open is"
        return begin + nog, f"{rust}; dat is al voorbij"
    return _werkdag(klaar), rust


def _duur(taak: Taak, modus: Modus, vraag: Vraag) -> tuple[int, str, date | None]:
    """The days it takes and why; a term with its last day when nothing better is known."""
    huis, gezien = norm(*taak.norm), vraag.gezien.van(*taak.maat) if taak.maat else None
    if modus == "vroegst":
        return _minst_binnen(taak, _minst(huis, gezien)), f"op zijn vroegst: {huis.grond}", None
    if gezien is not None:
        van = f" van {gezien.wie}" if gezien.wie else ""
        return gezien.mediaan, f"gemeten{van} (n={gezien.n}, mediaan {gezien.mediaan} dagen)", None
    if taak.termijn_tot is not None and taak.norm[0] != "besluit:A8" and "vergadering" not in taak.norm:
        return huis.waarschijnlijk, f"termijn tot en met {datum_voluit(taak.termijn_tot)}", taak.termijn_tot
    return huis.waarschijnlijk, huis.grond, None


def _minst_binnen(taak: Taak, dagen: int) -> int:
    """Not later than the last day of its own term, when that comes sooner."""
    if taak.sinds is None or taak.termijn_tot is None or "vergadering" in taak.norm:
        return dagen
    return min(dagen, max(0, (taak.termijn_tot - taak.sinds).days))


def _minst(huis: Norm, gezien: Spreiding | None) -> int:
    """The shortest that was seen, when that is shorter than the house's least; never more than the likely time."""
    if gezien is None:
        return huis.vroegst
    return min(huis.vroegst, gezien.kortste, gezien.mediaan)


def _met_vergadering(taak: Taak, op: date, rust: str, vraag: Vraag) -> Dagplan:
    if taak.orgaan is None:
        return Dagplan(op, rust)
    kalender = vraag.kalenders.get(taak.orgaan)
    zitting = vergaderen.eerste(kalender, taak.orgaan, taak.stukken or op, op)
    if zitting is None:
        return Dagplan(op, rust)
    hoe = "vergadering" if zitting.zeker else "vergadering volgens het huisritme"
    waarschuwing = "" if zitting.zeker else vergaderen.onbekend(kalender, taak.orgaan)
    return Dagplan(zitting.op, f"{hoe} van {taak.orgaan}; {rust}", waarschuwing)


def _werkdag(dag: date) -> date:
    """Nobody answers in a weekend."""
    return dag + timedelta(days=max(0, 7 - dag.weekday()) if dag.weekday() >= _ZATERDAG else 0)
