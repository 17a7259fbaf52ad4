"""Partners join, leave and merge; what they had promised, signed and paid stays in sight."""

from collections.abc import Iterable
from itertools import count

from domain import pad
from domain.basis import GERESERVEERD, Weigering
from domain.feit import FeitInhoud
from domain.regels import intakes, stappen, verzoeken
from domain.regels.besluitvorming import wachtend
from domain.regels.hulp import Context, eis, zoek
from domain.regels.leven import NIEUWE_TREKKER
from domain.stand import Stand
from domain.taal.afspraken import AfspraakGemaakt
from domain.taal.besluiten import Besluitstap, BesluitstapGeopend
from domain.taal.leven import TrekkerAangewezen
from domain.taal.partners import (
    Deelnemer,
    LaatPartnerUittreden,
    PartnerGegaanIn,
    PartnersFeit,
    PartnersOpdracht,
    PartnerToegetreden,
    PartnerUitgetreden,
    VoegPartnersSamen,
    VoegPartnerToe,
)


def decide(stand: Stand, opdracht: PartnersOpdracht, ctx: Context) -> tuple[FeitInhoud, ...]:
    match opdracht:
        case VoegPartnerToe():
            return _voeg_toe(stand, opdracht, ctx)
        case LaatPartnerUittreden():
            return vertrek(stand, (opdracht.partner,), opdracht.reden, ctx)
        case VoegPartnersSamen():
            return _voeg_samen(stand, opdracht, ctx)
        case _:
            raise TypeError(opdracht)


def _voeg_toe(stand: Stand, opdracht: VoegPartnerToe, ctx: Context) -> tuple[FeitInhoud, ...]:
    al = stand.partners.get(opdracht.partner)
    if al is not None and al.doet_mee:
        raise Weigering("partner", f"{al.naam} doet al mee.")
    vrij = opdracht.partner not in GERESERVEERD
    eis(vrij, "partner", f"'{opdracht.partner}' is de naam van een functie of orgaan. Kies een andere id.")
    toegetreden = PartnerToegetreden(partner=opdracht.partner, naam=opdracht.naam, type=opdracht.type, rol=opdracht.rol)
    nieuw = pad.stappen_voor_nieuwkomer(stand, ctx.reglement, _nieuweling(toegetreden, ctx))
    if ctx.reglement.besluitvorming is not None:
        nieuw = tuple(_eigen_id(stand, stap) for stap in nieuw)
    for later in _na(stand, nieuw):
        wachtend.toets_vrij(stand, later)
    reden = f"{opdracht.naam} is toegetreden."
    return (toegetreden, *(BesluitstapGeopend(stap=stap, reden=reden) for stap in nieuw))


def _eigen_id(stand: Stand, stap: Besluitstap) -> Besluitstap:
    """The step under a free id: what a partner that comes back decided before it left stays on record."""
    if stap.id not in stand.stappen:
        return stap
    vrij = (id_ for nummer in count(2) if (id_ := f"{stap.id}.{nummer}") not in stand.stappen)
    return stap.met(id=next(vrij))


def _na(stand: Stand, nieuw: tuple[Besluitstap, ...]) -> Iterable[Besluitstap]:
    """The steps that come after these in their round: a record of one could not be confirmed any more."""
    vanaf = {(s.traject, s.ronde): s.volgorde for s in reversed(nieuw)}
    return (s for s in stand.stappen.values() if s.volgorde > vanaf.get((s.traject, s.ronde), s.volgorde))


def _nieuweling(feit: PartnerToegetreden, ctx: Context) -> Deelnemer:
    return Deelnemer(id=feit.partner, naam=feit.naam, type=feit.type, rol=feit.rol, toegetreden_op=ctx.op)


def _deelnemer(stand: Stand, partner: str) -> Deelnemer:
    deelnemer = zoek("partner", stand.partners, partner)
    eis(deelnemer.doet_mee, "partner", f"{deelnemer.naam} is al uitgetreden.")
    return deelnemer


def vertrek(stand: Stand, weg: tuple[str, ...], reden: str, ctx: Context, naar: str = "") -> tuple[FeitInhoud, ...]:
    """These partners leave together, to the opgave `naar` if any; what was asked of them is not waited for here."""
    niet_meer = f"{', '.join(weg)} doet niet meer mee."
    return (
        *(feit for partner in weg for feit in _laat_uittreden(stand, partner, reden, naar)),
        *intakes.na_vertrek(stand, weg, niet_meer, ctx),
    )


def _laat_uittreden(stand: Stand, id_: str, waarom: str, naar: str) -> tuple[FeitInhoud, ...]:
    partner = _deelnemer(stand, id_).id
    reden = f"{partner} treedt uit: {waarom}"
    uitgetreden = PartnerUitgetreden(
        partner=partner,
        reden=waarom,
        ondertekende_stappen=tuple(
            s.id for s in stand.stappen.values() if s.orgaan == partner and s.afloop == "positief"
        ),
        toezeggingen=tuple(a.id for a in stand.afspraken.values() if a.wie == partner and a.afgerond_op is None),
        toegezegd=_som(stand, partner, "toegezegd"),
        besteed=_som(stand, partner, "besteed"),
        trekker_nodig=stand.leven.trekker == partner,
        gaat_naar=naar,
    )
    return (
        uitgetreden,
        *verzoeken.trek_alle_in(stand, reden, van=partner, naar=naar),
        *stappen.laat_vervallen(stand, partner, reden),
        *_nieuwe_trekker(stand, uitgetreden),
    )


def _nieuwe_trekker(stand: Stand, uitgetreden: PartnerUitgetreden) -> tuple[FeitInhoud, ...]:
    """The lead falls back to the province until someone is appointed; the promise to appoint is tracked."""
    if not uitgetreden.trekker_nodig:
        return ()
    reden = "De trekker is uitgetreden; de provincie neemt waar tot er een nieuwe is."
    afspraak = AfspraakGemaakt(
        afspraak=f"{NIEUWE_TREKKER}{stand.seq + 1}",
        tekst="Wijs een nieuwe trekker aan",
        wie="portefeuillehouder",
        bron="overig",
    )
    return (TrekkerAangewezen(trekker="provincie", vorige=uitgetreden.partner, reden=reden), afspraak)


def _som(stand: Stand, bron: str, geldsoort: str) -> int:
    """The money of an organisation and of those that merged into it."""
    samen = {p.id for p in stand.partners.values() if pad.opvolger(stand, p).id == bron}
    return sum(p.bedrag for p in stand.geld if p.bron in samen and p.geldsoort == geldsoort)


def _voeg_samen(stand: Stand, opdracht: VoegPartnersSamen, ctx: Context) -> tuple[FeitInhoud, ...]:
    van, in_ = _deelnemer(stand, opdracht.partner), _deelnemer(stand, opdracht.gaat_over_in)
    eis(van.id != in_.id, "gaat_over_in", "Een partner kan niet in zichzelf opgaan.")
    samen = PartnerGegaanIn(partner=van.id, gaat_over_in=in_.id, reden=opdracht.reden)
    reden = f"{in_.naam} heeft deze stap al."
    dubbel = (s for s in stand.stappen.values() if s.orgaan == van.id and not s.klaar and _heeft_ook(stand, s, in_.id))
    return (*(feit for stap in dubbel for feit in stappen.vervalt(stand, stap, reden)), samen)


def _heeft_ook(stand: Stand, stap: Besluitstap, partner: str) -> bool:
    """Whether the new organisation has the same step in the same round: then one of the two is enough."""
    plek = (stap.traject, stap.ronde, stap.code)
    return stap.traject is not None and any(
        (s.traject, s.ronde, s.code) == plek and s.orgaan == partner and s.status != "vervallen"
        for s in stand.stappen.values()
    )


def evolve(stand: Stand, feit: PartnersFeit, ctx: Context) -> Stand:
    match feit:
        case PartnerToegetreden():
            return _zet(stand, _nieuweling(feit, ctx))
        case PartnerUitgetreden():
            return _zet(stand, stand.partners[feit.partner].met(uitgetreden_op=ctx.op))
        case PartnerGegaanIn():
            van = stand.partners[feit.partner].met(uitgetreden_op=ctx.op, gaat_over_in=feit.gaat_over_in)
            return _neem_over(_zet(stand, van), feit.partner, feit.gaat_over_in)
        case _:
            raise TypeError(feit)


def _neem_over(stand: Stand, van: str, naar: str) -> Stand:
    """Everything open that stood on the old organisation's name now stands on the new one's."""
    verzoeken_ = {k: v.met(aan=naar) if v.aan == van and v.status == "open" else v for k, v in stand.verzoeken.items()}
    stappen = {k: s.met(orgaan=naar) if s.orgaan == van and not s.klaar else s for k, s in stand.stappen.items()}
    lopend = {
        k: t.met(geadresseerde=naar) if t.geadresseerde == van and t.loopt else t for k, t in stand.termijnen.items()
    }
    afspraken = {
        k: a.met(wie=naar) if a.wie == van and a.afgerond_op is None else a for k, a in stand.afspraken.items()
    }
    leven = stand.leven.met(trekker=naar) if stand.leven.trekker == van else stand.leven
    return stand.met(verzoeken=verzoeken_, stappen=stappen, termijnen=lopend, afspraken=afspraken, leven=leven)


def _zet(stand: Stand, deelnemer: Deelnemer) -> Stand:
    return stand.met(partners={**stand.partners, deelnemer.id: deelnemer})
