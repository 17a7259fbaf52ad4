"""The law of decision making (domain.md 3.2): routes with their halts, and what needs a second person. Data."""

from domain.reglement.model import Besluitvorming, Halte, Route

_CONCEPT = Halte(code="concept", naam="ambtelijk concept", wie="steller")
_TOETSEN = Halte(
    code="toetsen",
    naam="juridische, financiele, inkoop- en participatietoets",
    wie="jurist en controller",
    uitkomsten=("akkoord", "akkoord_met_opmerking", "niet_akkoord"),
)
_PORTEFEUILLE = Halte(
    code="portefeuillehouder",
    naam="akkoord van de portefeuillehouder",
    wie="portefeuillehouder",
    uitkomsten=("akkoord", "niet_akkoord"),
)
_PRESIDIUM = Halte(code="presidium", naam="geagendeerd door presidium of procedurecommissie", wie="griffier")
_BEELD = Halte(code="beeldvorming", naam="beeldvorming", wie="statencommissie")
_COMMISSIE = Halte(
    code="commissie",
    naam="oordeelsvorming in de commissie",
    wie="statencommissie",
    uitkomsten=("hamerstuk", "bespreekstuk", "terug_naar_gs"),
)
_GS_GEHOORD = Halte(
    code="gs_gehoord",
    naam="GS konden wensen en bedenkingen geven",
    wie="GS",
    verplicht=True,
    grond="PW 143a lid 4",
    uitkomsten=("geen", "wensen", "bedenkingen", "beide", "niet_gereageerd"),
)

ROUTES = (
    Route(code="GS", naam="naar Gedeputeerde Staten", haltes=(_CONCEPT, _TOETSEN, _PORTEFEUILLE)),
    Route(
        code="PS",
        naam="naar Provinciale Staten",
        haltes=(
            _CONCEPT,
            _TOETSEN,
            _PORTEFEUILLE,
            Halte(code="gs", naam="statenvoorstel vastgesteld door GS", wie="GS"),
            _PRESIDIUM,
            _BEELD,
            _COMMISSIE,
        ),
    ),
    Route(code="motie", naam="motie vreemd aan de orde van de dag", haltes=(_PRESIDIUM,)),
    Route(
        code="initiatiefvoorstel",
        naam="initiatiefvoorstel naar Provinciale Staten",
        haltes=(_CONCEPT, _GS_GEHOORD, _PRESIDIUM, _BEELD, _COMMISSIE),
    ),
)

BESLUITVORMING = Besluitvorming(
    vier_ogen=("GS", "PS", "statencommissie", "kroon", "rijk"),
    routes=ROUTES,
    wgr_toets=("CONVENANT", "BESTUURSOVEREENKOMST"),
    van_rechtswege=("A6",),
    geen_amendement=("A6",),
    onherroepelijk=("A6",),
)
