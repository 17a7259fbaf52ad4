"""One life in which everything about working together and learning happens once."""

from collections.abc import Iterator

from levens import Beurt, Kijk, Opzet
from verhaal import DRONTEN, NETBEHEER, ZEEWOLDE, Zet, blad, griffier, jurist, manager, partner, portefeuillehouder
from verhaal import spreker as wie

accounthouder, brigadelid = wie("accounthouder"), wie("brigadelid")


def beurten(opzet: Opzet) -> Iterator[Beurt]:
    """Spread over the first year of this life."""
    for slag, akte in _AKTEN:
        yield Beurt(opzet.op(slag), opzet.id, lambda kijk, akte=akte: akte(opzet, kijk))


def ontvangen(opzet: Opzet, kijk: Kijk) -> Iterator[Zet]:
    """What is filled in when an initiative has just come in."""
    yield blad("ja_mits", kader_ref="koersdocument", antwoord="ja_mits", mits=["bewoners doen mee"])
    yield blad("betekenis", tekst="bewoners betalen minder voor warmte")
    yield blad("energie_en_zorg", energie_samenleving="een buurt die zelf begint", zorg_nodig="huurders zonder geld")
    yield blad("een_overheid", als_een_overheid=True, overheden=["provincie", "gemeente Dronten", "gemeente Zeewolde"])
    yield blad("vooraf_en_losgelaten", vooraf_bedacht=["het doel"], losgelaten=["de techniek"])
    yield blad("procesafspraken", afspraken=["elk kwartaal samen kijken"])
    yield blad("werkwijze", afspraak="eerst de inhoud, dan de vorm", samen_met=["gemeente Dronten"])
    yield blad("voorbeelden", voorbeeld_ref=["een warmtenet in een andere provincie"])
    yield blad("integraal", integraal_met=["wonen"])
    yield blad("wettelijke_kerntaken", taken=["vergunningen verlenen"])
    yield blad("dubbele_rol", ja=True, rolscheiding="een ander team verleent de vergunning")
    yield blad("stijl_passend", oordeel="deels", motivering="niet elke partner wil vrijheid")
    yield manager(
        "StartIntake",
        intake="I1",
        vraag="mag de buurt een bron slaan?",
        initiatiefnemer="buurtvereniging",
        overheden=["provincie", DRONTEN],
    )


def beelden(opzet: Opzet, kijk: Kijk) -> Iterator[Zet]:
    """How each partner looks at it, with what it wants and expects."""
    for wie_, kern in ((DRONTEN, ["warmte", "betaalbaar"]), (ZEEWOLDE, ["warmte", "tempo"])):
        zelf = partner(wie_)
        yield zelf(
            "LegPartnerbladVast",
            inhoud={
                "blad": "beeld",
                "partner": wie_,
                "opgave": "warmte voor iedereen",
                "samenwerking": "open",
                "kern": kern,
            },
        )
        yield zelf(
            "LegPartnerbladVast", inhoud={"blad": "doelstellingen", "partner": wie_, "doelen": ["van het gas af"]}
        )
        yield zelf("LegPartnerbladVast", inhoud={"blad": "draagvlak", "partner": wie_, "moment": "F1", "score": 2})
    yield blad(
        "belangen", partner=DRONTEN, publiek_belang="warmte", eigen_belang="een volle wijk", spanning="grondprijs"
    )
    yield blad("complementaire_rol", partner=DRONTEN, rol="kent de wijken")
    yield blad(
        "verwachting",
        partner=DRONTEN,
        van_ons=["geld", "kennis"],
        wij_bieden=["kennis"],
        van_henzelf=["grond"],
        wij_rekenen_op=["grond", "een wijkteam"],
    )
    yield blad("ondersteuning", partner=ZEEWOLDE, wat="een projectleider", uren=200)
    yield blad("afhankelijkheid", partner=NETBEHEER, waarvoor="ruimte op het net", doelen=["minder piek"], kritiek=True)
    for niveau, score in ((1, 2), (2, 3), (3, 1)):
        yield blad("relatie", niveau=niveau, score=score, toelichting="zo staat het ervoor")
    yield partner(DRONTEN)("GeefIntakeoordeel", intake="I1", overheid=DRONTEN, oordeel="ja", toelichting="past hier")
    yield manager(
        "GeefIntakeoordeel",
        intake="I1",
        overheid="provincie",
        oordeel="ja_mits",
        voorwaarden=["geen grondwater"],
        toelichting="binnen het kader",
    )
    yield manager("BeantwoordIntake", intake="I1", oordeel="ja_mits", antwoord="ja, mits u het grondwater spaart")


def scores(opzet: Opzet, kijk: Kijk) -> Iterator[Zet]:
    """Everyone about itself and about others; then a target, to measure again."""
    laag, hoog = ({"volksvertegenwoordiging": n, "bestuur": n + 1, "ambtelijk": n} for n in (1, 3))
    for van, over, niveaus in ((DRONTEN, DRONTEN, hoog), (DRONTEN, "provincie", laag), (ZEEWOLDE, DRONTEN, laag)):
        yield partner(van)("ScoorSpelniveau", van=van, over=over, niveaus=niveaus)
    yield manager("ScoorSpelniveau", van="provincie", over="provincie", niveaus=hoog)
    dag = opzet.op(52).isoformat()
    yield manager("StelSpeldoel", doel=3, afspraak="samen naar niveau drie", meten_op=dag)


def kaders(opzet: Opzet, kijk: Kijk) -> Iterator[Zet]:
    """The frame, and what may not be lost within it."""
    yield blad("kaders", inhoud=["warmte is betaalbaar"], proces=["bewoners beslissen mee"])
    later = opzet.op(40).isoformat()
    yield blad("kaderpunt", nr="k1", tekst="prijs", concreetheid="nader_uit_te_werken", uiterlijk=later, loslaten="ja")
    yield blad("uitnodiging", nr="u1", waar="de oostrand", wat_welkom="bronnen van warmte", voorwaarden=["geen gas"])
    yield blad("beschermde_waarde", nr="w1", waarde="drinkwater", ondergrens="7", eenheid="cijfer")
    yield blad("beschermde_waarde", nr="w1", waarde="drinkwater", ondergrens="7", eenheid="cijfer", gemeten="6.4")
    yield from _signaal_af(kijk)
    yield blad("dilemma", nr="d1", omschrijving="ruimte of zekerheid", type="ruimte_en_waarden", hoe_gehanteerd="samen")
    yield blad("resultaatafspraak", nr="r1", tekst="minder piek", type="richting")
    yield blad("instrumentmix", regels=100, samenwerking=0, geld=0)
    yield blad(
        "gezamenlijke_lijn", nr="g1", type="norm", tekst="geen gas in nieuwe wijken", samen_met=["gemeente Dronten"]
    )
    yield blad(
        "participatie",
        keuze="samen ontwerpen",
        doel="betere plannen",
        vorm="wijkatelier",
        wanneer="elk kwartaal",
        verantwoording="verslag op de statuspagina",
        kanaal=["wijkkrant"],
        via_wie=["buurtvereniging"],
        bereik_rechtstreeks=120,
        bereik_via_partners=900,
        methode="geteld bij de deur",
    )
    yield blad(
        "overlegtijd",
        nr="o1",
        overleg="stuurgroep",
        op=opzet.op(8).isoformat(),
        minuten_inhoud=40,
        minuten_structuur=60,
    )


def _signaal_af(kijk: Kijk) -> Iterator[Zet]:
    """What was raised because a value came below its limit is taken up and closed."""
    signaal = next(s.id for s in kijk().signalen.values() if s.gesloten_op is None)
    yield manager("VangSignaalOp", signaal=signaal, opgevangen_door="ambtelijk opdrachtgever")
    yield manager("SluitSignaal", signaal=signaal, ingreep="de bron ligt stil", ingreep_door="gemeente Dronten")


def tafel(opzet: Opzet, kijk: Kijk) -> Iterator[Zet]:
    """Tables, conversations, and one who leaves."""
    inhoud = {
        "tafelsoort": "gesprekstafel",
        "naam": "warmtetafel",
        "doel": "samen kijken",
        "trekker": "provincie",
        "deelnemers": ["gemeente Dronten", "buurtvereniging"],
        "frequentie": "elk kwartaal",
        "behoeften": [{"deelnemer": "buurtvereniging", "behoefte": "gehoord worden"}],
    }
    yield manager("OpenTafel", tafel="T1", inhoud=inhoud)
    onderwerpen = [
        {"titel": "prijs", "over": "inhoud", "minuten": 50},
        {"titel": "wie is baas", "over": "structuur", "minuten": 30},
    ]
    yield manager("MeldBijeenkomst", tafel="T1", onderwerpen=onderwerpen, opbrengst="een lijst met wensen")
    beter = inhoud | {"verwachting_bestuur": "draagvlak", "rol_bestuur": "luisteren", "betekenis": "bewoners doen mee"}
    yield manager("WijzigTafel", tafel="T1", inhoud=beter, reden="het bestuur zegt wat het verwacht")
    for soort, naam, meer in (("omgevingstafel", "T2", {}), ("subsidieloket", "T3", {"regeling": "warmteregeling"})):
        yield manager("OpenTafel", tafel=naam, inhoud=inhoud | {"tafelsoort": soort, "naam": soort} | meer)
    for groep in ("statenleden", "bestuur", "medewerkers", "partners"):
        yield manager("LegGesprekVast", doelgroep=groep, gelegenheid="werkbezoek", opbrengst="meer begrip")
    verhaal = {
        "titel": "de eerste bron",
        "verteller_functie": "wijkmanager",
        "context": "Dronten",
        "praktijk": "samen graven",
        "waardering": "goed",
        "principes": [3, 6],
        "rollen": ["co-creatiepartner"],
        "waarden": ["betrokken"],
        "succes": True,
    }
    yield manager("LegBronverhaalVast", verhaal="BV1", inhoud=verhaal)
    yield manager(
        "VraagInterview",
        interview="IV1",
        over="de eerste bron",
        met_wie="wijkmanager",
        uiterlijk=opzet.op(16).isoformat(),
    )
    yield manager(
        "StartLeeractie",
        leeractie="LA1",
        leersoort="governancestijl",
        tekst="oefenen met drie stijlen",
        voor="bestuurders",
        eigenaar="provinciesecretaris",
        uiterlijk=opzet.op(44).isoformat(),
    )


def verbonden(opzet: Opzet, kijk: Kijk) -> Iterator[Zet]:
    """A verbonden partij, a change from outside, and a review that the griffier asks for."""
    partij = {
        "naam": "Warmtebedrijf Polder",
        "rechtsvorm": "besloten vennootschap",
        "vestigingsplaats": "Lelystad",
        "partijsoort": "vennootschap_of_cooperatie",
        "openbaar_belang": "warmte",
        "bestuurlijk_belang": "zetel",
        "financieel_belang": "aandelen",
        "jaar": 2024,
        "resultaat": 1_200_000,
        "risicos": ["gasprijs"],
    }
    yield manager("LegVerbondenPartijVast", partij="VP1", inhoud=partij)
    yield manager("WijsAccounthouderAan", partij="VP1", naar="s-account-1", overdracht="de lopende zaken")
    waarom = dict.fromkeys(
        ("nodig", "bijdrage_publieke_taak", "bijdrage_opgave", "alternatief_zelf"), "ja, want warmte"
    )
    yield accounthouder("BeantwoordWaarom", partij="VP1", **waarom)
    yield blad(
        "nota_verbonden_partijen", versie="2024", vastgesteld_door="PS", tot_stand_met=["PS", "GS", "controller"]
    )
    yield manager("MeldVerandering", verandering="X1", veranderingsoort="wet", omschrijving="een nieuwe warmtewet")
    for functie in (manager, portefeuillehouder, jurist):
        yield functie("BeantwoordImpact", verandering="X1", gevolg="bijsturen", toelichting="wij passen het kader aan")
    yield griffier("StartReview", review="RV1", aanleiding="PS vragen ernaar", vraag="hoe gaat de samenwerking?")
    yield manager("RondReviewAf", review="RV1", bevinding="goed", aanbeveling="vaker samen kijken")
    yield partner(DRONTEN)(
        "BrengIn", inbrengsoort="wijziging", onderwerp="een buurtfonds", tekst="laat de buurt meedelen"
    )
    yield manager("BehandelInbreng", inbreng=next(iter(kijk().inbreng)), oordeel="overgenomen", antwoord="goed plan")


def vorm(opzet: Opzet, kijk: Kijk) -> Iterator[Zet]:
    """Who steers, and how others can join, once a form was chosen; and the papers before GS."""
    yield blad("regieafspraken", traject="VT1", sturen="GS", beheersen="controller", toezicht="PS", verantwoorden="GS")
    yield blad("aanhaken", traject="VT1", mogelijkheden=["lid worden van de buurtvereniging"])
    yield blad("rol_over_tijd", voor="aanjager", tijdens="partner", na="toezichthouder")
    yield blad("randvoorwaarden", tekst="een eigen kantoor is niet nodig")
    yield blad("stuk_check", stap="B1", effectief="het werkt", inclusief="huurders doen mee", uitlegbaar="een pagina")
    vragen = dict.fromkeys(("waarom_doen_we_dit", "doen_we_het_goed", "hoe_gaat_de_samenwerking"), "goed")
    yield blad(
        "reflectie",
        fase="F3",
        **vragen,
        acties=["het buurtfonds uitwerken"],
        waarden=["gedreven"],
        balans={"inhoud": 4, "proces": 3, "relatie": 5},
        soft_controls={"competenties": 4, "kernwaarden": 4, "lerend_vermogen": 3, "bespreekbaarheid": 2},
    )


def later(opzet: Opzet, kijk: Kijk) -> Iterator[Zet]:
    """A table that goes, a partij that is no longer tied, and the interview that was asked for."""
    yield brigadelid(
        "LegBronverhaalVast",
        verhaal="BV2",
        inhoud={
            "titel": "de tweede bron",
            "verteller_functie": "bewoner",
            "context": "Zeewolde",
            "praktijk": "alleen graven",
            "waardering": "minder_goed",
            "waarden": ["vindingrijk"],
        },
    )
    yield manager("RondAfspraakAf", afspraak="IV1", resultaat="het gesprek is gevoerd")
    yield manager("SluitTafel", tafel="T3", reden="de regeling is gestopt")
    yield manager("BeeindigVerbondenheid", partij="VP1", reden="de aandelen zijn verkocht")
    yield manager("LaatPartnerUittreden", partner=NETBEHEER, reden="het net is klaar")


_AKTEN = (
    (1, ontvangen),
    (3, beelden),
    (4, scores),
    (6, kaders),
    (8, tafel),
    (9, verbonden),
    (19, vorm),
    (34, later),
)
