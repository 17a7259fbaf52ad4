"""Which commands can still be given while a life rests, and once it has ended, by the name of the command."""

# What is said about decisions that were taken, and about who may: never silenced by a pause or by the end.
BESTUURLIJK = (
    *("BevestigBesluit", "KeurVastleggingAf", "HerstelVastlegging", "MeldVergissing", "MeldBetrokkenheid"),
    *("BeoordeelGrondslag", "MeldRechtsmiddel", "SluitRechtsmiddel", "LegGeheimhoudingOp", "HefGeheimhoudingOp"),
    *("RegelVervanging", "BeeindigVervanging", "WijsPortefeuilleToe", "StelRechtswegeVast"),
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
    }
)
# What can still be said once the life has ended: what remains to be learned, kept and settled.
NA_AFLOOP = frozenset(
    {
        *("Noteer", "Bevestig", "ControleerLes", "WijzigLesstatus", "RondAfspraakAf", "SluitSignaal"),
        *("BoekGeld", "MaakBekend", "DraagOver", "LegBesluitVast", "HoudAan"),
        *("VulKalenderAan", "StuurHerinneringBij", "HefBijsturingOp", "BeslisEscalatie"),
        *BESTUURLIJK,
    }
)
