"""The rules of the adviser on organiseervormen: C1 to C10 and C16 of domain.md 2.2. Data.

C1 to C4 are scored, C5 to C10 and C16 make forms fall off. Where no article stands as ground, the rule is the house's
own. What counts in the order and what always holds stand beside this; the whole is the book at the end.
"""

from domain.reglement.adviesregel import (
    ALLE_VORMEN,
    Adviesboek,
    Selectie,
    Voorwaarde,
    als,
    behalve,
    codes,
    laag,
    regel,
)
from domain.reglement.r2026_2.adviespunten import ALTIJD, PUNTEN
from domain.reglement.r2026_2.adviesweging import WEGING
from domain.reglement.r2026_2.doorlooptijden import DOORLOOPTIJDEN
from domain.reglement.vorm import Netwerksturing

_WGR = Selectie(kenmerk="wgr")
_PRIVE = Selectie(kenmerk="prive_rechtspersoon")
_ZELFSTUREND = Selectie(netwerksturing=("zelfsturend",))
_STURING: tuple[Netwerksturing, ...] = ("leidende organisatie", "netwerkadministratief")
_NETWERK = "huisregel, naar Provan en Kenis"
_SAMENWERKEN = "huisregel, naar Kaats en Opheij"

# Before anything else: what the opgave is about, and why together.
_EERST = (
    regel(
        "INHOUD-eerst",
        "eerst",
        als("inhoud", False),
        ALLE_VORMEN,
        "Eerst de inhoud: leg de opgave, de doelen en de doelgroep vast. De vorm volgt de inhoud.",
        "poort F3/S4-03",
    ),
    regel(
        "WAAROM-eerst",
        "eerst",
        als("waarom_samenwerken", False),
        ALLE_VORMEN,
        "Eerst het waarom: leg uit waarom samenwerken nodig is, wat het bijdraagt en wat de provincie zelf kan.",
        "poort F3/S3-06",
    ),
    regel(
        "C1-eerst",
        "eerst",
        laag("gedeelde_ambitie"),
        ALLE_VORMEN,
        "Werk eerst aan een gedeelde ambitie, in gesprekken met alle partners.",
        _SAMENWERKEN,
    ),
    regel(
        "C2-eerst",
        "eerst",
        laag("belangen_bespreekbaar"),
        ALLE_VORMEN,
        "Begin met een belangenronde: elke partner noemt zijn belangen, en samen zoekt u winst voor allen.",
        _SAMENWERKEN,
    ),
)

_SCORES = (
    regel(
        "C1-ambitie",
        "valt_af",
        laag("gedeelde_ambitie"),
        behalve("GESPREKSTAFEL", "OMGEVINGSTAFEL", "LICHT_NETWERK"),
        "Zonder gedeelde ambitie past alleen een gesprekstafel, een omgevingstafel of een licht netwerk.",
        _SAMENWERKEN,
    ),
    regel(
        "C3-sturing",
        "achteraan",
        (*laag("vertrouwen"), Voorwaarde(veld="aantal_partners", meer_dan=5)),
        _ZELFSTUREND,
        "Bij weinig vertrouwen en veel partners werkt zelfsturing niet: wijs een leidende organisatie aan, of een "
        "onafhankelijk bureau dat het netwerk ondersteunt.",
        _NETWERK,
    ).met(sturing=_STURING),
    regel(
        "C4-sturing",
        "achteraan",
        (Voorwaarde(veld="aantal_partners", meer_dan=8),),
        _ZELFSTUREND,
        "Met meer dan 8 partners werkt zelfsturing niet: wijs een leidende organisatie aan, of een onafhankelijk "
        "bureau dat het netwerk ondersteunt.",
        _NETWERK,
    ).met(sturing=_STURING),
)

_FILTERS = (
    regel(
        "C5-mandaat",
        "valt_af",
        als("bevoegdheden", "mandaat"),
        behalve("CENTRUMREGELING"),
        "Mandaat aan een van de deelnemers gaat met een centrumregeling.",
        "Wgr 8 lid 4, 10",
        ("LICHTE_REGELING", "In een regeling zonder meer kan geen mandaat worden gegeven."),
        ("CONVENANT", "Een convenant kan geen bevoegdheden van bestuursorganen beleggen."),
    ),
    regel(
        "C5-overdracht",
        "valt_af",
        als("bevoegdheden", "overdracht"),
        behalve("OPENBAAR_LICHAAM", "GEMEENSCHAPPELIJK_ORGAAN", "BVO"),
        "Bevoegdheden samen overdragen kan alleen aan een openbaar lichaam, een gemeenschappelijk orgaan of een "
        "bedrijfsvoeringsorganisatie.",
        "Wgr 8, 10, 30, 43, 76",
        ("LICHTE_REGELING", "In een regeling zonder meer kan niets worden overgedragen."),
        ("CENTRUMREGELING", "Een centrumregeling werkt met mandaat; er wordt niets overgedragen."),
        ("BESTUURSCOMMISSIE", "Een bestuurscommissie is van de provincie alleen: partners dragen er niets aan over."),
        ("OVERDRACHT", "Zo geeft alleen de provincie een bevoegdheid door; er komt geen gezamenlijk bestuur."),
    ),
    regel(
        "C5-kan",
        "plus",
        als("bevoegdheden", "mandaat", "overdracht"),
        codes("CENTRUMREGELING", "OPENBAAR_LICHAAM", "GEMEENSCHAPPELIJK_ORGAAN", "BVO"),
        "Kan de publiekrechtelijke bevoegdheden dragen die nodig zijn.",
        "Wgr 8, 10",
    ),
    regel(
        "C5-overbodig",
        "min",
        als("bevoegdheden", "geen"),
        codes("BESTUURSCOMMISSIE", "OVERDRACHT", "CENTRUMREGELING", "GEMEENSCHAPPELIJK_ORGAAN"),
        "Is gemaakt om bevoegdheden te beleggen, en die zijn hier niet nodig.",
        "huisregel: de lichtste vorm die past",
    ),
    regel(
        "C6-regels",
        "valt_af",
        als("verordening_of_belasting", True),
        behalve("OPENBAAR_LICHAAM"),
        "Alleen een openbaar lichaam kan algemeen verbindende voorschriften of belastingen vaststellen.",
        "Wgr 76 lid 1 b",
    ),
    regel(
        "C7-rechtspersoon",
        "valt_af",
        als("eigen_personeel_of_vermogen", True),
        Selectie(kenmerk="rechtspersoon", niet=True),
        "Dit is geen rechtspersoon: de vorm kan zelf geen personeel, contracten of vermogen hebben.",
        "Wgr 8 lid 1, 3; Burgerlijk Wetboek boek 2",
    ),
    regel(
        "C7-kan",
        "plus",
        als("eigen_personeel_of_vermogen", True),
        Selectie(kenmerk="rechtspersoon"),
        "Kan zelf personeel, contracten en vermogen hebben.",
        "Wgr 8 lid 1, 3; Burgerlijk Wetboek boek 2",
    ),
    regel(
        "C8-beleid",
        "valt_af",
        als("beleidsarme_uitvoering", False),
        codes("BVO"),
        "Een bedrijfsvoeringsorganisatie is er alleen voor uitvoering en bedrijfsvoering zonder beleid.",
        "Wgr 8 lid 3",
    ),
    regel(
        "C8-past",
        "plus",
        als("beleidsarme_uitvoering", True),
        codes("BVO"),
        "Is gemaakt voor uitvoering en bedrijfsvoering zonder beleid.",
        "Wgr 8 lid 3",
    ),
    regel(
        "C9-regeling",
        "valt_af",
        als("private_leden", True),
        _WGR,
        "In een gemeenschappelijke regeling kunnen private leden alleen met machtiging bij koninklijk besluit.",
        "Wgr 93 b, 96 b",
    ),
    regel(
        "C9-overheden",
        "valt_af",
        als("private_leden", True),
        codes("BESTUURSOVEREENKOMST"),
        "Deze vorm bestaat alleen tussen overheden; met private partijen is het een convenant.",
        "PW 158 lid 1 d",
    ),
    regel(
        "C9-overdracht",
        "valt_af",
        als("private_leden", True),
        codes("OVERDRACHT"),
        "Overdragen kan alleen aan een gemeente of een waterschap.",
        "PW 107",
    ),
    regel(
        "C9-open",
        "plus",
        als("private_leden", True),
        codes("CONVENANT", "STICHTING", "VERENIGING", "COOPERATIE", "BV_NV", "PPS", "BURGERCOOPERATIE"),
        "Staat open voor private partijen of inwoners.",
        "PW 158 lid 1 d, lid 2",
    ),
    regel(
        "C9-regio",
        "let_op",
        als("private_leden", True),
        codes("REGIO_DEAL"),
        "Het Rijk en de overheden in de regio zijn partij; private partijen doen mee in de projecten.",
        "huisregel",
    ),
    regel(
        "C9-zonder_initiatief",
        "valt_af",
        als("private_leden", False),
        codes("BURGERINITIATIEF"),
        "Het initiatief komt van inwoners; zonder hen bestaat deze vorm niet.",
        "PW 147 lid 3",
    ),
    regel(
        "C9-zonder_leden",
        "valt_af",
        als("private_leden", False),
        codes("BURGERCOOPERATIE"),
        "Een burgercooperatie bestaat niet zonder inwoners als lid.",
        "Burgerlijk Wetboek boek 2",
    ),
    regel(
        "C9-zonder_private_partij",
        "valt_af",
        als("private_leden", False),
        codes("PPS"),
        "Publiek-private samenwerking bestaat niet zonder private partij.",
        "PW 158 lid 1 d",
    ),
    regel(
        "C10-kapitaal",
        "valt_af",
        als("risicokapitaal", True),
        behalve("BV_NV", "COOPERATIE"),
        "Risicokapitaal of een marktactiviteit vraagt een vennootschap of een cooperatie.",
        "huisregel; PW 158 lid 2",
        ("BURGERCOOPERATIE", "De provincie is hier geen lid en kan dus geen risicokapitaal inbrengen."),
        ("PPS", "Een contract heeft geen eigen kapitaal; het risico blijft bij de partijen zelf."),
    ),
    regel(
        "C16-publiek",
        "valt_af",
        als("publiek_belang", False),
        _PRIVE,
        "Publiek gaat voor privaat: zonder motivering van het openbaar belang mogen GS geen private rechtspersoon "
        "oprichten of erin deelnemen.",
        "PW 158 lid 2",
    ),
    regel(
        "C16-gemotiveerd",
        "plus",
        als("publiek_belang", True),
        _PRIVE,
        "Er is een motivering waarom deze vorm bijzonder aangewezen is voor het openbaar belang.",
        "PW 158 lid 2",
    ),
)

ADVIESBOEK = Adviesboek(
    regels=(*_EERST, *_SCORES, *_FILTERS, *WEGING, *ALTIJD), punten=PUNTEN, doorlooptijden=DOORLOOPTIJDEN
)
