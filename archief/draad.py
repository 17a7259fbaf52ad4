"""Threads for the archive alone. A store that hangs keeps these waiting, and never the post or the register."""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial

AANTAL = 2
_DRADEN = ThreadPoolExecutor(AANTAL, thread_name_prefix="archief")


async def in_draad[**P, T](doe: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
    """Do this in one of the threads of the archive. Who stops waiting before it began takes it back."""
    return await asyncio.get_running_loop().run_in_executor(_DRADEN, partial(doe, *args, **kwargs))
