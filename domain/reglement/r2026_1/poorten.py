"""The gates out of each phase: the rows of domain.md section 1 marked *gate*, C16, 5.1 and the law. Data.

The code is the phase that is left and the row it comes from. Before a form is chosen the weight is 1, so the gates out
of F1 and F2 hold for every opgave. `wettelijk` only where an article stands.
"""

from domain.basis import Fase
from domain.reglement.model import Poort


def _huis(code: str, naam: str, eis: str, uitleg: str, zwaarte: int = 1) -> Poort:
    fase, bron = code.split("/")
    return Poort(
        code=code,
        naam=naam,
        fase=Fase(fase),
        soort="huis",
        eis=eis,
        grond="domain.md 5.1" if bron == "5.1" else bron,
        vanaf_zwaarte=zwaarte,
        uitleg=uitleg,
    )


def _betekenis(fase: str) -> Poort:
    uitleg = "Schrijf op wat de opgave betekent voor de Flevolander."
    return _huis(f"{fase}/S1-04", "betekenis voor de Flevolander", "betekenis", uitleg)


def _flevo(fase: str, zwaarte: int = 1) -> Poort:
    uitleg = "Geef een score voor alle zes Flevo-principes. De hoogte van de score houdt niets tegen."
    return _huis(f"{fase}/S1-31", "toets aan de Flevo-principes", f"flevo_toets_{fase.lower()}", uitleg, zwaarte)


def _reflectie(fase: str) -> Poort:
    return _huis(f"{fase}/S0-12", "reflectie", "reflectie", "Sluit de fase af met een korte reflectie.")


def _rolkeuze(fase: str) -> Poort:
    return _huis(
        f"{fase}/S3-13", "rolkeuze", "rolkeuze", "Leg vast welke rol de provincie in deze fase kiest, en waarom."
    )


POORTEN = (
    _betekenis("F1"),
    _flevo("F1"),
    _betekenis("F2"),
    _huis(
        "F2/S1-10",
        "kaders van PS",
        "kaders_ps",
        "Provinciale Staten geven kaders voor inhoud en proces, of besluiten dat er geen kader nodig is.",
    ),
    _huis(
        "F2/S2-08", "gezamenlijke ambitie", "gezamenlijke_ambitie", "Leg de ambitie vast die de partners samen dragen."
    ),
    _huis(
        "F2/S0-16", "gedeeld beeld", "gedeeld_beeld", "Leg per partner vast of het beeld van de werkwijze gedeeld is."
    ),
    _betekenis("F3"),
    _huis("F3/S4-03", "inhoud eerst", "inhoud", "Vul de opgave, de doelen en de doelgroep in. De inhoud is leidend."),
    _huis(
        "F3/S3-06",
        "waarom samenwerken",
        "waarom_samenwerken",
        "Leg uit waarom samenwerken nodig is, wat het bijdraagt en wat de provincie zelf kan.",
    ),
    _huis(
        "F3/S3-07",
        "kandidaten vergeleken",
        "kandidaten",
        "Vergelijk minstens twee organiseervormen, of geef de reden waarom er maar een past.",
        2,
    ),
    _huis(
        "F3/S3-09",
        "kernwaarden van goed bestuur",
        "kernwaarden",
        "Leg voor alle vijf kernwaarden vast hoe ze zijn geborgd en door wie.",
        2,
    ),
    _rolkeuze("F3"),
    _flevo("F3", 2),
    Poort(
        code="F3/vorm",
        naam="organiseervorm tot stand gekomen",
        fase=Fase.ORGANISEERVORM,
        soort="wettelijk",
        eis="vorm_in_werking",
        grond="PW 158; Wgr 26, 51, 73, 83",
        uitleg=(
            "Van minstens een organiseervorm zijn alle nodige stappen gezet. "
            "Vraagt de vorm om bekendmaking, dan is die ook gedaan."
        ),
    ),
    Poort(
        code="F3/C16",
        naam="publiek gaat voor privaat",
        fase=Fase.ORGANISEERVORM,
        soort="wettelijk",
        eis="publiek_belang",
        grond="PW 158 lid 2",
        uitleg="Motiveer waarom een private rechtspersoon bijzonder aangewezen is voor het openbaar belang.",
    ),
    _huis(
        "F3/5.1", "pilotplan", "pilotplan", "Maak het pilotplan compleet: hypothese, nulmeting, beslisregel, evaluator."
    ),
    _huis(
        "F3/S3-03",
        "rol na afloop",
        "rol_na_afloop",
        "Leg vast welke rol de provincie heeft als de samenwerking is afgelopen.",
        2,
    ),
    _betekenis("F4"),
    _huis("F4/5.1", "pilots klaar", "pilots_klaar", "Elke pilot is afgerond of gestopt."),
    _reflectie("F4"),
    _rolkeuze("F4"),
    _betekenis("F5"),
    _huis(
        "F5/5.1",
        "evaluatie vastgesteld",
        "evaluatie_vastgesteld",
        "De evaluatie is vastgesteld door het bevoegde orgaan.",
    ),
    _huis(
        "F5/S0-25",
        "besluit over het vervolg",
        "vervolg_besluit",
        "Er is besloten: opschalen, aanpassen en verlengen, overdragen of stoppen.",
    ),
    _flevo("F5"),
    _reflectie("F5"),
    _betekenis("F6"),
    _huis(
        "F6/S3-26",
        "les geborgd",
        "les_geborgd",
        "Er is een actie of een veranderde afspraak. Alleen een notitie is niet genoeg.",
    ),
    _huis("F6/S0-15", "lessen vastgelegd", "lessen", "Leg minstens een les vast."),
)
