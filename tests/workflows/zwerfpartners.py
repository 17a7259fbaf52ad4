"""What a random life says about what partners owe: terms that move, reminders that are steered, answers, what they bring."""

from datetime import date
from random import Random
from typing import Any

from omgeving import GRIFFIER, JURIST, Leven

from domain.opdracht import Opdracht

FEITEN = (
    *("TermijnOpgeschort", "TermijnHervat", "TermijnVerlengd", "KalenderAangevuld", "TermijnHerberekend"),
    *("HerinneringBijgestuurd", "BijsturingOpgeheven", "UitstelGevraagd", "UitstelVerleend", "UitstelGeweigerd"),
    *("StilteBepaald", "AntwoordVerbeterd", "InbrengGedaan", "InbrengBehandeld"),
)
"""The facts that only come of these commands."""
VRIJ = (date(2026, 9, 18), date(2026, 9, 22))
TOT = (date(2026, 9, 7), date(2026, 9, 10))
BIJ: tuple[dict[str, Any], ...] = (
    {"doe": "aanhouden"},
    {"doe": "zin", "zin": "Bel ons gerust."},
    {"doe": "omleiden", "naar": "jurist"},
)


def partnerzaak(leven: Leven, dobbel: Random) -> Opdracht:
    """One command; whether it is allowed depends on what was said before."""
    verzoek = f"V{dobbel.randint(1, 3)}"
    termijn = dobbel.choice((f"{verzoek}/T17", f"AF{dobbel.randint(2, 3)}/T17", "ontvangstbevestiging/T18"))
    soort, velden = dobbel.choice((*_termijnen(dobbel, termijn), *_verzoeken(dobbel, verzoek)))
    return leven.opdracht(soort, **velden)


def _termijnen(dobbel: Random, termijn: str) -> tuple[tuple[str, dict[str, Any]], ...]:
    over: dict[str, Any] = {"termijn": termijn, "reden": "Zo loopt het."}
    vrij = [{"datum": dobbel.choice(VRIJ), "bron": "Stcrt. 2026, 1"}]
    return (
        ("SchortTermijnOp", over),
        ("HervatTermijn", over),
        ("VerlengTermijn", {**over, "tot": date(2026, 10, 30)}),
        ("VulKalenderAan", {"dagen": vrij, "reden": "Een besluit.", "door": JURIST}),
        ("StuurHerinneringBij", {**over, "tot": dobbel.choice(TOT), **dobbel.choice(BIJ)}),
        ("HefBijsturingOp", {"bijsturing": "BS1"}),
        ("BeslisEscalatie", {"escalatie": "ESC1", "akkoord": True}),
    )


def _verzoeken(dobbel: Random, verzoek: str) -> tuple[tuple[str, dict[str, Any]], ...]:
    antwoord, reden = {"verzoek": verzoek, "antwoord": "Ja."}, {"verzoek": verzoek, "reden": "Zo loopt het."}
    return (
        ("VraagUitstel", {**reden, "tot": date(2026, 10, 6)}),
        ("BeslisUitstel", {**reden, "akkoord": dobbel.random() < 0.5}),
        ("BepaalStilte", {**reden, "bij_stilte": "escaleren"}),
        ("LegAntwoordVast", {**antwoord, "kanaal": "telefoon", "door": GRIFFIER}),
        ("VerbeterAntwoord", {**antwoord, "oordeel": "akkoord"}),
        ("BrengIn", {"inbrengsoort": "vraag", "onderwerp": "Het net", "tekst": "Wanneer is er weer plaats?"}),
        ("BehandelInbreng", {"inbreng": "I1", "oordeel": "beantwoord", "antwoord": "In 2029."}),
    )
