"""Events for other systems: which facts they may know, and how little each event tells (NL GOV profile, CloudEvents).

An event holds ids, kinds and dates; never free text, a name, an amount or a person. Who wants more asks for it, and is
then known. Of a step under geheimhouding, and of what touches it, only the kind of event, its number and its day are
told.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from enum import Enum
from typing import Any

from domain import gebeurtenissen_samen
from domain.basis import Model, Moment
from domain.beeld.verborgen import is_geheim
from domain.feit import Feit
from domain.stand import Stand

VOORVOEGSEL, VERSIE = "nl.regionale-opgaven.", ".v1"
# Which fields of a fact its event tells. `a.b=c` takes field b of a and calls it c.
DEELT: dict[str, tuple[str, ...]] = {
    "OpgaveGestart": ("aanleiding", "trekker", "majeur_thema", "gelijkwaardig"),
    "FaseBegonnen": ("fase", "vorige", "richting"),
    "PoortGepasseerd": ("poort", "fase"),
    "OpgaveGepauzeerd": ("tot",),
    "OpgaveHervat": (),
    "OpgaveIngetrokken": (),
    "OpgaveAfgesloten": ("uitkomst", "vervolg"),
    "TrekkerAangewezen": ("trekker", "vorige"),
    "ReglementGewijzigd": ("reglement", "vorige"),
    "BladVastgelegd": ("inhoud.blad", "vervangt"),
    "PartnerToegetreden": ("partner", "type=partnertype"),
    "PartnerUitgetreden": ("partner", "trekker_nodig"),
    "PartnerGegaanIn": ("partner", "gaat_over_in"),
    "VerzoekGedaan": ("verzoek", "aan", "verzoeksoort", "bij_stilte", "uiterlijk", "betreft"),
    "VerzoekBeantwoord": ("verzoek", "aan", "oordeel", "kanaal"),
    "AntwoordVerbeterd": ("verzoek", "aan", "oordeel"),
    "UitstelGevraagd": ("verzoek", "aan", "tot"),
    "UitstelVerleend": ("verzoek", "aan", "tot"),
    "UitstelGeweigerd": ("verzoek", "aan"),
    "StilteBepaald": ("verzoek", "aan", "bij_stilte"),
    "VerzoekIngetrokken": ("verzoek", "aan"),
    "DoorgegaanZonderReactie": ("verzoek", "aan"),
    "InbrengGedaan": ("inbreng", "van", "inbrengsoort"),
    "InbrengBehandeld": ("inbreng", "van", "inbrengsoort", "oordeel"),
    "TermijnGestart": (
        *("termijn.id=termijn", "termijn.code", "termijn.soort=termijnsoort", "termijn.betreft"),
        *("termijn.geadresseerde", "termijn.einde"),
    ),
    "TermijnOpgeschort": ("termijn", "geadresseerde", "einde"),
    "TermijnHervat": ("termijn.id=termijn", "termijn.geadresseerde", "termijn.einde", "was", "dagen"),
    "TermijnVerlengd": ("termijn.id=termijn", "termijn.geadresseerde", "termijn.einde", "was"),
    "TermijnHerberekend": ("termijn.id=termijn", "termijn.geadresseerde", "termijn.einde", "was"),
    "TermijnVerstreken": ("termijn", "geadresseerde", "termijnsoort", "einde"),
    "TermijnGehaald": ("termijn", "op_tijd"),
    "TermijnVervallen": ("termijn",),
    "KalenderAangevuld": (),
    "HerinneringVerstuurd": ("termijn", "trede", "termijnsoort", "einde"),
    "EscalatieVoorgelegd": ("escalatie", "termijn", "trede", "einde"),
    "EscalatieBeslist": ("escalatie", "akkoord"),
    "EscalatieVervallen": ("escalatie",),
    "BesluitstapGeopend": ("stap.id=stap", "stap.code", "stap.orgaan", "stap.traject", "stap.pilot"),
    "StapBepaald": ("stap", "van_toepassing"),
    "BesluitVoorgelegd": ("stap", "code", "orgaan", "vergadering_op"),
    "BesluitAangehouden": ("stap", "tot"),
    "BesluitGenomen": ("stap", "code", "orgaan", "uitkomst", "afloop", "genomen_op", "in_werking_op"),
    "BesluitstapVervallen": ("stap",),
    "BesluitBekendgemaakt": ("stap",),
    "BesluitHersteld": (
        *("stap", "besluit.code", "besluit.orgaan", "was_uitkomst", "was_afloop", "besluit.uitkomst"),
        *("besluit.afloop", "omgeslagen"),
    ),
    "GrondslagBeslist": ("stap", "oordeel"),
    "RechtswegeMogelijk": ("stap", "orgaan", "einde"),
    "RechtswegeVastgesteld": ("stap", "oordeel"),
    "RechtsmiddelGemeld": ("rechtsmiddel", "stap", "middel"),
    "RechtsmiddelAfgedaan": ("rechtsmiddel", "uitkomst"),
    "HalteBereikt": ("stap", "halte"),
    "StapControversieel": ("stap", "wettelijk_tot"),
    "ControversieelOpgeheven": ("stap",),
    "PortefeuilleToegewezen": (),
    "VormtrajectGestart": ("traject",),
    "OrganiseervormGekozen": ("traject", "code", "ronde"),
    "VormInWerking": ("traject", "code", "per"),
    "VormWijzigingGestart": ("traject", "ronde", "aanleiding", "partner"),
    "VormtrajectBeeindigd": ("traject",),
    "PilotplanOpgesteld": ("pilot", "traject", "volgt_op", "ronde"),
    "PilotGestart": ("pilot", "eind"),
    "IndicatorGemeten": ("pilot",),
    "PilotafspraakGewijzigd": ("pilot",),
    "PilotOpgeschort": ("pilot",),
    "PilotHervat": ("pilot",),
    "PilotGestopt": ("pilot",),
    "PilotAfgerond": ("pilot",),
    "EvaluatieGestart": ("evaluatie", "pilots", "kort"),
    "EvaluatieOpgesteld": ("evaluatie", "advies"),
    "VervolgBepaald": ("evaluatie", "uitkomst", "stap"),
    "LesVastgelegd": ("les.id=les",),
    "LesstatusGewijzigd": ("les", "status"),
    "LesGecontroleerd": ("les", "in_praktijk_gebracht"),
    "AfspraakGemaakt": ("afspraak", "wie", "uiterlijk", "bron", "stap"),
    "AfspraakAfgerond": ("afspraak",),
    "GeldGeboekt": ("geldsoort", "bron", "pilot", "stap"),
    **gebeurtenissen_samen.DEELT,
}

INTERN = frozenset(
    {
        *("OpdrachtGeweigerd", "Overgedragen", "Genoteerd", "NotitieBevestigd", "BesluitVastgelegd"),
        *("VastleggingAfgekeurd", "VergissingGemeld", "BetrokkenheidGemeld", "GrondslagBeoordeeld"),
        *("GeheimhoudingOpgelegd", "GeheimhoudingOpgeheven", "VervangingGeregeld", "VervangingBeeindigd"),
        *("SignaalGemeld", "SignaalOpgevangen", "SignaalGesloten", "HerinneringBijgestuurd", "BijsturingOpgeheven"),
        *gebeurtenissen_samen.INTERN,
    }
)
"""Facts that are nobody else's business: work in progress, who stands in for whom, signals, geheimhouding."""


class Gebeurtenis(Model):
    """One event. `tijd` is the moment of recording; the day on which it happened is `datum` in the data."""

    id: str
    type: str
    opgave: str
    tijd: Moment
    data: dict[str, Any]
    volgnr: int | None = None


def korte_naam(feit: str) -> str:
    """The name of an event without its surroundings: `BesluitGenomen` gives `besluit-genomen`."""
    return re.sub(r"(?<!^)(?=[A-Z])", "-", feit).lower()


def type_van(korte: str) -> str:
    """The full type of an event: reverse DNS, the domain in the plural, one version."""
    return f"{VOORVOEGSEL}{korte}{VERSIE}"


SOORTEN: tuple[str, ...] = tuple(sorted(korte_naam(feit) for feit in DEELT))
"""What one can subscribe to."""


def als_gebeurtenis(stand: Stand, feit: Feit) -> Gebeurtenis | None:
    """The event of a fact, None when others need not know it; `stand` is the state just after the fact."""
    velden = DEELT.get(feit.inhoud.soort)
    if velden is None:
        return None
    data: dict[str, Any] = {"opgave": feit.opgave, "feit": feit.seq, "datum": feit.gebeurd_op.isoformat()}
    if is_geheim(stand, feit.inhoud):
        data["geheim"] = True
    else:
        data |= {"bewijs": feit.hash} | dict(_inhoud(feit.inhoud, velden))
    return Gebeurtenis(
        id=f"{feit.opgave}:{feit.seq}",
        type=type_van(korte_naam(feit.inhoud.soort)),
        opgave=feit.opgave,
        tijd=feit.vastgelegd_op,
        data=data,
    )


def _inhoud(inhoud: Model, velden: Iterable[str]) -> Iterator[tuple[str, Any]]:
    for veld in velden:
        pad, _, naam = veld.partition("=")
        waarde: Any = inhoud
        for deel in pad.split("."):
            waarde = getattr(waarde, deel)
        if waarde is not None and waarde != "":
            yield _kameel(naam or pad.rpartition(".")[2]), _kaal(waarde)


def _kaal(waarde: Any) -> Any:
    match waarde:
        case tuple():
            return [_kaal(deel) for deel in waarde]
        case date():
            return waarde.isoformat()
        case Enum():
            return waarde.value
        case _:
            return waarde


def _kameel(naam: str) -> str:
    """Names in JSON are lowerCamelCase (API Design Rules)."""
    eerste, *rest = naam.split("_")
    return eerste + "".join(deel.capitalize() for deel in rest)
