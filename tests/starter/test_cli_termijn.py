"""`opgave termijn`: a term by law, with its reasons in plain words and the articles for programs."""

import json
import os
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from test_cli_hulp import Wereld, begonnen, leeg_register, wereld

from domain.reglement.register import nieuwste
from starter.cli import omgeving as omgeving_module
from starter.cli.omgeving import Omgeving

__all__ = ["leeg_register", "wereld"]

SLEUTELS = {"einde", "nominaal", "grondslag", "uitleg", "waarschuwing", "gelijkgesteld_tot"}


def antwoord(wereld: Wereld, *opties: str) -> dict[str, Any]:
    uit = wereld("termijn", *opties, "--json")
    assert (uit.code, uit.fout) == (0, ""), uit.alles
    data: dict[str, Any] = json.loads(uit.uit)
    assert set(data) == SLEUTELS
    return data


def plat(tekst: str) -> str:
    return " ".join(tekst.split())


@pytest.mark.parametrize(
    ("regel", "einde", "nominaal", "grondslag"),
    [
        ("--van 2026-03-10 --duur 8w", "2026-05-06", "2026-05-05", ["Atw 1 lid 1", "Atw 3"]),
        ("--van 2026-03-20 --duur 8w", "2026-05-18", "2026-05-15", ["Atw 1 lid 1", "Atw 3"]),
        ("--van 2025-03-10 --duur 8w", "2025-05-06", "2025-05-05", ["Atw 1 lid 1", "Atw 3"]),
        ("--van 2025-01-15 --duur 8w", "2025-03-12", "2025-03-12", []),
        ("--van 2027-03-01 --duur 4w", "2027-03-30", "2027-03-29", ["Atw 1 lid 1", "Atw 3"]),
        ("--van 2026-12-28 --duur 13w", "2027-03-29", "2027-03-29", ["Atw 4"]),
        ("--van 2026-03-10 --duur 8w --zonder-atw", "2026-05-05", "2026-05-05", []),
        ("--van 10-3-2026 --duur 10d", "2026-03-20", "2026-03-20", []),
        ("--van 2026-05-01 --duur 8d", "2026-05-11", "2026-05-09", ["Atw 1 lid 1"]),
        ("--van 2026-12-24 --duur 3d", "2026-12-29", "2026-12-27", ["Atw 1 lid 1", "Atw 2"]),
        ("--van 2026-03-31 --duur 4wd", "2026-04-08", "2026-04-08", []),
        ("--van 2025-05-05 --duur 1j", "2026-05-05", "2026-05-05", ["Atw 4"]),
        ("--van 2026-07-28 --duur 12w --terug", "2026-05-05", "2026-05-05", ["Atw 1 lid 2"]),
        ("--van 2026-12-29 --duur 3d --terug", "2026-12-24", "2026-12-26", ["Atw 1 lid 2", "Atw 2"]),
        ("--van 2026-06-02 --duur 6w --startdag-telt", "2026-07-13", "2026-07-13", ["Awb 3:16 lid 2"]),
        ("--van 2026-03-10 --duur 2w --wacht", "2026-03-25", "2026-03-24", []),
        ("--van 2026-03-10 --duur 8w --wacht", "2026-05-07", "2026-05-05", ["Atw 1 lid 1", "Atw 3"]),
        ("--van 2026-03-10 --duur 8w --wacht --zonder-atw", "2026-05-06", "2026-05-05", []),
        ("--voor 2026-07-15", "2026-07-14", "2026-07-14", []),
        ("--voor 2026-05-06", "2026-05-05", "2026-05-05", []),
        ("--van 2026-03-10T14:00 --duur 48u", *["2026-03-12T14:00:00+01:00"] * 2, ["Atw 4"]),
        ("--van 2026-03-28T12:00 --duur 24u", *["2026-03-29T13:00:00+02:00"] * 2, ["Atw 4"]),
        ("--van 2026-07-01T09:30 --duur 24u --terug", *["2026-06-30T09:30:00+02:00"] * 2, ["Atw 4"]),
        ("--van 2026-10-25T02:30+01:00 --duur 1u", *["2026-10-25T03:30:00+01:00"] * 2, ["Atw 4"]),
    ],
)
def test_een_termijn_eindigt_op_de_voorgerekende_dag(
    wereld: Wereld, regel: str, einde: str, nominaal: str, grondslag: list[str]
) -> None:
    """The legal vectors, as a program reads them."""
    data = antwoord(wereld, *regel.split())
    assert (data["einde"], data["nominaal"], data["grondslag"]) == (einde, nominaal, grondslag)
    assert (data["waarschuwing"], data["gelijkgesteld_tot"]) == ("", "2028-12-31")


@pytest.mark.parametrize(
    ("regel", "einde", "grondslag"),
    [
        ("--van 2026-03-10 --soort T01", "2026-05-06", ["Wgr 51, 73, 83 lid 3", "Atw 1 lid 1", "Atw 3"]),
        ("--van 2026-02-03 --soort t02", "2026-05-05", ["Awb 10:31, 10:32", "Atw 4"]),
        ("--van 2026-07-28 --soort T03", "2026-05-05", ["Wgr 59, 81", "Atw 1 lid 2"]),
        ("--van 2026-06-02 --soort T06", "2026-07-13", ["Awb 3:16", "Awb 3:16 lid 2"]),
        ("--van 2026-03-10 --soort T07", "2026-04-21", ["Awb 6:7", "Awb 6:8 lid 1"]),
        ("--van 2026-03-10 --soort T07 --wacht", "2026-04-22", ["Awb 6:7", "Awb 6:8 lid 1"]),
        ("--van 2026-03-10 --soort T10:onderzoek", "2026-04-07", ["Woo 3.3 lid 4, 5 f"]),
        ("--van 2026-03-10 --soort T11", "2026-03-25", ["PW 194, 196"]),
        ("--van 2026-10-20 --soort T12", "2026-11-03", ["PW 195"]),
        ("--van 2026-11-10 --soort T12", "2026-11-14", ["PW 195"]),
        ("--van 2026-11-20 --soort T12", "2026-12-04", ["PW 195"]),
        ("--van 2026-03-10 --soort T13 --duur 6w", "2026-04-21", ["PW 186 lid 2"]),
        ("--van 2026-03-10 --soort T15", "2031-03-10", ["Awb 4:24", "Atw 4"]),
        ("--van 2026-03-10 --soort T17", "2026-04-09", ["convenant"]),
    ],
)
def test_de_termijntabel_bepaalt_lengte_richting_en_wet(
    wereld: Wereld, regel: str, einde: str, grondslag: list[str]
) -> None:
    """A row of the table needs no length, and its article comes first."""
    data = antwoord(wereld, *regel.split())
    assert (data["einde"], data["grondslag"]) == (einde, grondslag)


def test_elke_soort_met_een_eigen_lengte_is_uit_te_rekenen(wereld: Wereld) -> None:
    """Every row of the newest table with a length of its own gives what the running system would reckon with."""
    anders = {"T11": date(2026, 3, 25)}  # what must wait may be done on the day after
    for soort in nieuwste().termijnen:
        if soort.duur is not None:
            verwacht = anders.get(soort.code) or soort.bereken(date(2026, 3, 10), nieuwste().kalender).einde
            data = antwoord(wereld, "--van", "2026-03-10", "--soort", soort.code)
            assert data["einde"] == verwacht.isoformat()
            assert soort.code in data["uitleg"]


@pytest.mark.parametrize(
    ("regel", "woorden"),
    [
        ("--van 2026-03-10 --duur 8w", ["Uiterlijk woensdag 6 mei 2026", "bevrijdingsdag", "Grondslag: Atw 1 lid 1"]),
        ("--van 2026-03-10 --duur 8w", ["begint de dag na de gebeurtenis: woensdag 11 maart 2026"]),
        ("--van 2026-03-10 --duur 2w --wacht", ["Niet eerder dan woensdag 25 maart 2026", "moet voorbij zijn"]),
        ("--van 2026-03-10 --soort T11", ["Niet eerder dan woensdag 25 maart 2026", "moet voorbij zijn"]),
        ("--van 2026-02-03 --duur 13w", ["geldt niet voor een termijn van 13 weken", "5 mei 2026 is geen werkdag"]),
        ("--voor 2026-07-15", ["Uiterlijk dinsdag 14 juli 2026", "schuift niet op"]),
        ("--voor 2026-05-06", ["5 mei 2026 is geen werkdag (bevrijdingsdag (5 mei))"]),
        ("--van 2026-03-31 --duur 4wd", ["gelijkgestelde dagen tellen niet mee"]),
        ("--van 2026-03-10 --duur 8w --zonder-atw", ["De Algemene termijnenwet is niet toegepast."]),
        ("--van 2026-10-25T02:30 --duur 1u", ["twee keer; gerekend is met de eerste keer"]),
        ("--van 2026-03-10T14:00 --duur 48u --wacht", ["Niet eerder dan donderdag 12 maart 2026 om 14:00 uur"]),
        ("--van 2026-11-20 --soort T12", ["voor 15-11 (begroting)", "Die dag is al voorbij."]),
        ("--van 2026-03-10 --soort T17", ["staat niet in een wet"]),
    ],
)
def test_het_scherm_legt_uit_waarom(wereld: Wereld, regel: str, woorden: list[str]) -> None:
    """The day in full, and in plain words what moved it or did not."""
    uit = wereld("termijn", *regel.split())
    assert (uit.code, uit.fout) == (0, "")
    for deel in woorden:
        assert deel in plat(uit.uit)


@pytest.mark.parametrize(
    ("regel", "jaren"),
    [
        ("--van 2028-12-20 --duur 4w", "2029"),
        ("--van 2028-12-20 --duur 3j", "2029 tot en met 2031"),
        ("--van 2022-12-01 --duur 2w", "2022"),
        ("--van 2020-12-01 --duur 2w", "2020"),
        ("--van 2031-12-01 --duur 2w", "2031"),
        ("--van 2029-01-05 --duur 4w --terug", "2029"),
        ("--van 2028-12-11 --duur 20wd", "2029"),
        ("--van 2022-12-20 --duur 7j", "2022 en 2029"),
    ],
)
def test_een_jaar_zonder_bekende_dagen_geeft_een_waarschuwing(wereld: Wereld, regel: str, jaren: str) -> None:
    """It names the years, stands apart in the JSON, and on the screen beside the answer; in the explanation once."""
    data = antwoord(wereld, *regel.split())
    assert f"gelijkgestelde dagen van {jaren} staan niet in de gegevens" in data["waarschuwing"]
    assert "Let op: de gelijkgestelde" not in data["uitleg"]
    uit = wereld("termijn", *regel.split())
    assert data["waarschuwing"] in plat(uit.fout)


@pytest.mark.parametrize(
    ("regel", "optie"),
    [
        ("", "--duur"),
        ("--van 2026-03-10", "--duur"),
        ("--duur 8w", "--van"),
        ("--van 2026-02-30 --duur 8w", "--van"),
        ("--van 1800-01-01 --duur 8w", "--van"),
        ("--van 2026-03-10T14:00 --duur 8w", "--van"),
        ("--van 2026-03-10 --duur 48u", "--van"),
        ("--van 2026-03-10T25:00 --duur 48u", "--van"),
        ("--van 2026-02-30T12:00 --duur 48u", "--van"),
        ("--van 2026-03-29T02:30 --duur 48u", "--van"),
        ("--van 2026-03-10T14:00+25:00 --duur 48u", "--van"),
        ("--van 2026-03-10 --duur 0w", "--duur"),
        ("--van 2026-03-10T14:00 --duur 0u", "--duur"),
        ("--van 2026-03-10 --duur -3d", "--duur"),
        ("--van 2026-03-10 --duur 8", "--duur"),
        ("--van 2026-03-10 --duur 8.5w", "--duur"),
        ("--van 2026-03-10 --duur 9999j", "--duur"),
        ("--van 2026-03-10 --duur 300j --terug", "--duur"),
        ("--voor 2026-13-01", "--voor"),
        ("--voor 2026-07-15T12:00", "--voor"),
        ("--voor 2026-07-15 --van 2026-01-01", "--voor"),
        ("--voor 2026-07-15 --duur 8w", "--voor"),
        ("--voor 2026-07-15 --soort T01", "--voor"),
        ("--voor 2026-07-15 --wacht", "--voor"),
        ("--van 2026-03-10 --duur 8w --terug --wacht", "--wacht"),
        ("--van 2026-03-10 --duur 8w --terug --startdag-telt", "--startdag-telt"),
        ("--van 2026-03-10T14:00 --duur 48u --startdag-telt", "--startdag-telt"),
        ("--van 2026-03-10 --soort T01 --terug", "--terug"),
        ("--van 2026-03-10 --soort T01 --zonder-atw", "--zonder-atw"),
        ("--van 2026-03-10 --soort T01 --startdag-telt", "--startdag-telt"),
        ("--van 2026-03-10 --soort T01 --duur 8w", "--duur"),
        ("--van 2026-03-10 --soort T03 --wacht", "--wacht"),
        ("--van 2026-03-10 --soort T99", "--soort"),
        ("--van 2026-03-10 --soort T10:advies", "--soort"),
        ("--van 2026-03-10 --soort T01:onderzoek", "--soort"),
        ("--van 2026-03-10 --soort T05", "--voor"),
        ("--van 2026-03-10 --soort T13", "--duur"),
        ("--van 2026-03-10 --soort T13 --duur 48u", "--duur"),
        ("--soort T01", "--van"),
    ],
)
def test_verkeerde_invoer_is_een_zin_die_de_optie_noemt(wereld: Wereld, regel: str, optie: str) -> None:
    """Exit code 2, one Dutch sentence with the option in it, nothing on standard output."""
    uit = wereld("termijn", *regel.split())
    assert (uit.code, uit.uit) == (2, "")
    assert optie in uit.fout
    assert uit.fout.count("\n") == 1
    met_json = wereld("termijn", *regel.split(), "--json")
    assert json.loads(met_json.uit)["fout"]["code"] == 2


def test_een_tijd_bij_hele_dagen_zegt_wat_eraan_te_doen_is(wereld: Wereld) -> None:
    assert "laat de tijd weg" in wereld("termijn", "--van", "2026-03-10T14:00", "--duur", "8w").fout


@pytest.mark.parametrize("optie", ["--van", "--duur", "--soort", "--voor"])
def test_een_lege_optie_wordt_genoemd(wereld: Wereld, optie: str) -> None:
    uit = wereld("termijn", optie, "")
    assert (uit.code, uit.fout) == (2, f"{optie}: hier staat niets.\n")


def aangevuld(wereld: Wereld, *dagen: str) -> None:
    """An opgave that got to know these days; it is over by now."""
    begonnen(wereld)
    wereld.tik("VulKalenderAan", dagen=[{"datum": dag, "bron": "Stcrt. 2026, 1"} for dag in dagen], reden="besluit")
    wereld.tik("TrekIn", reden="geen geld")


@pytest.mark.parametrize(
    ("regel", "einde", "telt"),
    [
        ("--van 2026-05-01 --duur 3wd", "2026-05-08", "woensdag 6 mei 2026"),
        ("--van 2026-03-11 --duur 8w", "2026-05-07", "woensdag 6 mei 2026"),
        ("--van 2026-03-11 --soort T01", "2026-05-07", "woensdag 6 mei 2026"),
        ("--van 2026-03-11 --duur 9w", "2026-05-13", ""),
        ("--van 2026-03-11 --duur 8w --zonder-atw", "2026-05-06", ""),
    ],
)
def test_een_dag_die_later_is_toegevoegd_telt_mee_met_zijn_bron(
    wereld: Wereld, regel: str, einde: str, telt: str
) -> None:
    """Of the two days only the one is named without which the term would end on another day."""
    aangevuld(wereld, "2026-05-06", "2026-11-04")
    data = antwoord(wereld, *regel.split())
    assert data["einde"] == einde
    zin = f"Later als gelijkgestelde dag toegevoegd en hier meegeteld: {telt} (Stcrt. 2026, 1)."
    assert (zin in data["uitleg"]) == bool(telt)
    assert "november" not in data["uitleg"]
    let_op = "Let op: woensdag 6 mei 2026 is geen werkdag (gelijkgestelde dag, Stcrt. 2026, 1)."
    assert (let_op in data["uitleg"]) == ("zonder" in regel)


def test_zonder_register_wordt_er_gewoon_gerekend(wereld: Wereld, monkeypatch: pytest.MonkeyPatch) -> None:
    """A register that can't be reached is told once; there being none yet is no news, and makes no file."""
    aangevuld(wereld, "2026-05-06")
    vraag = ("termijn", "--van", "2026-03-11", "--duur", "8w")
    monkeypatch.setattr(omgeving_module, "maak_omgeving", Omgeving)
    monkeypatch.setenv("OPGAVE_DATABASE_URL", "postgresql+psycopg://niemand@127.0.0.1:1/niets")
    stil = wereld(*vraag)
    assert (stil.code, stil.fout.count("niet bereikbaar")) == (0, 1)
    assert "Uiterlijk woensdag 6 mei 2026" in stil.uit
    monkeypatch.setenv("OPGAVE_DATABASE_URL", "sqlite:////tmp/bestaat/niet/register.db")
    assert (wereld(*vraag).code, wereld(*vraag).fout) == (0, "")


def test_een_termijn_uitrekenen_laadt_geen_database_en_geen_temporal(tmp_path: Path) -> None:
    """A sum needs no server: where there is no register the command starts fast, and makes none."""
    regel = (
        "import sys; from starter.cli.hoofd import draai; "
        "assert draai(['termijn', '--van', '2026-03-10', '--duur', '8w']) == 0; "
        "print(sorted({'sqlalchemy', 'temporalio', 'register'} & set(sys.modules)))"
    )
    buiten = {**os.environ, "OPGAVE_GEGEVENSMAP": str(tmp_path), "PYTHONPATH": os.pathsep.join(sys.path)}
    buiten.pop("OPGAVE_DATABASE_URL", None)
    klaar = subprocess.run([sys.executable, "-c", regel], capture_output=True, text=True, check=True, env=buiten)
    assert klaar.stdout.splitlines()[-1] == "[]"
    assert not list(tmp_path.iterdir())
