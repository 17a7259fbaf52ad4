"""Opgaven in numbers: each number can be traced to facts, and a table runs nothing in a spreadsheet."""

import csv
import io
import json
from collections.abc import Callable, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from archief.pak import Pak, PakFout, open_pak
from archief.schrijven import schrijf
from audit.rekenen.csvuit import tabel, veilig
from audit.rekenen.overzicht import Overzicht, als_csv, details_als_csv, overzicht
from audit.rekenen.overzicht_geld import geld
from audit.rekenen.overzicht_mensen import mensen
from audit.rekenen.overzicht_termijnen import termijnen, verlopen
from audit.rekenen.pakfeiten import open_pakken
from domain.feit import Feit
from tests.gouden import maak_pak

DEMO = ("bestuurlijk", "happy", "partners", "zwijgen")


def _pak(tmp_path: Path, naam: str, verander: Callable[[dict[str, Any]], None] | None = None) -> Pak:
    bestanden = maak_pak.bestanden(naam)
    if verander is not None:
        feiten = [json.loads(regel) for regel in bestanden["feiten.jsonl"].splitlines()]
        for feit in feiten:
            verander(feit)
        bestanden["feiten.jsonl"] = "".join(json.dumps(feit) + "\n" for feit in feiten).encode()
    schrijf(bestanden, tmp_path / naam)
    return open_pak(tmp_path / naam)


def _over(rijen: Overzicht, onderwerp: str) -> list[Any]:
    return [d for d in rijen.details if d.onderwerp == onderwerp]


def test_elke_opgave_is_een_regel_met_dezelfde_kolommen(tmp_path: Path) -> None:
    """Also when there was no money, no pilot and no decision."""
    rijen = [overzicht(_pak(tmp_path, naam)) for naam in DEMO]
    assert len({tuple(rij.kolommen) for rij in rijen}) == 1
    gelezen = list(csv.DictReader(io.StringIO(als_csv(rijen)), delimiter=";"))
    assert [rij["opgave"] for rij in gelezen] == [rij.opgave for rij in rijen]
    assert gelezen[1]["toestand"] == "ingetrokken"


def test_elke_termijn_telt_precies_een_keer(tmp_path: Path) -> None:
    """By law, by agreement and of the house; met, late, lapsed, dropped or still running."""
    for naam in DEMO:
        feiten = _pak(tmp_path, naam).feiten
        kolommen, _ = termijnen(feiten)
        geteld = sum(int(str(w)) for k, w in kolommen.items() if k.startswith("termijn_"))
        assert geteld == len(verlopen(feiten)) == len({f.inhoud.termijn.id for f in feiten if _begint(f)})


def _begint(feit: Feit) -> bool:
    return feit.inhoud.soort == "TermijnGestart"


def test_een_verstreken_toestemming_wordt_apart_genoemd(tmp_path: Path) -> None:
    """Silence on a toestemming, and what the jurist said of it."""
    rij = overzicht(_pak(tmp_path, "zwijgen"))
    assert rij.kolommen["a6_verstreken"] == 1
    (detail,) = _over(rij, "toestemming verstreken")
    assert "VT1.A6.PS" in detail.wat
    assert "van rechtswege: niet" in detail.toelichting


def test_wachtdagen_tellen_elke_dag_een_keer_en_stilstand_niet(tmp_path: Path) -> None:
    """Two terms of one party on one day are one day of waiting; on days a term stood still nobody was waited for."""
    alle = _pak(tmp_path, "partners").feiten
    looptijd = (alle[-1].gebeurd_op - alle[0].gebeurd_op).days
    assert all(0 < aantal <= looptijd for aantal in _wachtdagen(alle).values())
    een = [f for f in alle if "V2/" not in str(getattr(f.inhoud, "termijn", ""))]  # V2 ran while V1 stood still
    zonder = [_zonder_stilstand(f) for f in een]
    assert _wachtdagen(zonder)["gemeente-a"] - _wachtdagen(een)["gemeente-a"] == 2
    assert _wachtdagen(zonder)["bedrijf-c"] == _wachtdagen(een)["bedrijf-c"]


def _wachtdagen(feiten: Sequence[Feit]) -> dict[str, int]:
    return {d.wie: int(str(d.waarde)) for d in termijnen(feiten)[1] if d.onderwerp == "wachten op"}


def _zonder_stilstand(feit: Feit) -> Feit:
    termijn = getattr(feit.inhoud, "termijn", None)
    if termijn is None or isinstance(termijn, str):
        return feit
    return feit.met(inhoud=feit.inhoud.met(termijn=termijn.met(opschortingen=())))


def test_vier_ogen_staan_er_met_de_seconden_ertussen(tmp_path: Path) -> None:
    """Every confirmed decision is a pair; both facts and both people are named."""
    rij = overzicht(_pak(tmp_path, "bestuurlijk"))
    paren = _over(rij, "vier ogen")
    assert rij.kolommen["vier_ogen_paren"] == len(paren) == 2
    assert all("legde vast (feit" in p.toelichting and p.eenheid == "seconden" for p in paren)
    assert rij.kolommen["besluiten_zonder_tweede"] == 0
    assert overzicht(_pak(tmp_path, "happy")).kolommen["besluiten_zonder_tweede"] == 3


@pytest.mark.parametrize(
    ("subject", "zin"),
    [("{0}", "hetzelfde subject"), ("{0}-2", "lijken op elkaar"), ("{0}2", "lijken op elkaar")],
)
def test_een_tweede_die_de_eerste_kan_zijn_valt_op(tmp_path: Path, subject: str, zin: str) -> None:
    """The same account, or one with a number behind it, is shown as a sign and not as proof."""
    eerste = ""

    def verander(feit: dict[str, Any]) -> None:
        nonlocal eerste
        if feit["inhoud"]["soort"] == "BesluitVastgelegd":
            eerste = feit["door"]["subject"] = "griffie"
        elif feit["inhoud"]["soort"] == "BesluitGenomen":
            feit["door"]["subject"] = subject.format(eerste)

    rij = overzicht(_pak(tmp_path, "bestuurlijk", verander))
    assert rij.kolommen["vier_ogen_verdacht"] == 2
    assert all(f"LET OP: {zin}" in d.toelichting or zin in d.toelichting for d in _over(rij, "vier ogen"))


def test_late_vastleggingen_noemen_wat_er_intussen_gebeurde(tmp_path: Path) -> None:
    """Per command once: how many days, and which facts people recorded before it was known."""
    feiten = _pak(tmp_path, "happy").feiten
    laat = [f.met(gebeurd_op=feiten[0].gebeurd_op, laat_vastgelegd=True) if f.seq == 17 else f for f in feiten]
    kolommen, details = mensen(laat)
    (detail,) = [d for d in details if d.onderwerp == "laat vastgelegd"]
    assert kolommen["laat_vastgelegd"] == 1
    assert kolommen["laat_hoogstens_dagen"] == detail.waarde == 3
    assert "feit 16 " in detail.toelichting
    assert "feit 18 " not in detail.toelichting


def test_weigeringen_om_bevoegdheid_staan_apart(tmp_path: Path) -> None:
    """Refused for lack of authority, for want of a second person, and for anything else."""
    rij = overzicht(_pak(tmp_path, "bestuurlijk"))
    assert rij.kolommen["geweigerd"] == len(_over(rij, "geweigerd")) > 0
    assert rij.kolommen["geweigerd_vier_ogen"] == 2

    def verander(feit: dict[str, Any]) -> None:
        if feit["inhoud"]["soort"] == "OpdrachtGeweigerd":
            feit["inhoud"]["regel"] = "bevoegdheid"

    (tmp_path / "om").mkdir()
    anders = overzicht(_pak(tmp_path / "om", "bestuurlijk", verander))
    assert anders.kolommen["geweigerd_bevoegdheid"] == anders.kolommen["geweigerd"]
    assert not _over(anders, "geweigerd")


def test_gepasseerde_huispoorten_noemen_wie_en_waarom(tmp_path: Path) -> None:
    """Who passed the gate, what was missing, and the reason that was given."""
    rij = overzicht(_pak(tmp_path, "happy"))
    poorten = _over(rij, "huispoort gepasseerd")
    assert rij.kolommen["huispoorten_gepasseerd"] == len(poorten) > 0
    assert all(d.wie and "reden: " in d.toelichting and "ontbrak: " in d.toelichting for d in poorten)


def test_hoe_zeker_de_afzenders_waren_telt_per_opdracht(tmp_path: Path) -> None:
    """A command that led to five facts is one command."""
    pak = _pak(tmp_path, "partners")
    rij = overzicht(pak)
    assert rij.kolommen["opdrachten"] == len({f.opdracht for f in pak.feiten if f.opdracht})
    assert rij.kolommen["zekerheid"] == "sleutel 28; link 9"


PILOT = {
    "hypothese": "als dit",
    "indicatoren": [{"naam": "piek", "eenheid": "MW", "nulmeting": "10", "streefwaarde": "6"}],
}


def _geldfeiten(tmp_path: Path, *erbij: dict[str, Any]) -> list[Feit]:
    """The first fact of a golden life, with these contents after it."""
    eerste = _pak(tmp_path, "happy").feiten[0]
    ruw = eerste.model_dump(mode="json")
    return [eerste, *(Feit.model_validate({**ruw, "seq": n, "inhoud": i}) for n, i in enumerate(erbij, start=2))]


def _plan(**anders: Any) -> dict[str, Any]:
    return {"soort": "PilotplanOpgesteld", "pilot": "P1", "titel": "hub", "plan": PILOT | anders}


def _besteed(bedrag: int, pilot: str | None = "P1", geldsoort: str = "besteed") -> dict[str, Any]:
    kern = {"soort": "GeldGeboekt", "geldsoort": geldsoort, "bedrag": bedrag, "bron": "provincie"}
    return {**kern, "referentie": f"F{bedrag}", "pilot": pilot}


def _meting(waarde: str) -> dict[str, Any]:
    return {"soort": "IndicatorGemeten", "pilot": "P1", "indicator": "piek", "waarde": waarde, "eenheid": "MW"}


def test_kosten_per_effect_zijn_besteed_gedeeld_door_verbetering(tmp_path: Path) -> None:
    """From 10 to 8 MW with 6 as target: 2 better. 100.000 euro on this pilot makes 50.000 per MW; the sum is shown."""
    feiten = _geldfeiten(
        tmp_path,
        _plan(),
        _besteed(10_000_000),
        _besteed(7, None),
        _besteed(5, "P1", "krediet"),
        _meting("9"),
        _meting("8"),
    )
    kolommen, (detail,) = geld(feiten)
    assert detail.waarde == Decimal("50000.00")
    assert "100000.00 gedeeld door 2" in detail.toelichting
    assert kolommen["besteed_euro"] == Decimal("100000.07")
    assert kolommen["kosten_per_effect"] == "P1: piek: 50000,00 euro per MW"


@pytest.mark.parametrize(
    ("erbij", "zin"),
    [
        ((_besteed(100),), "er is geen meting"),
        ((_meting("8"),), "niets besteed"),
        ((_besteed(100), _meting("11")), "geen verbetering"),
        ((_besteed(100), _meting("10")), "geen verbetering"),
    ],
)
def test_kosten_per_effect_blijven_leeg_als_ze_niet_te_zeggen_zijn(tmp_path: Path, erbij: Any, zin: str) -> None:
    """No number is better than a wrong one; the reason stands beside it."""
    kolommen, (detail,) = geld(_geldfeiten(tmp_path, _plan(), *erbij))
    assert detail.waarde is None
    assert zin in detail.toelichting
    assert (kolommen["kosten_per_effect"], kolommen["effecten_zonder_kosten"]) == ("", 1)


def test_bij_meer_indicatoren_zegt_elke_regel_dat_het_geld_niet_is_verdeeld(tmp_path: Path) -> None:
    """Nobody can add these lines up by mistake without having been told."""
    twee = [*PILOT["indicatoren"], {"naam": "leden", "eenheid": "stuks", "nulmeting": "0", "streefwaarde": "9"}]
    _, details = geld(_geldfeiten(tmp_path, _plan(indicatoren=twee), _besteed(200), _meting("8")))
    assert "niet over de indicatoren verdeeld" in details[0].toelichting
    assert details[1].waarde is None


@pytest.mark.parametrize("gevaar", ["=1+1", "+31", "-2", "@SUM(A1)", "\t=1", "\r=1", " =1", "＝1", "|cmd"])
def test_een_cel_is_nooit_een_formule(gevaar: str) -> None:
    """Text that a spreadsheet would run gets an apostrophe in front, also behind a space or in full width."""
    assert veilig(gevaar).startswith("'")
    assert veilig(gevaar).isprintable()


def test_gewone_tekst_en_getallen_blijven_wat_ze_zijn() -> None:
    """A negative number is a number; the decimal sign fits the separator; line ends are those of the standard."""
    rij = ["B1: akkoord", -5, Decimal("1234.50"), None, True, "a;b"]
    assert tabel(["k"], [rij]) == 'k\r\nB1: akkoord;-5;1234,50;;ja;"a;b"\r\n'
    assert tabel(["k"], [rij], ",") == "k\r\nB1: akkoord,-5,1234.50,,ja,a;b\r\n"


def test_een_titel_met_een_formule_komt_veilig_in_het_overzicht(tmp_path: Path) -> None:
    """From a command to a cell: nothing that people typed can run at the controller's desk."""

    def verander(feit: dict[str, Any]) -> None:
        if feit["inhoud"]["soort"] == "PoortGepasseerd":
            feit["inhoud"]["poort"], feit["door"]["functie"] = "P", "opgavemanager"
        if feit["inhoud"]["soort"] == "OpgaveGestart":
            feit["inhoud"]["thema"] = "=HYPERLINK(1)"

    rij = overzicht(_pak(tmp_path, "happy", verander))
    assert ";'=HYPERLINK(1);" in als_csv([rij])
    assert not [
        cel
        for r in csv.reader(io.StringIO(details_als_csv([rij])), delimiter=";")
        for cel in r
        if cel[:1] in "=+@" and cel
    ]


def test_van_elke_opgave_telt_het_pak_dat_het_verst_gaat(tmp_path: Path) -> None:
    """A folder with packs below it: one line per opgave, and a folder without packs is named."""
    _pak(tmp_path / "a", "happy")
    _pak(tmp_path / "b", "voortgezet")
    _pak(tmp_path / "b", "partners")
    pakken = open_pakken([tmp_path])
    assert [(p.manifest.opgave, p.manifest.tot_seq) for p in pakken] == [("GOUD-01", 47), ("GOUD-03", 80)]
    (tmp_path / "leeg").mkdir()
    with pytest.raises(PakFout, match="leeg"):
        open_pakken([tmp_path / "leeg"])
