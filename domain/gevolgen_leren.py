"""Effects of facts about learning: lessons are looked for at two moments, and the answers go back to their source."""

from collections.abc import Callable
from typing import Any

from domain.basis import Fase
from domain.berichten import maak_bericht
from domain.feit import Feit
from domain.gevolg import Gevolg, Overbrengen


def _zoek_lessen(feit: Feit, moment: str) -> tuple[Gevolg, ...]:
    """The opgave hears from itself which lessons fit; they are looked up when this is carried."""
    inhoud = {"soort": "BiedLessenAan", "moment": moment, "lessen": []}
    return (Overbrengen(naar=feit.opgave, inhoud=inhoud),)


def _nieuwe_fase(feit: Feit, f: Any) -> tuple[Gevolg, ...]:
    return _zoek_lessen(feit, "F3") if f.fase == Fase.ORGANISEERVORM else ()


def _gevalideerd(feit: Feit, f: Any) -> tuple[Gevolg, ...]:
    if f.klopt:
        return ()
    vraag = "Bespreek wat er niet klopt, en leg de les zo nodig opnieuw vast."
    return (maak_bericht(feit, f"Les {f.les} klopt niet volgens {f.partner}"[:120], "opgavemanager", vraag=vraag),)


def _aangeboden(feit: Feit, f: Any) -> tuple[Gevolg, ...]:
    if not f.lessen:
        return ()
    regels = tuple(f"{a.les} {a.titel}: {a.regel[:300]} ({', '.join(a.waarom)})" for a in f.lessen)
    vraag = "Zeg van elke les of u haar toepast, en waarom."
    return (maak_bericht(feit, f"Lessen van anderen bij {f.moment}", "opgavemanager", meer=regels, vraag=vraag),)


def _beantwoord(feit: Feit, f: Any) -> tuple[Gevolg, ...]:
    opgave, _, les = f.les.partition("/")
    inhoud = {"soort": "MeldHergebruik", "les": les, "in_opgave": feit.opgave, "bron": feit.seq, "antwoord": f.antwoord}
    return (Overbrengen(naar=opgave, inhoud=inhoud),)


REGELS: dict[str, Callable[[Feit, Any], tuple[Gevolg, ...]]] = {
    "OpgaveGestart": lambda feit, _: _zoek_lessen(feit, "F1"),
    "FaseBegonnen": _nieuwe_fase,
    "LesGevalideerd": _gevalideerd,
    "LessenAangeboden": _aangeboden,
    "LesaanbodBeantwoord": _beantwoord,
}
