"""A whole meeting at once: its agenda over all opgaven, the outcomes from one file, and the second person."""

import io
import json
import re
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from test_cli_hulp import NepOmgeving, Uitkomst, Wereld, leeg_register, wereld

from domain.basis import Afzender
from domain.opdracht import Opdracht
from domain.orgaan import Bezetting, Fractie, Orgaankalender
from domain.stand import Begin
from register import organen
from runtime.temporal import Onbereikbaar
from starter.invoer import maak_opdracht

__all__ = ["leeg_register", "wereld"]
DAG = "2026-03-11"
EEN, TWEE, DRIE = "FL-2026-01", "FL-2026-02", "FL-2026-03"
GEHEIM = "Grondprijs van het haventerrein"
GRIFFIER = Afzender(functie="griffier", subject="os-1000", zekerheid="os-gebruiker")


def zeg(
    wereld: Wereld, opgave: str, soort: str, als: str = "griffier", reglement: str = "r2026_2", **velden: Any
) -> None:
    """One accepted command about one of the opgaven, not by the command line."""
    opdracht = maak_opdracht({"soort": soort, **velden}, GRIFFIER.met(functie=als))
    doos = NepOmgeving(wereld)
    begin = Begin(opgave=opgave, reglement=reglement)
    bewijs = doos.wacht_op(wereld.start(begin, opdracht) if soort == "StartOpgave" else wereld.geef(opgave, opdracht))
    doos.sluit()
    assert not bewijs.geweigerd, bewijs


def voorgelegd(wereld: Wereld, opgave: str, onderwerp: str, op: str | None = DAG, **begin: Any) -> None:
    """An opgave with a proposal for kaders before PS."""
    start = {"titel": f"Opgave {opgave[-1]}", "thema": "t", "initiatief": {"door": "gemeente Urk"}}
    zeg(wereld, opgave, "StartOpgave", "opgavemanager", **start, **begin)
    zeg(wereld, opgave, "OpenBesluit", code="kader", orgaan="PS", onderwerp=onderwerp)
    zeg(wereld, opgave, "LegVoor", stap="B1", **({} if op is None else {"vergadering_op": op}))


def hamerstuk(wereld: Wereld, opgave: str) -> None:
    zeg(wereld, opgave, "MeldHalte", stap="B1", halte="commissie", uitkomst="hamerstuk")


def leg_geheim(wereld: Wereld, opgave: str) -> None:
    stil = {"grond": "Woo 5.1 lid 2 f", "neutrale_titel": "Vertrouwelijk stuk", "referentie": "R-1"}
    zeg(wereld, opgave, "LegGeheimhoudingOp", stap="B1", orgaan="PS", **stil)


@pytest.fixture
def drie(wereld: Wereld) -> Wereld:
    """Three opgaven before PS, on the evening of the meeting."""
    for opgave, onderwerp in ((EEN, "Kaders hub"), (TWEE, "Kaders wonen"), (DRIE, "Kaders water")):
        voorgelegd(wereld, opgave, onderwerp)
    hamerstuk(wereld, TWEE)
    wereld.nu = datetime(2026, 3, 11, 20, tzinfo=UTC)
    return wereld


def vergader(wereld: Wereld, *woorden: str, orgaan: str = "ps", dag: str = DAG) -> Uitkomst:
    return wereld("vergadering", orgaan, dag, *woorden)


def besluit(opgave: str, regel: str = "resultaat: kader", stap: str = "B1") -> str:
    return f"  - opgave: {opgave}\n    stap: {stap}\n    stemming: {{wijze: zonder_stemming}}\n    {regel}\n"


def bestand(tmp_path: Path, *besluiten: str, kop: str = "aanwezig: 39\n") -> str:
    pad = tmp_path / "uitslagen.yaml"
    pad.write_text(f"{kop}besluiten:\n{''.join(besluiten)}")
    return str(pad)


def alle(tmp_path: Path) -> str:
    return bestand(tmp_path, *(besluit(opgave) for opgave in (EEN, TWEE, DRIE)))


def leg_vast(wereld: Wereld, pad: str, *woorden: str) -> Uitkomst:
    return vergader(wereld, "--uitslagen", pad, "--als", "griffier", *woorden)


def bevestig(wereld: Wereld, *woorden: str) -> Uitkomst:
    """As somebody else than who recorded."""
    wereld.uid = 2000
    uit = vergader(wereld, "--bevestig", "--als", "griffier", *woorden)
    wereld.uid = 1000
    return uit


def statussen(uit: Uitkomst) -> list[str]:
    return [punt["status"] for punt in json.loads(uit.uit)["besluiten"]]


def aflopen(wereld: Wereld) -> list[str]:
    return [stand.stappen["B1"].afloop for stand in wereld.standen.values()]


# The agenda.


def test_de_agenda_is_van_alle_opgaven_in_de_volgorde_van_de_vergadering(drie: Wereld) -> None:
    """Hamerstukken first; what lies there for no day apart; what is for a later day not at all."""
    voorgelegd(drie, "FL-2026-04", "Kaders later", "2026-04-01")
    voorgelegd(drie, "FL-2026-05", "Kaders ooit", None)
    uit = vergader(drie)
    assert uit.code == 0, uit.alles
    plek = [uit.uit.index(woord) for woord in ("Hamerstukken", "1. FL-2026-02", "Bespreekstukken", "2. FL-2026-01")]
    assert plek == sorted(plek)
    assert uit.uit.index("Ligt er ook") < uit.uit.index("Kaders ooit")
    assert "Kaders later" not in uit.uit
    assert "41 van de 41 leden in functie; quorum 21 (PW 20 lid 1)" in uit.uit
    assert max(len(r) for r in uit.uit.splitlines() if not r.startswith("    opgave ")) <= 100
    data = json.loads(vergader(drie, "--json").uit)
    assert {"orgaan", "datum", "bezetting", "quorum", "waarschuwing", "agenda", "ligt_er_ook", "afgedaan"} <= set(data)
    assert [p["opgave"] for p in data["agenda"]] == [TWEE, EEN, DRIE]


def test_de_kop_zegt_wie_er_zitting_heeft_en_of_de_kalender_deze_vergadering_kent(drie: Wereld) -> None:
    """With the table of that day from the register, vacancies and all."""
    assert "reces onbekend" in vergader(drie).uit
    fracties = (Fractie(naam="BBB", zetels=20), Fractie(naam="VVD", zetels=18))
    tafel = Bezetting(orgaan="PS", vanaf=date(2026, 1, 1), leden=41, fracties=fracties, bron="brief")
    kalender = Orgaankalender(
        orgaan="PS", vergaderingen=(date(2026, 3, 11), date(2026, 4, 1)), bekend_tot=date(2026, 12, 31), bron="schema"
    )
    organen.zet(drie.register, [tafel, kalender], GRIFFIER, drie.nu)
    goed = vergader(drie).uit
    assert "38 van de 41 leden in functie; quorum 20 (PW 20 lid 1). Bron: brief" in goed
    assert "Let op" not in goed
    anders = vergader(drie, dag="2026-03-18").uit
    assert "Let op: De vergaderkalender kent op deze dag geen vergadering van PS. De eerstvolgende is" in anders


def test_een_orgaan_zonder_voorstellen_zegt_dat(wereld: Wereld) -> None:
    uit = vergader(wereld, orgaan="statencommissie")
    assert (uit.code, uit.fout) == (0, "")
    assert "Er staat niets op de agenda van deze dag." in uit.uit


def test_een_onbekend_orgaan_noemt_de_bekende(drie: Wereld) -> None:
    uit = vergader(drie, orgaan="raad")
    assert uit.code == 2
    assert "Het orgaan raad is niet bekend. Bekend zijn: GS, PS, statencommissie." in uit.fout


@pytest.mark.parametrize(
    ("woorden", "zin"),
    [
        (["--uitslagen", "x.yaml", "--bevestig"], "Kies --uitslagen, --formulier of --bevestig"),
        (["--formulier", "--bevestig"], "Kies --uitslagen, --formulier of --bevestig"),
        (["--wat-kan"], "--wat-kan hoort bij --uitslagen"),
        (["--ja"], "--ja hoort bij --bevestig"),
        (["--droog"], "--droog hoort bij"),
        (["--uitslagen", "weg.yaml"], "Het bestand weg.yaml is er niet"),
    ],
)
def test_opties_die_niet_samengaan(drie: Wereld, woorden: list[str], zin: str) -> None:
    uit = vergader(drie, *woorden)
    assert (uit.code, uit.uit) == (2, "")
    assert zin in uit.fout


# Recording.


def test_drie_opgaven_in_een_keer_en_een_tweede_persoon_bevestigt_ze(drie: Wereld, tmp_path: Path) -> None:
    """First nothing holds yet; then all three are decided, and on the besluitenlijst of that day."""
    uit = leg_vast(drie, alle(tmp_path))
    assert uit.code == 0, uit.alles
    assert uit.uit.count("aangenomen (kader); wacht op een tweede persoon (B1.v1)") == 3
    assert "Vastgelegd: 3. Geweigerd: 0." in uit.uit
    assert aflopen(drie) == ["open"] * 3
    assert vergader(drie).uit.count("wacht op een tweede persoon (B1.v1)") == 3
    ja = bevestig(drie, "--ja")
    assert ja.code == 0, ja.alles
    assert "Bevestigd: 3. Geweigerd: 0." in ja.uit
    assert aflopen(drie) == ["positief"] * 3
    besluiten = [s.stappen["B1"].behandelingen[-1] for s in drie.standen.values()]
    assert [(b.op, b.stemming.aanwezig) for b in besluiten if b.stemming] == [(date(2026, 3, 11), 39)] * 3
    na = vergader(drie).uit
    assert "Op deze dag besloten" in na
    assert "Er staat niets op de agenda" in na
    assert drie("besluitenlijst", "PS").uit.count("aangenomen") == 3
    assert "wacht niets op een tweede persoon" in bevestig(drie, "--ja").uit


def test_een_verkeerde_regel_houdt_alles_tegen(drie: Wereld, tmp_path: Path) -> None:
    """Nothing is sent, and every line that is wrong is named with its place; with --wat-kan the rest is recorded."""
    stuurde = len(drie.verstuurd)
    fout = besluit(DRIE).replace("zonder_stemming", "hoofdelijk, per_fractie: {BBB: voor, VVD: tegen}")
    pad = bestand(tmp_path, besluit(EEN), fout, besluit("FL-2026-99"), besluit(TWEE, stap="B7"))
    uit = leg_vast(drie, pad)
    assert uit.code == 1
    assert len(drie.verstuurd) == stuurde
    assert "besluiten.2 (FL-2026-03 B1, regel 7): Deze fracties ontbreken" in uit.fout
    assert "besluiten.3 (FL-2026-99 B1, regel 11): De opgave FL-2026-99 is niet bekend." in uit.fout
    assert (
        "besluiten.4 (FL-2026-02 B7, regel 15): De stap B7 is in FL-2026-02 niet bekend. Wel ligt voor:\n  - B1"
        in uit.fout
    )
    assert "niet verstuurd" in uit.uit
    wel = leg_vast(drie, pad, "--wat-kan", "--json")
    assert wel.code == 1
    assert statussen(wel) == ["wacht_op_tweede", "geweigerd", "geweigerd", "geweigerd"]
    assert set(drie.standen[EEN].vastleggingen) == {"B1"}
    assert len(drie.verstuurd) == stuurde + 1


def test_droog_zegt_wat_er_zou_gebeuren_en_verandert_niets(drie: Wereld, tmp_path: Path) -> None:
    voor, stuurde = dict(drie.standen), len(drie.verstuurd)
    uit = leg_vast(drie, alle(tmp_path), "--droog")
    assert uit.code == 0, uit.alles
    assert uit.uit.count("kan: aangenomen (kader)") == 3
    assert "niets vastgelegd en niets verstuurd" in uit.uit
    assert (drie.standen, len(drie.verstuurd)) == (voor, stuurde)
    mis = bestand(tmp_path, besluit(EEN), besluit(TWEE, "resultaat: onzin"))
    assert leg_vast(drie, mis, "--droog").code == 1


def test_hetzelfde_bestand_nog_eens_doet_niets(drie: Wereld, tmp_path: Path) -> None:
    """Also after it was confirmed; what is added to the file is recorded then."""
    pad = bestand(tmp_path, besluit(EEN), besluit(TWEE))
    leg_vast(drie, pad)
    stuurde = len(drie.verstuurd)
    opnieuw = leg_vast(drie, pad)
    assert (opnieuw.code, len(drie.verstuurd)) == (0, stuurde)
    assert opnieuw.uit.count("stond er al: ") == 2
    assert "Er is niets bijgekomen: dit stond er al." in opnieuw.uit
    bevestig(drie, "--ja")
    seqs = [drie.standen[opgave].seq for opgave in (EEN, TWEE)]
    derde = leg_vast(drie, alle(tmp_path), "--json")
    assert statussen(derde) == ["vastgelegd", "vastgelegd", "wacht_op_tweede"]
    assert [punt["eerder"] for punt in json.loads(derde.uit)["besluiten"]] == [True, True, False]
    assert [drie.standen[opgave].seq for opgave in (EEN, TWEE)] == seqs


def test_na_een_verbroken_verbinding_gaat_het_verder_waar_het_was(drie: Wereld, tmp_path: Path) -> None:
    """The second answer is lost although it was carried out: the same line again records it once."""
    echt = drie.geef

    async def hapert(opgave: str, opdracht: Opdracht) -> Any:
        bewijs = await echt(opgave, opdracht)
        if opgave == TWEE:
            raise Onbereikbaar("Er kwam binnen 15 seconden geen antwoord.")
        return bewijs

    drie.geef = hapert  # type: ignore[method-assign]
    pad = alle(tmp_path)
    uit = leg_vast(drie, pad)
    assert uit.code == 3
    assert "verstuurd, maar er kwam geen antwoord" in uit.uit
    assert "Herhaal dezelfde regel" in uit.fout
    assert not drie.standen[DRIE].vastleggingen
    drie.geef = echt  # type: ignore[method-assign]
    weer = leg_vast(drie, pad, "--json")
    assert (weer.code, statussen(weer)) == (0, ["wacht_op_tweede"] * 3)
    assert [s.vastgelegd for s in drie.standen.values()] == [{"B1": 1}] * 3


def test_wat_de_tweede_persoon_terugstuurt_kan_met_hetzelfde_bestand_opnieuw(drie: Wereld, tmp_path: Path) -> None:
    """A record that was sent back does not count as being there; nor does one that was refused."""
    pad = bestand(tmp_path, besluit(EEN))
    leg_vast(drie, pad)
    drie.uid = 2000
    terug = ["KeurVastleggingAf", "--vastlegging", "B1.v1", "--reden", "eerst nakijken", "--als", "griffier"]
    assert drie("geef", EEN, *terug).code == 0
    drie.uid = 1000
    opnieuw = leg_vast(drie, pad)
    assert opnieuw.code == 0, opnieuw.alles
    assert "wacht op een tweede persoon (B1.v2)" in opnieuw.uit
    assert "stond er al" in leg_vast(drie, pad).uit


def test_een_vergadering_die_nog_komt_heeft_geen_uitslagen(drie: Wereld, tmp_path: Path) -> None:
    uit = vergader(drie, "--uitslagen", alle(tmp_path), "--als", "griffier", dag="2026-03-12")
    assert (uit.code, uit.uit) == (2, "")
    assert "deze vergadering is nog niet geweest" in uit.fout


def test_wat_niet_op_de_agenda_stond_kan_met_een_opmerking(drie: Wereld, tmp_path: Path) -> None:
    """Added in the meeting itself; a step of another body, or one that was not put forward, can't."""
    voorgelegd(drie, "FL-2026-04", "Kaders later", "2026-04-01")
    drie.nu = datetime(2026, 3, 11, 21, tzinfo=UTC)
    uit = leg_vast(drie, bestand(tmp_path, besluit("FL-2026-04")))
    assert uit.code == 0, uit.alles
    assert "Let op: FL-2026-04: B1 stond niet op de agenda van deze dag." in uit.uit
    zeg(drie, EEN, "OpenBesluit", code="agenda", orgaan="GS", onderwerp="x")
    zeg(drie, EEN, "OpenBesluit", code="kader", orgaan="PS", onderwerp="x")
    mis = leg_vast(drie, bestand(tmp_path, besluit(EEN, stap="B2"), besluit(EEN, stap="B3")))
    assert mis.code == 1
    assert "B2 is een stap van GS, niet van PS." in mis.fout
    assert "B3 ligt niet voor aan PS: de stap is nog niet voorgelegd." in mis.fout


def test_een_opgave_met_het_eerste_reglement_verliest_niets_ongezien(drie: Wereld, tmp_path: Path) -> None:
    """It keeps no toezeggingen, so giving one is refused; what holds for the meeting is left out, and it decides at once."""
    voorgelegd(drie, "FL-2026-04", "Oud", reglement="r2026_1")
    kop = "aanwezig: 39\nvergadering: {besloten: false}\nbron: {titel: lijst, referentie: L-1}\n"
    belofte = "resultaat: kader\n    toezeggingen: [{tekst: x, wie: GS}]"
    uit = leg_vast(drie, bestand(tmp_path, besluit("FL-2026-04", belofte), kop=kop))
    assert uit.code == 1
    assert "reglement r2026_1. Dat bewaart deze velden niet:\n  - toezeggingen" in uit.fout
    goed = leg_vast(drie, bestand(tmp_path, besluit("FL-2026-04"), kop=kop))
    assert goed.code == 0, goed.alles
    assert "vastgelegd: aangenomen (kader)" in goed.uit
    assert drie.standen["FL-2026-04"].stappen["B1"].afloop == "positief"


STAKING = "BBB: voor, VVD: voor, PVV: voor, PvdA: voor, 50PLUS: afwezig, " + ", ".join(
    f"{naam}: tegen" for naam in ("GL", "CU", "D66", "CDA", "JA21", "PvdD", "FvD", "SP", "SGP", "SLF")
)


def test_na_staking_komt_het_terug_en_de_tweede_keer_is_het_verworpen(drie: Wereld, tmp_path: Path) -> None:
    """On top of the bespreekstukken of the next meeting; that it is the second time, the file need not say."""
    staakt = besluit(EEN).replace("zonder_stemming", f"handopsteken_per_fractie, per_fractie: {{{STAKING}}}")
    pad = bestand(tmp_path, staakt, kop="aanwezig: 40\n")
    assert "uitgesteld door staking" in leg_vast(drie, pad).uit
    bevestig(drie, "--ja")
    volgende = vergader(drie, dag="2026-04-01").uit
    assert volgende.index("Opnieuw stemmen") < volgende.index(f"1. {EEN}")
    assert "Tweede behandeling: uitgesteld door staking van stemmen op woensdag 11 maart 2026." in volgende
    drie.nu = datetime(2026, 4, 1, 20, tzinfo=UTC)
    pad = bestand(tmp_path, f"{staakt}    motivering: de stemmen staakten weer\n", kop="aanwezig: 40\n")
    tweede = vergader(drie, "--uitslagen", pad, "--als", "griffier", dag="2026-04-01")
    assert tweede.code == 0, tweede.alles
    assert "niet aangenomen door staking" in " ".join(tweede.uit.split())


def test_een_motie_en_een_toezegging_staan_daarna_op_de_lijst(drie: Wereld, tmp_path: Path) -> None:
    """An amendement changes the proposal; the motie and the promise are open until they are settled."""
    erbij = """resultaat: kader
    amendementen:
      - {nr: A1, titel: ook water, indieners: [SP], stemming: {wijze: zonder_stemming}}
      - {nr: M1, titel: meld dit elk jaar, soort: motie, wie: GS, stemming: {wijze: zonder_stemming}}
    toezeggingen: [{tekst: GS komen terug met cijfers, wie: GS, uiterlijk: 2026-06-01}]"""
    uit = leg_vast(drie, bestand(tmp_path, besluit(EEN, erbij)))
    assert "gewijzigd aangenomen (kader)" in " ".join(uit.uit.split())
    bevestig(drie, "--ja")
    for orgaan in ("ps", "gs"):
        lijst = vergader(drie, orgaan=orgaan, dag="2026-04-01").uit
        assert "Openstaande moties en toezeggingen" in lijst
        assert "meld dit elk jaar" in lijst
        assert "GS komen terug met cijfers" in lijst


def test_gs_besluiten_ook_in_een_keer(drie: Wereld, tmp_path: Path) -> None:
    """The outcome is a word there; the bestuurssecretariaat records it."""
    zeg(drie, EEN, "OpenBesluit", code="agenda", orgaan="GS", onderwerp="agenda")
    zeg(drie, EEN, "LegVoor", stap="B2", vergadering_op=DAG)
    assert "Te behandelen" in vergader(drie, orgaan="gs").uit
    pad = bestand(tmp_path, f"  - {{opgave: {EEN}, stap: B2, uitkomst: conform}}\n", kop="")
    uit = vergader(drie, "--uitslagen", pad, "--als", "bestuurssecretariaat", orgaan="gs")
    assert uit.code == 0, uit.alles
    assert "conform; wacht op een tweede persoon (B2.v1)" in uit.uit


# The form.


def test_het_formulier_ingevuld_is_vast_te_leggen(drie: Wereld, tmp_path: Path) -> None:
    """As it comes it is refused, with every open field named; filled in, all three are recorded."""
    tekst = vergader(drie, "--formulier").uit
    pad = tmp_path / "formulier.yaml"
    pad.write_text(tekst)
    leeg = leg_vast(drie, str(pad))
    assert leeg.code == 2
    assert "aanwezig: dit is nog niet ingevuld" in leeg.fout
    assert f"({EEN} B1, regel 31): stemming.per_fractie.BBB: dit is nog niet ingevuld" in leeg.fout
    vol = re.sub(r"^(        \S+:)  #", r"\1 voor  #", tekst, flags=re.MULTILINE)
    vol = vol.replace("aanwezig:", "aanwezig: 41").replace("resultaat:", "resultaat: kader")
    pad.write_text(vol.replace("VVD: voor", "VVD: [0, 4, 0, 0]"))
    uit = leg_vast(drie, str(pad), "--json")
    assert uit.code == 0, uit.alles
    assert statussen(uit) == ["wacht_op_tweede"] * 3
    uitslag = drie.standen[EEN].vastleggingen["B1"].besluit.uitslag
    assert uitslag is not None
    assert (uitslag.voor, uitslag.tegen) == (37, 4)
    assert json.loads(vergader(drie, "--formulier", "--json").uit)["formulier"].endswith("besluiten: []\n") is False
    assert "Al vastgelegd (B1.v1)" in vergader(drie, "--formulier").uit


# The second person.


class Terminal(io.StringIO):
    """Somebody at a keyboard."""

    def isatty(self) -> bool:
        return True


def test_aan_een_terminal_wordt_het_per_besluit_gevraagd(
    drie: Wereld, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each is shown first; only a yes confirms, and no answer is no."""
    leg_vast(drie, alle(tmp_path))
    monkeypatch.setattr("sys.stdin", Terminal("j\n\nja\n"))
    uit = bevestig(drie)
    assert uit.code == 0, uit.alles
    assert uit.uit.count("Niemand vraagt om stemming, dus is het voorstel aangenomen.") == 3
    assert "PW 32 lid 3" in uit.uit
    assert "Bevestigd: 2. Geweigerd: 0." in uit.uit
    assert aflopen(drie) == ["positief", "open", "positief"]


@pytest.mark.parametrize("woorden", [[], ["--json"]])
def test_zonder_terminal_is_ja_nodig(drie: Wereld, tmp_path: Path, woorden: list[str]) -> None:
    leg_vast(drie, alle(tmp_path))
    uit = bevestig(drie, *woorden)
    assert uit.code == 2
    assert "Zet --ja erbij" in uit.fout
    assert aflopen(drie) == ["open"] * 3


def test_wie_vastlegde_bevestigt_niet_zelf(drie: Wereld, tmp_path: Path) -> None:
    """Refused before anything is sent; what another recorded can be confirmed."""
    leg_vast(drie, alle(tmp_path))
    stuurde = len(drie.verstuurd)
    uit = vergader(drie, "--bevestig", "--ja", "--als", "jurist")
    assert (uit.code, len(drie.verstuurd)) == (1, stuurde)
    assert uit.fout.count("Wie vastlegde, bevestigt niet zelf.") == 3
    assert "Er is niets bevestigd." in uit.uit
    droog = bevestig(drie, "--droog", "--json")
    assert (droog.code, statussen(droog), len(drie.verstuurd)) == (0, ["kan"] * 3, stuurde)


def test_alleen_wat_van_deze_vergadering_is_wordt_bevestigd(drie: Wereld, tmp_path: Path) -> None:
    """What waits of another day or another body is left alone."""
    leg_vast(drie, bestand(tmp_path, besluit(EEN)))
    drie.nu = datetime(2026, 3, 12, 20, tzinfo=UTC)
    anders = bestand(tmp_path, besluit(TWEE))
    assert vergader(drie, "--uitslagen", anders, "--als", "griffier", dag="2026-03-12").code == 0
    assert statussen(bevestig(drie, "--ja", "--json")) == ["vastgelegd"]
    assert aflopen(drie) == ["positief", "open", "open"]


# Geheimhouding.


def test_een_geheime_titel_staat_nergens(wereld: Wereld, tmp_path: Path) -> None:
    """Not on the agenda or the form, not in a refusal, not for the second person; nor what was said before it was secret."""
    voorgelegd(wereld, EEN, GEHEIM)
    voorgelegd(wereld, TWEE, GEHEIM, "2026-03-10")
    leg_geheim(wereld, EEN)
    stuk = f"{{nr: A1, titel: {GEHEIM}, uitkomst: aangehouden}}"
    eerder = f"  - {{opgave: {TWEE}, stap: B1, tot: {DAG}, motivering: {GEHEIM}, amendementen: [{stuk}]}}\n"
    pad = bestand(tmp_path, eerder, kop="")
    assert vergader(wereld, "--uitslagen", pad, "--als", "griffier", dag="2026-03-10").code == 0
    wereld.uid = 2000
    ja = vergader(wereld, "--bevestig", "--ja", "--als", "griffier", dag="2026-03-10")
    assert (ja.code, GEHEIM in ja.uit) == (0, True)  # until then it was public
    wereld.uid = 1000
    assert f"amendement A1 {GEHEIM}" in vergader(wereld).uit
    leg_geheim(wereld, TWEE)
    wereld.nu = datetime(2026, 3, 11, 20, tzinfo=UTC)
    gezien = [vergader(wereld, *woorden) for woorden in ([], ["--json"], ["--formulier"])]
    tekst = f"resultaat: kader\n    motivering: {GEHEIM}"
    gezien.append(leg_vast(wereld, bestand(tmp_path, besluit(EEN, tekst))))
    assert gezien[-1].code == 1
    weg = "resultaat: kader\n    amendementen: [{nr: A1, titel: Vertrouwelijk stuk, uitkomst: ingetrokken}]"
    gezien.append(leg_vast(wereld, bestand(tmp_path, besluit(EEN), besluit(TWEE, weg))))
    gezien += [bevestig(wereld, "--ja", *woorden) for woorden in (["--droog"], ["--droog", "--json"], [])]
    gezien.append(vergader(wereld))
    assert [uit.code for uit in gezien] == [0, 0, 0, 1, 0, 0, 0, 0, 0]
    for uit in gezien:
        assert (GEHEIM in uit.alles, "Vertrouwelijk stuk" in uit.uit) == (False, True), uit.alles
    assert aflopen(wereld) == ["positief"] * 2
