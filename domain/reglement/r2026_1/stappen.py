"""The 20 types of approval step (domain.md 2.3). Data."""

from domain.reglement.model import Staptype, Uitkomsten

_GS_ONTWERP = Uitkomsten(positief=("conform", "gewijzigd"), negatief=("afgewezen",), open=("aangehouden",))
_GS_DEFINITIEF = Uitkomsten(
    positief=("conform", "gewijzigd"), negatief=("afgewezen",), open=("aangehouden", "teruggenomen")
)
# No veto: whatever PS say, the step is done and GS must weigh it and answer (A0b).
_WENSEN = Uitkomsten(positief=("geen", "wensen", "bedenkingen", "beide"))

STAPPEN = (
    Staptype(
        code="A0",
        naam="ontwerp vrijgeven (voorgenomen besluit)",
        wie="GS",
        grond="PW 158 lid 2; Wgr 51, 73, 83 lid 2",
        mogelijk=_GS_ONTWERP,
        toelichting="Nodig als daarna wensen en bedenkingen, zienswijzen, toestemming of instemming volgen.",
    ),
    Staptype(
        code="A0b",
        naam="verwerking van de inbreng (nota van beantwoording)",
        wie="GS",
        grond="Awb 3:46",
        mogelijk=Uitkomsten(positief=("ongewijzigd", "aangepast"), opnieuw=("opnieuw_ontwerp",)),
        opnieuw_vanaf="A0",
        toelichting="Huisnorm: 4 tot 6 weken. GS antwoorden op elke wens, bedenking en zienswijze.",
    ),
    Staptype(
        code="A1",
        naam="definitief besluit tot deelname, treffen of oprichten",
        wie="GS",
        grond="PW 158 lid 1 a, b, d en lid 2; Wgr 51, 73, 83",
        mogelijk=_GS_DEFINITIEF,
        toelichting="Met // besluit ook het bestuur van elke partner. Mandaat kan als het mandaatregister dat toelaat.",
    ),
    Staptype(
        code="A2",
        naam="PS informeren",
        wie="GS",
        grond="PW 167 lid 2; PW 60 lid 1",
        mogelijk=Uitkomsten(positief=("verzonden", "geagendeerd", "ter_kennisname")),
        toelichting="Huisnorm: binnen 5 werkdagen na het besluit van GS.",
    ),
    Staptype(
        code="A3",
        naam="wensen en bedenkingen bij een private rechtspersoon",
        wie="PS",
        grond="PW 158 lid 2",
        mogelijk=_WENSEN,
        instrument="wensen_en_bedenkingen",
        toelichting="Geen veto. PS ontvangen eerst het ontwerp-besluit. De wet noemt geen termijn.",
    ),
    Staptype(
        code="A4",
        naam="wensen en bedenkingen bij ingrijpende privaatrechtelijke handelingen",
        wie="PS",
        grond="PW 167 lid 4-5",
        mogelijk=_WENSEN,
        instrument="wensen_en_bedenkingen",
        toelichting="Alleen bij ingrijpende gevolgen. Vragen PS er alleen om, dan zijn inlichtingen vooraf genoeg.",
    ),
    Staptype(
        code="A5",
        naam="zienswijze op het ontwerp van een gemeenschappelijke regeling",
        wie="vertegenwoordigend",
        grond="Wgr 40, 51, 73, 83 lid 2-3",
        mogelijk=Uitkomsten(positief=("zienswijze", "geen_zienswijze", "termijn_verstreken")),
        termijn="T01",
        instrument="zienswijze",
        toelichting="Toezenden moet, reageren mag. De termijn start op de dag van ontvangst, per orgaan.",
    ),
    Staptype(
        code="A6",
        naam="toestemming voor treffen, wijzigen, toetreden of uittreden",
        wie="vertegenwoordigend",
        grond="Wgr 40, 51, 73, 83 lid 4-5; Awb 10:29-10:32",
        mogelijk=Uitkomsten(positief=("verleend",), negatief=("onthouden",), open=("gedeeltelijk", "verdaagd")),
        termijn="T02",
        instrument="toestemming",
        toelichting=(
            "Onthouden kan alleen wegens strijd met het recht of het algemeen belang, na overleg en met een "
            "eigen besluit. Geen voorwaarden, geen tijdelijkheid. Een verworpen voorstel laat de stap open. "
            "Zwijgen beslist niet."
        ),
    ),
    Staptype(
        code="A7",
        naam="bekendmaking in het provinciaal blad en opname in het register",
        wie="provincie",
        grond="Wgr 26 jo. 41, 52, 74, 84 lid 1 l; Wgr 136",
        mogelijk=Uitkomsten(positief=("gepubliceerd", "geregistreerd"), samen=True, alleen_wgr=("geregistreerd",)),
        toelichting="Zonder bekendmaking treedt niets in werking. Het register is voor gemeenschappelijke regelingen.",
    ),
    Staptype(
        code="A8",
        naam="krediet of begrotingswijziging",
        wie="PS",
        grond="PW 193, 194 lid 3, 195 lid 2, 196; PW 152 lid 2 b",
        mogelijk=Uitkomsten(positief=("vastgesteld", "gewijzigd"), negatief=("verworpen",)),
        termijn="T11",
        toelichting="Openbare kennisgeving 2 weken voor de behandeling, behalve bij dringende spoed.",
    ),
    Staptype(
        code="A9",
        naam="machtiging voor een private rechtspersoon in een gemeenschappelijke regeling",
        wie="kroon",
        grond="Wgr 93 b, 96 b",
        mogelijk=Uitkomsten(positief=("verleend",), negatief=("geweigerd",)),
        toelichting="Bij koninklijk besluit, in de Staatscourant.",
    ),
    Staptype(
        code="A10",
        naam="deelneming door het Rijk",
        wie="rijk",
        grond="Wgr 94, 97",
        mogelijk=Uitkomsten(positief=("in_werking",), negatief=("bij_wet_te_regelen",)),
        toelichting="Op zijn vroegst 4 weken na overlegging aan beide Kamers.",
    ),
    Staptype(
        code="A11",
        naam="PS zijn zelf deelnemer",
        wie="PS",
        grond="Wgr 40, 51, 73, 83 lid 1; PW 79l",
        mogelijk=Uitkomsten(positief=("vastgesteld",), negatief=("verworpen",)),
    ),
    Staptype(
        code="A12",
        naam="subsidieregeling: wettelijk voorschrift, plafond, bekendmaking",
        wie="GS_of_PS",
        grond="Awb 4:23, 4:25; PW 145, 152",
        mogelijk=Uitkomsten(positief=("vastgesteld",)),
        toelichting="PS bij verordening, of GS met nadere regels als PS dat hebben overgedragen.",
    ),
    Staptype(
        code="A13",
        naam="toets staatssteun, aanbesteding, Wet Markt en Overheid en Bibob",
        wie="jurist",
        grond="EU-staatssteunrecht; Aanbestedingswet 2012",
        mogelijk=Uitkomsten(positief=("akkoord", "akkoord_met_melding"), negatief=("niet_akkoord",)),
    ),
    Staptype(
        code="A14",
        naam="wensen en bedenkingen voor overdracht aan een bestuurscommissie",
        wie="PS",
        grond="PW 163 lid 3",
        mogelijk=_WENSEN,
        instrument="wensen_en_bedenkingen",
    ),
    Staptype(
        code="A15",
        naam="instemming met overdracht van bevoegdheden",
        wie="vertegenwoordigend",
        grond="PW 107 lid 3",
        mogelijk=Uitkomsten(positief=("ingestemd",), negatief=("geweigerd",)),
        instrument="instemming",
        toelichting="Binnen 1 week naar de minister (PW 107 lid 4).",
    ),
    Staptype(
        code="A16",
        naam="eigen besluit van de partner",
        wie="partner",
        grond="eigen recht van de partner; Gemeentewet 160 lid 2; statuten",
        mogelijk=Uitkomsten(
            positief=("akkoord", "akkoord_met_voorbehoud"), negatief=("niet_akkoord",), open=("geen_reactie",)
        ),
        termijn="T17",
        toelichting="Zwijgen is nooit toestemming. Doorgaan zonder reactie besluit een bevoegd mens, met een reden.",
    ),
    Staptype(
        code="A17",
        naam="notariele akte en inschrijving in het handelsregister",
        wie="notaris",
        grond="Burgerlijk Wetboek boek 2",
        mogelijk=Uitkomsten(positief=("gepasseerd", "ingeschreven"), samen=True),
    ),
    Staptype(
        code="A18",
        naam="ondertekening",
        wie="ondertekenaars",
        grond="PW 176; PW 59a; PW 32a",
        mogelijk=Uitkomsten(positief=("ondertekend",)),
        toelichting="Per partij. Voor de provincie tekent de CdK of wie de CdK aanwijst.",
    ),
)
