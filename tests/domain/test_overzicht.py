"""What people see: what waits on whom, which gates are shut, what they can do now."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
import verhaal as v
from verhaal import gegeven, manager, opdrachtgever, partner

from domain import kern
from domain.beeld import overzicht
from domain.beeld.mogelijk import Mogelijkheid, mogelijkheden
from domain.beeld.vlaggen import vlaggen
from domain.bevoegdheidstabel import TABEL
from domain.stand import Begin


def test_wat_wacht_staat_op_naam_met_de_vroegste_laatste_dag_voorop() -> None:
    verhaal = v.gekozen("CONVENANT").gegeven(
        manager("VraagPartner", aan=[v.ZEEWOLDE], vraag="cijfers", termijn="5wd"),
        manager("MaakAfspraak", tekst="bel de pers", wie="portefeuillehouder", uiterlijk="2025-06-02"),
    )
    posten = overzicht.wachtposten(verhaal.stand)
    dagen = [p.uiterlijk for p in posten if p.uiterlijk]
    assert dagen == sorted(dagen)
    wie = {(p.id, p.op_wie, p.organisatie) for p in posten}
    assert {("V1", "partner", v.ZEEWOLDE), ("AF2", "portefeuillehouder", "provincie")} <= wie
    assert ("VT1.A13", "opgavemanager", "provincie") in wie
    assert overzicht.uiterlijk(verhaal.stand) == dagen[0]
    assert f"partner@{v.ZEEWOLDE}" in overzicht.aan_zet(verhaal.stand)


@pytest.mark.parametrize("wie", ["partners", "trekker", "betrokkenen"])
def test_een_afspraak_voor_een_groep_die_leeg_is_komt_bij_de_opgavemanager(wie: str) -> None:
    verhaal = gegeven(v.START, manager("MaakAfspraak", tekst="x", wie=wie))
    assert "AF2" in {p.id for p in overzicht.wachtposten(verhaal.stand)}


def test_na_het_intrekken_wacht_er_niets_meer() -> None:
    verhaal = v.gekozen("CONVENANT").gegeven(manager("VraagPartner", aan=[v.ZEEWOLDE], vraag="x"))
    weg = verhaal.gegeven(manager("TrekIn", reden="klaar"))
    assert overzicht.wachtposten(weg.stand) == ()


def test_de_poortstand_noemt_elke_poort_uit_de_fase_en_wat_er_ontbreekt() -> None:
    standen = overzicht.poortstand(gegeven(*v.BEGONNEN).stand)
    assert {p.poort: p.open for p in standen} == {
        "F1/S1-04": False,
        "F1/S1-31": False,
        "F1/S3-24": True,
        "F1/S0-23": True,
    }


@pytest.mark.parametrize("wanneer", [v.in_f2, lambda: v.gekozen("COOPERATIE"), v.pilot_loopt, v.in_f5, v.in_f6])
@pytest.mark.parametrize("wie", [v.manager, v.griffier, v.secretariaat, v.jurist, v.partner(v.DRONTEN)])
def test_wat_als_mogelijk_wordt_getoond_wordt_ook_aangenomen(wanneer: object, wie: v.Spreker) -> None:
    verhaal: v.Verhaal = wanneer()  # type: ignore[operator]
    for m in mogelijkheden(verhaal.stand, wie.door, verhaal.nu + timedelta(minutes=1)):
        nee = verhaal.als(v.Zet(wie.door, m.voorbeeld)).neen
        assert (nee is None) is m.kan, (m, nee)
        assert m.uitleg


@pytest.mark.parametrize("code", ["A13", "A0", "A3", "A0b", "A16", "A1", "A17", "A18", "A2"])
def test_bij_elke_voorgelegde_stap_wordt_een_uitkomst_voorgesteld_die_bestaat(code: str) -> None:
    verhaal = v.gekozen("COOPERATIE").loop_pad("VT1", tot=code)
    stap = next(s.id for s in verhaal.stand.stappen.values() if s.code == code)
    verhaal = verhaal.gegeven(manager("LegVoor", stap=stap))
    wie = v.VASTLEGGER.get(verhaal.stand.stappen[stap].orgaan, manager)
    nu = verhaal.nu + timedelta(minutes=1)
    keuzes = [m for m in mogelijkheden(verhaal.stand, wie.door, nu) if m.opdracht == "LegBesluitVast"]
    assert keuzes
    assert all(m.kan for m in keuzes), keuzes


def test_de_samenvatting_leest_ook_zonder_onze_schermen() -> None:
    tekst = overzicht.samenvatting(v.in_f2().stand)
    assert "Warmte uit water" in tekst
    assert "F2 verkenning en kaderstelling" in tekst
    assert overzicht.samenvatting(kern.begin(v.Begin(opgave="FL-2025-01")))


VRAAG: dict[str, Any] = {"aan": [v.DRONTEN], "vraag": "wat vindt u?", "termijn": "10wd"}


def test_een_escalatie_wacht_op_de_manager_en_na_zijn_termijn_op_de_opdrachtgever_en_staat_er_een_keer() -> None:
    stil = gegeven(*v.BEGONNEN, manager("VraagPartner", **VRAAG))
    while not stil.stand.escalaties:
        stil = stil.later(days=1)
    id_ = next(iter(stil.stand.escalaties))
    for dagen, wie in ((0, "opgavemanager"), (6, "ambtelijk_opdrachtgever")):
        posten = [p for p in overzicht.wachtposten(stil.later(days=dagen).stand) if p.id == id_]
        assert [(p.soort, p.op_wie) for p in posten] == [("escalatie", wie)]
        assert "naar de bestuurder van gemeente Dronten en portefeuillehouder?" in posten[0].waarop
        assert "geen reactie van gemeente Dronten:" in posten[0].waarop
    beslist = stil.gegeven(manager("BeslisEscalatie", escalatie=id_, akkoord=True))
    assert not [p for p in overzicht.wachtposten(beslist.stand) if p.id == id_]


def test_wat_stilstaat_heeft_geen_laatste_dag_maar_wel_een_vlag() -> None:
    verhaal = gegeven(*v.BEGONNEN, manager("VraagPartner", **VRAAG)).later(days=1)
    stil = verhaal.gegeven(manager("SchortTermijnOp", termijn="V1/T17", reden="cijfers volgen"))
    (post,) = [p for p in overzicht.wachtposten(stil.stand) if p.id == "V1"]
    assert post.uiterlijk is None
    assert "staat stil" in post.waarop
    assert [(w.soort, w.betreft) for w in vlaggen(stil.stand)] == [("opgeschort", "V1")]
    verder = stil.later(days=3).gegeven(manager("HervatTermijn", termijn="V1/T17", reden="cijfers zijn er"))
    (post,) = [p for p in overzicht.wachtposten(verder.stand) if p.id == "V1"]
    assert post.uiterlijk == verder.stand.verzoeken["V1"].uiterlijk == verder.stand.termijnen["V1/T17"].einde
    assert not vlaggen(verder.stand)


def test_waar_zonder_reactie_is_doorgegaan_blijft_een_vlag_tot_het_antwoord_er_alsnog_is() -> None:
    stilte = {"bij_stilte": "doorgaan_na_besluit", "betreft": "B1"}
    vraag = opdrachtgever("VraagPartner", **VRAAG, **stilte)
    verhaal = gegeven(*v.BEGONNEN, v.KADER[0], vraag).later(days=60)
    door = verhaal.gegeven(manager("GaDoorZonderReactie", verzoek="V1", reden="drie keer gevraagd"))
    (vlag,) = vlaggen(door.stand)
    assert (vlag.soort, vlag.betreft) == ("zonder_reactie", "B1")
    assert "Zwijgen is geen akkoord" in vlag.waarom
    assert not vlaggen(door.gegeven(partner(v.DRONTEN)("BeantwoordVerzoek", verzoek="V1", antwoord="alsnog")).stand)


def _rijk_leven() -> v.Verhaal:
    """A life in which everything around requests, terms and reminders can be done."""
    stil = gegeven(*v.BEGONNEN, manager("VraagPartner", **VRAAG))
    while not stil.stand.escalaties:
        stil = stil.later(days=1)
    return (
        stil.gegeven(
            manager("VraagPartner", **VRAAG),
            manager("VraagPartner", **VRAAG),
            manager("VraagPartner", **VRAAG),
            partner(v.DRONTEN)("VraagUitstel", verzoek="V3", tot=stil.vandaag + timedelta(days=21), reden="raad"),
            partner(v.DRONTEN)("BeantwoordVerzoek", verzoek="V4", oordeel="akkoord", antwoord="goed"),
            partner(v.ZEEWOLDE)("BrengIn", inbrengsoort="initiatief", onderwerp="x", tekst="y"),
            manager(
                "StuurHerinneringBij",
                termijn="V2/T17",
                doe="aanhouden",
                tot=stil.vandaag + timedelta(days=14),
                reden="vakantie",
            ),
            manager("VraagPartner", **VRAAG),
        )
        .later(days=1)
        .gegeven(manager("SchortTermijnOp", termijn="V5/T17", reden="cijfers volgen"))
    )


def test_wie_niet_mag_bepalen_wat_zwijgen_betekent_kan_dat_ook_niet_kiezen() -> None:
    """The manager lets it go up; going on without an answer is for the opdrachtgever and the bestuur."""
    verhaal = gegeven(*v.BEGONNEN, opdrachtgever("VraagPartner", **VRAAG, bij_stilte="escaleren"))
    keuzes = {
        wie: next(m.formulier["bij_stilte"] for m in _getoond(verhaal, wie) if m.opdracht == "BepaalStilte")
        for wie in (manager, opdrachtgever)
    }
    assert keuzes == {manager: "wachten", opdrachtgever: "<wachten|doorgaan_na_besluit>"}


@pytest.mark.parametrize(
    ("editie", "trekker", "zelf"), [("r2026_3", "", 0), ("r2026_3", v.DRONTEN, 1), ("r2026_2", "", 1)]
)
def test_wat_een_partner_liet_weten_legt_de_manager_vast_met_hoe_het_binnenkwam(
    editie: str, trekker: str, zelf: int
) -> None:
    """Not as if the partner itself answered; only for the trekker, and under older editions, both are offered."""
    begin = v.Verhaal(stand=kern.begin(Begin(opgave="FL-2025-01", reglement=editie)))
    verhaal = begin.gegeven(*v.BEGONNEN, manager("VraagPartner", **VRAAG))
    if trekker:
        verhaal = verhaal.gegeven(manager("WijsTrekkerAan", trekker=trekker, reden="zij doen het"))
    getoond = [m.opdracht for m in _getoond(verhaal, manager)]
    assert (getoond.count("BeantwoordVerzoek"), getoond.count("LegAntwoordVast")) == (zelf, 1)


NIEUW = (
    *("LegAntwoordVast", "VerbeterAntwoord", "VraagUitstel", "BeslisUitstel", "BepaalStilte"),
    *("BrengIn", "BehandelInbreng", "SchortTermijnOp", "HervatTermijn", "VerlengTermijn", "VulKalenderAan"),
    *("StuurHerinneringBij", "HefBijsturingOp", "BeslisEscalatie"),
)


def _getoond(verhaal: v.Verhaal, wie: v.Spreker) -> tuple[Mogelijkheid, ...]:
    return mogelijkheden(verhaal.stand, wie.door, verhaal.nu + timedelta(minutes=1))


def test_elke_opdracht_rond_vragen_termijnen_en_herinneringen_wordt_voorgesteld_en_kan() -> None:
    verhaal = _rijk_leven()
    kan = {m.opdracht for m in _getoond(verhaal, manager) if m.kan}
    assert set(NIEUW) <= kan
    for m in _getoond(verhaal, manager):
        assert (verhaal.als(v.Zet(manager.door, m.voorbeeld)).neen is None) is m.kan, m


def test_een_partner_ziet_wat_hij_zelf_kan_doen_en_niets_van_een_ander() -> None:
    verhaal = _rijk_leven()
    zelf = {m.opdracht for m in _getoond(verhaal, partner(v.DRONTEN)) if m.kan}
    assert {"BeantwoordVerzoek", "VerbeterAntwoord", "VraagUitstel", "BrengIn"} <= zelf
    assert all("partner" in TABEL[naam] for naam in zelf)
    ander = {m.opdracht for m in _getoond(verhaal, partner(v.ZEEWOLDE))}
    assert not ander & {"BeantwoordVerzoek", "VerbeterAntwoord", "VraagUitstel"}


def test_een_formulier_laat_kiezen_wat_alleen_een_voorbeeld_was() -> None:
    getoond = {m.opdracht: m.formulier for m in _getoond(_rijk_leven(), manager)}
    assert getoond["BehandelInbreng"]["oordeel"] == "<overgenomen|deels_overgenomen|niet_overgenomen>"
    assert getoond["VulKalenderAan"]["dagen"][0]["datum"] == "<datum>"
    assert getoond["LegAntwoordVast"]["kanaal"] == "<brief|e-mail|telefoon|tafel|balie>"


def test_bij_een_stap_onder_geheimhouding_vult_het_voorstel_de_verwijzing_in() -> None:
    geheim = {"orgaan": "GS", "grond": "Woo 5.1 lid 2 f", "neutrale_titel": "stuk 12", "referentie": "K1"}
    verhaal = gegeven(
        *(*v.BEGONNEN, v.KADER[0], v.secretariaat("LegGeheimhoudingOp", stap="B1", **geheim)),
        manager("VraagPartner", **{**VRAAG, "vraag": "stuk 12", "betreft": "B1"}),
    )
    (antwoord,) = [m for m in _getoond(verhaal, partner(v.DRONTEN)) if m.opdracht == "BeantwoordVerzoek"]
    assert antwoord.kan
    assert antwoord.voorbeeld["antwoord"] == "K1"


def test_een_gelijkwaardige_opgave_vraagt_aan_het_einde_elke_partner_om_akkoord() -> None:
    in_f6 = v.in_f6()
    gelijk = replace(in_f6, stand=in_f6.stand.met(leven=in_f6.stand.leven.met(gelijkwaardig=True)))
    (vraag,) = [m for m in _getoond(gelijk, manager) if m.opdracht == "VraagPartner"]
    assert vraag.voorbeeld["aan"] == [v.DRONTEN, v.ZEEWOLDE, v.NETBEHEER]
    gevraagd = gelijk.gegeven(v.Zet(manager.door, vraag.voorbeeld))
    assert not [m for m in _getoond(gevraagd, manager) if m.opdracht == "VraagPartner"]
