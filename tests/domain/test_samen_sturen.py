"""What is seen of roles, frames, values, relations, the touchstone and reflections, with the advice that follows."""

from datetime import date, timedelta

from samenhulp import let_op, leven, rij, rooster, zie
from verhaal import (
    DRONTEN,
    EERSTE_DAG,
    KERNWAARDEN,
    Zet,
    blad,
    evaluator,
    flevo,
    gekozen,
    in_f5,
    manager,
    reflectie,
    rolkeuze,
)

from domain.beeld.samen.evaluatie import evaluatie
from domain.beeld.samen.gesprekken import gesprekken
from domain.beeld.samen.kaders import kaders
from domain.beeld.samen.leren import kenmerken, leeracties, leervragen, reflecties, verhalen
from domain.beeld.samen.participatie import participatie
from domain.beeld.samen.relaties import relaties
from domain.beeld.samen.rollen import rollen
from domain.beeld.samen.structuur import regie, structuur
from domain.beeld.samen.toets import toets
from domain.beeld.samen.waarden import waarden
from domain.taal.leren import Bronverhaal, Gesprek, Leeractie, Verhaal


def _zonder_naam(zet: Zet) -> dict[str, object]:
    return {k: v for k, v in zet.inhoud["inhoud"].items() if k != "blad"}


def _rolkeuze(fase: str = "F1", **meer: object) -> Zet:
    return blad("rolkeuze", **{**_zonder_naam(rolkeuze(fase)), **meer})


def test_botsende_rollen_geven_advies() -> None:
    """S3-12: bevoegd gezag with bemiddeling or financiering; without them nothing is said."""
    botst = leven(_rolkeuze(functionele_rol=["bevoegd_gezag", "financiering"]))
    assert "F1: bevoegd gezag samen met financiering kan botsen. Verdeel dit over mensen." in zie(botst, rollen).let_op
    assert "botsen" not in let_op(zie(leven(_rolkeuze(functionele_rol=["beheer", "financiering"])), rollen))


def test_rollen_tellen_wisselingen_en_noemen_wat_mist() -> None:
    """S3-13: how often a role was chosen comes from the facts; a phase without one is named."""
    vel = zie(leven(_rolkeuze(), _rolkeuze(trede="loslaten")), rollen)
    keuze = rij(vel, "Rolkeuze", "F1")
    assert (keuze[2], keuze[6]) == ("loslaten", "2 keer")
    assert "Nog geen rolkeuze voor F1." in zie(leven(), rollen).let_op


def test_een_dubbele_rol_vraagt_rolscheiding() -> None:
    """S2-06."""
    vel = zie(leven(blad("dubbele_rol", ja=True)), rollen)
    assert "De provincie heeft hier een dubbele rol. Leg vast wie welke rol doet." in vel.let_op


def test_subsidie_vraagt_marktsturing() -> None:
    """S3-17: advice for the form SUBSIDIE, until the market is the heaviest style."""
    verhaal = gekozen("SUBSIDIE")
    assert "marktsturing" in let_op(zie(verhaal, rollen))
    markt = _rolkeuze("F3", stijl={"hierarchie": 10, "netwerk": 20, "markt": 70})
    assert "marktsturing" not in let_op(zie(verhaal.gegeven(markt), rollen))


def test_de_zwakste_relatie_is_gemerkt() -> None:
    """S1-32: three rows always; the lowest score is marked."""
    verhaal = leven(
        blad("relatie", niveau=1, score=2, toelichting="goed"), blad("relatie", niveau=3, score=1, toelichting="matig")
    )
    vel = zie(verhaal, relaties)
    assert [r[5] for r in rooster(vel, "De drie relaties").rijen] == ["", "", "zwakste"]
    assert "De zwakste relatie is: PS, GS en organisatie." in vel.let_op
    assert "Nog niet gescoord: provincie en medeoverheden." in vel.let_op


def test_wie_niet_is_gehoord() -> None:
    """S0-13: of the four groups, those without a conversation."""
    verhaal = leven()
    gesprek = Gesprek(doelgroep="bestuur", gelegenheid="werkbezoek", opbrengst="steun", op=EERSTE_DAG)
    vel = gesprekken(verhaal.stand.met(gesprekken=(gesprek,)))
    assert rij(vel, "Wie is gehoord", "bestuur")[1:] == ("1", "3-3-2025")
    assert vel.let_op == ("Nog niet gehoord: statenleden, medewerkers, partners.",)


def test_kaders_tonen_loslaten_met_hun_logboek() -> None:
    """S0-07, S2-09, S2-17: points with their date and condition; each change of what was let go."""
    verhaal = leven(
        blad("kaderpunt", nr="1", tekst="ruimte", concreetheid="norm", loslaten="voorwaarde", voorwaarde="PS stemt in"),
        blad("kaderpunt", nr="2", tekst="geluid", concreetheid="nader_uit_te_werken", uiterlijk="2025-09-01"),
        blad("vooraf_en_losgelaten", vooraf_bedacht=["budget"], losgelaten=["vorm"]),
        blad("vooraf_en_losgelaten", vooraf_bedacht=["budget"], losgelaten=["tempo"]),
        blad("instrumentmix", regels=100, samenwerking=0, geld=0),
        blad("uitnodiging", nr="1", waar="Oostrand", wat_welkom="batterijen", voorwaarden=["stil"]),
        blad("wettelijke_kerntaken", taken=["vergunningen"]),
    )
    vel = zie(verhaal, kaders)
    assert rij(vel, "Per punt", "1")[5] == "ja, mits PS stemt in"
    assert [r[2] for r in rooster(vel, "Wat er veranderde").rijen] == ["erbij: vorm", "erbij: tempo; eraf: vorm"]
    assert "Nog uit te werken: geluid (uiterlijk 1-9-2025)." in vel.let_op
    assert "alleen regels" in let_op(vel)
    assert rij(vel, "Uitnodigingskaart", "1")[1:] == ("Oostrand", "batterijen", "stil")
    assert rij(vel, "Wat blijft", "Wettelijke kerntaken: blijven bij de overheid")[1] == "vergunningen"


def test_een_waarde_onder_de_ondergrens_valt_op() -> None:
    """S0-10, S0-11, S0-27: the values with their floor; dilemmas and promises beside them."""
    verhaal = leven(
        blad("beschermde_waarde", nr="1", waarde="natuur", ondergrens="10.50", eenheid="hectare", gemeten="9"),
        blad("beschermde_waarde", nr="2", waarde="stilte", ondergrens="3", eenheid="uur"),
        blad("dilemma", nr="1", omschrijving="snel of samen", type="loslaten", hoe_gehanteerd="besproken"),
        blad("resultaatafspraak", nr="1", tekst="minder piek", type="vooraf_bepaald"),
        blad("procesafspraken", afspraken=["elk kwartaal samen kijken"]),
    )
    vel = zie(verhaal, waarden)
    assert rij(vel, "Beschermde", "1")[2:] == ("10,5 hectare", "9 hectare", "ONDER de ondergrens")
    assert rij(vel, "Beschermde", "2")[4] == "nog niet gemeten"
    assert vel.let_op == ("Onder de ondergrens: natuur.",)
    assert rij(vel, "Resultaatafspraken", "1")[2] == "vooraf bepaald"
    assert rooster(vel, "Procesafspraken").rijen == (("elk kwartaal samen kijken",),)


def test_participatie_toont_keuze_en_bereik() -> None:
    """S1-12, S1-21, S1-22: how many, directly and through whom."""
    verhaal = leven(
        blad(
            "participatie",
            **dict.fromkeys(("keuze", "doel", "vorm", "wanneer", "verantwoording"), "samen"),
            bereik_via_partners=120,
            methode="presentielijsten",
        )
    )
    vel = zie(verhaal, participatie)
    assert rij(vel, "Bereik", "via partners")[1] == "120"
    assert vel.let_op == ("Er is bereik via anderen geteld, maar niet gezegd via wie.",)


def test_te_veel_tijd_aan_structuur_geeft_advies() -> None:
    """S4-04: half is allowed, more than half is not."""

    def vel(inhoud: int, structuur_: int) -> str:
        tijd = {"op": "2025-03-03", "minuten_inhoud": inhoud, "minuten_structuur": structuur_}
        return let_op(zie(leven(blad("overlegtijd", nr="1", overleg="kernteam", **tijd)), structuur))

    assert vel(30, 30) == ""
    assert "67 procent van de tijd ging over structuur" in vel(20, 40)


def test_een_vorm_zonder_regieafspraken_valt_op() -> None:
    """S3-02, S3-18."""
    verhaal = gekozen("CONVENANT")
    assert zie(verhaal, regie).let_op == ("Nog geen regieafspraken bij: VT1.",)
    vier = dict.fromkeys(("sturen", "beheersen", "toezicht", "verantwoorden"), "GS")
    vel = zie(verhaal.gegeven(blad("regieafspraken", traject="VT1", **vier)), regie)
    assert rij(vel, "Regieafspraken", "VT1")[1:] == ("CONVENANT", "GS", "GS", "GS", "GS")
    assert vel.let_op == ()


def test_de_toets_vergelijkt_momenten_en_geeft_een_radar() -> None:
    """S1-31: six rows, the difference from F1 to F5, explanation and proof; a line per moment in the picture."""
    woord = [{"principe": 4, "toelichting": "we durfden", "bewijs": "pilotverslag"}]
    later = blad("toets_flevo", moment="F5", scores=(3, 3, 3, 3, 1, 2), per_principe=woord)
    vel = zie(in_f5().gegeven(later), toets)
    assert rij(vel, "Scores", "4 Durf te vernieuwen")[1:] == ("1", "1", "3", "+2")
    assert rooster(vel, "Toelichting").rijen == (("F5", "4 Durf te vernieuwen", "we durfden", "pilotverslag"),)
    assert vel.radar is not None
    assert [(r.naam, r.waarden[4]) for r in vel.radar.reeksen] == [("F1", 0), ("F3", 0), ("F5", 1)]
    assert "De kernwaarden van goed bestuur zijn in F5 nog niet opnieuw bekeken." in vel.let_op


def test_kernwaarden_opnieuw_bekeken_in_f5() -> None:
    """S3-09: filled in after F5 began counts as looked at again."""
    nieuw = blad("kernwaarden", **{**_zonder_naam(KERNWAARDEN), "transparantie": "openbaar dashboard"})
    vel = zie(in_f5().gegeven(nieuw), toets)
    assert "kernwaarden" not in let_op(vel)
    assert rij(vel, "Kernwaarden", "Transparantie")[1] == "openbaar dashboard"


def test_zonder_toets_is_er_geen_beeld() -> None:
    """Nothing to draw before the first toets; F1 is named as missing."""
    vel = zie(leven(), toets)
    assert (vel.radar, vel.let_op) == (None, ("Nog niet getoetst: F1.",))
    assert zie(leven(flevo("F1")), toets).let_op == ("Score 0 bij principe 5 in F1.",)


def test_leervragen_staan_er_ook_zonder_antwoord() -> None:
    """S1-24 to S1-26."""
    vel = zie(leven(blad("leervraag", vraag="L2", antwoord="met kleine potjes")), leervragen)
    assert [r[2] for r in rooster(vel, "Leervragen").rijen] == [
        "nog niet beantwoord",
        "met kleine potjes",
        "nog niet beantwoord",
    ]


def test_reflecties_blijven_alle_te_zien() -> None:
    """S3-15, S3-19, S3-20: two in one phase are two rows; the trend goes down; a skipped moment stays visible."""
    eerste = {**_zonder_naam(reflectie("F1")), "balans": {"inhoud": 4, "proces": 3, "relatie": 4}, "acties": ["bellen"]}
    tweede = {**_zonder_naam(reflectie("F1")), "balans": {"inhoud": 4, "proces": 3, "relatie": 2}}
    verhaal = leven(blad("reflectie", **eerste)).later(EERSTE_DAG + timedelta(weeks=14))
    vel = zie(verhaal.gegeven(blad("reflectie", **tweede)), reflecties)
    assert [r[4] for r in rooster(vel, "Balans").rijen] == ["4 van 5", "2 van 5"]
    assert "Lager dan bij de eerste reflectie: relatie." in vel.let_op
    assert "Reflectie zonder actie in F1." in vel.let_op
    assert "1 keer is een reflectiemoment overgeslagen." in vel.let_op


def test_kenmerken_tellen_verhalen_en_reflecties() -> None:
    """S1-27, S1-28: tags on bronverhalen and reflections; S1-11: successes apart."""
    inhoud = Bronverhaal(
        titel="De hub",
        verteller_functie="projectleider",
        context="vol net",
        praktijk="delen",
        wat_werkte="vaste tafel",
        waardering="goed",
        principes=(4,),
        rollen=("regisseur",),
        waarden=("gedreven",),
        succes=True,
    )
    verhaal = leven(blad("reflectie", **{**_zonder_naam(reflectie("F1")), "waarden": ["gedreven"]}))
    stand = verhaal.stand.met(verhalen={"V1": Verhaal(id="V1", inhoud=inhoud, op=EERSTE_DAG)})
    vel = kenmerken(stand, verhaal.alles)
    assert rij(vel, "Kernwaarden", "gedreven")[1:] == ("1", "1")
    assert rij(vel, "Flevo-principes", "4 Durf te vernieuwen")[1] == "1"
    assert rij(vel, "Rollen", "zorgdrager")[1] == "0"
    assert rooster(verhalen(stand), "Successen").rijen == (("V1", "De hub", "vaste tafel"),)


def test_een_leeractie_zegt_of_zij_is_gedaan() -> None:
    """S3-30: whether it is done stands with the promise of the same id."""
    verhaal = leven(
        manager("MaakAfspraak", afspraak="LA1", tekst="leren", wie="opgavemanager", uiterlijk="2025-06-02", bron="les")
    )
    actie = Leeractie(id="LA1", leersoort="governancestijl", tekst="oefenen", voor="managers", eigenaar=DRONTEN)

    def stand(v: object) -> str:
        return rooster(leeracties(v.stand.met(leeracties={"LA1": actie})), "Leeracties").rijen[0][6]  # type: ignore[attr-defined]

    assert stand(verhaal) == "uiterlijk 2-6-2025"
    assert stand(verhaal.gegeven(manager("RondAfspraakAf", afspraak="LA1", resultaat="gedaan"))) == "klaar op 3-3-2025"


def test_de_dag_van_vandaag_doet_niet_mee() -> None:
    """A page depends on the state and its facts only."""
    verhaal = leven(flevo("F1"))
    later = verhaal.later(date(2025, 3, 4))
    assert zie(verhaal, toets) == zie(later, toets)


def test_een_evaluatie_leest_met_elk_onderdeel_en_de_vragen_over_samen_besturen() -> None:
    """S1-08, S3-25: what was written stands under its heading; what was left empty is named, and so are the questions."""
    verhaal = in_f5().gegeven(manager("StartEvaluatie", pilots=["P1"], evaluator="een bureau van buiten"))
    kaal = {"maatschappelijke_meerwaarde": "de buurt kent elkaar"}
    eerst = verhaal.gegeven(evaluator("LegEvaluatieVast", evaluatie="E1", advies="opschalen", bevindingen=kaal))
    vel = zie(eerst, evaluatie)
    rijen = dict(vel.roosters[0].rijen)
    assert (rijen["maatschappelijke meerwaarde"], rijen["neveneffecten"]) == ("de buurt kent elkaar", "niet ingevuld")
    assert vel.let_op == ("Bij E1 zijn de vragen over samen besturen niet beantwoord.",)
    samen = kaal | {"samen_besturen": {"als_een_overheid": "ja, een loket"}}
    beter = eerst.gegeven(evaluator("LegEvaluatieVast", evaluatie="E1", advies="stoppen", bevindingen=samen))
    rijen = dict(zie(beter, evaluatie).roosters[0].rijen)
    assert rijen["samen besturen: werkten we als een overheid?"] == "ja, een loket"
    assert (rijen["advies"], zie(beter, evaluatie).let_op) == ("stoppen", ())
    assert zie(leven(), evaluatie).roosters[0].leeg == "Er is nog geen evaluatie."
