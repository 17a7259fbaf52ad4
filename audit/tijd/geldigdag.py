"""On which day a fact is true, by what is known now. Every kind of fact says here how its day is found.

Most are true from the day they happened (`gebeurd_op`), also when they were recorded later. A correction counts for
the day of what it corrects, and takes what it corrected along; what only states what held by law already (a term that
lapsed, silence that counted) counts from that day. What a command led to besides goes with it.
"""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Literal

from domain.feit import Feit
from domain.taal.besluiten import BesluitGenomen
from domain.taal.herstel import BesluitHersteld, BetrokkenheidGemeld, VergissingGemeld
from domain.taal.rechtsgang import RechtswegeMogelijk, RechtswegeVastgesteld
from domain.taal.termijnen import TermijnVerstreken
from domain.taal.verzoeken import AntwoordVerbeterd, VerzoekBeantwoord
from domain.taal.vormen import VormInWerking

Wijze = Literal[
    "eigen dag", "dag van het besluit", "dag van het antwoord", "dag na de termijn", "dag van de stilte", "ingang"
]

EIGEN = (
    # the life itself; a refusal is true on the day it was refused
    *("OpgaveGestart", "FaseBegonnen", "PoortGepasseerd", "OpgaveGepauzeerd", "OpgaveHervat", "OpgaveIngetrokken"),
    *("OpgaveAfgesloten", "TrekkerAangewezen", "Overgedragen", "ReglementGewijzigd", "OpdrachtGeweigerd"),
    *("BladVastgelegd", "PartnerToegetreden", "PartnerUitgetreden", "PartnerGegaanIn"),
    # requests and what partners bring in
    *("VerzoekGedaan", "VerzoekBeantwoord", "UitstelGevraagd", "UitstelVerleend", "UitstelGeweigerd"),
    *("StilteBepaald", "VerzoekIngetrokken", "DoorgegaanZonderReactie", "InbrengGedaan", "InbrengBehandeld"),
    # terms: a day that was made equal to a feestdag later is a new rule, not a correction
    *("TermijnGestart", "TermijnOpgeschort", "TermijnHervat", "KalenderAangevuld", "TermijnHerberekend"),
    *("TermijnVerlengd", "TermijnGehaald", "TermijnVervallen", "HerinneringVerstuurd", "HerinneringBijgestuurd"),
    *("BijsturingOpgeheven", "EscalatieVoorgelegd", "EscalatieBeslist", "EscalatieVervallen"),
    # decisions on their way; a record that waits for its second person is of the day it tells about
    *("BesluitstapGeopend", "StapBepaald", "BesluitVoorgelegd", "BesluitAangehouden", "BesluitstapVervallen"),
    *("BesluitBekendgemaakt", "BesluitVastgelegd", "VastleggingAfgekeurd", "HalteBereikt", "StapControversieel"),
    *("ControversieelOpgeheven", "GeheimhoudingOpgelegd", "GeheimhoudingOpgeheven"),
    # judgements afterwards are new: an annulment undoes nothing that was recorded, people decide what follows
    *("GrondslagBeoordeeld", "GrondslagBeslist", "RechtsmiddelGemeld", "RechtsmiddelAfgedaan"),
    *("VervangingGeregeld", "VervangingBeeindigd", "PortefeuilleToegewezen"),
    *("VormtrajectGestart", "OrganiseervormGekozen", "VormWijzigingGestart", "VormtrajectBeeindigd"),
    *("PilotplanOpgesteld", "PilotGestart", "IndicatorGemeten", "PilotafspraakGewijzigd", "PilotOpgeschort"),
    *("PilotHervat", "PilotGestopt", "PilotAfgerond", "EvaluatieGestart", "EvaluatieOpgesteld", "VervolgBepaald"),
    *("LesVastgelegd", "LesstatusGewijzigd", "LesGecontroleerd", "AfspraakGemaakt", "AfspraakAfgerond"),
    *("SignaalGemeld", "SignaalOpgevangen", "SignaalGesloten", "GeldGeboekt", "Genoteerd", "NotitieBevestigd"),
    # the agenda, working together and learning: each is true from the day it happened
    *("AgendaGestart", "OpAgendaGezet", "OpAgendaVerplaatst", "OpgaveGeparkeerd", "OpgaveTeruggehaald"),
    *("OpgaveAfgevoerd", "RaakvlakVastgelegd", "RaakvlakVerbroken", "DocumentVastgesteld"),
    *("VaststellingGevraagd", "AgendaVastgesteld", "ConferentieGehouden", "HerijkingVoorbereid"),
    *("AgendaHerijkt", "WerkwijzeGewijzigd", "AgendaGesloten", "AgendaplekGewijzigd", "BuurGemeld"),
    *("BuurGewijzigd", "OpgaveGesplitst", "OpgaveSamengevoegd", "DelenOntvangen", "AankomstBevestigd"),
    *("TafelGeopend", "TafelGewijzigd", "TafelBijeengekomen", "TafelGesloten", "IntakeGestart"),
    *("IntakeBeoordeeld", "IntakeBeantwoord", "VeranderingGemeld", "ImpactBeantwoord", "ReviewGestart"),
    *("ReviewAfgerond", "VerbondenPartijVastgelegd", "WaaromBeantwoord", "AccounthouderAangewezen"),
    *("VerbondenheidBeeindigd", "SpelniveauGescoord", "SpeldoelGesteld", "GesprekVastgelegd"),
    *("BronverhaalVastgelegd", "InterviewGevraagd", "LeeractieGestart", "LesGevalideerd", "LessenAangeboden"),
    *("LesaanbodBeantwoord", "LesHergebruikt"),
)
WIJZEN: Mapping[str, Wijze] = {
    **dict.fromkeys(EIGEN, "eigen dag"),
    "BesluitGenomen": "dag van het besluit",
    "BesluitHersteld": "dag van het besluit",
    "VergissingGemeld": "dag van het besluit",
    "BetrokkenheidGemeld": "dag van het besluit",
    "AntwoordVerbeterd": "dag van het antwoord",
    "TermijnVerstreken": "dag na de termijn",
    "RechtswegeMogelijk": "dag na de termijn",
    "RechtswegeVastgesteld": "dag van de stilte",
    "VormInWerking": "ingang",
}
"""By kind of fact. A new kind has no day until someone decides here."""

VERBETERT = ("BesluitHersteld", "VergissingGemeld", "BetrokkenheidGemeld", "AntwoordVerbeterd")
"""Corrections: without what they correct they can't be placed."""
DAG = timedelta(days=1)


def geldige_dagen(feiten: Sequence[Feit]) -> dict[int, date]:
    """The day on which each fact is true, by its number.

    Args:
        feiten: all facts that are known, in order; a later correction moves the day of an earlier fact.
    """
    eigen = {feit.seq: _dag(feit) for feit in feiten}
    for feit in feiten:
        match feit.inhoud:
            case BesluitHersteld():
                hersteld_op = feit.inhoud.besluit.genomen_op or eigen.get(verbetert(feiten, feit) or 0, feit.gebeurd_op)
                for nr in _reeks(feiten, feit):
                    eigen[nr] = hersteld_op
            case AntwoordVerbeterd() | VergissingGemeld() | BetrokkenheidGemeld() | RechtswegeVastgesteld():
                eigen[feit.seq] = eigen.get(verbetert(feiten, feit) or 0, feit.gebeurd_op)
    return _met_gevolgen(feiten, eigen)


def verbetert(feiten: Sequence[Feit], feit: Feit) -> int | None:
    """The fact that this one corrects or is a note to: the last one before it about the same thing, if there is."""
    eerder = reversed(feiten[: feit.seq - 1])
    return next((f.seq for f in eerder if _hoort_bij(feit, f)), None)


def _hoort_bij(feit: Feit, eerder: Feit) -> bool:
    match feit.inhoud, eerder.inhoud:
        case AntwoordVerbeterd(), VerzoekBeantwoord():
            return feit.inhoud.verzoek == eerder.inhoud.verzoek
        case RechtswegeVastgesteld(), RechtswegeMogelijk():
            return feit.inhoud.stap == eerder.inhoud.stap
        case (
            (BesluitHersteld() | VergissingGemeld() | BetrokkenheidGemeld()),
            (BesluitGenomen() | RechtswegeVastgesteld()),
        ):
            return feit.inhoud.stap == eerder.inhoud.stap
        case _:
            return False


def _reeks(feiten: Sequence[Feit], hersteld: Feit) -> tuple[int, ...]:
    """A correction, the record it corrects, and the corrections and notes of that record so far."""
    eerste = verbetert(feiten, hersteld)
    if eerste is None:
        return (hersteld.seq,)
    tussen = (
        f for f in feiten[eerste : hersteld.seq] if f.inhoud.soort in VERBETERT and _hoort_bij(f, feiten[eerste - 1])
    )
    return (eerste, *(f.seq for f in tussen))


def _dag(feit: Feit) -> date:
    """The day of a fact by itself, before corrections are looked at."""
    match feit.inhoud:
        case BesluitGenomen(genomen_op=date() as genomen_op):
            return genomen_op
        case TermijnVerstreken() | RechtswegeMogelijk():
            return min(feit.gebeurd_op, feit.inhoud.einde + DAG)
        case VormInWerking():
            return min(feit.gebeurd_op, feit.inhoud.per)
        case _:
            return feit.gebeurd_op


def _met_gevolgen(feiten: Sequence[Feit], eigen: dict[int, date]) -> dict[int, date]:
    """What a command led to besides its own fact is true from the same day: a term answered, an action, a new round."""
    leidend = dict[str, date]()
    for feit in feiten:
        if feit.opdracht is not None and WIJZEN[feit.inhoud.soort] != "eigen dag":
            leidend.setdefault(feit.opdracht, eigen[feit.seq])
    return {
        feit.seq: leidend.get(feit.opdracht or "", eigen[feit.seq])
        if WIJZEN[feit.inhoud.soort] == "eigen dag"
        else eigen[feit.seq]
        for feit in feiten
    }
