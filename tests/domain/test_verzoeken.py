"""Requests: asked, answered, withdrawn, or gone on without. Silence decides nothing."""

from datetime import date, timedelta
from typing import Any

import pytest
import verhaal as v
from pydantic import ValidationError
from verhaal import controller, gegeven, griffier, manager, opdrachtgever, partner, portefeuillehouder

from domain import kern
from domain.gevolg import Bericht
from domain.gevolgen import gevolgen
from domain.stand import Begin

VRAAG = opdrachtgever(
    "VraagPartner", aan=[v.DRONTEN, v.ZEEWOLDE], vraag="wat vindt u?", bij_stilte="doorgaan_na_besluit"
)


def test_elke_gevraagde_partner_krijgt_een_eigen_verzoek_met_termijn_en_bericht() -> None:
    verhaal = gegeven(*v.BEGONNEN).als(VRAAG)
    verhaal.dan("VerzoekGedaan", "TermijnGestart", "VerzoekGedaan", "TermijnGestart")
    for feit in verhaal.laatste[::2]:
        (bericht,) = gevolgen(feit)
        assert (bericht.vraag, bericht.uiterlijk) == ("wat vindt u?", feit.inhoud.uiterlijk)  # type: ignore[union-attr]


def test_een_antwoord_haalt_de_termijn_en_stopt_de_ladder() -> None:
    verhaal = gegeven(*v.BEGONNEN, VRAAG).als(partner(v.DRONTEN)("BeantwoordVerzoek", verzoek="V1", antwoord="goed"))
    verhaal.dan("VerzoekBeantwoord", "TermijnGehaald")
    assert verhaal.het("TermijnGehaald").op_tijd
    later = verhaal.later(days=90)
    assert not [f for f in later.feiten("HerinneringVerstuurd") if f.termijn == "V1/T17"]
    later.als(partner(v.DRONTEN)("BeantwoordVerzoek", verzoek="V1", antwoord="toch niet")).geweigerd("verzoek")


def test_een_partner_antwoordt_niet_voor_een_ander() -> None:
    gegeven(*v.BEGONNEN, VRAAG).als(partner(v.ZEEWOLDE)("BeantwoordVerzoek", verzoek="V1", antwoord="goed")).geweigerd(
        "bevoegdheid", v.DRONTEN
    )


def test_zwijgen_is_nooit_toestemming() -> None:
    """The term lapses, reminders go on to higher functions, and the request stays open until a person decides."""
    stil = gegeven(*v.BEGONNEN, VRAAG).later(days=120)
    assert stil.stand.verzoeken["V1"].status == "open"
    assert stil.stand.termijnen["V1/T17"].status == "verstreken"
    assert not [f for f in stil.alles if f.inhoud.soort == "DoorgegaanZonderReactie"]
    door = stil.als(manager("GaDoorZonderReactie", verzoek="V1", reden="drie keer gevraagd"))
    door.dan_ook("DoorgegaanZonderReactie", "TermijnVervallen")
    assert not [t for t in door.stand.termijnen.values() if t.loopt and t.betreft == "V1"]
    assert door.stand.verzoeken["V1"].status == "zonder_reactie"
    laat = door.als(partner(v.DRONTEN)("BeantwoordVerzoek", verzoek="V1", antwoord="alsnog"))
    laat.dan("VerzoekBeantwoord")


def test_doorgaan_zonder_reactie_kan_niet_voor_de_termijn_om_is_of_als_wachten_is_afgesproken() -> None:
    verhaal = gegeven(*v.BEGONNEN, VRAAG, manager("VraagPartner", aan=[v.NETBEHEER], vraag="x"))
    verhaal.als(manager("GaDoorZonderReactie", verzoek="V1", reden="haast")).geweigerd("termijn", "loopt nog")
    verhaal.later(days=120).als(manager("GaDoorZonderReactie", verzoek="V3", reden="x")).geweigerd("bij_stilte")


def test_een_ingetrokken_verzoek_wacht_op_niemand() -> None:
    verhaal = gegeven(*v.BEGONNEN, VRAAG).als(manager("TrekVerzoekIn", verzoek="V1", reden="niet meer nodig"))
    verhaal.dan("VerzoekIngetrokken", "TermijnVervallen")
    verhaal.als(manager("TrekVerzoekIn", verzoek="V1", reden="nogmaals")).geweigerd("verzoek", "ingetrokken")


@pytest.mark.parametrize("termijn", ["0d", "00wd", "d", "20 wd", "٣d", "10000d", "-3d", "8u"])
def test_een_onleesbare_termijn_wordt_bij_de_poort_geweigerd(termijn: str) -> None:
    with pytest.raises(ValidationError, match="termijn"):
        gegeven(*v.BEGONNEN, manager("VraagPartner", aan=[v.DRONTEN], vraag="x", termijn=termijn))


@pytest.mark.parametrize("termijn", ["9999j", "9999d", "9999wd", "9999m", "7900j"])
def test_een_termijn_van_eeuwen_wordt_geweigerd_of_verwerkt_maar_breekt_niets(termijn: str) -> None:
    verhaal = gegeven(*v.BEGONNEN).als(manager("VraagPartner", aan=[v.DRONTEN], vraag="x", termijn=termijn))
    if verhaal.neen is None:
        assert verhaal.later(days=400).stand.verzoeken["V1"].status == "open"
    else:
        verhaal.geweigerd("termijn", "te ver weg")


BRIEF = {"titel": "brief van de gemeente", "referentie": "D-2025-17", "sha256": "a" * 64}


def antwoord(**velden: Any) -> dict[str, Any]:
    return {"verzoek": "V1", "antwoord": "goed", **velden}


def post(verhaal: v.Verhaal, soort: str) -> tuple[Bericht, ...]:
    """The messages of the last fact of this kind."""
    feit = next(f for f in reversed(verhaal.alles) if f.inhoud.soort == soort)
    return tuple(g for g in gevolgen(feit) if isinstance(g, Bericht))


@pytest.mark.parametrize("kanaal", ["brief", "e-mail"])
def test_een_antwoord_op_schrift_wordt_alleen_vastgelegd_met_het_stuk_en_zijn_sha256(kanaal: str) -> None:
    verhaal = gegeven(*v.BEGONNEN, VRAAG)
    zonder = {"titel": "brief", "referentie": "D-1"}
    verhaal.als(griffier("LegAntwoordVast", **antwoord(kanaal=kanaal))).geweigerd("bron", "sha256")
    verhaal.als(griffier("LegAntwoordVast", **antwoord(kanaal=kanaal, bron=zonder))).geweigerd("bron", kanaal)
    verhaal.als(griffier("LegAntwoordVast", **antwoord(kanaal=kanaal, bron=BRIEF))).dan(
        "VerzoekBeantwoord", "TermijnGehaald"
    )


def test_een_vastgelegd_antwoord_telt_op_de_dag_dat_het_binnenkwam() -> None:
    verhaal = gegeven(*v.BEGONNEN, VRAAG)
    laatste = verhaal.stand.verzoeken["V1"].uiterlijk
    laat = verhaal.later(dag=laatste).later(days=3)
    op_tijd = laat.als(manager("LegAntwoordVast", op=laatste, **antwoord(kanaal="telefoon")))
    assert op_tijd.het("TermijnGehaald").op_tijd
    assert op_tijd.laatste[0].laat_vastgelegd
    verzoek = op_tijd.stand.verzoeken["V1"]
    assert (verzoek.status, verzoek.kanaal, verzoek.beantwoord_op) == ("beantwoord", "telefoon", laatste)
    te_laat = laat.als(manager("LegAntwoordVast", **antwoord(kanaal="telefoon")))
    assert not te_laat.het("TermijnGehaald").op_tijd


def test_een_tweede_antwoord_wordt_ook_per_brief_geweigerd() -> None:
    verhaal = gegeven(*v.BEGONNEN, VRAAG, partner(v.DRONTEN)("BeantwoordVerzoek", **antwoord()))
    verhaal.als(griffier("LegAntwoordVast", **antwoord(kanaal="brief", bron=BRIEF))).geweigerd("verzoek", "beantwoord")


def test_de_partner_hoort_wat_voor_hem_is_vastgelegd_en_hoe_dat_te_verbeteren_is() -> None:
    verhaal = gegeven(*v.BEGONNEN, VRAAG, griffier("LegAntwoordVast", **antwoord(kanaal="brief", bron=BRIEF)))
    trekker, zelf = post(verhaal, "VerzoekBeantwoord")
    assert trekker.aan == ("trekker",)
    assert (zelf.aan, zelf.betreft) == ((v.DRONTEN,), "V1")
    tekst = " ".join(zelf.alineas)
    for deel in ("goed", "per brief", "maandag 3 maart 2025", "D-2025-17", "verbeteren"):
        assert deel in tekst
    eigen = gegeven(*v.BEGONNEN, VRAAG, partner(v.DRONTEN)("BeantwoordVerzoek", **antwoord()))
    assert [b.aan for b in post(eigen, "VerzoekBeantwoord")] == [("trekker",)]


def test_een_antwoord_is_te_verbeteren_tot_het_einde_van_de_laatste_dag() -> None:
    """The first answer stays in the chain; the last counts, and the number of corrections is kept."""
    gegeven_ = gegeven(*v.BEGONNEN, VRAAG, partner(v.DRONTEN)("BeantwoordVerzoek", **antwoord(oordeel="akkoord")))
    laatste = gegeven_.stand.verzoeken["V1"].uiterlijk
    beter = partner(v.DRONTEN)("VerbeterAntwoord", **antwoord(oordeel="niet_akkoord", antwoord="toch niet"))
    op_de_laatste = gegeven_.later(dag=laatste).als(beter).dan("AntwoordVerbeterd")
    verzoek = op_de_laatste.stand.verzoeken["V1"]
    assert (verzoek.oordeel, verzoek.antwoord, verzoek.verbeterd) == ("niet_akkoord", "toch niet", 1)
    assert verzoek.beantwoord_op == v.EERSTE_DAG
    assert op_de_laatste.het("VerzoekBeantwoord").antwoord == "goed"
    gegeven_.later(dag=laatste).later(days=1).als(beter).geweigerd("termijn", "tot en met")
    gegeven_.later(dag=laatste).later(days=1).als(v.Zet(beter.door, beter.inhoud, laatste)).geweigerd("termijn")


def test_verbeteren_kan_niet_zonder_antwoord_niet_door_een_ander_en_niet_met_hetzelfde() -> None:
    verhaal = gegeven(*v.BEGONNEN, VRAAG)
    beter = {"verzoek": "V1", "antwoord": "anders"}
    verhaal.als(partner(v.DRONTEN)("VerbeterAntwoord", **beter)).geweigerd("verzoek", "geen antwoord")
    verhaal = verhaal.gegeven(partner(v.DRONTEN)("BeantwoordVerzoek", **antwoord()))
    verhaal.als(partner(v.ZEEWOLDE)("VerbeterAntwoord", **beter)).geweigerd("bevoegdheid")
    verhaal.als(partner(v.DRONTEN)("VerbeterAntwoord", **antwoord())).geweigerd("antwoord", "hetzelfde")
    weg = verhaal.gegeven(manager("TrekVerzoekIn", verzoek="V2", reden="niet meer nodig"))
    weg.als(partner(v.ZEEWOLDE)("VerbeterAntwoord", verzoek="V2", antwoord="x")).geweigerd("verzoek")


def test_een_verbetering_door_een_ander_hoort_de_partner_ook() -> None:
    verhaal = gegeven(*v.BEGONNEN, VRAAG, partner(v.DRONTEN)("BeantwoordVerzoek", **antwoord()))
    zelf = verhaal.gegeven(partner(v.DRONTEN)("VerbeterAntwoord", **antwoord(antwoord="beter")))
    assert [b.aan for b in post(zelf, "AntwoordVerbeterd")] == [("trekker",)]
    ander = verhaal.gegeven(griffier("VerbeterAntwoord", **antwoord(antwoord="beter")))
    assert [b.aan for b in post(ander, "AntwoordVerbeterd")] == [("trekker",), (v.DRONTEN,)]
    assert "griffier" in " ".join(post(ander, "AntwoordVerbeterd")[1].alineas)


@pytest.mark.parametrize(
    ("wie", "stilte", "mag"),
    [
        (manager, "wachten", True),
        (controller, "wachten", True),
        (manager, "escaleren", True),
        (controller, "escaleren", False),
        (manager, "doorgaan_na_besluit", False),
        (opdrachtgever, "doorgaan_na_besluit", True),
    ],
)
def test_alleen_wie_daarover_gaat_geeft_zwijgen_een_betekenis(wie: v.Spreker, stilte: str, mag: bool) -> None:
    gevraagd = gegeven(*v.BEGONNEN).als(wie("VraagPartner", aan=[v.DRONTEN], vraag="x", bij_stilte=stilte))
    assert (gevraagd.neen is None) is mag
    assert mag or gevraagd.neen.regel == "bij_stilte"


def test_wat_zwijgen_betekent_is_later_te_bepalen_en_de_partner_hoort_het() -> None:
    verhaal = gegeven(*v.BEGONNEN, manager("VraagPartner", aan=[v.DRONTEN], vraag="x"))
    bepaal = {"verzoek": "V1", "bij_stilte": "doorgaan_na_besluit", "reden": "haast"}
    verhaal.als(manager("BepaalStilte", **bepaal)).geweigerd("bij_stilte")
    verhaal.als(manager("BepaalStilte", **{**bepaal, "bij_stilte": "wachten"})).geweigerd("bij_stilte", "al")
    bepaald = verhaal.als(portefeuillehouder("BepaalStilte", **bepaal)).dan("StilteBepaald")
    (bericht,) = post(bepaald, "StilteBepaald")
    assert v.DRONTEN in bericht.aan
    assert "Zwijgen is geen akkoord." in " ".join(bericht.alineas)
    later = bepaald.later(days=120)
    later.als(manager("GaDoorZonderReactie", verzoek="V1", reden="genoeg gewacht")).dan_ook("DoorgegaanZonderReactie")


def test_onder_een_ouder_reglement_bepaalt_de_manager_nog_zelf_wat_zwijgen_betekent() -> None:
    oud = v.Verhaal(stand=kern.begin(Begin(opgave="FL-2024-09", reglement="r2026_2")))
    zet = manager("VraagPartner", aan=[v.DRONTEN], vraag="x", bij_stilte="doorgaan_na_besluit")
    oud.gegeven(*v.BEGONNEN).als(zet).dan("VerzoekGedaan", "TermijnGestart")


def test_een_verzoek_gaat_over_een_stap_een_blad_of_de_afsluiting_die_bestaat() -> None:
    verhaal = gegeven(*v.BEGONNEN, v.BETEKENIS, v.KADER[0])
    for betreft in ("B1", "betekenis", "afsluiting"):
        gevraagd = verhaal.als(manager("VraagPartner", aan=[v.DRONTEN], vraag="x", betreft=betreft))
        assert gevraagd.stand.verzoeken["V1"].betreft == betreft
    verhaal.als(manager("VraagPartner", aan=[v.DRONTEN], vraag="x", betreft="B9")).geweigerd("betreft", "B9", "B1")


def test_over_een_stap_onder_geheimhouding_staat_in_verzoek_en_antwoord_alleen_de_verwijzing() -> None:
    geheim = {"orgaan": "GS", "grond": "Woo 5.1 lid 2 f", "neutrale_titel": "stuk 12", "referentie": "K1"}
    verhaal = gegeven(*v.BEGONNEN, v.KADER[0], v.secretariaat("LegGeheimhoudingOp", stap="B1", **geheim))
    vraag = {"aan": [v.DRONTEN], "betreft": "B1"}
    verhaal.als(manager("VraagPartner", vraag="wat vindt u van de koopsom?", **vraag)).geweigerd("PW 84, 86")
    gevraagd = verhaal.gegeven(manager("VraagPartner", vraag="stuk 12", **vraag))
    gevraagd.als(partner(v.DRONTEN)("BeantwoordVerzoek", verzoek="V1", antwoord="te duur")).geweigerd("PW 84, 86")
    gevraagd.als(partner(v.DRONTEN)("BeantwoordVerzoek", verzoek="V1", antwoord="K1")).dan_ook("VerzoekBeantwoord")


def test_het_bekende_reces_van_de_partner_gaat_met_zijn_termijn_mee() -> None:
    """In it the partner isn't reminded; the last day stays as it was."""
    reces = {"naam": "voorjaar", "van": "2025-03-10", "tot": "2025-03-14"}
    kalender = {"bekend_tot": "2025-12-31", "bron": "vergaderschema", "reces": [reces]}
    vraag = {"aan": [v.DRONTEN, v.ZEEWOLDE], "vraag": "x", "kalenders": [{"orgaan": v.DRONTEN, **kalender}]}
    met = gegeven(*v.BEGONNEN, manager("VraagPartner", **vraag)).stand
    assert [r.naam for r in met.termijnen["V1/T17"].stil] == ["voorjaar"]
    assert met.termijnen["V2/T17"].stil == ()
    assert met.termijnen["V1/T17"].einde == met.termijnen["V2/T17"].einde


def test_post_over_een_verzoek_noemt_het_verzoek_waar_de_link_bij_hoort() -> None:
    verhaal = gegeven(*v.BEGONNEN, VRAAG, manager("TrekVerzoekIn", verzoek="V1", reden="niet meer nodig"))
    assert [b.betreft for b in post(verhaal, "VerzoekGedaan")] == ["V2"]
    assert [b.betreft for b in post(verhaal, "VerzoekIngetrokken")] == ["V1"]


@pytest.mark.parametrize(("editie", "zegt"), [("r2026_3", True), ("r2026_2", False)])
def test_een_afgesproken_dag_die_vrij_is_blijft_staan_en_dat_wordt_gezegd(editie: str, zegt: bool) -> None:
    """Thirteen days from Monday 3 March 2025 is a Sunday, and Atw is no rule for an agreement."""
    begin = v.Verhaal(stand=kern.begin(Begin(opgave="FL-2025-01", reglement=editie)))
    vraag = {"aan": [v.DRONTEN], "vraag": "cijfers"}
    verhaal = begin.gegeven(*v.BEGONNEN, v.manager("VraagPartner", **vraag, termijn="13d"))
    termijn = verhaal.stand.termijnen["V1/T17"]
    assert termijn.einde == date(2025, 3, 16)
    let_op = "valt op een zondag; de Algemene termijnenwet geldt niet voor een afspraak"
    assert (let_op in termijn.uitleg) is zegt
    werkdag = verhaal.gegeven(v.manager("VraagPartner", **vraag, termijn="14d")).stand.termijnen["V2/T17"]
    assert "Algemene termijnenwet" not in werkdag.uitleg


def test_wie_niet_mag_zeggen_dat_zwijgen_doorgaan_is_gaat_ook_niet_zelf_door() -> None:
    """Escalating is the manager's to choose; going on without an answer is not."""
    verhaal = v.gegeven(*v.BEGONNEN, v.manager("VraagPartner", aan=[v.DRONTEN], vraag="x", bij_stilte="escaleren"))
    voorbij = verhaal.later(verhaal.vandaag + timedelta(days=40))
    door = {"verzoek": "V1", "reden": "het kan niet wachten"}
    voorbij.als(v.manager("GaDoorZonderReactie", **door)).geweigerd("bij_stilte", ontbreekt="ambtelijk_opdrachtgever")
    voorbij.als(v.opdrachtgever("GaDoorZonderReactie", **door)).dan_ook("DoorgegaanZonderReactie")
