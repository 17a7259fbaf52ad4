"""Vormtrajecten: candidates compared, a form chosen, its path walked, in force, ended."""

from datetime import date

from domain import pad, poorten, twijfel
from domain.basis import Fase, Weigering
from domain.feit import FeitInhoud
from domain.regels import rechtsgang, stappen, vormwijziging, wgr
from domain.regels.besluitvorming import wachtend
from domain.regels.hulp import Context, eis, nieuw_id, zoek
from domain.stand import Stand
from domain.taal.besluiten import Besluitstap
from domain.taal.vormen import (
    BeeindigVormtraject,
    KiesOrganiseervorm,
    OrganiseervormGekozen,
    StartVormtraject,
    VormenFeit,
    VormenOpdracht,
    VormInWerking,
    Vormtraject,
    VormtrajectBeeindigd,
    VormtrajectGestart,
    VormWijzigingGestart,
    WijzigVorm,
    ZetInWerking,
)

# These gates out of F3 are already asked when the form is chosen: content before structure, and why before that.
BIJ_DE_KEUZE = ("inhoud", "waarom_samenwerken")


def decide(stand: Stand, opdracht: VormenOpdracht, ctx: Context) -> tuple[FeitInhoud, ...]:
    match opdracht:
        case StartVormtraject():
            return _start(stand, opdracht, ctx)
        case KiesOrganiseervorm():
            return _kies(stand, opdracht, ctx)
        case ZetInWerking():
            return _zet_in_werking(stand, opdracht, ctx)
        case WijzigVorm():
            traject = _traject(stand, opdracht.traject, "in_werking")
            return vormwijziging.wijzig(stand, traject, opdracht, ctx)
        case BeeindigVormtraject():
            return _beeindig(stand, opdracht)
        case _:
            raise TypeError(opdracht)


def _start(stand: Stand, opdracht: StartVormtraject, ctx: Context) -> tuple[FeitInhoud, ...]:
    eis(
        stand.leven.fase is not Fase.INITIATIEF,
        "fase",
        "Een vormtraject begint na fase F1, als de partners in beeld zijn.",
    )
    for kandidaat in opdracht.kandidaten:
        ctx.reglement.vorm(kandidaat.code)
    for partner in opdracht.deelnemers:
        eis(zoek("partner", stand.partners, partner).doet_mee, "partner", f"{partner} is uitgetreden.")
    allen = not opdracht.deelnemers
    gestart = VormtrajectGestart(
        traject=nieuw_id(stand, opdracht.traject, "VT", stand.trajecten, "vormtraject"),
        onderwerp=opdracht.onderwerp,
        deelnemers=opdracht.deelnemers or tuple(p.id for p in stand.partners.values() if p.doet_mee),
        allen=allen,
        kandidaten=opdracht.kandidaten,
        reden_een_kandidaat=opdracht.reden_een_kandidaat,
    )
    return (gestart,)


def _traject(stand: Stand, id_: str, *mag: str) -> Vormtraject:
    traject = zoek("vormtraject", stand.trajecten, id_)
    eis(traject.status in mag, "vormtraject", f"Vormtraject {id_} is {traject.status.replace('_', ' ')}.")
    return traject


def _kies(stand: Stand, opdracht: KiesOrganiseervorm, ctx: Context) -> tuple[FeitInhoud, ...]:
    traject = _traject(stand, opdracht.traject, "verkend", "gekozen")
    vorm = ctx.reglement.vorm(opdracht.code)
    eis(vorm.code != traject.code, "code", f"{vorm.naam} is al gekozen.")
    bekend = tuple(k.code for k in traject.kandidaten)
    eis(vorm.code in bekend, "S3-07", f"{vorm.code} is niet als kandidaat vergeleken.", *bekend)
    if vorm.prive_rechtspersoon and not opdracht.publiek_belang:
        raise Weigering(
            "PW 158 lid 2",
            "Motiveer waarom een private rechtspersoon bijzonder aangewezen is voor het openbaar belang.",
            ("veld publiek_belang",),
        )
    wgr.toets_keuze(stand, traject, vorm, ctx)
    te_toetsen = tuple(p for p in ctx.reglement.poorten_uit(Fase.ORGANISEERVORM, vorm.zwaarte) if p.eis in BIJ_DE_KEUZE)
    gepasseerd = poorten.toets(stand, ctx, te_toetsen, opdracht.passeer, opdracht.motivering)
    gekozen = OrganiseervormGekozen(
        traject=traject.id,
        code=vorm.code,
        naam=vorm.naam,
        zwaarte=vorm.zwaarte,
        vorige=traject.code,
        ronde=traject.ronde + 1,
        motivering=opdracht.motivering,
        publiek_belang=opdracht.publiek_belang,
        stappen=pad.stappen(stand, ctx.reglement, traject, vorm),
    )
    return (*gepasseerd, *_oude_ronde(stand, traject, f"De keuze is nu {vorm.naam}."), gekozen)


def _oude_ronde(stand: Stand, traject: Vormtraject, reden: str) -> tuple[FeitInhoud, ...]:
    """What was decided stays on record; what was still open under the former choice lapses.

    Raises Weigering while a record of it waits for a second person: that was decided too.
    """
    open_ = [stap for stap in pad.ronde(stand, traject.id, traject.ronde) if not stap.klaar]
    for stap in open_:
        wachtend.toets_vrij(stand, stap)
    return tuple(feit for stap in open_ for feit in stappen.vervalt(stand, stap, reden))


def _zet_in_werking(stand: Stand, opdracht: ZetInWerking, ctx: Context) -> tuple[FeitInhoud, ...]:
    traject = _traject(stand, opdracht.traject, "gekozen", "wordt_gewijzigd")
    wgr.toets_werking(stand, traject, ctx)
    twijfel.toets_ronde(stand, traject)
    wgr.toets_machtiging(stand, traject, ctx)
    onaf = pad.onaf(stand, traject)
    if onaf:
        raise Weigering(_grond(stand, traject, ctx), "De vorm kan nog niet in werking: het pad is niet af.", onaf)
    rechtsgang.toets_in_werking(stand, traject, ctx)
    vroegst = max((dag for s in _ronde(stand, traject) if (dag := _bekend_vanaf(s, ctx))), default=None)
    if vroegst is not None and opdracht.per < vroegst:
        raise Weigering("Wgr 26", f"De vorm werkt pas vanaf {vroegst}, de datum in de bekendmaking.")
    return (VormInWerking(traject=traject.id, code=traject.code or "", per=opdracht.per),)


def _bekend_vanaf(stap: Besluitstap, ctx: Context) -> date | None:
    """The day the bekendmaking names, or else the day of bekendmaking itself (A7); None for other steps.

    Since the second reglement a day before the bekendmaking counts as that of the bekendmaking.
    """
    bekend = [b.op for b in stap.behandelingen if b.uitkomst == "gepubliceerd"] if stap.code == "A7" else []
    if stap.in_werking_op is None:
        return stap.behandelingen[-1].op if stap.code == "A7" and stap.behandelingen else None
    te_vroeg = ctx.reglement.besluitvorming is not None and bool(bekend) and stap.in_werking_op < bekend[-1]
    return bekend[-1] if te_vroeg else stap.in_werking_op


def _ronde(stand: Stand, traject: Vormtraject) -> tuple[Besluitstap, ...]:
    return tuple(pad.ronde(stand, traject.id, traject.ronde))


def _grond(stand: Stand, traject: Vormtraject, ctx: Context) -> str:
    eerste = next(s for s in _ronde(stand, traject) if not s.klaar)
    return eerste.grond or ctx.reglement.vorm(traject.code or "").basis


def _beeindig(stand: Stand, opdracht: BeeindigVormtraject) -> tuple[FeitInhoud, ...]:
    traject = _traject(stand, opdracht.traject, "verkend", "gekozen", "in_werking", "wordt_gewijzigd")
    lopend = tuple(p.titel for p in stand.pilots.values() if p.traject == traject.id and p.begonnen)
    eis(not lopend, "pilots", "In deze vorm loopt nog een pilot.", *lopend)
    einde = VormtrajectBeeindigd(traject=traject.id, reden=opdracht.reden)
    return (*_oude_ronde(stand, traject, opdracht.reden), einde)


def evolve(stand: Stand, feit: VormenFeit) -> Stand:
    match feit:
        case VormtrajectGestart():
            nieuw = Vormtraject(
                id=feit.traject,
                onderwerp=feit.onderwerp,
                deelnemers=feit.deelnemers,
                allen=feit.allen,
                kandidaten=feit.kandidaten,
                reden_een_kandidaat=feit.reden_een_kandidaat,
            )
            return _zet(stand, nieuw)
        case OrganiseervormGekozen():
            gekozen = stand.trajecten[feit.traject].met(
                code=feit.code,
                zwaarte=feit.zwaarte,
                publiek_belang=feit.publiek_belang,
                ronde=feit.ronde,
                status="gekozen",
            )
            return _met_stappen(_zet(stand, gekozen), feit.stappen)
        case VormInWerking():
            traject = vormwijziging.zonder_uittreder(stand, stand.trajecten[feit.traject])
            return _zet(stand, traject.met(status="in_werking", in_werking_per=feit.per))
        case VormWijzigingGestart():
            traject = vormwijziging.met_aanleiding(stand.trajecten[feit.traject], feit)
            status = "wordt_gewijzigd" if traject.in_werking_per else "gekozen"
            return _met_stappen(_zet(stand, traject.met(ronde=feit.ronde, status=status)), feit.stappen)
        case VormtrajectBeeindigd():
            return _zet(stand, stand.trajecten[feit.traject].met(status="beeindigd"))
        case _:
            raise TypeError(feit)


def _zet(stand: Stand, traject: Vormtraject) -> Stand:
    return stand.met(trajecten={**stand.trajecten, traject.id: traject})


def _met_stappen(stand: Stand, stappen: tuple[Besluitstap, ...]) -> Stand:
    return stand.met(stappen={**stand.stappen, **{s.id: s for s in stappen}})
