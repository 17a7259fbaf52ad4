"""The tasks around the form: explore, choose, and let it begin to work."""

from collections.abc import Iterable

from domain import pad
from domain.basis import Fase
from domain.kalender import lokale_datum
from domain.reglement.register import reglement
from domain.stand import Stand
from domain.taal.vormen import Vormtraject
from domain.verwachting.huisnormen import VORM
from domain.verwachting.model import Vraag
from domain.verwachting.taak import BLADEN, REDEN, Taak, zet


def taken(stand: Stand, vraag: Vraag) -> Iterable[Taak]:
    """What each choice of form asks outside its steps."""
    for traject in stand.trajecten.values():
        yield from _traject(stand, traject, vraag)


def zonder_traject(stand: Stand) -> bool:
    """Whether no choice of form is under way or made."""
    return all(traject.status == "beeindigd" for traject in stand.trajecten.values())


def werkt(stand: Stand) -> bool:
    return any(t.status in ("in_werking", "wordt_gewijzigd") for t in stand.trajecten.values())


def verken(vraag: Vraag) -> Taak:
    gewoonst = vraag.gezien.gewoonste_vorm
    code = vraag.vorm or (gewoonst.code if gewoonst else VORM)
    waarom = f", hier het vaakst gekozen (n={gewoonst.n})" if gewoonst and not vraag.vorm else ""
    start = zet(
        "opgavemanager",
        "StartVormtraject",
        onderwerp="organiseervorm",
        kandidaten=[{"code": code}],
        reden_een_kandidaat=REDEN,
    )
    return Taak(
        sleutel="vorm_verkennen",
        soort="vorm",
        wat="vormen verkennen",
        wie="opgavemanager",
        zetten=(start,),
        norm=("vorm_verkennen",),
        aanname=f"Er zijn nog geen kandidaten voor de organiseervorm; gerekend met {code}{waarom}.",
    )


def _traject(stand: Stand, traject: Vormtraject, vraag: Vraag) -> Iterable[Taak]:
    if traject.status == "verkend":
        yield _kies(stand, traject, vraag)
    elif traject.status in ("gekozen", "wordt_gewijzigd") and not pad.onaf(stand, traject):
        op = lokale_datum(stand.laatste_op) if stand.laatste_op else vraag.vandaag
        stappen = pad.ronde(stand, traject.id, traject.ronde)
        per = max((op, *(s.in_werking_op for s in stappen if s.in_werking_op)))
        yield Taak(
            sleutel=f"in_werking:{traject.id}.r{traject.ronde}",
            soort="vorm",
            wat=f"{traject.code} in werking",
            wie="opgavemanager",
            zetten=(zet("opgavemanager", "ZetInWerking", traject=traject.id, per=per.isoformat()),),
            norm=("vorm_ingaan",),
            niet_voor=per,
            id=traject.id,
        )


def _kies(stand: Stand, traject: Vormtraject, vraag: Vraag) -> Taak:
    codes = [k.code for k in traject.kandidaten]
    code = vraag.vorm if vraag.vorm in codes else codes[0]
    regels = reglement(stand.reglement)
    toets = regels.besluitvorming is not None and code in regels.besluitvorming.wgr_toets
    blad = {"blad": "wgr_toets", "traject": traject.id, "is_wgr": False, "motivering": REDEN}
    mist = toets and f"wgr_toets:{traject.id}" not in stand.bladen
    vooraf = (zet("jurist", "LegBladVast", inhoud=blad),) if mist else ()
    huis = [p.code for p in regels.poorten if p.fase is Fase.ORGANISEERVORM and p.soort == "huis"]
    kies = zet(
        "opgavemanager",
        "KiesOrganiseervorm",
        traject=traject.id,
        code=code,
        motivering=REDEN,
        publiek_belang=REDEN,
        passeer=list(dict.fromkeys(huis)),
    )
    return Taak(
        sleutel=f"kiezen:{traject.id}",
        soort="vorm",
        wat=f"keuze van de organiseervorm ({code})",
        wie="opgavemanager",
        zetten=(*vooraf, kies),
        norm=("vorm_kiezen",),
        id=traject.id,
        aanname=f"De keuze valt op {code}; kandidaten: {', '.join(codes)}." if len(codes) > 1 else BLADEN,
    )
