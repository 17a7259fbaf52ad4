"""Lead times per kind of path: the five rows of domain.md 2.5, and estimates for paths it does not name. Data."""

from domain.reglement.adviesregel import Doorlooptijd

_TABEL = "ervaringscijfer, te vervangen door gemeten doorlooptijden"
_AFGELEID = "afgeleid van vergelijkbare paden, te vervangen door gemeten doorlooptijden"

DOORLOOPTIJDEN = (
    Doorlooptijd(
        code="licht",
        naam="licht netwerk, gesprekstafel, intentie",
        vormen=("GESPREKSTAFEL", "LICHT_NETWERK", "INTENTIE"),
        weken_min=2,
        weken_max=6,
        opbouw="een besluit van GS en een bericht aan PS",
        grond=_TABEL,
    ),
    Doorlooptijd(
        code="licht_afgeleid",
        naam="andere lichte vormen",
        vormen=("OMGEVINGSTAFEL", "LEERNETWERK", "BURGERINITIATIEF", "ADVIESCOMMISSIE"),
        weken_min=2,
        weken_max=6,
        opbouw="als een licht netwerk; langer als PS eerst over geld of een subsidieregeling besluiten",
        grond=_AFGELEID,
    ),
    Doorlooptijd(
        code="overeenkomst",
        naam="convenant, bestuursovereenkomst",
        vormen=("CONVENANT", "BESTUURSOVEREENKOMST"),
        weken_min=8,
        weken_max=16,
        opbouw="de traagste partner bepaalt",
        grond=_TABEL,
    ),
    Doorlooptijd(
        code="overeenkomst_met_krediet",
        naam="programma, regio deal",
        vormen=("PROGRAMMA", "REGIO_DEAL"),
        weken_min=14,
        weken_max=26,
        opbouw="als een convenant, en PS 6 tot 10 weken voor het krediet",
        grond=_AFGELEID,
    ),
    Doorlooptijd(
        code="regeling_van_ps",
        naam="subsidieregeling",
        vormen=("SUBSIDIE",),
        weken_min=10,
        weken_max=20,
        opbouw="toets en ontwerp 4 tot 6, PS of GS voor de regeling 4 tot 10, besluit en bekendmaking 2 tot 4 weken",
        grond=_AFGELEID,
    ),
    Doorlooptijd(
        code="burgercooperatie",
        naam="burgercooperatie",
        vormen=("BURGERCOOPERATIE",),
        weken_min=4,
        weken_max=16,
        opbouw="het besluit van de provincie; het oprichten is aan de inwoners en telt hier niet mee",
        grond=_AFGELEID,
    ),
    Doorlooptijd(
        code="commissie",
        naam="bestuurscommissie",
        vormen=("BESTUURSCOMMISSIE",),
        weken_min=14,
        weken_max=20,
        opbouw="GS 2, PS 6 tot 10, verwerking 4 tot 6, GS 2 weken",
        grond=_AFGELEID,
    ),
    Doorlooptijd(
        code="overdracht",
        naam="overdracht van bevoegdheid",
        vormen=("OVERDRACHT",),
        weken_min=12,
        weken_max=20,
        opbouw="GS 2, PS en raden of algemeen bestuur 6 tot 14, GS 2, bekendmaking 2 weken",
        grond=_AFGELEID,
    ),
    Doorlooptijd(
        code="private_rechtspersoon",
        naam="private rechtspersoon (wensen en bedenkingen)",
        vormen=("STICHTING", "VERENIGING", "COOPERATIE"),
        weken_min=17,
        weken_max=26,
        opbouw="4 tot 6 maanden: GS 2, PS 6 tot 10, GS 2, partners 8 tot 12 tegelijk, notaris 3 weken",
        grond=_TABEL,
    ),
    Doorlooptijd(
        code="gemeenschappelijke_regeling",
        naam="gemeenschappelijke regeling (zienswijze en toestemming)",
        vormen=("LICHTE_REGELING", "CENTRUMREGELING", "GEMEENSCHAPPELIJK_ORGAAN", "BVO", "OPENBAAR_LICHAAM"),
        weken_min=35,
        weken_max=52,
        opbouw=(
            "8 tot 12 maanden: ontwerp 8 tot 12, zienswijze 8, verwerking 4 tot 6, toestemming 8 tot 13, "
            "publicatie 2 weken"
        ),
        grond=_TABEL,
    ),
    Doorlooptijd(
        code="vennootschap",
        naam="vennootschap, publiek-private samenwerking",
        vormen=("BV_NV", "PPS"),
        weken_min=39,
        weken_max=78,
        opbouw="9 tot 18 maanden",
        grond=_TABEL,
    ),
)
