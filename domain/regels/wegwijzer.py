"""The signpost: which concept decides about a command, and which one a fact changes.

The type checker sees to it that none is forgotten.
"""

from typing import assert_never

from domain.feit import FeitInhoud
from domain.opdracht import Enkelvoudig
from domain.regels import afspraken as afspraken_
from domain.regels import agenda as agenda_
from domain.regels import agendaplek as agendaplek_
from domain.regels import besluiten as besluiten_
from domain.regels import bladen as bladen_
from domain.regels import evaluaties as evaluaties_
from domain.regels import functies as functies_
from domain.regels import geheim as geheim_
from domain.regels import geld as geld_
from domain.regels import herinneringen as herinneringen_
from domain.regels import herstel as herstel_
from domain.regels import inbreng as inbreng_
from domain.regels import intakes as intakes_
from domain.regels import leren as leren_
from domain.regels import lessen as lessen_
from domain.regels import leven as leven_
from domain.regels import notities as notities_
from domain.regels import omgeving as omgeving_
from domain.regels import partners as partners_
from domain.regels import pilots as pilots_
from domain.regels import rechtsgang as rechtsgang_
from domain.regels import routes as routes_
from domain.regels import spelniveaus as spelniveaus_
from domain.regels import splitsing as splitsing_
from domain.regels import tafels as tafels_
from domain.regels import termijnen as termijnen_
from domain.regels import vastlegging as vastlegging_
from domain.regels import verbonden as verbonden_
from domain.regels import verzoeken as verzoeken_
from domain.regels import vormen as vormen_
from domain.regels.hulp import Context
from domain.stand import Stand
from domain.taal import (
    afspraken,
    agendaplek,
    agendavorm,
    besluiten,
    bladen,
    evaluaties,
    functies,
    geheim,
    geld,
    herinneringen,
    herstel,
    inbreng,
    intakes,
    leren,
    lessen,
    leven,
    notities,
    omgeving,
    partners,
    pilots,
    rechtsgang,
    routes,
    spelniveaus,
    splitsing,
    tafels,
    termijnen,
    vastlegging,
    verbonden,
    verzoeken,
    vormen,
)


def decide(stand: Stand, inhoud: Enkelvoudig, ctx: Context) -> tuple[FeitInhoud, ...]:
    """The facts of a command, by its concept. Raises Weigering when it is not allowed."""
    match inhoud:
        case leven.LevenOpdracht():
            return leven_.decide(stand, inhoud, ctx)
        case bladen.BladenOpdracht():
            return bladen_.decide(stand, inhoud, ctx)
        case partners.PartnersOpdracht():
            return partners_.decide(stand, inhoud, ctx)
        case verzoeken.VerzoekenOpdracht():
            return verzoeken_.decide(stand, inhoud, ctx)
        case inbreng.InbrengOpdracht():
            return inbreng_.decide(stand, inhoud, ctx)
        case termijnen.TermijnenOpdracht():
            return termijnen_.decide(stand, inhoud, ctx)
        case herinneringen.HerinneringenOpdracht():
            return herinneringen_.decide(stand, inhoud, ctx)
        case besluiten.BesluitenOpdracht():
            return besluiten_.decide(stand, inhoud, ctx)
        case functies.FunctiesOpdracht():
            return functies_.decide(stand, inhoud, ctx)
        case geheim.GeheimOpdracht():
            return geheim_.decide(stand, inhoud, ctx)
        case herstel.HerstelOpdracht():
            return herstel_.decide(stand, inhoud, ctx)
        case rechtsgang.RechtsgangOpdracht():
            return rechtsgang_.decide(stand, inhoud, ctx)
        case routes.RoutesOpdracht():
            return routes_.decide(stand, inhoud, ctx)
        case vastlegging.VastleggingOpdracht():
            return vastlegging_.decide(stand, inhoud, ctx)
        case vormen.VormenOpdracht():
            return vormen_.decide(stand, inhoud, ctx)
        case pilots.PilotsOpdracht():
            return pilots_.decide(stand, inhoud, ctx)
        case evaluaties.EvaluatiesOpdracht():
            return evaluaties_.decide(stand, inhoud, ctx)
        case lessen.LessenOpdracht():
            return lessen_.decide(stand, inhoud, ctx)
        case afspraken.AfsprakenOpdracht():
            return afspraken_.decide(stand, inhoud, ctx)
        case geld.GeldOpdracht():
            return geld_.decide(stand, inhoud)
        case notities.NotitiesOpdracht():
            return notities_.decide(stand, inhoud)
        case agendavorm.AgendaOpdracht():
            return agenda_.decide(stand, inhoud, ctx)
        case agendaplek.AgendaplekOpdracht():
            return agendaplek_.decide(stand, inhoud, ctx)
        case splitsing.SplitsingOpdracht():
            return splitsing_.decide(stand, inhoud, ctx)
        case tafels.TafelsOpdracht():
            return tafels_.decide(stand, inhoud, ctx)
        case intakes.IntakesOpdracht():
            return intakes_.decide(stand, inhoud, ctx)
        case omgeving.OmgevingOpdracht():
            return omgeving_.decide(stand, inhoud, ctx)
        case verbonden.VerbondenOpdracht():
            return verbonden_.decide(stand, inhoud, ctx)
        case spelniveaus.SpelniveausOpdracht():
            return spelniveaus_.decide(stand, inhoud, ctx)
        case leren.LerenOpdracht():
            return leren_.decide(stand, inhoud, ctx)
        case _:
            assert_never(inhoud)


def evolve(stand: Stand, inhoud: FeitInhoud, ctx: Context) -> Stand:
    """The state after the content of a fact, by its concept."""
    match inhoud:
        case leven.LevenFeit():
            return leven_.evolve(stand, inhoud, ctx)
        case bladen.BladenFeit():
            return bladen_.evolve(stand, inhoud, ctx)
        case partners.PartnersFeit():
            return partners_.evolve(stand, inhoud, ctx)
        case verzoeken.VerzoekenFeit():
            return verzoeken_.evolve(stand, inhoud, ctx)
        case termijnen.TermijnenFeit():
            return termijnen_.evolve(stand, inhoud, ctx)
        case inbreng.InbrengFeit():
            return inbreng_.evolve(stand, inhoud, ctx)
        case herinneringen.HerinneringenFeit():
            return herinneringen_.evolve(stand, inhoud, ctx)
        case besluiten.BesluitenFeit():
            return besluiten_.evolve(stand, inhoud, ctx)
        case functies.FunctiesFeit():
            return functies_.evolve(stand, inhoud, ctx)
        case geheim.GeheimFeit():
            return geheim_.evolve(stand, inhoud, ctx)
        case herstel.HerstelFeit():
            return herstel_.evolve(stand, inhoud, ctx)
        case rechtsgang.RechtsgangFeit():
            return rechtsgang_.evolve(stand, inhoud, ctx)
        case routes.RoutesFeit():
            return routes_.evolve(stand, inhoud, ctx)
        case vastlegging.VastleggingFeit():
            return vastlegging_.evolve(stand, inhoud, ctx)
        case vormen.VormenFeit():
            return vormen_.evolve(stand, inhoud)
        case pilots.PilotsFeit():
            return pilots_.evolve(stand, inhoud, ctx)
        case evaluaties.EvaluatiesFeit():
            return evaluaties_.evolve(stand, inhoud)
        case lessen.LessenFeit():
            return lessen_.evolve(stand, inhoud)
        case afspraken.AfsprakenFeit():
            return afspraken_.evolve(stand, inhoud, ctx)
        case geld.GeldFeit():
            return geld_.evolve(stand, inhoud, ctx)
        case notities.NotitiesFeit():
            return notities_.evolve(stand, inhoud)
        case agendavorm.AgendaFeit():
            return agenda_.evolve(stand, inhoud, ctx)
        case agendaplek.AgendaplekFeit():
            return agendaplek_.evolve(stand, inhoud, ctx)
        case splitsing.SplitsingFeit():
            return splitsing_.evolve(stand, inhoud, ctx)
        case tafels.TafelsFeit():
            return tafels_.evolve(stand, inhoud, ctx)
        case intakes.IntakesFeit():
            return intakes_.evolve(stand, inhoud, ctx)
        case omgeving.OmgevingFeit():
            return omgeving_.evolve(stand, inhoud, ctx)
        case verbonden.VerbondenFeit():
            return verbonden_.evolve(stand, inhoud, ctx)
        case spelniveaus.SpelniveausFeit():
            return spelniveaus_.evolve(stand, inhoud, ctx)
        case leren.LerenFeit():
            return leren_.evolve(stand, inhoud, ctx)
        case _:
            assert_never(inhoud)
