"""The command envelope, and the union of everything that can be asked of an opgave."""

from typing import Annotated, Any, ClassVar, Literal, Self, get_args

from pydantic import Field, model_validator

from domain.basis import Afzender, Dag, Kenmerk, Model
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

Enkelvoudig = (
    leven.StartOpgave
    | leven.GaNaarFase
    | leven.Pauzeer
    | leven.Hervat
    | leven.TrekIn
    | leven.SluitAf
    | leven.WijsTrekkerAan
    | leven.DraagOver
    | leven.StapOverOpReglement
    | bladen.LegBladVast
    | bladen.LegPartnerbladVast
    | partners.VoegPartnerToe
    | partners.LaatPartnerUittreden
    | partners.VoegPartnersSamen
    | verzoeken.VraagPartner
    | verzoeken.BeantwoordVerzoek
    | verzoeken.LegAntwoordVast
    | verzoeken.VerbeterAntwoord
    | verzoeken.VraagUitstel
    | verzoeken.BeslisUitstel
    | verzoeken.BepaalStilte
    | verzoeken.TrekVerzoekIn
    | verzoeken.GaDoorZonderReactie
    | inbreng.BrengIn
    | inbreng.BehandelInbreng
    | termijnen.SchortTermijnOp
    | termijnen.HervatTermijn
    | termijnen.VerlengTermijn
    | termijnen.VulKalenderAan
    | herinneringen.StuurHerinneringBij
    | herinneringen.HefBijsturingOp
    | herinneringen.BeslisEscalatie
    | besluiten.OpenBesluit
    | besluiten.BepaalStap
    | besluiten.LegVoor
    | besluiten.HoudAan
    | besluiten.LegBesluitVast
    | besluiten.TrekBesluitIn
    | besluiten.MaakBekend
    | vastlegging.BevestigBesluit
    | vastlegging.KeurVastleggingAf
    | herstel.HerstelVastlegging
    | herstel.MeldVergissing
    | herstel.MeldBetrokkenheid
    | herstel.BeoordeelGrondslag
    | rechtsgang.StelRechtswegeVast
    | rechtsgang.MeldRechtsmiddel
    | rechtsgang.SluitRechtsmiddel
    | routes.MeldHalte
    | routes.VerklaarControversieel
    | routes.HefControversieelOp
    | geheim.LegGeheimhoudingOp
    | geheim.HefGeheimhoudingOp
    | functies.RegelVervanging
    | functies.BeeindigVervanging
    | functies.WijsPortefeuilleToe
    | vormen.StartVormtraject
    | vormen.KiesOrganiseervorm
    | vormen.ZetInWerking
    | vormen.WijzigVorm
    | vormen.BeeindigVormtraject
    | pilots.StelPilotplanOp
    | pilots.StartPilot
    | pilots.MeetIndicator
    | pilots.WijzigPilotafspraak
    | pilots.SchortPilotOp
    | pilots.HervatPilot
    | pilots.StopPilotNu
    | pilots.RondPilotAf
    | evaluaties.StartEvaluatie
    | evaluaties.LegEvaluatieVast
    | evaluaties.BepaalVervolg
    | lessen.LegLesVast
    | lessen.WijzigLesstatus
    | lessen.ControleerLes
    | afspraken.MaakAfspraak
    | afspraken.RondAfspraakAf
    | afspraken.MeldSignaal
    | afspraken.VangSignaalOp
    | afspraken.SluitSignaal
    | geld.BoekGeld
    | notities.Noteer
    | agenda.StartAgenda
    | agenda_punten.ZetOpAgenda
    | agenda_punten.VerplaatsOpAgenda
    | agenda_punten.ParkeerOpgave
    | agenda_punten.HaalTerug
    | agenda_punten.VoerAf
    | agenda_raakvlakken.LegRaakvlakVast
    | agenda_raakvlakken.VerbreekRaakvlak
    | agenda_documenten.StelDocumentVast
    | agenda_vaststelling.VraagVaststelling
    | agenda_vaststelling.LegVaststellingVast
    | agenda_conferenties.HoudConferentie
    | agenda_herijking.BereidHerijkingVoor
    | agenda_herijking.Herijk
    | agenda_werkwijze.WijzigWerkwijze
    | agenda.SluitAgenda
    | agendaplek.MeldAgendaplek
    | agendaplek.MeldRaakvlak
    | agendaplek.MeldBuurwijziging
    | splitsing.Splits
    | splitsing.VoegSamen
    | splitsing.OntvangDelen
    | splitsing.BevestigAankomst
    | tafels.OpenTafel
    | tafels.WijzigTafel
    | tafels.MeldBijeenkomst
    | tafels.SluitTafel
    | intakes.StartIntake
    | intakes.GeefIntakeoordeel
    | intakes.BeantwoordIntake
    | omgeving.MeldVerandering
    | omgeving.BeantwoordImpact
    | omgeving.StartReview
    | omgeving.RondReviewAf
    | verbonden.LegVerbondenPartijVast
    | verbonden.BeantwoordWaarom
    | verbonden.WijsAccounthouderAan
    | verbonden.BeeindigVerbondenheid
    | spelniveaus.ScoorSpelniveau
    | spelniveaus.StelSpeldoel
    | leren.LegGesprekVast
    | leren.LegBronverhaalVast
    | leren.VraagInterview
    | leren.StartLeeractie
    | leren.ValideerLes
    | lesaanbod.BiedLessenAan
    | lesaanbod.BeantwoordLesaanbod
    | lesaanbod.MeldHergebruik
)


class Bevestig(Model):
    """The authority turns a note into a command that cites it."""

    uitleg: ClassVar[str] = "Maak van een notitie een echte opdracht; het feit verwijst naar de notitie."
    soort: Literal["Bevestig"] = "Bevestig"
    notitie: Kenmerk
    opdracht: Annotated[Enkelvoudig, Field(discriminator="soort")]


OpdrachtInhoud = Annotated[Enkelvoudig | Bevestig, Field(discriminator="soort")]

OPDRACHTEN: dict[str, type[Model]] = {k.model_fields["soort"].default: k for k in (*get_args(Enkelvoudig), Bevestig)}
"""Every command by its name, for help texts and readers of files."""


class Opdracht(Model):
    """A command as it travels: what is asked, by whom, and when it happened in the world.

    `id` is chosen by the sender and makes a repeat harmless. `gebeurd_op` is the local date of the event; None
    means today. A date in the future or before the opgave is refused.
    """

    id: Kenmerk
    door: Afzender
    gebeurd_op: Dag | None = None
    inhoud: OpdrachtInhoud

    @model_validator(mode="after")
    def _niet_te_groot(self) -> Self:
        """A history can't hold megabytes; a document is named by reference and hash."""
        tekens = omvang(self.inhoud)
        if tekens > GROOTSTE_OPDRACHT:
            raise ValueError(
                f"de opdracht telt {tekens} tekens, hoogstens {GROOTSTE_OPDRACHT} kan; verwijs naar een stuk"
            )
        return self


GROOTSTE_OPDRACHT = 200_000


def omvang(waarde: Any) -> int:
    """How many characters there are in all texts of a command; a list or table counts its rows as well."""
    if isinstance(waarde, str):
        return len(waarde)
    if isinstance(waarde, Model):
        return sum(map(omvang, vars(waarde).values()))
    if isinstance(waarde, dict):
        return sum(map(omvang, waarde.values()))
    if isinstance(waarde, list | tuple):
        return len(waarde) + sum(map(omvang, waarde))
    return 1
