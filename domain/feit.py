"""The fact envelope, the receipt, and the union of everything that can have happened to an opgave."""

from datetime import date
from typing import Annotated, get_args

from pydantic import Field

from domain.basis import Afzender, Kenmerk, Model, Moment, OpgaveId, Vingerafdruk
from domain.taal import (
    afspraken,
    agenda,
    agenda_conferenties,
    agenda_documenten,
    agenda_herijking,
    agenda_punten,
    agenda_raakvlakken,
    agenda_vaststelling,
    agenda_werkwijze,
    agendaplek,
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
    lesaanbod,
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

Inhoud = (
    leven.OpgaveGestart
    | leven.FaseBegonnen
    | leven.PoortGepasseerd
    | leven.OpgaveGepauzeerd
    | leven.OpgaveHervat
    | leven.OpgaveIngetrokken
    | leven.OpgaveAfgesloten
    | leven.TrekkerAangewezen
    | leven.Overgedragen
    | leven.ReglementGewijzigd
    | leven.OpdrachtGeweigerd
    | bladen.BladVastgelegd
    | partners.PartnerToegetreden
    | partners.PartnerUitgetreden
    | partners.PartnerGegaanIn
    | verzoeken.VerzoekGedaan
    | verzoeken.VerzoekBeantwoord
    | verzoeken.AntwoordVerbeterd
    | verzoeken.UitstelGevraagd
    | verzoeken.UitstelVerleend
    | verzoeken.UitstelGeweigerd
    | verzoeken.StilteBepaald
    | verzoeken.VerzoekIngetrokken
    | verzoeken.DoorgegaanZonderReactie
    | inbreng.InbrengGedaan
    | inbreng.InbrengBehandeld
    | termijnen.TermijnGestart
    | termijnen.TermijnOpgeschort
    | termijnen.TermijnHervat
    | termijnen.KalenderAangevuld
    | termijnen.TermijnHerberekend
    | termijnen.TermijnVerlengd
    | termijnen.HerinneringVerstuurd
    | termijnen.TermijnVerstreken
    | herinneringen.HerinneringBijgestuurd
    | herinneringen.BijsturingOpgeheven
    | herinneringen.EscalatieVoorgelegd
    | herinneringen.EscalatieBeslist
    | herinneringen.EscalatieVervallen
    | termijnen.TermijnGehaald
    | termijnen.TermijnVervallen
    | besluiten.BesluitstapGeopend
    | besluiten.StapBepaald
    | besluiten.BesluitVoorgelegd
    | besluiten.BesluitAangehouden
    | besluiten.BesluitGenomen
    | besluiten.BesluitstapVervallen
    | besluiten.BesluitBekendgemaakt
    | vastlegging.BesluitVastgelegd
    | vastlegging.VastleggingAfgekeurd
    | herstel.BesluitHersteld
    | herstel.VergissingGemeld
    | herstel.BetrokkenheidGemeld
    | herstel.GrondslagBeoordeeld
    | herstel.GrondslagBeslist
    | rechtsgang.RechtswegeMogelijk
    | rechtsgang.RechtswegeVastgesteld
    | rechtsgang.RechtsmiddelGemeld
    | rechtsgang.RechtsmiddelAfgedaan
    | routes.HalteBereikt
    | routes.StapControversieel
    | routes.ControversieelOpgeheven
    | geheim.GeheimhoudingOpgelegd
    | geheim.GeheimhoudingOpgeheven
    | functies.VervangingGeregeld
    | functies.VervangingBeeindigd
    | functies.PortefeuilleToegewezen
    | vormen.VormtrajectGestart
    | vormen.OrganiseervormGekozen
    | vormen.VormInWerking
    | vormen.VormWijzigingGestart
    | vormen.VormtrajectBeeindigd
    | pilots.PilotplanOpgesteld
    | pilots.PilotGestart
    | pilots.IndicatorGemeten
    | pilots.PilotafspraakGewijzigd
    | pilots.PilotOpgeschort
    | pilots.PilotHervat
    | pilots.PilotGestopt
    | pilots.PilotAfgerond
    | evaluaties.EvaluatieGestart
    | evaluaties.EvaluatieOpgesteld
    | evaluaties.VervolgBepaald
    | lessen.LesVastgelegd
    | lessen.LesstatusGewijzigd
    | lessen.LesGecontroleerd
    | afspraken.AfspraakGemaakt
    | afspraken.AfspraakAfgerond
    | afspraken.SignaalGemeld
    | afspraken.SignaalOpgevangen
    | afspraken.SignaalGesloten
    | geld.GeldGeboekt
    | notities.Genoteerd
    | notities.NotitieBevestigd
    | agenda.AgendaGestart
    | agenda_punten.OpAgendaGezet
    | agenda_punten.OpAgendaVerplaatst
    | agenda_punten.OpgaveGeparkeerd
    | agenda_punten.OpgaveTeruggehaald
    | agenda_punten.OpgaveAfgevoerd
    | agenda_raakvlakken.RaakvlakVastgelegd
    | agenda_raakvlakken.RaakvlakVerbroken
    | agenda_documenten.DocumentVastgesteld
    | agenda_vaststelling.VaststellingGevraagd
    | agenda_vaststelling.AgendaVastgesteld
    | agenda_conferenties.ConferentieGehouden
    | agenda_herijking.HerijkingVoorbereid
    | agenda_herijking.AgendaHerijkt
    | agenda_werkwijze.WerkwijzeGewijzigd
    | agenda.AgendaGesloten
    | agendaplek.AgendaplekGewijzigd
    | agendaplek.BuurGemeld
    | agendaplek.BuurGewijzigd
    | splitsing.OpgaveGesplitst
    | splitsing.OpgaveSamengevoegd
    | splitsing.DelenOntvangen
    | splitsing.AankomstBevestigd
    | tafels.TafelGeopend
    | tafels.TafelGewijzigd
    | tafels.TafelBijeengekomen
    | tafels.TafelGesloten
    | intakes.IntakeGestart
    | intakes.IntakeBeoordeeld
    | intakes.IntakeBeantwoord
    | omgeving.VeranderingGemeld
    | omgeving.ImpactBeantwoord
    | omgeving.ReviewGestart
    | omgeving.ReviewAfgerond
    | verbonden.VerbondenPartijVastgelegd
    | verbonden.WaaromBeantwoord
    | verbonden.AccounthouderAangewezen
    | verbonden.VerbondenheidBeeindigd
    | spelniveaus.SpelniveauGescoord
    | spelniveaus.SpeldoelGesteld
    | leren.GesprekVastgelegd
    | leren.BronverhaalVastgelegd
    | leren.InterviewGevraagd
    | leren.LeeractieGestart
    | leren.LesGevalideerd
    | lesaanbod.LessenAangeboden
    | lesaanbod.LesaanbodBeantwoord
    | lesaanbod.LesHergebruikt
)
FeitInhoud = Annotated[Inhoud, Field(discriminator="soort")]

FEITEN: dict[str, type[Model]] = {k.model_fields["soort"].default: k for k in get_args(Inhoud)}
"""Every fact by its name."""


class Feit(Model):
    """One fact in the chain.

    `vastgelegd_op` is the moment of recording (UTC, whole seconds); `gebeurd_op` the local date of the event itself.
    `laat_vastgelegd` marks a report that came on a later day than the event. `hash` covers the previous hash and
    everything in this fact.
    """

    opgave: OpgaveId
    seq: int
    vastgelegd_op: Moment
    gebeurd_op: date
    laat_vastgelegd: bool = False
    door: Afzender
    opdracht: Kenmerk | None = None
    citeert: Kenmerk | None = None
    inhoud: FeitInhoud
    hash: Vingerafdruk


class Bewijs(Model):
    """The receipt of a command: the last fact it led to, and the refusal if it was one.

    `feiten` names the facts of this command in order; a repeat of the same command gives the same receipt.
    """

    opgave: OpgaveId
    seq: int
    hash: Vingerafdruk
    feiten: tuple[str, ...] = ()
    geweigerd: bool = False
    regel: str = ""
    reden: str = ""
    ontbreekt: tuple[str, ...] = ()
