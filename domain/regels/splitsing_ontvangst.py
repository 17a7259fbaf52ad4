"""What another opgave gave along becomes facts here, once: partners, frame, money, requests, lessons, promises."""

from collections.abc import Iterable, Mapping
from datetime import date

from domain.basis import GERESERVEERD, Weigering
from domain.feit import FeitInhoud
from domain.regels import bladgevolgen, partners, splitsing_afspraken, splitsing_mee, termijnen
from domain.regels.hulp import Context, eis, nieuw_id
from domain.stand import Stand
from domain.taal.afspraken import AfspraakGemaakt
from domain.taal.bladen import BladVastgelegd
from domain.taal.bladen_kaders import Kaderpunt, Kaders
from domain.taal.geld import GeldGeboekt
from domain.taal.partners import Deelnemer, PartnerToegetreden, VoegPartnerToe
from domain.taal.splitsing import (
    MINSTE_RESTTERMIJN,
    DelenOntvangen,
    Kaderdeel,
    Meegave,
    OntvangDelen,
    Partnerdeel,
    Verzoekdeel,
)
from domain.taal.verzoeken import VerzoekGedaan


def ontvang(stand: Stand, opdracht: OntvangDelen, ctx: Context) -> tuple[FeitInhoud, ...]:
    """The facts of what arrived. Raises Weigering for what arrived before, and for what was not meant for this one."""
    _toets(stand, opdracht)
    nieuw, delen = _nieuwe_partners(stand, opdracht), opdracht.delen
    partners_ = _met_nieuwe(stand, nieuw, ctx)
    lessen = splitsing_mee.nieuwe_ids(stand, delen.lessen)
    return (
        DelenOntvangen(**opdracht.model_dump(exclude={"soort"})),
        *(feit for deel in nieuw for feit in _treedt_toe(stand, deel, ctx)),
        *_kaders(stand, opdracht, ctx),
        *_geld(opdracht),
        *_verzoeken(stand, opdracht, partners_, ctx),
        *splitsing_mee.aankomst(stand, opdracht, ctx),
        *splitsing_afspraken.aankomst(stand, delen.afspraken, lessen, partners_, ctx),
    )


def _nieuwe_partners(stand: Stand, opdracht: OntvangDelen) -> tuple[Partnerdeel, ...]:
    return tuple(p for p in opdracht.delen.partners if p.partner not in stand.partners or _weg(stand, p.partner))


def _toets(stand: Stand, opdracht: OntvangDelen) -> None:
    al = any((a.richting, a.opgave, a.bron) == ("van", opdracht.van, opdracht.bron) for a in stand.afstamming)
    eis(not al, "afstamming", f"Wat {opdracht.van} in feit {opdracht.bron} meegaf, is hier al.")
    opgegaan = any((a.richting, a.opgave, a.hoe) == ("van", opdracht.van, "samenvoeging") for a in stand.afstamming)
    eis(
        not opgegaan, "afstamming", f"{opdracht.van} is hier al in opgegaan. Een opgave gaat een keer op in een andere."
    )
    eis(not stand.leven.voorbij, "toestand", f"De opgave is {stand.leven.toestand} en neemt niets meer over.")
    if opdracht.hoe == "splitsing":
        uit = any((h.opgave, h.soort) == (opdracht.van, "splitsing") for h in stand.leven.herkomst)
        eis(uit, "afstamming", f"Deze opgave is niet uit {opdracht.van} afgesplitst.")
    _toets_partners(stand, opdracht.delen)


def _toets_partners(stand: Stand, delen: Meegave) -> None:
    """Raise Weigering for an id that means something else, and for a request to someone who is not there."""
    nieuw = {p.partner for p in delen.partners}
    eis(not nieuw & GERESERVEERD, "partner", "Een partner heeft de naam van een functie of orgaan.")
    mee = nieuw | {p.id for p in stand.partners.values() if p.doet_mee}
    vreemd = tuple(v.aan for v in delen.verzoeken if v.aan not in mee)
    eis(not vreemd, "partner", "Een verzoek is gericht aan wie hier niet meedoet:", *vreemd)


def _weg(stand: Stand, partner: str) -> bool:
    return not stand.partners[partner].doet_mee


def _treedt_toe(stand: Stand, deel: Partnerdeel, ctx: Context) -> tuple[FeitInhoud, ...]:
    """A partner joins with the steps that fall to it. While a record waits for its second person those can't be added
    under it; then someone is asked to look at them.
    """
    try:
        return partners.decide(stand, VoegPartnerToe(**deel.model_dump()), ctx)
    except Weigering as nee:
        wat = f"Bepaal over welke stappen {deel.naam} nog besluit: {nee.reden}"[:200]
        return (
            PartnerToegetreden(**deel.model_dump()),
            AfspraakGemaakt(
                afspraak=f"{deel.partner}.stappen.{stand.seq}", tekst=wat, wie="opgavemanager", bron="overig"
            ),
        )


def _kaders(stand: Stand, opdracht: OntvangDelen, ctx: Context) -> Iterable[FeitInhoud]:
    """Lines are added to the sheet, a sheet of its own comes beside those that are here; no decision comes with it."""
    reden = f"Meegekomen uit {opdracht.van}."
    regels = [deel for deel in opdracht.delen.kaders if deel.punt is None]
    if regels:
        blad = stand.bladen.get("kaders")
        heel = _aangevuld(blad if isinstance(blad, Kaders) else Kaders(blad="kaders"), regels)
        yield BladVastgelegd(sleutel="kaders", inhoud=heel, vervangt="kaders" in stand.bladen, reden=reden)
    bezet = set(stand.bladen)
    for deel in opdracht.delen.kaders:
        if deel.punt is not None:
            punt = _vrij(deel.punt, bezet)
            bezet.add(punt.sleutel())
            yield BladVastgelegd(sleutel=punt.sleutel(), inhoud=punt, vervangt=False, reden=reden)
            yield from bladgevolgen.volgt(stand, punt, ctx)


def _aangevuld(blad: Kaders, regels: list[Kaderdeel]) -> Kaders:
    erbij = {s: tuple(d.tekst for d in regels if d.soort == s) for s in ("inhoud", "proces")}
    return blad.met(
        inhoud=tuple(dict.fromkeys((*blad.inhoud, *erbij["inhoud"]))),
        proces=tuple(dict.fromkeys((*blad.proces, *erbij["proces"]))),
        geen_kader_nodig=False,
    )


def _vrij(punt: Kaderpunt, bezet: set[str]) -> Kaderpunt:
    """The sheet under a number that nothing here has."""
    nummers = (punt.nr, *(f"{punt.nr[:28]}-{n}" for n in range(2, len(bezet) + 3)))
    return next(p for nr in nummers if (p := punt.met(nr=nr)).sleutel() not in bezet)


def _geld(opdracht: OntvangDelen) -> Iterable[FeitInhoud]:
    referentie = f"van {opdracht.van}"
    for deel in opdracht.delen.geld:
        yield GeldGeboekt(
            **deel.model_dump(), referentie=referentie, omschrijving=f"{opdracht.hoe}, feit {opdracht.bron}"
        )


def _met_nieuwe(stand: Stand, nieuw: tuple[Partnerdeel, ...], ctx: Context) -> Mapping[str, Deelnemer]:
    """The partners once the new ones have joined."""
    erbij = (Deelnemer(id=p.partner, toegetreden_op=ctx.op, **p.model_dump(exclude={"partner"})) for p in nieuw)
    return {**stand.partners, **{p.id: p for p in erbij}}


def _verzoeken(
    stand: Stand, opdracht: OntvangDelen, partners_: Mapping[str, Deelnemer], ctx: Context
) -> Iterable[FeitInhoud]:
    """Each request is asked anew, for the days that were left."""
    gedaan = list[str]()
    for deel in opdracht.delen.verzoeken:
        id_ = nieuw_id(stand, None, "V", stand.verzoeken, "verzoek", al=gedaan)
        gedaan.append(id_)
        dag = max(deel.uiterlijk, _minstens(ctx))
        gestart = termijnen.start_tot(ctx, "T17", id_, deel.vraag, deel.aan, dag, partners=partners_)
        yield _gevraagd(deel, id_, gestart.termijn.einde)
        yield gestart


def _minstens(ctx: Context) -> date:
    soort = ctx.reglement.termijn("T17").met(duur=MINSTE_RESTTERMIJN)
    return soort.bereken(ctx.op, ctx.reglement.kalender).einde


def _gevraagd(deel: Verzoekdeel, id_: str, uiterlijk: date) -> VerzoekGedaan:
    return VerzoekGedaan(
        verzoek=id_,
        aan=deel.aan,
        verzoeksoort=deel.verzoeksoort,
        vraag=deel.vraag,
        bij_stilte="wachten",
        uiterlijk=uiterlijk,
    )


def neem_terug(stand: Stand, opdracht: OntvangDelen, ctx: Context) -> tuple[FeitInhoud, ...]:
    """What never arrived elsewhere is here again; what had stayed here as well is not doubled."""
    nieuw = _nieuwe_partners(stand, opdracht)
    punten = tuple(k for k in opdracht.delen.kaders if k.punt is None or k.id not in stand.bladen)
    weg = opdracht.met(delen=opdracht.delen.met(kaders=punten))
    return (
        *(feit for deel in nieuw for feit in _treedt_toe(stand, deel, ctx)),
        *_kaders(stand, weg, ctx),
        *_geld(opdracht),
        *_verzoeken(stand, opdracht, _met_nieuwe(stand, nieuw, ctx), ctx),
        *splitsing_mee.terug(stand, opdracht.delen.lessen, opdracht.van, ctx),
        *splitsing_afspraken.terug(stand, opdracht.delen.afspraken, ctx),
    )
