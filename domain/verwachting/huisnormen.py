"""How long things take as long as nothing was measured, in days of the calendar. Data, each row with its ground.

The weeks are those of domain.md 2.5 taken apart (A0 and A1 in GS 2 weeks, PS 6 to 10, partners 8 to 12, processing 4 to
6, notaris 3, publication 2), and for the rest an estimate of the house. They are never a term.
"""

from domain.basis import Model

_TABEL = "ervaringscijfer van het huis"
_SCHATTING = "schatting van het huis"


class Norm(Model):
    """The least and the likely number of days, and the ground."""

    vroegst: int
    waarschijnlijk: int
    grond: str


def _n(vroegst: int, waarschijnlijk: int, grond: str = _SCHATTING) -> Norm:
    return Norm(vroegst=vroegst, waarschijnlijk=waarschijnlijk, grond=grond)


NORMEN: dict[str, Norm] = {
    # from the day a step can be put before its body until it is
    "voorbereiden:GS": _n(2, 7),
    "voorbereiden:PS": _n(3, 10),
    "voorbereiden": _n(1, 7),
    "voorbereiden:A0b": _n(28, 42, "nota van beantwoording: 4 tot 6 weken"),
    # from being put before it until the decision, where no meeting decides
    "besluit:partner": _n(14, 56, "partners: 8 tot 12 weken tegelijk"),
    "besluit:A5": _n(28, 56, "8 weken, Wgr 40, 51, 73, 83"),
    "besluit:A6": _n(56, 91, "13 weken, Awb 10:31 en 10:32"),
    "besluit:A2": _n(1, 7, "binnen 5 werkdagen na het besluit van GS"),
    "besluit:A7": _n(7, 14, "bekendmaking: 2 weken"),
    "besluit:A8": _n(15, 15, "2 weken openbare kennisgeving, PW 194, 196"),
    "besluit:A13": _n(7, 21),
    "besluit:A17": _n(14, 21, "notaris: 3 weken"),
    "besluit:A18": _n(3, 14),
    "besluit:kroon": _n(90, 180),
    "besluit:rijk": _n(28, 90, "op zijn vroegst 4 weken na overlegging, Wgr 94, 97"),
    "vergadering": _n(0, 0, "de eerste vergadering die het haalt"),
    "besluit": _n(7, 28),
    # halts on the way to a body
    "halte:concept": _n(3, 14),
    "halte:toetsen": _n(3, 7),
    "halte:portefeuillehouder": _n(1, 7),
    "halte:gs": _n(7, 14, "GS: 2 weken"),
    "halte:gs_gehoord": _n(7, 14, "GS: 2 weken"),
    "halte:presidium": _n(3, 7),
    "halte:beeldvorming": _n(7, 14),
    "halte:commissie": _n(7, 14),
    "halte": _n(3, 7),
    # phases: the least stay, also when nothing is waited for
    "fase:F1": _n(14, 42),
    "fase:F2": _n(28, 91),
    "fase:F3": _n(14, 56),
    "fase:F4": _n(7, 28),
    "fase:F5": _n(14, 56),
    "fase:F6": _n(14, 56),
    # people's own steps
    "kaders_openen": _n(7, 21),
    "vorm_verkennen": _n(14, 42),
    "vorm_kiezen": _n(7, 28),
    "vorm_ingaan": _n(1, 14),
    "pilotplan": _n(7, 28),
    "pilot_starten": _n(7, 21),
    "pilot_duur": _n(182, 365, "een pilot duurt gewoonlijk een half tot een heel jaar"),
    "pilot_hervatten": _n(7, 42),
    "evaluatie_starten": _n(7, 14),
    "evaluatie": _n(28, 56, "40 werkdagen, termijn H04"),
    "evaluatie_besluit": _n(7, 21),
    "vervolg": _n(1, 7),
    "les": _n(7, 28),
    "les_vaststellen": _n(7, 28),
    "lescontrole": _n(182, 182, "na een half jaar, termijn T22"),
    "afspraak": _n(7, 60),
    "verzoek": _n(5, 28, "20 werkdagen, termijn T17"),
    "bevestigen": _n(0, 1),
    "bepalen": _n(1, 7),
    "hervatten": _n(1, 91),
    "rechtsmiddel": _n(42, 182, "6 tot 26 weken, naar de ervaring met bezwaar en beroep"),
    "rechtswege": _n(1, 14),
    "grondslag": _n(1, 14),
    "controversieel": _n(60, 150, "tot het nieuwe bestuur er is"),
    "afsluitvraag": _n(1, 7),
}

GAAT_OP: dict[str, bool] = {"A1": True, "A2": True, "A7": True, "A13": True}
"""Which conditional steps are supposed to apply while nobody has said so; the others (A4, A8, A9, A12) are not."""
MET_GELD = ("A8", "A12", "A13")
"""These are supposed to apply as soon as money was booked or a pilot has a budget."""
VORM = "CONVENANT"
"""The form that is counted with while there are no candidates."""

COMMISSIE = "statencommissie"
VERGADERRITME: dict[str, tuple[int, int]] = {"GS": (7, 7), "PS": (28, 14), COMMISSIE: (14, 10)}
"""Without a calendar: a meeting every so many days, and the papers so many days before it."""
DINSDAG, WOENSDAG = 1, 2
VERGADERDAG: dict[str, int] = {"GS": DINSDAG, "PS": WOENSDAG, COMMISSIE: WOENSDAG}
"""Without a calendar: the day of the week (domain.md W2, W3, W7)."""
GEEN_VERGADERING: tuple[tuple[int, int, int, int], ...] = ((7, 12, 8, 25), (12, 22, 1, 4))
"""Without a calendar: no meeting from (month, day) through (month, day), the usual summer and Christmas reces."""


def norm(*sleutels: str) -> Norm:
    """The first of these that is known."""
    return next(NORMEN[s] for s in sleutels if s in NORMEN)
