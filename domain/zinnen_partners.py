"""Sentences of facts about terms, reminders, requests and what partners bring in."""

from collections.abc import Callable
from typing import Any, get_args

from domain.basis import Functie
from domain.rol import ontleed
from domain.woorden import datum, gewoon, orgaan, zin

_STILTE = {
    "wachten": "dan wachten we",
    "doorgaan_na_besluit": "dan kan na een besluit worden doorgegaan",
    "escaleren": "dan gaat de vraag naar een hogere functie",
}
_BIJSTURING = {"aanhouden": "aangehouden", "omleiden": "omgeleid", "zin": "aangevuld met een zin"}


def wie(rol: str) -> str:
    """A role in a sentence: a function in words, `de bestuurder van gemeente-a`, a body, or a partner's own id."""
    if plek := ontleed(rol):
        return f"de {gewoon(plek.functie)} van {plek.partner}"
    return gewoon(orgaan(rol)) if rol in get_args(Functie) else orgaan(rol)


def _allen(rollen: tuple[str, ...]) -> str:
    return " en ".join(wie(rol) for rol in rollen)


def _herinnering(f: Any) -> str:
    """Facts of the first two editions name no channel."""
    kaal = (
        f"Herinnering {f.trede} aan {wie(f.aan) if f.kanaal else orgaan(f.aan)}: {f.wat} (uiterlijk {datum(f.einde)})."
    )
    om = f" Omgeleid; hij was voor {wie(f.omgeleid_van)}." if f.omgeleid_van else ""
    erbij = f" Erbij gezegd: {zin(f.zin)}" if f.zin else ""
    akkoord = f" Met akkoord op escalatie {f.escalatie}." if f.escalatie else ""
    return f"{kaal}{om}{akkoord}{erbij}"


def _bijgestuurd(f: Any) -> str:
    b = f.bijsturing
    trede = f" {b.trede}" if b.trede else "en"
    naar = f" naar {wie(b.naar)}" if b.naar else ""
    hoe = f"{_BIJSTURING[b.doe]}{naar} tot en met {datum(b.tot)}"
    return f"Herinnering{trede} over '{f.wat}' {'is' if b.trede else 'zijn'} {hoe}: {zin(b.reden)}"


def _escalatie(f: Any) -> str:
    delen = (naam.partition(" ") for naam in f.overgeslagen)
    weg = ", ".join(f"{trede} aan {wie(rol)}" for trede, _, rol in delen)
    overgeslagen = f" Niet meer verstuurd: {weg}." if weg else ""
    stil = f"want {wie(f.geadresseerde)} reageerde niet: {zin(f.wat)}"
    return f"Herinnering {f.trede} aan {_allen(f.aan)} wacht op akkoord ({f.escalatie}), {stil}{overgeslagen}"


def _hervat(f: Any) -> str:
    stil = f"{f.dagen} {'dag' if f.dagen == 1 else 'dagen'} stilstand"
    van = wie(f.termijn.geadresseerde)
    return f"De termijn van {van} loopt weer en eindigt nu op {datum(f.termijn.einde)}, na {stil}: {zin(f.reden)}"


def _beslist(f: Any) -> str:
    reden = f": {zin(f.reden)}" if f.reden else "."
    return f"Escalatie {f.escalatie} {'mag' if f.akkoord else 'gaat niet'} naar de bestuurders{reden}"


ZINNEN: dict[str, Callable[[Any], str]] = {
    "TermijnOpgeschort": lambda f: (
        f"De termijn van {wie(f.geadresseerde)} staat stil ({f.grond}): {zin(f.wat)} {zin(f.reden)}"
    ),
    "TermijnHervat": _hervat,
    "KalenderAangevuld": lambda f: (
        f"Als feestdag telt nu ook: {', '.join(f'{datum(d.datum)} ({d.bron})' for d in f.dagen)}."
    ),
    "TermijnHerberekend": lambda f: (
        f"De termijn van {wie(f.termijn.geadresseerde)} is opnieuw berekend: {datum(f.was)} wordt "
        f"{datum(f.termijn.einde)}. {zin(f.reden)}"
    ),
    "HerinneringVerstuurd": _herinnering,
    "HerinneringBijgestuurd": _bijgestuurd,
    "BijsturingOpgeheven": lambda f: (
        f"Bijsturing {f.bijsturing} is opgeheven; herinneringen gaan weer zoals gepland."
        + (f" {zin(f.reden)}" if f.reden else "")
    ),
    "EscalatieVoorgelegd": _escalatie,
    "EscalatieBeslist": _beslist,
    "EscalatieVervallen": lambda f: f"Escalatie {f.escalatie} is niet meer nodig: {zin(f.reden)}",
    "AntwoordVerbeterd": lambda f: (
        f"{f.aan} verbetert het antwoord op verzoek {f.verzoek} ({gewoon(f.oordeel)}): {f.antwoord}"
    ),
    "UitstelGevraagd": lambda f: (
        f"{f.aan} vraagt uitstel voor verzoek {f.verzoek} tot en met {datum(f.tot)}: {zin(f.reden)}"
    ),
    "UitstelVerleend": lambda f: f"{f.aan} krijgt uitstel voor verzoek {f.verzoek} tot en met {datum(f.tot)}.",
    "UitstelGeweigerd": lambda f: f"{f.aan} krijgt geen uitstel voor verzoek {f.verzoek}: {zin(f.reden)}",
    "StilteBepaald": lambda f: (
        f"Als {f.aan} niet antwoordt op verzoek {f.verzoek}, {_STILTE[f.bij_stilte]}: {zin(f.reden)}"
    ),
    "InbrengGedaan": lambda f: f"{orgaan(f.van)} brengt een {f.inbrengsoort} in ({f.inbreng}): {zin(f.onderwerp)}",
    "InbrengBehandeld": lambda f: (
        f"De {f.inbrengsoort} van {orgaan(f.van)} ({f.inbreng}) is {gewoon(f.oordeel)}: {zin(f.antwoord)}"
    ),
}
