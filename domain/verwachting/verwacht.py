"""The forecast of one opgave: the same life played twice, as early as can be and as is likely, laid side by side."""

from collections import Counter
from collections.abc import Iterable

from domain import rechtsstand
from domain.basis import is_agenda
from domain.reglement.register import reglement
from domain.stand import Stand
from domain.verwachting.gedaan import Gedaan, Gespeeld
from domain.verwachting.model import Modus, Rij, Verwachting, Vraag
from domain.verwachting.speel import speel
from domain.verwachting.speling import speling

_MODI: tuple[Modus, Modus] = ("vroegst", "waarschijnlijk")


def verwacht(stand: Stand, vraag: Vraag) -> Verwachting:
    """What comes, and when. A life that has not begun, and an agenda, have nothing to expect."""
    if is_agenda(stand.opgave) or stand.leven.toestand == "nog_niet_begonnen":
        return Verwachting(opgave=stand.opgave, titel=stand.leven.titel, op=vraag.vandaag, af=False)
    vroegst, waarschijnlijk = (speel(stand, vraag, modus, stil=True) for modus in _MODI)
    return samen(stand, vraag, vroegst, waarschijnlijk)


def per_kandidaat(stand: Stand, vraag: Vraag) -> dict[str, Verwachting]:
    """The forecast with each candidate of a choice of form that is still open, by the code of the form."""
    open_ = (t for t in stand.trajecten.values() if t.status == "verkend")
    codes = dict.fromkeys(k.code for traject in open_ for k in traject.kandidaten)
    return {code: verwacht(stand, vraag.met(vorm=code)) for code in codes}


def samen(stand: Stand, vraag: Vraag, vroegst: Gespeeld, waarschijnlijk: Gespeeld) -> Verwachting:
    """Two runs as one forecast, in order of the likely day. What one of the runs did not come to is no row."""
    vroeg, bekend = dict(benoemd(vroegst.gedaan)), _bekend(stand)
    dagen = speling(waarschijnlijk.stand, vraag, waarschijnlijk.gedaan)
    ruimte = dict(zip(waarschijnlijk.gedaan, dagen, strict=True))
    rijen = (
        _rij(stand, sleutel, gedaan, vroeg[sleutel], ruimte[gedaan], bekend)
        for sleutel, gedaan in benoemd(waarschijnlijk.gedaan)
        if sleutel in vroeg
    )
    return Verwachting(
        opgave=stand.opgave,
        titel=stand.leven.titel,
        op=vraag.vandaag,
        rijen=tuple(sorted(rijen, key=lambda r: (r.waarschijnlijk, r.vroegst))),
        aannames=tuple(dict.fromkeys((*waarschijnlijk.aannames, *vroegst.aannames))),
        waarschuwingen=tuple(dict.fromkeys((*_over(stand), *waarschijnlijk.waarschuwingen, *vroegst.waarschuwingen))),
        af=waarschijnlijk.af,
    )


def benoemd(gedaan: Iterable[Gedaan]) -> Iterable[tuple[str, Gedaan]]:
    """What gets a row, each with a key of its own: what is done again gets a number."""
    keer = Counter[str]()
    for g in gedaan:
        if not g.taak.stil:
            keer[g.taak.sleutel] += 1
            nummer = keer[g.taak.sleutel]
            yield g.taak.sleutel if nummer == 1 else f"{g.taak.sleutel}#{nummer}", g


def _rij(stand: Stand, sleutel: str, gedaan: Gedaan, vroeg: Gedaan, ruimte: int | None, bekend: set[str]) -> Rij:
    taak = gedaan.taak
    return Rij(
        sleutel=sleutel,
        soort=taak.soort,
        fase=gedaan.fase,
        wat=taak.wat,
        wie=taak.wie,
        begint=min(gedaan.begint, vroeg.plan.op),
        vroegst=vroeg.plan.op,
        waarschijnlijk=max(gedaan.plan.op, vroeg.plan.op),
        rust_op=gedaan.plan.rust_op,
        id=taak.id if taak.id in bekend else None,
        speling=ruimte,
        kritiek=ruimte == 0,
        partner=taak.wie in stand.partners,
    )


def _bekend(stand: Stand) -> set[str]:
    delen = (stand.stappen, stand.verzoeken, stand.trajecten, stand.pilots, stand.evaluaties, stand.lessen)
    return {*stand.afspraken, *(id_ for deel in delen for id_ in deel)}


def _over(stand: Stand) -> Iterable[str]:
    """What the state itself has to say about how sure this can be."""
    if stand.leven.toestand == "gepauzeerd":
        yield "De opgave is gepauzeerd; alles hierna hangt af van het hervatten."
    if reglement(stand.reglement).besluitvorming is None:
        yield f"Reglement {stand.reglement} kent geen routes; de haltes van voorstellen staan er niet bij."
    if stand.leven.toestand in ("lopend", "gepauzeerd") and not any(p.doet_mee for p in stand.partners.values()):
        yield "Er doet nog geen partner mee; wat een partner besluit of ondertekent, staat er niet bij."
    for middel in stand.rechtsmiddelen.values():
        if rechtsstand.wacht(middel):
            yield f"Er loopt een {middel.middel.replace('_', ' ')} tegen {middel.stap}; dat kan alles later maken."
