"""Which commands can still be given while a life rests, and once it has ended, by the name of the command."""

# What is said about decisions that were taken, and about who may: never silenced by a pause or by the end.
BESTUURLIJK = (
    *("BevestigBesluit", "KeurVastleggingAf", "HerstelVastlegging", "MeldVergissing", "MeldBetrokkenheid"),
    *("BeoordeelGrondslag", "MeldRechtsmiddel", "SluitRechtsmiddel", "LegGeheimhoudingOp", "HefGeheimhoudingOp"),
    *("RegelVervanging", "BeeindigVervanging", "WijsPortefeuilleToe", "StelRechtswegeVast"),
)
# What the system carries over from another life; the other life has already changed, so this one must hear it.
OVERGEBRACHT = (
    *("MeldAgendaplek", "MeldRaakvlak", "MeldBuurwijziging", "OntvangDelen", "BevestigAankomst", "MeldHergebruik"),
)
# What still goes on while the opgave rests: the law, answers, money and safety don't wait.
TIJDENS_PAUZE = frozenset(
    {
        *("Hervat", "TrekIn", "DraagOver", "WijsTrekkerAan", "StapOverOpReglement"),
        *("Noteer", "Bevestig", "BeantwoordVerzoek", "TrekVerzoekIn", "LegBladVast", "LegLesVast"),
        *("LegAntwoordVast", "VerbeterAntwoord", "VraagUitstel", "BeslisUitstel", "BrengIn", "BehandelInbreng"),
        *("SchortTermijnOp", "HervatTermijn", "VerlengTermijn", "VulKalenderAan"),
        *("StuurHerinneringBij", "HefBijsturingOp", "BeslisEscalatie"),
        *("LegBesluitVast", "HoudAan", "MaakBekend", "TrekBesluitIn", "LaatPartnerUittreden", "VoegPartnersSamen"),
        *("RondAfspraakAf", "MeldSignaal", "VangSignaalOp", "SluitSignaal"),
        *("SchortPilotOp", "StopPilotNu", "MeetIndicator", "BoekGeld"),
        *BESTUURLIJK,
        *("MeldHalte", "VerklaarControversieel", "HefControversieelOp"),
        *OVERGEBRACHT,
        *("LegVaststellingVast", "BereidHerijkingVoor", "SluitAgenda"),
        *("Splits", "VoegSamen", "LegPartnerbladVast", "LegGesprekVast", "LegBronverhaalVast"),
        *("MeldVerandering", "BeantwoordImpact", "StartReview", "RondReviewAf", "ValideerLes", "SluitTafel"),
        *("WijsAccounthouderAan", "BeantwoordWaarom", "LegVerbondenPartijVast", "BeeindigVerbondenheid"),
    }
)
# What can still be said once the life has ended: what remains to be learned, kept and settled.
NA_AFLOOP = frozenset(
    {
        *("Noteer", "Bevestig", "ControleerLes", "WijzigLesstatus", "RondAfspraakAf", "SluitSignaal"),
        *("BoekGeld", "MaakBekend", "DraagOver", "LegBesluitVast", "HoudAan"),
        *("VulKalenderAan", "StuurHerinneringBij", "HefBijsturingOp", "BeslisEscalatie"),
        *BESTUURLIJK,
        *OVERGEBRACHT,
        *("ValideerLes", "LegBronverhaalVast", "RondReviewAf"),
    }
)
VAN_DE_AGENDA = frozenset(
    {
        *("StartAgenda", "ZetOpAgenda", "VerplaatsOpAgenda", "ParkeerOpgave", "HaalTerug", "VoerAf"),
        *("LegRaakvlakVast", "VerbreekRaakvlak", "StelDocumentVast", "VraagVaststelling", "LegVaststellingVast"),
        *("HoudConferentie", "BereidHerijkingVoor", "Herijk", "WijzigWerkwijze", "SluitAgenda"),
    }
)
"""What is said to a regionale agenda only."""
OOK_VAN_DE_AGENDA = frozenset(
    {
        *("Noteer", "Bevestig", "DraagOver", "VoegPartnerToe", "LaatPartnerUittreden", "VoegPartnersSamen"),
        *("VraagPartner", "BeantwoordVerzoek", "LegAntwoordVast", "VerbeterAntwoord", "VraagUitstel"),
        *("BeslisUitstel", "BepaalStilte", "TrekVerzoekIn", "GaDoorZonderReactie", "BrengIn", "BehandelInbreng"),
        *("SchortTermijnOp", "HervatTermijn", "VerlengTermijn", "VulKalenderAan", "StapOverOpReglement"),
        *("StuurHerinneringBij", "HefBijsturingOp", "BeslisEscalatie", "MaakAfspraak", "RondAfspraakAf"),
        *("MeldSignaal", "VangSignaalOp", "SluitSignaal", "RegelVervanging", "BeeindigVervanging", "Pauzeer", "Hervat"),
        *("WijsPortefeuilleToe", "OpenTafel", "WijzigTafel", "MeldBijeenkomst", "SluitTafel", "LegGesprekVast"),
        *("LegBronverhaalVast", "StartReview", "RondReviewAf", "MeldVerandering", "BeantwoordImpact"),
        *("LegVerbondenPartijVast", "BeantwoordWaarom", "WijsAccounthouderAan", "BeeindigVerbondenheid"),
        *("ScoorSpelniveau", "StelSpeldoel", "VraagInterview", "StartLeeractie"),
    }
)
"""What can be said to an agenda as well as to an opgave. All other commands are an opgave's."""
