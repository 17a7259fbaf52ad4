"""The opgaven behind the agenda of a meeting: those with something for that body, and no others for nothing."""

from datetime import date
from typing import Any

from proefleven import Proefleven, leg_vast

from register import agenda
from register.verbinding import Register

DAG = date(2024, 3, 6)


def leven(register: Register, opgave: str, *zetten: dict[str, Any]) -> None:
    """A life that has begun, and these commands."""
    proef = Proefleven(opgave).begonnen()
    for zet in zetten:
        proef.geef(**zet)
    leg_vast(register, proef.alles())


def voorgelegd(orgaan: str, op: date | None = DAG) -> tuple[dict[str, Any], ...]:
    """A proposal before this body."""
    wanneer = {} if op is None else {"vergadering_op": op}
    code = "kader" if orgaan == "PS" else "agenda"
    return (
        {"soort": "OpenBesluit", "code": code, "orgaan": orgaan, "onderwerp": "warmte"},
        {"soort": "LegVoor", "stap": "B1", **wanneer},
    )


def gevonden(register: Register, orgaan: str = "PS", dag: date = DAG) -> list[str]:
    return [stand.opgave for stand in agenda.standen(register, orgaan, dag)]


def test_wat_voor_het_orgaan_ligt_wordt_gevonden_met_en_zonder_datum(register: Register) -> None:
    """Over all opgaven, by id; an opgave where nothing waits is not read."""
    leven(register, "FL-2024-03", *voorgelegd("PS"))
    leven(register, "FL-2024-01", *voorgelegd("PS", None))
    leven(register, "FL-2024-02")
    assert gevonden(register) == ["FL-2024-01", "FL-2024-03"]
    assert all(stand.stappen["B1"].status == "voorgelegd" for stand in agenda.standen(register, "PS", DAG))


def test_wat_op_die_dag_is_besloten_hoort_er_ook_bij(register: Register) -> None:
    """Also when nothing of that opgave lies before the body any more; another day is another meeting."""
    besluit = {"soort": "LegBesluitVast", "stap": "B1", "functie": "griffier", "resultaat": "kader"}
    leven(register, "FL-2024-01", *voorgelegd("PS"), {**besluit, "stemming": {"wijze": "zonder_stemming"}})
    op = date(2024, 1, 8)
    assert gevonden(register, "PS", op) == ["FL-2024-01"]
    assert gevonden(register, "PS", DAG) == ["FL-2024-01"]  # it was put forward for this day
    assert gevonden(register, "PS", date(2024, 5, 1)) == []


def test_een_open_afspraak_is_genoeg_om_te_kijken(register: Register) -> None:
    """A toezegging to PS stays on their list, also of an opgave that has nothing else for them."""
    toezegging = {"soort": "MaakAfspraak", "tekst": "GS komen terug", "wie": "GS", "bron": "toezegging"}
    leven(register, "FL-2024-01", toezegging)
    assert gevonden(register) == ["FL-2024-01"]


def test_organen_die_ooit_iets_voorgelegd_kregen(register: Register) -> None:
    """Once each, in order of name."""
    assert agenda.organen(register) == ()
    leven(register, "FL-2024-01", *voorgelegd("PS"))
    leven(register, "FL-2024-02", *voorgelegd("GS"))
    leven(register, "FL-2024-03", *voorgelegd("PS"))
    assert agenda.organen(register) == ("GS", "PS")
