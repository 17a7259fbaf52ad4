"""Several packs at once: what one pack can't show by itself, because another one has to say so."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from archief.formaat import Controlepuntregel
from archief.pak import Pak, PakFout
from audit.bevinding import Bevinding, Code
from domain.controlepunt import wortel


def controleer_samen(pakken: Sequence[Pak], *, volledig: bool = True) -> tuple[Bevinding, ...]:
    """What these packs say against one another.

    Packs of one opgave must tell one story, and the one that was made later may not be shorter. All must know the same
    checkpoints, and be where the newest one says they were.

    Args:
        volledig: these should be all opgaven, so one that stands in the newest checkpoint and is not here is missing.
    """
    per_opgave = defaultdict[str, list[Pak]](list)
    for pak in pakken:
        per_opgave[pak.manifest.opgave].append(pak)
    ketens = {opgave: _langste(eigen) for opgave, eigen in per_opgave.items()}
    bevindingen = [b for eigen in per_opgave.values() for b in _zelfde_verhaal(eigen)]
    bevindingen += _zelfde_punten(pakken)
    lijsten = _lijsten(pakken)
    if lijsten:
        bevindingen += _tegen_bladen(lijsten[-1], ketens, per_opgave, volledig=volledig)
        bevindingen += _verdwenen(lijsten)
    return tuple(dict.fromkeys(bevindingen))


def _keten(pak: Pak) -> Mapping[int, str]:
    """The hash of each fact of a pack; nothing when it can't be read, which checking that pack tells."""
    try:
        return {regel["seq"]: regel["hash"] for regel in pak.feitregels}
    except (PakFout, KeyError, TypeError):
        return {}


def _langste(pakken: Sequence[Pak]) -> Mapping[int, str]:
    return max((_keten(pak) for pak in pakken), key=len)


def _zelfde_verhaal(pakken: Sequence[Pak]) -> Iterator[Bevinding]:
    """In order of making, each pack must go on where the one before it was."""
    geordend = sorted(pakken, key=lambda p: (p.manifest.gemaakt_op, p.manifest.tot_seq))
    for eerder, later in pairwise(geordend):
        oud, nieuw = _keten(eerder), _keten(later)
        opgave, namen = later.manifest.opgave, f"{eerder.manifest.gemaakt_op:%Y-%m-%d %H:%M}"
        anders = next((seq for seq in sorted(oud) if seq in nieuw and oud[seq] != nieuw[seq]), None)
        if anders is not None:
            zin = f"Twee pakken van {opgave} vertellen vanaf feit {anders} een ander verhaal (het eerste: {namen})."
            yield _bevinding("herschreven", f"{opgave}, feit {anders}", zin)
        elif len(nieuw) < len(oud):
            zin = f"Het latere pak van {opgave} gaat tot feit {len(nieuw)}, het eerdere ({namen}) tot feit {len(oud)}."
            yield _bevinding("staart_afgeknipt", f"{opgave}, feit {len(nieuw) + 1}", zin)


def _punten(pak: Pak) -> tuple[Controlepuntregel, ...]:
    try:
        return pak.controlepunten
    except PakFout:
        return ()


def _zelfde_punten(pakken: Sequence[Pak]) -> Iterator[Bevinding]:
    """A checkpoint with one number is the same for everybody."""
    bekend = dict[int, str]()
    for pak in pakken:
        for regel in _punten(pak):
            punt = regel.controlepunt
            if bekend.setdefault(punt.nr, punt.eigen_hash) != punt.eigen_hash:
                zin = f"Controlepunt {punt.nr} is in het pak van {pak.manifest.opgave} een ander dan elders."
                yield _bevinding("controlepunt_spreekt_tegen", f"controlepunt {punt.nr}", zin)


def _lijsten(pakken: Sequence[Pak]) -> list[Controlepuntregel]:
    """The checkpoints of which the leaves are all there and make the root, the newest last."""
    heel = {
        regel.controlepunt.nr: regel
        for pak in pakken
        for regel in _punten(pak)
        if regel.bladen and wortel(regel.bladen) == regel.controlepunt.wortel
    }
    return [heel[nr] for nr in sorted(heel)]


def _verdwenen(lijsten: Sequence[Controlepuntregel]) -> Iterator[Bevinding]:
    """An opgave that stood in one checkpoint stands in every later one, and never at an earlier fact."""
    verst = dict[str, tuple[int, int]]()
    for regel in lijsten:
        nr, nu = regel.controlepunt.nr, {blad.opgave: blad.seq for blad in regel.bladen}
        for opgave, (seq, toen) in tuple(verst.items()):
            waar = f"{opgave}, controlepunt {nr}"
            if opgave not in nu:
                zin = f"Opgave {opgave} stond in controlepunt {toen}, en in controlepunt {nr} niet meer."
                yield _bevinding("opgave_ontbreekt", waar, zin)
                del verst[opgave]
            elif nu[opgave] < seq:
                zin = f"In controlepunt {toen} was {opgave} bij feit {seq}, in controlepunt {nr} bij feit {nu[opgave]}."
                yield _bevinding("staart_afgeknipt", waar, zin)
        verst |= {opgave: (seq, nr) for opgave, seq in nu.items()}


def _tegen_bladen(
    regel: Controlepuntregel,
    ketens: Mapping[str, Mapping[int, str]],
    per_opgave: Mapping[str, Sequence[Pak]],
    *,
    volledig: bool,
) -> Iterator[Bevinding]:
    nr, op = regel.controlepunt.nr, regel.controlepunt.op
    for blad in regel.bladen:
        keten = ketens.get(blad.opgave)
        waar = f"{blad.opgave}, controlepunt {nr}"
        if keten is None:
            if volledig:
                zin = f"Opgave {blad.opgave} staat in controlepunt {nr}, maar er is geen pak van."
                yield _bevinding("opgave_ontbreekt", waar, zin)
        elif blad.seq in keten and keten[blad.seq] != blad.kop:
            zin = f"Volgens controlepunt {nr} is feit {blad.seq} van {blad.opgave} een ander feit dan in het pak."
            yield _bevinding("controlepunt_spreekt_tegen", waar, zin)
        elif keten and max(keten) < blad.seq and any(p.manifest.gemaakt_op >= op for p in per_opgave[blad.opgave]):
            zin = (
                f"Volgens controlepunt {nr} ging {blad.opgave} tot feit {blad.seq}; het pak gaat tot feit {max(keten)}."
            )
            yield _bevinding("staart_afgeknipt", waar, zin)


def _bevinding(code: Code, waar: str, zin: str) -> Bevinding:
    return Bevinding(code=code, waar=waar, zin=zin)
