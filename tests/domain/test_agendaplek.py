"""The place of an opgave on the agenda and its neighbours: told by another life, heard once, and told on to nobody."""

from dataclasses import replace
from typing import Any

import pytest
import verhaal as v

from domain.beeld.agendabord import oordeelskader
from domain.feit import Feit
from domain.geldend import geldend
from domain.gevolg import Bericht, Overbrengen
from domain.gevolgen import gevolgen
from domain.gevolgen_agenda import VOOR_DE_BUREN
from domain.overbrengen import opdrachten
from domain.zinnen import vertel

AGENDA, BUUR = "AGENDA-FLEVOLAND", "FL-BUUR"
systeem = v.overbrenger


def document(versie: str, id_: str = "koers") -> dict[str, Any]:
    vast = {"id": id_, "documentsoort": "koersdocument", "titel": "Koers", "vaststeller": "PS", "vanaf": "2025-01-01"}
    return vast | {"versie": versie}


def plek(bron: int, versie: str = "1", **anders: Any) -> v.Zet:
    velden: dict[str, Any] = {"agenda": AGENDA, "bron": bron, "documenten": [document(versie)]}
    return systeem("MeldAgendaplek", **(velden | anders))


def raakvlak(bron: int, buur: str = BUUR, **anders: Any) -> v.Zet:
    return systeem("MeldRaakvlak", agenda=AGENDA, bron=bron, buur=buur, **({"omschrijving": "samen graven"} | anders))


def wijziging(bron: int, buur: str = BUUR) -> v.Zet:
    wat = {"buur": buur, "bron": bron, "wat": "De opgave is gepauzeerd.", "op": "2025-03-03"}
    return systeem.zeg({"soort": "MeldBuurwijziging", **wat})


def overgebracht(verhaal: v.Verhaal, soort: str) -> list[tuple[str, dict[str, Any]]]:
    feit = next(f for f in reversed(verhaal.alles) if f.inhoud.soort == soort)
    over = [g for g in gevolgen(feit) if isinstance(g, Overbrengen) and g.naar == "buren"]
    return [rij for g in over for rij in opdrachten(verhaal.stand, feit, g)]


def begonnen(*zetten: v.Zet) -> v.Verhaal:
    return v.gegeven(*v.BEGONNEN, *zetten)


def test_alleen_het_systeem_vertelt_wat_er_in_een_ander_leven_gebeurde() -> None:
    van_mij = v.manager("MeldRaakvlak", agenda=AGENDA, bron=1, buur=BUUR, omschrijving="x")
    begonnen().als(van_mij).geweigerd("bevoegdheid")
    wat = raakvlak(1)
    for door in (wat.door.met(zekerheid="opgegeven"), wat.door.met(zekerheid="oidc"), wat.door.met(subject="tijd")):
        begonnen().als(replace(wat, door=door)).geweigerd("zekerheid")


def test_een_andere_agenda_spreekt_niet_voor_deze() -> None:
    """Whoever carries something over says so in the name of the very life that told it."""
    ander = plek(1, agenda="AGENDA-ANDERS").door
    begonnen().als(replace(plek(1), door=ander)).geweigerd("zekerheid", "AGENDA-FLEVOLAND")


@pytest.mark.parametrize(("duur", "nee"), [("gauw", "geen duur"), ("9999j", "te lang")])
def test_een_duur_die_niet_te_rekenen_is_breekt_het_leven_niet(duur: str, nee: str) -> None:
    """It would make every later step of this life fail, also the one in which only time passes."""
    krom = [{"termijn": "T19", "duur": duur, "les": "FL-BUUR/L1"}]
    verhaal = begonnen().als(plek(1, termijnen=krom)).geweigerd("duur", nee)
    for _ in range(4):
        verhaal = verhaal.later(days=200)
    assert [t for t in verhaal.stand.termijnen.values() if t.code == "T19" and t.loopt]


def test_een_les_verandert_nooit_een_wettelijke_termijn() -> None:
    """Also when the agenda of another edition says so: the law's length stays."""
    wet = [{"termijn": "T01", "duur": "1d", "les": "FL-BUUR/L1"}]
    verhaal = begonnen(plek(1, termijnen=wet))
    assert str(geldend(verhaal.stand).termijn("T01").duur) == "8w"


def test_een_opgave_weet_op_welke_agenda_zij_staat_en_onder_welke_documenten() -> None:
    verhaal = begonnen().als(plek(4)).dan("AgendaplekGewijzigd")
    nu = verhaal.stand.agendaplek
    assert nu is not None
    assert (nu.agenda, nu.bron, nu.op_agenda, [d.versie for d in nu.documenten]) == (AGENDA, 4, True, ["1"])
    assert "Koers (versie 1)" in vertel(verhaal.laatste[0])


def test_wat_al_bekend_is_of_ouder_wordt_geweigerd_en_verandert_niets() -> None:
    verhaal = begonnen(plek(4, "2"), raakvlak(6), wijziging(9))
    for oud in (plek(4, "2"), plek(3, "1"), raakvlak(6), raakvlak(5, verbroken=True), wijziging(9), wijziging(2)):
        na = verhaal.als(oud).geweigerd("al bekend")
        for deel in ("agendaplek", "buren", "gehoord"):
            assert getattr(na.stand, deel) == getattr(verhaal.stand, deel)
    verhaal.gegeven(wijziging(2, "FL-ANDERE-BUUR"), plek(5, "3"), raakvlak(7, omschrijving="toch anders"))


def test_van_de_agenda_gaan_telt_alleen_voor_de_agenda_waar_zij_op_staat() -> None:
    begonnen().als(plek(3, op_agenda=False)).geweigerd("al bekend", "staat niet op")
    verhuisd = begonnen(plek(3), plek(2, agenda="AGENDA-ANDERS"))
    assert verhuisd.stand.agendaplek is not None
    assert (verhuisd.stand.agendaplek.agenda, verhuisd.stand.agendaplek.ook_op) == ("AGENDA-ANDERS", (AGENDA,))
    assert "staat ook op" in vertel(verhuisd.laatste[-1])
    los = verhuisd.als(plek(9, op_agenda=False)).dan("AgendaplekGewijzigd")
    assert los.stand.agendaplek is not None
    assert (los.stand.agendaplek.agenda, los.stand.agendaplek.ook_op) == ("AGENDA-ANDERS", ())
    los.als(plek(10, op_agenda=False)).geweigerd("al bekend")
    weg = verhuisd.gegeven(plek(4, agenda="AGENDA-ANDERS", op_agenda=False)).stand.agendaplek
    assert weg is not None
    assert not weg.op_agenda


def test_een_les_van_de_agenda_verandert_de_huistermijn_van_deze_opgave() -> None:
    lessen = [{"termijn": t, "duur": "3wd", "les": "FL-2024-01/L1"} for t in ("T18", "T01")]
    voor, verhaal = begonnen(), begonnen(plek(4, termijnen=lessen))
    assert geldend(voor.stand).termijn("T18").duur != geldend(verhaal.stand).termijn("T18").duur
    assert str(geldend(verhaal.stand).termijn("T18").duur) == "3wd"
    assert geldend(voor.stand).termijn("T01") == geldend(verhaal.stand).termijn("T01")


def test_een_vraag_uit_een_les_moet_beantwoord_zijn_voor_de_poort_van_die_fase() -> None:
    punt = {"punt": "W1", "vraag": "Is de buurt gehoord?", "les": "FL-2024-01/L1"}
    klaar = begonnen(v.BETEKENIS, v.flevo("F1"))
    met = klaar.gegeven(plek(4, checklist=[["F1", punt], ["F5", punt]]))
    met.als(v.manager("GaNaarFase", naar="F2")).geweigerd("F1/S0-23", ontbreekt="Is de buurt gehoord?")
    klaar.gegeven(v.manager("GaNaarFase", naar="F2"))


def test_een_raakvlak_maakt_een_buur_en_verbreken_maakt_er_geen() -> None:
    verhaal = begonnen(raakvlak(6), raakvlak(7, "FL-DERDE"))
    assert verhaal.stand.buren == {BUUR: "samen graven", "FL-DERDE": "samen graven"}
    los = verhaal.gegeven(raakvlak(8, verbroken=True, omschrijving="klaar"))
    assert tuple(los.stand.buren) == ("FL-DERDE",)
    begonnen().als(raakvlak(8, verbroken=True)).geweigerd("al bekend")
    begonnen().als(raakvlak(8, "FL-2025-01")).geweigerd("raakvlak", "raakt zichzelf niet")


def test_een_verandering_gaat_naar_elke_buur_met_wat_er_gebeurde() -> None:
    verhaal = begonnen(raakvlak(6), raakvlak(7, "FL-DERDE")).gegeven(v.manager("Pauzeer", reden="formatie"))
    rijen = overgebracht(verhaal, "OpgaveGepauzeerd")
    assert [naar for naar, _ in rijen] == [BUUR, "FL-DERDE"]
    assert rijen[0][1] == {
        "soort": "MeldBuurwijziging",
        "buur": "FL-2025-01",
        "bron": verhaal.stand.seq,
        "wat": "De opgave is gepauzeerd: formatie",
        "op": "2025-03-03",
    }
    assert overgebracht(begonnen(v.manager("Pauzeer", reden="x")), "OpgaveGepauzeerd") == []


def test_een_lange_reden_past_in_wat_een_buur_hoort() -> None:
    verhaal = begonnen(raakvlak(6), v.manager("Pauzeer", reden="lang " * 300))
    ((_, inhoud),) = overgebracht(verhaal, "OpgaveGepauzeerd")
    assert len(inhoud["wat"]) <= 200
    assert inhoud["wat"].endswith("…")
    begonnen().gegeven(systeem.zeg(inhoud | {"buur": BUUR}))


def test_wat_van_een_buur_kwam_gaat_niet_verder() -> None:
    """No echo: two neighbours would tell each other the same news for ever."""
    verhaal = begonnen(raakvlak(6), plek(7)).als(wijziging(9)).dan("BuurGewijzigd")
    for soort in ("BuurGewijzigd", "BuurGemeld", "AgendaplekGewijzigd"):
        feit = next(f for f in verhaal.alles if f.inhoud.soort == soort)
        assert [type(g) for g in gevolgen(feit)] == [Bericht], soort
    (bericht,) = gevolgen(verhaal.laatste[0])
    assert isinstance(bericht, Bericht)
    assert bericht.aan == ("opgavemanager",)
    assert bericht.vraag


def test_elk_feit_dat_de_buren_moeten_weten_wordt_overgebracht() -> None:
    geleefd = v.in_f6("stoppen").gegeven(v.manager("SluitAf", uitkomst="stoppen", reden="klaar"))
    gezien = {f.inhoud.soort for f in geleefd.alles if _naar_buren(f)}
    assert gezien == set(VOOR_DE_BUREN) & {f.inhoud.soort for f in geleefd.alles}
    assert gezien >= {"FaseBegonnen", "OrganiseervormGekozen", "PilotGestart", "VervolgBepaald", "OpgaveAfgesloten"}


def _naar_buren(feit: Feit) -> bool:
    return any(isinstance(g, Overbrengen) and g.naar == "buren" for g in gevolgen(feit))


def test_wat_onder_geheimhouding_ligt_gaat_niet_naar_een_buur() -> None:
    bepaald = v.geevalueerd().gegeven(raakvlak(6))
    assert [naar for naar, _ in overgebracht(bepaald, "VervolgBepaald")] == [BUUR]
    geheim = bepaald.gegeven(
        v.secretariaat(
            "LegGeheimhoudingOp",
            stap="B2",
            orgaan="GS",
            grond="Woo 5.1 lid 2 f",
            neutrale_titel="stuk 12",
            referentie="K1",
        )
    )
    assert overgebracht(geheim, "VervolgBepaald") == []


def test_naar_de_agenda_gaat_alleen_wat_van_een_opgave_op_een_agenda_komt() -> None:
    def naar(verhaal: v.Verhaal) -> list[str]:
        gevolg = Overbrengen(naar="agenda", inhoud={"soort": "Noteer", "tekst": "x"})
        return [n for n, _ in opdrachten(verhaal.stand, verhaal.alles[-1], gevolg)]

    assert naar(begonnen()) == []
    assert naar(begonnen(plek(3))) == [AGENDA]
    assert naar(begonnen(plek(3), plek(4, op_agenda=False))) == []


def test_lessen_worden_alleen_aangeboden_waar_het_reglement_ze_kent() -> None:
    bied = Overbrengen(naar="FL-2025-01", inhoud={"soort": "BiedLessenAan", "moment": "F1", "lessen": []})
    nieuw = begonnen()
    assert [n for n, _ in opdrachten(nieuw.stand, nieuw.alles[0], bied)] == ["FL-2025-01"]
    assert opdrachten(nieuw.stand.met(reglement="r2026_3"), nieuw.alles[0], bied) == ()


def test_wat_verandert_staat_boven_de_brief_en_een_herhaling_is_geen_nieuws() -> None:
    """A new version of a document is told as that, not as a new place; what is known already gives no letter."""
    koers = begonnen(plek(3)).als(plek(4, versie="2"))
    (brief,) = (g for g in gevolgen(koers.laatste[0]) if isinstance(g, Bericht))
    assert brief.onderwerp == "Een document van de regionale agenda is nieuw"
    weer = koers.als(plek(5, versie="2")).dan("AgendaplekGewijzigd")
    assert not [g for g in gevolgen(weer.laatste[0]) if isinstance(g, Bericht)]


def test_wie_van_agenda_wisselt_houdt_de_documenten_van_de_vorige_in_beeld() -> None:
    """Judged under both in one stay: a row for each agenda."""
    verhuisd = begonnen(plek(3), plek(4, op_agenda=False), plek(2, agenda="AGENDA-ANDERS", documenten=[]))
    rijen = [(k.agenda, len(k.documenten)) for k in oordeelskader(verhuisd.stand)]
    assert rijen[-2:] == [(AGENDA, 1), ("AGENDA-ANDERS", 0)]


def test_een_fase_is_beoordeeld_onder_de_documenten_die_aan_haar_einde_golden() -> None:
    verhaal = begonnen(plek(3, "1"), plek(4, "2")).gegeven(*v.NAAR_F2)
    verhaal = verhaal.gegeven(plek(9, "3")).gegeven(*v.NAAR_F3)
    gold = [(k.fase.value, k.agenda, [d.versie for d in k.documenten]) for k in oordeelskader(verhaal.stand)]
    assert gold == [("F1", AGENDA, ["2"]), ("F2", AGENDA, ["3"]), ("F3", AGENDA, ["3"])]
    af = verhaal.gegeven(plek(12, "3", op_agenda=False))
    assert [len(k.documenten) for k in oordeelskader(af.stand)] == [1, 1, 0]
    zonder = v.in_f2()
    assert [(k.agenda, k.documenten) for k in oordeelskader(zonder.stand)] == [(None, ())] * 2
    assert oordeelskader(v.Verhaal().stand) == ()
