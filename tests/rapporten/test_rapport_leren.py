"""The yearly learning report: its numbers are those of the facts, and everything asked of it is in it."""

from collections import Counter
from dataclasses import replace
from datetime import date

import rapportwereld as w
import verhaal as v

from domain.beeld.leren.hergebruik import gebruik, telling
from rapporten import leer_cijfers, leerverslag
from rapporten.leven import Gezeefd


def _levens() -> list[Gezeefd]:
    lessen = [
        {"les": f"{w.WATER}/L1", "titel": "bel elkaar eerst"},
        {"les": f"{w.WATER}/L2", "titel": "meet eerst"},
    ]
    warmte = (
        w.leeg(w.WARMTE)
        .gegeven(
            *v.BEGONNEN,
            v.manager("BiedLessenAan", moment="F1", lessen=lessen),
            v.manager("BeantwoordLesaanbod", les=f"{w.WATER}/L1", moment="F1", antwoord="toegepast", reden="past"),
        )
        .later(date(2025, 12, 1))
    )
    water = w.water().gegeven(
        *(v.manager("LegLesVast", les=f"L{nr}", titel=f"les {nr}", actie="doen") for nr in (2, 3)),
        v.manager("WijzigLesstatus", les="L2", status="gevalideerd", toelichting="besproken aan tafel"),
        v.manager("ControleerLes", les="L1", in_praktijk_gebracht="deels"),
    )
    return [w.gezeefd(water), w.gezeefd(warmte)]


def test_lessen_en_praktijk_zijn_geteld_uit_de_feiten() -> None:
    """Written, validated, applied and found in practice, each a fact of that year."""
    levens = _levens()
    cijfers = leer_cijfers.cijfers(levens, 2025, date(2025, 12, 1))
    soorten = Counter(f.inhoud.soort for leven in levens for f in leven.feiten)
    assert cijfers.lessen.nieuw == soorten["LesVastgelegd"] == 3
    statussen = Counter(f.status for leven in levens for _, f in leven.inhoud("LesstatusGewijzigd"))
    assert cijfers.lessen.gevalideerd == statussen["gevalideerd"] == 1
    assert cijfers.lessen.toegepast == statussen["toegepast"]
    assert (cijfers.lessen.praktijk_deels, cijfers.lessen.praktijk_ja) == (1, 0)


def test_een_ander_jaar_telt_niet_mee() -> None:
    """Nothing of 2025 is in the report of 2024."""
    cijfers = leer_cijfers.cijfers(_levens(), 2024, date(2024, 12, 31))
    assert cijfers.lessen.nieuw == 0
    assert (cijfers.verhalen, cijfers.gesprekken, cijfers.leeracties) == ({}, {}, ())


def test_elke_les_valt_in_een_soort_en_samen_zijn_zij_alle_lessen() -> None:
    """Counted again from the facts: one applied, one waiting for an answer, one never shown; the sum is stated."""
    levens = _levens()
    h = leer_cijfers.hergebruik(levens)
    alle = {f"{leven.id}/{f.les.id}" for leven in levens for _, f in leven.inhoud("LesVastgelegd") if f.les.openbaar}
    getoond = {les.les for leven in levens for _, f in leven.inhoud("LessenAangeboden") for les in f.lessen}
    gebruikt = {f.les for leven in levens for _, f in leven.inhoud("LesaanbodBeantwoord") if f.antwoord == "toegepast"}
    per = dict(h.per_oordeel)
    assert h.lessen == sum(per.values()) == len(alle) == 3
    assert (per["nooit_getoond"], per["toegepast"]) == (len(alle - getoond), len(gebruikt)) == (1, 1)
    assert per["wacht_op_antwoord"] == len(getoond - gebruikt) == 1
    html, _ = w.gelezen(leerverslag.document(leer_cijfers.cijfers(levens, 2025, date(2025, 12, 1)), levens))
    assert "Openbare lessen tot nu toe: 3. Elders toegepast: 1." in html


def test_het_leerverslag_en_de_opdrachtregel_tellen_hetzelfde() -> None:
    """Also of a lesson that moved to a new opgave at a split: the copy takes the place of the one that was dropped."""
    water = w.water().gegeven(v.manager("WijzigLesstatus", les="L1", status="vervallen", toelichting="gaat mee"))
    les = water.stand.lessen["L1"].met(id="L7", status="concept", afkomstig_van=f"{w.WATER}/L1")
    warmte = w.gezeefd(w.warmte())
    warmte = replace(warmte, stand=warmte.stand.met(lessen={"L7": les}))
    levens = [w.gezeefd(water), warmte]
    h = leer_cijfers.hergebruik(levens)
    assert h == telling(gebruik([water.stand, warmte.stand]))
    assert (h.lessen, dict(h.per_oordeel)["nooit_getoond"]) == (1, 1)


def test_een_verhaal_op_de_agenda_telt_mee() -> None:
    """Stories are told on an agenda as well; it is no opgave, so it is not counted as one."""
    verhaal = w.agenda().gegeven(v.manager("LegGesprekVast", doelgroep="bestuur", gelegenheid="x", opbrengst="y"))
    c = leer_cijfers.cijfers([w.gezeefd(verhaal)], 2025, date(2025, 12, 1))
    assert (c.opgaven, c.gesprekken) == (0, {"bestuur": 1})


def test_een_overgeslagen_reflectie_blijft_zichtbaar() -> None:
    """WATER held two in the year; WARMTE let every moment pass (S3-15)."""
    levens = _levens()
    cijfers = leer_cijfers.cijfers(levens, 2025, date(2025, 12, 1))
    verstreken = [
        t.id
        for leven in levens
        for t in leven.stand.termijnen.values()
        if t.code == "T19" and t.status in ("verstreken", "te_laat", "overgeslagen") and t.einde < date(2025, 12, 1)
    ]
    assert cijfers.reflectie.gehouden == 2
    assert cijfers.reflectie.overgeslagen == len(verstreken) > 1


def test_bronverhalen_leeracties_en_gesprekken_staan_erin() -> None:
    """By appreciation and tag (S1-27), per role (S3-30), and who was not heard (S0-13)."""
    levens = _levens()
    c = leer_cijfers.cijfers(levens, 2025, date(2025, 12, 1))
    assert (c.verhalen, c.waarden, c.principes) == ({"goed": 1}, {"betrokken": 1}, {"1": 1, "3": 1})
    assert [(a.leersoort, a.voor, a.klaar) for a in c.leeracties] == [("governancestijl", "bestuurders", False)]
    assert c.niet_gehoord == ("statenleden", "bestuur", "medewerkers")
    assert [(b.kwartaal, b.inhoud, b.relatie, b.gemiddeld) for b in c.balans] == [(1, 40, 20, 30)]
    html, pdf = w.gelezen(leerverslag.document(c, levens))
    assert w.is_toegankelijke_pdf(pdf)
    for zin in ("de dijkgraaf belde", "sturen of loslaten", "training netwerk", "1 Werk opgavegericht"):
        assert zin in html
        assert zin.replace(" ", "") in pdf.tekst


def test_een_jaar_zonder_iets_geeft_een_verslag_dat_dat_zegt() -> None:
    """No empty tables: a sentence where there is nothing."""
    leeg = leer_cijfers.cijfers([], 2025, date(2025, 12, 31))
    html, pdf = w.gelezen(leerverslag.document(leeg, []))
    assert "Hierover is dit jaar niets vastgelegd." in html
    assert w.is_toegankelijke_pdf(pdf)
