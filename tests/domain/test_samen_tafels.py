"""Tables over several lives, joint intakes, signals, changes from outside, verbonden partijen, papers."""

from datetime import date, timedelta

from samenhulp import let_op, leven, rij, rooster, zie
from verhaal import DRONTEN, EERSTE_DAG, NETBEHEER, ZEEWOLDE, blad, gegeven, griffier, in_f2, manager, opdrachtgever

from domain import kern
from domain.beeld.besluitdossier import besluitdossier
from domain.beeld.samen.intakes import intakes
from domain.beeld.samen.signalen import omgeving, signalen
from domain.beeld.samen.structuur import structuur
from domain.beeld.samen.stukcheck import stukcheck
from domain.beeld.samen.tafels import alle_tafels, overlappen, tafels
from domain.beeld.samen.verbonden import verbonden
from domain.stand import Begin, Stand
from domain.taal.intakes import Intake, Oordeel
from domain.taal.omgeving import Review, Verandering
from domain.taal.tafels import Behoefte, Tafel, Tafelstand
from domain.taal.verbonden import Verbinding, VerbondenPartij, WaaromBeantwoord


def tafel(id_: str, *deelnemers: str, **meer: object) -> Tafelstand:
    inhoud = Tafel(
        tafelsoort="omgevingstafel",
        naam=f"tafel {id_}",
        doel="samen kijken",
        trekker=DRONTEN,
        deelnemers=deelnemers,
        frequentie="elke maand",
        behoeften=(Behoefte(deelnemer=deelnemers[0], behoefte="snel weten"),),
    )
    return Tafelstand(id=id_, inhoud=inhoud, sinds=EERSTE_DAG).met(**meer)


def agenda(*tafels_: Tafelstand) -> Stand:
    begin = kern.begin(Begin(opgave="AGENDA-FLEVOLAND", reglement="r2026_4"))
    return begin.met(tafels={t.id: t for t in tafels_})


def test_tafels_van_opgaven_en_agenda_overlappen_op_naam() -> None:
    """S1-14: a partner's id here and its name there are the same member; closed tables don't count."""
    eigen = tafel("T1", DRONTEN, NETBEHEER, bijeen=(date(2025, 3, 10),))
    dicht = tafel("T2", DRONTEN, gesloten_op=date(2025, 4, 1))
    opgave = leven().stand.met(tafels={"T1": eigen, "T2": dicht})
    standen = (opgave, agenda(tafel("T9", "Gemeente Dronten", "waterschap")))
    (overlap,) = overlappen(standen)
    assert overlap.samen == ("gemeente Dronten",)
    vel = alle_tafels(standen)
    assert {r[1] for r in rooster(vel, "Register").rijen} == {"FL-2025-01", "AGENDA-FLEVOLAND"}
    assert rij(vel, "Register", "T1 tafel T1")[6] == "10-3-2025"
    assert rij(vel, "Register", "T9 tafel T9")[6] == "nog niet bijeen"
    assert ("tafel T1", "gemeente Dronten", "snel weten") in rooster(vel, "Wat deelnemers").rijen


def test_een_tafel_zonder_betekenis_valt_op() -> None:
    """S1-15, S1-17: what is not said yet stands there as such."""
    vel = tafels(leven().stand.met(tafels={"T1": tafel("T1", DRONTEN)}))
    assert rij(vel, "Verwachting", "tafel T1")[2:5] == ("nog niet gezegd",) * 3
    assert vel.let_op == ("Betekenis voor de Flevolander nog niet gezegd: tafel T1.",)


def test_minuten_van_tafels_tellen_mee() -> None:
    """S4-04: minutes of tables and of other meetings are one sum."""
    verhaal = leven(
        blad("overlegtijd", nr="1", overleg="kernteam", op="2025-03-03", minuten_inhoud=10, minuten_structuur=0)
    )
    stand = verhaal.stand.met(tafels={"T1": tafel("T1", DRONTEN, minuten_inhoud=0, minuten_structuur=30)})
    vel = structuur(stand)
    assert rij(vel, "Waar de tijd", "samen")[2:] == ("10", "30", "75%")
    assert "75 procent" in let_op(vel)


def test_een_bijeenkomst_telt_een_keer_ook_als_er_een_blad_van_is() -> None:
    """S4-04: a sheet about a meeting counts when the table did not tell its minutes of that day."""
    kwartier = {"minuten_inhoud": 10, "minuten_structuur": 5}
    verhaal = leven(
        manager(
            "OpenTafel",
            tafel="TF1",
            inhoud={
                **{"tafelsoort": "omgevingstafel", "naam": "Kernteam", "doel": "kijken", "trekker": "provincie"},
                **{"deelnemers": [DRONTEN], "frequentie": "elke maand"},
            },
        ),
        manager("MeldBijeenkomst", tafel="TF1", onderwerpen=[{"titel": "net", "over": "inhoud", "minuten": 40}]),
    )
    dag = verhaal.vandaag
    for nr, overleg, op in (("1", "kernteam ", dag), ("2", "Kernteam", dag - timedelta(days=7)), ("3", "stuur", dag)):
        verhaal = verhaal.gegeven(blad("overlegtijd", nr=nr, overleg=overleg, op=op.isoformat(), **kwartier))
    vel = zie(verhaal, structuur)
    assert rij(vel, "Waar de tijd", "samen")[2:] == ("60", "10", "14%")
    assert let_op(vel) == "Deze bladen tellen niet nog eens mee, de tafel gaf haar minuten zelf: 1."


def test_een_intake_toont_ieders_oordeel() -> None:
    """S1-20: each overheid apart, and when only the joint answer is missing."""
    oordeel = Oordeel(oordeel="ja_mits", voorwaarden=("stil",), toelichting="kan", op=EERSTE_DAG)
    intake = Intake(
        id="IN1",
        vraag="Mag hier een batterij?",
        initiatiefnemer="vereniging",
        overheden=(DRONTEN, ZEEWOLDE),
        gestart_op=EERSTE_DAG,
        oordelen={DRONTEN: oordeel},
    )
    stand = leven().stand
    vel = intakes(stand.met(intakes={"IN1": intake}))
    assert [r[1:4] for r in rooster(vel, "Per overheid").rijen] == [
        ("gemeente Dronten", "ja mits", "stil"),
        ("gemeente Zeewolde", "nog niet", "-"),
    ]
    assert vel.let_op == ()
    compleet = intake.met(oordelen={DRONTEN: oordeel, ZEEWOLDE: oordeel})
    assert "IN1" in let_op(intakes(stand.met(intakes={"IN1": compleet})))


def test_een_signaal_toont_wie_en_welke_termijn() -> None:
    """S3-04: nobody caught it; then who did; then the term that lapsed."""
    verhaal = leven(manager("MeldSignaal", partner=DRONTEN, ernst=3, omschrijving="geen antwoord"))
    vel = zie(verhaal, signalen)
    assert rij(vel, "Signalen", "S1")[5] == "niemand"
    assert "tot en met" in rij(vel, "Signalen", "S1")[7]
    assert vel.let_op == ("Door niemand opgevangen: S1.",)
    laat = verhaal.later(EERSTE_DAG + timedelta(weeks=3))
    assert "De termijn is voorbij, dus een trede hoger: S1." in zie(laat, signalen).let_op
    gevangen = verhaal.gegeven(opdrachtgever("VangSignaalOp", signaal="S1", opgevangen_door="opgavemanager"))
    assert rij(zie(gevangen, signalen), "Signalen", "S1")[5] == "opgavemanager"


def test_veranderingen_en_reviews_staan_naast_elkaar() -> None:
    """S3-05, S3-21: who answered what a change means; what a review found."""
    verandering = Verandering(
        id="VB1", veranderingsoort="wet", omschrijving="nieuwe wet", gemeld_op=EERSTE_DAG, antwoorden={"jurist": "geen"}
    )
    review = Review(id="R1", door="griffier", aanleiding="motie", vraag="werkt het?", gestart_op=EERSTE_DAG)
    vel = omgeving(leven().stand.met(veranderingen={"VB1": verandering}, reviews={"R1": review}))
    assert rij(vel, "Veranderingen", "VB1")[4:] == ("-", "-", "geen")
    assert rij(vel, "Reviews", "R1")[1:4] == ("griffier", "motie", "werkt het?")


def test_een_verbonden_partij_zonder_accounthouder_of_waarom_valt_op() -> None:
    """S3-01, S3-06, S3-27; a party that ended is not asked any more. S3-14: a nota made by one."""
    inhoud = VerbondenPartij(
        **dict.fromkeys(("naam", "rechtsvorm", "vestigingsplaats"), "Energie BV"),
        partijsoort="vennootschap_of_cooperatie",
        **dict.fromkeys(("openbaar_belang", "bestuurlijk_belang", "financieel_belang"), "ja"),
        resultaat=-150000,
        jaar=2025,
    )
    waarom = WaaromBeantwoord(
        partij="VP2", **dict.fromkeys(("nodig", "bijdrage_publieke_taak", "bijdrage_opgave", "alternatief_zelf"), "ja")
    )
    een = Verbinding(id="VP1", inhoud=inhoud, sinds=EERSTE_DAG)
    twee = een.met(
        id="VP2", inhoud=inhoud.met(naam="Afval NV"), accounthouder="s-1", waarom=waarom, waarom_op=EERSTE_DAG
    )
    weg = een.met(id="VP3", inhoud=inhoud.met(naam="Oud BV"), beeindigd_op=EERSTE_DAG)
    verhaal = leven(blad("nota_verbonden_partijen", versie="1", vastgesteld_door="PS"))
    vel = verbonden(verhaal.stand.met(verbonden={v.id: v for v in (een, twee, weg)}))
    assert rij(vel, "Belangen", "Energie BV")[5] == "min € 1.500,00"
    assert [r[0] for r in rooster(vel, "Waarom").rijen] == ["Afval NV", "Energie BV"]
    assert vel.let_op[:2] == (
        "Nog geen accounthouder: Energie BV.",
        "Nog niet beantwoord waarom we samenwerken: Energie BV.",
    )
    assert "S3-14" in vel.let_op[2]


CHECK = blad("stuk_check", stap="B1", effectief="helpt", inclusief="iedereen mee", uitlegbaar="in een zin")
KADER = manager("OpenBesluit", code="kader", orgaan="PS", onderwerp="kaders")


def test_het_dossier_toont_de_check_op_het_stuk() -> None:
    """S1-06: three lines in the record of a PS decision, filled in or not; still eighteen elements, nothing missing."""
    leeg = in_f2().gegeven(KADER)
    vol = leeg.gegeven(CHECK)

    def voorbereiding(verhaal: object) -> tuple[dict[str, str], tuple[str, ...], int]:
        v = verhaal
        d = besluitdossier(v.stand, v.alles, v.stand.stappen["B1"])  # type: ignore[attr-defined]
        element = d.elementen[4]
        return {w.naam: w.waarde for w in element.waarden}, element.ontbreekt, len(d.elementen)

    waarden, ontbreekt, aantal = voorbereiding(leeg)
    assert (waarden["effectief"], aantal) == ("niet ingevuld", 18)
    assert "effectief" not in ontbreekt
    assert voorbereiding(vol)[0]["uitlegbaar"] == "in een zin"


def test_onder_een_eerder_reglement_wordt_de_check_niet_gevraagd() -> None:
    """What the older editions did not ask is not shown as missing."""
    stand = gegeven().stand
    verhaal = in_f2().gegeven(KADER)
    assert len(stukcheck(verhaal.stand, "B1")) == 3
    assert stukcheck(verhaal.stand.met(reglement="r2026_3"), "B1") == ()
    assert stand.reglement == "r2026_4"


def test_de_check_van_een_geheim_stuk_blijft_geheim() -> None:
    """In the record stands where the text is, not the text."""
    verhaal = (
        in_f2()
        .gegeven(KADER, CHECK)
        .gegeven(
            griffier(
                "LegGeheimhoudingOp",
                stap="B1",
                orgaan="PS",
                grond="Woo 5.1 lid 2 b",
                neutrale_titel="grondzaak",
                referentie="DOC-7",
            )
        )
    )
    dossier = besluitdossier(verhaal.stand, verhaal.alles, verhaal.stand.stappen["B1"])
    waarden = {w.naam: w.waarde for w in dossier.elementen[4].waarden}
    assert waarden["inclusief"] == "onder geheimhouding (stuk DOC-7)"
    assert "iedereen mee" not in dossier.model_dump_json()


def test_een_tafel_die_stilviel_valt_op() -> None:
    """S1-14: after the term of half a year without a meeting, not before."""
    inhoud = tafel("T1", DRONTEN).inhoud.model_dump(mode="json")
    verhaal = leven(manager("OpenTafel", tafel="T1", inhoud={**inhoud, "betekenis": "sneller antwoord"}))
    assert zie(verhaal.later(EERSTE_DAG + timedelta(weeks=25)), tafels).let_op == ()
    stil = zie(verhaal.later(EERSTE_DAG + timedelta(weeks=27)), tafels)
    assert "Te lang niet bijeen geweest: tafel T1." in stil.let_op
    weer = verhaal.later(EERSTE_DAG + timedelta(weeks=27)).gegeven(manager("MeldBijeenkomst", tafel="T1"))
    assert zie(weer, tafels).let_op == ()


def test_een_verbonden_partij_zegt_wanneer_zij_opnieuw_wordt_gevraagd() -> None:
    """S3-06: the day on which the yearly question is asked again."""
    inhoud = {
        **dict.fromkeys(("naam", "rechtsvorm", "vestigingsplaats"), "Energie BV"),
        **dict.fromkeys(("openbaar_belang", "bestuurlijk_belang", "financieel_belang"), "ja"),
        "partijsoort": "vennootschap_of_cooperatie",
    }
    antwoord = dict.fromkeys(("nodig", "bijdrage_publieke_taak", "bijdrage_opgave", "alternatief_zelf"), "ja")
    verhaal = leven(
        manager("LegVerbondenPartijVast", partij="VP1", inhoud=inhoud),
        manager("BeantwoordWaarom", partij="VP1", **antwoord),
    )
    beantwoord, opnieuw = (rij(zie(verhaal, verbonden), "Waarom", "Energie BV")[i] for i in (1, 6))
    assert (beantwoord, opnieuw) == ("3-3-2025", "tot en met 2-3-2026")
    jaar_later = zie(verhaal.later(EERSTE_DAG + timedelta(weeks=54)), verbonden)
    assert "Opnieuw te beantwoorden waarom we samenwerken: Energie BV." in jaar_later.let_op
