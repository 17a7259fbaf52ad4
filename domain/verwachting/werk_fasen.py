"""The tasks of a phase: what its gate asks besides sheets, the form, and the step to the next phase."""

from collections.abc import Iterable
from typing import Any

from domain import poorten
from domain.basis import Fase
from domain.reglement.register import reglement
from domain.stand import Stand
from domain.verwachting import werk_vormen
from domain.verwachting.model import Vraag
from domain.verwachting.taak import BLADEN, LES, LESACTIE, REDEN, Taak, zet

_DRAAGT_VERVOLG = ("evaluatie", "vervolg")


def taken(stand: Stand, vraag: Vraag) -> Iterable[Taak]:
    """What people do in this phase outside the steps, and the step to the next one when that is possible."""
    fase = stand.leven.fase
    if fase is Fase.VERKENNING and not _kaders(stand):
        yield from _kaders_openen(stand)
    elif fase is Fase.ORGANISEERVORM and werk_vormen.zonder_traject(stand):
        yield werk_vormen.verken(vraag)
    elif fase is Fase.EVALUATIE and not _geevalueerd(stand):
        yield from _evaluatie(stand)
    elif fase is Fase.BORGING:
        yield from _borging(stand)
    elif _klaar(stand):
        yield _volgende_fase(stand)
    yield from werk_vormen.taken(stand, vraag)


def _klaar(stand: Stand) -> bool:
    """Whether what only decisions and pilots can give is there; the rest of a gate is sheets."""
    match stand.leven.fase:
        case Fase.VERKENNING:
            return _kaders(stand)
        case Fase.ORGANISEERVORM:
            return werk_vormen.werkt(stand) and any(p.status == "gepland" for p in stand.pilots.values())
        case Fase.PILOT:
            return any(p.geeindigd for p in stand.pilots.values()) and not any(
                p.begonnen or p.status == "gepland" for p in stand.pilots.values()
            )
        case _:
            return True


def _volgende_fase(stand: Stand) -> Taak:
    nu = stand.leven.fase
    naar = next(fase for fase in Fase if fase > nu)
    dicht = tuple(poort.code for poort, mist in poorten.uit(stand, reglement(stand.reglement), nu) if mist)
    ga = zet("opgavemanager", "GaNaarFase", naar=naar.value, reden=REDEN, passeer=list(dict.fromkeys(dicht)))
    return Taak(
        sleutel=f"fase:{naar.value}",
        soort="fase",
        wat=f"begin van fase {naar.value} {naar.naam}",
        wie="opgavemanager",
        zetten=(ga,),
        norm=(f"fase:{nu.value}",),
        maat=("fase", nu.value, ""),
        sinds=stand.leven.fasen[-1].van,
        aanname=BLADEN if dicht else "",
    )


def _kaders(stand: Stand) -> bool:
    return any(
        s.code == "kader" and s.afloop == "positief" and s.ingetrokken_door is None for s in stand.stappen.values()
    )


def _kaders_openen(stand: Stand) -> Iterable[Taak]:
    kaders = (s for s in stand.stappen.values() if s.code == "kader" and s.ingetrokken_door is None)
    if any(s.status != "vervallen" for s in kaders):
        return
    open_ = zet("opgavemanager", "OpenBesluit", code="kader", orgaan="PS", onderwerp="kaders")
    yield Taak(
        sleutel="kaders_openen",
        soort="stap",
        wat="kaders voorbereiden",
        wie="opgavemanager",
        zetten=(open_,),
        norm=("kaders_openen",),
        sinds=stand.leven.fasen[-1].van,
        stil=True,
        aanname="PS stellen kaders vast in F2.",
    )


def _geevalueerd(stand: Stand) -> bool:
    heel = [e for e in stand.evaluaties.values() if not e.kort]
    return bool(heel) and all(e.uitkomst for e in heel)


def _evaluatie(stand: Stand) -> Iterable[Taak]:
    heel = [e for e in stand.evaluaties.values() if not e.kort]
    if not heel:
        yield _start_evaluatie(stand)
    for e in heel:
        if e.status == "opgesteld":
            yield from _vervolg(stand, e.id)


def _start_evaluatie(stand: Stand) -> Taak:
    pilots = [p.id for p in stand.pilots.values() if p.geeindigd]
    start = zet("opgavemanager", "StartEvaluatie", pilots=pilots, evaluator=REDEN)
    return Taak(
        sleutel="evaluatie_starten",
        soort="evaluatie",
        wat="begin van de evaluatie",
        wie="opgavemanager",
        zetten=(start,),
        norm=("evaluatie_starten",),
        stil=True,
    )


def _vervolg(stand: Stand, evaluatie: str) -> Iterable[Taak]:
    gebruikt = {e.stap for e in stand.evaluaties.values() if e.stap}
    vrij = [
        s
        for s in stand.stappen.values()
        if s.code in _DRAAGT_VERVOLG and s.id not in gebruikt and s.status != "vervallen" and not s.ingetrokken_door
    ]
    besloten = next((s for s in vrij if s.afloop == "positief"), None)
    if besloten is not None:
        gekozen = besloten.behandelingen[-1].resultaat or stand.evaluaties[evaluatie].advies
        wat: dict[str, Any] = {"evaluatie": evaluatie, "uitkomst": gekozen, "stap": besloten.id, "reden": REDEN}
        yield Taak(
            sleutel=f"vervolg:{evaluatie}",
            soort="vervolg",
            wat="vervolg na de evaluatie bepaald",
            wie="opgavemanager",
            zetten=(zet("opgavemanager", "BepaalVervolg", **wat),),
            norm=("vervolg",),
            id=evaluatie,
        )
    elif not vrij:
        open_ = zet("opgavemanager", "OpenBesluit", code="vervolg", orgaan="GS", onderwerp="vervolg na de evaluatie")
        yield Taak(
            sleutel=f"vervolg_openen:{evaluatie}",
            soort="stap",
            wat="besluit over het vervolg voorbereiden",
            wie="opgavemanager",
            zetten=(open_,),
            norm=("evaluatie_besluit",),
            stil=True,
            aanname="GS besluiten over het vervolg zoals de evaluatie adviseert, anders: opschalen.",
        )


def _borging(stand: Stand) -> Iterable[Taak]:
    if not any(les.actie for les in stand.lessen.values()):
        les = zet("opgavemanager", "LegLesVast", titel=LES, actie=LESACTIE)
        yield Taak(
            sleutel="les",
            soort="les",
            wat="les met een actie vastgelegd",
            wie="opgavemanager",
            zetten=(les,),
            norm=("les",),
            aanname="De opgave sluit af met een les die een actie heeft.",
        )
        return
    if any(p.begonnen for p in stand.pilots.values()):
        return
    bepaald = [e.uitkomst for e in stand.evaluaties.values() if e.uitkomst]
    uitkomst = bepaald[-1] if bepaald else "opschalen"
    if uitkomst == "aanpassen_en_verlengen":
        return  # not the end of a life: another round follows, of which nothing is known yet
    dicht = [p.code for p, mist in poorten.uit(stand, reglement(stand.reglement), Fase.BORGING) if mist]
    sluit: dict[str, Any] = {"uitkomst": uitkomst, "reden": REDEN, "passeer": dicht, "overdracht_aan": REDEN}
    yield Taak(
        sleutel="afsluiting",
        soort="afsluiting",
        wat=f"afsluiting van de opgave ({(uitkomst or '').replace('_', ' ')})",
        wie="opgavemanager",
        zetten=(zet("opgavemanager", "SluitAf", **sluit),),
        norm=("fase:F6",),
        maat=("fase", "F6", ""),
        sinds=stand.leven.fasen[-1].van,
    )
