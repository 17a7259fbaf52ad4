"""Who may give which command, record what a body decided, confirm it, and hand over a function: tables only."""

from domain.basis import Functie
from domain.toestanden import OVERGEBRACHT

MANAGER: frozenset[Functie] = frozenset({"opgavemanager", "ambtelijk_opdrachtgever"})
BESTUUR: frozenset[Functie] = frozenset({"portefeuillehouder", "provinciesecretaris"})
BUREAUS: frozenset[Functie] = frozenset({"griffier", "bestuurssecretariaat"})
ADVIES: frozenset[Functie] = frozenset({"jurist", "controller"})
PARTNER: frozenset[Functie] = frozenset({"partner"})
EVALUATOR: frozenset[Functie] = frozenset({"evaluator"})
SYSTEEM: frozenset[Functie] = frozenset({"systeem"})
"""What one life tells another; nobody can speak for it from outside."""
ACCOUNT: frozenset[Functie] = frozenset({"accounthouder"})
BRIGADE: frozenset[Functie] = frozenset({"brigadelid"})
IEDEREEN: frozenset[Functie] = MANAGER | BESTUUR | BUREAUS | ADVIES | PARTNER | EVALUATOR
TWEEDEN: frozenset[Functie] = BUREAUS | ADVIES | MANAGER | frozenset({"provinciesecretaris"})
"""Who may be the second person that confirms a recorded decision; never the one who recorded it."""
EIGENAAR: frozenset[Functie] = frozenset({"opgavemanager", "portefeuillehouder"})
"""Who may pass a house gate with a reason: the owner or the portefeuillehouder."""

TABEL: dict[str, frozenset[Functie]] = {
    "StartOpgave": MANAGER | BUREAUS | BESTUUR,
    "GaNaarFase": MANAGER | BESTUUR,
    "Pauzeer": MANAGER | BESTUUR,
    "Hervat": MANAGER | BESTUUR,
    "TrekIn": MANAGER | BESTUUR,
    "SluitAf": MANAGER | BESTUUR,
    "WijsTrekkerAan": MANAGER | BESTUUR,
    "DraagOver": MANAGER | BESTUUR | BUREAUS,
    "StapOverOpReglement": frozenset({"jurist", "provinciesecretaris", "griffier"}),
    "LegBladVast": MANAGER | BESTUUR | BUREAUS | ADVIES | EVALUATOR,
    "VoegPartnerToe": MANAGER,
    "LaatPartnerUittreden": MANAGER,
    "VoegPartnersSamen": MANAGER,
    "VraagPartner": MANAGER | EVALUATOR | ADVIES,
    "BeantwoordVerzoek": MANAGER | PARTNER,
    "LegAntwoordVast": MANAGER | BUREAUS,
    "VerbeterAntwoord": MANAGER | BUREAUS | PARTNER,
    "VraagUitstel": MANAGER | PARTNER,
    "BeslisUitstel": MANAGER,
    "BepaalStilte": MANAGER | BESTUUR,
    "TrekVerzoekIn": MANAGER | EVALUATOR,
    "GaDoorZonderReactie": MANAGER | BESTUUR,
    "BrengIn": IEDEREEN | frozenset({"inwoner"}),
    "BehandelInbreng": MANAGER | BESTUUR,
    "SchortTermijnOp": MANAGER | BUREAUS | ADVIES,
    "HervatTermijn": MANAGER | BUREAUS | ADVIES,
    "VerlengTermijn": MANAGER | BUREAUS | ADVIES,
    "VulKalenderAan": BUREAUS | ADVIES | MANAGER,
    "StuurHerinneringBij": MANAGER,
    "HefBijsturingOp": MANAGER,
    "BeslisEscalatie": MANAGER,
    "OpenBesluit": MANAGER | BUREAUS | BESTUUR,
    "BepaalStap": MANAGER | ADVIES | BUREAUS,
    "LegVoor": MANAGER | BUREAUS | BESTUUR,
    "HoudAan": BUREAUS | BESTUUR,
    "LegBesluitVast": MANAGER | BUREAUS | ADVIES | PARTNER | frozenset({"provinciesecretaris", "notaris"}),
    "TrekBesluitIn": MANAGER | BUREAUS | BESTUUR,
    "MaakBekend": BUREAUS | MANAGER,
    "BevestigBesluit": TWEEDEN | PARTNER,
    "KeurVastleggingAf": TWEEDEN | PARTNER,
    "HerstelVastlegging": MANAGER | BUREAUS | ADVIES | frozenset({"provinciesecretaris", "notaris"}),
    "MeldVergissing": BUREAUS,
    "MeldBetrokkenheid": BUREAUS | ADVIES,
    "BeoordeelGrondslag": frozenset({"jurist", "griffier"}),
    "StelRechtswegeVast": frozenset({"jurist"}),
    "MeldRechtsmiddel": BUREAUS | frozenset({"jurist"}),
    "SluitRechtsmiddel": BUREAUS | frozenset({"jurist"}),
    "MeldHalte": MANAGER | BUREAUS | BESTUUR | ADVIES,
    "VerklaarControversieel": BUREAUS,
    "HefControversieelOp": BUREAUS,
    "LegGeheimhoudingOp": BUREAUS | frozenset({"provinciesecretaris", "jurist"}),
    "HefGeheimhoudingOp": BUREAUS | frozenset({"provinciesecretaris", "jurist"}),
    "RegelVervanging": BUREAUS | frozenset({"provinciesecretaris"}),
    "BeeindigVervanging": BUREAUS | frozenset({"provinciesecretaris"}),
    "WijsPortefeuilleToe": BUREAUS | frozenset({"provinciesecretaris"}),
    "StartVormtraject": MANAGER,
    "KiesOrganiseervorm": MANAGER | BESTUUR,
    "ZetInWerking": MANAGER | BUREAUS,
    "WijzigVorm": MANAGER | BESTUUR,
    "BeeindigVormtraject": MANAGER | BESTUUR,
    "StelPilotplanOp": MANAGER,
    "StartPilot": MANAGER | BESTUUR,
    "MeetIndicator": MANAGER | EVALUATOR | PARTNER,
    "WijzigPilotafspraak": MANAGER | BESTUUR,
    "SchortPilotOp": MANAGER | BESTUUR,
    "HervatPilot": MANAGER | BESTUUR,
    "StopPilotNu": MANAGER | BESTUUR,
    "RondPilotAf": MANAGER,
    "StartEvaluatie": MANAGER | BESTUUR,
    "LegEvaluatieVast": EVALUATOR | MANAGER,
    "BepaalVervolg": MANAGER | BESTUUR | BUREAUS,
    "LegLesVast": IEDEREEN,
    "WijzigLesstatus": MANAGER | EVALUATOR | BESTUUR,
    "ControleerLes": MANAGER | EVALUATOR,
    "MaakAfspraak": MANAGER | BUREAUS | BESTUUR,
    "RondAfspraakAf": MANAGER | BUREAUS | BESTUUR | PARTNER,
    "MeldSignaal": IEDEREEN,
    "VangSignaalOp": MANAGER | BESTUUR,
    "SluitSignaal": MANAGER | BESTUUR,
    "BoekGeld": MANAGER | ADVIES,
    "Noteer": IEDEREEN,
    "Bevestig": IEDEREEN,
    "LegPartnerbladVast": MANAGER | PARTNER,
    **dict.fromkeys(("ZetOpAgenda", "VerplaatsOpAgenda", "ParkeerOpgave", "HaalTerug", "VoerAf"), MANAGER | BESTUUR),
    **dict.fromkeys(("LegRaakvlakVast", "VerbreekRaakvlak", "VraagVaststelling", "Herijk"), MANAGER | BESTUUR),
    "StartAgenda": MANAGER | BUREAUS | BESTUUR,
    "StelDocumentVast": MANAGER | BUREAUS,
    "LegVaststellingVast": MANAGER | BUREAUS | PARTNER | frozenset({"jurist", "provinciesecretaris"}),
    "HoudConferentie": MANAGER | BUREAUS,
    "BereidHerijkingVoor": MANAGER | SYSTEEM,
    "WijzigWerkwijze": MANAGER | BESTUUR,
    "SluitAgenda": MANAGER | BESTUUR,
    **dict.fromkeys(OVERGEBRACHT, SYSTEEM),
    "Splits": MANAGER | BESTUUR,
    "VoegSamen": MANAGER | BESTUUR,
    **dict.fromkeys(("OpenTafel", "WijzigTafel", "MeldBijeenkomst", "SluitTafel"), MANAGER | BUREAUS | ACCOUNT),
    "StartIntake": MANAGER | BUREAUS,
    "GeefIntakeoordeel": MANAGER | PARTNER,
    "BeantwoordIntake": MANAGER,
    "MeldVerandering": IEDEREEN | ACCOUNT,
    "BeantwoordImpact": MANAGER | BESTUUR | ADVIES,
    "StartReview": frozenset({"griffier", "provinciesecretaris"}),
    "RondReviewAf": MANAGER | BUREAUS | BESTUUR,
    "LegVerbondenPartijVast": MANAGER | ADVIES | ACCOUNT,
    "BeantwoordWaarom": MANAGER | BESTUUR | ACCOUNT,
    "WijsAccounthouderAan": MANAGER | BESTUUR | BUREAUS,
    "BeeindigVerbondenheid": MANAGER | BESTUUR | BUREAUS,
    "ScoorSpelniveau": MANAGER | BESTUUR | PARTNER,
    "StelSpeldoel": MANAGER,
    "LegGesprekVast": IEDEREEN | BRIGADE,
    "LegBronverhaalVast": IEDEREEN | BRIGADE,
    "VraagInterview": MANAGER | EVALUATOR,
    "StartLeeractie": MANAGER | BESTUUR,
    "ValideerLes": MANAGER | PARTNER,
    "BiedLessenAan": MANAGER | SYSTEEM,
    "BeantwoordLesaanbod": MANAGER | BESTUUR,
}

# Who records what a body decided. For a partner's own decision: that partner, or the manager on its letter.
VASTLEGGERS: dict[str, frozenset[Functie]] = {
    "GS": frozenset({"bestuurssecretariaat", "provinciesecretaris"}),
    "PS": frozenset({"griffier"}),
    "statencommissie": frozenset({"griffier"}),
    "bestuurlijke_conferentie": MANAGER | BUREAUS,
    "jurist": frozenset({"jurist"}),
    "notaris": frozenset({"notaris", "jurist"}),
    "ondertekenaars": MANAGER | BUREAUS,
    "provincie": BUREAUS,
    "kroon": BUREAUS | frozenset({"jurist"}),
    "rijk": BUREAUS | MANAGER,
}

# Who may be the second person; for other bodies everyone in TWEEDEN.
BEVESTIGERS: dict[str, frozenset[Functie]] = {
    "GS": frozenset({"bestuurssecretariaat", "provinciesecretaris", "griffier", "jurist"}),
    "PS": frozenset({"griffier", "bestuurssecretariaat", "jurist"}),
}

OVERDRAGERS: dict[Functie, frozenset[Functie]] = {
    "opgavemanager": frozenset({"ambtelijk_opdrachtgever", "provinciesecretaris"}),
    "ambtelijk_opdrachtgever": frozenset({"provinciesecretaris"}),
    "bestuurssecretariaat": frozenset({"provinciesecretaris"}),
    "jurist": frozenset({"provinciesecretaris"}),
    "controller": frozenset({"provinciesecretaris"}),
    "evaluator": frozenset({"provinciesecretaris"}),
    "provinciesecretaris": frozenset(),
    "griffier": frozenset(),
    "portefeuillehouder": frozenset(),
    "notaris": frozenset(),
}
"""Who hands over a function beside the one who holds it, since the second reglement. Others are not handed over."""

NA_VERTREK = frozenset({"RondAfspraakAf", "Noteer"})
"""What a partner that left may still say: how it kept its promises, and a note."""
