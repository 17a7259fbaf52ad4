"""Which lives one life came from, and which came from it: what is secret there may not be read here either.

A split or a merger carries texts to another life. Geheimhouding is imposed and lifted where they were first said, so
whoever shows something of a life asks what the lives before it hide now.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping

from sqlalchemy import Connection, select

from domain.beeld.verborgen import Geheimen, geheime_stappen, geheimen
from domain.feit import Feit
from domain.stand import Stand
from register.tabellen import FEIT, OPGAVE
from register.verbinding import Register, vergrendel


def voorouders(verbinding: Connection, stand: Stand) -> Mapping[str, Stand]:
    """Every life from which something came here by a split or a merger, however long ago, by id."""
    return {ander.opgave: ander for ander in _volg(stand, "van", lambda id_: _stand(verbinding, id_))}


def nazaten(verbinding: Connection, stand: Stand) -> Iterator[Stand]:
    """Every life to which something went, each as it is once nobody else is writing it any more.

    One that is not known here yet is waited for too: its first facts may be on their way in.
    """

    def rustig(id_: str) -> Stand | None:
        vergrendel(verbinding, f"opgave:{id_}")
        return _stand(verbinding, id_)

    return _volg(stand, "naar", rustig)


def van_voorouders(register: Register, stand: Stand) -> Mapping[str, Geheimen]:
    """What the lives before this one hide now, by their id; only of those that hide something."""
    if not _links(stand, "van"):
        return {}
    with register.lees() as verbinding:
        return verborgen_door(verbinding, voorouders(verbinding, stand).values())


def verborgen_door(verbinding: Connection, standen: Iterable[Stand]) -> Mapping[str, Geheimen]:
    """What these lives hide now, out of their facts; most lives hide nothing, and of those no fact is read."""
    return {stand.opgave: geheimen(stand, _feiten(verbinding, stand)) for stand in standen if geheime_stappen(stand)}


def _feiten(verbinding: Connection, stand: Stand) -> Iterable[Feit]:
    vraag = select(FEIT.c.tekst).where(FEIT.c.opgave == stand.opgave, FEIT.c.seq <= stand.seq).order_by(FEIT.c.seq)
    return (Feit.model_validate_json(tekst) for tekst in verbinding.execute(vraag).scalars())


def _volg(stand: Stand, richting: str, lees: Callable[[str], Stand | None]) -> Iterator[Stand]:
    """All that can be reached from here this way; a life can have given to one that later merged into it."""
    gezien, rij = {stand.opgave}, sorted(_links(stand, richting))
    while rij:
        id_ = rij.pop(0)
        if id_ not in gezien and (ander := lees(id_)) is not None:
            yield ander
            rij += sorted(_links(ander, richting))
        gezien.add(id_)


def _links(stand: Stand, richting: str) -> frozenset[str]:
    return frozenset(a.opgave for a in stand.afstamming if a.richting == richting)


def _stand(verbinding: Connection, id_: str) -> Stand | None:
    tekst = verbinding.execute(select(OPGAVE.c.stand).where(OPGAVE.c.id == id_)).scalar()
    return Stand.model_validate_json(tekst) if tekst is not None else None
