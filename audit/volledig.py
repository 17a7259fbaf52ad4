"""What a pack may leave out, and what it may not: who signs a pack also says what lies elsewhere or came too late."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from pydantic import TypeAdapter

from archief.formaat import MANIFEST, Manifest
from audit.bevinding import Bevinding
from audit.feitregel import Feitregel
from audit.runs import BUNDEL, bundelfeiten, soort
from domain.basis import Moment

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
    for seq, regel in dicht.items():
        if set(regel) - _DICHT:
            zin = f"Feit {seq} is afgeschermd, maar er staat meer dan mag en niets bewijst dat het klopt."
            yield Bevinding(code="feit_gewijzigd", waar=f"feit {seq}", zin=zin)


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
