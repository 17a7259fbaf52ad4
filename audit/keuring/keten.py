"""The chain of recorded facts, and the ledger over it: linked, signed, and of one story.

Both are read as they were recorded. Each finding stands on its own: what lies beyond it is still looked at.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from audit.bevinding import Bevinding
from audit.keuring.feitregel import Feitregel
from domain.keten import GEEN
from register.grootboek import Grootboekregel
from runtime.sleutels import controleer

VERSCHUIVINGEN = 5
"""So many facts left out or put in with the rest renumbered are recognised as such."""


def keten(begin: str, regels: Sequence[Feitregel]) -> Iterator[Bevinding]:
    """What is wrong with the facts by themselves.

    Args:
        begin: the hash of the start, to which the first fact is linked.
    """
    yield from volgorde([regel.seq for regel in regels])
    hashes, gezien = {0: begin} | {regel.seq: regel.hash for regel in reversed(regels)}, set[int]()
    for plaats, regel in enumerate(regels):
        vorige = hashes.get(regel.seq - 1)
        if regel.dicht or regel.seq in gezien or vorige is None or regel.hash_na(vorige) == regel.hash:
            gezien.add(regel.seq)
            continue
        if schuif := _hernummerd(regels[plaats : plaats + 3]):
            yield _verschoven(regel.seq, schuif)
            return
        yield _gewijzigd(regel, vorige == begin)
        gezien.add(regel.seq)


def volgorde(seqs: Sequence[int]) -> Iterator[Bevinding]:
    """Facts are numbered from 1, without gaps, each once."""
    aanwezig, hoogste = set(seqs), max(seqs, default=0)
    for seq in range(1, min(hoogste, len(seqs) * 2 + 1000) + 1):
        if seq not in aanwezig:
            yield Bevinding(code="feit_ontbreekt", waar=f"feit {seq}", zin=f"Feit {seq} ontbreekt.")
    vorige, geteld = 0, set[int]()
    for seq in seqs:
        if seq in geteld:
            yield Bevinding(code="feit_ingevoegd", waar=f"feit {seq}", zin=f"Feit {seq} staat er twee keer.")
        elif seq < vorige:
            zin = f"Feit {seq} staat na feit {vorige}: de volgorde is veranderd."
            yield Bevinding(code="feit_verwisseld", waar=f"feit {seq}", zin=zin)
        geteld.add(seq)
        vorige = max(vorige, seq)


def _hernummerd(regels: Sequence[Feitregel]) -> int:
    """By how much these facts were renumbered: they fit one another again with their former numbers. 0 when not."""
    for schuif in (s for n in range(1, VERSCHUIVINGEN + 1) for s in (n, -n)):
        paren = list(pairwise(regels))
        if paren and all(_met_nummer(b, b.seq + schuif).hash_na(a.hash) == b.hash for a, b in paren):
            return schuif
    return 0


def _met_nummer(regel: Feitregel, seq: int) -> Feitregel:
    return Feitregel(seq, regel.hash, regel.opgave, regel.soort, regel.opdracht, False, {**regel.ruw, "seq": seq})


def _verschoven(seq: int, schuif: int) -> Bevinding:
    if schuif > 0:
        zin = f"Voor feit {seq} is weggelaten wat ervoor stond ({schuif}); de rest is opnieuw genummerd."
        return Bevinding(code="feit_ontbreekt", waar=f"feit {seq}", zin=zin)
    zin = f"Voor feit {seq} is iets ingevoegd ({-schuif}); de rest is opnieuw genummerd."
    return Bevinding(code="feit_ingevoegd", waar=f"feit {seq + schuif}", zin=zin)


def _gewijzigd(regel: Feitregel, eerste: bool) -> Bevinding:
    zin = (
        f"Feit {regel.seq} ({regel.soort}) is veranderd, of past niet op {'de start' if eerste else 'het vorige feit'}."
    )
    return Bevinding(code="feit_gewijzigd", waar=regel.waar, zin=zin)


def grootboek(
    opgave: str,
    regels: Sequence[Grootboekregel],
    geldig: Sequence[bool | None],
    feiten: Mapping[int, str],
    tot_seq: int,
    rust: bool,
) -> Iterator[Bevinding]:
    """What is wrong with the ledger by itself, and whether it goes as far as the facts.

    Args:
        geldig: what `getekend` says of each line.
        feiten: the hash of each fact, by which an edited signature is told from an edited line.
        tot_seq: the last fact. When the pack was made in a busy moment (not `rust`), the ledger may be ahead of it.
    """
    vorige: Grootboekregel | None = None
    yield from _onbekende_sleutels(regels, geldig)
    for regel, goed in zip(regels, geldig, strict=True):
        waar = f"grootboekregel {regel.van_seq}-{regel.tot_seq}"
        if regel.opgave != opgave:
            yield Bevinding(code="andere_opgave", waar=waar, zin=f"De regel gaat over opgave {regel.opgave}.")
        verwacht = vorige.tot_seq + 1 if vorige else 1
        if regel.van_seq > verwacht:
            zin = f"De regel over feit {verwacht} tot en met {regel.van_seq - 1} ontbreekt."
            yield Bevinding(code="grootboek_ontbreekt", waar=f"grootboekregel {verwacht}", zin=zin)
        elif regel.van_seq < verwacht or regel.tot_seq < regel.van_seq:
            yield Bevinding(code="grootboek_gewijzigd", waar=waar, zin="De regel staat dubbel of op een andere plaats.")
        elif regel.vorige != (vorige.eigen_hash if vorige else GEEN):
            yield Bevinding(code="grootboek_gewijzigd", waar=waar, zin="De regel past niet op de regel ervoor.")
        yield from _handtekening(regel, goed, feiten, waar)
        vorige = regel
    laatste = vorige.tot_seq if vorige else 0
    if laatste < tot_seq or (rust and laatste > tot_seq and tot_seq == max(feiten, default=0)):
        yield from _einde(laatste, tot_seq)


def getekend(regels: Iterable[Grootboekregel], sleutels: Mapping[str, Ed25519PublicKey]) -> tuple[bool | None, ...]:
    """Of each line whether it is signed by a trusted key; None when its key is not trusted."""
    return tuple(
        controleer(sleutel, regel.inhoud.bytes_, regel.handtekening)
        if (sleutel := sleutels.get(regel.sleutel_id))
        else None
        for regel in regels
    )


def _einde(laatste: int, tot_seq: int) -> Iterator[Bevinding]:
    if laatste < tot_seq:
        zin = f"Het grootboek gaat tot feit {laatste}, de feiten tot feit {tot_seq}."
        yield Bevinding(code="grootboek_ontbreekt", waar=f"grootboekregel {laatste + 1}", zin=zin)
    else:
        zin = f"De feiten gaan tot feit {tot_seq}, maar het grootboek tekent tot feit {laatste}."
        yield Bevinding(code="staart_afgeknipt", waar=f"feit {tot_seq + 1}", zin=zin)


def _onbekende_sleutels(regels: Sequence[Grootboekregel], geldig: Sequence[bool | None]) -> Iterator[Bevinding]:
    """Each key that is not trusted, once."""
    vreemd = Counter(regel.sleutel_id for regel, goed in zip(regels, geldig, strict=True) if goed is None)
    for sleutel, aantal in vreemd.items():
        zin = f"{aantal} regels van het grootboek zijn getekend met sleutel {sleutel}, die niet vertrouwd is."
        yield Bevinding(code="sleutel_onbekend", waar="grootboek.jsonl", zin=zin)


def _handtekening(
    regel: Grootboekregel, goed: bool | None, feiten: Mapping[int, str], waar: str
) -> Iterator[Bevinding]:
    if goed is None or goed:
        return
    if feiten.get(regel.tot_seq) == regel.hash:
        yield Bevinding(code="grootboek_handtekening", waar=waar, zin="De handtekening onder de regel klopt niet.")
    else:
        yield Bevinding(code="grootboek_gewijzigd", waar=waar, zin="De regel is veranderd sinds zij getekend werd.")
