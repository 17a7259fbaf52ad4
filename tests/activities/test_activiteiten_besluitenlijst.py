"""The besluitenlijst of a body and a day, as PDF, HTML and JSON in the fields of the province."""

import json
import pickle
import re
import subprocess
import sys
from datetime import date
from typing import Any

import pytest
from documentleven import OPGAVE
from pdflezer import Pdf

from activities.documenten import besluitenlijst as lijsten
from register.rijen import Besluitrij


def _besluitrij(nummer: int, orgaan: str = "GS", op: date = date(2026, 3, 17), **anders: Any) -> Besluitrij:
    velden: dict[str, Any] = {
        "sleutel": f"k{nummer}",
        "orgaan": orgaan,
        "op": op,
        "nummer": nummer,
        "titel": "Energiehub Oostrand",
        "portefeuille": "Energie",
        "uitkomst": "conform",
        "beslispunten": "Het ontwerp vast te stellen.\nHet toe te zenden aan PS.",
        "samenvatting": "Het net is vol.",
        "grondslag": "PW 158",
        "opgave": OPGAVE,
        "stap": "V1.A0",
    }
    return Besluitrij(**(velden | anders))


def test_de_besluitenlijst_heeft_de_velden_van_de_provincie() -> None:
    """Number, titel, portefeuillehouder, numbered beslispunten, samenvatting: the same in PDF, HTML and JSON."""
    blad, pagina, gegevens = lijsten.maak_besluitenlijsten([_besluitrij(1)])
    assert json.loads(gegevens.inhoud) == {
        "orgaan": "Gedeputeerde Staten",
        "datum": "2026-03-17",
        "besluiten": [
            {
                "nummer": 1,
                "titel": "Energiehub Oostrand",
                "portefeuillehouder": "Energie",
                "beslispunten": ["Het ontwerp vast te stellen.", "Het toe te zenden aan PS."],
                "samenvatting": "Besluit: conform. Het net is vol.",
            }
        ],
    }
    assert [x.bestandsnaam for x in (blad, pagina, gegevens)] == [
        f"besluitenlijst-GS-2026-03-17.{v}" for v in ("pdf", "html", "json")
    ]
    html = pagina.inhoud.decode()
    assert '<h2 dir="auto">1. Energiehub Oostrand</h2>' in html
    assert '<ol>\n<li dir="auto">Het ontwerp vast te stellen.</li>' in html
    tekst = Pdf(blad.inhoud).tekst
    for deel in (
        "1. Energiehub Oostrand",
        "Portefeuillehouder Energie",
        "2. Het toe te zenden aan PS.",
        "Het net is vol.",
    ):
        assert deel.replace(" ", "") in tekst


def test_een_besluitenlijst_zegt_ook_wat_niet_is_aangenomen() -> None:
    """Beslispunten alone would read as adopted."""
    _, pagina, gegevens = lijsten.maak_besluitenlijsten(
        [_besluitrij(1, "PS", uitkomst="verworpen", samenvatting="", portefeuille="")]
    )
    assert json.loads(gegevens.inhoud)["besluiten"][0]["samenvatting"] == "Besluit: verworpen."
    assert "Besluit: verworpen." in pagina.inhoud.decode()
    assert "niet vermeld" in pagina.inhoud.decode()


def test_elke_vergadering_heeft_haar_eigen_lijst() -> None:
    """By body and day, whatever the order of the rows."""
    rijen = [_besluitrij(2), _besluitrij(1, "PS"), _besluitrij(1, op=date(2026, 3, 10)), _besluitrij(1)]
    gemaakt = lijsten.maak_besluitenlijsten(rijen)
    assert [x.bestandsnaam for x in gemaakt if x.vorm == "json"] == [
        "besluitenlijst-GS-2026-03-10.json",
        "besluitenlijst-GS-2026-03-17.json",
        "besluitenlijst-PS-2026-03-17.json",
    ]
    nummers = [b["nummer"] for b in json.loads(gemaakt[5].inhoud)["besluiten"]]
    assert nummers == [1, 2]
    assert lijsten.maak_besluitenlijsten([]) == ()


@pytest.mark.parametrize("orgaan", ["../../etc/cron.d", "a/b\\c", "", "..."])
def test_een_bestandsnaam_blijft_in_de_map(orgaan: str) -> None:
    """Whatever a body is called."""
    naam = lijsten.maak_besluitenlijsten([_besluitrij(1, orgaan)])[0].bestandsnaam
    assert re.fullmatch(r"besluitenlijst-[A-Za-z0-9._-]*-?2026-03-17\.pdf", naam)
    assert ".." not in naam


def test_een_ander_proces_maakt_dezelfde_bytes() -> None:
    """No clock, no random id, no order of a set in it."""
    rij = _besluitrij(1)
    opdracht = (
        "import sys, pickle; from activities.documenten.besluitenlijst import maak_besluitenlijsten as maak;"
        "print(*(lijst.sha256 for lijst in maak([pickle.loads(sys.stdin.buffer.read())])))"
    )
    klaar = subprocess.run([sys.executable, "-c", opdracht], input=pickle.dumps(rij), capture_output=True, check=True)
    assert klaar.stdout.decode().split() == [lijst.sha256 for lijst in lijsten.maak_besluitenlijsten([rij])]
