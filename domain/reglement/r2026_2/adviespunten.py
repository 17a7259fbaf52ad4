"""What speaks for and against each form, and what deserves attention, whatever the answers are. Data."""

from domain.reglement.adviesregel import Selectie, Vormpunten, codes, regel

_WGR = Selectie(kenmerk="wgr")
_PRIVE = Selectie(kenmerk="prive_rechtspersoon")

ALTIJD = (
    regel(
        "C16-voorrang",
        "let_op",
        (),
        _PRIVE,
        "Publiek gaat voor privaat: past er ook een publieke vorm, dan gaat die voor.",
        "PW 158 lid 2",
    ),
    regel(
        "C16-ontwerp",
        "let_op",
        (),
        Selectie(stappen=("A3",)),
        "GS besluiten pas nadat PS wensen en bedenkingen konden geven op het ontwerp-besluit. Dat is geen veto.",
        "PW 158 lid 2",
    ),
    regel(
        "C10-vooraf",
        "let_op",
        (),
        Selectie(vaste_stappen=("A13",)),
        "Laat staatssteun en aanbesteding toetsen voordat er een ontwerp-besluit is.",
        "EU-staatssteunrecht; Aanbestedingswet 2012",
    ),
    regel(
        "C13-regeling",
        "let_op",
        (),
        _WGR,
        "PS, raden en algemene besturen krijgen 8 weken voor een zienswijze, en moeten daarna toestemming geven.",
        "Wgr 40, 51, 73, 83 lid 2-5",
    ),
    regel(
        "C11-uittreden",
        "let_op",
        (),
        _WGR,
        "De regeling moet zeggen hoe een deelnemer uittreedt en wat dat kost, en hoe er wordt geevalueerd.",
        "Wgr 9 lid 1, 11a",
    ),
    regel(
        "C11-statuten",
        "let_op",
        (),
        _PRIVE,
        "Regel uittreden en opheffen in de statuten.",
        "Burgerlijk Wetboek boek 2",
    ),
    regel(
        "C11-afspraken",
        "let_op",
        (),
        codes("CONVENANT", "BESTUURSOVEREENKOMST", "PROGRAMMA", "REGIO_DEAL", "PPS"),
        "Spreek de einddatum af en hoe een partner er eerder uit kan.",
        "huisregel",
    ),
    regel(
        "C8-besturen",
        "let_op",
        (),
        codes("BVO"),
        "Alleen besturen doen mee: GS, colleges en dagelijkse besturen, niet PS of raden.",
        "Wgr 8 lid 3",
    ),
    regel(
        "C14-verbonden",
        "let_op",
        (),
        Selectie(kenmerk="verbonden_partij"),
        "Wordt meestal een verbonden partij: er is een bestuurlijk en een financieel belang.",
        "BBV 1",
    ),
    regel(
        "C12-regeling",
        "let_op",
        (),
        codes("SUBSIDIE"),
        "Subsidie vraagt een wettelijk voorschrift; minstens eens in de 5 jaar een verslag over de werking.",
        "Awb 4:23, 4:24",
    ),
)


def _punten(code: str, plus: tuple[str, ...], min_: tuple[str, ...]) -> Vormpunten:
    return Vormpunten(code=code, plus=plus, min=min_)


PUNTEN = (
    _punten("GESPREKSTAFEL", ("Kan morgen beginnen.", "Iedereen kan aanschuiven."), ("Er ligt niets vast.",)),
    _punten("OMGEVINGSTAFEL", ("Alle belangen vroeg aan een tafel.",), ("Gaat over een plan, niet over een opgave.",)),
    _punten(
        *(
            "LICHT_NETWERK",
            ("Geen contract of gezamenlijk budget nodig.", "Partners doen mee waar zij energie voor hebben."),
        ),
        ("Leunt op goede wil: niemand is aan resultaat gebonden.",),
    ),
    _punten("LEERNETWERK", ("Ruimte om te proberen en ervan te leren.",), ("Wat werkt, moet daarna ergens landen.",)),
    _punten(
        *("BURGERINITIATIEF", ("Het initiatief en het draagvlak zijn van inwoners.",)),
        ("De provincie stuurt niet op het resultaat.", "Hangt aan enkele mensen."),
    ),
    _punten("INTENTIE", ("Zichtbare gezamenlijke richting.",), ("Niemand kan eraan worden gehouden.",)),
    _punten(
        *(
            "CONVENANT",
            ("Afspraken op papier, met overheden en private partijen.", "Te veranderen als de opgave verandert."),
        ),
        ("Geen eigen organisatie: een gezamenlijk contract of personeel kan niet.",),
    ),
    _punten(
        *("BESTUURSOVEREENKOMST", ("Overheden binden zich aan elkaar.",)),
        ("Private partijen staan erbuiten.", "Geen eigen organisatie."),
    ),
    _punten(
        *("PROGRAMMA", ("Een plan, een budget en een bureau dat het netwerk draagt.",)),
        ("PS moeten het geld vooraf beschikbaar stellen.", "Sturen over organisaties heen vraagt veel tijd."),
    ),
    _punten(
        *("REGIO_DEAL", ("Het Rijk betaalt en denkt mee.",)),
        ("Hangt aan de planning en de voorwaarden van het Rijk.", "De eigen bijdrage moet er zijn."),
    ),
    _punten(
        *("SUBSIDIE", ("Iedere partij die voldoet kan meedoen.", "Duidelijke regels over geld en verantwoording.")),
        ("De provincie is geldgever, geen partner.",),
    ),
    _punten(
        *("PPS", ("Kennis en geld uit de markt, met risico waar het thuishoort.",)),
        ("Lang en duur om te sluiten.", "Moeilijk te veranderen als de opgave verandert."),
    ),
    _punten("ADVIESCOMMISSIE", ("Gezaghebbend advies, snel in te stellen.",), ("Besluit zelf niets.",)),
    _punten(
        *("BESTUURSCOMMISSIE", ("Een commissie die zelf kan besluiten.",)),
        ("Is van de provincie alleen: partners zijn niet gebonden.",),
    ),
    _punten(
        *("OVERDRACHT", ("De taak komt te liggen waar hij het best past.",)),
        ("De provincie kan er niet meer zelf over besluiten.",),
    ),
    _punten(
        *("LICHTE_REGELING", ("Publiekrechtelijke afspraak zonder nieuwe organisatie.",)),
        ("Geen mandaat en geen overdracht mogelijk.", "Wel de lange route langs PS en raden."),
    ),
    _punten(
        *("CENTRUMREGELING", ("Een deelnemer voert uit; geen nieuwe organisatie nodig.",)),
        ("De anderen hangen af van die ene deelnemer.",),
    ),
    _punten(
        *("GEMEENSCHAPPELIJK_ORGAAN", ("Een gezamenlijk bestuur dat kan besluiten, zonder eigen organisatie.",)),
        ("Kan zelf geen personeel of vermogen hebben.", "Geen verordeningen of belastingen."),
    ),
    _punten(
        *("BVO", ("Eigen organisatie met een enkel bestuur.",)),
        ("Alleen voor uitvoering en bedrijfsvoering.", "Geen verordeningen of belastingen."),
    ),
    _punten(
        *("OPENBAAR_LICHAAM", ("Kan alles dragen: bevoegdheden, personeel, vermogen, regels.",)),
        ("De zwaarste vorm: een eigen bestuurslaag.", "Uittreden is duur en duurt lang."),
    ),
    _punten(
        *("STICHTING", ("Eigen organisatie rond een doel, zonder leden die winst willen.",)),
        ("De provincie stuurt alleen via de statuten en het geld.",),
    ),
    _punten("VERENIGING", ("De leden beslissen samen.",), ("Elk lid heeft een stem, ook over de richting.",)),
    _punten(
        *("COOPERATIE", ("Leden delen zeggenschap, opbrengst en risico.", "Leden kunnen erbij komen en weggaan.")),
        ("De provincie deelt mee in het risico.",),
    ),
    _punten(
        *("BURGERCOOPERATIE", ("Van en voor inwoners: eigenaarschap in het gebied.",)),
        ("De provincie heeft geen stem: alleen subsidie of een convenant binden.",),
    ),
    _punten(
        *("BV_NV", ("Kan kapitaal aantrekken en ondernemen.", "De aandelen bepalen wie stuurt.")),
        ("PS staan op afstand.", "Lang en duur om op te richten en te verlaten."),
    ),
)
