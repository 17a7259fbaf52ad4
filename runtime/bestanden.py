"""Files that must appear whole or not at all."""

import os
import tempfile
from pathlib import Path


def plaats(pad: Path, inhoud: bytes, modus: int = 0o644) -> bool:
    """Put a new file in place in one step; False when there already is one, which then stays as it is.

    Write beside it first and link it into place: a link fails when the name is taken, also when two processes try
    at the same moment, and nobody ever sees half a file.
    """
    pad.parent.mkdir(parents=True, exist_ok=True)
    greep, tijdelijk = tempfile.mkstemp(dir=pad.parent, prefix=".nieuw-")
    try:
        with os.fdopen(greep, "wb") as bestand:
            os.fchmod(bestand.fileno(), modus)
            bestand.write(inhoud)
            bestand.flush()
            os.fsync(bestand.fileno())
        os.link(tijdelijk, pad)
        return True
    except FileExistsError:
        return False
    finally:
        os.unlink(tijdelijk)
