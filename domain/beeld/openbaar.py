"""What a partner may see of the dossier: where it stands, what was decided in public, and everything of its own.

The timeline is an allow-list: what is not named here is not shown. Nothing about a step under geheimhouding, no
refusals, no notes, no signals or requests of others, no money of others.
"""

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any

from domain import pad
from domain.beeld.inbrengtelling import inbrengtelling
from domain.beeld.openbaar_beeld import Agendabeeld, Besluitbeeld, Gebeurtenis, Openbaar, Partnerbeeld
from domain.feit import Feit
from domain.regels import geheim
from domain.regels.hulp import zoek
from domain.stand import Stand
from domain.taal.afspraken import Afspraak
from domain.taal.agenda import Agenda
from domain.taal.besluiten import Besluitstap
from domain.taal.partners import Deelnemer
from domain.woorden import gewoon, met_namen, orgaan
from domain.zinnen import vertel

OPENBARE_ORGANEN = ("GS", "PS")
"""Bodies whose decisions every partner may see; of another body only its own."""
_VAN_IEDEREEN = ("partners", "betrokkenen")


def openbaar(stand: Stand, feiten: Iterable[Feit], partner: str) -> Openbaar:
    """The dossier for one partner; one that left sees it as it was on the day it left.

    Args:
        stand: the state after the last of the facts.
        feiten: all facts of this opgave, in order.
        partner: the id of the partner.

    Raises:
        Weigering: the partner is not known in this opgave.
    """
    zelf = zoek("partner", stand.partners, partner)
    leven, eigen, tot = stand.leven, _eigen(stand, partner), zelf.uitgetreden_op
    fase = next((f for f in reversed(leven.fasen) if _toen(f.van, tot)), None)
    return Openbaar(
        opgave=stand.opgave,
        partner=partner,
        naam=zelf.naam,
        titel=leven.titel,
        thema=leven.thema,
        gebied=leven.gebied,
        effect=leven.maatschappelijk_effect,
        betekenis=leven.betekenis_voor_flevolander,
        toestand=leven.toestand,
        fase=fase.fase if fase else leven.fase,
        sinds=fase.van if fase else None,
        gelijkwaardig=bool(leven.gelijkwaardig),
        trekker=met_namen(orgaan(leven.trekker), stand),
        partners=tuple(
            Partnerbeeld(id=p.id, naam=p.naam, rol=p.rol) for p in stand.partners.values() if _deed_mee(p, tot)
        ),
        besluiten=tuple(_besluiten(stand, eigen, tot)),
        afspraken=tuple(
            a for a in stand.afspraken.values() if _mag_afspraak(stand, a, eigen) and _toen(a.gemaakt_op, tot)
        ),
        verzoeken=tuple(v for v in stand.verzoeken.values() if v.aan in eigen),
        inbreng=tuple(i for i in stand.inbreng.values() if i.van in eigen),
        telling=inbrengtelling(stand),
        tijdlijn=tuple(_tijdlijn(stand, feiten, eigen, tot)),
        agenda=_agenda(stand.agenda, eigen, doet_mee=tot is None) if stand.agenda else None,
    )


def _agenda(agenda: Agenda, eigen: frozenset[str], *, doet_mee: bool) -> Agendabeeld:
    """What is on it now, by half year; of the adoption only what this partner itself was asked and decided."""
    punten = (p for p in agenda.punten.values() if p.status != "afgevoerd")
    return Agendabeeld(
        van=agenda.van,
        tot=agenda.tot,
        ambitie=agenda.ambitie,
        versie=agenda.versie,
        punten=tuple(sorted(punten, key=lambda p: (p.periode, p.opgave))) if doet_mee else None,
        documenten=tuple(agenda.documenten.values()) if doet_mee else (),
        eigen=tuple(v for v in agenda.vaststellingen.values() if v.overheid in eigen),
    )


def _toen(dag: date, tot: date | None) -> bool:
    """Whether this was so already on the day a partner left."""
    return tot is None or dag <= tot


def _deed_mee(partner: Deelnemer, tot: date | None) -> bool:
    """Whether this partner takes part, or did on the day another left."""
    if tot is None:
        return partner.doet_mee
    return partner.toegetreden_op <= tot and (partner.uitgetreden_op is None or partner.uitgetreden_op > tot)


def _eigen(stand: Stand, partner: str) -> frozenset[str]:
    """The partner, and the organisations that merged into it."""
    return frozenset({partner, *(p.id for p in stand.partners.values() if pad.opvolger(stand, p).id == partner)})


def _verborgen(stand: Stand, id_: str | None) -> bool:
    """Whether geheimhouding rests on this step, or on the step it decides about."""
    stap = stand.stappen.get(id_ or "")
    return stap is not None and (geheim.rust_op(stand, stap) or _verborgen(stand, stap.over))


def _besluiten(stand: Stand, eigen: frozenset[str], tot: date | None) -> Iterable[Besluitbeeld]:
    for stap in stand.stappen.values():
        if stap.afloop != "open" and _mag_orgaan(stap.orgaan, eigen) and not _verborgen(stand, stap.id):
            besluit = _besluit(stap)
            if _toen(besluit.op, tot):
                yield besluit


def _besluit(stap: Besluitstap) -> Besluitbeeld:
    laatste = stap.behandelingen[-1]
    return Besluitbeeld(
        stap=stap.id,
        titel=", ".join(deel for deel in (stap.naam, stap.onderwerp) if deel),
        orgaan=orgaan(stap.orgaan),
        op=laatste.op,
        uitkomst=gewoon(laatste.uitkomst),
        resultaat=gewoon(laatste.resultaat),
        ingetrokken=stap.ingetrokken_door is not None,
    )


def _mag_orgaan(wie: str, eigen: frozenset[str]) -> bool:
    return wie in OPENBARE_ORGANEN or wie in eigen


def _mag_afspraak(stand: Stand, afspraak: Afspraak, eigen: frozenset[str]) -> bool:
    return (afspraak.wie in eigen or afspraak.wie in _VAN_IEDEREEN) and not _verborgen(stand, afspraak.stap)


def _tijdlijn(stand: Stand, feiten: Iterable[Feit], eigen: frozenset[str], tot: date | None) -> Iterable[Gebeurtenis]:
    for feit in feiten:
        weg = tot is not None and feit.gebeurd_op > tot
        mag = _REGELS.get(feit.inhoud.soort)
        if mag is None or weg or _over_verborgen(stand, feit.inhoud) or not mag(stand, feit, eigen):
            continue
        yield Gebeurtenis(seq=feit.seq, op=feit.gebeurd_op, zin=met_namen(_zin(feit), stand))


def _zin(feit: Feit) -> str:
    """The ordinary sentence, without what others promised or paid."""
    f: Any = feit.inhoud
    if f.soort == "PartnerUitgetreden":
        return f"{f.partner[:1].upper()}{f.partner[1:]} doet niet langer mee."
    return vertel(feit)


def _over_verborgen(stand: Stand, f: Any) -> bool:
    besluit = getattr(f, "besluit", None)
    verzoek = stand.verzoeken.get(getattr(f, "verzoek", None) or "")
    genoemd = (getattr(f, "stap", None), getattr(besluit, "stap", None), verzoek.betreft if verzoek else None)
    return any(_verborgen(stand, id_) for id_ in genoemd)


_Mag = Callable[[Stand, Feit, frozenset[str]], bool]


def _altijd(stand: Stand, feit: Feit, eigen: frozenset[str]) -> bool:
    return True


def _eigen_verzoek(stand: Stand, feit: Feit, eigen: frozenset[str]) -> bool:
    return getattr(feit.inhoud, "aan", "") in eigen


def _eigen_inbreng(stand: Stand, feit: Feit, eigen: frozenset[str]) -> bool:
    return getattr(feit.inhoud, "van", "") in eigen


def _eigen_afspraak(stand: Stand, feit: Feit, eigen: frozenset[str]) -> bool:
    afspraak = stand.afspraken.get(getattr(feit.inhoud, "afspraak", ""))
    return afspraak is not None and _mag_afspraak(stand, afspraak, eigen)


def _eigen_signaal(stand: Stand, feit: Feit, eigen: frozenset[str]) -> bool:
    return feit.door.functie == "partner" and feit.door.namens in eigen


def _openbaar_besluit(stand: Stand, feit: Feit, eigen: frozenset[str]) -> bool:
    f: Any = feit.inhoud
    return _mag_orgaan(getattr(f, "besluit", f).orgaan, eigen)


def _eigen_of_bevestigd(stand: Stand, feit: Feit, eigen: frozenset[str]) -> bool:
    """What waits for a second person is nobody else's business until it counts."""
    f: Any = feit.inhoud
    return not (f.per_link or f.wacht) or f.overheid in eigen


def _bekendgemaakt(stand: Stand, feit: Feit, eigen: frozenset[str]) -> bool:
    stap = stand.stappen.get(getattr(feit.inhoud, "stap", ""))
    return stap is not None and _mag_orgaan(stap.orgaan, eigen)


_REGELS: dict[str, _Mag] = {
    **dict.fromkeys(
        (
            *("OpgaveGestart", "FaseBegonnen", "OpgaveGepauzeerd", "OpgaveHervat"),
            *("OpgaveIngetrokken", "OpgaveAfgesloten", "TrekkerAangewezen"),
            *("PartnerToegetreden", "PartnerUitgetreden", "PartnerGegaanIn"),
            *("OrganiseervormGekozen", "VormInWerking", "VormWijzigingGestart", "VormtrajectBeeindigd"),
            *("PilotGestart", "PilotOpgeschort", "PilotHervat", "PilotGestopt", "PilotAfgerond"),
            *("EvaluatieOpgesteld", "VervolgBepaald"),
            *("AgendaGestart", "OpAgendaGezet", "OpAgendaVerplaatst", "OpgaveGeparkeerd", "OpgaveTeruggehaald"),
            *("OpgaveAfgevoerd", "RaakvlakVastgelegd", "RaakvlakVerbroken", "DocumentVastgesteld"),
            *("ConferentieGehouden", "AgendaHerijkt", "AgendaGesloten"),
        ),
        _altijd,
    ),
    "AgendaVastgesteld": _eigen_of_bevestigd,
    **dict.fromkeys(("BesluitGenomen", "BesluitHersteld"), _openbaar_besluit),
    "BesluitBekendgemaakt": _bekendgemaakt,
    **dict.fromkeys(
        (
            *("VerzoekGedaan", "VerzoekBeantwoord", "AntwoordVerbeterd", "VerzoekIngetrokken"),
            *("UitstelGevraagd", "UitstelVerleend", "UitstelGeweigerd", "StilteBepaald", "DoorgegaanZonderReactie"),
        ),
        _eigen_verzoek,
    ),
    **dict.fromkeys(("InbrengGedaan", "InbrengBehandeld"), _eigen_inbreng),
    **dict.fromkeys(("AfspraakGemaakt", "AfspraakAfgerond"), _eigen_afspraak),
    "SignaalGemeld": _eigen_signaal,
}
"""Per kind of fact whether a partner may see it; what is not here is never shown."""
