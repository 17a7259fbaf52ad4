"""Time: terms run from the event, remind, lapse, and are never silenced by a pause when the law set them."""

from datetime import date, timedelta

import verhaal as v
from verhaal import gegeven, griffier, manager, partner

from domain.gevolgen import gevolgen
from domain.regels import termijnen
from domain.zinnen import vertel

VRAAG = manager("VraagPartner", aan=[v.DRONTEN], vraag="cijfers")


def test_de_ladder_van_een_partner_loopt_van_vriendelijk_tot_bestuurlijk() -> None:
    verhaal = gegeven(*v.BEGONNEN, VRAAG)
    for _ in range(90):
        verhaal = verhaal.later(days=1)
    treden = [(f.trede, f.aan) for f in verhaal.feiten("HerinneringVerstuurd") if f.termijn == "V1/T17"]
    assert [t for t, _ in treden] == ["T-10", "T-3", "T", "T+2", "T+2", "T+5", "T+5", "T+5"]
    assert treden[0][1] == v.DRONTEN
    boven = {f"{v.DRONTEN}:bestuurder", "portefeuillehouder"}
    gevraagd = [(f.trede, set(f.aan)) for f in verhaal.feiten("EscalatieVoorgelegd")]
    assert gevraagd == [("T+10", boven), ("T+15", boven)]


def test_een_termijn_loopt_vanaf_de_gebeurtenis_en_niet_vanaf_het_vastleggen() -> None:
    op_tijd = gegeven(*v.BEGONNEN).als(VRAAG)
    laat = (
        gegeven(*v.BEGONNEN)
        .later(days=10)
        .als(manager("VraagPartner", op=v.EERSTE_DAG, aan=[v.DRONTEN], vraag="cijfers"))
    )
    assert laat.stand.termijnen["V1/T17"].einde == op_tijd.stand.termijnen["V1/T17"].einde
    assert laat.stand.termijnen["V1/T17"].begin == v.EERSTE_DAG


def test_gemiste_herinneringen_worden_na_een_late_melding_niet_alsnog_verstuurd() -> None:
    gemeld = manager("VraagPartner", op=v.EERSTE_DAG, aan=[v.DRONTEN], vraag="cijfers")
    kort = gegeven(*v.BEGONNEN).later(date(2025, 3, 24)).als(gemeld)
    assert kort.stand.termijnen["V1/T17"].herinneringen[0].trede == "T-3"
    assert not [f for f in kort.later(hours=2).feiten("HerinneringVerstuurd") if f.termijn == "V1/T17"]
    lang = gegeven(*v.BEGONNEN).later(date(2025, 6, 2)).als(gemeld)
    assert lang.stand.termijnen["V1/T17"].status == "verstreken"
    assert not [f for f in lang.feiten("HerinneringVerstuurd") if f.termijn == "V1/T17"]


def test_wie_voor_het_einde_antwoordde_is_op_tijd_ook_al_wordt_het_later_vastgelegd() -> None:
    verhaal = gegeven(*v.BEGONNEN, VRAAG).later(date(2025, 6, 2))
    antwoord = partner(v.DRONTEN)("BeantwoordVerzoek", op=date(2025, 3, 28), verzoek="V1", antwoord="hier")
    assert verhaal.als(antwoord).het("TermijnGehaald").op_tijd
    te_laat = partner(v.DRONTEN)("BeantwoordVerzoek", op=date(2025, 5, 28), verzoek="V1", antwoord="hier")
    assert not verhaal.als(te_laat).het("TermijnGehaald").op_tijd


def test_na_een_lange_stilte_gaat_alleen_de_laatste_trede_uit_en_geen_herinnering_van_voor_het_einde() -> None:
    weg = gegeven(*v.BEGONNEN, VRAAG).later(days=45)
    assert not [f for f in weg.feiten("HerinneringVerstuurd") if f.termijn == "V1/T17"]
    assert [f.trede for f in weg.feiten("EscalatieVoorgelegd")] == ["T+10"]
    (verstreken,) = [f for f in weg.feiten("TermijnVerstreken") if f.termijn == "V1/T17"]
    assert verstreken.overgeslagen == ("T-10", "T-3", "T")


def test_een_pauze_zwijgt_over_wat_is_afgesproken_maar_nooit_over_de_wet() -> None:
    verhaal = v.gekozen("GEMEENSCHAPPELIJK_ORGAAN").gegeven(
        manager("LegVoor", stap="VT1.A0"),
        v.secretariaat("LegBesluitVast", stap="VT1.A0", uitkomst="conform"),
        manager("LegVoor", stap="VT1.A5.PS"),
        VRAAG,
        manager("Pauzeer", reden="formatie"),
    )
    wet = verhaal.stand.termijnen["VT1.A5.PS/T01"]
    assert (wet.soort, wet.einde) == ("wettelijk", date(2025, 4, 28))
    stil = verhaal
    for _ in range(80):
        stil = stil.later(days=1)
    assert {f.termijn for f in stil.feiten("HerinneringVerstuurd")} == {"VT1.A5.PS/T01"}
    assert [f.trede for f in stil.feiten("HerinneringVerstuurd")] == ["T-28", "T-14", "T-7", "T-2"]
    assert {f.termijn for f in stil.feiten("TermijnVerstreken")} == {"VT1.A5.PS/T01"}
    assert all(b.wettelijk for f in stil.alles if f.inhoud.soort == "HerinneringVerstuurd" for b in gevolgen(f))  # type: ignore[union-attr]
    verder = stil.als(manager("Hervat"))
    assert "V1/T17" in {f.termijn for f in verder.feiten("TermijnVerstreken")}
    assert not [f for f in verder.feiten("HerinneringVerstuurd") if f.trede in ("T-10", "T-3", "T")]


def test_een_antwoord_op_een_wettelijke_termijn_kan_ook_tijdens_een_pauze() -> None:
    verhaal = (
        v.gekozen("GEMEENSCHAPPELIJK_ORGAAN")
        .loop_pad("VT1", tot="A5")
        .gegeven(manager("LegVoor", stap="VT1.A5.PS"), manager("Pauzeer", reden="formatie"))
    )
    zonder = {"stemming": {"wijze": "zonder_stemming"}, "instrument": v.INSTRUMENTEN["geen_zienswijze"]}
    verhaal.als(griffier("LegBesluitVast", stap="VT1.A5.PS", **zonder)).dan("BesluitGenomen", "TermijnGehaald")


def test_elke_dertien_weken_hoort_een_reflectie_en_een_gemiste_blijft_zichtbaar() -> None:
    verhaal = gegeven(*v.BEGONNEN)
    eerste = next(t for t in verhaal.stand.termijnen.values() if t.code == "T19")
    assert eerste.einde == v.EERSTE_DAG + timedelta(weeks=13)
    gehouden = verhaal.als(v.reflectie("F1")).dan("BladVastgelegd", "TermijnGehaald", "TermijnGestart")
    assert sum(t.code == "T19" and t.loopt for t in gehouden.stand.termijnen.values()) == 1
    gemist = verhaal.later(days=100)
    assert [t.status for t in gemist.stand.termijnen.values() if t.code == "T19"] == ["overgeslagen", "loopt"]


def test_een_overgeslagen_reflectie_wordt_niet_meer_herinnerd_en_niet_alsnog_beantwoord() -> None:
    verhaal = gegeven(*v.BEGONNEN)
    for _ in range(120):
        verhaal = verhaal.later(days=1)
    gestuurd = [f.trede for f in verhaal.feiten("HerinneringVerstuurd") if f.termijn == "reflectie.1/T19"]
    assert gestuurd == ["T-3", "T"]
    na = verhaal.als(v.reflectie("F1")).dan("BladVastgelegd", "TermijnGehaald", "TermijnGestart")
    assert na.het("TermijnGehaald").termijn == "reflectie.2/T19"
    assert na.stand.termijnen["reflectie.1/T19"].status == "overgeslagen"


def test_het_einde_van_een_termijn_noemt_waar_het_om_ging() -> None:
    verhaal = gegeven(*v.BEGONNEN, VRAAG)
    antwoord = verhaal.als(partner(v.DRONTEN)("BeantwoordVerzoek", verzoek="V1", antwoord="hier"))
    weg = verhaal.als(manager("TrekVerzoekIn", verzoek="V1", reden="niet nodig"))
    assert antwoord.het("TermijnGehaald").wat == weg.het("TermijnVervallen").wat == "cijfers"
    assert "cijfers" in vertel(antwoord.laatste[-1])
    assert "cijfers" in vertel(weg.laatste[-1])


def test_wie_is_aangesproken_hoort_dezelfde_trede_niet_ook_in_een_tweede_functie() -> None:
    """The opgavemanager is addressed at T+2, and is also whom T+2 of the partner's ladder warns."""
    ctx = gegeven(*v.BEGONNEN).context()

    def op_t2(geadresseerde: str) -> list[str]:
        rijen = termijnen.start(ctx, "T17", "x", "doe iets", geadresseerde).termijn.herinneringen
        return [h.aan for h in rijen if h.trede == "T+2"]

    assert op_t2("opgavemanager") == ["geadresseerde"]
    assert op_t2(v.DRONTEN) == ["geadresseerde", "opgavemanager"]


def test_herinneringen_gaan_alleen_uit_op_werkdagen_tussen_half_negen_en_vijf() -> None:
    verhaal = v.pilot_loopt().gegeven(VRAAG)
    for termijn in verhaal.stand.termijnen.values():
        for h in termijn.herinneringen:
            assert v.REGLEMENT.kalender.is_werkdag(h.moment.date())
            assert h.moment.hour in (7, 8)  # 09:00 in Amsterdam


def test_een_jaar_stilte_geeft_een_begrensd_aantal_feiten() -> None:
    verhaal = v.pilot_loopt()
    voor = len(verhaal.alles)
    for _ in range(365):
        verhaal = verhaal.later(days=1)
    assert len(verhaal.alles) - voor < 120
