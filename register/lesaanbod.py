"""Which lessons of other opgaven fit one that begins, or that chooses its form, and why each was thought to fit."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from domain.reglement.register import reglement
from domain.stand import Stand
from domain.taal.lesaanbod import Lesaanbod
from register import lezen
from register.lesindex import thema_van
from register.lessen import alle_openbare
from register.stammen import STOPWOORDEN, stam, woorden
from register.verbinding import Register

MINSTENS_WOORDEN = 2
"""So many words in common say something; one word says nothing."""
_GEWOON = frozenset(stam(w) for w in ("provincie", "gemeente", "opgave", "flevoland", "inwoner", "partner", "project"))
"""Words that every opgave has."""
_LANG = 1_000
_GENOEMD = 6
_ZWAAR, _PARTNERS = 4, 2


class _Gezocht(NamedTuple):
    """What an opgave is looked for with; `woorden` are the words as written, by their stem."""

    thema: str
    vormen: frozenset[str]
    partners: frozenset[str]
    woorden: Mapping[str, str]


def vul(register: Register, opgave: str, moment: str) -> list[dict[str, Any]]:
    """The lessons to offer to this opgave at this moment (F1 or F3), the best first, as JSON of `Lesaanbod`.

    Empty for an opgave the register does not know, and under a reglement that offers none. A concept is not offered:
    its partners have not agreed with it yet. A lesson that was offered here before is not offered again, nor one of
    which this opgave has a copy.
    """
    stand = lezen.stand(register, opgave)
    samen = reglement(stand.reglement).samenwerken if stand else None
    if stand is None or samen is None:
        return []
    gezocht = _gezocht(stand, moment)
    al = {*(a.les for a in stand.lesaanbod.values()), *(les.afkomstig_van for les in stand.lessen.values())}
    with register.lees() as verbinding:
        beoordeeld = [(*_beoordeel(gezocht, rij), rij) for rij in alle_openbare(verbinding, opgave)]
    passend = [
        (-punten, naam, waarom, rij) for punten, waarom, rij in beoordeeld if punten and (naam := _naam(rij)) not in al
    ]
    beste = sorted(passend, key=lambda p: p[:2])[: samen.lessen_hoogstens]
    return [_aanbod(naam, waarom, rij) for _, naam, waarom, rij in beste]


def _naam(rij: Mapping[str, Any]) -> str:
    return f"{rij['opgave']}/{rij['les']}"


def _aanbod(naam: str, waarom: tuple[str, ...], rij: Mapping[str, Any]) -> dict[str, Any]:
    aanbod = Lesaanbod(les=naam, titel=rij["titel"], regel=rij["regel"][:_LANG], waarom=waarom)
    return aanbod.model_dump(mode="json")


def _gezocht(stand: Stand, moment: str) -> _Gezocht:
    """The forms count at the choice of form: those that are compared, or the one that was chosen."""
    trajecten = [t for t in stand.trajecten.values() if t.status != "beeindigd"] if moment == "F3" else []
    vormen = {code for t in trajecten for code in (t.code, *(k.code for k in t.kandidaten)) if code}
    leven = stand.leven
    betekenis = getattr(stand.bladen.get("betekenis"), "tekst", "")
    initiatief = leven.initiatief.omschrijving if leven.initiatief else ""
    tekst = f"{leven.titel} {initiatief} {leven.betekenis_voor_flevolander} {leven.maatschappelijk_effect} {betekenis}"
    eigen = {stam(w): w for w in reversed(woorden(tekst)) if w not in STOPWOORDEN and len(w) > 2}
    return _Gezocht(
        thema_van(leven.thema),
        frozenset(vormen),
        frozenset(p.id.lower() for p in stand.partners.values() if p.doet_mee),
        {s: w for s, w in eigen.items() if s not in _GEWOON},
    )


def _beoordeel(gezocht: _Gezocht, rij: Mapping[str, Any]) -> tuple[int, tuple[str, ...]]:
    """Points and reasons; none when neither theme nor form is the same and the words are too few."""
    thema, vorm = rij["thema"] == gezocht.thema, rij["vorm"] in gezocht.vormen
    stammen = frozenset(rij["stammen"].split())
    samen = [woord for stam_, woord in gezocht.woorden.items() if stam_ in stammen]
    genoeg = len(samen) >= MINSTENS_WOORDEN
    if not (thema or vorm or genoeg):
        return 0, ()
    partners = sorted(gezocht.partners & set(rij["partners"].split()))
    waarom = (
        *(("zelfde thema",) if thema else ()),
        *(("zelfde vorm",) if vorm else ()),
        *(f"zelfde partner {partner}" for partner in partners[:_PARTNERS]),
        *((f"woorden: {', '.join(sorted(samen)[:_GENOEMD])}"[:200],) if genoeg else ()),
    )
    punten = _ZWAAR * (thema + vorm) + min(len(partners), _PARTNERS) + min(len(samen), _GENOEMD)
    return punten, waarom
