"""Whom to trust: from the keys an auditor was given by another way, along the changes that both keys signed.

What a pack says about its own keys proves nothing: whoever forges a pack can put another key in it. So the auditor
brings a key, or its fingerprint, from elsewhere; the pack then tells how the other keys follow from it.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import load_pem_public_key

from archief.formaat import SLEUTELS, Sleutelbos
from audit.bevinding import Bevinding
from audit.keuring.sleutelbos import SleutelOnleesbaar, sleutelbossen
from domain.controlepunt import in_groepen
from domain.keten import te_tekenen
from domain.sleutelwissel import SOORT, Sleutel, Sleutelwissel
from runtime.sleutels import SleutelFout, controleer, lees_publiek, sleutel_id, vingerafdruk

__all__ = ["Ondertekend", "SleutelOnleesbaar", "Vertrouwen", "na_aflossing", "vertrouwen"]

RESPIJT = timedelta(days=1)
"""A worker that was running when the key was changed goes on with the old one until it is started again."""
_VINGERAFDRUK = re.compile(r"[0-9a-f]{16}|[0-9a-f]{64}")


@dataclass(frozen=True)
class Vertrouwen:
    """The keys that count, by their short name.

    `van_buiten`: they follow from what the auditor brought. Otherwise they are those of the pack, and all that is
    proven is that one hand signed it. `zin` says which it is.
    """

    sleutels: dict[str, Ed25519PublicKey]
    van_buiten: bool
    bevindingen: tuple[Bevinding, ...]
    zin: str


@dataclass(frozen=True)
class Ondertekend:
    """Something that was signed: where it stands, with which key, and when."""

    waar: str
    sleutel_id: str
    op: datetime


def vertrouwen(bos: Sleutelbos, gegeven: Sequence[str | Path], later: Sequence[Sleutelwissel] = ()) -> Vertrouwen:
    """Which keys to trust.

    Args:
        bos: the keys and changes that the pack brings along.
        gegeven: files with a public key (PEM), or fingerprints of 16 or 64 hexadecimal digits. A given key vouches
            for the keys after it and before it, each time through a statement that both keys signed. A `sleutels.json`
            (of a later pack, or as the province gives it out) adds such statements, and by itself no trust.
            Nothing given: all keys of the pack count.
        later: changes of key that came with a statement, after the pack was made.

    Raises:
        SleutelOnleesbaar: something in `gegeven` is neither.
    """
    meer, gegeven = sleutelbossen(gegeven)
    eigen, fouten = _leesbaar(bos.sleutels)
    bekend = {**_nieuwe(later), **_leesbaar(meer.sleutels)[0], **eigen}
    begin, onbekend = _van_buiten(gegeven, bekend)
    bekend |= begin
    wissels, wisselfouten = _geldige_wissels(tuple(dict.fromkeys((*bos.wissels, *meer.wissels, *later))), bekend)
    fouten += wisselfouten
    if not gegeven:
        return _zonder(_volg(eigen, wissels, bekend), fouten)
    fouten += onbekend
    vertrouwd = _volg(begin, wissels, bekend)
    fouten += [
        Bevinding(
            code="sleutel_onbekend",
            waar=SLEUTELS,
            zin=f"Sleutel {in_groepen(id_)} volgt niet uit de sleutel die u gaf.",
        )
        for id_ in eigen
        if id_ not in vertrouwd
    ]
    return Vertrouwen(vertrouwd, True, tuple(fouten), _zin(begin, vertrouwd))


def na_aflossing(bos: Sleutelbos, keten: Iterable[Ondertekend]) -> tuple[Bevinding, ...]:
    """What was signed with a key more than a day after another one took over.

    Args:
        keten: in the order of the chain it stands in. Whoever stole an old key can lie about a date, but not come
            before what the chain already held: so each counts as signed no earlier than all before it.
    """
    einden, moment = {wissel.oud: wissel.op for wissel in bos.wissels}, None
    fouten = list[Bevinding]()
    for een in keten:
        moment = max(moment, een.op) if moment else een.op
        if een.sleutel_id in einden and moment > einden[een.sleutel_id] + RESPIJT:
            zin = f"Getekend met sleutel {in_groepen(een.sleutel_id)}, die toen al was afgelost."
            fouten.append(Bevinding(code="sleutel_afgelost", waar=een.waar, zin=zin))
    return tuple(fouten)


def _zonder(bekend: dict[str, Ed25519PublicKey], fouten: list[Bevinding]) -> Vertrouwen:
    if not bekend:
        zin = "Het pak bevat geen publieke sleutel. Geef die met --sleutel."
        fouten = [*fouten, Bevinding(code="sleutel_onbekend", waar=SLEUTELS, zin=zin)]
        return Vertrouwen({}, False, tuple(fouten), zin)
    zin = (
        "De herkomst van de sleutel is niet van buiten bewezen: u gaf geen sleutel of vingerafdruk (--sleutel). "
        "Alles is nagekeken met de sleutels die in het pak zelf zitten."
    )
    return Vertrouwen(bekend, False, tuple(fouten), zin)


def _leesbaar(sleutels: Iterable[Sleutel]) -> tuple[dict[str, Ed25519PublicKey], list[Bevinding]]:
    """The keys of the pack that are what they are called."""
    goed, fouten = dict[str, Ed25519PublicKey](), list[Bevinding]()
    for sleutel in sleutels:
        publiek = _van_pem(sleutel.pem)
        if publiek is None or sleutel_id(publiek) != sleutel.sleutel_id:
            zin = f"Sleutel {sleutel.sleutel_id} is niet te lezen, of hoort niet bij zijn naam."
            fouten.append(Bevinding(code="sleutel_onbekend", waar=SLEUTELS, zin=zin))
        else:
            goed[sleutel.sleutel_id] = publiek
    return goed, fouten


def _nieuwe(wissels: Iterable[Sleutelwissel]) -> dict[str, Ed25519PublicKey]:
    """The keys that these changes bring; one that is not what it is called comes to light with its change."""
    return _leesbaar(Sleutel(sleutel_id=w.nieuw, pem=w.pem, vanaf=w.op) for w in wissels)[0]


def _geldige_wissels(
    wissels: Sequence[Sleutelwissel], bekend: dict[str, Ed25519PublicKey]
) -> tuple[tuple[Sleutelwissel, ...], list[Bevinding]]:
    """The changes that both keys signed. A key that hands over twice hands over to nobody: one of them is stolen."""
    keren = Counter(wissel.oud for wissel in wissels)
    goed, fouten = list[Sleutelwissel](), list[Bevinding]()
    for wissel in wissels:
        zin = _wisselfout(wissel, bekend, keren[wissel.oud])
        if zin:
            plek = f"wissel naar sleutel {wissel.nieuw}"
            fouten.append(Bevinding(code="sleutelwissel_ongeldig", waar=plek, zin=zin))
        else:
            goed.append(wissel)
    return tuple(goed), fouten


def _wisselfout(wissel: Sleutelwissel, bekend: dict[str, Ed25519PublicKey], keren: int) -> str:
    oud, nieuw = bekend.get(wissel.oud), _van_pem(wissel.pem)
    if keren > 1:
        return f"Sleutel {in_groepen(wissel.oud)} werd meer dan een keer afgelost; er kan maar een wissel echt zijn."
    if oud is None or nieuw is None or sleutel_id(nieuw) != wissel.nieuw:
        return "De verklaring noemt een sleutel die niet te lezen is of er niet bij hoort."
    inhoud = te_tekenen(SOORT, wissel.inhoud.bytes_)
    if not controleer(oud, inhoud, wissel.handtekening_oud):
        return "De oude sleutel heeft deze wissel niet getekend."
    if not controleer(nieuw, inhoud, wissel.handtekening_nieuw):
        return "De nieuwe sleutel heeft deze wissel niet getekend."
    return ""


def _van_buiten(
    gegeven: Sequence[str | Path], bekend: dict[str, Ed25519PublicKey]
) -> tuple[dict[str, Ed25519PublicKey], list[Bevinding]]:
    begin, fouten = dict[str, Ed25519PublicKey](), list[Bevinding]()
    for een in gegeven:
        afdruk = re.sub(r"[\s:]", "", str(een)).lower()
        if not _VINGERAFDRUK.fullmatch(afdruk):
            publiek = _van_bestand(Path(een))
            begin[sleutel_id(publiek)] = publiek
        elif passend := {id_: p for id_, p in bekend.items() if vingerafdruk(p).startswith(afdruk)}:
            begin |= passend
        else:
            zin = f"De sleutel met vingerafdruk {in_groepen(afdruk)} staat niet in het pak."
            fouten.append(Bevinding(code="sleutel_onbekend", waar=SLEUTELS, zin=zin))
    return begin, fouten


def _volg(
    begin: dict[str, Ed25519PublicKey], wissels: Iterable[Sleutelwissel], bekend: dict[str, Ed25519PublicKey]
) -> dict[str, Ed25519PublicKey]:
    """Along the changes, both ways, until nothing is added."""
    buren = dict[str, list[str]]()
    for wissel in wissels:
        buren.setdefault(wissel.oud, []).append(wissel.nieuw)
        buren.setdefault(wissel.nieuw, []).append(wissel.oud)
    vertrouwd, wachtrij = dict(begin), list(begin)
    while wachtrij:
        for ander in buren.get(wachtrij.pop(), ()):
            if ander in bekend and ander not in vertrouwd:
                vertrouwd[ander] = bekend[ander]
                wachtrij.append(ander)
    return vertrouwd


def _van_bestand(pad: Path) -> Ed25519PublicKey:
    try:
        return lees_publiek(pad)
    except SleutelFout:
        raise SleutelOnleesbaar(
            f"{pad}: dit is geen bestand met een publieke sleutel, en geen vingerafdruk van 16 of 64 tekens."
        ) from None


def _van_pem(pem: str) -> Ed25519PublicKey | None:
    try:
        sleutel = load_pem_public_key(pem.encode())
    except ValueError:
        return None
    return sleutel if isinstance(sleutel, Ed25519PublicKey) else None


def _zin(begin: dict[str, Ed25519PublicKey], vertrouwd: dict[str, Ed25519PublicKey]) -> str:
    if not begin:
        return "Geen van de sleutels die u gaf hoort bij dit pak."
    namen = " en ".join(in_groepen(id_) for id_ in begin)
    meer = len(vertrouwd) - len(begin)
    erbij = f", en {meer} andere die daaruit volgt door een wissel" if meer == 1 else ""
    erbij = f", en {meer} andere die daaruit volgen door wissels" if meer > 1 else erbij
    return f"Nagekeken met de sleutel die u gaf ({namen}){erbij}."
