"""The touchstone (S1-31): six Flevo-principes at F1, F3 and F5; and the five values of good governance (S3-09)."""

from collections.abc import Iterable, Sequence

from domain.basis import Fase
from domain.beeld.samen.bladwoorden import LABELS
from domain.beeld.samen.lezen import blad, bladen, regels
from domain.beeld.samen.vel import Radar, Reeks, Rooster, Vel
from domain.feit import Feit
from domain.stand import Stand
from domain.taal.bladen_toets import ToetsFlevo
from domain.taal.bladen_waarden import Kernwaarden

MOMENTEN = ("F1", "F3", "F5")
HOOGSTE = 3
GOED_BESTUUR = (
    *("transparantie", "rechtmatigheid", "rechtsgelijkheid"),
    *("gelijke_behandeling", "democratische_legitimiteit"),
)


def toets(stand: Stand, feiten: Sequence[Feit] = ()) -> Vel:
    """Scores per principe and moment, with explanation and proof, the values, and a radar picture."""
    toetsen: dict[str, ToetsFlevo] = {t.moment: t for t in bladen(stand, ToetsFlevo)}
    roosters = (_scores(stand, toetsen), _woorden(stand, toetsen), _kernwaarden(stand))
    let_op = tuple(_let_op(stand, toetsen))
    return Vel(
        naam="toets", titel="Toets Flevo-principes", roosters=roosters, let_op=let_op, radar=_radar(stand, toetsen)
    )


_Toetsen = dict[str, ToetsFlevo]


def _scores(stand: Stand, toetsen: _Toetsen) -> Rooster:
    rijen = (
        (f"{nr} {principe}", *(_score(toetsen, moment, nr) for moment in MOMENTEN), _verschil(toetsen, nr))
        for nr, principe in enumerate(regels(stand).flevoprincipes, start=1)
    )
    kolommen = ("Principe", *MOMENTEN, "F1 naar F5")
    return Rooster(titel="Scores, 0 tot en met 3", kolommen=kolommen, rijen=tuple(rijen))


def _score(toetsen: _Toetsen, moment: str, nr: int) -> str:
    return str(toetsen[moment].scores[nr - 1]) if moment in toetsen else "-"


def _verschil(toetsen: _Toetsen, nr: int) -> str:
    if "F1" not in toetsen or "F5" not in toetsen:
        return "-"
    verschil = toetsen["F5"].scores[nr - 1] - toetsen["F1"].scores[nr - 1]
    return f"{verschil:+d}" if verschil else "gelijk"


def _woorden(stand: Stand, toetsen: _Toetsen) -> Rooster:
    namen = regels(stand).flevoprincipes
    rijen = [
        (moment, f"{p.principe} {namen[p.principe - 1]}", p.toelichting or "-", p.bewijs or "-")
        for moment, t in sorted(toetsen.items())
        for p in t.per_principe
    ]
    rijen += [(moment, "alle zes", t.toelichting, "-") for moment, t in sorted(toetsen.items()) if t.toelichting]
    kolommen = ("Moment", "Principe", "Toelichting", "Bewijs")
    return Rooster(
        titel="Toelichting en bewijs", kolommen=kolommen, rijen=tuple(rijen), leeg="Er is geen toelichting gegeven."
    )


def _kernwaarden(stand: Stand) -> Rooster:
    b = blad(stand, Kernwaarden)
    rijen = tuple((LABELS[naam], getattr(b, naam)) for naam in GOED_BESTUUR) if b else ()
    return Rooster(
        titel="Kernwaarden van goed bestuur", kolommen=("Kernwaarde", "Hoe geborgd, en door wie"), rijen=rijen
    )


def _let_op(stand: Stand, toetsen: _Toetsen) -> Iterable[str]:
    if mist := [m for m in MOMENTEN if m <= stand.leven.fase and m not in toetsen]:
        yield f"Nog niet getoetst: {', '.join(mist)}."
    if nul := [str(nr) for nr, s in enumerate(toetsen[max(toetsen)].scores, start=1) if s == 0] if toetsen else []:
        yield f"Score 0 bij principe {', '.join(nul)} in {max(toetsen)}."
    begin = next((p.na_feit for p in reversed(stand.leven.fasen) if p.fase is Fase.EVALUATIE), None)
    if begin is not None and stand.blad_bij.get("kernwaarden", 0) <= begin:
        yield "De kernwaarden van goed bestuur zijn in F5 nog niet opnieuw bekeken."


def _radar(stand: Stand, toetsen: _Toetsen) -> Radar | None:
    """The picture; None before the first toets."""
    reeksen = tuple(Reeks(naam=m, waarden=t.scores) for m, t in sorted(toetsen.items()))
    if not reeksen:
        return None
    assen = regels(stand).flevoprincipes
    return Radar(titel="Flevo-principes", assen=assen, hoogste=HOOGSTE, reeksen=reeksen)
