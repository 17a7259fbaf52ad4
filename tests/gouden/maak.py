"""Records a golden history: `python -m tests.gouden.maak NAAM`. Never overwrites: what landed must replay for ever.

A change that alters the past on purpose gets a new golden history under a new name, beside the old one.
"""

import asyncio
import json
import sys
import tempfile
from pathlib import Path

from tests.gouden.verhalen import VERHALEN
from tests.workflows.bewijzen import Verleden

HIER = Path(__file__).parent
GROOTSTE = 250_000


async def maak(naam: str, map_: Path) -> int:
    """Live the life, check that its past is one, and write its runs and receipts into this folder."""
    plek, verhaal = VERHALEN[naam.partition("-")[0]]
    with tempfile.TemporaryDirectory() as tijdelijk:
        async with plek(Path(tijdelijk)) as (huis, leven):
            await verhaal(huis, leven)
            stand = await huis.bijgewerkt(leven)
            verleden = Verleden(await leven.geschiedenissen())
            if fouten := await verleden.fouten(stand, huis.feiten(leven)):
                raise AssertionError(fouten)
    _schrijf(map_, verleden)
    return len(verleden.runs)


def _schrijf(map_: Path, verleden: Verleden) -> None:
    map_.mkdir()
    for nummer, run in enumerate(verleden.runs, start=1):
        tekst = json.dumps(run.to_json_dict(), separators=(",", ":"), sort_keys=True)
        if len(tekst) > GROOTSTE:
            raise AssertionError(f"run {nummer} is te groot voor een gouden geschiedenis: {len(tekst)} bytes")
        (map_ / f"geschiedenis-{nummer}.json").write_text(tekst + "\n", encoding="utf-8")
    vouwing = verleden.vouwing()
    inhoud = {
        "bewijzen": {id_: bewijs.model_dump(mode="json") for id_, bewijs in sorted(verleden.vastgelegd().items())},
        "feiten": [{"seq": f.seq, "soort": f.inhoud.soort, "hash": f.hash} for f in vouwing.feiten],
    }
    tekst = json.dumps(inhoud, indent=1, sort_keys=True, ensure_ascii=False)
    (map_ / "bewijzen.json").write_text(tekst + "\n", encoding="utf-8")


def hoofd(argumenten: list[str]) -> int:
    """Entry point: 0 recorded, 2 wrong name or already there."""
    if len(argumenten) != 1 or argumenten[0].partition("-")[0] not in VERHALEN:
        print(f"Geef een naam: {', '.join(VERHALEN)}; voor een nieuwe versie bijvoorbeeld happy-2.", file=sys.stderr)
        return 2
    map_ = HIER / argumenten[0]
    if map_.exists():
        print(f"{map_} bestaat al en wordt nooit overschreven. Kies een nieuwe naam.", file=sys.stderr)
        return 2
    runs = asyncio.run(maak(argumenten[0], map_))
    print(f"{map_.relative_to(Path.cwd())}: {runs} run(s)")
    return 0


if __name__ == "__main__":
    sys.exit(hoofd(sys.argv[1:]))
