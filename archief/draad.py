"""Threads for the archive alone. A store that hangs keeps these waiting, and never the post or the register."""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import ParamSpec, TypeVar

AANTAL = 2
_DRADEN = ThreadPoolExecutor(AANTAL, thread_name_prefix="archief")
_P = ParamSpec("_P")
_T = TypeVar("_T")


async def in_draad(doe: Callable[_P, _T], *args: _P.args, **kwargs: _P.kwargs) -> _T:
    """Do this in one of the threads of the archive. Who stops waiting before it began takes it back."""
    return await asyncio.get_running_loop().run_in_executor(_DRADEN, partial(doe, *args, **kwargs))
