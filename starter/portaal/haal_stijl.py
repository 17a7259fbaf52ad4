"""The style sheets of the portal come from two npm packages and stand in `static/nlds`, as HERKOMST.toml tells.

`python -m starter.portaal.haal_stijl` compares each file with the hash in HERKOMST.toml, without a network.
`python -m starter.portaal.haal_stijl --haal` fetches the packages again with `npm pack`, compares their integrity, and
writes the files. Users of the engine never need this: the files are part of the package.
"""

import base64
import hashlib
import subprocess
import sys
import tarfile
import tempfile
import tomllib
from pathlib import Path
from typing import Any

MAP = Path(__file__).parent / "static" / "nlds"
HERKOMST = MAP / "HERKOMST.toml"


def pakketten() -> list[dict[str, Any]]:
    """What HERKOMST.toml says: package, version, integrity, licence, and each file with its sha256."""
    with HERKOMST.open("rb") as bestand:
        gelezen: list[dict[str, Any]] = tomllib.load(bestand)["pakket"]
    return gelezen


def controleer() -> list[str]:
    """What is wrong with the files that stand here; nothing when all is as HERKOMST.toml says."""
    verwacht = {b["naam"]: b["sha256"] for pakket in pakketten() for b in pakket["bestand"]}
    aanwezig = {pad.name for pad in MAP.iterdir() if pad.name != HERKOMST.name}
    fouten = [f"{naam} staat niet in HERKOMST.toml" for naam in sorted(aanwezig - verwacht.keys())]
    fouten += [f"{naam} ontbreekt" for naam in sorted(verwacht.keys() - aanwezig)]
    anders = [n for n in sorted(aanwezig & verwacht.keys()) if _sha256((MAP / n).read_bytes()) != verwacht[n]]
    return fouten + [f"{naam} is veranderd" for naam in anders]


def haal() -> None:
    """Fetch every package and write its files. Raises ValueError when what came is not what HERKOMST.toml names."""
    with tempfile.TemporaryDirectory() as werkmap:
        for pakket in pakketten():
            bron = _pak_in(f"{pakket['pakket']}@{pakket['versie']}", Path(werkmap))
            if _integriteit(bron.read_bytes()) != pakket["integriteit"]:
                raise ValueError(f"{pakket['pakket']} heeft een andere inhoud dan HERKOMST.toml zegt")
            _schrijf(bron, pakket["bestand"])


def _pak_in(naam: str, werkmap: Path) -> Path:
    opdracht = ["npm", "pack", "--silent", naam, "--pack-destination", str(werkmap)]
    uit = subprocess.run(opdracht, check=True, capture_output=True, text=True)
    return werkmap / uit.stdout.split()[-1]


def _schrijf(bron: Path, bestanden: list[dict[str, str]]) -> None:
    with tarfile.open(bron) as pak:
        for bestand in bestanden:
            lezer = pak.extractfile(f"package/{bestand['uit']}")
            if lezer is None:
                raise ValueError(f"{bestand['uit']} zit niet in het pakket")
            (MAP / bestand["naam"]).write_bytes(lezer.read())


def _integriteit(inhoud: bytes) -> str:
    return "sha512-" + base64.b64encode(hashlib.sha512(inhoud).digest()).decode()


def _sha256(inhoud: bytes) -> str:
    return hashlib.sha256(inhoud).hexdigest()


def hoofd() -> int:
    """Check, or fetch and check. Gives 1 when something is wrong."""
    if "--haal" in sys.argv[1:]:
        haal()
    for fout in (fouten := controleer()):
        print(fout, file=sys.stderr)
    return 1 if fouten else 0


if __name__ == "__main__":
    sys.exit(hoofd())
