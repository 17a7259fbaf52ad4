"""Everything that was filled in, by theme and in readable form, and what was not filled in."""

from collections.abc import Iterable, Mapping, Sequence, Set

from domain.basis import is_agenda
from domain.beeld.samen.blad import Leesblad, lees
from domain.beeld.samen.bladwoorden import THEMAS, TITELS, VERVANGEN
from domain.beeld.samen.lezen import dag, naam
from domain.beeld.samen.vel import Rooster, Vel
from domain.feit import Feit
from domain.stand import Stand
from domain.woorden import gewoon


def overzicht(stand: Stand, feiten: Sequence[Feit] = ()) -> Vel:
    """A table per theme in which something was filled in; what was not is counted, and named at the end.

    An agenda has few sheets of its own: there nothing is missing.
    """
    gelezen = [lees(stand, b) for _, b in sorted(stand.bladen.items())]
    er = {b.soort for b in gelezen}
    themas = (_thema(naam_, soorten, gelezen) for naam_, soorten in THEMAS if er & set(soorten))
    mist = {} if is_agenda(stand.opgave) else _mist(er | _elders(stand))
    leeg = (_leeg(mist),) if mist else ()
    telling = "; ".join(f"{thema} {len(soorten)}" for thema, soorten in mist.items())
    return Vel(
        naam="overzicht",
        titel="Alles wat is ingevuld",
        roosters=(_leven(stand), *themas, _successen(stand), *leeg),
        let_op=(f"Nog niet ingevulde bladen: {telling}.",) if mist else (),
    )


def _elders(stand: Stand) -> Set[str]:
    """What was said at the beginning need not be said on a sheet again: its gate is satisfied with it."""
    return {"betekenis"} if stand.leven.betekenis_voor_flevolander else set()


def _mist(er: Set[str]) -> dict[str, list[str]]:
    """The sheets that were not filled in, by theme; one that another command took the place of is not asked for."""
    mist = {thema: [s for s in soorten if s not in er and s not in VERVANGEN] for thema, soorten in THEMAS}
    return {thema: soorten for thema, soorten in mist.items() if soorten}


def _leeg(mist: Mapping[str, Sequence[str]]) -> Rooster:
    rijen = tuple((thema, "; ".join(TITELS[s] for s in soorten)) for thema, soorten in mist.items())
    return Rooster(titel="Nog niet ingevuld", kolommen=("Thema", "Bladen"), rijen=rijen)


def _leven(stand: Stand) -> Rooster:
    leven = stand.leven
    gelijkwaardig = {None: "niet gezegd", True: "ja", False: "nee"}[leven.gelijkwaardig]
    rijen = (
        ("Aanleiding", gewoon(leven.aanleiding) or "-"),
        ("Thema", leven.thema or "-"),
        ("Gebied", leven.gebied or "-"),
        ("Trekker", naam(stand, leven.trekker)),
        ("Majeur thema", "ja, PS wordt bij elke poort ingelicht" if leven.majeur_thema else "nee"),
        ("Gelijkwaardige partners", gelijkwaardig),
        ("Betekenis voor de Flevolander bij het begin", leven.betekenis_voor_flevolander or "-"),
        ("Maatschappelijk effect", leven.maatschappelijk_effect or "-"),
        ("Begonnen op", dag(leven.begonnen_op)),
    )
    return Rooster(titel="Waar het om begon", kolommen=("Wat", "Antwoord"), rijen=rijen)


def _thema(titel: str, soorten: Sequence[str], gelezen: Sequence[Leesblad]) -> Rooster:
    op_volgorde = (b for soort in soorten for b in gelezen if b.soort == soort)
    rijen = tuple(rij for b in op_volgorde for rij in blad_rijen(b))
    return Rooster(titel=titel, kolommen=("Blad", "Veld", "Wat er staat"), rijen=rijen)


def blad_rijen(b: Leesblad, *zonder: str) -> Iterable[tuple[str, str, str]]:
    """The lines of a sheet but those in `zonder`, with its title on the first one only."""
    for nr, (label, tekst) in enumerate(regel for regel in b.regels if regel[0] not in zonder):
        yield ("" if nr else b.titel, label, tekst)


def _successen(stand: Stand) -> Rooster:
    return Rooster(
        titel="Successen",
        kolommen=("Verhaal", "Wat werkte"),
        rijen=tuple((v.inhoud.titel, v.inhoud.wat_werkte or "-") for v in stand.verhalen.values() if v.inhoud.succes),
        leeg="Er is nog geen succes vastgelegd.",
    )
