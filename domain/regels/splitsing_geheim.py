"""What is secret stays: what says something about a step under geheimhouding does not go to another life."""

from collections.abc import Callable
from typing import Any

from domain.basis import Weigering
from domain.beeld.verborgen import geheim_in
from domain.stand import Stand
from domain.taal.splitsing import Deelsoort, Splits, VoegSamen

VAST = "Hierin staat iets over een stap waar geheimhouding op rust (PW 86)."


def zwijgt(stand: Stand) -> Callable[[Deelsoort, str], bool]:
    """The question whether a thing here, by kind and id, says what is secret, as far as the state knows."""
    geheim = geheim_in(stand)
    return lambda soort, id_: geheim(_gezegd(stand, soort, id_))


def _gezegd(stand: Stand, soort: Deelsoort, id_: str) -> Any:
    """What people wrote in it; nothing of what has no words of its own, or is judged by its step."""
    match soort:
        case "les":
            return stand.lessen[id_].model_dump(mode="json")
        case "kader" if id_ in stand.bladen:
            return stand.bladen[id_].model_dump(mode="json")
        case "kader":
            deel, _, nr = id_.partition(".")
            return getattr(stand.bladen["kaders"], deel)[int(nr) - 1]
        case "verzoek":
            return stand.verzoeken[id_].vraag
        case "afspraak":
            return stand.afspraken[id_].tekst
        case _:
            return ""


def toets(stand: Stand, opdracht: Splits | VoegSamen) -> None:
    """Raise Weigering when what is said about the division tells something that is secret."""
    rust = [g for g in stand.geheim.values() if g.rust]
    mag = {tekst for g in rust for tekst in (g.neutrale_titel, g.referentie)}
    velden = ("titel", "thema", "betekenis_voor_flevolander", "reden")
    gezegd = {veld: str(getattr(opdracht, veld, "")) for veld in velden}
    gezegd |= {f"reden bij {t.soort} {t.id}": t.reden for t in opdracht.verdeling}
    geheim = geheim_in(stand)
    fout = tuple(waar for waar, tekst in gezegd.items() if tekst not in mag and geheim(tekst))
    if fout:
        reden = "De andere opgave kan dit lezen. Hier staat iets over een stap waar geheimhouding op rust:"
        raise Weigering("PW 84, 86", reden, fout)
