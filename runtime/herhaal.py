"""Trying until it works, for things on the other side of a wire that can't call us back."""

import asyncio
from collections.abc import Awaitable, Callable


async def herhaal_tot(gelukt: Callable[[], Awaitable[bool]], geduld: float, pauze: float = 0.1) -> None:
    """Try until it worked; `TimeoutError` after `geduld` seconds."""
    async with asyncio.timeout(geduld):
        while not await gelukt():  # noqa: ASYNC110
            await asyncio.sleep(pauze)
