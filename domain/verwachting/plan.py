"""On which day a task is done, in the earliest and in the likely case, and what that day rests on."""

from datetime import date, timedelta
from typing import NamedTuple

from domain.basis import Fase
from domain.kalender import datum_voluit
from domain.verwachting import vergaderen
from domain.verwachting.doorlooptijden import Spreiding
from domain.verwachting.huisnormen import Norm, norm
from domain.verwachting.model import Modus, Vraag
from domain.verwachting.taak import Taak
from domain.verwachting.werkdagen import werkdag

_DEEL_VAN_FASE = ("stap", "halte", "vorm", "pilot", "evaluatie", "vervolg", "les", "afsluiting")
"""What must be done before a phase can end."""


class Dagplan(NamedTuple):
    """The day, why, and a warning when a meeting was guessed."""

    op: date
    rust_op: str
    waarschuwing: str = ""


class Verblijf(NamedTuple):
    """The stay in a phase that a task is part of: which phase, since when, and the form that was chosen in it."""

    fase: Fase
    van: date
    vorm: str | None = None


def plan(
    taak: Taak, begin: date, modus: Modus, vraag: Vraag, later: int = 0, verblijf: Verblijf | None = None
) -> Dagplan:
    """The day of a task that could begin on `begin`; with `later` so many days more than expected.

    How long stays in the phase of `verblijf` took says more than estimates of their parts: what is only estimated
    comes no later than the phase usually ends.
    """
    if taak.gepland is not None and taak.gepland >= begin and not later:
        return Dagplan(taak.gepland, f"vergadering, gepland op {datum_voluit(taak.gepland)}")
    if taak.vast and taak.niet_voor is not None:
        return Dagplan(werkdag(max(taak.niet_voor, begin) + timedelta(days=later)), taak.rust_op or "afgesproken dag")
    op, rust = _binnen_fase(taak, begin, vraag, verblijf, *_zonder_vergadering(taak, begin, modus, vraag))
    op += timedelta(days=later)
    begin += timedelta(days=later)
    if taak.niet_voor is not None and taak.niet_voor > op:
        begin = op = taak.niet_voor
        rust = taak.rust_op or f"niet voor {datum_voluit(taak.niet_voor)}"
    if taak.soort == "halte":
        return _met_halte(taak, begin, op, rust, modus, vraag)
    return _met_vergadering(taak, begin, op, rust, vraag)


def opnieuw(taak: Taak, vanaf: date, vraag: Vraag) -> date:
    """The first day from `vanaf` on to try again what was refused."""
    kalender = vraag.kalender(taak.orgaan) if taak.orgaan else None
    zitting = vergaderen.eerste(kalender, taak.orgaan, date.min, vanaf) if taak.orgaan else None
    return zitting.op if zitting else werkdag(vanaf)


def _binnen_fase(
    taak: Taak, begin: date, vraag: Vraag, verblijf: Verblijf | None, op: date, rust: str
) -> tuple[date, str]:
    if verblijf is None or taak.soort not in _DEEL_VAN_FASE or (taak.maat and vraag.gezien.van(*taak.maat)):
        return op, rust
    gewoonlijk = _gewoonlijk(verblijf, vraag)
    if gewoonlijk is None:
        return op, rust
    dagen, wat = gewoonlijk
    einde = werkdag(max(begin, verblijf.van + timedelta(days=dagen)))
    return (einde, f"gemeten: {wat}") if einde < op else (op, rust)


def _gewoonlijk(verblijf: Verblijf, vraag: Vraag) -> tuple[int, str] | None:
    """How many days such a stay takes, and of what that was seen.

    Where this house has seen other forms only, their time says nothing about the path of this one.
    """
    fase = verblijf.fase.value
    if verblijf.vorm is not None and vraag.gezien.gewoonste_vorm is not None:
        vorm = vraag.gezien.van("vorm", verblijf.vorm)
        return (
            (vorm.mediaan, f"{verblijf.vorm} werkt gewoonlijk na {vorm.mediaan} dagen (n={vorm.n})") if vorm else None
        )
    gezien = vraag.gezien.van("fase", fase)
    return (gezien.mediaan, f"fase {fase} duurt gewoonlijk {gezien.mediaan} dagen (n={gezien.n})") if gezien else None


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
    return werkdag(klaar), rust


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


def _met_vergadering(taak: Taak, begin: date, op: date, rust: str, vraag: Vraag) -> Dagplan:
    """On a meeting: the first that can be made. What was measured has the wait for one in it: then the nearest."""
    if taak.orgaan is None:
        return Dagplan(werkdag(op), rust)
    kalender = vraag.kalender(taak.orgaan)
    if taak.maat and vraag.gezien.van(*taak.maat):
        stukken = date.min if kalender is None else taak.stukken or begin
        zitting = vergaderen.dichtst_bij(kalender, taak.orgaan, stukken, begin, op)
    else:
        zitting = vergaderen.eerste(kalender, taak.orgaan, taak.stukken or op, op)
    return _op_zitting(taak.orgaan, zitting, op, rust, vraag)


def _met_halte(taak: Taak, begin: date, op: date, rust: str, modus: Modus, vraag: Vraag) -> Dagplan:
    """A halt at a body that meets: its norm has the time for papers and the wait in it, so likely is the nearest."""
    if taak.orgaan is None:
        return Dagplan(werkdag(op), rust)
    kalender, minst = vraag.kalender(taak.orgaan), begin + timedelta(days=norm(*taak.norm).vroegst)
    if modus == "vroegst":
        zitting = vergaderen.eerste(kalender, taak.orgaan, date.min, op)
    else:
        zitting = vergaderen.dichtst_bij(kalender, taak.orgaan, date.min, min(minst, op), op)
    return _op_zitting(taak.orgaan, zitting, op, rust, vraag)


def _op_zitting(orgaan: str, zitting: vergaderen.Zitting | None, op: date, rust: str, vraag: Vraag) -> Dagplan:
    """On the day of a meeting; without one on the first working day."""
    if zitting is None:
        return Dagplan(werkdag(op), rust)
    hoe = "vergadering" if zitting.zeker else "vergadering volgens het huisritme"
    waarschuwing = "" if zitting.zeker else vergaderen.onbekend(vraag.kalender(orgaan), orgaan)
    return Dagplan(zitting.op, f"{hoe} van {orgaan}; {rust}", waarschuwing)
