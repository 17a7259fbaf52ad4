"""Who did what, in numbers: late records, gates passed, four eyes, refusals, and how sure the senders were."""

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from audit.rekenen.overzichtdeel import Deel, Detail, Feiten, Kolommen, detail, opsomming, wie
from domain.feit import Feit
from domain.kalender import lokale_datum
from domain.taal.besluiten import BesluitGenomen
from domain.taal.herstel import BesluitHersteld
from domain.taal.leven import OpdrachtGeweigerd, PoortGepasseerd
from domain.taal.vastlegging import BesluitVastgelegd, VastleggingAfgekeurd

SNEL = 60
"""Confirmed within so many seconds, somebody can hardly have looked."""
GEEN_BEVOEGDHEID = ("bevoegdheid", "zekerheid")
VIER_OGEN = "vier ogen"


def mensen(feiten: Feiten) -> Deel:
    """The columns and details about people."""
    laat, poorten = tuple(_laat(feiten)), tuple(_poorten(feiten))
    paren, geweigerd = tuple(_paren(feiten)), tuple(_geweigerd(feiten))
    regels = Counter(f.inhoud.regel for f in feiten if isinstance(f.inhoud, OpdrachtGeweigerd))
    zeker = Counter({f.opdracht: str(f.door.zekerheid) for f in feiten if f.opdracht}.values())
    seconden = [paar.seconden for paar in paren]
    kolommen: Kolommen = {
        "laat_vastgelegd": len(laat),
        "laat_hoogstens_dagen": max((int(d.waarde or 0) for d in laat), default=0),
        "huispoorten_gepasseerd": len(poorten),
        "vier_ogen_paren": len(paren),
        "vier_ogen_snelste_s": min(seconden, default=None),
        "vier_ogen_verdacht": sum(bool(paar.verdenking) for paar in paren),
        "besluiten_zonder_tweede": _zonder_tweede(feiten, paren),
        "geweigerd": sum(regels.values()),
        "geweigerd_bevoegdheid": sum(regels[regel] for regel in GEEN_BEVOEGDHEID),
        "geweigerd_vier_ogen": regels[VIER_OGEN],
        "opdrachten": sum(zeker.values()),
        "opdrachten_alleen_opgegeven": zeker["opgegeven"],
        "zekerheid": opsomming(zeker),
    }
    return kolommen, (*laat, *poorten, *map(_paardetail, paren), *geweigerd)


def _laat(feiten: Feiten) -> Iterator[Detail]:
    """One line per command that was given on a later day than it is about, with what people did in between."""
    gezien = set[str | None]()
    for plaats, feit in enumerate(feiten):
        if not feit.laat_vastgelegd or feit.opdracht in gezien:
            continue
        gezien.add(feit.opdracht)
        dagen = (lokale_datum(feit.vastgelegd_op) - feit.gebeurd_op).days
        intussen = "; ".join(f"feit {f.seq} {f.inhoud.soort}" for f in feiten[:plaats] if _ertussen(f, feit))
        zin = f"intussen: {intussen}" if intussen else "intussen deed niemand iets"
        yield detail(feit, "laat vastgelegd", feit.inhoud.soort, dagen, "dagen", zin)


def _ertussen(ander: Feit, laat: Feit) -> bool:
    """Recorded by a person on or after the day of the event, and before it was recorded."""
    return ander.door.functie != "systeem" and lokale_datum(ander.vastgelegd_op) >= laat.gebeurd_op


def _poorten(feiten: Feiten) -> Iterator[Detail]:
    for feit in feiten:
        if isinstance(feit.inhoud, PoortGepasseerd):
            wat = f"{feit.inhoud.poort} ({feit.inhoud.fase.value})"
            zin = f"ontbrak: {', '.join(feit.inhoud.ontbrak) or 'niet vermeld'}; reden: {feit.inhoud.reden}"
            yield detail(feit, "huispoort gepasseerd", wat, len(feit.inhoud.ontbrak), "eisen ontbraken", zin)


class Paar(NamedTuple):
    """Who recorded and who confirmed, and what may be wrong with that."""

    stap: str
    eerste: Feit
    tweede: Feit
    verdenking: tuple[str, ...]

    @property
    def seconden(self) -> int:
        """Between recording and confirming."""
        return int((self.tweede.vastgelegd_op - self.eerste.vastgelegd_op).total_seconds())


def _paren(feiten: Feiten) -> Iterator[Paar]:
    wacht = dict[str, Feit]()
    for feit in feiten:
        match feit.inhoud:
            case BesluitVastgelegd(besluit=besluit):
                wacht[besluit.stap] = feit
            case VastleggingAfgekeurd(stap=stap):
                wacht.pop(stap, None)
            case BesluitGenomen(stap=stap) | BesluitHersteld(stap=stap) if stap in wacht:
                eerste = wacht.pop(stap)
                yield Paar(stap, eerste, feit, tuple(_verdenking(eerste, feit)))
            case _:
                pass


def _verdenking(een: Feit, ander: Feit) -> Iterator[str]:
    """Signs that one person may have been both; a sign is no proof."""
    links, rechts = een.door.subject.casefold(), ander.door.subject.casefold()
    if links == rechts:
        yield "hetzelfde subject legde vast en bevestigde"
    elif _stam(links) == _stam(rechts):
        yield f"de subjecten lijken op elkaar: {een.door.subject} en {ander.door.subject}"
    if (ander.vastgelegd_op - een.vastgelegd_op).total_seconds() < SNEL:
        yield f"bevestigd binnen {SNEL} seconden"
    for feit in (een, ander):
        if feit.door.zekerheid == "opgegeven":
            yield f"wie {feit.door.subject} is, is alleen opgegeven"


def _stam(subject: str) -> str:
    """An account without a number at its end: griffier-2 may well be griffier."""
    return subject.rstrip("0123456789").rstrip("-_.")


def _paardetail(paar: Paar) -> Detail:
    zin = f"{wie(paar.eerste)} legde vast (feit {paar.eerste.seq}), {wie(paar.tweede)} bevestigde"
    let_op = f"; LET OP: {'; '.join(paar.verdenking)}" if paar.verdenking else ""
    return detail(paar.tweede, "vier ogen", paar.stap, paar.seconden, "seconden", zin + let_op)


def _zonder_tweede(feiten: Feiten, paren: tuple[Paar, ...]) -> int:
    """Decisions of GS and PS that nobody confirmed: the first edition of the rules knew no second person."""
    bevestigd = {paar.tweede.seq for paar in paren}
    return sum(
        isinstance(f.inhoud, BesluitGenomen) and f.inhoud.orgaan in ("GS", "PS") and f.seq not in bevestigd
        for f in feiten
    )


def _geweigerd(feiten: Feiten) -> Iterator[Detail]:
    for feit in feiten:
        if isinstance(feit.inhoud, OpdrachtGeweigerd):
            nee = feit.inhoud
            soort = "geweigerd: bevoegdheid" if nee.regel in GEEN_BEVOEGDHEID else "geweigerd"
            yield detail(feit, soort, nee.opdracht_soort, toelichting=f"{nee.regel}: {nee.reden}")
