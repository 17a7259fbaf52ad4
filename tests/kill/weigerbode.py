"""A messenger whose every life refuses, to be killed in the middle of closing: `weigerbode.py URL`, of the register.

The row is closed, the parts are on their way back and the letter is written, and none of it is committed.
"""

import asyncio
import sys
import threading
from typing import Any

from activities import toegang
from activities.bode import Bode
from domain.feit import Bewijs
from register import niet_overgebracht
from register.schrijver import zet_los
from register.verbinding import open_register


async def weiger(_client: object, _rij: str, opgave: str, *_: object, **__: object) -> Bewijs:
    """The answer of a life that does not want it."""
    return Bewijs(opgave=opgave, seq=9, hash="a" * 64, geweigerd=True, regel="partner", reden="nee")


def sta_stil(*argumenten: Any) -> bool:
    """Write the letter, say so, and never come to the end of the transaction."""
    zet_los(*argumenten)
    print("halverwege", flush=True)
    threading.Event().wait()
    return True


async def hoofd() -> None:
    """Run one round, until killed."""
    toegang.geef = weiger  # type: ignore[assignment]
    niet_overgebracht.zet_los = sta_stil  # type: ignore[assignment]
    await Bode(open_register(sys.argv[1]), lambda: None, "rij").ronde()  # type: ignore[arg-type, return-value]


if __name__ == "__main__":
    asyncio.run(hoofd())
