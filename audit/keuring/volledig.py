"""What a pack may leave out, and what it may not: who signs a pack also says what lies elsewhere or came too late."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from functools import reduce
from itertools import pairwise
from typing import Any

from pydantic import TypeAdapter

from archief.formaat import MANIFEST, Controlepuntregel, Documentregel, Manifest
from audit.bevinding import Bevinding
from audit.keuring.feitregel import Feitregel, feitregel
from audit.keuring.herkennen import Verhalen
from audit.keuring.puntketen import KLOKVERSCHIL
from audit.keuring.runs import BUNDEL, bundelfeiten, soort
from audit.keuring.sleutels import Ondertekend
from domain import kern
from domain.basis import Moment
from domain.bewaring import VAN_BUITEN
from domain.stand import Stand
from register.grootboek import Grootboekregel

ONDERWEG = timedelta(hours=1)
"""Making a pack takes seconds. What the register had for longer than this was not "under way"."""
_DICHT = frozenset({"seq", "hash", "soort", "vastgelegd_op", "afgeschermd"})
"""All that the open pack says of a shielded fact."""
_MOMENT: TypeAdapter[datetime] = TypeAdapter(Moment)


def afgeschermd(manifest: Manifest, open_regels: Sequence[Mapping[str, Any]]) -> Iterator[Bevinding]:
    """Exactly the facts that the manifest names are shielded, and no line says more of one than it may."""
    genoemd = set(manifest.afgeschermd)
    dicht = {regel.get("seq"): regel for regel in open_regels if regel.get("afgeschermd") is True}
    for seq in sorted(genoemd ^ {seq for seq in dicht if isinstance(seq, int)}):
        wat = "het ligt open" if seq in genoemd else "het manifest noemt het niet"
        zin = f"Feit {seq} is in het manifest en in de feiten niet allebei afgeschermd: {wat}."
        yield Bevinding(code="manifest_tegenspraak", waar=f"feit {seq}", zin=zin)
    for plek, regel in dicht.items():
        if set(regel) - _DICHT:
            zin = f"Feit {plek} is afgeschermd, maar er staat meer dan mag en niets bewijst dat het klopt."
            yield Bevinding(code="feit_gewijzigd", waar=f"feit {plek}", zin=zin)


def zelfde_feit(ligt_open: Mapping[str, Any], heel: Feitregel) -> bool:
    """Whether an open line is the whole fact, or shielded and then true in all that it still says."""
    if ligt_open == heel.ruw:
        return True
    if ligt_open.get("afgeschermd") is not True or set(ligt_open) - _DICHT:
        return False
    try:
        tijden = [_MOMENT.validate_python(r.get("vastgelegd_op")) for r in (ligt_open, heel.ruw)]
    except ValueError:
        return False
    zegt = tuple(ligt_open.get(naam) for naam in ("seq", "hash", "soort"))
    return zegt == (heel.seq, heel.hash, heel.soort) and tijden[0] == tijden[1]


def ondertekend(grootboek: Iterable[Grootboekregel], momenten: Mapping[int, datetime]) -> Iterator[Ondertekend]:
    """When each line of the ledger was signed at the earliest.

    The date in a line is not under its signature; but it can't be of before the fact that it is about.
    """
    for regel in grootboek:
        op = max(regel.getekend_op, momenten.get(regel.tot_seq, regel.getekend_op))
        yield Ondertekend(f"grootboekregel {regel.van_seq}-{regel.tot_seq}", regel.sleutel_id, op)


def volgorde_in_tijd(
    manifest: Manifest, grootboek: Sequence[Grootboekregel], punten: Sequence[Controlepuntregel]
) -> Iterator[Bevinding]:
    """No line of the ledger is of long before the one before it, and nothing in the pack of after the pack."""
    for vorige, regel in pairwise(grootboek):
        if regel.getekend_op < vorige.getekend_op - KLOKVERSCHIL:
            waar = f"grootboekregel {regel.van_seq}-{regel.tot_seq}"
            zin = "De regel is gedateerd voor de regel ervoor."
            yield Bevinding(code="grootboek_gewijzigd", waar=waar, zin=zin)
    delen = [*(regel.getekend_op for regel in grootboek), *(regel.controlepunt.op for regel in punten)]
    if max(delen, default=manifest.gemaakt_op) > manifest.gemaakt_op + KLOKVERSCHIL:
        zin = "Er ligt iets in het pak dat van later is dan het moment waarop het pak zegt te zijn gemaakt."
        yield Bevinding(code="manifest_tegenspraak", waar=MANIFEST, zin=zin)


def verder(verhalen: Verhalen) -> list[Feitregel]:
    """What the history leads to after the last recorded fact, when the pack says that it may be ahead."""
    if verhalen.rust or verhalen.vouwing is None or not verhalen.vouwing_klopt:
        return []
    later = verhalen.vouwing.feiten[len(verhalen.regels) :]
    return [feitregel(feit.model_dump(mode="json")) for feit in later]


def stand_van(verhalen: Verhalen, manifest: Manifest) -> Stand | None:
    """The state in which the pack ends, by the fold; None when that does not fit what was signed."""
    vouwing = verhalen.vouwing
    if vouwing is None or not verhalen.vouwing_klopt:
        return None
    if manifest.rust:
        return vouwing.stand
    return reduce(kern.evolve, vouwing.feiten[: manifest.tot_seq], kern.begin(vouwing.stand.begin))


def blijvend(
    stand: Stand | None, documenten: Iterable[Documentregel], vernietigd: Collection[str]
) -> Iterator[Bevinding]:
    """A proposal on which was decided is kept for good: no statement accounts for its destruction.

    Of a step that is not decided yet nothing is said: a pack may be older than the statement beside it.
    """
    for regel in documenten if stand else ():
        stap = stand.stappen.get(regel.stap) if stand else None
        besloten = stap is not None and (stap.status == "besloten" or bool(stap.behandelingen))
        if regel.sha256 in vernietigd and regel.soort != VAN_BUITEN and besloten:
            zin = f"Document {regel.sha256[:12]} is vernietigd, maar op stap {regel.stap} is besloten: het blijft."
            yield Bevinding(code="vernietiging_verboden", waar=f"feit {regel.seq}", zin=zin)


def te_kort(manifest: Manifest, geschiedenissen: Sequence[Mapping[str, Any]]) -> Iterator[Bevinding]:
    """A pack made in a busy moment may end before its history does, but not before what the register had long since.

    That something was under way excuses seconds; without this it would excuse any tail that was cut off.
    """
    if manifest.rust:
        return
    had = max((seq for g in geschiedenissen for seq in _verwerkt(g, manifest.gemaakt_op - ONDERWEG)), default=0)
    if had > manifest.tot_seq:
        zin = (
            f"Het pak gaat tot feit {manifest.tot_seq} omdat er iets onderweg was, maar feit {had} stond al "
            "lang in het register toen het pak werd gemaakt."
        )
        yield Bevinding(code="staart_afgeknipt", waar=MANIFEST, zin=zin)


def _verwerkt(geschiedenis: Mapping[str, Any], tot: datetime) -> Iterator[int]:
    """The last fact of each bundle that the register had taken by then."""
    gebeurtenissen = geschiedenis.get("events")
    bundels = dict[str, int]()
    for gebeurtenis in gebeurtenissen if isinstance(gebeurtenissen, list) else ():
        try:
            match soort(gebeurtenis):
                case "ACTIVITY_TASK_SCHEDULED":
                    attributen = gebeurtenis["activityTaskScheduledEventAttributes"]
                    if attributen["activityType"]["name"] == BUNDEL:
                        feiten = bundelfeiten(attributen)["feiten"]
                        bundels[str(gebeurtenis["eventId"])] = max(int(feit["seq"]) for feit in feiten)
                case "ACTIVITY_TASK_COMPLETED":
                    klaar = str(gebeurtenis["activityTaskCompletedEventAttributes"]["scheduledEventId"])
                    if klaar in bundels and datetime.fromisoformat(f"{gebeurtenis['eventTime'][:19]}+00:00") < tot:
                        yield bundels[klaar]
        except (KeyError, IndexError, TypeError, ValueError, AttributeError, RecursionError):
            continue  # that it can't be read is told with the bundles themselves
