"""The outcomes of GS and PS (domain.md 3.3) and the kinds of decision outside the approval path. Data."""

from domain.reglement.model import Besluitsoort, Uitkomsten

UITKOMSTEN_GS = Uitkomsten(
    positief=("conform", "gewijzigd", "gemachtigd"),
    negatief=("afgewezen",),
    open=("aangehouden", "ter_kennisname", "teruggenomen"),
)

# geen_quorum is no outcome of 3.3, but a meeting that could not open leaves the proposal waiting just the same.
UITKOMSTEN_PS = Uitkomsten(
    positief=("aangenomen", "aangenomen_gewijzigd"),
    negatief=("verworpen", "niet_aangenomen_staking"),
    open=("aangehouden", "ingetrokken", "terugverwezen", "uitgesteld_staking", "stemming_ongeldig", "geen_quorum"),
)

BESLUITSOORTEN = (
    Besluitsoort(
        code="agenda",
        naam="opname op de regionale agenda",
        organen=("GS", "PS"),
        grond="PW 143, 158",
    ),
    Besluitsoort(
        code="kader",
        naam="kaders op inhoud en proces",
        organen=("PS",),
        grond="PW 143, 145",
        keuzes=("kader", "geen_kader_nodig"),
    ),
    Besluitsoort(
        code="conferentie",
        naam="bestuurlijke conferentie",
        organen=("bestuurlijke_conferentie",),
        grond="bestuurlijke afspraak",
        mogelijk=Uitkomsten(
            positief=("onderschreven", "deels_onderschreven"),
            negatief=("niet_onderschreven",),
        ),
    ),
    Besluitsoort(
        code="commissie",
        naam="behandeling in een statencommissie",
        organen=("statencommissie",),
        grond="PW 80",
        mogelijk=Uitkomsten(positief=("hamerstuk", "bespreekstuk"), open=("aangehouden",)),
    ),
    Besluitsoort(
        code="A8",
        naam="krediet of begrotingswijziging buiten een vormpad",
        organen=("PS",),
        grond="PW 193, 196",
    ),
    Besluitsoort(
        code="go_no_go",
        naam="go of no-go van een pilot",
        organen=("GS", "PS"),
        grond="PW 158",
        keuzes=("go", "no_go"),
    ),
    Besluitsoort(
        code="evaluatie",
        naam="vaststellen van een evaluatie",
        organen=("GS", "PS"),
        grond="PW 158, 167, 217a",
    ),
    Besluitsoort(
        code="vervolg",
        naam="vervolg na de evaluatie",
        organen=("GS", "PS"),
        grond="PW 158, 167, 193",
        keuzes=("opschalen", "aanpassen_en_verlengen", "overdragen", "stoppen"),
    ),
    Besluitsoort(
        code="bekrachtiging",
        naam="bekrachtiging van een stop of schorsing van een pilot",
        organen=("GS",),
        grond="PW 158",
    ),
)
