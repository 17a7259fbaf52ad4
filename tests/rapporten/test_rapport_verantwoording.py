"""What was done, learned and decided in one opgave; and the paragraph on verbonden partijen."""

import csv
import io
from datetime import date
from decimal import Decimal

import rapportwereld as w
import verhaal as v

from rapporten import verantwoording, verbonden
from rapporten.zeef import zeef


def test_verantwoording_telt_op_met_de_feiten() -> None:
    """Decisions, money per kind, proposals and reach, each counted again from the facts."""
    verhaal = w.water()
    leven = w.gezeefd(verhaal)
    c = verantwoording.cijfers(leven)
    genomen = [f for f in verhaal.feiten("BesluitGenomen") if f.orgaan in ("GS", "PS") and f.afloop != "open"]
    assert [b.stap for b in c.besluiten] == [f.stap for f in genomen] == ["B1"]
    geboekt = verhaal.feiten("GeldGeboekt")
    assert c.geld["toegezegd"].provincie == sum(g.bedrag for g in geboekt if g.bron == "provincie") == 500_00
    assert c.geld["toegezegd"].partners == sum(g.bedrag for g in geboekt if g.bron != "provincie") == 700_00
    assert c.inbreng.voorgesteld == sum(f.inbrengsoort != "vraag" for f in verhaal.feiten("InbrengGedaan")) == 2
    assert (c.bereik_rechtstreeks, c.bereik_via_partners) == (40, 300)
    assert c.reflecties == sum(f.inhoud.blad == "reflectie" for f in verhaal.feiten("BladVastgelegd")) == 2
    html, pdf = w.gelezen(verantwoording.document(c, leven))
    assert w.is_toegankelijke_pdf(pdf)
    for zin in ("we vertellen elkaar alles", "een veilige dijk", "bel elkaar eerst", "sturen of loslaten"):
        assert zin in html
        assert zin.replace(" ", "") in pdf.tekst


def test_wat_een_ander_gaf_staat_er_alleen_samen() -> None:
    """What one partner promised is its own affair: only the sum of all partners is told, and no reference."""
    html, _ = w.gelezen(verantwoording.document(verantwoording.cijfers(w.gezeefd(w.water())), w.gezeefd(w.water())))
    assert "Partners samen" in html
    assert "F-2" not in html


def test_resultaten_staan_naast_hun_doel() -> None:
    """The last measurement, and what the evaluation said of it."""
    verhaal = v.in_f6()
    resultaat = verantwoording.cijfers(zeef(verhaal.stand, verhaal.alles, verhaal.vandaag)).resultaten
    assert [(r.indicator, r.gemeten, r.gehaald) for r in resultaat] == [("piek", Decimal("9.5"), True)]


def test_de_paragraaf_noemt_elke_partij_een_keer_met_alles() -> None:
    """Named in two opgaven it stands there once, with both opgaven and the newest numbers (BBV 15)."""
    nieuw = w.WATERSCHAP | {"resultaat": 5_00, "naam": "WATERBEDRIJF Flevoland"}
    warmte = w.warmte().gegeven(
        v.manager("LegVerbondenPartijVast", partij="W2", inhoud=nieuw),
        v.manager(
            "LegVerbondenPartijVast", partij="EB", inhoud=w.WATERSCHAP | {"naam": "=Energie", "partijsoort": "overig"}
        ),
    )
    levens = [w.gezeefd(w.water()), w.gezeefd(warmte)]
    c = verbonden.cijfers(levens, 2025, date(2025, 12, 31))
    assert [(p.inhoud.naam, p.opgaven) for p in c.partijen] == [
        ("=Energie", (w.WARMTE,)),
        ("WATERBEDRIJF Flevoland", (w.WATER, w.WARMTE)),
    ]
    partij = c.partijen[1]
    assert (partij.inhoud.resultaat, partij.accounthouder, len(partij.waarom)) == (5_00, False, 1)
    html, pdf = w.gelezen(verbonden.document(c, levens))
    assert w.is_toegankelijke_pdf(pdf)
    for zin in ("ja, voor de bronnen", "drinkwater voor iedereen", "droogte", "niet aangewezen", "Overige verbonden"):
        assert zin in html
        assert zin.replace(" ", "") in pdf.tekst


def test_de_csv_opent_veilig_in_een_rekenblad() -> None:
    """All fields of every party, a loss with its sign, and no cell that a spreadsheet runs."""
    kwaad = w.WATERSCHAP | {"naam": "=1+1", "risicos": ["@x"]}
    verhaal = w.warmte().gegeven(v.manager("LegVerbondenPartijVast", partij="EB", inhoud=kwaad))
    ruw = verbonden.als_csv(verbonden.cijfers([w.gezeefd(verhaal)], 2025, date(2025, 12, 31)))
    kop, rij = csv.reader(io.StringIO(ruw.decode("utf-8-sig")), delimiter=";")
    velden = dict(zip(kop, rij, strict=True))
    assert (velden["Naam"], velden["Risico's"], velden["Resultaat"]) == ("'=1+1", "'@x", "-€ 1.250,00")
    assert set(verbonden.VELDEN) < set(kop)


def test_een_partij_die_eerder_ophield_staat_er_niet_meer_in() -> None:
    """In the year it ended it is in; the year after it is not."""
    einde = v.manager("BeeindigVerbondenheid", partij="WBF", reden="verkocht")
    leven = w.gezeefd(w.water().gegeven(einde))
    assert [p.beeindigd_op for p in verbonden.cijfers([leven], 2025, leven.op).partijen] == [date(2025, 9, 1)]
    assert verbonden.cijfers([leven], 2026, date(2026, 12, 31)).partijen == ()
